//! Lines as textbooks, lecture notes and homework write them in LaTeX, in many styles, and what each must mean.
//! The right column is the same line in plain text with nothing left to guess.

use super::{PREAMBLE, readings};

/// One side or a whole equation, as the plain form of its first reading.
#[track_caller]
fn meaning(text: &str) -> pencilgrad::derivation::syntax::Statement {
    readings(&format!("{PREAMBLE}{text}"))[0].statement.clone()
}

#[track_caller]
fn all_mean(rows: &[(&str, &str)]) {
    for (latex, plain) in rows {
        let (found, meant) = (meaning(latex), meaning(plain));
        assert!(
            found == meant,
            "{latex}\n  is read as  {found}\n  not as      {meant}"
        );
    }
}

#[test]
fn derivatives_of_one_variable() {
    all_mean(&[
        (r"\frac{d}{dx}\left(x^2\right) = 2x", "d/dx (x^2) = 2x"),
        (r"\frac{d}{dx} x^n = n x^{n-1}", "d/dx (x^n) = n x^(n-1)"),
        (
            r"\frac{d}{dx}\left[ e^{kx} \right] = k e^{kx}",
            "d/dx (e^(k x)) = k e^(k x)",
        ),
        (
            r"\frac{\mathrm{d}}{\mathrm{d}x} \sin x = \cos x",
            "d/dx (sin(x)) = cos(x)",
        ),
        (
            r"\frac{\operatorname{d}}{\operatorname{d}\!x} \cos x = -\sin x",
            "d/dx (cos(x)) = -sin(x)",
        ),
        (
            r"\dfrac{d}{dx}\bigl(\ln x\bigr) = \dfrac{1}{x}",
            "d/dx (ln(x)) = 1/x",
        ),
        (r"\tfrac{d}{dx}\{x^3\} = 3x^2", "d/dx (x^3) = 3 x^2"),
        (
            r"{d \over dx}\left( 4x^3 \right) = 12x^2",
            "d/dx (4 x^3) = 12 x^2",
        ),
        (
            r"{d\over dx} \left[ x^{1/2} \right] = {1 \over 2} x^{-1/2}",
            "d/dx (x^(1/2)) = (1/2) x^(-1/2)",
        ),
        (r"{dy\over dx} = {2x \over x^2+1}", "dy/dx = 2 x/(x^2+1)"),
        (r"\displaystyle\frac{dy}{dx}=\frac{-x}{y}", "dy/dx = (-x)/y"),
        (r"\frac{d^2y}{dx^2} = 6x", "d²y/dx² = 6 x"),
        (
            r"\frac{d^{2}y}{dx^{2}} + \omega^2 y = 0",
            "d²y/dx² + (ω^2) y = 0",
        ),
        (r"\frac{d^3}{dx^3} x^5 = 60 x^2", "d³/dx³ (x^5) = 60 x^2"),
        (r"f'(x) = 3x^2 - 4x + 1", "f'(x) = 3 x^2 - 4 x + 1"),
        (r"f^{\prime}(x) = 2x", "f'(x) = 2 x"),
        (r"f^{\prime\prime}(x) = 2", "f''(x) = 2"),
        (r"f^{(4)}(x) = 24", "f''''(x) = 24"),
        (r"y' = \frac{1}{2\sqrt{x}}", "y' = 1/(2 √(x))"),
        (r"y'' - 2y' + y = 0", "y'' - 2 (y') + y = 0"),
        (r"(\sin x)' = \cos x", "(sin(x))' = cos(x)"),
        (
            r"\left(\frac{f}{g}\right)' = \frac{f'g - fg'}{g^2}",
            "(f/g)' = ((f') (g) - (f) (g'))/(g^2)",
        ),
        (r"(fg)' = f'g + fg'", "((f) (g))' = (f') (g) + (f) (g')"),
        (r"D_x", "D_x"),
        (
            r"\left.\frac{dy}{dx}\right|_{x=2} = 12",
            "(dy/dx)|_{x=2} = 12",
        ),
        (r"\frac{dy}{dx}\Big|_{x=0} = 1", "(dy/dx)|_{x=0} = 1"),
        (
            r"f'(2) = \left. 3x^2 \right|_{x=2}",
            "f'(2) = (3 x^2)|_{x=2}",
        ),
    ]);
}

#[test]
fn as_computer_algebra_systems_print_it() {
    all_mean(&[
        (
            r"{\frac {d}{dx}}\sin \left( x \right) =\cos \left( x \right)",
            "d/dx (sin(x)) = cos(x)",
        ),
        (
            r"{{d}\over{dx}} \left( \sin \left( {x}^{2} \right) \right) =2\,x\cos \left( {x}^{2} \right)",
            "d/dx (sin(x^2)) = 2 x cos(x^2)",
        ),
        (r"{\frac {1}{2\,\sqrt {x}}}", "1/(2 √(x))"),
        (r"\left( 2\,x+1 \right) {{\rm e}^{x}}", "(2 x+1) (e^x)"),
        (r"{{\rm ln}\left(x\right)}", "ln(x)"),
        (r"{\frac{d}{dx}}\left[{x^{2}}\right]", "d/dx (x^2)"),
        (r"{{\it x}}^{2}", "x^2"),
        (r"{{e^{x}}\over{x}}", "(e^x)/x"),
        (r"{{1}\over{2\,\sqrt{x}}}", "1/(2 √(x))"),
        (r"-{\frac {\sin \left( x \right) }{x}}", "-(sin(x)/x)"),
        (
            r"3\,{x}^{2}\ln  \left( x \right) +{x}^{2}",
            "3 x^2 ln(x) + x^2",
        ),
    ]);
}

#[test]
fn limits_and_difference_quotients() {
    all_mean(&[
        (
            r"f'(x) = \lim_{h \to 0} \frac{f(x+h) - f(x)}{h}",
            "f'(x) = lim_{h→0} (f(x+h) - f(x))/h",
        ),
        (
            r"f'(a) = \lim\limits_{x\to a}\frac{f(x)-f(a)}{x-a}",
            "f'(a) = lim_{x→a} (f(x)-f(a))/(x-a)",
        ),
        (
            r"\lim_{h\rightarrow 0^+} \frac{|h|}{h} = 1",
            "lim_{h→0^+} |h|/h = 1",
        ),
        (
            r"\lim_{h\to0^{-}} \frac{\left|h\right|}{h} = -1",
            "lim_{h→0^-} |h|/h = -1",
        ),
        (
            r"\lim_{n \to \infty} \left(1 + \frac{1}{n}\right)^n = e",
            "lim_{n→∞} (1 + 1/n)^n = e",
        ),
        (
            r"\lim_{x\to 0} \frac{\sin x}{x} = 1",
            "lim_{x→0} sin(x)/x = 1",
        ),
        (
            r"\frac{(x+h)^2 - x^2}{h} = 2x + h",
            "((x+h)^2 - x^2)/h = 2 x + h",
        ),
    ]);
}

#[test]
fn chain_product_and_quotient_rules() {
    all_mean(&[
        (
            r"\frac{d}{dx} f(g(x)) = f'(g(x))\, g'(x)",
            "d/dx (f(g(x))) = f'(g(x)) g'(x)",
        ),
        (
            r"(f\circ g)'(x) = f'(g(x)) \cdot g'(x)",
            "(f ∘ g)'(x) = f'(g(x)) · g'(x)",
        ),
        (
            r"\frac{dz}{dx} = \frac{dz}{dy}\cdot\frac{dy}{dx}",
            "dz/dx = dz/dy · dy/dx",
        ),
        (
            r"\frac{dz}{dx} = \frac{dz}{dy}\frac{dy}{dx}",
            "dz/dx = (dz/dy) (dy/dx)",
        ),
        (
            r"\frac{d}{dx}\left[f(x)g(x)\right] = f'(x)g(x) + f(x)g'(x)",
            "d/dx (f(x) g(x)) = f'(x) g(x) + f(x) g'(x)",
        ),
        (
            r"\frac{d}{dx}\left(\frac{f(x)}{g(x)}\right) = \frac{f'(x)g(x) - f(x)g'(x)}{[g(x)]^2}",
            "d/dx (f(x)/g(x)) = (f'(x) g(x) - f(x) g'(x))/(g(x))^2",
        ),
        (
            r"\frac{d}{dx}(x^2+x)^3 = 3(x^2+x)^2(2x+1)",
            "d/dx ((x^2+x)^3) = 3 (x^2+x)^2 (2 x+1)",
        ),
        (
            r"\frac{d}{dx} \sin(x^2) = 2x\cos(x^2)",
            "d/dx (sin(x^2)) = 2 x cos(x^2)",
        ),
        (
            r"\frac{d}{dx} \sin^2 x = 2 \sin x \cos x",
            "d/dx (sin^2(x)) = 2 sin(x) cos(x)",
        ),
        (
            r"\frac{d}{dx} e^{\sin x} = e^{\sin x}\cos x",
            "d/dx (e^(sin(x))) = e^(sin(x)) cos(x)",
        ),
        (
            r"\frac{d}{dx} \ln(\cos x) = \frac{-\sin x}{\cos x} = -\tan x",
            "d/dx (ln(cos(x))) = (-sin(x))/cos(x) = -tan(x)",
        ),
        (
            r"\frac{d}{dx}\sqrt{1+x^2} = \frac{x}{\sqrt{1+x^2}}",
            "d/dx (√(1+x^2)) = x/√(1+x^2)",
        ),
        (
            r"\frac{d}{dx}\left(x e^{-x}\right) = e^{-x} - x e^{-x}",
            "d/dx (x e^(-x)) = e^(-x) - x e^(-x)",
        ),
        (
            r"\frac{d}{dx} \arctan x = \frac{1}{1+x^2}",
            "d/dx (arctan(x)) = 1/(1+x^2)",
        ),
        (
            r"\frac{d}{dx}\sin^{-1}x = \frac{1}{\sqrt{1-x^2}}",
            "d/dx (arcsin(x)) = 1/√(1-x^2)",
        ),
        (r"\frac{d}{dx} a^x = a^x \ln a", "d/dx (a^x) = a^x ln(a)"),
        (
            r"\frac{d}{dx} x^x = x^x(\ln x + 1)",
            "d/dx (x^x) = (x^x) (ln(x) + 1)",
        ),
        (
            r"\frac{d}{dx}\log_2 x = \frac{1}{x\ln 2}",
            "d/dx (log_{2}(x)) = 1/(x ln(2))",
        ),
        (
            r"\frac{d}{dx} \log_{10}(x) = \frac{1}{x \ln 10}",
            "d/dx (log_{10}(x)) = 1/(x ln(10))",
        ),
        (r"\frac{d}{dx}\tan x=\sec^2x", "d/dx (tan(x)) = sec^2(x)"),
        (r"\frac{d}{dx}\cosh x=\sinh x", "d/dx (cosh(x)) = sinh(x)"),
        (
            r"\frac{d}{dx}\left|x\right| = \frac{x}{|x|}",
            "d/dx (|x|) = x/|x|",
        ),
        (
            r"\frac{d}{dx} \root 3 \of {x} = \frac{1}{3} x^{-2/3}",
            "d/dx (root(3, x)) = (1/3) x^(-2/3)",
        ),
        (
            r"\frac{d}{dx}\sqrt[3]{x^2} = \frac23 x^{-\frac13}",
            "d/dx (root(3, x^2)) = (2/3) x^(-(1/3))",
        ),
        (
            r"\frac{d}{dx}\frac{x+1}{x-1} = \frac{(x-1)-(x+1)}{(x-1)^2} = \frac{-2}{(x-1)^2}",
            "d/dx ((x+1)/(x-1)) = ((x-1)-(x+1))/(x-1)^2 = (-2)/(x-1)^2",
        ),
    ]);
}

#[test]
fn partial_derivatives() {
    all_mean(&[
        (r"\frac{\partial f}{\partial x} = 2xy", "∂f/∂x = 2 x y"),
        (
            r"\frac{\partial}{\partial x}\left(x^2 y\right) = 2xy",
            "∂/∂x (x^2 y) = 2 x y",
        ),
        (r"\frac{\partial^2 f}{\partial x^2} = 2y", "∂²f/∂x² = 2 y"),
        (
            r"\frac{\partial^2 f}{\partial x \partial y} = \frac{\partial^2 f}{\partial y \partial x}",
            "∂²f/∂x∂y = ∂²f/∂y∂x",
        ),
        (
            r"\frac{\partial^{2}}{\partial x\,\partial y} (x^2y^3) = 6xy^2",
            "∂²/∂x∂y (x^2 y^3) = 6 x y^2",
        ),
        (
            r"{\partial z \over \partial t} = {\partial z\over\partial x}{\partial x\over\partial t}",
            "∂z/∂t = (∂z/∂x) (∂x/∂t)",
        ),
        (r"\partial f/\partial x = y", "∂f/∂x = y"),
        (r"\partial_x (x y) = y", "∂/∂x (x y) = y"),
        (
            r"\frac{\partial L}{\partial w} = 2(a-y)x",
            "∂L/∂w = 2 (a-y) x",
        ),
        (
            r"\frac{\partial L}{\partial \theta} = -\frac{1}{\theta}",
            "∂L/∂θ = -(1/θ)",
        ),
        (
            r"\frac{\partial \mathcal{L}}{\partial b} = \hat{y} - y",
            "∂L/∂b = ŷ - y",
        ),
        (
            r"\frac{\partial C}{\partial w_{jk}} = a_k \delta_j",
            "∂C/∂w_{jk} = (a_k) (δ_j)",
        ),
        (
            r"\frac{dz}{dt} = \frac{\partial z}{\partial x}\frac{dx}{dt} + \frac{\partial z}{\partial y}\frac{dy}{dt}",
            "dz/dt = (∂z/∂x) (dx/dt) + (∂z/∂y) (dy/dt)",
        ),
        (r"\nabla f = 2x", "∇f = 2 x"),
        (
            r"\nabla_{\mathbf{u}} \|\mathbf{u}\|^2 = 2\mathbf{u}",
            "∇_u (‖u‖²) = 2 u",
        ),
        (
            r"\nabla_u \left(u^\top A u\right) = (A + A^\top)u",
            "∇_u (uᵀ A u) = (A + Aᵀ) u",
        ),
        (r"\nabla^2 f", "∇² f"),
        (
            r"\frac{\partial E}{\partial w_1} = \sum_{i=1}^{n} (w_1 x_i - y_i) x_i",
            "∂E/∂w_1 = ∑_{i=1}^{n} ((w_1) (x_i) - y_i) (x_i)",
        ),
    ]);
}

#[test]
fn vectors_and_matrices() {
    all_mean(&[
        (
            r"\mathbf{u}^\top \mathbf{v} = \mathbf{v}^\top \mathbf{u}",
            "uᵀ v = vᵀ u",
        ),
        (
            r"\mathbf{z} = \mathbf{W}\mathbf{x} + \mathbf{b}",
            "z = W x + b",
        ),
        (
            r"\frac{\partial}{\partial X}\operatorname{tr}(AX) = A^{\top}",
            "∂/∂X (tr(A X)) = Aᵀ",
        ),
        (
            r"\frac{\partial}{\partial X} \log\det X = X^{-\top}",
            "∂/∂X (log(det(X))) = (X^(-1))ᵀ",
        ),
        (
            r"\frac{\partial}{\partial X}\ln\left(\det X\right)=(X^{-1})^{T}",
            "∂/∂X (ln(det(X))) = (X^(-1))ᵀ",
        ),
        (
            r"\frac{\partial C}{\partial W} = \delta x^T",
            "∂C/∂W = δ xᵀ",
        ),
        (r"\delta = W^T \delta \odot \sigma'(z)", "δ = Wᵀ δ ⊙ σ'(z)"),
        (r"\left\lVert u - v \right\rVert_2^2", "(‖u - v‖_2)^2"),
        (
            r"\|A\|_F^2 = \operatorname{tr}(A^TA)",
            "(‖A‖_F)^2 = tr(Aᵀ A)",
        ),
        (r"\tfrac12\|Xv - b\|^2", "(1/2) ‖X v - b‖^2"),
        (r"\frac{1}{2}\left\|u\right\|^2", "(1/2) ‖u‖^2"),
        (r"\begin{bmatrix} 2x \\ 2y \end{bmatrix}", "[2 x; 2 y]"),
        (
            r"\begin{pmatrix} \cos\theta & -\sin\theta \\ \sin\theta & \cos\theta \end{pmatrix}",
            "[cos(θ), -sin(θ); sin(θ), cos(θ)]",
        ),
        (
            r"\begin{vmatrix} x & y \\ z & t \end{vmatrix} = xt - yz",
            "det([x, y; z, t]) = x t - y z",
        ),
        (
            r"\left[\begin{array}{cc} x & y \\ z & t \end{array}\right]",
            "[x, y; z, t]",
        ),
        (r"\langle u, v\rangle", "dot(u, v)"),
        (r"u \otimes v", "u ⊗ v"),
        (r"\operatorname{diag}(u) - uu^\top", "diag(u) - u uᵀ"),
        (r"\mathbf{1}^\top u", "(𝟏)ᵀ u"),
        (r"(AB)^{-1} = B^{-1}A^{-1}", "(A B)^(-1) = B^(-1) A^(-1)"),
        (r"A^{-1}u", "(A^(-1)) u"),
        (r"(I + A)^{-1}", "(I + A)^(-1)"),
        (
            r"\frac{\partial u^\top A u}{\partial u} = 2Au",
            "∂(uᵀ A u)/∂u = 2 A u",
        ),
        (r"\frac{d}{dt} \det(A + tX)", "d/dt (det(A + t X))"),
    ]);
}

#[test]
fn networks_and_losses() {
    all_mean(&[
        (r"\sigma(z) = \frac{1}{1+e^{-z}}", "σ(z) = 1/(1+e^(-z))"),
        (
            r"\sigma'(z) = \sigma(z)\left(1-\sigma(z)\right)",
            "σ'(z) = σ(z) (1-σ(z))",
        ),
        (r"\tanh'(z) = 1 - \tanh^2(z)", "tanh'(z) = 1 - tanh^2(z)"),
        (
            r"C = \frac{1}{2n}\sum_x \|y(x) - a\|^2",
            "C = (1/(2 n)) ∑_x ‖(y)(x) - a‖^2",
        ),
        (r"L = -\sum_{i} y_i \log p_i", "L = -∑_i (y_i) log(p_i)"),
        (r"L = -\ln p_y", "L = -ln(p_y)"),
        (
            r"p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}",
            "p_i = e^(z_i)/(∑_j e^(z_j))",
        ),
        (
            r"\frac{\partial L}{\partial z_i} = p_i - t_i",
            "∂L/∂z_i = p_i - t_i",
        ),
        (r"\operatorname{softmax}(z)_i", "softmax(z)_i"),
        (r"\mathrm{ReLU}(z) = \max(0, z)", "relu(z) = max(0, z)"),
        (r"\max(0,x)^2", "(max(0,x))^2"),
        (
            r"\begin{cases} 1 & z > 0 \\ 0 & z \le 0 \end{cases}",
            "{1 if z > 0; 0 if z ≤ 0}",
        ),
        (
            r"\left\{ \begin{array}{ll} z & z>0 \\ 0 & z \leq 0 \end{array} \right.",
            "{z if z > 0; 0 if z ≤ 0}",
        ),
        (
            r"|x| = \begin{cases} x, & \text{if } x \ge 0 \\ -x, & \text{otherwise} \end{cases}",
            "|x| = {x if x ≥ 0; -x otherwise}",
        ),
        (
            r"\frac{1}{m}\sum_{i=1}^m (x_i - \mu)^2",
            "(1/m) ∑_{i=1}^{m} (x_i - μ)^2",
        ),
        (r"\prod_{i=1}^{n} x_i", "∏_{i=1}^{n} x_i"),
        (r"\sum_{j \ne i} x_j", "∑_{j≠i} x_j"),
        (
            r"\frac{x - \mu}{\sqrt{\sigma^2 + \epsilon}}",
            "(x - μ)/√((σ^2) + ε)",
        ),
        (r"e^{-\frac{1}{2}x^2}", "e^(-((1/2) x^2))"),
        (
            r"\frac{1}{\sqrt{2\pi}\sigma} e^{-\frac{(x-\mu)^2}{2\sigma^2}}",
            "(1/(√(2 π) σ)) e^(-((x-μ)^2/(2 σ^2)))",
        ),
    ]);
}

#[test]
fn algebra_in_many_styles() {
    all_mean(&[
        (r"2x\cdot 3y", "2 x · (3) y"),
        (r"2 \times 3", "2 × 3"),
        (r"x \div y", "x/y"),
        (r"\frac{1}{x} + \frac{1}{y}", "1/x + 1/y"),
        (r"\frac1x + \frac1y", "1/x + 1/y"),
        (r"\frac{\frac{1}{x}}{y}", "(1/x)/y"),
        (r"\frac{a+b}{c-d}", "(a+b)/(c-d)"),
        (r"x^{\frac{1}{2}}", "x^(1/2)"),
        (r"x^{2n+1}", "x^(2 n+1)"),
        (r"x^{-1}", "x^(-1)"),
        (r"{x}^{2}", "x^2"),
        (r"{(x+1)}^{2}", "(x+1)^2"),
        (r"\left(x+1\right)\left(x-1\right)", "(x+1) (x-1)"),
        (r"\Bigl( x + \bigl( y + z \bigr) \Bigr)", "x + (y + z)"),
        (r"x_{1}+x_{2}", "x_1 + x_2"),
        (r"x_1x_2", "(x_1) (x_2)"),
        (r"x_{i+1} - x_i", "x_{i+1} - x_i"),
        (r"\sqrt{x}\,\sqrt{y}", "√(x) √(y)"),
        (r"\sqrt x + \sqrt 2", "√(x) + √(2)"),
        (r"\sqrt{x^{2}+y^{2}}", "√(x^2+y^2)"),
        (r"-\left(x-y\right)", "-(x-y)"),
        (r"3x^{2}y^{3}z", "3 x^2 y^3 z"),
        (r"\alpha\beta\gamma", "α β γ"),
        (r"\theta_0 + \theta_1 x", "θ_0 + (θ_1) x"),
        (r"\varepsilon + \epsilon", "ε + ε"),
        (r"\ln\left|x\right|", "ln(|x|)"),
        (r"\ln|\sec x + \tan x|", "ln(|sec(x) + tan(x)|)"),
        (r"\exp\left(-x^2\right)", "exp(-(x^2))"),
        (r"\sin x\cos x", "sin(x) cos(x)"),
        (r"\sin 2x", "sin(2 x)"),
        (r"\sin(2x)\cos(3x)", "sin(2 x) cos(3 x)"),
        (r"\sin\omega t", "sin(ω t)"),
        (
            r"\cos^{2}\theta + \sin^{2}\theta = 1",
            "cos^2(θ) + sin^2(θ) = 1",
        ),
        (r"\frac{\sin x}{x}", "sin(x)/x"),
        (r"\sin\frac{x}{2}", "sin(x/2)"),
        (r"\ln\sqrt{x}", "ln(√(x))"),
        (r"\log x", "log(x)"),
        (r"\operatorname{sech}^2 x", "sech^2(x)"),
        (r"n!", "n!"),
        (r"\pm\sqrt{x}", "±√(x)"),
        (r"x\!\left(y\right)", "(x) (y)"),
        (r"\text{} x + y", "x + y"),
        (r"x\quad=\quad y+1", "x = y+1"),
        (r"$x$ + $y$", "x + y"),
        (r"\(x+y\)", "x + y"),
        (r"\[ x + y, \]", "x + y"),
        (r"x \;=\; 2y", "x = 2 y"),
        (r"\boxed{2x}", "2 x"),
        (r"x^2\bigg|_{x=3} = 9", "(x^2)|_{x=3} = 9"),
    ]);
}

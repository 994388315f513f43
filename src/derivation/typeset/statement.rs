//! Whole lines, with the expressions set by one of the renderers.

use super::symbols::comparison_text;
use crate::derivation::syntax::{Dim, Expr, Layout, Name, Relation, Rule, Statement, Type};

/// A line; `text` is put before words (`\text{let }`), `by` before the name of a rule.
pub(super) fn line(
    statement: &Statement,
    set: fn(&Expr) -> String,
    text: &str,
    by: &str,
) -> String {
    let word = |word: &str| {
        if text.is_empty() {
            word.to_owned()
        } else {
            format!("{text}{{{word}}}")
        }
    };
    let names = |names: &[Name]| {
        let set = names.iter().map(|name| {
            set(&Expr::from(crate::derivation::syntax::Kind::Name(
                name.clone(),
            )))
        });
        set.collect::<Vec<_>>().join(", ")
    };
    match statement {
        Statement::Declaration {
            names: declared,
            ty,
        } => {
            let ty = type_text(ty);
            let ty = if text.is_empty() { ty } else { type_latex(&ty) };
            format!("{}{} : {ty}", word("let "), names(declared))
        }
        Statement::Dependence {
            names: dependent,
            on,
        } => {
            format!(
                "{}{}{}{}",
                word("let "),
                names(dependent),
                word(" depends on "),
                names(on)
            )
        }
        Statement::Assumption(relations) => {
            let relations: Vec<String> = relations.iter().map(|r| relation(r, set)).collect();
            format!("{}{}", word("assume "), relations.join(", "))
        }
        Statement::Definition {
            name,
            parameters,
            body,
            also,
        } => {
            let head = names(std::slice::from_ref(name));
            let parameters = if parameters.is_empty() {
                String::new()
            } else {
                format!("({})", names(parameters))
            };
            let sides = joined(std::iter::once(body).chain(also), set);
            format!("{}{head}{parameters} = {sides}", word("let "))
        }
        Statement::Start(expr) => set(expr),
        Statement::Step { sides, rule } => format!(
            "= {}{}",
            joined(sides, set),
            reason(*rule, by, !text.is_empty())
        ),
        Statement::Claim { sides, rule } => format!(
            "{}{}",
            joined(sides, set),
            reason(*rule, by, !text.is_empty())
        ),
        Statement::Problem(id) => format!("{}{}", word("problem "), word(id)),
        Statement::Layout(Layout::Numerator) => word("layout numerator"),
        Statement::Layout(Layout::Denominator) => word("layout denominator"),
    }
}

fn joined<'a>(sides: impl IntoIterator<Item = &'a Expr>, set: fn(&Expr) -> String) -> String {
    sides.into_iter().map(set).collect::<Vec<_>>().join(" = ")
}

fn reason(rule: Option<Rule>, by: &str, latex: bool) -> String {
    match rule {
        None => String::new(),
        Some(rule) if latex => format!(r"{by}\text{{{}}}", rule.name()),
        Some(rule) => format!("{by}{}", rule.name()),
    }
}

fn relation(relation: &Relation, set: fn(&Expr) -> String) -> String {
    format!(
        "{} {} {}",
        set(&relation.left),
        comparison_text(relation.comparison),
        set(&relation.right)
    )
}

fn type_text(ty: &Type) -> String {
    match ty {
        Type::Scalar => "R".to_owned(),
        Type::Integer => "N".to_owned(),
        Type::Vector(dim) => format!("R^{{{}}}", dim_text(dim)),
        Type::Matrix(rows, columns) => format!("R^{{{}×{}}}", dim_text(rows), dim_text(columns)),
        Type::Symmetric(dim) => format!("sym R^{{{0}×{0}}}", dim_text(dim)),
        Type::Function(from, to) => format!("{} -> {}", type_text(from), type_text(to)),
    }
}

/// The plain form of a type with the signs of a formula: no name of a dimension contains them.
fn type_latex(plain: &str) -> String {
    let symbols = [
        ("sym ", r"\text{sym }"),
        ("R", r"\mathbb{R}"),
        ("->", r"\to"),
        ("×", r" \times "),
    ];
    symbols
        .iter()
        .fold(plain.to_owned(), |text, (sign, command)| {
            text.replace(sign, command)
        })
}

fn dim_text(dim: &Dim) -> String {
    match dim {
        Dim::Number(number) => number.to_string(),
        Dim::Named(name) => name.clone(),
    }
}

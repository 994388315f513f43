//! Pieces of names, constants and signs.

use super::piece::Piece;
use crate::derivation::syntax::{Comparison, Constant, Dim, Index, MulOp, Name, Norm, Sign};

pub(super) fn constant_piece(constant: &Constant) -> Piece {
    let sized = |symbol: &str, dim: &Option<Dim>| {
        let below = dim.as_ref().map(|dim| match dim {
            Dim::Number(number) => Piece::Number(number.to_string()),
            Dim::Named(name) => Piece::Symbol(name.clone()),
        });
        Piece::script(Piece::Symbol(symbol.to_owned()), below, None)
    };
    match constant {
        Constant::E => Piece::Symbol("e".to_owned()),
        Constant::Pi => Piece::Symbol("π".to_owned()),
        Constant::Infinity => Piece::Symbol("∞".to_owned()),
        Constant::Ones(dim) => sized("𝟏", dim),
        Constant::Identity(dim) => sized("I", dim),
    }
}

/// One symbol, or an upright word.
pub(super) fn symbol_piece(symbol: &str) -> Piece {
    let symbolic = symbol.strip_prefix('Δ').unwrap_or(symbol);
    let letters = symbolic.chars().filter(|c| c.is_alphanumeric()).count();
    if letters > 1 {
        Piece::Word(symbol.to_owned())
    } else {
        Piece::Symbol(symbol.to_owned())
    }
}

pub(super) fn name_piece(name: &Name) -> Piece {
    let above = name
        .layer
        .as_ref()
        .map(|layer| Piece::Symbol(layer.clone()).round());
    let below = (!name.indices.is_empty()).then(|| indices_piece(&name.indices));
    Piece::script(symbol_piece(&name.symbol), below, above)
}

pub(super) fn indices_piece(indices: &[Index]) -> Piece {
    Piece::list(indices.iter().map(|index| match index {
        Index::Number(number) => Piece::Number(number.to_string()),
        Index::Letter { symbol, shift: 0 } => symbol_piece(symbol),
        Index::Letter { symbol, shift } => {
            let sign = if *shift < 0 { "-" } else { "+" };
            let amount = Piece::Number(shift.unsigned_abs().to_string());
            Piece::Row(vec![symbol_piece(symbol), Piece::Tight(sign), amount])
        }
    }))
}

pub(super) fn norm_index(norm: Norm) -> Option<Piece> {
    match norm {
        Norm::Two => None,
        Norm::One => Some(Piece::Number("1".to_owned())),
        Norm::Infinity => Some(Piece::Symbol("∞".to_owned())),
        Norm::Frobenius => Some(Piece::Symbol("F".to_owned())),
    }
}

pub(super) fn sign_text(sign: Sign) -> &'static str {
    match sign {
        Sign::Plus => "+",
        Sign::Minus => "-",
        Sign::PlusMinus => "±",
    }
}

pub(super) fn comparison_text(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Equal => "=",
        Comparison::NotEqual => "≠",
        Comparison::Less => "<",
        Comparison::LessOrEqual => "≤",
        Comparison::Greater => ">",
        Comparison::GreaterOrEqual => "≥",
    }
}

pub(super) fn op_piece(op: MulOp) -> Piece {
    match op {
        MulOp::Juxtaposed => Piece::Beside,
        MulOp::Star => Piece::Tight("*"),
        MulOp::Dot => Piece::Infix("·"),
        MulOp::Cross => Piece::Infix("×"),
        MulOp::Hadamard => Piece::Infix("⊙"),
        MulOp::Kronecker => Piece::Infix("⊗"),
        MulOp::Compose => Piece::Infix("∘"),
    }
}

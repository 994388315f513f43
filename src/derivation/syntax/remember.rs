//! What a line declares for the lines after it.

use super::read::Reader;
use super::token::{Bracket, Tok, Token, spelled};
use super::{Builtin, Expr, Kind, Name, Statement, Type, chars};

impl Reader<'_> {
    /// Makes the words after `let` names before the line is read.
    pub(super) fn announce(&mut self, tokens: &[Token]) {
        for (place, token) in tokens.iter().enumerate() {
            match &token.tok {
                Tok::Word(letters, _) => {
                    let word = spelled(letters);
                    if word == "depends" || word == "depend" {
                        return;
                    }
                    self.announce_word(&word, tokens.get(place + 1));
                }
                Tok::Comma | Tok::Open(Bracket::Round) | Tok::Close(Bracket::Round) => {}
                Tok::Underscore
                | Tok::Caret
                | Tok::Number(_)
                | Tok::Name(_)
                | Tok::Open(_)
                | Tok::Close(_) => {}
                _ => return,
            }
        }
    }

    fn announce_word(&mut self, word: &str, next: Option<&Token>) {
        let layered = next.is_some_and(|next| next.tok == Tok::Caret);
        if layered {
            self.scope.add_layered(word);
        }
        let single = word.chars().count() == 1;
        if !single
            && Builtin::find(word).is_none()
            && chars::GREEK.iter().all(|(name, _)| *name != word)
        {
            self.scope.add_value(word);
        }
    }

    pub(super) fn remember(&mut self, statement: &Statement) {
        match statement {
            Statement::Declaration { names, ty } => {
                for name in names {
                    self.declare(name, ty);
                }
            }
            Statement::Dependence { names, on } => {
                names
                    .iter()
                    .for_each(|name| self.scope.add_dependent(&name.symbol));
                on.iter()
                    .for_each(|name| self.scope.add_value(&name.symbol));
            }
            Statement::Definition {
                name, parameters, ..
            } => {
                self.known.insert(name.symbol.clone());
                match parameters.is_empty() {
                    true => self.scope.add_value(&name.symbol),
                    false => self.scope.add_function(&name.symbol),
                }
            }
            Statement::Start(_) | Statement::Step { .. } | Statement::Claim { .. } => {
                for side in statement.sides() {
                    side.walk(&mut |expr| self.use_name(expr));
                }
            }
            _ => {}
        }
    }

    fn declare(&mut self, name: &Name, ty: &Type) {
        match ty {
            Type::Function(..) => self.scope.add_function(&name.symbol),
            _ => self.scope.add_value(&name.symbol),
        }
        if matches!(ty, Type::Vector(_) | Type::Matrix(..) | Type::Symmetric(_)) {
            self.scope.add_matrices();
        }
        if name.layer.is_some() {
            self.scope.add_layered(&name.symbol);
        }
    }

    fn use_name(&mut self, expr: &Expr) {
        if let Kind::Name(name) = &expr.kind {
            self.known.insert(name.symbol.clone());
        }
    }
}

//! `workbook dev`: for those who write the workbook.

mod check;

use anyhow::Result;

/// What a writer of exercises does.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Action {
    /// Prove exercises: references, planted mistakes, stubs, style
    Check(check::Arguments),
}

pub(super) fn run(action: &Action) -> Result<()> {
    match action {
        Action::Check(arguments) => check::run(arguments),
    }
}

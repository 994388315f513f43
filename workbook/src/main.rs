//! The command `workbook`.

use std::process::ExitCode;

fn main() -> ExitCode {
    match workbook::commands::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

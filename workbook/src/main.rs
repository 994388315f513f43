//! The command `workbook`.

use std::process::ExitCode;

fn main() -> ExitCode {
    match workbook::commands::run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

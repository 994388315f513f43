//! The command `workbook`.

fn main() {}

//! The book as its readers get it.

mod blocks;
#[path = "../common/mod.rs"]
mod common;
mod formulas;
mod pages;
mod preprocessor;
mod site;
mod updating;
mod vendored;

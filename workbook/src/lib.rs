//! The workbook: builds and serves the book, runs and proves its exercises.

pub mod book;
pub mod collection;
pub mod commands;
pub mod derivations;
pub mod figure;
pub mod learner;
pub mod program;
mod saves;
pub mod server;

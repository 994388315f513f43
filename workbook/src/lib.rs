//! The workbook: builds and serves the book, runs and proves its exercises.

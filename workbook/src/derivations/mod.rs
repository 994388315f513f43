//! Hand derivations in texts: finding them, judging them, and saying so for people and programs.

mod blocks;
mod jsonl;
pub mod problems;
mod verdict;

pub use blocks::{Block, blocks};
pub use jsonl::answer;
pub use verdict::{Checked, Outcome};

//! Sentences to vectors: the pruned multilingual sentence encoder, in plain Rust.

mod kernel;
mod matrix;
mod panels;

pub use matrix::{Matrix, product, product_transposed};
pub use panels::Panels;

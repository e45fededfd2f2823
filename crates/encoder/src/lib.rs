//! Sentences to vectors: the pruned multilingual sentence encoder, in plain Rust.

mod matrix;

pub use matrix::{Matrix, product, product_transposed};

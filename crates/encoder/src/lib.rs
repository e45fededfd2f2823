#![doc = include_str!("../README.md")]

mod charsmap;
mod cost;
mod embedding;
mod encode;
mod encoder;
mod error;
mod format;
mod kernel;
mod matrix;
mod network;
mod panels;
mod pieces;
mod rans;
mod texts;
mod tokenizer;

pub use cost::Cost;
pub use encode::{Encode, EncodeError};
pub use encoder::Encoder;
pub use error::ModelError;
pub use matrix::{Matrix, product, product_transposed};
pub use panels::Panels;

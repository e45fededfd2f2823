//! What may leave the machine, and only when asked: texts, to an encoder or a language model at the end of a wire.

mod address;
mod cache;
mod client;
mod embeddings;
mod encoder;
mod error;

pub(crate) use address::Address;
pub(crate) use cache::usual_folder;
pub(crate) use client::{Client, Patience};
pub(crate) use encoder::RemoteEncoder;
pub(crate) use error::{Problem, RemoteError};

#[cfg(test)]
#[path = "../../tests/server/mod.rs"]
mod server;
#[cfg(test)]
mod tests;

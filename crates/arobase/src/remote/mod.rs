//! What may leave the machine, and only when asked: texts, to an encoder or a language model at the end of a wire.

mod address;
mod cache;
mod chat;
mod client;
mod embeddings;
mod encoder;
mod error;
mod suggest;
mod tasks;

pub(crate) use address::Address;
pub(crate) use cache::usual_folder;
pub(crate) use chat::Chat;
pub(crate) use client::{Client, Patience};
pub(crate) use encoder::RemoteEncoder;
pub(crate) use error::{Problem, RemoteError};
pub(crate) use suggest::{Suggested, suggest};

#[cfg(test)]
#[path = "../../tests/server/mod.rs"]
mod server;
#[cfg(test)]
mod tests;

//! Documents joined to a contribution: brought by its form, shown to its author, to the staff, and to everyone where its author wants it.

mod desk;
mod documents;
mod posted;
mod receive;
mod serve;

pub(crate) use desk::READERS;
pub(crate) use documents::Line;
pub(super) use documents::{Documents, documents_of};
pub(super) use posted::{Posted, READ_AT_MOST};
pub(crate) use receive::{read_bytes, read_text};
pub(super) use receive::{receive, receive_more};
pub(crate) use serve::file;

#[cfg(test)]
pub(super) use documents::tests;
#[cfg(test)]
pub(crate) use documents::tests::attachment;

use crate::gesture::Gesture;

pub(super) fn gestures() -> Vec<Gesture> {
    serve::gestures().into_iter().chain([desk::gesture()]).collect()
}

//! Co-editing: the motion as a document that several people write at once, and back.
//!
//! Between people stands a [`yrs`] document, whose copies agree whatever the order in which changes reach them. This room leads from the
//! [`arobase_domain::Motion`] to that document and back ([`begin()`], [`read()`], [`write()`]), mends what people left behind ([`heal()`]) and keeps the
//! copy of the server ([`Table`]). It knows no network, no disk, no clock.
//!
//! The document holds a fragment `motion`, in the nodes of [`node`], which are those of the editor in the page, and three maps: `aside`, `easy`, and `made`,
//! which remembers the highest number given.

mod fit;
mod heal;
mod lineage;
pub mod message;
pub mod node;
mod patch;
mod read;
mod shape;
mod table;
#[cfg(test)]
mod tests;

pub use heal::heal;
pub use read::read;
pub use table::{LARGEST_DOCUMENT, LARGEST_UPDATE, Table, Unfit};

use arobase_domain::motion::Motion;
use yrs::{ClientID, Doc, OffsetKind, Options};

/// A document that nobody has written in. No two copies may bear the same number.
pub fn blank(copy: u32) -> Doc {
    let options = Options { offset_kind: OffsetKind::Utf16, ..Options::with_client_id(ClientID::new(u64::from(copy))) };
    Doc::with_options(options)
}

/// A document that reads as a motion.
pub fn begin(motion: &Motion, copy: u32) -> Doc {
    let doc = blank(copy);
    write(&doc, motion);
    doc
}

/// Makes a document read as a motion. What already does is not touched, so that cursors stay and what others type meanwhile holds.
pub fn write(doc: &Doc, motion: &Motion) {
    let held = read::tree(doc);
    let wanted = shape::keeping(&held, shape::of(motion));
    patch::tree(doc, &held, &wanted);
    patch::maps(doc, motion);
}

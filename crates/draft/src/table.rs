//! The copy of the document that the server keeps: what people send comes to it, and what they lack is found in it.

use crate::{begin, blank, heal, read, write};
use arobase_domain::motion::Motion;
use yrs::updates::decoder::Decode as _;
use yrs::updates::encoder::Encode as _;
use yrs::{Doc, ReadTxn as _, StateVector, Transact as _, Update};

/// Most bytes of an update.
pub const LARGEST_UPDATE: usize = 256 * 1024;

/// Most bytes of a document, with what it remembers of what was taken away.
pub const LARGEST_DOCUMENT: usize = 8 * 1024 * 1024;

/// Why an update is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// It is too large, or the document would be.
    #[error("too large")]
    TooLarge,
    /// It cannot be read.
    #[error("unreadable")]
    Unreadable,
}

/// A document on which people write together.
pub struct Table {
    doc: Doc,
    /// The motion as it was last written out, and the document then.
    kept: Motion,
    then: Vec<u8>,
    size: usize,
}

impl Table {
    /// A document that begins with a motion.
    pub fn begin(motion: &Motion, copy: u32) -> Self {
        Self::of(begin(motion, copy))
    }

    /// A document from what was kept of it: the whole as it was last written out, and what came since.
    pub fn open<'a>(whole: &[u8], since: impl IntoIterator<Item = &'a [u8]>, copy: u32) -> Result<Self, Unfit> {
        let mut table = Self::of(blank(copy));
        table.apply(whole)?;
        table.kept();
        since.into_iter().try_for_each(|update| table.apply(update))?;
        Ok(table)
    }

    fn of(doc: Doc) -> Self {
        let mut table = Self { doc, kept: Motion::default(), then: Vec::new(), size: 0 };
        table.kept();
        table
    }

    /// Takes what someone sends; the same twice is as once.
    pub fn take(&mut self, update: &[u8]) -> Result<(), Unfit> {
        if update.len() > LARGEST_UPDATE || self.size + update.len() > LARGEST_DOCUMENT {
            return Err(Unfit::TooLarge);
        }
        self.apply(update)
    }

    fn apply(&mut self, update: &[u8]) -> Result<(), Unfit> {
        let read = Update::decode_v1(update).map_err(|_| Unfit::Unreadable)?;
        self.doc.transact_mut().apply_update(read).map_err(|_| Unfit::Unreadable)?;
        self.size += update.len();
        Ok(())
    }

    /// What this copy has, as others ask it.
    pub fn has(&self) -> Vec<u8> {
        self.doc.transact().state_vector().encode_v1()
    }

    /// What whoever has this much lacks.
    pub fn lacking(&self, has: &[u8]) -> Result<Vec<u8>, Unfit> {
        let has = StateVector::decode_v1(has).map_err(|_| Unfit::Unreadable)?;
        Ok(self.doc.transact().encode_state_as_update_v1(&has))
    }

    /// The whole document.
    pub fn whole(&self) -> Vec<u8> {
        self.doc.transact().encode_state_as_update_v1(&StateVector::default())
    }

    /// The motion that it reads as.
    pub fn motion(&self) -> Motion {
        read(&self.doc)
    }

    /// The motion as it was last written out.
    pub fn last(&self) -> &Motion {
        &self.kept
    }

    /// Notes that the document as it stands is written out.
    pub fn kept(&mut self) {
        (self.kept, self.then) = (self.motion(), self.whole());
        self.size = self.then.len();
    }

    /// Mends what people left behind; what changed, if anything did.
    pub fn heal(&mut self) -> Option<Vec<u8>> {
        self.changed(|table| heal(&table.doc, &table.kept))
    }

    /// Makes the document read as a motion; what changed, if anything did.
    pub fn write(&mut self, motion: &Motion) -> Option<Vec<u8>> {
        self.changed(|table| write(&table.doc, motion))
    }

    /// Takes in a motion that someone made elsewhere out of the one last written out, while people were writing here: both are kept. What changed.
    pub fn take_in(&mut self, motion: &Motion, copy: u32) -> Result<Option<Vec<u8>>, Unfit> {
        let mut fork = Self::open(&self.then, [], copy)?;
        let Some(update) = fork.write(motion) else { return Ok(None) };
        self.apply(&update)?;
        Ok(Some(update))
    }

    fn changed(&mut self, change: impl FnOnce(&Self)) -> Option<Vec<u8>> {
        let before = self.doc.transact().snapshot();
        change(self);
        let txn = self.doc.transact();
        (txn.snapshot() != before).then(|| txn.encode_state_as_update_v1(&before.state_map))
    }
}

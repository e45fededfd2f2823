//! A reader that keeps the current record in memory, and nothing before it.

use std::io::{self, Read};
use std::ops::Range;

const CHUNK: usize = 64 << 10;

/// Positions count bytes from the first one not yet consumed.
pub(super) struct Window<R> {
    reader: R,
    bytes: Vec<u8>,
    start: usize,
    ended: bool,
}

impl<R: Read> Window<R> {
    pub(super) fn new(reader: R) -> Self {
        Self { reader, bytes: Vec::with_capacity(2 * CHUNK), start: 0, ended: false }
    }

    /// The byte at a position, or `None` past the end of the input.
    #[inline]
    pub(super) fn byte(&mut self, at: usize) -> io::Result<Option<u8>> {
        while self.start + at >= self.bytes.len() {
            if self.ended {
                return Ok(None);
            }
            self.fill()?;
        }
        Ok(Some(self.bytes[self.start + at]))
    }

    /// Bytes already seen by [`Self::byte`].
    pub(super) fn slice(&self, range: Range<usize>) -> &[u8] {
        &self.bytes[self.start + range.start..self.start + range.end]
    }

    /// Forgets the first bytes.
    pub(super) fn consume(&mut self, count: usize) {
        self.start += count;
    }

    fn fill(&mut self) -> io::Result<()> {
        self.bytes.drain(..self.start);
        self.start = 0;
        let held = self.bytes.len();
        self.bytes.resize(held + CHUNK, 0);
        let read = loop {
            match self.reader.read(&mut self.bytes[held..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                other => break other?,
            }
        };
        self.bytes.truncate(held + read);
        self.ended = read == 0;
        Ok(())
    }
}

//! A character on its way from the raw text to the normal one, with the place it comes from.

/// One character and the range of raw scalars that it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) c: char,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Piece {
    /// This place, another character.
    pub(crate) fn with(self, c: char) -> Self {
        Self { c, ..self }
    }

    /// One character that stands for everything from here to the end of `last`.
    pub(crate) fn up_to(self, last: Self, c: char) -> Self {
        Self { c, start: self.start, end: last.end }
    }
}

/// Each scalar of the text as its own piece.
pub(crate) fn pieces(text: &str) -> Vec<Piece> {
    text.chars().enumerate().map(|(at, c)| Piece { c, start: at, end: at + 1 }).collect()
}

/// The characters put together again.
pub(crate) fn text(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.c).collect()
}

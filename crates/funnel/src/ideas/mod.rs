//! From the raw text of a contribution to its ideas (analysis.md §3.2).
//!
//! Blocks, then sentences, then pieces of sentences; short or dependent pieces join their neighbour; what is still too long is cut
//! where the punctuation allows. Every letter and digit of the raw text ends in exactly one idea.

mod clauses;
mod coordination;
mod cover;
mod frame;
mod join;
mod split;

use crate::heads;
use crate::propositions::Asked;
use crate::propositions::read::read;
use arobase_text::letter::frame;
use arobase_text::normal::Normal;
use arobase_text::sentences::{blocks, sentences};
use arobase_text::stem::fold;
use std::ops::Range;

/// An idea as cut: where it stands, and the text that is analysed.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cut {
    /// Unicode scalars of the raw text; list markers and headings that announce it included.
    pub span: Range<usize>,
    /// The normalised text, without its list marker.
    pub text: String,
    /// Unicode scalars of the raw text that `text` was made of.
    pub core: Range<usize>,
    /// Head carried from the beginning of an enumeration, or empty.
    pub carried: String,
    /// A greeting, a signature, the header of an e-mail: said to someone, about nothing.
    pub frame: bool,
    /// What it asks, when it was read while cutting.
    asked: Option<Vec<Asked>>,
}

impl Cut {
    /// What it asks, best first; read once.
    pub(crate) fn asked(&mut self) -> Vec<Asked> {
        self.asked.take().unwrap_or_else(|| read(&self.text, &self.carried))
    }
}

/// A piece of normalised text on its way to being an idea.
#[derive(Debug, Clone, Default, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "four facts that any piece may have")]
struct Piece {
    range: Range<usize>,
    carried: String,
    /// Number of the block it comes from: pieces of different blocks are not joined.
    block: usize,
    /// « Nous demandons : » before a list: joins what follows.
    heading: bool,
    /// An item of a list.
    item: bool,
    /// Greeting, signature, header of an e-mail.
    frame: bool,
    /// It begins where a sentence begins.
    opens: bool,
    /// What it asks, as far as it has been read.
    asked: Option<Vec<Asked>>,
}

/// The ideas of one raw text, in order; none when it holds no letter or digit.
pub(crate) fn cut(raw: &str, normal: &Normal) -> Vec<Cut> {
    let pieces = pieces(&normal.text);
    let pieces = join::join(&normal.text, pieces);
    let pieces = split::cap(&normal.text, pieces);
    cover::cover(raw, normal, pieces)
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut carried = String::new();
    let letter = frame(text);
    for (number, block) in blocks(text).into_iter().enumerate() {
        let content = &text[block.range.clone()];
        if !block.item {
            carried.clear();
        }
        for sentence in sentences(content) {
            let range = block.range.start + sentence.start..block.range.start + sentence.end;
            for (range, frame) in frame::part(range, &letter) {
                if frame {
                    found.push(Piece { range, block: number, frame, ..Piece::default() });
                } else {
                    let from = found.len();
                    split::sentence(text, range, number, &carried, &mut found);
                    found[from..].iter_mut().for_each(|piece| piece.item = block.item);
                }
            }
        }
        announce(content, block.item, &mut carried, &mut found);
    }
    found
}

/// A block that ends with a colon announces the items below it: they carry its head.
fn announce(content: &str, item: bool, carried: &mut String, found: &mut [Piece]) {
    let announces = content.trim_end().ends_with(':');
    if !announces || item {
        return;
    }
    if let Some(last) = found.last_mut() {
        last.heading = true;
    }
    *carried = heads::first(content).map(|head| content[head.range].to_owned()).unwrap_or_default();
}

/// The matching form (analysis.md §3.1): lower case without accents, digits as 0, punctuation as space.
pub(crate) fn matching(text: &str) -> String {
    let plain: String = fold(text)
        .chars()
        .map(|c| {
            if c.is_ascii_digit() {
                '0'
            } else if c.is_alphanumeric() {
                c
            } else {
                ' '
            }
        })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

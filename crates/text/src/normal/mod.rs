//! The normal form of a text, with the way back to the characters that were received.

mod entities;
mod signs;
mod tags;

use crate::piece::{Piece, pieces};
use crate::repair::{is_lead, repair_pieces};
use std::ops::Range;

/// A text made regular: repaired, composed (NFC), without markup or invisible characters, with one kind of apostrophe,
/// quotation mark, dash and space; paragraphs are separated by one or two line feeds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Normal {
    /// The normal text.
    pub text: String,
    anchors: Vec<Anchor>,
}

/// From byte `at` of the text on, the first character stands for `raw` and each next one for the next single scalar.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Anchor {
    at: usize,
    raw: Range<usize>,
}

/// Characters per anchor at most, so that looking up a place is quick in a long text.
const STRIDE: usize = 64;

/// Layers of markup inside markup that are undone.
const LAYERS: usize = 8;

impl Normal {
    /// Normalises a raw text.
    pub fn of(raw: &str) -> Self {
        let mut current = pieces(raw);
        for _ in 0..LAYERS {
            let (next, again) = pass(&current);
            let done = !again || next.iter().map(|p| p.c).eq(current.iter().map(|p| p.c));
            current = next;
            if done {
                break;
            }
        }
        Self::assemble(&current)
    }

    /// The raw scalars (not bytes) that a byte range of the text stands for. Bounds inside a character are moved outwards.
    pub fn raw_span(&self, range: Range<usize>) -> Range<usize> {
        let (start, end) = (range.start.min(self.text.len()), range.end.min(self.text.len()));
        if start >= end {
            let place = self.scalars_at(start).map_or_else(|| self.raw_end(), |raw| raw.start);
            return place..place;
        }
        let first = self.scalars_at(start).map_or(0, |raw| raw.start);
        let last = self.scalars_at(end - 1).map_or(first, |raw| raw.end);
        first..last
    }

    /// The raw scalars behind the character that holds byte `at`.
    fn scalars_at(&self, at: usize) -> Option<Range<usize>> {
        if at >= self.text.len() {
            return None;
        }
        let anchor = &self.anchors[self.anchors.partition_point(|anchor| anchor.at <= at).checked_sub(1)?];
        let at = self.text.floor_char_boundary(at);
        match self.text[anchor.at..at].chars().count() {
            0 => Some(anchor.raw.clone()),
            n => Some(anchor.raw.end + n - 1..anchor.raw.end + n),
        }
    }

    fn raw_end(&self) -> usize {
        self.text.len().checked_sub(1).and_then(|last| self.scalars_at(last)).map_or(0, |raw| raw.end)
    }

    fn assemble(pieces: &[Piece]) -> Self {
        let mut text = String::with_capacity(pieces.len() + pieces.len() / 16);
        let mut anchors: Vec<Anchor> = Vec::new();
        let (mut expected, mut run) = (0, STRIDE);
        for piece in pieces {
            if run == STRIDE || piece.start != expected || piece.end != expected + 1 {
                anchors.push(Anchor { at: text.len(), raw: piece.start..piece.end });
                run = 0;
            }
            text.push(piece.c);
            expected = piece.end;
            run += 1;
        }
        Self { text, anchors }
    }
}

/// One round of every step, and whether another round may find more.
fn pass(raw: &[Piece]) -> (Vec<Piece>, bool) {
    let has = |wanted: fn(char) -> bool| raw.iter().any(|piece| wanted(piece.c));
    let repaired = if has(is_lead) { repair_pieces(raw) } else { None };
    let mut current = repaired.unwrap_or_else(|| raw.to_vec());
    if has(|c| c == '&') {
        current = entities::decode(&current);
    }
    if has(|c| matches!(c, '<' | '&')) {
        current = tags::strip(&current);
    }
    let current = signs::unify_spaces(&signs::unify(&signs::compose(current)));
    let again = current.iter().any(|piece| is_lead(piece.c) || matches!(piece.c, '&' | '<' | '>'));
    (current, again)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn normal(raw: &str) -> String {
        Normal::of(raw).text
    }

    fn behind(raw: &str, part: &str) -> String {
        let normal = Normal::of(raw);
        let at = normal.text.find(part).expect("the part is in the normal text");
        let span = normal.raw_span(at..at + part.len());
        raw.chars().skip(span.start).take(span.len()).collect()
    }

    #[test]
    fn text_is_made_regular() {
        assert_eq!(normal("  L'acc\u{e8}s\u{a0}: « oui »\r\n\r\n\r\n\tfin...  "), "L’accès : « oui »\n\nfin…");
        assert_eq!(normal("lâ€™Ã©cole e\u{301}lue \u{200b}zéro\u{ad}"), "l’école élue zéro");
        assert_eq!(
            normal("<p>Un &amp; deux</p><ul><li>trois<li>quatre &lt; 5</ul>"),
            "Un & deux\n\n- trois\n- quatre < 5"
        );
        assert_eq!(normal("l\u{92}\u{153}uvre \u{93}x\u{94} 3\u{2212}1 <<y>>"), "l’œuvre \"x\" 3-1 «y»");
        assert_eq!(normal("<!--[if mso]><p class=\"x\">Bonjour<![endif]--> <3 <jean@x.fr>"), "Bonjour <3 <jean@x.fr>");
        assert_eq!(normal("si a<b et c>d, R&D"), "si a<b et c>d, R&D");
        assert_eq!(normal("&amp;eacute;t&#233;&#xe9; &inconnu;"), "étéé &inconnu;");
    }

    #[test]
    fn every_place_leads_back_to_the_raw_text() {
        assert_eq!(behind("  <b>l&rsquo;Ã©cole</b>   ici", "école"), "Ã©cole");
        assert_eq!(behind("  <b>l&rsquo;Ã©cole</b>   ici", "’"), "&rsquo;");
        assert_eq!(behind("a  \u{a0} b", " "), "  \u{a0} ");
        assert_eq!(behind("e\u{301}lu", "é"), "e\u{301}");
        assert_eq!(Normal::of("").raw_span(0..9), 0..0);
        assert_eq!(Normal::of("été").raw_span(0..5), 0..3);
    }

    proptest! {
        #[test]
        fn spans_are_monotone_and_within_bounds(raw in "[ a-zé<>&;/pbli'.\u{300}-\u{303}\u{a0}\r\nÃ©â€™\u{200b}]{0,60}|\\PC{0,40}|(?s:.{0,40})") {
            let normal = Normal::of(&raw);
            let scalars = raw.chars().count();
            let mut last = 0..0;
            for (at, c) in normal.text.char_indices() {
                let span = normal.raw_span(at..at + c.len_utf8());
                prop_assert!(span.start < span.end && span.end <= scalars, "{span:?} of {scalars}");
                prop_assert!(span.start >= last.start && span.end >= last.end);
                last = span;
            }
        }

        #[test]
        fn normalising_twice_changes_nothing(raw in "[ a-zé<>&;/pbli'.\u{300}-\u{303}\u{a0}\r\nÃ©â€™\u{200b}\u{92}]{0,60}|(&amp;|&lt;|<p>|&|gt;|amp;|<<|…|\\.|-| |\n){0,20}|(?s:.{0,40})") {
            let once = normal(&raw);
            prop_assert_eq!(normal(&once), once);
        }

        #[test]
        fn plain_words_are_kept_to_the_letter(raw in "[a-zéèà]{1,8}( [a-zéèà]{1,8}){0,200}") {
            let found = Normal::of(&raw);
            prop_assert_eq!(&found.text, &raw);
            prop_assert_eq!(found.raw_span(0..raw.len()), 0..raw.chars().count());
        }
    }
}

//! Text to pieces: SentencePiece's normalisation and its unigram model.
//!
//! The crate `tokenizers` finds the same pieces in about the same time, but takes 0.2 s to load this dictionary, which is a
//! transducer read in place here, and brings dozens of crates.

use fst::raw::{Fst, Output};

use crate::ModelError;
use crate::charsmap::Charsmap;
use crate::format::Sections;

/// What stands for a space, and before the first word.
const SPACE: char = '▁';

/// Rows of the embedding that stand for no text.
pub(crate) const UNKNOWN: u32 = 0;
const START: u32 = 1;
const END: u32 = 2;
const SPECIAL: u32 = 3;

/// The pieces and their costs.
pub(crate) struct Tokenizer {
    /// Piece → rank.
    ranks: Fst<&'static [u8]>,
    /// Logarithms of probabilities: of an unknown character, then of each piece by rank.
    scores: Vec<f32>,
    charsmap: Charsmap,
}

/// The best way to reach a place of the text.
#[derive(Clone, Copy)]
struct Step {
    score: f64,
    from: usize,
    row: u32,
}

impl Tokenizer {
    pub(crate) fn read(sections: &mut Sections<'static>) -> Result<Self, ModelError> {
        let ranks = Fst::new(sections.bytes("pieces")?).map_err(|_| ModelError::Shape { part: "pieces" })?;
        let scores = sections.floats("scores")?;
        let charsmap = Charsmap::parse(sections.bytes("charsmap")?).ok_or(ModelError::Shape { part: "charsmap" })?;
        if scores.len() != ranks.len() + 1 {
            return Err(ModelError::Shape { part: "scores" });
        }
        Ok(Self { ranks, scores, charsmap })
    }

    /// Rows of the embedding.
    pub(crate) fn rows(&self) -> usize {
        self.ranks.len() + SPECIAL as usize
    }

    /// The rows of the embedding that `text` calls for, between start and end; none when there is nothing to read in it.
    pub(crate) fn rows_of(&self, text: &str) -> Vec<u32> {
        let text = self.normalise(text);
        if text.is_empty() {
            return Vec::new();
        }
        let steps = self.steps(&text);
        let mut rows = vec![END];
        let mut end = text.len();
        while end > 0 {
            rows.push(steps[end].row);
            end = steps[end].from;
        }
        rows.push(START);
        rows.reverse();
        rows
    }

    /// NFKC and the like; every run of spaces one [`SPACE`], one before the first word, none at the end.
    fn normalise(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + SPACE.len_utf8());
        let (mut rest, mut space) = (text, true);
        while !rest.is_empty() {
            let (replacement, length) = self.charsmap.prefix(rest);
            rest = &rest[length..];
            for c in replacement.chars() {
                if c == ' ' {
                    space = true;
                } else {
                    if std::mem::take(&mut space) {
                        out.push(SPACE);
                    }
                    out.push(c);
                }
            }
        }
        out
    }

    /// Viterbi's search: for each byte where a character ends, the best last piece; the shorter path wins a tie.
    fn steps(&self, text: &str) -> Vec<Step> {
        let mut steps = vec![Step { score: f64::NEG_INFINITY, from: 0, row: UNKNOWN }; text.len() + 1];
        steps[0].score = 0.0;
        for (from, c) in text.char_indices() {
            let single = from + c.len_utf8();
            let mut known = false;
            self.each_piece(&text.as_bytes()[from..], |length, rank| {
                known |= from + length == single;
                let score = steps[from].score + f64::from(self.scores[rank + 1]);
                improve(&mut steps[from + length], Step { score, from, row: rank as u32 + SPECIAL });
            });
            if !known {
                let score = steps[from].score + f64::from(self.scores[0]);
                improve(&mut steps[single], Step { score, from, row: UNKNOWN });
            }
        }
        steps
    }

    /// Calls `take` with the length and the rank of every piece that `text` begins with.
    fn each_piece(&self, text: &[u8], mut take: impl FnMut(usize, usize)) {
        let (mut node, mut output) = (self.ranks.root(), Output::zero());
        for (i, &byte) in text.iter().enumerate() {
            let Some(transition) = node.find_input(byte) else { break };
            let transition = node.transition(transition);
            output = output.cat(transition.out);
            node = self.ranks.node(transition.addr);
            if node.is_final() {
                take(i + 1, output.cat(node.final_output()).value() as usize);
            }
        }
    }
}

fn improve(step: &mut Step, candidate: Step) {
    if candidate.score > step.score {
        *step = candidate;
    }
}

//! What the engine reads in a text by its words alone: a window for benches and tools onto stages that are otherwise inside.

use crate::expected::Expects;
use crate::ideas::{cut, matching};
use crate::kinds;
use crate::outcome::Kind;
use crate::propositions::phrase::quality;
use crate::propositions::read::read as demands;
use crate::propositions::{Asked, asks};
use arobase_text::normal::Normal;
use std::ops::Range;

/// What one idea does and asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// What it does first.
    pub kind: Kind,
    /// Everything that it does with its score, 0.5 to 1, the surest first.
    pub kinds: Vec<(Kind, f32)>,
    /// What it asks, best first.
    pub demands: Vec<Demand>,
}

/// Something asked for, said in the infinitive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demand {
    /// The phrase: first letter lower-case, no full stop.
    pub text: String,
    /// Rules applied, in order (analysis.md §3.9).
    pub rules: Vec<&'static str>,
    /// Refused rather than asked.
    pub refused: bool,
}

/// How well a phrase is worded, 0 to 1: its length, words known, nothing that points backwards.
pub fn fitness(phrase: &str) -> f32 {
    quality(phrase)
}

/// Reads `raw` as one idea, whatever its length; `carried` is the head of the enumeration it comes from (« il faut »), or empty.
pub fn read(raw: &str, carried: &str) -> Reading {
    answer(raw, carried, None)
}

/// Reads `raw` as one idea that answers `question`.
pub fn answer(raw: &str, carried: &str, question: Option<&str>) -> Reading {
    let text = Normal::of(raw).text;
    let found = demands(&text, carried);
    reading(&text, carried, found, Expects::of(question))
}

fn reading(text: &str, carried: &str, mut found: Vec<Asked>, expects: Expects) -> Reading {
    let asks = asks::heard(text, carried, expects, &mut found);
    let kinds = kinds::kinds(text, &matching(text), asks, expects);
    let demands = found
        .into_iter()
        .map(|asked| Demand { text: asked.text, rules: asked.rules, refused: asked.refused })
        .collect();
    Reading { kind: kinds::main(&kinds), kinds, demands }
}

/// One idea of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// Unicode scalars of the raw text.
    pub span: Range<usize>,
    /// Head carried from an enumeration, or empty.
    pub carried: String,
    /// What was read in it; none in the frame of a letter (greeting, signature).
    pub reading: Option<Reading>,
}

/// The ideas of one text that answers `question`, cut and read as in a run, without the other contributions.
pub fn ideas(raw: &str, question: Option<&str>) -> Vec<Segment> {
    let expects = Expects::of(question);
    let segment = |mut cut: crate::ideas::Cut| {
        let found = if cut.frame { Vec::new() } else { cut.asked() };
        let reading = (!cut.frame).then(|| reading(&cut.text, &cut.carried, found, expects));
        Segment { span: cut.span.clone(), carried: std::mem::take(&mut cut.carried), reading }
    };
    cut(raw, &Normal::of(raw)).into_iter().map(segment).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_idea_is_read_as_the_engine_reads_it() {
        let reading = read("Il faut rouvrir la gare.", "");
        assert_eq!(reading.kind, Kind::Proposal);
        assert_eq!(reading.demands[0].text, "rouvrir la gare");
        assert!(!reading.demands[0].refused);
        assert_eq!(read("La 4G ne passe pas au hameau.", "").demands, []);
        let wrong = Some("Quelles difficultés rencontrez-vous ?");
        assert_eq!(answer("Création de formulaires en double", "", wrong).kind, Kind::Problem);
        assert_eq!(answer("Création de formulaires en double", "", None).kind, Kind::Proposal);
        assert_eq!(answer("Création de formulaires en double", "", wrong).demands, []);
        assert_eq!(read("les écoles", "il faut rénover").demands[0].text, "rénover les écoles");
    }
}

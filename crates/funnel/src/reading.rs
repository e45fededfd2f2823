//! What the engine reads in a text by its words alone: a window for benches and tools onto stages that are otherwise inside.

use crate::kinds::kind;
use crate::outcome::Kind;
use crate::propositions::read::read as demands;
use arobase_text::normal::Normal;

/// What one idea does and asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// What it does.
    pub kind: Kind,
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

/// Reads `raw` as one idea, whatever its length; `carried` is the head of the enumeration it comes from (« il faut »), or empty.
pub fn read(raw: &str, carried: &str) -> Reading {
    let text = Normal::of(raw).text;
    let found = demands(&text, carried);
    let kind = kind(&text, !found.is_empty());
    let demands = found
        .into_iter()
        .map(|asked| Demand { text: asked.text, rules: asked.rules, refused: asked.refused })
        .collect();
    Reading { kind, demands }
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
        assert_eq!(read("les écoles", "il faut rénover").demands[0].text, "rénover les écoles");
    }
}

//! A proposition takes the words of one idea.

use super::{Check, Findings, Reading};
use crate::edits::BY_HAND;
use crate::id::IdeaId;
use crate::record::{IdeaRow, Record};
use std::collections::BTreeMap;

/// Letters that a word and the one it was made from begin with: « création » and « créer ».
const ROOT: usize = 3;

/// What rules put for a word: « les élus doivent être plus formés » → « former davantage les élus »; « moins de panneaux » → « réduire le nombre de
/// panneaux ».
const LENT: [(&str, &str); 2] = [("plus", "davantage"), ("moins", "nombre")];

pub(super) fn check(record: &Record, reading: Reading<'_>, findings: &mut Findings) {
    let ideas: BTreeMap<&IdeaId, &IdeaRow> = record.ideas.iter().map(|idea| (&idea.idea_id, idea)).collect();
    for one in &record.propositions {
        let Some(source) = ideas.get(&one.source_idea_id) else {
            findings.note(Check::Unknown, "propositions.csv", &one.proposition_id, &one.source_idea_id, "ideas.csv");
            continue;
        };
        if one.source_start < source.start || one.source_end > source.end || one.source_start >= one.source_end {
            let said = format!("{}–{}", one.source_start, one.source_end);
            findings.note(
                Check::Span,
                "propositions.csv",
                &one.proposition_id,
                said,
                format!("{}–{}", source.start, source.end),
            );
        }
        // A person may say it in their own words.
        if one.rules == BY_HAND {
            continue;
        }
        let foreign = foreign(&one.text, &format!("{} {}", source.carried, source.text), reading);
        if !foreign.is_empty() {
            findings.note(Check::Words, "propositions.csv", &one.proposition_id, foreign.join(", "), &source.idea_id);
        }
    }
}

/// Words of the proposition that its source does not have, the first one excepted: it is the verb, which rules may put in (« renforcer »).
fn foreign(proposition: &str, source: &str, reading: Reading<'_>) -> Vec<String> {
    let words = (reading.words)(source);
    let joined: Vec<String> = words.windows(2).flat_map(|pair| (reading.stems)(&pair.concat())).collect();
    let said = [(reading.stems)(source), words.clone()].concat();
    let root = |word: &str| word.chars().take(ROOT).collect::<String>();
    let known = |word: &String| said.iter().any(|other| other == word || root(other) == root(word));
    let apart = |word: &String| joined.contains(&letters(word));
    let lent: Vec<String> = LENT
        .iter()
        .filter(|(said, _)| words.iter().any(|word| word == said))
        .flat_map(|(_, put)| (reading.stems)(put))
        .collect();
    let asked = (reading.stems)(proposition).into_iter().skip(1);
    asked.filter(|word| !known(word) && !apart(word) && !lent.contains(word)).collect()
}

/// « au-delà » as « audelà »: its author may have typed « au delà », as others type « d’avantage ».
fn letters(word: &str) -> String {
    word.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    }

    /// Words of more than three letters, a hyphen inside them kept.
    fn stems(text: &str) -> Vec<String> {
        text.split([' ', '’', '.']).filter(|word| word.chars().count() > 3).map(str::to_lowercase).collect()
    }

    fn foreign_words(proposition: &str, source: &str) -> Vec<String> {
        foreign(proposition, source, Reading { stems: &stems, words: &words })
    }

    #[test]
    fn words_typed_in_two_are_those_of_the_source() {
        assert_eq!(foreign_words("ouvrir davantage la halle", "Ouvrir d’avantage la halle"), Vec::<String>::new());
        assert_eq!(
            foreign_words("garder la halle au-delà de juin", "garder la halle au delà de juin"),
            Vec::<String>::new()
        );
        assert_eq!(foreign_words("ouvrir davantage la halle", "Ouvrir la halle"), ["davantage"]);
        assert_eq!(foreign_words("garder la piscine", "garder la halle"), ["piscine"]);
    }

    #[test]
    fn rules_lend_a_word_for_another() {
        let none = Vec::<String>::new();
        assert_eq!(foreign_words("former davantage les élus", "les élus doivent être plus formés"), none);
        assert_eq!(foreign_words("réduire le nombre de panneaux", "Moins de panneaux"), none);
        assert_eq!(foreign_words("réduire le nombre de panneaux", "Plus de panneaux"), ["nombre"]);
    }
}

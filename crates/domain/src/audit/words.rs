//! A proposition takes the words of one idea.

use super::{Check, Findings, Reading};
use crate::id::IdeaId;
use crate::record::{IdeaRow, PropositionRow, Record};
use std::collections::BTreeMap;

/// Letters that a word and the one it was made from begin with: « création » and « créer ».
const ROOT: usize = 3;

/// What a rule puts for « plus » beside a verb: « les élus doivent être plus formés » → « former davantage les élus ».
const MORE: &str = "davantage";

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
        let foreign = foreign(one, source, reading);
        if !foreign.is_empty() {
            findings.note(Check::Words, "propositions.csv", &one.proposition_id, foreign.join(", "), &source.idea_id);
        }
    }
}

/// Words of the proposition that its source does not have, the first one excepted: it is the verb, which rules may put in (« renforcer »).
fn foreign(one: &PropositionRow, source: &IdeaRow, reading: Reading<'_>) -> Vec<String> {
    let text = format!("{} {}", source.carried, source.text);
    let said = [(reading.stems)(&text), (reading.words)(&text)].concat();
    let root = |word: &str| word.chars().take(ROOT).collect::<String>();
    let known = |word: &String| said.iter().any(|other| other == word || root(other) == root(word));
    let lent =
        if (reading.words)(&text).iter().any(|word| word == "plus") { (reading.stems)(MORE) } else { Vec::new() };
    (reading.stems)(&one.text).into_iter().skip(1).filter(|word| !known(word) && !lent.contains(word)).collect()
}

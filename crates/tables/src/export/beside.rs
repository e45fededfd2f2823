//! Files for those who curate, beside the tables of the contract: both sides of each controversy, who is addressed, what to complete.
//!
//! They say nothing that the fingerprint of a run should depend on.

use super::files::sheet;
use arobase_domain::{Analysis, Idea, IdeaId, Proposition, PropositionId};
use std::collections::BTreeMap;
use std::io::{self, Write};

type WriteFile = fn(&Analysis, &mut dyn Write) -> io::Result<()>;

/// Every file with its writer.
pub(super) const ALL: [(&str, WriteFile); 3] =
    [("controversies.csv", controversies), ("addressees.csv", addressees), ("to_complete.csv", to_complete)];

/// Both sides of each controversy, with who stands behind each.
fn controversies(analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
    let columns =
        "one_id,other_id,question_id,one_text,other_text,one_authors,other_authors,one_territories,other_territories";
    let by_id: BTreeMap<&PropositionId, &Proposition> =
        analysis.propositions.iter().map(|proposition| (&proposition.id, proposition)).collect();
    let pairs = analysis.controversies.iter().filter_map(|pair| Some((by_id.get(&pair.one)?, by_id.get(&pair.other)?)));
    sheet(out, columns, pairs, |(one, other)| {
        vec![
            one.id.to_string(),
            other.id.to_string(),
            one.question.to_string(),
            one.text.clone(),
            other.text.clone(),
            one.support.authors_dedup.to_string(),
            other.support.authors_dedup.to_string(),
            one.support.territories.to_string(),
            other.support.territories.to_string(),
        ]
    })
}

/// Who should act, at which level, for whom, with the words that say so.
fn addressees(analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
    sheet(out, "proposition_id,role,key,words", &analysis.close.addressees, |named| {
        vec![named.proposition.to_string(), named.role.clone(), named.key.clone(), named.words.clone()]
    })
}

/// Demands that a person must complete, with their words.
fn to_complete(analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
    let by_id: BTreeMap<&IdeaId, &Idea> = analysis.ideas.iter().map(|idea| (&idea.id, idea)).collect();
    let rows = analysis.close.to_complete.iter().filter_map(|missing| Some((missing, by_id.get(&missing.idea)?)));
    sheet(out, "idea_id,contribution_id,theme_id,reason,carried,text", rows, |(missing, idea)| {
        vec![
            idea.id.to_string(),
            idea.contribution.to_string(),
            idea.theme.as_ref().map(ToString::to_string).unwrap_or_default(),
            missing.reason.clone(),
            idea.carried.clone(),
            idea.text.clone(),
        ]
    })
}

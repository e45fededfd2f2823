//! The clauses of the published text that a contribution or a proposition led to.

use super::public::clause_label;
use crate::Error;
use crate::lang::Lang;
use crate::state::AppState;
use crate::url::{Target, Url};
use arobase_domain::motion::{Motion, Source};
use arobase_domain::{Clause, ClauseId, PropositionId};

/// A clause: its address, its number and first words.
pub(crate) type Led = (Url, String);

/// The clauses that a contribution led to; none before the text is published.
pub(crate) async fn from_contribution(state: &AppState, lang: Lang, number: u32) -> Result<Vec<Led>, Error> {
    let Some((version, written)) = state.store.published_motion(&state.edition.id).await? else {
        return Ok(Vec::new());
    };
    let ids = state.store.clauses_from(&state.edition.id, version.number, number).await?;
    Ok(led(lang, &written.motion, |clause| ids.contains(&clause.id)))
}

/// The clauses that took up a proposition; none before the text is published.
pub(crate) async fn from_proposition(state: &AppState, lang: Lang, id: &PropositionId) -> Result<Vec<Led>, Error> {
    let Some((_, written)) = state.store.published_motion(&state.edition.id).await? else { return Ok(Vec::new()) };
    let source = Source::Proposition(id.clone());
    Ok(led(lang, &written.motion, |clause| clause.sources.contains(&source)))
}

fn led(lang: Lang, motion: &Motion, keep: impl Fn(&Clause) -> bool) -> Vec<Led> {
    let address = |id: &ClauseId| Target::MotionClause(id.clone(), 1).in_lang(lang);
    let kept = motion.numbered().filter(|(_, clause)| keep(clause));
    kept.map(|(number, clause)| (address(&clause.id), clause_label(number, &clause.text))).collect()
}

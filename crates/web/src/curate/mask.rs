//! Personal data of the open idea: what the engine found, what is masked.

use super::form::{Sent, Unclear};
use super::opened::Opened;
use crate::Error;
use crate::funnel::cut;
use crate::state::AppState;
use arobase_domain::Idea;
use arobase_domain::edits::{Gesture, Wish};

/// What is wished by a form that masks words of the open idea's contribution: only words that are there.
pub(super) async fn wish(state: &AppState, opened: &Opened, sent: &Sent) -> Result<Result<Wish, Unclear>, Error> {
    let id = sent.open();
    let idea = &opened.analysis.ideas[*opened.places.get(&id).ok_or_else(Error::not_found)?];
    let number = idea.contribution.number().ok_or_else(Error::not_found)?;
    let contribution = state.store.contribution(&state.edition.id, number).await?.ok_or_else(Error::not_found)?;
    let words = sent.field("words").to_owned();
    let said = |text: &str| !words.is_empty() && text.contains(&words);
    let there = said(&contribution.text) || contribution.title.as_deref().is_some_and(said);
    Ok(if there { Ok(Wish::Make(Gesture::Mask { idea: id, words })) } else { Err(Unclear::Words) })
}

/// The words that the engine takes for personal data in an idea of this contribution's text, and that nobody has masked.
pub(super) fn proposed(opened: &Opened, idea: &Idea, text: &str) -> Vec<String> {
    let found = opened.analysis.personal.iter().filter(|datum| {
        datum.contribution == idea.contribution && datum.span.start < idea.span.end && idea.span.start < datum.span.end
    });
    let words = found.map(|datum| cut(text, datum.span).1.trim().to_owned());
    words.filter(|words| !words.is_empty() && !masked(opened, idea).contains(words)).collect()
}

/// The words masked in the contribution of an idea.
pub(super) fn masked(opened: &Opened, idea: &Idea) -> Vec<String> {
    opened.bench.state.masks.get(&idea.contribution).into_iter().flatten().cloned().collect()
}

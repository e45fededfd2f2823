//! A clause begins with what is to be done.

use super::{Clause, plain};
use crate::lexicon::Lexicon;
use std::ops::Range;

/// What may come before the verb: negation, pronouns.
const AHEAD: &[&str] =
    &["ne", "n'", "pas", "plus", "jamais", "se", "s'", "y", "en", "le", "la", "les", "l'", "leur", "lui"];

/// Adverbs that may, beside those in -ment.
const ADVERBS: &[&str] =
    &["bien", "mieux", "davantage", "enfin", "aussi", "ensuite", "toujours", "partout", "désormais"];

/// The place of the infinitive that opens the clause.
pub(super) fn verb(clause: &Clause) -> Option<usize> {
    let first = clause.words.iter().position(|word| !ahead(word.text))?;
    Lexicon::french().is_infinitive(clause.words[first].text).then_some(first)
}

/// The first word, if the clause does not open on an infinitive.
pub(super) fn missing(clause: &Clause) -> Option<Range<usize>> {
    let first = clause.words.first()?;
    verb(clause).is_none().then_some(first.start..first.end)
}

/// Whether a word may stand between what governs a verb and the verb.
pub(super) fn ahead(word: &str) -> bool {
    let word = plain(word);
    AHEAD.contains(&word.as_str()) || is_adverb(&word)
}

fn is_adverb(word: &str) -> bool {
    let lexicon = Lexicon::french();
    ADVERBS.contains(&word)
        || (word.ends_with("ment") && word.len() > 7 && !lexicon.is_noun(word) && !lexicon.is_finite_verb(word))
}

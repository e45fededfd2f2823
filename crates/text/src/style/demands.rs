//! One demand in a clause: another infinitive beside the first, or a sentence that asks again.

use super::{Clause, opening, plain};
use crate::lexicon::Lexicon;
use std::ops::Range;

/// What makes an infinitive depend on what comes before.
const PREPOSITIONS: &[&str] = &[
    "à", "de", "d'", "pour", "sans", "par", "afin", "jusqu'", "avant", "après", "voire", "comment", "où", "qui", "que",
    "qu'",
];

/// What puts an infinitive beside another.
const LINKS: &[&str] = &["et", "ou", "puis", "ni", "mais"];

/// What makes a noun of an infinitive: « le pouvoir », « un savoir ».
const DETERMINERS: &[&str] = &[
    "le", "la", "l'", "un", "une", "ce", "cet", "du", "au", "son", "leur", "notre", "votre", "tout", "chaque", "aucun",
    "quel",
];

/// Verbs by which a sentence asks.
const ASK: &[&str] = &[
    "doit",
    "doivent",
    "devra",
    "devront",
    "devrait",
    "devraient",
    "demandons",
    "demande",
    "exigeons",
    "faut",
    "faudrait",
];

/// How an infinitive stands.
#[derive(Clone, Copy, PartialEq)]
enum Standing {
    /// The clause asks for it.
    Asked,
    /// It says why, how or what of.
    Governed,
}

/// What is asked beside the first demand: the verbs that open it.
pub(super) fn further(clause: &Clause) -> Vec<Range<usize>> {
    let Some(main) = opening::verb(clause) else { return asking_again(clause, 0) };
    let mut last = Standing::Asked;
    let mut found = Vec::new();
    for at in main + 1..clause.words.len() {
        let Some(standing) = standing(clause, at, last) else { continue };
        if standing == Standing::Asked {
            found.push(clause.words[at].start..clause.words[at].end);
        }
        last = standing;
    }
    found.extend(asking_again(clause, clause.words[main].end));
    found
}

/// How the word stands if it is an infinitive, `last` being how the one before it did.
fn standing(clause: &Clause, at: usize, last: Standing) -> Option<Standing> {
    let lexicon = Lexicon::french();
    let word = clause.words[at].text;
    if !lexicon.is_infinitive(word) {
        return None;
    }
    let previous = plain(clause.words[at - 1].text);
    if lexicon.is_noun(word) && (DETERMINERS.contains(&previous.as_str()) || lexicon.is_adjective(&previous)) {
        return None;
    }
    let link = (1..=at).rev().find(|&at| !opening::ahead(clause.words[at - 1].text) || parted(clause, at))?;
    let before = plain(clause.words[link - 1].text);
    if clause.before(link).contains(['.', ';']) {
        return Some(Standing::Asked);
    }
    let beside = LINKS.contains(&before.as_str()) || clause.before(link).contains(',');
    match beside {
        true => Some(last),
        false if PREPOSITIONS.contains(&before.as_str()) => Some(Standing::Governed),
        false if lexicon.is_verb_form(&before) => Some(Standing::Governed),
        false => None,
    }
}

fn parted(clause: &Clause, at: usize) -> bool {
    clause.before(at).contains([',', ';', '.', ':'])
}

/// The verbs of later sentences that ask: « Les opérateurs doivent… ».
fn asking_again(clause: &Clause, from: usize) -> Vec<Range<usize>> {
    let first = clause.sentences.first().map_or(usize::MAX, |first| first.end.max(from));
    let later = clause.words.iter().filter(|word| word.start >= first && ASK.contains(&plain(word.text).as_str()));
    later.map(|word| word.start..word.end).collect()
}

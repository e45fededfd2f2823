//! Who is to act, when a clause says it: « demander à l’État », « par les opérateurs », « que la région finance ».

use super::{Clause, plain};
use crate::lexicon::Lexicon;
use std::ops::Range;

/// Verbs that give something to do to whom they name.
const GIVE: &[&str] = &[
    "demander",
    "obliger",
    "contraindre",
    "imposer",
    "confier",
    "exiger",
    "inviter",
    "charger",
    "autoriser",
    "permettre",
    "astreindre",
    "enjoindre",
    "habiliter",
    "inciter",
    "interdire",
    "attribuer",
    "réclamer",
    "obtenir",
    "appeler",
    "engager",
];

/// Verbs of a body that must or may.
const MAY: &[&str] =
    &["doit", "doivent", "devra", "devront", "devrait", "devraient", "peut", "peuvent", "pourra", "pourront"];

/// Those who can act, one word each, in the singular.
const BODIES: &[&str] = &[
    "état",
    "gouvernement",
    "parlement",
    "législateur",
    "ministère",
    "ministre",
    "préfecture",
    "préfet",
    "europe",
    "union",
    "région",
    "département",
    "intercommunalité",
    "epci",
    "agglomération",
    "métropole",
    "communauté",
    "syndicat",
    "commune",
    "mairie",
    "maire",
    "municipalité",
    "ville",
    "collectivité",
    "conseil",
    "administration",
    "caf",
    "cpam",
    "caisse",
    "impôt",
    "urssaf",
    "opérateur",
    "fournisseur",
    "éditeur",
    "plateforme",
    "hébergeur",
    "fabricant",
    "constructeur",
    "prestataire",
    "association",
    "école",
    "collège",
    "lycée",
    "université",
    "rectorat",
    "académie",
    "entreprise",
    "employeur",
    "banque",
    "assureur",
    "hôpital",
    "agence",
    "président",
    "élu",
    "anct",
    "cnil",
    "arcep",
    "poste",
    "sncf",
    "edf",
    "législature",
];

/// Words between the one that gives and the body, articles and adjectives.
const NEAR: usize = 4;

/// The whole clause, if it does not say who is to act.
pub(super) fn missing(clause: &Clause) -> Option<Range<usize>> {
    let acts = (0..clause.words.len()).any(|at| is_body(clause.words[at].text) && acts(clause, at));
    (!acts).then(|| clause.words[0].start..clause.text.trim_end().len())
}

fn is_body(word: &str) -> bool {
    let lemma = Lexicon::french().lemma(word);
    BODIES.contains(&lemma.as_str()) || BODIES.contains(&plain(word).as_str())
}

/// Whether the body at this place is given something to do.
fn acts(clause: &Clause, at: usize) -> bool {
    let lexicon = Lexicon::french();
    let follows = clause.words[at + 1..].iter().take(3).any(|word| MAY.contains(&plain(word.text).as_str()));
    let before = &clause.words[at.saturating_sub(NEAR)..at];
    let given = before.iter().any(|word| {
        let word = plain(word.text);
        ["que", "qu'", "par"].contains(&word.as_str()) || GIVE.iter().any(|give| lexicon.lemma(&word) == *give)
    });
    follows || given
}

//! What a verb wants done, whatever the verb: « créer », « installer » and « généraliser » a network are one intent.

/// Verbs that ask for the same thing, after the one that says it for all of them. A table.
const INTENTS: &[(&str, &[&str])] = &[
    (
        "développer",
        &[
            "développer",
            "créer",
            "prévoir",
            "instaurer",
            "mettre",
            "ouvrir",
            "généraliser",
            "étendre",
            "déployer",
            "installer",
            "augmenter",
            "multiplier",
            "investir",
            "accélérer",
            "privilégier",
            "encourager",
            "favoriser",
            "promouvoir",
            "soutenir",
            "proposer",
            "introduire",
            "ajouter",
            "construire",
            "organiser",
            "utiliser",
            "adopter",
        ],
    ),
    ("maintenir", &["maintenir", "garder", "conserver", "préserver", "sauvegarder", "pérenniser", "laisser"]),
    ("financer", &["financer", "payer", "subventionner", "rembourser", "indemniser", "rémunérer"]),
    ("réduire", &["réduire", "diminuer", "baisser", "alléger", "éteindre", "limiter", "plafonner", "abaisser"]),
    (
        "encadrer",
        &[
            "encadrer",
            "réguler",
            "contrôler",
            "réglementer",
            "surveiller",
            "sanctionner",
            "obliger",
            "vérifier",
            "interdire",
        ],
    ),
    ("protéger", &["protéger", "sécuriser", "défendre", "sauver"]),
    ("garantir", &["garantir", "assurer", "respecter", "inscrire", "reconnaître", "rétablir", "affirmer"]),
    ("accompagner", &["accompagner", "aider", "informer", "sensibiliser", "éduquer"]),
    ("former", &["former", "apprendre", "enseigner", "initier"]),
    ("simplifier", &["simplifier", "clarifier", "harmoniser", "unifier", "regrouper", "faciliter"]),
    ("mutualiser", &["mutualiser", "partager"]),
    ("améliorer", &["améliorer", "moderniser", "adapter", "rénover", "revoir", "réformer"]),
    ("associer", &["associer", "consulter", "écouter", "impliquer"]),
];

/// Intents and verbs that all ask for more of a thing, or for less of it. A table.
const MORE: &[&str] = &[
    "développer",
    "maintenir",
    "garantir",
    "améliorer",
    "financer",
    "offrir",
    "avoir",
    "donner",
    "disposer",
    "fournir",
    "renforcer",
    "recréer",
    "rouvrir",
    "redonner",
    "remettre",
    "permettre",
    "revenir",
    "implanter",
    "doter",
];
const LESS: &[&str] = &[
    "réduire",
    "supprimer",
    "arrêter",
    "cesser",
    "éviter",
    "abandonner",
    "stopper",
    "renoncer",
    "interdire",
    "abolir",
    "retirer",
    "abroger",
    "éliminer",
    "refuser",
    "bannir",
];

/// Whether a demand is for more of its object (« offrir », « renforcer », « maintenir ») or for less of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    More,
    Less,
}

/// Which way a verb goes; `None` where it says neither (« simplifier »).
pub(crate) fn way(verb: &str) -> Option<Way> {
    let goes = |table: &[&str]| table.contains(&verb) || intent(verb).is_some_and(|intent| table.contains(&intent));
    if goes(LESS) { Some(Way::Less) } else { goes(MORE).then_some(Way::More) }
}

/// The verb that says for all of its kind what `verb` asks; `None` for a verb of no kind.
pub(crate) fn intent(verb: &str) -> Option<&'static str> {
    INTENTS.iter().find(|(_, verbs)| verbs.contains(&verb)).map(|(intent, _)| *intent)
}

#[cfg(test)]
mod tests {
    use super::*;
    use arobase_text::lexicon::Lexicon;
    use std::collections::BTreeSet;

    #[test]
    fn every_verb_is_an_infinitive_of_one_intent() {
        let verbs: Vec<&str> = INTENTS.iter().flat_map(|(_, verbs)| verbs.iter().copied()).collect();
        assert_eq!(verbs.iter().collect::<BTreeSet<_>>().len(), verbs.len());
        assert!(verbs.iter().all(|verb| Lexicon::french().is_infinitive(verb)));
        assert!(INTENTS.iter().all(|(name, verbs)| verbs.first() == Some(name)));
    }
}

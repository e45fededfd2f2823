//! Demands that pull opposite ways: refused on one side and asked on the other, or begun by verbs that undo each other.

use super::Asked;
use arobase_text::stem::fold;
use std::collections::BTreeSet;

/// The verbs of one side, and those of the other.
type Family = (&'static [&'static str], &'static [&'static str]);

/// Families of verbs: each of the first pulls against each of the second.
const OPPOSITES: &[Family] = &[
    (
        &[
            "maintenir",
            "garder",
            "conserver",
            "creer",
            "generaliser",
            "developper",
            "retablir",
            "rouvrir",
            "ouvrir",
            "preserver",
            "deployer",
            "installer",
            "instaurer",
            "mettre en place",
            "prevoir",
        ],
        &[
            "supprimer",
            "abolir",
            "eliminer",
            "abandonner",
            "interdire",
            "demanteler",
            "retirer",
            "mettre fin",
            "mettre un terme",
            "en finir",
            "refuser",
            "renoncer",
            "bannir",
            "fermer",
            "arreter",
            "stopper",
        ],
    ),
    (
        &[
            "augmenter",
            "renforcer",
            "accroitre",
            "multiplier",
            "relever",
            "developper",
            "generaliser",
            "etendre",
            "elargir",
            "encourager",
        ],
        &["reduire", "diminuer", "baisser", "limiter", "restreindre", "plafonner", "moderer"],
    ),
    (
        &["autoriser", "permettre", "encourager", "utiliser", "developper", "promouvoir", "favoriser"],
        &["interdire", "empecher", "refuser", "bannir", "proscrire", "decourager"],
    ),
    (
        &["centraliser", "transferer", "confier", "regrouper", "fusionner"],
        &["decentraliser", "laisser", "garder", "maintenir", "separer", "scinder"],
    ),
    (&["obliger", "imposer", "rendre", "contraindre"], &["laisser", "renoncer", "liberer"]),
    (&["privatiser", "externaliser", "vendre"], &["nationaliser", "internaliser"]),
    (&["eteindre"], &["maintenir", "garder", "allumer", "rallumer", "eclairer"]),
    (&["accelerer"], &["ralentir", "freiner", "suspendre", "reporter"]),
    (&["simplifier", "alleger"], &["alourdir", "durcir", "complexifier"]),
];

/// What turns the verb that follows into its contrary.
const NEGATIONS: &[&str] = &[
    "ne pas ",
    "ne plus ",
    "ne jamais ",
    "eviter de ",
    "eviter d’",
    "cesser de ",
    "cesser d’",
    "arreter de ",
    "arreter d’",
    "renoncer a ",
];

/// Which way a demand pulls, read once: comparing two is then a few instructions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Pull {
    refused: bool,
    /// « ne pas … »: the sides below are those of the verb refused.
    negated: bool,
    /// Bit k: begins with a verb of the first, or of the second, side of the k-th family of [`OPPOSITES`].
    sides: [u32; 2],
}

impl Pull {
    /// Reads the verb of a demand.
    pub(crate) fn of(asked: &Asked) -> Self {
        let folded = fold(&asked.text);
        let under = NEGATIONS.iter().find_map(|negation| folded.strip_prefix(negation));
        let phrase = under.unwrap_or(&folded);
        let sides = [sides(phrase, |family| family.0), sides(phrase, |family| family.1)];
        Self { refused: asked.refused, negated: under.is_some(), sides }
    }

    /// Whether the two cannot both be granted, if they are about the same thing.
    ///
    /// « Ne pas fermer » and « maintenir » ask the same; so do « mettre fin à » and « supprimer ».
    pub(crate) fn against(self, other: Self) -> bool {
        let [first, second] = self.sides;
        let contrary = first & other.sides[1] != 0 || second & other.sides[0] != 0;
        let same_side = first & other.sides[0] != 0 || second & other.sides[1] != 0;
        if self.negated == other.negated { contrary || self.refused != other.refused && !same_side } else { !contrary }
    }
}

/// Whether, in some family, all the verbs of one text pull against all those of the other.
pub(crate) fn undo(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    let holds = |verbs: &BTreeSet<String>, side: &[&str]| side.iter().any(|verb| verbs.contains(*verb));
    OPPOSITES.iter().any(|(first, second)| {
        let [a, b] = [one, other].map(|verbs| (holds(verbs, first), holds(verbs, second)));
        matches!((a, b), ((true, false), (false, true)) | ((false, true), (true, false)))
    })
}

/// One bit for each family whose chosen side holds the phrase's verb.
fn sides(phrase: &str, side: impl Fn(&Family) -> &'static [&'static str]) -> u32 {
    let holds = |family: &Family| side(family).iter().any(|verb| begins(phrase, verb));
    OPPOSITES.iter().enumerate().filter(|(_, family)| holds(family)).fold(0, |bits, (k, _)| bits | 1 << k)
}

fn begins(phrase: &str, verb: &str) -> bool {
    phrase.strip_prefix(verb).is_some_and(|rest| rest.starts_with(' '))
}

const _: () = assert!(OPPOSITES.len() <= 32, "one bit a family");

#[cfg(test)]
mod tests {
    use super::*;

    fn against(a: &str, b: &str) -> bool {
        let pull = |text: &str| {
            Pull::of(&Asked {
                text: text.to_owned(),
                rules: Vec::new(),
                justification: String::new(),
                refused: crate::propositions::refuse::refuses(text),
                quality: 1.0,
            })
        };
        let (one, other) = (pull(a), pull(b));
        assert_eq!(one.against(other), other.against(one), "{a} / {b}");
        one.against(other)
    }

    #[test]
    fn contraries_pull_apart() {
        for (a, b) in [
            ("maintenir les départements", "supprimer les départements"),
            ("créer une taxe locale", "supprimer une taxe locale"),
            ("augmenter les dotations", "réduire les dotations"),
            ("fermer la mairie le samedi", "ouvrir la mairie le samedi"),
            ("interdire les écrans", "autoriser les écrans"),
            ("centraliser les achats", "décentraliser les achats"),
            ("ne pas dématérialiser les démarches", "dématérialiser les démarches"),
            ("obliger les agents à se former", "laisser les agents choisir"),
            ("éviter de fermer les gares", "fermer les gares"),
            ("mettre fin à la numérisation", "numériser les démarches"),
            ("ne pas fermer les gares", "mettre fin aux gares"),
        ] {
            assert!(against(a, b), "{a} / {b}");
        }
    }

    #[test]
    fn equivalents_do_not() {
        for (a, b) in [
            ("ne pas fermer les gares", "maintenir les gares"),
            ("ne plus supprimer les classes", "maintenir les classes"),
            ("mettre fin aux doublons", "supprimer les doublons"),
            ("former les agents", "équiper les agents"),
            ("ne pas fermer les gares", "ne plus fermer les gares"),
            ("rendre les démarches simples", "simplifier les démarches"),
            ("ouvrir la mairie le samedi", "ouvrir une agence postale"),
        ] {
            assert!(!against(a, b), "{a} / {b}");
        }
    }
}

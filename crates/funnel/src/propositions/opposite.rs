//! Demands that pull opposite ways: refused on one side and asked on the other, or begun by verbs that undo each other.

use super::Asked;
use arobase_text::stem::fold;

/// Verbs that pull the other way.
const OPPOSITES: &[(&str, &str)] = &[
    ("maintenir", "supprimer"),
    ("garder", "supprimer"),
    ("conserver", "supprimer"),
    ("autoriser", "interdire"),
    ("encourager", "interdire"),
    ("developper", "interdire"),
    ("developper", "limiter"),
    ("encourager", "limiter"),
    ("eteindre", "maintenir"),
    ("ouvrir", "fermer"),
    ("augmenter", "reduire"),
    ("augmenter", "diminuer"),
    ("renforcer", "reduire"),
    ("imposer", "laisser"),
    ("obliger", "laisser"),
    ("rendre", "laisser"),
    ("generaliser", "supprimer"),
    ("generaliser", "interdire"),
    ("generaliser", "limiter"),
    ("centraliser", "laisser"),
    ("transferer", "garder"),
    ("transferer", "laisser"),
    ("transferer", "maintenir"),
    ("confier", "laisser"),
    ("confier", "garder"),
    ("deployer", "interdire"),
    ("installer", "interdire"),
    ("utiliser", "interdire"),
    ("rendre", "renoncer"),
    ("imposer", "renoncer"),
    ("ne pas", "rendre"),
    ("mettre fin", "maintenir"),
    ("eteindre", "rallumer"),
    ("eteindre", "garder"),
    ("deployer", "refuser"),
    ("installer", "refuser"),
    ("maintenir", "mettre fin"),
];

/// Which way a demand pulls, read once: comparing two is then a few instructions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Pull {
    refused: bool,
    /// Bit k: begins with the first, or with the second, verb of the k-th pair of [`OPPOSITES`].
    sides: [u128; 2],
}

impl Pull {
    /// Reads the verb of a demand.
    pub(crate) fn of(asked: &Asked) -> Self {
        let phrase = fold(&asked.text);
        let side = |verb: fn(&(&'static str, &'static str)) -> &'static str| {
            let held = OPPOSITES.iter().enumerate().filter(|(_, pair)| begins(&phrase, verb(pair)));
            held.fold(0, |bits, (k, _)| bits | 1 << k)
        };
        Self { refused: asked.refused, sides: [side(|pair| pair.0), side(|pair| pair.1)] }
    }

    /// Whether the two cannot both be granted, if they are about the same thing.
    pub(crate) fn against(self, other: Self) -> bool {
        let [first, second] = self.sides;
        self.refused != other.refused || first & other.sides[1] != 0 || second & other.sides[0] != 0
    }
}

fn begins(phrase: &str, verb: &str) -> bool {
    phrase.strip_prefix(verb).is_some_and(|rest| rest.starts_with(' '))
}

const _: () = assert!(OPPOSITES.len() <= 128, "one bit a pair");

#[cfg(test)]
mod tests {
    use super::*;

    fn pull(text: &str, refused: bool) -> Pull {
        Pull::of(&Asked {
            text: text.to_owned(),
            rules: Vec::new(),
            justification: String::new(),
            refused,
            quality: 1.0,
        })
    }

    #[test]
    fn verbs_that_undo_each_other_pull_apart() {
        let open = pull("ouvrir la mairie le samedi", false);
        assert!(open.against(pull("fermer la mairie le samedi", false)));
        assert!(pull("fermer la mairie le samedi", false).against(open));
        assert!(open.against(pull("ne pas ouvrir la mairie", true)));
        assert!(!open.against(pull("ouvrir une agence postale", false)));
        assert!(!open.against(pull("fermeture", false)));
    }
}

//! Words that witness for a kind, on the matching form: lower case, no accent, apostrophes as spaces, digits as 0.

use crate::outcome::Kind;
use regex::RegexSet;
use std::sync::LazyLock;

/// What a sign says when it is seen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sign {
    pub(super) kind: Kind,
    pub(super) weight: f32,
    source: &'static str,
}

/// All signs, matched in one pass.
pub(super) struct Signs {
    set: RegexSet,
}

impl Signs {
    /// The signs seen in `folded`.
    pub(super) fn matches<'a>(&'a self, folded: &'a str) -> impl Iterator<Item = &'static Sign> + 'a {
        self.set.matches(folded).into_iter().map(|at| &ALL[at])
    }
}

pub(super) static SIGNS: LazyLock<Signs> = LazyLock::new(|| Signs {
    set: RegexSet::new(ALL.iter().map(|sign| sign.source)).expect("signs are constants, compiled by a test"),
});

const fn sign(kind: Kind, weight: f32, source: &'static str) -> Sign {
    Sign { kind, weight, source }
}

const ALL: &[Sign] = &[
    sign(
        Kind::Problem,
        0.5,
        r"\bil (?:me |nous |leur )?(?:faut|a fallu) (?:0+|un|une|deux|trois|quatre|cinq|six|dix) (?:ans?|mois|jours?|heures?|semaines?|minutes?)\b",
    ),
    sign(
        Kind::Question,
        0.5,
        r"^(?:et |mais |alors )?(?:comment|pourquoi|quand|qui|que faire|quoi|est ce qu|a quand|quel(?:le)?s?|combien|ou (?:est|sont)|qu est ce)\b",
    ),
    sign(Kind::Question, 0.6, r"\b(?:je me demande|on peut se demander|qu en est il|reste a savoir)\b"),
    sign(
        Kind::Opposition,
        0.6,
        r"\b(?:inacceptable|scandaleu\w*|inadmissible|absurde|aberrant\w*|ridicule|honteu\w*|hors de question|mauvaise idee|fausse bonne idee|n importe quoi|ineptie|usine a gaz|contre productif|contreproductif)\b",
    ),
    sign(
        Kind::Opposition,
        0.7,
        r"\b(?:pas (?:du tout |vraiment |tout a fait )?d accord|en desaccord|je (?:m oppose|refuse)|nous (?:nous opposons|refusons))\b",
    ),
    sign(
        Kind::Opposition,
        0.7,
        r"^(?:non|aucune?s?|contre|pas d accord|je vote contre|surtout pas|certainement pas)\b",
    ),
    sign(
        Kind::Support,
        0.7,
        r"^(?:(?:tres )?bonne (?:idee|initiative|proposition|chose)|excellente?|bravo|oui|tout a fait|d accord|je vote pour|parfait|super|entierement d accord|pour\b.{0,3}$|genial)",
    ),
    sign(
        Kind::Support,
        0.6,
        r"\b(?:bravo|je plussoie|tout a fait d accord|entierement d accord|d accord avec|va dans le bon sens|(?:marche|fonctionne)(?:nt)? (?:tres |plutot |deja )?bien|est (?:tres )?bien (?:fait|concu)|grand pas en avant|merci pour)\b",
    ),
    sign(
        Kind::Experience,
        0.7,
        r"\b(?:j ai|nous avons|on a|m a|m ont|nous ont|nous a|je me suis|nous nous sommes|je suis (?:alle|tombe|reste|passe))e?s? (?:du|ete|voulu|essaye|tente|fait|attendu|mis|passe|recu|perdu|appris|demande|pu|eu|vu|dit|repondu|ouvert|cree|installe|obtenu|travaille|constate|vecu|connu|paye|achete|rencontre|decouvert|cherche|renvoye|refuse|envoye|appele|telephone|monte|quitte)e?s?\b",
    ),
    sign(
        Kind::Experience,
        0.4,
        r"\b(?:l an dernier|l annee derniere|hier|la semaine derniere|le mois dernier|recemment|il y a (?:0+|un|deux|trois|quelques) (?:ans?|mois|semaines?|jours?)|depuis (?:0+|un|deux|trois|quatre|cinq|dix|vingt|plusieurs) (?:ans?|mois))\b",
    ),
    sign(
        Kind::Experience,
        0.4,
        r"\b(?:ma|mon) (?:mere|pere|grand mere|grand pere|voisine?|mari|femme|epouse|epoux|fils|fille|conjointe?|secretaire|frere|soeur|belle mere|compagnon|medecin)\b",
    ),
    sign(
        Kind::Experience,
        0.3,
        r"\b(?:chez nous|chez moi|dans (?:ma|notre) commune|dans mon village|dans mon cas|pour ma part|personnellement|j habite|je vis|je travaille|je suis (?:retraitee?|maire|infirmiere?|enseignante?|agricultrice|agriculteur|fonctionnaire))\b",
    ),
    sign(
        Kind::Experience,
        0.3,
        r"\b(?:il a fallu|m a fallu|j etais|nous etions|j avais|nous avions|j attends|nous attendons|je paye|je paie|je n ai jamais|je n ai pas pu|je n arrive pas)\b",
    ),
    sign(
        Kind::Cause,
        0.8,
        r"\b(?:s expliqu(?:e|ent)|(?:la|les|des) causes?|proviennent|provient|resulte(?:nt)?|est due?s? a|sont dus|sont dues|est la consequence|c est parce qu|c est (?:a cause|du fait)|vient du fait|vient de ce|est liee?s? a|sont liees?s? a|en cause)\b",
    ),
    sign(Kind::Cause, 0.4, r"\b(?:a cause d|en raison d|du fait d|faute d|par manque d|suite a|a force d)"),
    sign(Kind::Cause, 0.3, r"\b(?:parce qu|puisqu|(?:entraine|provoque|engendre|genere)(?:nt)?\b|responsables?)"),
    sign(
        Kind::Problem,
        0.5,
        r"\b(?:problemes?|difficultes?|difficiles?|manque\w*|impossible|incapables?|penurie|deserts?|fractures?|inegal\w*|injust\w*|insuffisan\w*|defaillan\w*|dysfonctionne\w*|catastroph\w*|galere|calvaire|parcours du combattant|casse tete)\b",
    ),
    sign(
        Kind::Problem,
        0.5,
        r"\bne (?:fonctionne|marche|passe|sait|savent|peut|peuvent|suit|suffit|suffisent|repond|repondent|correspond|trouve|trouvent|comprend|comprennent|permet|permettent|sont|disposent|dispose)(?:nt)? (?:pas|plus|jamais|aucun|rien|guere)",
    ),
    sign(
        Kind::Problem,
        0.5,
        r"\b(?:n est|n ont|n a|n y a|n arrive|n arrivent|n existe|n existent|y a) (?:pas|plus|aucun|jamais|guere|trop)\b",
    ),
    sign(
        Kind::Problem,
        0.4,
        r"\b(?:pas assez|aucune?|trop|sans (?:solution|reseau|aide|moyens|acces)|plus personne|personne ne|de moins en moins|de plus en plus)\b",
    ),
    sign(
        Kind::Problem,
        0.4,
        r"\b(?:exclus?|exclues?|exclusion|isole\w*|abandon\w*|delaisse\w*|oublie\w*|perdus?|inquiet\w*|risques?|dangers?|menace\w*|degrad\w*|disparition|disparaissent|ferment|fermetures?|chers?|chere?s?|couteu\w*|lente?s?|lenteur|lourdeurs?|complique\w*|complexe\w*|illisibles?|opaques?|abus|fraudes?|gaspill\w*|souffr\w*|subi\w*|perte)\b",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::stance::compiled;
    use regex::Regex;

    #[test]
    fn every_sign_compiles_alone_and_weighs() {
        for sign in ALL {
            let _: Regex = compiled(sign.source);
            assert!((0.3..1.0).contains(&sign.weight), "{}", sign.source);
        }
        assert_eq!(SIGNS.set.len(), ALL.len());
    }
}

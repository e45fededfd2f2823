//! What an idea does: asks, complains, explains, tells, wonders, approves, refuses (analysis.md §3.2).

use crate::outcome::Kind;
use crate::pattern::pattern;
use regex::Regex;
use std::sync::LazyLock;

/// In the order in which they are tried once the idea is no proposal.
static SIGNS: LazyLock<Vec<(Kind, Regex)>> = LazyLock::new(|| {
    [
        (Kind::Question, r"\? *$|^(?:comment|pourquoi|quand|qui|que faire|est-ce qu|a quand|quel(?:le)?s? )"),
        (Kind::Opposition, r"\b(?:(?:je suis|nous sommes|on est) (?:contre|oppose)|oppose(?:e|es|s)? a|refus(?:e|ons|er)|inacceptable|scandaleux|pas d'accord|non a|hors de question|absurde|inadmissible)\b"),
        (Kind::Support, r"\b(?:(?:je suis|nous sommes) (?:pour|favorables?|d'accord)|tres bien|excellente?|bravo|bonne (?:idee|initiative)|merci|utile et|je soutiens|nous soutenons|d'accord avec)\b"),
        (Kind::Experience, r"\b(?:j'ai|nous avons|on a|chez nous|ma commune|notre commune|dans mon village|l'an dernier|l'annee derniere|depuis (?:un|deux|trois|\d+|qu)|ma (?:mere|voisine|secretaire)|mon (?:pere|voisin|mari)|un (?:administre|habitant) (?:est|m'a|nous a))\b"),
        (Kind::Cause, r"\b(?:a cause|en raison|parce qu|vient d|viennent d|s'explique|la cause|du fait|faute d|resulte|provient|entraine|provoque)"),
        (Kind::Problem, r"\b(?:probleme|difficult|manqu|impossible|trop|plus de|sans (?:solution|reseau|aide)|ne (?:fonctionne|marche|passe|sait|savent|peut|peuvent|suit|suffit)|n'(?:est|ont|a|y a|arrive)|pas (?:de|assez|acces)|aucun|exclu|perdu|inquiet|risque|danger|abandon|fractur|penurie|cher|lent|complique|illisible)"),
    ]
    .into_iter()
    .map(|(kind, source)| (kind, pattern(source)))
    .collect()
});

/// The kind of an idea; `asks` says whether a demand was read in it.
pub(crate) fn kind(text: &str, asks: bool) -> Kind {
    if asks {
        return Kind::Proposal;
    }
    SIGNS.iter().find(|(_, sign)| sign.is_match(text)).map_or(Kind::Statement, |(kind, _)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_has_its_signs() {
        assert_eq!(kind("Former les agents", true), Kind::Proposal);
        assert_eq!(kind("Qui va payer ?", false), Kind::Question);
        assert_eq!(kind("Nous sommes contre la fermeture", false), Kind::Opposition);
        assert_eq!(kind("Nous avons ouvert un tiers-lieu", false), Kind::Experience);
        assert_eq!(kind("La 4G ne passe pas au hameau", false), Kind::Problem);
        assert_eq!(kind("Le numérique", false), Kind::Statement);
    }
}

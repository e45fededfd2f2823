//! Draft law: people who write what the law should say, in its own present and future tenses.

use super::bare;
use super::grammar::{has_mood, split};
use crate::expected::Expects;
use crate::pattern::{Pattern, Patterns, pattern};
use arobase_text::lexicon::{Lexicon, Mood};
use std::sync::LazyLock;

/// Formulas that nobody uses but to write a norm: amendments, duties, sanctions, terms.
static FORMULAS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of([
        r"\b(?:est|sont) (?:ainsi )?(?:inseree?s?|ajoutee?s?|completee?s? par|remplacee?s? par|abrogee?s?|ainsi (?:modifiee?s?|redigee?s?))\b|\bil est (?:insere|ajoute|cree|institue|instaure|interdit)\b",
        r"\b(?:a|ont|aura|auront) (?:le devoir|l'obligation|pour obligation|obligation) (?:de|d')",
        r"\b(?:est|sont|sera|seront|(?:peut|peuvent|pourra|pourront) etre) (?:punie?s?|sanctionnee?s?|passibles?) |\b(?:conduit|conduisent|donne lieu|donnent lieu|expose|exposent) a une? (?:amende|sanction|peine)",
        r"\b(?:la presente loi|le present (?:article|titre|chapitre|alinea)|les presentes dispositions) (?:s'applique|s'appliquent|institue|instaure|cree|fixe|etablit|interdit|garantit|impose|oblige|ouvre)",
        r"^(?:(?:le|la|les|l'|un|une|tout|toute|tous|toutes|chaque|nul|aucun|aucune) |l')[^.;?]{3,80}\b(?:est|sont) (?:\w+ ){1,3}(?:par defaut|de droit|dans un delai|au plus tard|a titre gratuit|par decret)\b",
    ])
});

/// « Les mairies … », after « En cas d’urgence, » or not.
static SUBJECT: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:en|dans|pour|apres|avant|lors|a|au|des|sur|si)\b[^,.;:]{3,80}, )?(?:(?:le|la|les|des|un|une|tout|toute|tous|toutes|chaque|aucun|aucune|nul|nulle)\b|l')",
    )
});

/// The same, of something named just before: in a proposal it goes on with the norm.
static SAME_SUBJECT: LazyLock<Pattern> = LazyLock::new(|| pattern(r"^(?:ce|cet|cette|ces|il|elle|ils|elles)\b"));

/// What tells how things are, not how they should be.
static AS_IT_IS: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:aujourd'hui|actuel\w*|deja|souvent|parfois|trop|encore|malheureusement|helas|en effet|generalement|depuis|toujours|pas assez|de plus en plus|de moins en moins|manqu\w+|majoritairement|probleme\w*|difficil\w*|difficultes?|risqu\w+)\b|\?",
    )
});

/// « …, supposant la mise en commun des données »: what must come first.
static SUPPOSED: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"^(?:ce qui |cela )?(?:suppos|impliqu|necessit)(?:ant|e)\b"));

/// How surely `body` is a norm that its author would have adopted.
pub(super) fn weight(body: &str, expects: Expects) -> f32 {
    let wishes = matches!(expects, Expects::Anything | Expects::Proposals);
    let norm = wishes
        && (FORMULAS.matching(body).next().is_some()
            || will_be(body, expects)
            || expects == Expects::Proposals && (is_so(body) || SUPPOSED.is_match(body)));
    if norm { 1.0 } else { 0.0 }
}

/// The future: « Les mairies publieront leurs comptes »; the conditional too where proposals were called for.
fn will_be(body: &str, expects: Expects) -> bool {
    let asked = expects == Expects::Proposals;
    if !(SUBJECT.is_match(body) || asked && SAME_SUBJECT.is_match(body)) || body.contains(" si ") {
        return false;
    }
    let verb = bare::clear_verbs(body).next();
    verb.is_some_and(|verb| {
        has_mood(verb, Mood::Future) || asked && has_mood(verb, Mood::Conditional) && !AS_IT_IS.is_match(body)
    })
}

/// The present, where proposals were called for: « Les communes publient leurs comptes ».
fn is_so(body: &str) -> bool {
    if !SUBJECT.is_match(body) || AS_IT_IS.is_match(body) || NEGATED.is_match(body) {
        return false;
    }
    let Some(verb) = bare::clear_verbs(body).next() else { return false };
    let after = body[verb.as_ptr() as usize - body.as_ptr() as usize + verb.len()..].trim_start();
    let lexicon = Lexicon::french();
    let normative = |infinitive: Option<String>| {
        infinitive.is_some_and(|infinitive| NORMATIVE.split_whitespace().any(|known| known == infinitive))
    };
    match verb.to_lowercase().as_str() {
        "est" | "sont" => EVERYONE.is_match(body) || normative(lexicon.infinitive_of_participle(split(after).0)),
        "peut" | "peuvent" => !after.starts_with("être"),
        _ => EVERYONE.is_match(body) || has_mood(verb, Mood::Indicative) && normative(lexicon.infinitive_of(verb)),
    }
}

static NEGATED: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\b(?:ne |n')|\btout le monde\b"));

/// A rule for all.
static EVERYONE: LazyLock<Pattern> = LazyLock::new(|| pattern(r"^(?:toute?|chaque|chacune?) \w+ "));

/// Verbs of duties, rights and institutions.
const NORMATIVE: &str = "adopter adresser appliquer assurer attribuer autoriser bénéficier communiquer conserver contrôler créer désigner \
    disposer élaborer élire entrer établir évaluer exercer favoriser financer fixer fournir garantir informer installer instaurer instituer interdire \
    maintenir mettre nommer obliger octroyer organiser ouvrir percevoir pouvoir prévoir protéger publier recenser recevoir réaliser \
    rédiger rembourser remettre rendre respecter réunir saisir signer soumettre soutenir statuer tenir transmettre veiller vérifier";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn norms_are_told_from_what_is() {
        for norm in [
            "Les mairies publieront leurs comptes",
            "En cas de litige, le médiateur sera saisi",
            "Au deuxième alinéa, après le mot « eau » sont insérés les mots « et air »",
            "La mairie de chaque ville a le devoir de fournir un accès",
            "Un manquement à cet article peut être sanctionné par une amende",
            "Les comptes des communes sont publiés par défaut en ligne",
            "Le présent article s’applique aux hébergeurs",
        ] {
            assert!(weight(norm, Expects::Anything) > 0.5, "{norm}");
        }
        for told in ["Les mairies publient leurs comptes", "Les anciens sont oubliés", "Le site a été refait en mars"]
        {
            assert!(weight(told, Expects::Anything) < 0.5, "{told}");
        }
    }

    #[test]
    fn the_present_is_a_norm_where_proposals_were_called_for() {
        for norm in [
            "Les mairies publient leurs comptes",
            "Un comité de suivi serait créé par décret",
            "Des bornes sont installées dans les mairies",
            "Toute personne est libre de choisir son nom",
            "Les maires peuvent, dans ce cas, saisir le préfet",
        ] {
            assert!(weight(norm, Expects::Proposals) > 0.5, "{norm}");
        }
        for told in [
            "Les communes mettent souvent deux ans à répondre",
            "Les anciens sont oubliés",
            "Les trains passent au village",
            "Tout le monde n’a pas d’ordinateur",
        ] {
            assert!(weight(told, Expects::Proposals) < 0.5, "{told}");
        }
        assert!(weight("Les mairies publieront leurs comptes", Expects::Opinions) < 0.5);
    }
}

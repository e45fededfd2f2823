//! How clauses open: what tells a demand from a story before anything is rewritten.

use crate::pattern::{Pattern, pattern};
use crate::propositions::clings;
use arobase_text::lexicon::Lexicon;
use arobase_text::stem::fold;
use arobase_text::words::{Word, words};
use std::sync::LazyLock;

/// « plus de moyens », « pourquoi ne pas », « à quand », « stop aux ».
static SLOGAN: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:et|puis|aussi|surtout) )?(?:(?:plus|moins|davantage|pas|non|stop|halte|arret|fini) (?:de |d'|des |du |a |au |aux |à )|pourquoi (?:ne )?pas|a quand )",
    )
});

/// « En écoutant les habitants »: an answer to « comment ? », unless a main clause follows.
static GERUND: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(r"^(?:et |puis |surtout |notamment )?en (?:ne |n'|se |s'|y |les? |la |l'|leur )*(\w+ant)\b")
});
static MAIN_CLAUSE: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r", (?:on|nous|il|ils|elles?|vous|je|j'|cela|ca|c'|le|la|les|l'|un|une|des|tout)\b"));

/// « Et des bornes d’accès »: one thing more.
static ADDED: LazyLock<Pattern> = LazyLock::new(|| pattern(r"^(?:et|puis|aussi|ainsi que) (?:des|une?|du|le|la|les) "));

/// Nouns of action that no ending tells.
const ACTIONS: &str = "maintien soutien respect retour arret fin baisse hausse gratuite acces mise prise remise aide suivi presence recours egalite refonte reforme controle creation";
const ACTION_ENDINGS: &[&str] = &["tion", "tions", "sion", "ment", "age", "isation"];

/// An infinitive, also when its accents are missing: EQUIPER.
pub(super) fn is_infinitive(word: &str) -> bool {
    let lexicon = Lexicon::french();
    let shaped =
        || word.len() > 4 && word.is_ascii() && [b'r', b'R', b'e', b'E'].contains(&word.as_bytes()[word.len() - 1]);
    lexicon.is_infinitive(word)
        || shaped() && lexicon.restore_accents(word).is_some_and(|restored| lexicon.is_infinitive(&restored))
}

/// A conjugated form that is nothing else.
pub(super) fn is_clear_verb(word: &str) -> bool {
    let lexicon = Lexicon::french();
    lexicon.is_finite_verb(word) && !lexicon.is_noun(word) && !lexicon.is_adjective(word)
}

/// Whether a conjugated verb stands in it.
pub(super) fn has_clear_verb(clause: &str) -> bool {
    words(clause).iter().any(|word| is_clear_verb(word.text))
}

/// Whether a clause opens as demands do: infinitive, gerund, imperative, noun of action, slogan.
pub(super) fn opens_demand(clause: &str) -> bool {
    let clause = clause.trim_start_matches(|c: char| !c.is_alphanumeric());
    let tokens = words(clause);
    let opening = &tokens[leading(&tokens)..];
    let Some(first) = opening.first().filter(|_| tokens.len() > 1) else { return false };
    is_infinitive(first.text)
        || is_imperative(first.text)
        || names_action(opening)
        || SLOGAN.is_match(clause)
        || is_gerund(clause)
        || ADDED.is_match(clause) && !has_clear_verb(clause)
}

/// « En écoutant les habitants », without a main clause behind.
pub(super) fn is_gerund(clause: &str) -> bool {
    let verb = GERUND.captures(clause).and_then(|found| found.get(1));
    verb.is_some_and(|verb| Lexicon::french().is_verb_form(verb.as_str())) && !MAIN_CLAUSE.is_match(clause)
}

/// « création de », « maintien du », no article before.
pub(super) fn names_action(tokens: &[Word<'_>]) -> bool {
    let (Some(noun), Some(link)) = (tokens.first(), tokens.get(1)) else { return false };
    let folded = fold(noun.text);
    let action = ACTIONS.split(' ').any(|known| known == folded)
        || ACTION_ENDINGS.iter().any(|ending| folded.ends_with(ending)) && Lexicon::french().is_noun(noun.text);
    action && ["de", "du", "des", "d’", "d'", "en", "à", "aux", "au"].contains(&fold(link.text).as_str())
}

/// « gardez », « pensons ».
pub(super) fn is_imperative(word: &str) -> bool {
    let folded = fold(word);
    (folded.ends_with("ez") || folded.ends_with("ons")) && is_clear_verb(word)
}

/// How many small words stand before what opens a clause.
fn leading(tokens: &[Word<'_>]) -> usize {
    const LINKS: &[&str] = &["et", "puis", "enfin", "surtout", "egalement", "de", "d’", "d'", "prioritairement"];
    let small = |word: &&Word<'_>| {
        let folded = fold(word.text);
        clings(&folded) || LINKS.contains(&folded.as_str())
    };
    tokens.iter().take(4).take_while(small).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn demands_open_in_known_ways() {
        for clause in [
            "former les agents",
            "ne pas fermer la gare",
            "EQUIPER LES ECOLES",
            "En écoutant les habitants",
            "Attendez de voir",
            "Création d’un fonds",
            "maintien des services",
            "Plus de moyens",
            "pourquoi pas un bus",
        ] {
            assert!(opens_demand(clause), "{clause}");
        }
        for clause in [
            "La gare ferme",
            "En arrivant, on attend deux heures",
            "Les agents sont formés",
            "beaucoup attendent",
            "Maison",
            "internet est utile",
        ] {
            assert!(!opens_demand(clause), "{clause}");
        }
    }
}

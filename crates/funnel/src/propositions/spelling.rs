//! Misspellings: those that the lexicon or a set phrase makes certain are put right, the others keep a phrase from being shown.

use arobase_text::lexicon::{Lexicon, Tag};
use arobase_text::words::words;
use regex::Regex;
use std::sync::LazyLock;

/// Set phrases as they are often typed, and as they are written.
static TYPED: LazyLock<Vec<(Regex, &str)>> = LazyLock::new(|| {
    [
        (r"\bdés (le|la|l’|les|que|qu’|maintenant|lors)\b", "dès $1"),
        (r"\bdes le plus jeune\b", "dès le plus jeune"),
        (r"\bjeune age\b", "jeune âge"),
        (r"\b[Dd]’avantage\b", "davantage"),
        (r"\b([Aa]u) delà\b", "$1-delà"),
        (r"\bjusqu’à là\b", "jusque-là"),
        (r"\btous le\b", "tout le"),
        (r"\btoute les\b", "toutes les"),
        (r"\btout les\b", "tous les"),
        (r"\btva\b", "TVA"),
        (r"\bcsg\b", "CSG"),
        (r"\bparmis\b", "parmi"),
        (r"\bapriori\b", "a priori"),
        (r"\b(eux|elles|nous|soi) (mêmes?)\b", "$1-$2"),
        (r"\b(ceux|celles?|celui) (ci|là)\b", "$1-$2"),
        (r"\b(mise?s?|mettre) en oeuvre\b", "$1 en œuvre"),
        (r"\b(de|par|que|à|demander à) l’état( et| ou|,| pour| par| dans| à|$)", "$1 l’État$2"),
        (r"\b(la|en|de) france\b", "$1 France"),
        (r"\b([ldnsjm]|qu|jusqu)(?: ’ ?|’ )(\p{L})", "$1’$2"),
    ]
    .map(|(typed, written)| (Regex::new(typed).expect("a constant pattern"), written))
    .into()
});

/// Set phrases put right.
pub(super) fn corrected(phrase: &str) -> String {
    TYPED.iter().fold(phrase.to_owned(), |text, (typed, written)| typed.replace_all(&text, *written).into_owned())
}

/// Whether something is surely misspelt: an unknown word one letter away from a known one, a determiner of another number.
pub(super) fn misspelt(phrase: &str) -> bool {
    let tokens = words(phrase);
    tokens.iter().any(|word| mistyped(word.text))
        || tokens.windows(2).any(|pair| disagrees(pair[0].text, pair[1].text))
        || phrase.contains(" ’ ")
}

/// Shortest word that is thought mistyped: shorter ones have too many neighbours.
const SHORTEST: usize = 5;

fn mistyped(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    letters.len() >= SHORTEST
        && letters.iter().all(|letter| letter.is_lowercase())
        && !Lexicon::french().contains(word)
        && neighbours(&letters).any(|near| near.starts_with(letters[0]) && !inflects(&near, word) && is_common(&near))
}

/// Whether two words may be forms of one: they differ in nothing but a letter at the end.
fn inflects(one: &str, other: &str) -> bool {
    let alike = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let longest = one.chars().count().max(other.chars().count());
    alike + 2 >= longest
}

fn is_common(word: &str) -> bool {
    Lexicon::french().analyses(word).first().is_some_and(|reading| reading.tag != Tag::ProperNoun)
}

/// Words one letter away: one left out, two exchanged, one put for another, one added. Those of the same beginning may be its other forms.
fn neighbours(letters: &[char]) -> impl Iterator<Item = String> {
    const ALPHABET: &str = "abcdefghijklmnopqrstuvwxyzéèêàâîôûç";
    let end = letters.len();
    let joined = |start: &[char], middle: &[char], rest: &[char]| [start, middle, rest].concat().into_iter().collect();
    let shorter = (0..end).map(move |at| joined(&letters[..at], &[], &letters[at + 1..]));
    let exchanged =
        (1..end).map(move |at| joined(&letters[..at - 1], &[letters[at], letters[at - 1]], &letters[at + 1..]));
    let other = (0..end)
        .flat_map(move |at| ALPHABET.chars().map(move |letter| joined(&letters[..at], &[letter], &letters[at + 1..])));
    let longer = (0..=end)
        .flat_map(move |at| ALPHABET.chars().map(move |letter| joined(&letters[..at], &[letter], &letters[at..])));
    shorter.chain(exchanged).chain(other).chain(longer)
}

/// « un historiques », « ces même »: every reading of the noun has the other number.
fn disagrees(determiner: &str, noun: &str) -> bool {
    let plural = match determiner {
        "un" | "une" | "cet" | "cette" | "chaque" | "leur" | "notre" => true,
        "ces" | "nos" | "plusieurs" => false,
        _ => return false,
    };
    let readings = Lexicon::french().analyses(noun);
    let other =
        |tag| matches!(tag, Tag::Noun { plural: Some(p), .. } | Tag::Adjective { plural: Some(p), .. } if p == plural);
    noun.chars().count() > 3 && !readings.is_empty() && readings.iter().all(|reading| other(reading.tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_certain_is_put_right() {
        for (typed, written) in [
            ("apprendre à nager dés le plus jeune âge", "apprendre à nager dès le plus jeune âge"),
            ("aider d’avantage les clubs", "aider davantage les clubs"),
            ("garder la halle au delà de juin", "garder la halle au-delà de juin"),
            ("demander une aide de l’état pour la halle", "demander une aide de l’État pour la halle"),
            ("vérifier l’état de la halle", "vérifier l’état de la halle"),
            ("payer avec l ’eau du puits", "payer avec l’eau du puits"),
        ] {
            assert_eq!(corrected(typed), written);
        }
    }

    #[test]
    fn what_is_not_keeps_a_phrase_from_being_shown() {
        for typed in ["ouvrir un hameaux nouveau", "réunir les habtiants", "publier les renseignemets utiles"] {
            assert!(misspelt(typed), "{typed}");
        }
        for written in ["ouvrir un marché couvert", "aider la partie délégante", "aider la commune de Saint-Machin"]
        {
            assert!(!misspelt(written), "{written}");
        }
    }
}

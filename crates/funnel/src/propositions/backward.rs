//! Pronouns and demonstratives whose antecedent is not in the phrase (rule R12).

use super::grammar::split;
use super::verb::clitic;
use crate::pattern::{Pattern, pattern};
use arobase_text::lexicon::Lexicon;
use arobase_text::words::{Word, words};
use regex::Regex;
use std::sync::LazyLock;

/// « ces territoires », « leur budget », « la même chose »; the consultation itself may be pointed at.
static POINTING: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:cet|cette|ces|ce dernier|celui-ci|celle-ci|ceux-ci|leurs?|eux|elles?|ils?|lui|la meme chose|les memes|idem|y compris ceux-ci)\b",
    )
});
/// What shows a noun: without it before, nobody knows which.
static SHOWING: LazyLock<Pattern> = LazyLock::new(|| pattern(r"^(?:cet|cette|ces)$"));
static HERE: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\bce(?:tte)? (?:grand )?(?:debat|consultation)\b"));
static THIS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?i)\bce (\p{L}+)").expect("a constant pattern"));

/// Whether a phrase needs what was said before it to be understood.
pub(super) fn points_back(phrase: &str) -> bool {
    let (first, rest) = split(phrase);
    let without = HERE.replace_all(phrase, "");
    let pointing = POINTING.find_iter(&without).any(|found| {
        let (before, after) = (&without[..found.start()], &without[found.end()..]);
        if SHOWING.is_match(found.as_str()) {
            !named_again(before, after)
        } else {
            !has_antecedent(found.as_str(), before)
        }
    });
    let this = THIS.captures_iter(&without).any(|found| !["qui", "que", "qu", "dont"].contains(&&found[1]));
    let (refused, after) =
        split(phrase.strip_prefix("ne pas ").or_else(|| phrase.strip_prefix("ne plus ")).unwrap_or(phrase));
    let allowed = phrase.strip_prefix("permettre de ").map(split);
    clitic(first, rest)
        || allowed.is_some_and(|(first, rest)| clitic(first, rest))
        || clitic(refused, after)
        || pointing
        || this
}

/// « ces structures » after « des structures d’accueil »: the same noun twice.
fn named_again(before: &str, after: &str) -> bool {
    static TIME: LazyLock<Pattern> = LazyLock::new(|| pattern(r"^ (?:dernieres annees|temps)\b"));
    let lexicon = Lexicon::french();
    let lemmas: Vec<String> = words(before).iter().map(|word| lexicon.lemma(word.text)).collect();
    TIME.is_match(after) || words(after).iter().take(2).any(|word| lemmas.contains(&lexicon.lemma(word.text)))
}

/// Why a demand was not rewritten: a pronoun wants its antecedent, or the wording did not yield a sure phrase.
pub(crate) fn incomplete(text: &str) -> &'static str {
    static CLITIC: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\b(?:cela|ca|celui-ci|celle-ci|ceux-ci)\b"));
    let tokens = words(text);
    let clitics = tokens.windows(2).any(|pair| clitic(pair[0].text, pair[1].text));
    if CLITIC.is_match(text) || points_back(text) || clitics { "pronoun" } else { "wording" }
}

/// « aider les maires dans leur travail »: a noun named before is the antecedent, a plural one for « leur ».
fn has_antecedent(pointing: &str, before: &str) -> bool {
    let lexicon = Lexicon::french();
    let many = pointing.to_lowercase().starts_with("leur");
    let tokens = words(before);
    let noun = |word: &Word<'_>| lexicon.is_noun(word.text) && word.text.chars().count() > 3;
    let group = |word: &Word<'_>| ["et", "chaque", "chacun", "chacune"].contains(&word.text);
    tokens.iter().skip(1).any(|word| noun(word) && (!many || lexicon.is_plural(word.text) != Some(false)))
        || many
            && tokens.iter().any(group)
            && tokens.iter().skip(1).any(|word| noun(word) && !lexicon.is_infinitive(word.text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn antecedents_are_looked_for_in_the_phrase() {
        for clear in [
            "aider les maires dans leur travail",
            "faire ce qui est utile",
            "organiser des rencontres à l’image de ce grand débat",
        ] {
            assert!(!points_back(clear), "{clear}");
        }
        for unclear in [
            "les supprimer rapidement",
            "renforcer leurs moyens",
            "aider ces communes",
            "exiger la même chose",
            "appliquer ce principe",
            "ne pas le considérer comme une discipline",
            "prévoir dans tout contrat leur restitution",
        ] {
            assert!(points_back(unclear), "{unclear}");
        }
    }
}

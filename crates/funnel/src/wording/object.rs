//! A phrase taken apart: its verb, and the noun phrase it acts on.

use super::nounphrase::{NounPhrase, noun_phrases};
use super::verbs::LIGHT;
use crate::propositions::grammar::{definite, split};
use crate::propositions::intent;
use arobase_text::lexicon::Lexicon;
use arobase_text::stem::{fold, stem};

/// Content words of an object.
const OBJECT: usize = 3;

/// « former | les | agents d’accueil ».
pub(super) struct Phrase<'a> {
    pub verb: &'a str,
    pub article: &'a str,
    pub object: String,
    /// Stem of the object's first noun.
    pub head: String,
}

/// Verb and object of a phrase; `None` when the verb says little or no whole noun phrase follows it.
pub(super) fn parse(phrase: &str) -> Option<Phrase<'_>> {
    let (verb, rest) = split(phrase);
    if LIGHT.contains(&verb) && intent(verb).is_none() || !Lexicon::french().is_infinitive(verb) {
        return None;
    }
    let rest = rest.strip_prefix("en place ").or_else(|| rest.strip_prefix("en œuvre ")).unwrap_or(rest);
    let (article, object) = split(rest);
    if !["le", "la", "les", "l'", "un", "une", "des", "nos", "notre", "leurs"].contains(&fold(article).as_str()) {
        return None;
    }
    let object = named(rest, object)?;
    let head = stem(split(&object).0);
    Some(Phrase { verb, article, object, head })
}

/// The longest noun phrase that `object` begins with, unless a complement goes on behind it (« la part | de ceux qui »);
/// `rest` is the same with its article.
fn named(rest: &str, object: &str) -> Option<String> {
    let lower = object.to_lowercase();
    let opens = |np: &NounPhrase| lower.starts_with(&np.surface.to_lowercase()) && np.length <= OBJECT;
    let longest = noun_phrases(rest).into_iter().filter(opens).max_by_key(|np| np.surface.len())?;
    let (next, _) = split(lower.get(longest.surface.to_lowercase().len()..)?);
    (!["de", "d'", "du", "des"].contains(&fold(next).as_str())).then_some(longest.surface)
}

/// « les agents » as it is written, « une fiche » as « la fiche ».
pub(super) fn with_article(article: &str, object: &str) -> Option<String> {
    match article {
        "le" | "la" | "les" => Some(format!("{article} {object}")),
        "l’" | "l'" => Some(format!("l’{object}")),
        _ => definite(object),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_is_whole_or_not_taken() {
        let object = |phrase| parse(phrase).and_then(|found| definite(&found.object));
        assert_eq!(object("garantir le droit à l’oubli").as_deref(), Some("le droit à l’oubli"));
        assert_eq!(object("simplifier les formulaires"), Some("les formulaires".to_owned()));
        assert_eq!(object("garantir la présence d’ici trois ans"), None);
    }
}

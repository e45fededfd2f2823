//! Personal data that people mask: what is published shows that something stands there, and not what.

use crate::id::ContributionId;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// What stands for each character that is masked: the places of everything else stay what they were.
pub const MASK: char = '█';

/// The fewest first characters of masked words that are masked too where a text stops in the middle of them.
const BEGUN: usize = 3;

/// Words masked in each contribution.
pub type Masks = BTreeMap<ContributionId, BTreeSet<String>>;

/// A text of a contribution, or a piece of it, with its masked words covered wherever they stand.
pub fn veiled(masks: &Masks, contribution: &ContributionId, text: &str) -> String {
    let Some(words) = masks.get(contribution) else { return text.to_owned() };
    let mut words: Vec<&String> = words.iter().collect();
    words.sort_by_key(|words| (Reverse(words.len()), *words));
    words.into_iter().fold(text.to_owned(), |text, words| cover(&text, words))
}

/// Whether a document of a contribution holds masked words, whatever the case and wherever its lines end.
pub fn holds(masks: &Masks, contribution: &ContributionId, text: &str) -> bool {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let text = plain(text);
    masks.get(contribution).is_some_and(|all| all.iter().map(|words| plain(words)).any(|words| text.contains(&words)))
}

fn cover(text: &str, words: &str) -> String {
    let covered = text.replace(words, &signs(words));
    let begun = words.char_indices().skip(BEGUN).map(|(at, _)| &words[..at]);
    match begun.filter(|begun| covered.ends_with(begun)).last() {
        Some(begun) => format!("{}{}", &covered[..covered.len() - begun.len()], signs(begun)),
        None => covered,
    }
}

/// As many signs as characters; blanks stay.
fn signs(words: &str) -> String {
    words.chars().map(|c| if c.is_whitespace() { c } else { MASK }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn masked(words: &[&str], text: &str) -> String {
        let id = ContributionId::numbered(1);
        let masks = Masks::from([(id.clone(), words.iter().map(ToString::to_string).collect())]);
        assert_eq!(veiled(&masks, &ContributionId::numbered(2), text), text, "only in its contribution");
        veiled(&masks, &id, text)
    }

    #[test]
    fn every_place_is_covered_and_nothing_moves() {
        assert_eq!(masked(&["Éva Roy"], "Éva Roy, puis Éva Roy."), "███ ███, puis ███ ███.");
        assert_eq!(masked(&["Roy", "Éva Roy"], "Éva Roy et M. Roy"), "███ ███ et M. ███");
        assert_eq!(masked(&["06 12 34 56 78"], "Au 06 12 34"), "Au ██ ██ ██", "an excerpt stops where it likes");
        assert_eq!(masked(&["Éva Roy"], "Év"), "Év");
        assert_eq!(masked(&[], "Éva"), "Éva");
    }

    #[test]
    fn a_document_is_read_whatever_its_lines() {
        let id = ContributionId::numbered(1);
        let masks = Masks::from([(id.clone(), ["Éva Roy".to_owned()].into())]);
        assert!(holds(&masks, &id, "vu par ÉVA\n  ROY, maire"));
        assert!(!holds(&masks, &id, "vu par Éva R."));
        assert!(!holds(&masks, &ContributionId::numbered(2), "Éva Roy"));
    }
}

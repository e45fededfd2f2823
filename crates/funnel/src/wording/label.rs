//! The label of a theme: noun phrases that cover its two or three axes (analysis.md §3.8).

use super::keyness::KeyPhrase;
use arobase_text::lexicon::Lexicon;
use std::collections::{BTreeMap, BTreeSet};

/// Axes of a label, and the share of the ideas from which no other is wanted.
const AXES: usize = 3;
const ENOUGH: f64 = 0.5;

/// What an axis must add: a share of the ideas (twice that for one word, which is often said by the way) or half of what the first one holds;
/// and a share of the first one's score.
const LEAST_GAIN: f64 = 0.03;
const LEAST_SCORE: f64 = 0.05;

/// Who must say an axis. The first one also needs half the voices of the phrase that most people say.
const LEAST_VOICES: usize = 3;

/// One voice in so many is enough for a phrase to stand for its one word.
const FULLER: usize = 3;

/// Letters from which the beginning of a word stands for it.
const SHORT: usize = 3;

/// Content words of a label.
const LONGEST: usize = 7;

/// Phrases shown under a label.
const KEYWORDS: usize = 5;

/// A label and the phrases it was chosen from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Label {
    /// « Formation des agents », « Démarches en ligne, cartes d’identité et passeports ».
    pub text: String,
    /// The phrases that it is made of.
    pub axes: Vec<String>,
    /// Up to five phrases, none inside another.
    pub keywords: Vec<String>,
    /// Ideas that hold one of the axes.
    pub covered: BTreeSet<usize>,
}

/// A label for each theme, from its phrases by falling score and its number of ideas; no two themes of one question share a head.
pub(crate) fn labels(candidates: &[Vec<KeyPhrase>], sizes: &[usize], question: &[usize]) -> Vec<Label> {
    let mut heads: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    order.sort_by_key(|&theme| (std::cmp::Reverse(sizes[theme]), theme));
    let mut found = vec![None; candidates.len()];
    for theme in order {
        let taken = heads.entry(question[theme]).or_default();
        found[theme] = Some(label(&candidates[theme], sizes[theme], taken));
    }
    found.into_iter().flatten().collect()
}

fn label(phrases: &[KeyPhrase], size: usize, taken: &mut BTreeSet<String>) -> Label {
    let keywords = distinct(phrases);
    let axes = axes(phrases, size, taken);
    taken.extend(axes.iter().map(|axis| head(&axis.surface)));
    let surfaces = |phrases: &[&KeyPhrase]| phrases.iter().map(|phrase| phrase.surface.clone()).collect::<Vec<_>>();
    Label {
        text: sentence(&surfaces(&axes)),
        axes: surfaces(&axes),
        covered: axes.iter().flat_map(|phrase| &phrase.ideas).copied().collect(),
        keywords: surfaces(&keywords),
    }
}

/// The headline, then the phrases that add most ideas to it for their score. One word alone calls for a second axis, whatever it covers.
fn axes<'a>(phrases: &'a [KeyPhrase], size: usize, taken: &BTreeSet<String>) -> Vec<&'a KeyPhrase> {
    let free: Vec<&KeyPhrase> = phrases.iter().filter(|phrase| !taken.contains(&head(&phrase.surface))).collect();
    let Some(first) = headline(&free).or_else(|| headline(&phrases.iter().collect::<Vec<_>>())) else {
        return Vec::new();
    };
    let (mut chosen, mut covered, mut words) = (vec![first], first.ideas.clone(), first.length);
    while chosen.len() < AXES && (words == 1 || (covered.len() as f64) < ENOUGH * size as f64) {
        let gain = |phrase: &KeyPhrase| phrase.ideas.difference(&covered).count();
        let worth = |phrase: &KeyPhrase| phrase.score * gain(phrase) as f64 / phrase.ideas.len() as f64;
        let fits = |phrase: &&&KeyPhrase| {
            let apart = chosen.iter().all(|axis| !shares(&axis.key, &phrase.key));
            let share = LEAST_GAIN * size as f64 * if phrase.length == 1 { 2.0 } else { 1.0 };
            let adds =
                gain(phrase) as f64 >= share.min(first.ideas.len() as f64 / 2.0) && phrase.voices >= LEAST_VOICES;
            let tells = adds && phrase.score >= LEAST_SCORE * first.score;
            apart && tells && words + phrase.length <= LONGEST
        };
        let better = |a: &'a KeyPhrase, b: &'a KeyPhrase| if worth(b) > worth(a) { b } else { a };
        let Some(next) = free.iter().filter(fits).copied().reduce(better).map(|next| fuller(next, &free)) else {
            break;
        };
        covered.extend(&next.ideas);
        words += next.length;
        chosen.push(next);
    }
    chosen
}

/// The best phrase that many say; where nothing is shared, the best one.
fn headline<'a>(phrases: &[&'a KeyPhrase]) -> Option<&'a KeyPhrase> {
    let widest = phrases.iter().map(|phrase| phrase.voices).max()?;
    let wide = |phrase: &&&KeyPhrase| phrase.voices >= LEAST_VOICES && 2 * phrase.voices >= widest;
    let first = phrases.iter().find(wide).or_else(|| phrases.first()).copied()?;
    Some(fuller(first, phrases))
}

/// One word gives way to the phrase around it (« internet », « accès à internet ») that a third of its voices say.
fn fuller<'a>(phrase: &'a KeyPhrase, phrases: &[&'a KeyPhrase]) -> &'a KeyPhrase {
    let around = |longer: &&&KeyPhrase| {
        let whole = phrase.length == 1 && longer.length > 1 && longer.key.split(' ').any(|stem| stem == phrase.key);
        whole && longer.voices >= LEAST_VOICES && FULLER * longer.voices >= phrase.voices
    };
    phrases.iter().find(around).copied().unwrap_or(phrase)
}

/// « A », « A et B », « A, B et C ».
fn sentence(axes: &[String]) -> String {
    match axes {
        [] => "Thème sans mot commun".to_owned(),
        [one] => capital(one),
        [first @ .., last] => format!("{} et {last}", capital(&first.join(", "))),
    }
}

/// The best phrases, leaving out those that share a word with a better one.
fn distinct(phrases: &[KeyPhrase]) -> Vec<&KeyPhrase> {
    let mut kept: Vec<&KeyPhrase> = Vec::new();
    for phrase in phrases {
        if kept.len() < KEYWORDS && kept.iter().all(|other| !shares(&phrase.key, &other.key)) {
            kept.push(phrase);
        }
    }
    kept
}

/// Whether two phrases have a word in common, cut short or not (« pub », « publicité »).
fn shares(a: &str, b: &str) -> bool {
    let same = |a: &str, b: &str| a == b || a.len().min(b.len()) >= SHORT && (a.starts_with(b) || b.starts_with(a));
    b.split(' ').any(|stem| a.split(' ').any(|other| same(stem, other)))
}

/// The first word, whatever its number.
fn head(surface: &str) -> String {
    Lexicon::french().lemma(surface.split(' ').next().unwrap_or(surface))
}

/// First letter upper-case.
pub(crate) fn capital(phrase: &str) -> String {
    let mut chars = phrase.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrase(key: &str, ideas: std::ops::Range<usize>, score: f64) -> KeyPhrase {
        KeyPhrase {
            key: key.to_owned(),
            surface: key.to_owned(),
            length: key.split(' ').count(),
            voices: ideas.len(),
            ideas: ideas.collect(),
            score,
        }
    }

    fn text(phrases: &[KeyPhrase], size: usize) -> String {
        labels(&[phrases.to_vec()], &[size], &[0])[0].text.clone()
    }

    #[test]
    fn axes_are_added_as_long_as_they_cover() {
        let phrases = [
            phrase("fibre optique", 0..5, 9.0),
            phrase("fibre", 0..6, 8.0),
            phrase("débit", 5..9, 7.0),
            phrase("prix", 8..9, 6.0),
            phrase("chant de marins", 15..17, 6.0),
        ];
        assert_eq!(text(&phrases, 20), "Fibre optique et débit", "two people do not make an axis");
        assert_eq!(text(&phrases, 10), "Fibre optique", "half of the ideas is enough");
        assert_eq!(text(&phrases[1..], 10), "Fibre et débit", "but not for one word");
    }

    #[test]
    fn a_headline_is_said_by_many() {
        let phrases = [
            phrase("école primaire", 0..2, 9.0),
            phrase("école", 0..8, 8.0),
            phrase("tablette", 8..12, 4.0),
            phrase("tablettes", 9..12, 3.0),
        ];
        assert_eq!(text(&phrases, 30), "École et tablette");
        let phrases = [phrase("internet", 0..6, 9.0), phrase("accès internet", 0..3, 5.0)];
        assert_eq!(text(&phrases, 30), "Accès internet", "said by half of those who say « internet »");
        assert_eq!(text(&phrases[1..], 30), "Accès internet");
    }

    #[test]
    fn no_two_labels_of_a_question_share_a_head() {
        let phrases = vec![phrase("fibre", 0..5, 9.0), phrase("débit", 0..4, 8.0)];
        let found = labels(&[phrases.clone(), phrases.clone(), phrases], &[8, 9, 5], &[0, 0, 1]);
        let texts: Vec<&str> = found.iter().map(|label| label.text.as_str()).collect();
        assert_eq!(texts, ["Débit", "Fibre", "Fibre"], "the second question is free to name the fibre again");
    }
}

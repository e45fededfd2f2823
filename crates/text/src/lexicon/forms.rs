//! From a lemma back to a form: agreement of adjectives and past participles.

use super::{Gender, Lexicon, Mood, Tag, key};
use fst::automaton::{Automaton, Str};
use fst::{IntoStreamer, Streamer};
use std::collections::BTreeMap;
use std::sync::{PoisonError, RwLock};

/// Conjugated forms that were sought: of a verb, at a mood, a person and a number.
pub(super) type Sought = RwLock<BTreeMap<(String, Mood, u8, bool), Option<String>>>;

impl Lexicon {
    /// The form of an adjective in a gender and number: « local », feminine, plural → « locales ».
    /// `None` if the adjective is unknown.
    pub fn agree(&self, adjective: &str, gender: Gender, plural: bool) -> Option<String> {
        let lemma = self.lemma_where(adjective, Tag::is_adjective)?;
        let fits = |tag| {
            matches!(tag, Tag::Adjective { gender: g, plural: p }
            if g.is_none_or(|g| g == gender) && p.is_none_or(|p| p == plural))
        };
        self.form_of(&lemma, fits)
    }

    /// The past participle of a verb in a gender and number: « former », feminine, plural → « formées ».
    pub fn participle(&self, infinitive: &str, gender: Gender, plural: bool) -> Option<String> {
        let feminine = gender == Gender::Feminine;
        let fits = |tag| {
            matches!(tag, Tag::Verb { mood: Mood::PastParticiple, plural: p, feminine: f, .. }
            if p == plural && f == feminine)
        };
        self.form_of(&key(infinitive), fits)
    }

    /// A conjugated form: « devoir », conditional, 3, plural → « devraient ». Remembered: « soit » stands far from « être » in the lexicon.
    pub fn conjugate(&self, infinitive: &str, mood: Mood, person: u8, plural: bool) -> Option<String> {
        let wanted = (key(infinitive), mood, person, plural);
        let known = self.sought.read().unwrap_or_else(PoisonError::into_inner).get(&wanted).cloned();
        known.unwrap_or_else(|| {
            let found = self.conjugated(&wanted.0, mood, person, plural);
            self.sought.write().unwrap_or_else(PoisonError::into_inner).insert(wanted, found.clone());
            found
        })
    }

    fn conjugated(&self, lemma: &str, mood: Mood, person: u8, plural: bool) -> Option<String> {
        let fits =
            |tag| matches!(tag, Tag::Verb { mood: m, person: q, plural: p, .. } if (m, q, p) == (mood, person, plural));
        self.form_of(lemma, fits)
    }

    /// The first form of `lemma` that fits, among the forms that begin like it: nearly all do, so a long beginning is tried first.
    fn form_of(&self, lemma: &str, fits: impl Fn(Tag) -> bool) -> Option<String> {
        let letters = lemma.chars().count();
        [letters.saturating_sub(3).max(2), 1, 0].into_iter().find_map(|kept| {
            let beginning: String = lemma.chars().take(kept).collect();
            self.first_form(&beginning, lemma, &fits)
        })
    }

    fn first_form(&self, beginning: &str, lemma: &str, fits: &impl Fn(Tag) -> bool) -> Option<String> {
        let mut stream = self.map.search(Str::new(beginning).starts_with()).into_stream();
        while let Some((form, number)) = stream.next() {
            let form = std::str::from_utf8(form).ok()?;
            let mut rules = self.rules[number as usize].iter();
            if rules.any(|rule| rule.tags.iter().any(|&tag| fits(tag)) && rule.lemma(form) == lemma) {
                return Some(form.to_owned());
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Gender::{Feminine, Masculine};

    #[test]
    fn adjectives_agree() {
        let agree = |a, g, p| Lexicon::french().agree(a, g, p);
        assert_eq!(agree("local", Masculine, true).as_deref(), Some("locaux"));
        assert_eq!(agree("gratuits", Feminine, true).as_deref(), Some("gratuites"));
        assert_eq!(agree("sec", Feminine, false).as_deref(), Some("sèche"));
        assert_eq!(agree("numérique", Feminine, true).as_deref(), Some("numériques"));
        assert_eq!(agree("heureux", Masculine, true).as_deref(), Some("heureux"));
        assert_eq!(agree("zzz", Feminine, true), None);
    }

    #[test]
    fn verbs_are_conjugated() {
        let french = Lexicon::french();
        assert_eq!(french.participle("mettre", Feminine, true).as_deref(), Some("mises"));
        assert_eq!(french.participle("former", Masculine, false).as_deref(), Some("formé"));
        assert_eq!(french.conjugate("devoir", Mood::Conditional, 3, true).as_deref(), Some("devraient"));
        assert_eq!(french.conjugate("aller", Mood::Indicative, 3, false).as_deref(), Some("va"));
    }
}

//! A compact French lexicon: every form of the language with its lemmas and features.
//!
//! Derived from the Lefff 3.4 by `cargo xtask lexicon`; data under LGPL-LR, see `lexicon/NOTICE.md`.

mod accents;
mod forms;
mod tag;

pub use crate::elision::{contract, definite_article, elide, elides};
pub use tag::{Gender, Mood, Tag};

use fst::Map;
use std::sync::OnceLock;

static AUTOMATON: &[u8] = include_bytes!("../../lexicon/french.fst");
static RULES: &str = include_str!("../../lexicon/french.rules");

/// Forms → readings. One exists per process: [`Lexicon::french`].
pub struct Lexicon {
    map: Map<&'static [u8]>,
    rules: Vec<Vec<Rule>>,
    sought: forms::Sought,
}

/// How the lemma of one reading is obtained from the form: letters to strip from the end, letters to add.
struct Rule {
    strip: usize,
    suffix: &'static str,
    tags: Vec<Tag>,
}

/// One reading of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Analysis {
    /// Infinitive, masculine singular or singular, in lower case.
    pub lemma: String,
    /// Class and features.
    pub tag: Tag,
}

impl Lexicon {
    /// The lexicon, read on first use (a few milliseconds).
    ///
    /// # Panics
    ///
    /// Never: the automaton is part of the program and a test walks the whole of it.
    pub fn french() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(|| Self {
            map: Map::new(AUTOMATON).expect("the automaton is written by xtask and tested"),
            rules: RULES.lines().map(|line| line.split(' ').filter_map(rule).collect()).collect(),
            sought: forms::Sought::default(),
        })
    }

    /// Number of forms.
    pub fn len(&self) -> usize {
        self.map.len()
    }

    /// Whether there is no form at all, which never is.
    pub fn is_empty(&self) -> bool {
        self.map.is_empty()
    }

    /// All readings of a form in any case, the likeliest first; none if it is unknown.
    pub fn analyses(&self, form: &str) -> Vec<Analysis> {
        let key = key(form);
        let rules = self.rules_of(&key);
        rules.iter().flat_map(|rule| rule.tags.iter().map(|&tag| Analysis { lemma: rule.lemma(&key), tag })).collect()
    }

    /// Whether the form is known.
    pub fn contains(&self, form: &str) -> bool {
        !self.rules_of(&key(form)).is_empty()
    }

    /// « former », not « formera ».
    pub fn is_infinitive(&self, form: &str) -> bool {
        self.any(form, |tag| matches!(tag, Tag::Verb { mood: Mood::Infinitive, .. }))
    }

    /// Any verb form, participles included.
    pub fn is_verb_form(&self, form: &str) -> bool {
        self.any(form, Tag::is_verb)
    }

    /// A conjugated form: neither infinitive nor participle.
    pub fn is_finite_verb(&self, form: &str) -> bool {
        self.any(form, Tag::is_finite_verb)
    }

    /// Whether one reading is a common noun.
    pub fn is_noun(&self, form: &str) -> bool {
        self.any(form, Tag::is_noun)
    }

    /// Whether one reading is an adjective.
    pub fn is_adjective(&self, form: &str) -> bool {
        self.any(form, Tag::is_adjective)
    }

    /// The infinitive of a conjugated form (or of an infinitive), the likeliest when several verbs share it: « doivent » → « devoir ».
    pub fn infinitive_of(&self, form: &str) -> Option<String> {
        self.lemma_where(form, |tag| tag.is_finite_verb() || matches!(tag, Tag::Verb { mood: Mood::Infinitive, .. }))
    }

    /// The infinitive of a past participle: « pérennisées » → « pérenniser ».
    pub fn infinitive_of_participle(&self, form: &str) -> Option<String> {
        self.lemma_where(form, Tag::is_past_participle)
    }

    /// The gender of a noun, if the lexicon knows it.
    pub fn noun_gender(&self, form: &str) -> Option<Gender> {
        self.rules_of(&key(form)).iter().flat_map(|rule| &rule.tags).find_map(|tag| match tag {
            Tag::Noun { gender, .. } => *gender,
            _ => None,
        })
    }

    /// Whether a noun or an adjective is plural, when its form says so.
    pub fn is_plural(&self, form: &str) -> Option<bool> {
        self.rules_of(&key(form)).iter().flat_map(|rule| &rule.tags).find_map(|tag| match tag {
            Tag::Noun { plural, .. } | Tag::Adjective { plural, .. } => *plural,
            _ => None,
        })
    }

    /// The lemma of the likeliest reading out of context, noun before adjective before verb. An unknown form is read with
    /// its accents restored; failing that it is its own lemma, in lower case.
    pub fn lemma(&self, form: &str) -> String {
        self.lemma_where(form, |tag| tag != Tag::ProperNoun)
            .or_else(|| self.lemma_where(&self.restore_accents(form)?, |_| true))
            .unwrap_or_else(|| form.to_lowercase())
    }

    /// The infinitive of a form that is most likely a conjugated verb, « développent » but not « place » or « est-il ».
    pub(crate) fn infinitive_of_clear_verb(&self, form: &str) -> Option<String> {
        let key = key(form);
        let rule = self.rules_of(&key).first()?;
        rule.tags.first()?.is_finite_verb().then(|| rule.lemma(&key))
    }

    fn rules_of(&self, key: &str) -> &[Rule] {
        let number = self.map.get(key).or_else(|| key.contains('œ').then(|| self.map.get(key.replace('œ', "oe")))?);
        number.and_then(|n| self.rules.get(n as usize)).map_or(&[], Vec::as_slice)
    }

    fn any(&self, form: &str, wanted: impl Fn(Tag) -> bool) -> bool {
        self.rules_of(&key(form)).iter().any(|rule| rule.tags.iter().any(|&tag| wanted(tag)))
    }

    fn lemma_where(&self, form: &str, wanted: impl Fn(Tag) -> bool) -> Option<String> {
        let key = key(form);
        let rule = self.rules_of(&key).iter().find(|rule| rule.tags.iter().any(|&tag| wanted(tag)))?;
        Some(rule.lemma(&key))
    }
}

impl Rule {
    fn lemma(&self, key: &str) -> String {
        let plain = if key.contains('œ') { key.replace('œ', "oe") } else { key.to_owned() };
        let kept = plain.char_indices().rev().nth(self.strip.wrapping_sub(1)).map_or(plain.len(), |(at, _)| at);
        let lemma = format!("{}{}", &plain[..kept], self.suffix);
        if plain.len() == key.len() && plain == key { lemma } else { lemma.replace("oe", "œ") }
    }
}

fn rule(text: &'static str) -> Option<Rule> {
    let mut parts = text.split('/');
    let strip = parts.next()?.parse().ok()?;
    Some(Rule { strip, suffix: parts.next()?, tags: tag::decode(parts.next()?) })
}

fn key(form: &str) -> String {
    form.chars().flat_map(char::to_lowercase).map(|c| if c == '\'' { '’' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn french() -> &'static Lexicon {
        Lexicon::french()
    }

    #[test]
    fn verbs_lead_to_their_infinitive() {
        for (form, infinitive) in [
            ("doivent", "devoir"),
            ("faut", "falloir"),
            ("soient", "être"),
            ("Mettez", "mettre"),
            ("crée", "créer"),
            ("convient", "convenir"),
            ("puisse", "pouvoir"),
            ("développerait", "développer"),
            ("est", "être"),
            ("vont", "aller"),
        ] {
            assert_eq!(french().infinitive_of(form).as_deref(), Some(infinitive), "{form}");
        }
        for (form, infinitive) in
            [("pérennisées", "pérenniser"), ("mise", "mettre"), ("soutenus", "soutenir"), ("pris", "prendre")]
        {
            assert_eq!(french().infinitive_of_participle(form).as_deref(), Some(infinitive), "{form}");
        }
        for (form, yes) in
            [("Former", true), ("formera", false), ("hiver", false), ("usager", false), ("avenir", false)]
        {
            assert_eq!(french().is_infinitive(form), yes, "{form}");
        }
    }

    #[test]
    fn lemmas_are_the_likely_ones() {
        for (form, lemma) in [
            ("élus", "élu"),
            ("communes", "commune"),
            ("données", "donnée"),
            ("locaux", "local"),
            ("travaux", "travail"),
            ("formations", "formation"),
            ("numériques", "numérique"),
            ("fois", "fois"),
            ("est", "être"),
            ("œuvres", "œuvre"),
            ("bonnes", "bon"),
            ("zzz", "zzz"),
            ("Aides", "aide"),
            ("transports", "transport"),
            ("dématérialisées", "dématérialisé"),
            ("ecoles", "école"),
            ("résultat", "résultat"),
            ("concernés", "concerner"),
        ] {
            assert_eq!(french().lemma(form), lemma, "{form}");
        }
    }

    #[test]
    fn nouns_have_their_gender() {
        assert_eq!(french().noun_gender("fracture"), Some(Gender::Feminine));
        assert_eq!(french().noun_gender("Réseaux"), Some(Gender::Masculine));
        assert_eq!(french().noun_gender("zzz"), None);
        assert_eq!(french().is_plural("réseaux"), Some(true));
        assert!(french().is_noun("numérique") && french().is_adjective("numérique"));
        assert!(!french().is_noun("est") && !french().is_noun("par"));
    }

    #[test]
    fn every_form_leads_to_a_lemma() {
        use fst::Streamer;
        let mut stream = french().map.stream();
        while let Some((form, number)) = stream.next() {
            let form = std::str::from_utf8(form).expect("keys are UTF-8");
            assert!(french().rules.get(number as usize).is_some_and(|rules| !rules.is_empty()), "{form}");
            assert!(french().analyses(form).iter().all(|a| !a.lemma.is_empty()), "{form}");
        }
    }
}

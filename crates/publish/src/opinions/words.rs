//! What the page says in its own words.

use crate::say;
use arobase_domain::Lang;
use arobase_text::typography::french;
use std::borrow::Borrow;

/// A language, as templates ask it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Say(pub(super) Lang);

impl Say {
    /// One of two phrases; the French one gets its typography here.
    pub(super) fn t(self, fr: &str, en: &str) -> String {
        say::pick(self.0, french(fr), en.to_owned())
    }

    pub(super) fn lang(self) -> &'static str {
        self.0.as_str()
    }

    pub(super) fn n(self, value: impl Borrow<usize>) -> String {
        say::number(self.0, *value.borrow())
    }

    pub(super) fn percent(self, share: impl Borrow<f64>) -> String {
        say::percent(self.0, *share.borrow())
    }

    pub(super) fn decimal(self, value: impl Borrow<f64>) -> String {
        say::decimal(self.0, *value.borrow(), 2).replace('-', "\u{2212}")
    }

    fn count(self, value: usize, fr: (&str, &str), en: (&str, &str)) -> String {
        let (one, many) = say::pick(self.0, fr, en);
        say::count(self.0, value, one, many)
    }

    pub(super) fn people(self, value: impl Borrow<usize>) -> String {
        self.count(*value.borrow(), ("personne", "personnes"), ("person", "people"))
    }

    pub(super) fn votes(self, value: impl Borrow<usize>) -> String {
        self.count(*value.borrow(), ("vote", "votes"), ("vote", "votes"))
    }

    pub(super) fn statements(self, value: impl Borrow<usize>) -> String {
        self.count(*value.borrow(), ("affirmation", "affirmations"), ("statement", "statements"))
    }

    pub(super) fn groups(self, value: impl Borrow<usize>) -> String {
        self.count(*value.borrow(), ("groupe", "groupes"), ("group", "groups"))
    }

    /// How far groups part, after Kaufman and Rousseeuw's reading of silhouettes.
    pub(super) fn clarity(self, silhouette: impl Borrow<f64>) -> String {
        match *silhouette.borrow() {
            x if x >= 0.7 => self.t("très nette", "very clear"),
            x if x >= 0.5 => self.t("nette", "clear"),
            x if x >= 0.25 => self.t("discernable", "discernible"),
            _ => self.t("faible", "weak"),
        }
    }

    /// How far groups are found again.
    pub(super) fn solidity(self, index: impl Borrow<f64>) -> String {
        match *index.borrow() {
            x if x >= 0.75 => self.t("solides", "solid"),
            x if x >= 0.5 => self.t("fragiles", "fragile"),
            _ => self.t("très fragiles", "very fragile"),
        }
    }

    /// A setting in words.
    pub(super) fn code(self, code: &str) -> String {
        match code {
            "mode" => self.t("Mode", "Mode"),
            "seed" => self.t("Graine du tirage", "Random seed"),
            "samples" => self.t("Tirages de vérification", "Samples drawn to check"),
            "agree" => self.t("Nombre qui veut dire « d’accord »", "Number that means “agree”"),
            "arobase" => self.t("Version d’arobase", "Version of arobase"),
            other => other.replace('_', " "),
        }
    }
}

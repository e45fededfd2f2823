//! What is drawn: a tree of words.

use crate::say::{count, pick};
use arobase_domain::{Analysis, Lang, Proposition, PropositionId, Question, QuestionId, Rank, Theme, ThemeId};
use arobase_text::typography::{french, sentence_case};

/// A node with what hangs on it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Branch {
    /// Its words.
    pub text: String,
    /// How many stand behind it, in words; empty for none.
    pub told: String,
    /// Where it leads.
    pub href: Option<String>,
    /// Rank of its question, from 1; 0 at the root.
    pub hue: usize,
    /// What hangs on it.
    pub inside: Vec<Branch>,
}

/// What a node stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot<'a> {
    /// The whole.
    Whole,
    /// A question.
    Question(&'a QuestionId),
    /// A theme.
    Theme(&'a ThemeId),
    /// A proposition.
    Proposition(&'a PropositionId),
    /// The weak signals of a theme.
    WeakSignals(&'a ThemeId),
}

/// What the map is made from, and where its nodes lead.
pub struct Material<'a> {
    /// The questions, in order.
    pub questions: &'a [Question],
    /// The themes, in order.
    pub themes: &'a [Theme],
    /// The propositions, in order.
    pub propositions: &'a [Proposition],
    /// The language of what is not quoted.
    pub lang: Lang,
    /// Where a node leads.
    pub href: &'a dyn Fn(Spot<'_>) -> Option<String>,
}

impl<'a> Material<'a> {
    /// That of an analysis, leading nowhere.
    pub fn of(analysis: &'a Analysis, lang: Lang) -> Self {
        let Analysis { questions, themes, propositions, .. } = analysis;
        Self { questions, themes, propositions, lang, href: &|_| None }
    }

    /// The questions with their themes; with the propositions of each when `deep`.
    pub fn whole(&self, title: &str, deep: bool) -> Branch {
        let title = if title.is_empty() { pick(self.lang, "Carte mentale", "Mind map") } else { title };
        let questions = self.questions.iter().map(|question| self.question(question, deep));
        Branch {
            text: title.to_owned(),
            href: (self.href)(Spot::Whole),
            inside: questions.collect(),
            ..Branch::default()
        }
    }

    /// One question, with its themes and their propositions.
    pub fn one(&self, question: &QuestionId) -> Option<Branch> {
        self.questions.iter().find(|one| one.id == *question).map(|one| self.question(one, true))
    }

    fn question(&self, question: &Question, deep: bool) -> Branch {
        let rank = self.questions.iter().position(|one| one.id == question.id).unwrap_or_default() + 1;
        let themes = self.themes.iter().filter(|theme| theme.question == question.id);
        Branch {
            text: french(&question.wording),
            told: String::new(),
            href: (self.href)(Spot::Question(&question.id)),
            hue: rank,
            inside: themes.map(|theme| self.theme(theme, rank, deep)).collect(),
        }
    }

    fn theme(&self, theme: &Theme, hue: usize, deep: bool) -> Branch {
        let ideas = pick(self.lang, ("idée", "idées"), ("idea", "ideas"));
        Branch {
            text: sentence_case(&theme.label),
            told: count(self.lang, theme.support.ideas, ideas.0, ideas.1),
            href: (self.href)(Spot::Theme(&theme.id)),
            hue,
            inside: if deep { self.propositions(theme, hue) } else { Vec::new() },
        }
    }

    /// The selected propositions of a theme; its weak signals, which can be dozens, are one node.
    fn propositions(&self, theme: &Theme, hue: usize) -> Vec<Branch> {
        let mine = self.propositions.iter().filter(|one| one.theme == theme.id);
        let (weak, kept): (Vec<_>, Vec<_>) = mine.partition(|one| one.rank == Rank::WeakSignal);
        let signals = pick(self.lang, ("signal faible", "signaux faibles"), ("weak signal", "weak signals"));
        let aside = (!weak.is_empty()).then(|| Branch {
            text: count(self.lang, weak.len(), signals.0, signals.1),
            href: (self.href)(Spot::WeakSignals(&theme.id)),
            hue,
            ..Branch::default()
        });
        kept.into_iter().map(|one| self.proposition(one, hue)).chain(aside).collect()
    }

    fn proposition(&self, proposition: &Proposition, hue: usize) -> Branch {
        let minority = proposition.rank == Rank::Minority;
        Branch {
            text: sentence_case(&proposition.text),
            told: if minority { pick(self.lang, "minoritaire", "minority").to_owned() } else { String::new() },
            href: (self.href)(Spot::Proposition(&proposition.id)),
            hue,
            inside: Vec::new(),
        }
    }
}

impl Branch {
    /// Its words, with how many stand behind it.
    pub(super) fn words(&self) -> String {
        if self.told.is_empty() { self.text.clone() } else { format!("{} ({})", self.text, self.told) }
    }

    /// How many levels there are, this one included.
    pub(super) fn levels(&self) -> usize {
        1 + self.inside.iter().map(Self::levels).max().unwrap_or_default()
    }
}

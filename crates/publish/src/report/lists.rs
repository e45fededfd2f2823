//! The lists of the report: what is shown of each, and how much is not.

use super::quote::{Quote, Quoter, shorten};
use super::study::Aside;
use super::words::{Say, title};
use crate::chart;
use arobase_domain::{
    Analysis, Fate, Idea, IdeaId, IdeaStatus, Place, Proposition, PropositionId, Rank, Support, Theme,
};
use arobase_text::typography::french;
use std::collections::BTreeMap;

/// Most of each kind that one page shows; the rest is in the files of the analysis.
const TYPICAL: usize = 3;
const MARGINAL: usize = 2;
const BRIDGING: usize = 2;
const SUPPORTERS: usize = 6;
const POOL: usize = 100;
const CAMPAIGNS: usize = 30;
const WEAK_SIGNALS: usize = 60;

/// Some of a list, and how many are left out.
pub(super) struct Part<T> {
    pub(super) shown: Vec<T>,
    pub(super) hidden: usize,
}

/// A question with its propositions.
pub(super) struct Asked {
    pub(super) id: String,
    pub(super) rank: usize,
    pub(super) wording: String,
    pub(super) ideas: usize,
    pub(super) themes: usize,
    pub(super) propositions: Vec<Proposed>,
}

/// A proposition with its sources.
pub(super) struct Proposed {
    pub(super) id: String,
    pub(super) text: String,
    pub(super) minority: bool,
    pub(super) theme: String,
    pub(super) theme_id: String,
    pub(super) support: Support,
    pub(super) bar: String,
    pub(super) source: Option<Quote>,
    pub(super) rules: Vec<(String, String)>,
    pub(super) justification: String,
    pub(super) others: Part<Quote>,
}

/// A theme with its verbatims.
pub(super) struct Grouped {
    pub(super) id: String,
    pub(super) label: String,
    pub(super) keywords: String,
    pub(super) question: usize,
    pub(super) support: Support,
    pub(super) stability: f64,
    pub(super) bar: String,
    pub(super) typical: Vec<Quote>,
    pub(super) marginal: Vec<Quote>,
    pub(super) bridging: Vec<(Quote, String)>,
    pub(super) hidden: usize,
    pub(super) coverage: f64,
    pub(super) number: usize,
    pub(super) aside: Aside,
}

/// The same words from many authors.
pub(super) struct Repeated {
    pub(super) text: String,
    pub(super) ideas: usize,
    pub(super) contributions: usize,
}

/// Ideas that left the funnel in one state.
pub(super) struct Left {
    pub(super) code: &'static str,
    pub(super) count: usize,
    pub(super) quotes: Part<(Quote, String)>,
}

/// An analysis with its ideas within reach.
pub(super) struct Lists<'a> {
    pub(super) analysis: &'a Analysis,
    pub(super) quoter: Quoter<'a>,
    pub(super) say: Say,
    ideas: BTreeMap<&'a IdeaId, &'a Idea>,
}

impl<'a> Lists<'a> {
    pub(super) fn new(analysis: &'a Analysis, quoter: Quoter<'a>) -> Self {
        let ideas = analysis.ideas.iter().map(|idea| (&idea.id, idea)).collect();
        Self { analysis, quoter, say: quoter.say, ideas }
    }

    pub(super) fn questions(&self) -> Vec<Asked> {
        let all = self.analysis.questions.iter().enumerate();
        all.map(|(rank, question)| Asked {
            id: question.id.to_string(),
            rank: rank + 1,
            wording: french(&question.wording),
            ideas: question.support.ideas,
            themes: self.analysis.themes.iter().filter(|theme| theme.question == question.id).count(),
            propositions: self
                .selected()
                .filter(|proposition| proposition.question == question.id)
                .map(|proposition| self.proposed(proposition))
                .collect(),
        })
        .collect()
    }

    fn selected(&self) -> impl Iterator<Item = &'a Proposition> {
        self.analysis.propositions.iter().filter(|proposition| proposition.rank != Rank::WeakSignal)
    }

    fn proposed(&self, proposition: &Proposition) -> Proposed {
        let most = self.selected().map(|one| one.support.authors).max().unwrap_or(0);
        let Support { authors, authors_dedup, .. } = proposition.support;
        let source = self.ideas.get(&proposition.source);
        let others = proposition.ideas.iter().filter(|id| **id != proposition.source);
        let others: Vec<&Idea> = others.filter_map(|id| self.ideas.get(id).copied()).collect();
        Proposed {
            id: proposition.id.to_string(),
            text: title(&proposition.text),
            minority: proposition.rank == Rank::Minority,
            theme: self.label(proposition.theme.as_str()),
            theme_id: proposition.theme.to_string(),
            support: proposition.support,
            bar: chart::bar(authors_dedup, authors, most),
            source: source.map(|idea| self.quoter.taken(idea, proposition.source_span)),
            rules: proposition.rules.iter().map(|rule| (rule.clone(), self.say.rule(rule))).collect(),
            justification: french(&proposition.justification),
            others: first(SUPPORTERS, &others, |idea| self.quoter.idea(idea)),
        }
    }

    fn label(&self, theme: &str) -> String {
        let found = self.analysis.themes.iter().find(|one| one.id.as_str() == theme);
        found.map(|one| title(&one.label)).unwrap_or_default()
    }

    pub(super) fn themes(&self) -> Vec<Grouped> {
        let mut ideas: BTreeMap<_, Vec<&Idea>> = BTreeMap::new();
        for idea in &self.analysis.ideas {
            if let Some(theme) = &idea.theme {
                ideas.entry(theme).or_default().push(idea);
            }
        }
        let none = Vec::new();
        self.analysis.themes.iter().map(|theme| self.grouped(theme, ideas.get(&theme.id).unwrap_or(&none))).collect()
    }

    fn grouped(&self, theme: &Theme, ideas: &[&Idea]) -> Grouped {
        let at = |place, most| ideas.iter().filter(move |idea| idea.place == place).take(most);
        let typical: Vec<_> = at(Place::Typical, TYPICAL).map(|idea| self.quoter.idea(idea)).collect();
        let marginal: Vec<_> = at(Place::Marginal, MARGINAL).map(|idea| self.quoter.idea(idea)).collect();
        let bridging: Vec<_> = at(Place::Bridging, BRIDGING)
            .map(|idea| {
                (
                    self.quoter.idea(idea),
                    idea.second_theme.as_ref().map(|other| self.label(other.as_str())).unwrap_or_default(),
                )
            })
            .collect();
        let most = self.analysis.themes.iter().map(|one| one.support.authors).max().unwrap_or(0);
        let rank = self.analysis.questions.iter().position(|question| question.id == theme.question);
        Grouped {
            id: theme.id.to_string(),
            label: title(&theme.label),
            keywords: theme.keywords.join(", "),
            question: rank.map_or(0, |rank| rank + 1),
            support: theme.support,
            stability: theme.stability,
            bar: chart::bar(theme.support.authors_dedup, theme.support.authors, most),
            hidden: ideas.len() - typical.len() - marginal.len() - bridging.len(),
            coverage: theme.label_coverage,
            number: self.analysis.themes.iter().position(|one| one.id == theme.id).map_or(0, |rank| rank + 1),
            aside: Aside::of(self.analysis, &theme.id),
            typical,
            marginal,
            bridging,
        }
    }

    /// Both sides of each controversy: identifier and text.
    pub(super) fn controversies(&self) -> Vec<[(String, String); 2]> {
        let side = |id: &PropositionId| {
            let found = self.analysis.propositions.iter().find(|proposition| proposition.id == *id);
            (id.to_string(), found.map(|proposition| title(&proposition.text)).unwrap_or_default())
        };
        self.analysis.controversies.iter().map(|pair| [side(&pair.one), side(&pair.other)]).collect()
    }

    pub(super) fn campaigns(&self) -> Part<Repeated> {
        let mut campaigns: BTreeMap<u32, Vec<&Idea>> = BTreeMap::new();
        for idea in &self.analysis.ideas {
            if let Some(number) = idea.campaign {
                campaigns.entry(number).or_default().push(idea);
            }
        }
        let campaigns: Vec<Vec<&Idea>> = campaigns.into_values().collect();
        first(CAMPAIGNS, &campaigns, |ideas| {
            let mut contributions: Vec<_> = ideas.iter().map(|idea| &idea.contribution).collect();
            contributions.dedup();
            Repeated { text: shorten(&ideas[0].text, 280), ideas: ideas.len(), contributions: contributions.len() }
        })
    }

    pub(super) fn weak_signals(&self) -> Part<Proposed> {
        let annexed = self.analysis.propositions.iter().filter(|proposition| proposition.rank == Rank::WeakSignal);
        first(WEAK_SIGNALS, &annexed.collect::<Vec<_>>(), |proposition| self.proposed(proposition))
    }

    pub(super) fn left(&self) -> Vec<Left> {
        let states =
            [(IdeaStatus::ToSort, "to_sort"), (IdeaStatus::OffTopic, "off_topic"), (IdeaStatus::Empty, "empty")];
        states.map(|(status, code)| self.left_in(status, code)).into()
    }

    fn left_in(&self, status: IdeaStatus, code: &'static str) -> Left {
        let ideas: Vec<_> = self.analysis.ideas.iter().filter(|idea| idea.status == status).collect();
        let quotes = first(POOL, &ideas, |idea| (self.quoter.idea(idea), self.say.code(&idea.reason)));
        Left { code, count: ideas.len(), quotes }
    }

    pub(super) fn broken(&self) -> Part<(String, String)> {
        let broken: Vec<&Fate> = self.analysis.fates.iter().filter(|fate| fate.status.is_none()).collect();
        first(POOL, &broken, |fate| (self.say.contribution(&fate.contribution), fate.detail.clone()))
    }
}

fn first<T, U>(most: usize, all: &[T], show: impl Fn(&T) -> U) -> Part<U> {
    let shown: Vec<U> = all.iter().take(most).map(show).collect();
    Part { hidden: all.len() - shown.len(), shown }
}

//! The parts of the bench, in words.

use super::bench::Lying;
use super::head::notes;
use super::marked::{Marked, Sought, terms};
use super::mask;
use super::opened::Opened;
use super::told::label;
use crate::Error;
use crate::funnel::{cut, first, last};
use crate::lang::{Lang, Speak as _};
use crate::reasons;
use crate::state::AppState;
use crate::url::{Target, Url};
use arobase_domain::edits::{BY_HAND, Standing, State};
use arobase_domain::masks::veiled;
use arobase_domain::piles::{Pile, STANDING, counts};
use arobase_domain::{ContributionId, Idea, IdeaId, QuestionId, ThemeId};
use std::collections::BTreeMap;

/// A pile to go through.
pub(super) struct Heap {
    pub(super) label: String,
    pub(super) count: usize,
    /// Who sees to it; empty for nobody.
    pub(super) keeper: String,
    pub(super) url: Url,
    pub(super) current: bool,
}

/// A question with its themes; or those that are under none.
pub(super) struct Branch {
    pub(super) wording: String,
    pub(super) leaves: Vec<Leaf>,
}

/// A theme.
pub(super) struct Leaf {
    pub(super) label: String,
    pub(super) count: usize,
    /// Who sees to it; empty for nobody.
    pub(super) keeper: String,
    pub(super) url: Url,
    pub(super) locked: bool,
    pub(super) current: bool,
}

/// An idea in the list of a pile.
pub(super) struct Line {
    pub(super) id: String,
    pub(super) text: Marked,
    /// Its theme, where the pile does not tell it.
    pub(super) theme: String,
    pub(super) read: bool,
    pub(super) url: Url,
    pub(super) current: bool,
}

/// The idea that is open.
pub(super) struct Open {
    pub(super) id: String,
    pub(super) contribution: ContributionId,
    /// What is said just before it.
    pub(super) before: String,
    /// The idea, with the words that are looked for, or those of its theme.
    pub(super) marked: Marked,
    /// What is said just after.
    pub(super) after: String,
    /// The whole contribution, where more was said.
    pub(super) whole: Option<String>,
    pub(super) stands: String,
    pub(super) read: bool,
    pub(super) confidence: String,
    /// The themes near it, with how near.
    pub(super) near: Vec<(String, String)>,
    /// The terms of its theme that it holds.
    pub(super) terms: Vec<String>,
    /// What else is known of it.
    pub(super) marks: Vec<String>,
    /// Words that the engine takes for personal data.
    pub(super) personal: Vec<String>,
    /// Words that are masked.
    pub(super) masked: Vec<String>,
    /// The idea that it repeats.
    pub(super) repeats: Option<(IdeaId, Url)>,
    pub(super) propositions: Vec<(String, Url)>,
    pub(super) notes: Vec<(u32, String)>,
    /// The propositions of its theme that it is not behind.
    pub(super) backs: Vec<(String, String)>,
}

/// Characters shown before and after an idea.
const AROUND: usize = 240;

/// The page where an idea is open, in the pile where it lies.
pub(super) fn open_at(lang: Lang, opened: &Opened, idea: &IdeaId) -> Url {
    let pile = opened.bench.state.ideas.get(idea).map_or(Pile::ToSort, Pile::lying);
    Target::Bench(pile.to_string(), idea.to_string(), 0).in_lang(lang)
}

/// The page of a pile.
pub(super) fn at(lang: Lang, pile: &str) -> Url {
    Target::Bench(pile.to_owned(), String::new(), 0).in_lang(lang)
}

/// The name of a pile.
pub(super) fn title(lang: Lang, opened: &Opened, pile: &Pile) -> String {
    let state = &opened.bench.state;
    match pile {
        Pile::Theme(id) => label(lang, state, id),
        Pile::Proposition(id) => {
            state.propositions.get(id).map_or_else(|| id.to_string(), |worded| worded.text.clone())
        }
        Pile::Said(_) => lang.it("pile-said", pile.looked_for()),
        Pile::ToSort => lang.t("pile-to-sort"),
        Pile::Doubtful => lang.t("pile-doubtful"),
        Pile::Between => lang.t("pile-between"),
        Pile::Large => lang.t("pile-large"),
        Pile::Disagreements => lang.t("pile-disagreements"),
        Pile::Mine => lang.t("pile-mine"),
        Pile::Duplicates => lang.t("pile-duplicates"),
        Pile::Campaigns => lang.t("pile-campaigns"),
        Pile::Controversies => lang.t("pile-controversies"),
        Pile::ToComplete => lang.t("pile-to-complete"),
        Pile::WeakSignals => lang.t("pile-weak-signals"),
        Pile::OffTopic => lang.t("pile-off-topic"),
        Pile::Empty => lang.t("pile-empty"),
    }
}

/// The piles where something lies, and those of the words that are kept.
pub(super) fn heaps(lang: Lang, opened: &Opened, me: &str, current: &Pile) -> Vec<Heap> {
    let beside = opened.beside(me);
    let heap = |(pile, count): (Pile, usize)| Heap {
        label: title(lang, opened, &pile),
        count,
        url: at(lang, pile.code()),
        keeper: keeper(opened, &pile),
        current: pile == *current,
    };
    let standing = STANDING.into_iter().zip(counts(&STANDING, &opened.analysis, &opened.bench.state, &beside));
    let standing = standing.filter(|(pile, count)| *count > 0 || pile == current);
    let kept = opened.bench.state.queries.values().map(|words| {
        let pile = Pile::said(words);
        let count = opened.pile(&pile, &beside).len();
        (pile, count)
    });
    standing.chain(kept).map(heap).collect()
}

/// Who sees to a pile; empty for nobody.
fn keeper(opened: &Opened, pile: &Pile) -> String {
    opened.assigned(pile).map(|who| who.name.clone()).unwrap_or_default()
}

/// Questions and their themes, in order; themes under no question last.
pub(super) fn branches(lang: Lang, opened: &Opened, current: &Pile) -> Vec<Branch> {
    let state = &opened.bench.state;
    let mut counts: BTreeMap<&ThemeId, usize> = BTreeMap::new();
    for theme in state.ideas.values().filter_map(|stands| stands.theme.as_ref()) {
        *counts.entry(theme).or_default() += 1;
    }
    let leaf = |id: &ThemeId| Leaf {
        label: label(lang, state, id),
        count: counts.get(id).copied().unwrap_or_default(),
        url: at(lang, id.as_str()),
        locked: state.themes[id].locked,
        keeper: keeper(opened, &Pile::Theme(id.clone())),
        current: *current == Pile::Theme(id.clone()),
    };
    let branch = |question: Option<&QuestionId>| Branch {
        wording: question.map_or_else(|| lang.t("bench-no-question"), |id| state.questions[id].wording.clone()),
        leaves: state.under(question).into_iter().map(leaf).collect(),
    };
    let questions = state.ordered().into_iter().map(Some).chain([None]).map(branch);
    questions.filter(|branch| !branch.leaves.is_empty()).collect()
}

impl Line {
    pub(super) fn new<'a>(
        lang: Lang,
        opened: &'a Opened,
        lying: &Lying,
        sought: &mut Sought<'a>,
        place: usize,
    ) -> Self {
        let idea = &opened.analysis.ideas[place];
        let stands = opened.bench.state.ideas.get(&idea.id);
        let theme = stands.and_then(|stands| stands.theme.as_ref());
        let told = |theme: &&ThemeId| lying.pile != Pile::Theme((**theme).clone());
        Self {
            id: idea.id.to_string(),
            text: sought.mark(&said(idea), theme),
            theme: theme.filter(told).map(|theme| label(lang, &opened.bench.state, theme)).unwrap_or_default(),
            read: stands.is_some_and(|stands| stands.reason == BY_HAND),
            url: Target::Bench(lying.pile.to_string(), idea.id.to_string(), 0).in_lang(lang),
            current: lying.ideas.get(lying.at) == Some(&place),
        }
    }
}

/// The words of an idea, with those carried from the head of an enumeration.
pub(super) fn said(idea: &Idea) -> String {
    if idea.carried.is_empty() {
        idea.text.trim().to_owned()
    } else {
        format!("[{}] {}", idea.carried, idea.text.trim())
    }
}

impl Open {
    /// The idea at a place of the run, in its contribution; none if that is no longer there.
    pub(super) async fn new(
        state: &AppState,
        lang: Lang,
        opened: &Opened,
        pile: &Pile,
        place: usize,
    ) -> Result<Option<Self>, Error> {
        let idea = &opened.analysis.ideas[place];
        let Some(number) = idea.contribution.number() else { return Ok(None) };
        let contribution = state.store.contribution(&state.edition.id, number).await?;
        Ok(contribution.map(|contribution| Self::in_text(lang, opened, pile, idea, &contribution.text)))
    }

    pub(super) fn in_text(lang: Lang, opened: &Opened, pile: &Pile, idea: &Idea, text: &str) -> Self {
        let state = &opened.bench.state;
        let personal = mask::proposed(opened, idea, text);
        let text = &veiled(&state.masks, &idea.contribution, text);
        let (before, marked, after) = cut(text, idea.span);
        let found = || Standing { status: idea.status, reason: idea.reason.clone(), ..Standing::default() };
        let stands = state.ideas.get(&idea.id).cloned().unwrap_or_else(found);
        let (theme, read) = (stands.theme.as_ref(), stands.reason == BY_HAND);
        let backs = state.propositions.iter().filter(|(_, worded)| {
            theme.is_some() && state.theme_of(worded) == theme && !worded.ideas.contains(&idea.id)
        });
        let behind = state.propositions.iter().filter(|(_, worded)| worded.ideas.contains(&idea.id));
        Self {
            id: idea.id.to_string(),
            contribution: idea.contribution.clone(),
            whole: (before.chars().count() > AROUND || after.chars().count() > AROUND).then(|| text.to_owned()),
            before: last(before, AROUND),
            marked: Sought::on(opened, pile).mark(marked, theme),
            after: first(after, AROUND),
            stands: place(lang, state, &stands),
            read,
            confidence: if theme.is_some() && !read { lang.percent(idea.confidence) } else { String::new() },
            near: near(lang, opened, idea),
            terms: theme.map(|theme| said_of(opened, theme, &idea.text)).unwrap_or_default(),
            marks: marks(lang, opened, idea),
            personal,
            masked: mask::masked(opened, idea),
            repeats: idea.duplicate_of.clone().map(|first| (first.clone(), open_at(lang, opened, &first))),
            propositions: behind.map(|(id, worded)| (worded.text.clone(), at(lang, id.as_str()))).collect(),
            notes: notes(opened, idea.id.as_str()),
            backs: backs.map(|(id, worded)| (id.to_string(), worded.text.clone())).collect(),
        }
    }
}

/// Where an idea stands: its theme, or its state without one and why.
pub(super) fn place(lang: Lang, state: &State, stands: &Standing) -> String {
    if let Some(theme) = &stands.theme {
        return lang.it("bench-in-theme", label(lang, state, theme));
    }
    let (state, reason) = (reasons::state(lang, Some(stands.status).into()), reasons::reason(lang, &stands.reason));
    lang.with("idea-state", [("state", state), ("reason", reason)])
}

/// The themes that the run found near an idea: for one « à classer » with their shares of its neighbours, else the second.
fn near(lang: Lang, opened: &Opened, idea: &Idea) -> Vec<(String, String)> {
    let state = &opened.bench.state;
    let there = |theme: &ThemeId| state.themes.contains_key(theme);
    let found = opened.analysis.study.nearest.iter().find(|near| near.idea == idea.id);
    let shared = found.map(|near| near.themes.as_slice()).unwrap_or_default().iter();
    let shared = shared
        .filter(|(theme, _)| there(theme))
        .map(|(theme, share)| (label(lang, state, theme), lang.percent(*share)));
    let second =
        idea.second_theme.iter().filter(|theme| there(theme)).map(|theme| (label(lang, state, theme), String::new()));
    shared.chain(second).collect()
}

/// The terms that a theme over-uses and that an idea holds.
fn said_of(opened: &Opened, theme: &ThemeId, text: &str) -> Vec<String> {
    let found = terms(opened, theme).filter(|(_, query)| !query.find(text).is_empty());
    found.map(|(term, _)| term.to_owned()).collect()
}

fn marks(lang: Lang, opened: &Opened, idea: &Idea) -> Vec<String> {
    let mut marks = Vec::new();
    let repeating = opened.analysis.ideas.iter().filter(|other| other.duplicate_of.as_ref() == Some(&idea.id)).count();
    marks.extend((repeating > 0).then(|| lang.n("bench-repeated", repeating)));
    marks.extend(idea.campaign.map(|campaign| lang.it("idea-campaign", campaign)));
    marks
}

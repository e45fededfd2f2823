//! What can be done of a pile as a whole: of a theme, of a proposition, of the words that make it.

use super::earlier::Nearest;
use super::opened::Opened;
use super::style::remarks;
use super::view::at;
use crate::lang::{Lang, Speak as _};
use crate::url::{Kwic, Target, Url};
use arobase_domain::edits::{Decision, Held, Worded};
use arobase_domain::piles::{Pile, key};
use arobase_domain::{IdeaId, QuestionId, ThemeId};

/// What a pile can be done as a whole.
pub(super) enum Head {
    /// Nothing.
    Plain,
    /// To keep its words, and to see them in their contexts.
    Words(WordsHead),
    /// The gestures on a theme.
    Theme(ThemeHead),
    /// The gestures on a proposition.
    Proposition(PropositionHead),
}

/// Words that make a pile.
pub(super) struct WordsHead {
    pub(super) words: String,
    /// Whether their pile stays.
    pub(super) kept: bool,
    pub(super) contexts: Url,
}

/// A theme, with what can be done of it.
pub(super) struct ThemeHead {
    pub(super) id: ThemeId,
    pub(super) held: Held,
    pub(super) keywords: String,
    pub(super) questions: Vec<(QuestionId, String, bool)>,
    /// In how many parts the engine would split it.
    pub(super) splits: Vec<usize>,
    pub(super) propositions: Vec<(String, Url)>,
    pub(super) notes: Vec<(u32, String)>,
}

/// A proposition, with what can be done of it.
pub(super) struct PropositionHead {
    pub(super) id: String,
    pub(super) worded: Worded,
    /// What was decided, in words.
    pub(super) decision: String,
    pub(super) open: bool,
    pub(super) others: Vec<(String, String)>,
    pub(super) opposed: Vec<(String, String)>,
    /// What a reader of motions would remark of its words.
    pub(super) remarks: Vec<String>,
    /// What is nearest to it in earlier editions.
    pub(super) nearest: Option<Nearest>,
    pub(super) notes: Vec<(u32, String)>,
}

impl Head {
    /// What can be done of a pile.
    pub(super) fn of(lang: Lang, opened: &Opened, pile: &Pile) -> Self {
        match pile {
            Pile::Theme(id) if opened.bench.state.themes.contains_key(id) => {
                Self::Theme(ThemeHead::new(lang, opened, id))
            }
            Pile::Proposition(id) => match opened.bench.state.propositions.get(id) {
                Some(worded) => Self::Proposition(PropositionHead::new(lang, opened, id.as_str(), worded)),
                None => Self::Plain,
            },
            Pile::Said(_) => Self::Words(WordsHead::new(lang, opened, pile.looked_for())),
            _ => Self::Plain,
        }
    }
}

impl WordsHead {
    fn new(lang: Lang, opened: &Opened, words: &str) -> Self {
        Self {
            kept: opened.bench.state.queries.contains_key(&key(words)),
            contexts: Target::Contexts(Kwic { term: words.to_owned(), ..Kwic::default() }).in_lang(lang),
            words: words.to_owned(),
        }
    }
}

impl ThemeHead {
    fn new(lang: Lang, opened: &Opened, id: &ThemeId) -> Self {
        let state = &opened.bench.state;
        let held = state.themes[id].clone();
        let run = opened.analysis.themes.iter().find(|theme| theme.id == *id);
        let question = |question: &QuestionId| {
            (question.clone(), state.questions[question].wording.clone(), held.question.as_ref() == Some(question))
        };
        let here = |ideas: &[IdeaId]| {
            ideas.iter().all(|idea| state.ideas.get(idea).is_some_and(|stands| stands.theme.as_ref() == Some(id)))
        };
        let splits = opened.analysis.study.splits.iter();
        let splits = splits.filter(|split| split.theme == *id && split.parts.iter().all(|part| here(&part.ideas)));
        let propositions = state.propositions.iter().filter(|(_, worded)| state.theme_of(worded) == Some(id));
        Self {
            keywords: run.map(|theme| theme.keywords.join(", ")).unwrap_or_default(),
            questions: state.ordered().into_iter().map(question).collect(),
            splits: splits.map(|split| split.parts.len()).collect(),
            propositions: propositions.map(|(id, worded)| (worded.text.clone(), at(lang, id.as_str()))).collect(),
            notes: notes(opened, id.as_str()),
            id: id.clone(),
            held,
        }
    }
}

impl PropositionHead {
    fn new(lang: Lang, opened: &Opened, id: &str, worded: &Worded) -> Self {
        let state = &opened.bench.state;
        let theme = state.theme_of(worded);
        let beside =
            state.propositions.iter().filter(|(other, one)| other.as_str() != id && state.theme_of(one) == theme);
        let opposed = worded
            .opposed
            .iter()
            .filter_map(|other| Some((other.to_string(), state.propositions.get(other)?.text.clone())));
        Self {
            id: id.to_owned(),
            decision: match &worded.decision {
                Decision::Open => String::new(),
                Decision::Adopted => lang.t("bench-adopted"),
                Decision::Aside(reason) => lang.it("bench-aside", reason),
            },
            open: worded.decision == Decision::Open,
            others: beside.map(|(id, one)| (id.to_string(), one.text.clone())).collect(),
            opposed: opposed.collect(),
            remarks: remarks(lang, &worded.text, worded.actor.is_empty()),
            nearest: None,
            notes: notes(opened, id),
            worded: worded.clone(),
        }
    }
}

/// The notes beside something, with their numbers.
pub(super) fn notes(opened: &Opened, on: &str) -> Vec<(u32, String)> {
    let notes = opened.bench.state.notes.iter().filter(|(_, note)| note.on == on);
    notes.map(|(number, note)| (*number, note.text.clone())).collect()
}

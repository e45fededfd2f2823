//! What pages read: rows of several tables put together. Authors appear only with their consent to be named.

use crate::Beside;
use arobase_domain::{
    Addressee, Author, Channel, Contribution, ContributionId, Idea, IdeaId, Ledger, Proposition, PropositionId,
    Question, QuestionId, Rank, RunId, RunRecord, Signature, State, Theme, ThemeId,
};

/// A contribution to be analysed: everything that the engine may know, and no name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Material {
    /// Its number.
    pub number: u32,
    /// Its title.
    pub title: Option<String>,
    /// Its raw text.
    pub text: String,
    /// Tells one author from another; `None` when nobody signed with a name.
    pub author: Option<String>,
    /// The territory that the author named.
    pub territory: Option<String>,
    /// How it came.
    pub channel: Channel,
    /// When, in Unix milliseconds.
    pub received_at: i64,
    /// What was wrong with the row it was read from, if it could not be read.
    pub broken: Option<String>,
    /// Those who signed beside the author.
    pub others: Vec<Signature>,
}

/// What a list of contributions is narrowed to; everything that is set must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// At least one idea in this theme.
    pub theme: Option<ThemeId>,
    /// Received this way.
    pub channel: Option<Channel>,
    /// From this département.
    pub department: Option<String>,
    /// In this state.
    pub state: Option<State>,
    /// Holding every one of these stems, the last one possibly cut short.
    pub stems: Vec<String>,
}

/// A line in a list of contributions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its number.
    pub number: u32,
    /// How it came.
    pub channel: Channel,
    /// Its title.
    pub title: Option<String>,
    /// The first 400 characters of its text.
    pub excerpt: String,
    /// Code of the département.
    pub department: Option<String>,
    /// Who signed, if they agreed to be named.
    pub author: Option<Author>,
    /// How many signed beside.
    pub others: u64,
    /// When, in Unix milliseconds.
    pub received_at: i64,
    /// Its state.
    pub state: State,
    /// A short code of why.
    pub reason: String,
    /// The themes of its ideas, in display order.
    pub themes: Vec<(ThemeId, String)>,
}

/// How many contributions each value of a filter would keep, taken alone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facets {
    /// Themes with their labels, in display order.
    pub themes: Vec<(ThemeId, String, u64)>,
    /// Channels, in the order of the list; those without contribution are left out.
    pub channels: Vec<(Channel, u64)>,
    /// Codes of départements, in their order.
    pub departments: Vec<(String, u64)>,
    /// States, in the order of the list.
    pub states: Vec<(State, u64)>,
}

/// The figures of the funnel, for the home page and its drawing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    /// Contributions received, those after the run included.
    pub contributions: u64,
    /// Distinct people who signed with a name.
    pub authors: u64,
    /// Distinct territories named.
    pub territories: u64,
    /// Ideas of the run.
    pub ideas: u64,
    /// Its themes.
    pub themes: u64,
    /// Its questions.
    pub questions: u64,
    /// Its selected propositions, by support or by quota.
    pub propositions: u64,
    /// Propositions of the annex.
    pub weak_signals: u64,
}

/// A proposition in a few words, as a list or a link shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PropositionLink {
    /// Its identifier.
    pub id: PropositionId,
    /// The phrase.
    pub text: String,
    /// Selected, by quota, or annexed.
    pub rank: Rank,
}

/// An idea beside what may be said of who had it.
#[derive(Debug, Clone, PartialEq)]
pub struct Verbatim {
    /// The idea.
    pub idea: Idea,
    /// How its contribution came.
    pub channel: Channel,
    /// Code of the département.
    pub department: Option<String>,
    /// Who signed, if they agreed to be named.
    pub author: Option<Author>,
    /// What is told of those who signed beside.
    pub beside: Beside,
}

/// A theme's page; its ideas come by [`crate::Store::theme_ideas`].
#[derive(Debug, Clone, PartialEq)]
pub struct ThemeView {
    /// The theme.
    pub theme: Theme,
    /// The question it belongs to.
    pub question: Question,
    /// Its propositions, in display order.
    pub propositions: Vec<PropositionLink>,
    /// Ideas nearest to the whole theme.
    pub typical: Vec<Verbatim>,
    /// Ideas far from its centre; at most [`crate::PLACED`].
    pub marginal: Vec<Verbatim>,
    /// Ideas between two themes; at most [`crate::PLACED`].
    pub bridging: Vec<Verbatim>,
}

/// A proposition's page; what it comes from comes by [`crate::Store::proposition_sources`].
#[derive(Debug, Clone, PartialEq)]
pub struct PropositionView {
    /// The proposition.
    pub proposition: Proposition,
    /// Wording of its question.
    pub question: String,
    /// Label of its theme.
    pub theme: String,
    /// The idea and the contribution whose words it takes.
    pub source: Source,
    /// Propositions that say the opposite.
    pub opposed: Vec<PropositionLink>,
    /// Who its source names: asked to act, level of government, public.
    pub addressees: Vec<Addressee>,
}

/// An idea inside the whole contribution it was cut from.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// The idea; its span points into the text of the contribution.
    pub idea: Idea,
    /// The contribution.
    pub contribution: Contribution,
    /// What is told of those who signed it beside the first.
    pub beside: Beside,
}

/// « Ce que cette contribution est devenue ».
#[derive(Debug, Clone, PartialEq)]
pub struct ContributionFate {
    /// The contribution.
    pub contribution: Contribution,
    /// Its state.
    pub state: State,
    /// A short code of why; `"received"` before any run has seen it.
    pub reason: String,
    /// What was wrong with a broken row.
    pub detail: String,
    /// Its ideas by position; none before any run has seen it.
    pub ideas: Vec<IdeaFate>,
}

/// Where one idea went.
#[derive(Debug, Clone, PartialEq)]
pub struct IdeaFate {
    /// The idea.
    pub idea: Idea,
    /// Label of its theme.
    pub theme: Option<String>,
    /// Its question and wording.
    pub question: Option<(QuestionId, String)>,
    /// The proposition that it supports.
    pub proposition: Option<PropositionLink>,
}

/// The registre: contributions and ideas, each with a sum that must hold, and the reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerView {
    /// Contributions.
    pub contributions: Ledger,
    /// Ideas of the run.
    pub ideas: Ledger,
    /// Contributions per state and reason.
    pub reasons: Vec<(State, String, u64)>,
}

/// A run as stored.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredRun {
    /// Its identifier.
    pub id: RunId,
    /// When it was stored, in Unix milliseconds.
    pub at: i64,
    /// How it was obtained.
    pub record: RunRecord,
}

/// A line of `lineage.csv`; every contribution has at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineageRow {
    /// The contribution.
    pub contribution: ContributionId,
    /// One of its ideas.
    pub idea: Option<IdeaId>,
    /// The theme of the idea.
    pub theme: Option<ThemeId>,
    /// The question of the theme.
    pub question: Option<QuestionId>,
    /// The proposition that the idea supports.
    pub proposition: Option<PropositionId>,
}

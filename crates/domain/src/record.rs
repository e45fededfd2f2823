//! A run as its files tell it: the rows of the tables and what `run.json` says, before anyone checks that they agree.

use crate::analysis::{IdeaStatus, Rank, Span};
use crate::id::{ContributionId, IdeaId, PropositionId, QuestionId, ThemeId};
use crate::ledger::State;
use crate::totals::Totals;
use serde::Deserialize;

/// Everything that the files of a run say.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Record {
    /// `run.json`.
    pub run: RunFile,
    /// `ledger.csv`.
    pub ledger: Vec<LedgerRow>,
    /// `ideas.csv`.
    pub ideas: Vec<IdeaRow>,
    /// `themes.csv`.
    pub themes: Vec<ThemeRow>,
    /// `questions.csv`.
    pub questions: Vec<QuestionRow>,
    /// `propositions.csv`.
    pub propositions: Vec<PropositionRow>,
    /// `backing.csv`.
    pub backing: Vec<BackingRow>,
    /// `lineage.csv`.
    pub lineage: Vec<LineageRow>,
}

impl Record {
    /// How many of everything the tables hold.
    pub fn totals(&self) -> Totals {
        let ideas = |status| self.ideas.iter().filter(|idea| idea.status == status).count();
        let weak_signals = self.propositions.iter().filter(|one| one.rank == Rank::WeakSignal).count();
        Totals {
            contributions: self.ledger.len(),
            broken: self.ledger.iter().filter(|row| row.status == State::Broken).count(),
            ideas: self.ideas.len(),
            classed: ideas(IdeaStatus::Classed),
            to_sort: ideas(IdeaStatus::ToSort),
            off_topic: ideas(IdeaStatus::OffTopic),
            empty: ideas(IdeaStatus::Empty),
            themes: self.themes.len(),
            questions: self.questions.len(),
            propositions: self.propositions.len() - weak_signals,
            weak_signals,
        }
    }
}

/// What `run.json` says that can be checked.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
pub struct RunFile {
    /// BLAKE3 of the contributions.
    pub input_hash: String,
    /// BLAKE3 of the tables.
    pub output_hash: String,
    /// Its settings, and what a bench that was published as it says of itself.
    #[serde(default)]
    pub parameters: std::collections::BTreeMap<String, String>,
    /// The programs and the tables that it was made with.
    #[serde(default)]
    pub versions: std::collections::BTreeMap<String, String>,
    /// How many of everything.
    pub totals: Totals,
    /// What each stage counted.
    pub stages: Vec<StageRow>,
    /// Shares near a selected proposition.
    pub coverage: Coverage,
    /// Mean stability of the themes.
    pub stability: f64,
    /// Mean likeness of the propositions.
    pub redundancy: f64,
    /// What a clock or the system measured, and the hashes of what holds it.
    pub measured: MeasuredFile,
}

impl RunFile {
    /// Whether people had the last word: a bench was published as this.
    pub fn curated(&self) -> bool {
        self.parameters.contains_key("state")
    }
}

/// What differs from one run to the next.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
pub struct MeasuredFile {
    /// How long the run took, to a ten-thousandth of a second.
    #[serde(default)]
    pub total_seconds: f64,
    /// BLAKE3 of the files beside the tables.
    #[serde(default)]
    pub files: std::collections::BTreeMap<String, String>,
}

/// Shares near a selected proposition.
#[derive(Debug, Clone, Copy, Default, PartialEq, Deserialize)]
pub struct Coverage {
    /// Of the ideas.
    pub ideas: f64,
    /// Of the authors.
    pub authors: f64,
}

/// What one stage counted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct StageRow {
    /// Its name.
    pub name: String,
    /// Its counts.
    pub counts: std::collections::BTreeMap<String, u64>,
}

/// A row of `ledger.csv`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct LedgerRow {
    /// The contribution.
    pub contribution_id: ContributionId,
    /// Where it stands.
    pub status: State,
    /// Why.
    pub reason: String,
}

/// A row of `ideas.csv`.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
pub struct IdeaRow {
    /// The idea.
    pub idea_id: IdeaId,
    /// Its contribution.
    pub contribution_id: ContributionId,
    /// First Unicode scalar.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// Its characters, mis-decoded ones repaired.
    pub text: String,
    /// What became of it.
    pub status: IdeaStatus,
    /// Its theme.
    pub theme_id: Option<ThemeId>,
    /// The first idea that says the same.
    pub duplicate_of: Option<IdeaId>,
    /// The proposition it supports.
    pub proposition_id: Option<PropositionId>,
    /// Why it has that status.
    pub reason: String,
    /// Words carried from the head of an enumeration.
    pub carried: String,
    /// The runner-up.
    pub second_theme_id: Option<ThemeId>,
    /// Its campaign, from 1.
    pub campaign: Option<u32>,
}

impl IdeaRow {
    /// Where it stands in its contribution.
    pub fn span(&self) -> Span {
        Span { start: self.start, end: self.end }
    }
}

/// The counts of a row of support.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub struct Counts {
    /// Ideas.
    pub ideas: usize,
    /// Contributions.
    pub contributions: usize,
    /// Distinct authors.
    pub authors: usize,
    /// Distinct territories.
    pub territories: usize,
    /// Distinct authors, each campaign counting for one.
    pub authors_dedup: usize,
}

/// A row of `themes.csv`.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
pub struct ThemeRow {
    /// The theme.
    pub theme_id: ThemeId,
    /// Its question.
    pub question_id: QuestionId,
    /// Its label.
    pub label: String,
    /// Ideas.
    pub ideas: usize,
    /// Contributions.
    pub contributions: usize,
    /// Distinct authors.
    pub authors: usize,
    /// Distinct territories.
    pub territories: usize,
    /// Distinct authors, each campaign counting for one.
    pub authors_dedup: usize,
    /// Mean best Jaccard with the themes of sub-samples.
    pub stability: f64,
}

/// A row of `questions.csv`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct QuestionRow {
    /// The question.
    pub question_id: QuestionId,
    /// Its wording.
    pub wording: String,
    /// Number of its themes.
    pub themes: usize,
    /// Ideas.
    pub ideas: usize,
    /// Contributions.
    pub contributions: usize,
    /// Distinct authors.
    pub authors: usize,
    /// Distinct territories.
    pub territories: usize,
    /// Distinct authors, each campaign counting for one.
    pub authors_dedup: usize,
    /// Its themes, joined by « | ».
    pub theme_ids: String,
}

/// A row of `propositions.csv`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct PropositionRow {
    /// The proposition.
    pub proposition_id: PropositionId,
    /// Its question.
    pub question_id: QuestionId,
    /// Its theme.
    pub theme_id: ThemeId,
    /// The phrase.
    pub text: String,
    /// The idea whose words it takes.
    pub source_idea_id: IdeaId,
    /// The rules by which it was worded, joined by « | »; `by_hand` where a person gave the words.
    pub rules: String,
    /// Ideas.
    pub ideas: usize,
    /// Contributions.
    pub contributions: usize,
    /// Distinct authors.
    pub authors: usize,
    /// Distinct territories.
    pub territories: usize,
    /// Distinct authors, each campaign counting for one.
    pub authors_dedup: usize,
    /// Whether a quota keeps it.
    pub minority: bool,
    /// Why it is shown.
    pub rank: Rank,
    /// First Unicode scalar of its words in the contribution.
    pub source_start: usize,
    /// One past the last.
    pub source_end: usize,
    /// Propositions that say the opposite, joined by « | ».
    pub opposed_to: String,
}

/// A row of `backing.csv`: this idea asks for this proposition.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct BackingRow {
    /// The proposition.
    pub proposition_id: PropositionId,
    /// The idea.
    pub idea_id: IdeaId,
}

/// A row of `lineage.csv`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct LineageRow {
    /// The contribution.
    pub contribution_id: ContributionId,
    /// One of its ideas.
    pub idea_id: Option<IdeaId>,
    /// The theme of the idea.
    pub theme_id: Option<ThemeId>,
    /// The question of the theme.
    pub question_id: Option<QuestionId>,
    /// The proposition that the idea supports.
    pub proposition_id: Option<PropositionId>,
}

macro_rules! counted {
    ($($row:ident),+) => {$(
        impl $row {
            /// Who stands behind it, as the row says.
            pub fn counts(&self) -> Counts {
                let Self { ideas, contributions, authors, territories, authors_dedup, .. } = *self;
                Counts { ideas, contributions, authors, territories, authors_dedup }
            }
        }
    )+};
}

counted!(ThemeRow, QuestionRow, PropositionRow);

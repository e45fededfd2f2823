//! What one run of the engine found, as the platform stores, shows and exports it (DESIGN §4).
//!
//! The engine speaks in indices; this module speaks in identifiers. Every list is in its display order.

use crate::close::CloseReading;
use crate::id::{ContributionId, IdeaId, PropositionId, QuestionId, ThemeId};
use crate::study::Study;
use serde::{Deserialize, Serialize};

/// The whole result of one run: everything that the files of `analyse` and the pages of the site are made from.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Analysis {
    /// How it was obtained.
    pub run: RunRecord,
    /// One entry for every contribution received, broken rows included, in the order of their ids.
    pub fates: Vec<Fate>,
    /// Every idea, by contribution then position.
    pub ideas: Vec<Idea>,
    /// Themes, question by question, by falling support.
    pub themes: Vec<Theme>,
    /// Structuring questions, by falling support.
    pub questions: Vec<Question>,
    /// Selected propositions, question by question, then the annex of weak signals.
    pub propositions: Vec<Proposition>,
    /// Pairs of propositions that say the opposite of each other.
    pub controversies: Vec<Controversy>,
    /// Passages that seem to hold personal data, proposed for masking; by contribution then position.
    #[serde(default)]
    pub personal: Vec<PersonalDatum>,
    /// Who the propositions address, and what a person must complete; empty for a run read back from the database.
    #[serde(default)]
    pub close: CloseReading,
    /// What helps judge the themes; empty in runs stored before it was computed.
    #[serde(default)]
    pub study: Study,
}

/// A half-open range of Unicode scalars (not bytes) in the raw text of a contribution.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First scalar.
    pub start: usize,
    /// One past the last scalar.
    pub end: usize,
}

/// What became of an idea: the four counted states of the ledger.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IdeaStatus {
    /// In a theme.
    Classed,
    /// In the visible pool « à classer ».
    #[default]
    ToSort,
    /// Away from the subject of the consultation.
    OffTopic,
    /// Without content: « ras », « oui », punctuation.
    Empty,
}

/// What a contribution's text does (analysis.md §3.2).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Asks for something to be done.
    Proposal,
    /// States a difficulty.
    Problem,
    /// Says where a difficulty comes from.
    Cause,
    /// Tells what was lived or done.
    Experience,
    /// Asks something.
    Question,
    /// Approves.
    Support,
    /// Refuses.
    Opposition,
    /// None of these could be told.
    #[default]
    Statement,
}

/// Where an idea stands within its theme, so that a reader opens on good verbatims (analysis.md §3.8).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// Among the three nearest to the whole theme, each of another author.
    Typical,
    /// Far from the centre, and still of the theme.
    Marginal,
    /// Between two themes.
    Bridging,
    /// Anywhere else.
    #[default]
    Ordinary,
}

/// What became of one contribution, with the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fate {
    /// The contribution.
    pub contribution: ContributionId,
    /// `None` when the row could not be read at all.
    pub status: Option<IdeaStatus>,
    /// A short code of why: `"classed"`, `"no_content"`, `"far_from_all_themes"`, `"broken_row"`…
    pub reason: String,
    /// Details for a broken row: file, line, what was wrong. Empty otherwise.
    pub detail: String,
}

/// One idea: a span of a contribution that says one thing.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Idea {
    /// Its identifier.
    pub id: IdeaId,
    /// The contribution it was cut from.
    pub contribution: ContributionId,
    /// Where in the raw text.
    pub span: Span,
    /// The characters of that span, mis-decoded ones repaired.
    pub text: String,
    /// Words carried from the head of an enumeration (« il faut »), empty if none.
    pub carried: String,
    /// What it does.
    pub kind: Kind,
    /// What became of it.
    pub status: IdeaStatus,
    /// A short code of why it has that status.
    pub reason: String,
    /// Its theme, when classed.
    pub theme: Option<ThemeId>,
    /// The next nearest theme, when close.
    pub second_theme: Option<ThemeId>,
    /// Margin between the first and the second theme, 0 to 1.
    pub confidence: f64,
    /// The first idea that says the same in (nearly) the same words.
    pub duplicate_of: Option<IdeaId>,
    /// Number of the campaign it belongs to, from 1.
    pub campaign: Option<u32>,
    /// The proposition that it supports.
    pub proposition: Option<PropositionId>,
    /// Where it stands in its theme.
    pub place: Place,
    /// Everything that it does with a score of 0.5 to 1, the surest first; `kind` is the first, if there is one.
    #[serde(default)]
    pub kinds: Vec<(Kind, f64)>,
}

/// A passage that seems to hold personal data. The datum itself is not copied: its span says where to read it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PersonalDatum {
    /// The contribution.
    pub contribution: ContributionId,
    /// Where in its raw text.
    pub span: Span,
    /// `"name"`, `"phone"`, `"email"`, `"address"`, `"iban"`, `"social_security"`, `"plate"`, `"birth_date"`.
    pub kind: String,
    /// How sure, 0.5 to 1.
    pub score: f64,
    /// A short code of why: `"title"`, `"signature"`, `"check_digits"`…
    pub reason: String,
    /// What is proposed in its place: `[nom]`.
    pub mask: String,
}

/// How many stand behind something.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Support {
    /// Ideas.
    pub ideas: usize,
    /// Contributions.
    pub contributions: usize,
    /// Distinct authors, a contribution without author counting for one.
    pub authors: usize,
    /// Distinct territories named.
    pub territories: usize,
    /// Distinct authors when each campaign counts for one.
    pub authors_dedup: usize,
}

/// A group of ideas.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Theme {
    /// Its identifier.
    pub id: ThemeId,
    /// The question it belongs to.
    pub question: QuestionId,
    /// A noun phrase in its most frequent surface form.
    pub label: String,
    /// Five words or phrases that tell it from the others.
    pub keywords: Vec<String>,
    /// Who stands behind it.
    pub support: Support,
    /// Mean best Jaccard with the themes found on 80 % sub-samples: ≥ .75 solid, .5–.75 fragile.
    pub stability: f64,
    /// Share of its ideas that hold one of the keywords.
    pub label_coverage: f64,
}

/// A group of themes, worded as a question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// Its identifier.
    pub id: QuestionId,
    /// « Comment … ? »
    pub wording: String,
    /// Three wordings offered, the chosen one first.
    pub candidates: Vec<String>,
    /// Who stands behind it.
    pub support: Support,
}

/// Whether a proposition is one of the selected few or kept in the annex.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rank {
    /// Selected for its support.
    Main,
    /// Selected by the quota that keeps minority ideas visible.
    Minority,
    /// In the annex « signaux faibles ».
    WeakSignal,
}

/// An infinitive phrase backed by ideas.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Proposition {
    /// Its identifier.
    pub id: PropositionId,
    /// Its question.
    pub question: QuestionId,
    /// Its theme.
    pub theme: ThemeId,
    /// The phrase, first letter lower-case, no full stop.
    pub text: String,
    /// The idea whose words it takes.
    pub source: IdeaId,
    /// Where those words stand in the raw text of the contribution of `source`.
    pub source_span: Span,
    /// The rewriting rules applied, in order (analysis.md §3.9: `"R3"`, `"R11"`…).
    pub rules: Vec<String>,
    /// The reason that the author gave, detached from the phrase; empty if none.
    pub justification: String,
    /// Every idea that asks for it, the source first.
    pub ideas: Vec<IdeaId>,
    /// Who stands behind it.
    pub support: Support,
    /// Selected, by quota, or annexed.
    pub rank: Rank,
}

/// Two propositions that cannot both be adopted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Controversy {
    /// One side.
    pub one: PropositionId,
    /// The other.
    pub other: PropositionId,
}

/// How a run was obtained: enough to obtain it again to the byte.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RunRecord {
    /// BLAKE3 of the ordered contributions, in hexadecimal.
    pub input_hash: String,
    /// BLAKE3 of everything found, in hexadecimal; two equal runs have equal hashes.
    pub output_hash: String,
    /// Name of each setting, with its value.
    pub parameters: Vec<(String, String)>,
    /// Name of each part (engine, encoder, lexicon), with its version or hash.
    pub versions: Vec<(String, String)>,
    /// What each stage received and produced.
    pub stages: Vec<StageRecord>,
    /// Share of the ideas near a selected proposition (analysis.md §3.10).
    pub coverage_ideas: f64,
    /// Share of the authors with at least one such idea.
    pub coverage_authors: f64,
    /// Mean of the themes' stabilities, weighted by ideas.
    pub stability: f64,
    /// Mean over the propositions of the similarity to the nearest other one.
    pub redundancy: f64,
    /// Peak resident memory in bytes, if the system tells.
    pub peak_memory: Option<u64>,
}

/// One stage of a run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StageRecord {
    /// Its name: `"read"`, `"segment"`, `"duplicates"`, `"vectors"`, `"graph"`, `"themes"`, `"labels"`, `"questions"`, `"propositions"`.
    pub name: String,
    /// What it counted, such as `("ideas", 1240)`.
    pub counts: Vec<(String, u64)>,
    /// Wall time; the one thing in a run that differs from one time to the next.
    pub seconds: f64,
}

//! How many of everything a run found: what its record, its summary and its report all tell.

use crate::analysis::{Analysis, IdeaStatus, Rank};
use serde::{Deserialize, Serialize};

/// How many of everything; the four states of the ideas sum up to the ideas.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// Contributions received, broken rows included.
    pub contributions: usize,
    /// Rows that could not be read.
    pub broken: usize,
    /// Ideas.
    pub ideas: usize,
    /// Ideas in a theme.
    pub classed: usize,
    /// Ideas « à classer ».
    pub to_sort: usize,
    /// Ideas away from the subject.
    pub off_topic: usize,
    /// Ideas without content.
    pub empty: usize,
    /// Themes.
    pub themes: usize,
    /// Structuring questions.
    pub questions: usize,
    /// Selected propositions.
    pub propositions: usize,
    /// Propositions of the annex.
    pub weak_signals: usize,
}

impl Totals {
    /// Each total under its name.
    pub fn named(&self) -> [(&'static str, usize); 11] {
        [
            ("contributions", self.contributions),
            ("broken", self.broken),
            ("ideas", self.ideas),
            ("classed", self.classed),
            ("to_sort", self.to_sort),
            ("off_topic", self.off_topic),
            ("empty", self.empty),
            ("themes", self.themes),
            ("questions", self.questions),
            ("propositions", self.propositions),
            ("weak_signals", self.weak_signals),
        ]
    }

    /// Counts what `analysis` holds.
    pub fn of(analysis: &Analysis) -> Self {
        let ideas = |status| analysis.ideas.iter().filter(|idea| idea.status == status).count();
        let weak_signals = analysis.propositions.iter().filter(|found| found.rank == Rank::WeakSignal).count();
        Self {
            contributions: analysis.fates.len(),
            broken: analysis.fates.iter().filter(|fate| fate.status.is_none()).count(),
            ideas: analysis.ideas.len(),
            classed: ideas(IdeaStatus::Classed),
            to_sort: ideas(IdeaStatus::ToSort),
            off_topic: ideas(IdeaStatus::OffTopic),
            empty: ideas(IdeaStatus::Empty),
            themes: analysis.themes.len(),
            questions: analysis.questions.len(),
            propositions: analysis.propositions.len() - weak_signals,
            weak_signals,
        }
    }
}

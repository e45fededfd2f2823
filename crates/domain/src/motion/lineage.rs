//! From a clause to the characters of the contributions that it comes from, and back.

use super::{Clause, Motion, Source};
use crate::analysis::{Analysis, Idea, Span};
use crate::id::{ClauseId, ContributionId, IdeaId, PropositionId};
use std::collections::{BTreeMap, BTreeSet};

/// Words of a contribution that a clause comes from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Passage {
    /// The contribution.
    pub contribution: ContributionId,
    /// Where in its raw text.
    pub span: Span,
    /// The idea.
    pub idea: IdeaId,
    /// The proposition by which it was reached; none for an idea that the clause names itself.
    pub proposition: Option<PropositionId>,
}

/// What every clause comes from, and what every contribution led to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lineage {
    /// For each clause, the passages behind it.
    pub passages: BTreeMap<ClauseId, BTreeSet<Passage>>,
    /// For each contribution that led to some, its clauses.
    pub clauses: BTreeMap<ContributionId, BTreeSet<ClauseId>>,
}

impl Lineage {
    /// The lineage of a motion on what was classed.
    pub fn of(motion: &Motion, analysis: &Analysis) -> Self {
        let behind = Behind::of(analysis);
        let mut lineage = Self::default();
        for clause in motion.clauses() {
            let passages = behind.clause(clause);
            for passage in &passages {
                lineage.clauses.entry(passage.contribution.clone()).or_default().insert(clause.id.clone());
            }
            lineage.passages.insert(clause.id.clone(), passages);
        }
        lineage
    }

    /// The contributions behind a clause.
    pub fn contributions(&self, clause: &ClauseId) -> BTreeSet<&ContributionId> {
        self.passages.get(clause).into_iter().flatten().map(|passage| &passage.contribution).collect()
    }
}

/// What stands behind propositions and ideas.
struct Behind<'a> {
    ideas: BTreeMap<&'a IdeaId, &'a Idea>,
    propositions: BTreeMap<&'a PropositionId, &'a [IdeaId]>,
}

impl<'a> Behind<'a> {
    fn of(analysis: &'a Analysis) -> Self {
        Self {
            ideas: analysis.ideas.iter().map(|idea| (&idea.id, idea)).collect(),
            propositions: analysis.propositions.iter().map(|one| (&one.id, one.ideas.as_slice())).collect(),
        }
    }

    fn clause(&self, clause: &Clause) -> BTreeSet<Passage> {
        clause.sources.iter().flat_map(|source| self.source(source)).collect()
    }

    fn source(&self, source: &Source) -> Vec<Passage> {
        match source {
            Source::Idea(id) => self.passage(id, None).into_iter().collect(),
            Source::Proposition(id) => {
                let ideas = self.propositions.get(id).copied().unwrap_or_default();
                ideas.iter().filter_map(|idea| self.passage(idea, Some(id))).collect()
            }
        }
    }

    fn passage(&self, id: &IdeaId, proposition: Option<&PropositionId>) -> Option<Passage> {
        let idea = self.ideas.get(id)?;
        Some(Passage {
            contribution: idea.contribution.clone(),
            span: idea.span,
            idea: id.clone(),
            proposition: proposition.cloned(),
        })
    }
}

//! The figures that the drawing shows.

use arobase_domain::{Analysis, IdeaStatus, PropositionId, QuestionId, Rank, ThemeId};

/// Everything that the drawing and its table say, in numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FunnelFigure {
    /// Contributions received.
    pub contributions: usize,
    /// What became of the ideas.
    pub ideas: IdeaCounts,
    /// Themes, question by question.
    pub themes: Vec<ThemeFigure>,
    /// Questions, in display order.
    pub questions: Vec<QuestionFigure>,
    /// Selected propositions (no weak signal), question by question.
    pub propositions: Vec<PropositionFigure>,
}

/// Ideas in each of the four states.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct IdeaCounts {
    /// In a theme.
    pub classed: usize,
    /// À classer.
    pub to_sort: usize,
    /// Off topic.
    pub off_topic: usize,
    /// Without content.
    pub empty: usize,
}

/// One theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeFigure {
    /// Its identifier.
    pub id: ThemeId,
    /// Its question.
    pub question: QuestionId,
    /// Its label.
    pub label: String,
    /// Its ideas.
    pub ideas: usize,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionFigure {
    /// Its identifier.
    pub id: QuestionId,
    /// Its wording.
    pub wording: String,
    /// Its ideas.
    pub ideas: usize,
}

/// One selected proposition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PropositionFigure {
    /// Its identifier.
    pub id: PropositionId,
    /// Its question.
    pub question: QuestionId,
    /// Its theme.
    pub theme: ThemeId,
    /// The ideas that ask for it.
    pub ideas: usize,
}

/// The five columns of the drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// What was received.
    Contributions,
    /// What was read in it.
    Ideas,
    /// What they are about.
    Themes,
    /// What is asked.
    Questions,
    /// What is proposed.
    Propositions,
}

/// Something in the drawing that may lead somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target<'a> {
    /// The figures under a column.
    Column(Column),
    /// One of the streams that leave; never [`IdeaStatus::Classed`].
    State(IdeaStatus),
    /// The label of a theme (the wide drawing names the largest ones).
    Theme(&'a ThemeId),
    /// A question.
    Question(&'a QuestionId),
}

impl Column {
    /// All five, from left to right.
    pub const ALL: [Self; 5] = [Self::Contributions, Self::Ideas, Self::Themes, Self::Questions, Self::Propositions];
}

impl IdeaCounts {
    /// The states that leave the funnel, in the order of the drawing.
    pub const LEAVING: [IdeaStatus; 3] = [IdeaStatus::ToSort, IdeaStatus::OffTopic, IdeaStatus::Empty];

    /// Counts the ideas of an analysis.
    pub fn of(analysis: &Analysis) -> Self {
        let count = |status| analysis.ideas.iter().filter(|idea| idea.status == status).count();
        Self {
            classed: count(IdeaStatus::Classed),
            to_sort: count(IdeaStatus::ToSort),
            off_topic: count(IdeaStatus::OffTopic),
            empty: count(IdeaStatus::Empty),
        }
    }

    /// How many are in a state.
    pub fn get(self, status: IdeaStatus) -> usize {
        match status {
            IdeaStatus::Classed => self.classed,
            IdeaStatus::ToSort => self.to_sort,
            IdeaStatus::OffTopic => self.off_topic,
            IdeaStatus::Empty => self.empty,
        }
    }

    /// All of them.
    pub fn total(self) -> usize {
        self.classed + self.to_sort + self.off_topic + self.empty
    }
}

impl FunnelFigure {
    /// The figures of an analysis.
    pub fn of(analysis: &Analysis) -> Self {
        Self {
            contributions: analysis.fates.len(),
            ideas: IdeaCounts::of(analysis),
            themes: analysis.themes.iter().map(ThemeFigure::of).collect(),
            questions: analysis.questions.iter().map(QuestionFigure::of).collect(),
            propositions: analysis
                .propositions
                .iter()
                .filter(|proposition| proposition.rank != Rank::WeakSignal)
                .map(PropositionFigure::of)
                .collect(),
        }
    }

    /// The figure under a column.
    pub fn count(&self, column: Column) -> usize {
        match column {
            Column::Contributions => self.contributions,
            Column::Ideas => self.ideas.total(),
            Column::Themes => self.themes.len(),
            Column::Questions => self.questions.len(),
            Column::Propositions => self.propositions.len(),
        }
    }
}

impl ThemeFigure {
    fn of(theme: &arobase_domain::Theme) -> Self {
        let (id, question) = (theme.id.clone(), theme.question.clone());
        Self { id, question, label: theme.label.clone(), ideas: theme.support.ideas }
    }
}

impl QuestionFigure {
    fn of(question: &arobase_domain::Question) -> Self {
        Self { id: question.id.clone(), wording: question.wording.clone(), ideas: question.support.ideas }
    }
}

impl PropositionFigure {
    fn of(proposition: &arobase_domain::Proposition) -> Self {
        Self {
            id: proposition.id.clone(),
            question: proposition.question.clone(),
            theme: proposition.theme.clone(),
            ideas: proposition.ideas.len(),
        }
    }
}

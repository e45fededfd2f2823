//! Why a gesture cannot be made.

use crate::id::{IdeaId, PropositionId, QuestionId, ThemeId};

/// Why a gesture cannot be made. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is no such theme.
    #[error("no theme {0}")]
    NoTheme(ThemeId),
    /// There is no such idea.
    #[error("no idea {0}")]
    NoIdea(IdeaId),
    /// The theme is locked.
    #[error("theme {0} is locked")]
    Locked(ThemeId),
    /// A merger of fewer than two themes.
    #[error("fewer than two themes")]
    FewThemes,
    /// The theme does not part that way.
    #[error("theme {0} does not split into {1}")]
    Whole(ThemeId, usize),
    /// A split that says neither how many parts nor which ideas, or a move of none.
    #[error("no idea told")]
    NoIdeas,
    /// A part of the idea would be without words.
    #[error("a part of idea {0} would be empty")]
    NoPart(IdeaId),
    /// These words are not masked.
    #[error("nothing of the kind is masked in the contribution of idea {0}")]
    NoMask(IdeaId),
    /// The idea is not in the theme that is split.
    #[error("idea {0} is not in theme {1}")]
    Elsewhere(IdeaId, ThemeId),
    /// A label without a letter.
    #[error("empty label")]
    NoLabel,
    /// There is no such question.
    #[error("no question {0}")]
    NoQuestion(QuestionId),
    /// There is no such proposition.
    #[error("no proposition {0}")]
    NoProposition(PropositionId),
    /// There is no such note.
    #[error("no note {0}")]
    NoNote(u32),
    /// Nothing bears this identifier, to write a note beside it.
    #[error("nothing is called {0}")]
    Nothing(String),
    /// These words are not kept.
    #[error("no kept query {0}")]
    NoQuery(String),
    /// Themes of two questions are not ordered among themselves.
    #[error("themes {0} and {1} are not under the same question")]
    OtherQuestion(ThemeId, ThemeId),
    /// Fewer than two propositions to fuse or to oppose.
    #[error("fewer than two propositions")]
    FewPropositions,
    /// A proposition would be left without an idea.
    #[error("proposition {0} would come from no idea")]
    NoSource(PropositionId),
    /// Words without a letter.
    #[error("empty wording")]
    NoWording,
    /// A proposition set aside without saying why.
    #[error("no reason told")]
    NoReason,
}

//! Why a gesture cannot be made.

use crate::id::{IdeaId, ThemeId};

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
    /// The idea is not in the theme that is split.
    #[error("idea {0} is not in theme {1}")]
    Elsewhere(IdeaId, ThemeId),
    /// A label without a letter.
    #[error("empty label")]
    NoLabel,
}

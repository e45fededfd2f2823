//! What a language model proposes after the deterministic result, when someone asked one; nothing rests on it.

use crate::id::IdeaId;
use serde::{Deserialize, Serialize};

/// A text that somebody may take up, each sentence of which was verified against the ideas that it cites.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// What it is for: `label`, `rewriting`, `wording` or `paragraph` (one sentence of it).
    pub task: String,
    /// The theme, proposition or question that it is about.
    pub about: String,
    /// What is suggested.
    pub text: String,
    /// The ideas that it rests on, at least one.
    pub ideas: Vec<IdeaId>,
    /// The model that wrote it.
    pub model: String,
    /// BLAKE3 of everything that the model was told, in hexadecimal.
    pub prompt: String,
}

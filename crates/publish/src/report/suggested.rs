//! What a language model suggested, for the part of the report that says so.

use super::words::Say;
use arobase_domain::Suggestion;

/// Suggestions for one thing, from one request.
pub(super) struct Suggested {
    pub(super) task: String,
    pub(super) about: String,
    pub(super) model: String,
    pub(super) prompt: String,
    /// Each text, with the ideas that it cites in brackets.
    pub(super) texts: Vec<(String, String)>,
}

/// Suggestions of one request stand together, in their order.
pub(super) fn suggested(suggestions: &[Suggestion], say: Say) -> Vec<Suggested> {
    let together = suggestions.chunk_by(|a, b| (&a.task, &a.about, &a.prompt) == (&b.task, &b.about, &b.prompt));
    together.map(|chunk| group(chunk, &chunk[0], say)).collect()
}

fn group(chunk: &[Suggestion], first: &Suggestion, say: Say) -> Suggested {
    let ideas = |one: &Suggestion| one.ideas.iter().map(|id| format!("[{id}]")).collect::<Vec<_>>().join(" ");
    Suggested {
        task: task(&first.task, say),
        about: first.about.clone(),
        model: first.model.clone(),
        prompt: first.prompt.chars().take(16).collect(),
        texts: chunk.iter().map(|one| (one.text.clone(), ideas(one))).collect(),
    }
}

fn task(code: &str, say: Say) -> String {
    match code {
        "label" => say.t("Noms pour le thème", "Names for the theme"),
        "rewriting" => say.t("Autre rédaction de la proposition", "Another wording of the proposition"),
        "wording" => say.t("Formulations de la question", "Wordings of the question"),
        _ => say.t("Paragraphe sur la question", "Paragraph on the question"),
    }
}

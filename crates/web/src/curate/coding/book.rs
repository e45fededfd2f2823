//! The codebook of a sample, and codes in words.

use super::super::form::among;
use super::super::opened::Opened;
use super::super::told::label;
use crate::lang::{Lang, Speak as _};
use arobase_domain::coding::{Code, Entry};
use arobase_domain::edits::Held;
use arobase_domain::{QuestionId, ThemeId};

/// The themes of a question, as coders read them.
pub(super) struct Chapter {
    /// The question; empty for none.
    pub(super) question: String,
    pub(super) entries: Vec<Shown>,
}

/// A theme, as coders read it.
pub(super) struct Shown {
    pub(super) code: ThemeId,
    pub(super) label: String,
    pub(super) line: String,
    pub(super) current: bool,
}

/// What the bench says of each theme now, question by question.
pub(super) fn written(lang: Lang, opened: &Opened) -> Vec<Entry> {
    let state = &opened.bench.state;
    let questions = state.ordered().into_iter().map(Some).chain([None]);
    let entry = |question: Option<&QuestionId>, theme: &ThemeId| {
        let run = opened.analysis.themes.iter().find(|one| one.id == *theme);
        let Held { definition, .. } = state.themes.get(theme).cloned().unwrap_or_default();
        Entry {
            theme: theme.clone(),
            label: label(lang, state, theme),
            question: question.map(|id| state.questions[id].wording.clone()).unwrap_or_default(),
            line: definition.line,
            includes: definition.includes,
            excludes: definition.excludes,
            keywords: run.map(|theme| theme.keywords.clone()).unwrap_or_default(),
        }
    };
    questions
        .flat_map(|question| state.under(question).into_iter().map(move |theme| (question, theme)))
        .map(|(question, theme)| entry(question, theme))
        .collect()
}

/// The codebook by question, with what was said already marked.
pub(super) fn chapters(lang: Lang, codebook: &[Entry], said: Option<&Code>) -> Vec<Chapter> {
    let mut chapters: Vec<Chapter> = Vec::new();
    for entry in codebook {
        let shown = Shown {
            code: entry.theme.clone(),
            label: entry.label.clone(),
            line: line(lang, entry),
            current: said == Some(&Code::Theme(entry.theme.clone())),
        };
        match chapters.last_mut().filter(|chapter| chapter.question == entry.question) {
            Some(chapter) => chapter.entries.push(shown),
            None => chapters.push(Chapter { question: entry.question.clone(), entries: vec![shown] }),
        }
    }
    chapters
}

/// What a theme holds: its definition, else the words that its ideas use.
fn line(lang: Lang, entry: &Entry) -> String {
    let told =
        [(&entry.line, None), (&entry.includes, Some("code-includes")), (&entry.excludes, Some("code-excludes"))];
    let told = told.into_iter().filter(|(text, _)| !text.is_empty());
    let told: Vec<String> =
        told.map(|(text, key)| key.map_or_else(|| text.clone(), |key| lang.it(key, text))).collect();
    if told.is_empty() { lang.it("code-keywords", entry.keywords.join(", ")) } else { told.join(" ") }
}

/// A code in words, as coders read it.
pub(super) fn told(lang: Lang, codebook: &[Entry], code: &Code) -> String {
    let named = |theme: &ThemeId| codebook.iter().find(|entry| entry.theme == *theme).map(|entry| entry.label.clone());
    match code {
        Code::Theme(theme) => named(theme).unwrap_or_else(|| theme.to_string()),
        Code::ToSort => lang.t("code-to-sort"),
        Code::OffTopic => lang.t("bench-off-topic"),
        Code::Empty => lang.t("bench-mark-empty"),
    }
}

/// What someone says: the code of a button, or the name of a theme as far as it tells which.
pub(super) fn heard(codebook: &[Entry], code: &str, name: &str) -> Option<Code> {
    if code.is_empty() {
        let themes = codebook.iter().map(|entry| (&entry.theme, entry.label.as_str()));
        return among(themes, name).map(Code::Theme);
    }
    let known = |code: &Code| match code {
        Code::Theme(theme) => codebook.iter().any(|entry| entry.theme == *theme),
        _ => true,
    };
    code.parse().ok().filter(known)
}

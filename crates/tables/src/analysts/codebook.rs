//! The classification as a codebook: questions hold themes, and what is in no theme has its codes too.

use super::guid::guid;
use super::xml::{element, escaped};
use super::{Corpus, words};
use crate::lang::Wording as _;
use arobase_domain::{Idea, IdeaStatus, Question, Rank, Theme};

/// One colour for each question, in turn.
const COLOURS: [&str; 8] = ["#1f5fa8", "#b5452c", "#2f7d4f", "#8a5a00", "#7a3f9d", "#006d77", "#a8326e", "#5b6c1f"];
const GREY: &str = "#6b6b6b";

/// The states that take the place of a theme.
const UNCLASSED: [IdeaStatus; 3] = [IdeaStatus::ToSort, IdeaStatus::OffTopic, IdeaStatus::Empty];

/// The codes as XML: the same elements in a codebook and in a project.
pub(super) fn codes(corpus: &Corpus<'_>) -> String {
    let questions = corpus.analysis.questions.iter().zip(COLOURS.iter().cycle());
    let mut out = String::from("<Codes>\n");
    out.extend(questions.map(|(question, colour)| of_question(corpus, question, colour)));
    out + &unclassed(corpus) + "</Codes>\n"
}

/// The identifier of the code that an idea bears.
pub(super) fn code_of(corpus: &Corpus<'_>, idea: &Idea) -> String {
    let known = idea.theme.as_ref().filter(|theme| corpus.analysis.themes.iter().any(|one| one.id == **theme));
    match known {
        Some(theme) => guid(corpus.title, "theme", theme.as_str()),
        None => of_status(corpus, idea.status),
    }
}

fn of_question(corpus: &Corpus<'_>, question: &Question, colour: &str) -> String {
    let themes = corpus.analysis.themes.iter().filter(|theme| theme.question == question.id);
    let inside: String = themes.map(|theme| of_theme(corpus, theme, colour)).collect();
    let id = question.id.as_str();
    folder(&guid(corpus.title, "question", id), &format!("{id} {}", question.wording), colour, &inside)
}

/// The keywords and the propositions tell what a theme is about.
fn of_theme(corpus: &Corpus<'_>, theme: &Theme, colour: &str) -> String {
    let propositions =
        corpus.analysis.propositions.iter().filter(|one| one.theme == theme.id && one.rank != Rank::WeakSignal);
    let propositions = propositions.map(|one| format!("{} {}", one.id, one.text));
    let keywords = corpus.lang.pick("Mots\u{a0}: ", "Words: ").to_owned() + &theme.keywords.join(", ");
    let told: Vec<String> = std::iter::once(keywords).chain(propositions).collect();
    let name = format!("{} {}", theme.id, theme.label);
    code(&guid(corpus.title, "theme", theme.id.as_str()), &name, colour, &told.join("\n"))
}

fn unclassed(corpus: &Corpus<'_>) -> String {
    let code = |status| code(&of_status(corpus, status), words::status(corpus.lang, Some(status)), GREY, "");
    let name = corpus.lang.pick("Hors des thèmes", "Outside the themes");
    folder(&guid(corpus.title, "question", ""), name, GREY, &UNCLASSED.map(code).concat())
}

/// An idea that is classed in a theme that is no more waits to be sorted.
fn of_status(corpus: &Corpus<'_>, status: IdeaStatus) -> String {
    let status = if status == IdeaStatus::Classed { IdeaStatus::ToSort } else { status };
    guid(corpus.title, "status", status.as_str())
}

fn folder(guid: &str, name: &str, colour: &str, inside: &str) -> String {
    format!(
        "<Code guid=\"{guid}\" name=\"{}\" isCodable=\"false\" color=\"{colour}\">\n{inside}</Code>\n",
        escaped(name)
    )
}

fn code(guid: &str, name: &str, colour: &str, told: &str) -> String {
    format!(
        "<Code guid=\"{guid}\" name=\"{}\" isCodable=\"true\" color=\"{colour}\">{}</Code>\n",
        escaped(name),
        element("Description", told)
    )
}

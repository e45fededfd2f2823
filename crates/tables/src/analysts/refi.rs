//! REFI-QDA 1.0 (<https://www.qdasoftware.org>): the analysis as a project that programs of qualitative analysis open, and its codebook alone.
//!
//! Each contribution is a text with variables, each idea a selection of it with one code. Positions count Unicode code points, as ours do; line ends are
//! LF, on which every program agrees.

use super::archive::packed;
use super::codebook::{code_of, codes};
use super::guid::guid;
use super::lines::Lines;
use super::xml::{element, escaped};
use super::{Corpus, Source};
use crate::lang::Wording as _;
use arobase_domain::Idea;
use std::io;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

/// How many characters of an idea name its selection.
const NAME: usize = 60;

/// What is known of a source: name in French and English, type, value.
type Variable = ([&'static str; 2], &'static str, fn(&Source) -> &str);

const VARIABLES: [Variable; 4] = [
    (["Canal", "Channel"], "Text", |source| &source.channel),
    (["Département", "Département"], "Text", |source| &source.department),
    (["Territoire", "Territory"], "Text", |source| &source.territory),
    (["Jour", "Day"], "Date", |source| &source.day),
];

/// The codebook alone, for programs that hold the texts already.
pub(super) fn codebook(corpus: &Corpus<'_>) -> String {
    format!("{HEAD}<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"arobase\">\n{}</CodeBook>\n", codes(corpus))
}

/// The project: codebook, variables, texts and their coded selections.
pub(super) fn project(corpus: &Corpus<'_>) -> io::Result<Vec<u8>> {
    let ideas = corpus.ideas();
    let texts: Vec<(&Source, Lines)> = corpus.sources.iter().map(|one| (one, Lines::of(&one.text))).collect();
    let written = texts.iter().map(|(source, lines)| {
        let ideas = ideas.get(&source.id).map_or(&[][..], Vec::as_slice);
        text_source(corpus, source, lines, ideas)
    });
    let project = document(corpus, &written.collect::<String>());
    let parts = texts.iter().map(|(source, lines)| {
        let name = format!("Sources/{}.txt", guid(corpus.title, "source", source.id.as_str()));
        (name, lines.text.as_str())
    });
    packed(std::iter::once(("project.qde".to_owned(), project.as_str())).chain(parts))
}

fn document(corpus: &Corpus<'_>, sources: &str) -> String {
    let (user, name) = (user(corpus), escaped(corpus.title));
    let sources = if sources.is_empty() { String::new() } else { format!("<Sources>\n{sources}</Sources>\n") };
    let variables: String = VARIABLES.iter().map(|variable| declared(corpus, variable)).collect();
    format!(
        "{HEAD}<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"{name}\" origin=\"arobase\" creatingUserGUID=\"{user}\">\n\
         <Users><User guid=\"{user}\" name=\"arobase\"/></Users>\n<CodeBook>\n{}</CodeBook>\n\
         <Variables>\n{variables}</Variables>\n{sources}</Project>\n",
        codes(corpus)
    )
}

fn user(corpus: &Corpus<'_>) -> String {
    guid(corpus.title, "user", "arobase")
}

fn declared(corpus: &Corpus<'_>, ([french, english], kind, _): &Variable) -> String {
    let (guid, name) = (guid(corpus.title, "variable", french), corpus.lang.pick(french, english));
    format!("<Variable guid=\"{guid}\" name=\"{name}\" typeOfVariable=\"{kind}\"/>\n")
}

fn text_source(corpus: &Corpus<'_>, source: &Source, lines: &Lines, ideas: &[&Idea]) -> String {
    let (guid, user) = (guid(corpus.title, "source", source.id.as_str()), user(corpus));
    let length = lines.text.chars().count();
    let selections = ideas.iter().map(|idea| selection(corpus, idea, lines, length));
    let values = VARIABLES.iter().map(|variable| value(corpus, variable, source));
    format!(
        "<TextSource guid=\"{guid}\" name=\"Contribution {}\" plainTextPath=\"internal://{guid}.txt\" creatingUser=\"{user}\">\n{}{}{}</TextSource>\n",
        escaped(source.id.as_str()),
        element("Description", &source.title),
        selections.collect::<String>(),
        values.collect::<String>(),
    )
}

fn selection(corpus: &Corpus<'_>, idea: &Idea, lines: &Lines, length: usize) -> String {
    let (user, span) = (user(corpus), lines.span(idea.span));
    let name: String = idea.text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(NAME).collect();
    format!(
        "<PlainTextSelection guid=\"{}\" name=\"{}\" startPosition=\"{}\" endPosition=\"{}\" creatingUser=\"{user}\">\
         <Coding guid=\"{}\" creatingUser=\"{user}\"><CodeRef targetGUID=\"{}\"/></Coding></PlainTextSelection>\n",
        guid(corpus.title, "selection", idea.id.as_str()),
        escaped(&name),
        span.start.min(length),
        span.end.min(length),
        guid(corpus.title, "coding", idea.id.as_str()),
        code_of(corpus, idea),
    )
}

fn value(corpus: &Corpus<'_>, ([french, _], kind, read): &Variable, source: &Source) -> String {
    let value = read(source);
    if value.is_empty() {
        return String::new();
    }
    let guid = guid(corpus.title, "variable", french);
    format!(
        "<VariableValue><VariableRef targetGUID=\"{guid}\"/>{}</VariableValue>\n",
        element(&format!("{kind}Value"), value)
    )
}

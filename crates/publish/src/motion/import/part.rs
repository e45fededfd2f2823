//! Paragraphs into clauses.

use super::super::words as say;
use super::LANGS;
use arobase_domain::Clause;
use arobase_domain::motion::outline::{Form, Paragraph};
use arobase_domain::motion::prose::{self, Block, Run};
use arobase_text::stem::fold;

/// What a paragraph does in a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// It begins a numbered clause.
    Clause,
    /// It is an item, so deep.
    Item(u8),
    /// It goes on.
    Within,
    /// It is words.
    Text,
}

/// What a paragraph does, by its form or by the number or the dash typed before it; and its words without them.
pub(super) fn mark(one: &Paragraph) -> (Mark, Vec<Run>) {
    let words = one.words();
    match one.form {
        Form::Numbered(0) => (Mark::Clause, one.runs.clone()),
        Form::Numbered(level) | Form::Bullet(level) => (Mark::Item(level), one.runs.clone()),
        Form::Within | Form::Quote => (Mark::Within, one.runs.clone()),
        Form::Text | Form::Title | Form::Heading(_) => {
            if let Some(rest) = unnumbered(&words) {
                return (Mark::Clause, without(&one.runs, words.len() - rest.len()));
            }
            match words.strip_prefix(['-', '–', '—', '•', '·']).filter(|rest| rest.starts_with(char::is_whitespace))
            {
                Some(rest) => (Mark::Item(0), without(&one.runs, words.len() - rest.trim_start().len())),
                None => (Mark::Text, one.runs.clone()),
            }
        }
    }
}

/// Words after a number of one to three figures: « 12. », « 12) », « 12° ».
pub(super) fn unnumbered(words: &str) -> Option<&str> {
    let figures = words.chars().take_while(char::is_ascii_digit).count();
    let rest = words[figures..].trim_start_matches(['\u{a0}', '\u{202f}']).strip_prefix(['.', ')', '°'])?;
    let apart = rest.is_empty() || rest.starts_with(char::is_whitespace);
    ((1..=3).contains(&figures) && apart).then(|| rest.trim_start())
}

/// Runs without their first bytes.
fn without(runs: &[Run], mut bytes: usize) -> Vec<Run> {
    let mut left = Vec::new();
    for run in runs {
        let gone = bytes.min(run.text.len());
        bytes -= gone;
        if gone < run.text.len() {
            left.push(Run { text: run.text[gone..].to_owned(), stressed: run.stressed });
        }
    }
    left
}

/// Whether words open a recital.
pub(super) fn considers(words: &str) -> bool {
    let folded = fold(words);
    ["considerant", "vu ", "vu\u{a0}"].iter().any(|start| folded.starts_with(start))
}

/// A paragraph as a block of prose.
pub(super) fn block(one: &Paragraph) -> Block {
    match (one.form, mark(one)) {
        (Form::Quote, _) => Block::Quote(one.runs.clone()),
        (_, (Mark::Item(_), runs)) | (Form::Numbered(_), (_, runs)) => Block::List(vec![runs]),
        _ => Block::Paragraph(one.runs.clone()),
    }
}

/// Adds a block at the end of a text; an item goes with those before it.
pub(super) fn append(text: &mut String, block: Block) {
    let mut blocks = prose::blocks(text);
    match (blocks.last_mut(), block) {
        (Some(Block::List(items)), Block::List(more)) => items.extend(more),
        (_, block) => blocks.push(block),
    }
    *text = prose::written(&blocks);
}

/// What leads a part, and its clauses: what has a number if anything has; else items; else every paragraph. In a document of ours, only what has a number.
pub(super) fn section(body: &[&Paragraph], ours: bool) -> (String, Vec<Clause>) {
    let kept: Vec<&&Paragraph> = body.iter().filter(|one| !notes(one)).collect();
    let numbered = ours || kept.iter().any(|one| mark(one).0 == Mark::Clause);
    let items = kept.iter().any(|one| matches!(mark(one).0, Mark::Item(_)));
    let (mut lead, mut clauses) = (String::new(), Vec::<Clause>::new());
    for one in kept {
        let (mark, runs) = mark(one);
        let opens = match mark {
            Mark::Clause => true,
            Mark::Item(level) => !numbered && level == 0 && !clauses.last().is_some_and(announces),
            Mark::Text => !clauses.is_empty() || !numbered && !items,
            Mark::Within => false,
        };
        if opens {
            clauses.push(Clause { text: prose::written(&[Block::Paragraph(runs)]), ..Clause::default() });
        } else {
            append(clauses.last_mut().map_or(&mut lead, |clause| &mut clause.text), block(one));
        }
    }
    clauses.retain(|clause| clause.text.chars().any(char::is_alphanumeric));
    (lead, clauses)
}

/// « Nous demandons : », before items of its own.
fn announces(clause: &Clause) -> bool {
    let blocks = prose::blocks(&clause.text);
    let colon = |runs: &[Run]| runs.last().is_some_and(|run| run.text.trim_end().ends_with(':'));
    match blocks.as_slice() {
        [.., Block::Paragraph(runs)] | [.., Block::Paragraph(runs), Block::List(_)] => colon(runs),
        _ => false,
    }
}

/// Whether a paragraph is what the site writes below a clause that comes from nothing.
fn notes(one: &Paragraph) -> bool {
    let words = one.words();
    fold(&one.style).starts_with("note") || LANGS.into_iter().any(|lang| say::no_source(lang) == words)
}

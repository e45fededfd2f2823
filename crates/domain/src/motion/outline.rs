//! A text as an office suite or a person wrote it, before anything is made of it: paragraphs, what each is, how its words are stressed.

use super::prose::Run;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A text, paragraph by paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outline {
    /// Its paragraphs, in order.
    pub paragraphs: Vec<Paragraph>,
    /// What was in the document and is not in them, and how many times.
    pub left: BTreeMap<Left, usize>,
}

/// A paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// What it is.
    pub form: Form,
    /// The name of its style, empty where the format has none.
    pub style: String,
    /// Its words.
    pub runs: Vec<Run>,
}

/// What a paragraph is, by the format's own marks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Words.
    #[default]
    Text,
    /// The title of the whole.
    Title,
    /// A heading, of a level from 1.
    Heading(u8),
    /// An item of a list with numbers.
    Numbered(u8),
    /// An item of a list without, and how deep it is from 0.
    Bullet(u8),
    /// What goes on below an item.
    Within,
    /// Words of someone else.
    Quote,
}

/// What a document holds that a motion does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Left {
    /// Words struck out by a tracked change: they are gone.
    Struck,
    /// Words added by a tracked change: they are taken as accepted.
    Added,
    /// Remarks in the margin.
    Comment,
    /// Notes at the foot or at the end.
    Note,
    /// Images and drawings.
    Image,
    /// Tables: their words are kept, a paragraph a cell.
    Table,
    /// Frames beside the text.
    Frame,
    /// Addresses of links: their words are kept.
    Link,
    /// Code and raw HTML.
    Code,
}

impl Outline {
    /// Adds a paragraph, its blanks made single; one without words adds nothing, but for a number that what follows goes on from.
    pub fn push(&mut self, form: Form, style: &str, runs: Vec<Run>) {
        let runs = neat(runs);
        if !runs.is_empty() || matches!(form, Form::Numbered(_)) {
            self.paragraphs.push(Paragraph { form, style: style.to_owned(), runs });
        }
    }

    /// Counts something that is left out.
    pub fn leave(&mut self, what: Left) {
        *self.left.entry(what).or_default() += 1;
    }
}

impl Paragraph {
    /// Its words alone.
    pub fn words(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}

/// Runs without what pasted texts carry: double blanks, ends of lines, signs that print nothing, two runs where one would do.
fn neat(runs: Vec<Run>) -> Vec<Run> {
    let mut signs: Vec<(char, bool)> = Vec::new();
    for run in runs {
        for sign in run.text.chars().filter(|sign| !unseen(*sign)) {
            let sign = if sign.is_whitespace() && !matches!(sign, '\u{a0}' | '\u{202f}') { ' ' } else { sign };
            let double = match signs.last() {
                Some((last, _)) => sign == ' ' && last.is_whitespace(),
                None => sign.is_whitespace(),
            };
            if !double {
                signs.push((sign, run.stressed));
            }
        }
    }
    while signs.last().is_some_and(|(last, _)| last.is_whitespace()) {
        signs.pop();
    }
    let mut neat: Vec<Run> = Vec::new();
    for (at, &(sign, stressed)) in signs.iter().enumerate() {
        // A blank between two ways of writing belongs to neither: it is not stressed.
        let stressed = stressed && (sign != ' ' || signs.get(at + 1).is_some_and(|next| next.1));
        match neat.last_mut() {
            Some(run) if run.stressed == stressed => run.text.push(sign),
            _ => neat.push(Run { text: sign.to_string(), stressed }),
        }
    }
    neat
}

fn unseen(sign: char) -> bool {
    sign.is_control() && !sign.is_whitespace()
        || matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_words_are_made_neat() {
        let run = |text: &str, stressed| Run { text: text.into(), stressed };
        let mut outline = Outline::default();
        outline.push(
            Form::Text,
            "",
            vec![run("  La\tfibre \n", false), run(" d’abord ", true), run("\u{ad}\u{200b}! ", false)],
        );
        outline.push(Form::Text, "", vec![run(" \u{200b}\n", true)]);
        outline.push(Form::Numbered(0), "", Vec::new());
        let paragraphs = &outline.paragraphs;
        assert_eq!(paragraphs[0].runs, [run("La fibre ", false), run("d’abord", true), run(" !", false)]);
        assert_eq!(paragraphs.len(), 2, "no words, no paragraph; a number stands for what follows");
    }
}

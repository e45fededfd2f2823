//! The markup of the motion's texts: paragraphs apart by an empty line, `- ` before each item of a list, `> ` before a citation, `*` around what is
//! stressed. A backslash takes its meaning from the sign after it. Anything can be read: what is no markup is words.

use serde::{Deserialize, Serialize};

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// A list, an item each.
    List(Vec<Vec<Run>>),
    /// Words of someone else.
    Quote(Vec<Run>),
}

/// Words written in one way.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Whether they are stressed.
    pub stressed: bool,
}

/// What a line is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    None,
    Item,
    Quote,
}

/// The parts of a text.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<(Mark, Vec<String>)> = Vec::new();
    let mut open = false;
    for line in text.lines().map(str::trim) {
        let (mark, words) = marked(line);
        if words.chars().all(|sign| matches!(sign, '*' | '\\') || sign.is_whitespace()) {
            open = false;
            continue;
        }
        match blocks.last_mut() {
            Some((last, lines)) if *last == mark && (open || mark == Mark::Item) => match mark {
                Mark::Item => lines.push(words.to_owned()),
                _ => lines.iter_mut().for_each(|line| *line = format!("{line} {words}")),
            },
            // A line that goes on below an item belongs to it.
            Some((Mark::Item, lines)) if open && mark == Mark::None => {
                lines.iter_mut().next_back().into_iter().for_each(|line| *line = format!("{line} {words}"));
            }
            _ => blocks.push((mark, vec![words.to_owned()])),
        }
        open = true;
    }
    blocks.into_iter().map(built).collect()
}

fn marked(line: &str) -> (Mark, &str) {
    let after = |sign: char| line.strip_prefix(sign).and_then(|rest| rest.strip_prefix(' ')).map(str::trim_start);
    match (after('-').or_else(|| after('•')), after('>')) {
        (Some(words), _) => (Mark::Item, words),
        (None, Some(words)) => (Mark::Quote, words),
        _ => (Mark::None, line),
    }
}

fn built((mark, lines): (Mark, Vec<String>)) -> Block {
    let mut read = lines.iter().map(|line| runs(line));
    match mark {
        Mark::Item => Block::List(read.collect()),
        Mark::Quote => Block::Quote(read.next().unwrap_or_default()),
        Mark::None => Block::Paragraph(read.next().unwrap_or_default()),
    }
}

/// The runs of a line. A star without its pair is a star.
pub fn runs(line: &str) -> Vec<Run> {
    let signs = signs(line);
    let stars = signs.iter().filter(|sign| sign.1).count();
    let mut left = stars - stars % 2;
    let (mut runs, mut stressed) = (Vec::<Run>::new(), false);
    for (sign, star) in signs {
        if star && left > 0 {
            left -= 1;
            stressed = !stressed;
            continue;
        }
        match runs.last_mut() {
            Some(run) if run.stressed == stressed => run.text.push(sign),
            _ => runs.push(Run { text: sign.to_string(), stressed }),
        }
    }
    trimmed(runs)
}

/// Without blanks at either end.
fn trimmed(mut runs: Vec<Run>) -> Vec<Run> {
    while let Some(run) = runs.first_mut() {
        run.text = run.text.trim_start().to_owned();
        if !run.text.is_empty() {
            break;
        }
        runs.remove(0);
    }
    while let Some(run) = runs.last_mut() {
        run.text.truncate(run.text.trim_end().len());
        if !run.text.is_empty() {
            break;
        }
        runs.pop();
    }
    runs
}

/// Each sign of a line, and whether it is a star that stresses.
fn signs(line: &str) -> Vec<(char, bool)> {
    let mut signs = Vec::new();
    let mut left = line.chars().peekable();
    while let Some(sign) = left.next() {
        match (sign, left.peek()) {
            ('\\', Some(&next)) if next.is_ascii_punctuation() || next == '•' => {
                left.next();
                signs.push((next, false));
            }
            _ => signs.push((sign, sign == '*')),
        }
    }
    signs
}

/// The text of blocks, as [`blocks`] reads it.
pub fn written(blocks: &[Block]) -> String {
    blocks.iter().map(one_written).collect::<Vec<_>>().join("\n\n")
}

fn one_written(block: &Block) -> String {
    match block {
        Block::Paragraph(runs) => line(runs),
        Block::Quote(runs) => format!("> {}", line(runs)),
        Block::List(items) => items.iter().map(|runs| format!("- {}", line(runs))).collect::<Vec<_>>().join("\n"),
    }
}

/// A line of runs. What would be taken for markup is kept from it.
pub fn line(runs: &[Run]) -> String {
    let words: String = runs.iter().map(run_written).collect();
    match words.chars().next() {
        Some('-' | '•' | '>') => format!("\\{words}"),
        _ => words,
    }
}

fn run_written(run: &Run) -> String {
    let words = run.text.replace('\\', "\\\\").replace('*', "\\*");
    if run.stressed { format!("*{words}*") } else { words }
}

/// The words alone: a line for each paragraph and item.
pub fn plain(text: &str) -> String {
    let words = |runs: &[Run]| runs.iter().map(|run| run.text.as_str()).collect::<String>();
    let told = |block: Block| match block {
        Block::Paragraph(runs) | Block::Quote(runs) => words(&runs),
        Block::List(items) => items.iter().map(|item| words(item)).collect::<Vec<_>>().join("\n"),
    };
    blocks(text).into_iter().map(told).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn run(text: &str, stressed: bool) -> Run {
        Run { text: text.into(), stressed }
    }

    #[test]
    fn each_mark_is_read() {
        let read = blocks("Une *forte* demande\nqui continue.\n\n- un\n- deux\n  suite\n\n> dit-elle\n\nFin * seule.");
        let wanted = [
            Block::Paragraph(vec![run("Une ", false), run("forte", true), run(" demande qui continue.", false)]),
            Block::List(vec![vec![run("un", false)], vec![run("deux suite", false)]]),
            Block::Quote(vec![run("dit-elle", false)]),
            Block::Paragraph(vec![run("Fin * seule.", false)]),
        ];
        assert_eq!(read, wanted);
        assert_eq!(plain("Une *forte* demande\n\n- un\n- deux"), "Une forte demande\nun\ndeux");
        assert_eq!(blocks(" \n\n"), []);
        assert_eq!(plain(r"5 \* 3, \- et \\"), r"5 * 3, - et \");
    }

    proptest! {
        /// What is read and written again is read the same.
        #[test]
        fn writing_is_reading_back(text in "[a-c*>\\\\ \n•-]{0,40}") {
            let once = blocks(&text);
            prop_assert_eq!(blocks(&written(&once)), once);
        }
    }
}

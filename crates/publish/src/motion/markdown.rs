//! CommonMark, which a person reads as easily as a program.

use super::tree::{Block, Cover, Document, Role, plain};
use super::words as say;
use arobase_domain::motion::prose::Run;
use std::fmt::Write as _;

/// The document as CommonMark.
pub(super) fn write(document: &Document) -> String {
    let mut out = String::new();
    cover(&mut out, &document.cover);
    for (depth, part) in document.all_parts() {
        _ = writeln!(out, "{} {}\n", "#".repeat(depth + 2), kept(&part.heading()));
        blocks(&mut out, &part.blocks, "", "");
    }
    if !document.seal.is_empty() {
        let seal = say::seal(document.lang);
        _ = writeln!(out, "---\n\n{} – {seal}\u{a0}{}", kept(&document.foot), kept(document.short_seal()));
    }
    out
}

fn cover(out: &mut String, cover: &Cover) {
    _ = writeln!(out, "{}\n\n# {}\n\n{}\n", kept(&cover.edition), kept(&cover.title), kept(&cover.state));
    blocks(out, &cover.address, "", "");
    for told in &cover.copy {
        _ = writeln!(out, "{}\n", kept(told));
    }
    if !cover.figures.is_empty() {
        _ = writeln!(out, "{}\n", kept(&cover.caption));
        for one in &cover.figures {
            _ = writeln!(out, "- {} {}", one.number, one.noun);
        }
        out.push('\n');
    }
}

fn blocks(out: &mut String, blocks: &[Block], first: &str, then: &str) {
    for (at, one) in blocks.iter().enumerate() {
        block(out, one, if at == 0 { first } else { then }, then);
    }
}

fn block(out: &mut String, block: &Block, first: &str, then: &str) {
    match block {
        Block::Paragraph { role: Role::Seal, runs } => _ = writeln!(out, "{first}`{}`\n", plain(runs)),
        Block::Paragraph { role: Role::Demand, runs } => _ = writeln!(out, "{first}**{}**\n", bare(runs)),
        Block::Paragraph { runs, .. } => _ = writeln!(out, "{first}{}\n", stressed(runs)),
        Block::Quote { runs } => _ = writeln!(out, "{first}> {}\n", stressed(runs)),
        Block::List { items } => {
            let margin = |at: usize| if at == 0 { first } else { then };
            items.iter().enumerate().for_each(|(at, item)| _ = writeln!(out, "{}- {}", margin(at), stressed(item)));
            out.push('\n');
        }
        Block::Clause(clause) => {
            let label = format!("{} ", clause.label());
            blocks(out, &clause.blocks, &label, &" ".repeat(label.len()));
        }
        Block::Lines { lines, .. } | Block::Signature { lines } => {
            let lines: Vec<String> = lines.iter().map(|line| kept(line)).collect();
            _ = writeln!(out, "{first}{}\n", lines.join(&format!("  \n{then}")));
        }
    }
}

fn stressed(runs: &[Run]) -> String {
    let run = |run: &Run| {
        let words = run.text.trim();
        let (before, after) = run.text.split_once(words).unwrap_or_default();
        if run.stressed && !words.is_empty() {
            format!("{before}*{}*{after}", escaped(words))
        } else {
            escaped(&run.text)
        }
    };
    shielded(runs.iter().map(run).collect())
}

fn bare(runs: &[Run]) -> String {
    kept(&plain(runs))
}

/// Words that are no markup.
fn kept(text: &str) -> String {
    shielded(escaped(text))
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        if matches!(sign, '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '&' | '|' | '~' | '!') {
            out.push('\\');
        }
        out.push(sign);
    }
    out
}

/// A line whose beginning would make a list or a rule of it.
fn shielded(line: String) -> String {
    let figures = line.chars().take_while(char::is_ascii_digit).count();
    let marks = |rest: &str| rest.starts_with(['-', '+', '=', '.', ')']);
    match () {
        () if figures > 0 && marks(&line[figures..]) => format!("{}\\{}", &line[..figures], &line[figures..]),
        () if figures == 0 && marks(&line) => format!("\\{line}"),
        () => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_no_markup() {
        assert_eq!(kept("1. * [a](b) <c>"), r"1\. \* \[a\](b) \<c\>");
        assert_eq!(kept("- non"), r"\- non");
        let runs = [("un ", false), ("mot", true), (" *", false)];
        let runs = runs.map(|(text, stressed)| Run { text: text.into(), stressed });
        assert_eq!(stressed(&runs), r"un *mot* \*");
    }
}

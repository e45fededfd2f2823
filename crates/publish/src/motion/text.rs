//! Plain text of eighty columns.

use super::tree::{Block, COLUMNS, Clause, Cover, Document, Part, Role, plain};
use super::words as say;

/// The document as plain text.
pub(super) fn write(document: &Document) -> String {
    let mut page = Page::default();
    page.cover(&document.cover);
    for (depth, part) in document.all_parts() {
        page.part(depth, part);
    }
    if !document.seal.is_empty() {
        let seal = format!("{}\u{a0}{}", say::seal(document.lang), document.short_seal());
        page.paragraph(&format!("{} – {seal}", document.foot), "", "");
    }
    page.out
}

/// What is written, a part apart from the next by an empty line.
#[derive(Default)]
struct Page {
    out: String,
}

impl Page {
    fn cover(&mut self, cover: &Cover) {
        self.paragraph(&cover.edition, "", "");
        self.titled(&cover.title, '=');
        self.paragraph(&cover.state, "", "");
        self.blocks(&cover.address, "", "");
        for told in &cover.copy {
            self.paragraph(told, "", "");
        }
        if !cover.figures.is_empty() {
            self.paragraph(&cover.caption, "", "");
            let widest = cover.figures.iter().map(|one| one.number.chars().count()).max().unwrap_or_default();
            let rows = cover.figures.iter().map(|one| format!("  {:>widest$} {}", one.number, one.noun));
            self.lines(&rows.collect::<Vec<_>>());
        }
    }

    fn part(&mut self, depth: usize, part: &Part) {
        self.out.push('\n');
        self.titled(&part.heading(), if depth == 0 { '=' } else { '-' });
        self.blocks(&part.blocks, "", "");
    }

    /// A heading over its rule.
    fn titled(&mut self, title: &str, rule: char) {
        let mut lines = wrapped(title, "", "");
        let longest = lines.iter().map(|line| line.chars().count()).max().unwrap_or_default();
        lines.push(rule.to_string().repeat(longest));
        self.lines(&lines);
    }

    /// Blocks, of which the first line begins with one margin and the others with another.
    fn blocks(&mut self, blocks: &[Block], first: &str, then: &str) {
        for (at, block) in blocks.iter().enumerate() {
            self.block(block, if at == 0 { first } else { then }, then);
        }
    }

    fn block(&mut self, block: &Block, first: &str, then: &str) {
        match block {
            Block::Paragraph { role: Role::Seal, runs } => self.lines(&[plain(runs)]),
            Block::Paragraph { runs, .. } => self.paragraph(&plain(runs), first, then),
            Block::Quote { runs } => self.paragraph(&plain(runs), &format!("{first}> "), &format!("{then}> ")),
            Block::List { items } => {
                let margins = |at: usize| (format!("{}- ", if at == 0 { first } else { then }), format!("{then}  "));
                let items = items.iter().enumerate().map(|(at, item)| (margins(at), plain(item)));
                let lines: Vec<String> =
                    items.flat_map(|((first, then), item)| wrapped(&item, &first, &then)).collect();
                self.lines(&lines);
            }
            Block::Clause(clause) => self.clause(clause),
            Block::Lines { lines, .. } => {
                let margin = |at: usize| if at == 0 { first } else { then };
                let lines: Vec<String> =
                    lines.iter().enumerate().map(|(at, line)| format!("{}{line}", margin(at))).collect();
                self.lines(&lines);
            }
            Block::Signature { lines } => self.lines(lines),
        }
    }

    fn clause(&mut self, clause: &Clause) {
        let label = format!("{:>3} ", clause.label());
        let margin = " ".repeat(label.chars().count());
        self.blocks(&clause.blocks, &label, &margin);
    }

    fn paragraph(&mut self, text: &str, first: &str, then: &str) {
        self.lines(&wrapped(text, first, then));
    }

    fn lines(&mut self, lines: &[String]) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        for line in lines {
            self.out.extend([line.trim_end(), "\n"]);
        }
    }
}

/// Words in lines of [`COLUMNS`] signs at most; a word is never cut.
fn wrapped(text: &str, first: &str, then: &str) -> Vec<String> {
    let mut lines = vec![first.to_owned()];
    let mut empty = true;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let taken = lines.last().map_or(0, |line| line.chars().count());
        match lines.last_mut() {
            Some(line) if empty => line.push_str(word),
            Some(line) if taken + 1 + word.chars().count() <= COLUMNS => line.extend([" ", word]),
            _ => lines.push(format!("{then}{word}")),
        }
        empty = false;
    }
    lines
}

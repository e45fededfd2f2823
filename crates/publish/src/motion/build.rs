//! From a motion to its tree: what stands where, in which typography, under which number and anchor.

use super::pieces::{adoption, anchor, blocks, line, named, note, ours, seal, text, titled};
use super::tree::{Block, Clause, Cover, Document, Kind, Part, Role, Shape};
use super::words as say;
use super::{Audience, Colophon, Issue, easy};
use arobase_domain::motion::{self, Motion, prose};

impl Document {
    /// The tree of an issue.
    pub fn of(issue: &Issue<'_>) -> Self {
        let motion = issue.worded();
        let mut builder = Builder { issue, motion: &motion, line: 1 };
        let cover = builder.cover();
        let parts = match issue.audience {
            Audience::Easy => easy::parts(issue, &motion),
            Audience::TwoPages => builder.short(),
            Audience::Full | Audience::For { .. } => builder.whole(),
        };
        Self {
            lang: issue.lang,
            cover,
            parts,
            seal: ours(&issue.colophon.seal),
            at: issue.colophon.at,
            foot: ours(&say::foot(issue.lang, issue.colophon)),
            shape: match issue.audience {
                Audience::TwoPages => Shape::Two,
                Audience::Easy => Shape::Easy,
                Audience::Full | Audience::For { .. } if issue.lines => Shape::Lines,
                Audience::Full | Audience::For { .. } => Shape::Full,
            },
        }
    }
}

/// What a tree is built with.
struct Builder<'a> {
    issue: &'a Issue<'a>,
    motion: &'a Motion,
    /// Number of the next line, where lines are numbered.
    line: usize,
}

impl Builder<'_> {
    fn cover(&mut self) -> Cover {
        let Issue { colophon, lang, .. } = *self.issue;
        let motion = self.motion;
        let easy = self.issue.audience == Audience::Easy;
        let field = |name: &str, text: &str| motion.easy.get(name).filter(|_| easy).cloned().unwrap_or(text.to_owned());
        Cover {
            edition: line(&colophon.edition),
            title: titled(lang, &field("title", &motion.title)),
            state: ours(&say::state(lang, colophon)),
            copy: self.copy(),
            address: self.said(&field("address", &motion.address), Role::Text),
            caption: say::caption(lang),
            figures: if easy { Vec::new() } else { say::figures(lang, colophon.figures) },
            site: line(&colophon.site),
        }
    }

    /// What this copy is.
    fn copy(&self) -> Vec<String> {
        let Issue { lang, colophon: Colophon { site, .. }, .. } = *self.issue;
        let of = self.motion.clauses().count();
        let told = match &self.issue.audience {
            Audience::Full => None,
            Audience::TwoPages => Some(say::two_pages(lang, site)),
            Audience::Easy => Some(say::easy(lang, site)),
            Audience::For { name, .. } => Some(say::partial(lang, name, &self.kept(), of, site)),
        };
        let doublets = self.issue.doublets.then(|| say::in_doublets(lang));
        let lines = self.issue.lines.then(|| say::with_lines(lang));
        told.into_iter().chain(doublets).chain(lines).map(|text| ours(&text)).collect()
    }

    /// Numbers of the clauses that this copy holds.
    fn kept(&self) -> Vec<usize> {
        self.motion.numbered().filter(|(_, clause)| self.keeps(clause)).map(|(number, _)| number).collect()
    }

    fn keeps(&self, clause: &motion::Clause) -> bool {
        match &self.issue.audience {
            Audience::For { key, .. } => clause.to.contains(key),
            _ => true,
        }
    }

    fn whole(&mut self) -> Vec<Part> {
        let mut parts: Vec<Part> = self.reasons().into_iter().chain(self.recitals()).collect();
        parts.push(self.demands());
        parts.push(adoption(self.issue));
        parts.extend(self.annexes());
        parts.extend(self.made());
        parts.push(seal(self.issue));
        parts
    }

    fn short(&mut self) -> Vec<Part> {
        vec![self.demands(), adoption(self.issue), seal(self.issue)]
    }

    fn reasons(&mut self) -> Option<Part> {
        let blocks = self.said(&self.motion.reasons, Role::Text);
        (!blocks.is_empty()).then(|| Part { blocks, ..named(self.issue.lang, Kind::Reasons, "motifs") })
    }

    fn recitals(&mut self) -> Option<Part> {
        let motion = self.motion;
        let blocks: Vec<Block> = motion.recitals.iter().flat_map(|text| self.said(text, Role::Recital)).collect();
        (!blocks.is_empty()).then(|| Part { blocks, ..named(self.issue.lang, Kind::Recitals, "considerants") })
    }

    fn demands(&mut self) -> Part {
        let motion = self.motion;
        let blocks = self.said(&motion.demand, Role::Demand);
        let mut number = 1;
        let mut parts = Vec::new();
        for (at, section) in motion.sections.iter().enumerate() {
            let part = self.section(at + 1, section, number);
            let told = !matches!(self.issue.audience, Audience::For { .. })
                || section.clauses.iter().any(|one| self.keeps(one));
            parts.extend(told.then_some(part));
            number += section.clauses.len();
        }
        Part { blocks, parts, ..named(self.issue.lang, Kind::Demands, "demandes") }
    }

    fn section(&mut self, place: usize, section: &motion::Section, first: usize) -> Part {
        let mut blocks = self.said(&section.lead, Role::Text);
        for (at, clause) in section.clauses.iter().enumerate() {
            let held = self.clause(first + at, clause);
            blocks.extend(self.keeps(clause).then_some(Block::Clause(held)));
        }
        Part {
            kind: Kind::Section,
            anchor: anchor(section.id.as_str(), &format!("partie-{place}")),
            label: say::section(self.issue.lang, section.kind, place),
            title: line(&section.title),
            blocks,
            parts: Vec::new(),
        }
    }

    fn clause(&mut self, number: usize, clause: &motion::Clause) -> Clause {
        let mut blocks = self.said(&clause.text, Role::Text);
        let marked = clause.sources.is_empty() && self.issue.audience != Audience::TwoPages;
        blocks.extend(marked.then(|| note(&say::no_source(self.issue.lang))));
        Clause { anchor: anchor(clause.id.as_str(), &format!("demande-{number}")), number, blocks }
    }

    fn annexes(&mut self) -> Vec<Part> {
        let motion = self.motion;
        let annexes = if matches!(self.issue.audience, Audience::Full) { motion.annexes.as_slice() } else { &[] };
        let part = |(at, annex): (usize, &motion::Annex)| Part {
            kind: Kind::Annex,
            anchor: format!("annexe-{}", at + 1),
            label: say::annex(self.issue.lang, at + 1, annexes.len()),
            title: line(&annex.title),
            blocks: self.said(&annex.text, Role::Text),
            parts: Vec::new(),
        };
        annexes.iter().enumerate().map(part).collect()
    }

    /// How it was made, and by whom.
    fn made(&self) -> Vec<Part> {
        let Issue { lang, colophon, .. } = *self.issue;
        let method: Vec<Block> = colophon.method.iter().flat_map(|text| blocks(text, Role::Text)).collect();
        let names = colophon.contributors.iter().map(|name| line(name)).collect::<Vec<_>>().join("\u{202f}; ");
        let names = if names.is_empty() { Vec::new() } else { vec![text(format!("{names}."))] };
        [
            Part { blocks: method, ..named(lang, Kind::Method, "methode") },
            Part { blocks: names, ..named(lang, Kind::Contributors, "contributions") },
        ]
        .into_iter()
        .filter(|part| !part.blocks.is_empty())
        .collect()
    }

    /// A text of the motion, or its numbered lines.
    fn said(&mut self, text: &str, role: Role) -> Vec<Block> {
        if !self.issue.lines || self.issue.audience == Audience::Easy {
            return blocks(text, role);
        }
        let first = self.line;
        let lines: Vec<String> = motion::lines(text, first).iter().map(|one| line(&one.text)).collect();
        self.line += lines.len();
        if prose::plain(text).is_empty() { Vec::new() } else { vec![Block::Lines { first, lines }] }
    }
}

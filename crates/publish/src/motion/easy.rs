//! The easy-to-read copy: the twins that a person wrote, clause by clause. What has none is said to have none.

use super::pieces::{adoption, anchor, blocks, line, named, note, seal};
use super::tree::{Block, Clause, Kind, Part, Role};
use super::{Issue, words as say};
use arobase_domain::motion::{Field, Motion, Section};

/// The parts of the easy-to-read copy.
pub(super) fn parts(issue: &Issue<'_>, motion: &Motion) -> Vec<Part> {
    let twin = |of: &str| twin(issue, motion, of);
    let mut parts = Vec::new();
    if !motion.reasons.is_empty() {
        parts.push(Part { blocks: twin(Field::Reasons.as_str()), ..named(issue.lang, Kind::Reasons, "motifs") });
    }
    let mut demands = Part { blocks: twin(Field::Demand.as_str()), ..named(issue.lang, Kind::Demands, "demandes") };
    let mut first = 1;
    for (at, held) in motion.sections.iter().enumerate() {
        demands.parts.push(section(issue, motion, (at + 1, first), held));
        first += held.clauses.len();
    }
    parts.extend([demands, adoption(issue), seal(issue)]);
    parts
}

fn section(issue: &Issue<'_>, motion: &Motion, (place, first): (usize, usize), section: &Section) -> Part {
    let id = section.id.as_str();
    let clauses = section.clauses.iter().enumerate().map(|(at, clause)| {
        let number = first + at;
        let blocks = twin(issue, motion, clause.id.as_str());
        Block::Clause(Clause { anchor: anchor(clause.id.as_str(), &format!("demande-{number}")), number, blocks })
    });
    let label = say::section(issue.lang, section.kind, place);
    if let Some(text) = motion.easy.get(id) {
        return part(id, place, label, line(text), clauses.collect());
    }
    let blocks = std::iter::once(note(&say::no_easy(issue.lang))).chain(clauses).collect();
    part(id, place, label, String::new(), blocks)
}

fn part(id: &str, place: usize, label: String, title: String, blocks: Vec<Block>) -> Part {
    let anchor = anchor(id, &format!("partie-{place}"));
    Part { kind: Kind::Section, anchor, label, title, blocks, parts: Vec::new() }
}

/// The twin of a text, or that there is none.
fn twin(issue: &Issue<'_>, motion: &Motion, of: &str) -> Vec<Block> {
    let read = motion.easy.get(of).map(|text| blocks(text, Role::Text)).unwrap_or_default();
    if read.is_empty() { vec![note(&say::no_easy(issue.lang))] } else { read }
}

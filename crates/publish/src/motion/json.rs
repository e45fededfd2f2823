//! `publication.json`: what a program needs to show, cite or compare a motion. It is not what the seal is of: that is `motion.json`.
//!
//! | field | what it holds |
//! |---|---|
//! | `format` | `arobase-publication/1` |
//! | `audience`, `doublets` | whom the copy is for, how it names women and men |
//! | `colophon` | edition, version, date, seal, adoption, figures, method, contributors, address |
//! | `clauses` | each clause of the copy: `id`, `number`, `section`, `text` without markup, `sources`, `to` |
//! | `document` | the whole tree: `cover`, then `parts` of `blocks` (`paragraph`, `list`, `quote`, `clause`, `signature`) |

use super::pieces::line;
use super::tree::{Block, Clause, Document, plain};
use super::{Audience, Colophon, Issue, WriteError};
use arobase_domain::motion::Source;
use serde::Serialize;
use std::collections::BTreeSet;

#[derive(Serialize)]
struct Publication<'a> {
    format: &'static str,
    audience: &'a Audience,
    doublets: bool,
    colophon: &'a Colophon,
    clauses: Vec<Told<'a>>,
    document: &'a Document,
}

#[derive(Serialize)]
struct Told<'a> {
    id: &'a str,
    number: usize,
    section: String,
    text: String,
    sources: &'a BTreeSet<Source>,
    to: &'a BTreeSet<String>,
}

/// The issue as JSON.
pub(super) fn write(issue: &Issue<'_>, document: &Document) -> Result<Vec<u8>, WriteError> {
    let publication = Publication {
        format: "arobase-publication/1",
        audience: &issue.audience,
        doublets: issue.doublets,
        colophon: issue.colophon,
        clauses: clauses(issue, document),
        document,
    };
    let mut bytes = serde_json::to_vec_pretty(&publication)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn clauses<'a>(issue: &'a Issue<'a>, document: &Document) -> Vec<Told<'a>> {
    let written = document.all_parts().into_iter().flat_map(|(_, part)| &part.blocks).filter_map(|block| match block {
        Block::Clause(clause) => Some(clause),
        _ => None,
    });
    written.filter_map(|written| told(issue, written)).collect()
}

fn told<'a>(issue: &'a Issue<'a>, written: &Clause) -> Option<Told<'a>> {
    let (number, clause) = issue.motion.numbered().nth(written.number - 1)?;
    let (_, section) = issue.motion.section_of(&clause.id)?;
    let text = written.blocks.iter().filter_map(said).collect::<Vec<_>>().join("\n");
    Some(Told {
        id: clause.id.as_str(),
        number,
        section: line(&section.title),
        text,
        sources: &clause.sources,
        to: &clause.to,
    })
}

/// The words of a block of a clause; notes of ours are not.
fn said(block: &Block) -> Option<String> {
    match block {
        Block::Paragraph { role, .. } if role.is_ours() => None,
        Block::Paragraph { runs, .. } | Block::Quote { runs } => Some(plain(runs)),
        Block::List { items } => Some(items.iter().map(|item| plain(item)).collect::<Vec<_>>().join("\n")),
        Block::Lines { lines, .. } | Block::Signature { lines } => Some(lines.join("\n")),
        Block::Clause(_) => None,
    }
}

//! What a heading announces.

use super::super::{Kind, words as say};
use super::LANGS;
use super::part::unnumbered;
use arobase_domain::motion::SectionKind;
use arobase_text::stem::fold;

/// What stands under a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Heading {
    /// A text that stands once.
    Own(Own),
    /// What the site writes by itself.
    Ours,
    /// Something joined, under its title.
    Annex(String),
    /// A part of what is asked: what it is called if that is told, its title.
    Section(Option<SectionKind>, String),
}

/// A text that stands once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Own {
    Reasons,
    Recitals,
    Demands,
}

/// Reads a heading.
pub(super) fn heading(words: &str) -> Heading {
    let folded = plain(words);
    let is = |kind: Kind| LANGS.into_iter().any(|lang| plain(&say::heading(lang, kind)) == folded);
    let ours = [Kind::Adoption, Kind::Method, Kind::Contributors, Kind::Seal];
    match () {
        () if is(Kind::Reasons) || folded == "motifs" => Heading::Own(Own::Reasons),
        () if is(Kind::Recitals) => Heading::Own(Own::Recitals),
        () if is(Kind::Demands) => Heading::Own(Own::Demands),
        () if ours.into_iter().any(is) => Heading::Ours,
        () => labelled(words),
    }
}

/// « Axe 2 – Les usages », « Annexe – Ce que nous faisons déjà ».
fn labelled(words: &str) -> Heading {
    const LABELS: [(&str, Option<SectionKind>); 7] = [
        ("question", Some(SectionKind::Question)),
        ("axe", Some(SectionKind::Axis)),
        ("axis", Some(SectionKind::Axis)),
        ("priorite", Some(SectionKind::Priority)),
        ("priority", Some(SectionKind::Priority)),
        ("annexe", None),
        ("annex", None),
    ];
    let (first, rest) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
    let rest = rest.trim_start();
    let figures = rest.chars().take_while(char::is_ascii_digit).count();
    let title = rest[figures..].trim_start();
    let apart = title.is_empty() || title.starts_with(['–', '—', '-', ':', '.']);
    let label = LABELS.iter().find(|(label, _)| *label == plain(first)).filter(|_| apart);
    let title = title.trim_start_matches(['–', '—', '-', ':', '.', ' ', '\u{a0}', '\u{202f}']).to_owned();
    match label {
        Some((_, None)) => Heading::Annex(title),
        Some((_, kind)) if figures > 0 => Heading::Section(*kind, title),
        _ => Heading::Section(None, unnumbered(words).unwrap_or(words).to_owned()),
    }
}

fn plain(words: &str) -> String {
    fold(words.trim().trim_end_matches([':', '.', ' ', '\u{a0}'])).trim().to_owned()
}

//! The words of the drawing, and how they fit.

use super::figure::Column;
use crate::say::{pick, plural};
use arobase_domain::{IdeaStatus, Lang};

pub(super) fn noun(lang: Lang, column: Column, figure: usize) -> &'static str {
    let (one, many) = match column {
        Column::Contributions => ("contribution", "contributions"),
        Column::Ideas => pick(lang, ("idée", "idées"), ("idea", "ideas")),
        Column::Themes => pick(lang, ("thème", "thèmes"), ("theme", "themes")),
        Column::Questions => ("question", "questions"),
        Column::Propositions => ("proposition", "propositions"),
    };
    plural(lang, figure, one, many)
}

pub(super) fn state(lang: Lang, status: IdeaStatus) -> &'static str {
    match status {
        IdeaStatus::Classed => pick(lang, "classées", "classed"),
        IdeaStatus::ToSort => pick(lang, "à classer", "to sort"),
        IdeaStatus::OffTopic => pick(lang, "hors sujet", "off topic"),
        IdeaStatus::Empty => pick(lang, "sans contenu", "without content"),
    }
}

pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The first `most` characters, cut at a word.
pub(crate) fn cut(text: &str, most: usize) -> String {
    let lines = wrap(text, most, 1);
    lines.into_iter().next().unwrap_or_default()
}

/// Words in lines of at most `most` characters; what does not fit in `lines` becomes an ellipsis.
pub(crate) fn wrap(text: &str, most: usize, lines: usize) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let full = |line: &String| line.chars().count() + 1 + word.chars().count() > most;
        let last = out.len() == lines;
        match out.last_mut() {
            Some(line) if !full(line) => *line = format!("{line} {word}"),
            Some(line) if last => {
                line.push('…');
                break;
            }
            _ => out.push(word.to_owned()),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_whole_and_a_cut_is_seen() {
        assert_eq!(wrap("un deux trois quatre", 8, 3), ["un deux", "trois", "quatre"]);
        assert_eq!(wrap("un deux trois quatre", 8, 2), ["un deux", "trois…"]);
        assert_eq!(cut("anticonstitutionnellement", 8), "anticonstitutionnellement");
        assert_eq!(cut("", 8), "");
    }
}

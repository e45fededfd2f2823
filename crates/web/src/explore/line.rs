//! A line in a list of contributions.

use crate::funnel::excerpt::first;
use crate::lang::{Lang, Speak as _};
use crate::page::channel;
use crate::reasons;
use crate::signed::by;
use arobase_store::Row;

/// Most characters of a text shown in a list.
const START: usize = 220;

/// A contribution in a few words.
pub(crate) struct Line {
    pub(crate) number: u32,
    pub(crate) start: String,
    pub(crate) meta: String,
    /// Labels of its themes: words of the contributions, so French on every page.
    pub(crate) themes: String,
}

impl Line {
    /// With who, how, and the themes it went into, or the state it is in.
    pub(crate) fn new(lang: Lang, row: Row) -> Self {
        let themes = row.themes.iter().map(|(_, label)| label.as_str()).collect::<Vec<_>>().join(", ");
        let fate = if themes.is_empty() { reasons::state(lang, row.state) } else { String::new() };
        Self { themes, ..Self::ending(lang, row, fate) }
    }

    /// With who, how, and the reason of its state.
    pub(crate) fn with_reason(lang: Lang, row: Row) -> Self {
        let reason = reasons::reason(lang, &row.reason);
        Self::ending(lang, row, reason)
    }

    fn ending(lang: Lang, row: Row, fate: String) -> Self {
        let department = row.department.as_ref().map(|code| lang.it("department-meta", code));
        let parts =
            [Some(by(lang, row.author.as_ref(), row.others)), Some(channel(lang, row.channel)), department, Some(fate)];
        let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        let words = row.title.map_or(row.excerpt.clone(), |title| format!("{title} – {}", row.excerpt));
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        Self { number: row.number, start: first(&words, START), meta: parts.join(" · "), themes: String::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn a_line_tells_who_how_and_what_became_of_it() {
        let line = Line::new(Lang::Fr, sample::row());
        insta::assert_snapshot!([line.meta, line.themes].join(" / "));
        insta::assert_snapshot!(Line::with_reason(Lang::En, sample::row()).meta);
    }
}

//! Sentences with their figures marked.

use crate::day;
use crate::say::{decimal, number, pick, plural};
use arobase_domain::Lang;
use arobase_domain::annex::Figures;
use arobase_text::typography::french;
use std::fmt::Write as _;

/// Figures, in a language.
#[derive(Debug, Clone)]
pub(super) struct Told {
    pub(super) lang: Lang,
    pub(super) figures: Figures,
}

impl Told {
    /// A sentence whose `{name}` is a figure, and whose `{name|one|many}` is a figure with what agrees with it. HTML.
    pub(super) fn say(&self, fr: &str, en: &str) -> String {
        let text = pick(self.lang, french(fr), en.to_owned());
        let mut out = String::new();
        let mut rest = text.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            let (figure, then) = after.split_once('}').unwrap_or((after, ""));
            out += before;
            out += &self.counted(figure);
            rest = then;
        }
        out + rest
    }

    fn counted(&self, figure: &str) -> String {
        let mut parts = figure.split('|');
        let name = parts.next().unwrap_or_default();
        match (parts.next(), parts.next()) {
            (Some(one), Some(many)) => {
                let word = plural(self.lang, self.figures.number(name), one, many);
                format!("{}\u{a0}{word}", self.mark(name))
            }
            _ => self.mark(name),
        }
    }

    /// A figure under its name; a dash where there is none.
    pub(super) fn mark(&self, name: &str) -> String {
        let Some(value) = self.figures.get(name) else { return "–".to_owned() };
        let mut html = String::new();
        // Writing to memory does not fail.
        let _infallible = write!(html, "<data class=\"{name}\" value=\"{value}\">{}</data>", self.shown(value));
        html
    }

    /// As people of this language write it.
    fn shown(&self, value: &str) -> String {
        if let Ok(whole) = value.parse::<usize>() {
            return number(self.lang, whole);
        }
        if let Ok(date) = value.parse() {
            return day::of_year(self.lang, date);
        }
        let places = value.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        value.parse().map_or_else(|_| value.to_owned(), |one: f64| decimal(self.lang, one, places).replace('-', "−"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_marked_and_agree() {
        let mut figures = Figures::default();
        for (name, value) in [("a", "1200"), ("b", "1"), ("c", "-0.05"), ("d", "2026-11-23")] {
            figures.note(name, value);
        }
        let told = Told { lang: Lang::Fr, figures };
        assert_eq!(
            told.say("Lues : {a|idée|idées}, {b|thème|thèmes} ; {c}, {d}, {e}", ""),
            "Lues\u{a0}: <data class=\"a\" value=\"1200\">1\u{202f}200</data>\u{a0}idées, \
             <data class=\"b\" value=\"1\">1</data>\u{a0}thème\u{202f}; <data class=\"c\" value=\"-0.05\">−0,05</data>, \
             <data class=\"d\" value=\"2026-11-23\">23\u{a0}novembre\u{a0}2026</data>, –"
        );
    }
}

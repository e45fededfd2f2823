//! The figures that the report prints, each in an element that says of what.

use arobase_domain::audit::{Check, Findings};
use arobase_domain::record::{Counts, Record};
use std::collections::{BTreeMap, BTreeSet};

const REPORT: &str = "report.html";
const MARK: &str = "<data class=\"";

pub(super) fn check(page: &str, record: &Record, findings: &mut Findings) {
    let known = figures(record);
    let mut printed = BTreeSet::new();
    for (name, value, text) in marked(page) {
        let digits: String = text.chars().take_while(|c| !c.is_alphabetic()).filter(char::is_ascii_digit).collect();
        match known.get(name) {
            Some(found) => {
                findings.equal(Check::Figure, REPORT, name, value, found);
                findings.equal(Check::Figure, REPORT, name, &digits, found);
            }
            None => findings.note(Check::Unknown, REPORT, name, value, "–"),
        }
        printed.insert(name.split('.').next().unwrap_or(name));
    }
    for theme in record.themes.iter().filter(|theme| !printed.contains(theme.theme_id.as_str())) {
        findings.note(Check::Missing, REPORT, &theme.theme_id, "–", &theme.theme_id);
    }
    // What authors wrote is quoted without a title only where it holds none: hashes stand for the rest of the page.
    for hash in [&record.run.input_hash, &record.run.output_hash] {
        if !page.contains(hash.as_str()) {
            findings.note(Check::Hash, REPORT, "run", "–", hash);
        }
    }
}

/// Each marked figure: its name, its value, and what is printed.
fn marked(page: &str) -> impl Iterator<Item = (&str, &str, &str)> {
    page.split(MARK).skip(1).filter_map(|rest| {
        let (name, rest) = rest.split_once("\" value=\"")?;
        let (value, rest) = rest.split_once("\">")?;
        Some((name, value, rest.split_once("</data>")?.0))
    })
}

/// Every figure that a report may print, as the tables have it.
fn figures(record: &Record) -> BTreeMap<String, String> {
    let mut known = BTreeMap::new();
    let mut note = |of: &str, name: &str, value: usize| {
        known.insert(format!("{of}.{name}"), value.to_string());
    };
    record.run.totals.named().into_iter().for_each(|(name, value)| note("totals", name, value));
    let mut support = |id: &str, counts: Counts| {
        note(id, "ideas", counts.ideas);
        note(id, "contributions", counts.contributions);
        note(id, "authors", counts.authors);
        note(id, "territories", counts.territories);
        note(id, "authors_dedup", counts.authors_dedup);
    };
    record.themes.iter().for_each(|row| support(row.theme_id.as_str(), row.counts()));
    record.questions.iter().for_each(|row| support(row.question_id.as_str(), row.counts()));
    record.propositions.iter().for_each(|row| support(row.proposition_id.as_str(), row.counts()));
    for question in &record.questions {
        let selected = record.propositions.iter().filter(|one| one.question_id == question.question_id);
        let selected = selected.filter(|one| one.rank != arobase_domain::Rank::WeakSignal).count();
        note(question.question_id.as_str(), "themes", question.themes);
        note(question.question_id.as_str(), "propositions", selected);
    }
    known
}

#[cfg(test)]
mod tests {
    use super::marked;

    #[test]
    fn marked_figures_are_found() {
        let page = "<p><data class=\"t01.ideas\" value=\"1200\">1\u{202f}200\u{a0}idées</data> et <data class=\"x\">";
        assert_eq!(marked(page).collect::<Vec<_>>(), [("t01.ideas", "1200", "1\u{202f}200\u{a0}idées")]);
    }
}

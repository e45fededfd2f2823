//! Dates of birth, to the day: « né le 12 mars 1954 ».

use super::scan::{Page, Token, is_one_of};
use super::{Hit, Kind};

const BORN: &[&str] = &["ne", "nee", "naissance"];
pub(super) const MONTHS: &[&str] = &[
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
];

pub(super) fn find(page: &Page<'_>, hits: &mut Vec<Hit>) {
    for (at, token) in page.tokens.iter().enumerate() {
        if !is_one_of(&token.folded(), BORN) {
            continue;
        }
        let from = at + 1 + usize::from(page.token(at + 1).is_some_and(|next| matches!(next.text, "le" | "LE" | "du")));
        if date(page, from) {
            hits.push(page.hit(from..from + 3, Kind::BirthDate, 0.95, "born"));
        }
    }
}

fn date(page: &Page<'_>, at: usize) -> bool {
    let (Some(day), Some(month), Some(year)) = (page.token(at), page.token(at + 1), page.token(at + 2)) else {
        return false;
    };
    let near = page.gap(at).len() <= 4 && [page.gap(at + 1), page.gap(at + 2)].iter().all(|gap| gap.len() == 1);
    let day_fits = within(day, 1, 31) || day.text == "1er";
    let month_fits = within(month, 1, 12) || MONTHS.contains(&month.folded().as_str());
    near && day_fits && month_fits && (within(year, 1900, 2100) || year.text.len() == 2 && year.is_number())
}

fn within(token: &Token<'_>, least: u32, most: u32) -> bool {
    token.text.parse().is_ok_and(|value: u32| (least..=most).contains(&value))
}

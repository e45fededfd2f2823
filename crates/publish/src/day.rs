//! Days in words.

use crate::say::pick;
use arobase_domain::Lang;
use jiff::civil::Date;

/// Months, in French and in English.
const MONTHS: [[&str; 2]; 12] = [
    ["janvier", "January"],
    ["février", "February"],
    ["mars", "March"],
    ["avril", "April"],
    ["mai", "May"],
    ["juin", "June"],
    ["juillet", "July"],
    ["août", "August"],
    ["septembre", "September"],
    ["octobre", "October"],
    ["novembre", "November"],
    ["décembre", "December"],
];

/// « 1ᵉʳ mars », “1 March”, never apart at the end of a line.
pub fn of_month(lang: Lang, date: Date) -> String {
    let [fr, en] = MONTHS[usize::from(date.month().unsigned_abs()) - 1];
    match (lang, date.day()) {
        (Lang::Fr, 1) => format!("1ᵉʳ\u{a0}{fr}"),
        (_, day) => format!("{day}\u{a0}{}", pick(lang, fr, en)),
    }
}

/// The same with its year.
pub fn of_year(lang: Lang, date: Date) -> String {
    format!("{}\u{a0}{}", of_month(lang, date), date.year())
}

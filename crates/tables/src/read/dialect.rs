//! Which character separates the cells.

use super::delimited::Records;
use super::source::Item;

const CANDIDATES: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Records tried with each of them.
const RECORDS: usize = 200;
/// The share of records cut like the header that proves a separator.
const REGULAR: f64 = 0.5;

/// The separator declared by a first line such as `sep=;`.
pub(super) fn declared(sample: &[u8]) -> Option<u8> {
    let line = sample.split(|&byte| byte == b'\n').next()?.trim_ascii_end();
    match line.strip_prefix(b"sep=")? {
        [delimiter] => Some(*delimiter),
        _ => None,
    }
}

/// The separator that cuts the first records as the header is cut; `None` when every line is one cell.
///
/// `known` tells whether the names of a header are those looked for: when the rows are in disorder, it decides.
pub(super) fn delimiter(sample: &[u8], known: impl Fn(&[String]) -> bool) -> Option<u8> {
    let trials = CANDIDATES.into_iter().filter_map(|candidate| {
        let (header, share) = trial(sample, candidate)?;
        Some((candidate, (share >= REGULAR || known(&header), share, header.len())))
    });
    let best = trials.reduce(|best, next| if next.1 > best.1 { next } else { best })?;
    best.1.0.then_some(best.0)
}

/// How many lines precede the names of the columns, as Framaforms writes its own above them, and the separator of these.
pub(super) fn preamble(sample: &[u8], known: impl Fn(&[String]) -> bool) -> Option<(usize, u8)> {
    const LINES: usize = 5;
    let mut rest = sample;
    for above in 0..LINES {
        let found = CANDIDATES.into_iter().find(|&one| trial(rest, one).is_some_and(|(header, _)| known(&header)));
        if let Some(delimiter) = found {
            return (above > 0).then_some((above, delimiter));
        }
        rest = &rest[rest.iter().position(|&byte| byte == b'\n')? + 1..];
    }
    None
}

/// The header cut by a separator, if it is cut at all, and the share of the first records with as many fields.
fn trial(sample: &[u8], delimiter: u8) -> Option<(Vec<String>, f64)> {
    let mut records = Records::new(sample, Some(delimiter)).map_while(Result::ok).map(|item| match item {
        Item::Record(record) => record.cells,
        Item::Fault(_) => Vec::new(),
    });
    let header = records.next().filter(|cells| cells.len() > 1)?;
    let mut widths: Vec<usize> = records.take(RECORDS).map(|cells| cells.len()).collect();
    if widths.len() > 1 {
        // The sample may stop in the middle of its last record.
        widths.pop();
    }
    let regular = widths.iter().filter(|&&width| width == header.len()).count();
    let share = if widths.is_empty() { 1.0 } else { regular as f64 / widths.len() as f64 };
    Some((header, share))
}

#[cfg(test)]
mod tests {
    use super::{declared, delimiter};

    fn found(sample: &str) -> Option<u8> {
        delimiter(sample.as_bytes(), |_| false)
    }

    #[test]
    fn the_separator_that_cuts_evenly_wins() {
        assert_eq!(found("id;texte\n1;oui, mais, non\n2;non, oui, bof\n"), Some(b';'));
        assert_eq!(found("id,texte\n1,\"a;b;c\"\n"), Some(b','));
        assert_eq!(found("id\ttexte\n1\ta, b | c\n"), Some(b'\t'));
        assert_eq!(found("id|texte\n"), Some(b'|'));
    }

    #[test]
    fn one_column_needs_no_separator() {
        assert_eq!(found("texte\noui, mais\nnon; non\n"), None);
        assert_eq!(found("Vos idées, vos envies\nla fibre\nle guichet\nles heures\n"), None);
    }

    #[test]
    fn known_names_decide_when_rows_are_in_disorder() {
        assert_eq!(found("id;texte\n1\n2\n"), None);
        assert_eq!(delimiter(b"id;texte\n1\n2\n", |header| header == ["id", "texte"]), Some(b';'));
    }

    #[test]
    fn lines_above_the_names_are_counted() {
        let known = |header: &[String]| header == ["sid", "texte"];
        let sample = b"Mon formulaire\nDetails;;x\nsid;texte\n1;oui\n";
        assert_eq!(super::preamble(sample, known), Some((2, b';')));
        assert_eq!(super::preamble(b"sid;texte\n1;oui\n", known), None);
        assert_eq!(super::preamble(b"a;b\n", known), None);
    }

    #[test]
    fn spreadsheets_may_declare_it() {
        assert_eq!(declared(b"sep=;\r\nid;texte\r\n"), Some(b';'));
        assert_eq!(declared(b"separateur\n"), None);
    }
}

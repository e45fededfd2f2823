//! Which character separates the cells.

use super::delimited::Records;
use super::source::Item;

const CANDIDATES: [u8; 4] = [b',', b';', b'\t', b'|'];

/// The separator declared by a first line such as `sep=;`.
pub(super) fn declared(sample: &[u8]) -> Option<u8> {
    let line = sample.split(|&byte| byte == b'\n').next()?.trim_ascii_end();
    match line.strip_prefix(b"sep=")? {
        [delimiter] => Some(*delimiter),
        _ => None,
    }
}

/// The separator that cuts the first records as the header is cut; `None` when every line is one cell.
pub(super) fn delimiter(sample: &[u8]) -> Option<u8> {
    let scored = CANDIDATES.into_iter().filter_map(|candidate| Some((candidate, regularity(sample, candidate)?)));
    let best = scored.reduce(|best, next| if next.1 > best.1 { next } else { best })?;
    (best.1.0 >= 0.5).then_some(best.0)
}

/// The share of the first records with as many fields as the header, then that number; nothing if the header is one cell.
fn regularity(sample: &[u8], delimiter: u8) -> Option<(f64, usize)> {
    const RECORDS: usize = 200;
    let widths: Vec<usize> = Records::new(sample, Some(delimiter))
        .map_while(Result::ok)
        .take(RECORDS)
        .map(|item| match item {
            Item::Record(record) => record.cells.len(),
            Item::Fault(_) => 0,
        })
        .collect();
    let (&header, rows) = widths.split_first()?;
    // The sample may stop in the middle of its last record.
    let rows = &rows[..rows.len().saturating_sub(1).max(rows.len().min(1))];
    let regular = rows.iter().filter(|&&width| width == header).count();
    let share = if rows.is_empty() { 1.0 } else { regular as f64 / rows.len() as f64 };
    (header > 1).then_some((share, header))
}

#[cfg(test)]
mod tests {
    use super::{declared, delimiter};

    #[test]
    fn the_separator_that_cuts_evenly_wins() {
        assert_eq!(delimiter("id;texte\n1;oui, mais, non\n2;non, oui, bof\n".as_bytes()), Some(b';'));
        assert_eq!(delimiter("id,texte\n1,\"a;b;c\"\n".as_bytes()), Some(b','));
        assert_eq!(delimiter("id\ttexte\n1\ta, b | c\n".as_bytes()), Some(b'\t'));
        assert_eq!(delimiter("id|texte\n".as_bytes()), Some(b'|'));
    }

    #[test]
    fn one_column_needs_no_separator() {
        assert_eq!(delimiter("texte\noui, mais\nnon; non\n".as_bytes()), None);
        assert_eq!(delimiter("Vos idées, vos envies\nla fibre\nle guichet\nles heures\n".as_bytes()), None);
    }

    #[test]
    fn spreadsheets_may_declare_it() {
        assert_eq!(declared(b"sep=;\r\nid;texte\r\n"), Some(b';'));
        assert_eq!(declared(b"separateur\n"), None);
    }
}

//! What any program writes as CSV is read back to the character; what nobody should write does no harm.

use crate::common::Place;
use arobase_tables::{Columns, read};
use csv::{QuoteStyle, Terminator, WriterBuilder};
use proptest::prelude::*;

/// Anything but NUL, which no text holds; separators, quotation marks and line ends more often than chance would have it.
fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[^\0]{0,12}", "[a-zé,;|\"\t\r\n ]{0,24}", "(\"|\"\"|,|;|\r|\n|\r\n|é){0,9}"]
}

fn write(rows: &[String], delimiter: u8, quotes: QuoteStyle, windows: bool) -> Vec<u8> {
    let terminator = if windows { Terminator::CRLF } else { Terminator::Any(b'\n') };
    let mut builder = WriterBuilder::new();
    let mut writer = builder.delimiter(delimiter).quote_style(quotes).terminator(terminator).from_writer(Vec::new());
    writer.write_record(["id", "texte", "auteur"]).expect("memory does not fail");
    for (at, text) in rows.iter().enumerate() {
        writer.write_record([&format!("c{at}"), text.as_str(), "Zoé"]).expect("memory does not fail");
    }
    writer.into_inner().expect("memory does not fail")
}

proptest! {
    #[test]
    fn every_dialect_is_read_back(
        rows in prop::collection::vec(text(), 1..12),
        delimiter in prop::sample::select(vec![b',', b';', b'\t', b'|']),
        quotes in prop::sample::select(vec![QuoteStyle::Necessary, QuoteStyle::Always, QuoteStyle::NonNumeric]),
        windows: bool,
        wide: bool,
    ) {
        let place = Place::new();
        let mut content = write(&rows, delimiter, quotes, windows);
        if wide {
            let text = String::from_utf8(content).expect("strings were written");
            content = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            content.splice(0..0, *b"\xFF\xFE");
        }
        let table = read(&place.file("a.csv", content), &Columns::default()).expect("readable");
        let texts: Vec<String> = table.rows.iter().map(|row| row.text.clone()).collect();
        prop_assert_eq!(texts, rows);
        prop_assert_eq!(table.broken, []);
        prop_assert!(table.rows.iter().all(|row| row.author.as_deref() == Some("Zoé")));
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes: Vec<u8>, text in "[a-z\"\n\r,{}\\[\\]:]{0,80}") {
        let place = Place::new();
        for start in [&b""[..], b"id,texte\n", b"{\"texte\":", b"[{", b"\x1f\x8b\x08", b"PK\x03\x04", b"\xD0\xCF\x11\xE0"] {
            for rest in [bytes.as_slice(), text.as_bytes()] {
                let result = read(&place.file("a", [start, rest].concat()), &Columns::default());
                let told = result.map_or_else(|error| error.to_string(), |table| format!("{} rows", table.rows.len()));
                prop_assert!(!told.is_empty());
            }
        }
    }
}

//! Delimited text, read as RFC 4180 says and as people write it.
//!
//! Beyond the standard: a quotation mark inside a quoted cell that no separator follows is kept as a character; a cell
//! left open costs one line, not the rest of the file; a cell too long for memory is walked over.

use super::source::{Fault, Item, Record};
use super::window::Window;
use super::{CELL_LIMIT, RECORD_LIMIT};
use crate::table::Reason;
use std::io::{self, Read};

/// How the text is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dialect {
    /// `None` when every line is one cell.
    pub(super) delimiter: Option<u8>,
    /// Extra fields belong to the last one, where the text is and separators were not quoted.
    pub(super) open_ended: bool,
}

/// The records of a delimited text, the header first.
pub(super) struct Records<R> {
    window: Window<R>,
    pub(super) dialect: Dialect,
    /// Fields of the header, once it is read.
    pub(super) width: Option<usize>,
    line: u64,
    /// Whether the last byte consumed ends a line.
    line_ended: bool,
}

/// A field within the window: its bytes, quotation marks left out.
#[derive(Debug, Clone, Copy)]
struct Field {
    start: usize,
    end: usize,
    /// Holds doubled quotation marks.
    doubled: bool,
    quoted: bool,
    /// Holds a lone quotation mark, kept as a character.
    stray: bool,
    /// Where its second line starts, if it holds a line break.
    second_line: Option<usize>,
}

/// What ended a field, and where the next thing starts.
enum Cut {
    Field { field: Field, next: usize, last: bool },
    Unclosed { resume: usize },
    TooLong { at: usize, quoted: bool },
}

/// Why fields make no record, and where the next record starts if not at their end.
struct Flaw {
    column: Option<usize>,
    reason: Reason,
    resume: Option<usize>,
}

enum Scan {
    Fields { fields: Vec<Field>, next: usize },
    Unclosed { column: usize, resume: usize },
    TooLong { column: usize, at: usize, quoted: bool },
}

impl<R: Read> Records<R> {
    pub(super) fn new(reader: R, delimiter: Option<u8>) -> Self {
        Self {
            window: Window::new(reader),
            dialect: Dialect { delimiter, open_ended: false },
            width: None,
            line: 1,
            line_ended: true,
        }
    }

    /// Steps over a line above the names of the columns: `sep=;` as spreadsheets write it, a title.
    pub(super) fn skip_line(&mut self) -> io::Result<()> {
        let mut at = 0;
        while let Some(byte) = self.window.byte(at)? {
            at += 1;
            if byte == b'\n' {
                break;
            }
        }
        self.advance(at);
        Ok(())
    }

    fn read(&mut self) -> io::Result<Option<Item>> {
        loop {
            if self.window.byte(0)?.is_none() {
                return Ok(None);
            }
            match self.scan()? {
                Scan::Fields { fields, next } => match self.record(&fields) {
                    Ok(record) => {
                        self.advance(next);
                        if let Some(record) = record {
                            return Ok(Some(Item::Record(record)));
                        }
                    }
                    Err(Flaw { column, reason, resume }) => {
                        return Ok(Some(self.fault(column, reason, resume.unwrap_or(next))));
                    }
                },
                Scan::Unclosed { column, resume } => {
                    return Ok(Some(self.fault(Some(column), Reason::UnclosedQuote, resume)));
                }
                Scan::TooLong { column, at, quoted } => return self.walk_over(column, at, quoted).map(Some),
            }
        }
    }

    fn scan(&mut self) -> io::Result<Scan> {
        let (mut fields, mut at) = (Vec::new(), 0);
        loop {
            let column = fields.len();
            let cut = if self.window.byte(at)? == Some(b'"') { self.quoted(at)? } else { self.plain(at)? };
            match cut {
                Cut::Field { field, next, last } => {
                    fields.push(field);
                    if last {
                        return Ok(Scan::Fields { fields, next });
                    }
                    at = next;
                }
                Cut::Unclosed { resume } => return Ok(Scan::Unclosed { column, resume }),
                Cut::TooLong { at, quoted } => return Ok(Scan::TooLong { column, at, quoted }),
            }
        }
    }

    fn plain(&mut self, start: usize) -> io::Result<Cut> {
        let mut at = start;
        while !self.ends_field(at)? {
            at += 1;
            if at - start > CELL_LIMIT || at > RECORD_LIMIT {
                return Ok(Cut::TooLong { at, quoted: false });
            }
        }
        self.cut(Field { start, end: at, doubled: false, quoted: false, stray: false, second_line: None }, at)
    }

    fn quoted(&mut self, open: usize) -> io::Result<Cut> {
        let (mut at, mut doubled, mut stray) = (open + 1, false, false);
        let mut second_line = None;
        loop {
            match self.window.byte(at)? {
                None => return Ok(Cut::Unclosed { resume: second_line.unwrap_or(at) }),
                Some(b'"') if self.window.byte(at + 1)? == Some(b'"') => {
                    doubled = true;
                    at += 1;
                }
                Some(b'"') if self.ends_field(at + 1)? => {
                    return self
                        .cut(Field { start: open + 1, end: at, doubled, quoted: true, stray, second_line }, at + 1);
                }
                // On a later line, a mark where a cell starts is the opening of that cell: ours was never closed.
                Some(b'"') => match second_line {
                    Some(resume) if self.starts_field(at)? => return Ok(Cut::Unclosed { resume }),
                    _ => stray = true,
                },
                Some(b'\n') if second_line.is_none() => second_line = Some(at + 1),
                Some(_) => {}
            }
            at += 1;
            if at - open > CELL_LIMIT || at > RECORD_LIMIT {
                return Ok(Cut::TooLong { at, quoted: true });
            }
        }
    }

    fn cut(&mut self, field: Field, at: usize) -> io::Result<Cut> {
        let Some(end) = self.window.byte(at)? else { return Ok(Cut::Field { field, next: at, last: true }) };
        let pair = end == b'\r' && self.window.byte(at + 1)? == Some(b'\n');
        let (next, last) = (at + 1 + usize::from(pair), Some(end) != self.dialect.delimiter);
        Ok(Cut::Field { field, next, last })
    }

    fn ends_field(&mut self, at: usize) -> io::Result<bool> {
        let byte = self.window.byte(at)?;
        Ok(matches!(byte, None | Some(b'\n' | b'\r')) || byte == self.dialect.delimiter)
    }

    fn starts_field(&mut self, at: usize) -> io::Result<bool> {
        self.ends_field(at - 1)
    }

    /// The cells of a record, mended if they can be; nothing for a blank line.
    fn record(&self, fields: &[Field]) -> Result<Option<Record>, Flaw> {
        if let [only] = fields
            && only.start == only.end
            && self.width != Some(1)
        {
            return Ok(None);
        }
        let (fields, mended) = self.fit(fields)?;
        let cell = |(column, field): (usize, &Field)| {
            self.cell(*field).ok_or(Flaw { column: Some(column), reason: Reason::NotUtf8, resume: None })
        };
        let cells = fields.iter().enumerate().map(cell).collect::<Result<_, _>>()?;
        Ok(Some(Record { line: self.line, cells, mended }))
    }

    /// As many fields as the header: empty ones beyond are dropped, unquoted ones beyond rejoin the open end.
    fn fit(&self, fields: &[Field]) -> Result<(Vec<Field>, bool), Flaw> {
        let stray = fields.iter().any(|field| field.stray);
        let width = self.width.unwrap_or(fields.len());
        let Some((kept, beyond)) = fields.split_at_checked(width) else { return Err(wrong_count(fields, width)) };
        let mut kept = kept.to_vec();
        if beyond.iter().all(|field| field.start == field.end) {
            return Ok((kept, stray));
        }
        let bare = self.dialect.open_ended && !fields[width - 1..].iter().any(|field| field.quoted);
        match (kept.last_mut(), beyond.last()) {
            (Some(open), Some(end)) if bare => open.end = end.end,
            _ => return Err(wrong_count(fields, width)),
        }
        Ok((kept, true))
    }

    fn cell(&self, field: Field) -> Option<String> {
        let text = str::from_utf8(self.window.slice(field.start..field.end)).ok()?;
        Some(if field.doubled { text.replace("\"\"", "\"") } else { text.to_owned() })
    }

    /// Gives up the bytes before `length`, and says how many lines they are.
    fn fault(&mut self, column: Option<usize>, reason: Reason, length: usize) -> Item {
        let (line, digest) = (self.line, blake3::hash(self.window.slice(0..length)));
        self.advance(length);
        Item::Fault(Fault { line, lines: self.lines_since(line), column, reason, digest })
    }

    /// Steps over a record too long to be held, in constant memory.
    fn walk_over(&mut self, column: usize, from: usize, mut quoted: bool) -> io::Result<Item> {
        const STEP: usize = 64 << 10;
        let mut digest = blake3::Hasher::new();
        let (line, mut at) = (self.line, from);
        loop {
            match self.window.byte(at)? {
                None => break,
                Some(b'\n') if !quoted => {
                    at += 1;
                    break;
                }
                Some(b'"') if !quoted => quoted = self.starts_field(at)?,
                Some(b'"') if self.window.byte(at + 1)? == Some(b'"') => at += 1,
                Some(b'"') => quoted = !self.ends_field(at + 1)?,
                Some(_) => {}
            }
            at += 1;
            if at > STEP {
                // One byte stays, for the question whether a field starts here looks back.
                digest.update(self.window.slice(0..at - 1));
                self.advance(at - 1);
                at = 1;
            }
        }
        digest.update(self.window.slice(0..at));
        self.advance(at);
        let reason = if quoted { Reason::UnclosedQuote } else { Reason::CellTooLong { limit: CELL_LIMIT } };
        let (lines, digest) = (self.lines_since(line), digest.finalize());
        Ok(Item::Fault(Fault { line, lines, column: Some(column), reason, digest }))
    }

    fn lines_since(&self, line: u64) -> u64 {
        self.line - line + u64::from(!self.line_ended)
    }

    /// Consumes bytes and counts the lines that they end.
    fn advance(&mut self, count: usize) {
        let mut before = 0;
        for &byte in self.window.slice(0..count) {
            self.line += u64::from(byte == b'\r' || (byte == b'\n' && before != b'\r'));
            before = byte;
        }
        self.line_ended = matches!(before, b'\n' | b'\r');
        self.window.consume(count);
    }
}

/// Too few fields or too many; if a lone quotation mark lies in a cell of several lines, that cell was left open.
fn wrong_count(fields: &[Field], expected: usize) -> Flaw {
    if let Some(column) = fields.iter().position(|field| field.stray && field.second_line.is_some()) {
        return Flaw { column: Some(column), reason: Reason::UnclosedQuote, resume: fields[column].second_line };
    }
    Flaw { column: None, reason: Reason::FieldCount { expected, found: fields.len() }, resume: None }
}

impl<R: Read> Iterator for Records<R> {
    type Item = io::Result<Item>;

    fn next(&mut self) -> Option<Self::Item> {
        self.read().transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::{Item, Records};
    use crate::read::CELL_LIMIT;
    use crate::table::Reason;
    use proptest::prelude::*;

    fn items(text: &str, width: usize) -> Vec<Item> {
        let mut records = Records::new(text.as_bytes(), Some(b','));
        records.width = Some(width);
        records.map(|item| item.expect("memory does not fail")).collect()
    }

    fn cells(text: &str, width: usize) -> Vec<Vec<String>> {
        let cells = |item| match item {
            Item::Record(record) => record.cells,
            Item::Fault(fault) => vec![format!("line {}: {}", fault.line, fault.reason.code())],
        };
        items(text, width).into_iter().map(cells).collect()
    }

    #[test]
    fn quotes_line_breaks_and_blank_lines() {
        assert_eq!(cells("a,\"b \"\"c\"\"\nd\"\r\n\r\n,\"\"\n", 2), [["a", "b \"c\"\nd"], ["", ""]]);
        assert_eq!(cells("a,b\rc,d\r", 2), [["a", "b"], ["c", "d"]]);
    }

    #[test]
    fn a_lone_quotation_mark_is_a_character() {
        assert_eq!(cells("1,\"le mot \"haut\" débit\"\n", 2), [["1", "le mot \"haut\" débit"]]);
        assert_eq!(cells("1,l\"écran\n", 2), [["1", "l\"écran"]]);
    }

    #[test]
    fn an_open_cell_costs_one_line() {
        let found = cells("1,\"jamais fermée\n2,\"suite\",\n3,fin\n", 2);
        assert_eq!(found, [vec!["line 1: unclosed_quote"], vec!["2", "suite"], vec!["3", "fin"]]);
        assert_eq!(
            cells("1,a\n2,\"sans fin\n3,c", 2),
            [vec!["1", "a"], vec!["line 2: unclosed_quote"], vec!["3", "c"]]
        );
    }

    #[test]
    fn a_wrong_number_of_fields_is_a_fault_unless_nothing_is_lost() {
        assert_eq!(
            cells("1\n1,a,,\n1,b,c\n", 2),
            [vec!["line 1: field_count"], vec!["1", "a"], vec!["line 3: field_count"]]
        );
    }

    #[test]
    fn separators_rejoin_an_open_end() {
        let mut records = Records::new("1,oui, mais,non\n".as_bytes(), Some(b','));
        (records.width, records.dialect.open_ended) = (Some(2), true);
        let Some(Ok(Item::Record(record))) = records.next() else { panic!("one record") };
        assert_eq!((record.cells, record.mended), (vec!["1".into(), "oui, mais,non".into()], true));
    }

    #[test]
    fn a_cell_too_long_is_walked_over() {
        let long = "é\"\"\n".repeat(CELL_LIMIT / 2);
        let found = items(&format!("1,\"{long}\",x\n2,b,c\n"), 3);
        assert_eq!(found.len(), 2);
        let Item::Fault(fault) = &found[0] else { panic!("the first is too long") };
        assert_eq!((fault.column, &fault.reason), (Some(1), &Reason::CellTooLong { limit: CELL_LIMIT }));
        let Item::Record(record) = &found[1] else { panic!("the second is fine") };
        assert_eq!(record.line, 2 + (CELL_LIMIT / 2) as u64);
    }

    proptest! {
        #[test]
        fn every_line_is_in_a_record_or_a_fault(lines in prop::collection::vec("[a-z,\"]{1,12}", 1..20)) {
            let lines_of = |item: &Item| match item {
                Item::Record(record) => 1 + record.cells.iter().map(|cell| cell.matches('\n').count()).sum::<usize>(),
                Item::Fault(fault) => fault.lines as usize,
            };
            let counted: usize = items(&lines.join("\n"), 2).iter().map(lines_of).sum();
            let blank = lines.iter().filter(|line| *line == "\"\"").count();
            prop_assert!(counted <= lines.len() && counted + blank >= lines.len(), "{counted} of {lines:?}");
        }
    }
}

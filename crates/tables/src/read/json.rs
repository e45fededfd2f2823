//! JSON: one object per line, or an array of objects. Nested keys become columns such as `body/fr` and `tags/0`.

use super::source::{Fault, Item, Record, Source};
use super::window::Window;
use super::{CELL_LIMIT, RECORD_LIMIT};
use crate::error::Problem;
use crate::table::Reason;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read};

/// Goes through the input twice: once for the names of the columns, which may be new in the last object, once for the rows.
pub(super) fn source<R: Read + 'static>(first: R, second: R) -> Result<Source, Problem> {
    let mut names = BTreeSet::new();
    for element in Elements::new(first)? {
        if let Ok(cells) = cells(&element?) {
            names.extend(cells.into_keys());
        }
    }
    let header: Vec<String> = names.into_iter().collect();
    let columns = header.clone();
    let items = Elements::new(second)?.map(move |element| Ok(item(&element?, &columns)));
    Ok(Source { header, items: Box::new(items), notices: Vec::new() })
}

/// The bytes of one value, or only their digest if they are too many.
struct Element {
    line: u64,
    lines: u64,
    bytes: Option<Vec<u8>>,
    digest: blake3::Hash,
}

fn item(element: &Element, columns: &[String]) -> Item {
    let fault = |reason, name: Option<String>| {
        let column = name.and_then(|name| columns.binary_search(&name).ok());
        Item::Fault(Fault { line: element.line, lines: element.lines, column, reason, digest: element.digest })
    };
    match cells(element) {
        Err(reason) => fault(reason, None),
        Ok(cells) => match cells.iter().find(|(_, text)| text.len() > CELL_LIMIT) {
            Some((name, _)) => fault(Reason::CellTooLong { limit: CELL_LIMIT }, Some(name.clone())),
            None => Item::Record(Record { line: element.line, cells: align(cells, columns), mended: false }),
        },
    }
}

fn align(mut cells: BTreeMap<String, String>, columns: &[String]) -> Vec<String> {
    columns.iter().map(|name| cells.remove(name).unwrap_or_default()).collect()
}

/// The named values of an element.
fn cells(element: &Element) -> Result<BTreeMap<String, String>, Reason> {
    let bytes = element.bytes.as_deref().ok_or(Reason::CellTooLong { limit: CELL_LIMIT })?;
    let text = str::from_utf8(bytes).map_err(|_| Reason::NotUtf8)?;
    let value: Value = serde_json::from_str(text).map_err(|error| Reason::Json { position: error.column().max(1) })?;
    let Value::Object(_) = value else { return Err(Reason::NotAnObject) };
    let mut cells = BTreeMap::new();
    flatten(String::new(), value, &mut cells);
    Ok(cells)
}

fn flatten(path: String, value: Value, cells: &mut BTreeMap<String, String>) {
    let below = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}/{key}") };
    match value {
        Value::Null => {}
        Value::String(text) => drop(cells.insert(path, text)),
        Value::Object(entries) => entries.into_iter().for_each(|(key, value)| flatten(below(&key), value, cells)),
        Value::Array(values) => {
            values.into_iter().enumerate().for_each(|(rank, value)| flatten(below(&rank.to_string()), value, cells));
        }
        scalar => drop(cells.insert(path, scalar.to_string())),
    }
}

/// The values of the input, cut apart without being understood.
struct Elements<R> {
    window: Window<R>,
    array: bool,
    line: u64,
    done: bool,
}

impl<R: Read> Elements<R> {
    fn new(reader: R) -> io::Result<Self> {
        let mut elements = Self { window: Window::new(reader), array: false, line: 1, done: false };
        elements.pass(|byte| byte.is_ascii_whitespace())?;
        if elements.window.byte(0)? == Some(b'[') {
            elements.array = true;
            elements.window.consume(1);
        }
        Ok(elements)
    }

    fn pass(&mut self, unwanted: impl Fn(u8) -> bool) -> io::Result<()> {
        while let Some(byte) = self.window.byte(0)?.filter(|&byte| unwanted(byte)) {
            self.line += u64::from(byte == b'\n');
            self.window.consume(1);
        }
        Ok(())
    }

    fn read(&mut self) -> io::Result<Option<Element>> {
        let array = self.array;
        self.pass(|byte| byte.is_ascii_whitespace() || (array && byte == b','))?;
        match self.window.byte(0)? {
            None => return Ok(None),
            Some(b']') if array => {
                self.done = true;
                return Ok(None);
            }
            Some(_) => {}
        }
        self.element().map(Some)
    }

    /// Reads to the end of a value; beyond the limit, only its digest is kept.
    fn element(&mut self) -> io::Result<Element> {
        let (line, mut at, mut nesting) = (self.line, 0, Nesting::default());
        let (mut digest, mut kept) = (blake3::Hasher::new(), true);
        while let Some(byte) = self.window.byte(at)? {
            if if self.array { nesting.ends_at(byte) } else { byte == b'\n' } {
                break;
            }
            self.line += u64::from(byte == b'\n');
            at += 1;
            if at > RECORD_LIMIT {
                kept = false;
                digest.update(self.window.slice(0..at));
                self.window.consume(at);
                at = 0;
            }
        }
        let bytes = self.window.slice(0..at);
        digest.update(bytes);
        let bytes = kept.then(|| bytes.to_vec());
        self.window.consume(at);
        Ok(Element { line, lines: self.line - line + 1, bytes, digest: digest.finalize() })
    }
}

impl<R: Read> Iterator for Elements<R> {
    type Item = io::Result<Element>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done { None } else { self.read().transpose() }
    }
}

/// How deep a byte lies in an element of an array.
#[derive(Default)]
struct Nesting {
    depth: usize,
    quoted: bool,
    escaped: bool,
}

impl Nesting {
    /// Takes one byte, and tells whether it lies beyond the element.
    fn ends_at(&mut self, byte: u8) -> bool {
        match byte {
            _ if self.escaped => self.escaped = false,
            b'\\' if self.quoted => self.escaped = true,
            b'"' => self.quoted = !self.quoted,
            _ if self.quoted => {}
            b'{' | b'[' => self.depth += 1,
            b',' | b']' if self.depth == 0 => return true,
            b'}' | b']' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::{Item, source};
    use crate::read::{CELL_LIMIT, RECORD_LIMIT};

    fn read(text: &'static str) -> (Vec<String>, Vec<Vec<String>>) {
        let source = source(text.as_bytes(), text.as_bytes()).expect("memory does not fail");
        let cells = |item| match item {
            Item::Record(record) => record.cells,
            Item::Fault(fault) => vec![format!("line {}: {}", fault.line, fault.reason.code())],
        };
        (source.header, source.items.map(|item| cells(item.expect("memory does not fail"))).collect())
    }

    #[test]
    fn lines_and_arrays_hold_the_same_rows() {
        let lines =
            read("{\"id\":1,\"body\":{\"fr\":\"a, ]\\\"\"}}\n\n{\"body\":{\"fr\":\"b\"},\"tags\":[\"x\",null]}\n");
        let array =
            read(" [\n {\"id\":1,\"body\":{\"fr\":\"a, ]\\\"\"}},\n{\"body\":{\"fr\":\"b\"},\"tags\":[\"x\",null]}]\n");
        assert_eq!(lines, array);
        assert_eq!(lines.0, ["body/fr", "id", "tags/0"]);
        assert_eq!(lines.1, [["a, ]\"", "1", ""], ["b", "", "x"]]);
    }

    #[test]
    fn what_is_not_an_object_is_a_fault() {
        let (_, rows) = read("{\"t\":\"a\"}\n{\"t\":\n[1]\n{\"t\":\"b\"}");
        assert_eq!(rows, [["a"], ["line 2: not_json"], ["line 3: not_an_object"], ["b"]]);
        let (_, rows) = read("[{\"t\":\"a\"}, {\"t\":\"b\"");
        assert_eq!(rows, [["a"], ["line 1: not_json"]]);
    }

    #[test]
    fn values_too_long_are_faults() {
        for length in [CELL_LIMIT + 1, RECORD_LIMIT + 1] {
            let text: &'static str = format!("{{\"t\":\"{}\"}}\n{{\"t\":\"b\"}}", "a".repeat(length)).leak();
            assert_eq!(read(text).1, [["line 1: cell_too_long"], ["b"]]);
        }
    }
}

//! The paragraphs of a part: elements whose name says so, with the words between them.

use crate::prose::Prose;
use crate::{Refusal, Words};
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

/// What the elements of a format mean, by their names without prefix.
pub(super) struct Format {
    /// Paragraphs.
    paragraphs: &'static [&'static str],
    /// Where words stand; anywhere in a paragraph if there is none.
    words: Option<&'static str>,
    /// Spaces, tabulations and ends of lines.
    blanks: &'static [&'static str],
    /// What makes an item of a list.
    item: &'static str,
    /// What is not the text: what was struck out, remarks in the margin, marks of notes, second copies.
    beside: &'static [&'static str],
}

pub(super) const ODT: Format = Format {
    paragraphs: &["p", "h"],
    words: None,
    blanks: &["s", "tab", "line-break"],
    item: "list-item",
    beside: &["tracked-changes", "annotation", "note-citation", "forms"],
};

pub(super) const DOCX: Format = Format {
    paragraphs: &["p"],
    words: Some("t"),
    blanks: &["tab", "br", "cr"],
    item: "numPr",
    beside: &["Fallback", "delText", "moveFrom"],
};

/// What a part says, `longest` characters at most.
pub(super) fn words(part: &str, format: &Format, longest: usize) -> Result<Option<Words>, Refusal> {
    let mut reading = Reading { format, prose: Prose::new(longest), paragraph: String::new(), skipped: 0, said: 0 };
    let mut reader = Reader::from_str(part);
    while !reading.prose.is_full() {
        match reader.read_event().map_err(|_| Refusal::Broken)? {
            Event::Start(start) => reading.start(&start),
            Event::Empty(start) if reading.skipped == 0 => reading.alone(start.local_name().as_ref()),
            Event::End(end) => reading.end(end.local_name().as_ref()),
            Event::Text(text) => reading.say(&text.xml10_content()),
            Event::CData(text) => reading.say(&text.xml10_content()),
            Event::GeneralRef(reference) => reading.say(&resolved(&reference)),
            // Only definitions of entities stand here, which no office suite writes.
            Event::DocType(_) => return Err(Refusal::Broken),
            Event::Eof => break,
            _ => {}
        }
    }
    reading.close();
    Ok(reading.prose.words())
}

struct Reading<'a> {
    format: &'a Format,
    prose: Prose,
    paragraph: String,
    /// How deep in what is not the text.
    skipped: u32,
    /// How deep where words stand.
    said: u32,
}

impl Reading<'_> {
    fn start(&mut self, start: &BytesStart<'_>) {
        let local = start.local_name();
        let name: &str = local.as_ref();
        if self.skipped > 0 || self.format.beside.contains(&name) {
            self.skipped += 1;
            return;
        }
        self.alone(name);
        if self.format.paragraphs.contains(&name) {
            // What stood before on the same level, such as « – », goes on; a paragraph inside another ends it.
            if self.format.words.is_some() || self.said > 0 {
                self.close();
            }
            self.said += u32::from(self.format.words.is_none());
        }
        self.said += u32::from(self.format.words == Some(name));
    }

    /// What an element says by being there.
    fn alone(&mut self, name: &str) {
        if self.format.blanks.contains(&name) {
            self.paragraph.push(' ');
        }
        if name == self.format.item {
            self.paragraph.push_str("– ");
        }
    }

    fn end(&mut self, name: &str) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        let paragraph = self.format.paragraphs.contains(&name);
        if paragraph {
            self.close();
        }
        if self.format.words.map_or(paragraph, |words| words == name) {
            self.said = self.said.saturating_sub(1);
        }
    }

    fn say(&mut self, words: &str) {
        if self.skipped == 0 && self.said > 0 {
            self.paragraph.push_str(words);
        }
    }

    fn close(&mut self) {
        self.prose.paragraph(&self.paragraph);
        self.paragraph.clear();
    }
}

/// « &amp; » and « &#233; »; nothing for an entity that the part would have to define.
fn resolved(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(letter)) = reference.resolve_char_ref() {
        return letter.to_string();
    }
    resolve_predefined_entity(reference).unwrap_or_default().to_owned()
}

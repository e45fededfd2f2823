//! CommonMark, with the tables and the strikes of those who write it.

use arobase_domain::motion::outline::{Form, Left, Outline};
use arobase_domain::motion::prose::Run;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// A text in CommonMark.
pub(super) fn outline(text: &str) -> Outline {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    let mut reading = Reading::default();
    for event in Parser::new_ext(text, options) {
        reading.event(event);
    }
    reading.close();
    reading.outline
}

#[derive(Default)]
struct Reading {
    outline: Outline,
    runs: Vec<Run>,
    /// Whether every word is strong so far: a way to make a line stand out, not to stress words of it.
    strong_alone: bool,
    /// The lists that one is in: whether each has numbers.
    lists: Vec<bool>,
    /// What the next words of an item are: its first, until something was said.
    fresh: Option<Form>,
    heading: Option<u8>,
    quotes: usize,
    stressed: usize,
    strong: usize,
    /// How deep in what is left out.
    skipped: usize,
}

impl Reading {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => self.say(&text),
            Event::SoftBreak | Event::HardBreak => self.say(" "),
            Event::Html(_) | Event::InlineHtml(_) => self.outline.leave(Left::Code),
            Event::FootnoteReference(_) => self.outline.leave(Left::Note),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        if self.skipped > 0 {
            self.skipped += 1;
            return;
        }
        match tag {
            Tag::Paragraph | Tag::TableCell => self.close(),
            Tag::Heading { level, .. } => {
                self.close();
                self.heading = Some(*level as u8);
            }
            Tag::List(first) => {
                self.begin();
                self.lists.push(first.is_some());
            }
            Tag::Item => {
                self.close();
                let level = self.lists.len().saturating_sub(1).min(9) as u8;
                let numbered = self.lists.last().copied().unwrap_or_default();
                self.fresh = Some(if numbered { Form::Numbered(level) } else { Form::Bullet(level) });
            }
            Tag::BlockQuote(_) => {
                self.begin();
                self.quotes += 1;
            }
            Tag::Emphasis => self.stressed += 1,
            Tag::Strong => self.strong += 1,
            Tag::Link { .. } => self.outline.leave(Left::Link),
            Tag::Table(_) => {
                self.begin();
                self.outline.leave(Left::Table);
            }
            Tag::Strikethrough => self.skip(Left::Struck),
            Tag::Image { .. } => self.skip(Left::Image),
            Tag::CodeBlock(_) => self.skip(Left::Code),
            Tag::FootnoteDefinition(_) => self.skipped = 1,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        match tag {
            TagEnd::Paragraph | TagEnd::TableCell => self.close(),
            TagEnd::Heading(_) => {
                self.close();
                self.heading = None;
            }
            TagEnd::List(_) => {
                self.close();
                self.lists.pop();
                self.fresh = None;
            }
            TagEnd::Item => self.begin(),
            TagEnd::BlockQuote(_) => {
                self.close();
                self.quotes -= 1;
            }
            TagEnd::Emphasis => self.stressed -= 1,
            TagEnd::Strong => self.strong -= 1,
            _ => {}
        }
    }

    fn skip(&mut self, what: Left) {
        self.outline.leave(what);
        self.skipped = 1;
    }

    fn say(&mut self, words: &str) {
        if self.skipped > 0 {
            return;
        }
        let blank = words.trim().is_empty();
        self.strong_alone = (self.runs.is_empty() || self.strong_alone) && (self.strong > 0 || blank);
        self.runs.push(Run { text: words.to_owned(), stressed: self.stressed + self.strong > 0 });
    }

    /// Ends what was being said; an item that begins by something else than words has its mark all the same.
    fn begin(&mut self) {
        if self.runs.is_empty()
            && let Some(form) = self.fresh.take()
        {
            self.outline.push(form, "", Vec::new());
        }
        self.close();
    }

    fn close(&mut self) {
        if self.runs.is_empty() {
            return;
        }
        let mut runs = std::mem::take(&mut self.runs);
        if self.strong_alone {
            for run in &mut runs {
                run.stressed = false;
            }
        }
        let form = match (self.heading, self.quotes) {
            (Some(level), _) => Form::Heading(level),
            (None, 0) => self.fresh.take().unwrap_or(if self.lists.is_empty() { Form::Text } else { Form::Within }),
            _ => Form::Quote,
        };
        self.outline.push(form, "", runs);
    }
}

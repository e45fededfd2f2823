//! The paragraphs of an ODT: what each is by its element, its style and its list, its words with how they are written.

use super::tree::{Stress, child, elements, goes_on, quotes, runs, said, stresses, tree};
use crate::Refusal;
use arobase_domain::motion::outline::{Form, Left, Outline};
use roxmltree::Node;
use std::collections::BTreeMap;

/// Styles that lead to one another, at most.
const CHAIN: usize = 16;
/// Most spaces that one mark stands for.
const SPACES: usize = 8;

/// The paragraphs of the content.
pub(super) fn outline(content: &str, styles: &str) -> Result<Outline, Refusal> {
    let content = tree(content)?;
    let mut sheet = Sheet::default();
    if !styles.is_empty() {
        sheet.add(tree(styles)?.root_element(), false);
    }
    sheet.add(content.root_element(), true);
    let mut reading = Reading { sheet, outline: Outline::default() };
    let body = content.descendants().find(|node| {
        node.tag_name().name() == "text" && node.parent().is_some_and(|up| up.tag_name().name() == "body")
    });
    reading.blocks(body.ok_or(Refusal::Broken)?);
    Ok(reading.outline)
}

#[derive(Default)]
struct Style {
    name: String,
    parent: String,
    /// Made by hand, in this document alone.
    automatic: bool,
    stress: bool,
}

/// What styles and lists are.
#[derive(Default)]
struct Sheet {
    styles: BTreeMap<(String, String), Style>,
    numbered: BTreeMap<(String, u8), bool>,
}

impl Sheet {
    fn add(&mut self, root: Node<'_, '_>, content: bool) {
        for group in elements(root).filter(|one| matches!(one.tag_name().name(), "styles" | "automatic-styles")) {
            // What `styles.xml` makes by hand is for heads and feet, under names that the content uses for other things.
            let automatic = group.tag_name().name() == "automatic-styles";
            if automatic && !content {
                continue;
            }
            for one in elements(group) {
                match one.tag_name().name() {
                    "style" => {
                        self.styles.insert(key(said(one, "family"), said(one, "name")), style(one, automatic));
                    }
                    "list-style" => self.list(one),
                    _ => {}
                }
            }
        }
    }

    fn list(&mut self, node: Node<'_, '_>) {
        for level in elements(node) {
            let at: u8 = said(level, "level").parse().unwrap_or(1);
            let numbered =
                level.tag_name().name() == "list-level-style-number" && !said(level, "num-format").is_empty();
            self.numbered.insert((said(node, "name").to_owned(), at.saturating_sub(1)), numbered);
        }
    }

    /// A style and those that it comes from, the nearest first.
    fn chain<'a>(&'a self, family: &'a str, name: &str) -> impl Iterator<Item = &'a Style> {
        let mut next = self.styles.get(&key(family, name));
        std::iter::from_fn(move || {
            let style = next?;
            next = self.styles.get(&key(family, &style.parent));
            Some(style)
        })
        .take(CHAIN)
    }

    /// The name that people know a style by.
    fn named(&self, family: &str, name: &str) -> String {
        let known = self.chain(family, name).find(|style| !style.automatic).map(|style| style.name.clone());
        // What a document is based on may be described nowhere in it.
        let based = || self.chain(family, name).last().map(|style| style.parent.replace("_20_", " "));
        known.or_else(based).filter(|name| !name.is_empty()).unwrap_or_else(|| name.replace("_20_", " "))
    }

    fn stress(&self, node: Node<'_, '_>) -> Stress {
        let name = said(node, "style-name");
        match () {
            () if stresses(&self.named("text", name)) => Stress::Style,
            () if self.chain("text", name).any(|style| style.stress) => Stress::Hand,
            () => Stress::None,
        }
    }
}

fn key(family: &str, name: &str) -> (String, String) {
    (family.to_owned(), name.to_owned())
}

fn style(node: Node<'_, '_>, automatic: bool) -> Style {
    let (name, shown) = (said(node, "name"), said(node, "display-name"));
    let properties = child(node, "text-properties");
    let bold = properties.is_some_and(|one| matches!(said(one, "font-weight"), "bold" | "600" | "700" | "800" | "900"));
    Style {
        name: if shown.is_empty() { name.replace("_20_", " ") } else { shown.to_owned() },
        parent: said(node, "parent-style-name").to_owned(),
        automatic,
        stress: bold || properties.is_some_and(|one| matches!(said(one, "font-style"), "italic" | "oblique")),
    }
}

struct Reading {
    sheet: Sheet,
    outline: Outline,
}

impl Reading {
    fn blocks(&mut self, node: Node<'_, '_>) {
        for one in elements(node) {
            match one.tag_name().name() {
                "p" => self.paragraph(one, None),
                "h" => {
                    let level = said(one, "outline-level").parse().unwrap_or(1);
                    self.paragraph(one, Some(Form::Heading(level)));
                }
                "list" => self.list(one, "", 0),
                "table" => {
                    self.outline.leave(Left::Table);
                    self.blocks(one);
                }
                "tracked-changes" => self.changes(one),
                "table-of-content" | "forms" | "alphabetical-index" => {}
                _ => self.blocks(one),
            }
        }
    }

    fn changes(&mut self, node: Node<'_, '_>) {
        for one in node.descendants() {
            match one.tag_name().name() {
                "deletion" => self.outline.leave(Left::Struck),
                "insertion" => self.outline.leave(Left::Added),
                _ => {}
            }
        }
    }

    /// A list, in the style that it names or that of the list around it.
    fn list(&mut self, node: Node<'_, '_>, around: &str, level: u8) {
        let own = said(node, "style-name");
        let style = if own.is_empty() { around } else { own };
        let numbered = self.sheet.numbered.get(&(style.to_owned(), level)).copied().unwrap_or_default();
        for item in elements(node) {
            let mut form = if numbered { Form::Numbered(level) } else { Form::Bullet(level) };
            for one in elements(item) {
                match one.tag_name().name() {
                    "p" => {
                        self.paragraph(one, Some(form));
                        form = Form::Within;
                    }
                    "h" => self.paragraph(one, Some(Form::Heading(said(one, "outline-level").parse().unwrap_or(1)))),
                    "list" => self.list(one, style, level.saturating_add(1)),
                    _ => {}
                }
            }
        }
    }

    fn paragraph(&mut self, node: Node<'_, '_>, form: Option<Form>) {
        let style = self.sheet.named("paragraph", said(node, "style-name"));
        let form = form.unwrap_or_else(|| match () {
            () if style.eq_ignore_ascii_case("title") => Form::Title,
            () if quotes(&style) => Form::Quote,
            () if goes_on(&style) => Form::Within,
            () => Form::Text,
        });
        let mut words = Vec::new();
        self.words(node, Stress::None, &mut words);
        self.outline.push(form, &style, runs(words));
    }

    fn words(&mut self, node: Node<'_, '_>, stress: Stress, words: &mut Vec<(String, Stress)>) {
        for one in node.children() {
            match one.tag_name().name() {
                "" => words.push((one.text().filter(|_| one.is_text()).unwrap_or_default().to_owned(), stress)),
                "s" => words.push((" ".repeat(said(one, "c").parse().unwrap_or(1).min(SPACES)), stress)),
                "tab" | "line-break" => words.push((" ".to_owned(), stress)),
                "span" => {
                    let own = self.sheet.stress(one);
                    self.words(one, if own == Stress::None { stress } else { own }, words);
                }
                "annotation" => self.outline.leave(Left::Comment),
                "note" => self.outline.leave(Left::Note),
                "frame" | "custom-shape" => {
                    let frame = one.descendants().any(|inner| inner.tag_name().name() == "text-box");
                    self.outline.leave(if frame { Left::Frame } else { Left::Image });
                }
                "a" => {
                    self.outline.leave(Left::Link);
                    self.words(one, stress, words);
                }
                "annotation-end" | "ruby-text" => {}
                _ => self.words(one, stress, words),
            }
        }
    }
}

//! The paragraphs of a DOCX: what each is by its style and its list, its words with how they are written.

use super::tree::{Stress, child, elements, goes_on, quotes, runs, said, stresses, tree};
use crate::Refusal;
use arobase_domain::motion::outline::{Form, Left, Outline};
use roxmltree::Node;
use std::collections::BTreeMap;

/// Styles that lead to one another, at most.
const CHAIN: usize = 16;

/// The paragraphs of the main part.
pub(super) fn outline(document: &str, styles: &str, numbering: &str) -> Result<Outline, Refusal> {
    let document = tree(document)?;
    let mut reading = Reading { sheet: Sheet::read(styles, numbering)?, outline: Outline::default() };
    reading.blocks(document.root_element());
    Ok(reading.outline)
}

#[derive(Default)]
struct Style {
    name: String,
    based_on: String,
    level: Option<u8>,
    list: Option<(String, u8)>,
}

/// What styles and lists are.
#[derive(Default)]
struct Sheet {
    styles: BTreeMap<String, Style>,
    /// Whether a level of a list has numbers.
    numbered: BTreeMap<(String, u8), bool>,
}

impl Sheet {
    fn read(styles: &str, numbering: &str) -> Result<Self, Refusal> {
        let mut sheet = Self::default();
        if !styles.is_empty() {
            let part = tree(styles)?;
            let named = elements(part.root_element()).filter(|one| one.tag_name().name() == "style");
            sheet.styles = named.map(|one| (said(one, "styleId").to_owned(), style(one))).collect();
        }
        if !numbering.is_empty() {
            sheet.lists(tree(numbering)?.root_element());
        }
        Ok(sheet)
    }

    fn lists(&mut self, root: Node<'_, '_>) {
        let mut abstracts: BTreeMap<&str, Vec<(u8, bool)>> = BTreeMap::new();
        for one in elements(root).filter(|one| one.tag_name().name() == "abstractNum") {
            let levels = elements(one).filter(|level| level.tag_name().name() == "lvl").map(|level| {
                let format = child(level, "numFmt").map_or("decimal", |format| said(format, "val"));
                (said(level, "ilvl").parse().unwrap_or_default(), !matches!(format, "bullet" | "none"))
            });
            abstracts.insert(said(one, "abstractNumId"), levels.collect());
        }
        for one in elements(root).filter(|one| one.tag_name().name() == "num") {
            let levels = child(one, "abstractNumId").and_then(|id| abstracts.get(said(id, "val")));
            for &(level, numbered) in levels.into_iter().flatten() {
                self.numbered.insert((said(one, "numId").to_owned(), level), numbered);
            }
        }
    }

    /// A style and those that it comes from, the nearest first.
    fn chain<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Style> {
        let mut next = self.styles.get(id);
        std::iter::from_fn(move || {
            let style = next?;
            next = self.styles.get(&style.based_on);
            Some(style)
        })
        .take(CHAIN)
    }

    /// What a paragraph is, and the name of its style.
    fn form(&self, properties: Option<Node<'_, '_>>) -> (Form, String) {
        let within = |name: &str| properties.and_then(|node| child(node, name));
        let id = within("pStyle").map_or("", |style| said(style, "val"));
        let name = self.styles.get(id).map_or(id, |style| style.name.as_str()).to_owned();
        let folded = name.to_lowercase();
        let level = within("outlineLvl").and_then(level).or_else(|| self.chain(id).find_map(|style| style.level));
        let heading = ["heading ", "titre "].iter().find_map(|word| folded.strip_prefix(word)?.trim().parse().ok());
        let list = within("numPr").map(list).or_else(|| self.chain(id).find_map(|style| style.list.clone()));
        let form = match (list, heading.or(level)) {
            _ if matches!(folded.as_str(), "title" | "titre") => Form::Title,
            (_, Some(level)) => Form::Heading(level),
            (Some((list, level)), None) if list != "0" => {
                let numbered = self.numbered.get(&(list, level)).copied().unwrap_or_default();
                if numbered { Form::Numbered(level) } else { Form::Bullet(level) }
            }
            _ if quotes(&name) => Form::Quote,
            _ if goes_on(&name) => Form::Within,
            _ => Form::Text,
        };
        (form, name)
    }

    /// How a run is written.
    fn stress(&self, run: Node<'_, '_>) -> Stress {
        let Some(properties) = child(run, "rPr") else { return Stress::None };
        let style = child(properties, "rStyle").map_or("", |style| said(style, "val"));
        let on =
            |name: &str| child(properties, name).is_some_and(|one| !matches!(said(one, "val"), "0" | "false" | "off"));
        match () {
            () if stresses(self.styles.get(style).map_or(style, |style| style.name.as_str())) => Stress::Style,
            () if on("b") || on("i") => Stress::Hand,
            () => Stress::None,
        }
    }
}

fn style(node: Node<'_, '_>) -> Style {
    let value = |name: &str| child(node, name).map_or("", |one| said(one, "val")).to_owned();
    let properties = child(node, "pPr");
    let within = |name: &str| properties.and_then(|node| child(node, name));
    Style {
        name: value("name"),
        based_on: value("basedOn"),
        level: within("outlineLvl").and_then(level),
        list: within("numPr").map(list),
    }
}

/// A level of outline from 1; the tenth is the body.
fn level(node: Node<'_, '_>) -> Option<u8> {
    said(node, "val").parse::<u8>().ok().filter(|level| *level < 9).map(|level| level + 1)
}

fn list(node: Node<'_, '_>) -> (String, u8) {
    let value = |name: &str| child(node, name).map_or("", |one| said(one, "val"));
    (value("numId").to_owned(), value("ilvl").parse().unwrap_or_default())
}

struct Reading {
    sheet: Sheet,
    outline: Outline,
}

impl Reading {
    fn blocks(&mut self, node: Node<'_, '_>) {
        for one in elements(node) {
            match one.tag_name().name() {
                "p" => self.paragraph(one),
                "tbl" => {
                    self.outline.leave(Left::Table);
                    self.blocks(one);
                }
                "Fallback" | "pPr" | "tblPr" | "sectPr" | "sdtPr" => {}
                "del" | "moveFrom" => self.outline.leave(Left::Struck),
                _ => self.blocks(one),
            }
        }
    }

    fn paragraph(&mut self, node: Node<'_, '_>) {
        let (form, style) = self.sheet.form(child(node, "pPr"));
        if style.to_lowercase().starts_with("toc ") {
            return;
        }
        let mut words = Vec::new();
        self.words(node, Stress::None, &mut words);
        self.outline.push(form, &style, runs(words));
    }

    fn words(&mut self, node: Node<'_, '_>, stress: Stress, words: &mut Vec<(String, Stress)>) {
        for one in elements(node) {
            match one.tag_name().name() {
                "r" => self.words(one, self.sheet.stress(one), words),
                "t" => words.push((one.text().unwrap_or_default().to_owned(), stress)),
                "tab" | "br" | "cr" => words.push((" ".to_owned(), stress)),
                "noBreakHyphen" => words.push(("\u{2011}".to_owned(), stress)),
                "drawing" | "pict" | "object" => self.drawn(one),
                "commentReference" => self.outline.leave(Left::Comment),
                "footnoteReference" | "endnoteReference" => self.outline.leave(Left::Note),
                "del" | "moveFrom" => self.outline.leave(Left::Struck),
                "pPr" | "rPr" | "Fallback" | "delText" | "instrText" | "sdtPr" | "p" => {}
                name => {
                    match name {
                        "ins" | "moveTo" => self.outline.leave(Left::Added),
                        "hyperlink" if !said(one, "id").is_empty() => self.outline.leave(Left::Link),
                        _ => {}
                    }
                    self.words(one, stress, words);
                }
            }
        }
    }

    fn drawn(&mut self, node: Node<'_, '_>) {
        let frame = node.descendants().any(|one| one.tag_name().name() == "txbxContent");
        self.outline.leave(if frame { Left::Frame } else { Left::Image });
    }
}

//! OpenDocument text 1.3, by hand: named styles, headings with their levels, one language, a title.

use super::package::packed;
use super::tree::{Block, Clause, Cover, Document, Part, Role};
use super::words as say;
use super::xml::Xml;
use super::{WriteError, format::slug};
use arobase_domain::motion::prose::Run;

const MIMETYPE: &str = "application/vnd.oasis.opendocument.text";
const PROLOG: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const MANIFEST: &str = include_str!("office/manifest.xml");
const STYLES: &str = include_str!("office/styles.xml");

/// Where the foot stands in the styles, and the language of texts.
const FOOT: &str = "@foot@";

/// What the styles of the easy-to-read copy have in place of the others'.
const LARGE: [(&str, &str); 6] = [
    ("'Liberation Serif'", "'Liberation Sans'"),
    ("fo:font-size=\"12pt\"", "fo:font-size=\"14pt\""),
    ("fo:font-size=\"13pt\"", "fo:font-size=\"15pt\""),
    ("fo:font-size=\"11pt\"", "fo:font-size=\"14pt\""),
    ("fo:font-size=\"10pt\"", "fo:font-size=\"14pt\""),
    ("fo:hyphenate=\"true\"", "fo:hyphenate=\"false\""),
];

const SPACES: [(&str, &str); 5] = [
    ("xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
    ("xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ("xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"),
    ("office:version", "1.3"),
];

/// The document as an OpenDocument text.
pub(super) fn write(document: &Document) -> Result<Vec<u8>, WriteError> {
    let styles = document.shape.styles(STYLES, &LARGE).replace(FOOT, &foot(document));
    Ok(packed(&[
        ("mimetype", MIMETYPE),
        ("META-INF/manifest.xml", MANIFEST),
        ("meta.xml", &meta(document)),
        ("styles.xml", &styles),
        ("content.xml", &content(document)),
    ])?)
}

/// « Congrès 2026 – Empreinte 0123456789abcdef », before the number of the page.
fn foot(document: &Document) -> String {
    let mut xml = Xml::default();
    let seal = format!("{} – {}\u{a0}{}", document.foot, say::seal(document.lang), document.short_seal());
    xml.text(if document.seal.is_empty() { &document.foot } else { &seal });
    xml.done().trim_end().to_owned()
}

fn meta(document: &Document) -> String {
    let mut xml = Xml::starting(PROLOG);
    xml.open("office:document-meta", &SPACES);
    xml.open("office:meta", &[]);
    xml.leaf("dc:title", &[], &document.cover.title);
    xml.leaf("dc:subject", &[], &document.cover.edition);
    xml.leaf("dc:language", &[], "fr-FR");
    xml.leaf("meta:generator", &[], "arobase");
    xml.done()
}

fn content(document: &Document) -> String {
    let mut page = Page { xml: Xml::starting(PROLOG) };
    page.xml.open("office:document-content", &SPACES);
    page.xml.open("office:body", &[]);
    page.xml.open("office:text", &[]);
    page.cover(&document.cover);
    for (depth, part) in document.all_parts() {
        page.part(depth, part);
    }
    page.xml.done()
}

struct Page {
    xml: Xml,
}

impl Page {
    fn cover(&mut self, cover: &Cover) {
        self.line("Subtitle", &cover.edition);
        self.line("Title", &cover.title);
        self.line("Etat", &cover.state);
        for block in &cover.address {
            match block {
                Block::Paragraph { runs, .. } => self.paragraph("Adresse", None, runs),
                other => self.block(other, None),
            }
        }
        for told in &cover.copy {
            self.line("Note", told);
        }
        if !cover.figures.is_empty() {
            self.line("Chiffres_20_titre", &cover.caption);
            for one in &cover.figures {
                self.numbered("Chiffres", &one.number, &one.noun);
            }
        }
    }

    fn part(&mut self, depth: usize, part: &Part) {
        let level = (depth + 1).min(2);
        let style = ["Heading_20_1", "Heading_20_2"][level - 1];
        self.xml.line();
        self.xml.within("text:h", &[("text:style-name", style), ("text:outline-level", &level.to_string())], |xml| {
            bookmark(xml, &part.anchor);
            words(xml, &part.heading());
        });
        for block in &part.blocks {
            self.block(block, None);
        }
    }

    /// A block, the first paragraph of which may follow the number of its clause.
    fn block(&mut self, block: &Block, clause: Option<&Clause>) {
        match block {
            Block::Paragraph { role, runs } => self.paragraph(style(*role), clause, runs),
            Block::Quote { runs } => {
                self.alone(clause);
                self.paragraph("Quotations", None, runs);
            }
            Block::List { items } => {
                self.alone(clause);
                self.list(items);
            }
            Block::Clause(clause) => self.clause(clause),
            Block::Lines { lines, .. } => {
                self.alone(clause);
                for line in lines {
                    self.line("Text_20_body", line);
                }
            }
            Block::Signature { lines } => lines.iter().for_each(|line| self.line("Signature", line)),
        }
    }

    /// The number of a clause that does not begin with a paragraph, on a line of its own.
    fn alone(&mut self, clause: Option<&Clause>) {
        if clause.is_some() {
            self.paragraph("Text_20_body", clause, &[]);
        }
    }

    fn clause(&mut self, clause: &Clause) {
        for (at, block) in clause.blocks.iter().enumerate() {
            match block {
                Block::Paragraph { role: Role::Text, runs } if at > 0 => self.paragraph("Demande_20_suite", None, runs),
                Block::Paragraph { role: Role::Note, runs } if at > 0 => self.paragraph("Note_20_demande", None, runs),
                _ => self.block(block, (at == 0).then_some(clause)),
            }
        }
        if clause.blocks.is_empty() {
            self.alone(Some(clause));
        }
    }

    fn list(&mut self, items: &[Vec<Run>]) {
        self.xml.open("text:list", &[("text:style-name", "Liste")]);
        for item in items {
            self.xml.open("text:list-item", &[]);
            self.paragraph("List_20_1", None, item);
            self.xml.close();
        }
        self.xml.close();
    }

    fn paragraph(&mut self, style: &str, clause: Option<&Clause>, runs: &[Run]) {
        let style = if clause.is_some() { "Demande" } else { style };
        self.xml.within("text:p", &[("text:style-name", style)], |xml| {
            if let Some(clause) = clause {
                bookmark(xml, &clause.anchor);
                xml.leaf("text:span", &[("text:style-name", "Numero")], &clause.label());
                xml.empty("text:tab", &[]);
            }
            for run in runs {
                if run.stressed {
                    xml.within("text:span", &[("text:style-name", "Emphasis")], |xml| words(xml, &run.text));
                } else {
                    words(xml, &run.text);
                }
            }
        });
    }

    fn numbered(&mut self, style: &str, number: &str, noun: &str) {
        self.xml.within("text:p", &[("text:style-name", style)], |xml| {
            xml.empty("text:tab", &[]);
            xml.leaf("text:span", &[("text:style-name", "Numero")], number);
            xml.empty("text:tab", &[]);
            xml.text(noun);
        });
    }

    fn line(&mut self, style: &str, text: &str) {
        self.xml.within("text:p", &[("text:style-name", style)], |xml| words(xml, text));
    }
}

fn style(role: Role) -> &'static str {
    match role {
        Role::Text => "Text_20_body",
        Role::Vote => "Vote",
        Role::Recital => "Considerant",
        Role::Demand => "Dispositif",
        Role::Note => "Note",
        Role::Seal => "Empreinte",
    }
}

fn bookmark(xml: &mut Xml, anchor: &str) {
    xml.empty("text:bookmark", &[("text:name", &slug(anchor))]);
}

/// Words, of which blanks that follow one another would be taken for one.
fn words(xml: &mut Xml, text: &str) {
    let mut blank = true;
    let mut plain = String::new();
    for sign in text.chars() {
        if sign == ' ' && blank {
            xml.text(&std::mem::take(&mut plain));
            xml.empty("text:s", &[]);
        } else {
            plain.push(sign);
        }
        blank = sign == ' ';
    }
    xml.text(&plain);
}

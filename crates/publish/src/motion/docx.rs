//! Office Open XML, by hand: the styles that its readers know by name, headings with their levels, one language, a title.

use super::WriteError;
use super::package::packed;
use super::tree::{Block, Clause, Cover, Document, Part, Role};
use super::words as say;
use super::xml::Xml;
use arobase_domain::motion::prose::Run;

const PROLOG: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const TYPES: &str = include_str!("office/content-types.xml");
const PACKAGE: &str = include_str!("office/package.rels");
const RELATIONS: &str = include_str!("office/document.rels");
const STYLES: &str = include_str!("office/word-styles.xml");
const NUMBERING: &str = include_str!("office/numbering.xml");
/// What the styles of the easy-to-read copy have in place of the others'; sizes are in half points.
const LARGE: [(&str, &str); 5] = [
    ("\"Times New Roman\"", "\"Arial\""),
    ("<w:sz w:val=\"24\"/>", "<w:sz w:val=\"28\"/>"),
    ("<w:sz w:val=\"26\"/>", "<w:sz w:val=\"30\"/>"),
    ("<w:sz w:val=\"22\"/>", "<w:sz w:val=\"28\"/>"),
    ("<w:sz w:val=\"20\"/>", "<w:sz w:val=\"28\"/>"),
];
const MAIN: [(&str, &str); 1] = [("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main")];
const CORE: [(&str, &str); 2] = [
    ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
];

/// The document as an Office Open XML text.
pub(super) fn write(document: &Document) -> Result<Vec<u8>, WriteError> {
    Ok(packed(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", PACKAGE),
        ("docProps/core.xml", &core(document)),
        ("word/_rels/document.xml.rels", RELATIONS),
        ("word/styles.xml", &document.shape.styles(STYLES, &LARGE)),
        ("word/numbering.xml", NUMBERING),
        ("word/footer1.xml", &footer(document)),
        ("word/document.xml", &body(document)),
    ])?)
}

fn core(document: &Document) -> String {
    let mut xml = Xml::starting(PROLOG);
    xml.open("cp:coreProperties", &CORE);
    xml.leaf("dc:title", &[], &document.cover.title);
    xml.leaf("dc:subject", &[], &document.cover.edition);
    xml.leaf("dc:creator", &[], &document.cover.edition);
    xml.leaf("dc:language", &[], "fr-FR");
    xml.done()
}

fn footer(document: &Document) -> String {
    let mut page = Page { xml: Xml::starting(PROLOG), bookmarks: 0 };
    let seal = format!("{} – {}\u{a0}{}", document.foot, say::seal(document.lang), document.short_seal());
    page.xml.open("w:ftr", &MAIN);
    page.xml.open("w:p", &[]);
    page.styled("Footer");
    run(&mut page.xml, None, if document.seal.is_empty() { &document.foot } else { &seal });
    tab(&mut page.xml);
    page.field("PAGE");
    run(&mut page.xml, None, " / ");
    page.field("NUMPAGES");
    page.xml.done()
}

fn body(document: &Document) -> String {
    let mut page = Page { xml: Xml::starting(PROLOG), bookmarks: 0 };
    page.xml.open(
        "w:document",
        &[MAIN[0], ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")],
    );
    page.xml.open("w:body", &[]);
    page.cover(&document.cover);
    for (depth, part) in document.all_parts() {
        page.part(depth, part);
    }
    page.sheet();
    page.xml.done()
}

struct Page {
    xml: Xml,
    /// Bookmarks made so far: each has a number.
    bookmarks: usize,
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
            self.line("Chiffrestitre", &cover.caption);
            for one in &cover.figures {
                self.numbered(&one.number, &one.noun);
            }
        }
    }

    fn part(&mut self, depth: usize, part: &Part) {
        self.xml.line();
        self.xml.open("w:p", &[]);
        self.styled(["Heading1", "Heading2"][depth.min(1)]);
        self.bookmark(&part.anchor);
        run(&mut self.xml, None, &part.heading());
        self.xml.close();
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
                self.paragraph("Quote", None, runs);
            }
            Block::List { items } => {
                self.alone(clause);
                for item in items {
                    self.paragraph("ListBullet", None, item);
                }
            }
            Block::Clause(clause) => self.clause(clause),
            Block::Lines { lines, .. } => {
                self.alone(clause);
                for line in lines {
                    self.line("BodyText", line);
                }
            }
            Block::Signature { lines } => lines.iter().for_each(|line| self.line("Signature", line)),
        }
    }

    /// The number of a clause that does not begin with a paragraph, on a line of its own.
    fn alone(&mut self, clause: Option<&Clause>) {
        if clause.is_some() {
            self.paragraph("BodyText", clause, &[]);
        }
    }

    fn clause(&mut self, clause: &Clause) {
        for (at, block) in clause.blocks.iter().enumerate() {
            match block {
                Block::Paragraph { role: Role::Text, runs } if at > 0 => self.paragraph("Demandesuite", None, runs),
                Block::Paragraph { role: Role::Note, runs } if at > 0 => self.paragraph("Notedemande", None, runs),
                _ => self.block(block, (at == 0).then_some(clause)),
            }
        }
        if clause.blocks.is_empty() {
            self.alone(Some(clause));
        }
    }

    fn paragraph(&mut self, style: &str, clause: Option<&Clause>, runs: &[Run]) {
        self.xml.open("w:p", &[]);
        self.styled(if clause.is_some() { "Demande" } else { style });
        if let Some(clause) = clause {
            self.bookmark(&clause.anchor);
            run(&mut self.xml, Some("Numero"), &clause.label());
            tab(&mut self.xml);
        }
        for one in runs {
            run(&mut self.xml, one.stressed.then_some("Emphasis"), &one.text);
        }
        self.xml.close();
    }

    fn numbered(&mut self, number: &str, noun: &str) {
        self.xml.open("w:p", &[]);
        self.styled("Chiffres");
        tab(&mut self.xml);
        run(&mut self.xml, Some("Numero"), number);
        tab(&mut self.xml);
        run(&mut self.xml, None, noun);
        self.xml.close();
    }

    fn line(&mut self, style: &str, text: &str) {
        self.xml.open("w:p", &[]);
        self.styled(style);
        run(&mut self.xml, None, text);
        self.xml.close();
    }

    fn styled(&mut self, style: &str) {
        self.xml.within("w:pPr", &[], |xml| xml.empty("w:pStyle", &[("w:val", style)]));
    }

    fn bookmark(&mut self, anchor: &str) {
        let id = self.bookmarks.to_string();
        self.bookmarks += 1;
        // A name has forty signs at most.
        let name: String = anchor.replace('-', "_").chars().take(40).collect();
        self.xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", &name)]);
        self.xml.empty("w:bookmarkEnd", &[("w:id", &id)]);
    }

    fn field(&mut self, name: &str) {
        self.xml.open("w:fldSimple", &[("w:instr", name)]);
        run(&mut self.xml, None, "1");
        self.xml.close();
    }

    /// A4, its margins, its foot; in twentieths of a point.
    fn sheet(&mut self) {
        self.xml.within("w:sectPr", &[], |xml| {
            xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "rId3")]);
            xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
            let margins = [
                ("w:top", "1417"),
                ("w:right", "1701"),
                ("w:bottom", "1531"),
                ("w:left", "1984"),
                ("w:header", "709"),
                ("w:footer", "709"),
                ("w:gutter", "0"),
            ];
            xml.empty("w:pgMar", &margins);
        });
    }
}

fn style(role: Role) -> &'static str {
    match role {
        Role::Text => "BodyText",
        Role::Vote => "Vote",
        Role::Recital => "Considerant",
        Role::Demand => "Dispositif",
        Role::Note => "Note",
        Role::Seal => "Empreinte",
    }
}

fn run(xml: &mut Xml, style: Option<&str>, text: &str) {
    xml.open("w:r", &[]);
    if let Some(style) = style {
        xml.within("w:rPr", &[], |xml| xml.empty("w:rStyle", &[("w:val", style)]));
    }
    xml.leaf("w:t", &[("xml:space", "preserve")], text);
    xml.close();
}

fn tab(xml: &mut Xml) {
    xml.within("w:r", &[], |xml| xml.empty("w:tab", &[]));
}

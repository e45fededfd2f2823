//! The page of reference: one file, no script, nothing fetched; it reads on a screen, in the dark and on paper.

use super::tree::{Block, Clause, Cover, Document, Part, Role, Shape};
use super::words as say;
use super::xml::Xml;
use arobase_domain::Lang;
use arobase_domain::motion::prose::Run;

const STYLE: &str = include_str!("motion.css");
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The document as a page.
pub(super) fn write(document: &Document) -> String {
    let mut page = Page { xml: Xml::starting("<!DOCTYPE html>\n"), lang: document.lang };
    let class = match document.shape {
        Shape::Easy => "easy",
        Shape::Lines => "wide",
        Shape::Full | Shape::Two => "",
    };
    page.xml.open("html", &[("lang", document.lang.as_str())]);
    page.head(document);
    page.xml.open("body", &[("class", class)]);
    page.body(document);
    page.xml.done()
}

struct Page {
    xml: Xml,
    lang: Lang,
}

impl Page {
    fn head(&mut self, document: &Document) {
        let Cover { title, edition, .. } = &document.cover;
        self.xml.within("head", &[], |xml| {
            xml.empty("meta", &[("charset", "utf-8")]);
            xml.empty("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]);
            xml.empty("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
            xml.empty("meta", &[("name", "color-scheme"), ("content", "light dark")]);
            xml.leaf("title", &[], &[title, edition].map(String::as_str).join(" – "));
            xml.within("style", &[], |xml| xml.raw(STYLE));
        });
        self.xml.line();
    }

    fn body(&mut self, document: &Document) {
        self.xml.leaf("a", &[("class", "skip"), ("href", "#texte")], say::skip(self.lang));
        self.cover(&document.cover);
        self.contents(document);
        self.xml.open("main", &[("id", "texte")]);
        for part in &document.parts {
            self.part(2, part);
        }
        self.xml.close();
        if !document.seal.is_empty() {
            let seal = format!("{} – {}\u{a0}{}", document.foot, say::seal(self.lang), document.short_seal());
            self.xml.within("footer", &[], |xml| xml.leaf("p", &[], &seal));
        }
    }

    fn cover(&mut self, cover: &Cover) {
        self.xml.open("header", &[]);
        self.xml.leaf("p", &[("class", "edition")], &cover.edition);
        self.own("h1", &[], |page| page.xml.text(&cover.title));
        self.xml.leaf("p", &[("class", "state")], &cover.state);
        self.xml.open("div", &[("class", "address")]);
        for block in &cover.address {
            self.block(block);
        }
        self.xml.close();
        for told in &cover.copy {
            self.xml.leaf("p", &[("class", "note")], told);
        }
        if !cover.figures.is_empty() {
            self.figures(cover);
        }
        self.xml.close();
        self.xml.line();
    }

    fn figures(&mut self, cover: &Cover) {
        self.xml.leaf("p", &[("class", "note")], &cover.caption);
        self.xml.within("ul", &[("class", "figures"), ("role", "list")], |xml| {
            for one in &cover.figures {
                xml.within("li", &[], |xml| {
                    xml.leaf("b", &[], &one.number);
                    xml.text(" ");
                    xml.leaf("span", &[], &one.noun);
                });
            }
        });
    }

    fn contents(&mut self, document: &Document) {
        self.xml.open("nav", &[("aria-labelledby", "sommaire")]);
        self.xml.leaf("h2", &[("id", "sommaire")], say::contents(self.lang));
        self.entries(&document.parts);
        self.xml.close();
        self.xml.line();
    }

    fn entries(&mut self, parts: &[Part]) {
        if parts.is_empty() {
            return;
        }
        self.xml.open("ul", &[]);
        for part in parts {
            self.xml.open("li", &[]);
            self.xml.open("a", &[("href", &format!("#{}", part.anchor))]);
            self.heading(part);
            self.xml.close();
            self.entries(&part.parts);
            self.xml.close();
        }
        self.xml.close();
    }

    fn part(&mut self, level: usize, part: &Part) {
        let name = ["h2", "h3", "h4"][(level - 2).min(2)];
        let titled = format!("{}-titre", part.anchor);
        self.xml.line();
        self.xml.open("section", &[("id", &part.anchor), ("aria-labelledby", &titled)]);
        self.xml.open(name, &[("id", &titled)]);
        self.heading(part);
        self.xml.close();
        self.blocks(&part.blocks);
        for one in &part.parts {
            self.part(level + 1, one);
        }
        self.xml.close();
    }

    /// « Question 1 – Comment… ? »: our words, then those of the motion.
    fn heading(&mut self, part: &Part) {
        self.xml.text(&part.label);
        if !part.label.is_empty() && !part.title.is_empty() {
            self.xml.text(" – ");
        }
        if !part.title.is_empty() {
            self.own("span", &[], |page| page.xml.text(&part.title));
        }
    }

    /// Blocks, of which clauses that follow one another are one list.
    fn blocks(&mut self, blocks: &[Block]) {
        let mut listing = false;
        for block in blocks {
            let is_clause = matches!(block, Block::Clause(_));
            match (listing, is_clause) {
                (false, true) => self.xml.open("ol", &[("class", "clauses"), ("role", "list")]),
                (true, false) => self.xml.close(),
                _ => {}
            }
            listing = is_clause;
            self.block(block);
        }
        if listing {
            self.xml.close();
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph { role, runs } => self.paragraph(*role, runs),
            Block::List { items } => {
                self.own("ul", &[], |page| items.iter().for_each(|item| page.runs("li", item)));
            }
            Block::Quote { runs } => self.own("blockquote", &[], |page| page.runs("p", runs)),
            Block::Clause(clause) => self.clause(clause),
            Block::Lines { first, lines } => self.lines(*first, lines),
            Block::Signature { lines } => {
                self.xml.within("div", &[("class", "signature")], |xml| {
                    for line in lines {
                        xml.leaf("p", &[], line);
                    }
                });
            }
        }
    }

    fn paragraph(&mut self, role: Role, runs: &[Run]) {
        let class = match role {
            Role::Text => "text",
            Role::Vote => "vote",
            Role::Recital => "recital",
            Role::Demand => "demand",
            Role::Note => "note",
            Role::Seal => "seal",
        };
        let attributes = [("class", class)];
        if role.is_ours() {
            self.xml.within("p", &attributes, |xml| stressed(xml, runs));
        } else {
            self.own("p", &attributes, |page| stressed(&mut page.xml, runs));
        }
    }

    fn clause(&mut self, clause: &Clause) {
        self.xml.line();
        self.xml.open("li", &[("id", &clause.anchor), ("value", &clause.number.to_string())]);
        self.xml.leaf("a", &[("class", "number"), ("href", &format!("#{}", clause.anchor))], &clause.label());
        self.xml.open("div", &[]);
        for block in &clause.blocks {
            self.block(block);
        }
        self.xml.close();
        self.xml.close();
    }

    fn lines(&mut self, first: usize, lines: &[String]) {
        self.own("ol", &[("class", "lines"), ("role", "list"), ("start", &first.to_string())], |page| {
            for (at, line) in lines.iter().enumerate() {
                page.xml.within("li", &[("id", &format!("ligne-{}", first + at))], |xml| {
                    xml.leaf("span", &[("class", "line")], &(first + at).to_string());
                    xml.text(" ");
                    xml.text(line);
                });
            }
        });
    }

    fn runs(&mut self, name: &'static str, runs: &[Run]) {
        self.xml.within(name, &[], |xml| stressed(xml, runs));
    }

    /// An element of the motion's own words, which are French.
    fn own(&mut self, name: &'static str, attributes: &[(&str, &str)], inside: impl FnOnce(&mut Self)) {
        let mut all = attributes.to_vec();
        if self.lang != Lang::Fr {
            all.push(("lang", "fr"));
        }
        self.xml.open(name, &all);
        inside(self);
        self.xml.close();
    }
}

fn stressed(xml: &mut Xml, runs: &[Run]) {
    for run in runs {
        if run.stressed {
            xml.leaf("em", &[], &run.text);
        } else {
            xml.text(&run.text);
        }
    }
}

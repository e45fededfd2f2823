//! Akoma Ntoso 3.0: the motion as a `statement`, each clause a `paragraph` whose `wId` stays when its number changes.

mod meta;

use super::tree::{Block, Clause, Cover, Document, Kind, Part, Role, plain};
use super::xml::Xml;
use arobase_domain::motion::prose::Run;

const PROLOG: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

/// The document in Akoma Ntoso.
pub(super) fn write(document: &Document) -> String {
    let mut page = Page { xml: Xml::starting(PROLOG) };
    page.xml.open("akomaNtoso", &[("xmlns", NAMESPACE)]);
    page.xml.open("statement", &[("name", "motion"), ("contains", "originalVersion")]);
    meta::meta(&mut page.xml, document);
    page.preface(&document.cover);
    page.preamble(document);
    page.main(document);
    page.conclusions(document);
    page.xml.done()
}

struct Page {
    xml: Xml,
}

impl Page {
    fn preface(&mut self, cover: &Cover) {
        self.xml.open("preface", &[]);
        self.xml.leaf("p", &[("class", "edition")], &cover.edition);
        self.xml.within("longTitle", &[], |xml| xml.within("p", &[], |xml| xml.leaf("docTitle", &[], &cover.title)));
        self.xml.leaf("p", &[("class", "state")], &cover.state);
        for block in &cover.address {
            self.block(block);
        }
        for told in &cover.copy {
            self.xml.leaf("p", &[("class", "note")], told);
        }
        if !cover.figures.is_empty() {
            self.xml.leaf("p", &[("class", "caption")], &cover.caption);
            self.xml.open("ul", &[]);
            for one in &cover.figures {
                self.xml.leaf("li", &[], &format!("{} {}", one.number, one.noun));
            }
            self.xml.close();
        }
        self.xml.close();
        self.xml.line();
    }

    /// Reasons, recitals, and what leads to the clauses.
    fn preamble(&mut self, document: &Document) {
        let of = |kind: Kind| document.parts.iter().find(move |part| part.kind == kind);
        let demand = of(Kind::Demands);
        if of(Kind::Reasons).is_none() && of(Kind::Recitals).is_none() && demand.is_none() {
            return;
        }
        self.xml.open("preamble", &[]);
        if let Some(reasons) = of(Kind::Reasons) {
            self.xml.open("container", &[("name", "reasons"), ("eId", "container_1")]);
            self.heading_line(reasons);
            self.blocks(&reasons.blocks);
            self.xml.close();
        }
        if let Some(recitals) = of(Kind::Recitals) {
            self.recitals(recitals);
        }
        if let Some(demand) = demand {
            self.xml.open("container", &[("name", "enactment"), ("eId", "container_2")]);
            self.heading_line(demand);
            self.blocks(&demand.blocks);
            self.xml.close();
        }
        self.xml.close();
        self.xml.line();
    }

    fn recitals(&mut self, part: &Part) {
        self.xml.open("recitals", &[("eId", "recs_1")]);
        self.xml.leaf("heading", &[], &part.heading());
        for (at, block) in part.blocks.iter().enumerate() {
            self.xml.open("recital", &[("eId", &format!("recs_1__rec_{}", at + 1))]);
            self.block(block);
            self.xml.close();
        }
        self.xml.close();
    }

    fn main(&mut self, document: &Document) {
        self.xml.open("mainBody", &[]);
        let sections = document.parts.iter().filter(|part| part.kind == Kind::Demands).flat_map(|part| &part.parts);
        let mut empty = true;
        for (at, section) in sections.enumerate() {
            self.section(at + 1, section);
            empty = false;
        }
        for (at, part) in document.parts.iter().filter(|part| joined(part.kind)).enumerate() {
            self.joined(at + 1, part);
            empty = false;
        }
        if empty {
            self.xml.empty("p", &[]);
        }
        self.xml.close();
        self.xml.line();
    }

    fn section(&mut self, place: usize, section: &Part) {
        let id = format!("sec_{place}");
        self.xml.line();
        self.xml.open("section", &[("eId", &id), ("wId", &section.anchor)]);
        self.xml.leaf("num", &[], &section.label);
        self.xml.leaf("heading", &[], &section.title);
        let lead: Vec<&Block> = section.blocks.iter().filter(|block| !matches!(block, Block::Clause(_))).collect();
        if !lead.is_empty() {
            self.xml.open("intro", &[("eId", &format!("{id}__intro_1"))]);
            for block in lead {
                self.block(block);
            }
            self.xml.close();
        }
        for block in &section.blocks {
            if let Block::Clause(clause) = block {
                self.clause(&id, clause);
            }
        }
        self.xml.close();
    }

    fn clause(&mut self, section: &str, clause: &Clause) {
        let id = format!("{section}__para_{}", clause.number);
        self.xml.line();
        self.xml.open("paragraph", &[("eId", &id), ("wId", &clause.anchor)]);
        self.xml.leaf("num", &[], &clause.label());
        self.content(&id, &clause.blocks);
        self.xml.close();
    }

    fn joined(&mut self, place: usize, part: &Part) {
        let id = format!("hcontainer_{place}");
        let name = match part.kind {
            Kind::Annex => "annex",
            Kind::Method => "method",
            _ => "contributors",
        };
        self.xml.line();
        self.xml.open("hcontainer", &[("name", name), ("eId", &id), ("wId", &part.anchor)]);
        self.xml.leaf("heading", &[], &part.heading());
        self.content(&id, &part.blocks);
        self.xml.close();
    }

    fn content(&mut self, id: &str, blocks: &[Block]) {
        self.xml.open("content", &[("eId", &format!("{id}__content_1"))]);
        if blocks.is_empty() {
            self.xml.empty("p", &[]);
        }
        self.blocks(blocks);
        self.xml.close();
    }

    fn conclusions(&mut self, document: &Document) {
        let parts = || document.parts.iter().filter(|part| matches!(part.kind, Kind::Adoption | Kind::Seal));
        if parts().next().is_none() {
            return;
        }
        self.xml.open("conclusions", &[]);
        for part in parts() {
            self.heading_line(part);
            self.blocks(&part.blocks);
        }
        self.xml.leaf("p", &[("class", "foot")], &document.foot);
        self.xml.close();
        self.xml.line();
    }

    /// A heading where the schema has only blocks.
    fn heading_line(&mut self, part: &Part) {
        self.xml.within("block", &[("name", "heading")], |xml| xml.text(&part.heading()));
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph { role, runs } => self.paragraph(*role, runs),
            Block::Quote { runs } => self.xml.within("block", &[("name", "quote")], |xml| stressed(xml, runs)),
            Block::List { items } => self.xml.within("ul", &[], |xml| {
                for item in items {
                    xml.within("li", &[], |xml| stressed(xml, item));
                }
            }),
            // Clauses stand where their sections are written.
            Block::Clause(clause) => self.blocks(&clause.blocks),
            Block::Lines { lines, .. } => lines.iter().for_each(|line| self.xml.leaf("p", &[], line)),
            Block::Signature { lines } => {
                for line in lines {
                    self.xml.within("p", &[], |xml| xml.leaf("signature", &[], line));
                }
            }
        }
    }

    fn paragraph(&mut self, role: Role, runs: &[Run]) {
        match role {
            Role::Text | Role::Vote | Role::Recital => self.xml.within("p", &[], |xml| stressed(xml, runs)),
            Role::Demand => self.xml.within("p", &[("class", "demand")], |xml| stressed(xml, runs)),
            Role::Note => self.xml.within("p", &[("class", "note")], |xml| stressed(xml, runs)),
            Role::Seal => self.xml.leaf("p", &[("class", "seal")], &plain(runs)),
        }
    }
}

fn joined(kind: Kind) -> bool {
    matches!(kind, Kind::Annex | Kind::Method | Kind::Contributors)
}

fn stressed(xml: &mut Xml, runs: &[Run]) {
    for run in runs {
        if run.stressed {
            xml.leaf("i", &[], &run.text);
        } else {
            xml.text(&run.text);
        }
    }
}

//! The way back: a text that someone worked on elsewhere, read as a motion.
//!
//! A document of ours is known by its headings, and what the site wrote around the motion in it is left. In another, headings are sections; what opens it is the
//! address, the recitals and the reasons; items, or paragraphs where there are none, are clauses.

mod fuse;
mod heading;
mod part;

pub use fuse::fused;

use heading::{Heading, heading};
use part::{Mark, append, block, considers, mark, section};

use super::words as say;
use arobase_domain::Lang;
use arobase_domain::motion::outline::{Form, Outline, Paragraph};
use arobase_domain::motion::{Annex, Motion, Section, SectionKind, prose};
use arobase_text::stem::fold;
use serde::{Deserialize, Serialize};

/// The languages of what the site writes around a motion.
const LANGS: [Lang; 2] = [Lang::Fr, Lang::En];

/// What was understood of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Understood {
    /// The text. Its sections and clauses are nobody's yet: see [`fused`].
    pub motion: Motion,
    /// What each section is called, where the document tells.
    pub kinds: Vec<Option<SectionKind>>,
    /// Words that are in no part of the text, a line each.
    pub aside: Vec<String>,
    /// Whether the document told what the site writes by itself: state, figures, adoption, seal.
    pub ours: bool,
}

/// Reads the paragraphs of a document as a motion.
pub fn understood(outline: &Outline) -> Understood {
    let mut groups = groups(&outline.paragraphs);
    let mut reader = Reader::default();
    reader.title(&mut groups);
    reader.found.ours = groups.iter().any(|one| matches!(one.heading, Some((_, Heading::Ours | Heading::Own(_)))));
    reader.parted =
        groups.iter().any(|one| matches!(one.heading, Some((_, Heading::Section(..)))) && !one.body.is_empty());
    for (at, group) in groups.iter().enumerate() {
        let deeper = groups.get(at + 1).is_some_and(|next| next.level > group.level);
        reader.group(group, deeper);
    }
    reader.found
}

/// A heading and what stands below it, up to the next one.
struct Group<'a> {
    level: u8,
    heading: Option<(&'a Paragraph, Heading)>,
    body: Vec<&'a Paragraph>,
}

fn groups(paragraphs: &[Paragraph]) -> Vec<Group<'_>> {
    let mut groups = vec![Group { level: 0, heading: None, body: Vec::new() }];
    for one in paragraphs {
        match (one.form, groups.last_mut()) {
            (Form::Heading(level), _) => {
                groups.push(Group { level, heading: Some((one, heading(&one.words()))), body: Vec::new() });
            }
            (_, Some(last)) => last.body.push(one),
            _ => {}
        }
    }
    groups
}

#[derive(Default)]
struct Reader {
    found: Understood,
    /// Whether headings of its own part what is asked.
    parted: bool,
    /// The level of the part being left out, or of the annex being read.
    ours: Option<u8>,
    annex: Option<u8>,
}

impl Reader {
    /// The title: what is styled so, else the one heading above all others. What stands before it is not the text.
    fn title(&mut self, groups: &mut Vec<Group<'_>>) {
        let styled = groups[0].body.iter().position(|one| one.form == Form::Title);
        if let Some(at) = styled {
            self.found.motion.title = groups[0].body[at].words();
            let before: Vec<&Paragraph> = groups[0].body.drain(..=at).collect();
            return self.leave(&before[..at]);
        }
        let top = groups[1..].iter().map(|one| one.level).min();
        let alone = groups[1..].iter().filter(|one| Some(one.level) == top).count() == 1;
        let known = matches!(groups.get(1), Some(Group { heading: Some((_, Heading::Section(None, _))), .. }));
        if alone && known && groups.len() > 2 && Some(groups[1].level) == top {
            let before = groups.remove(0);
            self.leave(&before.body);
            self.found.motion.title = groups[0].heading.take().map(|(one, _)| one.words()).unwrap_or_default();
            groups[0].level = 0;
        }
    }

    fn leave(&mut self, paragraphs: &[&Paragraph]) {
        self.found.aside.extend(paragraphs.iter().map(|one| one.words()).filter(|words| !words.is_empty()));
    }

    fn group(&mut self, group: &Group<'_>, deeper: bool) {
        let Some((paragraph, heading)) = &group.heading else { return self.opening(&group.body) };
        let under = |of: Option<u8>| of.is_some_and(|level| group.level > level);
        if under(self.ours) {
            return;
        }
        if under(self.annex) {
            return self.annexed(paragraph, &group.body);
        }
        (self.ours, self.annex) = (None, None);
        match heading {
            Heading::Ours => self.ours = Some(group.level),
            Heading::Annex(title) => {
                self.annex = Some(group.level);
                self.found.motion.annexes.push(Annex { title: title.clone(), text: String::new() });
                self.append_annex(&group.body);
            }
            Heading::Own(field) if self.parted || !group.body.iter().any(|one| mark(one).0 == Mark::Clause) => {
                self.named(*field, &group.body);
            }
            Heading::Own(_) => self.section(None, paragraph.words(), &group.body),
            Heading::Section(..) if group.body.is_empty() && deeper => self.leave(&[paragraph]),
            Heading::Section(kind, title) => self.section(*kind, title.clone(), &group.body),
        }
    }

    /// A part that bears the name of one of ours.
    fn named(&mut self, part: heading::Own, body: &[&Paragraph]) {
        let motion = &mut self.found.motion;
        match part {
            heading::Own::Reasons => body.iter().for_each(|one| append(&mut motion.reasons, block(one))),
            heading::Own::Recitals => body.iter().for_each(|one| recital(&mut motion.recitals, one)),
            heading::Own::Demands => body.iter().for_each(|one| append(&mut motion.demand, block(one))),
        }
    }

    /// What stands before the first heading.
    fn opening(&mut self, body: &[&Paragraph]) {
        let first = body.iter().position(|one| matches!(mark(one).0, Mark::Clause | Mark::Item(_)));
        let end = first.filter(|_| !self.parted && !self.found.ours).unwrap_or(body.len());
        let (opening, asked) = body.split_at(end);
        let mut figures = false;
        for (at, one) in opening.iter().enumerate() {
            let words = one.words();
            figures = around(one) == Around::Figures || figures && matches!(one.form, Form::Bullet(_));
            let motion = &mut self.found.motion;
            match () {
                () if figures || around(one) != Around::Not => self.found.ours = true,
                () if self.found.ours || addresses(one, &words) => append(&mut motion.address, block(one)),
                () if considers(&words) => recital(&mut motion.recitals, one),
                () if at + 1 == opening.len() && words.trim_end().ends_with(':') => {
                    append(&mut motion.demand, block(one));
                }
                () if motion.reasons.is_empty()
                    && !motion.recitals.is_empty()
                    && matches!(one.form, Form::Bullet(_) | Form::Within) =>
                {
                    recital(&mut motion.recitals, one);
                }
                () => append(&mut motion.reasons, block(one)),
            }
        }
        if !asked.is_empty() {
            self.section(None, say::heading(Lang::Fr, super::Kind::Demands), asked);
        }
    }

    fn section(&mut self, kind: Option<SectionKind>, title: String, body: &[&Paragraph]) {
        let mut body = body;
        let begun = self.found.motion.clauses().next().is_some();
        // « Considérant » opens the text, whatever heading it stands under.
        while let Some((first, rest)) = body.split_first().filter(|(one, _)| !begun && considers(&one.words())) {
            recital(&mut self.found.motion.recitals, first);
            body = rest;
        }
        let (lead, clauses) = section(body, self.found.ours);
        self.found.motion.sections.push(Section {
            kind: kind.unwrap_or_default(),
            title,
            lead,
            clauses,
            ..Section::default()
        });
        self.found.kinds.push(kind);
    }

    fn annexed(&mut self, heading: &Paragraph, body: &[&Paragraph]) {
        self.append_annex(&[heading]);
        self.append_annex(body);
    }

    fn append_annex(&mut self, body: &[&Paragraph]) {
        if let Some(last) = self.found.motion.annexes.last_mut() {
            for one in body {
                append(&mut last.text, block(one));
            }
        }
    }
}

/// A recital, or what goes on below one.
fn recital(recitals: &mut Vec<String>, one: &Paragraph) {
    match (block(one), recitals.last_mut()) {
        (block @ prose::Block::Paragraph(_), _) if one.form != Form::Within => recitals.push(prose::written(&[block])),
        (block, Some(last)) => append(last, block),
        (block, None) => recitals.push(prose::written(&[block])),
    }
}

/// What the site writes around a motion.
#[derive(PartialEq, Eq)]
enum Around {
    Not,
    /// What the motion is, which copy it is.
    Told,
    /// From the contribution to the motion, in numbers.
    Figures,
}

/// Whether a paragraph of the cover is ours, by its style or by how it begins.
fn around(one: &Paragraph) -> Around {
    const TOLD: [&str; 12] = [
        "Projet de motion, version",
        "Draft motion, version",
        "Motion adoptée le",
        "Motion adopted on",
        "Ce que la motion demande, en deux pages",
        "What the motion asks, in two pages",
        "Exemplaire établi pour",
        "Copy made for",
        "Cet exemplaire nomme les femmes",
        "This copy names women",
        "Lignes numérotées",
        "Numbered lines",
    ];
    let (words, style) = (one.words(), fold(&one.style));
    match () {
        () if style.starts_with("chiffres") || LANGS.into_iter().any(|lang| say::caption(lang) == words) => {
            Around::Figures
        }
        () if matches!(style.as_str(), "etat" | "note" | "subtitle" | "sous-titre") => Around::Told,
        () if TOLD.iter().any(|start| words.replace('\u{a0}', " ").starts_with(start)) => Around::Told,
        () => Around::Not,
    }
}

/// Whether a paragraph says whom the text speaks to.
fn addresses(one: &Paragraph, words: &str) -> bool {
    let folded = fold(words);
    let first = [
        "a l'attention",
        "a madame",
        "a monsieur",
        "a mesdames",
        "a messieurs",
        "aux ",
        "madame",
        "monsieur",
        "mesdames",
        "messieurs",
    ];
    fold(&one.style).starts_with("adresse")
        || first.iter().any(|start| folded.starts_with(start)) && words.chars().count() < 400
}

#[cfg(test)]
mod tests;

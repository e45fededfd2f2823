//! From what a form sends to a gesture on the text.

use arobase_domain::motion::{Annex, Field, Gesture, Motion, SectionKind, Source};
use arobase_domain::{ClauseId, IdeaId, PropositionId, SectionId};
use std::collections::BTreeSet;

/// The fields of a form, as sent.
#[derive(Debug, Default)]
pub(super) struct Sent(pub(super) Vec<(String, String)>);

/// Most signs in a field.
pub(super) const MOST: usize = 20_000;

impl Sent {
    /// The first value of a field, lines ended as we end them; empty if it was not sent.
    pub(super) fn field(&self, name: &str) -> String {
        let found = self.0.iter().find(|(field, _)| field == name);
        found.map_or_else(String::new, |(_, value)| value.replace("\r\n", "\n").trim().to_owned())
    }

    fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.trim())
    }

    /// Whether a field is too long.
    pub(super) fn is_long(&self) -> bool {
        self.0.iter().any(|(_, value)| value.chars().count() > MOST)
    }

    fn section(&self) -> SectionId {
        SectionId::new(self.field("section"))
    }

    /// What a form of the workshop asks; none if no gesture has its name.
    pub(super) fn on_text(&self, motion: &Motion) -> Option<Gesture> {
        let edit = self.field("edit");
        if let Some((step, section)) = edit.split_once(' ') {
            return stepped(motion, step, &SectionId::new(section));
        }
        Some(match edit.as_str() {
            "recitals" => Gesture::Recitals { texts: paragraphs(&self.field("text")) },
            "annexes" => Gesture::Annexes { annexes: self.annexes() },
            "add" => self.addition(motion),
            "add-section" => Gesture::AddSection { kind: self.kind(), title: self.field("text") },
            "name" => Gesture::Name { section: self.section(), kind: self.kind(), title: self.field("text") },
            "lead" => Gesture::Lead { section: self.section(), text: self.field("text") },
            "aside" => Gesture::SetAside { proposition: self.proposition(), reason: self.field("reason") },
            "take-back" => Gesture::TakeBack { proposition: self.proposition() },
            "easy" => Gesture::Easy { of: self.field("of"), text: self.field("text") },
            field => Gesture::Head { field: Field::of(field)?, text: self.field("text") },
        })
    }

    /// A clause at the end of a section, from a proposition where one is told.
    fn addition(&self, motion: &Motion) -> Gesture {
        let (section, proposition) = (self.section(), self.proposition());
        let held = motion.sections.iter().find(|one| one.id == section);
        let told = Some(proposition).filter(|id| !id.as_str().is_empty());
        Gesture::Add {
            after: held.and_then(|held| held.clauses.last()).map(|last| last.id.clone()),
            section,
            text: self.field("text"),
            sources: told.into_iter().map(Source::Proposition).collect(),
        }
    }

    fn proposition(&self) -> PropositionId {
        PropositionId::new(self.field("proposition"))
    }

    fn kind(&self) -> SectionKind {
        match self.field("kind").as_str() {
            "axis" => SectionKind::Axis,
            "priority" => SectionKind::Priority,
            _ => SectionKind::Question,
        }
    }

    /// Titles and texts, in pairs.
    fn annexes(&self) -> Vec<Annex> {
        let texts = self.all("text").map(|text| text.replace("\r\n", "\n"));
        self.all("title").zip(texts).map(|(title, text)| Annex { title: title.to_owned(), text }).collect()
    }

    /// What a form of a clause asks; none if no gesture has its name, or if there is nothing to do it with.
    pub(super) fn on_clause(&self, motion: &Motion, id: &ClauseId) -> Option<Gesture> {
        let clause = id.clone();
        Some(match self.field("edit").as_str() {
            "write" => Gesture::Write { clause, text: self.field("text"), before: Some(self.field("before")) },
            "split" => Gesture::Split { clause, at: self.field("at").parse().ok()? },
            "merge" => Gesture::Merge { clause, with: next(motion, id)? },
            "up" => lifted(motion, id)?,
            "down" => lowered(motion, id)?,
            "move" => Gesture::Move { clause, section: self.section(), before: None },
            "remove" => Gesture::Remove { clause },
            "link" => Gesture::Link { clause, source: self.source()? },
            "unlink" => Gesture::Unlink { clause, source: self.source()? },
            "to" => Gesture::To { clause, to: self.all("to").map(str::to_owned).collect::<BTreeSet<_>>() },
            "easy" => Gesture::Easy { of: id.to_string(), text: self.field("text") },
            _ => return None,
        })
    }

    /// « p17 » is a proposition, « 127.2 » an idea.
    fn source(&self) -> Option<Source> {
        let told = self.field("source");
        let first = told.chars().next()?;
        Some(if first.is_ascii_digit() {
            Source::Idea(IdeaId::new(told))
        } else {
            Source::Proposition(PropositionId::new(told))
        })
    }
}

/// Texts apart by an empty line.
fn paragraphs(text: &str) -> Vec<String> {
    text.split("\n\n").map(|one| one.trim().to_owned()).filter(|one| !one.is_empty()).collect()
}

/// A gesture on a section by its button.
fn stepped(motion: &Motion, step: &str, section: &SectionId) -> Option<Gesture> {
    let at = motion.sections.iter().position(|one| one.id == *section)?;
    let id = |at: usize| motion.sections.get(at).map(|one| one.id.clone());
    match step {
        "up" => Some(Gesture::MoveSection { section: section.clone(), before: id(at.checked_sub(1)?) }),
        "down" => Some(Gesture::MoveSection { section: section.clone(), before: id(at + 2) }),
        "remove-section" => Some(Gesture::RemoveSection { section: section.clone() }),
        _ => None,
    }
}

fn next(motion: &Motion, id: &ClauseId) -> Option<ClauseId> {
    let (_, section) = motion.section_of(id)?;
    let at = section.clauses.iter().position(|one| one.id == *id)?;
    section.clauses.get(at + 1).map(|one| one.id.clone())
}

/// One place up; from the head of a section, to the end of the one before.
fn lifted(motion: &Motion, id: &ClauseId) -> Option<Gesture> {
    let (place, section) = motion.section_of(id)?;
    let at = section.clauses.iter().position(|one| one.id == *id)?;
    let (section, before) = match at.checked_sub(1) {
        Some(above) => (section, Some(section.clauses[above].id.clone())),
        None => (motion.sections.get(place.checked_sub(2)?)?, None),
    };
    Some(Gesture::Move { clause: id.clone(), section: section.id.clone(), before })
}

/// One place down; from the end of a section, to the head of the next.
fn lowered(motion: &Motion, id: &ClauseId) -> Option<Gesture> {
    let (place, section) = motion.section_of(id)?;
    let at = section.clauses.iter().position(|one| one.id == *id)?;
    let (section, below) = if at + 1 < section.clauses.len() {
        (section, section.clauses.get(at + 2))
    } else {
        let next = motion.sections.get(place)?;
        (next, next.clauses.first())
    };
    let before = below.map(|one| one.id.clone());
    Some(Gesture::Move { clause: id.clone(), section: section.id.clone(), before })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn sent(fields: &[(&str, &str)]) -> Sent {
        Sent(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    fn order(motion: &Motion) -> Vec<String> {
        motion.clauses().map(|one| one.id.to_string()).collect()
    }

    #[test]
    fn up_and_down_pass_from_section_to_section_and_come_back() {
        let motion = sample::motion();
        for id in order(&motion) {
            let id = ClauseId::new(id);
            for (go, back) in [("up", "down"), ("down", "up")] {
                let mut moved = motion.clone();
                let Some(gesture) = sent(&[("edit", go)]).on_clause(&moved, &id) else { continue };
                moved.make(gesture).expect("there");
                let gesture = sent(&[("edit", back)]).on_clause(&moved, &id).expect("it came from there");
                moved.make(gesture).expect("there");
                assert_eq!(moved.sections, motion.sections, "{id} {go}");
            }
        }
    }

    #[test]
    fn what_no_gesture_bears_is_none() {
        let motion = sample::motion();
        assert_eq!(sent(&[("edit", "explode")]).on_text(&motion), None);
        assert_eq!(sent(&[("edit", "explode")]).on_clause(&motion, &ClauseId::new("e1")), None);
        let last = motion.clauses().last().expect("one").id.clone();
        assert_eq!(sent(&[("edit", "merge")]).on_clause(&motion, &last), None);
    }

    #[test]
    fn sources_are_told_apart_by_their_names() {
        let of =
            |source| sent(&[("edit", "link"), ("source", source)]).on_clause(&sample::motion(), &ClauseId::new("e1"));
        assert!(matches!(of("p17"), Some(Gesture::Link { source: Source::Proposition(_), .. })));
        assert!(matches!(of("127.2"), Some(Gesture::Link { source: Source::Idea(_), .. })));
        assert_eq!(of(""), None);
    }
}

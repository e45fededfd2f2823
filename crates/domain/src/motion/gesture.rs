//! What drafters can do to the text beside typing. Whatever they do, a clause keeps what it comes from.

use super::{Annex, Clause, Motion, Section, SectionKind, Source};
use crate::id::{ClauseId, PropositionId, SectionId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A text that stands once in the motion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Its title.
    Title,
    /// Whom it speaks to.
    Address,
    /// The statement of reasons.
    Reasons,
    /// What leads to the clauses.
    Demand,
}

impl Field {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Title, Self::Address, Self::Reasons, Self::Demand];

    /// Its code in forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Address => "address",
            Self::Reasons => "reasons",
            Self::Demand => "demand",
        }
    }

    /// The field of a code.
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.as_str() == code)
    }
}

/// One gesture.
#[expect(missing_docs, reason = "each field bears the name of what it is")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "motion", rename_all = "snake_case")]
pub enum Gesture {
    /// Writes a text that stands once.
    Head { field: Field, text: String },
    /// Writes the recitals, a text each.
    Recitals { texts: Vec<String> },
    /// Writes the annexes.
    Annexes { annexes: Vec<Annex> },
    /// Writes a clause otherwise; told with the words that it had, it is refused if it has others by now.
    Write {
        clause: ClauseId,
        text: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<String>,
    },
    /// Adds a clause after another, or at the head of its section.
    Add { section: SectionId, after: Option<ClauseId>, text: String, sources: BTreeSet<Source> },
    /// Takes a clause away: what it came from waits to be placed again.
    Remove { clause: ClauseId },
    /// Cuts a clause in two before its `at`-th sign; both parts come from what it came from.
    Split { clause: ClauseId, at: usize },
    /// Puts the words of a clause after those of another, which comes from what both came from.
    Merge { clause: ClauseId, with: ClauseId },
    /// Puts a clause just before another of a section, or last.
    Move { clause: ClauseId, section: SectionId, before: Option<ClauseId> },
    /// Says that a clause comes from something.
    Link { clause: ClauseId, source: Source },
    /// Says that it does not.
    Unlink { clause: ClauseId, source: Source },
    /// Says who is asked.
    To { clause: ClauseId, to: BTreeSet<String> },
    /// Adds a section, last.
    AddSection { kind: SectionKind, title: String },
    /// Names a section, and says what it is called.
    Name { section: SectionId, kind: SectionKind, title: String },
    /// Writes what stands at the head of a section.
    Lead { section: SectionId, text: String },
    /// Puts a section just before another, or last.
    MoveSection { section: SectionId, before: Option<SectionId> },
    /// Takes away a section that has no clause left.
    RemoveSection { section: SectionId },
    /// Says why a proposition is in no clause.
    SetAside { proposition: PropositionId, reason: String },
    /// Takes that back.
    TakeBack { proposition: PropositionId },
    /// Writes the easy-to-read twin of a clause, a section or a field.
    Easy { of: String, text: String },
}

/// Why a gesture cannot be made. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is no such clause.
    #[error("no clause {0}")]
    NoClause(ClauseId),
    /// There is no such section.
    #[error("no section {0}")]
    NoSection(SectionId),
    /// Words without a letter.
    #[error("no words")]
    NoWords,
    /// A part of the clause would be without words.
    #[error("a part of clause {0} would be empty")]
    NoPart(ClauseId),
    /// A clause merged with itself, or put before itself.
    #[error("clause {0} twice")]
    Itself(ClauseId),
    /// The section still has clauses.
    #[error("section {0} has clauses")]
    NotEmpty(SectionId),
    /// A proposition set aside without saying why.
    #[error("no reason told")]
    NoReason,
    /// Someone else has written the clause meanwhile.
    #[error("clause {0} was written meanwhile")]
    Meanwhile(ClauseId),
    /// A proposition set aside that is in a clause.
    #[error("proposition {0} is in a clause")]
    Placed(PropositionId),
}

impl Motion {
    /// Makes a gesture, or refuses it and changes nothing.
    pub fn make(&mut self, gesture: Gesture) -> Result<(), Refusal> {
        match gesture {
            Gesture::Head { field, text } => text.trim().clone_into(self.field_mut(field)),
            Gesture::Recitals { texts } => self.recitals = texts.into_iter().filter(|text| has_words(text)).collect(),
            Gesture::Annexes { annexes } => {
                self.annexes =
                    annexes.into_iter().filter(|one| has_words(&one.title) || has_words(&one.text)).collect();
            }
            Gesture::Write { clause, text, before } => self.write(&clause, &text, before.as_deref())?,
            Gesture::Add { section, after, text, sources } => {
                self.add(&section, after.as_ref(), worded(&text)?, sources)?;
            }
            Gesture::Remove { clause } => _ = self.take(&clause)?,
            Gesture::Split { clause, at } => self.split(&clause, at)?,
            Gesture::Merge { clause, with } => self.merge(&clause, &with)?,
            Gesture::Move { clause, section, before } => self.put(&clause, &section, before.as_ref())?,
            Gesture::Link { clause, source } => _ = self.held(&clause)?.sources.insert(source),
            Gesture::Unlink { clause, source } => _ = self.held(&clause)?.sources.remove(&source),
            Gesture::To { clause, to } => self.held(&clause)?.to = to,
            Gesture::AddSection { kind, title } => self.add_section(kind, worded(&title)?),
            Gesture::Name { section, kind, title } => {
                let title = worded(&title)?;
                let held = self.section_mut(&section)?;
                (held.kind, held.title) = (kind, title);
            }
            Gesture::Lead { section, text } => text.trim().clone_into(&mut self.section_mut(&section)?.lead),
            Gesture::MoveSection { section, before } => self.put_section(&section, before.as_ref())?,
            Gesture::RemoveSection { section } => self.remove_section(&section)?,
            Gesture::SetAside { proposition, reason } => self.set_aside(proposition, &reason)?,
            Gesture::TakeBack { proposition } => _ = self.aside.remove(&proposition),
            Gesture::Easy { of, text } if text.trim().is_empty() => _ = self.easy.remove(&of),
            Gesture::Easy { of, text } => _ = self.easy.insert(of, text.trim().to_owned()),
        }
        Ok(())
    }

    /// A text that stands once.
    pub fn field(&self, field: Field) -> &str {
        match field {
            Field::Title => &self.title,
            Field::Address => &self.address,
            Field::Reasons => &self.reasons,
            Field::Demand => &self.demand,
        }
    }

    fn field_mut(&mut self, field: Field) -> &mut String {
        match field {
            Field::Title => &mut self.title,
            Field::Address => &mut self.address,
            Field::Reasons => &mut self.reasons,
            Field::Demand => &mut self.demand,
        }
    }

    fn section_mut(&mut self, id: &SectionId) -> Result<&mut Section, Refusal> {
        self.sections.iter_mut().find(|one| one.id == *id).ok_or_else(|| Refusal::NoSection(id.clone()))
    }

    fn held(&mut self, id: &ClauseId) -> Result<&mut Clause, Refusal> {
        let mut clauses = self.sections.iter_mut().flat_map(|section| &mut section.clauses);
        clauses.find(|one| one.id == *id).ok_or_else(|| Refusal::NoClause(id.clone()))
    }

    /// Where a clause is: its section and its place there.
    fn place(&self, id: &ClauseId) -> Result<(usize, usize), Refusal> {
        let within = |section: &Section| section.clauses.iter().position(|one| one.id == *id);
        let found = self.sections.iter().enumerate().find_map(|(at, section)| Some((at, within(section)?)));
        found.ok_or_else(|| Refusal::NoClause(id.clone()))
    }

    fn take(&mut self, id: &ClauseId) -> Result<Clause, Refusal> {
        let (section, at) = self.place(id)?;
        Ok(self.sections[section].clauses.remove(at))
    }

    fn add(
        &mut self,
        section: &SectionId,
        after: Option<&ClauseId>,
        text: String,
        sources: BTreeSet<Source>,
    ) -> Result<(), Refusal> {
        let before = self.section_mut(section)?.clauses.iter().position(|one| Some(&one.id) == after);
        let at = match (after, before) {
            (None, _) => 0,
            (Some(_), Some(at)) => at + 1,
            (Some(missing), None) => return Err(Refusal::NoClause(missing.clone())),
        };
        for id in sources.iter().filter_map(proposition) {
            self.aside.remove(id);
        }
        let clause = Clause { id: self.new_clause(), text, sources, to: BTreeSet::new() };
        self.section_mut(section)?.clauses.insert(at, clause);
        Ok(())
    }

    fn write(&mut self, id: &ClauseId, text: &str, before: Option<&str>) -> Result<(), Refusal> {
        let (text, held) = (worded(text)?, self.held(id)?);
        if before.is_some_and(|before| before.trim() != held.text.trim()) {
            return Err(Refusal::Meanwhile(id.clone()));
        }
        held.text = text;
        Ok(())
    }

    fn split(&mut self, id: &ClauseId, at: usize) -> Result<(), Refusal> {
        let (section, place) = self.place(id)?;
        let (new, held) = (self.new_clause(), &mut self.sections[section].clauses[place]);
        let cut = held.text.char_indices().nth(at).map_or(held.text.len(), |(byte, _)| byte);
        let (first, second) = held.text.split_at(cut);
        let [first, second] = [first, second].map(|part| part.trim().to_owned());
        if !has_words(&first) || !has_words(&second) {
            return Err(Refusal::NoPart(id.clone()));
        }
        let second = Clause { id: new, text: second, ..held.clone() };
        held.text = first;
        self.sections[section].clauses.insert(place + 1, second);
        Ok(())
    }

    fn merge(&mut self, id: &ClauseId, with: &ClauseId) -> Result<(), Refusal> {
        if id == with {
            return Err(Refusal::Itself(id.clone()));
        }
        self.place(id)?;
        let taken = self.take(with)?;
        let easy = self.easy.remove(with.as_str());
        let held = self.held(id)?;
        held.text = format!("{}\n\n{}", held.text, taken.text);
        held.sources.extend(taken.sources);
        held.to.extend(taken.to);
        if let Some(easy) = easy {
            let kept = self.easy.entry(id.as_str().to_owned()).or_default();
            *kept = [kept.as_str(), &easy].join("\n\n").trim().into();
        }
        Ok(())
    }

    fn put(&mut self, id: &ClauseId, section: &SectionId, before: Option<&ClauseId>) -> Result<(), Refusal> {
        if before == Some(id) {
            return Err(Refusal::Itself(id.clone()));
        }
        self.place(id)?;
        let held = &self.section_mut(section)?.clauses;
        if let Some(missing) = before.filter(|before| held.iter().all(|one| one.id != **before)) {
            return Err(Refusal::NoClause(missing.clone()));
        }
        let clause = self.take(id)?;
        let held = &mut self.section_mut(section)?.clauses;
        let at = held.iter().position(|one| Some(&one.id) == before).unwrap_or(held.len());
        held.insert(at, clause);
        Ok(())
    }

    fn add_section(&mut self, kind: SectionKind, title: String) {
        let id = self.new_section();
        self.sections.push(Section { id, kind, title, ..Section::default() });
    }

    fn put_section(&mut self, id: &SectionId, before: Option<&SectionId>) -> Result<(), Refusal> {
        let from = self.section_place(id)?;
        before.map(|before| self.section_place(before)).transpose()?;
        let section = self.sections.remove(from);
        let at = self.sections.iter().position(|one| Some(&one.id) == before).unwrap_or(self.sections.len());
        self.sections.insert(if before == Some(id) { from } else { at }, section);
        Ok(())
    }

    fn section_place(&self, id: &SectionId) -> Result<usize, Refusal> {
        self.sections.iter().position(|one| one.id == *id).ok_or_else(|| Refusal::NoSection(id.clone()))
    }

    fn remove_section(&mut self, id: &SectionId) -> Result<(), Refusal> {
        let at = self.section_place(id)?;
        if !self.sections[at].clauses.is_empty() {
            return Err(Refusal::NotEmpty(id.clone()));
        }
        self.sections.remove(at);
        Ok(())
    }

    fn set_aside(&mut self, proposition: PropositionId, reason: &str) -> Result<(), Refusal> {
        if !has_words(reason) {
            return Err(Refusal::NoReason);
        }
        if self.clauses().any(|clause| clause.propositions().any(|id| *id == proposition)) {
            return Err(Refusal::Placed(proposition));
        }
        self.aside.insert(proposition, reason.trim().to_owned());
        Ok(())
    }
}

fn proposition(source: &Source) -> Option<&PropositionId> {
    match source {
        Source::Proposition(id) => Some(id),
        Source::Idea(_) => None,
    }
}

fn has_words(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

fn worded(text: &str) -> Result<String, Refusal> {
    if has_words(text) { Ok(text.trim().to_owned()) } else { Err(Refusal::NoWords) }
}

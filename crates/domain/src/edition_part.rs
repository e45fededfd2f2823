//! The parts of an edition that its administrators may change, and which of them two versions tell differently.

use crate::edition::{Edition, PhaseKind};

/// A part of an edition that is changed as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EditionPart {
    /// Its name in addresses.
    Slug,
    /// Its name on pages.
    Name,
    /// Its motto.
    Motto,
    /// When the congress opens.
    Congress,
    /// The dates of a phase.
    Phase(PhaseKind),
    /// The guiding questions.
    Questions,
    /// The time zone.
    TimeZone,
    /// The longest title.
    TitleLimit,
    /// The longest text.
    TextLimit,
    /// The code of invitation.
    Invitation,
}

impl EditionPart {
    /// Its name in the journal: `"motto"`, `"phase.collection"`.
    pub fn code(self) -> String {
        match self {
            Self::Slug => "slug".into(),
            Self::Name => "name".into(),
            Self::Motto => "motto".into(),
            Self::Congress => "congress".into(),
            Self::Phase(kind) => format!("phase.{kind}"),
            Self::Questions => "questions".into(),
            Self::TimeZone => "time_zone".into(),
            Self::TitleLimit => "title_limit".into(),
            Self::TextLimit => "text_limit".into(),
            Self::Invitation => "invitation".into(),
        }
    }
}

impl Edition {
    /// What another version of this edition tells differently, in the order of the settings page.
    pub fn differs(&self, other: &Self) -> Vec<EditionPart> {
        let (mine, theirs) = (&self.settings, &other.settings);
        let whole = [
            (EditionPart::Slug, self.slug != other.slug),
            (EditionPart::Name, self.name != other.name),
            (EditionPart::Motto, self.motto != other.motto),
            (EditionPart::Congress, self.congress_date != other.congress_date),
            (EditionPart::Questions, mine.questions != theirs.questions),
            (EditionPart::TimeZone, mine.time_zone != theirs.time_zone),
            (EditionPart::TitleLimit, mine.limits.title != theirs.limits.title),
            (EditionPart::TextLimit, mine.limits.text != theirs.limits.text),
            (EditionPart::Invitation, mine.invitation != theirs.invitation),
        ];
        let phases =
            PhaseKind::ALL.iter().map(|&kind| (EditionPart::Phase(kind), self.phase(kind) != other.phase(kind)));
        let mut parts: Vec<EditionPart> =
            whole.into_iter().chain(phases).filter(|(_, differs)| *differs).map(|(part, _)| part).collect();
        parts.sort_unstable();
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{EditionId, GuidingQuestion, Phase, Settings};

    #[test]
    fn what_differs_is_named_and_nothing_else() {
        let one = Edition {
            id: EditionId::new("e"),
            slug: "2027".into(),
            name: "Congrès".into(),
            motto: String::new(),
            fictional: false,
            congress_date: 9,
            phases: vec![Phase { kind: PhaseKind::Collection, starts_at: 1, ends_at: 5 }],
            settings: Settings::default(),
        };
        assert_eq!(one.differs(&one), []);
        let mut other = one.clone();
        other.motto = "Une idée par commune".into();
        other.phases.push(Phase { kind: PhaseKind::Congress, starts_at: 9, ends_at: 10 });
        other.phases[0].ends_at = 6;
        other.settings.questions.push(GuidingQuestion::default());
        other.settings.limits.text = 500;
        let codes: Vec<String> = one.differs(&other).into_iter().map(EditionPart::code).collect();
        assert_eq!(codes, ["motto", "phase.collection", "phase.congress", "questions", "text_limit"]);
    }
}

//! Why an edition cannot be created, and what to do about it.

use arobase_domain::settings::INVITATION;
use arobase_domain::{Lang, Limits, PhaseError, PhaseKind, SettingError};
use std::path::PathBuf;

/// Why an edition cannot be created.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// The file cannot be read, or is not what it should be; with what its reader says.
    File(PathBuf, String),
    /// There is no name.
    NoName,
    /// Neither the day of the congress nor its phase is given.
    NoCongress,
    /// A short name with other characters than lower-case letters, digits and hyphens.
    Slug(String),
    /// An edition has this short name already.
    Taken(String),
    /// Not a date.
    Date(String),
    /// Not a time zone.
    Zone(String),
    /// Not `phase=start..end`.
    Phase(String),
    /// Phases that do not follow one another, with the days concerned in words.
    Phases(PhaseError, [String; 2]),
    /// The congress opens outside the phase of the congress.
    Outside,
    /// A setting that cannot be.
    Setting(SettingError),
}

/// The name of a phase, as pages write it.
pub(super) fn phase(kind: PhaseKind, lang: Lang) -> &'static str {
    match (kind, lang) {
        (PhaseKind::Preparation, Lang::Fr) => "préparation",
        (PhaseKind::Preparation, Lang::En) => "preparation",
        (PhaseKind::Collection, Lang::Fr) => "recueil",
        (PhaseKind::Collection, Lang::En) => "collection",
        (PhaseKind::Classification, Lang::Fr) => "classement",
        (PhaseKind::Classification, Lang::En) => "classification",
        (PhaseKind::Congress, Lang::Fr) => "congrès",
        (PhaseKind::Congress, Lang::En) => "congress",
        (PhaseKind::Presentation, Lang::Fr) => "remise",
        (PhaseKind::Presentation, Lang::En) => "presentation",
        (PhaseKind::FollowUp, Lang::Fr) => "suivi",
        (PhaseKind::FollowUp, Lang::En) => "follow-up",
    }
}

impl Refusal {
    /// What is wrong and what to do.
    pub(crate) fn message(&self, lang: Lang) -> String {
        match lang {
            Lang::Fr => self.french(),
            Lang::En => self.english(),
        }
    }

    fn french(&self) -> String {
        let name = |kind: &PhaseKind| phase(*kind, Lang::Fr);
        match self {
            Self::File(path, detail) => format!("{}\u{a0}: {detail}", path.display()),
            Self::NoName => "Il manque le nom de l’édition. Donnez-le avec --name, ou «\u{a0}name = …\u{a0}» dans le fichier.".into(),
            Self::NoCongress => "Il manque le jour du congrès. Donnez-le avec --congress 2027-10-07, ou «\u{a0}congress = …\u{a0}» dans le fichier.".into(),
            Self::Slug(slug) => format!("«\u{a0}{slug}\u{a0}» ne va pas dans une adresse. Prenez des minuscules sans accent, des chiffres et des traits d’union, par exemple «\u{a0}2027\u{a0}»."),
            Self::Taken(slug) => format!("L’édition «\u{a0}{slug}\u{a0}» existe déjà. Donnez un autre nom court avec --slug."),
            Self::Date(date) => format!("«\u{a0}{date}\u{a0}» n’est pas une date. Écrivez 2027-10-07, ou 2027-10-07T18:00 avec l’heure."),
            Self::Zone(zone) => format!("«\u{a0}{zone}\u{a0}» n’est pas un fuseau horaire. Exemples\u{a0}: Europe/Paris, Indian/Reunion, America/Martinique, Pacific/Noumea."),
            Self::Phase(given) => format!("«\u{a0}{given}\u{a0}» n’est pas une phase. Écrivez par exemple --phase recueil=2027-08-19..2027-10-02\u{202f}; les phases sont {}.", names(Lang::Fr)),
            Self::Phases(PhaseError::Backwards(kind), [from, to]) => format!("La phase «\u{a0}{}\u{a0}» finit ({to}) avant de commencer ({from}). Inversez ses dates.", name(kind)),
            Self::Phases(PhaseError::Twice(kind), _) => format!("La phase «\u{a0}{}\u{a0}» est donnée deux fois. Gardez-en une.", name(kind)),
            Self::Phases(PhaseError::Overlap(one, other), [end, start]) => format!("La phase «\u{a0}{}\u{a0}» commence ({start}) avant la fin de la phase «\u{a0}{}\u{a0}» ({end}). L’ordre est\u{a0}: {}.", name(other), name(one), names(Lang::Fr)),
            Self::Outside => "Le congrès s’ouvre en dehors de la phase «\u{a0}congrès\u{a0}». Accordez --congress et les dates de cette phase.".into(),
            Self::Setting(SettingError::Title(given)) => format!("Un titre de {given} caractères au plus\u{a0}: choisissez entre {} et {}.", Limits::titles().start(), Limits::titles().end()),
            Self::Setting(SettingError::Text(given)) => format!("Un texte de {given} caractères au plus\u{a0}: choisissez entre {} et {}.", Limits::texts().start(), Limits::texts().end()),
            Self::Setting(SettingError::Question) => "Une question n’a pas de texte français. Écrivez --question 'Que manque-t-il\u{a0}? | What is missing?'.".into(),
            Self::Setting(SettingError::Invitation(given)) => format!("Un code d’invitation de {given} lettres ou chiffres\u{a0}: choisissez-en de {} à {}.", INVITATION.start(), INVITATION.end()),
        }
    }

    fn english(&self) -> String {
        let name = |kind: &PhaseKind| phase(*kind, Lang::En);
        match self {
            Self::File(path, detail) => format!("{}: {detail}", path.display()),
            Self::NoName => "The edition has no name. Give it with --name, or “name = …” in the file.".into(),
            Self::NoCongress => {
                "The day of the congress is missing. Give it with --congress 2027-10-07, or “congress = …” in the file."
                    .into()
            }
            Self::Slug(slug) => format!(
                "“{slug}” does not go into an address. Take lower-case letters without accents, digits and hyphens, such as “2027”."
            ),
            Self::Taken(slug) => format!("The edition “{slug}” exists already. Give another short name with --slug."),
            Self::Date(date) => format!("“{date}” is not a date. Write 2027-10-07, or 2027-10-07T18:00 with the hour."),
            Self::Zone(zone) => format!(
                "“{zone}” is not a time zone. Examples: Europe/Paris, Indian/Reunion, America/Martinique, Pacific/Noumea."
            ),
            Self::Phase(given) => format!(
                "“{given}” is not a phase. Write for instance --phase collection=2027-08-19..2027-10-02; phases are {}.",
                names(Lang::En)
            ),
            Self::Phases(PhaseError::Backwards(kind), [from, to]) => {
                format!("The phase “{}” ends ({to}) before it starts ({from}). Swap its dates.", name(kind))
            }
            Self::Phases(PhaseError::Twice(kind), _) => format!("The phase “{}” is given twice. Keep one.", name(kind)),
            Self::Phases(PhaseError::Overlap(one, other), [end, start]) => format!(
                "The phase “{}” starts ({start}) before the phase “{}” ends ({end}). Their order is: {}.",
                name(other),
                name(one),
                names(Lang::En)
            ),
            Self::Outside => {
                "The congress opens outside the phase “congress”. Make --congress and the dates of that phase agree."
                    .into()
            }
            Self::Setting(SettingError::Title(given)) => format!(
                "Titles of at most {given} characters: choose between {} and {}.",
                Limits::titles().start(),
                Limits::titles().end()
            ),
            Self::Setting(SettingError::Text(given)) => format!(
                "Texts of at most {given} characters: choose between {} and {}.",
                Limits::texts().start(),
                Limits::texts().end()
            ),
            Self::Setting(SettingError::Invitation(given)) => format!(
                "An invitation code of {given} letters or digits: choose from {} to {}.",
                INVITATION.start(),
                INVITATION.end()
            ),
            Self::Setting(SettingError::Question) => {
                "A question has no French words. Write --question 'Que manque-t-il ? | What is missing?'.".into()
            }
        }
    }
}

fn names(lang: Lang) -> String {
    PhaseKind::ALL.iter().map(|kind| phase(*kind, lang)).collect::<Vec<_>>().join(", ")
}

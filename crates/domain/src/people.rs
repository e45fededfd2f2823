//! People: who they are, what they hold, what they may do in an edition. No party and no political label has a place here.

use crate::email::Email;
use crate::id::MemberId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Longest name or function, in characters.
pub const NAME_MAX: usize = 120;

/// A person known to the instance; what they may do in an edition is said by their [`Role`]s there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Identifier: a UUID v7.
    pub id: MemberId,
    /// First name and name; empty if not given.
    pub name: String,
    /// Address of e-mail; none for those who take part by letter.
    pub email: Option<Email>,
    /// Function as they say it: « adjointe au numérique ».
    pub function: String,
    /// What they hold, from a closed list.
    pub mandates: Vec<Mandate>,
    /// Code of the territory where they hold office, where there is no doubt (see [`crate::territory`]).
    #[serde(default)]
    pub territory: Option<String>,
    /// The same in words, as it was given.
    #[serde(default)]
    pub place: String,
    /// Where letters reach them by post, one line a line. For letters alone: no page but the administrator's shows it.
    #[serde(default)]
    pub address: String,
}

/// A function held in a territory.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Mandate {
    /// Which.
    pub kind: MandateKind,
    /// INSEE code or SIREN of the territory, if known.
    pub territory: Option<String>,
}

/// What a local elected official may hold, or whom they work with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MandateKind {
    /// Maire, of an arrondissement or a delegated commune too.
    Mayor,
    /// Adjoint au maire.
    DeputyMayor,
    /// Conseiller municipal.
    MunicipalCouncillor,
    /// Président d’un EPCI.
    IntermunicipalPresident,
    /// Vice-président d’un EPCI.
    IntermunicipalVicePresident,
    /// Conseiller communautaire or métropolitain.
    IntermunicipalCouncillor,
    /// Président d’un conseil départemental.
    DepartmentPresident,
    /// Vice-président d’un conseil départemental.
    DepartmentVicePresident,
    /// Conseiller départemental.
    DepartmentCouncillor,
    /// Président d’un conseil régional or of an overseas assembly.
    RegionPresident,
    /// Vice-président d’un conseil régional.
    RegionVicePresident,
    /// Conseiller régional or territorial.
    RegionCouncillor,
    /// Député, sénateur or member of the European Parliament.
    Parliamentarian,
    /// Agent of a local authority: someone who works there and was not elected.
    Officer,
}

/// How a session was opened.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Means {
    /// By the link of a letter.
    #[default]
    Link,
    /// By the short code of a printed letter.
    Code,
    /// By a passkey.
    Passkey,
    /// By someone else who vouches for the person: OpenID Connect.
    Federation,
}

/// What a member may do in an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Contributes, and follows what becomes of it.
    Contributor,
    /// Enters contributions for those who tell or write them on paper.
    Mediator,
    /// Sees to it that the rules of publication hold.
    Moderator,
    /// Corrects the engine: themes, questions, propositions.
    KnowledgeEngineer,
    /// Leads tables and polls at the congress.
    Facilitator,
    /// Writes the motion.
    Drafter,
    /// Hands the motion over and follows the answers.
    Spokesperson,
    /// Judges applications to the label.
    Juror,
    /// Sets the edition up and gives roles.
    Administrator,
}

impl Role {
    /// Whether the role gives access to what others wrote or to who they are: more is asked of who holds it.
    pub fn is_staff(self) -> bool {
        self != Self::Contributor
    }
}

impl MandateKind {
    /// What a function in free text says is held, the most of each level: « maire, vice-président de la communauté de communes » holds two. Reads both
    /// genders and inclusive writing; what it does not know gives nothing.
    pub fn read(function: &str) -> BTreeSet<Self> {
        let text = plain(function);
        let mut held: BTreeSet<Self> = text.split([',', ';', '/', '+']).filter_map(Self::of_part).collect();
        held.extend(text.split(" et ").filter_map(Self::of_part));
        held
    }

    fn of_part(part: &str) -> Option<Self> {
        let says = |words: &[&str]| words.iter().any(|word| part.contains(word));
        let level = Level::of(part);
        let vice = says(&["vice-president", "vice president", "vp "]);
        Some(match level {
            _ if says(&["depute", "senat", "parlement"]) => Self::Parliamentarian,
            _ if says(&["adjoint", "deputy mayor"]) && !says(&["administrati", "adjoint technique"]) => {
                Self::DeputyMayor
            }
            _ if says(&["president"]) && vice => level?.vice_president(),
            _ if says(&["president"]) => level?.president(),
            _ if says(&["conseil"]) => level.map_or(Self::MunicipalCouncillor, Level::councillor),
            _ if says(&[
                "secretaire de mairie",
                "secretaire generale de mairie",
                "directeur",
                "directrice",
                "dgs",
                "agent",
            ]) =>
            {
                Self::Officer
            }
            _ if says(&["maire", "mayor"]) && !says(&["mairie"]) => Self::Mayor,
            _ => return None,
        })
    }
}

/// The four levels that have a president or councillors.
#[derive(Debug, Clone, Copy)]
enum Level {
    Commune,
    Intermunicipal,
    Department,
    Region,
}

impl Level {
    fn of(part: &str) -> Option<Self> {
        let says = |words: &[&str]| words.iter().any(|word| part.contains(word));
        match () {
            () if says(&["communaut", "metropol", "agglomeration", "epci", "intercommun", "syndicat"]) => {
                Some(Self::Intermunicipal)
            }
            () if says(&["departement"]) => Some(Self::Department),
            () if says(&["region", "territorial", "assemblee"]) => Some(Self::Region),
            () if says(&["municipa"]) => Some(Self::Commune),
            () => None,
        }
    }

    fn president(self) -> MandateKind {
        match self {
            Self::Commune => MandateKind::Mayor,
            Self::Intermunicipal => MandateKind::IntermunicipalPresident,
            Self::Department => MandateKind::DepartmentPresident,
            Self::Region => MandateKind::RegionPresident,
        }
    }

    fn vice_president(self) -> MandateKind {
        match self {
            Self::Commune => MandateKind::DeputyMayor,
            Self::Intermunicipal => MandateKind::IntermunicipalVicePresident,
            Self::Department => MandateKind::DepartmentVicePresident,
            Self::Region => MandateKind::RegionVicePresident,
        }
    }

    fn councillor(self) -> MandateKind {
        match self {
            Self::Commune => MandateKind::MunicipalCouncillor,
            Self::Intermunicipal => MandateKind::IntermunicipalCouncillor,
            Self::Department => MandateKind::DepartmentCouncillor,
            Self::Region => MandateKind::RegionCouncillor,
        }
    }
}

/// Lower case, accents off, marks of inclusive writing off: « Conseiller·ère régional·e » reads « conseillerere regionale ».
fn plain(text: &str) -> String {
    text.to_lowercase().chars().filter(|c| !"·•⋅.()".contains(*c)).map(unaccented).collect()
}

fn unaccented(letter: char) -> char {
    match letter {
        'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        '’' => '\'',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use MandateKind::*;

    fn read(function: &str) -> Vec<MandateKind> {
        MandateKind::read(function).into_iter().collect()
    }

    #[test]
    fn functions_are_read_in_both_genders() {
        for (function, held) in [
            ("Maire", vec![Mayor]),
            ("maire déléguée", vec![Mayor]),
            ("Maire adjointe au numérique", vec![DeputyMayor]),
            ("2ᵉ adjoint", vec![DeputyMayor]),
            ("conseillère municipale déléguée", vec![MunicipalCouncillor]),
            ("Conseiller·ère régional·e", vec![RegionCouncillor]),
            ("vice-présidente de la communauté de communes", vec![IntermunicipalVicePresident]),
            ("Président du conseil départemental", vec![DepartmentPresident]),
            ("maire, vice-président de l’agglomération", vec![Mayor, IntermunicipalVicePresident]),
            ("Maire et conseiller départemental", vec![Mayor, DepartmentCouncillor]),
            ("sénatrice", vec![Parliamentarian]),
            ("secrétaire de mairie", vec![Officer]),
            ("présidente", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(read(function), held, "{function}");
        }
    }

    #[test]
    fn only_contributors_are_not_staff() {
        assert_eq!(Role::ALL.iter().filter(|role| !role.is_staff()).count(), 1);
    }
}

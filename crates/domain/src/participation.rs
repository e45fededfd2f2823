//! Who takes part, told without pointing at anyone.
//!
//! Counts are told by région and by département within it, and by size of commune. A count under [`FEW`] is withheld, and others with it, so that
//! it cannot be found by subtraction from the total above: among the parts of a count that is told, those withheld are two at least, have
//! [`VEILED`] people at least between them, and more people than parts. A count that is withheld, or all of whose parts would be, is not divided.

use crate::territory::{Territory, TerritoryKind, territory};
use std::collections::BTreeMap;

/// Fewer people than this are not told.
pub const FEW: u64 = 5;

/// Fewest people in all the parts withheld from one count.
pub const VEILED: u64 = 10;

/// Least populations of the classes of communes, the first one open below.
pub const CLASSES: [u32; 4] = [500, 2_000, 10_000, 50_000];

/// People from one place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Presence {
    /// Code of the territory, where it is known.
    pub territory: Option<String>,
    /// Code of the département, where it is known.
    pub department: Option<String>,
    /// People.
    pub people: u64,
}

/// What a count is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// Everyone.
    All,
    /// A région, by its code.
    Region(&'static str),
    /// A département, by its code.
    Department(&'static str),
    /// Communes of a class of population, from 0.
    Class(usize),
    /// Intercommunal bodies.
    Epci,
    /// Départements, régions and overseas collectivities.
    Wider,
    /// Where it is not known.
    Unknown,
}

/// A count, and the counts of its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// What is counted.
    pub subject: Subject,
    people: u64,
    withheld: bool,
    /// Its parts, in the order of their subjects; empty when it is not divided.
    pub parts: Vec<Count>,
}

/// What may be told of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// How many people, which may be none.
    People(u64),
    /// Some or none: it is withheld.
    Withheld,
}

/// The two tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participation {
    /// By région, then by département.
    pub places: Count,
    /// By size of commune or kind of territory.
    pub sizes: Count,
}

impl Count {
    /// How many people, or nothing where that is withheld.
    pub fn told(&self) -> Option<u64> {
        (!self.withheld).then_some(self.people)
    }

    /// Makes a tree of counts of the path of subjects that each presence follows.
    fn tree(subject: Subject, followed: &[(Vec<Subject>, u64)]) -> Self {
        let mut below: BTreeMap<Subject, Vec<(Vec<Subject>, u64)>> = BTreeMap::new();
        for (path, people) in followed {
            if let [next, rest @ ..] = path.as_slice() {
                below.entry(*next).or_default().push((rest.to_vec(), *people));
            }
        }
        Self {
            subject,
            people: followed.iter().map(|(_, people)| people).sum(),
            withheld: false,
            parts: below.into_iter().map(|(next, followed)| Self::tree(next, &followed)).collect(),
        }
    }

    /// Withholds what must be, from the whole to its parts.
    fn protect(&mut self) {
        self.withhold_parts();
        if self.withheld || self.parts.iter().all(|part| part.withheld) {
            self.parts.clear();
        }
        self.parts.iter_mut().for_each(Self::protect);
    }

    fn withhold_parts(&mut self) {
        let mut least: Vec<usize> = (0..self.parts.len()).collect();
        least.sort_by_key(|&rank| (self.parts[rank].people, rank));
        let (mut parts, mut people) = (0, 0);
        for rank in least {
            let part = &mut self.parts[rank];
            let veiled = parts >= 2 && people >= VEILED && people > parts;
            if part.people >= FEW && (parts == 0 || veiled) {
                return;
            }
            part.withheld = true;
            (parts, people) = (parts + 1, people + part.people);
        }
    }
}

impl Participation {
    /// Counts the people of these places.
    pub fn of(presences: &[Presence]) -> Self {
        let table = |path: fn(&Presence) -> Vec<Subject>| {
            let followed: Vec<_> = presences.iter().map(|one| (path(one), one.people)).collect();
            let mut whole = Count::tree(Subject::All, &followed);
            whole.withheld = whole.people < FEW;
            whole.protect();
            whole
        };
        Self { places: table(place), sizes: table(|one| vec![size(one)]) }
    }

    /// What may be told of a département.
    pub fn department(&self, code: &str) -> Told {
        let region = territory(code).and_then(|one| one.region()).map(|region| region.code);
        let Some(region) = region.filter(|_| !self.places.parts.is_empty()) else { return Told::Withheld };
        match self.places.parts.iter().find(|part| matches!(part.subject, Subject::Region(own) if own == region)) {
            None => Told::People(0),
            Some(region) if region.parts.is_empty() => Told::Withheld,
            Some(region) => {
                let own =
                    region.parts.iter().find(|part| matches!(part.subject, Subject::Department(own) if own == code));
                own.map_or(Told::People(0), |own| own.told().map_or(Told::Withheld, Told::People))
            }
        }
    }

    /// How many people overseas, where every région there is told.
    pub fn overseas(&self) -> Option<u64> {
        self.places.parts.iter().filter(|part| part.subject.is_overseas()).map(Count::told).sum()
    }
}

impl Subject {
    /// Whether it is a région or a collectivity overseas.
    pub fn is_overseas(self) -> bool {
        matches!(self, Self::Region(code) if territory(code).is_some_and(|region| region.is_overseas()))
    }
}

impl Presence {
    fn territory(&self) -> Option<Territory> {
        self.territory.as_deref().and_then(territory)
    }
}

fn place(one: &Presence) -> Vec<Subject> {
    let known = one.territory().or_else(|| territory(one.department.as_deref()?));
    let Some((known, region)) = known.and_then(|known| Some((known, known.region()?))) else {
        return vec![Subject::Unknown];
    };
    let department = known.department().map_or(Subject::Unknown, Subject::Department);
    vec![Subject::Region(region.code), department]
}

fn size(one: &Presence) -> Subject {
    let Some(territory) = one.territory() else { return Subject::Unknown };
    match territory.kind {
        TerritoryKind::Commune => Subject::Class(CLASSES.partition_point(|least| *least <= territory.population)),
        TerritoryKind::Epci => Subject::Epci,
        TerritoryKind::Department | TerritoryKind::Region | TerritoryKind::Collectivity => Subject::Wider,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn from(territory: &str, people: u64) -> Presence {
        Presence { territory: Some(territory.into()), people, ..Presence::default() }
    }

    fn told(count: &Count) -> Vec<(Subject, Option<u64>)> {
        count.parts.iter().map(|part| (part.subject, part.told())).collect()
    }

    #[test]
    fn places_are_counted_by_region_and_departement() {
        let of_department = Presence { department: Some("75".into()), people: 8, ..Presence::default() };
        let presences = [from("47001", 30), from("33063", 20), of_department, from("97411", 6), from("988", 7)];
        let places = Participation::of(&presences).places;
        assert_eq!(
            told(&places),
            [("988", 7), ("R04", 6), ("R11", 8), ("R75", 50)]
                .map(|(code, people)| (Subject::Region(code), Some(people)))
        );
        assert_eq!(
            told(&places.parts[3]),
            [(Subject::Department("33"), Some(20)), (Subject::Department("47"), Some(30))]
        );
        assert_eq!(Participation::of(&presences).overseas(), Some(13));
    }

    #[test]
    fn sizes_are_those_of_communes() {
        let presences = [from("47001", 9), from("72222", 9), from("75056", 9), from("47", 9), from("200096956", 9)];
        let sizes = Participation::of(&presences).sizes;
        let subjects: Vec<Subject> = sizes.parts.iter().map(|part| part.subject).collect();
        assert!(
            subjects.contains(&Subject::Class(3))
                && subjects.contains(&Subject::Class(4))
                && subjects.contains(&Subject::Wider)
        );
        assert_eq!(sizes.told(), Some(45));
    }

    #[test]
    fn few_people_are_withheld_and_cannot_be_found_again() {
        let places = Participation::of(&[from("47001", 30), from("59350", 12), from("97411", 4)]);
        assert_eq!(
            told(&places.places),
            [("R04", None), ("R32", None), ("R75", Some(30))].map(|(code, people)| (Subject::Region(code), people)),
            "La Réunion is not 46 less 42"
        );
        assert_eq!(places.overseas(), None);
        let nobody = Participation::of(&[from("47001", 4)]).places;
        assert_eq!((nobody.told(), nobody.parts.len()), (None, 0));
        let alone = Participation::of(&[from("47001", 3), from("33063", 4)]).places;
        assert_eq!((alone.parts[0].told(), alone.parts[0].parts.len()), (Some(7), 0), "neither can be told");
        let wide = [from("47001", 30), from("33063", 3), from("24322", 12), from("16015", 20)];
        let found = Participation::of(&wide);
        let codes = ["47", "33", "19", "59"];
        let all = [Told::People(30), Told::Withheld, Told::People(0), Told::People(0)];
        assert_eq!(codes.map(|code| found.department(code)), all);
        assert_eq!(places.department("59"), Told::Withheld);
        let region = &found.places.parts[0];
        assert_eq!(region.told(), Some(65));
        let few = [Subject::Department("24"), Subject::Department("33")];
        assert!(region.parts.iter().all(|part| part.told().is_none() == few.contains(&part.subject)));
    }

    fn sound(count: &Count) {
        let withheld: Vec<&Count> = count.parts.iter().filter(|part| part.withheld).collect();
        let people: u64 = withheld.iter().map(|part| part.people).sum();
        assert!(count.parts.iter().all(|part| part.withheld || part.people >= FEW));
        assert!(!count.withheld || count.parts.is_empty());
        let veiled = withheld.len() >= 2 && people >= VEILED && people > withheld.len() as u64;
        assert!(withheld.is_empty() || veiled && withheld.len() < count.parts.len(), "{count:?}");
        let total: u64 = count.parts.iter().map(|part| part.people).sum();
        assert!(count.parts.is_empty() || total == count.people);
        count.parts.iter().for_each(sound);
    }

    proptest! {
        #[test]
        fn nothing_withheld_can_be_found_by_subtraction(people in proptest::collection::vec((0..96_usize, 1..15_u64), 0..40)) {
            let code = |rank: usize| format!("{:02}", rank + 1);
            let presences: Vec<Presence> = people
                .into_iter()
                .map(|(rank, people)| Presence { department: Some(code(rank)), people, ..Presence::default() })
                .collect();
            let Participation { places, sizes } = Participation::of(&presences);
            sound(&places);
            sound(&sizes);
        }
    }
}

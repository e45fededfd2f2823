//! The table, read in place.

use super::fold::{is_article, words};
use super::{Territory, TerritoryKind};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

static TEXT: &str = include_str!("../../territories/france.tsv");

/// Made at the first question.
pub(super) static TABLE: LazyLock<Table> = LazyLock::new(|| Table::read(TEXT));

/// The territory of a code: INSEE, SIREN of an EPCI, R and INSEE for a région. Codes of wards and of communes that joined another lead to
/// the commune of today.
pub fn territory(code: &str) -> Option<Territory> {
    TABLE.territory(code)
}

/// The year of the official geographical code that the table holds.
pub fn year() -> &'static str {
    TEXT.split_whitespace().nth(1).unwrap_or_default()
}

/// Régions, and overseas collectivities, which stand for one; in the order of the codes.
pub fn regions() -> impl Iterator<Item = Territory> {
    TABLE.wide.iter().copied().map(at)
}

/// Where each line begins in the text, and what is sought in them.
pub(super) struct Table {
    /// In the order of the codes.
    lines: Vec<u32>,
    /// Lines of the codes that lead elsewhere.
    elsewhere: BTreeMap<&'static str, u32>,
    /// Lines of régions, by the codes of their départements.
    regions: BTreeMap<&'static str, u32>,
    /// Lines of régions and of overseas collectivities.
    wide: Vec<u32>,
    /// Postcodes as numbers, in their order, with the lines that have them.
    postcodes: Vec<(u32, u32)>,
    /// Every name, each after a line break, each of its words after a space.
    pub(super) names: String,
    /// What each line of `names` names, in their order.
    entries: Vec<Entry>,
    /// The same by the alphabet of their names, leading articles apart.
    alphabet: Vec<Entry>,
}

/// A name and what it names.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    /// Where it begins in `names`.
    pub(super) start: u32,
    line: u32,
    /// Its rank among the other names, from 1; 0 for the official one.
    other: u32,
}

impl Table {
    fn read(text: &'static str) -> Self {
        let mut table = Self {
            lines: Vec::new(),
            elsewhere: BTreeMap::new(),
            regions: BTreeMap::new(),
            wide: Vec::new(),
            postcodes: Vec::new(),
            names: String::new(),
            entries: Vec::new(),
            alphabet: Vec::new(),
        };
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            if !line.starts_with('#') {
                table.add(start);
            }
            start += line.len() as u32;
        }
        table.postcodes.sort_unstable();
        let mut alphabet = table.entries.clone();
        alphabet.sort_by_key(|&entry| table.parted(entry).1);
        Self { alphabet, ..table }
    }

    fn add(&mut self, line: u32) {
        self.lines.push(line);
        let territory = at(line);
        self.name(line, 0, territory.name);
        for ((name, code), other) in territory.others().zip(1..) {
            self.name(line, other, name);
            if !code.is_empty() {
                self.elsewhere.insert(code, line);
            }
        }
        self.postcodes.extend(territory.postcodes().filter_map(|code| Some((code.parse().ok()?, line))));
        if [TerritoryKind::Region, TerritoryKind::Collectivity].contains(&territory.kind) {
            self.wide.push(line);
        }
        if territory.kind == TerritoryKind::Region {
            self.regions.extend(territory.kin.split(' ').map(|department| (department, line)));
        }
    }

    fn name(&mut self, line: u32, other: u32, name: &str) {
        if name.is_empty() {
            return;
        }
        self.entries.push(Entry { start: self.names.len() as u32, line, other });
        self.names.push('\n');
        for word in words(name) {
            self.names.push(' ');
            self.names.push_str(&word);
        }
    }

    pub(super) fn territory(&self, code: &str) -> Option<Territory> {
        let own = self.lines.binary_search_by(|&line| code_at(line).cmp(code)).ok().map(|rank| self.lines[rank]);
        own.or_else(|| self.elsewhere.get(code).copied()).map(at)
    }

    /// Every territory, in the order of the codes.
    #[cfg(test)]
    pub(super) fn all(&self) -> impl Iterator<Item = Territory> {
        self.lines.iter().copied().map(at)
    }

    pub(super) fn region_of(&self, department: &str) -> Option<Territory> {
        self.regions.get(department).copied().map(at)
    }

    /// The entry whose name holds a position of `names`, with that name.
    pub(super) fn entry_at(&self, position: usize) -> (Entry, &str) {
        let next = self.entries.partition_point(|entry| entry.start as usize <= position);
        let end = self.entries.get(next).map_or(self.names.len(), |entry| entry.start as usize);
        let entry = self.entries[next - 1];
        (entry, &self.names[entry.start as usize..end])
    }

    /// The entries of a name, leading articles apart, each with the article it has.
    pub(super) fn named(&self, name: &str) -> impl Iterator<Item = (Entry, &str)> {
        let first = self.alphabet.partition_point(|&entry| self.parted(entry).1 < name);
        let same = self.alphabet[first..].iter().map(|&entry| (entry, self.parted(entry)));
        same.take_while(move |(_, (_, other))| *other == name).map(|(entry, (article, _))| (entry, article))
    }

    /// The leading article of a name and the rest of it.
    fn parted(&self, entry: Entry) -> (&str, &str) {
        let name = &self.names[entry.start as usize + 2..];
        let name = &name[..name.find('\n').unwrap_or(name.len())];
        name.split_once(' ').filter(|(first, _)| is_article(first)).unwrap_or(("", name))
    }

    /// The territories that have postcodes beginning with these digits, and whether one is these digits; each once, in the order of the postcodes.
    pub(super) fn with_postcode(&self, digits: &str) -> Vec<(Territory, bool)> {
        let Some((first, count)) = span(digits) else { return Vec::new() };
        let from = self.postcodes.partition_point(|(code, _)| *code < first);
        let found = self.postcodes[from..].iter().take_while(|(code, _)| *code - first < count);
        let mut lines: Vec<u32> = found.map(|(_, line)| *line).collect();
        let mut seen = BTreeSet::new();
        lines.retain(|line| seen.insert(*line));
        lines.into_iter().map(|line| (at(line), count == 1)).collect()
    }
}

/// The least postcode that begins with these digits, and how many may follow it.
fn span(digits: &str) -> Option<(u32, u32)> {
    let missing = 5_usize.checked_sub(digits.len())?;
    let count = 10_u32.pow(missing as u32);
    let digits = digits.bytes().all(|byte| byte.is_ascii_digit()).then_some(digits)?;
    Some((digits.parse::<u32>().ok()? * count, count))
}

impl Entry {
    pub(super) fn territory(self) -> Territory {
        at(self.line)
    }

    /// The name, unless it is the official one.
    pub(super) fn other_name(self) -> Option<&'static str> {
        let rank = (self.other as usize).checked_sub(1)?;
        self.territory().others().nth(rank).map(|(name, _)| name)
    }
}

fn code_at(line: u32) -> &'static str {
    let rest = &TEXT[line as usize..];
    &rest[..rest.find('\t').unwrap_or(rest.len())]
}

fn at(line: u32) -> Territory {
    let rest = &TEXT[line as usize..];
    let mut fields = rest[..rest.find('\n').unwrap_or(rest.len())].split('\t');
    let mut next = || fields.next().unwrap_or_default();
    let (code, name, population, kin, postcodes, others) = (next(), next(), next(), next(), next(), next());
    let population = population.parse().unwrap_or(0);
    Territory { code, kind: kind(code), name, population, kin, postcodes, others }
}

/// What the shape of a code says. Codes of three characters are overseas: départements and régions of one name are apart in two of them only.
fn kind(code: &str) -> TerritoryKind {
    match code.len() {
        5 => TerritoryKind::Commune,
        9 => TerritoryKind::Epci,
        2 => TerritoryKind::Department,
        _ if code.starts_with('R') => TerritoryKind::Region,
        _ if code == "971" || code == "974" => TerritoryKind::Department,
        _ => TerritoryKind::Collectivity,
    }
}

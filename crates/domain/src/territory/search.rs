//! Finding territories by what people type: a name or its beginning, « Nom (dd) », a postcode, a code.

use super::fold::{is_article, words};
use super::table::{Entry, TABLE};
use super::{Territory, TerritoryKind, territory};
use crate::contribution::is_department;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What a search finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The best, best first.
    pub hits: Vec<Hit>,
    /// How many there are in all.
    pub total: usize,
}

/// A territory that answers a search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The territory.
    pub territory: Territory,
    /// The other name by which it was found: of a ward, or of a commune that joined it.
    pub by: Option<&'static str>,
    pub(super) nearness: Nearness,
}

/// How what was typed meets a name or a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Nearness {
    /// All of it.
    Exact,
    /// All of it but for an article before it.
    ButArticle,
    /// Its beginning.
    Beginning,
    /// The beginning of a word in it.
    Within,
    /// The beginnings of words in it, in their order.
    Scattered,
}

/// The territories that answer to `typed`, at most `limit` of them: the exact name first, then those that begin so, then those that hold it; the
/// most people first, then by code.
pub fn search(typed: &str, limit: usize) -> Found {
    let mut hits = all(typed, by_name);
    let total = hits.len();
    hits.truncate(limit);
    Found { hits, total }
}

/// How the words of a name are looked for.
type Find = fn(&[String]) -> Vec<Hit>;

/// Every hit, best first; each territory once.
pub(super) fn all(typed: &str, find: Find) -> Vec<Hit> {
    let mut best: BTreeMap<&str, Hit> = BTreeMap::new();
    for hit in readings(typed).iter().flat_map(|reading| reading.hits(find)) {
        let kept = best.entry(hit.territory.code).or_insert(hit);
        if hit.order() < kept.order() {
            *kept = hit;
        }
    }
    let mut hits: Vec<Hit> = best.into_values().collect();
    hits.sort_by_key(Hit::order);
    hits
}

impl Hit {
    fn order(&self) -> (Nearness, bool, Reverse<u32>, TerritoryKind, &'static str) {
        let Territory { population, kind, code, .. } = self.territory;
        (self.nearness, self.by.is_some(), Reverse(population), kind, code)
    }
}

/// One way to understand what was typed.
#[derive(Debug, Default)]
struct Reading {
    words: Vec<String>,
    /// Code of the département that it names.
    department: Option<String>,
    /// The postcode that it holds beside a name.
    postcode: Option<String>,
    /// What may be a code or the beginning of a postcode.
    code: Option<String>,
}

/// What was typed may be a code, a name, a name and its département, a name and its postcode.
fn readings(typed: &str) -> Vec<Reading> {
    let (whole, code) = (words(typed), typed.trim().to_uppercase());
    let named = Reading { words: whole.clone(), ..Reading::default() };
    if whole.len() == 1 && code.bytes().any(|byte| byte.is_ascii_digit()) {
        return vec![Reading { code: Some(code.replace(['(', ')'], "")), ..Reading::default() }, named];
    }
    [Some(named), with_postcode(&whole), with_code(&whole), with_department(typed)].into_iter().flatten().collect()
}

/// « 32300 Mirande », « Mirande 32300 ».
fn with_postcode(whole: &[String]) -> Option<Reading> {
    let at = whole.iter().position(|word| word.len() == 5 && word.bytes().all(|byte| byte.is_ascii_digit()))?;
    let words = whole.iter().enumerate().filter(|(rank, _)| *rank != at).map(|(_, word)| word.clone());
    Some(Reading { words: words.collect(), postcode: Some(whole[at].clone()), ..Reading::default() })
}

/// « Mirande (32) », « mirande 32 ».
fn with_code(whole: &[String]) -> Option<Reading> {
    let (last, rest) = whole.split_last()?;
    let code = last.to_uppercase();
    let reading = || Reading { words: rest.to_vec(), department: Some(code.clone()), ..Reading::default() };
    (!rest.is_empty() && is_department(&code)).then(reading)
}

/// « Mirande (Gers) », « Mirande, Gers ».
fn with_department(typed: &str) -> Option<Reading> {
    let (name, department) = typed.trim().trim_end_matches(')').rsplit_once(['(', ','])?;
    let department = words(department);
    let hit = by_whole_name(&department).into_iter().find(|hit| {
        let Territory { kind, code, .. } = hit.territory;
        [TerritoryKind::Department, TerritoryKind::Collectivity].contains(&kind) || code == "75056"
    })?;
    let department = hit.territory.department().map(str::to_owned);
    Some(Reading { words: words(name), department, ..Reading::default() })
}

impl Reading {
    fn hits(&self, find: Find) -> Vec<Hit> {
        let mut hits = self.code.as_deref().map_or_else(|| find(&self.words), by_code);
        hits.retain(|hit| self.admits(&hit.territory));
        hits
    }

    fn admits(&self, territory: &Territory) -> bool {
        self.department.as_deref().is_none_or(|code| territory.department() == Some(code))
            && self.postcode.as_deref().is_none_or(|code| territory.postcodes().any(|own| own == code))
    }
}

fn by_code(code: &str) -> Vec<Hit> {
    let hit = |territory, nearness| Hit { territory, by: None, nearness };
    let codes = territory(code).into_iter().map(|found| hit(found, Nearness::Exact));
    let nearness = |exact| if exact { Nearness::Exact } else { Nearness::Beginning };
    let postcodes = TABLE.with_postcode(code).into_iter().map(|(found, exact)| hit(found, nearness(exact)));
    codes.chain(postcodes).collect()
}

/// The territories whose whole name this is, but for an article.
pub(super) fn by_whole_name(words: &[String]) -> Vec<Hit> {
    let (article, words) = parted(words);
    let nearness = |own| if own == article { Nearness::Exact } else { Nearness::ButArticle };
    TABLE.named(&words.join(" ")).map(|(entry, own)| hit(entry, nearness(own))).collect()
}

/// The article before a name, and the rest of it.
fn parted(words: &[String]) -> (&str, &[String]) {
    match words {
        [article, rest @ ..] if is_article(article) && !rest.is_empty() => (article, rest),
        all => ("", all),
    }
}

fn by_name(words: &[String]) -> Vec<Hit> {
    let (article, words) = parted(words);
    if words.is_empty() {
        return Vec::new();
    }
    let needle = format!(" {}", words.join(" "));
    let together = TABLE.names.match_indices(&needle).map(|(position, _)| met(position, needle.len(), article));
    let mut hits: Vec<Hit> = together.collect();
    if let [first, rest @ ..] = words
        && !rest.is_empty()
    {
        let first = format!(" {first}");
        let starts = TABLE.names.match_indices(&first);
        hits.extend(starts.filter_map(|(position, _)| scattered(position, first.len(), rest)));
    }
    hits
}

/// The hit of words found together at a position of the names.
fn met(position: usize, length: usize, article: &str) -> Hit {
    let (entry, name) = TABLE.entry_at(position);
    let at = position - entry.start as usize;
    let (before, after) = (name[..at].trim(), &name[at + length..]);
    let first = before.is_empty() || is_article(before);
    let nearness = match (first, after.is_empty()) {
        (true, true) if before == article => Nearness::Exact,
        (true, true) => Nearness::ButArticle,
        (true, false) => Nearness::Beginning,
        (false, _) => Nearness::Within,
    };
    hit(entry, nearness)
}

fn scattered(position: usize, length: usize, words: &[String]) -> Option<Hit> {
    let (entry, name) = TABLE.entry_at(position);
    let rest = &name[position - entry.start as usize + length..];
    let left = words.iter().try_fold(rest, |rest, word| {
        let sought = format!(" {word}");
        rest.find(&sought).map(|at| &rest[at + sought.len()..])
    });
    left.map(|_| hit(entry, Nearness::Scattered))
}

fn hit(entry: Entry, nearness: Nearness) -> Hit {
    Hit { territory: entry.territory(), by: entry.other_name(), nearness }
}

//! What came back takes the place of what there was; what is the same stays the same, with what it comes from.

use super::Understood;
use arobase_domain::Clause;
use arobase_domain::motion::{Annex, Motion, Section, prose};
use arobase_text::printed::printed;
use std::collections::{BTreeMap, BTreeSet};

/// Share of the words of two clauses, in hundredths, from which one is the other written anew.
const LIKE: usize = 60;

/// The motion after a document took its place. A clause that says the same keeps its identity, its words as they were typed and what it comes from; one that says
/// it in mostly the same words keeps all but its words; any other is new, and comes from nothing.
pub fn fused(current: &Motion, found: &Understood) -> Motion {
    let new = &found.motion;
    let text = |before: &String, after: &String| if same(before, after) { before.clone() } else { after.clone() };
    let mut motion = Motion {
        title: if new.title.is_empty() { current.title.clone() } else { text(&current.title, &new.title) },
        address: text(&current.address, &new.address),
        reasons: text(&current.reasons, &new.reasons),
        recitals: recitals(&current.recitals, &new.recitals),
        demand: text(&current.demand, &new.demand),
        sections: Vec::new(),
        annexes: new.annexes.iter().map(|one| annex(&current.annexes, one)).collect(),
        ..current.clone()
    };
    let held = matched(current, new);
    let mut sections: BTreeSet<usize> = (0..current.sections.len()).collect();
    let mut clauses = new.clauses().zip(held);
    for (at, one) in new.sections.iter().enumerate() {
        let taken: Vec<(&Clause, Option<&Clause>)> = clauses.by_ref().take(one.clauses.len()).collect();
        let before = home(current, &sections, one, &taken);
        if let Some(place) = before {
            sections.remove(&place);
        }
        let before = before.map(|place| &current.sections[place]);
        let kind = found.kinds.get(at).copied().flatten();
        let id = before.map_or_else(|| motion.new_section(), |before| before.id.clone());
        let clauses = taken.into_iter().map(|(one, held)| clause(&mut motion, one, held)).collect();
        motion.sections.push(Section {
            id,
            kind: kind.or(before.map(|before| before.kind)).unwrap_or(one.kind),
            title: before.map_or_else(|| one.title.clone(), |before| text(&before.title, &one.title)),
            lead: before.map_or_else(|| one.lead.clone(), |before| text(&before.lead, &one.lead)),
            clauses,
        });
    }
    motion
}

fn clause(motion: &mut Motion, new: &Clause, held: Option<&Clause>) -> Clause {
    match held {
        Some(held) if same(&held.text, &new.text) => held.clone(),
        Some(held) => Clause { text: new.text.clone(), ..held.clone() },
        None => Clause { id: motion.new_clause(), text: new.text.clone(), ..Clause::default() },
    }
}

/// For each clause that came, the one that it is, each once: first those that say the same, then the most alike.
fn matched<'a>(current: &'a Motion, new: &Motion) -> Vec<Option<&'a Clause>> {
    let (old, new): (Vec<&Clause>, Vec<&Clause>) = (current.clauses().collect(), new.clauses().collect());
    let mut free: BTreeSet<usize> = (0..old.len()).collect();
    let mut found = vec![None; new.len()];
    for (at, one) in new.iter().enumerate() {
        let place = free.iter().copied().find(|&place| same(&old[place].text, &one.text));
        found[at] = place.inspect(|place| _ = free.remove(place));
    }
    let words: Vec<BTreeMap<String, usize>> = old.iter().map(|one| counted(&one.text)).collect();
    let mut pairs = Vec::new();
    for (at, one) in new.iter().enumerate().filter(|(at, _)| found[*at].is_none()) {
        let own = counted(&one.text);
        let likes = free.iter().map(|&place| (alike(&words[place], &own), place));
        pairs.extend(likes.filter(|(like, _)| *like >= LIKE).map(|(like, place)| (100 - like, at, place)));
    }
    pairs.sort_unstable();
    for (_, at, place) in pairs {
        if found[at].is_none() && free.remove(&place) {
            found[at] = Some(place);
        }
    }
    found.into_iter().map(|place| place.map(|place| old[place])).collect()
}

/// The section that one is: that of its title, else the one that most of its clauses come from.
fn home(
    current: &Motion,
    free: &BTreeSet<usize>,
    new: &Section,
    taken: &[(&Clause, Option<&Clause>)],
) -> Option<usize> {
    let titled = free.iter().copied().find(|&place| same(&current.sections[place].title, &new.title));
    let shared = |place: &usize| {
        let own = &current.sections[*place].clauses;
        taken.iter().filter_map(|(_, held)| *held).filter(|held| own.iter().any(|one| one.id == held.id)).count()
    };
    titled.or_else(|| {
        free.iter().copied().filter(|place| shared(place) > 0).max_by_key(|place| (shared(place), usize::MAX - place))
    })
}

fn recitals(current: &[String], new: &[String]) -> Vec<String> {
    if same(&current.join("\n\n"), &new.join("\n\n")) {
        return current.to_vec();
    }
    let kept = |one: &String| current.iter().find(|before| same(before, one)).unwrap_or(one).clone();
    new.iter().map(kept).collect()
}

fn annex(current: &[Annex], new: &Annex) -> Annex {
    let is = |one: &&Annex| same(&one.title, &new.title) && same(&one.text, &new.text);
    current.iter().find(is).unwrap_or(new).clone()
}

/// Whether two texts are the same once printed: a document tells the typography of a printer, not what was typed.
fn same(one: &str, other: &str) -> bool {
    one == other || key(one) == key(other)
}

fn key(text: &str) -> String {
    let words = prose::written(&prose::blocks(&printed(text)));
    let blank = |sign: char| if matches!(sign, '\u{a0}' | '\u{202f}') { ' ' } else { sign };
    words
        .chars()
        .map(blank)
        .collect::<String>()
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn counted(text: &str) -> BTreeMap<String, usize> {
    let mut words = BTreeMap::new();
    for word in
        prose::plain(text).to_lowercase().split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty())
    {
        *words.entry(word.to_owned()).or_default() += 1;
    }
    words
}

/// Words that two texts share, in hundredths of those of both.
fn alike(one: &BTreeMap<String, usize>, other: &BTreeMap<String, usize>) -> usize {
    let shared: usize = one.iter().map(|(word, many)| *many.min(other.get(word).unwrap_or(&0))).sum();
    let all: usize = one.values().chain(other.values()).sum();
    (200 * shared).checked_div(all).unwrap_or_default()
}

//! « il faut A, B et C »: what stands on the same footing is cut, and carries the head (analysis.md §3.2, rule 3).

use super::clauses::{has_clear_verb, is_gerund, is_imperative, is_infinitive, names_action, opens_demand};
use super::split::Cutting;
use crate::heads::Head;
use crate::pattern::{Pattern, pattern};
use arobase_text::lexicon::Lexicon;
use arobase_text::stem::fold;
use arobase_text::words::{Word, words};
use std::borrow::Cow;
use std::sync::LazyLock;

static GOAL: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:pour|afin de|afin d'|sans|avant de|avant d'|au lieu de|plutot que|plutot que de|permettant de|qui permet de|vise a|visant a|capables? de|charge de|a meme de|en mesure de|besoin de|possibilite de|moyens? de|le droit de|de facon a|de maniere a) ?$",
    )
});

/// « plus de moyens », « pas de fermeture » after a comma.
static QUANTITY: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"^(?:plus|moins|davantage|pas|non) (?:de |d'|a |au |aux )"));

/// Where to cut a sentence between coordinated clauses.
pub(super) fn cuts(content: &str, words: &[Word<'_>], head: Option<&Head>) -> Vec<Cutting> {
    let from = head.map_or(0, |head| head.range.end);
    let first = words.iter().position(|word| word.start >= from).unwrap_or(words.len());
    let demands = opens_demand(content);
    let gerunds = is_gerund(content);
    let mut found = Vec::new();
    for at in first + 1..words.len() {
        let Some(open) = open_position(content, words, at) else { continue };
        let rest = &content[words[at].start..];
        let comma = content[..open].trim_end().ends_with([',', ';']);
        let infinitive = is_infinitive(words[at].text) && on_same_footing(content, words, first, at, head.is_some());
        let after_noun = head.is_none() && comma && infinitive && !has_clear_verb(&content[..open]);
        let que = words[at].text.len() <= 4 && fold(words[at].text).starts_with("que") && que_follows(content, head);
        let carried = (head.is_some() || demands) && infinitive && ends_clause(content, from, open) || que;
        let alone = gerunds && is_gerund(rest)
            || comma && words[at].start == open && is_imperative(words[at].text)
            || comma && QUANTITY.is_match(rest) && (demands || !has_clear_verb(&content[..open]))
            || names_action(&words[at..]) && names_action(words);
        if carried || after_noun || alone {
            found.push(Cutting { at: open, carries: head.is_some() && carried });
        }
    }
    found
}

/// Before a word: what may stand between a comma and it.
const BETWEEN: &[&str] =
    &["de", "d’", "d'", "à", "aussi", "également", "enfin", "surtout", "ne", "pas", "plus", "mieux", "se", "s’"];

/// The byte after the comma or « et » that opens word `at` (with its « de »), if it stands there.
fn open_position(content: &str, words: &[Word<'_>], at: usize) -> Option<usize> {
    let mut first = at;
    while first > 0
        && BETWEEN.contains(&words[first - 1].text)
        && !content[words[first - 1].end..words[first].start].contains(',')
    {
        first -= 1;
    }
    let before = first.checked_sub(1).map(|left| &words[left])?;
    let gap = &content[before.end..words[first].start];
    if gap.contains(',') || gap.contains(';') {
        return Some(words[first].start);
    }
    // « et » opens what follows, so that nothing ends with it.
    ["et", "puis", "ou", "ET", "Et"].contains(&before.text).then_some(before.start)
}

/// « connaître les besoins et *de* trouver »: an infinitive with « de » does not answer one without.
fn on_same_footing(content: &str, words: &[Word<'_>], first: usize, at: usize, headed: bool) -> bool {
    let with_de = |at: usize| {
        at > 0
            && words[..at]
                .iter()
                .rev()
                .take_while(|word| BETWEEN.contains(&word.text))
                .any(|word| word.text.starts_with(['d', 'à']))
    };
    let leader = (first..at).find(|&word| is_infinitive(words[word].text));
    let bare = leader.is_none_or(|leader| !with_de(leader));
    let announced = headed && content[..words[at].start].contains(':');
    !with_de(at) || !bare || announced
}

/// Whether the left part holds an object for its verb, and no goal that the next infinitive could belong to.
fn ends_clause(content: &str, from: usize, open: usize) -> bool {
    static PARENTHESIS: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\([^)]*\)"));
    let left: Cow<'_, str> = PARENTHESIS.replace_all(&content[from..open], "");
    let lexicon = Lexicon::french();
    let left_words = words(&left);
    let verbs = left_words.iter().filter(|word| is_infinitive(word.text)).count();
    let object = |word: &&Word<'_>| {
        (lexicon.is_noun(word.text) || lexicon.is_adjective(word.text) || !lexicon.contains(word.text))
            && !is_infinitive(word.text)
    };
    let comma = left.trim_end().ends_with(',');
    let goal = left_words
        .iter()
        .enumerate()
        .any(|(at, word)| at > 0 && is_infinitive(word.text) && GOAL.is_match(&left[..word.start]));
    left_words.iter().any(|word| object(&word)) && (verbs == 1 || comma && !goal || !goal && verbs <= 2)
}

fn que_follows(content: &str, head: Option<&Head>) -> bool {
    head.is_some_and(|head| {
        let rest = content[head.range.end..].trim_start();
        rest.starts_with("que ") || rest.starts_with("qu’")
    })
}

//! Structuring questions: « Comment … ? » in up to three wordings (analysis.md §3.7).
//!
//! The verbs and their objects are pairs that several people ask for in the question's themes (« former les secrétaires », « maintenir un
//! accueil »), the object whole; verbs of one intent (« créer », « installer ») count as one. Where two themes have no such pair, no verb is
//! lent to them: the strongest propositions speak, or « Que faire pour … ? » with what the labels name.

pub(crate) use super::wants::{Asked, Strong, Wish};
use super::wants::{Pair, best, demanded, least};
use crate::propositions::grammar::{definite, split};
use arobase_text::stem::stem;
use std::collections::BTreeSet;

/// Most words of a question.
const LONGEST: usize = 22;

/// Largest themes of a question that its wordings speak of.
const SPOKEN_OF: usize = 4;

/// Wordings kept, the first one shown.
const WORDINGS: usize = 3;

/// One to three wordings, the first shown.
pub(crate) fn wordings(all: &[Asked<'_>], strongest: &[Strong<'_>]) -> Vec<String> {
    let themes = &all[..SPOKEN_OF.min(all.len())];
    let clauses: Vec<String> =
        pairs(all, themes, strongest).iter().map(|pair| format!("{} {}", pair.verb, pair.object)).collect();
    let named = names(themes);
    let how = |count: usize| (clauses.len() >= count).then(|| format!("Comment {}", listed(&clauses[..count])));
    let about = |words: &str, most: usize| {
        let named = &named[..most.min(named.len())];
        (!named.is_empty()).then(|| format!("{words} {}", listed(named)))
    };
    let found = [
        how(3),
        how(2),
        how(1).filter(|_| themes.len() == 1),
        about("Que faire pour", 3),
        about("Quelles priorités pour", 3),
        about("Que faire pour", 2),
    ];
    let short = |wording: &String| wording.split([' ', '’']).count() <= LONGEST;
    let mut kept: Vec<String> = Vec::new();
    for wording in found.into_iter().flatten().filter(short) {
        if !kept.contains(&wording) {
            kept.push(wording);
        }
    }
    kept.truncate(WORDINGS);
    if kept.is_empty() {
        kept.push("Quelles sont nos priorités".to_owned());
    }
    kept.into_iter().map(|wording| format!("{wording}\u{202f}?")).collect()
}

/// What is agreed on in the largest themes, and the strongest propositions about a subject of the question; most wanted first.
fn pairs(all: &[Asked<'_>], themes: &[Asked<'_>], strongest: &[Strong<'_>]) -> Vec<Pair> {
    let keywords = all.iter().flat_map(|theme| theme.keywords);
    let subjects: BTreeSet<String> = keywords.map(|phrase| stem(split(phrase).0)).collect();
    let least = least(all.iter().map(|theme| theme.voices).sum());
    let heard = strongest.iter().filter(|strong| strong.voices >= least).filter_map(demanded);
    let strong = heard.filter(|pair| pair.stems().len() > 1 || subjects.contains(&pair.head));
    let mut pairs: Vec<Pair> = themes.iter().filter_map(best).chain(strong).collect();
    pairs.sort_by_key(|pair| std::cmp::Reverse(pair.voices));
    distinct(pairs)
}

/// Pairs that share neither verb nor word with one before.
fn distinct(pairs: Vec<Pair>) -> Vec<Pair> {
    let mut kept: Vec<Pair> = Vec::new();
    for pair in pairs {
        if kept.iter().all(|other| other.verb != pair.verb && other.stems().is_disjoint(&pair.stems())) {
            kept.push(pair);
        }
    }
    kept
}

/// What each theme is called, with its article; no head twice.
fn names(themes: &[Asked<'_>]) -> Vec<String> {
    let mut heads = BTreeSet::new();
    let called = |theme: &Asked<'_>| {
        let axis = theme.axes.iter().find(|axis| definite(axis).is_some() && !heads.contains(&stem(split(axis).0)))?;
        heads.insert(stem(split(axis).0));
        definite(axis)
    };
    themes.iter().filter_map(called).collect()
}

/// « A », « A et B », « A, B et C ».
fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} et {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wishes<'a>(texts: &[&'a str]) -> Vec<Wish<'a>> {
        texts.iter().enumerate().map(|(voice, text)| Wish { text, voice }).collect()
    }

    #[test]
    fn a_question_is_made_of_what_several_asked_in_its_themes() {
        let (agents, data) = (["agents d’accueil".to_owned()], ["données personnelles".to_owned()]);
        let asks = ["former les agents d’accueil", "demander aux opérateurs de payer", "former les agents d’accueil"];
        let themes = [
            Asked { axes: &agents, keywords: &[], voices: 3, demands: wishes(&asks) },
            Asked {
                axes: &data,
                keywords: &[],
                voices: 3,
                demands: wishes(&["protéger nos données personnelles", "protéger les données"]),
            },
        ];
        let found = wordings(&themes, &[]);
        assert_eq!(found[0], "Comment former les agents d’accueil et protéger les données personnelles\u{202f}?");
        assert_eq!(found[1], "Que faire pour les agents d’accueil et les données personnelles\u{202f}?");
    }

    #[test]
    fn no_verb_is_lent_to_a_theme() {
        let (fibre, taxes) = (["fibre".to_owned()], ["taxe d’habitation".to_owned()]);
        let once = wishes(&["négocier la fibre"]);
        let themes = [
            Asked { axes: &fibre, keywords: &[], voices: 3, demands: once },
            Asked { axes: &taxes, keywords: &[], voices: 3, demands: Vec::new() },
        ];
        assert_eq!(wordings(&themes, &[])[0], "Que faire pour la fibre et la taxe d’habitation\u{202f}?");
    }

    #[test]
    fn the_strongest_propositions_speak_where_no_verb_is_shared() {
        let keywords = ["papier".to_owned(), "logiciels libres".to_owned()];
        let theme = || [Asked { axes: &keywords, keywords: &keywords, voices: 90, demands: Vec::new() }];
        let said = |text, voices| Strong { text, voices };
        let strongest = [
            said("garder le papier pour ceux qui le veulent", 4),
            said("privilégier les logiciels libres dans les écoles", 16),
            said("prévoir un numéro de téléphone unique", 3),
            said("prévoir une fiche", 9),
            said("prévoir la déclaration de revenus", 9),
            said("former les élus aux violences", 1),
        ];
        let found = wordings(&theme(), &strongest);
        let whole = "Comment privilégier les logiciels libres, garder le papier et créer un numéro de téléphone unique";
        assert_eq!(found[0], format!("{whole}\u{202f}?"));
        let unheard = wordings(&theme(), &strongest[5..]);
        assert_eq!(unheard[0], "Que faire pour le papier\u{202f}?", "one of ninety structures nothing");
    }

    #[test]
    fn those_who_pull_apart_lend_no_verb() {
        let screens = ["écrans".to_owned()];
        let about = |texts: &[&'static str]| {
            let themes = [Asked { axes: &screens, keywords: &[], voices: 4, demands: wishes(texts) }];
            wordings(&themes, &[])[0].clone()
        };
        let asks = ["limiter les écrans", "réduire les écrans", "développer les écrans", "installer des écrans"];
        assert_eq!(about(&asks[..3]), "Comment réduire les écrans\u{202f}?", "two verbs of one intent");
        assert_eq!(about(&asks), "Que faire pour les écrans\u{202f}?");
    }
}

//! A hundred clauses written well and badly for the purpose: what is found of what a person would mark, and what is not.

use super::*;
use std::fmt::Write as _;

/// What a person would remark (`-` for nothing), with the house's inclusive writing after `@`; then the clause.
const CLAUSES: &str = include_str!("clauses.tsv");

fn code(rule: Rule) -> &'static str {
    match rule {
        Rule::Infinitive => "infinitive",
        Rule::OneDemand => "one",
        Rule::Who => "who",
        Rule::Hollow => "hollow",
        Rule::Question => "question",
        Rule::Length => "length",
        Rule::Typography => "typography",
        Rule::Inclusive => "inclusive",
    }
}

fn house(name: &str) -> House {
    let inclusive = match name {
        "point" => Inclusive::Point,
        "doublets" => Inclusive::Doublets,
        "masculine" => Inclusive::Masculine,
        _ => Inclusive::Any,
    };
    House { inclusive, ..House::default() }
}

/// How often a rule was expected, found, missed and invented.
#[derive(Default, Clone, Copy)]
struct Count {
    expected: usize,
    found: usize,
    invented: usize,
}

#[test]
fn a_hundred_clauses() {
    let mut counts = [Count::default(); Rule::ALL.len()];
    let mut slips = String::new();
    for line in CLAUSES.lines() {
        let (told, clause) = line.split_once('\t').expect("two columns");
        let (told, chosen) = told.split_once('@').unwrap_or((told, ""));
        let expected: Vec<&str> = told.split(',').filter(|code| *code != "-").collect();
        let found = review(clause, &house(chosen));
        for (count, rule) in counts.iter_mut().zip(Rule::ALL) {
            let (wanted, there) = (expected.contains(&code(rule)), found.iter().any(|remark| remark.rule == rule));
            count.expected += usize::from(wanted);
            count.found += usize::from(wanted && there);
            count.invented += usize::from(there && !wanted);
            if wanted != there {
                let what = if wanted { "missed" } else { "invented" };
                writeln!(slips, "{what} {}: {clause}", code(rule)).expect("memory");
            }
        }
    }
    let mut table = String::from("rule        expected  found  missed  invented\n");
    for (count, rule) in counts.iter().zip(Rule::ALL) {
        let Count { expected, found, invented } = count;
        writeln!(table, "{:<10} {expected:>9} {found:>6} {:>7} {invented:>9}", code(rule), expected - found)
            .expect("memory");
    }
    assert_eq!(CLAUSES.lines().count(), 100);
    insta::assert_snapshot!(format!("{table}\n{slips}"));
}

#[test]
fn remarks_point_at_words() {
    for (clause, rule, words) in [
        ("Former et équiper les mairies", Rule::OneDemand, "équiper"),
        ("Demander à l’État d’engager une vraie réflexion", Rule::Hollow, "engager une vraie réflexion"),
        ("La fibre partout", Rule::Infinitive, "La"),
        ("Demander à l'État la fibre", Rule::Typography, "'"),
        ("Former les élu.e.s", Rule::Inclusive, "élu.e.s"),
    ] {
        let house = House { inclusive: Inclusive::Point, ..House::default() };
        let found = review(clause, &house);
        let spans: Vec<&str> =
            found.iter().filter(|one| one.rule == rule).map(|one| &clause[one.span.clone()]).collect();
        assert_eq!(spans, [words], "{clause}");
    }
    let slip = review("Demander à l'État la fibre", &House::default());
    assert_eq!(slip[0].instead.as_deref(), Some("’"));
}

#[test]
fn what_the_section_says_need_not_be_said_again() {
    let silent = House { who: false, ..House::default() };
    assert!(review("Pérenniser les postes de conseillers numériques", &silent).is_empty());
    assert!(review(" \n", &silent).is_empty());
}

proptest::proptest! {
    #[test]
    fn spans_are_of_the_clause(clause in "[a-zé’',;.?«» ]{0,60}|(former|et|pour|l’État|doit|la fibre|,|;| ){0,12}") {
        for remark in review(&clause, &House { inclusive: Inclusive::Masculine, ..House::default() }) {
            proptest::prop_assert!(clause.get(remark.span).is_some());
        }
    }
}

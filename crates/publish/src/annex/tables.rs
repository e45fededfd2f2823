//! What the annex tells in tables: questions, samples, settings.

use super::sentence::Told;
use super::words::{self, code, pair};
use crate::say::pick;
use arobase_domain::{Analysis, Lang};
use std::collections::{BTreeMap, BTreeSet};

/// A question with its figures, as HTML.
pub(super) struct Asked {
    pub(super) id: String,
    pub(super) wording: String,
    pub(super) figures: [String; 3],
}

pub(super) fn asked(told: &Told, analysis: &Analysis) -> Vec<Asked> {
    let asked = |question: &arobase_domain::Question| {
        let figure = |name: &str| told.mark(&format!("{}.{name}", question.id));
        Asked {
            id: question.id.to_string(),
            wording: question.wording.clone(),
            figures: ["themes", "ideas", "contributions"].map(figure),
        }
    };
    analysis.questions.iter().map(asked).collect()
}

/// A sample that was coded.
pub(super) struct Coding {
    /// Its number, as in the names of its figures.
    pub(super) number: usize,
    /// Between each two, as HTML.
    pub(super) pairs: Vec<String>,
    pub(super) codes: Vec<Coded>,
    /// What became of it, as HTML.
    pub(super) told: String,
    /// α as it was before themes were merged, as HTML; none where it is the same.
    pub(super) as_said: Option<String>,
}

/// What was said of one code: what it is from which file, its name, its figures as HTML.
pub(super) struct Coded {
    pub(super) of: String,
    pub(super) label: String,
    pub(super) figures: [String; 5],
}

pub(super) fn samples(told: &Told, analysis: &Analysis) -> Vec<Coding> {
    (1..=told.figures.number("coding.samples")).map(|number| sample(told, analysis, number)).collect()
}

fn sample(told: &Told, analysis: &Analysis, number: usize) -> Coding {
    let under = format!("coding.{number}.");
    let mut codes: BTreeSet<&str> = BTreeSet::new();
    let mut pairs: BTreeMap<(&str, &str), String> = BTreeMap::new();
    for (name, _) in told.figures.iter() {
        let Some(rest) = name.strip_prefix(under.as_str()) else { continue };
        match rest.split('.').collect::<Vec<_>>()[..] {
            ["between", one, other, _] => {
                let place = format!("{under}between.{one}.{other}");
                pairs.entry((one, other)).or_insert_with(|| pair(told, &place, [one, other]));
            }
            ["whole", _] => {}
            [code, _] => drop(codes.insert(code)),
            _ => {}
        }
    }
    let figures = |code: &str| {
        ["ideas", "alpha", "low", "high", "with_engine"].map(|name| told.mark(&format!("{under}{code}.{name}")))
    };
    let coded = |id: &str| {
        let (of, label) = named(told.lang, analysis, id);
        Coded { of, label, figures: figures(id) }
    };
    Coding {
        number,
        pairs: pairs.into_values().collect(),
        codes: by_kind(codes).into_iter().map(coded).collect(),
        told: words::sample(told, number),
        as_said: told.figures.get(&format!("{under}as_said")).map(|_| words::as_said(told, number)),
    }
}

/// Themes first, then what is no theme.
fn by_kind(codes: BTreeSet<&str>) -> Vec<&str> {
    let (themes, others): (Vec<&str>, Vec<&str>) = codes.into_iter().partition(|id| code(Lang::Fr, id).is_none());
    [themes, others].concat()
}

/// Where the name of a code is read, and the name: a theme that is no longer there has its identifier alone.
fn named(lang: Lang, analysis: &Analysis, id: &str) -> (String, String) {
    match analysis.themes.iter().find(|theme| theme.id.as_str() == id) {
        Some(theme) => (format!("{id}.label"), theme.label.clone()),
        None => {
            code(lang, id).map_or_else(|| (format!("{id}.id"), id.to_owned()), |word| (String::new(), word.to_owned()))
        }
    }
}

/// Names and values of one kind, from `run.json`.
pub(super) struct Facts {
    pub(super) title: &'static str,
    /// Where each is read, its name, its value.
    pub(super) lines: Vec<(String, String, String)>,
}

pub(super) fn facts(lang: Lang, analysis: &Analysis) -> Vec<Facts> {
    let run = &analysis.run;
    let lines = |of: &str, pairs: &[(String, String)]| {
        // What a bench counts is told in sentences.
        let pairs = pairs.iter().filter(|(name, _)| !name.starts_with("bench."));
        pairs.map(|(name, value)| (format!("{of}.{name}"), name.clone(), value.clone())).collect::<Vec<_>>()
    };
    let hashes = [("input", &run.input_hash), ("output", &run.output_hash)]
        .map(|(name, hash)| (format!("hash.{name}"), name.to_owned(), hash.clone()));
    vec![
        Facts { title: pick(lang, "Empreintes", "Hashes"), lines: hashes.into() },
        Facts { title: pick(lang, "Réglages", "Settings"), lines: lines("parameter", &run.parameters) },
        Facts { title: pick(lang, "Versions", "Versions"), lines: lines("version", &run.versions) },
    ]
}

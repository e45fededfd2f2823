//! A run in a few lines, for the person or the program that launched the command.

use crate::comparison;
use crate::resume::Change;
use arobase_domain::{Analysis, Lang, Totals};
use arobase_text::typography;
use serde::Serialize;
use std::path::Path;

#[derive(Serialize)]
struct Summary<'a> {
    out: &'a Path,
    #[serde(flatten)]
    counts: Totals,
    coverage_ideas: f64,
    coverage_authors: f64,
    stability: f64,
    redundancy: f64,
    personal: usize,
    seconds: f64,
    peak_memory: Option<u64>,
    input_hash: &'a str,
    output_hash: &'a str,
    notices: Vec<String>,
}

/// Everything a program wants to know, as one JSON object on one line.
pub(crate) fn json(analysis: &Analysis, out: &Path, notices: Vec<String>) -> String {
    let run = &analysis.run;
    let summary = Summary {
        out,
        counts: Totals::of(analysis),
        coverage_ideas: run.coverage_ideas,
        coverage_authors: run.coverage_authors,
        stability: run.stability,
        redundancy: run.redundancy,
        personal: analysis.personal.len(),
        seconds: seconds(analysis),
        peak_memory: run.peak_memory,
        input_hash: &run.input_hash,
        output_hash: &run.output_hash,
        notices,
    };
    serde_json::to_string(&summary).unwrap_or_default()
}

/// The funnel, then where the results are and what they cost.
pub(crate) fn text(analysis: &Analysis, out: &Path, lang: Lang) -> String {
    let broken = Totals::of(analysis).broken;
    let say = Words(lang);
    let ledger = (broken > 0).then(|| match lang {
        Lang::Fr => format!(
            "\n{}  {}",
            say.count(broken, "ligne illisible", "lignes illisibles"),
            out.join("ledger.csv").display()
        ),
        Lang::En => {
            format!("\n{}  {}", say.count(broken, "row not read", "rows not read"), out.join("ledger.csv").display())
        }
    });
    let report = out.join("report.html").display().to_string();
    let found = [ledger.unwrap_or_default(), personal(analysis, out, say)].concat();
    format!("{}\n\n{report}{found}\n{}", funnel(analysis, lang), cost(analysis, say))
}

/// How many passages to look at before publishing, and where they are listed.
fn personal(analysis: &Analysis, out: &Path, say: Words) -> String {
    let count = analysis.personal.len();
    if count == 0 {
        return String::new();
    }
    let seem = say.count(
        count,
        say.pick("passage semble contenir des données personnelles", "passage seems to hold personal data"),
        say.pick("passages semblent contenir des données personnelles", "passages seem to hold personal data"),
    );
    let proposed = say.pick("à masquer s’il le faut", "to be masked if need be");
    format!("\n{seem}, {proposed}  {}", out.join("personal.csv").display())
}

/// What changed since the run it started from, and what could.
pub(crate) fn change(change: &Change, out: &Path, lang: Lang) -> String {
    let say = Words(lang);
    let mut lines = comparison::difference(&change.difference, &change.labels, lang);
    let late = change.rows.iter().filter(|row| row.3 == "late").count();
    let placed = change.rows.iter().filter(|row| row.3 == "late" && row.2.is_some()).count();
    lines.push(match lang {
        Lang::Fr => {
            format!("{}, dont {placed} rangées", say.count(late, "idée arrivée depuis", "idées arrivées depuis"))
        }
        Lang::En => format!("{}, {placed} of them placed", say.count(late, "idea came since", "ideas came since")),
    });
    if change.gone > 0 {
        lines.push(say.count(
            change.gone,
            say.pick("idée absente de ces contributions", "idea absent from these contributions"),
            say.pick("idées absentes de ces contributions", "ideas absent from these contributions"),
        ));
    }
    if !change.proposal.is_empty() {
        let proposal = out.join("proposal.jsonl").display().to_string();
        lines.push(match lang {
            Lang::Fr => format!("{proposal}\u{a0}: ce qu’un nouveau classement changerait, à accepter par --edits"),
            Lang::En => format!("{proposal}: what clustering again would change, to accept with --edits"),
        });
    }
    lines.join("\n")
}

/// Contributions, ideas, themes, questions, propositions, with what was left where.
pub(crate) fn funnel(analysis: &Analysis, lang: Lang) -> String {
    let counts = Totals::of(analysis);
    let say = Words(lang);
    let ideas = [
        say.count(counts.classed, say.pick("classée", "classed"), say.pick("classées", "classed")),
        say.count(counts.to_sort, say.pick("à classer", "to sort"), say.pick("à classer", "to sort")),
        say.count(counts.off_topic, say.pick("hors sujet", "off topic"), say.pick("hors sujet", "off topic")),
        say.count(counts.empty, say.pick("sans contenu", "empty"), say.pick("sans contenu", "empty")),
    ]
    .join(", ");
    let weak = say.count(
        counts.weak_signals,
        say.pick("signal faible en annexe", "weak signal in the annex"),
        say.pick("signaux faibles en annexe", "weak signals in the annex"),
    );
    let colon = say.pick("\u{a0}:", ":");
    [
        say.line(counts.contributions, "contribution", "contributions", ""),
        say.line(counts.ideas, say.pick("idée", "idea"), say.pick("idées", "ideas"), &format!("{colon} {ideas}")),
        say.line(counts.themes, say.pick("thème", "theme"), say.pick("thèmes", "themes"), ""),
        say.line(
            counts.questions,
            say.pick("question structurante", "structuring question"),
            say.pick("questions structurantes", "structuring questions"),
            "",
        ),
        say.line(counts.propositions, "proposition", "propositions", &format!(", {} {weak}", say.pick("et", "and"))),
    ]
    .join("\n")
}

fn cost(analysis: &Analysis, say: Words) -> String {
    let seconds = say.decimal(seconds(analysis));
    let memory = analysis.run.peak_memory.map(|bytes| format!(", {} {}", bytes >> 20, say.pick("Mo", "MB")));
    format!("{seconds} s{}", memory.unwrap_or_default())
}

fn seconds(analysis: &Analysis) -> f64 {
    let total: f64 = analysis.run.stages.iter().map(|stage| stage.seconds).sum();
    (total * 1000.0).round() / 1000.0
}

/// Totals and nouns in one language.
#[derive(Clone, Copy)]
struct Words(Lang);

impl Words {
    fn pick<T>(self, french: T, english: T) -> T {
        match self.0 {
            Lang::Fr => french,
            Lang::En => english,
        }
    }

    /// A count to the right of eight columns, its noun, and what follows.
    fn line(self, count: usize, one: &str, many: &str, rest: &str) -> String {
        format!("{:>8}  {}{rest}", self.number(count), self.noun(count, one, many))
    }

    fn count(self, count: usize, one: &str, many: &str) -> String {
        format!("{}\u{a0}{}", self.number(count), self.noun(count, one, many))
    }

    /// In French zero is singular, in English plural.
    fn noun<'a>(self, count: usize, one: &'a str, many: &'a str) -> &'a str {
        let singular = count == 1 || (count == 0 && self.0 == Lang::Fr);
        if singular { one } else { many }
    }

    fn number(self, count: usize) -> String {
        let french = typography::number(count as u64);
        self.pick(french.clone(), french.replace('\u{202f}', ","))
    }

    fn decimal(self, value: f64) -> String {
        let english = format!("{value:.1}");
        self.pick(english.replace('.', ","), english)
    }
}

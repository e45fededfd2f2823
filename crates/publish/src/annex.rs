//! The methodological annex: how a published state came about, as one HTML file without script.
//!
//! Every figure stands in a `data` element under its name, and whatever is quoted from another file in an element that says of what (`data-of`): `arobase audit` finds
//! each of them again, and finds any other digit suspect.

mod sentence;
mod tables;
mod words;

use crate::say::pick;
use arobase_domain::annex::Figures;
use arobase_domain::{Analysis, Lang};
use arobase_text::typography::french;
use askama::Template;
use sentence::Told;
use tables::{Asked, Coding, Facts};

#[derive(Template)]
#[template(path = "annex.html")]
struct Document {
    told: Told,
    style: &'static str,
    edition: String,
    curated: bool,
    asked: Vec<Asked>,
    samples: Vec<Coding>,
    facts: Vec<Facts>,
}

/// The annex of an analysis; `figures` are [`Figures::of`] it.
#[expect(clippy::missing_panics_doc, reason = "writing to memory does not fail, and no filter of the template does")]
pub fn document(analysis: &Analysis, figures: &Figures, lang: Lang) -> String {
    let told = Told { lang, figures: figures.clone() };
    let edition = analysis.run.parameters.iter().find(|(name, _)| name == "edition");
    Document {
        style: include_str!("../templates/report.css"),
        edition: edition.map(|(_, name)| name.clone()).unwrap_or_default(),
        curated: figures.get("people.gestures").is_some(),
        asked: tables::asked(&told, analysis),
        samples: tables::samples(&told, analysis),
        facts: tables::facts(lang, analysis),
        told,
    }
    .render()
    .expect("a template without fallible filter, written to memory")
}

impl Document {
    /// One of two words.
    fn t(&self, fr: &str, en: &str) -> String {
        pick(self.told.lang, french(fr), en.to_owned())
    }

    /// Whether classing took more than a day.
    fn several_days(&self) -> bool {
        self.told.figures.get("people.last").is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use arobase_domain::annex::{Annex, CodeRow, GestureRow};
    use arobase_domain::trace::Trace;

    /// The sample as if two people had classed it and coded three of its ideas.
    fn curated() -> (Analysis, Annex) {
        let mut analysis = crate::sample();
        let trace = Trace { people: 2, gestures: 31, ideas: 9, ideas_read: 4, themes: 4, ..Trace::default() };
        analysis.run.parameters.extend(trace.parameters());
        analysis.run.parameters.push(("edition".into(), "Congrès <2026>".into()));
        let gesture = GestureRow { seq: 1, day: "2026-11-23".into(), by: "A".into(), ..GestureRow::default() };
        let code = |at: usize, by: &str, code: &str| CodeRow {
            sample: 1,
            seed: "graine".into(),
            idea_id: analysis.ideas[at].id.clone(),
            by: by.into(),
            code: code.into(),
            now: code.into(),
        };
        let said =
            [("engine", ["t01", "t01", "t02"]), ("A", ["t01", "t02", "t02"]), ("B", ["t01", "t01", "off_topic"])];
        let codes = said.iter().flat_map(|(by, said)| said.iter().enumerate().map(|(at, told)| code(at, by, told)));
        let annex = Annex { codes: codes.collect(), gestures: vec![gesture] };
        (analysis, annex)
    }

    #[test]
    fn no_figure_is_written_by_hand() {
        let (analysis, annex) = curated();
        let figures = Figures::of(&analysis, &annex.gestures, &annex.codes);
        for lang in [Lang::Fr, Lang::En] {
            let html = document(&analysis, &figures, lang);
            for name in ["people.gestures", "coding.1.whole.alpha", "coding.1.t01.ideas", "q1.themes", "machine.ideas"]
            {
                assert!(html.contains(&format!("<data class=\"{name}\"")), "{name}: {html}");
            }
            assert!(html.contains("Congrès &#60;2026&#62;"), "what people wrote is escaped");
            for (name, _) in figures.iter() {
                assert!(html.contains(&format!("class=\"{name}\"")), "{name} is not told");
            }
            assert!(!html.contains('{'.to_string().repeat(2).as_str()) && !html.contains("{people"), "{html}");
        }
    }

    #[test]
    fn a_run_that_nobody_changed_says_so() {
        let analysis = crate::sample();
        let html = document(&analysis, &Figures::of(&analysis, &[], &[]), Lang::Fr);
        assert!(html.contains("Personne n’a rien changé"), "{html}");
        assert!(!html.contains("people."));
    }
}

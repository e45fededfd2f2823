//! How far the coders of a sample agree: on all, on each theme, with each other, with the engine.

use super::super::OPEN_TO;
use super::super::opened::sit;
use super::book;
use crate::Error;
use crate::gesture::Gesture;
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, to};
use crate::state::{AppState, minute};
use crate::url::{Target, Url, slug};
use arobase_domain::coding::{Agreement, Alpha, Code, Entry, Followed, OfCode, Pair, Reading, Sample};
use arobase_domain::{MemberId, SampleId};
use arobase_store::Progress;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;

#[derive(Template)]
#[template(path = "curate/coding/agreement.html")]
struct Compared {
    page: Page,
    sample: SampleId,
    drawn: String,
    closed: String,
    whole: Figure,
    with_engine: String,
    pairs: Vec<String>,
    codes: Vec<Row>,
    /// Ideas that people do not say the same of; those where only the engine says otherwise.
    divided: usize,
    engine_alone: usize,
}

/// An α in words.
struct Figure {
    value: String,
    interval: String,
    reading: String,
}

/// A code with its α.
struct Row {
    label: String,
    /// Where its definition is written; none for what is no theme.
    url: Option<Url>,
    ideas: usize,
    figure: Figure,
    with_engine: String,
}

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::CODINGS, "/{id}", OPEN_TO, get(show))
}

async fn show(State(state): State<AppState>, In(lang): In, Path(id): Path<String>) -> Result<Response, Error> {
    let sample = state.store.sample(&state.edition.id, &SampleId::new(id)).await?.ok_or_else(Error::not_found)?;
    // As long as someone codes, nobody sees what others said.
    let Some(closed) = sample.closed_at else { return Ok(to(lang, Target::Codings)) };
    let followed = match sit(&state).await? {
        Some(seat) => Followed::of(&seat.opened()?.bench.log),
        None => Followed::default(),
    };
    let said = state.store.said(&sample.id).await?;
    let (sample, said) = followed.sample(sample, said);
    let agreement = Agreement::of(&sample, &said);
    let names = names(&sample, &state.store.codings(&state.edition.id).await?);
    let page = Page::new(&state, lang, Target::Coding(sample.id.clone()), lang.t("title-agreement"))
        .within(lang.t("title-codings"), Target::Codings);
    Ok(private(StatusCode::OK, render(&Compared::new(page, &sample, &agreement, &names, closed))?))
}

/// The names of a sample's coders, in their order.
pub(super) fn names(sample: &Sample, coders: &[Progress]) -> Vec<String> {
    let name = |id: &MemberId| coders.iter().find(|one| one.coder == *id).map(|one| one.name.clone());
    sample.coders.iter().map(|id| name(id).unwrap_or_default()).collect()
}

impl Compared {
    fn new(page: Page, sample: &Sample, found: &Agreement, names: &[String], closed: i64) -> Self {
        let lang = page.lang;
        let mut codes: Vec<&OfCode> = found.codes.iter().collect();
        let place = |code: &Code| match code {
            Code::Theme(theme) => sample.codebook.iter().position(|entry| entry.theme == *theme),
            _ => None,
        };
        codes.sort_by_key(|of| place(&of.code).unwrap_or(usize::MAX));
        Self {
            sample: sample.id.clone(),
            drawn: lang.with(
                "codings-one",
                [("it", lang.n("ideas-count", sample.ideas.len())), ("when", minute(lang, sample.at))],
            ),
            closed: minute(lang, closed),
            whole: Figure::new(lang, &found.whole),
            with_engine: figure(lang, found.whole.with_engine),
            pairs: found.pairs.iter().map(|pair| between(lang, names, pair)).collect(),
            codes: codes.into_iter().map(|of| Row::new(lang, &sample.codebook, of)).collect(),
            divided: found.lines.iter().filter(|line| line.divides_people()).count(),
            engine_alone: found.lines.iter().filter(|line| line.divides() && !line.divides_people()).count(),
            page,
        }
    }
}

impl Figure {
    fn new(lang: Lang, alpha: &Alpha) -> Self {
        let bounds = alpha.interval.map(|(low, high)| {
            lang.with("agreement-interval", [("low", signed(lang, low)), ("high", signed(lang, high))])
        });
        let reading = lang.t(match alpha.reading() {
            Reading::Good => "agreement-good",
            Reading::Tentative => "agreement-tentative",
            Reading::Weak => "agreement-weak",
            Reading::Unknown => "agreement-unknown",
        });
        Self { value: figure(lang, alpha.value), interval: bounds.unwrap_or_default(), reading }
    }
}

impl Row {
    fn new(lang: Lang, codebook: &[Entry], of: &OfCode) -> Self {
        let url = match &of.code {
            Code::Theme(theme) => Some(Target::Bench(theme.to_string(), String::new(), 0).in_lang(lang)),
            _ => None,
        };
        Self {
            label: book::told(lang, codebook, &of.code),
            url,
            ideas: of.alpha.ideas,
            figure: Figure::new(lang, &of.alpha),
            with_engine: figure(lang, of.alpha.with_engine),
        }
    }
}

/// « Noor et le moteur : α 0,71, réponses identiques : 80 sur 100 ».
fn between(lang: Lang, names: &[String], pair: &Pair) -> String {
    let name = |at: usize| names.get(at).cloned().unwrap_or_default();
    let other = pair.other.map_or_else(|| lang.t("agreement-engine"), name);
    let counts = [("same", pair.same), ("both", pair.both)].map(|(name, count)| (name, lang.number(count)));
    let [same, both] = counts;
    lang.with(
        "agreement-pair",
        [("one", name(pair.one)), ("other", other), ("alpha", figure(lang, pair.alpha)), same, both],
    )
}

fn figure(lang: Lang, alpha: Option<f64>) -> String {
    alpha.map_or_else(|| "–".to_owned(), |alpha| signed(lang, alpha))
}

/// With the sign of those who read, not that of programs.
fn signed(lang: Lang, alpha: f64) -> String {
    lang.decimal(alpha, 2).replace('-', "−")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::curate::opened::Opened;
    use crate::sample;
    use arobase_domain::RunId;
    use arobase_domain::coding::{Said, drawn};

    #[test]
    fn renders() {
        let opened = Opened::new(RunId::new("r"), 0, arobase_publish::sample());
        let ideas = drawn(&opened.analysis, &opened.bench.state, 10, "seed");
        let coders = ["anne", "milo"].map(MemberId::new).to_vec();
        for &lang in Lang::ALL {
            let codebook = book::written(lang, &opened);
            let sample = Sample {
                id: SampleId::new("s"),
                ideas: ideas.clone(),
                codebook,
                coders: coders.clone(),
                ..Sample::default()
            };
            let page = || sample::page(lang, Target::Coding(SampleId::new("s")));
            let names = ["Anne <b>", "Milo"].map(str::to_owned);
            let said = |coder: &MemberId, shift: usize| {
                let engine =
                    ideas.iter().cycle().skip(shift).map(|one| one.engine.clone().expect("nobody came before"));
                let said = ideas.iter().zip(engine);
                said.map(|(one, code)| Said { coder: coder.clone(), idea: one.idea.clone(), code }).collect::<Vec<_>>()
            };
            let said = [said(&coders[0], 0), said(&coders[1], 1)].concat();
            let html =
                sample::check(&Compared::new(page(), &sample, &Agreement::of(&sample, &said), &names, sample::NOW));
            assert!(html.contains("Anne &#60;b&#62;"), "{html}");
            sample::check(&Compared::new(page(), &sample, &Agreement::of(&sample, &[]), &names, sample::NOW));
        }
    }
}

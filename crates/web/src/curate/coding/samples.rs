//! The samples of an edition, how far their coders are, and drawing one more.

use super::super::OPEN_TO;
use super::super::opened::{Opened, sit};
use super::book;
use crate::Error;
use crate::gesture::Gesture;
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, to};
use crate::state::{AppState, minute};
use crate::url::{Target, slug};
use arobase_domain::coding::{CODERS, SIZES, Sample, drawn};
use arobase_domain::{MemberId, SampleId};
use arobase_store::{Progress, Signed};
use askama::Template;
use axum::Extension;
use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Ideas that are asked for unless told otherwise (analysis.md §2).
const USUAL: usize = 100;

#[derive(Template)]
#[template(path = "curate/coding/samples.html")]
struct Samples {
    page: Page,
    drawn: Vec<Shown>,
    form: Fields,
    /// Who may code, and who is chosen.
    people: Vec<(MemberId, String, bool)>,
    wrong: Wrong,
    least: usize,
    most: usize,
}

/// A sample, in words.
struct Shown {
    id: SampleId,
    title: String,
    coders: Vec<String>,
    closed: bool,
    /// Whether who reads still has ideas to code in it.
    mine: bool,
    /// Whether anyone has.
    under_way: bool,
}

/// What is asked for.
#[derive(Debug, Default)]
struct Fields {
    token: String,
    size: String,
    coders: Vec<MemberId>,
}

/// What will not do.
#[derive(Debug, Clone, Copy, Default)]
struct Wrong {
    size: bool,
    coders: bool,
    /// Nothing to draw from.
    nothing: bool,
}

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::CODINGS, "", OPEN_TO, get(show).post(act))
}

async fn show(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
) -> Result<Response, Error> {
    let form = Fields { token: (state.ids)().to_string(), size: USUAL.to_string(), ..Fields::default() };
    answer(&state, lang, &me, StatusCode::OK, form, Wrong::default()).await
}

async fn act(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let field = |name: &str| fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.trim().to_owned());
    if let Some(sample) = field("close").map(SampleId::new) {
        state.store.close_sample(&state.edition.id, &sample, &me.member.id, state.now()).await?;
        return Ok(to(lang, Target::Coding(sample)));
    }
    let Some(token) = field("token").filter(|token| Uuid::try_parse(token).is_ok()) else {
        return Ok(StatusCode::BAD_REQUEST.into_response());
    };
    let coders =
        fields.iter().filter(|(field, _)| field == "coder").map(|(_, id)| MemberId::new(id.as_str())).collect();
    let form = Fields { token, size: field("size").unwrap_or_default(), coders };
    match draw(&state, lang, &me, &form).await? {
        None => Ok(to(lang, Target::Codings)),
        Some(wrong) => answer(&state, lang, &me, StatusCode::UNPROCESSABLE_ENTITY, form, wrong).await,
    }
}

/// Draws what is asked for, or says what will not do.
async fn draw(state: &AppState, lang: Lang, me: &Signed, form: &Fields) -> Result<Option<Wrong>, Error> {
    let staff = state.store.colleagues(&state.edition.id, None).await?;
    let coders: Vec<MemberId> = staff.into_iter().map(|one| one.id).filter(|id| form.coders.contains(id)).collect();
    let size = form.size.parse().ok().filter(|size| SIZES.contains(size));
    let seat = sit(state).await?;
    let (Some(size), true, Some(seat)) = (size, CODERS.contains(&coders.len()), &seat) else {
        let coders = !CODERS.contains(&coders.len());
        return Ok(Some(Wrong { size: size.is_none(), coders, nothing: seat.is_none() }));
    };
    let before = state.store.codings(&state.edition.id).await?;
    let nth = before.iter().map(|one| &one.sample).collect::<std::collections::BTreeSet<_>>().len();
    let (id, by) = (SampleId::new(form.token.as_str()), me.member.id.clone());
    let sample = Sample { id, by, at: state.now(), coders, ..sample(lang, seat.opened()?, size, nth) };
    state.store.draw(&state.edition.id, &sample).await?;
    Ok(None)
}

/// So many ideas of a bench. Who draws does not choose the seed: it is made of the state of the bench and of how many samples there were before.
fn sample(lang: Lang, opened: &Opened, size: usize, nth: usize) -> Sample {
    let bench = &opened.bench.state;
    let seed = format!("{} {}", bench.hash(), nth + 1);
    let ideas = drawn(&opened.analysis, bench, size, &seed);
    Sample { run: opened.known.clone(), seed, ideas, codebook: book::written(lang, opened), ..Sample::default() }
}

async fn answer(
    state: &AppState,
    lang: Lang,
    me: &Signed,
    status: StatusCode,
    form: Fields,
    wrong: Wrong,
) -> Result<Response, Error> {
    let page = Page::new(state, lang, Target::Codings, lang.t("title-codings"))
        .within(lang.t("title-bench"), Target::Bench(String::new(), String::new(), 0));
    let people = state.store.colleagues(&state.edition.id, None).await?;
    let people = people.into_iter().map(|one| (form.coders.contains(&one.id), one)).collect::<Vec<_>>();
    let drawn = Shown::all(lang, &me.member.id, &state.store.codings(&state.edition.id).await?);
    let people = told_apart(people.into_iter().map(|(chosen, one)| (one.id, one.name, chosen)).collect());
    let (least, most) = (*SIZES.start(), *SIZES.end());
    Ok(private(status, render(&Samples { page, drawn, form, people, wrong, least, most })?))
}

/// People with the same name are told apart by a number.
fn told_apart(mut people: Vec<(MemberId, String, bool)>) -> Vec<(MemberId, String, bool)> {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for (_, name, _) in &mut people {
        let nth = times.entry(name.clone()).or_default();
        *nth += 1;
        if *nth > 1 {
            *name = format!("{name} ({nth})");
        }
    }
    people
}

impl Shown {
    /// Samples, the last drawn first, each with its coders.
    fn all(lang: Lang, me: &MemberId, coders: &[Progress]) -> Vec<Self> {
        let samples: Vec<&[Progress]> = coders.chunk_by(|one, other| one.sample == other.sample).collect();
        let mut shown: Vec<Self> = samples.iter().map(|coders| Self::new(lang, me, coders)).collect();
        // Two may be drawn in the same minute: a number tells them apart.
        for (nth, one) in (1..).zip(shown.iter_mut().rev()).filter(|_| samples.len() > 1) {
            one.title = format!("{nth}. {}", one.title);
        }
        shown
    }

    fn new(lang: Lang, me: &MemberId, coders: &[Progress]) -> Self {
        let first = &coders[0];
        let far = |one: &Progress| {
            let (done, ideas) = (lang.number(one.done), lang.number(one.ideas));
            lang.with("codings-far", [("it", one.name.clone()), ("done", done), ("ideas", ideas)])
        };
        let under_way = |one: &Progress| !one.closed && one.done < one.ideas;
        let ideas = lang.n("ideas-count", first.ideas);
        Self {
            id: first.sample.clone(),
            title: lang.with("codings-one", [("it", ideas), ("when", minute(lang, first.at))]),
            coders: coders.iter().map(far).collect(),
            closed: first.closed,
            mine: coders.iter().any(|one| one.coder == *me && under_way(one)),
            under_way: coders.iter().any(under_way),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn progress(sample: &str, coder: &str, closed: bool, done: u64) -> Progress {
        Progress {
            sample: SampleId::new(sample),
            at: sample::NOW,
            closed,
            coder: MemberId::new(coder),
            name: format!("{coder} <b>"),
            done,
            ideas: 100,
        }
    }

    #[test]
    fn renders() {
        let coders =
            [progress("b", "anne", false, 40), progress("b", "milo", false, 100), progress("a", "anne", true, 9)];
        for &lang in Lang::ALL {
            let people =
                vec![(MemberId::new("anne"), "Anne".to_owned(), true), (MemberId::new("m"), "M".into(), false)];
            let page = sample::page(lang, Target::Codings);
            let drawn = Shown::all(lang, &MemberId::new("anne"), &coders);
            assert_eq!(
                drawn.iter().map(|one| (one.coders.len(), one.mine)).collect::<Vec<_>>(),
                [(2, true), (1, false)]
            );
            let wrong = Wrong { size: true, coders: true, nothing: true };
            let (form, least, most) = (Fields::default(), 10, 500);
            sample::check(&Samples { page, drawn, form, people, wrong, least, most });
        }
    }
}

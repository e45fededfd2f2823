//! Recording that the motion was handed over, to several recipients at once; what was given to whom.

use super::OPEN_TO;
use super::matter::Matter;
use super::told;
use crate::Error;
use crate::gesture::Gesture;
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, to};
use crate::posted::Posted;
use crate::state::AppState;
use crate::url::{Sequel, Target, slug};
use arobase_domain::{Day, Dispatch, DispatchId, Manner, RecipientId};
use arobase_store::{HandOver, Signed};
use askama::Template;
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};

#[derive(Template)]
#[template(path = "followup/hand_overs.html")]
struct HandOvers {
    page: Page,
    /// The version that is handed over, in words; none without a frozen one.
    version: Option<String>,
    /// Those to whom it may be: identifier, name, whether they are ticked.
    to: Vec<(RecipientId, String, bool)>,
    manners: Vec<(&'static str, String)>,
    typed: Typed,
    wrong: Option<&'static str>,
    lines: Vec<Line>,
}

/// A hand-over that was recorded, in words.
struct Line {
    id: DispatchId,
    name: String,
    when: String,
    told: String,
    cancelled: bool,
}

/// What was typed.
#[derive(Debug, Clone, Default)]
struct Typed {
    to: Vec<RecipientId>,
    day: String,
    place: String,
    delegation: String,
    manner: String,
}

pub(super) fn gestures() -> [Gesture; 2] {
    [
        Gesture::page(slug::HAND_OVERS, "", OPEN_TO, get(show).post(record)),
        Gesture::page(slug::HAND_OVERS, "/{id}", OPEN_TO, post(cancel)),
    ]
}

async fn show(State(state): State<AppState>, In(lang): In) -> Result<Response, Error> {
    let matter = Matter::prepared(&state).await?;
    let typed = Typed { day: matter.today.to_string(), ..Typed::default() };
    answer(&state, lang, &matter, typed, None)
}

async fn record(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    posted: Posted,
) -> Result<Response, Error> {
    let (matter, typed) = (Matter::prepared(&state).await?, Typed::of(&posted));
    let (day, version) = match typed.checked(&matter) {
        Ok(checked) => checked,
        Err(wrong) => return answer(&state, lang, &matter, typed, Some(wrong)),
    };
    let to_whom: Vec<_> = typed.to.iter().map(|to| (DispatchId::new((state.ids)().to_string()), to.clone())).collect();
    let what = HandOver {
        to: &to_whom,
        version,
        day,
        place: &typed.place,
        delegation: &typed.delegation,
        manner: typed.manner.parse().unwrap_or_default(),
    };
    if state.store.hand_over(&state.edition.id, what, (me.member.id.as_str(), state.now())).await? {
        return Ok(to(lang, Target::Sequel(Sequel::HandOvers)));
    }
    answer(&state, lang, &matter, typed, Some("hand-over-no-recipient"))
}

async fn cancel(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
) -> Result<Response, Error> {
    let by = (me.member.id.as_str(), state.now());
    state.store.cancel_dispatch(&state.edition.id, &DispatchId::new(id), by).await?;
    Ok(to(lang, Target::Sequel(Sequel::HandOvers)))
}

fn answer(
    state: &AppState,
    lang: Lang,
    matter: &Matter,
    typed: Typed,
    wrong: Option<&'static str>,
) -> Result<Response, Error> {
    let page = Page::new(state, lang, Target::Sequel(Sequel::HandOvers), lang.t("title-hand-overs"))
        .within(lang.t("title-recipients"), Target::Sequel(Sequel::Recipients));
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(private(status, render(&HandOvers::new(page, matter, typed, wrong))?))
}

impl HandOvers {
    /// Whether there is a slip to print.
    fn handed(&self) -> bool {
        self.lines.iter().any(|line| !line.cancelled)
    }

    fn new(page: Page, matter: &Matter, typed: Typed, wrong: Option<&'static str>) -> Self {
        let lang = page.lang;
        let open = matter.recipients.iter().filter(|one| !one.retired);
        Self {
            version: matter.version.as_ref().map(|one| version(lang, one)),
            to: open.map(|one| (one.id.clone(), one.name.clone(), typed.to.contains(&one.id))).collect(),
            manners: Manner::ALL.iter().map(|&manner| (manner.as_str(), told::manner(lang, manner))).collect(),
            lines: matter.dispatches.iter().rev().map(|one| Line::new(lang, matter, one)).collect(),
            typed,
            wrong,
            page,
        }
    }
}

/// « Version 3, publiée, empreinte 3f2a… ».
fn version(lang: Lang, one: &arobase_domain::motion::Version) -> String {
    let state = lang.t(if one.published_at.is_some() { "hand-over-published" } else { "hand-over-frozen" });
    let values = [("number", one.number.to_string()), ("state", state), ("seal", one.seal.chars().take(12).collect())];
    lang.with("hand-over-version", values)
}

impl Line {
    fn new(lang: Lang, matter: &Matter, one: &Dispatch) -> Self {
        let how = told::manner(lang, one.manner);
        let by = Some(&one.delegation).filter(|by| !by.is_empty()).map(|by| lang.it("hand-over-by", by));
        let version = lang.it("hand-over-of", one.version);
        let parts = [Some(how), Some(one.place.clone()), by, Some(version)];
        Self {
            id: one.id.clone(),
            name: matter.recipient(&one.recipient).map(|one| one.name.clone()).unwrap_or_default(),
            when: told::day(lang, one.day),
            told: parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
            cancelled: one.cancelled,
        }
    }
}

impl Typed {
    fn of(posted: &Posted) -> Self {
        let [day, place, delegation, manner] = ["day", "place", "delegation", "manner"].map(|name| posted.line(name));
        Self { to: posted.ticked("to").map(RecipientId::new).collect(), day, place, delegation, manner }
    }

    /// The day and the version; else the key of what is wrong.
    fn checked(&self, matter: &Matter) -> Result<(Day, u32), &'static str> {
        let version = matter.version.as_ref().ok_or("recipients-not-ready")?.number;
        if self.to.is_empty() {
            return Err("hand-over-no-recipient");
        }
        let day = self.day.parse::<Day>().map_err(|_| "hand-over-no-day")?;
        if day > matter.today { Err("hand-over-later") } else { Ok((day, version)) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::matter::tests::matter;
    use super::*;
    use crate::sample;

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            let page = || sample::page(lang, Target::Sequel(Sequel::HandOvers));
            let typed = Typed { to: vec![RecipientId::new("r3")], day: "2026-10-10".into(), ..Typed::default() };
            let mut matter = matter();
            matter.dispatches[1].cancelled = true;
            let html = sample::check(&HandOvers::new(page(), &matter, typed.clone(), Some("hand-over-later")));
            assert_eq!(html.matches(" checked").count(), 1);
            let slips = html.matches("href=\"/fr/bordereau").count();
            assert_eq!(
                slips,
                if lang == Lang::Fr { 2 } else { 0 },
                "that of the one that stands, and all of them together"
            );
            sample::check(&HandOvers::new(page(), &Matter::default(), typed, None));
        }
    }

    #[test]
    fn nothing_is_handed_over_tomorrow() {
        let typed = |day: &str| Typed { to: vec![RecipientId::new("r1")], day: day.into(), ..Typed::default() };
        let checked = |day: &str| typed(day).checked(&matter()).map(|(day, version)| (day.to_string(), version));
        assert_eq!(checked("2026-11-22"), Ok(("2026-11-22".into(), 2)));
        assert_eq!((checked("2026-11-23"), checked("hier")), (Err("hand-over-later"), Err("hand-over-no-day")));
        assert_eq!(Typed::default().checked(&matter()), Err("hand-over-no-recipient"));
        assert_eq!(typed("2026-11-22").checked(&Matter::default()), Err("recipients-not-ready"));
    }
}

//! Finding a territory: a page with a plain form, and the same answers as JSON while one types.

use super::territory::{detail, name};
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, render};
use crate::state::AppState;
use crate::url::{Filter, Target, Url, slug};
use arobase_domain::territory::{Found, Hit, search, year};
use askama::Template;
use axum::Json;
use axum::extract::{Query, State};
use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;

/// Most territories on the page.
const MOST: usize = 25;

/// Most territories proposed while one types.
const PROPOSED: usize = 8;

#[derive(Template)]
#[template(path = "collect/territories.html")]
struct Territories {
    page: Page,
    query: String,
    total: usize,
    lines: Vec<Line>,
    source: String,
}

/// A territory found.
struct Line {
    name: String,
    facts: String,
    /// The contributions of its département.
    contributions: Option<Url>,
}

/// A territory as JSON tells it.
#[derive(serde::Serialize)]
struct Proposed {
    code: &'static str,
    /// What a form may be filled in with: found again, it means this territory alone.
    label: String,
    detail: String,
}

#[derive(Default, serde::Deserialize)]
#[serde(default)]
struct Asked {
    q: String,
}

pub(crate) fn gestures() -> [Gesture; 2] {
    let json = ["/fr/collectivites.json", "/en/territories.json"];
    [Gesture::page(slug::TERRITORIES, "", Access::Public, get(show)), Gesture::at(&json, Access::Public, get(propose))]
}

async fn show(State(state): State<AppState>, In(lang): In, Query(asked): Query<Asked>) -> Result<Html<String>, Error> {
    let query = asked.query();
    let page = Page::new(&state, lang, Target::Territories(query.clone()), lang.t("title-territories"));
    let found = search(&query, MOST);
    render(&Territories::new(page, query, &found))
}

/// The table changes once a year: an answer may be kept for a day.
async fn propose(In(lang): In, Query(asked): Query<Asked>) -> Response {
    let found = search(&asked.query(), PROPOSED).hits;
    let proposed: Vec<Proposed> = found.iter().map(|hit| Proposed::new(lang, hit)).collect();
    ([(header::CACHE_CONTROL, "public, max-age=86400")], Json(proposed)).into_response()
}

impl Asked {
    fn query(&self) -> String {
        self.q.trim().chars().take(120).collect()
    }
}

impl Territories {
    fn new(page: Page, query: String, found: &Found) -> Self {
        let lines = found.hits.iter().map(|hit| Line::new(page.lang, hit)).collect();
        let source = page.lang.it("territories-source", year());
        Self { page, query, total: found.total, lines, source }
    }
}

impl Line {
    fn new(lang: Lang, hit: &Hit) -> Self {
        let code = lang.it("territories-code", hit.territory.code.trim_start_matches('R'));
        let epci = hit.territory.epci().map(|epci| epci.name.to_owned());
        let facts = [Some(detail(lang, &hit.territory)), epci, Some(code)];
        let of = |department: &str| Filter { department: department.to_owned(), ..Filter::default() };
        let contributions = hit.territory.department().map(|code| Target::Contributions(of(code)).in_lang(lang));
        Self {
            name: name(lang, hit),
            facts: facts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            contributions,
        }
    }
}

impl Proposed {
    fn new(lang: Lang, hit: &Hit) -> Self {
        let part = hit.by.map(|_| name(lang, hit));
        let detail = [part, Some(detail(lang, &hit.territory))].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        Self { code: hit.territory.code, label: hit.territory.to_string(), detail }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn page(lang: Lang, query: &str) -> Territories {
        let page = sample::page(lang, Target::Territories(query.into()));
        Territories::new(page, query.into(), &search(query, MOST))
    }

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            for query in ["", "saint", "Béon", "bretagne", "zzz <script>"] {
                sample::check(&page(lang, query));
            }
        }
        insta::assert_snapshot!(sample::text(&page(Lang::Fr, "saint-barthélemy")));
    }

    #[test]
    fn what_is_proposed_can_be_sent() {
        let found = search("béon", PROPOSED).hits;
        let proposed: Vec<Proposed> = found.iter().map(|hit| Proposed::new(Lang::Fr, hit)).collect();
        let json = serde_json::to_string(&proposed[1]).unwrap();
        let detail = "Béon, dans Culoz-Béon (01) · commune, Ain, 3\u{202f}453 habitants";
        assert_eq!(json, format!(r#"{{"code":"01138","label":"Culoz-Béon (01)","detail":"{detail}"}}"#));
        for one in proposed {
            assert_eq!(arobase_domain::territory::resolve(&one.label).one().map(|found| found.code), Some(one.code));
        }
    }
}

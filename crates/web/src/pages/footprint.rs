//! The footprint: what each page weighs, measured by visiting it, and the eco-design statement.

use super::sitemap;
use super::weight::{Weight, elements};
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, render};
use crate::state::{AppState, minute};
use crate::url::{self, Target, slug};
use crate::{Error, assets};
use askama::Template;
use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::State;
use axum::http::{Request, StatusCode, header};
use axum::response::Html;
use axum::routing::get;
use std::sync::Arc;
use tokio::sync::Mutex;
use tower::ServiceExt as _;

/// How long a measurement is shown before another is made, in milliseconds.
const KEPT: i64 = 3_600_000;

/// Largest page that is measured, in bytes.
const LARGEST: usize = 4_000_000;

#[derive(Template)]
#[template(path = "pages/footprint.html")]
struct Footprint {
    page: Page,
    rows: Vec<Row>,
    when: String,
}

struct Row {
    label: String,
    weight: Weight,
}

/// Visits the other pages; they are measured once, by French and English readers alike.
struct Meter {
    site: Router,
    last: Mutex<Option<Measured>>,
}

#[derive(Clone)]
struct Measured {
    at: i64,
    weights: Vec<(Target, Weight)>,
}

/// The footprint of `site`, which is the whole site without this page.
pub(crate) fn gesture(site: Router) -> Gesture {
    let meter = Arc::new(Meter { site, last: Mutex::new(None) });
    let show = async move |State(state): State<AppState>, In(lang): In| show(&state, lang, &meter).await;
    Gesture::page(slug::FOOTPRINT, "", Access::Public, get(show))
}

async fn show(state: &AppState, lang: Lang, meter: &Meter) -> Result<Html<String>, Error> {
    // What is visited knows the pages of its edition only, without the name of the edition before them.
    let measured = url::under(String::new(), meter.read(state.now())).await;
    let page = Page::new(state, lang, Target::Footprint, lang.t("title-footprint"));
    let titles = sitemap::titles(lang);
    let row = |(target, weight): (Target, Weight)| {
        let label = titles.iter().find(|(one, _)| *one == target).map(|(_, label)| label.clone())?;
        Some(Row { label, weight })
    };
    render(&Footprint {
        page,
        rows: measured.weights.into_iter().filter_map(row).collect(),
        when: minute(lang, measured.at),
    })
}

impl Meter {
    async fn read(&self, now: i64) -> Measured {
        let mut last = self.last.lock().await;
        match &*last {
            Some(measured) if (measured.at..measured.at + KEPT).contains(&now) => measured.clone(),
            _ => last.insert(self.measure(now).await).clone(),
        }
    }

    async fn measure(&self, at: i64) -> Measured {
        let mut weights = Vec::new();
        for (target, _) in sitemap::titles(Lang::Fr) {
            weights.extend(self.weigh(&target).await.map(|weight| (target, weight)));
        }
        Measured { at, weights }
    }

    /// A page and what it loads on a first visit.
    async fn weigh(&self, target: &Target) -> Option<Weight> {
        let path = target.clone().in_lang(Lang::Fr).to_string();
        let plain = self.fetch(&path, "identity").await?;
        let html = String::from_utf8_lossy(&plain);
        let mut weight = Weight { elements: elements(&html), requests: 0, transferred: 0 };
        let loaded = assets::loaded(&html);
        for file in [path.as_str()].into_iter().chain(loaded.iter().copied()) {
            weight.requests += 1;
            weight.transferred += self.fetch(file, "br").await?.len() as u64;
        }
        Some(weight)
    }

    async fn fetch(&self, path: &str, encoding: &str) -> Option<Bytes> {
        let request = Request::get(path).header(header::ACCEPT_ENCODING, encoding).body(Body::empty()).ok()?;
        let response = self.site.clone().oneshot(request).await.ok()?;
        if response.status() != StatusCode::OK {
            return None;
        }
        to_bytes(response.into_body(), LARGEST).await.ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            let weight = Weight { elements: 210, requests: 3, transferred: 9_400 };
            let rows = sitemap::titles(lang).into_iter().map(|(_, label)| Row { label, weight }).collect();
            sample::check(&Footprint { page: sample::page(lang, Target::Footprint), rows, when: "midi".into() });
        }
    }
}

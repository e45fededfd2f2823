//! The map of the ideas: a zone for each theme, drawn and as a table.

use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, capital, render};
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_domain::{RunId, ThemeId};
use arobase_publish::map::{self, Atlas, Zone};
use askama::Template;
use axum::extract::State;
use axum::response::Html;
use axum::routing::get;
use std::sync::Arc;
use tokio::sync::Mutex;

/// Most themes told in a table, each zone leading to its own; beyond, a list leads to them and says less of each, so that the page stays light.
const TABLED: usize = 30;

#[derive(Template)]
#[template(path = "funnel/ideas_map.html")]
struct IdeasMap {
    page: Page,
    drawn: Option<Drawn>,
}

struct Drawn {
    svg: String,
    rows: Vec<Row>,
    tabled: bool,
}

/// A theme as a line of the table.
struct Row {
    theme: ThemeId,
    label: String,
    ideas: usize,
    /// Where its middle lies, in words.
    lies: String,
    /// The themes around.
    nearest: String,
}

/// The map last drawn, and the run that it is of; kept by the state, drawn by one request at a time.
pub(crate) type Cache = Mutex<Option<(RunId, Arc<Atlas>)>>;

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::IDEAS_MAP, "", Access::Public, get(show))
}

async fn show(State(state): State<AppState>, In(lang): In) -> Result<Html<String>, Error> {
    let atlas = atlas(&state).await?;
    let page = Page::new(&state, lang, Target::IdeasMap, lang.t("title-ideas-map"))
        .within(lang.t("title-themes"), Target::Themes);
    render(&IdeasMap::new(page, &atlas))
}

/// The map of what is published; blank before any run.
pub(crate) async fn atlas(state: &AppState) -> Result<Arc<Atlas>, Error> {
    let Some(run) = state.store.latest_run(&state.edition.id).await? else { return Ok(Arc::default()) };
    let mut kept = state.atlas().lock().await;
    if let Some((_, atlas)) = kept.as_ref().filter(|(of, _)| *of == run.id) {
        return Ok(Arc::clone(atlas));
    }
    let Some(analysis) = state.store.analysis(&state.edition.id).await? else { return Ok(Arc::default()) };
    let atlas = tokio::task::spawn_blocking(move || Atlas::of(&analysis)).await.map_err(Error::export)?;
    let atlas = Arc::new(atlas);
    *kept = Some((run.id, Arc::clone(&atlas)));
    Ok(atlas)
}

impl IdeasMap {
    fn new(page: Page, atlas: &Atlas) -> Self {
        let lang = page.lang;
        let tabled = atlas.zones.len() <= TABLED;
        let href = |theme: &ThemeId| tabled.then(|| Target::Theme(theme.clone()).in_lang(lang).to_string());
        let drawn = (!atlas.is_blank()).then(|| Drawn {
            svg: map::linked(atlas, lang, &href),
            rows: atlas.zones.iter().map(|zone| Row::new(lang, atlas, zone)).collect(),
            tabled,
        });
        Self { page, drawn }
    }
}

impl Row {
    fn new(lang: Lang, atlas: &Atlas, zone: &Zone) -> Self {
        let near = zone.nearest.iter().map(|&rank| capital(&atlas.zones[rank].label));
        Self {
            theme: zone.theme.clone(),
            label: capital(&zone.label),
            ideas: zone.ideas,
            lies: if zone.ideas > 0 { lies(lang, zone.lies) } else { String::new() },
            nearest: near.collect::<Vec<_>>().join(lang.pick("\u{a0}; ", "; ")),
        }
    }
}

/// « en haut à gauche ».
fn lies(lang: Lang, (across, down): (usize, usize)) -> String {
    const PLACES: [[&str; 3]; 3] = [
        ["ideas-map-top-left", "ideas-map-top", "ideas-map-top-right"],
        ["ideas-map-left", "ideas-map-middle", "ideas-map-right"],
        ["ideas-map-bottom-left", "ideas-map-bottom", "ideas-map-bottom-right"],
    ];
    lang.t(PLACES[down.min(2)][across.min(2)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            let page = || sample::page(lang, Target::IdeasMap);
            let html = sample::check(&IdeasMap::new(page(), &Atlas::of(&arobase_publish::sample())));
            assert!(html.contains("role=\"group\"") && html.contains(&lies(lang, (0, 0))), "{html}");
            sample::check(&IdeasMap::new(page(), &Atlas::default()));
        }
    }

    /// The sample with so many themes, a few ideas in each.
    fn with_themes(many: u32) -> arobase_domain::Analysis {
        let mut analysis = arobase_publish::sample();
        let (theme, idea) = (analysis.themes[0].clone(), analysis.ideas[0].clone());
        let numbers = || 1..=many;
        let named = |n| format!("accès aux soins, déserts médicaux et maisons de santé {n}");
        let theme = |n| arobase_domain::Theme { id: ThemeId::numbered(n), label: named(n), ..theme.clone() };
        analysis.themes = numbers().map(theme).collect();
        let of = |n| (0..9).map(move |_| n);
        let idea = |n| arobase_domain::Idea { theme: Some(ThemeId::numbered(n)), ..idea.clone() };
        analysis.ideas = numbers().flat_map(of).map(idea).collect();
        let place = |(at, n): (u32, u32)| {
            let (column, row) = (n % 8 * 6 + at % 9 % 3, n / 8 * 6 + at % 9 / 3);
            Some((f64::from(column), f64::from(row)))
        };
        analysis.study.map.points = (0..).zip(numbers().flat_map(of)).map(place).collect();
        analysis
    }

    /// The elements of a page as its budget counts them: of a drawing, not the direct children.
    fn elements(page: &str) -> usize {
        let opened = |text: &str| {
            text.split('<').skip(1).filter(|tag| tag.starts_with(|c: char| c.is_ascii_alphabetic())).count()
        };
        let (before, drawn) = page.split_once("<svg class=\"map\"").expect("a drawing");
        let (drawn, after) = drawn.split_once("</svg>").expect("closed");
        let body = before.split_once("<body").map_or(before, |(_, body)| body);
        let inner = drawn.matches("<tspan").count() + drawn.matches("<a ").count();
        opened(body) + 1 + inner + opened(after)
    }

    #[test]
    fn a_page_of_many_themes_stays_within_its_budget() {
        for &lang in Lang::ALL {
            for many in [4, 30, 31, 60, 90] {
                let atlas = Atlas::of(&with_themes(many));
                let html = sample::check(&IdeasMap::new(sample::page(lang, Target::IdeasMap), &atlas));
                assert!(elements(&html) <= 385, "{many}: {} elements", elements(&html));
                for n in 1..=many {
                    let theme = Target::Theme(ThemeId::numbered(n)).in_lang(lang).to_string();
                    assert!(html.contains(&format!("href=\"{theme}\"")), "{theme}");
                }
                assert_eq!(html.contains("role=\"img\" aria-label"), many > 30);
            }
        }
    }

    #[test]
    fn every_place_has_its_words() {
        let places = (0..3).flat_map(|across| (0..3).map(move |down| lies(Lang::Fr, (across, down))));
        assert_eq!(places.collect::<std::collections::BTreeSet<_>>().len(), 9);
        assert_eq!(lies(Lang::Fr, (2, 0)), "en haut à droite");
    }
}

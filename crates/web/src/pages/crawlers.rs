//! What search engines read: `robots.txt`, and every public page in the protocol of sitemaps.org.

use super::sitemap;
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::Lang;
use crate::state::AppState;
use crate::url::{Target, Url};
use arobase_domain::ContributionId;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

/// Contributions in a file, each in every language; the protocol allows 50,000 addresses and 50 MB.
const IN_A_FILE: u64 = 5_000;

/// The file of all that is not a contribution.
const PAGES: &str = "pages.xml";

/// The files there are.
#[derive(Template)]
#[template(path = "pages/sitemap_index.xml")]
struct Index {
    address: String,
    files: Vec<String>,
}

/// The pages of a file.
#[derive(Template)]
#[template(path = "pages/sitemap_file.xml")]
struct File {
    address: String,
    /// Each page in every language.
    pages: Vec<[Url; 2]>,
}

pub(crate) fn gestures() -> [Gesture; 3] {
    [
        Gesture::at(&["/robots.txt"], Access::Public, get(robots)),
        Gesture::at(&["/sitemap.xml"], Access::Public, get(index)),
        Gesture::at(&["/sitemap/{file}"], Access::Public, get(file)),
    ]
}

/// An invented edition is not to be found by those who seek a real one; searches have no end.
async fn robots(State(state): State<AppState>) -> String {
    if state.edition.fictional {
        return "User-agent: *\nDisallow: /\n".into();
    }
    let searches =
        Lang::ALL.iter().map(|&lang| format!("Disallow: {}\n", Target::Search(String::new(), 1).in_lang(lang)));
    format!("User-agent: *\n{}\nSitemap: {}/sitemap.xml\n", searches.collect::<String>(), state.address)
}

async fn index(State(state): State<AppState>) -> Result<Response, Error> {
    let contributions = state.store.figures(&state.edition.id).await?.contributions;
    let parts = (1..=contributions.div_ceil(IN_A_FILE)).map(|part| format!("contributions-{part}.xml"));
    let files = std::iter::once(PAGES.to_owned()).chain(parts).collect();
    xml(&Index { address: state.address.clone(), files })
}

async fn file(State(state): State<AppState>, Path(file): Path<String>) -> Result<Response, Error> {
    let pages = match part(&file) {
        _ if file == PAGES => pages(&state).await?,
        Some(part) => contributions(part, state.store.figures(&state.edition.id).await?.contributions),
        None => Vec::new(),
    };
    if pages.is_empty() {
        return Err(Error::not_found());
    }
    xml(&File::new(state.address.clone(), pages))
}

impl File {
    fn new(address: String, pages: Vec<Target>) -> Self {
        let in_both = |page: Target| [page.clone().in_lang(Lang::Fr), page.in_lang(Lang::En)];
        Self { address, pages: pages.into_iter().map(in_both).collect() }
    }
}

/// Which part of the contributions a file holds, from 1.
fn part(file: &str) -> Option<u64> {
    file.strip_prefix("contributions-")?
        .strip_suffix(".xml")?
        .parse()
        .ok()
        .filter(|part| (1..=1_000_000).contains(part))
}

fn contributions(part: u64, received: u64) -> Vec<Target> {
    let numbers = (part - 1) * IN_A_FILE + 1..=(part * IN_A_FILE).min(received);
    numbers.map(|number| Target::Contribution(ContributionId::new(number.to_string()))).collect()
}

/// Every other page: those of the plan, then what the last run made.
async fn pages(state: &AppState) -> Result<Vec<Target>, Error> {
    let edition = &state.edition.id;
    let questions = state.store.questions(edition).await?.into_iter().map(|question| Target::Question(question.id));
    let themes = state.store.all_themes(edition).await?.into_iter().map(|theme| Target::Theme(theme.id));
    let propositions = state.store.propositions(edition).await?;
    let propositions = propositions.into_iter().map(|proposition| Target::Proposition(proposition.id, 1));
    let plan = sitemap::titles(Lang::Fr).into_iter().map(|(target, _)| target);
    let plan = plan.filter(|target| !matches!(target, Target::Search(..) | Target::SignIn));
    Ok(plan.chain(questions).chain(themes).chain(propositions).collect())
}

fn xml(template: &impl Template) -> Result<Response, Error> {
    Ok(([(header::CONTENT_TYPE, "application/xml; charset=utf-8")], template.render()?).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_contribution_is_in_one_file() {
        assert_eq!(contributions(1, 3).len(), 3);
        assert_eq!(contributions(2, 5_001), [Target::Contribution(ContributionId::new("5001"))]);
        assert_eq!(contributions(3, 5_001), []);
        for (file, found) in [("contributions-2.xml", Some(2)), ("contributions-0.xml", None), ("pages.xml", None)] {
            assert_eq!(part(file), found, "{file}");
        }
    }

    #[test]
    fn each_page_is_told_in_both_languages() {
        let file = File::new("https://congres.example".into(), contributions(1, 1));
        insta::assert_snapshot!(file.render().unwrap());
        let index = Index { address: "https://congres.example".into(), files: vec![PAGES.into()] };
        insta::assert_snapshot!(index.render().unwrap());
    }
}

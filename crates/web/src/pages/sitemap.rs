//! The sitemap: every page that can be reached without knowing what is in the edition.

use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, render};
use crate::state::AppState;
use crate::url::{Filter, Sequel, Show, Target, Url, View, slug};
use askama::Template;
use axum::extract::State;
use axum::response::Html;
use axum::routing::get;

#[derive(Template)]
#[template(path = "pages/sitemap.html")]
struct Sitemap {
    page: Page,
    groups: Vec<Group>,
}

struct Group {
    title: String,
    entries: Vec<Entry>,
}

struct Entry {
    url: Url,
    label: String,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::SITEMAP, "", Access::Public, get(show))
}

async fn show(State(state): State<AppState>, In(lang): In) -> Result<Html<String>, Error> {
    render(&Sitemap { page: Page::new(&state, lang, Target::Sitemap, lang.t("title-sitemap")), groups: groups(lang) })
}

/// Every page with the key of its title, by what it is for.
const GROUPS: [(&str, &[(&str, Target)]); 4] = [
    (
        "sitemap-take-part",
        &[
            ("title-home", Target::Home),
            ("title-contribute", Target::Contribute),
            ("title-sign-in", Target::SignIn),
            ("title-search", Target::Search(String::new(), 1)),
            ("title-territories", Target::Territories(String::new())),
        ],
    ),
    (
        "sitemap-read",
        &[
            ("title-funnel", Target::Funnel),
            ("title-questions", Target::Questions),
            ("title-map", Target::Map(View { question: String::new(), form: String::new(), room: String::new() })),
            ("title-ideas-map", Target::IdeasMap),
            ("title-themes", Target::Themes),
            ("title-propositions", Target::Propositions),
            ("title-motion", Target::Motion),
            ("title-weak-signals", Target::WeakSignals(1)),
            ("title-contributions", Target::Contributions(Filter::ALL)),
            ("title-participation", Target::Participation),
            ("title-screen", Target::Screen(Show { show: String::new(), still: String::new() })),
            ("title-method", Target::Method),
            ("title-editions", Target::Editions),
            ("title-follow-up", Target::Sequel(Sequel::FollowUp(1))),
            ("title-projects", Target::Sequel(Sequel::Projects(1))),
            ("title-press", Target::Sequel(Sequel::Press)),
        ],
    ),
    (
        "sitemap-check",
        &[
            ("title-ledger", Target::Ledger),
            ("title-run", Target::Run),
            ("title-downloads", Target::Downloads),
            ("title-dictionary", Target::Dictionary),
        ],
    ),
    (
        "sitemap-know",
        &[
            ("title-about", Target::About),
            ("title-help", Target::Help),
            ("title-accessibility", Target::Accessibility),
            ("title-footprint", Target::Footprint),
            ("title-privacy", Target::Privacy),
            ("title-legal", Target::Legal),
            ("title-sitemap", Target::Sitemap),
        ],
    ),
];

fn groups(lang: Lang) -> Vec<Group> {
    let entry = |(key, target): &(&str, Target)| Entry { url: target.clone().in_lang(lang), label: lang.t(key) };
    let group = |(title, pages): &(&str, &[(&str, Target)])| Group {
        title: lang.t(title),
        entries: pages.iter().map(entry).collect(),
    };
    GROUPS.iter().map(group).collect()
}

/// The pages of the sitemap with their titles, for who wants to visit them all.
pub(crate) fn titles(lang: Lang) -> Vec<(Target, String)> {
    GROUPS.iter().flat_map(|(_, pages)| *pages).map(|(key, target)| (target.clone(), lang.t(key))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            sample::check(&Sitemap { page: sample::page(lang, Target::Sitemap), groups: groups(lang) });
        }
    }
}

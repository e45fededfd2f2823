//! The list of contributions, narrowed by theme, channel and département.

use super::line::Line;
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, capital, channel, render};
use crate::pager::Pager;
use crate::state::AppState;
use crate::url::{Filter, Target, slug};
use arobase_domain::ThemeId;
use arobase_store::{self as store, Facets, Row};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Html;
use axum::routing::get;

#[derive(Template)]
#[template(path = "explore/list.html")]
struct List {
    page: Page,
    themes: Vec<Choice>,
    channels: Vec<Choice>,
    filter: Filter,
    departments: String,
    total: u64,
    rows: Vec<Line>,
    pager: Pager,
}

struct Choice {
    value: String,
    label: String,
    chosen: bool,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::CONTRIBUTIONS, "", Access::Public, get(show))
}

async fn show(
    State(state): State<AppState>,
    In(lang): In,
    Query(filter): Query<Filter>,
) -> Result<Html<String>, Error> {
    let edition = &state.edition.id;
    let facets = state.store.facets(edition).await?;
    let found = state.store.list(edition, &wanted(&filter), filter.page.max(1)).await?;
    let page = Page::new(&state, lang, Target::Contributions(filter.clone()), lang.t("title-contributions"));
    render(&List::new(page, filter, &facets, found))
}

/// The same filter as the store understands it; a value that exists nowhere narrows nothing.
fn wanted(filter: &Filter) -> store::Filter {
    let given = |value: &str| Some(value.trim().to_owned()).filter(|value| !value.is_empty());
    store::Filter {
        theme: given(&filter.theme).map(ThemeId::new),
        channel: filter.channel.parse().ok(),
        department: given(&filter.department).map(|code| code.to_uppercase()),
        ..store::Filter::default()
    }
}

impl List {
    fn new(page: Page, filter: Filter, facets: &Facets, found: store::Page<Row>) -> Self {
        let lang = page.lang;
        Self {
            themes: themes(lang, facets, &filter),
            channels: channels(lang, facets, &filter),
            departments: facets.departments.iter().map(|(code, _)| code.as_str()).collect::<Vec<_>>().join(", "),
            total: found.total,
            pager: Pager::of(lang, &found, |at| Target::Contributions(filter.at(at))),
            rows: found.items.into_iter().map(|row| Line::new(lang, row)).collect(),
            page,
            filter,
        }
    }
}

fn themes(lang: Lang, facets: &Facets, filter: &Filter) -> Vec<Choice> {
    let choice = |(id, label, count): &(ThemeId, String, u64)| Choice {
        chosen: id.as_str() == filter.theme,
        value: id.to_string(),
        label: option(lang, &capital(label), *count),
    };
    facets.themes.iter().map(choice).collect()
}

fn channels(lang: Lang, facets: &Facets, filter: &Filter) -> Vec<Choice> {
    let choice = |&(one, count): &(arobase_domain::Channel, u64)| Choice {
        chosen: one.as_str() == filter.channel,
        value: one.to_string(),
        label: option(lang, &capital(&channel(lang, one)), count),
    };
    facets.channels.iter().map(choice).collect()
}

fn option(lang: Lang, label: &str, count: u64) -> String {
    lang.with("list-option", [("label", label.to_owned()), ("n", lang.number(count))])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use arobase_domain::Channel;

    fn sample(lang: Lang, facets: &Facets) -> List {
        let filter = Filter { channel: "paper".into(), page: 2, ..Filter::default() };
        let found = store::Page { items: vec![sample::row(); 25], number: 2, total: 312 };
        List::new(sample::page(lang, Target::Contributions(filter.clone())), filter, facets, found)
    }

    #[test]
    fn renders_within_the_budget_with_sixty_themes() {
        let themes = (0..60).map(|n| (ThemeId::new(format!("t{n:02}")), "accès aux démarches".to_owned(), n)).collect();
        let channels = Channel::ALL.iter().map(|&channel| (channel, 3)).collect();
        let facets =
            Facets { themes, channels, departments: vec![("29".into(), 3), ("974".into(), 1)], states: Vec::new() };
        for &lang in Lang::ALL {
            sample::check(&sample(lang, &facets));
        }
    }

    #[test]
    fn pages_keep_the_filter() {
        let list = sample(Lang::Fr, &Facets::default());
        let next = list.pager.next.map(|url| url.to_string());
        assert_eq!(next.as_deref(), Some("/fr/contributions?channel=paper&page=3"));
    }

    #[test]
    fn departments_are_read_as_people_type_them() {
        let filter = Filter { department: " 2a ".into(), channel: "pigeon".into(), ..Filter::default() };
        let wanted = wanted(&filter);
        assert_eq!((wanted.department.as_deref(), wanted.channel, wanted.theme), (Some("2A"), None, None));
    }
}

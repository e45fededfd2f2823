//! Who takes part: counts by région and by size of commune, with nothing that points at anyone.

use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, render};
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_domain::participation::{CLASSES, Count, FEW, Presence, Subject, Told};
use arobase_domain::territory::{regions, territory};
use arobase_domain::{Participation, Territory};
use arobase_publish::france;
use arobase_store::Turnout;
use askama::Template;
use axum::extract::State;
use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;

#[derive(Template)]
#[template(path = "explore/participation.html")]
struct Attendance {
    page: Page,
    total: Option<u64>,
    overseas: Option<u64>,
    regions: Vec<Line>,
    sizes: Vec<Line>,
    departments: String,
    /// What the shades of the map mean.
    legend: Vec<String>,
    few: u64,
}

/// A row of a table.
struct Line {
    name: String,
    /// People, or why they are not told.
    people: String,
    /// Inhabitants, where that means something.
    inhabitants: String,
}

/// Least numbers of people of the darker shades of the map.
const SHADES: [u64; 2] = [10, 20];

pub(crate) fn gestures() -> [Gesture; 2] {
    [
        Gesture::page(slug::PARTICIPATION, "", Access::Public, get(show)),
        Gesture::at(&["/fr/participation.svg", "/en/participation.svg"], Access::Public, get(draw)),
    ]
}

async fn draw(State(state): State<AppState>, In(lang): In) -> Result<Response, Error> {
    let found = participation(state.store.turnout(&state.edition.id).await?);
    let svg = france::departments(&lang.t("participation-map"), |code| shade(found.department(code)));
    Ok(([(header::CONTENT_TYPE, "image/svg+xml")], svg).into_response())
}

/// The rank of a shade: nobody, withheld, then darker with more people.
fn shade(told: Told) -> usize {
    match told {
        Told::People(0) => 0,
        Told::Withheld => 1,
        Told::People(people) => 2 + SHADES.partition_point(|least| *least <= people),
    }
}

fn participation(turnout: Vec<Turnout>) -> Participation {
    let presence = |Turnout { territory, department, people }| Presence { territory, department, people };
    Participation::of(&turnout.into_iter().map(presence).collect::<Vec<_>>())
}

async fn show(State(state): State<AppState>, In(lang): In) -> Result<Html<String>, Error> {
    let turnout = state.store.turnout(&state.edition.id).await?;
    let page = Page::new(&state, lang, Target::Participation, lang.t("title-participation"));
    render(&Attendance::new(page, turnout))
}

impl Attendance {
    fn new(page: Page, turnout: Vec<Turnout>) -> Self {
        let found = participation(turnout);
        let lang = page.lang;
        let total = found.places.told();
        Self {
            total,
            overseas: found.overseas().filter(|people| total.is_some() && *people > 0),
            regions: places(lang, &found.places),
            sizes: sizes(lang, &found.sizes),
            departments: departments(lang, &found.places),
            legend: legend(lang),
            few: FEW,
            page,
        }
    }
}

fn legend(lang: Lang) -> Vec<String> {
    let between = |from: u64, to: u64| {
        lang.with("participation-people-between", [("from", lang.number(from)), ("to", lang.number(to))])
    };
    let [some, many] = SHADES;
    vec![
        lang.t("participation-nobody"),
        lang.t("participation-withheld"),
        between(FEW, some - 1),
        between(some, many - 1),
        lang.it("participation-people-over", lang.number(many)),
    ]
}

/// Every inhabited région and overseas collectivity, the mainland first, those from which nobody came too; then where it is not known.
fn places(lang: Lang, all: &Count) -> Vec<Line> {
    if all.parts.is_empty() {
        return Vec::new();
    }
    let find = |subject| all.parts.iter().find(|part| part.subject == subject);
    let mut inhabited: Vec<Territory> = regions().filter(|region| region.population > 0).collect();
    inhabited.sort_by_key(|region| (region.is_overseas(), region.name.replace('Î', "I")));
    let line = |region: &Territory| Line {
        name: region.name.to_owned(),
        people: find(Subject::Region(region.code)).map_or_else(|| lang.number(0_u64), |count| told(lang, count)),
        inhabitants: lang.number(u64::from(region.population)),
    };
    let unknown = find(Subject::Unknown).map(|count| Line::of_size(lang, count));
    inhabited.iter().map(line).chain(unknown).collect()
}

/// Sizes, where at least one is known.
fn sizes(lang: Lang, all: &Count) -> Vec<Line> {
    let known = all.parts.iter().any(|part| part.subject != Subject::Unknown);
    let parts = if known { all.parts.as_slice() } else { &[] };
    parts.iter().map(|count| Line::of_size(lang, count)).collect()
}

/// « Gers (32) : 12 », in the order of the codes.
fn departments(lang: Lang, all: &Count) -> String {
    let within = all.parts.iter().flat_map(|region| &region.parts);
    let mut found: Vec<(&str, String)> = within
        .filter_map(|count| match count.subject {
            Subject::Department(code) => Some((code, lang.number(count.told()?))),
            _ => None,
        })
        .collect();
    found.sort_unstable();
    let said = |(code, people): (&str, String)| {
        let name = territory(code).map_or("", |department| department.name);
        lang.with("participation-one", [("name", name.to_owned()), ("code", code.to_owned()), ("people", people)])
    };
    found.into_iter().map(said).collect::<Vec<_>>().join(lang.pick("\u{a0}; ", "; "))
}

fn told(lang: Lang, count: &Count) -> String {
    count.told().map_or_else(|| lang.t("participation-withheld"), |people| lang.number(people))
}

impl Line {
    fn of_size(lang: Lang, count: &Count) -> Self {
        Self { name: size(lang, count.subject), people: told(lang, count), inhabitants: String::new() }
    }
}

fn size(lang: Lang, subject: Subject) -> String {
    let least = |class: usize| CLASSES.get(class).map_or_else(String::new, |least| lang.number(u64::from(*least)));
    match subject {
        Subject::Class(0) => lang.it("participation-under", least(0)),
        Subject::Class(class) if class == CLASSES.len() => lang.it("participation-over", least(class - 1)),
        Subject::Class(class) => lang.with("participation-between", [("from", least(class - 1)), ("to", least(class))]),
        Subject::Epci => lang.t("participation-epci"),
        Subject::Wider => lang.t("participation-wider"),
        Subject::All | Subject::Region(_) | Subject::Department(_) | Subject::Unknown => {
            lang.t("participation-unknown")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn from(territory: &str, people: u64) -> Turnout {
        Turnout { territory: Some(territory.into()), department: None, people }
    }

    fn page(lang: Lang, turnout: Vec<Turnout>) -> Attendance {
        Attendance::new(sample::page(lang, Target::Participation), turnout)
    }

    fn many() -> Vec<Turnout> {
        let unknown = Turnout { territory: None, department: None, people: 9 };
        let of_department = Turnout { territory: None, department: Some("75".into()), people: 17 };
        let places = [("47001", 30), ("33063", 12), ("72222", 8), ("97411", 6), ("32389", 3), ("200096956", 7)];
        places.iter().map(|(code, people)| from(code, *people)).chain([unknown, of_department]).collect()
    }

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            sample::check(&page(lang, many()));
            sample::check(&page(lang, vec![from("47001", 4)]));
            sample::check(&page(lang, Vec::new()));
        }
        insta::assert_snapshot!(sample::text(&page(Lang::Fr, many())));
    }

    #[test]
    fn renders_within_the_budget_with_people_from_everywhere() {
        let everywhere = (1..=95).filter(|code| *code != 20).map(|code| format!("{code:02}"));
        let everywhere = everywhere.chain((971..=988).map(|code| code.to_string()));
        let everywhere = everywhere.map(|code| Turnout { territory: None, department: Some(code), people: 12 });
        sample::check(&page(Lang::Fr, everywhere.chain(many()).collect()));
    }

    #[test]
    fn shades_are_those_of_the_legend() {
        let shades = [Told::People(0), Told::Withheld, Told::People(5), Told::People(10), Told::People(20)].map(shade);
        assert_eq!((shades, legend(Lang::Fr).len()), ([0, 1, 2, 3, 4], france::SHADES.len()));
        let found = participation(vec![from("47001", 30), from("33063", 3), from("24322", 12), from("16015", 20)]);
        let svg = france::departments("", |code| shade(found.department(code)));
        assert_eq!(france::SHADES.map(|fill| svg.matches(fill).count()), [92, 2, 0, 0, 2]);
    }

    #[test]
    fn what_is_withheld_is_nowhere_on_the_page() {
        let html = sample::check(&page(Lang::Fr, vec![from("47001", 30), from("59350", 23), from("97411", 4)]));
        assert!(html.contains("30") && !html.contains(">23<") && !html.contains(">4<"));
    }
}

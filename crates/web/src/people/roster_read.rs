//! What a roster would do to the members, homonyms to choose from, and doing it once. For administrators.

use crate::Error;
use crate::collect::territory::{detail, name as territory_name};
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, to};
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_domain::territory::Resolution;
use arobase_domain::{Listed, Remark, Role, Roster};
use arobase_store::{Enrolled, Enrolment, RosterDraft, Signed, Trial};
use askama::Template;
use axum::Extension;
use axum::extract::{Form, Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;

/// People shown, remarks told and homonyms asked on a page.
const SHOWN: usize = 10;
/// Homonyms offered for one place: the largest.
const OFFERED: usize = 8;

#[derive(Template)]
#[template(path = "people/roster_read.html")]
struct RosterRead {
    page: Page,
    id: String,
    file: String,
    people: Vec<Row>,
    total: usize,
    read: String,
    refused: String,
    unused: String,
    remarks: Vec<String>,
    more_remarks: usize,
    doubts: Vec<Doubt>,
    more_doubts: usize,
    /// People whose place is none of the table.
    elsewhere: usize,
    /// People whom nothing reaches.
    unreachable: usize,
    outcome: Enrolled,
    shared: String,
    done: bool,
}

/// A person, in words.
struct Row {
    name: String,
    function: String,
    place: String,
    reach: String,
}

/// A person whose place bears a name that several do.
struct Doubt {
    field: String,
    who: String,
    choices: Vec<(&'static str, String)>,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::ROSTER, "/{roster}", Access::Any(&[Role::Administrator]), get(show).post(enrol))
}

async fn show(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
) -> Result<Response, Error> {
    let draft = state.store.roster(&state.edition.id, &id).await?.ok_or_else(Error::not_found)?;
    let tried = match &draft.outcome {
        Some(done) => done.clone(),
        None => state.store.enrol(&draft.roster, enrolment(&state, &me, Trial::Dry), state.now()).await?,
    };
    let title = lang.t(if draft.outcome.is_some() { "title-roster-done" } else { "title-roster-read" });
    let page = Page::new(&state, lang, Target::RosterRead(id.clone()), title);
    let page = page.within(lang.t("title-members"), Target::Members(1));
    Ok(private(StatusCode::OK, render(&RosterRead::new(page, id, draft, tried))?))
}

async fn enrol(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let edition = &state.edition.id;
    let mut draft = state.store.roster(edition, &id).await?.ok_or_else(Error::not_found)?;
    if draft.outcome.is_none() {
        choose(&mut draft.roster, &fields);
        state.store.keep_roster(edition, &id, &draft.roster, state.now()).await?;
        if fields.iter().any(|(name, value)| name == "then" && value == "import") {
            state.store.enrol_kept(&id, enrolment(&state, &me, Trial::Real), state.now()).await?;
        }
    }
    Ok(to(lang, Target::RosterRead(id)))
}

fn enrolment<'a>(state: &'a AppState, me: &'a Signed, trial: Trial) -> Enrolment<'a> {
    Enrolment { edition: &state.edition.id, by: Some(&me.member.id), ids: state.ids, trial }
}

/// Each field is named after a line of the file; what is none of its homonyms is passed over.
fn choose(roster: &mut Roster, fields: &[(String, String)]) {
    for person in &mut roster.people {
        let field = field(person);
        let Some((_, code)) = fields.iter().find(|(name, _)| *name == field) else { continue };
        if let Resolution::Several(hits) = person.place()
            && hits.iter().any(|hit| hit.territory.code == code)
        {
            person.chosen = Some(code.clone());
        }
    }
}

fn field(person: &Listed) -> String {
    format!("line-{}", person.line)
}

impl RosterRead {
    fn new(page: Page, id: String, draft: RosterDraft, outcome: Enrolled) -> Self {
        let (lang, done) = (page.lang, draft.outcome.is_some());
        let Roster { file, people, remarks, read, refused, unused } = draft.roster;
        let doubts: Vec<Doubt> = people.iter().filter_map(|person| doubt(lang, person)).collect();
        let elsewhere = people.iter().filter(|person| person.place() == Resolution::Unknown).count();
        let unreachable = people.iter().filter(|person| person.email.is_none() && person.address.is_empty()).count();
        let lines: Vec<String> = outcome.shared.iter().map(ToString::to_string).collect();
        Self {
            id,
            file,
            total: people.len(),
            people: people.iter().take(SHOWN).map(|person| Row::new(lang, person)).collect(),
            read: read.join(", "),
            refused: refused.join(", "),
            unused: unused.join(", "),
            more_remarks: remarks.len().saturating_sub(SHOWN),
            remarks: remarks.iter().take(SHOWN).map(|remark| told(lang, remark)).collect(),
            more_doubts: doubts.len().saturating_sub(SHOWN),
            doubts: doubts.into_iter().take(SHOWN).collect(),
            elsewhere,
            unreachable,
            shared: lines.join(", "),
            outcome,
            done,
            page,
        }
    }
}

impl Row {
    fn new(lang: Lang, person: &Listed) -> Self {
        let reach = match (&person.email, person.address.is_empty()) {
            (Some(email), _) => email.to_string(),
            (None, false) => lang.t("roster-by-post"),
            (None, true) => lang.t("roster-unreachable"),
        };
        let place = person.place().one();
        Self {
            name: if person.name.is_empty() { lang.t("members-unnamed") } else { person.name.clone() },
            function: person.function.clone(),
            place: place.map_or_else(|| person.place.clone(), |place| place.to_string()),
            reach,
        }
    }
}

fn doubt(lang: Lang, person: &Listed) -> Option<Doubt> {
    let Resolution::Several(hits) = person.place() else { return None };
    let choices = hits
        .iter()
        .take(OFFERED)
        .map(|hit| (hit.territory.code, format!("{}, {}", territory_name(lang, hit), detail(lang, &hit.territory))));
    let place = lang.with("roster-who", [("name", person.name.clone()), ("place", person.place.clone())]);
    Some(Doubt { field: field(person), who: place, choices: choices.collect() })
}

fn told(lang: Lang, remark: &Remark) -> String {
    let (key, line) = match remark {
        Remark::Nobody(line) => ("roster-remark-nobody", line),
        Remark::Unreadable(line) => ("roster-remark-unreadable", line),
        Remark::NotEmail(line) => ("roster-remark-email", line),
    };
    lang.it(key, line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn listed(line: u64, place: &str) -> Listed {
        Listed { line, name: "Ada Morel".into(), place: place.into(), ..Listed::default() }
    }

    fn draft() -> RosterDraft {
        let people = (1..40).map(|line| listed(line, if line % 2 == 0 { "Saint-Martin" } else { "Nouans" })).collect();
        let remarks = vec![Remark::Nobody(41), Remark::NotEmail(42), Remark::Unreadable(43)];
        let refused = vec!["Code sexe".to_owned(), "Date de naissance".to_owned()];
        let roster = Roster { file: "élus.csv".into(), people, remarks, refused, ..Roster::default() };
        RosterDraft { roster, outcome: None }
    }

    #[test]
    fn renders_before_and_after() {
        for &lang in Lang::ALL {
            let tried = Enrolled { added: 39, shared: vec![3, 7], ..Enrolled::default() };
            let page = || sample::page(lang, Target::RosterRead("r".into()));
            let html = sample::check(&RosterRead::new(page(), "r".into(), draft(), tried.clone()));
            assert!(html.contains("Date de naissance") && html.contains("name=\"line-2\"") && html.contains("3, 7"));
            assert_eq!(html.matches("<select").count(), SHOWN);
            let done = RosterDraft { outcome: Some(tried.clone()), roster: Roster::default() };
            let html = sample::check(&RosterRead::new(page(), "r".into(), done, tried));
            assert!(!html.contains("<select") && !html.contains("value=\"import\""));
        }
    }

    #[test]
    fn a_choice_is_one_of_the_homonyms() {
        let mut roster = draft().roster;
        choose(
            &mut roster,
            &[("line-2".into(), "32389".into()), ("line-4".into(), "75056".into()), ("line-1".into(), "32389".into())],
        );
        let chosen: Vec<_> = roster.people.iter().filter_map(|one| Some((one.line, one.chosen.clone()?))).collect();
        assert_eq!(chosen, [(2, "32389".to_owned())]);
    }
}

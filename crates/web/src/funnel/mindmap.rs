//! The mind map: every question with its themes, or one question down to its propositions; drawn, and as a list.

use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, render};
use crate::state::AppState;
use crate::url::{Target, Url, View, slug};
use arobase_domain::{Proposition, Question, QuestionId, Theme};
use arobase_publish::tree::{self, Branch, Form, Material, Spot};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Html;
use axum::routing::get;

#[derive(Template)]
#[template(path = "funnel/map.html")]
struct Map {
    page: Page,
    lead: String,
    /// Whether the title quotes a question.
    quoted: bool,
    room: bool,
    /// The other ways to see it, each with its name; whether it is the present one.
    ways: Vec<(Url, String, bool)>,
    drawn: Option<Drawn>,
}

struct Drawn {
    svg: String,
    root: Branch,
}

/// What the map is made from.
struct Found {
    questions: Vec<Question>,
    themes: Vec<Theme>,
    propositions: Vec<Proposition>,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::MAP, "", Access::Public, get(show))
}

/// The map of a question.
pub(crate) fn one() -> Gesture {
    Gesture::page(slug::MAP, "/{id}", Access::Public, get(show_one))
}

async fn show(State(state): State<AppState>, In(lang): In, Query(view): Query<View>) -> Result<Html<String>, Error> {
    let found = Found::load(&state).await?;
    let page = Page::new(&state, lang, Target::Map(view.clone()), lang.t("title-map"));
    let title = state.edition.name.as_str();
    let root = (!found.questions.is_empty())
        .then(|| found.material(lang, &|spot| Some(leads(lang, &view, spot))).whole(title, false));
    render(&Map::new(page, lang.t("map-lead"), &view, root))
}

async fn show_one(
    State(state): State<AppState>,
    In(lang): In,
    Path(question): Path<QuestionId>,
    Query(view): Query<View>,
) -> Result<Html<String>, Error> {
    let found = Found::load(&state).await?;
    let view = View { question: question.to_string(), ..view };
    let root =
        found.material(lang, &|spot| Some(leads(lang, &view, spot))).one(&question).ok_or_else(Error::not_found)?;
    let page = Page::new(&state, lang, Target::Map(view.clone()), root.text.clone())
        .within(lang.t("title-map"), Target::Map(View { question: String::new(), ..view.clone() }))
        .quoting();
    render(&Map { quoted: true, ..Map::new(page, lang.t("map-lead-question"), &view, Some(root)) })
}

impl Found {
    async fn load(state: &AppState) -> Result<Self, Error> {
        let edition = &state.edition.id;
        Ok(Self {
            questions: state.store.questions(edition).await?,
            themes: state.store.all_themes(edition).await?,
            propositions: state.store.propositions(edition).await?,
        })
    }

    fn material<'a>(&'a self, lang: Lang, href: &'a dyn Fn(Spot<'_>) -> Option<String>) -> Material<'a> {
        let Self { questions, themes, propositions } = self;
        Material { questions, themes, propositions, lang, href }
    }
}

/// Where a node leads: a question of the whole map to its own map, seen in the same way; everything else to its page.
fn leads(lang: Lang, view: &View, spot: Spot<'_>) -> String {
    let target = match spot {
        Spot::Whole => Target::Questions,
        Spot::Question(id) if view.question.is_empty() => {
            Target::Map(View { question: id.to_string(), ..view.clone() })
        }
        Spot::Question(id) => Target::Question(id.clone()),
        Spot::Theme(id) => Target::Theme(id.clone()),
        Spot::Proposition(id) => Target::Proposition(id.clone(), 1),
        Spot::WeakSignals(_) => Target::WeakSignals(1),
    };
    target.in_lang(lang).to_string()
}

impl Map {
    fn new(page: Page, lead: String, view: &View, root: Option<Branch>) -> Self {
        let (lang, room) = (page.lang, !view.room.is_empty());
        let form = if view.form == RADIAL { Form::Radial } else { Form::Tree };
        let drawn = root.map(|root| Drawn { svg: tree::svg(&root, form, lang), root });
        Self { lead, quoted: false, room, ways: ways(lang, view, form), drawn, page }
    }
}

const RADIAL: &str = "radial";

fn ways(lang: Lang, view: &View, form: Form) -> Vec<(Url, String, bool)> {
    let way = |view: View, key: &str, current| (Target::Map(view).in_lang(lang), lang.t(key), current);
    let formed = |form: &str| View { form: form.to_owned(), ..view.clone() };
    let room = if view.room.is_empty() { ("1", "map-room") } else { ("", "map-room-end") };
    let mut ways = vec![
        way(formed(""), "map-tree", form == Form::Tree),
        way(formed(RADIAL), "map-radial", form == Form::Radial),
        way(View { room: room.0.to_owned(), ..view.clone() }, room.1, false),
    ];
    if !view.question.is_empty() {
        ways.insert(0, way(View { question: String::new(), ..view.clone() }, "map-all", false));
    }
    ways
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn found() -> Found {
        let themes = |at: u32| Theme { id: arobase_domain::ThemeId::numbered(at), ..sample::theme() };
        Found {
            questions: vec![sample::question()],
            themes: (1..30).map(themes).collect(),
            propositions: vec![sample::proposition(), sample::weak_signal()],
        }
    }

    #[test]
    fn renders() {
        let found = found();
        for &lang in Lang::ALL {
            for (question, form, room) in [("", "", ""), ("", RADIAL, ""), ("q1", RADIAL, ""), ("q1", "", "1")] {
                let view = View { question: question.into(), form: form.into(), room: room.into() };
                let href = |spot: Spot<'_>| Some(leads(lang, &view, spot));
                let material = found.material(lang, &href);
                let root = if question.is_empty() {
                    Some(material.whole("Congrès", false))
                } else {
                    material.one(&QuestionId::new(question))
                };
                let page = sample::page(lang, Target::Map(view.clone()));
                let html = sample::check(&Map::new(page, lang.t("map-lead"), &view, root));
                assert!(html.contains("<svg class=\"tree\"") && html.contains("role=\"group\""));
            }
            sample::check(&Map::new(
                sample::page(lang, Target::Map(View::default())),
                "x".into(),
                &View::default(),
                None,
            ));
        }
    }

    #[test]
    fn questions_lead_down_and_keep_the_way_of_seeing() {
        let id = QuestionId::new("q2");
        let view = View { form: RADIAL.into(), ..View::default() };
        assert_eq!(leads(Lang::Fr, &view, Spot::Question(&id)), "/fr/carte/q2?form=radial");
        let inside = View { question: "q2".into(), ..view };
        assert_eq!(leads(Lang::En, &inside, Spot::Question(&id)), "/en/questions/q2");
    }
}

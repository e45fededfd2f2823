//! A workshop, an interview or a sitting is entered at once: where, when, how many, and one contribution after the other. Read first, then kept.

use super::assist::MEDIATORS;
use super::contribute::Mistake;
use super::territory::{Choice, choices};
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, channel as channel_name, private, render, to};
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_domain::gathering::{CHANNELS, MOST, Part};
use arobase_domain::{Channel, NewContribution, Problem, Sheet, SheetError};
use arobase_store::{Held, Imported, Signed};
use arobase_text::stem::terms;
use askama::Template;
use axum::Extension;
use axum::extract::{Form, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "collect/gather.html")]
struct Gather {
    page: Page,
    open: bool,
    /// What was kept of the sheet before, in words.
    entered: Option<String>,
    channels: Vec<(Channel, String)>,
    channel: Channel,
    token: String,
    sheet: Sheet,
    errors: Vec<Mistake>,
    homonyms: Vec<Choice>,
    /// What will be kept, once it has been read.
    said: Vec<String>,
    longest: usize,
}

/// The fields as they are posted.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Entry {
    token: String,
    channel: String,
    /// `line`: each line is a contribution.
    cut: String,
    /// `yes`: to be kept, not only read.
    keep: String,
    #[serde(flatten)]
    sheet: Sheet,
}

/// What the sheet before leaves to the next.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Before {
    sent: String,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::GATHER, "", Access::Any(MEDIATORS), get(show).post(enter))
}

async fn show(State(state): State<AppState>, In(lang): In, Query(before): Query<Before>) -> Result<Response, Error> {
    let entered = state.store.held_with(&state.edition.id, &before.sent).await?.map(|kept| entered(lang, kept));
    let page = Gather::new(&state, lang, CHANNELS[0], (state.ids)().to_string(), Sheet::default());
    Ok(private(StatusCode::OK, render(&Gather { entered, ..page })?))
}

async fn enter(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Form(entry): Form<Entry>,
) -> Result<Response, Error> {
    let channel = CHANNELS.into_iter().find(|channel| channel.as_str() == entry.channel);
    let (Ok(token), Some(channel)) = (Uuid::try_parse(&entry.token), channel) else {
        return Ok(StatusCode::BAD_REQUEST.into_response());
    };
    if !state.edition.collects(state.now()) {
        return Err(Error::closed());
    }
    let (token, sheet) = (token.to_string(), Sheet { by_line: entry.cut == "line", ..entry.sheet });
    let form = |sheet: Sheet| Gather::new(&state, lang, channel, token.clone(), sheet);
    match sheet.check(channel, state.edition.settings.limits) {
        Err(errors) => {
            let page = form(sheet).refused(&errors);
            Ok(private(StatusCode::UNPROCESSABLE_ENTITY, render(&page)?))
        }
        Ok((gathering, said)) if entry.keep == "yes" => {
            let said = said.into_iter().map(|one| (one, (state.ids)())).collect();
            let held = Held { gathering: &gathering, said, token: &token, by: me.member.id.as_str() };
            state.store.hold(&state.edition.id, held, &terms, state.now()).await?;
            Ok(to(lang, Target::Gather(token)))
        }
        Ok((_, said)) => Ok(private(StatusCode::OK, render(&form(sheet).read(said))?)),
    }
}

impl Gather {
    fn new(state: &AppState, lang: Lang, channel: Channel, token: String, sheet: Sheet) -> Self {
        let page = Page::new(state, lang, Target::Gather(String::new()), lang.t("title-gather"))
            .within(lang.t("title-space"), Target::Space);
        let longest = state.edition.settings.limits.text * MOST;
        Self { open: state.edition.collects(state.now()), longest, ..Self::on(page, channel, token, sheet) }
    }

    fn on(page: Page, channel: Channel, token: String, sheet: Sheet) -> Self {
        let channels = CHANNELS.map(|channel| (channel, channel_name(page.lang, channel))).into();
        Self {
            page,
            open: true,
            entered: None,
            channels,
            channel,
            token,
            sheet,
            errors: Vec::new(),
            homonyms: Vec::new(),
            said: Vec::new(),
            longest: 0,
        }
    }

    fn refused(self, errors: &[SheetError]) -> Self {
        let lang = self.page.lang;
        let homonyms = choices(lang, &self.sheet.place, &self.sheet.which);
        Self { errors: errors.iter().map(|error| mistake(lang, error)).collect(), homonyms, ..self }
    }

    fn read(self, said: Vec<NewContribution>) -> Self {
        let chosen = if self.sheet.which.is_empty() {
            Vec::new()
        } else {
            choices(self.page.lang, &self.sheet.place, &self.sheet.which)
        };
        Self { said: said.into_iter().map(|one| one.text).collect(), homonyms: chosen, ..self }
    }

    fn error(&self, field: &str) -> Option<&str> {
        self.errors.iter().find(|error| error.field == field).map(|error| error.message.as_str())
    }
}

/// « contributions n° 493 à 499 ».
fn entered(lang: Lang, Imported { first, count }: Imported) -> String {
    if count == 1 {
        return lang.it("gather-entered-one", first);
    }
    lang.with("gather-entered", [("first", first.to_string()), ("last", (first + count - 1).to_string())])
}

fn mistake(lang: Lang, error: &SheetError) -> Mistake {
    let (field, message) = match *error {
        SheetError::Part { part: Part::Place, problem: Problem::Homonyms } => {
            ("which", lang.t("gather-error-homonyms"))
        }
        SheetError::Part { part, problem } => (part_field(part), too_long(lang, part, problem)),
        SheetError::Day => ("day", lang.t("gather-error-day")),
        SheetError::Present => ("present", lang.t("gather-error-present")),
        SheetError::Nothing => ("said", lang.t("gather-error-nothing")),
        SheetError::TooMany(many) => {
            let values = [("given", lang.number(many)), ("max", lang.number(MOST))];
            ("said", lang.with("gather-error-many", values))
        }
        SheetError::Said { nth, problem } => ("said", said(lang, nth, problem)),
    };
    Mistake { field, message }
}

fn part_field(part: Part) -> &'static str {
    match part {
        Part::Name => "name",
        Part::Place => "place",
        Part::Hosts => "hosts",
    }
}

fn too_long(lang: Lang, part: Part, problem: Problem) -> String {
    let field = lang.t(match part {
        Part::Name => "gather-name",
        Part::Place => "gather-place",
        Part::Hosts => "gather-hosts",
    });
    let Problem::TooLong { max, given } = problem else { return problem.to_string() };
    lang.with("contribute-error-long", [("field", field), ("given", lang.number(given)), ("max", lang.number(max))])
}

fn said(lang: Lang, nth: usize, problem: Problem) -> String {
    let nth = ("nth", lang.number(nth));
    match problem {
        Problem::TooLong { max, given } => {
            lang.with("gather-error-long", [nth, ("given", lang.number(given)), ("max", lang.number(max))])
        }
        _ => lang.with("gather-error-short", [nth]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use arobase_domain::Limits;

    fn form(lang: Lang, sheet: Sheet) -> Gather {
        let page = sample::page(lang, Target::Gather(String::new()));
        Gather::on(page, Channel::Workshop, "t".into(), sheet)
    }

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            sample::check(&form(lang, Sheet::default()));
            let entered = Some(entered(lang, Imported { first: 493, count: 7 }));
            assert!(sample::check(&Gather { entered, ..form(lang, Sheet::default()) }).contains("499"));
            sample::check(&Gather { open: false, ..form(lang, Sheet::default()) });
        }
    }

    #[test]
    fn what_will_be_kept_is_read_first() {
        let sheet = Sheet { said: "La fibre.\n\nUn accueil.".into(), ..Sheet::default() };
        let (_, said) = sheet.check(Channel::Workshop, Limits::default()).unwrap();
        let html = sample::check(&form(Lang::Fr, sheet).read(said));
        assert!(html.contains("<li>La fibre.</li>") && html.contains(r#"name="keep" value="yes""#));
        assert!(html.contains("Enregistrer ces 2"), "{html}");
    }

    #[test]
    fn mistakes_lead_to_their_fields() {
        let long = "n".repeat(200);
        let sheet = Sheet {
            day: "demain".into(),
            present: "-1".into(),
            place: "Mayenne".into(),
            name: long,
            ..Sheet::default()
        };
        let errors = sheet.check(Channel::Workshop, Limits::default()).unwrap_err();
        let page = form(Lang::Fr, sheet).refused(&errors);
        let html = sample::check(&page);
        for field in ["name", "which", "day", "present", "said"] {
            assert!(
                html.contains(&format!("<a href=\"#{field}\">")) && html.contains(&format!("id=\"{field}\"")),
                "{field}"
            );
        }
        insta::assert_snapshot!(page.errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("\n"));
    }
}

//! Whom the motion is handed to: written down, changed, retired.

use super::OPEN_TO;
use super::matter::Matter;
use super::told;
use crate::Error;
use crate::gesture::Gesture;
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, to};
use crate::posted::Posted;
use crate::state::AppState;
use crate::url::{Sequel, Target, slug};
use arobase_domain::{Email, Recipient, RecipientId, RecipientKind};
use arobase_store::Signed;
use askama::Template;
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;

#[derive(Template)]
#[template(path = "followup/recipients.html")]
struct Recipients {
    page: Page,
    /// Whether there is a version to hand over.
    ready: bool,
    lines: Vec<Line>,
    fields: Fields,
}

#[derive(Template)]
#[template(path = "followup/recipient.html")]
struct OneRecipient {
    page: Page,
    id: RecipientId,
    retired: bool,
    fields: Fields,
}

/// A recipient, in words.
struct Line {
    id: RecipientId,
    name: String,
    kind: String,
    person: String,
    state: String,
    retired: bool,
}

/// The form of a recipient.
struct Fields {
    kinds: Vec<(&'static str, String)>,
    langs: [(&'static str, String); 2],
    typed: Typed,
    /// Why it was not written down.
    wrong: Option<&'static str>,
}

/// What was typed in it.
#[derive(Debug, Clone, Default)]
struct Typed {
    kind: String,
    name: String,
    person: String,
    address: String,
    email: String,
    lang: String,
}

pub(super) fn gestures() -> [Gesture; 2] {
    [
        Gesture::page(slug::RECIPIENTS, "", OPEN_TO, get(show).post(add)),
        Gesture::page(slug::RECIPIENTS, "/{id}", OPEN_TO, get(one).post(change)),
    ]
}

async fn show(State(state): State<AppState>, In(lang): In) -> Result<Response, Error> {
    list(&state, lang, Fields::new(lang, Typed::default(), None)).await
}

async fn add(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    posted: Posted,
) -> Result<Response, Error> {
    let typed = Typed::of(&posted);
    let known = Recipient { id: RecipientId::new((state.ids)().to_string()), ..Recipient::default() };
    match typed.over(known) {
        Ok(new) => {
            state.store.write_recipient(&state.edition.id, &new, (me.member.id.as_str(), state.now())).await?;
            Ok(to(lang, Target::Sequel(Sequel::Recipients)))
        }
        Err(wrong) => list(&state, lang, Fields::new(lang, typed, Some(wrong))).await,
    }
}

async fn list(state: &AppState, lang: Lang, fields: Fields) -> Result<Response, Error> {
    let matter = Matter::prepared(state).await?;
    let page = Page::new(state, lang, Target::Sequel(Sequel::Recipients), lang.t("title-recipients"))
        .within(lang.t("title-space"), Target::Space);
    Ok(private(fields.status(), render(&Recipients::new(page, &matter, fields))?))
}

async fn one(State(state): State<AppState>, In(lang): In, Path(id): Path<String>) -> Result<Response, Error> {
    let one = found(&state, id).await?;
    let typed = Typed::from(&one);
    form(&state, &one, Fields::new(lang, typed, None), lang)
}

/// The button says whether they are retired, or taken up again.
async fn change(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, Error> {
    let (one, typed) = (found(&state, id).await?, Typed::of(&posted));
    let retired = match posted.line("do").as_str() {
        "retire" => true,
        "resume" => false,
        _ => one.retired,
    };
    match typed.over(one.clone()) {
        Ok(changed) => {
            let changed = Recipient { retired, ..changed };
            state.store.write_recipient(&state.edition.id, &changed, (me.member.id.as_str(), state.now())).await?;
            Ok(to(lang, Target::Sequel(Sequel::Recipients)))
        }
        Err(wrong) => form(&state, &one, Fields::new(lang, typed, Some(wrong)), lang),
    }
}

async fn found(state: &AppState, id: String) -> Result<Recipient, Error> {
    let (id, all) = (RecipientId::new(id), state.store.motion_recipients(&state.edition.id).await?);
    all.into_iter().find(|one| one.id == id).ok_or_else(Error::not_found)
}

fn form(state: &AppState, one: &Recipient, fields: Fields, lang: Lang) -> Result<Response, Error> {
    let page = Page::new(state, lang, Target::Sequel(Sequel::Recipient(one.id.clone())), one.name.clone())
        .within(lang.t("title-recipients"), Target::Sequel(Sequel::Recipients));
    let status = fields.status();
    Ok(private(status, render(&OneRecipient { page, id: one.id.clone(), retired: one.retired, fields })?))
}

impl Recipients {
    fn new(page: Page, matter: &Matter, fields: Fields) -> Self {
        let lang = page.lang;
        let line = |one: &Recipient| Line {
            id: one.id.clone(),
            name: one.name.clone(),
            kind: told::kind(lang, one.kind),
            person: one.person.clone(),
            state: state_of(lang, matter, one),
            retired: one.retired,
        };
        let mut lines: Vec<Line> = matter.recipients.iter().map(line).collect();
        lines.sort_by_key(|line| line.retired);
        Self { ready: matter.version.is_some(), lines, fields, page }
    }
}

/// « Remise le 10 octobre 2026. Sans réponse depuis 43 jours. »
fn state_of(lang: Lang, matter: &Matter, one: &Recipient) -> String {
    let handed = matter.first_day(&one.id).map(|day| lang.it("recipient-handed", told::day(lang, day)));
    let silence = told::silence(lang, matter.silence(&one.id));
    handed.map_or_else(|| silence.clone(), |handed| format!("{handed} {silence}"))
}

impl Fields {
    fn new(lang: Lang, typed: Typed, wrong: Option<&'static str>) -> Self {
        Self {
            kinds: RecipientKind::ALL.iter().map(|&kind| (kind.as_str(), told::kind(lang, kind))).collect(),
            langs: [("fr", lang.t("recipient-in-french")), ("en", lang.t("recipient-in-english"))],
            typed,
            wrong,
        }
    }

    fn status(&self) -> StatusCode {
        if self.wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }
    }
}

impl Typed {
    fn of(posted: &Posted) -> Self {
        let [kind, name, person, email, lang] =
            ["kind", "name", "person", "email", "lang"].map(|name| posted.line(name));
        Self { kind, name, person, address: posted.text("address"), email, lang }
    }

    fn from(one: &Recipient) -> Self {
        Self {
            kind: one.kind.to_string(),
            name: one.name.clone(),
            person: one.person.clone(),
            address: one.address.clone(),
            email: one.email.as_ref().map(ToString::to_string).unwrap_or_default(),
            lang: one.lang.to_string(),
        }
    }

    /// The recipient that it makes of what was known; else the key of what is wrong.
    fn over(&self, known: Recipient) -> Result<Recipient, &'static str> {
        if self.name.is_empty() {
            return Err("recipient-no-name");
        }
        let email = Some(self.email.as_str()).filter(|email| !email.is_empty()).map(str::parse::<Email>).transpose();
        Ok(Recipient {
            kind: self.kind.parse().unwrap_or_default(),
            name: self.name.clone(),
            person: self.person.clone(),
            address: self.address.clone(),
            email: email.map_err(|_| "recipient-no-email")?,
            lang: self.lang.parse().unwrap_or_default(),
            ..known
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::matter::tests::matter;
    use super::*;
    use crate::sample;

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            let fields = |wrong| Fields::new(lang, Typed::from(&matter().recipients[0]), wrong);
            let page = || sample::page(lang, Target::Sequel(Sequel::Recipients));
            let html = sample::check(&Recipients::new(page(), &matter(), fields(None)));
            assert_eq!((html.matches("43").count(), html.contains("role=\"alert\"")), (1, false), "{html}");
            let nothing = Recipients::new(page(), &Matter::default(), fields(Some("recipient-no-name")));
            assert!(sample::check(&nothing).contains("role=\"alert\""));
            for retired in [false, true] {
                let id = RecipientId::new("r1");
                sample::check(&OneRecipient { page: page(), id, retired, fields: fields(None) });
            }
        }
    }

    #[test]
    fn a_recipient_needs_a_name_and_a_true_address() {
        let over = |name: &str, email: &str| {
            let typed = Typed { name: name.into(), email: email.into(), ..Typed::default() };
            typed.over(Recipient::default()).map(|one| one.kind)
        };
        assert_eq!(over("Sénat", ""), Ok(RecipientKind::Ministry));
        assert_eq!((over("", ""), over("Sénat", "@")), (Err("recipient-no-name"), Err("recipient-no-email")));
    }
}

//! Who has not answered for thirty, sixty or ninety days, with a letter to each, ready to send.

use super::OPEN_TO;
use super::matter::Matter;
use super::told;
use crate::Error;
use crate::gesture::Gesture;
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, to};
use crate::posted::Posted;
use crate::state::{AppState, day};
use crate::url::{Sequel, Target, Url, slug};
use arobase_domain::follow_up::Silence;
use arobase_domain::{Recipient, RecipientId};
use arobase_store::{Reminded, Signed};
use askama::Template;
use axum::Extension;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;

/// Days without an answer that one may look for.
const STEPS: [u32; 4] = [0, 30, 60, 90];

#[derive(Template)]
#[template(path = "followup/again.html")]
struct Again {
    page: Page,
    /// The steps, with where each is, and whether it is this one.
    steps: Vec<(String, Url, bool)>,
    lines: Vec<Line>,
}

/// Someone who has not answered.
struct Line {
    id: RecipientId,
    name: String,
    silence: String,
    /// When they were asked again, if they were.
    asked: String,
    email: String,
    /// The language of the letter.
    lang: Lang,
    subject: String,
    letter: String,
}

/// What is asked for.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Since {
    #[serde(deserialize_with = "crate::url::lenient")]
    days: u32,
}

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::ASK_AGAIN, "", OPEN_TO, get(show).post(note))
}

async fn show(State(state): State<AppState>, In(lang): In, Query(since): Query<Since>) -> Result<Response, Error> {
    let matter = Matter::prepared(&state).await?;
    let reminded = state.store.recipients_reminded(&state.edition.id).await?;
    let step = STEPS.into_iter().find(|step| *step == since.days).unwrap_or_default();
    let page = Page::new(&state, lang, target(step), lang.t("title-ask-again"))
        .within(lang.t("title-recipients"), Target::Sequel(Sequel::Recipients));
    let from = Sender { name: &state.publisher.name, edition: &state.edition.name, address: &state.address };
    Ok(private(StatusCode::OK, render(&Again::new(page, &matter, &reminded, step, from))?))
}

async fn note(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    posted: Posted,
) -> Result<Response, Error> {
    let (id, to_whom) = ((state.ids)().to_string(), RecipientId::new(posted.line("sent")));
    let by = (me.member.id.as_str(), state.now());
    if state.store.remind_recipient(&state.edition.id, (&id, &to_whom), by).await? {
        Ok(to(lang, Target::Sequel(Sequel::AskAgain(String::new()))))
    } else {
        Err(Error::not_found())
    }
}

fn target(step: u32) -> Target {
    Target::Sequel(Sequel::AskAgain(if step == 0 { String::new() } else { step.to_string() }))
}

/// Who writes, from which congress, and where their site is.
#[derive(Clone, Copy)]
struct Sender<'a> {
    name: &'a str,
    edition: &'a str,
    address: &'a str,
}

impl Again {
    fn new(page: Page, matter: &Matter, reminded: &[Reminded], step: u32, from: Sender<'_>) -> Self {
        let lang = page.lang;
        let mut silent: Vec<(u32, Line)> = Vec::new();
        for one in matter.recipients.iter().filter(|one| !one.retired) {
            let Silence::Days(days, _) = matter.silence(&one.id) else { continue };
            if days >= step {
                silent.push((days, Line::new(lang, matter, one, days, reminded, from)));
            }
        }
        silent.sort_by_key(|(days, _)| std::cmp::Reverse(*days));
        let told = |step: u32| if step == 0 { lang.t("again-all") } else { lang.n("again-days", u64::from(step)) };
        Self {
            steps: STEPS.map(|one| (told(one), target(one).in_lang(lang), one == step)).into(),
            lines: silent.into_iter().map(|(_, line)| line).collect(),
            page,
        }
    }
}

impl Line {
    fn new(lang: Lang, matter: &Matter, one: &Recipient, days: u32, reminded: &[Reminded], from: Sender<'_>) -> Self {
        let last = reminded.iter().filter(|reminder| reminder.recipient == one.id).map(|reminder| reminder.at).max();
        Self {
            id: one.id.clone(),
            name: one.name.clone(),
            silence: told::silence(lang, matter.silence(&one.id)),
            asked: last.map(|at| lang.it("again-asked", day(lang, at))).unwrap_or_default(),
            email: one.email.as_ref().map(ToString::to_string).unwrap_or_default(),
            lang: one.lang,
            subject: one.lang.it("again-subject", from.edition),
            letter: letter(matter, one, days, from),
        }
    }
}

/// The letter, in the language of who receives it.
fn letter(matter: &Matter, one: &Recipient, days: u32, from: Sender<'_>) -> String {
    let lang = one.lang;
    let to = if one.person.is_empty() { &one.name } else { &one.person };
    let handed = matter.first_day(&one.id).map_or_else(String::new, |day| told::day(lang, day));
    let values = [
        ("day", handed),
        ("days", lang.n("again-for", u64::from(days))),
        ("clauses", lang.number(matter.motion.clauses().count())),
        ("edition", from.edition.to_owned()),
        ("address", format!("{}{}", from.address, Target::Sequel(Sequel::FollowUp(1)).in_lang(lang))),
    ];
    let said = lang.with("again-letter", values);
    format!("{to},\n\n{said}\n\n{}\n{}", lang.t("again-closing"), from.name)
}

#[cfg(test)]
mod tests {
    use super::super::matter::tests::matter;
    use super::*;
    use crate::sample;

    const FROM: Sender<'_> = Sender { name: "Réseau", edition: "Congrès 2026", address: "https://congres.example" };

    fn again(lang: Lang, step: u32) -> Again {
        let reminded = [Reminded { recipient: RecipientId::new("r2"), at: sample::NOW, by: "m".into() }];
        Again::new(sample::page(lang, target(step)), &matter(), &reminded, step, FROM)
    }

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            let html = sample::check(&again(lang, 30));
            assert!(html.contains("Premier ministre") && html.contains("2026"), "{html}");
            assert!(again(lang, 60).lines.is_empty());
            sample::check(&again(lang, 60));
        }
        insta::assert_snapshot!(again(Lang::Fr, 0).lines[0].letter);
    }
}

//! Recognising one's project: anyone signed in brings the text, the engine proposes clauses, a person ticks those that it supports.

use super::SPOKESPERSONS;
use super::matter::Matter;
use super::projects::name;
use super::told;
use crate::Error;
use crate::collect::attach::read_bytes;
use crate::collect::reading;
use crate::gesture::{Access, Asker, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, sentence, to};
use crate::posted::{Posted, WHOLE};
use crate::state::AppState;
use crate::url::{Sequel, Target, slug};
use arobase_domain::attachment::ATTACHMENT_MAX;
use arobase_domain::territory::{Resolution, resolve, territory};
use arobase_domain::{Clause, ClauseId};
use arobase_store::{Recognition, Signed};
use arobase_text::sentences::sentences;
use askama::Template;
use axum::Extension;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use std::collections::{BTreeMap, BTreeSet};

/// Least characters of a project: a few words recognise themselves in anything.
const LEAST: usize = 40;
/// Most sentences of it that the engine reads.
const READ: usize = 200;

#[derive(Template)]
#[template(path = "followup/recognise.html")]
struct Recognise {
    page: Page,
    /// Whether there is a motion to recognise oneself in.
    open: bool,
    typed: Typed,
    /// Territories that bear the name typed, where there are several: code and name.
    homonyms: Vec<(String, String)>,
    wrong: Option<String>,
    weight: String,
    /// One's own: identifier, territory, whether everyone may read it.
    mine: Vec<(String, String, bool)>,
    /// Those of others, for a spokesperson.
    others: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "followup/confirm.html")]
struct Confirm {
    page: Page,
    id: String,
    published: bool,
    /// What the engine proposes, and the other clauses.
    near: Vec<Offer>,
    far: Vec<Offer>,
    wrong: bool,
}

/// A clause that may be ticked, with the words of the project that are near it.
struct Offer {
    id: ClauseId,
    label: String,
    words: String,
    ticked: bool,
}

/// What was typed.
#[derive(Debug, Clone, Default)]
struct Typed {
    territory: String,
    project: String,
    link: String,
}

pub(super) fn gestures() -> [Gesture; 2] {
    let bring = get(show).post(bring).layer(DefaultBodyLimit::max(WHOLE));
    [
        Gesture::page(slug::RECOGNISE, "", Access::SignedIn, bring),
        Gesture::page(slug::RECOGNISE, "/{id}", Access::Own, get(offers).post(confirm)),
    ]
}

async fn show(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
) -> Result<Response, Error> {
    form(&state, lang, &me, Typed::default(), None).await
}

async fn bring(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    mut posted: Posted,
) -> Result<Response, Error> {
    let mut typed =
        Typed { territory: posted.line("territory"), project: posted.text("project"), link: posted.line("link") };
    if let Some((name, bytes)) = posted.document.take() {
        match read_bytes(&state, bytes).await? {
            Ok(read) if typed.project.is_empty() => {
                typed.project = read.words.map(|words| words.text).unwrap_or_default();
            }
            Ok(_) => {}
            Err(key) => {
                let values =
                    [("file", name), ("size", lang.bytes(ATTACHMENT_MAX as u64)), ("most", lang.number(1_usize))];
                return form(&state, lang, &me, typed, Some(lang.with(key, values))).await;
            }
        }
    }
    let code = match typed.checked(&posted.line("code")) {
        Ok(code) => code,
        Err(wrong) => return form(&state, lang, &me, typed, Some(lang.t(wrong))).await,
    };
    let (id, at, by) = ((state.ids)().to_string(), state.now(), me.member.id.to_string());
    let (project, link) = (typed.project, typed.link);
    let new = Recognition { id: id.clone(), territory: code, project, link, at, by, ..Recognition::default() };
    state.store.bring_project(&state.edition.id, &new).await?;
    Ok(to(lang, Target::Sequel(Sequel::RecogniseOne(id))))
}

async fn offers(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
) -> Result<Response, Error> {
    let one = own(&state, &me, &id).await?;
    answer(&state, lang, &one, false).await
}

/// Publishes it with the clauses ticked, or withdraws it.
async fn confirm(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, Error> {
    let (edition, by) = (&state.edition.id, (me.member.id.as_str(), state.now()));
    if posted.line("do") == "withdraw" {
        let owner = if speaks(&me) { None } else { Some(me.member.id.as_str()) };
        let gone = state.store.withdraw_project(edition, (&id, owner), by).await?;
        return if gone { Ok(to(lang, Target::Sequel(Sequel::Recognise))) } else { Err(Error::not_found()) };
    }
    let one = own(&state, &me, &id).await?;
    let matter = Matter::published(&state).await?.ok_or_else(Error::not_found)?;
    let known: BTreeSet<&ClauseId> = matter.motion.clauses().map(|clause| &clause.id).collect();
    let ticked = posted.ticked("clause").map(ClauseId::new).filter(|id| known.contains(id)).collect();
    if state.store.recognise(edition, (&id, &ticked), by).await? {
        return Ok(to(lang, Target::Sequel(Sequel::Project(id))));
    }
    answer(&state, lang, &one, true).await
}

fn speaks(me: &Signed) -> bool {
    Access::Any(SPOKESPERSONS).admits(Asker::Member(&me.roles))
}

async fn own(state: &AppState, me: &Signed, id: &str) -> Result<Recognition, Error> {
    let found = state.store.own_project(&state.edition.id, id, me.member.id.as_str()).await?;
    found.ok_or_else(Error::not_found)
}

async fn form(
    state: &AppState,
    lang: Lang,
    me: &Signed,
    typed: Typed,
    wrong: Option<String>,
) -> Result<Response, Error> {
    let (store, edition, by) = (&state.store, &state.edition.id, me.member.id.as_str());
    let open = store.published_motion(edition).await?.is_some();
    let mine = store.projects(edition, by).await?.into_iter();
    let others = if speaks(me) { store.recognitions(edition).await? } else { Vec::new() };
    let others = others.into_iter().filter(|one| one.by != by);
    let page = Page::new(state, lang, Target::Sequel(Sequel::Recognise), lang.t("title-recognise"));
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let form = Recognise {
        homonyms: homonyms(&typed.territory),
        mine: mine.map(|one| (one.id, name(&one.territory), one.published_at.is_some())).collect(),
        others: others.map(|one| (one.id, name(&one.territory))).collect(),
        weight: lang.bytes(ATTACHMENT_MAX as u64),
        page,
        open,
        typed,
        wrong,
    };
    Ok(private(status, render(&form)?))
}

fn homonyms(typed: &str) -> Vec<(String, String)> {
    let Resolution::Several(hits) = resolve(typed) else { return Vec::new() };
    hits.iter().map(|hit| (hit.territory.code.to_owned(), hit.territory.to_string())).collect()
}

impl Typed {
    /// The code of the territory; else the key of what is wrong.
    fn checked(&self, chosen: &str) -> Result<String, &'static str> {
        let code = match resolve(&self.territory) {
            Resolution::One(one) => one.code,
            Resolution::Several(hits) => {
                let found = hits.iter().find(|hit| hit.territory.code == chosen);
                found.ok_or("recognise-several")?.territory.code
            }
            Resolution::Unknown => return Err("recognise-no-territory"),
        };
        if self.project.chars().count() < LEAST {
            return Err("recognise-short");
        }
        let linked = self.link.is_empty() || self.link.starts_with("https://") || self.link.starts_with("http://");
        if linked { Ok(territory(code).map_or(code, |one| one.code).to_owned()) } else { Err("answer-no-link") }
    }
}

async fn answer(state: &AppState, lang: Lang, one: &Recognition, wrong: bool) -> Result<Response, Error> {
    let matter = Matter::published(state).await?.ok_or_else(Error::not_found)?;
    let propositions = state.store.propositions(&state.edition.id).await?.into_iter();
    let worded: BTreeMap<_, _> = propositions.map(|one| (one.id, sentence(&one.text))).collect();
    let texts = texts(&matter, |clause| clause.propositions().filter_map(|id| worded.get(id).cloned()).collect());
    let near = near(state, texts, pieces(&one.project)).await?;
    let page = Page::new(state, lang, Target::Sequel(Sequel::RecogniseOne(one.id.clone())), name(&one.territory))
        .within(lang.t("title-recognise"), Target::Sequel(Sequel::Recognise));
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(private(status, render(&Confirm::new(page, &matter, one, &near, wrong))?))
}

/// What the engine compares: each clause in plain words, then the propositions that it comes from.
fn texts(matter: &Matter, behind: impl Fn(&Clause) -> Vec<String>) -> Vec<(ClauseId, String)> {
    let of = |clause: &Clause| {
        let all = [told::clause(clause)].into_iter().chain(behind(clause));
        all.map(|text| (clause.id.clone(), text)).collect::<Vec<_>>()
    };
    matter.motion.clauses().flat_map(of).collect()
}

/// The sentences of a project.
fn pieces(project: &str) -> Vec<String> {
    let all = sentences(project).into_iter().filter_map(|range| project.get(range)).map(str::trim);
    all.filter(|piece| piece.chars().count() >= 15).take(READ).map(str::to_owned).collect()
}

/// For each clause that is near one, the sentence of the project nearest to it.
async fn near(
    state: &AppState,
    texts: Vec<(ClauseId, String)>,
    pieces: Vec<String>,
) -> Result<BTreeMap<ClauseId, String>, Error> {
    let (nearest, _turn) = (state.nearest, reading().await);
    let (ids, texts): (Vec<ClauseId>, Vec<String>) = texts.into_iter().unzip();
    let found = tokio::task::spawn_blocking(move || {
        let near = nearest(&texts, &pieces);
        near.into_iter()
            .map(|one| one.and_then(|(at, score)| Some((pieces.get(at)?.clone(), score))))
            .collect::<Vec<_>>()
    });
    let mut best: BTreeMap<ClauseId, (String, f64)> = BTreeMap::new();
    for (id, found) in ids.into_iter().zip(found.await.map_err(Error::export)?) {
        let Some((piece, score)) = found else { continue };
        if best.get(&id).is_none_or(|(_, before)| *before < score) {
            best.insert(id, (piece, score));
        }
    }
    Ok(best.into_iter().map(|(id, (piece, _))| (id, piece)).collect())
}

impl Confirm {
    /// What was confirmed before is ticked; before anything was, nothing is: a person says so.
    fn new(page: Page, matter: &Matter, one: &Recognition, near: &BTreeMap<ClauseId, String>, wrong: bool) -> Self {
        let offer = |(number, clause): (usize, &Clause)| Offer {
            id: clause.id.clone(),
            label: format!("{number}. {}", told::clause(clause)),
            words: near.get(&clause.id).cloned().unwrap_or_default(),
            ticked: one.clauses.contains(&clause.id),
        };
        let (near, far) = matter.motion.numbered().map(offer).partition(|one| !one.words.is_empty() || one.ticked);
        Self { id: one.id.clone(), published: one.published_at.is_some(), near, far, wrong, page }
    }
}

#[cfg(test)]
mod tests {
    use super::super::matter::tests::matter;
    use super::super::projects::tests::recognition;
    use super::*;
    use crate::sample;

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            let page = || sample::page(lang, Target::Sequel(Sequel::Recognise));
            let typed = Typed { territory: "mayenne".into(), ..Typed::default() };
            let form = |open, wrong: Option<&str>| Recognise {
                page: page(),
                open,
                typed: typed.clone(),
                homonyms: homonyms(&typed.territory),
                wrong: wrong.map(str::to_owned),
                weight: "5 Mo".into(),
                mine: vec![("p1".into(), "Agen (47)".into(), true), ("p2".into(), "Agen (47)".into(), false)],
                others: vec![("p3".into(), "Nérac (47)".into())],
            };
            let html = sample::check(&form(true, Some("non")));
            assert!(html.contains("53147") && html.contains("role=\"alert\""), "{html}");
            assert!(!sample::check(&form(false, None)).contains("<textarea"));
            let near = BTreeMap::from([(ClauseId::new("e3"), "Un accueil à la médiathèque.".to_owned())]);
            let confirm = Confirm::new(page(), &matter(), &recognition("47001", &["e1"]), &near, true);
            assert_eq!((confirm.near.len(), confirm.far.len()), (2, 5));
            assert_eq!(sample::check(&confirm).matches(" checked").count(), 1);
        }
    }

    #[test]
    fn a_project_has_a_territory_and_some_words() {
        let typed = |territory: &str, project: &str, link: &str| Typed {
            territory: territory.into(),
            project: project.into(),
            link: link.into(),
        };
        let long = "Ouvrir un accueil numérique à la médiathèque du bourg.";
        assert_eq!(typed("Agen", long, "").checked(""), Ok("47001".into()));
        assert_eq!(typed("Mayenne", long, "").checked("53147"), Ok("53147".into()));
        assert_eq!(typed("Mayenne", long, "").checked(""), Err("recognise-several"));
        assert_eq!(typed("Nulle-Part", long, "").checked(""), Err("recognise-no-territory"));
        assert_eq!(typed("Agen", "Court.", "").checked(""), Err("recognise-short"));
        assert_eq!(typed("Agen", long, "javascript:").checked(""), Err("answer-no-link"));
        assert_eq!(pieces("Un accueil au bourg. Oui.\n- Des vélos pour tous").len(), 2);
    }
}

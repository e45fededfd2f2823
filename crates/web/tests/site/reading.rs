//! Reading aids of the bench by the site: searches that stay, words marked and in their contexts, notes, days; and what would change, before it does.

use crate::client::Client;
use crate::fixture::NOW;
use crate::people::signed;
use arobase_domain::edits::{Bench, Change, Gesture, State};
use arobase_domain::{IdeaId, Role, RunId};
use arobase_store::Rerun;
use axum::http::{StatusCode, header};

async fn engineer(client: &Client, name: &str) -> String {
    signed(client, name, &[Role::KnowledgeEngineer]).await.0
}

async fn read(client: &Client, who: &str, path: &str) -> String {
    let page = client.with(who, path, None).await;
    assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.body);
    page.body
}

/// Makes a gesture that must be made; the page that one then sees.
async fn made(client: &Client, who: &str, fields: &[(&str, &str)]) -> String {
    let answer = client.with(who, "/fr/classement", Some(fields)).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    read(client, who, answer.header(header::LOCATION).split('#').next().unwrap()).await
}

#[tokio::test]
async fn a_search_stays_for_everyone_until_it_is_dropped() {
    let client = Client::open(true).await;
    let (ines, karim) = (engineer(&client, "ines").await, engineer(&client, "karim").await);
    let found = read(&client, &ines, "/fr/classement?q=Ecole").await;
    assert!(found.contains("value=\"keep_query\"") && found.contains("<mark>école"), "{found}");
    let kept = made(&client, &ines, &[("edit", "keep_query"), ("pile", "~Ecole"), ("text", "Ecole")]).await;
    assert!(kept.contains("Recherche gardée") && kept.contains("value=\"drop_query\""), "{kept}");
    let count = |html: &str| {
        let heap = html.split("«\u{a0}Ecole\u{a0}» <b>").nth(1).map(|rest| rest.split('<').next().unwrap().to_owned());
        heap.map(|count| count.parse::<usize>().unwrap())
    };
    let listed = found.matches("name=\"tick\"").count();
    assert_eq!(count(&read(&client, &karim, "/fr/classement").await), Some(listed), "everyone has it");
    let same = read(&client, &karim, "/fr/classement?q=%C3%A9cole").await;
    assert!(same.contains("value=\"drop_query\""), "however it is written");
    made(&client, &karim, &[("edit", "drop_query"), ("pile", "~école"), ("text", "école")]).await;
    assert_eq!(count(&read(&client, &ines, "/fr/classement").await), None);
    made(&client, &karim, &[("edit", "undo")]).await;
    assert_eq!(count(&read(&client, &ines, "/fr/classement").await), Some(listed), "like any gesture");
    let nothing = client.with(&ines, "/fr/classement", Some(&[("edit", "keep_query"), ("text", " ’ ")])).await;
    assert_eq!(nothing.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn words_are_read_in_their_contexts() {
    let client = Client::open(true).await;
    let ines = engineer(&client, "ines").await;
    let page = read(&client, &ines, "/fr/mots-en-contexte?term=ecoles&order=right").await;
    assert!(page.contains("<mark>école") && page.contains("/fr/classement?pile="), "{page}");
    let within = read(&client, &ines, "/fr/mots-en-contexte?term=ecoles&pile=off-topic").await;
    assert!(!within.contains("<mark>") && within.contains("Hors sujet"), "{within}");
    assert!(read(&client, &ines, "/fr/mots-en-contexte?term=de").await.contains("role=\"alert\""));
    read(&client, &ines, "/en/words-in-context?term=%00%3Cb%3E&page=99&pile=~&order=x").await;
}

#[tokio::test]
async fn notes_and_the_day_tell_who() {
    let client = Client::open(true).await;
    let ines = engineer(&client, "ines").await;
    assert!(read(&client, &ines, "/fr/journee-de-classement").await.contains("Personne n’a encore rien classé"));
    made(&client, &ines, &[("edit", "note"), ("on", "t01"), ("text", "À relire <lundi>")]).await;
    let notes = read(&client, &ines, "/fr/notes-du-classement").await;
    assert!(notes.contains("À relire &#60;lundi&#62;") && notes.contains("ines, le 10"), "{notes}");
    assert!(notes.contains("href=\"/fr/classement?pile=t01\""));
    let day = read(&client, &ines, "/fr/journee-de-classement").await;
    assert!(day.contains("jeudi 10\u{a0}septembre\u{a0}2026") && day.contains("ines\u{a0}: Note sur t01"), "{day}");
    let other = read(&client, &ines, "/fr/journee-de-classement?day=2026-09-09").await;
    assert!(other.contains("Rien n’a été fait") && other.contains("day=2026-09-10"), "{other}");
    read(&client, &ines, "/fr/journee-de-classement?day=demain").await;
}

/// Brings the bench a run that finds the same, and proposes a theme of its own for five ideas: those ideas.
async fn proposed(client: &Client) -> Vec<String> {
    let (store, edition) = (&client.state.store, &client.state.edition.id);
    let base = store.bench_run(edition).await.unwrap().unwrap();
    let (_, analysis) = store.bench_analysis(&base).await.unwrap().unwrap();
    let (bench, id) = (Bench::new(State::whole(&analysis, 1.0)), RunId::new("z-again"));
    let (_, event) = bench.rejoin(Change::default(), id.clone(), "", NOW).unwrap();
    let ideas: Vec<IdeaId> =
        analysis.ideas.iter().filter(|idea| idea.theme.is_some()).take(5).map(|idea| idea.id.clone()).collect();
    let told = ideas.iter().map(ToString::to_string).collect();
    let proposal = [Gesture::Create { label: None, ideas, proposed: true }];
    let rerun = Rerun { id: &id, analysis: &analysis, proposal: &proposal, read_at: NOW };
    assert!(store.keep_rerun(edition, &base, &event, rerun).await.unwrap());
    told
}

#[tokio::test]
async fn what_would_change_is_shown_then_accepted_one_idea_at_a_time() {
    let client = Client::open(true).await;
    let ines = engineer(&client, "ines").await;
    let (page, ideas) = ("/fr/ce-qui-changerait", proposed(&client).await);
    let themes = read(&client, &ines, "/fr/classement-des-themes").await.matches("name=\"theme\" value=\"t").count();
    let told = read(&client, &ines, page).await;
    assert!(told.contains("Voir les 5 idées une à une") && told.contains("Idées déplacées</dt><dd>5"), "{told}");
    let drawing = client.with(&ines, &format!("{page}.svg?rung=0"), None).await;
    assert!(drawing.body.starts_with("<svg") && drawing.body.contains("class=\"moved\""), "{}", drawing.body);
    let accept = async |what: &str| {
        let fields = [("rung", "0"), ("offer", "0"), ("accept", what)];
        client.with(&ines, page, Some(&fields)).await
    };
    for (nth, idea) in ideas[..2].iter().enumerate() {
        let done = accept(&format!("0 {idea}")).await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.body);
        assert!(done.body.contains("1 geste fait"), "{}", done.body);
        assert_eq!(done.body.matches("name=\"accept\" value=\"0 ").count(), ideas.len() - 1 - nth, "the others wait");
    }
    assert_eq!(accept(&format!("0 {}", ideas[0])).await.status, StatusCode::CONFLICT, "it is done already");
    assert_eq!(accept("all").await.status, StatusCode::OK);
    let now = read(&client, &ines, "/fr/classement-des-themes").await.matches("name=\"theme\" value=\"t").count();
    assert_eq!(now, themes + 1, "one theme, whether accepted at once or not");
    let gone = read(&client, &ines, page).await;
    assert!(!gone.contains("Tout accepter"), "{gone}");
    for rung in ["1", "2", "99", "4294967295", "x"] {
        read(&client, &ines, &format!("{page}?rung={rung}&offer=7&page=3")).await;
    }
}

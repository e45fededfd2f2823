//! The motion by the site, without a script: begun, written, frozen, adopted, published, and traced both ways.

use crate::client::{Answer, Client};
use crate::fixture::{DAY, NOW};
use crate::people::signed;
use arobase_domain::motion::{Motion, Section};
use arobase_domain::{Clause, ClauseId, Edition, EditionId, Role};
use arobase_store::NewState;
use arobase_web::Target;
use axum::http::{StatusCode, header};

const WORKSHOP: &str = "/fr/atelier";
const VERSIONS: &str = "/fr/versions-de-la-motion";

async fn post(client: &Client, who: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
    client.with(who, path, Some(fields)).await
}

/// Makes a gesture that must be made.
async fn made(client: &Client, who: &str, path: &str, fields: &[(&str, &str)]) {
    let answer = post(client, who, path, fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path} {fields:?}: {}", answer.body);
}

/// A site whose text was begun, and its drafter.
async fn begun() -> (Client, String) {
    let client = Client::open(true).await;
    let ines = signed(&client, "ines", &[Role::Drafter]).await.0;
    assert!(client.with(&ines, WORKSHOP, None).await.body.contains("value=\"start\""));
    made(&client, &ines, WORKSHOP, &[("edit", "start"), ("shape", "questions"), ("title", "Motion 2026")]).await;
    (client, ines)
}

/// The clauses of a page, by identifier.
fn clauses(html: &str) -> Vec<String> {
    let rows = html.split("<li id=\"e").skip(1);
    rows.filter_map(|row| row.split('"').next()).map(|id| format!("e{id}")).collect()
}

#[tokio::test]
async fn from_what_was_classed_to_a_text_that_everyone_reads() {
    let (client, ines) = begun().await;
    let ids = clauses(&client.with(&ines, WORKSHOP, None).await.body);
    assert!(!ids.is_empty());
    let one = format!("/fr/atelier/{}", ids[0]);
    let before = client.state.store.motion(&client.state.edition.id).await.unwrap().motion;
    let text = before.clauses().next().unwrap().text.clone();
    let write = [("edit", "write"), ("before", text.as_str()), ("text", "Ouvrir une maison. Former les agents.")];
    made(&client, &ines, &format!("/fr/reecrire/{}", ids[0]), &write).await;
    assert!(client.with(&ines, &one, None).await.body.contains("Ouvrir une maison."));
    assert!(client.get("/fr/motion").await.body.contains("pas encore adopté"));
    made(&client, &ines, VERSIONS, &[("edit", "freeze"), ("seq", "2"), ("label", "votée")]).await;
    let adoption = [
        ("edit", "adopt"),
        ("version", "1"),
        ("day", "2026-10-06"),
        ("favour", "80"),
        ("against", "2"),
        ("abstentions", "3"),
    ];
    made(&client, &ines, VERSIONS, &adoption).await;
    made(&client, &ines, VERSIONS, &[("edit", "publish"), ("version", "1")]).await;
    let page = client.get("/fr/motion").await.body;
    assert!(page.contains("80 pour") && page.contains("Ouvrir une maison."), "{page}");
    let clause = client.get(&format!("/fr/motion/{}", ids[0])).await;
    assert_eq!(clause.status, StatusCode::OK);
    let number = clause.body.split("/fr/contributions/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let back = client.get(&format!("/fr/contributions/{number}")).await.body;
    assert!(back.contains(&format!("/fr/motion/{}", ids[0])), "{back}");
    assert!(client.get(&Target::Home.in_lang(arobase_web::Lang::Fr).to_string()).await.body.contains("Adoptée le"));
    client.state.store.verify_journal().await.unwrap();
}

/// The congress of four years before, whose motion asks one thing.
async fn congress_of_2022(client: &Client) {
    let (store, here) = (&client.state.store, &client.state.edition);
    let (id, congress_date) = (EditionId::new("0190-2022"), here.congress_date - 4 * 365 * DAY);
    let name = "Congrès 2022".to_owned();
    let edition =
        Edition { id: id.clone(), slug: "2022".into(), name, congress_date, phases: Vec::new(), ..(**here).clone() };
    store.create_edition(&edition, NOW).await.unwrap();
    let clause = Clause { id: ClauseId::new("e7"), text: "Ouvrir un guichet.".into(), ..Clause::default() };
    let section = Section { clauses: vec![clause], ..Section::default() };
    let motion = Motion { title: "Motion 2022".into(), sections: vec![section], ..Motion::default() };
    store.keep_motion(&id, NewState { after: 0, gesture: None, motion: &motion, by: "m", at: NOW }).await.unwrap();
    assert_eq!(store.freeze_motion(&id, (1, ""), ("m", NOW)).await.unwrap(), Some(1), "nothing was ever classed");
    assert!(store.publish_motion(&id, 1, ("m", NOW)).await.unwrap());
}

#[tokio::test]
async fn what_was_asked_before_is_told_once_someone_confirms_it() {
    const ASKED: &str = "/fr/deja-demande";
    let (client, ines) = begun().await;
    assert!(client.with(&ines, ASKED, None).await.body.contains("Aucune édition antérieure"));
    congress_of_2022(&client).await;
    made(&client, &ines, VERSIONS, &[("edit", "freeze"), ("seq", "1")]).await;
    made(&client, &ines, VERSIONS, &[("edit", "publish"), ("version", "1")]).await;
    let offered = client.with(&ines, ASKED, None).await.body;
    assert!(offered.contains("Ouvrir un guichet.") && offered.contains("proximité"), "{offered}");
    let clause = clauses(&client.with(&ines, WORKSHOP, None).await.body).remove(0);
    let page = format!("/fr/motion/{clause}");
    assert!(!client.get(&page).await.body.contains("Demandé aussi"), "nobody has confirmed it");
    let said = |verdict| [("clause", clause.as_str()), ("earlier", "0190-2022 e7"), ("do", verdict)];
    made(&client, &ines, ASKED, &said("same")).await;
    let told = client.get(&page).await.body;
    assert!(told.contains("Demandé aussi en") && told.contains("href=\"/2022/fr/motion/e7\""), "{told}");
    let table = client.get("/data/asked_before.csv").await.body;
    assert!(table.contains(&format!("{clause},Congrès 2022,2022,e7,Ouvrir un guichet.")), "{table}");
    made(&client, &ines, ASKED, &said("other")).await;
    assert!(!client.get(&page).await.body.contains("Demandé aussi"));
    let strange = [("clause", clause.as_str()), ("earlier", "0190-2022 e8"), ("do", "same")];
    assert_eq!(post(&client, &ines, ASKED, &strange).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    client.state.store.verify_journal().await.unwrap();
}

#[tokio::test]
async fn a_text_begun_again_takes_no_name_of_the_first() {
    let (client, ines) = begun().await;
    let first = client.with(&ines, WORKSHOP, None).await.body;
    let start = |again| [("edit", "start"), ("shape", "axes"), ("title", "Motion bis"), ("again", again)];
    let stale = post(&client, &ines, WORKSHOP, &start("7")).await;
    assert!(stale.status == StatusCode::CONFLICT && stale.body.contains("rien n’a été recommencé"), "{}", stale.body);
    made(&client, &ines, WORKSHOP, &start("")).await;
    assert_eq!(clauses(&client.with(&ines, WORKSHOP, None).await.body), clauses(&first), "theirs stays");
    made(&client, &ines, WORKSHOP, &start("1")).await;
    let second = client.with(&ines, WORKSHOP, None).await.body;
    assert!(second.contains("Motion bis") && !clauses(&second).is_empty());
    assert!(
        clauses(&second).iter().all(|id| !clauses(&first).contains(id)),
        "answers to the first would stand on them"
    );
    made(&client, &ines, VERSIONS, &[("edit", "restore"), ("seq", "1")]).await;
    assert_eq!(clauses(&client.with(&ines, WORKSHOP, None).await.body), clauses(&first));
}

#[tokio::test]
async fn a_text_too_long_for_two_pages_says_so() {
    let (client, ines) = begun().await;
    let id = clauses(&client.with(&ines, WORKSHOP, None).await.body).remove(0);
    let before = client.state.store.motion(&client.state.edition.id).await.unwrap().motion;
    let long = "Former les secrétaires de mairie de chaque canton. ".repeat(390);
    let text = before.clauses().next().unwrap().text.clone();
    let write = [("edit", "write"), ("before", text.as_str()), ("text", long.as_str())];
    made(&client, &ines, &format!("/fr/reecrire/{id}"), &write).await;
    made(&client, &ines, VERSIONS, &[("edit", "freeze"), ("seq", "2")]).await;
    made(&client, &ines, VERSIONS, &[("edit", "publish"), ("version", "1")]).await;
    let copy = client.get("/motion/motion-deux-pages.pdf").await;
    assert_eq!(copy.status, StatusCode::CONFLICT);
    assert!(copy.body.contains("ne tient pas en deux pages"), "{}", copy.body);
    let whole = client.get("/motion/motion.txt").await;
    assert!(whole.status == StatusCode::OK && whole.body.contains("Former les secrétaires"));
    assert_eq!(client.get("/motion/motion.exe").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_text_of_a_site_that_classed_nothing_claims_no_method() {
    for classed in [false, true] {
        let client = Client::open(classed).await;
        let ines = signed(&client, "ines", &[Role::Drafter]).await.0;
        made(&client, &ines, WORKSHOP, &[("edit", "start"), ("shape", "questions"), ("title", "Motion 2022")]).await;
        made(&client, &ines, VERSIONS, &[("edit", "freeze"), ("seq", "1")]).await;
        made(&client, &ines, VERSIONS, &[("edit", "publish"), ("version", "1")]).await;
        let text = client.get("/motion/motion.txt").await.body;
        assert_eq!(text.contains("Chaque contribution a été lue"), classed, "{text}");
    }
}

#[tokio::test]
async fn the_second_of_two_writers_sees_both_texts() {
    let (client, ines) = begun().await;
    let id = clauses(&client.with(&ines, WORKSHOP, None).await.body).remove(0);
    let path = format!("/fr/reecrire/{id}");
    let stale = [("edit", "write"), ("before", "Autre chose."), ("text", "Mon texte.")];
    let answer = post(&client, &ines, &path, &stale).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.body.contains("Mon texte.") && answer.body.contains("id=\"theirs\""), "{}", answer.body);
    let unclear = post(&client, &ines, &path, &[("edit", "explode")]).await;
    assert_eq!(unclear.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(client.state.store.motion(&client.state.edition.id).await.unwrap().seq, 1, "nothing was written");
}

#[tokio::test]
async fn who_does_not_draft_reads_and_offers() {
    let (client, ines) = begun().await;
    let id = clauses(&client.with(&ines, WORKSHOP, None).await.body).remove(0);
    let marc = signed(&client, "marc", &[]).await.0;
    let page = client.with(&marc, &format!("/fr/atelier/{id}"), None).await;
    assert!(page.status == StatusCode::OK && !page.body.contains("name=\"edit\""));
    assert_eq!(client.with(&marc, WORKSHOP, None).await.status, StatusCode::FORBIDDEN);
    made(&client, &marc, &format!("/fr/remarque/{id}"), &[("body", "À qui le demande-t-on ?")]).await;
    made(&client, &marc, &format!("/fr/remarque/{id}"), &[("after", "Demander à l’État."), ("reason", "plus clair")])
        .await;
    let page = client.with(&ines, &format!("/fr/atelier/{id}"), None).await.body;
    assert!(page.contains("À qui le demande-t-on ?"));
    let offered = page.split("name=\"remark\" value=\"").nth(2).unwrap().split('"').next().unwrap();
    made(&client, &ines, &format!("/fr/trancher/{id}"), &[("decision", "take"), ("remark", offered)]).await;
    let page = client.with(&marc, &format!("/fr/atelier/{id}"), None).await.body;
    assert!(page.contains("Suggestion reprise.") && page.contains("Demander à l’État."));
    let again = post(&client, &ines, &format!("/fr/trancher/{id}"), &[("decision", "take"), ("remark", offered)]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn what_leaves_the_text_waits_and_a_former_state_comes_back() {
    let (client, ines) = begun().await;
    let ids = clauses(&client.with(&ines, WORKSHOP, None).await.body);
    made(&client, &ines, &format!("/fr/reecrire/{}", ids[0]), &[("edit", "remove")]).await;
    let page = client.with(&ines, WORKSHOP, None).await.body;
    assert!(page.contains("id=\"waiting\"") && clauses(&page).len() + 1 == ids.len());
    let versions = client.with(&ines, VERSIONS, None).await.body;
    assert!(versions.contains("Avant de figer"), "{versions}");
    made(&client, &ines, VERSIONS, &[("edit", "restore"), ("seq", "1")]).await;
    assert_eq!(clauses(&client.with(&ines, WORKSHOP, None).await.body), ids);
    let compared = client.with(&ines, "/fr/comparer-les-versions?from=1&to=2", None).await.body;
    assert!(compared.contains("<del>"), "{compared}");
    let answer = post(&client, &ines, VERSIONS, &[("edit", "publish"), ("version", "9")]).await;
    assert_eq!((answer.status, answer.header(header::LOCATION)), (StatusCode::UNPROCESSABLE_ENTITY, ""));
}

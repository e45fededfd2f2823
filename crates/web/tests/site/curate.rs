//! The bench by the site: gestures, their undoing, two people at once, and what everyone then reads.

use crate::client::{Answer, Client};
use crate::fixture::NOW;
use crate::people::signed;
use arobase_domain::edits::{Bench, Change, Gesture, State};
use arobase_domain::{Role, RunId};
use arobase_store::Rerun;
use axum::http::{StatusCode, header};

async fn engineer(client: &Client, name: &str) -> String {
    signed(client, name, &[Role::KnowledgeEngineer]).await.0
}

/// The number of the last gesture that a page was made after.
fn seen(html: &str) -> String {
    html.split("name=\"seen\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

async fn bench(client: &Client, who: &str, pile: &str) -> Answer {
    let page = client.with(who, &format!("/fr/classement?pile={pile}"), None).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    page
}

async fn make(client: &Client, who: &str, fields: &[(&str, &str)]) -> Answer {
    client.with(who, "/fr/classement", Some(fields)).await
}

/// Makes a gesture that must be made; the page that one then sees.
async fn made(client: &Client, who: &str, fields: &[(&str, &str)]) -> String {
    let answer = make(client, who, fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    client.with(who, answer.header(header::LOCATION).split('#').next().unwrap(), None).await.body
}

#[tokio::test]
async fn an_idea_goes_where_it_is_told_and_comes_back() {
    let client = Client::open(true).await;
    let ines = engineer(&client, "ines").await;
    let first = bench(&client, &ines, "t01").await.body;
    let idea = first.split("name=\"tick\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let label =
        |html: &str| html.split("<h2 id=\"pile\">").nth(1).unwrap().split(" <small>").next().unwrap().to_owned();
    let other = label(&bench(&client, &ines, "t02").await.body).replace("&#39;", "'");
    let moved = made(&client, &ines, &[("edit", "move"), ("pile", "t01"), ("idea", &idea), ("to", &other)]).await;
    assert!(!moved.contains(&format!("name=\"tick\" value=\"{idea}\"")), "it left the pile");
    assert!(bench(&client, &ines, "t02").await.body.contains(&format!("name=\"tick\" value=\"{idea}\"")));
    let back = made(&client, &ines, &[("edit", "undo"), ("pile", "t01")]).await;
    assert!(back.contains(&format!("name=\"tick\" value=\"{idea}\"")) && back.contains("Annulé"), "{back}");
    let nothing = make(&client, &ines, &[("edit", "undo"), ("pile", "t01")]).await;
    assert_eq!(nothing.status, StatusCode::CONFLICT);
    assert!(nothing.body.contains("rien à annuler"));
}

#[tokio::test]
async fn words_make_a_pile_and_a_near_theme_is_one_button() {
    let client = Client::open(true).await;
    let ines = engineer(&client, "ines").await;
    let found = client.with(&ines, "/fr/classement?q=ECOLE%20", None).await.body;
    assert!(found.contains("value=\"~ECOLE\"") && found.contains("name=\"tick\""), "{found}");
    let none = client.with(&ines, "/fr/classement?q=zzzz", None).await.body;
    assert!(none.contains("Plus rien dans cette pile"));
    let idea = found.split("name=\"tick\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    made(&client, &ines, &[("pile", "~ECOLE"), ("idea", idea), ("to", ""), ("near", "t02")]).await;
    assert!(bench(&client, &ines, "t02").await.body.contains(&format!("name=\"tick\" value=\"{idea}\"")));
}

#[tokio::test]
async fn what_is_unclear_changes_nothing_and_says_so() {
    let client = Client::open(true).await;
    let ines = engineer(&client, "ines").await;
    for (fields, said) in [
        (vec![("edit", "move"), ("idea", "1.1"), ("to", "thème que personne n’a")], "Aucun thème ne porte ce nom"),
        (vec![("edit", "move"), ("idea", "1.1")], "Dans quel thème"),
        (vec![("edit", "dance")], "Ce geste n’existe pas"),
        (vec![("edit", "rename"), ("theme", "t99"), ("text", "x")], "le thème t99 n’existe pas"),
        (vec![("edit", "accept")], "aucune idée n’est donnée"),
        (vec![], "Ce geste n’existe pas"),
    ] {
        let answer = make(&client, &ines, &fields).await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "{fields:?}");
        assert!(answer.body.contains("role=\"alert\"") && answer.body.contains(said), "{fields:?}: {}", answer.body);
    }
    assert_eq!(seen(&bench(&client, &ines, "t01").await.body), "0");
}

#[tokio::test]
async fn the_second_of_two_people_sees_what_changed_and_chooses() {
    let client = Client::open(true).await;
    let (ines, karim) = (engineer(&client, "ines").await, engineer(&client, "karim").await);
    let saw = seen(&bench(&client, &karim, "t01").await.body);
    let rename = |text: &'static str| [("edit", "rename"), ("pile", "t01"), ("theme", "t01"), ("text", text)];
    made(&client, &ines, &rename("Fibre pour tous")).await;
    let late = [&rename("Très haut débit")[..], &[("seen", &saw)]].concat();
    let told = make(&client, &karim, &late).await;
    assert_eq!(told.status, StatusCode::CONFLICT);
    assert!(told.body.contains("ines") && told.body.contains("Fibre pour tous"), "{}", told.body);
    let again = seen(&told.body);
    let chosen = made(&client, &karim, &[&rename("Très haut débit")[..], &[("seen", &again)]].concat()).await;
    assert!(chosen.contains("Très haut débit"));
}

#[tokio::test]
async fn everyone_reads_what_was_decided() {
    let client = Client::open(true).await;
    let ines = engineer(&client, "ines").await;
    let page = client.with(&ines, "/fr/publier-le-classement", None).await.body;
    assert!(page.contains("Aucun geste") && !page.contains("<button class=\"action\""), "{page}");
    made(&client, &ines, &[("edit", "rename"), ("theme", "t01"), ("text", "Un accueil près de chez soi")]).await;
    assert!(!client.get("/fr/themes").await.body.contains("Un accueil près de chez soi"), "not yet");
    made(&client, &ines, &[("edit", "group"), ("theme", "t01"), ("question", "")]).await;
    let page = client.with(&ines, "/fr/publier-le-classement", None).await.body;
    assert!(page.contains("n’est sous aucune question") && !page.contains("<button class=\"action\""), "{page}");
    made(&client, &ines, &[("edit", "undo")]).await;
    let sent = client.with(&ines, "/fr/publier-le-classement", Some(&[])).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    assert!(client.get("/fr/themes").await.body.contains("Un accueil près de chez soi"));
    assert!(client.get("/fr/themes/t01").await.body.contains("Un accueil près de chez soi"));
    let method = client.get("/fr/methode").await.body;
    assert!(method.contains("Gestes\u{a0}: 3, dont 1 annulations") && method.contains("renommés\u{a0}: 1"), "{method}");
    let gone_on = made(&client, &ines, &[("edit", "undo")]).await;
    assert!(gone_on.contains("Annulé"), "the bench stands where it stood");
}

#[tokio::test]
async fn a_run_is_asked_for_and_what_it_proposes_is_accepted_and_undone() {
    let client = Client::open(true).await;
    let ines = engineer(&client, "ines").await;
    let page = "/fr/relancer-l-analyse";
    let html = client.with(&ines, page, None).await.body;
    assert!(html.contains("Relancer l’analyse</button>"), "{html}");
    let asked = client.with(&ines, page, Some(&[])).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.body);
    let html = client.with(&ines, page, None).await.body;
    assert!(html.contains("L’analyse est demandée") && !html.contains("<button class=\"action\""), "{html}");

    let (idea, to) = brought(&client).await;
    let html = client.with(&ines, page, None).await.body;
    assert!(html.contains("<button class=\"action\"") && html.contains("Voir ce que 1 proposition"), "{html}");
    let page = "/fr/ce-qui-changerait";
    let html = client.with(&ines, page, None).await.body;
    assert!(html.contains("Tout accepter"), "{html}");
    let saw = seen(&html);
    let accepted = client.with(&ines, page, Some(&[("accept", "0"), ("seen", &saw)])).await;
    assert_eq!(accepted.status, StatusCode::OK, "{}", accepted.body);
    assert!(accepted.body.contains("geste fait") && !accepted.body.contains("Tout accepter"), "{}", accepted.body);
    let tick = format!("name=\"tick\" value=\"{idea}\"");
    assert!(bench(&client, &ines, &to).await.body.contains(&tick));
    made(&client, &ines, &[("edit", "undo")]).await;
    assert!(!bench(&client, &ines, &to).await.body.contains(&tick), "accepting is undone like any gesture");
    assert!(client.with(&ines, page, None).await.body.contains("Tout accepter"));
}

/// Brings the bench a run that finds the same, and proposes to move an idea to another theme: the idea, the theme.
async fn brought(client: &Client) -> (String, String) {
    let (store, edition) = (&client.state.store, &client.state.edition.id);
    let base = store.bench_run(edition).await.unwrap().unwrap();
    let (_, analysis) = store.bench_analysis(&base).await.unwrap().unwrap();
    let bench = Bench::new(State::whole(&analysis, 1.0));
    let id = RunId::new("z-again");
    let (_, event) = bench.rejoin(Change::default(), id.clone(), "", NOW).unwrap();
    let moved = analysis.ideas.iter().find(|idea| idea.theme.is_some()).unwrap();
    let to =
        analysis.themes.iter().map(|theme| &theme.id).find(|id| Some(*id) != moved.theme.as_ref()).unwrap().clone();
    let moved = moved.id.clone();
    let proposal = [Gesture::Move { ideas: vec![moved.clone()], to: to.clone(), proposed: true }];
    let rerun = Rerun { id: &id, analysis: &analysis, proposal: &proposal, read_at: NOW };
    assert!(store.keep_rerun(edition, &base, &event, rerun).await.unwrap());
    (moved.to_string(), to.to_string())
}

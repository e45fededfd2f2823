//! A contribution signed by several: rows, letters, answers, and what is told of them.

use crate::client::{Client, token};
use crate::fixture::NOW;
use crate::people::signed;
use arobase_domain::{Outgoing, Role};
use arobase_store::Patience;
use axum::http::{StatusCode, header};

const PATIENCE: Patience = Patience { next: |at, _| at + 60_000, over: |_, _| false };

fn filled<'a>(token: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let first =
        [("token", token), ("text", "Mutualiser un technicien."), ("author", "Anne Le Goff, maire"), ("named", "yes")];
    let beside = [
        ("signer-1-name", "Bruno Petit"),
        ("signer-1-function", "maire"),
        ("signer-1-territory", "Agen"),
        ("signer-1-email", "bruno@agen.example"),
        ("signer-3-name", "Chloé Roy"),
        ("signer-3-territory", "Nouans (72)"),
    ];
    first.into_iter().chain(beside).chain(more.iter().copied()).collect()
}

async fn letters(client: &Client) -> Vec<Outgoing> {
    let mut letters = Vec::new();
    while let Some(letter) = client.state.store.next_letter(PATIENCE, NOW).await.unwrap() {
        client.state.store.letter_sent(&letter.id, NOW).await.unwrap();
        letters.push(letter);
    }
    letters
}

/// Where the link of a letter leads, once the secret is in it.
fn link(client: &Client, letter: &Outgoing) -> String {
    let secret = client.state.key.link(letter.sign_in.as_ref().unwrap());
    let body = letter.letter.body.replace(arobase_domain::mail::SECRET, secret.reveal());
    let (_, path) = body.split_once("http://congres.example").unwrap();
    path.split_whitespace().next().unwrap().to_owned()
}

#[tokio::test]
async fn several_sign_and_each_answers_for_themselves() {
    let client = Client::open(true).await;
    let before = client.state.store.figures(&client.state.edition.id).await.unwrap();
    let form = token(&client.get("/fr/contribuer").await.body);
    let sent = client.post("/fr/contribuer", &filled(&form, &[])).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    assert_eq!(client.post("/fr/contribuer", &filled(&form, &[])).await.status, StatusCode::SEE_OTHER, "sent twice");
    let after = client.state.store.figures(&client.state.edition.id).await.unwrap();
    assert_eq!((after.authors - before.authors, after.contributions - before.contributions), (3, 1));
    let number = after.contributions;
    let page = format!("/fr/contributions/{number}");
    let told = client.get(&page).await.body;
    assert!(told.contains("Signée par Anne Le Goff, maire, et 2 autres signataires."), "counted at once");
    assert!(!told.contains("Petit") && !told.contains("Chloé"), "nobody consents for another");
    assert!(client.get("/fr/contributions").await.body.contains("Anne Le Goff, maire, et 2 autres signataires"));
    let receipt = sent.header(header::LOCATION).to_owned();
    let held = client.get(&receipt).await.body;
    assert!(
        held.contains("Bruno Petit") && held.contains("pas encore répondu") && held.contains("pas reçu de message")
    );

    let letters = letters(&client).await;
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].letter.to.as_str(), "bruno@agen.example");
    assert!(letters[0].letter.body.contains("Anne Le Goff vous a cité"));
    let link = link(&client, &letters[0]);
    let asked = client.get(&link).await;
    assert!(asked.status.is_success() && asked.body.contains("Mutualiser un technicien."));
    assert!(!client.get(&page).await.body.contains("Petit"), "looking answers nothing");
    assert!(client.post(&link, &[("assent", "named")]).await.body.contains("Votre signature est confirmée"));
    let told = client.get(&page).await.body;
    assert!(told.contains("Anne Le Goff, maire\u{202f}; Bruno Petit, maire, Agen, et un autre signataire."));
    client.post(&link, &[("assent", "unnamed")]).await;
    assert!(!client.get(&page).await.body.contains("Petit"), "withdrawn");
    assert!(client.get(&receipt).await.body.contains("ne paraît pas"));
    for wrong in ["waiting", "", "x"] {
        assert_eq!(client.post(&link, &[("assent", wrong)]).await.status, StatusCode::BAD_REQUEST);
    }
    assert!(client.post(&link, &[("assent", "refused")]).await.body.contains("votre nom est effacé"));
    assert!(client.get(&page).await.body.contains("et un autre signataire"));
    assert_eq!(client.get(&link).await.status, StatusCode::GONE);
    assert!(client.get(&receipt).await.body.contains("a répondu ne pas avoir signé"));
    assert_eq!(client.state.store.figures(&client.state.edition.id).await.unwrap().authors - before.authors, 2);
    assert!(client.state.store.verify_journal().await.is_ok());
}

#[tokio::test]
async fn the_staff_sees_who_agreed_and_sends_a_link_again() {
    let client = Client::open(true).await;
    let form = token(&client.get("/fr/contribuer").await.body);
    client.post("/fr/contribuer", &filled(&form, &[])).await;
    let number = client.state.store.figures(&client.state.edition.id).await.unwrap().contributions.to_string();
    let first = link(&client, &letters(&client).await[0]);
    let (moderator, _) = signed(&client, "moderator", &[Role::Moderator]).await;
    letters(&client).await;
    let desk = async || client.with(&moderator, "/fr/signataires", None).await.body;
    let page = desk().await;
    assert!(page.contains("Bruno Petit, maire, Agen") && page.contains("pas encore répondu"), "{page}");
    let bruno = page.split("name=\"signer\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let ask = async |email: &str| {
        let fields = [("contribution", number.as_str()), ("signer", bruno.as_str()), ("email", email)];
        client.with(&moderator, "/fr/signataires", Some(&fields)).await
    };
    let wrong = ask("bruno").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("value=\"bruno\" aria-invalid=\"true\"") && letters(&client).await.is_empty());
    let sent = ask("bruno@agen.example").await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    assert!(client.with(&moderator, sent.header(header::LOCATION), None).await.body.contains("Le lien est parti."));
    let again = link(&client, &letters(&client).await[0]);
    assert_eq!(client.get(&first).await.status, StatusCode::GONE, "the earlier link opens no more");
    assert!(client.post(&again, &[("assent", "named")]).await.body.contains("Votre signature est confirmée"));
    assert!(desk().await.contains("son nom paraît"));
    assert_eq!(ask("bruno@agen.example").await.status, StatusCode::CONFLICT, "who has answered is not asked again");
    assert!(letters(&client).await.is_empty() && client.state.store.verify_journal().await.is_ok());
}

#[tokio::test]
async fn more_rows_lose_nothing_and_write_nothing() {
    let client = Client::open(true).await;
    let before = client.received().await;
    let form = token(&client.get("/fr/contribuer").await.body);
    let answer = client.post("/fr/contribuer", &filled(&form, &[("more", "yes")])).await;
    assert_eq!((answer.status, client.received().await), (StatusCode::OK, before));
    for kept in
        ["Mutualiser un technicien.", "Bruno Petit", "bruno@agen.example", "Chloé Roy", "signer-6-email", "checked"]
    {
        assert!(answer.body.contains(kept), "{kept}");
    }
    let last = client.post("/fr/contribuer", &filled(&form, &[("signer-20-name", "Zoé"), ("more", "yes")])).await.body;
    assert!(last.contains("signer-20-name") && !last.contains("signer-21-name") && !last.contains("name=\"more\""));
    let mayenne = [("signer-2-name", "Zoé"), ("signer-2-territory", "Mayenne"), ("signer-4-email", "non")];
    let answer = client.post("/fr/contribuer", &filled(&form, &mayenne)).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for place in ["signer-2-which", "signer-4-name", "signer-4-email"] {
        assert!(answer.body.contains(&format!("<a href=\"#{place}\">")), "{place}");
        assert!(answer.body.contains(&format!("id=\"{place}\"")), "{place}");
    }
    assert!(answer.body.contains("name=\"signer-2-which\" value=\"53147\"") && answer.body.contains("Bruno Petit"));
    let chosen = [mayenne[0], mayenne[1], ("signer-2-which", "53147")];
    assert_eq!(client.post("/fr/contribuer", &filled(&form, &chosen)).await.status, StatusCode::SEE_OTHER);
    assert_eq!(letters(&client).await.len(), 1);
}

#[tokio::test]
async fn a_draft_keeps_the_rows_and_a_revision_changes_them() {
    let client = Client::open(true).await;
    let form = token(&client.get("/fr/contribuer").await.body);
    let kept = client.post("/fr/brouillon", &filled(&form, &[])).await;
    let draft = client.get(kept.header(header::LOCATION)).await.body;
    assert!(draft.contains("Bruno Petit") && draft.contains("Chloé Roy"));
    client.post("/fr/contribuer", &filled(&form, &[])).await;
    letters(&client).await;
    let revise = format!("/fr/modifier/{form}");
    let page = client.get(&revise).await.body;
    let (_, rest) = page.split_once("name=\"unsign-").unwrap();
    let bruno = format!("unsign-{}", rest.split('"').next().unwrap());
    let more = client.post(&revise, &[("text", "Autre"), (&bruno, "yes"), ("more", "yes")]).await;
    assert!(
        more.status.is_success()
            && more.body.contains("Autre")
            && more.body.contains(&format!("name=\"{bruno}\" value=\"yes\" checked"))
    );
    let new = [("signer-1-name", "Denis"), ("signer-1-email", "denis@agen.example")];
    let fields = [("text", "Autre"), ("named", "yes"), (&bruno, "yes"), new[0], new[1]];
    for _ in 0..2 {
        assert_eq!(client.post(&revise, &fields).await.status, StatusCode::SEE_OTHER);
    }
    let receipt = client.get(&format!("/fr/recepisse/{form}")).await.body;
    assert!(!receipt.contains("Bruno") && receipt.matches("Denis").count() == 1 && receipt.contains("Chloé"));
    assert_eq!(letters(&client).await.len(), 1, "the same again writes to nobody");
}

#[tokio::test]
async fn the_form_is_no_way_to_write_to_strangers() {
    let client = Client::open(true).await;
    let mut left = 0;
    let mut refused = None;
    for nth in 0..16 {
        let form = format!("0192f0c0-0000-7000-8000-{nth:012}");
        let mut fields = vec![("token".to_owned(), form), ("text".to_owned(), "oui".to_owned())];
        for row in 1..=5 {
            fields.push((format!("signer-{row}-name"), format!("P{nth} {row}")));
            fields.push((format!("signer-{row}-email"), format!("p{nth}.{row}@agen.example")));
        }
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let answer = client.post("/fr/contribuer", &fields).await;
        left += letters(&client).await.len();
        if answer.status == StatusCode::UNPROCESSABLE_ENTITY {
            refused = Some(answer);
        }
    }
    let refused = refused.unwrap().body;
    assert!(left == 60 && refused.contains("Rien de ce que vous avez écrit") && refused.contains("p15.5@agen.example"));
}

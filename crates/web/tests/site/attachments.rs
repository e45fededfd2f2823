//! Documents: joined by a form, refused for what they are, given back to whoever may have them.

use crate::client::{Answer, Client, token};
use crate::people::signed;
use arobase_domain::{Lang, Role};
use arobase_publish::print::{Sender, Slip, SlipIdea, slips};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};

const BOUNDARY: &str = "x-limit-x";

/// A PDF as a town hall makes one, set by typst; its text begins by these words.
fn pdf(words: &str) -> Vec<u8> {
    let sender = Sender { edition: "Congrès".into(), ..Sender::default() };
    let idea = SlipIdea { text: words.into(), state: "à classer".into(), ..SlipIdea::default() };
    let slip =
        Slip { number: "7".into(), ideas: vec![idea], url: "https://congres.example/7".into(), ..Slip::default() };
    slips(&[slip], &sender, Lang::Fr, 0).unwrap()
}

/// A form posted whole: fields, then documents by their names.
async fn post(client: &Client, cookie: &str, path: &str, fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Answer {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(
            format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes(),
        );
    }
    for (name, bytes) in files {
        let head = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"documents\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
        );
        body.extend([head.as_bytes(), bytes, b"\r\n"].concat());
    }
    body.extend(format!("--{BOUNDARY}--\r\n").bytes());
    let request = Request::post(path)
        .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={BOUNDARY}"))
        .header(header::COOKIE, cookie);
    client.send(request.body(Body::from(body)).unwrap()).await
}

/// The documents that a page leads to.
fn documents(html: &str) -> Vec<String> {
    let hrefs = html.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    hrefs.filter(|href| href.contains("piece")).map(|href| href.replace("&#38;", "&")).collect()
}

fn shown(html: &str) -> Vec<String> {
    let values = html.split("name=\"shown\" value=\"").skip(1).filter_map(|rest| rest.split('"').next());
    values.map(str::to_owned).collect()
}

#[tokio::test]
async fn a_document_is_sent_with_the_text_and_only_who_may_has_it() {
    let client = Client::open(true).await;
    let token = token(&client.get("/fr/contribuer").await.body);
    let (plan, form) = (pdf("La fibre"), [("token", token.as_str()), ("text", "Voir le plan joint.")]);
    for _ in 0..2 {
        let sent = post(&client, "", "/fr/contribuer", &form, &[("Plan d’été.pdf", &plan)]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    }
    let number = client.received().await;
    let receipt = client.get(&format!("/fr/recepisse/{token}")).await.body;
    let own = documents(&receipt);
    assert_eq!(own.len(), 1, "sent twice, kept once: {own:?}");
    assert!(receipt.contains("Plan d’été.pdf") && receipt.contains("PDF, ") && receipt.contains("La fibre"));
    let given = client.get(&own[0]).await;
    assert_eq!((given.status, given.header(header::CONTENT_TYPE)), (StatusCode::OK, "application/pdf"));
    assert!(given.header(header::CONTENT_DISPOSITION).starts_with("attachment; filename=\"Plan d__t_.pdf\""));
    assert!(given.header(header::CONTENT_SECURITY_POLICY).contains("sandbox"));
    assert_eq!(given.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
    assert_eq!(given.header(header::CACHE_CONTROL), "no-store");

    let page = client.get(&format!("/fr/contributions/{number}")).await.body;
    assert!(!page.contains("Plan d’été") && page.contains("Un document joint n’est pas publié."));
    let id = own[0].rsplit('=').next().unwrap();
    let (public, staff) = (format!("/fr/piece-jointe/{id}"), format!("/fr/pieces-jointes/{id}"));
    assert_eq!(client.get(&public).await.status, StatusCode::NOT_FOUND);
    assert_eq!(client.get(&staff).await.header(header::LOCATION), "/fr/connexion");
    let strangers = format!("/fr/ma-piece-jointe/0192f0c0-0001-7000-8000-00000000ffff?document={id}");
    assert_eq!(client.get(&strangers).await.status, StatusCode::NOT_FOUND);
    let (moderator, _) = signed(&client, "anne", &[Role::Moderator]).await;
    assert_eq!(client.with(&moderator, &staff, None).await.status, StatusCode::OK);
    let desk = client.with(&moderator, &format!("/fr/pieces-jointes?contribution={number}"), None).await.body;
    assert!(desk.contains("Plan d’été.pdf") && desk.contains("Non publié"));
    let (contributor, _) = signed(&client, "bruno", &[Role::Contributor]).await;
    assert_eq!(client.with(&contributor, &staff, None).await.status, StatusCode::FORBIDDEN);
    let data = client.get("/data/attachments.csv").await.body;
    assert!(data.contains(&format!("{number},pdf,{}", plan.len())) && !data.contains("Plan"));
    assert!(client.state.store.verify_journal().await.is_ok());
}

#[tokio::test]
async fn a_refused_document_loses_nothing() {
    let client = Client::open(true).await;
    let before = client.received().await;
    let token = token(&client.get("/fr/contribuer").await.body);
    let form = [("token", token.as_str()), ("text", "Mon texte"), ("author", "Anne"), ("territory", "Nouans (72)")];
    let (plan, heavy) = (pdf("La fibre"), vec![b'%'; 5_000_001]);
    let files: [(&str, &[u8]); 4] = [("plan.pdf", &plan), ("photo.pdf", b"MZ\x90"), ("gros.pdf", &heavy), ("", b"")];
    let answer = post(&client, "", "/fr/contribuer", &form, &files).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("«\u{a0}photo.pdf\u{a0}» n’est ni un PDF"));
    assert!(answer.body.contains("«\u{a0}gros.pdf\u{a0}» dépasse 5\u{a0}Mo"));
    assert!(answer.body.contains("<a href=\"#documents\">") && answer.body.contains("Mon texte</textarea>"));
    assert!(answer.body.contains("value=\"Anne\"") && answer.body.contains("value=\"Nouans (72)\""));
    assert_eq!(shown(&answer.body).len(), 1, "the good one waits with the form");
    assert_eq!(client.received().await, before);
    let sent = post(&client, "", "/fr/contribuer", &form, &[]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    let receipt = client.get(sent.header(header::LOCATION)).await.body;
    assert!(receipt.contains("plan.pdf") && !receipt.contains("photo.pdf"));
}

#[tokio::test]
async fn the_words_of_a_document_fill_an_empty_text_and_are_read_before_they_leave() {
    let client = Client::open(true).await;
    let before = client.received().await;
    let token = token(&client.get("/fr/contribuer").await.body);
    let form = [("token", token.as_str()), ("text", "  ")];
    let answer = post(&client, "", "/fr/contribuer", &form, &[("mot.pdf", &pdf("Rouvrir la poste le samedi"))]).await;
    assert_eq!(answer.status, StatusCode::OK);
    let text = answer.body.split_once("<textarea").unwrap().1.split_once("</textarea>").unwrap().0;
    assert!(text.contains("Rouvrir la poste le samedi"), "{text}");
    assert!(answer.body.contains("vient de «\u{a0}mot.pdf\u{a0}»"));
    assert_eq!(client.received().await, before, "nobody's words leave unread");
    let image =
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55\0\0\0\0IEND\xae\x42\x60\x82";
    let other = "0192f0c0-0001-7000-8000-0000000000ab";
    let answer = post(&client, "", "/fr/contribuer", &[("token", other), ("text", "")], &[("a.png", image)]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "an image says nothing");
    assert!(answer.body.contains("<a href=\"#text\">") && shown(&answer.body).len() == 1);
}

#[tokio::test]
async fn a_draft_keeps_its_documents_and_typing_sends_none() {
    let client = Client::open(true).await;
    let token = token(&client.get("/fr/contribuer").await.body);
    let form = [("token", token.as_str()), ("text", "La fib")];
    let kept = post(&client, "", "/fr/brouillon", &form, &[("plan.pdf", &pdf("La fibre"))]).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER);
    let address = kept.header(header::LOCATION).to_owned();
    let ids = shown(&client.get(&address).await.body);
    assert_eq!(ids.len(), 1);
    let typed =
        [("token", token.as_str()), ("text", "La fibre"), ("shown", ids[0].as_str()), ("gone", ids[0].as_str())];
    client.post("/fr/brouillon", &typed).await;
    assert_eq!(shown(&client.get(&address).await.body), ids, "what is kept as one writes decides nothing");
    let beside = post(&client, "", "/fr/semblables", &typed, &[]).await;
    assert!(shown(&beside.body).is_empty(), "a button does");
}

#[tokio::test]
async fn an_author_publishes_replaces_and_takes_back_while_the_phase_lasts() {
    let client = Client::open(true).await;
    let token = token(&client.get("/fr/contribuer").await.body);
    let form = [("token", token.as_str()), ("text", "Voir le plan.")];
    post(&client, "", "/fr/contribuer", &form, &[("plan.pdf", &pdf("Premier plan"))]).await;
    let (number, revise) = (client.received().await, format!("/fr/modifier/{token}"));
    let first = shown(&client.get(&revise).await.body).remove(0);

    let publishing = [("text", "Voir le plan."), ("shown", first.as_str()), ("public", first.as_str())];
    assert_eq!(post(&client, "", &revise, &publishing, &[]).await.status, StatusCode::SEE_OTHER);
    let page = client.get(&format!("/fr/contributions/{number}")).await.body;
    assert!(page.contains("plan.pdf") && page.contains("Premier plan"), "published, with its words");
    let public = format!("/fr/piece-jointe/{first}");
    assert!(page.contains(&public));
    assert_eq!(client.get(&public).await.status, StatusCode::OK);
    assert!(client.get("/data/attachments.csv").await.body.contains("true,plan.pdf"));

    let replacing = [("text", " "), ("shown", first.as_str()), ("gone", first.as_str())];
    let refused = post(&client, "", &revise, &replacing, &[("suite.pdf", &pdf("Second plan"))]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(shown(&refused.body).len(), 2, "both are there until the text is right");
    assert_eq!(client.get(&public).await.status, StatusCode::OK);
    let replacing = [("text", "Voir la suite."), ("shown", first.as_str()), ("gone", first.as_str())];
    assert_eq!(post(&client, "", &revise, &replacing, &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(client.get(&public).await.status, StatusCode::NOT_FOUND, "taken back");
    let receipt = client.get(&format!("/fr/recepisse/{token}")).await.body;
    assert!(receipt.contains("suite.pdf") && !receipt.contains("plan.pdf") && receipt.contains("Second plan"));
    assert!(!client.get("/data/attachments.csv").await.body.contains("plan.pdf"));
}

#[tokio::test]
async fn a_mediator_joins_the_paper_itself() {
    let client = Client::open(true).await;
    let (mediator, _) = signed(&client, "anne", &[Role::Mediator]).await;
    let token = token(&client.with(&mediator, "/fr/saisie", None).await.body);
    let form = [("token", token.as_str()), ("channel", "paper"), ("text", "Le bus du samedi")];
    let sent = post(&client, &mediator, "/fr/saisie", &form, &[("scan.pdf", &pdf("Le bus"))]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    assert!(client.get(&format!("/fr/recepisse/{token}")).await.body.contains("scan.pdf"));
    let refused = post(&client, "", "/fr/saisie", &form, &[("scan.pdf", b"x")]).await;
    assert_eq!(refused.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn when_collection_is_over_documents_are_not_kept() {
    let client = Client::closed().await;
    let form = [("token", "0192f0c0-0001-7000-8000-0000000000aa"), ("text", "La fibre")];
    let plan = pdf("La fibre");
    for path in ["/fr/contribuer", "/fr/brouillon"] {
        assert_eq!(post(&client, "", path, &form, &[("plan.pdf", &plan)]).await.status, StatusCode::CONFLICT, "{path}");
    }
    let told = client.state.store.beside(&client.state.edition.id, form[0].1).await.unwrap();
    assert!(told.is_empty());
}

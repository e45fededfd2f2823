//! What contributors do: write, keep a draft, send once, come back and change.

use crate::client::{Client, encoded, token};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};

/// The public page that a receipt leads to.
fn public(receipt: &str) -> String {
    let main = receipt.split_once("<main").unwrap().1;
    let (before, rest) = main.split_once("/contributions/").unwrap();
    let lang = before.rsplit_once('"').unwrap().1;
    format!("{lang}/contributions/{}", rest.split('"').next().unwrap())
}

#[tokio::test]
async fn a_contribution_is_received_once_and_is_visible_at_once() {
    let client = Client::open(true).await;
    let before = client.received().await;
    let form = client.get("/fr/contribuer").await;
    assert_eq!(form.header(header::CACHE_CONTROL), "no-store");
    let token = token(&form.body);
    let text = "Je propose d’ouvrir un tiers-lieu à Vélizy.\r\n<script>alert(1)</script>";
    let fields =
        [("token", token.as_str()), ("text", text), ("author", "Anne Le Goff, adjointe"), ("territory", "Nouans (72)")];

    let first = client.post("/fr/contribuer", &fields).await;
    let second = client.post("/fr/contribuer", &fields).await;
    assert_eq!((first.status, second.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER));
    assert_eq!(first.header(header::LOCATION), second.header(header::LOCATION), "one form, one receipt");
    assert_eq!(client.received().await, before + 1);

    let receipt = client.get(first.header(header::LOCATION)).await;
    assert!(receipt.body.contains(&(before + 1).to_string()));
    let page = client.get(&format!("/fr/contributions/{}", before + 1)).await.body;
    assert!(page.contains("tiers-lieu") && page.contains("à classer"));
    assert!(!page.contains("<script>") && !page.contains("Le Goff"), "escaped, and not named without consent");
    assert!(client.get("/fr/registre/to_sort").await.body.contains("tiers-lieu"));
    assert!(client.get("/fr/contributions?department=72").await.body.contains("tiers-lieu"));
    assert!(client.get("/fr/recherche?q=TIERS-LIEUX").await.body.contains("tiers-lieu"));
    assert!(client.get("/data/ledger.csv").await.body.contains(&format!("\n{},to_sort,received,", before + 1)));
    assert!(client.state.store.verify_journal().await.is_ok());
}

#[tokio::test]
async fn a_name_is_shown_with_consent() {
    let client = Client::open(true).await;
    let token = token(&client.get("/en/contribute").await.body);
    let fields = [
        ("token", token.as_str()),
        ("text", "Former les élus."),
        ("author", "Anne Le Goff, adjointe"),
        ("named", "yes"),
    ];
    let sent = client.post("/en/contribute", &fields).await;
    let receipt = client.get(sent.header(header::LOCATION)).await.body;
    assert!(client.get(&public(&receipt)).await.body.contains("Anne Le Goff, adjointe"));
}

#[tokio::test]
async fn mistakes_are_told_and_nothing_is_recorded() {
    let client = Client::open(true).await;
    let before = client.received().await;
    let token = token(&client.get("/fr/contribuer").await.body);
    let long = "é".repeat(20_001);
    for text in ["", "   ", long.as_str()] {
        let answer = client.post("/fr/contribuer", &[("token", &token), ("text", text), ("author", "Anne")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("<a href=\"#text\">") && answer.body.contains("value=\"Anne\""));
        assert!(answer.body.contains(&format!("value=\"{token}\"")), "the token stays: sending again is the same form");
    }
    let answers = [
        (
            client.post("/fr/contribuer", &[("token", "x"), ("text", "bonjour")]).await,
            StatusCode::BAD_REQUEST,
            "Envoi incompris",
        ),
        (
            client.post("/fr/contribuer", &[("text", &"a".repeat(300_000))]).await,
            StatusCode::PAYLOAD_TOO_LARGE,
            "accepte\u{a0}: 20\u{202f}000 caractères",
        ),
        (client.post("/fr/themes", &[]).await, StatusCode::METHOD_NOT_ALLOWED, "Action impossible"),
    ];
    for (answer, status, words) in answers {
        assert_eq!(answer.status, status);
        assert!(answer.body.contains(words), "{words}");
    }
    assert_eq!(client.received().await, before);
}

#[tokio::test]
async fn a_form_from_elsewhere_is_refused() {
    let client = Client::open(true).await;
    let before = client.received().await;
    let token = token(&client.get("/fr/contribuer").await.body);
    let request = Request::post("/en/contribute")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "cross-site")
        .body(Body::from(encoded(&[("token", &token), ("text", "bonjour")])));
    let answer = client.send(request.unwrap()).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(answer.body.contains("Refused"));
    assert_eq!(client.received().await, before);
}

#[tokio::test]
async fn a_draft_is_found_again_and_sent_once() {
    let client = Client::open(true).await;
    let before = client.received().await;
    let token = token(&client.get("/fr/contribuer").await.body);
    let fields =
        [("token", token.as_str()), ("text", "La fib"), ("author", "Anne Le Goff, adjointe"), ("named", "yes")];
    let kept = client.post("/fr/brouillon", &fields).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER);
    let address = kept.header(header::LOCATION).to_owned();
    let page = client.get(&address).await;
    assert_eq!(
        (page.header(header::CACHE_CONTROL), page.headers["x-robots-tag"].to_str().unwrap()),
        ("no-store", "noindex")
    );
    assert!(page.body.contains("La fib</textarea>") && page.body.contains("value=\"Anne Le Goff, adjointe\""));
    assert!(page.body.contains("checked") && page.body.contains("Brouillon gardé"));
    assert_eq!(client.received().await, before, "nothing is published");
    assert!(!client.get("/fr/contributions").await.body.contains("La fib"));

    let sent = client.post("/fr/contribuer", &[("token", &token), ("text", "La fibre à Nouans")]).await;
    assert_eq!(client.received().await, before + 1);
    assert_eq!(
        client.get(&address).await.header(header::LOCATION),
        sent.header(header::LOCATION),
        "once sent, the receipt"
    );
    assert_eq!(client.post("/fr/brouillon", &[("token", "x"), ("text", "a")]).await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn an_author_changes_the_text_by_its_private_address_alone() {
    let client = Client::open(true).await;
    let token = token(&client.get("/fr/contribuer").await.body);
    let fields = [("token", token.as_str()), ("text", "La fibre"), ("author", "Anne Le Goff"), ("named", "yes")];
    client.post("/fr/contribuer", &fields).await;
    let (receipt, revise) = (format!("/fr/recepisse/{token}"), format!("/fr/modifier/{token}"));
    let number = public(&client.get(&receipt).await.body);
    assert!(client.get(&revise).await.body.contains("La fibre</textarea>"));
    let empty = client.post(&revise, &[("text", "  "), ("named", "yes")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);

    let changed = client.post(&revise, &[("text", "Le papier aussi")]).await;
    assert_eq!((changed.status, changed.header(header::LOCATION)), (StatusCode::SEE_OTHER, receipt.as_str()));
    let page = client.get(&number).await.body;
    assert!(page.contains("Le papier aussi") && !page.contains("La fibre"));
    assert!(!page.contains("Le Goff"), "the consent was taken back");
    assert!(client.get(&receipt).await.body.contains("Modifiée le"));
    assert!(client.get("/fr/recherche?q=papier+aussi").await.body.contains("Le papier aussi"));

    let strangers = ["1", "0192f0c0-0001-7000-8000-00000000ffff", "%27"];
    for key in strangers {
        for page in ["recepisse", "modifier", "brouillon"] {
            assert_eq!(client.get(&format!("/fr/{page}/{key}")).await.status, StatusCode::NOT_FOUND, "{page} {key}");
        }
        let refused = client.post(&format!("/fr/modifier/{key}"), &[("text", "à moi")]).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn when_collection_is_over_nothing_is_written_and_everything_is_readable() {
    let client = Client::closed().await;
    let token = "0192f0c0-0001-7000-8000-0000000000aa";
    for path in ["/fr/contribuer", "/fr/brouillon"] {
        let refused = client.post(path, &[("token", token), ("text", "La fibre")]).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{path}");
    }
    assert!(client.get("/fr/contribuer").await.body.contains("n’est pas ouvert"));
    assert_eq!(client.get("/fr/contributions").await.status, StatusCode::OK);
}

//! A second factor: made, shown, lost, taken away; and what is closed to who has not shown it.

use crate::client::Client;
use crate::fixture::{self, NOW};
use crate::people::signed;
use arobase_domain::Role;
use arobase_web::{AppState, Site, router};
use axum::http::{StatusCode, header};
use totp_rs::{Builder, Secret};

const PAGE: &str = "/fr/second-facteur";
const STAFF: &[Role] = &[Role::Mediator, Role::Administrator];

/// The code that a telephone with this secret shows, some steps from now.
fn code(secret: &str, steps: i64) -> String {
    let clock = Builder::new().with_secret(Secret::try_from_base32(secret).unwrap()).build().unwrap();
    clock.generate(u64::try_from(NOW / 1000 + 30 * steps).unwrap()).to_string()
}

async fn post(client: &Client, me: &str, step: &str, code: &str) -> crate::client::Answer {
    client.with(me, &format!("{PAGE}{step}"), Some(&[("code", code)])).await
}

/// The secret that the page shows to be copied.
async fn prepared(client: &Client, me: &str) -> String {
    client.with(me, &format!("{PAGE}/prepare"), Some(&[])).await;
    let page = client.with(me, PAGE, None).await.body;
    let (_, rest) = page.split_once("<code>").unwrap();
    rest.split('<').next().unwrap().replace(' ', "")
}

/// Turns a second factor on; its secret, and the recovery codes.
async fn enrolled(client: &Client, me: &str) -> (String, Vec<String>) {
    let secret = prepared(client, me).await;
    let answer = post(client, me, "/confirm", &code(&secret, -1)).await;
    assert_eq!((answer.status, answer.header(header::CACHE_CONTROL)), (StatusCode::OK, "no-store"));
    let codes = answer.body.split("<code>").skip(1).map(|rest| rest.split('<').next().unwrap().to_owned());
    (secret, codes.collect())
}

#[tokio::test]
async fn staff_are_asked_for_it_and_hold_it_from_then_on() {
    let client = Client::open(true).await;
    let (me, _) = signed(&client, "zoe", STAFF).await;
    assert!(client.with(&me, "/fr/mon-espace", None).await.body.contains("L’activer, en deux minutes"));
    assert_eq!(client.with(&me, "/fr/membres", None).await.status, StatusCode::OK, "asked, not required");
    let secret = prepared(&client, &me).await;
    assert_eq!(post(&client, &me, "/confirm", "000000").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(client.with(&me, "/fr/membres", None).await.status, StatusCode::OK, "nothing to show yet");
    let (again, codes) = enrolled(&client, &me).await;
    assert_ne!(secret, again, "prepared anew");
    assert_eq!(codes.len(), 10);
    assert_eq!(client.with(&me, "/fr/membres", None).await.status, StatusCode::OK, "shown in this session");
    assert!(client.with(&me, PAGE, None).await.body.contains("Il reste 10 codes"));
    let page = client.with(&me, PAGE, None).await.body;
    assert!(!page.contains(&again) && !page.contains(&codes[0]), "shown once");

    let (other, _) = signed(&client, "zoe", STAFF).await;
    let led = client.with(&other, "/fr/membres", None).await;
    assert_eq!((led.status, led.header(header::LOCATION)), (StatusCode::SEE_OTHER, PAGE));
    let refused = client.with(&other, "/fr/membres", Some(&[("email", "a@b.example")])).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(refused.body.contains("Second facteur demandé"));
    assert_eq!(client.with(&other, "/fr/mon-espace", None).await.status, StatusCode::OK, "one’s own is open");
    let kept = client.with(&other, &format!("{PAGE}/remove"), Some(&[])).await;
    assert_eq!(kept.status, StatusCode::FORBIDDEN, "not taken away by who cannot show it");
    assert_eq!(post(&client, &other, "", &code(&again, -1)).await.status, StatusCode::UNPROCESSABLE_ENTITY, "used");
    assert_eq!(post(&client, &other, "", &code(&again, 2)).await.status, StatusCode::UNPROCESSABLE_ENTITY, "too early");
    let right = post(&client, &other, "", &code(&again, 0)).await;
    assert_eq!(right.header(header::LOCATION), "/fr/mon-espace");
    assert_eq!(client.with(&other, "/fr/membres", None).await.status, StatusCode::OK);

    client.with(&other, &format!("{PAGE}/remove"), Some(&[])).await;
    let (third, _) = signed(&client, "zoe", STAFF).await;
    assert_eq!(client.with(&third, "/fr/membres", None).await.status, StatusCode::OK);
    let told = format!("{:?}", client.state.store.journal(1).await.unwrap().items);
    assert!(told.contains("factor.removed") && told.contains("factor.shown") && !told.contains(&again));
    assert!(client.state.store.verify_journal().await.is_ok());
}

#[tokio::test]
async fn a_recovery_code_stands_for_the_telephone_once() {
    let client = Client::open(true).await;
    let (me, _) = signed(&client, "zoe", STAFF).await;
    let (_, codes) = enrolled(&client, &me).await;
    let (lost, _) = signed(&client, "zoe", STAFF).await;
    let (bruno, _) = signed(&client, "bruno", STAFF).await;
    enrolled(&client, &bruno).await;
    let (bruno, _) = signed(&client, "bruno", STAFF).await;
    assert_eq!(post(&client, &bruno, "/recover", &codes[0]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "hers");
    assert_eq!(post(&client, &lost, "/recover", "ABCDE-FGH23").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let typed = codes[0].to_lowercase().replace('-', " ");
    assert_eq!(post(&client, &lost, "/recover", &typed).await.header(header::LOCATION), PAGE);
    assert!(client.with(&lost, PAGE, None).await.body.contains("Il reste 9 codes"));
    assert_eq!(client.with(&lost, "/fr/membres", None).await.status, StatusCode::OK);
    let (third, _) = signed(&client, "zoe", STAFF).await;
    assert_eq!(post(&client, &third, "/recover", &codes[0]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "once");
}

#[tokio::test]
async fn tries_are_few() {
    let client = Client::open(true).await;
    let (me, _) = signed(&client, "zoe", STAFF).await;
    let (secret, codes) = enrolled(&client, &me).await;
    let (other, _) = signed(&client, "zoe", STAFF).await;
    for step in ["", "/recover", "", "/recover", ""] {
        assert_eq!(post(&client, &other, step, "123").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let locked = post(&client, &other, "", &code(&secret, 0)).await;
    assert_eq!(locked.status, StatusCode::TOO_MANY_REQUESTS, "even the right one");
    assert!(locked.body.contains("Patientez un quart d’heure"));
    assert_eq!(post(&client, &other, "/recover", &codes[0]).await.status, StatusCode::TOO_MANY_REQUESTS);
    let (bruno, _) = signed(&client, "bruno", STAFF).await;
    enrolled(&client, &bruno).await;
    assert_eq!(client.with(&bruno, "/fr/membres", None).await.status, StatusCode::OK, "others are not locked out");
}

#[tokio::test]
async fn from_the_day_it_is_required_staff_make_one_first() {
    let folder = tempfile::tempdir().unwrap();
    for (from, open) in [(NOW, false), (NOW + 1, true)] {
        let place = folder.path().join(from.to_string());
        std::fs::create_dir(&place).unwrap();
        let parts = fixture::parts(&place, false, || NOW).await;
        let state = AppState::new(Site { second_factor_from: Some(from), ..parts }, fixture::edition());
        let client = Client::of(router(state.clone()), state);
        let (me, _) = signed(&client, "zoe", STAFF).await;
        let led = client.with(&me, "/fr/membres", None).await;
        assert_eq!((led.status == StatusCode::OK, led.header(header::LOCATION) == PAGE), (open, !open));
        assert_eq!(client.with(&me, PAGE, None).await.body.contains("demande désormais"), !open);
        let (anne, _) = signed(&client, "anne", &[Role::Contributor]).await;
        assert!(!client.with(&anne, PAGE, None).await.body.contains("demande désormais"), "who contributes is free");
        enrolled(&client, &me).await;
        assert_eq!(client.with(&me, "/fr/membres", None).await.status, StatusCode::OK);
    }
}

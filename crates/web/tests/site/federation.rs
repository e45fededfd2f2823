//! Coming in by someone who vouches for the person: what is believed, and what is not.

use crate::client::{Answer, Client};
use crate::issuer::{ADDRESS, Desk, Quirk, pairs};
use crate::people::{cookie, invite, key, letter};
use arobase_domain::Role;
use arobase_identity::oidc::Profile;
use axum::http::{StatusCode, header};

const MFA: [&str; 4] = ["eidas0-mfa", "eidas1-mfa", "eidas2", "eidas3"];

/// A site with a provider of this profile, where anne is a member.
async fn open(profile: Profile, acr: &[&str]) -> (Client, Desk) {
    let desk = Desk::open(profile);
    let client = Client::federated(desk.provider(profile, acr)).await;
    invite(&client, "anne", Role::Contributor).await;
    (client, desk)
}

/// Goes to the provider; the browser's cookie, and the path by which it comes back.
async fn departure(client: &Client, desk: &Desk, from: &str) -> (String, String) {
    let gone = client.get(from).await;
    assert_eq!((gone.status, gone.header(header::CACHE_CONTROL)), (StatusCode::SEE_OTHER, "no-store"));
    let back = desk.authorize(gone.header(header::LOCATION)).unwrap();
    (cookie(&gone), back.strip_prefix("http://congres.example").unwrap().to_owned())
}

async fn come(client: &Client, desk: &Desk) -> Answer {
    let (browser, back) = departure(client, desk, "/fr/connexion-externe").await;
    client.with(&browser, &back, None).await
}

/// The cookie of the session that an answer opens, if it opens one.
fn session(answer: &Answer) -> Option<String> {
    let set = answer.headers.get_all(header::SET_COOKIE).iter().map(|value| value.to_str().unwrap());
    let value = |set: &str| set.split(';').next().unwrap().to_owned();
    set.map(value).find(|pair| pair.starts_with("session=") && pair.len() > 40)
}

#[tokio::test]
async fn the_first_time_is_confirmed_by_mail_in_the_same_browser_and_the_others_are_not() {
    for profile in [Profile::Proconnect, Profile::Generic] {
        let (client, desk) = open(profile, &[]).await;
        let sign_in = client.get("/fr/connexion").await.body;
        assert!(sign_in.contains("href=\"/fr/connexion-externe\"") && sign_in.contains("avec ProConnect"));
        let first = come(&client, &desk).await;
        assert_eq!((first.status, session(&first)), (StatusCode::OK, None), "not on the address alone");
        assert!(first.body.contains("un lien vient de partir"));
        let link = letter(&client).await.unwrap();
        let opened = client.with(&cookie(&first), "/fr/entrer", Some(&[("key", key(&link))])).await;
        assert!(session(&opened).is_some());

        desk.set(|issuer| issuer.email = "another@nouans.example".into());
        let again = come(&client, &desk).await;
        assert_eq!(again.header(header::LOCATION), "/fr/mon-espace", "known by its identifier, whatever the address");
        let me = session(&again).unwrap();
        let space = client.with(&me, "/fr/mon-espace", None).await.body;
        assert!(space.contains("anne@nouans.example") && space.contains(", par ProConnect"), "{space}");
        assert_eq!(letter(&client).await, None);
        let untied = client.with(&me, "/fr/mon-espace/untie", Some(&[("issuer", ADDRESS)])).await;
        assert_eq!(untied.header(header::LOCATION), "/fr/mon-espace");
        assert_eq!(session(&come(&client, &desk).await), None, "untied, it opens nothing");
        let nothing = client.with(&me, "/fr/mon-espace/untie", Some(&[("issuer", ADDRESS)])).await;
        assert_eq!(nothing.status, StatusCode::NOT_FOUND);
        assert!(client.state.store.verify_journal().await.is_ok());
    }
}

#[tokio::test]
async fn a_link_opened_in_another_browser_ties_nothing() {
    let (client, desk) = open(Profile::Proconnect, &[]).await;
    let mallory = come(&client, &desk).await;
    assert!(mallory.body.contains("un lien vient de partir"));
    let link = letter(&client).await.unwrap();
    let anne = client.post("/fr/entrer", &[("key", key(&link))]).await;
    assert!(session(&anne).is_some(), "the link is good");
    assert_eq!(session(&come(&client, &desk).await), None, "whoever asked for it elsewhere is nobody still");
}

#[tokio::test]
async fn whoever_is_unknown_is_told_so_and_offered_the_link() {
    for (profile, quirk) in
        [(Profile::Proconnect, Quirk::None), (Profile::Generic, Quirk::Unverified), (Profile::Generic, Quirk::NoEmail)]
    {
        let (client, desk) = open(profile, &[]).await;
        let email = if quirk == Quirk::None { "zoe@nouans.example" } else { "anne@nouans.example" };
        desk.set(|issuer| (issuer.quirk, issuer.email) = (quirk, email.into()));
        let answer = come(&client, &desk).await;
        assert_eq!((answer.status, session(&answer)), (StatusCode::FORBIDDEN, None), "{quirk:?}");
        assert!(answer.body.contains("d’aucun membre") && answer.body.contains("Recevoir un lien"));
        assert_eq!(letter(&client).await, None, "{quirk:?}");
    }
    let (client, desk) = open(Profile::Proconnect, &[]).await;
    for _ in 0..3 {
        come(&client, &desk).await;
    }
    assert_eq!(come(&client, &desk).await.status, StatusCode::TOO_MANY_REQUESTS);
}

/// Ties anne, so that only what is wrong keeps her out.
async fn tied(profile: Profile, acr: &[&str]) -> (Client, Desk) {
    let (client, desk) = open(profile, acr).await;
    let first = come(&client, &desk).await;
    let link = letter(&client).await.unwrap();
    client.with(&cookie(&first), "/fr/entrer", Some(&[("key", key(&link))])).await;
    (client, desk)
}

#[tokio::test]
async fn what_does_not_hold_opens_nothing() {
    for profile in [Profile::Proconnect, Profile::Generic] {
        let (client, desk) = tied(profile, &MFA).await;
        for (quirk, status) in [
            (Quirk::None, StatusCode::SEE_OTHER),
            (Quirk::Signed, StatusCode::SEE_OTHER),
            (Quirk::SignedForAnother, StatusCode::BAD_GATEWAY),
            (Quirk::SignedElsewhere, StatusCode::BAD_GATEWAY),
            (Quirk::SignedByAnother, StatusCode::BAD_GATEWAY),
            (Quirk::OtherSubject, StatusCode::BAD_GATEWAY),
            (Quirk::WrongNonce, StatusCode::BAD_GATEWAY),
            (Quirk::WrongKey, StatusCode::BAD_GATEWAY),
            (Quirk::WrongAudience, StatusCode::BAD_GATEWAY),
            (Quirk::TwoAudiences, StatusCode::BAD_GATEWAY),
            (Quirk::WrongIssuer, StatusCode::BAD_GATEWAY),
            (Quirk::Expired, StatusCode::BAD_GATEWAY),
            (Quirk::Unsigned, StatusCode::BAD_GATEWAY),
            (Quirk::NoToken, StatusCode::BAD_GATEWAY),
            (Quirk::WeakLevel, StatusCode::FORBIDDEN),
            (Quirk::NoLevel, StatusCode::FORBIDDEN),
        ] {
            desk.set(|issuer| issuer.quirk = quirk);
            let answer = come(&client, &desk).await;
            assert_eq!(answer.status, status, "{quirk:?} {profile:?}");
            assert_eq!(session(&answer).is_some(), status == StatusCode::SEE_OTHER, "{quirk:?}");
            assert!(status == StatusCode::SEE_OTHER || answer.body.contains("/fr/connexion"), "the link is offered");
        }
    }
}

#[tokio::test]
async fn an_answer_serves_once_and_in_its_own_browser() {
    let (client, desk) = tied(Profile::Proconnect, &[]).await;
    let (browser, back) = departure(&client, &desk, "/en/sign-in-elsewhere").await;
    let (other, _) = departure(&client, &desk, "/fr/connexion-externe").await;
    let wrong = back.replace("state=", "state=0");
    for (cookie, path) in [
        ("", &back),
        (other.as_str(), &back),
        (browser.as_str(), &wrong),
        (browser.as_str(), &"/openid/back".to_owned()),
    ] {
        let answer = client.with(cookie, path, None).await;
        assert_eq!((answer.status, session(&answer)), (StatusCode::GONE, None), "{path}");
    }
    let entered = client.with(&browser, &back, None).await;
    assert_eq!(
        entered.header(header::LOCATION),
        "/en/my-space",
        "nothing of that used it up, and the language is kept"
    );
    assert_eq!(client.with(&browser, &back, None).await.status, StatusCode::GONE, "once");

    let (browser, back) = departure(&client, &desk, "/fr/connexion-externe").await;
    let state = back.split_once("state=").unwrap().1;
    let declined = client.with(&browser, &format!("/openid/back?error=access_denied&state={state}"), None).await;
    assert_eq!((declined.status, session(&declined)), (StatusCode::FORBIDDEN, None));
    assert!(declined.body.contains("abandonnée ou refusée"));
    let (browser, back) = departure(&client, &desk, "/fr/connexion-externe").await;
    let forged = client.with(&browser, &back.replace("code=code", "code=other"), None).await;
    assert_eq!((forged.status, session(&forged)), (StatusCode::BAD_GATEWAY, None));
}

#[tokio::test]
async fn proconnect_is_told_nothing_that_it_does_not_know() {
    let strict = Desk::open(Profile::Proconnect);
    for (profile, taken) in [(Profile::Proconnect, true), (Profile::Generic, false)] {
        let client = Client::federated(strict.provider(profile, &MFA)).await;
        let gone = client.get("/fr/connexion-externe").await;
        let answer = strict.authorize(gone.header(header::LOCATION));
        assert_eq!(answer.is_ok(), taken, "{answer:?}");
        let asked = pairs(gone.header(header::LOCATION).split_once('?').unwrap().1);
        let levels = asked.get("claims").or(asked.get("acr_values")).unwrap();
        assert!(MFA.iter().all(|level| levels.contains(level)), "{levels}");
        if taken {
            assert_eq!(
                levels,
                r#"{"id_token":{"acr":{"essential":true,"values":["eidas0-mfa","eidas1-mfa","eidas2","eidas3"]}}}"#
            );
        } else {
            assert!(answer.unwrap_err().starts_with("Y000400"));
        }
    }
}

#[tokio::test]
async fn a_provider_that_is_down_does_not_keep_people_out() {
    let (client, desk) = open(Profile::Proconnect, &[]).await;
    let (browser, back) = departure(&client, &desk, "/fr/connexion-externe").await;
    desk.set(|issuer| issuer.quirk = Quirk::Down);
    let lost = client.with(&browser, &back, None).await;
    assert_eq!(lost.status, StatusCode::BAD_GATEWAY);
    assert!(lost.body.contains("ne répond pas"));
    let other = Client::federated(desk.provider(Profile::Proconnect, &[])).await;
    invite(&other, "anne", Role::Contributor).await;
    let page = other.get("/fr/connexion-externe").await;
    assert_eq!(page.status, StatusCode::BAD_GATEWAY);
    assert!(page.body.contains("ne répond pas") && page.body.contains("name=\"email\""));
    other.post("/fr/connexion", &[("email", "anne@nouans.example")]).await;
    assert!(letter(&other).await.is_some());
    assert_eq!(Client::open(true).await.get("/fr/connexion-externe").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn signing_out_goes_on_to_the_provider() {
    let (client, desk) = tied(Profile::Proconnect, &[]).await;
    let me = session(&come(&client, &desk).await).unwrap();
    let out = client.with(&me, "/en/sign-out", Some(&[])).await;
    assert_eq!(out.status, StatusCode::OK);
    let there = out.header(header::REFRESH).strip_prefix("0; url=").unwrap();
    let (place, query) = there.split_once('?').unwrap();
    let asked = pairs(query);
    assert_eq!(place, format!("{ADDRESS}/session/end"));
    assert_eq!(asked["post_logout_redirect_uri"], "http://congres.example/openid/out");
    assert!(asked["id_token_hint"].matches('.').count() == 2 && asked["state"].len() >= 32);
    assert!(out.headers.get_all(header::SET_COOKIE).iter().any(|set| set.to_str().unwrap().contains("Max-Age=0")));
    assert_eq!(client.with(&me, "/fr/mon-espace", None).await.status, StatusCode::SEE_OTHER, "closed here at once");
    let back = client.get(&format!("/openid/out?state={}", asked["state"])).await;
    assert_eq!(back.header(header::LOCATION), "/en");

    let me = session(&come(&client, &desk).await).unwrap();
    desk.set(|issuer| issuer.quirk = Quirk::Down);
    let out = client.with(&me, "/fr/deconnexion", Some(&[])).await;
    assert!(
        out.status == StatusCode::OK || out.status == StatusCode::SEE_OTHER,
        "its provider down, one signs out here"
    );
    assert_eq!(client.with(&me, "/fr/mon-espace", None).await.status, StatusCode::SEE_OTHER);
}

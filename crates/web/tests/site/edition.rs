//! An edition set up and led in the site: what is saved is seen at once, by everyone, and nothing is written over silently.

use crate::client::{Client, token};
use crate::people::signed;
use arobase_domain::Role;
use axum::http::{StatusCode, header};

/// The fields of the form on a page, as a browser posts them when nobody touches them.
fn fields(page: &str) -> Vec<(String, String)> {
    let form = page.split_once("<form class=\"write settings\"").unwrap().1.split_once("</form>").unwrap().0;
    let value = |tag: &str, name: &str| {
        let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
        Some(rest.split('"').next()?.replace("&#39;", "'").replace("&#38;", "&"))
    };
    let inputs = form.split("<input").skip(1).filter_map(|tag| Some((value(tag, "name")?, value(tag, "value")?)));
    let zone = form.split("<option").find(|tag| tag.contains(" selected")).and_then(|tag| value(tag, "value"));
    inputs.chain(zone.map(|zone| ("zone".to_owned(), zone))).collect()
}

fn with<'a>(fields: &'a [(String, String)], changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = fields.iter().filter(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
    kept.map(|(name, value)| (name.as_str(), value.as_str())).chain(changes.iter().copied()).collect()
}

#[tokio::test]
async fn what_is_saved_is_seen_by_the_next_request() {
    let client = Client::open(true).await;
    let (boss, _) = signed(&client, "boss", &[Role::Administrator]).await;
    let page = client.with(&boss, "/fr/reglages", None).await;
    assert_eq!((page.status, page.header(header::CACHE_CONTROL)), (StatusCode::OK, "no-store"));
    let form = fields(&page.body);
    let changes = [("name", "Congrès de l’été"), ("fr-0", "Et <ensuite> ?"), ("text-max", "300")];
    let saved = client.with(&boss, "/fr/reglages", Some(&with(&form, &changes))).await;
    assert_eq!((saved.status, saved.header(header::LOCATION)), (StatusCode::SEE_OTHER, "/fr/reglages?saved=yes"));
    let home = client.get("/fr").await.body;
    assert!(home.contains("Congrès de l’été") && home.contains("Et &#60;ensuite&#62; ?"), "{home}");
    let form = client.get("/en/contribute").await.body;
    assert!(form.contains("maxlength=\"300\"") && form.contains("<li lang=\"fr\">Et "), "asked above the text");
    let entry = client.state.store.journal(1).await.unwrap().items.swap_remove(0).entry;
    assert_eq!(
        (entry.gesture.as_str(), entry.facts["changed"].as_str()),
        ("edition.changed", "name,questions,text_limit")
    );
}

#[tokio::test]
async fn all_mistakes_are_told_at_once_and_fields_are_kept() {
    let client = Client::open(true).await;
    let (boss, _) = signed(&client, "boss", &[Role::Administrator]).await;
    let form = fields(&client.with(&boss, "/fr/reglages", None).await.body);
    let changes = [("name", ""), ("motto", "Une devise"), ("collection-to", "31/02/2026"), ("text-max", "12")];
    let wrong = client.with(&boss, "/fr/reglages", Some(&with(&form, &changes))).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    for part in ["3 champs", "href=\"#name\"", "href=\"#collection-to\"", "href=\"#text-max\"", "value=\"Une devise\""]
    {
        assert!(wrong.body.contains(part), "{part}: {}", wrong.body);
    }
    assert!(!client.get("/fr").await.body.contains("Une devise"));
}

#[tokio::test]
async fn nobody_is_written_over_silently() {
    let client = Client::open(true).await;
    let (one, _) = signed(&client, "one", &[Role::Administrator]).await;
    let (other, _) = signed(&client, "other", &[Role::Administrator]).await;
    let form = fields(&client.with(&one, "/fr/reglages", None).await.body);
    let saved = client.with(&other, "/fr/reglages", Some(&with(&form, &[("name", "Le sien")]))).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let conflict = client.with(&one, "/fr/reglages", Some(&with(&form, &[("name", "Le mien")]))).await;
    assert_eq!(conflict.status, StatusCode::CONFLICT);
    assert!(conflict.body.contains("<td>Le mien</td><td>Le sien</td>"), "{}", conflict.body);
    assert!(client.get("/fr").await.body.contains("Le sien"), "nothing was written");
    let again = client.with(&one, "/fr/reglages", Some(&with(&fields(&conflict.body), &[]))).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
    assert!(client.get("/fr").await.body.contains("Le mien"), "knowing it, one may");
}

#[tokio::test]
async fn a_preview_is_seen_by_nobody_else_and_sends_nothing() {
    let client = Client::open(true).await;
    let (boss, _) = signed(&client, "boss", &[Role::Administrator]).await;
    let form = fields(&client.with(&boss, "/fr/reglages", None).await.body);
    for (shown, part) in [("home", "Voir le formulaire"), ("form", "<button class=\"action\" disabled>")] {
        let wanted = with(&form, &[("name", "Essai"), ("shown", shown)]);
        let seen = client.with(&boss, "/fr/apercu", Some(&wanted)).await;
        assert_eq!((seen.status, seen.header(header::CACHE_CONTROL)), (StatusCode::OK, "no-store"));
        assert!(seen.body.contains("Aperçu.") && seen.body.contains("<span class=\"name\">Essai</span>"));
        assert!(seen.body.contains(part) && seen.body.contains("name=\"name\" value=\"Essai\""), "{}", seen.body);
    }
    assert!(!client.get("/fr").await.body.contains("Essai"));
    let back = client.with(&boss, "/fr/reglages", Some(&with(&form, &[("name", "Essai"), ("again", "yes")]))).await;
    assert!(back.status == StatusCode::OK && back.body.contains("value=\"Essai\""));
    assert_eq!(client.with(&boss, "/fr/apercu", None).await.header(header::LOCATION), "/fr/reglages");
}

#[tokio::test]
async fn another_day_of_congress_moves_the_phases_by_one_button() {
    let client = Client::open(true).await;
    let (boss, _) = signed(&client, "boss", &[Role::Administrator]).await;
    let page = client.with(&boss, "/fr/calendrier?congress=2027-10-07", None).await.body;
    assert!(page.contains("Pour un congrès le 7\u{a0}octobre\u{a0}2027") && page.contains("Accepter ce calendrier"));
    let fields = [("congress", "2027-10-07"), ("version", "1")];
    let accepted = client.with(&boss, "/fr/calendrier", Some(&fields)).await;
    assert_eq!(accepted.header(header::LOCATION), "/fr/calendrier");
    assert!(client.get("/fr").await.body.contains("du 15\u{a0}août au 2\u{a0}octobre\u{a0}2027"));
    assert_eq!(client.with(&boss, "/fr/calendrier", Some(&fields)).await.status, StatusCode::CONFLICT);
    let past = [("congress", "2020-10-07"), ("version", "2")];
    assert_eq!(client.with(&boss, "/fr/calendrier", Some(&past)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_new_edition_is_prepared_behind_a_curtain_then_opens_the_site() {
    let client = Client::open(true).await;
    let (boss, _) = signed(&client, "boss", &[Role::Administrator]).await;
    let (stranger, _) = signed(&client, "stranger", &[Role::Administrator]).await;
    let page = client.with(&boss, "/fr/nouvelle-edition", None).await.body;
    let token = token(&page);
    let fields = [("token", token.as_str()), ("name", "Congrès 2027"), ("congress", "2027-10-07")];
    for _ in 0..2 {
        let made = client.with(&boss, "/fr/nouvelle-edition", Some(&fields)).await;
        assert_eq!((made.status, made.header(header::LOCATION)), (StatusCode::SEE_OTHER, "/2027/fr/calendrier"));
    }
    assert_eq!(client.state.store.standings().await.unwrap().len(), 2, "the same form twice is one edition");
    let planning = client.with(&boss, "/2027/fr/calendrier", None).await;
    assert!(planning.status == StatusCode::OK && planning.body.contains("href=\"/2027/fr/publication\""));

    let hidden = client.get("/2027/fr").await;
    assert!(hidden.body.contains("Bientôt") && !hidden.body.contains("Compte à rebours"), "{}", hidden.body);
    assert!(client.with(&stranger, "/2027/fr/themes", None).await.body.contains("Bientôt"), "of another edition");
    assert_eq!(client.with(&stranger, "/2027/fr/reglages", None).await.status, StatusCode::FORBIDDEN);
    let backstage = client.with(&boss, "/2027/fr", None).await;
    assert_eq!(backstage.header(header::CACHE_CONTROL), "no-store");
    assert!(
        backstage.body.contains("pas encore publiée") && backstage.body.contains("href=\"/2027/fr/contributions\"")
    );
    assert!(client.get("/fr").await.body.contains("Congrès des élus au numérique 2026"));

    let opened = client.with(&boss, "/2027/fr/publication", Some(&[])).await;
    assert_eq!((opened.status, opened.header(header::LOCATION)), (StatusCode::SEE_OTHER, "/2027/fr"));
    assert!(client.get("/fr").await.body.contains("Congrès 2027"), "the site opens on it");
    let former = client.get("/2026/fr/themes").await;
    assert!(
        former.body.contains("Vous lisez une édition passée") && !client.get("/2027/fr").await.body.contains("passée")
    );
    let list = client.get("/2026/fr/editions").await.body;
    assert!(list.contains("<code>/2027/fr</code>") && list.contains("href=\"/2026/fr\""));
    assert!(former.status == StatusCode::OK && former.body.contains("href=\"/2026/fr/themes/t01\""));
    assert_eq!(client.get("/2026/fr/themes/").await.header(header::LOCATION), "/2026/fr/themes");
    assert_eq!(client.get("/fr/themes/t01").await.status, StatusCode::NOT_FOUND, "the new one has none");
    assert!(client.get("/2026/data/run.json").await.body.contains("output_hash"));
    assert_eq!(client.get("/2026/fr/empreinte").await.body.matches(" A</td>").count(), 31);
    client.state.store.verify_journal().await.unwrap();
}

#[tokio::test]
async fn by_invitation_a_code_opens_the_form_or_an_account_does() {
    let client = Client::open(true).await;
    let (boss, _) = signed(&client, "boss", &[Role::Administrator]).await;
    let form = fields(&client.with(&boss, "/fr/reglages", None).await.body);
    let asked = with(&form, &[("invitation", "Nouans-2026")]);
    assert_eq!(client.with(&boss, "/fr/reglages", Some(&asked)).await.status, StatusCode::SEE_OTHER);
    let page = client.get("/fr/contribuer?invitation=NOUANS%202026").await.body;
    assert!(page.contains("sur invitation") && page.contains("value=\"NOUANS 2026\""), "{page}");
    let token = token(&page);
    let before = client.received().await;
    let sent = async |code: &str| {
        let fields = [("token", token.as_str()), ("text", "La fibre au bourg."), ("invitation", code)];
        client.post("/fr/contribuer", &fields).await
    };
    let refused = sent("Nouans-2025").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for part in ["href=\"#invitation\"", "La fibre au bourg.", "value=\"Nouans-2025\""] {
        assert!(refused.body.contains(part), "{part}: {}", refused.body);
    }
    assert_eq!(client.received().await, before);
    assert_eq!(sent("nouans 2026").await.status, StatusCode::SEE_OTHER);
    let known = client.with(&boss, "/fr/contribuer", None).await.body;
    assert!(!known.contains("id=\"invitation\""), "an account needs none");
    let fields = [("token", crate::client::token(&known)), ("text", "Un lieu ouvert le soir.".into())];
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    assert_eq!(client.with(&boss, "/fr/contribuer", Some(&fields)).await.status, StatusCode::SEE_OTHER);
    assert_eq!(client.received().await, before + 2);
}

#[tokio::test]
async fn wrong_codes_of_invitation_are_counted_by_where_they_come_from() {
    let client = Client::open(true).await;
    let (boss, _) = signed(&client, "boss", &[Role::Administrator]).await;
    let settings = fields(&client.with(&boss, "/fr/reglages", None).await.body);
    client.with(&boss, "/fr/reglages", Some(&with(&settings, &[("invitation", "Nouans-2026")]))).await;
    let form = token(&client.get("/fr/contribuer").await.body);
    let send = async |code: &'static str| {
        let fields =
            [("token", form.as_str()), ("text", "La fibre au bourg."), ("invitation", code), ("signer-1-name", "Zoé")];
        client.post("/fr/contribuer", &fields).await
    };
    for _ in 0..30 {
        assert_eq!(send("Nouans-2025").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let refused = send("Nouans-2026").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "the right one is not looked at either");
    for kept in ["La fibre au bourg.", "Zoé", "Nouans-2026", "Réessayez plus tard", "href=\"#invitation\""] {
        assert!(refused.body.contains(kept), "{kept}");
    }
}

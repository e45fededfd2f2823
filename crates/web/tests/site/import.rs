//! A file of contributions comes in by the site: chosen, looked at, tried, imported, once.

use crate::client::{Answer, Client};
use crate::people::signed;
use arobase_domain::Role;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use std::io::Write as _;

/// Every column of an export of Decidim, rows of every fate.
const PROPOSALS: &str = include_str!("../../../../e2e/files/proposals.csv");

async fn engineer(client: &Client) -> String {
    signed(client, "ines", &[Role::KnowledgeEngineer]).await.0
}

async fn send(client: &Client, cookie: &str, name: &str, bytes: &[u8]) -> Answer {
    let head = format!("--cut\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
    let body = [head.as_bytes(), bytes, b"\r\n--cut--\r\n"].concat();
    let request = Request::post("/fr/importer")
        .header(header::COOKIE, cookie)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=cut")
        .header("sec-fetch-site", "same-origin")
        .body(Body::from(body));
    client.send(request.unwrap()).await
}

/// Sends a file that is kept; where its columns are chosen.
async fn brought(client: &Client, cookie: &str, name: &str, bytes: &[u8]) -> String {
    let sent = send(client, cookie, name, bytes).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    sent.header(header::LOCATION).to_owned()
}

/// What a browser would send of the form of a page, nothing changed.
fn fields(html: &str) -> Vec<(String, String)> {
    let form = html.split("<form class=\"write\"").nth(1).unwrap().split("</form>").next().unwrap();
    let value = |tag: &str, name: &str| {
        let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
        Some(rest.split('"').next()?.replace("&#39;", "'").replace("&#38;", "&"))
    };
    let mut fields = Vec::new();
    for tag in form.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap();
        let ticked = !tag.contains("type=\"checkbox\"") || tag.contains(" checked");
        if let Some(name) = value(tag, "name").filter(|_| ticked && !tag.starts_with("option")) {
            fields.push((name, value(tag, "value").unwrap_or_default()));
        } else if tag.starts_with("option") && tag.contains(" selected") {
            fields.last_mut().unwrap().1 = value(tag, "value").unwrap();
        }
    }
    fields
}

fn borrowed(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

/// Chooses what is proposed, with these fields besides; where the report is.
async fn tried(client: &Client, cookie: &str, at: &str, more: &[(&str, &str)]) -> String {
    let page = client.with(cookie, at, None).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    let proposed = fields(&page.body);
    let kept = proposed.iter().filter(|(name, _)| !more.iter().any(|(other, _)| other == name));
    let all: Vec<(String, String)> =
        kept.cloned().chain(more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))).collect();
    let answer = client.with(cookie, at, Some(&borrowed(&all))).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    answer.header(header::LOCATION).to_owned()
}

/// The figures of a report, in the order of the page.
fn figures(html: &str) -> Vec<String> {
    let facts = html.split("<dl class=\"facts\">").nth(1).unwrap().split("</dl>").next().unwrap();
    facts.split("<dd>").skip(1).map(|rest| rest.split("</dd>").next().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_decidim_export_comes_in_once() {
    let client = Client::open(true).await;
    let cookie = engineer(&client).await;
    let before = client.received().await;
    let at = brought(&client, &cookie, "C:\\export\\proposals.csv", PROPOSALS.as_bytes()).await;
    let page = client.with(&cookie, &at, None).await;
    assert_eq!(page.header(header::CACHE_CONTROL), "no-store");
    assert!(
        page.body.contains("proposals.csv\u{a0}: export reconnu, propositions Decidim, 12 lignes."),
        "{}",
        page.body
    );
    assert!(page.body.contains("value=\"decidim:participer.exemple.fr\""));
    assert!(page.body.contains("<option value=\"=\" selected>title/fr, sinon title/en</option>"));

    let report = tried(&client, &cookie, &at, &[]).await;
    let trial = client.with(&cookie, &report, None).await.body;
    assert_eq!(figures(&trial)[..5], ["12", "9 (dont 1 changée)", "0", "1", "2"], "{trial}");
    assert!(trial.contains("Importer 9 contributions") && trial.contains("un jour de septembre"));
    assert_eq!(client.received().await, before, "a trial keeps nothing");

    for _ in 0..2 {
        let imported = client.with(&cookie, &report, Some(&[])).await;
        assert_eq!((imported.status, imported.header(header::LOCATION)), (StatusCode::SEE_OTHER, report.as_str()));
    }
    assert_eq!(client.received().await, before + 9);
    let done = client.with(&cookie, &report, None).await.body;
    assert_eq!(figures(&done)[1..6], ["12", "9 (dont 1 changée)", "0", "1", "2"], "{done}");
    assert!(done.contains("9 contributions sont entrées."));
    let first = client.get(&format!("/fr/contributions/{}", before + 1)).await.body;
    assert!(first.contains("guichet numérique le samedi") && !first.contains("Anne Morvan"), "nobody is named");
    let table = client.with(&cookie, &report.replace("rapport-d-import", "lignes-d-import"), None).await;
    assert!(table.header(header::CONTENT_TYPE).starts_with("text/csv"));
    let told: Vec<&str> = table.body.lines().map(|line| line.split(',').nth(3).unwrap()).collect();
    assert_eq!(told, ["fate", "taken", "refused", "empty", "refused"], "{}", table.body);

    let entry = client.state.store.journal(1).await.unwrap().items.swap_remove(0).entry;
    assert_eq!((entry.gesture.as_str(), entry.facts["count"].as_str()), ("contributions.imported", "9"));
    assert!(entry.facts.contains_key("by") && !format!("{:?}", entry.facts).contains("ines"));

    let at = brought(&client, &cookie, "proposals.csv", PROPOSALS.as_bytes()).await;
    let report = tried(&client, &cookie, &at, &[]).await;
    let trial = client.with(&cookie, &report, None).await.body;
    assert_eq!(figures(&trial)[..5], ["12", "0", "9", "1", "2"], "{trial}");
    assert!(!trial.contains("class=\"action\">Importer"), "there is nothing to import");
    client.with(&cookie, &report, Some(&[])).await;
    assert_eq!(client.received().await, before + 9, "nothing doubled");
}

#[tokio::test]
async fn a_table_without_known_names_and_names_shown_with_consent() {
    let client = Client::open(true).await;
    let cookie = engineer(&client).await;
    let before = client.received().await;
    let file = "jour;qui;quoi\n14/09/2026;Jean Bon;Il faut garder le papier dans chaque mairie\n15/09/2026;Ada Morel;La fibre partout, même chez nous\n";
    let at = brought(&client, &cookie, "papier.csv", file.as_bytes()).await;
    let page = client.with(&cookie, &at, None).await.body;
    assert!(page.contains("celle qui a les plus longues cellules est proposée"), "{page}");
    let none = client.with(&cookie, &at, Some(&[("columns", "1")])).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(none.body.contains("Cochez au moins une colonne"));
    let more = [("author", "qui"), ("date", "jour"), ("as", "paper"), ("source", "mairie"), ("named", "1")];
    let report = tried(&client, &cookie, &at, &more).await;
    assert!(client.with(&cookie, &report, None).await.body.contains("affichés, avec leur accord"));
    client.with(&cookie, &report, Some(&[])).await;
    assert_eq!(client.received().await, before + 2);
    let page = client.get(&format!("/fr/contributions/{}", before + 1)).await.body;
    assert!(page.contains("garder le papier") && page.contains("Jean Bon") && page.contains("papier"), "{page}");

    let at = brought(&client, &cookie, "papier.csv", file.replace("partout", "ici").as_bytes()).await;
    let changed = [("author", "qui"), ("source", "mairie"), ("date", "jour")];
    let report = tried(&client, &cookie, &at, &changed).await;
    assert_eq!(
        figures(&client.with(&cookie, &report, None).await.body)[1..3],
        ["1", "1"],
        "no identifier: a text changed is another"
    );
}

fn workbook_bomb() -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    zip.start_file("xl/workbook.xml", options).unwrap();
    zip.start_file("xl/sharedStrings.xml", options).unwrap();
    let zeros = vec![b'a'; 1 << 20];
    for _ in 0..101 {
        zip.write_all(&zeros).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[tokio::test]
async fn what_cannot_be_read_is_told_and_not_kept() {
    let client = Client::open(true).await;
    let cookie = engineer(&client).await;
    let rows = "texte\n".to_owned() + &"La fibre\n".repeat(100_001);
    let cases: [(&str, &[u8], &str); 6] = [
        ("vide.csv", b"", "est vide"),
        ("page.pdf", b"%PDF-1.7 ...", "est un PDF"),
        ("noms.csv", b"texte;auteur\n", "aucune ligne sous les noms"),
        ("", b"", "Choisissez un fichier"),
        ("bombe.xlsx", &workbook_bomb(), "une fois décompressé"),
        ("long.csv", rows.as_bytes(), "plus de 100000 lignes"),
    ];
    for (name, bytes, told) in cases {
        let answer = send(&client, &cookie, name, bytes).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(answer.body.contains(told) && answer.body.contains("aria-invalid"), "{name}: {}", answer.body);
        assert!(!answer.body.contains("/tmp/"), "{name}: only its own name");
    }
    let large = send(&client, &cookie, "large.csv", &vec![b'a'; 33_000_000]).await;
    assert_eq!(large.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(large.body.contains("dépasse 32\u{a0}Mo"), "{}", large.body);
    assert!(!large.body.contains("id=\"waiting\""), "nothing was kept");
}

#[tokio::test]
async fn a_file_is_given_up_and_unknown_ones_are_not_found() {
    let client = Client::open(true).await;
    let cookie = engineer(&client).await;
    let at = brought(&client, &cookie, "a.csv", b"texte\nLa fibre\n").await;
    assert!(client.with(&cookie, "/fr/importer", None).await.body.contains(&at));
    let id = at.rsplit('/').next().unwrap();
    let untried = client.with(&cookie, &format!("/fr/rapport-d-import/{id}"), Some(&[])).await;
    assert_eq!(untried.header(header::LOCATION), at, "not without a trial");
    let given_up = client.with(&cookie, &format!("/fr/abandonner-un-import/{id}"), Some(&[])).await;
    assert_eq!(given_up.header(header::LOCATION), "/fr/importer");
    for path in ["importer", "rapport-d-import", "lignes-d-import"] {
        assert_eq!(client.with(&cookie, &format!("/fr/{path}/{id}"), None).await.status, StatusCode::NOT_FOUND);
    }
    assert!(client.state.store.verify_journal().await.is_ok());
    let elsewhere = Request::post("/fr/importer")
        .header(header::COOKIE, &cookie)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=cut")
        .header("sec-fetch-site", "cross-site")
        .body(Body::from("--cut--\r\n"));
    assert_eq!(client.send(elsewhere.unwrap()).await.status, StatusCode::FORBIDDEN, "a form from elsewhere");
}

#[tokio::test]
async fn messages_are_checked_before_they_count() {
    const BOX: &str = "From anne@nouans.example Mon Sep 14 10:32:05 2026\nFrom: Anne Morvan <anne@nouans.example>\nSubject: Re: La fibre\nDate: Mon, 14 Sep 2026 10:32:05 +0200\nMessage-ID: <a1@x>\n\nIl faut la fibre.\n\nCordialement,\nAnne\n\nFrom b@x.example Mon Sep 14 10:32:05 2026\nFrom: b@x.example\nSubject: Promo\nDate: Mon, 14 Sep 2026 11:32:05 +0200\nMessage-ID: <b2@x>\n\nAchetez mes bottes.\n";
    let client = Client::open(true).await;
    let cookie = engineer(&client).await;
    let before = client.received().await;
    for round in 0..2 {
        let at = brought(&client, &cookie, "courrier.mbox", BOX.as_bytes()).await;
        let report = tried(&client, &cookie, &at, &[]).await;
        let trial = client.with(&cookie, &report, None).await.body;
        assert_eq!(trial.contains("Mettre 2 messages à vérifier"), round == 0, "{trial}");
        client.with(&cookie, &report, Some(&[])).await;
    }
    assert_eq!(client.received().await, before, "nothing is counted yet");
    let waiting = client.with(&cookie, "/fr/messages-a-verifier", None).await.body;
    assert!(waiting.contains("2 messages attendent") && waiting.contains("anne@nouans.example"), "{waiting}");
    let button = |html: &str, name: &str| {
        let (_, rest) = html.split_once(&format!("name=\"{name}\" value=\"")).unwrap();
        rest.split('"').next().unwrap().to_owned()
    };
    let first = button(&waiting, "keep");
    for _ in 0..2 {
        client.with(&cookie, "/fr/messages-a-verifier", Some(&[("keep", &first)])).await;
    }
    assert_eq!(client.received().await, before + 1, "once");
    let page = client.get(&format!("/fr/contributions/{}", before + 1)).await.body;
    assert!(page.contains("Il faut la fibre.") && !page.contains("anne@nouans") && !page.contains("Cordialement"));
    let waiting = client.with(&cookie, "/fr/messages-a-verifier", None).await.body;
    client.with(&cookie, "/fr/messages-a-verifier", Some(&[("put_aside", &button(&waiting, "put_aside"))])).await;
    let waiting = client.with(&cookie, "/fr/messages-a-verifier", None).await.body;
    assert!(waiting.contains("Aucun message n’attend."));
    let aside = client.with(&cookie, "/fr/messages-a-verifier?aside=1", None).await.body;
    assert!(aside.contains("Achetez mes bottes.") && aside.contains("name=\"keep\""));
    assert_eq!(client.received().await, before + 1);
    assert!(client.state.store.verify_journal().await.is_ok());
}

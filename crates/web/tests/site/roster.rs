//! From a file of people to someone who comes in by the code of a letter, or stops the letters.

use crate::client::{Answer, Client};
use crate::fixture::NOW;
use crate::people::{letter, signed};
use arobase_domain::{MemberId, Role};
use arobase_identity::Code;
use arobase_store::NewCode;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};

const FILE: &str = "Nom de l'élu;Prénom de l'élu;Date de naissance;Code sexe;Libellé de la fonction;Code de la commune;Libellé de la commune;Courriel;Adresse;Code postal;Ville\n\
    MOREL;Ada;01/02/1970;F;Maire;72222;Nouans;ada@nouans.example;;;\n\
    BON;Jean;03/04/1960;M;adjoint;;Saint-Martin;;1 rue Haute;32300;Saint-Martin\n\
    Morel;Ada;01/02/1970;F;;72222;Nouans;;;;\n\
    ;;;;;;;;;;\n\
    PETIT;Zoé;;;;;Nouans;zoe@;;;\n";

async fn upload(client: &Client, cookie: &str, name: &str, content: &str) -> Answer {
    let body = format!(
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: text/csv\r\n\r\n{content}\r\n--b--\r\n"
    );
    let request = Request::post("/fr/fichier-des-membres")
        .header(header::COOKIE, cookie)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=b");
    client.send(request.body(Body::from(body)).unwrap()).await
}

#[tokio::test]
async fn a_roster_is_read_checked_and_imported_once() {
    let client = Client::open(false).await;
    let (boss, _) = signed(&client, "boss", &[Role::Administrator]).await;
    assert_eq!(client.with(&boss, "/fr/fichier-des-membres", None).await.status, StatusCode::OK);
    for (content, words) in
        [("", "Choisissez un fichier"), ("texte\nLa fibre\n", "de qui il s’agit"), ("%PDF-1.7", "PDF")]
    {
        let refused = upload(&client, &boss, "élus.csv", content).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains(words), "{words}");
    }
    let read = upload(&client, &boss, "élus.csv", FILE).await;
    assert_eq!(read.status, StatusCode::SEE_OTHER, "{}", read.body);
    let at = read.header(header::LOCATION).to_owned();
    let page = client.with(&boss, &at, None).await.body;
    for words in
        ["Date de naissance, Code sexe", "Nouans (72)", "Saint-Martin", "le courriel est mal écrit", "par lettre"]
    {
        assert!(page.contains(words), "{words}\n{page}");
    }
    assert!(!page.contains("1970"), "a birth date went no further than the file");
    let choice = [("line-3", "32389"), ("then", "choose")];
    assert_eq!(client.with(&boss, &at, Some(&choice)).await.status, StatusCode::SEE_OTHER);
    let page = client.with(&boss, &at, None).await.body;
    assert!(page.contains("Saint-Martin (32)") && !page.contains("name=\"line-3\""));
    for _ in 0..2 {
        client.with(&boss, &at, Some(&[("then", "import")])).await;
        let page = client.with(&boss, &at, None).await.body;
        assert!(
            page.contains(
                "« élus.csv » est importé".replace(' ', "\u{a0}").replace("\u{a0}est\u{a0}", " est ").as_str()
            ),
            "{page}"
        );
        assert!(page.contains("<dt>Nouveaux membres</dt><dd>4</dd>"), "{page}");
    }
    let twins = client.with(&boss, "/fr/doublons", None).await.body;
    let side =
        |name: &str| twins.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap().split('"').next().unwrap();
    let (one, other) = (side("one").to_owned(), side("other").to_owned());
    for _ in 0..2 {
        let said = [("one", one.as_str()), ("other", other.as_str()), ("said", "merge")];
        assert_eq!(client.with(&boss, "/fr/doublons", Some(&said)).await.status, StatusCode::SEE_OTHER);
    }
    assert!(client.with(&boss, "/fr/doublons", None).await.body.contains("Aucun doublon"));
    let list = client.with(&boss, "/fr/membres", None).await.body;
    assert_eq!(list.matches("Morel").count() + list.matches("MOREL").count(), 1);
    assert!(client.state.store.verify_journal().await.is_ok());
}

#[tokio::test]
async fn everyone_is_invited_once_and_one_click_stops_the_letters() {
    let client = Client::open(false).await;
    let (boss, _) = signed(&client, "boss", &[Role::Administrator]).await;
    let read = upload(&client, &boss, "élus.csv", FILE).await;
    client.with(&boss, read.header(header::LOCATION), Some(&[("then", "import")])).await;
    while letter(&client).await.is_some() {}
    let page = client.with(&boss, "/fr/invitations", None).await.body;
    assert!(page.contains("1 membre qui a un courriel n’est pas encore invité"), "{page}");
    for _ in 0..2 {
        client.with(&boss, "/fr/invitations", Some(&[("role", "")])).await;
    }
    let sent = client.state.store.next_letter(crate::people::PATIENCE, NOW).await.unwrap().unwrap();
    assert_eq!(sent.letter.to.as_str(), "ada@nouans.example");
    assert!(client.state.store.next_letter(crate::people::PATIENCE, NOW).await.unwrap().is_none(), "once");
    let stop = sent.letter.stop.unwrap();
    assert!(sent.letter.body.contains(&stop), "in the letter too");
    let stop = stop.strip_prefix("http://congres.example").unwrap().to_owned();
    assert!(client.get(&stop).await.body.contains("Ne plus recevoir"), "looking stops nothing");
    let member = MemberId::new(client.state.key.stopped(stop.split_once("key=").unwrap().1).unwrap());
    assert!(!client.state.store.wants_no_letters(&member).await.unwrap());
    for _ in 0..2 {
        let stopped = client.post(&stop, &[("List-Unsubscribe", "One-Click")]).await;
        assert_eq!(stopped.status, StatusCode::OK, "no session, no redirection");
        assert!(stopped.body.contains("C’est fait"));
    }
    assert!(client.state.store.wants_no_letters(&member).await.unwrap());
    let fields =
        [("token", "0192f0c0-0001-7000-8000-0000000000ff"), ("email", "ada@nouans.example"), ("role", "juror")];
    client.with(&boss, "/fr/membres", Some(&fields)).await;
    assert_eq!(letter(&client).await, None, "not even by hand");
    client.post("/fr/connexion", &[("email", "ada@nouans.example")]).await;
    assert!(letter(&client).await.is_some(), "but the link that she asks for");
    let again = client.send(Request::post(&stop).body(Body::from("resume=yes")).unwrap()).await;
    assert!(again.body.contains("de nouveau vous arriver"));
    assert!(!client.state.store.wants_no_letters(&member).await.unwrap());
    let forged = format!("{}0", &stop[..stop.len() - 1]);
    assert_eq!(client.post(&forged, &[]).await.status, StatusCode::GONE);
}

#[tokio::test]
async fn the_code_of_a_letter_opens_a_session() {
    let client = Client::open(false).await;
    let (_, _) = signed(&client, "ada", &[Role::Contributor]).await;
    let (store, edition) = (&client.state.store, &client.state.edition.id);
    let ada = store.member_at(&"ada@nouans.example".parse().unwrap()).await.unwrap().unwrap();
    let code = Code::new([9; 32]);
    let new = NewCode { member: ada.clone(), digest: client.state.key.code(&code) };
    store.make_codes(edition, vec![new], &ada, NOW).await.unwrap();
    let page = client.get(&format!("/fr/code?code={}", code.reveal())).await;
    assert!(page.body.contains(&format!("value=\"{}\"", code.reveal())) && page.header(header::SET_COOKIE).is_empty());
    assert_eq!(page.header(header::CACHE_CONTROL), "no-store");
    for wrong in ["", "ABCDE-FGHJK", &code.reveal()[1..]] {
        let told = client.post("/fr/code", &[("code", wrong)]).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(told.body.contains("mal recopié"));
    }
    for typed in [code.reveal(), code.reveal().to_lowercase().replace('-', " ")] {
        let opened = client.post("/fr/code", &[("code", &typed)]).await;
        assert_eq!((opened.status, opened.header(header::LOCATION)), (StatusCode::SEE_OTHER, "/fr/mon-espace"));
        let cookie = opened.header(header::SET_COOKIE).split(';').next().unwrap().to_owned();
        assert!(client.with(&cookie, "/fr/mon-espace", None).await.body.contains("ada@nouans.example"));
    }
    let mut told = Vec::new();
    for seed in 33..46_u8 {
        let mut bytes = [9; 32];
        bytes[16] = seed; // the beginning of the right code, another end
        told.push(client.post("/fr/code", &[("code", &Code::new(bytes).reveal())]).await.status);
    }
    assert_eq!(told[..10], [StatusCode::UNPROCESSABLE_ENTITY; 10]);
    assert_eq!(told[10..], [StatusCode::TOO_MANY_REQUESTS; 3]);
    let closed = Client::closed().await;
    assert_eq!(closed.post("/fr/code", &[("code", &code.reveal())]).await.status, StatusCode::GONE);
}

#[tokio::test]
async fn one_follows_what_one_sent_and_nobody_else_can() {
    let client = Client::open(true).await;
    let (ada, _) = signed(&client, "ada", &[Role::Contributor]).await;
    let (bruno, _) = signed(&client, "bruno", &[Role::Administrator]).await;
    let token = "0192f0c0-0001-7000-8000-0000000000fe";
    let fields = [("token", token), ("text", "Il faut garder un accueil en mairie.")];
    let sent = client.with(&ada, "/fr/contribuer", Some(&fields)).await;
    let receipt = sent.header(header::LOCATION).to_owned();
    assert!(client.with(&ada, &receipt, None).await.body.contains("Suivre cette contribution"));
    assert!(client.get(&receipt).await.body.contains("Se connecter pour la suivre"));
    let state = &client.state;
    let figures = state.store.invitation_figures(&state.edition.id).await.unwrap();
    assert_eq!(figures.answered, 1, "known to have answered, whatever she follows");
    let follow = format!("/fr/suivre/{token}");
    assert_eq!(client.with(&ada, "/fr/suivre/unknown", Some(&[])).await.status, StatusCode::NOT_FOUND);
    for who in [&ada, &bruno] {
        let followed = client.with(who, &follow, Some(&[])).await;
        assert_eq!(followed.header(header::LOCATION), "/fr/mes-contributions");
    }
    let number = client.received().await;
    let title = format!("Contribution n°\u{a0}{number}");
    assert!(client.with(&ada, "/fr/mes-contributions", None).await.body.contains(&title));
    assert!(
        !client.with(&bruno, "/fr/mes-contributions", None).await.body.contains(&title),
        "not even an administrator"
    );
    assert!(!client.get(&format!("/fr/contributions/{number}")).await.body.contains("ada"));
    client.with(&bruno, "/fr/mes-contributions", Some(&[("leave", &number.to_string())])).await;
    for rhythm in ["weekly", "daily", "never", "weekly"] {
        client.with(&ada, "/fr/mes-contributions", Some(&[("rhythm", rhythm)])).await;
        let page = client.with(&ada, "/fr/mes-contributions", None).await.body;
        assert!(page.contains(&format!("value=\"{rhythm}\" checked")) && page.contains(&title));
    }
    let wrong = client.with(&ada, "/fr/mes-contributions", Some(&[("rhythm", "hourly")])).await;
    assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
    client.with(&ada, "/fr/mes-contributions", Some(&[("leave", &number.to_string())])).await;
    assert!(!client.with(&ada, "/fr/mes-contributions", None).await.body.contains(&title));
    let journal = format!("{:?}", state.store.journal(1).await.unwrap().items);
    assert!(journal.contains("contribution.followed") && state.store.verify_journal().await.is_ok());
}

#[tokio::test]
async fn letters_are_printed_with_codes_that_open() {
    let client = Client::open(false).await;
    let (boss, _) = signed(&client, "boss", &[Role::Administrator]).await;
    let read = upload(&client, &boss, "élus.csv", FILE).await;
    client.with(&boss, read.header(header::LOCATION), Some(&[("then", "import")])).await;
    let printed = client.with(&boss, "/fr/membres/lettres.pdf", Some(&[])).await;
    assert_eq!((printed.status, printed.header(header::CONTENT_TYPE)), (StatusCode::OK, "application/pdf"));
    assert!(printed.body.starts_with("%PDF-") && printed.header(header::CACHE_CONTROL) == "no-store");
    let again = client.with(&boss, "/fr/membres/lettres.pdf", Some(&[])).await;
    assert_eq!(again.header(header::LOCATION), "/fr/invitations", "everyone has their letter");
    let (store, edition) = (&client.state.store, &client.state.edition.id);
    let unused = store.letters_unused(edition).await.unwrap();
    assert_eq!(unused.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Jean BON"]);
    let page = format!("/fr/membres/{}", unused[0].id);
    assert!(client.with(&boss, &page, None).await.body.contains("Mettre fin à ce code"));
    client.with(&boss, &format!("{page}/code"), Some(&[])).await;
    assert!(store.letters_unused(edition).await.unwrap().is_empty());
    let one = [("member", unused[0].id.as_str())];
    assert_eq!(client.with(&boss, "/fr/membres/lettres.pdf", Some(&one)).await.status, StatusCode::OK);
    assert_eq!(store.letters_unused(edition).await.unwrap().len(), 1, "made again");
    let nobody = client.with(&boss, "/fr/membres/lettres.pdf", Some(&[("member", "0192")])).await;
    assert_eq!(nobody.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn reminders_are_planned_and_dropped() {
    let client = Client::open(false).await;
    let (boss, _) = signed(&client, "boss", &[Role::Administrator]).await;
    let page = client.with(&boss, "/fr/rappels", None).await.body;
    let token = crate::client::token(&page);
    for _ in 0..2 {
        client.with(&boss, "/fr/rappels", Some(&[("token", token.as_str()), ("plan", "usual")])).await;
    }
    let page = client.with(&boss, "/fr/rappels", None).await.body;
    assert_eq!(page.matches("name=\"drop\"").count(), 2, "{page}");
    assert!(!page.contains("value=\"usual\""), "planned already");
    let wrong = client.with(&boss, "/fr/rappels", Some(&[("token", token.as_str()), ("day", "2020-01-01")])).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let id = page.split("name=\"drop\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    client.with(&boss, "/fr/rappels", Some(&[("drop", id.as_str())])).await;
    let page = client.with(&boss, "/fr/rappels", None).await.body;
    assert_eq!((page.matches("name=\"drop\"").count(), page.contains("value=\"usual\"")), (1, true));
}

#[tokio::test]
async fn whoever_signs_in_comes_to_the_page_they_wanted() {
    let client = Client::open(false).await;
    let (boss, _) = signed(&client, "boss", &[Role::Administrator]).await;
    let refused = client.get("/fr/membres?page=2").await;
    assert_eq!(refused.header(header::LOCATION), "/fr/connexion");
    let wanted = refused.header(header::SET_COOKIE).split(';').next().unwrap().to_owned();
    assert_eq!(wanted, "wanted=/fr/membres?page=2");
    let led = client.with(&format!("{boss}; {wanted}"), "/fr/mon-espace", None).await;
    assert_eq!(led.header(header::LOCATION), "/fr/membres?page=2");
    assert!(led.header(header::SET_COOKIE).starts_with("wanted=;"), "once");
    let astray = client.with(&format!("{boss}; wanted=//evil.example"), "/fr/mon-espace", None).await;
    assert_eq!(astray.status, StatusCode::OK);
}

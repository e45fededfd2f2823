//! The motion handed over: by spokespersons alone, told to everyone once it is published, recognised by who brings a project.

use crate::client::Client;
use crate::fixture::{DAY, NOW};
use crate::people::signed;
use arobase_domain::motion::{Motion, Shape, start};
use arobase_domain::{Edition, MemberId, Phase, PhaseKind, Role};
use arobase_store::NewState;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use std::io::Read as _;
use tower::ServiceExt as _;

const STAFF: [&str; 3] = ["/fr/destinataires", "/en/hand-overs", "/fr/relances"];

/// A frozen version of the motion, published or not.
async fn frozen(client: &Client, published: bool) -> Motion {
    let (store, id) = (&client.state.store, &client.state.edition.id);
    let analysis = store.analysis(id).await.unwrap().unwrap();
    let motion = start(&analysis, Shape::Axes, "Motion 2026");
    let state = NewState { after: 0, gesture: None, motion: &motion, by: "m", at: NOW };
    assert_eq!(store.keep_motion(id, state).await.unwrap(), Some(1));
    assert_eq!(store.freeze_motion(id, (1, ""), ("m", NOW)).await.unwrap(), Some(1));
    if published {
        assert!(store.publish_motion(id, 1, ("m", NOW)).await.unwrap());
    }
    motion
}

/// The value of the first field of this name.
fn value(html: &str, name: &str) -> String {
    let (_, rest) = html.split_once(&format!("name=\"{name}\" value=\"")).unwrap();
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn only_spokespersons_see_who_is_written_to() {
    let client = Client::open(true).await;
    let (mayor, _) = signed(&client, "anne", &[Role::Contributor, Role::KnowledgeEngineer]).await;
    for page in STAFF {
        assert_eq!(client.get(page).await.status, StatusCode::SEE_OTHER, "{page}");
        assert_eq!(client.with(&mayor, page, None).await.status, StatusCode::FORBIDDEN, "{page}");
        assert_eq!(client.post(page, &[]).await.status, StatusCode::UNAUTHORIZED, "{page}");
    }
    let (voice, _) = signed(&client, "paul", &[Role::Spokesperson]).await;
    for page in STAFF {
        let answer = client.with(&voice, page, None).await;
        assert_eq!((answer.status, answer.header(header::CACHE_CONTROL)), (StatusCode::OK, "no-store"), "{page}");
    }
    assert!(client.get("/fr/suites").await.body.contains("pas encore publiée"));
}

#[tokio::test]
async fn a_hand_over_an_answer_and_its_correction_are_told() {
    let client = Client::open(true).await;
    let motion = frozen(&client, true).await;
    let (voice, _) = signed(&client, "paul", &[Role::Spokesperson]).await;
    let send = async |page: &str, fields: &[(&str, &str)]| {
        let answer = client.with(&voice, page, Some(fields)).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{page}: {}", answer.body);
    };
    let ministry = [("kind", "ministry"), ("name", "Ministère de l’Exemple"), ("email", "cabinet@exemple.example")];
    send("/fr/destinataires", &ministry).await;
    let id = value(&client.with(&voice, "/fr/remises", None).await.body, "to");
    send("/fr/remises", &[("to", &id), ("day", "2026-07-29"), ("manner", "hand"), ("place", "Paris")]).await;
    let told = client.get("/fr/suites").await.body;
    assert!(
        told.contains("43\u{a0}jours") && told.contains("Ministère de l’Exemple") && !told.contains("cabinet@"),
        "{told}"
    );
    let slip = value_of_link(&client.with(&voice, "/fr/remises", None).await.body, "/fr/bordereau-de-remise/");
    assert!(client.with(&voice, &slip, None).await.body.contains(&arobase_domain::motion::seal(&motion)));
    let (_, pdf) = file(&client, &voice, &format!("{slip}/bordereau.pdf")).await.unwrap();
    assert!(pdf.starts_with(b"%PDF-1.7"));
    let (_, all) = file(&client, &voice, "/fr/bordereau-de-remise").await.unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(all)).unwrap();
    let mut held = Vec::new();
    archive.by_name("01-2026-07-29-ministere-de-l-exemple.pdf").unwrap().read_to_end(&mut held).unwrap();
    assert!(held == pdf, "the same slip, to the byte");
    assert!(file(&client, &voice, &format!("{slip}/autre.pdf")).await.is_none());
    assert!(client.with(&voice, "/fr/remises.csv", None).await.body.contains("2026-07-29,Ministère de l’Exemple"));
    let (page, clause) =
        (format!("/fr/reponses-des-destinataires/{id}"), motion.clauses().next().unwrap().id.to_string());
    let committed = [
        ("reply", "committed"),
        ("clause", &clause),
        ("day", "2026-09-01"),
        ("measure", "un fonds"),
        ("due", "2026-09-05"),
    ];
    send(&page, &committed).await;
    let told = client.get("/fr/suites").await.body;
    assert!(
        told.contains("un fonds") && told.contains("Tout le monde a répondu") && told.contains("dépassée depuis 5"),
        "{told}"
    );
    assert!(client.get("/fr/suites.atom").await.body.matches("<entry>").count() == 2);
    let answer = value(&client.with(&voice, &page, None).await.body, "replaces");
    send(&page, &[("do", "withdraw"), ("replaces", &answer)]).await;
    let again = client.with(&voice, &page, Some(&[("do", "withdraw"), ("replaces", &answer)])).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "withdrawn once");
    assert!(!client.get("/en/follow-up").await.body.contains("un fonds"));
    client.state.store.verify_journal().await.unwrap();
}

fn value_of_link(html: &str, path: &str) -> String {
    let (_, rest) = html.split_once(&format!("href=\"{path}")).unwrap();
    format!("{path}{}", rest.split('"').next().unwrap())
}

#[tokio::test]
async fn a_project_is_brought_confirmed_and_framed_by_others() {
    let client = Client::open(true).await;
    let motion = frozen(&client, true).await;
    let (anne, _) = signed(&client, "anne", &[Role::Contributor]).await;
    let (other, _) = signed(&client, "bruno", &[Role::Contributor]).await;
    assert_eq!(client.get("/fr/reconnaitre-son-projet").await.status, StatusCode::SEE_OTHER);
    let project =
        [("territory", "Agen"), ("project", "Ouvrir un accueil numérique à la médiathèque du bourg, tous les matins.")];
    let brought = client.with(&anne, "/fr/reconnaitre-son-projet", Some(&project)).await;
    assert_eq!(brought.status, StatusCode::SEE_OTHER, "{}", brought.body);
    let own = brought.header(header::LOCATION).to_owned();
    assert_eq!(client.with(&other, &own, None).await.status, StatusCode::NOT_FOUND);
    assert!(client.with(&anne, &own, None).await.body.contains("à la médiathèque du bourg"));
    assert!(!client.get("/fr/nos-projets").await.body.contains("Agen (47)"));
    let clause = motion.clauses().next().unwrap().id.to_string();
    assert_eq!(client.with(&anne, &own, Some(&[])).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let public = client.with(&anne, &own, Some(&[("clause", &clause)])).await.header(header::LOCATION).to_owned();
    assert!(client.get("/fr/nos-projets").await.body.contains("Agen (47)"));
    let page = client.get(&public).await;
    assert!(page.body.contains("rejoignent l’axe\u{a0}1") && page.header(header::X_FRAME_OPTIONS) == "DENY");
    let card = client.get(&format!("{public}/card")).await;
    assert!(card.header(header::CONTENT_SECURITY_POLICY).ends_with("frame-ancestors *"));
    assert_eq!((card.status, card.headers.get(header::X_FRAME_OPTIONS)), (StatusCode::OK, None));
    let (voice, _) = signed(&client, "paul", &[Role::Spokesperson]).await;
    assert_eq!(client.with(&other, &own, Some(&[("do", "withdraw")])).await.status, StatusCode::NOT_FOUND);
    assert_eq!(client.with(&voice, &own, Some(&[("do", "withdraw")])).await.status, StatusCode::SEE_OTHER);
    assert_eq!(client.get(&public).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_press_waits_for_the_embargo() {
    let client = Client::open(true).await;
    let (voice, _) = signed(&client, "paul", &[Role::Spokesperson]).await;
    let desk = async |fields: &[(&str, &str)]| client.with(&voice, "/fr/dossier-de-presse", Some(fields)).await.status;
    let refused = [("do", "quote"), ("number", "1"), ("words", "ce que personne n’a dit")];
    assert_eq!(desk(&refused).await, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(client.get("/fr/presse").await.body.contains("pas encore prêt"));
    assert_eq!(desk(&[("do", "embargo"), ("day", "2026-09-11"), ("hour", "11:00")]).await, StatusCode::SEE_OTHER);
    let (everyone, staff) = (client.get("/fr/presse").await, client.with(&voice, "/fr/presse", None).await);
    assert!(everyone.body.contains("11\u{a0}septembre\u{a0}2026 à 11") && !everyone.body.contains("class=\"kit\""));
    assert_eq!(everyone.header(header::CACHE_CONTROL), "no-store", "it changes by itself");
    assert!(staff.body.contains("class=\"kit\""));
    assert_eq!(desk(&[("do", "embargo"), ("day", "2026-09-10"), ("hour", "11:00")]).await, StatusCode::SEE_OTHER);
    assert!(client.get("/fr/presse").await.body.contains("class=\"kit\""));
}

#[tokio::test]
async fn members_say_what_was_done_while_the_motion_is_followed() {
    let client = Client::open(true).await;
    let clause = frozen(&client, true).await.clauses().next().unwrap().id.to_string();
    let (public, page) = (format!("/fr/motion/{clause}"), format!("/fr/ce-qui-est-fait/{clause}"));
    let (anne, _) = signed(&client, "odile", &[Role::Contributor]).await;
    let (other, _) = signed(&client, "bruno", &[Role::Contributor]).await;
    let (voice, _) = signed(&client, "paul", &[Role::Spokesperson]).await;
    let say = async |who: &str, fields: &[(&str, &str)]| client.with(who, &page, Some(fields)).await.status;
    let closed = client.with(&anne, &page, Some(&[("body", "Ouvert.")])).await;
    assert!(closed.status == StatusCode::UNPROCESSABLE_ENTITY && closed.body.contains("phase de suivi"));
    assert!(!client.get(&public).await.body.contains(&page));
    let (store, here) = (&client.state.store, &client.state.edition);
    let phase = Phase { kind: PhaseKind::FollowUp, starts_at: NOW - DAY, ends_at: NOW + DAY };
    let (_, read) = store.edition(&here.id).await.unwrap().unwrap();
    let followed = Edition { phases: vec![phase], ..(**here).clone() };
    assert!(store.change_edition(&followed, read, &MemberId::new("m"), NOW).await.unwrap());
    assert_eq!(client.get(&page).await.status, StatusCode::SEE_OTHER, "one signs in first");
    assert!(client.get(&public).await.body.contains(&page), "everyone is told where");
    assert_eq!(say(&anne, &[("body", "  ")]).await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(say(&anne, &[("body", "Le guichet est ouvert."), ("named", "yes")]).await, StatusCode::SEE_OTHER);
    assert_eq!(say(&other, &[("body", "Rien chez nous.")]).await, StatusCode::SEE_OTHER);
    let told = client.get(&public).await.body;
    assert!(told.contains("Le guichet est ouvert.") && told.contains("Rien chez nous."), "{told}");
    assert!(told.contains("odile") && !told.contains("bruno"), "named who agrees: {told}");
    let (mine, all) =
        (client.with(&anne, &page, None).await.body, client.with(&voice, "/fr/ce-qui-est-fait", None).await);
    assert!(!mine.contains("Rien chez nous.") && all.body.contains("bruno"), "{}", all.body);
    let theirs = value(&client.with(&other, &page, None).await.body, "testimony");
    let gone = [("do", "withdraw"), ("testimony", theirs.as_str())];
    assert_eq!(say(&anne, &gone).await, StatusCode::UNPROCESSABLE_ENTITY, "of someone else");
    assert_eq!(say(&voice, &gone).await, StatusCode::UNPROCESSABLE_ENTITY, "without a reason");
    let moderated = [gone[0], gone[1], ("reason", "hors sujet")];
    assert_eq!(say(&voice, &moderated).await, StatusCode::SEE_OTHER);
    assert!(!client.get(&public).await.body.contains("Rien chez nous."));
    assert!(client.with(&other, &page, None).await.body.contains("hors sujet"), "who wrote it is told");
    assert_eq!(
        say(&anne, &[("do", "withdraw"), ("testimony", &value(&mine, "testimony"))]).await,
        StatusCode::SEE_OTHER
    );
    assert!(!client.get(&public).await.body.contains("Le guichet est ouvert."));
    client.state.store.verify_journal().await.unwrap();
}

/// The bytes of a file, if who asks may have it.
async fn file(client: &Client, cookie: &str, path: &str) -> Option<(String, Vec<u8>)> {
    let request = Request::get(path).header(header::COOKIE, cookie).body(Body::empty()).unwrap();
    let answer = client.site.clone().oneshot(request).await.unwrap();
    let cache = answer.headers().get(header::CACHE_CONTROL).map(|value| value.to_str().unwrap().to_owned());
    let found = answer.status() == StatusCode::OK;
    let bytes = to_bytes(answer.into_body(), usize::MAX).await.unwrap().to_vec();
    found.then_some((cache.unwrap_or_default(), bytes))
}

#[tokio::test]
async fn the_press_kit_is_one_file_that_opens_with_the_page() {
    const KIT: &str = "/fr/presse/dossier-de-presse.zip";
    let client = Client::open(true).await;
    frozen(&client, true).await;
    let (voice, _) = signed(&client, "paul", &[Role::Spokesperson]).await;
    let post = async |path: &str, fields: &[(&str, &str)]| {
        let answer = client.with(&voice, path, Some(fields)).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}: {}", answer.body);
    };
    assert!(file(&client, "", KIT).await.is_none(), "nobody has said when");
    let (cache, early) = file(&client, &voice, KIT).await.unwrap();
    assert_eq!(cache, "no-store");
    post("/fr/dossier-de-presse", &[("do", "embargo"), ("day", "2026-09-11"), ("hour", "11:00")]).await;
    assert!(file(&client, "", KIT).await.is_none(), "tomorrow");
    post("/fr/dossier-de-presse", &[("do", "embargo"), ("day", "2026-09-10"), ("hour", "11:00")]).await;
    let (_, kit) = file(&client, "", KIT).await.unwrap();
    assert_eq!(kit, early, "the same bytes");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(kit)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    assert_eq!(names, ["LISEZ-MOI.txt", "chiffres.csv", "motion-deux-pages.pdf", "motion.pdf"]);
    let mut readme = String::new();
    archive.by_name("LISEZ-MOI.txt").unwrap().read_to_string(&mut readme).unwrap();
    for told in ["Motion 2026", "- motion.pdf –", "http://congres.example/fr/presse", "contribution"] {
        assert!(readme.contains(told), "{told}: {readme}");
    }
    assert!(file(&client, "", "/fr/presse/autre.zip").await.is_none());
    assert!(file(&client, "", "/en/press/press-kit.zip").await.is_some());
}

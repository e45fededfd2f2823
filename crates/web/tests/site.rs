//! The site as browsers meet it: every link leads somewhere, every page is light, forms keep their promises.

#![expect(clippy::unwrap_used, reason = "a test fails where it stands")]

#[path = "fixture/mod.rs"]
mod fixture;

use arobase_web::{AppState, Lang, Role, Speak as _, Target, elements, gestures, router};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use std::collections::{BTreeMap, BTreeSet};
use tempfile::TempDir;
use tower::ServiceExt as _;

/// Most elements of a page, and most bytes sent for it, compressed (DESIGN §6).
const ELEMENTS: usize = 385;
const BYTES: usize = 50_000;

struct Client {
    site: Router,
    state: AppState,
    _folder: TempDir,
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Answer {
    fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }
}

impl Client {
    async fn open(analysed: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let state = fixture::site(folder.path(), analysed).await;
        Self { site: router(state.clone()), state, _folder: folder }
    }

    async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.site.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        Answer { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&bytes).into_owned() }
    }

    async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(encoded(fields))).unwrap()).await
    }

    async fn received(&self) -> u64 {
        self.state.store.figures(&self.state.edition.id).await.unwrap().contributions
    }
}

fn encoded(fields: &[(&str, &str)]) -> String {
    let encode = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<Vec<_>>().concat();
    fields.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect::<Vec<_>>().join("&")
}

fn token(form: &str) -> String {
    let (_, rest) = form.split_once("name=\"token\" value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

fn links(html: &str) -> BTreeSet<String> {
    let found = html.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let inside = found.filter(|href| href.starts_with('/')).map(|href| href.split('#').next().unwrap_or_default());
    inside.map(|href| href.replace("&#38;", "&").replace("&amp;", "&")).collect()
}

/// Every page that can be reached from the two home pages, with its HTML.
async fn crawl(client: &Client) -> BTreeMap<String, String> {
    let mut seen = BTreeMap::new();
    let mut next: BTreeSet<String> = ["/fr", "/en"].map(str::to_owned).into();
    while let Some(path) = next.pop_first() {
        let answer = client.get(&path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        let html = answer.header(header::CONTENT_TYPE).starts_with("text/html");
        if html {
            next.extend(links(&answer.body).into_iter().filter(|link| !seen.contains_key(link) && *link != path));
        }
        seen.insert(path, if html { answer.body } else { String::new() });
        next.retain(|path| !seen.contains_key(path));
    }
    seen
}

#[tokio::test]
async fn every_link_of_every_page_answers_and_every_page_is_light() {
    let client = Client::open(true).await;
    let pages = crawl(&client).await;
    assert!(pages.len() > 100, "{} pages", pages.len());
    for (path, html) in pages.iter().filter(|(_, html)| !html.is_empty()) {
        let count = elements(html);
        assert!(count <= ELEMENTS, "{path}: {count} elements");
        assert_eq!(html.matches("<h1").count(), 1, "{path}");
        assert!(html.contains("Édition de démonstration") || html.contains("Demonstration edition"), "{path}");
        assert!(!html.contains("<script") && !html.contains(" style=\""), "{path}");
    }
}

#[tokio::test]
async fn every_page_is_under_fifty_kilobytes_with_its_style_and_icon() {
    let client = Client::open(true).await;
    let size = async |path: &str| {
        let request = Request::get(path).header(header::ACCEPT_ENCODING, "br").body(Body::empty()).unwrap();
        let response = client.site.clone().oneshot(request).await.unwrap();
        assert_eq!(response.headers()[header::CONTENT_ENCODING], "br", "{path}");
        to_bytes(response.into_body(), usize::MAX).await.unwrap().len()
    };
    let home = client.get("/fr").await.body;
    let assets: Vec<String> = links(&home).into_iter().filter(|link| link.starts_with("/assets/")).collect();
    assert_eq!(assets.len(), 2);
    let mut shared = 0;
    for asset in &assets {
        shared += size(asset).await;
    }
    for path in ["/fr", "/fr/entonnoir", "/fr/contributions", "/fr/passage", "/fr/accessibilite", "/en/themes/t01"] {
        let total = shared + size(path).await;
        assert!(total < BYTES / 2, "{path}: {total} bytes");
    }
}

#[tokio::test]
async fn an_edition_without_run_says_so_everywhere() {
    let client = Client::open(false).await;
    let pages = crawl(&client).await;
    assert!(pages["/fr"].contains("L’analyse n’a pas encore eu lieu"));
    assert!(pages["/en/funnel"].contains("no analysis yet"));
}

#[tokio::test]
async fn what_does_not_exist_is_said_in_the_language_of_the_path() {
    let client = Client::open(true).await;
    let cases = [
        ("/fr/themes/t99", "Page introuvable"),
        ("/en/propositions/p99", "Page not found"),
        ("/en/contributions/9999", "Page not found"),
        ("/fr/contributions/007", "Page introuvable"),
        ("/fr/contributions/-1", "Page introuvable"),
        ("/fr/registre/nowhere", "Page introuvable"),
        ("/nowhere", "Page introuvable"),
        ("/data/passwd", "Page introuvable"),
        ("/assets/style.css", "Page introuvable"),
    ];
    for (path, words) in cases {
        let answer = client.get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(answer.body.contains(words), "{path}");
    }
}

#[tokio::test]
async fn odd_queries_are_answered() {
    let client = Client::open(true).await;
    let paths = [
        "/fr/contributions?page=0",
        "/fr/contributions?page=deux&channel=pigeon",
        "/fr/contributions?page=99999999999999999999",
        "/fr/contributions?department=2a&theme=%27%3B--",
        "/fr/recherche?q=%22%20OR%201%3D1%20*%20NEAR(",
        "/fr/recherche?q=%00&page=-3",
        "/fr/signaux-faibles?page=40",
        "/fr/propositions/p1?page=7",
    ];
    for path in paths {
        assert_eq!(client.get(path).await.status, StatusCode::OK, "{path}");
    }
}

#[tokio::test]
async fn the_root_follows_the_browser() {
    let client = Client::open(true).await;
    for (wanted, home) in [("en-GB,en;q=0.9,fr;q=0.2", "/en"), ("fr", "/fr"), ("", "/fr")] {
        let request = Request::get("/").header(header::ACCEPT_LANGUAGE, wanted).body(Body::empty()).unwrap();
        let answer = client.send(request).await;
        assert_eq!((answer.status, answer.header(header::LOCATION)), (StatusCode::SEE_OTHER, home));
        assert!(answer.header(header::VARY).to_lowercase().contains("accept-language"));
    }
}

#[tokio::test]
async fn a_slash_too_many_leads_to_the_page_and_nowhere_else() {
    let client = Client::open(true).await;
    for (path, page) in [("/fr/", "/fr"), ("/en/themes/t01/", "/en/themes/t01")] {
        let answer = client.get(path).await;
        assert_eq!((answer.status, answer.header(header::LOCATION)), (StatusCode::PERMANENT_REDIRECT, page));
    }
    assert_eq!(client.get("//elsewhere.example/").await.status, StatusCode::NOT_FOUND);
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
    let number = sent.header(header::LOCATION).rsplit('/').next().unwrap().to_owned();
    assert!(client.get(&format!("/en/contributions/{number}")).await.body.contains("Anne Le Goff, adjointe"));
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
            "trop volumineux",
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
async fn pages_are_protected_and_revalidated() {
    let client = Client::open(true).await;
    let page = client.get("/fr/themes").await;
    assert!(page.header(header::CONTENT_SECURITY_POLICY).contains("script-src 'none'"));
    assert_eq!(page.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
    assert_eq!(page.header(header::CACHE_CONTROL), "no-cache");
    let again = Request::get("/fr/themes").header(header::IF_NONE_MATCH, page.header(header::ETAG)).body(Body::empty());
    let again = client.send(again.unwrap()).await;
    assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0));
    let style = links(&page.body).into_iter().find(|link| link.contains("style")).unwrap();
    assert!(client.get(&style).await.header(header::CACHE_CONTROL).contains("immutable"));
}

/// Every gesture says who may do it, and the site agrees, for each role.
#[tokio::test]
async fn every_gesture_lets_in_whom_it_says() {
    let client = Client::open(true).await;
    let known = [("{id}", "1"), ("{state}", "to_sort"), ("{file}", "run.json")];
    for gesture in gestures() {
        for (role, path) in Role::ALL.iter().flat_map(|role| gesture.paths.iter().map(move |path| (role, path))) {
            let path = known.iter().fold(path.clone(), |path, (hole, value)| path.replace(hole, value));
            let status = client.get(&path).await.status;
            let refused = [StatusCode::UNAUTHORIZED, StatusCode::FORBIDDEN].contains(&status);
            assert_eq!(gesture.access.admits(*role), !refused, "{path} for {role:?}: {status}");
            assert!(!status.is_server_error(), "{path}: {status}");
        }
    }
}

#[tokio::test]
async fn both_languages_have_every_page_of_the_sitemap() {
    let client = Client::open(true).await;
    for &lang in Lang::ALL {
        let sitemap = client.get(&Target::Sitemap.in_lang(lang).to_string()).await.body;
        let main = sitemap.split_once("<main").unwrap().1.split_once("</main>").unwrap().0;
        assert_eq!(links(main).len(), 19, "{lang}");
        assert!(links(main).iter().all(|link| link.starts_with(&format!("/{lang}"))));
        assert!(sitemap.contains(&format!("hreflang=\"{}\"", lang.other())));
    }
}

#[tokio::test]
async fn the_footprint_is_measured() {
    let client = Client::open(true).await;
    let page = client.get("/fr/empreinte").await;
    assert_eq!(page.status, StatusCode::OK);
    let main = page.body.split_once("<tbody>").unwrap().1.split_once("</tbody>").unwrap().0;
    assert_eq!(main.matches("<tr>").count(), 18, "every page of the sitemap but this one");
    assert!(!main.contains("0,0\u{a0}ko") && main.matches(" A</td>").count() == 18, "{main}");
    assert_eq!(
        client.send(Request::builder().method(Method::HEAD).uri("/fr").body(Body::empty()).unwrap()).await.status,
        StatusCode::OK
    );
}

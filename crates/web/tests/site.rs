//! The site as browsers meet it: every link leads somewhere, every page is light, forms keep their promises.

#![expect(clippy::unwrap_used, reason = "a test fails where it stands")]

#[path = "site/attachments.rs"]
mod attachments;
#[path = "site/client.rs"]
mod client;
#[path = "site/coding.rs"]
mod coding;
#[path = "site/collect.rs"]
mod collect;
#[path = "site/curate.rs"]
mod curate;
#[path = "site/drafting.rs"]
mod drafting;
#[path = "site/edition.rs"]
mod edition;
#[path = "site/federation.rs"]
mod federation;
#[path = "fixture/mod.rs"]
mod fixture;
#[path = "site/follow_up.rs"]
mod follow_up;
#[path = "site/import.rs"]
mod import;
#[path = "site/issuer.rs"]
mod issuer;
#[path = "site/motion.rs"]
mod motion;
#[path = "site/people.rs"]
mod people;
#[path = "site/print.rs"]
mod print;
#[path = "site/reading.rs"]
mod reading;
#[path = "site/roster.rs"]
mod roster;
#[path = "site/second_factor.rs"]
mod second_factor;
#[path = "site/signers.rs"]
mod signers;
#[path = "site/structure.rs"]
mod structure;
#[path = "site/take_in.rs"]
mod take_in;

use arobase_web::{Lang, Speak as _, Target, elements};
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode, header};
use client::Client;
use std::collections::{BTreeMap, BTreeSet};
use tower::ServiceExt as _;

/// Most elements of a page, and most bytes sent for it, compressed (DESIGN §6).
const ELEMENTS: usize = 385;
const BYTES: usize = 50_000;

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
        // A file to take away is no page, even written in HTML.
        let html = answer.header(header::CONTENT_TYPE).starts_with("text/html") && !path.starts_with("/data/");
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
        let scripted = ["/contribuer", "/contribute", "/connexion", "/sign-in", "/ecran", "/screen"];
        let page = path.split('?').next().unwrap_or_default();
        let written = scripted.iter().any(|form| page.ends_with(form));
        assert_eq!(
            html.contains("<script"),
            written,
            "{path}: only what is written in, where a passkey opens, and the screen of a room have a script"
        );
        assert!(!html.contains(" style=\"") && !html.contains("<script>"), "{path}");
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
async fn pages_are_protected_and_revalidated() {
    let client = Client::open(true).await;
    let page = client.get("/fr/themes").await;
    assert!(page.header(header::CONTENT_SECURITY_POLICY).contains("script-src 'self'"));
    assert_eq!(page.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
    assert_eq!(page.header(header::CACHE_CONTROL), "no-cache");
    let again = Request::get("/fr/themes").header(header::IF_NONE_MATCH, page.header(header::ETAG)).body(Body::empty());
    let again = client.send(again.unwrap()).await;
    assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0));
    let style = links(&page.body).into_iter().find(|link| link.contains("style")).unwrap();
    assert!(client.get(&style).await.header(header::CACHE_CONTROL).contains("immutable"));
}

#[tokio::test]
async fn both_languages_have_every_page_of_the_sitemap() {
    let client = Client::open(true).await;
    for &lang in Lang::ALL {
        let sitemap = client.get(&Target::Sitemap.in_lang(lang).to_string()).await.body;
        let main = sitemap.split_once("<main").unwrap().1.split_once("</main>").unwrap().0;
        assert_eq!(links(main).len(), 32, "{lang}");
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
    assert_eq!(main.matches("<tr>").count(), 31, "every page of the sitemap but this one");
    assert!(!main.contains(">0,0\u{a0}ko") && main.matches(" A</td>").count() == 31, "{main}");
    assert_eq!(
        client.send(Request::builder().method(Method::HEAD).uri("/fr").body(Body::empty()).unwrap()).await.status,
        StatusCode::OK
    );
}

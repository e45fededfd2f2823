//! Questions and their themes by the site: gestures come back to the page, and are taken back.

use crate::client::{Answer, Client};
use crate::people::signed;
use arobase_domain::Role;
use axum::http::{StatusCode, header};

const PAGE: &str = "/fr/classement-des-themes";

async fn make(client: &Client, who: &str, fields: &[(&str, &str)]) -> Answer {
    client.with(who, PAGE, Some(fields)).await
}

/// Makes a gesture that must be made; where it leads, and the page there.
async fn made(client: &Client, who: &str, fields: &[(&str, &str)]) -> (String, String) {
    let answer = make(client, who, fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let location = answer.header(header::LOCATION).to_owned();
    let page = client.with(who, location.split('#').next().unwrap(), None).await;
    (location, page.body)
}

/// The themes of the page in their order.
fn themes(html: &str) -> Vec<&str> {
    let rows = html.split("<li id=\"").skip(1);
    rows.filter_map(|row| row.split('"').next()).filter(|id| id.starts_with('t')).collect()
}

#[tokio::test]
async fn themes_are_ordered_and_grouped() {
    let client = Client::open(true).await;
    let ines = signed(&client, "ines", &[Role::KnowledgeEngineer]).await.0;
    let first = client.with(&ines, PAGE, None).await.body;
    let before = themes(&first);
    let (one, two) = (before[0], before[1]);
    let (location, page) = made(&client, &ines, &[("edit", &format!("down {one}"))]).await;
    assert!(location.ends_with(&format!("#{one}")), "{location}");
    assert_eq!(themes(&page)[..2], [two, one]);
    let (_, page) = made(&client, &ines, &[("edit", "undo")]).await;
    assert_eq!(themes(&page), before);
    assert!(page.contains("Annulé"));
    let (_, page) = made(&client, &ines, &[("edit", "group"), ("theme", one), ("theme", two), ("question", "")]).await;
    let adrift = page.split("id=\"adrift\"").nth(1).unwrap().split("</section>").next().unwrap();
    assert_eq!(themes(adrift), [one, two], "what is under no question comes first in sight");
    let none = make(&client, &ines, &[("edit", "group"), ("question", "q1")]).await;
    assert_eq!(none.status, StatusCode::CONFLICT);
    assert!(none.body.contains("role=\"alert\""));
}

#[tokio::test]
async fn questions_are_asked_worded_and_deleted() {
    let client = Client::open(true).await;
    let ines = signed(&client, "ines", &[Role::KnowledgeEngineer]).await.0;
    let (_, page) = made(&client, &ines, &[("edit", "ask"), ("text", "Comment se parler ?")]).await;
    assert!(page.contains("lang=\"fr\">Comment se parler ?</h2>"), "{page}");
    let word = [("edit", "word"), ("question", "q1"), ("text", "Comment accueillir ?")];
    let (location, page) = made(&client, &ines, &word).await;
    assert!(location.ends_with("#q1") && page.contains("<h2 id=\"q1\" lang=\"fr\">Comment accueillir ?</h2>"));
    let (_, page) = made(&client, &ines, &[("edit", "candidate 0"), ("question", "q1")]).await;
    assert!(!page.contains("Comment accueillir ?</h2>"), "the engine's first wording is back");
    let (_, page) = made(&client, &ines, &[("edit", "close"), ("question", "q1")]).await;
    assert!(page.contains("id=\"adrift\"") && !page.contains("<h2 id=\"q1\""));
    for fields in [[("edit", "candidate 9"), ("question", "q1")], [("edit", "up t99"), ("question", "")]] {
        let refused = make(&client, &ines, &fields).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{fields:?}");
        assert!(refused.body.contains("role=\"alert\""), "{fields:?}");
    }
}

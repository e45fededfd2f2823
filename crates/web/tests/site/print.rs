//! What mediators print, and what they key from paper.

use crate::client::{Answer, Client, token};
use crate::people::signed;
use arobase_domain::Role;
use axum::http::{StatusCode, header};

/// Asks for sheets; the number of the first.
async fn ask(client: &Client, who: &str, sheets: &str, twice: &str) -> Answer {
    let token = token(&client.with(who, "/fr/imprimer", None).await.body);
    let fields = [("token", token.as_str()), ("sheets", sheets), ("place", "Mairie <de> Nouans"), ("twice", twice)];
    let first = client.with(who, "/fr/imprimer", Some(&fields)).await;
    let again = client.with(who, "/fr/imprimer", Some(&fields)).await;
    assert_eq!(first.header(header::LOCATION), again.header(header::LOCATION), "one form, one sheaf");
    first
}

async fn key(client: &Client, who: &str, sheet: &str, text: &str, settled: &str) -> Answer {
    let token = token(&client.with(who, "/fr/saisie", None).await.body);
    let fields = [
        ("token", token.as_str()),
        ("channel", "paper"),
        ("sheet", sheet),
        ("text", text),
        ("author", "Jean Bon, retraité"),
        ("settled", settled),
    ];
    client.with(who, "/fr/saisie", Some(&fields)).await
}

#[tokio::test]
async fn sheets_are_numbered_printed_and_keyed_once() {
    let client = Client::open(true).await;
    let (anne, _) = signed(&client, "anne", &[Role::Mediator]).await;
    for wrong in ["", "0", "501", "vingt"] {
        let told = ask(&client, &anne, wrong, "").await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(told.body.contains("aria-invalid"), "{wrong}");
    }
    let made = ask(&client, &anne, "2", "yes").await;
    assert_eq!((made.status, made.header(header::LOCATION)), (StatusCode::SEE_OTHER, "/fr/imprimer?made=1"));
    let page = client.with(&anne, "/fr/imprimer?made=1", None).await.body;
    assert!(page.contains("0001") && page.contains("0002") && page.contains("&#60;de&#62;"));
    assert!(!page.contains("name=\"twice\""), "administrators alone ask for that");
    let sheets = client.with(&anne, "/fr/feuilles?first=1", None).await;
    assert_eq!((sheets.status, sheets.header(header::CONTENT_TYPE)), (StatusCode::OK, "application/pdf"));
    assert_eq!(sheets.header(header::CONTENT_DISPOSITION), "inline; filename=\"feuilles-0001-0002.pdf\"");
    assert!(sheets.body.starts_with("%PDF-1.7"));
    for none in ["2", "3", "x", ""] {
        let path = format!("/fr/feuilles?first={none}");
        assert_eq!(client.with(&anne, &path, None).await.status, StatusCode::NOT_FOUND, "{none}");
    }

    let before = client.received().await;
    assert!(client.with(&anne, "/fr/saisie?sheet=2", None).await.body.contains("name=\"sheet\" inputmode=\"numeric\""));
    assert_eq!(key(&client, &anne, " 0002 ", "Ouvrir la mairie le soir.", "").await.status, StatusCode::SEE_OTHER);
    let number = before + 1;
    for (sheet, told) in [
        ("2", format!("La feuille 0002 a déjà été saisie, sous le n°\u{a0}{number}.")),
        ("3", "0003".into()),
        ("deux", "0042".into()),
    ] {
        let refused = key(&client, &anne, sheet, "Ouvrir la mairie le soir.", "").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{sheet}");
        assert!(refused.body.contains(&told) && refused.body.contains("href=\"#sheet\""), "{sheet}: {}", refused.body);
    }
    assert_eq!(client.received().await, number);
    assert_eq!(key(&client, &anne, "", "Sans feuille.", "").await.status, StatusCode::SEE_OTHER);

    let slips = client.with(&anne, &format!("/fr/reponses?from={number}&to={number}"), None).await;
    assert_eq!(slips.header(header::CONTENT_DISPOSITION), "inline; filename=\"reponses.pdf\"");
    assert!(slips.body.starts_with("%PDF-1.7"));
    assert_eq!(client.with(&anne, "/fr/reponses?from=9000", None).await.status, StatusCode::NOT_FOUND);
    let poster = client.with(&anne, "/en/poster", None).await;
    assert_eq!(poster.header(header::CONTENT_DISPOSITION), "inline; filename=\"poster.pdf\"");
}

#[tokio::test]
async fn two_people_key_a_sheet_and_the_second_settles() {
    let client = Client::open(true).await;
    let (boss, _) = signed(&client, "chief", &[Role::Administrator]).await;
    let (anne, _) = signed(&client, "anne", &[Role::Mediator]).await;
    ask(&client, &boss, "2", "yes").await;
    let number = client.received().await + 1;
    assert_eq!(key(&client, &anne, "1", "Ouvrir la mairie le lundi.", "").await.status, StatusCode::SEE_OTHER);
    assert!(client.with(&boss, "/fr/imprimer", None).await.body.contains("une attend une seconde saisie"));
    assert!(key(&client, &anne, "1", "Ouvrir la mairie le soir.", "").await.body.contains("a déjà été saisie"));

    let differs = key(&client, &boss, "1", "Ouvrir la mairie le soir.", "").await;
    assert_eq!(differs.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(differs.body.contains("diffère sur un point") && differs.body.contains("Ouvrir la mairie le lundi."));
    assert!(differs.body.contains("name=\"settled\" value=\"yes\""));
    let page = || client.get("/fr/contributions");
    assert!(page().await.body.contains("le lundi"), "nothing has changed yet");
    let settled = key(&client, &boss, "1", "Ouvrir la mairie le soir.", "yes").await;
    assert_eq!(settled.header(header::LOCATION), "/fr/saisie?channel=paper&checked=1");
    assert!(client.with(&boss, "/fr/saisie?channel=paper&checked=1", None).await.body.contains("0001"));
    let page = client.get(&format!("/fr/contributions/{number}")).await.body;
    assert!(page.contains("le soir") && !page.contains("le lundi"));
    assert_eq!(client.received().await, number, "one sheet, one contribution");
    assert!(client.state.store.verify_journal().await.is_ok());
}

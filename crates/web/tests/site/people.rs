//! Who comes in, and what each may do.

use crate::client::{Answer, Client, token};
use crate::fixture::NOW;
use arobase_domain::{Member, MemberId, Role};
use arobase_post::letters::{Link, sign_in};
use arobase_store::{Invitation, Mail, NewLink, NewSession, Patience};
use arobase_web::{Access, Asker, Lang, gestures};
use axum::body::Body;
use axum::http::{HeaderName, Request, StatusCode, header};
use std::collections::BTreeSet;

const MINUTE: i64 = 60_000;
pub(crate) const PATIENCE: Patience = Patience { next: |now, _| now + MINUTE, over: |_, _| false };

/// Makes a member who has this role.
pub(crate) async fn invite(client: &Client, name: &str, role: Role) -> MemberId {
    let (state, id) = (&client.state, (client.state.ids)().to_string());
    let email = format!("{name}@nouans.example").parse().ok();
    let member = Member { id: MemberId::new(id.as_str()), name: name.into(), email, ..Member::default() };
    let link = NewLink { id: &id, digest: &state.key.link(&id).digest(), expires_at: NOW + MINUTE };
    let invitation = Invitation { edition: &state.edition.id, member: &member, role, by: None, link, mail: None };
    state.store.invite(invitation, NOW).await.unwrap()
}

/// Opens a session of someone who has these roles; its cookie and its identifier.
pub(crate) async fn signed(client: &Client, name: &str, roles: &[Role]) -> (String, String) {
    let state = &client.state;
    let member = invite(client, name, Role::Contributor).await;
    let boss = invite(client, "boss", Role::Administrator).await;
    let roles = roles.iter().copied().collect();
    assert!(state.store.set_roles(&state.edition.id, &member, &roles, &boss, NOW).await.unwrap());
    let (link, session) = ((state.ids)().to_string(), (state.ids)().to_string());
    let letter = sign_in(
        Lang::Fr,
        format!("{name}@nouans.example").parse().unwrap(),
        Link { edition: "", url: "http://congres.example/none" },
    );
    let ask = arobase_store::Ask {
        edition: &state.edition.id,
        email: &letter.to,
        address: &link,
        link: NewLink { id: &link, digest: &link, expires_at: NOW + MINUTE },
        mail: Mail { id: &link, letter: &letter, useless_at: None },
        at_most: 1,
        since: 0,
    };
    state.store.ask_link(ask, NOW).await.unwrap();
    let secret = format!("secret{session}");
    let opened = NewSession { id: &session, digest: &arobase_identity::digest(&secret), device: "Firefox, Windows" };
    assert_eq!(state.store.use_link(&link, opened, NOW).await.unwrap(), Some(member));
    (format!("session={secret}"), session)
}

/// The address of the link in the letter that waits, as its reader gets it.
pub(crate) async fn letter(client: &Client) -> Option<String> {
    let outgoing = client.state.store.next_letter(PATIENCE, NOW).await.unwrap()?;
    let secret = client.state.key.link(outgoing.sign_in.as_deref().unwrap());
    let body = outgoing.letter.body.replace(arobase_domain::mail::SECRET, secret.reveal());
    let link = body.lines().find_map(|line| line.strip_prefix("http://congres.example")).unwrap();
    Some(link.to_owned())
}

pub(crate) fn cookie(answer: &Answer) -> String {
    answer.header(header::SET_COOKIE).split(';').next().unwrap().to_owned()
}

pub(crate) fn key(link: &str) -> &str {
    link.split_once("?key=").unwrap().1
}

#[tokio::test]
async fn a_member_comes_in_by_a_link_once_and_goes_out() {
    let client = Client::open(true).await;
    invite(&client, "anne", Role::Contributor).await;
    assert_eq!(client.get("/fr/mon-espace").await.header(header::LOCATION), "/fr/connexion");
    assert_eq!(client.get("/fr/connexion").await.header(header::CACHE_CONTROL), "no-store");
    let asked = client.post("/fr/connexion", &[("email", " Anne@Nouans.example ")]).await;
    assert_eq!((asked.status, asked.header(header::LOCATION)), (StatusCode::SEE_OTHER, "/fr/lien-envoye"));
    assert_eq!(client.get("/fr/lien-envoye").await.status, StatusCode::OK);

    let link = letter(&client).await.unwrap();
    for _ in 0..3 {
        let page = client.get(&link).await;
        assert_eq!(page.status, StatusCode::OK, "programs that check mail look, and nothing is used up");
        assert_eq!(page.header(header::CACHE_CONTROL), "no-store");
        assert_eq!(page.headers["x-robots-tag"].to_str().unwrap(), "noindex");
        assert_eq!(page.header(header::SET_COOKIE), "");
        assert!(page.body.contains(&format!("name=\"key\" value=\"{}\"", key(&link))));
    }
    let opened = client.post("/fr/entrer", &[("key", key(&link))]).await;
    assert_eq!((opened.status, opened.header(header::LOCATION)), (StatusCode::SEE_OTHER, "/fr/mon-espace"));
    assert!(opened.header(header::SET_COOKIE).contains("; HttpOnly; SameSite=Lax"));
    assert!(!opened.header(header::SET_COOKIE).contains("Secure"), "this site is in clear");
    let again = client.post("/fr/entrer", &[("key", key(&link))]).await;
    assert_eq!((again.status, again.header(header::SET_COOKIE)), (StatusCode::GONE, ""), "once");
    assert_eq!(client.get(&link).await.status, StatusCode::GONE);

    let me = cookie(&opened);
    let space = client.with(&me, "/fr/mon-espace", None).await;
    assert_eq!((space.status, space.header(header::CACHE_CONTROL)), (StatusCode::OK, "no-store"));
    assert!(space.body.contains("anne@nouans.example") && space.body.contains("contributrice ou contributeur"));
    assert_eq!(client.with(&me, "/en/sign-in", None).await.header(header::LOCATION), "/en/my-space");
    let out = client.with(&me, "/fr/deconnexion", Some(&[])).await;
    assert_eq!((out.status, out.header(header::LOCATION)), (StatusCode::SEE_OTHER, "/fr/connexion"));
    assert!(out.header(header::SET_COOKIE).contains("Max-Age=0"));
    assert_eq!(
        client.with(&me, "/fr/mon-espace", None).await.status,
        StatusCode::SEE_OTHER,
        "the cookie opens nothing"
    );
    assert!(client.state.store.verify_journal().await.is_ok());
}

#[tokio::test]
async fn the_answer_does_not_tell_who_is_a_member() {
    let client = Client::open(true).await;
    invite(&client, "anne", Role::Contributor).await;
    let mut answers = BTreeSet::new();
    for email in ["anne@nouans.example", "nobody@nouans.example"] {
        for _ in 0..4 {
            let answer = client.post("/en/sign-in", &[("email", email)]).await;
            answers.insert(format!("{} {:?} {}", answer.status, answer.headers, answer.body));
        }
    }
    assert_eq!(answers.len(), 1, "{answers:?}");
    let mut letters = 0;
    while letter(&client).await.is_some() {
        letters += 1;
    }
    assert_eq!(letters, 3, "to the member, three at most");
    let mistaken = client.post("/fr/connexion", &[("email", "anne<@nouans")]).await;
    assert_eq!(mistaken.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(mistaken.body.contains("value=\"anne&#60;@nouans\"") && mistaken.body.contains("incomplète"));
}

#[tokio::test]
async fn a_link_from_elsewhere_does_not_sign_anyone_in() {
    let client = Client::open(true).await;
    invite(&client, "anne", Role::Contributor).await;
    client.post("/fr/connexion", &[("email", "anne@nouans.example")]).await;
    let link = letter(&client).await.unwrap();
    let request = Request::post("/fr/entrer")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "cross-site")
        .body(Body::from(format!("key={}", key(&link))));
    assert_eq!(client.send(request.unwrap()).await.status, StatusCode::FORBIDDEN);
    for wrong in ["", "0", "%27", &"a".repeat(64)] {
        assert_eq!(client.get(&format!("/fr/entrer?key={wrong}")).await.status, StatusCode::GONE);
        assert_eq!(client.post("/fr/entrer", &[("key", wrong)]).await.status, StatusCode::GONE);
    }
    assert_eq!(client.get(&link).await.status, StatusCode::OK, "still whole");
}

#[tokio::test]
async fn sessions_are_closed_by_their_owner_alone() {
    let client = Client::open(true).await;
    let (anne, here) = signed(&client, "anne", &[Role::Contributor]).await;
    let (elsewhere, there) = signed(&client, "anne", &[Role::Contributor]).await;
    let (bruno, _) = signed(&client, "bruno", &[Role::Administrator]).await;
    for path in [format!("/fr/session/{there}"), format!("/en/session/{here}")] {
        assert_eq!(client.with(&bruno, &path, Some(&[])).await.status, StatusCode::NOT_FOUND, "even an administrator");
    }
    let space = client.with(&anne, "/fr/mon-espace", None).await.body;
    assert!(space.contains(&format!("/fr/session/{there}")) && !space.contains(&format!("/fr/session/{here}")));
    let closed = client.with(&anne, &format!("/fr/session/{there}"), Some(&[])).await;
    assert_eq!(closed.header(header::LOCATION), "/fr/mon-espace");
    assert_eq!(client.with(&elsewhere, "/fr/mon-espace", None).await.status, StatusCode::SEE_OTHER);
    assert_eq!(
        client.with(&anne, &format!("/fr/session/{here}"), Some(&[])).await.header(header::LOCATION),
        "/fr/connexion"
    );
    assert_eq!(client.with(&anne, "/fr/mon-espace", None).await.status, StatusCode::SEE_OTHER);
}

/// Who asks, in every way that the site can tell apart: nobody, a member without role, a member with each.
fn everyone() -> Vec<Option<Vec<Role>>> {
    let each = Role::ALL.iter().map(|&role| Some(vec![role]));
    [None, Some(Vec::new())].into_iter().chain(each).collect()
}

/// Reads and posts at an address; whether the site refused to know who asks, or what they may do.
async fn refused(client: &Client, cookie: &str, path: &str, post: bool) -> bool {
    let answer = client.with(cookie, path, post.then_some(&[])).await;
    assert!(!answer.status.is_server_error(), "{path}: {}", answer.status);
    let to = answer.header(header::LOCATION);
    let led_away = cookie.is_empty() && (to.ends_with("/connexion") || to.ends_with("/sign-in"));
    [StatusCode::UNAUTHORIZED, StatusCode::FORBIDDEN].contains(&answer.status) || led_away
}

/// Every gesture says who may do it, and the site agrees: for every address, everyone, reading and posting.
#[tokio::test]
async fn every_gesture_lets_in_whom_it_says() {
    let client = Client::open(true).await;
    let known = [
        ("{id}", "1"),
        ("{state}", "to_sort"),
        ("{file}", "run.json"),
        ("{token}", "0192"),
        ("{session}", "0192"),
        ("{member}", "0192"),
        ("{roster}", "0192"),
        ("{intake}", "0192"),
        ("{passkey}", "0192"),
    ];
    let mut walked = 0;
    for who in everyone() {
        let name = format!("{who:?}").to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "");
        let roles: BTreeSet<Role> = who.iter().flatten().copied().collect();
        let asker = if who.is_some() { Asker::Member(&roles) } else { Asker::Visitor };
        let open = async || match &who {
            Some(roles) => signed(&client, &name, roles).await.0,
            None => String::new(),
        };
        let mut cookie = open().await;
        for gesture in gestures() {
            for path in &gesture.paths {
                let path = known.iter().fold(path.clone(), |path, (hole, value)| path.replace(hole, value));
                assert!(!path.contains('{'), "{path}: a hole that this test does not know");
                for post in [false, true] {
                    let refused = refused(&client, &cookie, &path, post).await;
                    assert_eq!(gesture.access.admits(asker), !refused, "{path} (post: {post}) for {who:?}");
                    walked += 1;
                }
                if gesture.access != Access::Public {
                    cookie = open().await; // signing out is a gesture too
                }
            }
        }
    }
    assert!(walked > 1_000, "{walked}");
}

#[tokio::test]
async fn no_page_for_everyone_depends_on_who_reads_it() {
    let client = Client::open(true).await;
    let (me, _) = signed(&client, "anne", Role::ALL).await;
    for path in ["/fr", "/fr/themes", "/fr/contributions/1", "/en/propositions/p1"] {
        let (stranger, member) = (client.get(path).await, client.with(&me, path, None).await);
        assert_eq!(stranger.body, member.body, "{path}");
        let tag = HeaderName::from_static("etag");
        assert_eq!(stranger.header(tag.clone()), member.header(tag), "{path}");
    }
}

#[tokio::test]
async fn an_administrator_invites_once_and_gives_roles() {
    let client = Client::open(true).await;
    let (boss, _) = signed(&client, "boss", &[Role::Administrator]).await;
    while letter(&client).await.is_some() {}
    let page = client.with(&boss, "/fr/membres", None).await;
    assert_eq!((page.status, page.header(header::CACHE_CONTROL)), (StatusCode::OK, "no-store"));
    let token = token(&page.body);
    let fields =
        [("token", token.as_str()), ("name", "Bruno <Caron>"), ("email", "bruno@nouans.example"), ("role", "mediator")];
    for _ in 0..2 {
        let sent = client.with(&boss, "/fr/membres", Some(&fields)).await;
        assert_eq!((sent.status, sent.header(header::LOCATION)), (StatusCode::SEE_OTHER, "/fr/membres"));
    }
    let list = client.with(&boss, "/fr/membres", None).await.body;
    assert!(
        list.contains("Bruno &#60;Caron&#62;")
            && list.contains("médiatrice ou médiateur")
            && list.contains("2 lettres attendent")
    );
    let link = letter(&client).await.unwrap();
    assert_eq!(letter(&client).await, None, "the same form twice is one letter");
    let bruno = cookie(&client.post("/fr/entrer", &[("key", key(&link))]).await);
    assert_eq!(client.with(&bruno, "/fr/membres", None).await.status, StatusCode::FORBIDDEN);

    let at = list.split("/fr/membres/").skip(1).filter_map(|rest| rest.split_once('"'));
    let (id, _) = at.clone().find(|(_, rest)| rest.starts_with(">Bruno")).unwrap();
    let page = format!("/fr/membres/{id}");
    assert!(client.with(&boss, &page, None).await.body.contains("value=\"mediator\" checked"));
    let roles = [("role", "moderator"), ("role", "juror"), ("role", "emperor")];
    assert_eq!(client.with(&boss, &page, Some(&roles)).await.header(header::LOCATION), "/fr/membres");
    let space = client.with(&bruno, "/fr/mon-espace", None).await.body;
    assert!(space.contains("membre du jury") && !space.contains("médiateur"));

    let (mine, _) = at.clone().find(|(_, rest)| rest.starts_with(">boss")).unwrap();
    let alone = client.with(&boss, &format!("/fr/membres/{mine}"), Some(&[])).await;
    assert_eq!(alone.status, StatusCode::CONFLICT);
    assert!(alone.body.contains("dernière personne"));
    for wrong in [&[("email", "bruno")][..], &[("email", "b@c.example"), ("role", "emperor")]] {
        let fields = [wrong, &[("token", token.as_str())]].concat();
        assert_eq!(client.with(&boss, "/fr/membres", Some(&fields)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(client.with(&boss, "/fr/membres", Some(&[("token", "x")])).await.status, StatusCode::BAD_REQUEST);
    assert!(client.state.store.verify_journal().await.is_ok());
}

#[tokio::test]
async fn a_mediator_enters_for_others_and_is_named_in_the_journal() {
    let client = Client::open(true).await;
    let (mediator, _) = signed(&client, "zoe", &[Role::Mediator]).await;
    let before = client.received().await;
    let form = client.with(&mediator, "/fr/saisie?channel=phone", None).await.body;
    assert!(form.contains(r#"value="phone" selected"#));
    let held = token(&form);
    let fields =
        [("token", held.as_str()), ("channel", "phone"), ("text", "Il faut garder le papier."), ("author", "Jean Bon")];
    let sent = client.with(&mediator, "/fr/saisie", Some(&fields)).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    client.with(&mediator, "/fr/saisie", Some(&fields)).await;
    assert_eq!(client.received().await, before + 1, "once");
    let next = client.with(&mediator, sent.header(header::LOCATION), None).await.body;
    assert!(next.contains(&format!("n°\u{a0}{}", before + 1)) && next.contains(r#"value="phone" selected"#));
    assert_ne!(token(&next), held, "the next form is another");
    let page = client.get(&format!("/fr/contributions/{}", before + 1)).await.body;
    assert!(page.contains("garder le papier") && !page.contains("Jean Bon"), "not named without consent");
    let entry = client.state.store.journal(1).await.unwrap().items.swap_remove(0).entry;
    assert_eq!(entry.facts.get("channel").map(String::as_str), Some("phone"));
    assert!(entry.facts.contains_key("by") && !format!("{:?}", entry.facts).contains("zoe"));

    let online = [("token", "0192f0c0-0001-7000-8000-0000000000aa"), ("channel", "online"), ("text", "La fibre")];
    assert_eq!(client.with(&mediator, "/fr/saisie", Some(&online)).await.status, StatusCode::BAD_REQUEST);
    let empty = [("token", held.as_str()), ("channel", "paper"), ("text", " ")];
    assert_eq!(client.with(&mediator, "/fr/saisie", Some(&empty)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

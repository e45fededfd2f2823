//! Double coding by the site: drawn, coded blind, closed, compared, settled, taken back.

use crate::client::{Answer, Client, token};
use crate::people::signed;
use arobase_domain::Role;
use axum::http::{StatusCode, header};

const CODINGS: &str = "/fr/double-codage";

/// What follows `before` in a page, up to the next quote.
fn after<'a>(html: &'a str, before: &str) -> &'a str {
    html.split(before).nth(1).unwrap_or_else(|| panic!("no {before} in {html}")).split('"').next().unwrap()
}

/// The identifier of the person of this name among those who may code.
fn person<'a>(html: &'a str, name: &str) -> &'a str {
    let label = format!("\">{name}</label>");
    html.split(&label).next().unwrap().rsplit("for=\"coder-").next().unwrap()
}

struct Team {
    client: Client,
    ines: String,
    milo: String,
    sample: String,
}

/// Ines, who classes, has drawn ten ideas for herself and Milo, who drafts.
async fn team() -> Team {
    let client = Client::open(true).await;
    let ines = signed(&client, "ines", &[Role::KnowledgeEngineer]).await.0;
    let milo = signed(&client, "milo", &[Role::Drafter]).await.0;
    signed(&client, "zoe", &[Role::Contributor]).await;
    let page = client.with(&ines, CODINGS, None).await.body;
    assert!(!page.contains(">zoe</label>"), "who only contributes does not code");
    let (token, one, other) = (token(&page), person(&page, "ines"), person(&page, "milo"));
    let fields = |size: &'static str, coders: &[&str]| -> Vec<(&'static str, String)> {
        let coders = coders.iter().map(|id| ("coder", (*id).to_owned()));
        [("token", token.clone()), ("size", size.to_owned())].into_iter().chain(coders).collect()
    };
    for (size, coders) in [("9", vec![one, other]), ("10", vec![one]), ("10", vec![one, "stranger"])] {
        let refused = post(&client, &ines, CODINGS, &fields(size, &coders)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{size} {coders:?}");
    }
    for _ in 0..2 {
        let drawn = post(&client, &ines, CODINGS, &fields("10", &[one, other])).await;
        assert_eq!(drawn.header(header::LOCATION), CODINGS, "{}", drawn.body);
    }
    let list = client.with(&ines, CODINGS, None).await.body;
    assert_eq!(list.matches("<h2 id=\"sample-").count(), 1, "once");
    Team { sample: after(&list, "<h2 id=\"sample-").to_owned(), client, ines, milo }
}

async fn post(client: &Client, who: &str, path: &str, fields: &[(&str, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    client.with(who, path, Some(&fields)).await
}

impl Team {
    fn coding(&self) -> String {
        format!("/fr/codage/{}", self.sample)
    }

    /// Codes all that is left; every idea as `code` tells from its rank.
    async fn code(&self, who: &str, code: impl Fn(usize) -> &'static str) {
        for nth in 0.. {
            let page = self.client.with(who, &self.coding(), None).await.body;
            if !page.contains("name=\"idea\"") {
                assert_eq!(nth, 10);
                return;
            }
            let fields = [("idea", after(&page, "name=\"idea\" value=\"").to_owned()), ("code", code(nth).to_owned())];
            assert_eq!(post(&self.client, who, &self.coding(), &fields).await.status, StatusCode::SEE_OTHER);
        }
    }

    async fn get(&self, who: &str, path: &str) -> Answer {
        self.client.with(who, path, None).await
    }
}

#[tokio::test]
async fn coders_are_blind_and_strangers_see_nothing() {
    let team = team().await;
    let coding = team.coding();
    let zoe = signed(&team.client, "yann", &[Role::KnowledgeEngineer]).await.0;
    assert_eq!(team.get(&zoe, &coding).await.status, StatusCode::NOT_FOUND, "not theirs");
    assert_eq!(team.get("", &coding).await.status, StatusCode::SEE_OTHER);
    assert_eq!(team.get(&team.milo, CODINGS).await.status, StatusCode::FORBIDDEN);
    let space = team.get(&team.milo, "/fr/mon-espace").await.body;
    assert!(space.contains(&coding), "{space}");
    let page = team.get(&team.milo, &coding).await.body;
    assert!(page.contains("10 à coder sur 10") && page.contains("<mark>"), "{page}");
    let idea = after(&page, "name=\"idea\" value=\"").to_owned();
    let first = post(&team.client, &team.milo, &coding, &[("idea", idea.clone()), ("to", "t02".into())]).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.body);
    let ines = team.get(&team.ines, &format!("{coding}?idea={idea}")).await.body;
    assert!(!ines.contains("aria-pressed") && !ines.contains("code-said"), "she does not see what he said");
    let again = team.get(&team.milo, &format!("{coding}?idea={idea}")).await.body;
    assert!(again.contains("value=\"t02\" lang=\"fr\" aria-pressed") && again.contains("Vous avez répondu"));
    for (name, said) in [("to", ""), ("to", "un thème que personne n’a"), ("code", "t99"), ("code", "fly")] {
        let unclear = post(&team.client, &team.milo, &coding, &[("idea", idea.clone()), (name, said.into())]).await;
        assert_eq!(unclear.status, StatusCode::CONFLICT, "{name} {said}");
        assert!(unclear.body.contains("role=\"alert\""));
    }
    for path in [format!("{CODINGS}/{}", team.sample), format!("/fr/desaccords/{}", team.sample)] {
        assert_eq!(team.get(&team.ines, &path).await.header(header::LOCATION), CODINGS, "nothing is compared yet");
    }
}

#[tokio::test]
async fn codes_are_compared_once_closed_and_settled_by_gestures() {
    let team = team().await;
    team.code(&team.ines, |nth| if nth < 5 { "t01" } else { "t02" }).await;
    team.code(&team.milo, |nth| if nth < 4 { "t01" } else { "t02" }).await;
    let done = team.get(&team.milo, &team.coding()).await.body;
    assert!(done.contains("Vous avez codé toutes les idées"), "{done}");
    let agreement = format!("{CODINGS}/{}", team.sample);
    let closed = post(&team.client, &team.ines, CODINGS, &[("close", team.sample.clone())]).await;
    assert_eq!(closed.header(header::LOCATION), agreement);
    assert!(team.get(&team.milo, &team.coding()).await.body.contains("Le codage est clos"));
    let page = team.get(&team.ines, &agreement).await.body;
    // Twenty codes, nine t01 and eleven t02, one pair of ten apart: 1 − 19 × 2 / (400 − 81 − 121).
    assert!(page.contains("<strong>0,81</strong>") && page.contains("bon accord"), "{page}");
    assert!(page.contains("ines et milo") && page.contains("milo et le moteur"), "{page}");

    let disputes = format!("/fr/desaccords/{}", team.sample);
    let page = team.get(&team.ines, &disputes).await.body;
    let (left, idea) = (page.matches("<tr").count() - 1, after(&page, "name=\"idea\" value=\"").to_owned());
    assert!(left >= 1 && page.contains("ines</small>") && page.contains("milo</small>"), "{page}");
    let settle = [("idea", idea.clone()), ("code", "t02".to_owned()), ("seen", "0".to_owned())];
    let settled = post(&team.client, &team.ines, &disputes, &settle).await;
    assert_eq!(settled.status, StatusCode::SEE_OTHER, "{}", settled.body);
    let page = team.get(&team.ines, settled.header(header::LOCATION)).await.body;
    assert!(!page.contains(&format!("value=\"{idea}\"")) && page.contains("class=\"done\""), "{page}");
    let pile = team.get(&team.ines, &format!("/fr/classement?pile=t02&idea={idea}")).await.body;
    assert!(pile.contains(&format!("name=\"tick\" value=\"{idea}\"")), "{pile}");
    let undo = post(&team.client, &team.ines, &disputes, &[("edit", "undo".into()), ("seen", "9".into())]).await;
    let page = team.get(&team.ines, undo.header(header::LOCATION)).await.body;
    assert_eq!(page.matches("<tr").count() - 1, left, "taken back, it is to settle again");
    assert!(team.client.state.store.verify_journal().await.is_ok());
}

#[tokio::test]
async fn what_codes_differ_about_is_a_pile_of_the_bench() {
    let team = team().await;
    team.code(&team.ines, |_| "off_topic").await;
    team.code(&team.milo, |nth| if nth == 0 { "empty" } else { "off_topic" }).await;
    let pile = "/fr/classement?pile=disagreements";
    assert!(!team.get(&team.ines, pile).await.body.contains("name=\"tick\""), "not before it is closed");
    post(&team.client, &team.ines, CODINGS, &[("close", team.sample.clone())]).await;
    let page = team.get(&team.ines, pile).await.body;
    assert!(page.matches("name=\"tick\"").count() >= 1 && page.contains("Désaccords"), "{page}");
}

#[tokio::test]
async fn a_pile_has_a_keeper_who_finds_it_among_theirs() {
    let client = Client::open(true).await;
    let ines = signed(&client, "ines", &[Role::KnowledgeEngineer]).await.0;
    let karim = signed(&client, "karim", &[Role::KnowledgeEngineer]).await.0;
    let get = async |who: &str, pile: &str| client.with(who, &format!("/fr/classement?pile={pile}"), None).await.body;
    let assign = async |who: &str, pile: &str, held: &str, to: &str| {
        let fields = [("pile", pile), ("held", held), ("to", to)];
        client.with(who, "/fr/confier-une-pile", Some(&fields)).await
    };
    let page = get(&ines, "t01").await;
    assert!(page.contains("Personne ne s’en occupe encore"), "{page}");
    let (me, other) = (after(&page, "<button name=\"to\" value=\""), after(&page, "<option value=\""));
    for (pile, to) in [("mine", me), ("t01", "nobody-we-know"), ("no pile", me)] {
        assert_eq!(assign(&ines, pile, "", to).await.status, StatusCode::BAD_REQUEST, "{pile} {to}");
    }
    assert!(!get(&ines, "mine").await.contains("name=\"tick\""));
    assert_eq!(assign(&ines, "t01", "", me).await.status, StatusCode::SEE_OTHER);
    let mine = get(&ines, "mine").await;
    assert!(mine.contains("name=\"tick\"") && mine.contains("À moi"), "{mine}");
    let late = assign(&karim, "t01", "", other).await;
    assert_eq!(late.status, StatusCode::CONFLICT, "she came first");
    assert!(late.body.contains("role=\"alert\">ines s’en occupe"), "{}", late.body);
    assert!(get(&karim, "t02").await.contains("<small>ines</small>"), "her name is beside the theme");
    assert_eq!(assign(&ines, "t01", me, other).await.status, StatusCode::SEE_OTHER);
    assert!(get(&karim, "t01").await.contains("Vous vous en occupez"));
    assert_eq!(assign(&karim, "t01", other, "").await.status, StatusCode::SEE_OTHER);
    assert!(!get(&karim, "mine").await.contains("name=\"tick\""));
}

#[tokio::test]
async fn those_who_class_see_who_looks_at_the_same() {
    let client = Client::open(true).await;
    let ines = signed(&client, "ines", &[Role::KnowledgeEngineer]).await.0;
    let karim = signed(&client, "karim", &[Role::KnowledgeEngineer]).await.0;
    let alone = client.with(&ines, "/fr/classement?pile=t01", None).await.body;
    assert!(alone.contains("id=\"others\"") && !alone.contains("regarde aussi"), "{alone}");
    let page = client.with(&karim, "/fr/classement?pile=t01", None).await.body;
    assert!(page.contains("ines regarde aussi cette idée."), "{page}");
    let look = after(&alone, "data-look=\"").replace("&#38;", "&");
    let told = client.with(&ines, &look, None).await;
    assert_eq!((told.status, told.body.as_str()), (StatusCode::OK, "karim regarde aussi cette idée."));
    assert_eq!(told.header(header::CACHE_CONTROL), "no-store");
    client.with(&karim, "/fr/classement?pile=t02", None).await;
    assert_eq!(client.with(&ines, &look, None).await.body, "");
}

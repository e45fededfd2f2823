use super::sample::*;
use super::support::on_both;
use crate::{Submission, Turnout};
use arobase_domain::*;
use uuid::Uuid;

#[test]
fn people_are_counted_where_they_speak_from() {
    on_both(async |fresh| {
        let store = &fresh.store;
        edition_with_contributions(store).await;
        let nouans = |text: &str, name: &str| NewContribution {
            territory: Some("72222".into()),
            ..signed(text, name, "Nouans", true)
        };
        let new = nouans("par le formulaire", "Chantal");
        let sent = Submission { contribution: &new, token: "a", id: Uuid::from_u128(9), by: None, calls: &[] };
        store.submit(&edition().id, sent, &stems, NOW).await.unwrap();
        let again = ["Chantal", "Denis", "", ""].map(|name| nouans("par un fichier", name));
        let again = again.into_iter().zip(5..).map(|(new, nth)| incoming(new, nth)).collect();
        store.import(&edition().id, again, &stems, NOW).await.unwrap();
        let turnout = |territory: Option<&str>, department: Option<&str>, people| Turnout {
            territory: territory.map(str::to_owned),
            department: department.map(str::to_owned),
            people,
        };
        assert_eq!(
            store.turnout(&edition().id).await.unwrap(),
            [turnout(None, None, 1), turnout(None, Some("72"), 2), turnout(Some("72222"), Some("72"), 4)],
            "the broken row is nobody, Chantal is one person, those without a name are two"
        );
        assert_eq!(store.turnout(&EditionId::new("none")).await.unwrap(), []);
    });
}

use super::sample::*;
use super::support::on_both;
use arobase_domain::Channel;

#[test]
fn a_commune_is_told_only_with_the_consent_to_be_named() {
    on_both(async |fresh| {
        let store = &fresh.store;
        store.create_edition(&edition(), NOW).await.unwrap();
        let rows = vec![
            incoming(signed("un", "Anne", "Nouans", true), 1),
            incoming(signed("deux", "Luc", "Nouans", false), 2),
            incoming(contribution("trois"), 3),
        ];
        store.import(&edition().id, rows, &stems, NOW).await.unwrap();
        let found = store.provenances(&edition().id).await.unwrap();
        let told: Vec<_> =
            found.iter().map(|one| (one.number, one.department.as_deref(), one.commune.as_deref())).collect();
        assert_eq!(told, [(1, Some("72"), Some("Nouans")), (2, Some("72"), None), (3, None, None)]);
        assert!(found.iter().all(|one| one.channel == Channel::Online));
        assert_eq!(found[2].received_at, NOW + 3);
        assert!(store.provenances(&arobase_domain::EditionId::new("none")).await.unwrap().is_empty());
    });
}

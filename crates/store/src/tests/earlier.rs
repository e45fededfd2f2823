use super::sample::*;
use super::support::on_both;
use arobase_domain::*;

#[test]
fn earlier_editions_tell_what_they_published() {
    on_both(async |fresh| {
        let store = &fresh.store;
        run_saved(store).await;
        let year = |id: &str, slug: &str, congress_date| Edition {
            id: EditionId::new(id),
            slug: slug.into(),
            name: format!("Congrès {slug}"),
            congress_date,
            phases: Vec::new(),
            ..edition()
        };
        let (next, before) = (year("0199-next", "2027", NOW + 90), year("0199-before", "2025", NOW - 90));
        for edition in [&next, &before] {
            store.create_edition(edition, NOW).await.unwrap();
        }
        let said = store.earlier_propositions(&next.id).await.unwrap();
        let told: Vec<_> = said.iter().map(|one| (one.slug.as_str(), one.id.as_str(), one.text.as_str())).collect();
        assert_eq!(told, [("2026", "p01", "installer la fibre"), ("2026", "p02", "renoncer à la fibre")]);
        assert_eq!((said[0].edition.as_str(), said[0].congress_date), ("Congrès 2026", NOW + 50));
        assert_eq!(store.earlier_propositions(&edition().id).await.unwrap(), [], "2025 has no run");
        assert_eq!(store.earlier_propositions(&before.id).await.unwrap(), []);
    });
}

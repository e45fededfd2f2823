use super::people::{anne, invited};
use super::sample::{NOW, edition};
use super::support::on_both;
use crate::Standing;
use arobase_domain::{Edition, EditionId, GuidingQuestion, MemberId, Phase, PhaseKind, Role};

fn next() -> Edition {
    let id = EditionId::new("e-next");
    Edition { id, slug: "next".into(), congress_date: edition().congress_date + 1, ..edition() }
}

fn standing(edition: &Edition, published: bool, version: u32) -> Standing {
    Standing { id: edition.id.clone(), slug: edition.slug.clone(), published, version }
}

#[test]
fn settings_are_replaced_once_and_never_silently() {
    on_both(|fresh| async move {
        let (store, me) = (fresh.store, MemberId::new("m"));
        store.create_edition(&edition(), NOW).await.unwrap();
        assert_eq!(store.standings().await.unwrap(), [standing(&edition(), true, 1)]);
        let mut mine = edition();
        mine.motto = "Une idée par commune".into();
        mine.settings.questions.push(GuidingQuestion { fr: "Et après ?".into(), en: String::new() });
        mine.phases = vec![Phase { kind: PhaseKind::Collection, starts_at: 5, ends_at: 7 }];
        assert!(store.change_edition(&mine, 1, &me, NOW).await.unwrap());
        assert_eq!(store.edition(&mine.id).await.unwrap(), Some((mine.clone(), 2)));
        let theirs = Edition { name: "Autre".into(), ..edition() };
        assert!(!store.change_edition(&theirs, 1, &me, NOW).await.unwrap(), "read before mine was written");
        assert!(store.change_edition(&mine, 2, &me, NOW).await.unwrap(), "nothing to change");
        assert_eq!(store.standings().await.unwrap(), [standing(&mine, true, 2)]);
        let mut backwards = mine.clone();
        backwards.phases[0].ends_at = 0;
        assert!(store.change_edition(&backwards, 2, &me, NOW).await.is_err());
        let entries = store.journal(1).await.unwrap().items;
        assert_eq!(entries.len(), 2);
        assert!(!format!("{entries:?}").contains("Une idée"), "what changed, not to what");
        let changed = entries.iter().find(|entry| entry.entry.gesture == "edition.changed").unwrap();
        let parts = &changed.entry.facts["changed"];
        assert!(parts.starts_with("motto,phase.") && parts.ends_with(",questions"), "{parts}");
        store.verify_journal().await.unwrap();
    });
}

#[test]
fn of_two_who_save_at_once_one_is_told() {
    on_both(|fresh| async move {
        let (store, me) = (fresh.store, MemberId::new("m"));
        store.create_edition(&edition(), NOW).await.unwrap();
        let change = |motto: &str| Edition { motto: motto.into(), ..edition() };
        let (one, other) = (change("un"), change("deux"));
        let (one, other) =
            tokio::join!(store.change_edition(&one, 1, &me, NOW), store.change_edition(&other, 1, &me, NOW));
        assert!(one.unwrap() != other.unwrap());
    });
}

#[test]
fn an_edition_is_prepared_apart_then_published() {
    on_both(|fresh| async move {
        let store = fresh.store;
        store.create_edition(&edition(), NOW).await.unwrap();
        let me = invited(&store, &anne(), Role::Contributor, "abc", None).await;
        store.prepare_edition(&next(), Some(&me), NOW).await.unwrap();
        assert_eq!(store.standings().await.unwrap(), [standing(&edition(), true, 1), standing(&next(), false, 1)]);
        assert_eq!(store.current_edition().await.unwrap().map(|edition| edition.id), Some(edition().id));
        let mine = store.participant(&next().id, &me).await.unwrap().unwrap();
        assert!(mine.roles.contains(&Role::Administrator));
        let told = async || store.figures_of_all().await.unwrap().into_iter().map(|(slug, _)| slug).collect::<Vec<_>>();
        assert_eq!(told().await, ["2026"], "what is prepared is not told");
        assert!(store.publish_edition(&next().id, &me, NOW).await.unwrap());
        assert_eq!(told().await, ["next", "2026"]);
        assert!(!store.publish_edition(&next().id, &me, NOW).await.unwrap(), "once");
        assert_eq!(store.standings().await.unwrap()[0], standing(&next(), true, 2));
        assert_eq!(store.current_edition().await.unwrap().map(|edition| edition.id), Some(next().id));
    });
}

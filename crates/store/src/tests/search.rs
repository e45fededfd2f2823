use super::sample::*;
use super::support::on_both;
use crate::{Filter, Store};

async fn contributions(store: &Store, words: &str) -> Vec<u32> {
    let filter = Filter { stems: stems(words), ..Filter::default() };
    let mut found: Vec<u32> =
        store.list(&edition().id, &filter, 1).await.unwrap().items.iter().map(|row| row.number).collect();
    found.sort_unstable();
    found
}

async fn ideas(store: &Store, words: &str) -> Vec<String> {
    let page = store.search_ideas(&edition().id, &stems(words), 1).await.unwrap();
    assert_eq!(page.total, page.items.len() as u64);
    let mut found: Vec<String> = page.items.iter().map(|verbatim| verbatim.idea.id.to_string()).collect();
    found.sort_unstable();
    found
}

#[test]
fn every_stem_must_be_there_the_last_one_possibly_cut_short() {
    on_both(async |fresh| {
        let store = &fresh.store;
        run_saved(store).await;
        assert_eq!(contributions(store, "fibres").await, [1, 2]);
        assert_eq!(contributions(store, "la fibre").await, [1]);
        assert_eq!(contributions(store, "vélo").await, [1]);
        assert_eq!(
            contributions(store, "velo").await,
            [0; 0],
            "folding accents is the stemmer's business, on both alike"
        );
        assert_eq!(contributions(store, "il fi").await, [1], "the last is a beginning");
        assert_eq!(contributions(store, "fi il").await, [0; 0], "the others are not");
        assert_eq!(ideas(store, "fibre").await, ["1.1", "2.1"]);
        assert_eq!(ideas(store, "faut").await, ["1.1", "1.2"], "carried words count");
    });
}

#[test]
fn whatever_is_typed_is_words_and_not_syntax() {
    on_both(async |fresh| {
        let store = &fresh.store;
        store.create_edition(&edition(), NOW).await.unwrap();
        let texts = ["l'eau 4G NEAR près", "e-mail a@b.fr 1e5 2.0", "AND OR NOT", "東京 Straße œuvre ½ élu·e"];
        for (nth, text) in texts.iter().enumerate() {
            submit(store, text, &nth.to_string()).await;
        }
        let found = async |typed: &str| {
            let filter = Filter { stems: vec![typed.to_owned()], ..Filter::default() };
            store.list(&edition().id, &filter, 1).await.unwrap().items.iter().map(|row| row.number).collect::<Vec<_>>()
        };
        for (typed, expected) in [
            ("l'eau", 1),
            ("4g", 1),
            ("NEAR", 1),
            ("a@b.fr", 2),
            ("1e5", 2),
            ("2.0", 2),
            ("and", 3),
            ("NOT", 3),
            ("東京", 4),
            ("straße", 4),
            ("œuvre", 4),
            ("½", 4),
            ("élu·e", 4),
            ("\"and", 3),
            ("'and' & or:*", 3),
            ("stems:and", 0),
            ("and*", 3),
            ("(and", 3),
            ("a\\b", 2),
        ] {
            let expected: Vec<u32> = if expected == 0 { vec![] } else { vec![expected] };
            assert_eq!(found(typed).await, expected, "{typed}");
        }
        assert_eq!(found("'\"*:&|!()").await, [4, 3, 2, 1], "no word is no condition");
        assert_eq!(store.search_ideas(&edition().id, &["'".to_owned()], 1).await.unwrap().total, 0);
    });
}

#[test]
fn the_best_comes_first_and_only_the_last_run_is_searched() {
    on_both(async |fresh| {
        let store = &fresh.store;
        run_saved(store).await;
        submit(store, &format!("fibre fibre fibre {}", "autre chose ".repeat(3)), "a").await;
        let mut second = analysis();
        second.ideas[2].text = "Plus de cuivre".into();
        second.run.output_hash = "second".into();
        store.save_run(&edition().id, &second, &stems, &arobase_domain::RunId::new("run-2"), NOW, NOW).await.unwrap();
        assert_eq!(ideas(store, "fibre").await, ["1.1"]);
        assert_eq!(ideas(store, "cuivre").await, ["2.1"]);
        assert_eq!(contributions(store, "fibre").await, [1, 2, 5]);
    });
}

#[test]
fn ideas_that_share_words_the_most_of_them_first() {
    on_both(async |fresh| {
        let store = &fresh.store;
        run_saved(store).await;
        let near = async |words: &str, most| {
            let found = store.ideas_with_any(&edition().id, &stems(words), most).await.unwrap();
            found.iter().map(|verbatim| verbatim.idea.id.to_string()).collect::<Vec<_>>()
        };
        let one = near("la fibre et", 10).await;
        assert_eq!(one[0], "1.1", "{one:?}");
        assert!(one.contains(&"1.2".to_owned()), "one word in common is enough: {one:?}");
        assert_eq!(near("la fibre et", 1).await, ["1.1"]);
        assert_eq!(near("personne ne dit cela", 10).await, [""; 0]);
        assert_eq!(near("' \" | & :*", 10).await, [""; 0], "no word is nothing to look for");
    });
}

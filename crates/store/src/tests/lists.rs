use super::sample::*;
use super::support::on_both;
use crate::list::Narrowed;
use crate::read::{number, text};
use crate::{Filter, PAGE_SIZE, Store};
use arobase_domain::*;

async fn numbers(store: &Store, filter: Filter) -> Vec<u32> {
    let page = store.list(&edition().id, &filter, 1).await.unwrap();
    assert_eq!(page.total, page.items.len() as u64);
    page.items.iter().map(|row| row.number).collect()
}

#[test]
fn a_list_is_narrowed_by_everything_asked() {
    on_both(async |fresh| {
        let store = &fresh.store;
        run_saved(store).await;
        let any = Filter::default;
        assert_eq!(numbers(store, any()).await, [4, 3, 2, 1]);
        assert_eq!(numbers(store, Filter { theme: Some(ThemeId::new("t01")), ..any() }).await, [2, 1]);
        assert_eq!(numbers(store, Filter { theme: Some(ThemeId::new("t02")), ..any() }).await, [1]);
        assert_eq!(numbers(store, Filter { theme: Some(ThemeId::new("t99")), ..any() }).await, [0; 0]);
        assert_eq!(numbers(store, Filter { channel: Some(Channel::Paper), ..any() }).await, [2]);
        assert_eq!(numbers(store, Filter { department: Some("72".into()), ..any() }).await, [2, 1]);
        assert_eq!(numbers(store, Filter { state: Some(State::Broken), ..any() }).await, [4]);
        assert_eq!(numbers(store, Filter { stems: stems("pas fibre"), ..any() }).await, [2]);
        let all = Filter {
            theme: Some(ThemeId::new("t01")),
            channel: Some(Channel::Online),
            department: Some("72".into()),
            state: Some(State::Classed),
            stems: stems("fibre"),
        };
        assert_eq!(numbers(store, all).await, [1]);
    });
}

#[test]
fn a_row_says_who_where_and_what_became_of_it() {
    on_both(async |fresh| {
        run_saved(&fresh.store).await;
        let rows = fresh.store.list(&edition().id, &Filter::default(), 1).await.unwrap().items;
        let [_, nothing, unnamed, first] = &rows[..] else { panic!("four rows") };
        assert_eq!(first.author.as_ref().unwrap().commune, "Nouans");
        assert_eq!(first.title.as_deref(), Some("Fibre"));
        assert_eq!(first.excerpt, "Il faut la fibre. Et des vélos.");
        let themes = [(ThemeId::new("t01"), "fibre".to_owned()), (ThemeId::new("t02"), "vélo".to_owned())];
        assert_eq!(first.themes, themes);
        assert_eq!((&unnamed.author, unnamed.department.as_deref()), (&None, Some("72")));
        assert_eq!((nothing.state, nothing.reason.as_str(), nothing.themes.len()), (State::Empty, "no_content", 0));
    });
}

#[test]
fn pages_cover_the_list_once() {
    on_both(async |fresh| {
        let store = &fresh.store;
        store.create_edition(&edition(), NOW).await.unwrap();
        let long = "é".repeat(1_000);
        let sheaf = (1..=60).map(|nth| incoming(contribution(&long), nth)).collect();
        store.import(&edition().id, sheaf, &stems, NOW).await.unwrap();
        let mut seen = Vec::new();
        for number in 0..=4 {
            let page = store.list(&edition().id, &Filter::default(), number).await.unwrap();
            assert_eq!((page.total, page.pages(), page.number), (60, 3, number.max(1)));
            assert!(page.items.iter().all(|row| row.excerpt.chars().count() == 400));
            if number > 0 {
                seen.extend(page.items.iter().map(|row| row.number));
            }
        }
        assert_eq!(seen, (1..=60).rev().collect::<Vec<_>>());
        assert_eq!(PAGE_SIZE, 25);
    });
}

#[test]
fn facets_count_what_each_filter_would_keep() {
    on_both(async |fresh| {
        run_saved(&fresh.store).await;
        let facets = fresh.store.facets(&edition().id).await.unwrap();
        assert_eq!(facets.channels, [(Channel::Online, 2), (Channel::Paper, 1), (Channel::Import, 1)]);
        assert_eq!(facets.departments, [("72".to_owned(), 2)]);
        assert_eq!(facets.states, [(State::Classed, 2), (State::Empty, 1), (State::Broken, 1)]);
        let fibre = (ThemeId::new("t01"), "fibre".to_owned(), 2);
        assert_eq!(facets.themes[0], fibre);
    });
}

/// On SQLite, whose planner we have to help: no list reads a whole table (`f` is the numbers of a page).
#[test]
fn lists_are_read_through_indices() {
    on_both(async |fresh| {
        if !fresh.is_sqlite() {
            return;
        }
        run_saved(&fresh.store).await;
        let some = Filter { theme: Some(ThemeId::new("t01")), state: Some(State::Classed), ..Filter::default() };
        let words = Filter { stems: stems("fibre"), ..Filter::default() };
        for filter in [Filter::default(), Filter { channel: Some(Channel::Paper), ..Filter::default() }, some, words] {
            let plan = plan(&fresh.store, &filter).await;
            let read =
                |step: &&String| step.starts_with("SCAN") && *step != "SCAN f" && !step.contains("VIRTUAL TABLE");
            assert_eq!(plan.iter().find(read), None, "{filter:?}: {plan:#?}");
            assert!(
                filter.stems.is_empty() || plan[0].contains("VIRTUAL TABLE"),
                "the index is asked first: {plan:#?}"
            );
        }
    });
}

/// What too many hold is not ranked; nothing else changes, and SQLite does not sort it.
#[test]
fn what_nearly_all_hold_comes_latest_first() {
    on_both(async |fresh| {
        let store = &fresh.store;
        run_saved(store).await;
        submit(store, "Plus de fibre, fibre, fibre", "late").await;
        let words = Filter { stems: stems("fibre"), department: Some("72".into()), ..Filter::default() };
        for (filter, expected) in [(Filter { department: None, ..words.clone() }, vec![5, 2, 1]), (words, vec![2, 1])] {
            let mut narrowed = store.narrowed(&edition().id, &filter);
            assert!(!fresh.is_sqlite() || sorts(store, &narrowed).await);
            narrowed.latest();
            assert!(!fresh.is_sqlite() || !sorts(store, &narrowed).await);
            let page = narrowed.ask(narrowed.page()).bind(25_i64).bind(0_i64);
            assert_eq!(store.all(page, |row| number::<u32>(row, "number")).await.unwrap(), expected);
        }
    });
}

async fn sorts(store: &Store, narrowed: &Narrowed) -> bool {
    let plan = explain(store, narrowed, narrowed.page()).await;
    plan.iter().take_while(|step| *step != "SCAN f").any(|step| step.contains("TEMP B-TREE"))
}

async fn plan(store: &Store, filter: &Filter) -> Vec<String> {
    let narrowed = store.narrowed(&edition().id, filter);
    let mut plan = explain(store, &narrowed, narrowed.count()).await;
    plan.extend(explain(store, &narrowed, narrowed.page()).await);
    plan
}

async fn explain(store: &Store, narrowed: &Narrowed, sql: String) -> Vec<String> {
    let asked = narrowed.ask(format!("EXPLAIN QUERY PLAN {sql}"));
    store.all(asked.bind(25_i64).bind(0_i64), |row| text(row, "detail")).await.unwrap()
}

use super::search::Nearness;
use super::*;
use proptest::prelude::*;

fn codes(typed: &str) -> Vec<&'static str> {
    search(typed, 20).hits.iter().map(|hit| hit.territory.code).collect()
}

fn first(typed: &str) -> String {
    search(typed, 1).hits.first().map_or_else(String::new, |hit| hit.territory.to_string())
}

fn meant(typed: &str) -> Option<&'static str> {
    resolve(typed).one().map(|territory| territory.code)
}

fn homonyms(typed: &str) -> Vec<String> {
    match resolve(typed) {
        Resolution::Several(hits) => hits.iter().map(|hit| hit.territory.to_string()).collect(),
        Resolution::One(_) | Resolution::Unknown => Vec::new(),
    }
}

#[test]
fn a_commune_has_all_that_is_told_of_it() {
    let agen = territory("47001").unwrap();
    assert_eq!((agen.to_string().as_str(), agen.kind), ("Agen (47)", TerritoryKind::Commune));
    assert_eq!((agen.department(), agen.region().unwrap().name), (Some("47"), "Nouvelle-Aquitaine"));
    let epci = agen.epci().unwrap();
    assert_eq!((epci.name, epci.kind, epci.department()), ("CA Agglomération d’Agen", TerritoryKind::Epci, Some("47")));
    assert_eq!(agen.postcodes().collect::<Vec<_>>(), ["47000"]);
    assert!((30_000..40_000).contains(&agen.population) && !agen.is_overseas());
    assert_eq!(territory("99999"), None);
    assert_eq!(territory(""), None);
}

#[test]
fn every_commune_and_no_other_is_in_the_table() {
    let count = |kind| TABLE.all().filter(|territory| territory.kind == kind).count();
    // 34,969 in the source, of which Saint-Barthélemy, Saint-Martin and Clipperton are collectivities.
    assert_eq!(count(TerritoryKind::Commune), 34_966);
    assert_eq!(count(TerritoryKind::Epci), 1_255);
    // Paris is a commune, Martinique, Guyane and Mayotte are collectivities.
    assert_eq!((count(TerritoryKind::Department), count(TerritoryKind::Region)), (97, 15));
    assert_eq!(count(TerritoryKind::Collectivity), 3 + 8);
    for territory in TABLE.all() {
        assert!(!territory.name.is_empty() && super::territory(territory.code) == Some(territory));
        assert!(territory.region().is_some(), "{territory} has no région");
        assert!(territory.department().is_none_or(|code| super::territory(code).is_some()), "{territory}");
    }
}

#[test]
fn names_are_found_as_people_type_them() {
    for (typed, official) in [
        ("agen", "Agen (47)"),
        ("st cere", "Saint-Céré (46)"),
        ("L'HAY LES ROSES", "L’Haÿ-les-Roses (94)"),
        ("rochelle", "La Rochelle (17)"),
        ("chapelle erdre", "La Chapelle-sur-Erdre (44)"),
        ("villeneuve s/lot", "Villeneuve-sur-Lot (47)"),
        ("mont saint michel", "Le Mont-Saint-Michel (50)"),
        ("Saint-Denis (974)", "Saint-Denis (974)"),
        ("saint denis réunion", ""),
        ("saint denis, la reunion", "Saint-Denis (974)"),
        ("noumea", "Nouméa (988)"),
        ("papeete", "Papeete (987)"),
        ("communaute de communes de la Dombes", "CC de la Dombes (01)"),
        ("gers", "Gers (32)"),
        ("martinique", "Martinique (972)"),
        ("bretagne", "Bretagne"),
    ] {
        assert_eq!(first(typed), official, "{typed}");
    }
    assert!(codes("lyo").starts_with(&["69123"]));
}

#[test]
fn what_is_typed_so_far_finds_the_largest_first() {
    let found = search("saint-m", 10);
    assert!(found.total > 500 && found.hits.len() == 10);
    assert!(found.hits.iter().all(|hit| hit.nearness == Nearness::Beginning));
    assert!(found.hits.is_sorted_by(|a, b| a.territory.population >= b.territory.population));
    assert_eq!(codes("4700").first(), Some(&"47001"));
    assert!(search("4", 2_000).hits.iter().all(|hit| hit.territory.postcodes().any(|code| code.starts_with('4'))));
    assert_eq!(search("", 10).total, 0);
    assert_eq!(search(" (–) ", 10).total, 0);
}

#[test]
fn paris_lyon_and_marseille_are_one_commune_each() {
    for typed in
        ["Paris", "75056", "75101", "75116", "75012", "Paris 12e", "paris 1er arrondissement", "Paris (75)", "75"]
    {
        assert_eq!(codes(typed).first(), Some(&"75056"), "{typed}");
    }
    assert_eq!((meant("Paris"), meant("75013"), meant("69003 Lyon")), (Some("75056"), Some("75056"), Some("69123")));
    assert_eq!(
        (meant("13216"), meant("13008 Marseille"), meant("69389")),
        (Some("13055"), Some("13055"), Some("69123"))
    );
    assert_eq!(territory("75056").unwrap().region().unwrap().name, "Île-de-France");
}

#[test]
fn corsica_and_overseas_have_their_own_codes() {
    assert_eq!((meant("Ajaccio"), meant("2a004"), meant("20200")), (Some("2A004"), Some("2A004"), None));
    assert_eq!(territory("2B033").unwrap().department(), Some("2B"));
    assert_eq!(territory("2B033").unwrap().region().unwrap().name, "Corse");
    for (typed, code) in
        [("97133", "977"), ("97701", "977"), ("Saint-Barthélemy (977)", "977"), ("97150", "978"), ("98800", "98818")]
    {
        assert_eq!(codes(typed).first(), Some(&code), "{typed}");
    }
    let collectivity = territory("978").unwrap();
    assert_eq!((collectivity.kind, collectivity.region()), (TerritoryKind::Collectivity, Some(collectivity)));
    for code in ["97209", "97401", "98818", "98735", "977", "R01", "972"] {
        assert!(territory(code).unwrap().is_overseas(), "{code}");
    }
    assert_eq!(territory("97209").unwrap().region().unwrap().code, "972");
    assert_eq!(territory("97401").unwrap().region().unwrap().code, "R04");
}

#[test]
fn homonyms_are_told_apart_by_their_departement() {
    let same = homonyms("saint-martin");
    assert_eq!(same.first().map(String::as_str), Some("Saint-Martin (978)"));
    assert!(same.contains(&"Saint-Martin (32)".to_owned()) && same.len() > 3);
    for typed in ["Saint-Martin (32)", "st martin 32", "Saint Martin, Gers", "32300 Saint-Martin", "32389"] {
        assert_eq!(meant(typed), Some("32389"), "{typed}");
    }
    assert!(homonyms("Mayenne").len() == 2, "a commune and a département");
    assert_eq!(resolve("Saint-Ma"), Resolution::Unknown, "a beginning means nothing");
    assert_eq!(resolve("Association des maires"), Resolution::Unknown);
    assert_eq!(resolve("Agen (32)"), Resolution::Unknown);
}

#[test]
fn a_name_with_its_article_is_not_the_name_without() {
    assert_eq!(homonyms("Rochelle"), ["La Rochelle (17)", "La Rochelle (70)"]);
    assert_eq!(meant("Havre"), Some("76351"), "nothing bears this name alone");
    assert_eq!(meant("Pin"), Some("70410"), "« Le Pin » is another name");
    let Resolution::Several(pins) = resolve("Le Pin") else { panic!("there are many") };
    assert!(pins.iter().all(|hit| hit.by.unwrap_or(hit.territory.name) == "Le Pin"));
}

#[test]
fn a_commune_that_joined_another_still_leads_there() {
    let hits = search("Andrezé", 5).hits;
    assert_eq!((hits[0].territory.name, hits[0].by), ("Beaupréau-en-Mauges", Some("Andrezé")));
    assert_eq!(meant("49006"), Some("49023"));
    let doubt = homonyms("Béon");
    assert_eq!(doubt, ["Béon (89)", "Culoz-Béon (01)"]);
}

#[test]
fn what_is_left_of_the_source_is_right() {
    let Some(reference) = reference() else { return };
    let mut seen = 0;
    for line in reference.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let [code, name, department, region, population, _, postcodes, epci, ..] = fields[..] else { continue };
        let found = territory(code).unwrap();
        if found.code == code {
            seen += 1;
            assert_eq!(found.name, name.replace('\'', "’"));
            assert_eq!(found.department(), Some(department));
            assert_eq!(found.population, population.parse().unwrap_or(0));
            assert_eq!(found.postcodes().collect::<Vec<_>>().join(" "), postcodes);
            assert_eq!(found.epci().map_or("", |epci| epci.code), epci);
            let own = found.region().unwrap().code;
            assert!(own == format!("R{region}") || own == department, "{code}: {own} {region}");
        }
    }
    assert!(seen > 34_900, "{seen}");
}

fn reference() -> Option<String> {
    let folder =
        std::env::var_os("AROBASE_DATA").map_or_else(|| "../../../shared/data".into(), std::path::PathBuf::from);
    let read = std::fs::read_to_string(folder.join("territoires/communes.csv"));
    if read.is_err() {
        println!("skipped: no territoires/communes.csv in {}", folder.display());
    }
    read.ok()
}

#[test]
fn names_sought_whole_are_those_that_a_search_finds_whole() {
    for typed in
        ["Le Pin", "pin", "Saint-Martin", "Paris", "la la", "Rochelle", "l", "Mayenne (53)", "Béon", "L’Île-d’Yeu"]
    {
        let mut found = search(typed, usize::MAX).hits;
        found.retain(|hit| hit.nearness <= Nearness::ButArticle);
        assert_eq!(search::all(typed, search::by_whole_name), found, "{typed}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn every_territory_is_found_by_its_code_and_by_its_name(rank in 0..36_000_usize) {
        let territory = TABLE.all().nth(rank).unwrap();
        let label = territory.to_string();
        let hits = search::all(&label, search::by_whole_name);
        prop_assert!(hits.iter().any(|hit| hit.territory == territory && hit.nearness == Nearness::Exact), "{label}");
        prop_assert!(search::all(territory.code, search::by_whole_name).iter().any(|hit| hit.territory == territory));
        let plain = fold::words(&label).join(" ").to_uppercase();
        prop_assert!(search(&plain, usize::MAX).hits.iter().any(|hit| hit.territory == territory), "{plain}");
    }

    #[test]
    fn anything_may_be_typed(typed in any::<String>()) {
        let found = search(&typed, 5);
        prop_assert!(found.hits.len() <= 5 && found.hits.len() <= found.total);
        prop_assert_eq!(search(&typed, 5), found);
    }
}

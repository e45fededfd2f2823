//! `arobase admin` as whoever sets a site up meets it.

mod common;

use common::{Place, names};
use insta::assert_snapshot;

#[test]
fn help_in_both_languages() {
    let place = Place::new();
    assert_snapshot!(place.told(&["admin", "invite", "--help"]));
    assert_snapshot!(place.told(&["admin", "invite", "--help", "--lang", "en"]));
    assert_snapshot!(place.told(&["admin", "--help"]));
}

#[test]
fn the_first_administrator_is_invited_and_listed() {
    let place = Place::new();
    assert!(place.told(&["admin", "list"]).starts_with("2\n"), "there is no site");
    assert!(place.told(&["init", "--name", "Congrès 2026"]).starts_with("0\n"));
    assert_eq!(place.told(&["admin", "list"]), "0\nPersonne n’administre cette édition.\n");
    let told = place.told(&[
        "admin",
        "invite",
        " Anne@Nouans.example",
        "--name",
        "Anne Le Goff",
        "--site",
        "https://a.example/",
    ]);
    let (_, secret) = told.split_once("\nhttps://a.example/fr/entrer?key=").expect(&told);
    assert_eq!(secret.trim().len(), 64, "{told}");
    let again = place.told(&["admin", "invite", "anne@nouans.example", "--lang", "en"]);
    assert!(
        again.starts_with("0\nanne@nouans.example administers “Congrès 2026”.") && again.contains("/en/enter?key="),
        "{again}"
    );
    assert!(!again.contains(secret.trim()), "another link");
    assert_eq!(place.told(&["admin", "list"]), "0\nanne@nouans.example  Anne Le Goff\n");
    for wrong in [
        &["admin", "invite", "anne"][..],
        &["admin", "invite", "a@b.example", "--site", "b.example"],
        &["admin", "list", "--edition", "1999"],
    ] {
        assert!(place.told(wrong).starts_with("2\n"), "{wrong:?}: {}", place.told(wrong));
    }
    let data = place.at("arobase-data");
    for name in names(&data).iter().filter(|name| name.starts_with("arobase.db")) {
        let bytes = std::fs::read(data.join(name)).expect("read");
        assert!(!bytes.windows(64).any(|window| window == secret.trim().as_bytes()), "{name} holds a secret");
    }
    assert!(place.told(&["journal", "verify"]).starts_with("0\n3 inscriptions"));
}

#[test]
fn members_are_added_from_the_official_directory_once() {
    let place = Place::new();
    assert!(place.told(&["init", "--name", "Congrès 2026"]).starts_with("0\n"));
    std::fs::write(
        place.at("elus.csv"),
        "Nom de l'élu;Prénom de l'élu;Date de naissance;Code de la commune;Libellé de la commune;Libellé de la fonction\n\
         MOREL;Ada;01/02/1970;72222;Nouans;Maire\nBON;Jean;03/04/1960;;Saint-Martin;\n;;;;;\n;;;72222;Nouans;Maire\n",
    )
    .expect("written");
    assert_snapshot!(place.told(&["admin", "import", "elus.csv", "--dry-run"]));
    assert!(place.told(&["admin", "import", "elus.csv"]).starts_with("0\nNouveaux membres\u{a0}: 2."));
    let again = place.told(&["admin", "import", "elus.csv", "--lang", "en"]);
    assert!(again.starts_with("0\nNew members: 0. Known better now: 0. Nothing new: 2."), "{again}");
    assert!(place.told(&["admin", "import", "nothing.csv"]).starts_with("2\nnothing.csv"));
    assert!(place.told(&["journal", "verify"]).starts_with("0\n3 inscriptions"));
}

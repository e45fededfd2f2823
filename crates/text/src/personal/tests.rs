use super::*;
use proptest::prelude::*;

fn found(raw: &str) -> Vec<(Kind, String)> {
    let chars: Vec<char> = raw.chars().collect();
    find(&Normal::of(raw)).into_iter().map(|datum| (datum.kind, chars[datum.span].iter().collect())).collect()
}

fn one(raw: &str, kind: Kind, part: &str) {
    assert_eq!(found(raw), [(kind, part.to_owned())], "{raw}");
}

fn none(raw: &str) {
    assert_eq!(found(raw), [], "{raw}");
}

#[test]
fn telephones_are_found_in_their_french_shapes() {
    for number in [
        "06 00 00 00 01",
        "06.00.00.00.01",
        "06-00-00-00-01",
        "0600000001",
        "+33 6 00 00 00 01",
        "+33600000001",
        "0033 6 00 00 00 01",
        "+33 (0)6 00 00 00 01",
    ] {
        one(&format!("Appelez-moi au {number} le soir"), Kind::Phone, number);
    }
    for text in [
        "le 08 00 12 34 56",
        "12 000 000 euros",
        "de 2010 à 2015",
        "article 06 12 du code",
        "SIREN 123 456 789",
        "0 1 2 3 4 5 6 7 8 9",
    ] {
        none(text);
    }
}

#[test]
fn numbers_with_check_digits_are_checked() {
    one("Virement sur FR76 3000 6000 0112 3456 7890 189 merci", Kind::Iban, "FR76 3000 6000 0112 3456 7890 189");
    none("Virement sur FR76 3000 6000 0112 3456 7890 188 merci");
    one("mon numéro : 2 55 08 14 168 025 38", Kind::SocialSecurity, "2 55 08 14 168 025 38");
    none("2 55 08 14 168 025 39");
}

#[test]
fn plates_and_births() {
    one("la voiture AB-123-CD gêne", Kind::Plate, "AB-123-CD");
    one("immatriculée AB 123 CD", Kind::Plate, "AB 123 CD");
    none("le plan QT-12 et la norme EN-301-549");
    one("Je suis née le 12 mars 1954 à Brest", Kind::BirthDate, "12 mars 1954");
    one("né le 03/04/1961", Kind::BirthDate, "03/04/1961");
    none("né en 1954, le 12 mars la mairie a fermé");
}

#[test]
fn people_can_be_reached() {
    one("écrire à jeanne.legoff@exemple.fr.", Kind::Email, "jeanne.legoff@exemple.fr");
    none("écrire à mairie@exemple.fr, ou @arobase");
    one("J’habite 12 bis, rue des Lilas, 22600 Loudéac.", Kind::Address, "12 bis, rue des Lilas, 22600 Loudéac");
    one("au 3 allée du 8 mai 1945 depuis", Kind::Address, "3 allée du 8 mai 1945");
    for text in [
        "il reste 2 places de crèche",
        "1 cours d’informatique par mois",
        "dans 3 rues sur 10",
        "la mairie, 1 place de la République",
    ] {
        none(text);
    }
}

#[test]
fn private_persons_are_named() {
    one("J’ai vu Mme Kerbrat hier", Kind::Name, "Kerbrat");
    one("Bonjour, je m'appelle Martine et je veux", Kind::Name, "Martine");
    one("La fibre manque.\nCordialement,\nJeanne Le Goff", Kind::Name, "Jeanne Le Goff");
    one("Selon mon voisin, Sébastien Kerbrat, rien ne marche", Kind::Name, "Sébastien Kerbrat");
    one("&quot;M.&nbsp;Kerbrat&quot;", Kind::Name, "Kerbrat");
}

#[test]
fn officials_and_places_are_not() {
    for text in [
        "Monsieur le Maire",
        "M. Kerbrat, maire de Brest,",
        "le ministre M. Kerbrat",
        "Monsieur Macron",
        "Madame Michu",
        "la rue Jean Jaurès",
        "le lycée Jeanne Kerbrat",
        "la loi Jean Kerbrat",
        "Monsieur Tout le Monde",
        "Saint Martin de Ré",
        "Madame la Présidente",
        "M. Le Maire",
        "La Poste et Orange",
    ] {
        none(text);
    }
}

proptest! {
    #[test]
    fn findings_lie_apart_within_the_text(raw in "(M\\. |Mme |Jean |Kerbrat|06 00 00 00 01|a@b.fr|12 rue |des Lilas|FR76|né le |1/2/1960|&amp;|Ã©|\n| |,|-){0,24}|(?s:.{0,60})") {
        let scalars = raw.chars().count();
        let mut last = 0;
        for datum in find(&Normal::of(&raw)) {
            prop_assert!(datum.span.start >= last && datum.span.end > datum.span.start && datum.span.end <= scalars);
            prop_assert!((0.5..=1.0).contains(&datum.score));
            last = datum.span.end;
        }
    }

    #[test]
    fn any_mobile_number_is_found_whole(digits in "[67]([0-9]{2}){4}", separator in "[ .-]?", before in "[a-z]{1,8}") {
        let pairs: Vec<String> = format!("0{digits}").as_bytes().chunks(2).map(|pair| String::from_utf8_lossy(pair).into_owned()).collect();
        let number = pairs.join(&separator);
        prop_assert_eq!(found(&format!("{before} {number}, merci")), vec![(Kind::Phone, number)]);
    }
}

#[test]
fn masked_texts_keep_everything_else() {
    let text = "E\u{301}crire à jean.dupont@exemple.fr ou au 06 00 00 00 01\u{a0}: la fibre n’arrive pas.";
    assert_eq!(masked(text), "E\u{301}crire à [courriel] ou au [téléphone]\u{a0}: la fibre n’arrive pas.");
    let nothing = "Maintenir un accueil en mairie.";
    assert!(matches!(masked(nothing), Cow::Borrowed(same) if same == nothing));
}

//! Exports of real shape, with invented words: recognised, and every row accounted for.

use crate::common::{Place, xlsx, xlsx_row};
use arobase_domain::Lang;
use arobase_tables::intake::{Asked, Fate, Platform, Refusal, Sheaf, intake};
use arobase_tables::{Columns, Notice, Reason, Role};
use std::path::Path;

fn read(path: &Path) -> Sheaf {
    intake(path, &Asked::default()).expect("readable")
}

/// One line a row: where, identifier, then what was found.
fn told(sheaf: &Sheaf) -> Vec<String> {
    let row = |fate: &Fate| match fate {
        Fate::Piece(piece) => {
            let author = piece.author.as_deref().unwrap_or("?");
            let place = piece.territory.as_deref().unwrap_or("?");
            format!(
                "{} | {} | {author} | {place}",
                piece.title.as_deref().unwrap_or("?"),
                piece.text.replace('\n', "⏎")
            )
        }
        Fate::Empty => "empty".to_owned(),
        Fate::Refused(refusal) => refusal.code().to_owned(),
    };
    sheaf.found.iter().map(|one| format!("{} {} {}", one.line, one.id, row(&one.fate))).collect()
}

fn columns(sheaf: &Sheaf, role: Role) -> Vec<String> {
    let mapping = sheaf.mapping.as_ref().expect("a table");
    mapping.part(role).map(|part| part.columns.clone()).unwrap_or_default()
}

const DECIDIM: &str = "id;author/id;author/name;author/url;taxonomies;component/id;title/fr;title/en;body/fr;body/en;state;withdrawn;reference;published_at;url;scope/name/fr\n\
    41;7;Anne Morvan;;;3;Un guichet;A desk;<p>Ouvrir un <em>guichet</em></p><p>le samedi</p>;;accepted;false;V-41;2026-09-14 10:32:05 +0200;https://participer.exemple.fr/p/41;Nouans (72)\n\
    42;8;;;;3;;Open data;;Publish the data;;false;V-42;2026-09-15 08:00:00 +0200;https://participer.exemple.fr/p/42;\n\
    43;9;Bob;;;3;Retirée;;Plus rien;;withdrawn;true;V-43;2026-09-15 09:00:00 +0200;https://participer.exemple.fr/p/43;\n\
    44;9;Bob;;;3;;;;;;false;V-44;2026-09-15 09:30:00 +0200;https://participer.exemple.fr/p/44;\n\
    45;9;Bob\n";

#[test]
fn decidim_proposals() {
    let place = Place::new();
    let sheaf = read(&place.file("proposals.csv", DECIDIM));
    assert_eq!((sheaf.platform, sheaf.source.as_str()), (Platform::Decidim, "decidim:participer.exemple.fr"));
    assert_eq!(
        told(&sheaf)[..4],
        [
            "2 41 Un guichet | Ouvrir un guichet⏎⏎le samedi | Anne Morvan | Nouans (72)",
            "3 42 Open data | Publish the data | decidim 8 | ?",
            "4 43 withdrawn",
            "5 44 empty",
        ]
    );
    let Fate::Refused(Refusal::Unreadable { reason, .. }) = &sheaf.found[4].fate else { panic!("unreadable") };
    assert_eq!((sheaf.found[4].line, reason), (6, &Reason::FieldCount { expected: 16, found: 3 }));
    let languages: Vec<_> = sheaf
        .found
        .iter()
        .filter_map(|one| if let Fate::Piece(piece) = &one.fate { piece.language.clone() } else { None })
        .collect();
    assert_eq!(languages, ["fr", "en"]);
    assert_eq!(columns(&sheaf, Role::Text), ["body/fr", "body/en"]);
    assert_eq!(columns(&sheaf, Role::Date), ["published_at"]);
}

#[test]
fn decidim_as_json_or_workbook_is_the_same() {
    let place = Place::new();
    let json = r#"[{"id":41,"author":{"id":7,"name":"Anne Morvan"},"component":{"id":3},"title":{"fr":"Un guichet"},"body":{"fr":"Ouvrir"},"withdrawn":false,"url":"https://participer.exemple.fr/p/41"}]"#;
    let sheaf = read(&place.file("proposals.json", json));
    assert_eq!(sheaf.source, "decidim:participer.exemple.fr");
    assert_eq!(told(&sheaf), ["1 41 Un guichet | Ouvrir | Anne Morvan | ?"]);
    let rows = xlsx_row(1, &["id", "author/name", "component/id", "title/fr", "body/fr"])
        + &xlsx_row(2, &["41", "Anne Morvan", "3", "Un guichet", "Ouvrir"]);
    let sheaf = read(&place.file("proposals.xlsx", xlsx(&[("Proposals", &rows)])));
    assert_eq!(
        (sheaf.platform, told(&sheaf)),
        (Platform::Decidim, vec!["2 41 Un guichet | Ouvrir | Anne Morvan | ?".into()])
    );
}

#[test]
fn decidim_comments() {
    let place = Place::new();
    let content = "id;created_at;body;locale;author/id;author/name;alignment;depth;commentable_id;commentable_type\n\
        5;2026-09-14 10:32:05 +0200;<div><p>D’accord</p></div>;fr;7;Anne;1;0;41;Decidim::Proposals::Proposal\n";
    let sheaf = read(&place.file("comments.csv", content));
    assert_eq!((sheaf.platform, told(&sheaf)), (Platform::DecidimComments, vec!["2 5 ? | D’accord | Anne | ?".into()]));
}

#[test]
fn consul_proposals_and_investments() {
    let place = Place::new();
    let json = r#"[{"id":1,"title":"Vélos","summary":"En bref","description":"<p>Des pistes</p>"},{"id":2,"title":"Gare","summary":"Une gare","description":""}]"#;
    let sheaf = read(&place.file("proposals.json", json));
    assert_eq!(sheaf.platform, Platform::Consul);
    assert_eq!(told(&sheaf), ["1 1 Vélos | Des pistes | ? | ?", "1 2 Gare | Une gare | ? | ?"]);
    let content = "ID,Title,Supports,Administrator,Valuator,Valuation group,Scope,Feasibility,Valuation finished,Selected,Show to valuators,Author username\n\
        8,Un préau pour l’école,12,,,,Centre,Undecided,No,No,Yes,anne72\n";
    let sheaf = read(&place.file("investments.csv", content));
    assert_eq!(told(&sheaf), ["2 8 ? | Un préau pour l’école | anne72 | Centre"]);
}

#[test]
fn polis_kouchou_and_talk_to_the_city() {
    let place = Place::new();
    let content = "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n\
        1726860676783,Fri Sep 20 19:31:16 UTC 2026,2,0,57,0,1,\"Oui, la fibre\"\n\
        1726860676784,Fri Sep 20 19:31:16 UTC 2026,3,4,0,9,-1,Acheter mon produit\n";
    let sheaf = read(&place.file("comments.csv", content));
    assert_eq!((sheaf.platform, sheaf.source.as_str()), (Platform::Polis, "polis"));
    assert_eq!(told(&sheaf), ["2 2 ? | Oui, la fibre | polis 0 | ?", "3 3 hidden"]);
    let sheaf =
        read(&place.file("k.csv", "comment-id,comment-body,source,attribute_age\n1,Plus de bancs,atelier,60\n"));
    assert_eq!((sheaf.platform, told(&sheaf)), (Platform::Kouchou, vec!["2 1 ? | Plus de bancs | ? | ?".into()]));
    let sheaf = read(&place.file("t.csv", "id,interview,comment\n1,Entretien A,Plus de bancs\n"));
    assert_eq!(
        (sheaf.platform, told(&sheaf)),
        (Platform::TalkToTheCity, vec!["2 1 ? | Plus de bancs | Entretien A | ?".into()])
    );
}

const LIME: &str = "\"ID de la réponse\",\"Date de soumission\",\"Dernière page\",\"Langue de départ\",\"Tête de série\",\"Votre commune\",\"Votre fonction\",\"Que proposez-vous pour le numérique ?\",\"Avez-vous autre chose à dire ?\"\n\
    \"1\",\"2026-09-14 10:00:00\",\"2\",\"fr\",\"99\",\"Nouans (72)\",\"Maire\",\"Il faut ouvrir un guichet le samedi matin\",\"\"\n\
    \"2\",\"\",\"1\",\"fr\",\"98\",\"Le Mans\",\"Maire\",\"Je n’ai pas fini de répondre à\",\"\"\n\
    \"3\",\"2026-09-15 11:00:00\",\"2\",\"fr\",\"97\",\"\",\"Adjointe\",\"La fibre doit venir dans nos hameaux\",\"Merci de cette consultation bien utile\"\n";

#[test]
fn limesurvey_with_the_texts_of_its_questions() {
    let place = Place::new();
    let path = place.file("results-survey482915.csv", LIME);
    let sheaf = read(&path);
    assert_eq!((sheaf.platform, sheaf.source.as_str()), (Platform::LimeSurvey, "limesurvey:482915"));
    assert_eq!(
        told(&sheaf),
        [
            "2 1 ? | Il faut ouvrir un guichet le samedi matin | ? | Nouans (72)",
            "3 2 unsent",
            "4 3 ? | La fibre doit venir dans nos hameaux⏎⏎Merci de cette consultation bien utile | ? | ?",
        ]
    );
    let whole = intake(&path, &Asked { unsent: true, ..Asked::default() }).expect("readable");
    assert!(told(&whole)[1].contains("pas fini"));
    assert_eq!(columns(&sheaf, Role::Text).len(), 2);
}

#[test]
fn limesurvey_with_codes_in_a_workbook() {
    let place = Place::new();
    let rows = xlsx_row(1, &["id", "submitdate", "lastpage", "startlanguage", "seed", "G01Q01", "G01Q02"])
        + &xlsx_row(2, &["7", "2026-09-14 10:00:00", "1", "fr", "9", "A1", "Former les agents de chaque mairie"])
        + &xlsx_row(3, &["8", "2026-09-14 11:00:00", "1", "fr", "9", "A2", "Garder un accueil au téléphone"]);
    let sheaf = read(&place.file("results-survey77.xlsx", xlsx(&[("Results", &rows)])));
    assert_eq!(columns(&sheaf, Role::Text), ["G01Q02"]);
    assert_eq!(told(&sheaf)[0], "2 7 ? | Former les agents de chaque mairie | ? | ?");
    assert_eq!(sheaf.source, "limesurvey", "two digits number no survey");
}

const FRAMA: &str = "\"Congrès : votre idée\";;;;;;;;;;\n\
    \"Submission Details\";;;;;;;;;\"Vous\";\"Votre idée\"\n\
    \"Serial\";\"SID\";\"Submitted Time\";\"Completed Time\";\"Modified Time\";\"Draft\";\"IP Address\";\"UID\";\"Username\";\"Votre nom\";\"Votre idée en quelques lignes\"\n\
    \"1\";\"9001\";\"14/09/2026 - 10:02\";\"14/09/2026 - 10:02\";\"14/09/2026 - 10:02\";\"0\";\"192.0.2.7\";\"0\";\"\";\"Anne Morvan\";\"Ouvrir un guichet le samedi\n\
    et le soir\"\n\
    \"2\";\"9002\";\"14/09/2026 - 11:02\";\"\";\"14/09/2026 - 11:02\";\"1\";\"192.0.2.8\";\"0\";\"\";\"Bob\";\"Brouillon de mon idée à finir\"\n";

#[test]
fn framaforms_with_its_lines_above_the_names() {
    let place = Place::new();
    let sheaf = read(&place.file("votre_idee.csv", FRAMA));
    assert_eq!(sheaf.platform, Platform::Framaforms);
    assert_eq!(told(&sheaf), ["4 9001 ? | Ouvrir un guichet le samedi⏎et le soir | Anne Morvan | ?", "6 9002 unsent"]);
    assert_eq!(columns(&sheaf, Role::Date), ["Completed Time", "Submitted Time"]);
    let addresses = format!("{sheaf:?}");
    assert!(!addresses.contains("192.0.2"), "addresses of machines are left where they are");
}

#[test]
fn any_table_and_what_was_asked() {
    let place = Place::new();
    let path = place.file(
        "a.csv",
        "numero,titre,constat,souhait,commune,langue\n1,Débit,Lent,Plus vite,Nouans,fr\n1,,,Moins cher,,\n,,,,,\n",
    );
    let columns = Columns {
        text: vec!["souhait".into(), "constat".into()],
        language: Some("Langue".into()),
        ..Columns::default()
    };
    let sheaf = intake(&path, &Asked { columns, ..Asked::default() }).expect("readable");
    assert_eq!(told(&sheaf)[0], "2 1 Débit | Plus vite⏎⏎Lent | ? | Nouans");
    assert!(told(&sheaf)[1].starts_with("3 1-2 ") || told(&sheaf)[0].starts_with("2 1-2 "), "{:?}", told(&sheaf));
    assert!(told(&sheaf)[2].ends_with("empty"));
    assert_eq!(sheaf.notices, [Notice::RepeatedIds { ids: 1, example: "1".into() }]);
    let Fate::Piece(piece) = &sheaf.found[0].fate else { panic!("a piece") };
    assert_eq!(piece.language.as_deref(), Some("fr"));
}

#[test]
fn refusals_say_what_to_do() {
    let place = Place::new();
    let error = intake(&place.file("a.csv", "a,b\n1,Une phrase\n"), &Asked::default()).expect_err("no text");
    assert!(error.message(Lang::Fr).contains("Essayez --text b"), "{}", error.message(Lang::Fr));
    let asked = Asked { columns: Columns { language: Some("lng".into()), ..Columns::default() }, ..Asked::default() };
    let error = intake(&place.file("b.csv", "texte,lang\nx,fr\n"), &asked).expect_err("no such column");
    assert!(error.message(Lang::En).contains("Try --language lang"), "{}", error.message(Lang::En));
    for lang in [Lang::Fr, Lang::En] {
        for refusal in [
            Refusal::Unsent,
            Refusal::Withdrawn,
            Refusal::Hidden,
            Refusal::Automatic,
            Refusal::Attached("a".into()),
            Refusal::NotAMessage,
        ] {
            assert!(refusal.message(lang).ends_with('.'));
        }
    }
}

//! Rosters: tables of people, such as the official directory of elected officials (Répertoire national des élus), into [`Roster`].
//!
//! Only cells of the columns named here are read. Birth, sex, political label and occupation are passed over, and their columns told.

use crate::columns::{Columns, fold};
use crate::error::{Problem, ReadError};
use crate::read;
use crate::read::source::{Item, Record};
use arobase_domain::people::NAME_MAX;
use arobase_domain::roster::ADDRESS_MAX;
use arobase_domain::{Listed, Remark, Roster};
use std::path::Path;

/// The part of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Family,
    First,
    Whole,
    Email,
    Function,
    CommuneCode,
    Commune,
    EpciCode,
    Epci,
    DepartmentCode,
    Department,
    RegionCode,
    Region,
    Address,
    Postcode,
    Town,
}

/// Names of columns, folded as [`fold`] folds: those of the official directory, then plain ones. A table: uniform entries, no logic.
const NAMES: &[(Part, &[&str])] = &[
    (Part::Family, &["nom de l elu", "nom", "nom de famille", "nom d usage", "family name", "last name", "surname"]),
    (Part::First, &["prenom de l elu", "prenom", "prenoms", "first name", "given name"]),
    (
        Part::Whole,
        &["prenom et nom", "prenom nom", "nom et prenom", "nom prenom", "nom complet", "elu", "name", "full name"],
    ),
    (
        Part::Email,
        &[
            "courriel",
            "email",
            "e mail",
            "mail",
            "mel",
            "adresse electronique",
            "adresse mail",
            "adresse email",
            "adresse e mail",
            "adresse courriel",
        ],
    ),
    (
        Part::Function,
        &[
            "libelle de la fonction",
            "fonction",
            "fonctions",
            "mandat",
            "libelle du mandat",
            "qualite",
            "function",
            "office",
        ],
    ),
    (
        Part::CommuneCode,
        &[
            "code de la commune",
            "code insee",
            "code commune",
            "code insee de la commune",
            "insee",
            "code de la collectivite",
        ],
    ),
    (
        Part::Commune,
        &[
            "libelle de la commune",
            "commune",
            "collectivite",
            "nom de la commune",
            "nom de la collectivite",
            "territoire",
            "commune d election",
        ],
    ),
    (Part::EpciCode, &["n siren", "siren", "siren de l epci", "code de l epci"]),
    (Part::Epci, &["libelle de l epci", "epci", "intercommunalite", "nom de l epci"]),
    (Part::DepartmentCode, &["code du departement", "code departement", "departement", "dep", "dpt"]),
    (Part::Department, &["libelle du departement", "nom du departement"]),
    (Part::RegionCode, &["code de la region", "code region"]),
    (Part::Region, &["libelle de la region", "region", "nom de la region"]),
    (
        Part::Address,
        &[
            "adresse postale",
            "adresse",
            "adresse 1",
            "adresse 2",
            "adresse 3",
            "adresse ligne 1",
            "adresse ligne 2",
            "complement d adresse",
            "rue",
            "voie",
            "postal address",
            "address",
        ],
    ),
    (Part::Postcode, &["code postal", "cp", "postcode", "zip"]),
    (Part::Town, &["ville", "bureau distributeur", "localite", "town", "city"]),
];

/// Words of columns that nobody may keep: a title that holds one is passed over.
const REFUSED: &[&str] = &[
    "naissance",
    "ne",
    "nee",
    "age",
    "sexe",
    "genre",
    "civilite",
    "nuance",
    "nuances",
    "politique",
    "parti",
    "etiquette",
    "socio",
    "csp",
    "profession",
    "nationalite",
    "religion",
    "birth",
    "sex",
    "gender",
    "party",
    "political",
    "nationality",
    "occupation",
];

/// Bytes that a compressed roster may hold: three times that of every municipal councillor of France.
const UNPACKED_LIMIT: u64 = 200 << 20;

/// Reads a roster; `name` is what its owner calls the file.
pub fn roster(path: &Path, name: &str) -> Result<Roster, ReadError> {
    table(path, name).map_err(|problem| ReadError { path: name.into(), problem })
}

fn table(path: &Path, name: &str) -> Result<Roster, Problem> {
    let source = read::open(path, name, &Columns::default(), Some(UNPACKED_LIMIT))?;
    let layout = Layout::of(&source.header);
    if !layout.names_people() {
        return Err(Problem::NoPeople { found: source.header });
    }
    let mut roster = layout.roster(&source.header);
    name.clone_into(&mut roster.file);
    for item in source.items {
        match item? {
            Item::Fault(fault) => roster.remarks.push(Remark::Unreadable(fault.line)),
            Item::Record(record) if record.cells.iter().all(|cell| cell.trim().is_empty()) => {}
            Item::Record(record) => layout.person(&record, &mut roster),
        }
    }
    roster.gather();
    Ok(roster)
}

/// Which columns have which part, in their order.
struct Layout(Vec<(Part, usize)>);

impl Layout {
    fn of(header: &[String]) -> Self {
        let part = |(at, title): (usize, &String)| {
            let title = fold(title);
            let known = NAMES.iter().find(|(_, names)| names.contains(&title.as_str()));
            known.filter(|_| !refused(&title)).map(|(part, _)| (*part, at))
        };
        Self(header.iter().enumerate().filter_map(part).collect())
    }

    fn names_people(&self) -> bool {
        self.0.iter().any(|(part, _)| [Part::Family, Part::Whole, Part::Email].contains(part))
    }

    /// What became of the columns.
    fn roster(&self, header: &[String]) -> Roster {
        let mut roster = Roster::default();
        for (at, title) in header.iter().enumerate().filter(|(_, title)| !title.trim().is_empty()) {
            let list = match () {
                () if self.0.iter().any(|(_, read)| *read == at) => &mut roster.read,
                () if refused(&fold(title)) => &mut roster.refused,
                () => &mut roster.unused,
            };
            list.push(title.clone());
        }
        roster
    }

    fn person(&self, record: &Record, roster: &mut Roster) {
        let cell = |part| self.cells(record, part).next().unwrap_or_default();
        let (name, email) = (self.name(record), cell(Part::Email));
        let read = email.parse().ok();
        if name.is_empty() && read.is_none() {
            return roster.remarks.push(Remark::Nobody(record.line));
        }
        if !email.is_empty() && read.is_none() {
            roster.remarks.push(Remark::NotEmail(record.line));
        }
        let (code, place) = self.place(record);
        roster.people.push(Listed {
            line: record.line,
            name,
            email: read,
            function: cut(cell(Part::Function), NAME_MAX),
            code,
            place: cut(&place, NAME_MAX),
            department: cell(Part::DepartmentCode).to_owned(),
            address: self.address(record),
            chosen: None,
        });
    }

    fn name(&self, record: &Record) -> String {
        let parts = [Part::First, Part::Family].map(|part| self.cells(record, part).next().unwrap_or_default());
        let name = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let whole = || self.cells(record, Part::Whole).next().unwrap_or_default().to_owned();
        cut(&if name.is_empty() { whole() } else { name }, NAME_MAX)
    }

    /// The narrowest place told: a commune, else an EPCI, a département, a région.
    fn place(&self, record: &Record) -> (String, String) {
        let levels = [
            (Part::CommuneCode, Part::Commune, ""),
            (Part::EpciCode, Part::Epci, ""),
            (Part::DepartmentCode, Part::Department, ""),
            (Part::RegionCode, Part::Region, "R"),
        ];
        let told = levels.into_iter().map(|(code, name, mark)| {
            let [code, name] = [code, name].map(|part| self.cells(record, part).next().unwrap_or_default());
            (if code.is_empty() { String::new() } else { format!("{mark}{code}") }, name.to_owned())
        });
        let mut told = told.filter(|(code, name)| !code.is_empty() || !name.is_empty());
        told.next().unwrap_or_default()
    }

    /// Every line of the address, then the postcode and the town on one.
    fn address(&self, record: &Record) -> String {
        let [postcode, town] =
            [Part::Postcode, Part::Town].map(|part| self.cells(record, part).next().unwrap_or_default());
        let last = [postcode, town].join(" ");
        let lines = self.cells(record, Part::Address).flat_map(str::lines).chain([last.as_str()]);
        let lines: Vec<&str> = lines.map(str::trim).filter(|line| !line.is_empty()).collect();
        cut(&lines.join("\n"), ADDRESS_MAX)
    }

    fn cells<'r>(&self, record: &'r Record, wanted: Part) -> impl Iterator<Item = &'r str> {
        let at = self.0.iter().filter(move |(part, _)| *part == wanted).map(|(_, at)| *at);
        at.filter_map(|at| record.cells.get(at)).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    }
}

fn refused(title: &str) -> bool {
    title.split(' ').any(|word| REFUSED.contains(&word))
}

fn cut(text: &str, longest: usize) -> String {
    text.chars().take(longest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;

    /// The columns of the official directory, file of municipal councillors.
    const RNE: &str = "Code du département;Libellé du département;Code de la collectivité à statut particulier;\
        Libellé de la collectivité à statut particulier;Code de la commune;Libellé de la commune;Nom de l'élu;Prénom de l'élu;Code sexe;\
        Date de naissance;Code de la catégorie socio-professionnelle;Libellé de la catégorie socio-professionnelle;Date de début du mandat;\
        Libellé de la fonction;Date de début de la fonction;Code nationalité\n\
        72;Sarthe;;;72222;Nouans;MOREL;Ada;F;01/02/1970;33;Cadre de la fonction publique;18/05/2020;Maire;25/05/2020;FR\n\
        72;Sarthe;;;72222;Nouans;MOREL;Ada;F;01/02/1970;33;Cadre de la fonction publique;18/05/2020;Délégué;25/05/2020;FR\n";

    fn read(text: &str) -> Result<Roster, ReadError> {
        let mut file = tempfile::NamedTempFile::new().expect("a file");
        file.write_all(text.as_bytes()).expect("written");
        roster(file.path(), "elus.csv")
    }

    #[test]
    fn the_official_directory_is_read_without_what_nobody_may_keep() {
        let roster = read(RNE).expect("read");
        assert_eq!(roster.people.len(), 1, "two lines of one person");
        let ada = &roster.people[0];
        assert_eq!((ada.name.as_str(), ada.function.as_str()), ("Ada MOREL", "Maire, Délégué"));
        assert_eq!((ada.code.as_str(), ada.place.as_str(), ada.department.as_str()), ("72222", "Nouans", "72"));
        assert_eq!(
            roster.refused,
            [
                "Code sexe",
                "Date de naissance",
                "Code de la catégorie socio-professionnelle",
                "Libellé de la catégorie socio-professionnelle",
                "Code nationalité",
            ]
        );
        let kept = format!("{:?}", roster.people);
        assert!(!kept.contains("1970") && !kept.contains("Cadre") && !kept.contains("FR\""), "{kept}");
        assert!(roster.unused.contains(&"Date de début du mandat".to_owned()));
    }

    #[test]
    fn a_plain_list_is_read_too() {
        let roster = read(
            "Prénom et nom,Courriel,Fonction,Collectivité,Adresse,Code postal,Ville,Nuance\n\
             Bruno Caron,BRUNO@caron.example,adjoint,Nouans (72),\"Mairie\n1 place de l’Église\",72260,Nouans,DVG\n\
             Zoé Petit,zoe@,,Angers,,,,\n,,,,,,,SE\n",
        )
        .expect("read");
        let [bruno, zoe] = roster.people.as_slice() else { panic!("{:?}", roster.people) };
        assert_eq!(bruno.email, "bruno@caron.example".parse().ok());
        assert_eq!(bruno.address, "Mairie\n1 place de l’Église\n72260 Nouans");
        assert_eq!((zoe.email.as_ref(), zoe.line), (None, 4));
        assert_eq!(roster.remarks, [Remark::NotEmail(4), Remark::Nobody(5)]);
        assert_eq!(roster.refused, ["Nuance"]);
    }

    #[test]
    fn councillors_of_regions_and_departments_have_their_place() {
        let place = |text: &str| {
            let roster = read(text).expect("read");
            (roster.people[0].code.clone(), roster.people[0].place().one().map(|found| found.name))
        };
        let region =
            "Code de la région,Libellé de la région,Nom de l'élu,Prénom de l'élu\n84,Auvergne-Rhône-Alpes,A,B\n";
        assert_eq!(place(region), ("R84".into(), Some("Auvergne-Rhône-Alpes")));
        let department = "Code du département,Libellé du département,Nom de l'élu,Prénom de l'élu\n1,Ain,A,B\n";
        assert_eq!(place(department).1, Some("Ain"));
    }

    #[test]
    fn a_table_without_people_says_what_is_missing() {
        let told = read("texte,date\nLa fibre,2026\n").expect_err("no people").message(arobase_domain::Lang::Fr);
        assert!(told.starts_with("elus.csv") && told.contains("Nom") && told.contains("texte"), "{told}");
    }
}

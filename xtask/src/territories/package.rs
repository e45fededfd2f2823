//! What the package's files say, as far as the table needs it.

use crate::shell::Outcome;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The package.
pub(super) struct Package {
    pub(super) communes: Vec<Commune>,
    /// Names that lead elsewhere: wards of Paris, Lyon and Marseille, communes that joined another.
    pub(super) parts: Vec<Part>,
    pub(super) epci: Vec<Epci>,
    pub(super) departments: Vec<Place>,
    pub(super) regions: Vec<Place>,
}

/// A commune of today.
pub(super) struct Commune {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) population: u64,
    pub(super) department: String,
    pub(super) postcodes: Vec<String>,
}

/// A part of a commune.
pub(super) struct Part {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) commune: String,
}

/// An intercommunal body.
pub(super) struct Epci {
    pub(super) siren: String,
    pub(super) name: String,
    pub(super) population: u64,
    pub(super) members: Vec<String>,
}

/// A département or a région.
pub(super) struct Place {
    pub(super) code: String,
    pub(super) name: String,
    /// Code of the région, for a département.
    pub(super) region: String,
    /// A collectivity overseas that is neither, which the package lists as both.
    pub(super) collectivity: bool,
}

impl Package {
    pub(super) fn read(folder: &Path) -> Outcome<Self> {
        let list = |name: &str| -> Outcome<Vec<Value>> {
            Ok(serde_json::from_slice(&fs::read(folder.join("data").join(name))?)?)
        };
        let communes = list("communes.json")?;
        let (today, parts): (Vec<&Value>, Vec<&Value>) =
            communes.iter().partition(|one| one["type"] == "commune-actuelle");
        Ok(Self {
            communes: today.into_iter().map(commune).collect(),
            parts: parts.into_iter().map(part).collect(),
            epci: list("epci.json")?.iter().map(epci).collect(),
            departments: list("departements.json")?.iter().map(place).collect(),
            regions: list("regions.json")?.iter().map(place).collect(),
        })
    }

    /// The EPCI of each commune that has one.
    pub(super) fn memberships(&self) -> BTreeMap<&str, &str> {
        self.epci.iter().flat_map(Epci::memberships).collect()
    }
}

impl Epci {
    fn memberships(&self) -> impl Iterator<Item = (&str, &str)> {
        self.members.iter().map(|code| (code.as_str(), self.siren.as_str()))
    }
}

fn commune(one: &Value) -> Commune {
    Commune {
        code: text(one, "code"),
        name: name(one),
        population: one["population"].as_u64().unwrap_or(0),
        department: text(one, "departement"),
        postcodes: texts(&one["codesPostaux"]),
    }
}

fn part(one: &Value) -> Part {
    let commune = [&one["chefLieu"], &one["commune"]].into_iter().find_map(Value::as_str).unwrap_or_default();
    Part { code: text(one, "code"), name: name(one), commune: commune.to_owned() }
}

fn epci(one: &Value) -> Epci {
    let members = one["membres"].as_array().into_iter().flatten();
    Epci {
        siren: text(one, "code"),
        name: name(one),
        population: one["populationMunicipale"].as_u64().unwrap_or(0),
        members: members.map(|member| text(member, "code")).collect(),
    }
}

fn place(one: &Value) -> Place {
    Place { code: text(one, "code"), name: name(one), region: text(one, "region"), collectivity: one["zone"] == "com" }
}

fn text(one: &Value, field: &str) -> String {
    one[field].as_str().unwrap_or_default().to_owned()
}

fn texts(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// The name with French apostrophes and quotation marks, where the package has those of a typewriter.
fn name(one: &Value) -> String {
    let name = text(one, "nom").replace("''", "\"");
    let mut open = false;
    let mut quote = |letter: char| match letter {
        '"' => {
            open = !open;
            if open { "«\u{a0}".to_owned() } else { "\u{a0}»".to_owned() }
        }
        '\'' => "’".to_owned(),
        other => other.to_string(),
    };
    name.chars().map(&mut quote).collect()
}

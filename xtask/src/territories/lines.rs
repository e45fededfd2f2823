//! From the package to the lines of the table.

use super::package::{Commune, Epci, Package, Place};
use crate::shell::Outcome;
use std::collections::BTreeMap;

/// A territory about to be written.
#[derive(Default)]
struct Line {
    code: String,
    name: String,
    population: u64,
    kin: String,
    postcodes: Vec<String>,
    others: Vec<String>,
}

/// Every line, in the order of the codes.
pub(super) fn all(package: &Package) -> Outcome<Vec<String>> {
    let mut lines: BTreeMap<String, Line> = BTreeMap::new();
    let memberships = package.memberships();
    let found = package.communes.iter().map(|one| commune(one, memberships.get(one.code.as_str()).copied()));
    let found = found.chain(package.epci.iter().map(|one| epci(one, package)));
    let found = found.chain(package.departments.iter().map(|one| department(one, package)));
    let found = found.chain(package.regions.iter().filter(|one| !one.collectivity).map(|one| region(one, package)));
    for line in found {
        lines.insert(line.code.clone(), line);
    }
    add_parts(&mut lines, package)?;
    for (kept, gone) in twice_said(package) {
        merge(&mut lines, &kept, &gone)?;
    }
    Ok(lines.into_values().map(Line::written).collect())
}

fn commune(one: &Commune, epci: Option<&str>) -> Line {
    Line {
        code: one.code.clone(),
        name: one.name.clone(),
        population: one.population,
        kin: epci.unwrap_or_default().to_owned(),
        postcodes: one.postcodes.clone(),
        ..Line::default()
    }
}

/// An EPCI is of the département where most of its people live.
fn epci(one: &Epci, package: &Package) -> Line {
    let mut people: BTreeMap<&str, u64> = BTreeMap::new();
    for commune in package.communes.iter().filter(|commune| one.members.contains(&commune.code)) {
        *people.entry(&commune.department).or_default() += commune.population;
    }
    let most = people.iter().max_by_key(|(code, people)| (**people, std::cmp::Reverse(**code)));
    Line {
        code: one.siren.clone(),
        name: one.name.clone(),
        population: one.population,
        kin: most.map_or_else(String::new, |(code, _)| (*code).to_owned()),
        ..Line::default()
    }
}

fn department(one: &Place, package: &Package) -> Line {
    Line {
        code: one.code.clone(),
        name: one.name.clone(),
        population: people(package, |code| code == one.code),
        ..Line::default()
    }
}

fn region(one: &Place, package: &Package) -> Line {
    let departments = package.departments.iter().filter(|department| department.region == one.code);
    let departments: Vec<&str> = departments.map(|department| department.code.as_str()).collect();
    Line {
        code: format!("R{}", one.code),
        name: one.name.clone(),
        population: people(package, |code| departments.contains(&code)),
        kin: departments.join(" "),
        ..Line::default()
    }
}

fn people(package: &Package, within: impl Fn(&str) -> bool) -> u64 {
    package.communes.iter().filter(|commune| within(&commune.department)).map(|commune| commune.population).sum()
}

fn add_parts(lines: &mut BTreeMap<String, Line>, package: &Package) -> Outcome {
    for part in &package.parts {
        let whole = lines.get_mut(&part.commune).ok_or_else(|| format!("{} is part of no commune", part.code))?;
        let name = if part.name == whole.name { "" } else { &part.name };
        if part.code != whole.code || !name.is_empty() {
            let code = if part.code == whole.code { "" } else { &part.code };
            whole.others.push(format!("{name}={code}"));
        }
    }
    Ok(())
}

/// Territories that the package says twice, as who governs both: the one kept, the one gone.
///
/// A département made of one commune of its name is that commune in mainland France (Paris) and a collectivity overseas
/// (Saint-Barthélemy). A région that is one département of its name with a single assembly is that département.
fn twice_said(package: &Package) -> Vec<(String, String)> {
    let alone = package.departments.iter().filter_map(|department| {
        let mut communes = package.communes.iter().filter(|commune| commune.department == department.code);
        let (Some(commune), None) = (communes.next(), communes.next()) else { return None };
        let same = commune.name == department.name;
        let pair = (commune.code.clone(), department.code.clone());
        same.then_some(if department.collectivity { (pair.1, pair.0) } else { pair })
    });
    let single = SINGLE_ASSEMBLY.map(|(department, region)| (department.to_owned(), region.to_owned()));
    alone.chain(single).collect()
}

/// Martinique and Guyane (law of 27 July 2011), Mayotte (law of 7 December 2010): the code of the département, that of the région.
const SINGLE_ASSEMBLY: [(&str, &str); 3] = [("972", "R02"), ("973", "R03"), ("976", "R06")];

fn merge(lines: &mut BTreeMap<String, Line>, kept: &str, gone: &str) -> Outcome {
    let gone = lines.remove(gone).ok_or_else(|| format!("no territory {gone}"))?;
    let kept = lines.get_mut(kept).ok_or_else(|| format!("no territory {kept}"))?;
    kept.postcodes.extend(gone.postcodes);
    kept.others.push(format!("={}", gone.code));
    kept.others.extend(gone.others);
    Ok(())
}

impl Line {
    fn written(self) -> String {
        let Self { code, name, population, kin, postcodes, others } = self;
        let postcodes: Vec<String> = postcodes.iter().map(|code| format!(" {code}")).collect();
        format!("{code}\t{name}\t{population}\t{kin}\t{}\t{}", postcodes.concat(), others.join("|"))
    }
}

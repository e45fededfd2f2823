//! `cargo xtask test`: everything that must hold before a change is handed in.
//!
//! ```text
//! cargo xtask test                 every section, in order, until one fails
//! cargo xtask test unit e2e        these only
//! ```
//!
//! The last line says how many tests passed and failed, alone: `312 passed, 0 failed`.

mod browser;
mod licences;
mod lint;
pub(crate) mod postgres;
mod store;
mod tally;
mod unit;

use crate::shell::{self, Outcome};
use tally::Tally;

/// One part of the whole.
struct Section {
    name: &'static str,
    what: &'static str,
    run: fn(&mut Tally) -> Outcome,
}

const SECTIONS: [Section; 4] = [
    Section { name: "lint", what: "format, clippy, documentation, licences", run: lint::run },
    Section { name: "unit", what: "unit, property and snapshot tests, examples in the documentation", run: unit::run },
    Section { name: "store", what: "the store, on SQLite and on a PostgreSQL of its own", run: store::run },
    Section { name: "e2e", what: "the site, in headless Chromium", run: browser::run },
];

/// Runs the sections named, or all.
pub(crate) fn run(names: &[String]) -> Outcome {
    if let Some(unknown) = names.iter().find(|name| SECTIONS.iter().all(|section| section.name != **name)) {
        let known = SECTIONS.map(|section| section.name).join(", ");
        return Err(format!("no section is called {unknown}; there are {known}").into());
    }
    let chosen = SECTIONS.iter().filter(|section| names.is_empty() || names.iter().any(|name| name == section.name));
    let start = shell::now();
    let mut tally = Tally::default();
    let done = chosen.into_iter().try_for_each(|section| measured(section, &mut tally));
    println!("\n{:.1} s in all", start.elapsed().as_secs_f64());
    if let Err(reason) = &done {
        println!("stopped: {reason}");
        tally.failed = tally.failed.max(1); // a check that is no test counts too
    }
    println!("{tally}");
    done.map_err(|_| "the tests did not pass".into())
}

fn measured(section: &Section, tally: &mut Tally) -> Outcome {
    println!("\n── {}: {} ──", section.name, section.what);
    let start = shell::now();
    let done = (section.run)(tally);
    let verdict = if done.is_ok() { "passed" } else { "FAILED" };
    println!("── {}: {verdict}, {:.1} s ──", section.name, start.elapsed().as_secs_f64());
    done
}

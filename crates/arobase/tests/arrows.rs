//! Who may use whom: the rooms of the house and the arrows between them. Another arrow, even for tests, fails here.

use serde_json::Value;
use std::collections::BTreeMap;
use std::process::Command;

/// Every room, with the rooms that it may use.
const ROOMS: [(&str, &[&str]); 15] = [
    ("text", &[]),
    ("encoder", &[]),
    ("domain", &[]),
    ("opinion", &[]),
    ("funnel", &["text", "encoder"]),
    ("store", &["domain"]),
    ("publish", &["domain", "text"]),
    ("tables", &["domain"]),
    ("identity", &["domain"]),
    ("post", &["domain"]),
    ("attachments", &["domain"]),
    ("draft", &["domain"]),
    (
        "web",
        &[
            "text",
            "encoder",
            "domain",
            "funnel",
            "opinion",
            "store",
            "publish",
            "tables",
            "identity",
            "post",
            "attachments",
            "draft",
        ],
    ),
    (
        "arobase",
        &[
            "text",
            "encoder",
            "domain",
            "funnel",
            "opinion",
            "store",
            "publish",
            "tables",
            "identity",
            "post",
            "attachments",
            "draft",
            "web",
        ],
    ),
    ("xtask", &[]),
];

/// What the rooms that know no clock, no chance, no async and no network may not take from outside either.
const PURE: [&str; 8] = ["text", "encoder", "domain", "funnel", "opinion", "identity", "attachments", "draft"];
const IMPURE: [&str; 11] =
    ["async-std", "axum", "chrono", "getrandom", "hyper", "jiff", "rand", "reqwest", "sqlx", "tokio", "ureq"];

/// The crates of the workspace, by room, each with the names of what it depends on.
fn rooms() -> BTreeMap<String, Vec<String>> {
    let cargo = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs, since it runs this test");
    assert!(cargo.status.success(), "{}", String::from_utf8_lossy(&cargo.stderr));
    let metadata: Value = serde_json::from_slice(&cargo.stdout).expect("cargo writes JSON");
    let packages = metadata["packages"].as_array().expect("a workspace has packages");
    packages.iter().map(|package| (room(name(package)).to_owned(), dependencies(package))).collect()
}

fn dependencies(package: &Value) -> Vec<String> {
    let dependencies = package["dependencies"].as_array().expect("a package lists its dependencies");
    dependencies.iter().map(|dependency| name(dependency).to_owned()).collect()
}

fn name(value: &Value) -> &str {
    value["name"].as_str().expect("everything has a name")
}

fn room(package: &str) -> &str {
    package.strip_prefix("arobase-").unwrap_or(package)
}

/// The arrows that the table does not know, as `from → to`.
fn strangers(rooms: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let known: BTreeMap<&str, &[&str]> = ROOMS.into_iter().collect();
    let mut strangers = Vec::new();
    for (from, dependencies) in rooms {
        let allowed = known.get(from.as_str()).copied();
        strangers.extend(allowed.is_none().then(|| format!("{from} is no room of the table")));
        let ours = dependencies.iter().map(|to| room(to)).filter(|to| rooms.contains_key(*to));
        let unknown = ours.filter(|to| !allowed.unwrap_or_default().contains(to));
        strangers.extend(unknown.map(|to| format!("{from} → {to}")));
        let outside = dependencies.iter().filter(|to| PURE.contains(&from.as_str()) && IMPURE.contains(&to.as_str()));
        strangers.extend(outside.map(|to| format!("{from} → {to}")));
    }
    strangers
}

#[test]
fn rooms_use_only_those_they_may() {
    let rooms = rooms();
    assert_eq!(rooms.len(), ROOMS.len(), "a room of the table has gone: {:?}", rooms.keys());
    assert_eq!(strangers(&rooms), [""; 0]);
}

#[test]
fn a_stranger_is_seen() {
    let mut rooms = rooms();
    rooms.get_mut("domain").expect("there is a domain").extend(["arobase-store".into(), "tokio".into()]);
    rooms.get_mut("text").expect("there is a text").push("arobase".into());
    rooms.insert("attic".into(), vec!["arobase-text".into()]);
    let expected =
        ["attic is no room of the table", "attic → text", "domain → store", "domain → tokio", "text → arobase"];
    assert_eq!(strangers(&rooms), expected);
}

//! What `deny.toml` forbids, checked on what is built here, so that nobody has to install cargo-deny to know.

use crate::shell::{self, Outcome};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The rules, as this page reads them.
struct Rules {
    allowed: BTreeSet<String>,
    banned: BTreeSet<String>,
    /// The licence of a crate that states it in a file only.
    clarified: BTreeMap<String, String>,
}

/// Fails on the first package whose licence is not allowed, or which is banned.
pub(super) fn check() -> Outcome {
    let rules = Rules::read()?;
    for package in packages()? {
        let name = text(&package, "name");
        let licence = rules.clarified.get(name).map_or(text(&package, "license"), String::as_str);
        if rules.banned.contains(name) {
            return Err(format!("deny.toml bans {name}").into());
        }
        if !rules.allow(licence) {
            return Err(format!("deny.toml does not allow the licence of {name}: {licence:?}").into());
        }
    }
    if shell::quietly(shell::cargo(&["deny", "--version"])).is_err() {
        println!("cargo-deny is not installed: licences and bans are checked for this platform only");
        return Ok(());
    }
    shell::run(shell::cargo(&["deny", "--log-level", "error", "check", "licenses", "bans", "sources"]))
}

/// The packages of this platform, with what each says of itself.
fn packages() -> Outcome<Vec<Value>> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let about = shell::quietly(shell::command(rustc, &["-vV"]))?;
    let host = about.lines().find_map(|line| line.strip_prefix("host: ")).ok_or("rustc does not name its host")?;
    let metadata =
        shell::quietly(shell::cargo(&["metadata", "--locked", "--format-version=1", "--filter-platform", host]))?;
    let mut metadata: Value = serde_json::from_str(&metadata)?;
    let resolved: BTreeSet<String> =
        array(&metadata["resolve"]["nodes"]).map(|node| text(node, "id").to_owned()).collect();
    let packages = metadata["packages"].take();
    Ok(array(&packages).filter(|package| resolved.contains(text(package, "id"))).cloned().collect())
}

fn array(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_default()
}

impl Rules {
    fn read() -> Outcome<Self> {
        let page: toml::Table = std::fs::read_to_string(shell::root().join("deny.toml"))?.parse()?;
        let list = |section: &str, name: &str| page.get(section)?.get(name)?.as_array().cloned();
        let list = |section: &str, name: &str| list(section, name).unwrap_or_default();
        let word = |value: &toml::Value| value.as_str().map(str::to_owned);
        let clarified = |entry: &toml::Value| Some((word(entry.get("crate")?)?, word(entry.get("expression")?)?));
        Ok(Self {
            allowed: list("licenses", "allow").iter().filter_map(word).collect(),
            banned: list("bans", "deny").iter().filter_map(|entry| word(entry.get("crate")?)).collect(),
            clarified: list("licenses", "clarify").iter().filter_map(clarified).collect(),
        })
    }

    /// Whether an SPDX expression can be satisfied by what is allowed. An old slash means "or".
    fn allow(&self, expression: &str) -> bool {
        let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
        let words: Vec<&str> = spaced.split_whitespace().collect();
        let mut rest = words.as_slice();
        self.any(&mut rest) && rest.is_empty()
    }

    fn any(&self, words: &mut &[&str]) -> bool {
        let mut holds = self.all(words);
        while let ["OR", rest @ ..] = words {
            *words = rest;
            holds |= self.all(words);
        }
        holds
    }

    fn all(&self, words: &mut &[&str]) -> bool {
        let mut holds = self.one(words);
        while let ["AND", rest @ ..] = words {
            *words = rest;
            holds &= self.one(words);
        }
        holds
    }

    fn one(&self, words: &mut &[&str]) -> bool {
        let (holds, rest) = match *words {
            ["(", rest @ ..] => {
                *words = rest;
                let holds = self.any(words);
                let [")", rest @ ..] = *words else { return false };
                (holds, rest)
            }
            [licence, "WITH", exception, rest @ ..] => {
                (self.allowed.contains(&format!("{licence} WITH {exception}")), rest)
            }
            [licence, rest @ ..] => (self.allowed.contains(*licence), rest),
            [] => return false,
        };
        *words = rest;
        holds
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions() {
        let allowed = ["MIT", "Zlib", "Apache-2.0 WITH LLVM-exception"].map(str::to_owned).into();
        let rules = Rules { allowed, banned: BTreeSet::new(), clarified: BTreeMap::new() };
        for good in
            ["MIT", "GPL-3.0 OR MIT", "GPL-3.0/MIT", "(GPL-3.0 OR MIT) AND Zlib", "Apache-2.0 WITH LLVM-exception"]
        {
            assert!(rules.allow(good), "{good}");
        }
        for bad in
            ["", "GPL-3.0", "Apache-2.0", "MIT AND GPL-3.0", "(MIT OR GPL-3.0) AND GPL-3.0", "(MIT", "MIT GPL-3.0"]
        {
            assert!(!rules.allow(bad), "{bad}");
        }
    }
}

//! What the machine must have besides Rust: found, or installed on Debian by root, or asked for by name.

use crate::shell::{self, Outcome};
use std::path::{Path, PathBuf};

/// A program that tests need.
pub(crate) struct Tool {
    /// Names it goes by, the best first.
    pub(crate) names: &'static [&'static str],
    /// Debian's packages for it.
    pub(crate) packages: &'static [&'static str],
    /// What to install elsewhere.
    pub(crate) elsewhere: &'static str,
}

/// What runs the browser's journeys and makes the scripts of the site.
pub(crate) const NODE: Tool =
    Tool { names: &["node"], packages: &["nodejs", "npm"], elsewhere: "Node.js 20 or later, with npm" };
/// Its companion.
pub(crate) const NPM: Tool =
    Tool { names: &["npm"], packages: &["nodejs", "npm"], elsewhere: "npm, the companion of Node.js" };

impl Tool {
    /// Where it is, after installing it if that can be done.
    pub(crate) fn need(&self) -> Outcome<PathBuf> {
        if let Some(path) = self.find() {
            return Ok(path);
        }
        let packages = self.packages.join(" ");
        if !Path::new("/etc/debian_version").exists() {
            return Err(format!("not found: {}. To install: {}", self.names.join(", "), self.elsewhere).into());
        }
        if !is_root()? {
            let names = self.names.join(", ");
            return Err(format!("not found: {names}. To install: sudo apt-get install {packages}").into());
        }
        install(self.packages)?;
        self.find().ok_or_else(|| format!("{packages} is installed and has no {}", self.names.join(", ")).into())
    }

    fn find(&self) -> Option<PathBuf> {
        let folders = folders();
        let candidates = self.names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
        candidates.into_iter().find(|path| path.is_file())
    }
}

/// Where programs lie: the path, then the places where Debian keeps each version of PostgreSQL, the newest first.
fn folders() -> Vec<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut versions: Vec<(u32, PathBuf)> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .collect();
    versions.sort_unstable_by(|one, other| other.cmp(one));
    std::env::split_paths(&path).chain(versions.into_iter().map(|(_, folder)| folder)).collect()
}

/// Whether the machine would obey.
pub(crate) fn is_root() -> Outcome<bool> {
    Ok(shell::quietly(shell::command("id", &["-u"]))?.trim() == "0")
}

fn install(packages: &[&str]) -> Outcome {
    println!("installing {}", packages.join(" "));
    let apt = |arguments: &[&str]| {
        let mut command = shell::command("apt-get", arguments);
        command.env("DEBIAN_FRONTEND", "noninteractive");
        shell::quietly(command)
    };
    apt(&["update", "-q"])?;
    apt(&[&["install", "-y", "-q", "--no-install-recommends"], packages].concat())?;
    Ok(())
}

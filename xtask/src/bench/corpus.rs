//! What is measured.

use crate::shell;
use std::path::PathBuf;

/// A corpus and how to read it.
pub(super) struct Corpus {
    /// What the table calls it.
    pub(super) name: &'static str,
    /// The file.
    pub(super) file: PathBuf,
    /// Which columns are which.
    pub(super) columns: &'static [&'static str],
    /// How often it is analysed.
    pub(super) runs: usize,
}

/// Where real corpora lie.
pub(super) fn data() -> PathBuf {
    shell::root().join(std::env::var_os("AROBASE_DATA").unwrap_or_else(|| "../shared/data".into()))
}

/// The corpora of this machine.
pub(super) fn present() -> Vec<Corpus> {
    let demo = shell::root().join("crates/arobase/demo/contributions.csv");
    let data = data();
    let all = [
        Corpus {
            name: "demonstration",
            file: demo,
            columns: &["--title=titre", "--text=texte", "--author=auteur"],
            runs: 3,
        },
        Corpus {
            name: "République numérique",
            file: data.join("republique-numerique/contributions.csv"),
            columns: &["--title=titre", "--text=texte", "--author=auteur"],
            runs: 1,
        },
        Corpus {
            name: "Grand débat, question 174",
            file: data.join("grand-debat/q174_services_publics_sur_internet.csv"),
            columns: &["--text=texte"],
            runs: 1,
        },
    ];
    let (present, absent): (Vec<_>, Vec<_>) = all.into_iter().partition(|corpus| corpus.file.is_file());
    for corpus in absent {
        println!("{}: left out, {} is absent", corpus.name, corpus.file.display());
    }
    present
}

//! Who answers for a site: the file `publisher.toml` of its folder.

use arobase_web::Publisher;
use miette::{IntoDiagnostic, WrapErr, miette};
use std::path::Path;

/// Name of the file.
const FILE: &str = "publisher.toml";

/// What `arobase init` writes, to be filled in.
const BLANK: &str = r#"# Mentions légales (loi pour la confiance dans l’économie numérique) : à compléter avant d’ouvrir le site.
# Legal notice: to be filled in before the site opens.
name = "à compléter"
address = "à compléter"
phone = "à compléter"
email = "à compléter"
free_reply = "" # « Libre réponse 12345, 75999 Paris Cedex 99 », avec un contrat de La Poste ; sans : vide / with a free-reply contract; else empty
director = "à compléter"
host = "à compléter"
host_address = "à compléter"
host_phone = "à compléter"
"#;

/// Writes the file to fill in, unless there is one.
pub(crate) fn prepare(folder: &Path) -> miette::Result<()> {
    super::lay(&folder.join(FILE), BLANK)
}

/// The publisher of a site; the invented one for a fictional edition without a file.
pub(crate) fn read(folder: &Path, fictional: bool) -> miette::Result<Publisher> {
    let file = folder.join(FILE);
    match std::fs::read_to_string(&file) {
        Ok(text) => {
            toml::from_str(&text).into_diagnostic().wrap_err_with(|| format!("{} cannot be read", file.display()))
        }
        Err(_) if fictional => Ok(Publisher::demonstration()),
        Err(error) => Err(miette!(help = "`arobase init` writes one to fill in", "{}: {error}", file.display())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_init_writes_is_read_back() {
        let folder = tempfile::tempdir().expect("a folder");
        assert!(read(folder.path(), false).is_err());
        assert_eq!(read(folder.path(), true).expect("invented"), Publisher::demonstration());
        prepare(folder.path()).expect("written");
        assert_eq!(read(folder.path(), false).expect("read").name, "à compléter");
    }
}

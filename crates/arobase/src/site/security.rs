//! What a site asks of those who have a role in it: the file `security.toml` of its folder.

use jiff::civil::Date;
use miette::{IntoDiagnostic, WrapErr, miette};
use serde::Deserialize;
use std::path::Path;

/// Name of the file.
const FILE: &str = "security.toml";

/// What `arobase init` writes, to be changed.
const BLANK: &str = r#"# Second facteur : proposé dès la connexion à qui a un rôle (médiation, modération, administration…). À partir de ce jour, il est exigé.
# Second factor: offered at sign-in to whoever has a role (mediator, moderator, administrator…). From this day on, it is required.
# second_factor_from = "2027-01-15"
"#;

/// The settings.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Security {
    second_factor_from: Option<Date>,
}

impl Security {
    /// The first instant of that day in metropolitan France, in Unix milliseconds.
    pub(crate) fn second_factor_from(&self) -> Option<i64> {
        let midnight = self.second_factor_from?.at(0, 0, 0, 0).in_tz(arobase_domain::settings::PARIS).ok()?;
        Some(midnight.timestamp().as_millisecond())
    }
}

/// Writes the settings to change, unless there are some.
pub(crate) fn prepare(folder: &Path) -> miette::Result<()> {
    super::lay(&folder.join(FILE), BLANK)
}

/// The settings of a site; those that ask nothing without a file.
pub(crate) fn read(folder: &Path) -> miette::Result<Security> {
    let file = folder.join(FILE);
    match std::fs::read_to_string(&file) {
        Ok(text) => {
            toml::from_str(&text).into_diagnostic().wrap_err_with(|| format!("{} cannot be read", file.display()))
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Security::default()),
        Err(error) => Err(miette!("{}: {error}", file.display())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_in_paris() {
        let folder = tempfile::tempdir().expect("a folder");
        assert_eq!(read(folder.path()).expect("no file").second_factor_from(), None);
        prepare(folder.path()).expect("written");
        assert_eq!(read(folder.path()).expect("what init writes").second_factor_from(), None);
        std::fs::write(folder.path().join(FILE), BLANK.replace("# second_factor_from", "second_factor_from"))
            .expect("written");
        assert_eq!(read(folder.path()).expect("a day").second_factor_from(), Some(1_799_967_600_000));
        std::fs::write(folder.path().join(FILE), "second_factor_from = \"le 15\"").expect("written");
        assert!(read(folder.path()).is_err());
    }
}

//! The language of the person at the keyboard.

use arobase_domain::Lang;
use std::ffi::OsString;

/// English if the system says so, else French.
pub(crate) fn of_environment() -> Lang {
    let said = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
    of_locale(&said.into_iter().find(|value| !value.is_empty()).unwrap_or_default())
}

/// The language asked for by `--lang`, before anything else is understood; else that of the system.
pub(crate) fn of_command_line(arguments: impl Iterator<Item = OsString>) -> Lang {
    let mut previous = String::new();
    for argument in arguments {
        let argument = argument.to_string_lossy().into_owned();
        let value = if previous == "--lang" { Some(argument.as_str()) } else { argument.strip_prefix("--lang=") };
        if let Some(lang) = value.and_then(|code| code.parse().ok()) {
            return lang;
        }
        previous = argument;
    }
    of_environment()
}

/// The language of a locale such as `en_GB.UTF-8`.
fn of_locale(locale: &str) -> Lang {
    let code = locale.split(['_', '.', '@']).next();
    if code == Some("en") { Lang::En } else { Lang::Fr }
}

#[cfg(test)]
mod tests {
    use super::of_locale;
    use arobase_domain::Lang;

    #[test]
    fn french_is_the_default() {
        for (locale, lang) in
            [("en_GB.UTF-8", Lang::En), ("en", Lang::En), ("fr_FR", Lang::Fr), ("C.UTF-8", Lang::Fr), ("", Lang::Fr)]
        {
            assert_eq!(of_locale(locale), lang);
        }
    }
}

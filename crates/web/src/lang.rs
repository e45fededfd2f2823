//! The two languages of the interface, their messages (Fluent), numbers and dates.

use arobase_publish::day;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use jiff::civil::Date;
use std::convert::Infallible;
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

pub use arobase_domain::Lang;

/// What a language says; what people wrote stays in the language they wrote it in.
pub trait Speak: Sized {
    /// One of two values.
    fn pick<T>(self, fr: T, en: T) -> T;

    /// The other language.
    #[must_use]
    fn other(self) -> Self;

    /// The language of a path, French when it names none.
    fn of_path(path: &str) -> Self;

    /// The language that an `Accept-Language` header prefers; French unless English weighs more.
    fn preferred(header: &str) -> Self;

    /// Whether a message exists.
    fn has(self, key: &str) -> bool;

    /// The message of a key.
    fn t(self, key: &str) -> String;

    /// The message of a key that holds one value, called `$it`.
    fn it(self, key: &str, it: impl ToString) -> String;

    /// The message of a key that agrees with a count: `$count` selects the plural, `$n` is the number written out.
    fn n(self, key: &str, count: impl Count) -> String;

    /// The message of a key with named values.
    fn with<const N: usize>(self, key: &str, values: [(&'static str, String); N]) -> String;

    /// A whole number, thousands apart.
    fn number(self, value: impl Count) -> String;

    /// A number with decimals.
    fn decimal(self, value: f64, decimals: usize) -> String;

    /// A share between 0 and 1 as a percentage.
    fn percent(self, share: f64) -> String;

    /// A size in bytes, in the unit that people read.
    fn bytes(self, size: u64) -> String;

    /// A day: « 6 octobre 2026 ».
    fn date(self, date: Date) -> String;

    /// A day of the week: « mardi 6 octobre 2026 ».
    fn weekday_date(self, date: Date) -> String;

    /// A day of a year already told: « 6 octobre ».
    fn day_month(self, date: Date) -> String;
}

/// A count as pages hold it.
pub trait Count {
    /// The count.
    fn get(&self) -> u64;
}

impl Count for usize {
    fn get(&self) -> u64 {
        *self as u64
    }
}

impl Count for u64 {
    fn get(&self) -> u64 {
        *self
    }
}

impl<T: Count> Count for &T {
    fn get(&self) -> u64 {
        T::get(self)
    }
}

type Bundle = FluentBundle<FluentResource>;

static FR: LazyLock<Bundle> = LazyLock::new(|| bundle("fr", include_str!("../locales/fr.ftl")));
static EN: LazyLock<Bundle> = LazyLock::new(|| bundle("en", include_str!("../locales/en.ftl")));

fn bundle(code: &str, source: &str) -> Bundle {
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(valid, errors)| {
        tracing::error!(?errors, "messages that Fluent cannot read");
        valid
    });
    let mut bundle = Bundle::new_concurrent(vec![LanguageIdentifier::from_bytes(code.as_bytes()).unwrap_or_default()]);
    // The isolation marks that Fluent adds around arguments would be copied along with the text of a page.
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    bundle
}

fn messages(lang: Lang) -> &'static Bundle {
    lang.pick(&FR, &EN)
}

impl Speak for Lang {
    fn pick<T>(self, fr: T, en: T) -> T {
        match self {
            Self::Fr => fr,
            Self::En => en,
        }
    }

    fn other(self) -> Self {
        self.pick(Self::En, Self::Fr)
    }

    fn of_path(path: &str) -> Self {
        let english = path.strip_prefix("/en").is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        if english { Self::En } else { Self::Fr }
    }

    fn preferred(header: &str) -> Self {
        let weight = |code: &str| header.split(',').filter_map(|range| range_weight(range, code)).fold(0.0, f32::max);
        if weight("en") > weight("fr") { Self::En } else { Self::Fr }
    }

    fn has(self, key: &str) -> bool {
        messages(self).has_message(key)
    }

    fn t(self, key: &str) -> String {
        format(self, key, None)
    }

    fn it(self, key: &str, it: impl ToString) -> String {
        self.with(key, [("it", it.to_string())])
    }

    fn n(self, key: &str, count: impl Count) -> String {
        let mut args = FluentArgs::new();
        args.set("count", count.get());
        args.set("n", self.number(count));
        format(self, key, Some(&args))
    }

    fn with<const N: usize>(self, key: &str, values: [(&'static str, String); N]) -> String {
        let args = values.into_iter().collect::<FluentArgs<'_>>();
        format(self, key, Some(&args))
    }

    fn number(self, value: impl Count) -> String {
        let digits = value.get().to_string();
        let mut out = String::new();
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                out.push(self.pick('\u{202f}', ','));
            }
            out.push(digit);
        }
        out
    }

    fn decimal(self, value: f64, decimals: usize) -> String {
        let text = format!("{value:.decimals$}");
        self.pick(text.replace('.', ","), text)
    }

    fn percent(self, share: f64) -> String {
        let value = self.decimal(share * 100.0, 0);
        self.pick(format!("{value}\u{a0}%"), format!("{value}%"))
    }

    fn bytes(self, size: u64) -> String {
        let (value, unit) = match size {
            0..1_000 => (self.number(size), self.pick("octets", "bytes")),
            1_000..1_000_000 => (self.decimal(size as f64 / 1e3, 1), self.pick("ko", "kB")),
            _ => (self.decimal(size as f64 / 1e6, 1), self.pick("Mo", "MB")),
        };
        let value = value.strip_suffix(self.pick(",0", ".0")).unwrap_or(&value);
        format!("{value}\u{a0}{unit}")
    }

    fn date(self, date: Date) -> String {
        day::of_year(self, date)
    }

    fn weekday_date(self, date: Date) -> String {
        let weekday =
            self.pick(WEEKDAYS_FR, WEEKDAYS_EN)[usize::from(date.weekday().to_monday_zero_offset().unsigned_abs())];
        format!("{weekday} {}", self.date(date))
    }

    fn day_month(self, date: Date) -> String {
        day::of_month(self, date)
    }
}

const WEEKDAYS_FR: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
const WEEKDAYS_EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

fn format(lang: Lang, key: &str, args: Option<&FluentArgs<'_>>) -> String {
    let Some(pattern) = messages(lang).get_message(key).and_then(|message| message.value()) else {
        tracing::error!(key, "message missing");
        return format!("[{key}]");
    };
    let mut errors = Vec::new();
    let text = messages(lang).format_pattern(pattern, args, &mut errors).into_owned();
    if !errors.is_empty() {
        tracing::error!(key, ?errors, "message with a missing value");
    }
    text
}

fn range_weight(range: &str, code: &str) -> Option<f32> {
    let mut parts = range.split(';');
    let tag = parts.next()?.trim();
    let primary = tag.split('-').next()?;
    let weight = parts.find_map(|part| part.trim().strip_prefix("q=")).map_or(Some(1.0), |q| q.parse().ok())?;
    primary.eq_ignore_ascii_case(code).then_some(weight)
}

/// The language of the page that a request asks for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct In(pub(crate) Lang);

impl<S: Sync> FromRequestParts<S> for In {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(Lang::of_path(parts.uri.path())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accept_language_weighs() {
        assert_eq!(Lang::preferred("fr-FR,fr;q=0.9,en;q=0.8"), Lang::Fr);
        assert_eq!(Lang::preferred("en-GB,en;q=0.9,fr;q=0.5"), Lang::En);
        assert_eq!(Lang::preferred("de,en;q=0.3"), Lang::En);
        assert_eq!(Lang::preferred("de"), Lang::Fr);
        assert_eq!(Lang::preferred(""), Lang::Fr);
        assert_eq!(Lang::preferred("en;q=nonsense"), Lang::Fr);
    }

    #[test]
    fn paths_name_a_language() {
        assert_eq!(Lang::of_path("/en"), Lang::En);
        assert_eq!(Lang::of_path("/en/themes"), Lang::En);
        assert_eq!(Lang::of_path("/enigme"), Lang::Fr);
        assert_eq!(Lang::of_path("/"), Lang::Fr);
    }

    #[test]
    fn numbers_and_dates() {
        assert_eq!(Lang::Fr.number(1_234_567_usize), "1\u{202f}234\u{202f}567");
        assert_eq!(Lang::En.number(999_usize), "999");
        assert_eq!(Lang::Fr.percent(0.62), "62\u{a0}%");
        assert_eq!(Lang::Fr.bytes(12_340), "12,3\u{a0}ko");
        assert_eq!([Lang::Fr, Lang::En].map(|lang| lang.bytes(5_000_000)), ["5\u{a0}Mo", "5\u{a0}MB"]);
        assert_eq!(Lang::Fr.bytes(10_020), "10\u{a0}ko");
        assert_eq!(Lang::Fr.date(jiff::civil::date(2026, 10, 1)), "1ᵉʳ\u{a0}octobre\u{a0}2026");
        assert_eq!(Lang::En.date(jiff::civil::date(2026, 10, 6)), "6\u{a0}October\u{a0}2026");
    }
}

//! How the two languages write a message.

use arobase_domain::Lang;

/// The French or the English wording, and the marks around it.
pub(crate) trait Wording: Copy {
    /// Picks the French or the English wording.
    fn pick<T>(self, french: T, english: T) -> T;

    /// `text` between the quotation marks of the language.
    fn quote(self, text: &str) -> String {
        self.pick(format!("«\u{a0}{text}\u{a0}»"), format!("“{text}”"))
    }

    /// The colon of the language: a no-break space comes before it in French.
    fn colon(self) -> &'static str {
        self.pick("\u{a0}:", ":")
    }
}

impl Wording for Lang {
    fn pick<T>(self, french: T, english: T) -> T {
        match self {
            Self::Fr => french,
            Self::En => english,
        }
    }
}

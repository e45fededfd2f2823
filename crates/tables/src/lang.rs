//! The two languages that messages are written in.

/// A language of the interface.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Lang {
    /// French, the default.
    #[default]
    Fr,
    /// English.
    En,
}

impl Lang {
    /// Picks the French or the English wording.
    pub fn pick<T>(self, french: T, english: T) -> T {
        match self {
            Self::Fr => french,
            Self::En => english,
        }
    }

    /// `text` between the quotation marks of the language.
    pub(crate) fn quote(self, text: &str) -> String {
        self.pick(format!("«\u{a0}{text}\u{a0}»"), format!("“{text}”"))
    }

    /// The colon of the language: a no-break space comes before it in French.
    pub(crate) fn colon(self) -> &'static str {
        self.pick("\u{a0}:", ":")
    }
}

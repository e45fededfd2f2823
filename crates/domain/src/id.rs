//! Identifiers as types, so that a theme is never passed for a question.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Wraps an identifier as read from a file, a URL or the database.
            pub fn new(id: impl Into<String>) -> Self {
                Self(id.into())
            }

            /// The identifier as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

ids! {
    /// An edition: a UUID v7 given by its creator.
    EditionId,
    /// A stored run: a UUID v7 given by who starts it.
    RunId,
    /// A person known to the instance: a UUID v7 given by who brings them in.
    MemberId,
    /// A contribution: its number in an edition (`"127"`), or its id in an imported file (`"gd-174-0"`).
    ContributionId,
    /// An idea: contribution id, a dot, rank within it from 1 (`"127.2"`).
    IdeaId,
    /// A theme of a run, ranked by support from 1 (`"t07"`).
    ThemeId,
    /// A structuring question of a run (`"q2"`).
    QuestionId,
    /// A sample of ideas that several people code: a UUID v7 given by who draws it.
    SampleId,
    /// A proposition of a run, numbered through the questions (`"p17"`); weak signals of the annex are `"s03"`.
    PropositionId,
    /// A clause of the motion, numbered in the order in which clauses were made (`"e12"`): its number on the page may change, this one does not.
    ClauseId,
    /// A section of the motion, in the same way (`"s3"`).
    SectionId,
    /// Whom a motion is handed to: a UUID v7 given by who writes them down.
    RecipientId,
    /// A motion handed over: a UUID v7 given by who records it.
    DispatchId,
    /// What a recipient answered: a UUID v7 given by who records it.
    AnswerId,
}

impl ContributionId {
    /// The identifier of a numbered contribution of an edition.
    pub fn numbered(number: u32) -> Self {
        Self(number.to_string())
    }

    /// The number, or `None` for an identifier that comes from a file.
    pub fn number(&self) -> Option<u32> {
        self.0.parse().ok()
    }
}

impl IdeaId {
    /// The identifiers of the two parts of an idea that someone cuts: `"127.2a"` and `"127.2b"`.
    pub fn parts(&self) -> [Self; 2] {
        ["a", "b"].map(|part| Self(format!("{}{part}", self.0)))
    }

    /// The contribution that it was cut from.
    pub fn contribution(&self) -> ContributionId {
        ContributionId(self.0.rsplit_once('.').map_or("", |(contribution, _)| contribution).to_owned())
    }

    /// The idea of the run that it is, or is a part of.
    #[must_use]
    pub fn whole(&self) -> Self {
        Self(self.0.trim_end_matches(['a', 'b']).to_owned())
    }
}

impl ThemeId {
    /// The identifier of the theme of this number, from 1.
    pub fn numbered(number: u32) -> Self {
        Self(format!("t{number:02}"))
    }

    /// The number, or `None` for an identifier that is not made so.
    pub fn number(&self) -> Option<u32> {
        self.0.strip_prefix('t')?.parse().ok()
    }
}

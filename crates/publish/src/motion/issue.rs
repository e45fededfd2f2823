//! What is published: a motion, what is known of it, for whom and in which form.

use arobase_domain::Lang;
use arobase_domain::motion::{Annex, Clause, Motion, Section};
use arobase_text::doublets::doublets;
use serde::Serialize;
use std::borrow::Cow;

/// One publication of a motion.
#[derive(Debug, Clone)]
pub struct Issue<'a> {
    /// The motion, in French.
    pub motion: &'a Motion,
    /// What is known of it.
    pub colophon: &'a Colophon,
    /// Language of what is ours around it: headings, notes, labels.
    pub lang: Lang,
    /// Whom the copy is for.
    pub audience: Audience,
    /// Whether « les élu·es » is written « les élues et les élus »; see [`rereads`].
    pub doublets: bool,
    /// Whether lines are numbered, in HTML and PDF: the copy for amendments.
    pub lines: bool,
}

/// Whom a copy is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "copy")]
pub enum Audience {
    /// Everyone: the whole text.
    Full,
    /// Who has five minutes: what is asked, in two pages.
    TwoPages,
    /// One of those who are asked: the clauses that name them, by their own numbers.
    For {
        /// As clauses hold it: `"state"`.
        key: String,
        /// In words: « l’État ».
        name: String,
    },
    /// Who reads with difficulty: the easy-to-read twin.
    Easy,
}

/// What is known of a motion beside its text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Colophon {
    /// Name of the edition: « Congrès 2026 ».
    pub edition: String,
    /// Number of the version.
    pub version: u32,
    /// When it was frozen, in words: « 6 octobre 2026 ».
    pub frozen: String,
    /// The same instant, in Unix milliseconds.
    pub at: i64,
    /// SHA-256 of `motion.json`, in hexadecimal.
    pub seal: String,
    /// Its adoption; none while it is a draft.
    pub adoption: Option<Adoption>,
    /// What it comes from.
    pub figures: Figures,
    /// How it was made, a paragraph each.
    pub method: Vec<String>,
    /// Who contributed and agreed to be named.
    pub contributors: Vec<String>,
    /// Where it is published, as one types it: `congres.example/motion`.
    pub site: String,
}

/// How a motion was adopted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Adoption {
    /// When, in words: « 6 octobre 2026 ».
    pub day: String,
    /// Where.
    pub place: String,
    /// Votes for, against and abstentions, where they were counted.
    pub votes: Option<[usize; 3]>,
    /// How it was voted, in words; may be empty.
    pub told: String,
    /// Who signed, with their function, a line each.
    pub signed_by: Vec<String>,
}

/// From contributions to propositions, in numbers; a zero is not shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Figures {
    /// Contributions received.
    pub contributions: usize,
    /// Ideas read in them.
    pub ideas: usize,
    /// Themes.
    pub themes: usize,
    /// Structuring questions.
    pub questions: usize,
    /// Propositions.
    pub propositions: usize,
    /// Who wrote.
    pub authors: usize,
    /// Territories that they come from.
    pub territories: usize,
}

/// Words that a person must rewrite in the copy in doublets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reread {
    /// Where: a field by its name, « Demande 17 » by its number alone.
    pub place: String,
    /// The words left as they were.
    pub words: Vec<String>,
}

/// What a person must rewrite before the copy in doublets goes out.
pub fn rereads(motion: &Motion) -> Vec<Reread> {
    let mut places: Vec<(String, &str)> = vec![
        ("title".to_owned(), &motion.title),
        ("address".to_owned(), &motion.address),
        ("reasons".to_owned(), &motion.reasons),
        ("demand".to_owned(), &motion.demand),
    ];
    places.extend(motion.recitals.iter().map(|text| ("recitals".to_owned(), text.as_str())));
    for section in &motion.sections {
        places.extend([&section.title, &section.lead].map(|text| (section.id.to_string(), text.as_str())));
    }
    places.extend(motion.numbered().map(|(number, clause)| (number.to_string(), clause.text.as_str())));
    let annexes = motion.annexes.iter().flat_map(|annex| [&annex.title, &annex.text]);
    places.extend(annexes.map(|text| ("annexes".to_owned(), text.as_str())));
    let left = places.into_iter().map(|(place, text)| Reread { place, words: doublets(text).left });
    left.filter(|one| !one.words.is_empty()).collect()
}

impl<'a> Issue<'a> {
    /// The whole text for everyone, in French.
    pub fn full(motion: &'a Motion, colophon: &'a Colophon) -> Self {
        Self { motion, colophon, lang: Lang::Fr, audience: Audience::Full, doublets: false, lines: false }
    }

    /// The motion as this copy words it.
    pub(super) fn worded(&self) -> Cow<'a, Motion> {
        if self.doublets { Cow::Owned(in_doublets(self.motion)) } else { Cow::Borrowed(self.motion) }
    }
}

fn in_doublets(motion: &Motion) -> Motion {
    let full = |text: &String| doublets(text).text;
    let clause = |clause: &Clause| Clause { text: full(&clause.text), ..clause.clone() };
    let section = |section: &Section| Section {
        title: full(&section.title),
        lead: full(&section.lead),
        clauses: section.clauses.iter().map(clause).collect(),
        ..section.clone()
    };
    Motion {
        title: full(&motion.title),
        address: full(&motion.address),
        reasons: full(&motion.reasons),
        recitals: motion.recitals.iter().map(full).collect(),
        demand: full(&motion.demand),
        sections: motion.sections.iter().map(section).collect(),
        annexes: motion.annexes.iter().map(|one| Annex { title: full(&one.title), text: full(&one.text) }).collect(),
        easy: motion.easy.iter().map(|(of, text)| (of.clone(), full(text))).collect(),
        ..motion.clone()
    }
}

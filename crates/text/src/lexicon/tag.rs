//! Word classes and their features.

/// Grammatical gender.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gender {
    /// « le »
    Masculine,
    /// « la »
    Feminine,
}

/// Mood and tense, as far as rewriting needs to tell them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mood {
    /// « former »
    Infinitive,
    /// Present: « il forme »
    Indicative,
    /// « il formera »
    Future,
    /// « il formait »
    Imperfect,
    /// « il forma »
    SimplePast,
    /// « il formerait »
    Conditional,
    /// « qu’il forme »
    Subjunctive,
    /// « qu’il formât »
    ImperfectSubjunctive,
    /// « formez »
    Imperative,
    /// « formé »
    PastParticiple,
    /// « formant »
    PresentParticiple,
}

/// What a form is in one of its readings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tag {
    /// A verb form.
    Verb {
        /// Mood and tense.
        mood: Mood,
        /// 1, 2 or 3; 0 for infinitives and participles.
        person: u8,
        /// Of the person, or of a past participle.
        plural: bool,
        /// Of a past participle.
        feminine: bool,
    },
    /// A common noun.
    Noun {
        /// `None` when the lexicon does not say or accepts both.
        gender: Option<Gender>,
        /// `None` when singular and plural are one form: « accès ».
        plural: Option<bool>,
    },
    /// An adjective.
    Adjective {
        /// `None` when masculine and feminine are one form: « numérique ».
        gender: Option<Gender>,
        /// `None` when singular and plural are one form: « heureux ».
        plural: Option<bool>,
    },
    /// An adverb.
    Adverb,
    /// A proper noun.
    ProperNoun,
    /// A word of a closed class: determiner, pronoun, preposition, conjunction.
    Other,
}

impl Tag {
    /// Any verb form, participles and infinitive included.
    pub fn is_verb(self) -> bool {
        matches!(self, Self::Verb { .. })
    }

    /// A verb form that takes a subject, or an imperative.
    pub fn is_finite_verb(self) -> bool {
        matches!(self, Self::Verb { person: 1..=3, .. })
    }

    /// Any past participle.
    pub fn is_past_participle(self) -> bool {
        matches!(self, Self::Verb { mood: Mood::PastParticiple, .. })
    }

    /// Any common noun.
    pub fn is_noun(self) -> bool {
        matches!(self, Self::Noun { .. })
    }

    /// Any adjective.
    pub fn is_adjective(self) -> bool {
        matches!(self, Self::Adjective { .. })
    }
}

/// The readings behind a code of `french.rules`: a class letter, then the features of the Lefff (« vPS13s » is four readings).
pub(super) fn decode(code: &str) -> Vec<Tag> {
    let features = code.get(1..).unwrap_or_default();
    match code.as_bytes().first() {
        Some(b'v') => verb(features),
        Some(b'n') => vec![Tag::Noun { gender: gender(features), plural: plural(features) }],
        Some(b'a') => vec![Tag::Adjective { gender: gender(features), plural: plural(features) }],
        Some(b'r') => vec![Tag::Adverb],
        Some(b'p') => vec![Tag::ProperNoun],
        _ => vec![Tag::Other],
    }
}

fn gender(features: &str) -> Option<Gender> {
    let (masculine, feminine) = (features.contains('m'), features.contains('f'));
    (masculine != feminine).then_some(if feminine { Gender::Feminine } else { Gender::Masculine })
}

fn plural(features: &str) -> Option<bool> {
    let (singular, plural) = (features.contains('s'), features.contains('p'));
    (singular != plural).then_some(plural)
}

fn verb(features: &str) -> Vec<Tag> {
    let number: &[bool] = match plural(features) {
        Some(true) => &[true],
        None if features.starts_with("Km") => &[false, true],
        _ => &[false],
    };
    let feminine = features.contains('f');
    let persons: Vec<u8> = [3, 1, 2].into_iter().filter(|p| features.contains(char::from(b'0' + p))).collect();
    let persons = if persons.is_empty() { vec![0] } else { persons };
    let moods = features.chars().filter_map(mood);
    moods
        .flat_map(|mood| persons.iter().map(move |&person| (mood, person)))
        .flat_map(|(mood, person)| number.iter().map(move |&plural| Tag::Verb { mood, person, plural, feminine }))
        .collect()
}

fn mood(letter: char) -> Option<Mood> {
    Some(match letter {
        'W' => Mood::Infinitive,
        'P' => Mood::Indicative,
        'F' => Mood::Future,
        'I' => Mood::Imperfect,
        'J' => Mood::SimplePast,
        'C' => Mood::Conditional,
        'S' => Mood::Subjunctive,
        'T' => Mood::ImperfectSubjunctive,
        'Y' => Mood::Imperative,
        'K' => Mood::PastParticiple,
        'G' => Mood::PresentParticiple,
        _ => return None,
    })
}

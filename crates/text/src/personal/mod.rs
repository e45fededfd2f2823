//! Personal data in what people wrote: found, explained, and proposed for masking; people decide.
//!
//! Precision first: a person who reads two false findings stops reading. What is public by nature is left: officials named with
//! their function, the mailbox of a service, special telephone numbers.

mod dates;
mod given;
mod names;
mod numbers;
mod places;
mod public;
mod scan;

pub(crate) use names::is_full_name;

use crate::normal::Normal;
use scan::Page;
use std::borrow::Cow;
use std::cmp::Reverse;
use std::ops::Range;

/// What kind of datum it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The name of a private person.
    Name,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// Number, street, and town when given.
    Address,
    /// An international bank account number, its check digits right.
    Iban,
    /// A French social security number.
    SocialSecurity,
    /// The registration plate of a vehicle.
    Plate,
    /// Day, month and year of a birth.
    BirthDate,
}

impl Kind {
    /// Its code in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Address => "address",
            Self::Iban => "iban",
            Self::SocialSecurity => "social_security",
            Self::Plate => "plate",
            Self::BirthDate => "birth_date",
        }
    }

    /// What is proposed in its place, in French as the texts are.
    pub fn mask(self) -> &'static str {
        match self {
            Self::Name => "[nom]",
            Self::Phone => "[téléphone]",
            Self::Email => "[courriel]",
            Self::Address => "[adresse]",
            Self::Iban => "[compte bancaire]",
            Self::SocialSecurity => "[numéro de sécurité sociale]",
            Self::Plate => "[immatriculation]",
            Self::BirthDate => "[date de naissance]",
        }
    }
}

/// One datum found.
#[derive(Debug, Clone, PartialEq)]
pub struct Datum {
    /// Unicode scalars of the raw text.
    pub span: Range<usize>,
    /// Bytes of the normal text.
    pub range: Range<usize>,
    /// What it is.
    pub kind: Kind,
    /// How sure, from 0.5 to 1; checked digits are surest.
    pub score: f32,
    /// A short code of why.
    pub reason: &'static str,
}

/// A datum before overlaps are settled: bytes of the normal text.
#[derive(Debug, Clone, PartialEq)]
struct Hit {
    range: Range<usize>,
    kind: Kind,
    score: f32,
    reason: &'static str,
}

/// The personal data of a text, in order, none overlapping another.
pub fn find(normal: &Normal) -> Vec<Datum> {
    let page = Page::of(&normal.text);
    let mut hits = Vec::new();
    numbers::find(&page, &mut hits);
    places::find(&page, &mut hits);
    dates::find(&page, &mut hits);
    names::find(&page, &mut hits);
    let datum = |hit: Hit| Datum {
        span: normal.raw_span(hit.range.clone()),
        range: hit.range,
        kind: hit.kind,
        score: hit.score,
        reason: hit.reason,
    };
    settled(hits).into_iter().map(datum).collect()
}

/// A text where each personal datum found is replaced by what it is, as in `écrire à [courriel]`.
pub fn masked(text: &str) -> Cow<'_, str> {
    let data = find(&Normal::of(text));
    if data.is_empty() {
        return Cow::Borrowed(text);
    }
    let starts: Vec<usize> = text.char_indices().map(|(start, _)| start).chain([text.len()]).collect();
    let (mut out, mut seen) = (String::with_capacity(text.len()), 0);
    for datum in data {
        out.push_str(&text[seen..starts[datum.span.start]]);
        out.push_str(datum.kind.mask());
        seen = starts[datum.span.end];
    }
    out.push_str(&text[seen..]);
    Cow::Owned(out)
}

/// Where two overlap the surer stays, then the longer, then the first.
fn settled(mut hits: Vec<Hit>) -> Vec<Hit> {
    hits.sort_by(|a, b| {
        b.score
            .total_cmp(&a.score)
            .then_with(|| (Reverse(a.range.len()), a.range.start).cmp(&(Reverse(b.range.len()), b.range.start)))
    });
    let mut kept: Vec<Hit> = Vec::new();
    for hit in hits {
        if kept.iter().all(|other| hit.range.end <= other.range.start || other.range.end <= hit.range.start) {
            kept.push(hit);
        }
    }
    kept.sort_by_key(|hit| hit.range.start);
    kept
}

#[cfg(test)]
mod tests;

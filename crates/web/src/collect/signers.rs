//! « Nous sommes plusieurs à signer »: rows of the form, and the letters that ask each one whether they do.

use super::contribute::Mistake;
use super::territory::{Choice, choices};
use crate::Error;
use crate::lang::{Lang, Speak as _};
use crate::state::AppState;
use crate::url::{Target, Url};
use arobase_domain::draft::SIGNATURE_MAX;
use arobase_domain::mail::SECRET;
use arobase_domain::signers::{SIGNERS_MAX, SignerField};
use arobase_domain::{Assent, Author, Email, Letter, NewContribution, Problem, SignerDraft};
use arobase_identity::{CODES_COUNTED, SIGNERS_BY_ADDRESS};
use arobase_post::cited::cited;
use arobase_post::letters::Link;
use arobase_store::{Call, Cosigner, Mail, Tries};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Rows that wait to be filled in at first, and each time more are asked for.
const BLANK: usize = 3;
/// Longest address of e-mail.
const EMAIL_MAX: usize = 254;
/// Rows read at most; more than [`SIGNERS_MAX`] are told.
const READ: usize = 2 * SIGNERS_MAX;
/// What letters are counted as, by where they are asked from.
const ASKED: &str = "signers";

/// Names of the fields, row by row: `signer-1-name`…
static NAMES: LazyLock<Vec<[String; 5]>> = LazyLock::new(|| {
    let row = |n: usize| PARTS.map(|part| format!("signer-{n}-{part}"));
    (1..=READ).map(row).collect()
});
/// Parts of a row, in the order of [`NAMES`].
const PARTS: [&str; 5] = ["name", "function", "territory", "which", "email"];

/// The rows as they are posted, those left empty included.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(from = "BTreeMap<String, String>")]
pub(super) struct Rows(pub(super) Vec<SignerDraft>);

/// The rows as they are shown.
pub(super) struct Block {
    pub(super) title: String,
    pub(super) lines: Vec<Line>,
    pub(super) open: bool,
    /// Whether more rows may be asked for.
    pub(super) room: bool,
    /// Where they are.
    pub(super) action: Url,
}

/// A row as it is shown.
pub(super) struct Line {
    /// Its rank, from 1.
    pub(super) n: usize,
    pub(super) inputs: [Input; 4],
    /// Where the choice of a territory is, by whose name, and those to choose from.
    pub(super) which: &'static str,
    pub(super) commune: String,
    pub(super) homonyms: Vec<Choice>,
}

/// A field of a row.
pub(super) struct Input {
    /// Its name and identifier.
    pub(super) id: &'static str,
    pub(super) label: String,
    pub(super) value: String,
    pub(super) longest: usize,
    pub(super) email: bool,
    pub(super) territory: bool,
}

impl From<BTreeMap<String, String>> for Rows {
    fn from(mut fields: BTreeMap<String, String>) -> Self {
        let mut rows = Vec::new();
        for (nth, names) in NAMES.iter().enumerate() {
            let mut posted = false;
            let [name, function, commune, territory, email] = names.each_ref().map(|name| {
                let value = fields.remove(name);
                posted |= value.is_some();
                value.unwrap_or_default()
            });
            if posted {
                rows.resize_with(nth, SignerDraft::default);
                rows.push(SignerDraft { name, function, commune, territory, email });
            }
        }
        Self(rows)
    }
}

impl Rows {
    /// Whether someone is in them.
    pub(super) fn filled(&self) -> bool {
        self.0.iter().any(|row| !row.is_empty())
    }

    /// The rows to show: those there are, and some more where they are asked for; `taken` people sign already.
    pub(super) fn block(&self, lang: Lang, errors: &[Mistake], more: bool, taken: usize, action: Url) -> Block {
        let used = self.0.iter().rposition(|row| !row.is_empty()).map_or(0, |last| last + 1);
        let wanted = self.0.len().max(BLANK) + if more { BLANK } else { 0 };
        let room = SIGNERS_MAX.saturating_sub(taken);
        let shown = wanted.min(room).max(used).min(READ);
        Block {
            title: lang.t("signers-title"),
            lines: (0..shown).map(|nth| self.line(lang, errors, nth)).collect(),
            open: more || self.filled() || errors.iter().any(|error| error.field == "signers"),
            room: shown < room,
            action,
        }
    }

    fn line(&self, lang: Lang, errors: &[Mistake], nth: usize) -> Line {
        let SignerDraft { name, function, commune, territory, email } = self.0.get(nth).cloned().unwrap_or_default();
        let which = id(nth, "which");
        let asked = !territory.is_empty() || errors.iter().any(|error| error.field == which);
        let input = |part, label, value, longest| Input {
            id: id(nth, part),
            label: lang.t(label),
            value,
            longest,
            email: part == "email",
            territory: part == "territory",
        };
        Line {
            n: nth + 1,
            homonyms: if asked { choices(lang, &commune, &territory) } else { Vec::new() },
            inputs: [
                input("name", "signers-name", name, SIGNATURE_MAX),
                input("function", "signers-function", function, SIGNATURE_MAX),
                input("territory", "signers-territory", commune.clone(), SIGNATURE_MAX),
                input("email", "signers-email", email, EMAIL_MAX),
            ],
            which,
            commune,
        }
    }
}

/// Name and identifier of a field of a row, from 0.
fn id(nth: usize, part: &str) -> &'static str {
    let rank = PARTS.iter().position(|one| *one == part);
    let found = NAMES.get(nth).zip(rank).map(|(names, rank)| names[rank].as_str());
    found.unwrap_or("signers")
}

/// How far someone who is said to sign has come, in words.
pub(super) fn state(lang: Lang, one: &Cosigner) -> String {
    lang.t(match one.assent {
        Assent::Named => "signers-state-named",
        Assent::Unnamed => "signers-state-unnamed",
        Assent::Refused => "signers-state-refused",
        Assent::Waiting if one.asked => "signers-state-waiting",
        Assent::Waiting => "signers-state-unasked",
    })
}

/// What is wrong with a row, in words.
pub(super) fn mistake(lang: Lang, nth: usize, field: SignerField, problem: Problem) -> Mistake {
    let (part, label) = match field {
        _ if problem == Problem::Homonyms => ("which", "signers-territory"),
        SignerField::Name => ("name", "signers-name"),
        SignerField::Function => ("function", "signers-function"),
        SignerField::Commune => ("territory", "signers-territory"),
        SignerField::Email => ("email", "signers-email"),
    };
    let label = ("field", format!("{}, {}", lang.it("signers-row", nth + 1), lang.t(label)));
    let message = match problem {
        Problem::Missing | Problem::TooShort { .. } => lang.it("signers-error-name", nth + 1),
        Problem::TooLong { max, given } => {
            lang.with("contribute-error-long", [label, ("given", lang.number(given)), ("max", lang.number(max))])
        }
        Problem::Homonyms | Problem::UnknownDepartment => lang.with("signers-error-homonyms", [label]),
        Problem::NotAnEmail => lang.with("signers-error-email", [label]),
        Problem::TooMany { max } => lang.it("signers-error-many", max),
    };
    Mistake { field: id(nth, part), message }
}

/// The letters to those who are said to sign a contribution and have an e-mail.
pub(super) struct Letters(Vec<Asked>);

struct Asked {
    nth: usize,
    id: String,
    digest: String,
    address: String,
    mail: String,
    letter: Letter,
}

impl Letters {
    /// Written by `by`, in a language.
    pub(super) fn new(state: &AppState, lang: Lang, new: &NewContribution, by: Option<&Author>) -> Self {
        let signers = new.signers.iter().enumerate();
        Self(
            signers
                .filter_map(|(nth, signer)| Some(Asked::new(state, lang, (nth, signer.email.clone()?), by)))
                .collect(),
        )
    }

    /// One letter more, to someone who has not answered.
    pub(super) fn again(state: &AppState, lang: Lang, to: Email, by: Option<&Author>) -> Self {
        Self(vec![Asked::new(state, lang, (0, to), by)])
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// As the store takes them.
    pub(super) fn calls(&self) -> Vec<Call<'_>> {
        self.0.iter().map(Asked::call).collect()
    }

    /// Whether so many letters may leave from there. They are counted: a form that anyone may fill in must not be a way to write to strangers.
    pub(super) async fn allowed(&self, state: &AppState, origin: &str) -> Result<bool, Error> {
        let tries = Tries { kind: ASKED, address: origin, since: state.now() - CODES_COUNTED };
        let many = self.0.len() as u64;
        if self.is_empty() {
            return Ok(true);
        }
        if state.store.tried(tries).await? + many > SIGNERS_BY_ADDRESS {
            return Ok(false);
        }
        state.store.note_tries(tries, many, state.now()).await?;
        Ok(true)
    }
}

impl Asked {
    fn new(state: &AppState, lang: Lang, (nth, to): (usize, Email), by: Option<&Author>) -> Self {
        let page = Target::Cosign(String::new()).in_lang(lang);
        let url = format!("{}{page}?key={SECRET}", state.address);
        let link = Link { edition: &state.edition.name, url: &url };
        let by = by.map(|author| author.name.as_str()).unwrap_or_default();
        let id = (state.ids)().to_string();
        let (digest, address) = (state.key.link(&id).digest(), state.key.address(to.as_str()));
        Self { nth, digest, address, mail: (state.ids)().to_string(), letter: cited(lang, to, link, by), id }
    }

    fn call(&self) -> Call<'_> {
        let Self { nth, id, digest, address, mail, letter } = self;
        Call { nth: *nth, id, digest, address, mail: Mail { id: mail, letter, useless_at: None } }
    }
}

/// What is told where more would sign than may.
pub(super) fn too_many(lang: Lang) -> Mistake {
    Mistake { field: "signers", message: lang.it("signers-error-many", SIGNERS_MAX) }
}

/// What is told where too many letters were asked for.
pub(super) fn too_many_letters(lang: Lang) -> Mistake {
    Mistake { field: "signers", message: lang.t("signers-error-letters") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(fields: &[(&str, &str)]) -> Rows {
        fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect::<BTreeMap<_, _>>().into()
    }

    #[test]
    fn rows_keep_their_rank_and_nothing_typed_is_lost() {
        let read =
            rows(&[("signer-3-name", "Bruno"), ("signer-4-email", "x"), ("other", "y"), ("signer-99-name", "z")]);
        assert_eq!(read.0.len(), 4);
        assert_eq!((read.0[2].name.as_str(), read.0[3].email.as_str(), read.0[0].is_empty()), ("Bruno", "x", true));
        let block =
            |rows: &Rows, more, taken| rows.block(Lang::Fr, &[], more, taken, Target::Contribute.in_lang(Lang::Fr));
        let counts = |more, taken| block(&read, more, taken).lines.len();
        assert_eq!((counts(false, 0), counts(true, 0), counts(true, 17), counts(true, 14)), (4, 7, 4, 6));
        assert_eq!(block(&Rows::default(), false, 0).lines.len(), BLANK);
        let full = block(&Rows::default(), true, SIGNERS_MAX);
        assert!(full.lines.is_empty() && !full.room);
    }

    #[test]
    fn every_mistake_leads_to_its_field() {
        let all = [
            (SignerField::Name, Problem::Missing, "signer-2-name"),
            (SignerField::Function, Problem::TooLong { max: 120, given: 130 }, "signer-2-function"),
            (SignerField::Commune, Problem::Homonyms, "signer-2-which"),
            (SignerField::Email, Problem::NotAnEmail, "signer-2-email"),
        ];
        for lang in [Lang::Fr, Lang::En] {
            for (field, problem, place) in all {
                let mistake = mistake(lang, 1, field, problem);
                assert!(mistake.field == place && mistake.message.contains('2'), "{}", mistake.message);
            }
            assert!(mistake(lang, 20, SignerField::Name, Problem::TooMany { max: 20 }).message.contains("20"));
        }
    }
}

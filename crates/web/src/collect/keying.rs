//! A paper form is keyed once; where two people key it, what they read differently is settled by the second one.

use crate::Error;
use crate::lang::{Lang, Speak as _};
use crate::state::AppState;
use arobase_domain::keying::{Asked, differences};
use arobase_domain::{Draft, SignerDraft};
use arobase_publish::print::sheet_number;
use arobase_store::{Keyed, Keying, Settlement, Submission};
use arobase_text::stem::terms;

/// What became of what was keyed.
pub(super) enum Sheet {
    /// Received under a number of its own.
    Received,
    /// The sheet with this number had been keyed by someone else; both are settled.
    Checked(u32),
    /// Not received, and why.
    Refused(String),
    /// Someone else keyed the sheet otherwise.
    Differs(Box<Draft>),
}

/// A field that two people keyed differently.
pub(super) struct Differing {
    pub(super) label: String,
    pub(super) first: String,
    pub(super) second: String,
}

/// Receives what is keyed, from the paper form `sheet` if that says a number; `settled` when the differences have been shown.
pub(super) async fn key(
    state: &AppState,
    lang: Lang,
    sheet: &str,
    fields: &Draft,
    sent: Submission<'_>,
    settled: bool,
) -> Result<Sheet, Error> {
    let (edition, now) = (&state.edition.id, state.now());
    if sheet.trim().is_empty() {
        state.store.submit(edition, sent, &terms, now).await?;
        return Ok(Sheet::Received);
    }
    let Ok(sheet) = sheet.trim().parse::<u32>() else {
        return Ok(Sheet::Refused(lang.t("assist-sheet-number-error")));
    };
    match state.store.key_sheet(edition, Keying { sheet, fields, sent }, &terms, now).await? {
        Keyed::Received(_) => Ok(Sheet::Received),
        Keyed::Unknown => Ok(Sheet::Refused(lang.it("assist-sheet-unknown", sheet_number(sheet)))),
        Keyed::Before(number) => Ok(Sheet::Refused(before(lang, sheet, number))),
        Keyed::Again(number, first) => {
            let differences = differences(&first, fields).len();
            if differences > 0 && !settled {
                return Ok(Sheet::Differs(first));
            }
            let (contribution, by, calls) = (sent.contribution, sent.by.unwrap_or_default(), sent.calls);
            let settled = Settlement { sheet, contribution, differences: differences as u32, by, calls };
            let done = state.store.settle_sheet(edition, settled, &terms, now).await?;
            Ok(done.map_or_else(|| Sheet::Refused(before(lang, sheet, number)), |_| Sheet::Checked(sheet)))
        }
    }
}

fn before(lang: Lang, sheet: u32, number: u32) -> String {
    lang.with("assist-sheet-before", [("sheet", sheet_number(sheet)), ("number", number.to_string())])
}

/// What two people keyed differently, in words.
pub(super) fn differing(lang: Lang, first: &Draft, second: &Draft) -> Vec<Differing> {
    let line = |asked| Differing {
        label: lang.t(match asked {
            Asked::Text => "assist-text",
            Asked::Author => "assist-author",
            Asked::Territory => "assist-territory",
            Asked::Consent => "assist-consent-short",
            Asked::Signers => "signers-beside",
        }),
        first: said(lang, asked, first),
        second: said(lang, asked, second),
    };
    differences(first, second).into_iter().map(line).collect()
}

fn said(lang: Lang, asked: Asked, draft: &Draft) -> String {
    match asked {
        Asked::Text => draft.text.clone(),
        Asked::Author => {
            let parts = [draft.name.as_str(), draft.function.as_str()].into_iter().filter(|part| !part.is_empty());
            parts.collect::<Vec<_>>().join(", ")
        }
        Asked::Territory if draft.territory.is_empty() => draft.commune.clone(),
        Asked::Territory => format!("{} ({})", draft.commune, draft.territory),
        Asked::Signers => {
            let rows = draft.signers.iter().filter(|row| !row.is_empty());
            let row = |row: &SignerDraft| {
                let parts = [&row.name, &row.function, &row.commune].map(String::as_str);
                parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
            };
            rows.map(row).collect::<Vec<_>>().join(" ; ")
        }
        Asked::Consent => lang.t(if draft.named { "assist-named-yes" } else { "assist-named-no" }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_signed_is_told_without_what_they_did_not_say() {
        let first = Draft { name: "Jean Bon".into(), function: "adjoint".into(), ..Draft::default() };
        let second = Draft { name: "Jean Bon".into(), ..Draft::default() };
        let told = |first, second| differing(Lang::Fr, first, second).remove(0);
        assert_eq!(told(&first, &second).first, "Jean Bon, adjoint");
        assert_eq!(told(&first, &second).second, "Jean Bon");
        assert_eq!(told(&first, &Draft::default()).second, "");
    }
}

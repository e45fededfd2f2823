//! `arobase admin import`: the members of an edition, from a file.

use crate::clock;
use arobase_domain::territory::Resolution;
use arobase_domain::{Edition, Lang, Remark, Roster};
use arobase_store::{Enrolled, Enrolment, Store, Trial};
use arobase_web::Speak as _;
use std::path::Path;

/// Reads a roster under its own name.
pub(super) fn read(file: &Path, lang: Lang) -> Result<Roster, String> {
    arobase_tables::roster(file, &file.display().to_string()).map_err(|error| error.message(lang))
}

/// Makes members of its people, or tries to; what became of them, in words.
pub(super) async fn enrol(
    store: &Store,
    edition: &Edition,
    roster: &Roster,
    trial: Trial,
    lang: Lang,
) -> Result<String, String> {
    let enrolment = Enrolment { edition: &edition.id, by: None, ids: clock::new_id, trial };
    let done = store.enrol(roster, enrolment, clock::now_millis()).await.map_err(|error| error.to_string())?;
    let mut told = vec![counts(lang, &done)];
    let list = |names: &[String]| names.join(", ");
    told.extend((!roster.refused.is_empty()).then(|| refused(lang, &list(&roster.refused))));
    told.extend(roster.remarks.iter().map(|remark| remarked(lang, remark)));
    told.extend(done.shared.iter().map(|line| shared(lang, *line)));
    told.extend(roster.people.iter().filter(|one| matches!(one.place(), Resolution::Several(_))).map(|one| {
        let (line, place) = (one.line, &one.place);
        lang.pick(
            format!("Ligne {line}\u{a0}: plusieurs collectivités s’appellent «\u{a0}{place}\u{a0}». Ajoutez son code INSEE, ou choisissez sur le site."),
            format!("Line {line}: several territories are called “{place}”. Add its INSEE code, or choose on the site."),
        )
    }));
    told.push(closing(lang, edition, trial));
    Ok(told.join("\n"))
}

fn counts(lang: Lang, Enrolled { added, completed, same, .. }: &Enrolled) -> String {
    lang.pick(
        format!(
            "Nouveaux membres\u{a0}: {added}. Fiches complétées\u{a0}: {completed}. Sans rien de nouveau\u{a0}: {same}."
        ),
        format!("New members: {added}. Known better now: {completed}. Nothing new: {same}."),
    )
}

fn refused(lang: Lang, columns: &str) -> String {
    lang.pick(
        format!("Colonnes qui n’ont pas été lues, et ne sont gardées nulle part\u{a0}: {columns}."),
        format!("Columns that were not read and are kept nowhere: {columns}."),
    )
}

fn remarked(lang: Lang, remark: &Remark) -> String {
    let (line, fr, en) = match remark {
        Remark::Nobody(line) => (line, "ni nom ni courriel, laissée de côté.", "neither name nor e-mail, left out."),
        Remark::Unreadable(line) => (
            line,
            "illisible, laissée de côté. Corrigez-la et importez de nouveau.",
            "cannot be read, left out. Mend it and import again.",
        ),
        Remark::NotEmail(line) => (
            line,
            "courriel mal écrit. La personne est ajoutée sans lui.",
            "miswritten e-mail. The person is added without it.",
        ),
    };
    lang.pick(format!("Ligne {line}\u{a0}: {fr}"), format!("Line {line}: {en}"))
}

fn shared(lang: Lang, line: u64) -> String {
    lang.pick(
        format!(
            "Ligne {line}\u{a0}: même courriel qu’un membre d’un tout autre nom. La personne est ajoutée sans lui."
        ),
        format!("Line {line}: the same e-mail as a member of quite another name. The person is added without it."),
    )
}

fn closing(lang: Lang, edition: &Edition, trial: Trial) -> String {
    let name = &edition.name;
    match trial {
        Trial::Real => lang.pick(
            format!(
                "Édition\u{a0}: {name}. Personne n’a encore été invité\u{a0}; les doublons possibles sont sur le site."
            ),
            format!("Edition: {name}. Nobody has been invited yet; possible duplicates are on the site."),
        ),
        Trial::Dry => lang.pick(
            format!("Essai pour l’édition {name}\u{a0}: rien n’est gardé. Sans --dry-run, tout le sera."),
            format!("Tried for the edition {name}: nothing is kept. Without --dry-run, all will be."),
        ),
    }
}

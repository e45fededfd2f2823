//! What became of a file, in a few lines for whoever imported it.

use arobase_domain::Lang;
use arobase_store::Trial;
use arobase_tables::Role;
use arobase_tables::intake::{Mapping, Platform};
use arobase_web::intake::{Change, End, Outcome, Told, Way};

/// Reasons told; the report has every row.
const REASONS: usize = 10;
/// Rows named for each reason.
const ROWS: usize = 5;

/// The file and its platform, its columns, the count of each end, then what was left out and why.
pub(crate) fn told(outcome: &Outcome, trial: Trial, lang: Lang) -> String {
    let sheaf = &outcome.sheaf;
    let colon = pick(lang, "\u{a0}:", ":");
    let mut lines = vec![format!(
        "{}{colon} {}, source {}",
        sheaf.file,
        sheaf.platform.name(lang),
        pick(lang, format!("«\u{a0}{}\u{a0}»", outcome.source), format!("“{}”", outcome.source))
    )];
    lines.extend(sheaf.mapping.as_ref().map(|mapping| format!("  {}", columns(mapping, lang))));
    lines.extend(sheaf.notices.iter().map(|notice| format!("  {}", notice.message(lang))));
    lines.push(format!("  {}", counts(outcome, trial, lang)));
    let undated = outcome.lines.iter().flat_map(|line| &line.changes);
    match undated.filter(|change| matches!(change, Change::Undated(_))).count() {
        0 => {}
        count => lines.push(format!("  {}", undated_dates(count, lang))),
    }
    lines.extend(left_out(&outcome.lines, lang));
    lines.join("\n")
}

/// Where and why, rows left out for one reason together, in the order of the first of each.
fn left_out(lines: &[Told], lang: Lang) -> Vec<String> {
    let mut reasons: Vec<(String, Vec<&Told>)> = Vec::new();
    for line in lines {
        let Some(reason) = line.end.common_reason(lang, Way::Command) else { continue };
        match reasons.iter_mut().find(|(one, _)| *one == reason) {
            Some((_, rows)) => rows.push(line),
            None => reasons.push((reason, vec![line])),
        }
    }
    let told = |(reason, rows): &(String, Vec<&Told>)| match rows.as_slice() {
        [only] => format!("  - {}", message(only, lang)),
        rows => format!("  - {}{} {reason}", places(rows, lang), pick(lang, "\u{a0}:", ":")),
    };
    let mut told: Vec<String> = reasons.iter().take(REASONS).map(told).collect();
    if reasons.len() > REASONS || reasons.iter().any(|(_, rows)| rows.len() > ROWS) {
        told.push(pick(
            lang,
            "  --report FICHIER.csv dit tout, ligne par ligne.".to_owned(),
            "  --report FILE.csv tells all, row by row.".to_owned(),
        ));
    }
    told
}

/// « lignes 2, 3, 6, 7, 10 et 157 autres »; files, where each is a message.
fn places(rows: &[&Told], lang: Lang) -> String {
    let place = |row: &&Told| if row.at == 0 { row.file.clone() } else { row.at.to_string() };
    let named: Vec<String> = rows.iter().take(ROWS).map(place).collect();
    let head = if rows[0].at == 0 { "" } else { pick(lang, "lignes ", "rows ") };
    let more = rows.len() - named.len();
    let rest = match more {
        0 => String::new(),
        1 => pick(lang, " et 1 autre", " and 1 more").to_owned(),
        _ => pick(lang, format!(" et {more} autres"), format!(" and {more} more")),
    };
    format!("{head}{}{rest}", named.join(", "))
}

fn pick<T>(lang: Lang, french: T, english: T) -> T {
    match lang {
        Lang::Fr => french,
        Lang::En => english,
    }
}

fn columns(mapping: &Mapping, lang: Lang) -> String {
    let part = |role: Role, names: &[String], joined: bool| {
        let names = names.join(if joined { " + " } else { pick(lang, ", sinon ", ", else ") });
        format!("{}{} {names}", label(role, lang), pick(lang, "\u{a0}:", ":"))
    };
    let parts: Vec<String> = mapping.parts.iter().map(|one| part(one.role, &one.columns, one.joined)).collect();
    parts.join(pick(lang, "\u{202f}; ", "; "))
}

fn label(role: Role, lang: Lang) -> &'static str {
    match role {
        Role::Text => pick(lang, "texte", "text"),
        Role::Title => pick(lang, "titre", "title"),
        Role::Id => pick(lang, "identifiant", "identifier"),
        Role::Author => pick(lang, "auteur", "author"),
        Role::Territory => pick(lang, "collectivité", "territory"),
        Role::Date => pick(lang, "date", "date"),
        Role::Channel => pick(lang, "canal", "channel"),
        Role::Question => pick(lang, "question", "question"),
        Role::Language => pick(lang, "langue", "language"),
    }
}

/// « 24 lignes : 20 reprises (n° 1 à 20), 2 déjà là, 1 vide, 1 refusée. »
fn counts(outcome: &Outcome, trial: Trial, lang: Lang) -> String {
    let of = |wanted: fn(&End) -> bool| outcome.lines.iter().filter(|line| wanted(&line.end)).count();
    let all = outcome.lines.len();
    let taken = of(|end| matches!(end, End::Taken(_) | End::Held));
    let already = of(|end| matches!(end, End::Already(_) | End::HeldBefore));
    let empty = of(|end| matches!(end, End::Empty));
    let refused = all - taken - already - empty;
    let numbers = numbers(outcome, lang);
    let message = outcome.sheaf.platform == Platform::Mail;
    if lang == Lang::En {
        let rows = if message { "message" } else { "row" };
        let rows = format!("{rows}{}", if all == 1 { "" } else { "s" });
        let verb = match (message, trial) {
            (true, _) => "to check in the site",
            (false, Trial::Dry) => "to take",
            (false, Trial::Real) => "taken",
        };
        return format!(
            "{all} {rows}: {taken} {verb}{numbers}, {already} there already, {empty} empty, {refused} refused."
        );
    }
    // « Ligne » is feminine, « message » is not. Messages wait in the site for someone to check them.
    let (rows, took, left) = match (message, taken > 1, refused > 1) {
        (true, _, more) => {
            (plural(all, "message", "messages"), "à vérifier dans le site", if more { "refusés" } else { "refusé" })
        }
        (false, many, more) => (
            plural(all, "ligne", "lignes"),
            if many { "reprises" } else { "reprise" },
            if more { "refusées" } else { "refusée" },
        ),
    };
    let took = if trial == Trial::Dry && !message { "à reprendre" } else { took };
    let blank = plural(empty, "vide", "vides");
    format!("{all} {rows}\u{a0}: {taken} {took}{numbers}, {already} déjà là, {empty} {blank}, {refused} {left}.")
}

/// French counts 0 as singular.
fn plural<'a>(count: usize, one: &'a str, many: &'a str) -> &'a str {
    if count > 1 { many } else { one }
}

/// The numbers given, which follow one another.
fn numbers(outcome: &Outcome, lang: Lang) -> String {
    let mut given =
        outcome.lines.iter().filter_map(|line| if let End::Taken(number) = line.end { Some(number) } else { None });
    let Some(first) = given.next() else { return String::new() };
    match given.next_back() {
        Some(last) => pick(lang, format!(" (n°\u{a0}{first} à {last})"), format!(" (no. {first} to {last})")),
        None => pick(lang, format!(" (n°\u{a0}{first})"), format!(" (no. {first})")),
    }
}

fn undated_dates(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Fr, 1) => "1 date illisible\u{a0}: la date de l’import la remplace.".to_owned(),
        (Lang::Fr, _) => format!("{count} dates illisibles\u{a0}: la date de l’import les remplace."),
        (Lang::En, 1) => "1 date cannot be read: that of the import takes its place.".to_owned(),
        (Lang::En, _) => format!("{count} dates cannot be read: that of the import takes their place."),
    }
}

/// Where, which, and why.
fn message(line: &Told, lang: Lang) -> String {
    let place = match line.at {
        0 => line.file.clone(),
        at => format!("{} {at}", pick(lang, "ligne", "row")),
    };
    let reason = line.end.reason(lang, Way::Command).unwrap_or_default();
    format!("{place} ({}){} {reason}", line.id, pick(lang, "\u{a0}:", ":"))
}

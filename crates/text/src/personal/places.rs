//! Where people can be reached: e-mail and postal addresses.

use super::dates::MONTHS;
use super::scan::{Page, is_one_of};
use super::{Hit, Kind};

/// Mailboxes of services, not of persons.
const SERVICES: &[&str] = &[
    "contact*",
    "mairie*",
    "info",
    "infos",
    "information*",
    "accueil*",
    "secretariat*",
    "dgs*",
    "communication*",
    "webmaster*",
    "support*",
    "service*",
    "commune*",
    "urbanisme*",
    "noreply*",
    "no",
    "ne",
    "presse*",
    "dpo",
    "sav",
    "abuse",
    "adresse*",
    "nom",
    "prenom",
    "exemple*",
    "example*",
    "ville*",
    "agglo*",
    "prefecture*",
    "postmaster",
    "admin*",
    "hello",
    "bonjour",
    "rgpd",
    "cnil",
];
/// Ways whose name is no other common word.
const WAYS: &[&str] = &[
    "rue",
    "avenue",
    "av",
    "ave",
    "boulevard",
    "bd",
    "bld",
    "blvd",
    "chemin",
    "impasse",
    "allee",
    "quai",
    "lotissement",
    "sentier",
    "faubourg",
    "ruelle",
    "venelle",
    "esplanade",
];
/// Ways whose name also counts other things: « 1 place en crèche », « 2 cours ».
const OTHER_WAYS: &[&str] =
    &["place", "route", "cours", "square", "residence", "passage", "hameau", "villa", "clos", "montee", "rte", "pl"];
const LINKS: &[&str] =
    &["de", "du", "des", "d", "la", "le", "les", "l", "en", "sous", "sur", "aux", "au", "a", "et", "saint", "sainte"];
/// Public places that have the address of everyone.
const PUBLIC: &[&str] =
    &["mairie*", "hotel", "prefecture*", "ministere*", "siege", "assemblee", "senat", "elysee", "matignon"];

pub(super) fn find(page: &Page<'_>, hits: &mut Vec<Hit>) {
    hits.extend(page.text.match_indices('@').filter_map(|(at, _)| email(page.text, at)));
    hits.extend((0..page.tokens.len()).filter_map(|at| address(page, at)));
}

fn email(text: &str, at: usize) -> Option<Hit> {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%');
    let local = &text[..at];
    let start = local.char_indices().rev().take_while(|&(_, c)| fits(c)).last()?.0;
    let start = start + (text[start..].len() - text[start..].trim_start_matches(['.', '-', '_']).len());
    let domain = &text[at + 1..];
    let domain =
        domain[..domain.find(|c| !fits(c)).unwrap_or(domain.len())].trim_end_matches(['.', '-', '_', '+', '%']);
    let (name, end) = domain.rsplit_once('.')?;
    let valid = start < at && !name.is_empty() && end.len() >= 2 && end.chars().all(|c| c.is_ascii_alphabetic());
    let first = crate::stem::fold(&text[start..at]);
    let first = first.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    (valid && !is_one_of(first, SERVICES)).then(|| Hit {
        range: start..at + 1 + domain.len(),
        kind: Kind::Email,
        score: 0.95,
        reason: "at_sign",
    })
}

/// « 12 bis, rue des Lilas », with « 22600 Loudéac » when it follows.
fn address(page: &Page<'_>, at: usize) -> Option<Hit> {
    let number = page.token(at)?;
    let digits = number.text.trim_end_matches(['b', 't', 'B', 'T', 'A', 'a', 'C', 'c']);
    if digits.is_empty()
        || digits.len() > 4
        || digits.len() + 1 < number.text.len()
        || !digits.bytes().all(|b| b.is_ascii_digit())
    {
        return None;
    }
    let suffixed =
        page.token(at + 1).is_some_and(|next| is_one_of(&next.folded(), &["bis", "ter", "quater", "b", "t"]));
    let way = at + 1 + usize::from(suffixed);
    let kind = page.token(way)?.folded();
    let certain = is_one_of(&kind, WAYS);
    if !certain && !is_one_of(&kind, OTHER_WAYS) || !is_close(page.gap(way)) {
        return None;
    }
    let end = name_end(page, way + 1)?;
    let town = town_end(page, end);
    if !certain
        && town.is_none()
        && !page.token(end - 1).is_some_and(|token| token.is_capitalised() || token.is_number())
    {
        return None;
    }
    if page.announced(at, 4, PUBLIC) || page.tokens[way..end].iter().any(|token| is_one_of(&token.folded(), PUBLIC)) {
        return None;
    }
    let (score, reason) = if town.is_some() { (0.95, "street_and_town") } else { (0.75, "number_and_street") };
    Some(page.hit(at..town.unwrap_or(end), Kind::Address, score, reason))
}

fn is_close(gap: &str) -> bool {
    matches!(gap, " " | ", " | "," | " , " | ". ")
}

/// One past the name of the way: small words, then at least one name; « rue des Lilas », « rue du 8 mai 1945 ».
fn name_end(page: &Page<'_>, from: usize) -> Option<usize> {
    let mut at = from;
    let mut last = None;
    while at < from + 8 {
        let Some(token) = page.token(at) else { break };
        let gap = page.gap(at);
        if !matches!(gap, " " | "-" | "’" | "'" | ". ") || gap == ". " && at > from {
            break;
        }
        let link = is_one_of(&token.folded(), LINKS);
        let date = token.is_number() && token.text.len() <= 4 || MONTHS.contains(&token.folded().as_str());
        if token.is_capitalised() || date || last.is_some() && gap == "-" {
            last = Some(at + 1);
        } else if !link && last.is_some() {
            break;
        } else if !link
            && !page.tokens[at - 1].text.is_empty()
            && page.announced(at, 3, &["de", "du", "des", "la", "le", "l", "d"])
        {
            // « 12 rue des lilas »: a common noun after a small word.
            last = Some(at + 1);
        } else if !link {
            break;
        }
        at += 1;
    }
    last
}

/// One past « 22600 Loudéac » when it comes next, a comma or a line apart.
fn town_end(page: &Page<'_>, at: usize) -> Option<usize> {
    let code = page.token(at).filter(|token| token.is_number() && token.text.len() == 5)?;
    let gap = page.gap(at);
    let near = gap.chars().count() <= 3 && !code.text.starts_with("00");
    let mut end = at + 1;
    while near
        && end < at + 6
        && matches!(page.gap(end), " " | "-" | "’" | "'")
        && page.token(end).is_some_and(|t| t.is_capitalised() || page.gap(end) == "-")
    {
        end += 1;
    }
    near.then_some(end)
}

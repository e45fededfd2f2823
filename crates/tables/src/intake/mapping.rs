//! Which column plays which part: as the platform names them, as asked, or as what people wrote tells.

use super::open::open_columns;
use super::platform::{Export, FRAMA_DRAFT, LIME_SENT, Platform, recognise};
use crate::columns::{Columns, Layout, Missing, Role, find, fold, resolve};
use crate::read::source::Item;

/// The part that each column of a file plays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// Where the file was exported from.
    pub platform: Platform,
    /// The parts played, the text first.
    pub parts: Vec<Part>,
    /// Whether texts may come with HTML, which is taken off.
    pub(super) markup: bool,
    /// The column that is blank while an answer is not sent.
    pub(super) sent: Option<usize>,
    /// The column that tells a draft.
    pub(super) draft: Option<usize>,
    /// The columns of Decidim and Polis that tell what was taken back or hidden.
    pub(super) withdrawn: Option<usize>,
    pub(super) state: Option<usize>,
    pub(super) moderated: Option<usize>,
}

/// A part, with the columns that play it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Which part.
    pub role: Role,
    /// The names of its columns.
    pub columns: Vec<String>,
    /// Whether all of them form it; else the first that is filled counts.
    pub joined: bool,
    pub(super) at: Vec<usize>,
}

const ROLES: [Role; 8] =
    [Role::Text, Role::Title, Role::Id, Role::Author, Role::Territory, Role::Date, Role::Channel, Role::Language];

impl Mapping {
    /// The columns of a part.
    pub fn part(&self, role: Role) -> Option<&Part> {
        self.parts.iter().find(|part| part.role == role)
    }
}

/// Proposes a mapping; what was asked comes before what is known, and that before what is guessed.
pub(super) fn propose(header: &[String], items: &[Item], asked: &Columns) -> Result<Mapping, Missing> {
    let folded: Vec<String> = header.iter().map(|name| fold(name)).collect();
    let export = recognise(&folded);
    let mut parts = match export {
        Some(export) => exported(export, header, &folded),
        None => named(header, asked)?,
    };
    for role in ROLES {
        impose(role, header, &folded, asked, &mut parts)?;
    }
    if let Some(system) = export.and_then(|export| export.survey) {
        let taken: Vec<usize> = parts.iter().flat_map(|part| part.at.iter().copied()).collect();
        let answers: Vec<usize> =
            (0..header.len()).filter(|at| !taken.contains(at) && !system.contains(&folded[*at].as_str())).collect();
        survey(header, &folded, items, &answers, asked, &mut parts);
    }
    if !parts.iter().any(|part| part.role == Role::Text) {
        return Err(Missing { role: Role::Text, asked: None, nearest: None });
    }
    parts.sort_by_key(|part| ROLES.iter().position(|role| *role == part.role));
    let any = |names: &[&str]| folded.iter().position(|name| names.contains(&name.as_str()));
    let platform = export.map_or(Platform::Table, |export| export.platform);
    let of = |wanted: Platform, names: &[&str]| if platform == wanted { any(names) } else { None };
    Ok(Mapping {
        platform,
        parts,
        markup: export.is_some_and(|export| export.markup),
        sent: of(Platform::LimeSurvey, LIME_SENT),
        draft: of(Platform::Framaforms, FRAMA_DRAFT),
        withdrawn: of(Platform::Decidim, &["withdrawn"]),
        state: of(Platform::Decidim, &["state"]),
        moderated: of(Platform::Polis, &["moderated"]),
    })
}

fn part(role: Role, at: Vec<usize>, header: &[String], joined: bool) -> Part {
    Part { role, columns: at.iter().map(|&at| header[at].clone()).collect(), joined, at }
}

/// The columns of a known export.
fn exported(export: &Export, header: &[String], folded: &[String]) -> Vec<Part> {
    let columns = |names: &[&str]| names.iter().flat_map(|name| called(name, folded)).collect::<Vec<_>>();
    let parts = export.roles.iter().map(|(role, names)| part(*role, columns(names), header, false));
    parts.filter(|part| !part.at.is_empty()).collect()
}

/// The columns of a name; those of a name in several languages with French first, then English, then the others in order.
fn called(name: &str, folded: &[String]) -> Vec<usize> {
    let Some(stem) = name.strip_suffix('*') else {
        return folded.iter().position(|one| one == name).into_iter().collect();
    };
    let mut found: Vec<usize> = (0..folded.len()).filter(|&at| folded[at].starts_with(stem)).collect();
    let rank = |at: &usize| match &folded[*at][stem.len()..] {
        "fr" => 0,
        "en" => 1,
        _ => 2,
    };
    found.sort_by_key(|at| (rank(at), folded[*at].clone()));
    found
}

/// The columns of any other table, by their names.
fn named(header: &[String], asked: &Columns) -> Result<Vec<Part>, Missing> {
    let by_name = Columns { language: None, question: None, ..asked.without_blanks() };
    let (layout, _): (Layout, _) = resolve(header, &by_name)?;
    let text = part(Role::Text, layout.text.clone(), header, true);
    let others = ROLES.into_iter().filter(|role| !matches!(role, Role::Text | Role::Language));
    let others = others.filter_map(|role| Some(part(role, vec![layout.of(role)?], header, false)));
    Ok([text].into_iter().chain(others).collect())
}

/// What was asked for takes the place of what was proposed; an empty name takes the place of anything.
fn impose(
    role: Role,
    header: &[String],
    folded: &[String],
    asked: &Columns,
    parts: &mut Vec<Part>,
) -> Result<(), Missing> {
    let names: Vec<&str> = match role {
        Role::Text => asked.text.iter().map(String::as_str).collect(),
        _ => asked.named(role).into_iter().collect(),
    };
    if names.is_empty() {
        return Ok(());
    }
    parts.retain(|part| part.role != role);
    if names == [""] {
        return Ok(());
    }
    let at = names.into_iter().map(|name| find(header, folded, role, name)).collect::<Result<Vec<_>, _>>()?;
    parts.push(part(role, at, header, true));
    Ok(())
}

/// In a questionnaire, who and where by the words of the questions; the text by what people wrote.
fn survey(
    header: &[String],
    folded: &[String],
    items: &[Item],
    answers: &[usize],
    asked: &Columns,
    parts: &mut Vec<Part>,
) {
    const WORDS: [(Role, &[&str]); 3] = [
        (Role::Title, &["titre", "intitule", "title"]),
        (Role::Author, &["nom", "name"]),
        (Role::Territory, &["commune", "collectivite", "territoire", "ville", "municipality", "territory", "postal"]),
    ];
    let open = open_columns(items, answers);
    for (role, words) in WORDS {
        let says = |at: &&usize| folded[**at].split(' ').any(|word| words.contains(&word));
        let closed = answers.iter().filter(|at| !open.contains(at)).find(says);
        let decided = asked.named(role).is_some() || parts.iter().any(|part| part.role == role);
        if let Some(at) = closed.filter(|_| !decided) {
            parts.push(part(role, vec![*at], header, false));
        }
    }
    if !open.is_empty() && !parts.iter().any(|part| part.role == Role::Text) {
        parts.push(part(Role::Text, open, header, true));
    }
}

//! A part that a column may play, as a choice among the columns that could.

use super::choices::{AS_PROPOSED, Choices};
use crate::lang::{Lang, Speak as _};
use arobase_tables::Role;
use arobase_tables::intake::{Look, Mapping};

/// A choice of one column.
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) label: String,
    pub(super) options: Vec<Choice>,
}

/// A column to choose.
pub(super) struct Choice {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) chosen: bool,
}

impl Field {
    /// The columns that may play a part, with none before them; what was decided is chosen, else what is proposed.
    pub(super) fn of(lang: Lang, role: Role, look: &Look, choices: &Choices) -> Self {
        let proposed = columns_of(look.mapping.as_ref(), role);
        let several = (proposed.len() > 1).then(|| proposed.join(lang.pick(", sinon ", ", else ")));
        let chosen = match (choices.decided(role), &several) {
            (Some(name), _) => name.to_owned(),
            (None, Some(_)) => AS_PROPOSED.to_owned(),
            (None, None) => proposed.first().cloned().unwrap_or_default(),
        };
        let offered = |name: &str| proposed.iter().any(|one| one == name) || name == chosen;
        let columns = look.columns.iter().filter(|one| one.may_be(role) || offered(&one.name));
        let mut names: Vec<&str> = Vec::new();
        for column in columns.filter(|one| !one.name.is_empty()) {
            if !names.contains(&column.name.as_str()) {
                names.push(&column.name);
            }
        }
        let none = [(String::new(), lang.t("import-no-column"))].into_iter();
        let all = none.chain(several.map(|label| (AS_PROPOSED.to_owned(), label)));
        let all = all.chain(names.iter().map(|name| ((*name).to_owned(), shortened(name))));
        let options = all.map(|(value, label)| Choice { chosen: value == chosen, value, label }).collect();
        Self { name: role.option(), label: lang.t(part(role)), options }
    }
}

/// The message that names what a column tells.
fn part(role: Role) -> &'static str {
    match role {
        Role::Text | Role::Question => "import-part-text",
        Role::Title => "import-part-title",
        Role::Id => "import-part-id",
        Role::Author => "import-part-author",
        Role::Territory => "import-part-territory",
        Role::Date => "import-part-date",
        Role::Channel => "import-part-channel",
        Role::Language => "import-part-language",
    }
}

/// The columns that may form the text, those proposed or decided ticked; every filled column where none has sentences. At most `most`, beside
/// those proposed or decided.
pub(super) fn texts(look: &Look, choices: &Choices, most: usize) -> Vec<Choice> {
    let proposed = proposed_text(look);
    let decided = &choices.columns.text;
    let ticked = if decided.is_empty() { columns_of(look.mapping.as_ref(), Role::Text) } else { decided.clone() };
    let worded = look.columns.iter().any(|one| one.may_be(Role::Text));
    let mut choices: Vec<Choice> = Vec::new();
    for column in look.columns.iter().filter(|one| !one.name.is_empty()) {
        let held = ticked.contains(&column.name) || proposed.contains(&column.name);
        let may_be = if worded { column.may_be(Role::Text) } else { column.filled > 0 };
        if (held || (may_be && choices.len() < most)) && !choices.iter().any(|one| one.value == column.name) {
            let chosen = ticked.contains(&column.name);
            choices.push(Choice { value: column.name.clone(), label: shortened(&column.name), chosen });
        }
    }
    choices
}

/// The columns proposed for the text, in the order of the file as a form sends them; none where they were only guessed.
pub(super) fn proposed_text(look: &Look) -> Vec<String> {
    let proposed = columns_of(look.mapping.as_ref().filter(|_| !look.guessed), Role::Text);
    let mut names: Vec<String> = Vec::new();
    for column in look.columns.iter().filter(|one| proposed.contains(&one.name)) {
        if !names.contains(&column.name) {
            names.push(column.name.clone());
        }
    }
    names
}

fn columns_of(mapping: Option<&Mapping>, role: Role) -> Vec<String> {
    mapping.and_then(|mapping| mapping.part(role)).map(|part| part.columns.clone()).unwrap_or_default()
}

/// A name on one line, a long question cut short.
pub(super) fn shortened(name: &str) -> String {
    const SHOWN: usize = 70;
    let line = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= SHOWN { line } else { line.chars().take(SHOWN).chain(['…']).collect() }
}

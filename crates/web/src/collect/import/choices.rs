//! What was decided of a file: its columns, its source, its channel, and what may be shown.

use super::work::BOUNDS;
use crate::intake::Terms;
use arobase_domain::Channel;
use arobase_tables::intake::Asked;
use arobase_tables::{Columns, Role};
use serde::{Deserialize, Serialize};

/// Longest name of a source, in characters.
pub(super) const SOURCE_MAX: usize = 100;
/// Keeps what was proposed, where that is several columns.
pub(super) const AS_PROPOSED: &str = "=";

/// What was decided of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Choices {
    pub(super) columns: Columns,
    pub(super) channel: Option<Channel>,
    pub(super) source: Option<String>,
    pub(super) unsent: bool,
    pub(super) named: bool,
}

/// Parts that a column may play beside the text, in the order of the form.
pub(super) const PARTS: [Role; 7] =
    [Role::Title, Role::Author, Role::Territory, Role::Date, Role::Id, Role::Language, Role::Channel];

impl Choices {
    /// Reads the fields of the form; what is not there is not decided.
    pub(super) fn of(fields: &[(String, String)]) -> Self {
        let all = |name: &str| -> Vec<String> {
            fields.iter().filter(|(field, _)| field == name).map(|(_, value)| value.trim().to_owned()).collect()
        };
        let one = |name: &str| all(name).into_iter().next();
        let mut choices = Self {
            channel: one("as").and_then(|code| code.parse().ok()),
            source: one("source")
                .map(|name| name.chars().take(SOURCE_MAX).collect())
                .filter(|name: &String| !name.is_empty()),
            unsent: one("unsent").is_some(),
            named: one("named").is_some(),
            ..Self::default()
        };
        // The same columns as proposed keep what the proposal knows of them: the first that is filled counts, or all do.
        let (mut text, proposed) = (all("text"), all("proposed"));
        text.retain(|name| !name.is_empty());
        choices.columns.text = if text == proposed { Vec::new() } else { text };
        for role in PARTS {
            *choices.column(role) = one(role.option()).filter(|name| name != AS_PROPOSED);
        }
        choices
    }

    fn column(&mut self, role: Role) -> &mut Option<String> {
        let columns = &mut self.columns;
        match role {
            Role::Title => &mut columns.title,
            Role::Author => &mut columns.author,
            Role::Territory => &mut columns.territory,
            Role::Date => &mut columns.date,
            Role::Id => &mut columns.id,
            Role::Language => &mut columns.language,
            _ => &mut columns.channel,
        }
    }

    /// The column decided for a part, if one was; empty for none.
    pub(super) fn decided(&self, role: Role) -> Option<&str> {
        let columns = &self.columns;
        match role {
            Role::Title => &columns.title,
            Role::Author => &columns.author,
            Role::Territory => &columns.territory,
            Role::Date => &columns.date,
            Role::Id => &columns.id,
            Role::Language => &columns.language,
            _ => &columns.channel,
        }
        .as_deref()
    }

    pub(super) fn asked(&self) -> Asked {
        Asked { columns: self.columns.clone(), unsent: self.unsent, bounds: BOUNDS }
    }

    pub(super) fn terms(&self) -> Terms {
        Terms { channel: self.channel, source: self.source.clone(), named: self.named }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Choices {
        Choices::of(&pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect::<Vec<_>>())
    }

    #[test]
    fn what_is_left_as_proposed_is_not_imposed() {
        let same =
            fields(&[("proposed", "body/fr"), ("proposed", "body/en"), ("text", "body/fr"), ("text", "body/en")]);
        assert_eq!(same.columns.text, [""; 0]);
        let less = fields(&[("proposed", "body/fr"), ("proposed", "body/en"), ("text", "body/fr")]);
        assert_eq!(less.columns.text, ["body/fr"]);
        let parts = fields(&[("title", "="), ("author", ""), ("date", "jour"), ("as", "paper"), ("source", "  ")]);
        assert_eq!((parts.decided(Role::Title), parts.decided(Role::Author)), (None, Some("")));
        assert_eq!(
            (parts.decided(Role::Date), parts.channel, &parts.source),
            (Some("jour"), Some(Channel::Paper), &None)
        );
    }
}

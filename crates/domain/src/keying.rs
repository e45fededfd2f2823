//! A paper form keyed twice, by two people: what the second one reads otherwise than the first.

use crate::draft::Draft;

/// What a paper form asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asked {
    /// The text.
    Text,
    /// Name and function.
    Author,
    /// Territory.
    Territory,
    /// Consent to be named.
    Consent,
    /// Those who sign beside.
    Signers,
}

/// What differs between two keyings of one sheet, in the order of the form; blanks do not count.
pub fn differences(first: &Draft, second: &Draft) -> Vec<Asked> {
    let author = |draft: &Draft| words(&format!("{}, {}", draft.name, draft.function));
    let differ = [
        (Asked::Text, words(&first.text) != words(&second.text)),
        (Asked::Author, author(first) != author(second)),
        (Asked::Territory, words(&first.commune) != words(&second.commune) || first.territory != second.territory),
        (Asked::Consent, first.named != second.named),
        (Asked::Signers, signers(first) != signers(second)),
    ];
    differ.into_iter().filter_map(|(asked, differs)| differs.then_some(asked)).collect()
}

/// Those who sign beside, in the order of the sheet; an e-mail is not on paper for everyone, and is no difference.
fn signers(draft: &Draft) -> Vec<[String; 4]> {
    let rows = draft.signers.iter().filter(|row| !row.is_empty());
    rows.map(|row| [&row.name, &row.function, &row.commune, &row.territory].map(|part| words(part))).collect()
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keyed() -> Draft {
        Draft {
            text: "Ouvrir la mairie\nle soir.".into(),
            name: "Anne Le Goff".into(),
            function: "adjointe".into(),
            commune: "Nouans (72)".into(),
            ..Draft::default()
        }
    }

    #[test]
    fn blanks_do_not_count() {
        let second = Draft { text: " Ouvrir la  mairie le soir. ".into(), ..keyed() };
        assert_eq!(differences(&keyed(), &second), []);
    }

    #[test]
    fn what_differs_is_told_in_the_order_of_the_form() {
        let second = Draft { text: "Ouvrir la mairie le lundi.".into(), named: true, ..keyed() };
        assert_eq!(differences(&keyed(), &second), [Asked::Text, Asked::Consent]);
        let second = Draft { function: "adjoint".into(), commune: "Nouans (41)".into(), ..keyed() };
        assert_eq!(differences(&keyed(), &second), [Asked::Author, Asked::Territory]);
        let bruno = |name: &str| crate::SignerDraft { name: name.into(), ..crate::SignerDraft::default() };
        let with = |name: &str| Draft { signers: vec![bruno(""), bruno(name)], ..keyed() };
        assert_eq!(differences(&with(" Bruno"), &with("Bruno ")), []);
        assert_eq!(differences(&with("Bruno"), &keyed()), [Asked::Signers]);
        let second = Draft { territory: "53147".into(), ..keyed() };
        assert_eq!(differences(&keyed(), &second), [Asked::Territory], "the homonym that was chosen");
    }
}

//! The names that columns bear in the files we meet, most telling first. A table: uniform entries, no logic.

use crate::columns::Role;

/// The known names of a role, folded as [`crate::columns::fold`] folds.
pub(crate) fn of(role: Role) -> &'static [&'static str] {
    match role {
        Role::Text => TEXT,
        Role::Title => TITLE,
        Role::Id => ID,
        Role::Author => AUTHOR,
        Role::Territory => TERRITORY,
        Role::Date => DATE,
        Role::Channel => CHANNEL,
        Role::Language => LANGUAGE,
        Role::Question => &[],
    }
}

/// Whether a header is itself the question put: « 3. Que faut-il changer ? », or a Grand débat column.
pub(crate) fn is_open_question(name: &str) -> bool {
    let name = name.trim();
    let numbered =
        name.split_once(". ").is_some_and(|(rank, _)| !rank.is_empty() && rank.bytes().all(|b| b.is_ascii_digit()));
    // "UXVlc3Rpb24" is the base64 of "Question", which the Grand débat puts before each of its questions.
    numbered || name.ends_with('?') || name.starts_with("UXVlc3Rpb24") || name.starts_with("QUXVlc3Rpb24")
}

const TEXT: &[&str] = &[
    "texte",
    "text",
    "contribution",
    "contributions",
    "texte de la contribution",
    "votre contribution",
    "contenu",
    "body/fr",
    "body",
    "comment body",
    "texte de la proposition",
    "proposition",
    "propositions",
    "votre proposition",
    "vos propositions",
    "proposition content",
    "proposal content",
    "proposal",
    "reponse",
    "reponses",
    "responses/0/value",
    "answer",
    "verbatim",
    "verbatims",
    "idee",
    "idees",
    "votre idee",
    "idea",
    "message",
    "description",
    "description/fr",
    "content",
    "content/fr",
    "commentaire",
    "commentaires",
    "comment",
    "remarque",
    "remarques",
    "avis",
    "observation",
    "observations",
    "statement",
    "argument",
    "post transcript",
    "body/en",
    "summary",
];

const TITLE: &[&str] = &[
    "titre",
    "title",
    "title/fr",
    "titre de la contribution",
    "titre de la proposition",
    "intitule",
    "objet",
    "sujet",
    "subject",
    "post name",
    "title/en",
];

const ID: &[&str] = &[
    "id",
    "identifiant",
    "identifier",
    "contribution id",
    "id contribution",
    "proposal id",
    "id proposition",
    "comment id",
    "post id",
    "dossier id",
    "reference",
    "ref",
    "numero",
    "number",
    "n",
    "no",
    "uuid",
    "cle",
    "key",
];

const AUTHOR: &[&str] = &[
    "auteur id",
    "id auteur",
    "author/id",
    "author id",
    "authorid",
    "auteur",
    "author",
    "author/name",
    "author username",
    "nom de l auteur",
    "contributeur",
    "participant",
    "user id",
    "user name",
    "username",
    "utilisateur",
    "pseudo",
    "pseudonyme",
    "submitter",
    "submitters",
    "voter id",
];

const TERRITORY: &[&str] = &[
    "code insee",
    "insee",
    "codgeo",
    "code commune",
    "siren",
    "collectivite",
    "territoire",
    "territory",
    "commune",
    "ville",
    "city",
    "municipality",
    "scope/id",
    "scope/name",
    "scope",
    "code postal",
    "cp",
    "authorzipcode",
    "zip code",
    "zipcode",
    "epci",
    "intercommunalite",
    "departement",
    "region",
];

const DATE: &[&str] = &[
    "date",
    "datetime",
    "date de publication",
    "date de depot",
    "date de creation",
    "date de la contribution",
    "published at",
    "publishedat",
    "created at",
    "createdat",
    "created",
    "cree le",
    "horodateur",
    "horodatage",
    "timestamp",
    "submitted at",
    "depose at",
];

const CHANNEL: &[&str] =
    &["canal", "channel", "canal de collecte", "mode de collecte", "mode de depot", "origine", "origin", "provenance"];

const LANGUAGE: &[&str] = &["langue", "language", "locale", "lang", "startlanguage"];

#[cfg(test)]
mod tests {
    use super::of;
    use crate::columns::{Role, fold};

    #[test]
    fn known_names_are_folded_and_said_once() {
        for role in [Role::Text].into_iter().chain(Role::OPTIONAL).chain([Role::Language]) {
            let names = of(role);
            for (at, name) in names.iter().enumerate() {
                assert_eq!(fold(name), *name);
                assert!(!names[..at].contains(name), "{name} is listed twice");
            }
        }
    }
}

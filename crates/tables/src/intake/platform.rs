//! The platforms whose exports are recognised, by the names of their columns. A table: uniform entries, no logic.

use crate::columns::Role;
use arobase_domain::Lang;

/// Where a file was exported from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Platform {
    /// Proposals of Decidim.
    Decidim,
    /// Comments of Decidim.
    DecidimComments,
    /// Proposals of CONSUL.
    Consul,
    /// Investments of CONSUL, which have a title only.
    ConsulInvestments,
    /// Statements of Polis.
    Polis,
    /// Comments as kouchou reads them.
    Kouchou,
    /// Interviews as Talk to the City reads them.
    TalkToTheCity,
    /// Answers of LimeSurvey.
    LimeSurvey,
    /// Answers of Framaforms, a Drupal webform.
    Framaforms,
    /// Messages.
    Mail,
    /// Any other table.
    Table,
}

/// How a platform names its columns, folded as [`crate::columns::fold`] folds. A name that ends in `/*` stands for one column a language.
pub(super) struct Export {
    pub(super) platform: Platform,
    /// A name of each of these groups is there.
    pub(super) signature: &'static [&'static [&'static str]],
    /// The columns of each role, the first that is filled counts.
    pub(super) roles: &'static [(Role, &'static [&'static str])],
    /// Columns that hold no answer, where the text is found by looking at what people wrote.
    pub(super) survey: Option<&'static [&'static str]>,
    /// Whether texts may come with HTML.
    pub(super) markup: bool,
}

impl Platform {
    /// Its short name, which also begins the name of a source.
    pub fn code(self) -> &'static str {
        match self {
            Self::Decidim => "decidim",
            Self::DecidimComments => "decidim-comments",
            Self::Consul => "consul",
            Self::ConsulInvestments => "consul-investments",
            Self::Polis => "polis",
            Self::Kouchou => "kouchou",
            Self::TalkToTheCity => "talk-to-the-city",
            Self::LimeSurvey => "limesurvey",
            Self::Framaforms => "framaforms",
            Self::Mail => "mail",
            Self::Table => "table",
        }
    }

    /// What a file of it holds, as one says it.
    pub fn name(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Decidim, Lang::Fr) => "propositions Decidim",
            (Self::Decidim, Lang::En) => "Decidim proposals",
            (Self::DecidimComments, Lang::Fr) => "commentaires Decidim",
            (Self::DecidimComments, Lang::En) => "Decidim comments",
            (Self::Consul, Lang::Fr) => "propositions CONSUL",
            (Self::Consul, Lang::En) => "CONSUL proposals",
            (Self::ConsulInvestments, Lang::Fr) => "projets CONSUL",
            (Self::ConsulInvestments, Lang::En) => "CONSUL investments",
            (Self::Polis, Lang::Fr) => "affirmations Polis",
            (Self::Polis, Lang::En) => "Polis statements",
            (Self::Kouchou, Lang::Fr) => "commentaires kouchou",
            (Self::Kouchou, Lang::En) => "kouchou comments",
            (Self::TalkToTheCity, Lang::Fr) => "entretiens Talk to the City",
            (Self::TalkToTheCity, Lang::En) => "Talk to the City interviews",
            (Self::LimeSurvey, Lang::Fr) => "réponses LimeSurvey",
            (Self::LimeSurvey, Lang::En) => "LimeSurvey answers",
            (Self::Framaforms, Lang::Fr) => "réponses Framaforms",
            (Self::Framaforms, Lang::En) => "Framaforms answers",
            (Self::Mail, _) => "messages",
            (Self::Table, Lang::Fr) => "tableau",
            (Self::Table, Lang::En) => "table",
        }
    }
}

/// The export whose signature a header bears.
pub(super) fn recognise(folded: &[String]) -> Option<&'static Export> {
    let held = |name: &&str| match name.strip_suffix('*') {
        Some(stem) => folded.iter().any(|one| one.starts_with(stem)),
        None => folded.iter().any(|one| one == name),
    };
    EXPORTS.iter().find(|export| export.signature.iter().all(|group| group.iter().any(held)))
}

/// Most telling first: a header of the one may hold that of a later one.
const EXPORTS: &[Export] = &[
    Export {
        platform: Platform::DecidimComments,
        signature: &[&["body"], &["commentable id"], &["commentable type", "alignment"]],
        roles: &[
            (Role::Text, &["body"]),
            (Role::Id, &["id"]),
            (Role::Author, &["author/name", "author/id"]),
            (Role::Date, &["created at"]),
            (Role::Language, &["locale"]),
        ],
        survey: None,
        markup: true,
    },
    Export {
        platform: Platform::Decidim,
        signature: &[
            &["title/*", "title"],
            &["body/*"],
            &["participatory space/id", "component/id", "published at", "reference", "category/id", "scope/id"],
        ],
        roles: &[
            (Role::Text, &["body/*"]),
            (Role::Title, &["title/*", "title"]),
            (Role::Id, &["id"]),
            (Role::Author, &["author/name", "author/id"]),
            (Role::Territory, &["scope/name/*", "scope/name"]),
            (Role::Date, &["published at", "created at"]),
        ],
        survey: None,
        markup: true,
    },
    Export {
        platform: Platform::ConsulInvestments,
        signature: &[
            &["id"],
            &["title", "titre"],
            &["supports", "soutiens"],
            &["feasibility", "faisabilite"],
            &["valuation finished", "evaluation terminee"],
        ],
        roles: &[
            (Role::Text, &["title", "titre"]),
            (Role::Id, &["id"]),
            (Role::Author, &["author username", "nom d utilisateur de l auteur"]),
            (Role::Territory, &["scope", "perimetre"]),
        ],
        survey: None,
        markup: false,
    },
    Export {
        platform: Platform::Consul,
        signature: &[&["id"], &["title"], &["summary"], &["description"]],
        roles: &[
            (Role::Text, &["description", "summary"]),
            (Role::Title, &["title"]),
            (Role::Id, &["id"]),
            (Role::Author, &["author username", "author/username"]),
            (Role::Territory, &["geozone", "geozone/name"]),
            (Role::Date, &["created at", "published at"]),
        ],
        survey: None,
        markup: true,
    },
    Export {
        platform: Platform::Polis,
        signature: &[&["comment id"], &["author id"], &["agrees"], &["disagrees"], &["moderated"], &["comment body"]],
        roles: &[
            (Role::Text, &["comment body"]),
            (Role::Id, &["comment id"]),
            (Role::Author, &["author id"]),
            (Role::Date, &["timestamp", "datetime"]),
        ],
        survey: None,
        markup: false,
    },
    Export {
        platform: Platform::Kouchou,
        signature: &[&["comment id"], &["comment body"]],
        roles: &[(Role::Text, &["comment body"]), (Role::Id, &["comment id"])],
        survey: None,
        markup: false,
    },
    Export {
        platform: Platform::TalkToTheCity,
        signature: &[&["id", "comment id"], &["interview"], &["comment"]],
        roles: &[(Role::Text, &["comment"]), (Role::Id, &["id", "comment id"]), (Role::Author, &["interview"])],
        survey: None,
        markup: false,
    },
    Export {
        platform: Platform::LimeSurvey,
        signature: &[LIME_ID, LIME_SENT, LIME_KEPT],
        roles: &[
            (Role::Id, LIME_ID),
            (Role::Date, LIME_SENT),
            (Role::Language, &["startlanguage", "langue de depart", "start language"]),
        ],
        survey: Some(LIME),
        markup: true,
    },
    Export {
        platform: Platform::Framaforms,
        signature: &[FRAMA_NUMBER, FRAMA_ID],
        roles: &[(Role::Id, FRAMA_ID), (Role::Date, FRAMA_SENT)],
        survey: Some(FRAMA),
        markup: false,
    },
];

const LIME_ID: &[&str] = &["id", "id de la reponse", "response id", "id id de la reponse", "id response id"];
const LIME_KEPT: &[&str] = &[
    "lastpage",
    "startlanguage",
    "seed",
    "derniere page",
    "langue de depart",
    "tete de serie",
    "last page",
    "start language",
    "lastpage derniere page",
    "lastpage last page",
];
/// When an answer was sent; blank while it was not.
pub(super) const LIME_SENT: &[&str] = &[
    "submitdate",
    "date de soumission",
    "date submitted",
    "submitdate date de soumission",
    "submitdate date submitted",
];
const LIME: &[&str] = &[
    "lastpage",
    "derniere page",
    "last page",
    "seed",
    "tete de serie",
    "token",
    "code d acces",
    "access code",
    "startdate",
    "date de lancement",
    "date started",
    "datestamp",
    "date de la derniere action",
    "date last action",
    "ipaddr",
    "adresse ip",
    "ip address",
    "refurl",
    "url de reference",
    "referrer url",
    "interviewtime",
    "temps total",
    "total time",
];

const FRAMA_NUMBER: &[&str] = &["serial", "serial number", "numero", "numero de serie", "n de serie"];
const FRAMA_ID: &[&str] = &["sid", "submission id", "id de soumission", "identifiant de soumission"];
const FRAMA_SENT: &[&str] = &[
    "completed time",
    "heure de fin",
    "termine le",
    "completed",
    "submitted time",
    "heure de soumission",
    "soumis le",
    "date de soumission",
    "created",
];
/// Whether it is a draft.
pub(super) const FRAMA_DRAFT: &[&str] = &["draft", "brouillon", "est un brouillon", "is draft"];
const FRAMA: &[&str] = &[
    "serial",
    "serial number",
    "numero",
    "numero de serie",
    "n de serie",
    "submission uuid",
    "submission uri",
    "submitted time",
    "heure de soumission",
    "soumis le",
    "date de soumission",
    "created",
    "modified time",
    "heure de modification",
    "modifie le",
    "changed",
    "draft",
    "brouillon",
    "est un brouillon",
    "is draft",
    "ip address",
    "adresse ip",
    "remote ip address",
    "uid",
    "username",
    "nom d utilisateur",
    "submitted by id",
    "submitted by title",
    "submitted by url",
    "submitted to entity type",
    "current page",
    "language",
    "langue",
];

#[cfg(test)]
mod tests {
    use super::{EXPORTS, LIME_SENT, Platform, recognise};
    use crate::columns::fold;

    fn platform(header: &str) -> Option<Platform> {
        let folded: Vec<String> = header.split(',').map(fold).collect();
        recognise(&folded).map(|export| export.platform)
    }

    #[test]
    fn each_platform_is_known_by_its_columns() {
        use Platform::*;
        for (header, expected) in [
            ("id,author/id,author/name,component/id,title/fr,title/en,body/fr,body/en,published_at,state", Decidim),
            ("id,category/id,category/name,scope/id,scope/name,title/fr,body/fr,supports,published_at", Decidim),
            (
                "id,created_at,body,locale,author/id,author/name,alignment,depth,commentable_id,commentable_type",
                DecidimComments,
            ),
            ("id,title,summary,description", Consul),
            (
                "ID,Title,Supports,Administrator,Valuator,Valuation group,Scope,Feasibility,Valuation finished,Selected,Show to valuators,Author username",
                ConsulInvestments,
            ),
            ("timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body", Polis),
            (
                "timestamp,comment-id,author-id,agrees,disagrees,moderated,is-meta,is-seed,group-informed-consensus,comment-body",
                Polis,
            ),
            ("comment-id,comment-body,source,url,attribute_age", Kouchou),
            ("id,interview,comment", TalkToTheCity),
            ("id,submitdate,lastpage,startlanguage,seed,Q01,Q02", LimeSurvey),
            (
                "ID de la réponse,Date de soumission,Dernière page,Langue de départ,Tête de série,Que proposez-vous ?",
                LimeSurvey,
            ),
            ("Response ID,Date submitted,Last page,Start language,Seed,What next?", LimeSurvey),
            (
                "Serial,SID,Submitted Time,Completed Time,Modified Time,Draft,IP Address,UID,Username,Votre idée",
                Framaforms,
            ),
        ] {
            assert_eq!(platform(header), Some(expected), "{header}");
        }
        for other in ["id,titre,texte", "id,submitdate,texte", "comment-id,comment,total-votes", "numero,texte"] {
            assert_eq!(platform(other), None, "{other}");
        }
    }

    #[test]
    fn names_are_folded() {
        for export in EXPORTS {
            let roles = export.roles.iter().flat_map(|(_, names)| names.iter());
            let rest = export.survey.unwrap_or_default().iter().chain(LIME_SENT);
            for name in export.signature.iter().flat_map(|group| group.iter()).chain(roles).chain(rest) {
                let bare = name.trim_end_matches("/*");
                assert_eq!(fold(bare), bare);
            }
        }
    }
}

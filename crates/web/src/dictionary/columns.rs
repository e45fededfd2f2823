//! The columns, each told once. A table.

use super::beside::{CODES, GESTURES};
use super::{Column, File};

pub(super) const CONTRIBUTION_ID: Column =
    ("contribution_id", "integer", ["Numéro de la contribution.", "Number of the contribution."]);
const TITLE: Column = ("title", "string", ["Titre, s’il y en a un.", "Title, if there is one."]);
pub(super) const TEXT: Column = ("text", "string", ["Texte.", "Text."]);
const SIGNATURES: Column = (
    "signatures",
    "integer",
    ["Nombre de personnes qui l’ont signée, nommées ou non.", "Number of people who signed it, named or not."],
);
pub(super) const IDEA_ID: Column = ("idea_id", "string", ["Identifiant de l’idée.", "Identifier of the idea."]);
const EARLIER_EDITION: Column = (
    "edition",
    "string",
    ["Édition antérieure dont la motion demande la même chose.", "Earlier edition whose motion asks the same."],
);
const EARLIER_YEAR: Column = ("year", "integer", ["Année de son congrès.", "Year of its congress."]);
const EARLIER_CLAUSE_ID: Column = (
    "earlier_clause_id",
    "string",
    [
        "Demande de cette motion, telle qu’une personne l’a confirmée.",
        "Clause of that motion, as a person confirmed it.",
    ],
);
pub(super) const START: Column = (
    "start",
    "integer",
    ["Premier caractère dans le texte reçu, compté de 0.", "First character in the text received, counted from 0."],
);
pub(super) const END: Column = ("end", "integer", ["Caractère qui suit le dernier.", "Character after the last one."]);
const KIND: Column = (
    "kind",
    "string",
    [
        "Nature : proposition, problème, cause, expérience, question, soutien, opposition, constat.",
        "Kind: proposal, problem, cause, experience, question, support, opposition, statement.",
    ],
);
const STATUS: Column = (
    "status",
    "string",
    [
        "État : classed (classée), to_sort (à classer), off_topic (hors sujet), empty (sans contenu), broken (illisible).",
        "State: classed, to_sort, off_topic, empty, broken.",
    ],
);
pub(super) const THEME_ID: Column = ("theme_id", "string", ["Thème.", "Theme."]);
const CONFIDENCE: Column =
    ("confidence", "number", ["Assurance du classement, de 0 à 1.", "Confidence of the classing, 0 to 1."]);
const DUPLICATE_OF: Column = ("duplicate_of", "string", ["Idée que celle-ci répète.", "Idea that this one repeats."]);
pub(super) const PROPOSITION_ID: Column =
    ("proposition_id", "string", ["Proposition qui la porte.", "Proposition that carries it."]);
const REASON: Column = ("reason", "string", ["Code de la raison de l’état.", "Code of the reason for the state."]);
const CARRIED: Column = (
    "carried",
    "string",
    [
        "Mots que l’idée reprend de ce qui précède (« il faut »).",
        "Words that the idea takes over from what comes before (“il faut”).",
    ],
);
const SECOND_THEME_ID: Column =
    ("second_theme_id", "string", ["Deuxième thème le plus proche.", "Second nearest theme."]);
const CAMPAIGN: Column =
    ("campaign", "integer", ["Envoi groupé dont elle fait partie.", "Campaign that it is part of."]);
const PLACE: Column = (
    "place",
    "string",
    ["Place dans son thème : typique, en marge ou entre deux.", "Place in its theme: typical, marginal or bridging."],
);
const KINDS: Column =
    ("kinds", "string", ["Autres natures possibles, avec leur note.", "Other possible kinds, with their scores."]);
pub(super) const QUESTION_ID: Column = ("question_id", "string", ["Question structurante.", "Structuring question."]);
pub(super) const LABEL: Column = ("label", "string", ["Nom du thème.", "Name of the theme."]);
const KEYWORDS: Column = (
    "keywords",
    "string",
    ["Mots propres au thème, séparés par des barres.", "Words of the theme’s own, with bars between."],
);
const IDEAS: Column = ("ideas", "integer", ["Nombre d’idées.", "Number of ideas."]);
const CONTRIBUTIONS: Column = ("contributions", "integer", ["Nombre de contributions.", "Number of contributions."]);
const AUTHORS: Column = ("authors", "integer", ["Nombre d’auteurs distincts.", "Number of distinct authors."]);
const TERRITORIES: Column = ("territories", "integer", ["Nombre de collectivités.", "Number of territories."]);
const STABILITY: Column = (
    "stability",
    "number",
    [
        "Part du thème retrouvée quand on retire un cinquième des idées, de 0 à 1.",
        "Share of the theme found again when a fifth of the ideas is left out, 0 to 1.",
    ],
);
const AUTHORS_DEDUP: Column = (
    "authors_dedup",
    "integer",
    ["Nombre d’auteurs, chaque envoi groupé compté pour un.", "Number of authors, each campaign counted as one."],
);
const LABEL_COVERAGE: Column = (
    "label_coverage",
    "number",
    [
        "Part des idées qui contiennent un mot du nom, de 0 à 1.",
        "Share of the ideas that hold a word of the name, 0 to 1.",
    ],
);
const X: Column =
    ("x", "number", ["Abscisse du centre sur la carte des idées.", "Abscissa of the centre on the map of ideas."]);
const Y: Column = ("y", "number", ["Ordonnée du centre.", "Ordinate of the centre."]);
const RADIUS: Column = ("radius", "number", ["Rayon de la zone.", "Radius of the zone."]);
const WORDING: Column = ("wording", "string", ["Formulation.", "Wording."]);
const THEMES: Column = ("themes", "integer", ["Nombre de thèmes.", "Number of themes."]);
const THEME_IDS: Column = ("theme_ids", "string", ["Thèmes, séparés par des barres.", "Themes, with bars between."]);
const CANDIDATES: Column =
    ("candidates", "string", ["Autres formulations, séparées par des barres.", "Other wordings, with bars between."]);
const SOURCE_IDEA_ID: Column =
    ("source_idea_id", "string", ["Idée dont elle reprend les mots.", "Idea whose words it takes."]);
const RULES: Column = ("rules", "string", ["Règles de réécriture appliquées.", "Rewriting rules applied."]);
const MINORITY: Column =
    ("minority", "boolean", ["Retenue au titre des idées minoritaires.", "Kept as a minority idea."]);
const RANK: Column = (
    "rank",
    "string",
    [
        "Rang : main (retenue), minority (minoritaire), weak_signal (signal faible).",
        "Rank: main, minority, weak_signal.",
    ],
);
const JUSTIFICATION: Column =
    ("justification", "string", ["Raison donnée par l’auteur.", "Reason given by the author."]);
const SOURCE_START: Column = (
    "source_start",
    "integer",
    ["Premier caractère repris dans le texte reçu.", "First character taken in the text received."],
);
const SOURCE_END: Column =
    ("source_end", "integer", ["Caractère qui suit le dernier repris.", "Character after the last one taken."]);
const OPPOSED_TO: Column = (
    "opposed_to",
    "string",
    ["Propositions contraires, séparées par des barres.", "Opposite propositions, with bars between."],
);
const DETAIL: Column = ("detail", "string", ["Précision, s’il y en a une.", "Detail, if there is one."]);

const ATTACHMENT_KIND: Column = (
    "kind",
    "string",
    ["Type du document : pdf, odt, docx, jpeg, png, webp.", "Type of the document: pdf, odt, docx, jpeg, png, webp."],
);
const SIZE: Column = ("size", "integer", ["Poids, en octets.", "Weight, in bytes."]);
const HASH: Column = ("hash", "string", ["Empreinte BLAKE3 du document.", "BLAKE3 of the document."]);
const READABLE: Column =
    ("readable", "boolean", ["Si une machine y lit un texte.", "Whether a machine reads a text in it."]);
const PUBLISHED: Column = ("published", "boolean", ["Si son auteur le publie.", "Whether its author publishes it."]);
const NAME: Column = ("name", "string", ["Nom du document, s’il est publié.", "Name of the document, if published."]);

const CLAUSE_ID: Column = ("clause_id", "string", ["Énoncé de la motion.", "Clause of the motion."]);
const NUMBER: Column = ("number", "integer", ["Numéro dans le texte.", "Number in the text."]);
const SECTION: Column = ("section", "string", ["Titre de la partie.", "Title of the section."]);
const PROPOSITIONS_OF: Column = (
    "propositions",
    "string",
    ["Propositions reprises, séparées par des barres.", "Propositions taken up, with bars between."],
);

/// The files, as `downloads` offers them.
pub(super) const FILES: &[File] = &[
    ("contributions.csv", "downloads-contributions", &[CONTRIBUTION_ID, TITLE, TEXT, SIGNATURES]),
    (
        "attachments.csv",
        "downloads-attachments",
        &[CONTRIBUTION_ID, ATTACHMENT_KIND, SIZE, HASH, READABLE, PUBLISHED, NAME],
    ),
    (
        "ideas.csv",
        "downloads-ideas",
        &[
            IDEA_ID,
            CONTRIBUTION_ID,
            START,
            END,
            TEXT,
            KIND,
            STATUS,
            THEME_ID,
            CONFIDENCE,
            DUPLICATE_OF,
            PROPOSITION_ID,
            REASON,
            CARRIED,
            SECOND_THEME_ID,
            CAMPAIGN,
            PLACE,
            KINDS,
        ],
    ),
    (
        "themes.csv",
        "downloads-themes",
        &[
            THEME_ID,
            QUESTION_ID,
            LABEL,
            KEYWORDS,
            IDEAS,
            CONTRIBUTIONS,
            AUTHORS,
            TERRITORIES,
            STABILITY,
            AUTHORS_DEDUP,
            LABEL_COVERAGE,
            X,
            Y,
            RADIUS,
        ],
    ),
    (
        "questions.csv",
        "downloads-questions",
        &[
            QUESTION_ID,
            WORDING,
            THEMES,
            IDEAS,
            CONTRIBUTIONS,
            AUTHORS,
            TERRITORIES,
            AUTHORS_DEDUP,
            THEME_IDS,
            CANDIDATES,
        ],
    ),
    (
        "propositions.csv",
        "downloads-propositions",
        &[
            PROPOSITION_ID,
            QUESTION_ID,
            THEME_ID,
            TEXT,
            SOURCE_IDEA_ID,
            RULES,
            IDEAS,
            CONTRIBUTIONS,
            AUTHORS,
            TERRITORIES,
            MINORITY,
            RANK,
            JUSTIFICATION,
            SOURCE_START,
            SOURCE_END,
            AUTHORS_DEDUP,
            OPPOSED_TO,
        ],
    ),
    ("lineage.csv", "downloads-lineage", &[CONTRIBUTION_ID, IDEA_ID, THEME_ID, QUESTION_ID, PROPOSITION_ID]),
    ("ledger.csv", "downloads-ledger", &[CONTRIBUTION_ID, STATUS, REASON, DETAIL]),
    GESTURES,
    CODES,
    ("clauses.csv", "downloads-clauses", &[CLAUSE_ID, NUMBER, SECTION, TEXT, PROPOSITIONS_OF, IDEAS, CONTRIBUTIONS]),
    (
        "motion_lineage.csv",
        "downloads-motion-lineage",
        &[CLAUSE_ID, CONTRIBUTION_ID, IDEA_ID, START, END, PROPOSITION_ID],
    ),
    (
        "asked_before.csv",
        "downloads-asked-before",
        &[CLAUSE_ID, EARLIER_EDITION, EARLIER_YEAR, EARLIER_CLAUSE_ID, TEXT],
    ),
];

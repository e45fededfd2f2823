//! The files beside those of the contract: how a state came about, what was joined, and tables for study. A table.

use super::columns::{CONTRIBUTION_ID, END, IDEA_ID, LABEL, PROPOSITION_ID, QUESTION_ID, START, TEXT, THEME_ID};
use super::{Column, File};

pub(super) const GESTURES: File = (
    "gestures.csv",
    "downloads-gestures",
    &[
        (
            "seq",
            "integer",
            [
                "Numéro du geste, de 1 ; un geste qui touche plusieurs choses a plusieurs lignes.",
                "Number of the gesture, from 1; a gesture that touches several things has several lines.",
            ],
        ),
        ("day", "date", ["Jour, dans le fuseau de l’édition.", "Day, in the time zone of the edition."]),
        (
            "by",
            "string",
            [
                "Qui : une lettre pour une personne, engine pour la machine.",
                "Who: a letter for a person, engine for the machine.",
            ],
        ),
        (
            "gesture",
            "string",
            [
                "Ce qui a été fait : move (ranger), accept (garder), merge (fusionner), rename (renommer)… ; undo 12 annule le geste 12, redo 12 le refait, rerun est une nouvelle analyse.",
                "What was done: move, accept, merge, rename…; undo 12 takes gesture 12 back, redo 12 makes it again, rerun is a new analysis.",
            ],
        ),
        (
            "kind",
            "string",
            [
                "Ce qui a changé : idea (idée), theme (thème), question, proposition, cut (coupe), mask (masque), note, query (recherche gardée).",
                "What changed: idea, theme, question, proposition, cut, mask, note, query (search kept).",
            ],
        ),
        (
            "id",
            "string",
            [
                "Identifiant de ce qui a changé ; vide pour une recherche.",
                "Identifier of what changed; empty for a search.",
            ],
        ),
        (
            "before",
            "string",
            [
                "Ce que c’était : place et raison d’une idée, numéro d’une formulation, nombre de passages masqués ; vide si cela n’existait pas.",
                "What it was: place and reason of an idea, number of a wording, number of passages masked; empty if it was not there.",
            ],
        ),
        (
            "after",
            "string",
            ["Ce que c’est devenu ; vide si cela n’existe plus.", "What it became; empty if it is no longer there."],
        ),
        (
            "state",
            "string",
            [
                "Empreinte de l’état après le geste, inscrite au journal.",
                "Hash of the state after the gesture, as the journal has it.",
            ],
        ),
    ],
);

pub(super) const CODES: File = (
    "codes.csv",
    "downloads-codes",
    &[
        (
            "sample",
            "integer",
            ["Numéro de l’échantillon, dans l’ordre des tirages.", "Number of the sample, in the order of the draws."],
        ),
        (
            "seed",
            "string",
            [
                "Graine du tirage, dont les bornes de l’accord se recalculent.",
                "Seed of the draw, from which the bounds of agreement are computed again.",
            ],
        ),
        IDEA_ID,
        (
            "by",
            "string",
            [
                "Qui : la lettre d’un codeur, engine pour la machine, settled pour ce qui a été tranché ensuite.",
                "Who: the letter of a coder, engine for the machine, settled for what was decided afterwards.",
            ],
        ),
        (
            "code",
            "string",
            [
                "Réponse : un thème, to_sort (aucun ne convient), off_topic (hors sujet), empty (sans contenu) ; vide si la machine n’en avait pas à elle.",
                "Answer: a theme, to_sort (none fits), off_topic, empty; nothing where the machine had none of its own.",
            ],
        ),
        (
            "now",
            "string",
            [
                "La même, une fois suivis les thèmes fondus depuis : celle dont l’accord est calculé.",
                "The same, once the themes merged since are followed: what agreement is computed from.",
            ],
        ),
    ],
);

const SCORE_KIND: Column =
    ("kind", "string", ["Nature : nom, adresse, téléphone, courriel…", "Kind: name, address, telephone, e-mail…"]);
const SHARE_X: Column = ("x", "number", ["Abscisse sur la carte des idées.", "Abscissa on the map of ideas."]);
const SHARE_Y: Column = ("y", "number", ["Ordonnée.", "Ordinate."]);

/// Tables that only the archive holds.
pub(super) const ARCHIVED: &[File] = &[
    ("backing.csv", "dictionary-backing", &[PROPOSITION_ID, IDEA_ID]),
    (
        "personal.csv",
        "dictionary-personal",
        &[
            CONTRIBUTION_ID,
            START,
            END,
            SCORE_KIND,
            ("score", "number", ["Assurance, de 0 à 1.", "Confidence, 0 to 1."]),
            ("mask", "string", ["Ce qui est montré à la place.", "What is shown instead."]),
            ("reason", "string", ["Ce qui l’a fait reconnaître.", "What made it recognised."]),
        ],
    ),
    (
        "profiles.csv",
        "dictionary-profiles",
        &[
            (
                "theme_id",
                "string",
                [
                    "Thème, ou « reinert 2 » pour une classe de Reinert.",
                    "Theme, or “reinert 2” for a class of Reinert.",
                ],
            ),
            ("term", "string", ["Terme.", "Term."]),
            ("use", "string", ["over (suremployé) ou under (sous-employé).", "over or under what is expected."]),
            ("chi2", "number", ["χ² signé.", "Signed χ²."]),
            ("authors", "integer", ["Nombre d’auteurs qui l’emploient.", "Number of authors who use it."]),
            ("expected", "number", ["Nombre attendu.", "Number expected."]),
        ],
    ),
    (
        "ladder.csv",
        "dictionary-ladder",
        &[
            ("rung", "integer", ["Rang, du plus grossier au plus fin.", "Rung, from coarse to fine."]),
            ("resolution", "number", ["Résolution.", "Resolution."]),
            ("themes", "integer", ["Nombre de thèmes.", "Number of themes."]),
            (
                "stability",
                "number",
                ["Stabilité, de 0 à 1, si elle a été mesurée.", "Stability, 0 to 1, if it was measured."],
            ),
            ("modularity", "number", ["Modularité.", "Modularity."]),
            ("kept", "boolean", ["Si c’est celui qui est retenu.", "Whether it is the one kept."]),
        ],
    ),
    (
        "splits.csv",
        "dictionary-splits",
        &[
            THEME_ID,
            ("parts", "integer", ["Nombre de parts.", "Number of parts."]),
            ("part", "integer", ["Numéro de la part.", "Number of the part."]),
            ("label", "string", ["Nom de la part.", "Name of the part."]),
            ("ideas", "integer", ["Nombre d’idées.", "Number of ideas."]),
            ("quality", "number", ["Netteté de la coupure, de 0 à 1.", "How clear the split is, 0 to 1."]),
            ("suggested", "boolean", ["Si elle est proposée.", "Whether it is suggested."]),
        ],
    ),
    (
        "partitions.csv",
        "dictionary-partitions",
        &[
            IDEA_ID,
            THEME_ID,
            ("split_2", "integer", ["Part, son thème coupé en deux.", "Part, its theme split in two."]),
            ("split_3", "integer", ["Part, son thème coupé en trois.", "Part, its theme split in three."]),
            (
                "rung_*",
                "integer",
                ["Groupe au rang de ce numéro dans ladder.csv.", "Group at the rung of this number in ladder.csv."],
            ),
        ],
    ),
    (
        "reinert.csv",
        "dictionary-reinert",
        &[IDEA_ID, ("class", "integer", ["Classe, si elle en a une.", "Class, if it has one."])],
    ),
    ("map.csv", "dictionary-map", &[IDEA_ID, SHARE_X, SHARE_Y]),
    (
        "nearest.csv",
        "dictionary-nearest",
        &[
            IDEA_ID,
            ("rank", "integer", ["Rang, de 1.", "Rank, from 1."]),
            THEME_ID,
            ("share", "number", ["Proximité, de 0 à 1.", "Nearness, 0 to 1."]),
            LABEL,
        ],
    ),
    (
        "controversies.csv",
        "dictionary-controversies",
        &[
            ("one_id", "string", ["Une proposition.", "A proposition."]),
            ("other_id", "string", ["Celle qui s’y oppose.", "The one opposed to it."]),
            QUESTION_ID,
            ("one_text", "string", ["Texte de la première.", "Text of the first."]),
            ("other_text", "string", ["Texte de la seconde.", "Text of the second."]),
            ("one_authors", "integer", ["Auteurs de la première.", "Authors of the first."]),
            ("other_authors", "integer", ["Auteurs de la seconde.", "Authors of the second."]),
            ("one_territories", "integer", ["Collectivités de la première.", "Territories of the first."]),
            ("other_territories", "integer", ["Collectivités de la seconde.", "Territories of the second."]),
        ],
    ),
    (
        "addressees.csv",
        "dictionary-addressees",
        &[
            PROPOSITION_ID,
            (
                "role",
                "string",
                [
                    "À quel titre : level (échelon), actor (acteur) ou public (public concerné).",
                    "In what capacity: level (of government), actor or public.",
                ],
            ),
            ("key", "string", ["Qui, sous un nom fixe.", "Who, under a fixed name."]),
            ("words", "string", ["Mots qui le disent.", "Words that say so."]),
        ],
    ),
    (
        "to_complete.csv",
        "dictionary-to-complete",
        &[
            IDEA_ID,
            CONTRIBUTION_ID,
            THEME_ID,
            ("reason", "string", ["Ce qui manque.", "What is missing."]),
            ("carried", "string", ["Mots repris de ce qui précède.", "Words taken over from what comes before."]),
            TEXT,
        ],
    ),
];

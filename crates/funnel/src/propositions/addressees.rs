//! Who is asked to act, at which level, for whom: only when the words say it, with those words as evidence.

use crate::pattern::{Pattern, pattern};
use std::sync::LazyLock;

/// One thing named, with the words that name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Code: `"state"`, `"commune"`, `"seniors"`…
    pub key: &'static str,
    /// The words of the text.
    pub words: String,
}

/// Who is named in a demand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Addressees {
    /// Those asked to act.
    pub actors: Vec<Named>,
    /// Levels of government named.
    pub levels: Vec<Named>,
    /// Those it is done for.
    pub publics: Vec<Named>,
}

type Table = Vec<(&'static str, Pattern)>;

/// Bodies, as they are called.
const BODIES: &[(&str, &str)] = &[
    ("europe", r"(?:union europeenne|europe|commission europeenne)"),
    (
        "state",
        r"(?:etat|gouvernement|parlement|legislateur|ministeres?(?: de (?:la |l')?\w+)?|prefectures?|prefets?|pouvoirs publics)",
    ),
    ("region", r"(?:regions?|conseils? regiona(?:l|ux))"),
    ("department", r"(?:departements?|conseils? departementa(?:l|ux))"),
    (
        "intercommunality",
        r"(?:intercommunalites?|intercos?|epci|communautes? (?:de communes|d'agglomeration|urbaines?)|agglomerations?|metropoles?)",
    ),
    ("commune", r"(?:communes?|mairies?|maires?|municipalites?|villes?|conseils? municipa(?:l|ux))"),
    ("authorities", r"(?:collectivites(?: locales| territoriales)?)"),
    (
        "administration",
        r"(?:administrations?|services? publics?|services? de l'etat|caf|cpam|caisses?|impots|pole emploi|france travail|urssaf)",
    ),
    ("operators", r"(?:operateurs?|fournisseurs? d'acces|fai|edf|sncf|la poste|orange)"),
    (
        "publishers",
        r"(?:editeurs?(?: de logiciels)?|plateformes?|hebergeurs?|fabricants?|constructeurs?|prestataires?|geants du (?:web|net|numerique)|gafam?)",
    ),
    ("associations", r"(?:associations?|benevoles)"),
    ("school", r"(?:ecoles?|education nationale|colleges?|lycees?|universites?|enseignants?|academies?|rectorats?)"),
    ("companies", r"(?:entreprises?|employeurs?|banques?|assureurs?|pme|tpe)"),
    ("health", r"(?:hopita(?:l|ux)|ars|medecins?|ehpad)"),
];

/// The body does something, or is asked to: « X doit », « demander à X », « que X finance », « assuré par X ».
static ACTORS: LazyLock<Table> = LazyLock::new(|| {
    let article = r"(?:le |la |les |l'|un |une |des |chaque |nos |notre |d')?";
    BODIES
        .iter()
        .map(|(key, body)| {
            let must = r"(?:doit|doivent|devrait|devraient|devra|devront|pourrait|pourraient|peut|peuvent)";
            let asked = r"(?:demande[rz]?|demandons|obliger|inviter|inciter|contraindre|imposer|confier|exiger) (?:a |au |aux |de |d'|des |du )?";
            let source = format!(
                r"\b{article}{body}(?: \w+)?(?: ne)? {must}\b|\b{asked}{article}{body}\b|\bque {article}{body}\b|\bqu'{article}{body}\b|\bpar {article}{body}\b"
            );
            (*key, pattern(&source))
        })
        .collect()
});

static LEVELS: LazyLock<Table> = LazyLock::new(|| {
    [
        ("europe", r"\b(?:europeen(?:ne)?s?|union europeenne)\b"),
        ("national", r"\b(?:national(?:e|es)?|nationaux|etat)\b"),
        ("region", r"\b(?:region(?:al|ale|ales|aux)|regions?)\b"),
        ("department", r"\b(?:departement(?:al|ale|ales|aux)|departements?)\b"),
        (
            "intercommunality",
            r"\b(?:intercommuna(?:l|le|les|ux|lites?)|epci|communautes? de communes|agglomerations?|metropoles?)\b",
        ),
        ("commune", r"\b(?:communa(?:l|le|les|ux)|communes?|mairies?|municipa(?:l|le|les|ux|lites?))\b"),
    ]
    .into_iter()
    .map(|(key, source)| (key, pattern(source)))
    .collect()
});

static PUBLICS: LazyLock<Table> = LazyLock::new(|| {
    [
        ("seniors", r"\b(?:seniors?|personnes (?:agees|ag[eé]es)|anciens|aines|retraites|vieux)\b"),
        ("young_people", r"\b(?:jeunes?|adolescents?|etudiants?|eleves|lyceens?|collegiens?|enfants)\b"),
        ("disabled_people", r"\b(?:handicap(?:es?|ees)?|malvoyants?|aveugles|sourdes?|malentendants?|situation de handicap)\b"),
        ("families", r"\b(?:familles?|parents)\b"),
        ("poor_people", r"\b(?:demunis|precaires|precarite|foyers modestes|plus modestes|bas revenus|rsa|minima sociaux)\b"),
        ("unconnected_people", r"\b(?:illectronisme|sans internet|n'ont pas (?:internet|d'ordinateur|acces)|non connectes|exclus du numerique)\b"),
        ("job_seekers", r"\b(?:demandeurs d'emploi|chomeurs)\b"),
        ("agents", r"\b(?:agents?|fonctionnaires|secretaires? de mairie)\b"),
        ("elected_officials", r"\b(?:elus?|elues|elu·es|conseillers municipaux)\b"),
        ("small_companies", r"\b(?:petites entreprises|tpe|pme|artisans|commercants|independants|agriculteurs)\b"),
        ("small_communes", r"\b(?:petites communes|communes rurales|petits villages|villages)\b"),
        ("associations", r"\b(?:associations?|benevoles)\b"),
    ]
    .into_iter()
    .map(|(key, source)| (key, pattern(source)))
    .collect()
});

impl Addressees {
    /// Reads an idea's own words.
    pub(crate) fn of(text: &str) -> Self {
        Self { actors: found(&ACTORS, text), levels: found(&LEVELS, text), publics: found(&PUBLICS, text) }
    }
}

fn found(table: &Table, text: &str) -> Vec<Named> {
    let named = |(key, regex): &(&'static str, Pattern)| {
        regex.find(text).map(|words| Named { key, words: words.as_str().trim().to_owned() })
    };
    table.iter().filter_map(named).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(named: &[Named]) -> Vec<&str> {
        named.iter().map(|named| named.key).collect()
    }

    #[test]
    fn only_who_must_act_is_an_actor() {
        let read = Addressees::of("L’État doit aider les petites communes à former leurs agents");
        assert_eq!(keys(&read.actors), ["state"]);
        assert_eq!(read.actors[0].words, "L’État doit");
        assert_eq!(keys(&read.publics), ["agents", "small_communes"]);
        assert_eq!(keys(&read.levels), ["national", "commune"]);
        assert_eq!(keys(&Addressees::of("Que les opérateurs réparent les lignes").actors), ["operators"]);
        assert_eq!(keys(&Addressees::of("Nous demandons aux éditeurs d’ouvrir leurs formats").actors), ["publishers"]);
        assert_eq!(keys(&Addressees::of("un accueil assuré par l’intercommunalité").actors), ["intercommunality"]);
    }

    #[test]
    fn nothing_is_guessed() {
        assert_eq!(Addressees::of("Il faut simplifier les formulaires"), Addressees::default());
        assert_eq!(keys(&Addressees::of("Aider les associations").actors), Vec::<&str>::new());
    }
}

//! Things asked for without a verb: « il faut un référent », « plus de moyens », « un mandat unique éviterait … » (rules R7, R16).

use super::bare::is_thing;
use super::grammar::{definite, has_mood, split};
use super::nominal;
use super::phrase::lower_first;
use super::read::{Draft, asked};
use crate::pattern::{Pattern, pattern};
use arobase_text::lexicon::{Lexicon, Mood};
use arobase_text::stem::fold;
use arobase_text::words::words;
use std::sync::LazyLock;

/// What follows « il faut » when it measures instead of asking: « il faut deux heures ».
pub(super) static MEASURE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:parfois |encore |environ |bien |souvent |presque |au moins |compter )*(?:\d|deux|trois|quatre|cinq|six|dix|quinze|vingt|trente|une (?:heure|demi|journee|semaine)|un (?:mois|an|jour|quart)|des (?:heures|mois|jours|semaines|annees)|plusieurs (?:heures|mois|jours|semaines)|du (?:temps|courage|monde)|beaucoup d)",
    )
});

pub(super) fn thing(rest: &str) -> Option<Draft> {
    if let Some((text, rule)) = nominal::rewrite(rest).or_else(|| nominal::instaurer(rest)) {
        return Some(asked(text, rule));
    }
    let (first, tail) = split(rest);
    match fold(first).as_str() {
        "plus" | "davantage" => more(split(tail).1),
        "moins" => super::refuse::less(split(tail).1),
        "un" | "une" | "des" | "deux" | "trois" | "plusieurs" => Some(asked(format!("prévoir {rest}"), "R16")),
        "le" | "la" | "les" | "l’" | "l'" if Lexicon::french().is_noun(split(tail).0) => {
            Some(asked(format!("assurer {rest}"), "R16"))
        }
        _ => None,
    }
}

/// Whether a word stands in a list of words apart by spaces.
pub(super) fn listed(list: &str, word: &str) -> bool {
    list.split(' ').any(|other| other == word)
}

/// What is made stronger rather than more numerous.
const STRENGTHENED: &str = "moyen service contrôle aide transport sanction effectif information échange lien réseau équipe soutien \
    compétence droit pouvoir liaison relation connexion investissement mesure norme règle exigence coopération";

/// « plus de moyens » → « renforcer les moyens »; « plus de trains » → « prévoir plus de trains ».
pub(super) fn more(rest: &str) -> Option<Draft> {
    // « Plus de médecin » deplores, « plus de médecins » asks.
    let (first, _) = split(rest);
    let countless = [
        "sobriété",
        "transparence",
        "proximité",
        "formation",
        "concertation",
        "lisibilité",
        "simplicité",
        "coordination",
        "souplesse",
        "pédagogie",
        "moyens",
        "humain",
    ];
    let asks = Lexicon::french().is_plural(first) == Some(true) || countless.contains(&first);
    let noun = Lexicon::french().lemma(first);
    if !asks || !Lexicon::french().is_noun(first) || rest.contains("depuis") || nominal::is_imposed(&noun) {
        return None;
    }
    if listed(STRENGTHENED, &noun) || countless.contains(&first) {
        return definite(rest).map(|phrase| asked(format!("renforcer {phrase}"), "R7"));
    }
    Some(asked(format!("prévoir plus {}", arobase_text::lexicon::elide("de", rest)), "R7"))
}

/// Nouns of services and rights: what is asked when they are named alone is that they be there.
const SERVICES: &str = "accès accueil achat aide application atelier borne bureau bus campagne carte cartographie cadastre centre \
    certificat compte conseil consultation contact coordination courrier cours crèche débat déclaration demande démarche \
    dématérialisation dossier document échange enquête entretien espace fibre fiche formation formalité formulaire forum \
    gare guichet guide horaire inscription interface liaison lieu ligne logiciel logement maison médiathèque \
    médiation mutuelle navette outil paiement papier parcours permanence présence permis plateforme point portail prestation prise \
    procédure procuration référendum renouvellement rendez-vous réseau service signalement simulateur site \
    suivi tarif téléconsultation téléphone téléservice télétravail transport tutoriel vote";

/// A sentence without a main verb that names what is wanted (R16, R19).
pub(super) fn named(body: &str) -> Option<Draft> {
    would_help(body).or_else(|| service(body))
}

/// « La carte grise en ligne » → « développer la carte grise en ligne ».
fn service(body: &str) -> Option<Draft> {
    if !is_thing(body) {
        return None;
    }
    if words(body.split([':', '.']).next().unwrap_or(body)).len() < 3 {
        return None;
    }
    let (first, rest) = split(body);
    let article = listed("le la les l’ l' des toutes tous toute tout", &fold(first));
    let inner = if listed("toutes tous toute tout", &fold(first)) { split(rest).1 } else { rest };
    let noun = if article { split(inner).0 } else { first }.trim_end_matches([',', '.', ';', ':']);
    if !listed(SERVICES, &Lexicon::french().lemma(noun).to_lowercase()) {
        return None;
    }
    let body = first_thing(body);
    let phrase = if article { lower_first(body) } else { definite(&lower_first(body))? };
    Some(asked(format!("développer {}", with_of(&phrase, noun)), "R19"))
}

/// « le renouvellement passeport » → « le renouvellement de passeport ».
fn with_of(phrase: &str, noun: &str) -> String {
    let Some(at) = phrase.find(noun).map(|at| at + noun.len()) else { return phrase.to_owned() };
    let next = split(&phrase[at..]).0;
    let lexicon = Lexicon::french();
    let of_what =
        listed("renouvellement demande délivrance inscription prise déclaration consultation", &lexicon.lemma(noun));
    if !of_what || !phrase[at..].starts_with(' ') || !lexicon.is_noun(next) || lexicon.is_adjective(next) {
        return phrase.to_owned();
    }
    format!("{} {}", &phrase[..at], arobase_text::lexicon::elide("de", phrase[at..].trim_start()))
}

/// « les services administratifs, gestion passeport » → « les services administratifs »: what has no article does not go on.
pub(super) fn first_thing(body: &str) -> &str {
    let bare = |at: &usize| {
        let next = split(body[at + 1..].trim_start()).0;
        let lexicon = Lexicon::french();
        lexicon.is_noun(next) && !lexicon.is_adjective(next) || body[*at..].starts_with(" /")
    };
    let cuts = body.match_indices(',').map(|(at, _)| at).chain(body.match_indices(" / ").map(|(at, _)| at));
    cuts.filter(bare).min().map_or(body, |at| body[..at].trim_end())
}

/// « Un mandat unique éviterait ces situations » → « prévoir un mandat unique »; « Un guichet par canton. » likewise.
fn would_help(body: &str) -> Option<Draft> {
    let (article, tail) = split(body);
    let noun = split(tail).0;
    if !["un", "une"].contains(&fold(article).as_str())
        || !Lexicon::french().is_noun(noun)
        || listed(NO_THING, &Lexicon::french().lemma(noun))
    {
        return None;
    }
    let tokens = words(body);
    let verb = tokens.iter().skip(2).find(|word| {
        Lexicon::french().is_finite_verb(word.text)
            && !Lexicon::french().is_noun(word.text)
            && !Lexicon::french().is_adjective(word.text)
    });
    let thing = match verb {
        None => body,
        Some(verb) if has_mood(verb.text, Mood::Conditional) => &body[..verb.start],
        Some(_) => return None,
    };
    let named = thing.split([':', ';', '.', '«', '?', '!']).next().unwrap_or(thing).trim();
    (words(named).len() >= 4)
        .then(|| asked(format!("prévoir {}", lower_first(named.trim_end_matches([',', ' ']))), "R16"))
}

/// Whether a noun tells when or who.
pub(super) fn tells(noun: &str) -> bool {
    listed(NO_THING, &Lexicon::french().lemma(noun))
}

/// Nouns that tell when or who, and ask for nothing.
const NO_THING: &str = "précision lundi mardi mercredi jeudi vendredi samedi dimanche jour matin soir nuit hiver été fois année an \
    mois semaine heure minute exemple participant participante élu maire habitant administré agent \
    collègue voisin voisine dame monsieur homme femme enfant fille fils médecin chercheur jeune personne \
    retraité commerçant agriculteur stagiaire tiers quart moitié dizaine centaine partie chose mot \
    question remarque dernier problème courriel mail lettre secrétaire maman père mère usager famille \
    couple patron opérateur éditeur prestataire voisinage entreprise commune village ville";

//! Nouns that ask: « création d’un fonds » is « créer un fonds » (rule R6).

use super::grammar::{definite, split, uncontract};
use super::phrase::lower_first;
use arobase_text::stem::fold;

/// Noun (folded), verb. Uniform entries; nouns of action whose verb takes the same complement.
const ACTIONS: &[(&str, &str)] = &[
    ("abandon", "abandonner"),
    ("abrogation", "abroger"),
    ("acceleration", "accélérer"),
    ("accompagnement", "accompagner"),
    ("achat", "acheter"),
    ("acquisition", "acquérir"),
    ("adaptation", "adapter"),
    ("adoption", "adopter"),
    ("allegement", "alléger"),
    ("allongement", "allonger"),
    ("amelioration", "améliorer"),
    ("amenagement", "aménager"),
    ("application", "appliquer"),
    ("arret", "arrêter"),
    ("association", "associer"),
    ("augmentation", "augmenter"),
    ("automatisation", "automatiser"),
    ("baisse", "baisser"),
    ("centralisation", "centraliser"),
    ("certification", "certifier"),
    ("clarification", "clarifier"),
    ("collecte", "collecter"),
    ("conservation", "conserver"),
    ("consolidation", "consolider"),
    ("constitution", "constituer"),
    ("construction", "construire"),
    ("controle", "contrôler"),
    ("coordination", "coordonner"),
    ("couverture", "couvrir"),
    ("creation", "créer"),
    ("definition", "définir"),
    ("delivrance", "délivrer"),
    ("deploiement", "déployer"),
    ("developpement", "développer"),
    ("diffusion", "diffuser"),
    ("diminution", "diminuer"),
    ("distribution", "distribuer"),
    ("edition", "éditer"),
    ("elaboration", "élaborer"),
    ("elargissement", "élargir"),
    ("encadrement", "encadrer"),
    ("equipement", "équiper"),
    ("evaluation", "évaluer"),
    ("exoneration", "exonérer"),
    ("extension", "étendre"),
    ("extinction", "éteindre"),
    ("financement", "financer"),
    ("formation", "former"),
    ("generalisation", "généraliser"),
    ("harmonisation", "harmoniser"),
    ("hebergement", "héberger"),
    ("identification", "identifier"),
    ("implantation", "implanter"),
    ("information", "informer"),
    ("installation", "installer"),
    ("instauration", "instaurer"),
    ("integration", "intégrer"),
    ("interdiction", "interdire"),
    ("labellisation", "labelliser"),
    ("limitation", "limiter"),
    ("maintien", "maintenir"),
    ("mobilisation", "mobiliser"),
    ("modernisation", "moderniser"),
    ("multiplication", "multiplier"),
    ("mutualisation", "mutualiser"),
    ("nomination", "nommer"),
    ("numerisation", "numériser"),
    ("obtention", "obtenir"),
    ("organisation", "organiser"),
    ("ouverture", "ouvrir"),
    ("partage", "partager"),
    ("perennisation", "pérenniser"),
    ("preservation", "préserver"),
    ("production", "produire"),
    ("prolongation", "prolonger"),
    ("promotion", "promouvoir"),
    ("protection", "protéger"),
    ("publication", "publier"),
    ("reconduction", "reconduire"),
    ("reconnaissance", "reconnaître"),
    ("recrutement", "recruter"),
    ("redaction", "rédiger"),
    ("reduction", "réduire"),
    ("reemploi", "réemployer"),
    ("regroupement", "regrouper"),
    ("remboursement", "rembourser"),
    ("renforcement", "renforcer"),
    ("reparation", "réparer"),
    ("respect", "respecter"),
    ("retablissement", "rétablir"),
    ("revalorisation", "revaloriser"),
    ("sauvegarde", "sauvegarder"),
    ("securisation", "sécuriser"),
    ("sensibilisation", "sensibiliser"),
    ("simplification", "simplifier"),
    ("soutien", "soutenir"),
    ("standardisation", "standardiser"),
    ("suivi", "suivre"),
    ("suppression", "supprimer"),
    ("systematisation", "systématiser"),
    ("traduction", "traduire"),
    ("transmission", "transmettre"),
    ("unification", "unifier"),
    ("utilisation", "utiliser"),
    ("valorisation", "valoriser"),
    ("verification", "vérifier"),
    ("versement", "verser"),
];

/// Locutions of several words, tried first.
const LOCUTIONS: &[(&str, &str)] = &[
    ("mise en place", "mettre en place"),
    ("mise a disposition", "mettre à disposition"),
    ("mise en commun", "mettre en commun"),
    ("mise en oeuvre", "mettre en œuvre"),
    ("mise en reseau", "mettre en réseau"),
    ("mise a jour", "mettre à jour"),
    ("prise en charge", "prendre en charge"),
    ("prise en compte", "prendre en compte"),
    ("remise en etat", "remettre en état"),
    ("remise a niveau", "remettre à niveau"),
    ("mise en conformite", "mettre en conformité"),
];

/// « (la) création d’un fonds … » → « créer un fonds … »; `None` if the phrase is no such thing.
pub(crate) fn rewrite(phrase: &str) -> Option<(String, &'static str)> {
    let phrase = without_article(phrase.trim());
    let (verb, complement) = locution(phrase).or_else(|| action(phrase))?;
    let (head, rest) = split(complement);
    if ["au", "aux", "a"].contains(&fold(head).as_str()) && verb == "soutenir" {
        return Some((format!("soutenir {}", to_definite(&fold(head), rest)), "R6"));
    }
    Some((format!("{verb} {}", uncontract(complement)?), "R6"))
}

/// Whether a phrase opens with a noun that asks, rewritten or not.
pub(crate) fn opens(phrase: &str) -> bool {
    let phrase = without_article(phrase.trim());
    locution(phrase).or_else(|| action(phrase)).is_some() || instaurer(phrase).is_some()
}

/// Nouns of what is imposed or taken away: « pas de fermeture » asks, where « pas de médecin » tells. Any other is left unread, for the two
/// look alike and say the opposite.
pub(crate) fn is_imposed(noun: &str) -> bool {
    IMPOSED.split_whitespace().any(|known| known == noun)
}

const IMPOSED: &str = "abandon avion béton camion déchet diesel emballage glyphosate plastique voiture bétonisation centralisation compteur coupure cumul démantèlement délocalisation dématérialisation démolition \
    éolienne expulsion fermeture fusion gaspillage hausse impôt licenciement majoration péage pesticide privatisation privilège publicité \
    recul revente suppression surtaxe taxation taxe vente";

/// « gratuité de X » → « rendre X gratuit(e)(s) » needs the noun's gender and number; asked as « instaurer la gratuité de X » instead.
pub(crate) fn instaurer(phrase: &str) -> Option<(String, &'static str)> {
    let phrase = without_article(phrase.trim());
    let (noun, complement) = split(phrase);
    let known = [
        "gratuite",
        "obligation",
        "interoperabilite",
        "transparence",
        "droit",
        "moratoire",
        "tarif",
        "egalite",
        "parite",
    ];
    let linked = complement.starts_with("de ")
        || complement.starts_with("d’")
        || complement.starts_with("du ")
        || complement.starts_with("des ");
    (known.contains(&fold(noun).as_str()) && linked)
        .then(|| definite(&lower_first(phrase)).map(|phrase| (format!("instaurer {phrase}"), "R6")))?
}

fn to_definite(contracted: &str, rest: &str) -> String {
    match contracted {
        "au" => format!("le {rest}"),
        "aux" => format!("les {rest}"),
        _ => rest.to_owned(),
    }
}

fn without_article(phrase: &str) -> &str {
    let (first, rest) = split(phrase);
    if ["la", "le", "une", "un", "l'", "l’"].contains(&fold(first).as_str()) { rest } else { phrase }
}

fn locution(phrase: &str) -> Option<(&'static str, &str)> {
    LOCUTIONS.iter().find_map(|(noun, verb)| {
        let mut rest = phrase;
        for expected in noun.split(' ') {
            let (word, after) = split(rest);
            if fold(word) != expected {
                return None;
            }
            rest = after;
        }
        Some((*verb, rest))
    })
}

fn action(phrase: &str) -> Option<(&'static str, &str)> {
    let (noun, complement) = split(phrase);
    let noun = fold(noun);
    let at = ACTIONS.binary_search_by_key(&noun.as_str(), |(noun, _)| noun).ok()?;
    Some((ACTIONS[at].1, complement))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted() {
        assert!(ACTIONS.is_sorted_by_key(|(noun, _)| noun));
    }

    #[test]
    fn nouns_of_action_become_verbs() {
        let text = |phrase| rewrite(phrase).map(|(text, _)| text);
        assert_eq!(text("Création d’un fonds de secours").as_deref(), Some("créer un fonds de secours"));
        assert_eq!(text("la mise en place de permanences").as_deref(), Some("mettre en place des permanences"));
        assert_eq!(text("Formation des agents à l’accueil").as_deref(), Some("former les agents à l’accueil"));
        assert_eq!(text("Soutien aux aidants").as_deref(), Some("soutenir les aidants"));
        assert_eq!(text("formation continue"), None);
        assert_eq!(text("La fibre"), None);
    }
}

//! Sentences people write, and the phrases they become.

use super::read::read;

fn text(idea: &str) -> Option<String> {
    read(idea, "").into_iter().next().map(|asked| asked.text)
}

#[test]
fn infinitives_follow_their_heads() {
    assert_eq!(text("Il faut former les agents d’accueil.").as_deref(), Some("former les agents d’accueil"));
    assert_eq!(
        text("Nous proposons de mutualiser les achats de matériel").as_deref(),
        Some("mutualiser les achats de matériel")
    );
    assert_eq!(
        text("Je pense qu’il faudrait aussi ouvrir les mairies le samedi").as_deref(),
        Some("ouvrir les mairies le samedi")
    );
    assert_eq!(text("Pourquoi ne pas créer une équipe mobile ?").as_deref(), Some("créer une équipe mobile"));
    assert_eq!(
        text("Nous souhaitons pouvoir payer la cantine en ligne").as_deref(),
        Some("permettre de payer la cantine en ligne")
    );
}

#[test]
fn clauses_turn() {
    assert_eq!(
        text("Il faut que l’État finance les conseillers numériques").as_deref(),
        Some("financer les conseillers numériques")
    );
    assert_eq!(
        text("Les conseillers numériques doivent être pérennisés").as_deref(),
        Some("pérenniser les conseillers numériques")
    );
    assert_eq!(
        text("Les sites publics doivent être accessibles à tous").as_deref(),
        Some("rendre les sites publics accessibles à tous")
    );
    assert_eq!(
        text("Chaque commune doit avoir un référent numérique").as_deref(),
        Some("doter chaque commune d’un référent numérique")
    );
    assert_eq!(
        text("Les opérateurs doivent réparer les lignes sous huit jours").as_deref(),
        Some("demander aux opérateurs de réparer les lignes sous huit jours")
    );
    assert_eq!(
        text("Il faudrait qu’il y ait un numéro unique par préfecture").as_deref(),
        Some("prévoir un numéro unique par préfecture")
    );
}

#[test]
fn nouns_and_refusals() {
    assert_eq!(
        text("Création d’un fonds de secours pour les petites communes").as_deref(),
        Some("créer un fonds de secours pour les petites communes")
    );
    assert_eq!(text("Il ne faut pas fermer les guichets").as_deref(), Some("ne pas fermer les guichets"));
    assert_eq!(
        text("Plus de moyens pour les petites communes").as_deref(),
        Some("renforcer les moyens pour les petites communes")
    );
    assert_eq!(text("Stop aux formulaires illisibles").as_deref(), Some("mettre fin aux formulaires illisibles"));
}

#[test]
fn reasons_are_kept_apart() {
    let asked = read("Il faut maintenir un accueil en mairie car beaucoup n’ont pas internet.", "");
    assert_eq!(asked[0].text, "maintenir un accueil en mairie");
    assert_eq!(asked[0].justification, "car beaucoup n’ont pas internet");
    assert_eq!(asked[0].rules, ["R3", "R11"]);
}

#[test]
fn what_is_told_or_unclear_is_left() {
    assert_eq!(text("Il faut deux heures pour joindre la préfecture"), None);
    assert_eq!(text("Il faut les former rapidement"), None);
    assert_eq!(text("Il faut reconnaître que la fibre avance"), None);
    assert_eq!(text("La fibre est arrivée l’an dernier"), None);
}

#[test]
fn an_enumeration_lends_its_head() {
    let asked = read("de former les élus", "nous proposons");
    assert_eq!(asked[0].text, "former les élus");
}

#[test]
fn circumstances_move_to_the_end() {
    assert_eq!(
        text("Dans les villages, il faut garder un accueil physique").as_deref(),
        Some("garder un accueil physique dans les villages")
    );
}

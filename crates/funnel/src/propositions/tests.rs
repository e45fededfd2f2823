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

#[test]
fn nothing_is_left_behind() {
    let wrong: Vec<String> = [
        (
            "Proposer des guides aux personnes Sourdes du canton",
            Some("proposer des guides aux personnes Sourdes du canton"),
        ),
        (
            "Il faut que la commune s’assure du respect des règles",
            Some("faire en sorte que la commune s’assure du respect des règles"),
        ),
        (
            "Bien que le texte soit long, la sécurité des accès doit être renforcée",
            Some("renforcer la sécurité des accès"),
        ),
        ("Ajouter un nouvel article ainsi rédigé : les mairies ouvrent", None),
        ("Que la cantine soit un service facultatif est justifiable", None),
        ("Obligation des élèves à planter un arbre", Some("instaurer l’obligation des élèves à planter un arbre")),
        ("Points durs → le turn over des agents", None),
        ("Rendez-vous en préfecture : aucun créneau avant juin", None),
        ("pas de revente, contrôle une fois par an", Some("éviter toute revente")),
        ("Pas de fermeture de classe sans débat", Some("éviter toute fermeture de classe sans débat")),
        ("Pas de remplaçant pendant les congés", None),
        ("Pas de sanctions pour ceux qui salissent", None),
        ("Qu’on nous donne des chiffres honnêtes", Some("faire en sorte qu’on nous donne des chiffres honnêtes")),
        ("Une précision sur la méthode de travail", None),
        ("Je pense passer au véhicule électrique", None),
        (
            "Il faut que la facture ne soit pas proportionnel au revenu",
            Some("éviter que la facture soit proportionnelle au revenu"),
        ),
        (
            "DONNER LA POSSIBILITE DE VOTER BLANC comme nos voisins suisses le font depuis longtemps",
            Some("donner la possibilité de voter blanc comme nos voisins suisses le font depuis longtemps"),
        ),
        (
            "Organiser chaque année, dans chaque canton, un exercice auquel participent les maires",
            Some("organiser chaque année, dans chaque canton, un exercice auquel participent les maires"),
        ),
        ("Organiser chaque année, dans chaque canton", None),
        ("Cela ne veut pas dire que les sites doivent être ouverts la nuit", None),
        ("Poser la question est bien la preuve du problème", None),
        ("Que de belles intentions dans ce texte", None),
        ("Pas d’interlocuteur à la mairie", None),
        ("Moins de théorie et une formation pratique", Some("réduire la théorie")),
        ("Lorsque l’on souhaite ouvrir le portail, on attend deux heures", None),
        ("Il faut EXIGER des formats ouverts partout", Some("exiger des formats ouverts partout")),
        ("Élargir aux hameaux voisins", None),
        ("Pas de raisons de fermer la gare", None),
        ("Il faut que les élus soit irréprochables", Some("rendre les élus irréprochables")),
        ("Soutenir la fonction parentale pour favoriser,", None),
        ("Les banques devront garantir", None),
        ("Laisser les équipes dire où sont les pannes", Some("laisser les équipes dire où sont les pannes")),
        ("Ouvrir une ligne pour les micro-lieux", Some("ouvrir une ligne pour les micro-lieux")),
        ("Moins de formulaires et meilleure entraide", Some("réduire le nombre de formulaires")),
        ("Pas de contrat possible sans adresse stable", None),
        ("STOP AUX CAMIONS STOP AUX DETOURS", Some("mettre fin aux camions")),
        ("Faire circuler les données, je ne pense pas que la loi le permette", None),
        ("Donner nos fichiers à une firme nous donnerait des soucis", None),
        ("Contrôler les données des familles, non.", None),
        ("Se faire doubler sur une ligne blanche", None),
        ("Prendre en compte", None),
        ("Il faut que les sites qui ne respectent pas la loi soient interdits", None),
        ("Donner corps à la charte des élus", Some("donner corps à la charte des élus")),
        ("En revanche, il faut créer une maison de santé", Some("créer une maison de santé")),
        (
            "Sur cette base, je propose un droit au calme pour les élèves",
            Some("prévoir un droit au calme pour les élèves"),
        ),
        (
            "Interdire aux firmes de polluer, (Trucmuche), de voler les terres",
            Some("interdire aux firmes de polluer, de voler les terres"),
        ),
    ]
    .into_iter()
    .filter(|(idea, wanted)| text(idea).as_deref() != *wanted)
    .map(|(idea, _)| format!("{idea} → {:?}", text(idea)))
    .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_carried_subject_is_kept() {
    let carried = |idea: &str, carried: &str| read(idea, carried).into_iter().next().map(|asked| asked.text);
    assert_eq!(
        carried("et concerner les écoles du canton", "La charte doit").as_deref(),
        Some("faire en sorte que la charte concerne les écoles du canton")
    );
    assert_eq!(carried("et former les agents", "L’État doit").as_deref(), Some("former les agents"));
    assert_eq!(carried("et former les agents", "il faut").as_deref(), Some("former les agents"));
}

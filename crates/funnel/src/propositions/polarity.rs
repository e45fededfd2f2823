//! Polarity is never lost: what is refused stays refused, what is asked stays asked.

use super::read::read;

/// What was written, and whether its author wants it not done, or no longer (`true`).
const SENTENCES: &[(&str, bool)] = &[
    ("Il ne faut pas fermer les guichets", true),
    ("Il ne faut plus fermer les écoles rurales", true),
    ("Il ne faudrait pas supprimer les trésoreries", true),
    ("Il ne faut surtout pas vendre les données des habitants", true),
    ("Il ne faut jamais imposer un seul canal", true),
    ("Je pense qu’il ne faut pas augmenter les impôts locaux", true),
    ("Il ne faut pas que les communes paient seules la fibre", true),
    ("On ne doit pas laisser les anciens sans aide", true),
    ("Nous ne devons plus financer les grands stades", true),
    ("On ne devrait pas obliger les agents à changer de logiciel", true),
    ("Les données de santé ne doivent pas être vendues", true),
    ("Les gares ne doivent plus être fermées", true),
    ("Les petites lignes ne devraient pas être abandonnées", true),
    ("Les démarches en ligne ne doivent pas remplacer les agents", true),
    ("La dématérialisation ne doit pas conduire à exclure les habitants", true),
    ("Il faut que les données ne soient pas vendues", true),
    ("Il faudrait que les classes ne soient plus supprimées", true),
    ("Ne pas supprimer les communes", true),
    ("Ne plus envoyer de courriers illisibles", true),
    ("Ne fermez pas les bureaux de poste", true),
    ("Ne laissons pas les villages sans médecin", true),
    ("N’oublions pas les habitants des hameaux", true),
    ("Arrêtez de fermer les maternités", true),
    ("Arrêtons de construire des ronds-points", true),
    ("Il faut arrêter de supprimer des postes", true),
    ("Il faut cesser de changer les normes", true),
    ("Cessez de multiplier les formulaires", true),
    ("Stop aux fermetures de classes", true),
    ("Stop à la publicité dans les rues", true),
    ("Halte aux normes inutiles", true),
    ("Non aux compteurs imposés", true),
    ("Non à la fermeture des urgences", true),
    ("Pas de fermeture de classe", true),
    ("Pas de nouvelles taxes locales", true),
    ("Fini les formulaires en double", true),
    ("Éviter les doublons entre services", true),
    ("Il faut éviter de multiplier les mots de passe", true),
    ("Nous proposons d’éviter les réunions tardives", true),
    ("En évitant les doublons entre collectivités", true),
    ("En ne fermant plus les écoles rurales", true),
    ("Refuser la fermeture des gares", true),
    ("Il faut renoncer à la fermeture des gares", true),
    ("Mettre fin aux plateformes payantes", true),
    ("Il faut mettre un terme à la course aux normes", true),
    ("Il faut bannir les logiciels espions", true),
    ("Il faut supprimer les doublons administratifs", false),
    ("Suppression des doublons administratifs", false),
    ("Interdire la publicité lumineuse la nuit", false),
    ("Interdiction de la publicité lumineuse", false),
    ("Réduire le nombre de formulaires", false),
    ("Moins de formulaires pour les associations", false),
    ("Il faut limiter les écrans à l’école primaire", false),
    ("Il faut maintenir un accueil en mairie", false),
    ("Il faudrait rouvrir les petites gares", false),
    ("Nous demandons le maintien de la trésorerie", false),
    ("Pourquoi ne pas mutualiser les achats ?", false),
    ("Pourquoi pas créer une maison de santé ?", false),
    ("Et si on ouvrait la mairie le samedi ?", false),
    ("Plus de médiateurs dans les villages", false),
    ("L’État doit financer les conseillers", false),
    ("Les communes doivent être consultées", false),
    ("La carte grise en ligne", false),
    ("En écoutant les maires", false),
    ("Gardez les guichets ouverts", false),
    ("Il faut aider ceux qui ne savent pas lire", false),
    ("Former les agents qui n’ont plus de poste", false),
    ("Ouvrir des lieux où l’on ne paie pas", false),
    ("Il faut que chaque commune ait un référent", false),
    ("Un guichet unique par canton pour les aides", false),
];

#[test]
fn refusals_stay_refusals_and_demands_demands() {
    let mut wrong = Vec::new();
    for (sentence, refused) in SENTENCES {
        match read(sentence, "").first() {
            Some(asked) if asked.refused == *refused => {}
            found => wrong.push(format!("{sentence} → {:?}", found.map(|asked| asked.text.clone()))),
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), SENTENCES.len(), wrong.join("\n"));
    assert!(SENTENCES.len() >= 60);
}

#[test]
fn two_sided_sentences_keep_their_side_or_stay_unread() {
    for (sentence, side) in [
        ("Il ne faut pas fermer la gare mais rouvrir la ligne", ["ne pas fermer la gare", "rouvrir la ligne"]),
        ("Il ne faut pas que des sanctions mais aussi des aides", ["", ""]),
        ("Ne pas miser que sur le numérique mais sur des agents", ["", ""]),
    ] {
        if let Some(asked) = read(sentence, "").first() {
            assert!(
                side.iter().any(|side| !side.is_empty() && asked.text.starts_with(side)),
                "{sentence} → {}",
                asked.text
            );
        }
    }
}

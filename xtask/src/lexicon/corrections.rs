//! What the Lefff does not say: which reading of a form is the likely one, and words younger than the lexicon.

/// Classes of a form by falling likelihood, first letters of: o closed class, v verb, n noun, a adjective, r adverb.
/// Readings of a class that is not listed are dropped. One line per order, for forms frequent in public consultations.
const ORDERS: &[(&str, &str)] = &[
    (
        "o",
        "la pour pas un une par sur tout tous toute toutes même mêmes cela leurs car chaque donc autre autres certains \
         certain certaine certaines aucun aucune moi après sous depuis comment pourquoi si vers envers quelques quelque \
         puis lui tel telle tels telles soi mais avec contre sauf entre pendant hors jusqu’ plus quoi selon malgré \
         dès via voici voilà uns combien tu hélas durant concernant moyennant le les de des du en à y ne que qui où \
         quand parmi parce ca ça ci chez sans ni et ou cet ces ce ta ton mon ma mes tes sa ses on il elle ils elles nous vous me te se",
    ),
    (
        "r",
        "trop bien mieux moins aussi surtout jamais ainsi non oui également quasi certes presque très assez ailleurs ensemble dehors peu tant \
         complètement notamment souvent toujours encore déjà alors ensuite enfin plutôt vite tôt tard autant beaucoup",
    ),
    ("rn", "mal maintenant rien loin demain hier"),
    ("ra", "près quasiment"),
    ("on", "son or"),
    ("or", "avant devant derrière"),
    ("ov", "soit vu étant excepté"),
    ("v", "est sont a ont dire faut sommes suis étais avais avait avions vis vit devons ai as ait aies es êtes vont"),
    (
        "vn",
        "doit fait faits été être avoir pouvoir devoir savoir vouloir aller faire sort passe paye paie donne achète aura \
         change touche cherche laisse chauffe dit montre relève applique roule participe cesse donnant mort traite dû \
         arrête oblige pose utilise trouve existe propose souhaite pense permet voit met prend tient vient rend vote \
         sente aller parler sortir lire toucher lancer vivre rire partir devenir avançons rapporte peut veut",
    ),
    ("va", "continue faites faite compris formé formés adapté adaptés adaptée adaptées créé payant satisfait obligé"),
    (
        "av",
        "important importants positive positives complexe complexes compliqué compliquée compliqués compliquées plastique \
         satisfaite grise grises double intéressant suffisant suffisante permanente permanent claire claires totale totales civile civiles réelle réelles concrète concrètes précise \
         complète active fréquentes handicapée handicapées hybride polluant performant élevé élevés isolé isolée isolés \
         âgé âgée âgés âgées adéquat adéquate ouvert ouverte vivant payante gratuite gratuites connecté connectée \
         correspondant suivante suivantes différent différents",
    ),
    (
        "an",
        "bon bonne bons bonnes vrai vraie nouveau nouvelle nouvelles nouveaux première premier premières premiers générale \
         général générales financière financières forte fortes internationale internationales international principale \
         principales commerciale commerciales grosse grosses gros vieille vieilles majeure majeures mineure noire noires \
         noir présente présentes dure dures actives régulière régulières routière routières éolienne manuelle seconde \
         précieuse petite petit petits petites grand grande grands grandes public publique publics publiques local locale \
         locales locaux social sociale sociaux sociales national nationale nationaux nationales libre libres seul seule \
         municipal municipale municipaux municipales rural rurale ruraux rurales urbain urbaine urbains urbaines jeune \
         écologique écologiques économique économiques citoyenne scolaire scolaires mobile mobiles gratuit gratuits \
         meilleur meilleure meilleurs meilleures propre propres prochain prochaine haute hautes \
         proche proches inutile inutiles actif actifs responsable responsables collectif collective collectifs \
         collectives culturel culturels culturelle culturelles blanc blanche blanches intelligent logiciel",
    ),
    ("arn", "fort haut bas juste court cher grave clair net large faux"),
    ("nav", "élu élus élue élues politique politiques pratique pratiques modèle complexe inverse employé employée"),
    ("nar", "droit nature résultat ferme long"),
    ("nv", "conseiller manager souvenir sourire scanner challenger passé force complexes données donnée mise mises"),
    ("a", "fier"),
    ("an", "gaucher gauchers paysager fourrager"),
    (
        "n",
        "avenir usager fiche fiches rocher boulanger boucher officier rucher oranger clocher bûcher plancher noyer \
         personne personnes point points fond fonds pistes piste mois fois",
    ),
];

/// Classes of a frequent ambiguous form, by falling likelihood; `None` leaves the general order.
pub(crate) fn readings(form: &str) -> Option<&'static str> {
    ORDERS.iter().find(|(_, forms)| forms.split_ascii_whitespace().any(|f| f == form)).map(|(order, _)| *order)
}

/// Verbs that yield to another one wherever they share a form: « faut » is « falloir », not « faillir ».
pub(crate) const LESSER_VERBS: &[&str] = &[
    "ailler",
    "convier",
    "débarrer",
    "dégueuler",
    "embarrer",
    "étayer",
    "faillir",
    "fiche",
    "fondre",
    "frire",
    "gangréner",
    "méprendre",
    "miser",
    "moudre",
    "ouvrer",
    "parer",
    "pâtisser",
    "poindre",
    "priser",
    "raller",
    "ramer",
    "recéler",
    "recouvrer",
    "remiser",
    "rentraire",
    "repriser",
    "saurer",
    "sommer",
    "suivre",
    "taire",
    "terrer",
    "traire",
    "voir",
    "crêper",
    "raire",
    "allier",
    "pouvoir",
    "paître",
    "rer",
    "dévoir",
    "suer",
    "assoir",
    "ravoir",
];

/// Nouns that are one word although the Lefff also sees the plural of another: « fois » is not the plural of « foi ».
pub(crate) const INVARIABLE: &[&str] =
    &["mois", "fois", "cours", "fonds", "vers", "fils", "frais", "pays", "temps", "mars", "dessous", "corps", "cas"];

/// Words younger than the lexicon: lemma and kind (nm and nf nouns, nmx with a plural in -x, nmi and nfi invariable,
/// a epicene adjective, aé in -é, af in -if, al in -al, v verb in -er, o closed class).
pub(crate) const SUPPLEMENT: &[(&str, &str)] = &[
    ("numérique", "nm"),
    ("cybersécurité", "nf"),
    ("cyberattaque", "nf"),
    ("cyberharcèlement", "nm"),
    ("cybermenace", "nf"),
    ("rançongiciel", "nm"),
    ("hameçonnage", "nm"),
    ("interopérable", "a"),
    ("illectronisme", "nm"),
    ("téléservice", "nm"),
    ("télémédecine", "nf"),
    ("téléconsultation", "nf"),
    ("visioconférence", "nf"),
    ("visio", "nf"),
    ("webinaire", "nm"),
    ("podcast", "nm"),
    ("blockchain", "nf"),
    ("métavers", "nm"),
    ("chatbot", "nm"),
    ("appli", "nf"),
    ("hackathon", "nm"),
    ("fablab", "nm"),
    ("coworking", "nm"),
    ("recyclerie", "nf"),
    ("ressourcerie", "nf"),
    ("écoconception", "nf"),
    ("vidéoprotection", "nf"),
    ("géolocalisation", "nf"),
    ("géomatique", "nf"),
    ("drone", "nm"),
    ("connectivité", "nf"),
    ("domotique", "nf"),
    ("ruralité", "nf"),
    ("infox", "nf"),
    ("itinérance", "nf"),
    ("agente", "nf"),
    ("covoiturage", "nm"),
    ("autopartage", "nm"),
    ("recyclable", "a"),
    ("relocalisation", "nf"),
    ("coconstruction", "nf"),
    ("cloud", "nm"),
    ("co-construction", "nf"),
    ("tiers-lieu", "nmx"),
    ("photovoltaïque", "a"),
    ("éco-responsable", "a"),
    ("écotaxe", "nf"),
    ("smartphone", "nm"),
    ("data", "nf"),
    ("dématérialisation", "nf"),
    ("mutualisation", "nf"),
    ("labellisation", "nf"),
    ("pérennisation", "nf"),
    ("relais", "nm"),
    ("mél", "nm"),
    ("anonymisation", "nf"),
    ("pseudonymisation", "nf"),
    ("algorithmique", "a"),
    ("inclusif", "af"),
    ("collaboratif", "af"),
    ("participatif", "af"),
    ("territorial", "al"),
    ("privé", "aé"),
    ("connecté", "aé"),
    ("dématérialisé", "aé"),
    ("partagé", "aé"),
    ("isolé", "aé"),
    ("adapté", "aé"),
    ("métadonnée", "nf"),
    ("portabilité", "nf"),
    ("startup", "nf"),
    ("start-up", "nfi"),
    ("streaming", "nm"),
    ("antivirus", "nmi"),
    ("intermédiation", "nf"),
    ("e-administration", "nf"),
    ("télédéclaration", "nf"),
    ("téléprocédure", "nf"),
    ("ordi", "nm"),
    ("présentiel", "nm"),
    ("hotline", "nf"),
    ("wi-fi", "nm"),
    ("cybercriminalité", "nf"),
    ("agglo", "nf"),
    ("sous-titrage", "nm"),
    ("plate-forme", "nf"),
    ("garde-fou", "nm"),
    ("compte-rendu", "nm"),
    ("télé-médecine", "nf"),
    ("co-voiturage", "nm"),
    ("visio-conférence", "nf"),
    ("périscolaire", "a"),
    ("extrascolaire", "a"),
    ("cryptographique", "a"),
    ("règlementation", "nf"),
    ("évènement", "nm"),
    ("déploiement", "nm"),
    ("data-center", "nm"),
    ("datacenter", "nm"),
    ("service-public", "nm"),
    ("au", "o"),
    ("aux", "o"),
    ("auquel", "o"),
    ("auxquels", "o"),
    ("auxquelles", "o"),
    ("duquel", "o"),
    ("desquels", "o"),
    ("desquelles", "o"),
    ("quant", "o"),
    ("hélas", "o"),
    ("etc", "o"),
    ("est-à-dire", "o"),
    ("delà", "o"),
    ("au-delà", "o"),
    ("auditer", "v"),
    ("dysfonctionner", "v"),
    ("règlementer", "v"),
    ("bugger", "v"),
    ("anonymiser", "v"),
    ("cofinancer", "v"),
    ("covoiturer", "v"),
    ("prioriser", "v"),
    ("dématérialiser", "v"),
    ("mutualiser", "v"),
    ("géolocaliser", "v"),
    ("relocaliser", "v"),
    ("labelliser", "v"),
    ("pérenniser", "v"),
    ("flécher", "v"),
    ("essaimer", "v"),
    ("outiller", "v"),
    ("décloisonner", "v"),
    ("reconditionner", "v"),
    ("interconnecter", "v"),
    ("contractualiser", "v"),
    ("co-financer", "v"),
    ("conscientiser", "v"),
];

/// The forms that a kind of the supplement gives: how many letters go, what comes instead, Lefff class and tag.
pub(crate) fn paradigm(kind: &str) -> &'static [(usize, &'static str, &'static str, &'static str)] {
    match kind {
        "nm" => &[(0, "", "nc", "ms"), (0, "s", "nc", "mp")],
        "nmx" => &[(0, "", "nc", "ms"), (0, "x", "nc", "mp")],
        "nf" => &[(0, "", "nc", "fs"), (0, "s", "nc", "fp")],
        "nmi" => &[(0, "", "nc", "m")],
        "nfi" => &[(0, "", "nc", "f")],
        "o" => &[(0, "", "prep", "")],
        "a" => &[(0, "", "adj", "s"), (0, "s", "adj", "p")],
        "aé" => &[(0, "", "adj", "ms"), (0, "s", "adj", "mp"), (0, "e", "adj", "fs"), (0, "es", "adj", "fp")],
        "af" => &[(0, "", "adj", "ms"), (0, "s", "adj", "mp"), (1, "ve", "adj", "fs"), (1, "ves", "adj", "fp")],
        "al" => &[(0, "", "adj", "ms"), (1, "ux", "adj", "mp"), (0, "e", "adj", "fs"), (0, "es", "adj", "fp")],
        _ => &[
            (0, "", "v", "W"),
            (2, "é", "v", "Kms"),
            (2, "és", "v", "Kmp"),
            (2, "ée", "v", "Kfs"),
            (2, "ées", "v", "Kfp"),
            (2, "e", "v", "PS13s"),
            (2, "es", "v", "PS2s"),
            (2, "ons", "v", "P1p"),
            (2, "ez", "v", "P2p"),
            (2, "ent", "v", "PS3p"),
            (2, "ant", "v", "G"),
            (2, "era", "v", "F3s"),
            (2, "eront", "v", "F3p"),
            (2, "erait", "v", "C3s"),
            (2, "eraient", "v", "C3p"),
            (2, "ait", "v", "I3s"),
            (2, "aient", "v", "I3p"),
        ],
    }
}

# Chrome of every page
skip-to-content = Aller au contenu
fictional-banner = Édition de démonstration, données fictives
search-label = Rechercher dans les contributions
search-hint = Un mot, un numéro
search-button = Rechercher
other-language = English
nav-main = Menu principal
nav-crumbs = Fil d’Ariane
nav-footer = Informations sur le site
nav-pages = Pages de la liste
nav-home = Accueil
footer-signature = arobase : de centaines de contributions à une motion, chaque idée retrouvée.
pager-previous = Page précédente
pager-next = Page suivante
pager-position = Page { $page } sur { $pages }

# Titles of pages
title-home = Accueil
title-funnel = L’entonnoir
title-questions = Questions structurantes
title-themes = Thèmes
title-propositions = Propositions
title-map = Carte mentale
title-uncovered = Sans proposition
title-weak-signals = Signaux faibles
title-contributions = Contributions
title-contribution = Ce qu’est devenue la contribution n° { $it }
title-search = Recherche
title-territories = Trouver une collectivité
title-participation = Participation
title-ledger = Registre
title-run = Passage du moteur
title-downloads = Téléchargements
title-contribute = Contribuer
title-receipt = Contribution reçue
title-draft = Brouillon gardé
title-revise = Modifier ma contribution
title-about = À propos et contact
title-help = Aide
title-sitemap = Plan du site
title-legal = Mentions légales
title-privacy = Données personnelles
title-accessibility = Accessibilité
title-footprint = Écoconception et empreinte
menu-funnel = Entonnoir
menu-questions = Questions
menu-accessibility = Accessibilité : non conforme

# Errors
error-not-found = Page introuvable
error-not-found-text = L’adresse ne correspond à aucune page de cette édition. Elle a peut-être changé après un nouveau passage du moteur : les thèmes et les propositions sont alors renumérotés, les contributions gardent toujours leur numéro.
error-refused = Envoi refusé
error-refused-text = Le formulaire n’est pas venu de ce site. Rien n’a été enregistré. Ouvrez de nouveau la page du formulaire et recommencez.
error-method = Action impossible à cette adresse
error-method-text = Cette page se lit, elle ne reçoit pas d’envoi.
error-too-large = Envoi trop volumineux
error-too-large-text = Le texte dépasse ce que le formulaire accepte : { $it } caractères. Rien n’a été enregistré. Vous pouvez l’envoyer en plusieurs contributions.
error-invalid = Envoi incompris
error-invalid-text = Le formulaire reçu est incomplet ou abîmé. Rien n’a été enregistré. Ouvrez de nouveau la page du formulaire et recommencez.
error-closed = Le recueil est clos
error-closed-text = Cette édition ne reçoit pas de contribution en ce moment. Rien n’a été enregistré.
error-server = Le site a rencontré une panne
error-server-text = La page n’a pas pu être préparée. Ce qui avait été enregistré l’est toujours. Réessayez dans un instant.
error-go-home = Revenir à l’accueil
error-go-search = Rechercher dans les contributions
error-go-sitemap = Consulter le plan du site

# Counts
contributions-count = { $count ->
    [one] { $n } contribution
   *[other] { $n } contributions
}
ideas-count = { $count ->
    [one] { $n } idée
   *[other] { $n } idées
}
themes-count = { $count ->
    [one] { $n } thème
   *[other] { $n } thèmes
}
questions-count = { $count ->
    [one] { $n } question
   *[other] { $n } questions
}
propositions-count = { $count ->
    [one] { $n } proposition
   *[other] { $n } propositions
}
territories-count = { $count ->
    [one] { $n } collectivité
   *[other] { $n } collectivités
}
authors-count = { $count ->
    [one] { $n } auteur
   *[other] { $n } auteurs
}

# Support
support-authors = auteurs distincts
support-authors-dedup = auteurs, une campagne comptant pour un
support-territories = collectivités
support-contributions = contributions
support-ideas = idées

# Home
home-title = Ce que disent les contributions, sans en perdre une
home-lead = Élues et élus, agents, partenaires écrivent librement. Chaque idée est lue, classée, comptée, puis reliée aux propositions qu’elle fait naître. Vous pouvez suivre le chemin dans les deux sens.
home-now = Où en est-on ?
home-asked = { $count ->
    [one] La question posée
   *[other] Les questions posées
}
home-do = Que puis-je faire ?
home-do-contribute = Contribuer
home-do-contribute-text = Trois champs, sans compte ni mot de passe. Votre texte paraît aussitôt, avec un numéro.
home-do-propositions = Lire les propositions
home-do-propositions-text = Rangées par question, chacune avec les mots d’où elle vient et le nombre de personnes qui l’appuient.
home-do-follow = Suivre une contribution
home-do-follow-text = Retrouvez la vôtre par son numéro ou par un mot : la page dit ce que chaque idée est devenue.
home-do-check = Vérifier les comptes
home-do-check-text = Le registre donne l’état et la raison de chaque contribution. La somme tombe juste, ou la page le dit.
home-funnel = Qu’est devenu ce qui a été dit ?
home-funnel-more = Voir l’entonnoir et son tableau
home-no-run = { $count ->
    [0] Aucune contribution n’a encore été reçue.
    [one] Une contribution a été reçue. L’analyse n’a pas encore eu lieu.
   *[other] { $n } contributions ont été reçues. L’analyse n’a pas encore eu lieu.
}
home-questions = { $count ->
    [one] Une question structurante
   *[other] Les { $n } questions structurantes
}
phase-preparation = Préparation
phase-collection = Recueil
phase-classification = Classement
phase-congress = Congrès
phase-presentation = Remise
phase-follow-up = Suivi
between-days = du { $from } au { $to }
on-day = le { $it }

# Funnel
funnel-lead = Toutes les contributions entrent, aucune idée ne disparaît : ce qui ne trouve pas de thème reste visible dans le registre, avec sa raison.
funnel-sentence = { $contributions } ont donné { $ideas }, réunies en { $themes }, puis en { $questions } et { $propositions }.
home-waiting = { $count ->
    [one] Une contribution reçue depuis l’analyse attend le prochain passage.
   *[other] { $n } contributions reçues depuis l’analyse attendent le prochain passage.
}
funnel-table = Les étapes de l’entonnoir
funnel-stage = Étape
funnel-count = Nombre
funnel-how = Comment on y arrive
funnel-stage-ideas = Idées
funnel-how-contributions = Reçues en ligne, sur papier, par téléphone, en atelier, en entretien ou en salle ; jamais modifiées.
funnel-how-ideas = Chaque texte est découpé en passages qui disent une seule chose.
funnel-how-themes = Les idées proches par le sens et par les mots sont réunies.
funnel-how-questions = Les thèmes voisins forment une question qui commence par « Comment ».
funnel-how-propositions = Les demandes sont mises à l’infinitif, regroupées, puis choisies selon leur appui, avec une place gardée aux minorités.
funnel-flows = De chaque question à ses propositions
funnel-question = Question
funnel-themes = Thèmes
funnel-ideas = Idées
funnel-authors = Auteurs
funnel-propositions = Propositions
funnel-nothing-lost = Rien n’est perdu en route.
funnel-ledger = Le registre le montre.
funnel-run = Le passage du moteur se rejoue à l’identique.
no-run = L’analyse n’a pas encore eu lieu : les contributions reçues attendent dans le registre, à l’état « à classer ».

# Questions
questions-lead = Les thèmes qui se répondent sont réunis sous quelques grandes questions. Ce sont elles que le congrès débat.
question-lead = { $count ->
    [one] Un thème est réuni sous cette question.
   *[other] { $n } thèmes sont réunis sous cette question.
}
question-wordings = Trois façons de la poser
question-wordings-text = Le moteur propose, les rédacteurs choisissent. La première formulation est celle qui est affichée.
question-chosen = retenue
question-propositions = { $count ->
    [one] La proposition
   *[other] Les { $n } propositions
}
question-themes = Les thèmes

# Themes
themes-lead = Un thème réunit des idées proches. Il porte les mots que les contributions emploient le plus pour en parler.
theme-keywords = Mots qui le distinguent :
theme-question = Question :
theme-coverage = { $it } de ses idées contiennent l’un des mots qui le distinguent.
theme-solid = Ce thème est solide : on le retrouve presque entier quand on refait l’analyse sur une partie des contributions.
theme-fragile = Ce thème est fragile : une partie de ses idées change de place quand on refait l’analyse sur une partie des contributions.
theme-uncertain = Ce thème est incertain : on le retrouve mal quand on refait l’analyse sur une partie des contributions. Il mérite une relecture.
theme-typical = Au cœur du thème
theme-typical-text = Les idées les plus proches de l’ensemble, chacune d’un auteur différent.
theme-marginal = En marge
theme-marginal-text = Des idées éloignées du centre, qui restent de ce thème.
theme-bridging = Entre deux thèmes
theme-bridging-text = Des idées qui touchent aussi à un thème voisin.
theme-all = { $count ->
    [one] Lire la contribution qui parle de ce thème
   *[other] Lire les { $n } contributions qui parlent de ce thème
}
theme-propositions = Propositions de ce thème
theme-no-proposition = Aucune proposition n’a été tirée de ce thème : ses idées constatent plus qu’elles ne demandent.

# Propositions
propositions-lead = { $count ->
    [one] Une demande tirée des contributions.
   *[other] { $n } demandes tirées des contributions, dans les mots de ceux qui les ont écrites, rangées par question.
}
propositions-weak = { $count ->
    [one] Lire le signal faible gardé en annexe
   *[other] Lire les { $n } signaux faibles gardés en annexe
}
weak-lead = Des demandes portées par peu de voix et que rien d’autre ne dit. Elles ne sont pas retenues d’office, elles ne sont pas perdues non plus.
weak-none = Aucun signal faible n’a été gardé.
rank-minority = idée minoritaire
rank-weak-signal = signal faible
proposition-theme = Thème :
proposition-actor = Demandé à :
proposition-level = Échelon nommé :
proposition-public = Pour :
proposition-named = { $it ->
    [europe] l’Europe
    [state] l’État
    [national] l’État
    [region] la région
    [department] le département
    [intercommunality] l’intercommunalité
    [commune] la commune
    [authorities] les collectivités
    [administration] l’administration
    [operators] les opérateurs
    [publishers] les éditeurs et plateformes
    [associations] les associations
    [school] l’école
    [companies] les entreprises
    [health] la santé
    [seniors] les personnes âgées
    [young_people] les jeunes
    [disabled_people] les personnes handicapées
    [families] les familles
    [poor_people] les personnes modestes
    [unconnected_people] les personnes éloignées du numérique
    [job_seekers] les demandeurs d’emploi
    [agents] les agents publics
    [elected_officials] les élus
    [small_companies] les petites entreprises
    [small_communes] les petites communes
   *[other] { $it }
}
proposition-against = Une controverse
proposition-against-text = D’autres contributions demandent le contraire. Les deux demandes sont gardées, le congrès tranchera.
proposition-source = Les mots d’où elle vient
proposition-source-text = Le passage surligné a donné la proposition. Le reste du texte est tel qu’il a été reçu.
proposition-rewriting = Comment elle a été réécrite
proposition-verbatim = Rien n’a été changé : ce sont les mots de la contribution.
proposition-rules = { $count ->
    [one] Une règle a été appliquée.
   *[other] { $n } règles ont été appliquées, dans cet ordre.
}
proposition-justification = La raison donnée par l’auteur, détachée de la proposition :
proposition-sources = { $count ->
    [one] L’autre idée qui la demande
   *[other] Les { $n } autres idées qui la demandent
}
rule-r1 = Les mots qui annoncent l’avis sont retirés : « je pense que », « à mon avis ».
rule-r2 = « Il faut que » et ses semblables sont retirés ; le verbe passe à l’infinitif, ou devient « faire en sorte que ».
rule-r3 = « Il faut », « nous proposons de » ou une tournure semblable est retiré ; reste l’infinitif.
rule-r4 = Le verbe « devoir » est retiré ; reste l’action demandée, ou « demander à » celui qui doit la faire.
rule-r5 = La tournure passive redevient active : « doivent être pérennisées » donne « pérenniser ».
rule-r6 = Le nom de l’action devient un verbe : « création de » donne « créer ».
rule-r7 = « Plus de » devient « renforcer », « moins de » devient « réduire », « stop à » devient « mettre fin à ».
rule-r8 = La question (« pourquoi ne pas », « et si ») devient une demande.
rule-r9 = L’ordre passe à l’infinitif : « arrêtez de » donne « cesser de ».
rule-r10 = La négation est gardée devant l’infinitif.
rule-r11 = La raison ou le but qui suit est détaché et cité à part.
rule-r12 = Un pronom renvoie à un mot absent de la phrase : elle est à compléter.
rule-r13 = Les derniers termes d’une énumération trop longue sont laissés de côté.
rule-r14 = Une parenthèse est laissée de côté.
rule-r15 = « Doit être gratuit » donne « rendre gratuit », « doit avoir » donne « doter de », « doit pouvoir » donne « permettre de ».
rule-r16 = « Il faut » suivi d’un nom donne « prévoir ».
rule-r17 = La circonstance qui ouvrait la phrase passe à la fin.
rule-other = Une retouche de forme a été faite.

# Contributions
contribution-number = Contribution n° { $it }
contribution-received = reçue le { $date }, { $channel }
contribution-text = Le texte, tel qu’il a été reçu
contribution-became = Chaque idée, et où elle est allée
contribution-fate-received = Elle est à classer : reçue après la dernière analyse, elle sera lue au prochain passage du moteur.
contribution-fate-classed = { $count ->
    [one] Une idée y a été reconnue.
   *[other] { $n } idées y ont été reconnues.
}
contribution-fate-other = { $state } : { $reason }.
idea-number = Idée { $it }
idea-in-theme = entre dans le thème
idea-in-proposition = {", "}et appuie la proposition
idea-state = { $state } : { $reason }.
idea-duplicate = Elle redit, presque mot pour mot, une idée déjà exprimée.
idea-campaign = Elle fait partie de la campagne n° { $it } : un même texte envoyé par plusieurs personnes.
channel-online = en ligne
channel-paper = sur papier
channel-phone = par téléphone
channel-workshop = en atelier
channel-interview = en entretien
channel-room = en salle
channel-import = par fichier
department-meta = département { $it }

# Explore
list-lead = Tout ce qui a été reçu, le plus récent d’abord. Les textes sont tels qu’ils ont été écrits.
list-theme = Thème
list-any-theme = Tous les thèmes
list-channel = Canal
list-any-channel = Tous les canaux
list-department = Département
list-departments = Départements présents : { $it }.
list-option = { $label } ({ $n })
list-apply = Filtrer
list-found = { $count ->
    [0] Aucune contribution
    [one] Une contribution
   *[other] { $n } contributions
}
search-field = Que cherchez-vous ?
search-help = Les accents, les majuscules et les pluriels sont sans importance ; un numéro mène à la contribution.
search-exact = Ouvrir la contribution n° { $it }
search-propositions = { $count ->
    [one] Une proposition
   *[other] { $n } propositions
}
search-themes = { $count ->
    [one] Un thème
   *[other] { $n } thèmes
}
search-nothing = Aucune contribution ne contient tous ces mots. Essayez-en un seul, ou un mot plus court.

# Ledger
ledger-lead = Chaque contribution est dans un état et un seul, avec une raison. La somme des états doit être égale au nombre de contributions reçues.
ledger-equation = { $received } = { $classed } + { $to_sort } + { $off_topic } + { $empty } + { $broken }
ledger-received = { $count ->
    [one] { $n } reçue
   *[other] { $n } reçues
}
ledger-classed = { $count ->
    [one] { $n } classée
   *[other] { $n } classées
}
ledger-to-sort = { $n } à classer
ledger-off-topic = { $n } hors sujet
ledger-empty = { $n } sans contenu
ledger-broken = { $count ->
    [one] { $n } illisible
   *[other] { $n } illisibles
}
ledger-table = Les états du registre
ledger-state = État
ledger-contributions = Contributions
ledger-ideas = Idées
ledger-meaning = Ce que cela veut dire
ledger-total = Total
ledger-sums-up = La somme est juste.
ledger-unbalanced = La somme n’est pas juste : c’est une anomalie, signalez-la.
ledger-reasons = Les raisons
ledger-reason = Raison
state-classed = Classée
state-to-sort = À classer
state-off-topic = Hors sujet
state-empty = Sans contenu
state-broken = Illisible
meaning-classed = Au moins une de ses idées est dans un thème.
meaning-to-sort = Reçue depuis la dernière analyse, ou trop loin de tous les thèmes pour être rangée sans erreur.
meaning-off-topic = Étrangère au sujet de la consultation.
meaning-empty = Rien à lire : « ras », « oui », ponctuation seule.
meaning-broken = La ligne du fichier n’a pas pu être lue.
reason-classed = rangée dans un thème
reason-joined = rangée dans un thème par ses voisines
reason-received = reçue depuis la dernière analyse
reason-to-check = reçue par message, à vérifier
reason-revised = modifiée par son auteur depuis la dernière analyse
reason-no-content = aucun mot porteur de sens
reason-alone = loin de toutes les autres, sans un mot en commun
reason-far = loin de tous les thèmes
reason-between = à mi-chemin de plusieurs thèmes
reason-broken = ligne illisible
reason-other = voir le détail technique « { $it } »

# Run
run-lead = Ce qui a produit cette analyse, avec tout ce qu’il faut pour la refaire à l’identique.
run-when = Enregistré le
run-duration = Durée
run-memory = Mémoire la plus haute
run-input = Empreinte des contributions (BLAKE3)
run-output = Empreinte du résultat (BLAKE3)
run-quality = Ce que vaut le résultat
run-coverage-ideas = Idées proches d’une proposition retenue
run-coverage-authors = Auteurs ayant au moins une idée proche d’une proposition retenue
run-stability = Stabilité moyenne des thèmes, de 0 à 1
run-redundancy = Ressemblance moyenne entre propositions, de 0 à 1
run-how = Comment il a été obtenu
run-stages = Étapes
run-stage = Étape
run-counts = Ce qu’elle a compté
run-seconds = Secondes
run-parameters = Réglages
run-versions = Versions et empreintes des pièces du moteur
run-name = Nom
run-value = Valeur

# Downloads
downloads-lead = Tout ce que montre le site, dans des formats ouverts que l’on peut vérifier et rejouer.
downloads-table = Les fichiers
downloads-file = Fichier
downloads-content = Contenu
downloads-size = Taille
downloads-contributions = Les contributions : numéro, titre, texte tel qu’il a été reçu ; aucun nom.
downloads-ideas = Les idées, avec leur place exacte dans chaque contribution
downloads-themes = Les thèmes, leurs mots et leurs appuis
downloads-questions = Les questions structurantes
downloads-propositions = Les propositions, leurs sources et les règles de réécriture
downloads-lineage = La filiation : de chaque contribution à ses idées, thèmes, questions et propositions
downloads-ledger = Le registre : l’état et la raison de chaque contribution
downloads-run = Le passage du moteur : réglages, versions, empreintes, durées
downloads-analysis = Toute l’analyse en un seul fichier, pour les programmes
formats-table = Pour d’autres outils
formats-xlsx = Classeur pour Excel : contributions, idées, thèmes, questions et propositions, chacun sur sa feuille
formats-ods = Le même classeur, pour LibreOffice
formats-svg = La même carte dessinée en arbre (SVG), pour l’imprimer ou l’agrandir
formats-svg-radial = La même carte dessinée en étoile (SVG)
formats-mm = Carte mentale, pour FreeMind, Freeplane ou XMind : questions, thèmes et propositions
formats-opml = La même carte en plan (OPML), pour un éditeur de plans ou de cartes
formats-iramuteq-contributions = Corpus pour IRaMuTeQ : un texte par contribution, avec son origine et ses thèmes
formats-iramuteq-ideas = Corpus pour IRaMuTeQ : un texte par idée, avec son thème et sa proposition
formats-qdpx = Projet pour NVivo, ATLAS.ti ou QualCoder (REFI-QDA) : les textes et leurs passages codés
formats-qdc = La grille de codage seule (REFI-QDA)
formats-note = Aucun auteur n’y est nommé ; sa commune n’y figure que s’il accepte de l’être. Dans IRaMuTeQ, choisissez l’encodage UTF-8.
downloads-method = L’annexe méthodologique : ce que la machine a proposé, ce que des personnes ont décidé
downloads-method-figures = Les chiffres de l’annexe, pour les programmes
downloads-gestures = Les gestes de classement, un par un : qui (une lettre), quel jour, quoi, avant, après
downloads-codes = Les réponses de chaque codeur des échantillons, sous une lettre, avec celles de la machine
downloads-archive = Tous ces fichiers et les autres tables, en une archive que « arobase audit » recompte
downloads-licence = Licence
downloads-licence-fictional = Ces données sont inventées pour la démonstration et versées au domaine public (CC0 1.0) : chacun en fait ce qu’il veut.
downloads-licence-open = Licence Ouverte 2.0 (etalab-2.0) : réutilisation libre, à condition de citer la source et la date de mise à jour.
downloads-updated = Dernière mise à jour : { $it }.
downloads-format = Les fichiers CSV sont en UTF-8, séparés par des virgules ; les positions comptent les caractères Unicode depuis 0.

# Contribute
contribute-lead = Dites ce qui vous importe, avec vos mots. Une ou plusieurs idées, deux lignes ou deux pages.
contribute-text = Votre contribution
contribute-text-hint = Obligatoire, { $it } caractères au plus.
contribute-author = Votre nom et votre fonction
contribute-author-hint = Facultatif. Par exemple : Anne Le Goff, adjointe au numérique.
contribute-territory = Votre collectivité
contribute-territory-hint = Facultatif. Par exemple : Nouans (72). Le nombre entre parenthèses est celui du département.
contribute-named = J’accepte que mon nom, ma fonction et ma collectivité paraissent à côté de mon texte. Sans cette case, seuls le texte et le département sont publiés.
contribute-consent = Votre texte est public dès l’envoi et le reste. N’y mettez rien qui désigne une autre personne. Aucune étiquette politique n’est demandée ni conservée.
contribute-privacy = Ce que nous faisons de vos données, et vos droits
contribute-send = Envoyer ma contribution
similar-button = Voir ce qui se dit déjà
similar-found = { $count ->
    [one] Une idée proche a déjà été reçue
   *[other] { $count } idées proches ont déjà été reçues
}
similar-none = Rien de semblable n’a encore été reçu
similar-busy = Beaucoup de monde écrit en ce moment : nous n’avons pas pu chercher. Votre texte est intact, envoyez-le sans attendre.
similar-use = Dites-le tout de même, avec vos mots : une idée portée par plusieurs pèse davantage. Vous pouvez aussi préciser ce qui manque ici.
similar-theme = thème
contribute-closed = Le recueil n’est pas ouvert en ce moment. Les contributions déjà reçues restent lisibles.
contribute-errors = { $count ->
    [one] Un champ est à corriger. Rien n’a encore été enregistré.
   *[other] { $n } champs sont à corriger. Rien n’a encore été enregistré.
}
contribute-error-title = { $count ->
    [one] Une erreur
   *[other] { $n } erreurs
}
contribute-invited = Cette édition se fait sur invitation.
contribute-invitation = Code d’invitation
contribute-invitation-hint = Il est sur l’affiche ou dans le message que vous avez reçu. Si vous avez un compte, connectez-vous : il n’en faut pas.
contribute-error-invitation = Ce code d’invitation n’est pas celui de l’édition. Recopiez-le de l’affiche ou du message ; majuscules, espaces et tirets ne comptent pas. Votre texte est toujours là.
contribute-error-missing = Votre contribution est vide : écrivez au moins un mot.
contribute-error-short = { $field } : au moins { $min } caractères sont nécessaires.
contribute-error-long = { $field } : { $given } caractères, le maximum est { $max }. Raccourcissez ou envoyez la suite à part.
contribute-error-homonyms = { $field } : plusieurs collectivités portent ce nom. Dites laquelle est la vôtre.
contribute-error-department = { $field } : aucun département ne porte ce numéro.

# The clock of where one lives
there-instant = { $here }, soit le { $there } ({ $place })
there-until = { $here }, soit jusqu’au { $there } ({ $place })

# Several signers
signers-title = Nous sommes plusieurs à signer
signers-title-others = Ils sont plusieurs à signer
signers-lead = Chacun compte dès l’envoi. Avec une adresse électronique, il reçoit un message qui lui dit qui le cite, lui montre le texte et lui demande s’il signe et si son nom peut paraître ; l’adresse n’est pas conservée avec la contribution. Sans adresse, il est compté et n’est jamais nommé.
signers-row = Signataire { $it }
signers-name = Nom
signers-function = Fonction
signers-territory = Collectivité
signers-email = Adresse électronique, facultative
signers-which = « { $it } » : laquelle est la sienne ?
signers-more = Ajouter des lignes
signers-error-name = Signataire { $it } : indiquez son nom, ou videz sa ligne.
signers-error-homonyms = { $field } : plusieurs collectivités portent ce nom. Dites laquelle est la sienne.
signers-error-email = { $field } : cette adresse n’en est pas une. Par exemple : prenom.nom@commune.fr.
signers-error-many = Une contribution est signée par { $it } personnes au plus en plus de vous. Retirez des lignes, ou envoyez la suite à part.
signers-error-letters = Trop de messages à des signataires sont partis d’ici depuis une heure. Rien de ce que vous avez écrit n’est perdu : réessayez plus tard, ou envoyez sans adresses électroniques.
signers-beside = Ceux qui signent avec vous
signers-unsign = Cochez ceux qui ne signent plus : leur nom sera effacé du site.
signers-someone = Quelqu’un que vous aviez cité
signers-line = { $who } : { $state }
signers-state-named = signe, et son nom paraît.
signers-state-unnamed = signe, et son nom ne paraît pas.
signers-state-refused = a répondu ne pas avoir signé. Son nom est effacé et n’est plus compté.
signers-state-waiting = n’a pas encore répondu au message. Compté, et pas nommé.
signers-state-unasked = n’a pas reçu de message. Compté, et jamais nommé.
title-signers-desk = Signataires à plusieurs
title-signers-desk-of = Signataires de la contribution n° { $it }
signers-desk-lead = { $count ->
    [0] Personne n’est cité comme signataire aux côtés d’un autre.
    [one] Une personne est citée comme signataire aux côtés d’une autre.
   *[other] { $n } personnes sont citées comme signataires aux côtés d’une autre.
}
signers-desk-care = Le site ne garde pas leur adresse électronique. Pour envoyer un nouveau lien à quelqu’un qui n’a pas répondu, demandez-lui son adresse ; le lien précédent ne s’ouvrira plus.
signers-desk-someone = Quelqu’un qui avait été cité
signers-desk-email = Adresse électronique de { $it }
signers-desk-send = Envoyer le lien
signers-desk-send-to = Envoyer le lien à { $it }
signers-desk-sent = Le lien est parti.
signers-desk-wrong = L’adresse électronique n’est pas complète : elle ressemble à prenom.nom@exemple.fr. Rien n’est parti.
signers-desk-not-sent = Rien n’est parti : cette personne a répondu entre-temps, ne veut plus de messages, ou en a déjà reçu cinq aujourd’hui.
signed-by = Signée par { $it }.
signed-many = { $count ->
    [one] une personne
   *[other] { $n } personnes
}
signed-others = { $count ->
    [one] et un autre signataire
   *[other] et { $n } autres signataires
}
title-cosign = Vous êtes cité comme signataire
cosign-by = Quelqu’un dit que vous avez signé cette contribution : { $it }.
cosign-by-someone = Quelqu’un dit que vous avez signé cette contribution.
cosign-as = Vous y êtes cité ainsi :
cosign-text = Contribution n° { $it }
cosign-answer = Votre réponse
cosign-waiting = Vous n’avez pas encore répondu : vous êtes compté parmi les signataires, et votre nom ne paraît pas.
cosign-named = Votre signature est confirmée, et votre nom paraît à côté du texte.
cosign-unnamed = Vous êtes compté parmi les signataires, et votre nom ne paraît pas.
cosign-name-me = Je signe, et mon nom peut paraître
cosign-without-name = Je signe, sans que mon nom paraisse
cosign-not-me = Je n’ai pas signé ce texte
cosign-not-me-text = Votre nom sera effacé du site, vous ne serez plus compté, et la personne qui vous a cité sera prévenue. Ce lien cessera de servir.
cosign-any-time = Gardez le message : par le même lien, vous pourrez changer d’avis à tout moment, même une fois le recueil clos.
cosign-refused = C’est fait : votre nom est effacé, et vous n’êtes plus compté parmi les signataires.
cosign-gone = Ce lien ne mène plus à aucune signature : elle a été retirée, ou l’adresse est incomplète.
contribute-error-invitation-often = Trop de codes d’invitation inexacts ont été essayés d’ici depuis une heure. Réessayez plus tard, ou connectez-vous : il n’en faut alors pas. Votre texte est toujours là.

territory-proposals = collectivités proposées
territory-which = « { $it } » : laquelle est la vôtre ?
territory-none = Aucune de celles-ci
territory-part = { $part }, dans { $whole }
territory-commune = commune
territory-epci = intercommunalité
territory-department = département
territory-region = région
territory-collectivity = collectivité d’outre-mer
territory-people = { $count ->
    [one] { $n } habitant
   *[other] { $n } habitants
}
territories-lead = Communes, intercommunalités, départements, régions et collectivités d’outre-mer.
territories-field = Quelle collectivité cherchez-vous ?
territories-help = Un nom ou son début, un nom suivi du département comme « Saint-Martin (32) », un code postal ou un code officiel.
territories-found = { $count ->
    [0] Aucune collectivité
    [one] Une collectivité
   *[other] { $n } collectivités
}
territories-first = { $count ->
    [one] La plus peuplée d’abord ; précisez pour voir les autres.
   *[other] Les { $n } premières ; précisez pour voir les autres.
}
territories-nothing = Aucune collectivité ne porte ce nom. Essayez le début seul, ou le code postal.
territories-code = code { $it }
territories-contributions = Contributions du département
territories-source = Découpage administratif de { $it } : Insee, DGCL, La Poste, réunis par Etalab (Licence Ouverte 2.0).
title-assist = Saisir pour quelqu’un
space-assist = Saisir une contribution reçue sur papier, par téléphone ou en réunion
title-gather = Saisir une rencontre
gather-lead = Un atelier, un entretien, une séance : dites où et quand, puis tout ce qui s’y est dit, une contribution après l’autre. Chacune recevra son numéro et comptera comme les autres.
gather-channel = Ces contributions ont été recueillies
gather-name = Nom de la rencontre
gather-name-hint = Facultatif. Par exemple : Café numérique de la médiathèque.
gather-place = Lieu
gather-which = « { $it } » : de quelle collectivité s’agit-il ?
gather-day = Date
gather-day-hint = Facultatif. Par exemple : 12/09/2026.
gather-present = Personnes présentes
gather-hosts = Animée par
gather-hosts-hint = Facultatif. Réservé à l’équipe : ces noms ne paraissent nulle part.
gather-said = Ce qui s’est dit
gather-said-hint = Obligatoire. Une contribution après l’autre, telles qu’elles ont été dites, sans nommer personne.
gather-cut = Où finit une contribution ?
gather-cut-paragraph = À chaque ligne vide
gather-cut-line = À chaque ligne
gather-read = Relire avant d’enregistrer
gather-found = { $count ->
    [one] Une contribution trouvée
   *[other] { $count } contributions trouvées
}
gather-check = Elles seront publiées ainsi. Si le découpage n’est pas bon, corrigez le texte ou le choix ci-dessus, puis relisez.
gather-keep = { $count ->
    [one] Enregistrer cette contribution
   *[other] Enregistrer ces { $count } contributions
}
gather-again = Relire de nouveau
gather-entered-one = C’est enregistré : contribution n° { $it }. La feuille suivante peut être saisie.
gather-entered = C’est enregistré : contributions n° { $first } à { $last }. La feuille suivante peut être saisie.
gather-error-homonyms = Lieu : plusieurs collectivités portent ce nom. Dites laquelle.
gather-error-day = Date : ce jour n’existe pas. Écrivez-le ainsi : 12/09/2026.
gather-error-present = Personnes présentes : écrivez un nombre, 14 par exemple, ou rien.
gather-error-nothing = Rien n’a été saisi : écrivez au moins une contribution.
gather-error-many = { $given } contributions sur une feuille, le maximum est { $max }. Saisissez-les en plusieurs fois.
gather-error-long = Contribution { $nth } : { $given } caractères, le maximum est { $max }.
gather-error-short = Contribution { $nth } : trop courte pour être comprise.
gathering-workshop = Recueillie pendant un atelier{ $name }
gathering-interview = Recueillie pendant un entretien{ $name }
gathering-room = Recueillie pendant une séance{ $name }
gathering-name =  : « { $it } »
gathering-present = { $count ->
    [one] une personne présente
   *[other] { $count } personnes présentes
}
assist-lead = Recopiez les mots tels qu’ils sont. Après chaque envoi, le formulaire suivant est prêt, et garde la même provenance.
assist-entered = La contribution n° { $it } est enregistrée.
assist-receipt = Son récépissé, à remettre à son auteur
assist-channel = Comment elle est arrivée
assist-text = Son texte
assist-author = Son nom et sa fonction
assist-territory = Sa collectivité
assist-named = La personne accepte que son nom, sa fonction et sa collectivité paraissent à côté de son texte. Sans cette case, seuls le texte et le département sont publiés.
assist-consent = Ne cochez la case que si la personne a donné son accord. Aucune étiquette politique n’est demandée ni conservée.
assist-send = Enregistrer et passer à la suivante
assist-sheet = Numéro de la feuille
assist-sheet-hint = En haut à droite du formulaire imprimé ; rien s’il n’en porte pas.
assist-sheet-number-error = Le numéro d’une feuille est écrit en chiffres : 0042, par exemple.
assist-sheet-unknown = Aucune feuille imprimée pour cette édition ne porte le numéro { $it }. Relisez-le, ou laissez ce champ vide.
assist-sheet-before = La feuille { $sheet } a déjà été saisie, sous le n° { $number }.
assist-checked = La feuille { $it } a été saisie deux fois ; les deux saisies sont réglées.
assist-differing = { $count ->
    [one] La première saisie de cette feuille diffère sur un point
   *[other] La première saisie de cette feuille diffère sur { $n } points
}
assist-differing-text = Relisez la feuille, corrigez ci-dessous s’il le faut, puis enregistrez : c’est cette saisie-ci qui sera retenue.
assist-first = Première saisie :
assist-second = La vôtre :
assist-consent-short = Accord pour paraître sous son nom
assist-named-yes = la personne accepte que son nom paraisse
assist-named-no = la personne ne l’a pas accepté
title-print = Imprimer
space-print = Imprimer des formulaires, des réponses par courrier, l’affiche
print-lead = Le papier compte autant que l’écran : formulaires, lettres et affiche, en PDF.
print-sheets = Formulaires papier
print-sheets-text = Chaque feuille porte un numéro, donné une fois pour toutes : elle ne pourra pas être saisie deux fois par mégarde.
print-how-many = Combien de feuilles
print-how-many-error = De 1 à { $it } feuilles.
print-place = Où les déposer
print-place-hint = Imprimé sur chaque feuille, pour qu’on sache où la rendre. Exemple : mairie de Nouans.
print-twice = Faire saisir chaque feuille par deux personnes, et comparer.
print-make = Numéroter et imprimer
print-made = Les feuilles { $it } sont prêtes.
print-open = Ouvrir le PDF
print-table = Feuilles imprimées, les dernières d’abord
print-column-numbers = Numéros, date d’impression
print-column-place = Lieu
print-column-keyed = Saisies
print-numbers = { $first } à { $last }
print-keyed = { $keyed } sur { $all }
print-waiting = { $count ->
    [0] (aucune n’attend une seconde saisie)
    [one] (une attend une seconde saisie)
   *[other] ({ $n } attendent une seconde saisie)
}
print-slips = Ce que les contributions sont devenues
print-slips-text = Une lettre par contribution arrivée autrement que par le site : son numéro, ses idées, le thème et la proposition où va chacune. À mettre sous enveloppe à fenêtre, ou à remettre en main propre. 500 lettres au plus à la fois.
print-from = De la contribution n° (toutes, si rien n’est écrit)
print-to = À la contribution n°
print-slips-make = Imprimer les lettres
print-poster = Affiche
print-poster-text = Pour l’entrée de la mairie, en A3 ; une imprimante A4 la réduit.
print-poster-open = Ouvrir l’affiche
print-file-sheets = feuilles
print-file-slips = reponses.pdf
print-file-poster = affiche.pdf

title-import = Importer un fichier
title-import-columns = Les colonnes du fichier
title-import-messages = Les messages du fichier
title-import-trial = Essai de l’import
title-import-done = Rapport d’import
space-bench = Classer les idées
space-code = { $count ->
    [one] Une idée à coder
   *[other] { $n } idées à coder
}
space-import = Importer un fichier de contributions
import-steps = Étapes de l’import
import-step-file = 1. Le fichier
import-step-columns = 2. Son contenu
import-step-trial = 3. L’essai
import-step-import = 4. L’import
import-error-title = À corriger
import-lead = Un export de Decidim, CONSUL, Polis, kouchou, Talk to the City, LimeSurvey ou Framaforms, un tableau, une boîte aux lettres : chaque ligne devient une contribution, une seule fois, même si vous redonnez le fichier plus tard.
import-file = Fichier à importer
import-file-hint = CSV, TSV, XLSX, ODS, JSON, JSON Lines, mbox ou eml ; { $it } et 100 000 lignes au plus. Rien n’entre avant la dernière étape.
import-send = Envoyer le fichier
import-kept = Le fichier n’est jamais public. Il est gardé sept jours au plus, le temps de finir, et effacé dès l’import ou l’abandon.
import-error-none = Choisissez un fichier, de { $it } au plus.
import-error-large = Ce fichier dépasse { $it }. Coupez-le en plusieurs fichiers : ce qui est déjà là n’entrera pas deux fois.
import-error-text = Cochez au moins une colonne pour le texte.
import-waiting = Fichiers de ces sept jours
import-state-brought = Colonnes à vérifier
import-state-tried = Essayé, à importer
import-state-imported = Importé
import-is-table = { $file } : un tableau d’origine inconnue, { $rows }.
import-is-mail = { $file } : une boîte aux lettres, { $rows }.
import-is-export = { $file } : export reconnu, { $what }, { $rows }.
import-rows = { $count ->
    [one] { $n } ligne
   *[other] { $n } lignes
}
import-messages = { $count ->
    [one] { $n } message
   *[other] { $n } messages
}
import-first = Les premières lignes
import-first-messages = Les premiers messages
import-parts = Ce que dit chaque colonne
import-decide = Ce qu’il faut en savoir
import-hidden = { $count ->
    [one] Une autre colonne n’est pas montrée.
   *[other] { $n } autres colonnes ne sont pas montrées.
}
import-line = Ligne
import-line-id = Ligne, identifiant
import-part-text = Texte
import-part-title = Titre
import-part-author = Auteur
import-part-territory = Collectivité
import-part-date = Date
import-part-id = Identifiant
import-part-language = Langue
import-part-channel = Canal de chaque ligne
import-text-hint = Une ou plusieurs colonnes. Telles qu’elles sont proposées, chaque export a sa règle : dans plusieurs langues, la première remplie compte. Celles que vous changez forment un seul texte, une ligne vide entre elles.
import-text-guessed = Aucun nom de colonne n’annonce le texte : celle qui a les plus longues cellules est proposée. Vérifiez-la.
import-text-more = Une autre colonne encore
import-no-column = aucune colonne
import-channel = Comment ces contributions sont arrivées
import-as-told = Comme le dit chaque ligne, sinon par un fichier
import-source = Nom de la source
import-source-hint = Une même source ne donne pas deux fois le même identifiant : c’est ainsi qu’un fichier redonné n’entre pas deux fois. Changez ce nom si ce fichier vient d’ailleurs que les précédents.
import-unsent = Prendre aussi les réponses commencées et jamais envoyées
import-named = Les auteurs ont accepté que leur nom paraisse à côté de leur texte. Sans leur accord, laissez cette case vide : leurs noms sont gardés et ne paraissent nulle part.
import-try = Essayer sans rien importer
import-try-text = L’essai dit ce que deviendrait chaque ligne. Rien n’entre encore.
import-give-up = Abandonner et effacer ce fichier
import-of = { $file }, source « { $source } »
import-busy = Le travail sur ce fichier se poursuit, même si vous quittez cette page.
import-busy-look = Voir où il en est
import-not-tried = Ce fichier n’a pas été essayé avec ces choix.
import-back = Revoir les choix
import-trial = C’est un essai : rien n’est encore entré. Le bouton plus bas importe tout d’un coup, ou rien si quelque chose échoue.
import-taken = { $count ->
    [0] Aucune contribution n’est entrée.
    [one] { $n } contribution est entrée.
   *[other] { $n } contributions sont entrées.
}
import-number = C’est le n° { $it }
import-numbers = Ce sont les n° { $first } à { $last }
import-twice = Redonner ce fichier ne doublerait rien.
import-when = Importé
import-count-rows = Lignes du fichier
import-count-messages = Messages du fichier
import-count-to-take = À importer
import-count-taken = Importées
import-count-changed = { $count ->
    [one] dont { $n } changée
   *[other] dont { $n } changées
}
import-count-already = Déjà là
import-count-empty = Vides
import-count-refused = Refusées
import-names = Noms des auteurs
import-names-shown = affichés, avec leur accord
import-names-hidden = gardés, jamais affichés
import-see = Voir les contributions
import-another = Importer un autre fichier
import-do = { $count ->
    [one] Importer { $n } contribution
   *[other] Importer { $n } contributions
}
import-nothing = Il n’y a rien à importer : tout est déjà là, vide ou refusé.
import-lines = { $count ->
    [one] { $n } ligne à regarder
   *[other] { $n } lignes à regarder
}
import-download = Télécharger ces lignes (CSV)
import-end = Ce qui arrive
import-why = Pourquoi, et que faire
import-end-taken = entrée, changée
import-end-to-take = entrerait, changée
import-end-empty = vide
import-end-refused = refusée
title-messages = Messages à vérifier
title-messages-aside = Messages écartés
messages-lead = { $count ->
    [0] Aucun message n’attend. Ceux d’une boîte aux lettres importée viennent ici : rien ne paraît et rien n’est compté avant que quelqu’un les garde.
    [one] { $n } message attend. Gardé, il devient une contribution ; écarté, il ne compte pas et ne reviendra pas.
   *[other] { $n } messages attendent. Gardés, ils deviennent des contributions ; écartés, ils ne comptent pas et ne reviendront pas.
}
messages-lead-aside = { $count ->
    [0] Aucun message n’a été écarté ces trente derniers jours.
    [one] { $n } message écarté. Il peut être repris pendant trente jours, puis ses mots sont effacés.
   *[other] { $n } messages écartés. Ils peuvent être repris pendant trente jours, puis leurs mots sont effacés.
}
messages-untitled = Sans objet
messages-keep = Garder
messages-keep-which = Garder : { $it }
messages-put-aside = Écarter
messages-put-aside-which = Écarter : { $it }
messages-beside = Signature et message cité, jamais publiés
messages-see-aside = Voir les messages écartés
messages-see-waiting = Voir les messages qui attendent
import-held = { $count ->
    [0] Aucun nouveau message.
    [one] { $n } message attend d’être vérifié.
   *[other] { $n } messages attendent d’être vérifiés.
}
import-count-held = À vérifier
import-hold = { $count ->
    [one] Mettre { $n } message à vérifier
   *[other] Mettre { $n } messages à vérifier
}
contribute-otherwise = Vous préférez le papier ou le téléphone ?
contribute-otherwise-text = Une contribution dictée, écrite à la main ou donnée en réunion compte autant qu’une autre. Elle reçoit aussi un numéro.
contribute-contact = Nous joindre
receipt-number = Votre contribution porte le numéro
receipt-received = Reçue le { $it }.
receipt-keep = Gardez l’adresse de cette page.
receipt-secret = Elle n’est qu’à vous : elle permet de modifier votre texte et de voir ce qu’il devient, sans compte ni mot de passe. Mettez-la dans vos favoris, ou envoyez-la-vous.
receipt-fate = Ce qu’elle devient
receipt-revised = Modifiée le { $it }.
receipt-revise = Modifier mon texte ou mon accord pour être nommé
receipt-see = Voir la page de ma contribution
receipt-ledger = Voir les contributions à classer
receipt-again = Écrire une autre contribution

# Participation
participation-lead = D’où viennent celles et ceux qui contribuent, et d’où l’on manque encore de voix.
participation-total = { $count ->
    [one] Une personne a contribué.
   *[other] { $n } personnes ont contribué.
}
participation-overseas = { $count ->
    [one] Une vient d’outre-mer.
   *[other] { $n } viennent d’outre-mer.
}
participation-few = Pour que personne ne soit reconnu, aucun nombre inférieur à { $it } n’est publié. D’autres nombres sont parfois retirés avec lui, afin qu’on ne puisse pas le retrouver par soustraction.
participation-nothing = Il y a encore trop peu de monde pour publier ces tableaux.
participation-regions = Par région
participation-region = Région ou collectivité
participation-people = Personnes
participation-inhabitants = Habitants
participation-map = Carte des départements de l’Hexagone, plus foncés là où plus de personnes ont contribué ; les nombres sont écrits au-dessous.
participation-nobody = personne
participation-people-between = { $from } à { $to } personnes
participation-people-over = { $it } personnes et plus
participation-outlines = Fond de carte : Victor Cazanave, svg-maps, CC BY 4.0, contours simplifiés. Pour l’outre-mer, lisez le tableau.
participation-departments = Par département
participation-one = { $name } ({ $code }) : { $people }
participation-sizes = Par taille de commune
participation-size = Collectivité
participation-under = Communes de moins de { $it } habitants
participation-between = Communes de { $from } à { $to } habitants
participation-over = Communes de { $it } habitants et plus
participation-epci = Intercommunalités
participation-wider = Départements, régions, collectivités d’outre-mer
participation-unknown = Non précisé
participation-withheld = non publié
participation-how = Une personne qui signe du même nom, de la même fonction et de la même collectivité compte une fois. Chaque contribution sans nom compte pour une personne.

# Sitemap
sitemap-read = Lire
sitemap-check = Vérifier
sitemap-take-part = Participer
sitemap-know = Connaître le site

# Footprint
footprint-table = Poids de chaque page, première visite, compressée
footprint-page = Page
footprint-transfer = Octets transférés
footprint-elements = Éléments
footprint-requests = Requêtes
footprint-score = EcoIndex
footprint-measured = Mesuré le { $it }, par le site lui-même, sur les pages telles qu’elles sont servies.
draft-keep = L’adresse de cette page n’est qu’à vous : gardez-la pour reprendre plus tard, ou sur un autre appareil. Rien n’est publié tant que vous n’avez pas envoyé. Un brouillon que personne ne touche est effacé au bout de soixante jours.
draft-keep-button = Garder le brouillon
revise-lead = Contribution n° { $it }. Vous pouvez changer votre texte tant que le recueil est ouvert.
revise-versions = Le nouveau texte remplace l’ancien sur le site et sera lu à la prochaine analyse. L’ancien est conservé : la contribution garde son numéro et son histoire.
revise-send = Remplacer mon texte
revise-cancel = Ne rien changer
contribution-fate-revised = Modifiée par son auteur depuis la dernière analyse : ses idées seront relues à la prochaine.
draft-kept = Brouillon gardé. Cette adresse permet de le reprendre.
offline-unsaved = Pas de réseau : votre texte n’est encore que dans cette page. Vous pouvez l’envoyer, il partira au retour du réseau.
offline-waiting = Pas de réseau. Votre contribution est gardée sur cet appareil et partira toute seule, une seule fois, dès que le réseau reviendra.
offline-sent = Votre contribution écrite hors ligne est partie. Voir son récépissé, qui n’est qu’à vous.
offline-refused = Une contribution écrite hors ligne attend une correction. La voici : relisez-la, puis envoyez-la.
title-dictionary = Dictionnaire des données
dictionary-lead = Ce que contient chaque colonne des fichiers à télécharger.
dictionary-package = La même chose pour les programmes, au format Table Schema :
dictionary-archived = Les autres tables de l’archive, avec leurs colonnes.
dictionary-is = { " : " }
dictionary-backing = Les idées qui portent chaque proposition.
dictionary-personal = Les données personnelles que la machine a reconnues, et leur place.
dictionary-profiles = Les termes que chaque thème emploie plus ou moins que les autres.
dictionary-ladder = Les degrés de finesse qui pouvaient être choisis.
dictionary-splits = Chaque thème coupé en deux et en trois.
dictionary-partitions = Le groupe de chaque idée à chaque degré de finesse.
dictionary-reinert = La classe de chaque idée selon la méthode de Reinert.
dictionary-map = La place de chaque idée sur la carte.
dictionary-nearest = Les thèmes les plus proches de chaque idée à classer.
dictionary-controversies = Les propositions qui s’opposent, deux à deux.
dictionary-addressees = À qui s’adresse chaque proposition, d’après ses mots.
dictionary-to-complete = Les demandes dont les mots ne suffisent pas à faire une proposition.
downloads-dictionary = Dictionnaire des données
feed-nobody = Sans nom

# Coming in
title-sign-in = Se connecter
title-link-sent = Regardez votre messagerie
title-enter = Entrer dans mon espace
title-space = Mon espace
error-signed-out = Session fermée
error-signed-out-text = Cette action demande une session ouverte, et la vôtre est fermée ou expirée. Rien n’a été enregistré. Connectez-vous de nouveau et recommencez.
error-role = Page réservée
error-role-text = Cette page demande un rôle que vous n’avez pas dans cette édition. Rien n’a été enregistré. Si ce rôle devrait être le vôtre, demandez-le à la personne qui administre l’édition.
sign-in-lead = Pas de mot de passe : indiquez votre adresse électronique, vous recevrez un lien pour entrer.
sign-in-email = Votre adresse électronique
sign-in-hint = Celle qui a reçu votre invitation.
sign-in-error = Cette adresse est incomplète. Elle ressemble à prenom.nom@exemple.fr.
sign-in-send = Recevoir un lien
sign-in-without = Sans se connecter
sign-in-without-text = Contribuer, lire et rechercher ne demandent aucun compte.
sign-in-contribute = Écrire une contribution
sign-in-cookie = Se connecter dépose un témoin (cookie) qui ne sert qu’à vous reconnaître ; un autre, effacé aussitôt, vous ramène à la page que vous vouliez.
link-sent-lead = Si cette adresse est celle d’un membre, un lien vient de partir. Il arrive d’ordinaire en moins d’une minute.
link-sent-open = Il s’ouvre une seule fois, dans les quinze minutes. Vous pouvez fermer cette page.
link-sent-nothing = Rien n’arrive ?
link-sent-spam = Regardez dans les courriers indésirables.
link-sent-address = Vérifiez l’adresse : une lettre de travers suffit. Au-delà de trois demandes en quinze minutes, il faut patienter.
link-sent-again = Demander un autre lien
link-sent-unknown = Cette adresse n’est peut-être pas celle que nous connaissons.
enter-lead = Votre lien est bon. Appuyez sur le bouton pour entrer.
enter-button = Me connecter
enter-keep = Votre session reste ouverte sur cet appareil jusqu’à trente jours après votre dernière visite. Sur un appareil partagé, pensez à vous déconnecter.
enter-gone = Ce lien ne s’ouvre plus : il a déjà servi, ou son délai est passé. C’est ce qui le rend sûr.
enter-again = Recevoir un nouveau lien
space-who = Qui je suis
space-name = Nom
space-email = Adresse électronique
space-function = Fonction
space-roles = Rôles dans cette édition
space-no-role = aucun
space-sessions = Mes sessions
space-sessions-text = Les appareils où votre session est ouverte. Fermez celles que vous ne reconnaissez pas.
space-here = Cet appareil
space-seen = Dernière visite le { $it }
space-opened = Ouverte le { $it }
space-device-unknown = Appareil inconnu
space-close = Fermer
space-close-which = Fermer la session : { $it }
space-sign-out = Me déconnecter
role-contributor = contributrice ou contributeur
role-mediator = médiatrice ou médiateur
role-moderator = modératrice ou modérateur
role-knowledge-engineer = ingénieure ou ingénieur des connaissances
role-facilitator = animatrice ou animateur
role-drafter = rédactrice ou rédacteur
role-spokesperson = porte-parole
role-juror = membre du jury
role-administrator = administratrice ou administrateur
title-second-factor = Second facteur
title-recovery-codes = Vos codes de secours
error-factor = Second facteur demandé
error-factor-text = Cette action demande le code de votre second facteur. Rien n’a été enregistré. Donnez ce code depuis votre espace, puis recommencez.
second-factor-due = Votre rôle demande désormais un second facteur.
second-factor-lead = En plus du lien reçu par courrier électronique, vous donnez un code que votre téléphone affiche et qui change toutes les trente secondes. Qui lirait votre messagerie n’entrerait pas à votre place.
second-factor-need = Il faut une application qui affiche de tels codes, par exemple FreeOTP, ou celle qui garde déjà vos mots de passe. Comptez deux minutes.
second-factor-begin = Commencer
second-factor-scan = Scannez ce dessin avec l’application, ou recopiez-y la clé qui suit.
second-factor-qr = Dessin à scanner avec l’application ; la clé qui suit dit la même chose.
second-factor-key = Clé à recopier
second-factor-open = L’application est sur cet appareil : l’ouvrir
second-factor-first = Le code qu’elle affiche maintenant
second-factor-hint = Six chiffres.
second-factor-confirm = Activer
second-factor-show-lead = Ouvrez l’application qui affiche vos codes et donnez celui de ce site.
second-factor-code = Code affiché par l’application
second-factor-show = Valider
second-factor-wrong = Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant, et vérifiez que l’heure du téléphone est juste.
second-factor-locked = Trop d’essais. Patientez un quart d’heure, puis recommencez.
second-factor-lost = Sans le téléphone
second-factor-recovery = Code de secours
second-factor-recovery-hint = L’un de ceux que vous avez notés, comme ABCDE-FGH23. Il sert une seule fois.
second-factor-recovery-wrong = Ce code de secours n’est pas le bon, ou il a déjà servi.
second-factor-recover = Entrer avec ce code
second-factor-done = Votre second facteur est actif depuis le { $it }.
second-factor-left = { $count ->
    [0] Il ne reste aucun code de secours : retirez ce second facteur, puis activez-le de nouveau pour en recevoir dix.
    [one] Il reste { $n } code de secours.
   *[other] Il reste { $n } codes de secours.
}
second-factor-remove = Retirer mon second facteur
recovery-codes-lead = Votre second facteur est actif. Notez ces dix codes sur une feuille : si le téléphone se perd, chacun le remplace une fois.
recovery-codes-once = Ils ne seront plus affichés.
recovery-codes-kept = Je les ai notés
space-factor-asked = Votre rôle ouvre ce que d’autres vous confient. Un second facteur le protège, même si quelqu’un lit votre messagerie.
space-factor-begin = L’activer, en deux minutes
space-factor-add = Ajouter un second facteur
space-factor-held = Mon second facteur
federation-or = Autrement
federation-button = Se connecter avec { $it }
title-federation = Connexion avec { $it }
federation-link = Recevoir un lien par courrier électronique
federation-confirm = { $it } vous reconnaît, et votre adresse est celle d’un membre. Pour relier les deux, un lien vient de partir à cette adresse : ouvrez-le dans ce navigateur, dans les quinze minutes. Ce ne sera demandé qu’une fois.
federation-unknown = { $it } vous reconnaît, mais votre adresse n’est celle d’aucun membre. Si votre invitation est arrivée à une autre adresse, demandez un lien pour celle-là.
federation-too-many = Trop de liens ont été demandés pour votre adresse. Patientez un quart d’heure, puis recommencez.
federation-gone = Cette demande a déjà servi, ou son délai de quinze minutes est passé. Recommencez depuis la page de connexion.
federation-declined = { $it } n’a pas confirmé qui vous êtes : la demande a été abandonnée ou refusée. Rien n’a été enregistré.
federation-unreachable = { $it } ne répond pas pour le moment. Un lien par courrier électronique ouvre le même espace.
federation-doubtful = La réponse de { $it } n’a pas pu être vérifiée. Par sécurité, aucune session n’a été ouverte. Recommencez, ou demandez un lien.
federation-weak = Ce site demande que { $it } vous reconnaisse plus sûrement, par exemple avec un second facteur. Recommencez avec celui-ci, ou demandez un lien.
title-signed-out = Session fermée
signed-out-lead = Votre session est fermée sur ce site. Il reste à la fermer auprès de { $it }, ce qui se fait tout seul.
signed-out-there = Fermer aussi ma session { $it }
error-passkey = Clé d’accès non ajoutée
error-passkey-text = L’appareil n’a pas donné de clé d’accès utilisable, ou elle est déjà connue. Rien n’a été enregistré. Revenez à votre espace et recommencez.
passkey-or = Avec une clé d’accès
passkey-show = Se connecter avec une clé d’accès
passkey-failed = L’appareil n’a pas donné de clé d’accès. Recommencez, ou demandez un lien.
passkey-refused = Cette clé d’accès n’a pas été reconnue : elle a peut-être été retirée, ou la page était ouverte depuis trop longtemps. Recommencez, ou demandez un lien.
ties-mine = Comptes reliés
ties-since = Relié à cet espace depuis le { $it }
ties-untie = Délier
ties-untie-which = Délier : { $it }
passkeys-mine = Mes clés d’accès
passkeys-text = Une clé d’accès connecte sans courrier électronique, par l’empreinte, le visage ou le code de votre appareil, qui ne quittent pas cet appareil. Elle vaut second facteur.
passkey-name = Nom de la clé (facultatif)
passkey-hint = Pour la reconnaître plus tard : « téléphone », « ordinateur de la mairie ».
passkey-make = Ajouter une clé d’accès
passkey-not-made = Aucune clé n’a été ajoutée : l’appareil a renoncé, ou il en a déjà une pour ce site.
passkey-made = Ajoutée le { $it }
passkey-used = A servi le { $it }
passkey-unused = N’a pas encore servi
passkey-remove = Retirer
passkey-remove-which = Retirer la clé d’accès : { $it }
space-by-link = par un lien
space-by-code = par un code
space-by-passkey = par une clé d’accès
space-by-federation = par { $it }
title-members = Membres de l’édition
space-members = Membres de l’édition : inviter, donner des rôles
members-lead = { $count ->
    [one] { $n } personne a un rôle dans cette édition.
   *[other] { $n } personnes ont un rôle dans cette édition.
}
members-table = Qui peut faire quoi
members-who = Nom, adresse électronique
members-unnamed = Sans nom
members-email = Adresse électronique
members-roles = Rôles
members-invite = Inviter quelqu’un
members-invite-text = Un message part avec un lien personnel, qui s’ouvre une fois dans les sept jours. Qui est déjà membre reçoit le rôle en plus des siens.
members-invite-name = Prénom et nom (facultatif)
members-invite-role = Rôle
members-invite-send = Envoyer l’invitation
members-role-error = Choisissez un rôle de la liste.
members-mail = Courrier
members-waiting = { $count ->
    [0] Aucune lettre n’attend.
    [one] { $n } lettre attend son départ.
   *[other] { $n } lettres attendent leur départ.
}
members-given-up = { $count ->
    [0] Aucune n’a été abandonnée.
    [one] { $n } lettre n’est jamais partie : l’adresse est peut-être fausse, ou le serveur de courrier mal réglé.
   *[other] { $n } lettres ne sont jamais parties : les adresses sont peut-être fausses, ou le serveur de courrier mal réglé.
}
member-roles = Ce que cette personne peut faire
member-save = Enregistrer les rôles
member-last = Rien n’a changé : c’est la dernière personne à administrer l’édition. Donnez d’abord ce rôle à une autre.
member-none = Sans aucun rôle, la personne ne figure plus parmi les membres de l’édition.
title-following = Mes contributions
space-following = Mes contributions : ce que deviennent mes idées
receipt-follow = Suivre cette contribution dans mon espace
receipt-follow-text = Le site retiendra qu’elle est de vous, pour vous seul : cela n’apparaît sur aucune page. Vous pourrez cesser de la suivre à tout moment.
receipt-follow-sign-in = Se connecter pour la suivre dans mon espace
following-lead = { $count ->
    [0] Vous ne suivez encore aucune contribution.
    [one] Vous suivez { $n } contribution. Vous seul le voyez.
   *[other] Vous suivez { $n } contributions. Vous seul le voyez.
}
following-how = Pour en suivre une, ouvrez son récépissé une fois connecté, et appuyez sur « Suivre cette contribution dans mon espace ».
following-number = Contribution n° { $it }
following-theme = Thème :
following-nowhere = À classer.
following-proposition = Proposition :
following-more = { $count ->
    [one] Et { $n } autre idée, sur la page de la contribution.
   *[other] Et { $n } autres idées, sur la page de la contribution.
}
following-leave = Ne plus suivre
following-leave-which = Ne plus suivre la contribution n° { $it }
following-news = Être prévenu
following-stopped = Vous avez arrêté les messages. Choisir un rythme les fait revenir, rappels compris.
following-rhythm = Quand une de mes idées change de thème ou de proposition
following-never = Ne pas m’écrire
following-weekly = M’écrire une fois par semaine au plus
following-daily = M’écrire aussitôt, une fois par jour au plus
following-save = Enregistrer mon choix
member-letter = Lui écrire par la poste
member-no-address = Son adresse postale n’est pas connue.
member-print = Faire sa lettre, avec un nouveau code (PDF)
member-code = Le code de sa lettre ouvre le site depuis le { $it }.
member-end-code = Mettre fin à ce code
title-reminders = Rappels
invitations-print = Faire les lettres (PDF)
invitations-print-text = Une page par personne, avec son code personnel. Les codes ne sont gardés nulle part : imprimez le fichier avant de fermer la page.
invitations-unused = { $count ->
    [one] { $n } lettre déjà faite n’a pas encore servi à entrer.
   *[other] { $n } lettres déjà faites n’ont pas encore servi à entrer.
}
invitations-again = Les refaire, avec de nouveaux codes
invitations-remind = Prévoir les rappels à ceux qui n’ont pas répondu
reminders-unanswered = { $count ->
    [0] Personne n’est à relancer aujourd’hui.
    [one] { $n } personne invitée et joignable par courriel n’a pas encore répondu.
   *[other] { $n } personnes invitées et joignables par courriel n’ont pas encore répondu.
}
reminders-text = Un rappel part une seule fois, à ceux qui n’ont pas encore répondu ce jour-là. Qui contribue sans se connecter n’est pas reconnu : le message le dit. Qui ne veut plus de messages n’en reçoit pas.
reminders-before = { $count ->
    [one] { $n } jour avant la clôture du recueil
   *[other] { $n } jours avant la clôture du recueil
}
reminders-on = Le { $it }
reminders-sent = Parti le { $it }.
reminders-letters = { $count ->
    [0] Il n’y avait personne à relancer, ou un rappel plus récent l’a remplacé.
    [one] { $n } lettre.
   *[other] { $n } lettres.
}
reminders-planned = Partira le { $it }.
reminders-never = Ne partira pas : le recueil ne sera pas ouvert ce jour-là.
reminders-drop = Annuler
reminders-drop-which = Annuler le rappel : { $it }
reminders-plan = Prévoir un rappel
reminders-usual = Prévoir les deux rappels d’usage : 14 et 3 jours avant la clôture
reminders-day = Un jour de votre choix
reminders-day-hint = Il part à neuf heures, à l’heure de l’édition.
reminders-day-error = Choisissez un jour à venir où le recueil est encore ouvert.
reminders-add = Prévoir ce jour
title-roster = Ajouter des membres depuis un fichier
title-roster-read = Relire avant d’ajouter
title-roster-done = Membres ajoutés
title-namesakes = Doublons possibles
title-invitations = Invitations
title-code = Entrer avec le code d’une lettre
title-stop = Arrêter les messages
members-roster = Ajouter des membres depuis un fichier
members-invitations = Inviter ceux qui ne le sont pas encore, par courriel ou par lettre
members-namesakes = Fusionner les doublons
sign-in-code = J’ai reçu une lettre avec un code
roster-lead = Un tableau avec une personne par ligne : le Répertoire national des élus tel que le ministère de l’Intérieur le publie, ou votre propre liste.
roster-file = Le fichier
roster-file-hint = CSV, Excel ou LibreOffice, { $it } au plus. Rien n’est ajouté avant que vous l’ayez relu.
roster-read = Lire le fichier
roster-no-file = Choisissez un fichier, puis appuyez de nouveau sur le bouton.
roster-too-many = { $count ->
    [one] Ce fichier nomme plus de { $n } personne. Découpez-le.
   *[other] Ce fichier nomme plus de { $n } personnes. Découpez-le.
}
roster-nobody = Les colonnes sont reconnues, mais aucune ligne ne nomme quelqu’un.
roster-columns = Les colonnes reconnues
roster-columns-text = Nom, prénom, courriel, fonction, collectivité, code INSEE, adresse postale, code postal, ville, et les titres du Répertoire national. Il en faut au moins une qui nomme les gens : nom ou courriel.
roster-refused-text = Les dates de naissance, le sexe, la profession, la nationalité, la nuance et l’étiquette politiques ne sont pas lus : ces colonnes sont laissées de côté, et le fichier n’est pas conservé.
roster-place-text = L’adresse postale ne sert qu’aux lettres. Elle n’apparaît sur aucune page publique ni dans aucun fichier à télécharger.
roster-found = { $count ->
    [one] { $n } personne est nommée dans ce fichier. Rien n’est encore ajouté.
   *[other] { $n } personnes sont nommées dans ce fichier. Rien n’est encore ajouté.
}
roster-done = Le fichier « { $it } » est importé.
roster-added = Nouveaux membres
roster-completed = Membres déjà connus, dont la fiche est complétée
roster-same = Membres déjà connus, sans rien de nouveau
roster-unreached = Personnes sans courriel ni adresse postale
roster-elsewhere = Personnes dont la collectivité n’est pas dans la table officielle
roster-shared = Même courriel qu’un membre qui porte un tout autre nom : ces personnes sont ajoutées sans courriel (lignes { $it }).
roster-what = Ce qui est lu du fichier
roster-refused = Colonnes qui n’ont pas été lues :
roster-refused-why = Elles disent de quelqu’un ce qui ne sert pas à l’inviter. Aucune de leurs cases n’a quitté le fichier, qui n’est pas conservé.
roster-used = Colonnes lues : { $it }.
roster-unused = Colonnes sans emploi ici : { $it }.
roster-remarks = Lignes à revoir
roster-remark-nobody = Ligne { $it } : ni nom ni courriel. Elle est laissée de côté.
roster-remark-unreadable = Ligne { $it } : illisible (guillemet non fermé, cases en trop…). Elle est laissée de côté ; corrigez-la et importez de nouveau.
roster-remark-email = Ligne { $it } : le courriel est mal écrit. La personne est ajoutée sans lui.
roster-more-remarks = { $count ->
    [one] Et { $n } autre ligne.
   *[other] Et { $n } autres lignes.
}
roster-first = Les premières personnes
roster-who-column = Nom, fonction
roster-where-column = Collectivité, et où lui écrire
roster-by-post = par lettre
roster-unreachable = ni courriel ni adresse
roster-doubts = Quelle collectivité ?
roster-doubts-text = Plusieurs portent ce nom. Sans réponse, la personne est ajoutée avec le nom seul.
roster-who = { $name }, { $place }
roster-undecided = Je ne sais pas
roster-more-doubts = { $count ->
    [one] Après celles-ci, il en restera { $n }.
   *[other] Après celles-ci, il en restera { $n }.
}
roster-choose = Garder ces réponses et relire
roster-import = { $count ->
    [one] Ajouter cette personne
   *[other] Ajouter ces { $n } personnes
}
roster-import-text = Elles deviennent contributrices ou contributeurs de l’édition. Personne ne reçoit rien : les invitations partent ensuite, quand vous le dites. Importé une seconde fois, le même fichier n’ajoute personne.
namesakes-lead = { $count ->
    [0] Aucun doublon : personne n’a le même nom dans la même collectivité.
    [one] { $n } paire de membres a le même nom dans la même collectivité.
   *[other] { $n } paires de membres ont le même nom dans la même collectivité.
}
namesakes-text = Fusionnés, deux membres n’en font plus qu’un : le premier garde ce qu’on sait de lui et reçoit le reste de l’autre, ses rôles compris.
namesakes-no-email = sans courriel
namesakes-merge = Fusionner
namesakes-merge-which = Fusionner : { $it }
namesakes-apart = Ce sont deux personnes
namesakes-apart-which = Ce sont deux personnes : { $it }
invitations-by-email = Invités par courriel
invitations-by-letter = Invités par lettre
invitations-answered = Ont contribué après s’être connectés
invitations-stopped = Ne veulent plus de messages
invitations-email = Par courriel
invitations-have-email = { $count ->
    [0] Tous les membres qui ont un courriel sont invités.
    [one] { $n } membre qui a un courriel n’est pas encore invité.
   *[other] { $n } membres qui ont un courriel ne sont pas encore invités.
}
invitations-whom = Qui inviter
invitations-all = Tous ceux qui ne le sont pas encore
invitations-send = Envoyer les invitations
invitations-send-text = Chacun reçoit un lien personnel, qui s’ouvre une fois dans les sept jours, et de quoi arrêter ces messages d’un geste.
invitations-letters = Par lettre
invitations-have-address = { $count ->
    [0] Aucun membre sans courriel n’attend une lettre.
    [one] { $n } membre sans courriel a une adresse postale et n’est pas encore invité.
   *[other] { $n } membres sans courriel ont une adresse postale et ne sont pas encore invités.
}
invitations-nothing = Sans adresse
invitations-unreachable = { $count ->
    [one] { $n } membre ne peut être invité : ni courriel ni adresse postale, ou il ne veut plus de messages.
   *[other] { $n } membres ne peuvent être invités : ni courriel ni adresse postale, ou ils ne veulent plus de messages.
}
code-lead = Recopiez le code imprimé sur votre lettre, puis appuyez sur le bouton.
code-label = Code de la lettre
code-hint = Dix signes, en deux groupes de cinq. Majuscules, espaces et tirets sont indifférents.
code-mistyped = Ce code est mal recopié : un signe manque, dépasse ou en remplace un autre. Relisez la lettre signe par signe.
code-unknown = Ce code n’ouvre rien : une lettre plus récente l’a peut-être remplacé. Vérifiez que c’est bien la dernière reçue.
code-too-many = Trop d’essais depuis une heure, d’ici ou d’ailleurs. Réessayez dans une heure ; votre lettre reste valable.
code-closed = Les codes des lettres s’ouvraient jusqu’à la clôture du recueil, le { $it }.
code-by-email = Entrer avec un courriel
code-lost = Lettre perdue ? Il suffit de demander une nouvelle lettre ; la première cesse alors de s’ouvrir.
stop-lead = Vous ne recevrez plus ni invitation, ni rappel, ni nouvelles de vos idées.
stop-button = Ne plus recevoir ces messages
stop-links = Les liens de connexion que vous demandez vous-même continueront d’arriver.
stop-stopped = C’est fait : vous ne recevrez plus ces messages. Seuls arriveront les liens de connexion que vous demandez vous-même.
stop-resume-text = Un geste de trop ?
stop-resume = Les recevoir de nouveau
stop-resumed = C’est noté : ces messages peuvent de nouveau vous arriver.
stop-gone = Ce lien est incomplet : copiez-le en entier depuis le message, ou écrivez-nous.

# Editions set up and led
title-settings = Réglages de l’édition
title-schedule = Calendrier
title-publish = Publier l’édition
title-new-edition = Nouvelle édition
title-soon = Bientôt
unpublished-banner = Cette édition n’est pas encore publiée : seules les personnes qui y ont un rôle la voient.
soon-lead = Une consultation se prépare ici. Revenez dans quelques jours.
soon-members = Vous participez à sa préparation ?
space-prepare = Préparer l’édition
space-settings = Réglages de l’édition : nom, questions, dates, limites
space-schedule = Calendrier : ce qui vient, et dans combien de jours
new-edition-lead = Un nom, une devise, le jour du congrès : les phases s’en déduisent, et tout peut être changé ensuite. Rien n’est public avant que vous publiiez.
new-edition-name-hint = Par exemple : Congrès des élus au numérique 2027.
new-edition-motto-hint = Facultative. Une ligne sous le nom.
new-edition-congress-hint = Le premier jour.
new-edition-create = Proposer un calendrier
settings-lead = Tout s’enregistre d’un coup. Ce qui est enregistré se voit aussitôt sur le site, et le journal note ce qui a changé.
settings-saved = Les réglages sont enregistrés.
settings-see = Voir le site
settings-to-schedule = Voir le calendrier
settings-name = Nom de l’édition
settings-slug = Nom dans les adresses
settings-motto = Devise
settings-questions = Questions posées
settings-questions-hint = Dans l’ordre de la page. Videz une ligne pour retirer une question ; enregistrez pour avoir d’autres lignes vides. Sans traduction, la page anglaise montre le français.
settings-question-fr = Question { $it }, en français
settings-question-en = Question { $it }, en anglais
settings-zone = Fuseau horaire
settings-zone-hint = Les jours et les heures de cette page sont ceux de ce territoire.
settings-congress = Jour du congrès
settings-day = Jour
settings-hour = Heure
settings-phases = Phases
settings-phases-hint = Elles s’ouvrent et se ferment d’elles-mêmes. Sans heure, une phase commence à minuit le premier jour et comprend tout le dernier. Laissez les deux jours vides pour vous passer d’une phase.
settings-from = Premier jour
settings-to = Dernier jour
settings-limits = Longueurs
settings-title-max = Longueur d’un titre, en caractères
settings-text-max = Longueur d’une contribution, en caractères
settings-save = Enregistrer
settings-preview = Voir avant d’enregistrer
settings-nothing = rien
settings-part = Réglage
settings-mine = Votre version, non enregistrée
settings-theirs = Version enregistrée entre-temps
settings-conflict = Quelqu’un d’autre a enregistré entre-temps
settings-conflict-text = Rien n’a été écrasé. Voici ce qui diffère. Enregistrer encore met votre version à la place de l’autre.
settings-conflict-drop = Abandonner ma version et reprendre celle qui est enregistrée
settings-error-name = Donnez un nom à l’édition.
settings-error-long = Cette ligne dépasse { $it } caractères.
settings-error-zone = Choisissez un fuseau horaire de la liste.
settings-error-congress = Donnez le jour du congrès.
settings-error-question = Une question anglaise n’a pas de texte français : écrivez-le, ou videz les deux lignes.
settings-who = Qui peut contribuer
settings-invitation = Code d’invitation
settings-invitation-hint = Laissez vide pour que tout le monde puisse contribuer. Avec un code, seules contribuent les personnes connectées et celles qui le donnent ; il est imprimé sur l’affiche.
settings-error-invitation = Choisissez un code de { $least } à { $most } lettres ou chiffres.
settings-error-limit = Choisissez un nombre entre { $least } et { $most }.
settings-error-day = { $it } : un jour manque. Donnez le premier et le dernier, ou aucun des deux.
settings-error-date = { $name } : « { $given } » n’est pas une date. Écrivez par exemple 07/10/2027.
settings-error-backwards = { $name } : la fin ({ $to }) vient avant le début ({ $from }).
settings-error-overlap = { $name } : commence ({ $from }) avant la fin de la phase précédente, { $before } ({ $to }).
settings-error-outside = Le congrès s’ouvre en dehors de la phase Congrès. Accordez les deux.
preview-title = Aperçu.
preview-text = Rien n’est enregistré, et le formulaire ne peut pas être envoyé d’ici.
preview-back = Revenir aux réglages
preview-home = Voir l’accueil
preview-form = Voir le formulaire
schedule-in = { $count ->
    [0] aujourd’hui
    [one] dans { $n } jour
   *[other] dans { $n } jours
}
schedule-meanwhile = Quelqu’un a changé l’édition entre-temps : rien n’a été écrasé. Relisez la proposition avant de l’accepter.
schedule-to-settings = Réglages de l’édition
schedule-short = Ce qui est trop court
schedule-enough = Chaque phase a le temps qu’il lui faut.
schedule-days = Compte à rebours
schedule-when = Jour J, date
schedule-what = Ce qui se passe
schedule-today = Aujourd’hui
schedule-zone = Jours du fuseau : { $it }. Les phases s’ouvrent et se ferment d’elles-mêmes.
schedule-opens = Ouverture : { $it }
schedule-closes = Dernier jour : { $it }
schedule-invite = À faire : envoyer invitations, lettres et formulaires papier
schedule-remind = À faire : relancer qui n’a pas répondu
schedule-last-reminder = À faire : dernière relance
schedule-congress = Congrès
schedule-move = Changer le jour du congrès
schedule-move-text = Le site propose des phases qui s’en déduisent ; vous les acceptez ou non.
schedule-propose = Proposer un calendrier
schedule-error = Donnez un jour à venir, par exemple 07/10/2027.
schedule-proposal = Pour un congrès le { $it }
schedule-phase = Phase
schedule-then = Proposition, dates actuelles
schedule-now = Actuellement : { $it }
schedule-accept = Accepter ce calendrier
schedule-keep = Garder l’actuel
short-none = { $count ->
   *[other] Aucun recueil n’est prévu : personne ne pourra contribuer.
}
short-collection = { $count ->
    [one] Le recueil dure { $n } jour ; six semaines laissent à chaque conseil municipal le temps de se réunir.
   *[other] Le recueil dure { $n } jours ; six semaines laissent à chaque conseil municipal le temps de se réunir.
}
short-invitation = { $count ->
    [0] Le recueil s’ouvre trop tôt pour des lettres : il faut quatorze jours pour les imprimer, les poster et laisser passer deux marchés.
    [one] Il reste { $n } jour avant l’ouverture du recueil ; les lettres en demandent quatorze.
   *[other] Il reste { $n } jours avant l’ouverture du recueil ; les lettres en demandent quatorze.
}
short-classification = { $count ->
    [0] Rien n’est prévu pour le classement ; il y faut quatre jours.
    [one] Le classement dure { $n } jour ; il y en faut quatre.
   *[other] Le classement dure { $n } jours ; il y en faut quatre.
}
publish-lead = L’édition paraît sur le site, pour tout le monde, dès que vous appuyez sur le bouton.
publish-missing = Ce qui manque encore
publish-missing-text = Rien de cela n’empêche de publier.
publish-button = Publier l’édition
publish-look = La regarder encore
publish-done = Cette édition est publiée.
publish-blank = Il manque le jour du congrès et les phases.
publish-no-question = Aucune question n’est posée : le formulaire laisse chacun parler de ce qu’il veut.
publish-no-english = Une question n’a pas de traduction anglaise.
publish-no-publisher = Les mentions légales sont à compléter, dans le fichier publisher.toml du dossier des données.
title-editions = Les éditions
editions-lead = Chaque édition garde son adresse : ce qui y a été dit reste lisible, et se compare.
editions-congress = Congrès le { $it }.
editions-present = Phase en cours : { $name }, { $dates }.
editions-next = Prochaine phase : { $name }, { $dates }.
editions-over = Terminée.
editions-compared = Ce que chacune a apporté
editions-edition = Édition
editions-people = Personnes
editions-territories = Collectivités
editions-few = moins de { $it }
editions-how = Les personnes sont celles qui ont signé leur contribution, les collectivités celles qu’elles ont nommées. Aucun nombre de personnes ou de collectivités inférieur à cinq n’est publié.
editions-lasting = Adresse durable :
editions-former = Vous lisez une édition passée.
editions-present-one = Aller à l’édition en cours
clocks-summary = Outre-mer : à l’heure de chez vous
clocks-caption = { $it } : ouverture et clôture à l’heure locale
clocks-place = Territoire
clocks-opens = Ouverture
clocks-closes = Clôture

run-running = Une analyse est en cours depuis le { $it }.
run-waiting = { $count ->
    [one] { $n } contribution attend la prochaine analyse, qui commence cinq minutes après la dernière arrivée, et une heure au plus tard après la première.
   *[other] { $n } contributions attendent la prochaine analyse, qui commence cinq minutes après la dernière arrivée, et une heure au plus tard après la première.
}

# Bench
title-bench = Classement
title-structure = Questions et thèmes
title-rerun = Relancer l’analyse
title-like = Toutes celles comme celle-ci
title-decided = Publier le classement
bench-nothing-yet = Rien à classer pour l’instant : le moteur n’a pas encore lu de contribution.
bench-undo = Annuler
bench-redo = Rétablir
bench-piles = Piles et thèmes
bench-locked = verrouillé
bench-read = vue
bench-empty = Plus rien dans cette pile.
bench-before = ← Idées précédentes
bench-after = Idées suivantes →
bench-late = { $count ->
    [one] { $n } contribution est arrivée depuis ; elle attend le prochain passage.
   *[other] { $n } contributions sont arrivées depuis ; elles attendent le prochain passage.
}
bench-whole = La contribution entière
bench-jump = Aller à l’idée ouverte
bench-find = Mots dans les idées
bench-keep-query = Garder cette recherche
bench-drop-query = Ne plus garder cette recherche
bench-contexts = Voir ces mots dans leur contexte
title-contexts = Mots en contexte
contexts-term = Mots à chercher
contexts-order = Ordre des lignes
contexts-order-none = celui des idées
contexts-order-left = par ce qui précède
contexts-order-right = par ce qui suit
contexts-hint = Accents, majuscules et accords ne comptent pas ; « form* » trouve tous les mots qui commencent ainsi.
contexts-within = Dans la pile :
contexts-nothing = Rien à chercher : donnez au moins un mot qui ait un sens par lui-même.
contexts-found = { $it } dans { $other }
contexts-places = { $count ->
    [one] { $n } emploi
   *[other] { $n } emplois
}
contexts-as-pile = Classer les idées qui emploient ces mots
title-notes = Notes
notes-count = { $count ->
    [0] Aucune note
    [one] { $n } note
   *[other] { $n } notes
}
notes-by = { $by }, le { $when }
notes-theme = Sur le thème
notes-proposition = Sur la proposition
notes-question = Sur la question
notes-idea = Sur l’idée
notes-gone = Sur ce qui n’est plus là :
title-earlier = Déjà dit
earlier-none = Aucune édition antérieure n’a publié de proposition sur ce site.
earlier-lead = Pour chacune, la proposition publiée qui en est la plus proche, selon le moteur. La proximité va de 0 à 1 ; elle dit que l’on parle de la même chose, pas que l’on veut la même chose.
earlier-found = { $it } sur { $other } ressemblent à ce qui a déjà été proposé.
earlier-told = { $edition } ({ $year }), proximité { $score }
earlier-here = Déjà dit ?
title-day = Journée de classement
day-none = Personne n’a encore rien classé.
day-empty = Rien n’a été fait ce jour-là.
day-clock = (heures : { $it })
day-table = Idées et gestes, heure par heure
day-hour = Heure
day-whole = En tout
day-done = { $it }, { $other }
day-total = { $it } ; { $pace } par heure
day-others = { $count ->
    [one] et { $n } autre personne
   *[other] et { $n } autres personnes
}
day-gestures = Derniers gestes de la journée
day-gesture = { $by } : { $it }
day-earlier = { $count ->
    [one] et { $n } geste plus tôt
   *[other] et { $n } gestes plus tôt
}
bench-tick-all = Cocher toute la liste
pile-said = « { $it } »
bench-tick = Cocher l’idée { $it }
bench-unnamed = (sans nom : { $it })
bench-no-question = Sous aucune question
bench-idea = Idée { $it }
bench-in-theme = Rangée dans « { $it } »
bench-confidence = confiance { $it }
bench-terms = Mots du thème qu’elle emploie :
bench-repeats = Répète l’idée { $it }.
bench-repeated = { $count ->
    [one] { $n } autre idée la répète.
   *[other] { $n } autres idées la répètent.
}
bench-behind = Appuie :
bench-to = Ranger dans
bench-move = Ranger
bench-near = Le moteur hésite avec :
bench-new = Nouveau thème
bench-create = Créer
bench-accept = Garder ici
bench-to-sort = Remettre à classer
bench-off-topic = Hors sujet
bench-mark-empty = Sans contenu
bench-same = Les cochées la répètent
bench-apart = Ce n’est pas la même
bench-cut = Couper cette idée en deux
bench-cut-where = Où commence la seconde
bench-cut-how = Placez le curseur à cet endroit, puis Entrée ; sans script, mettez-y le signe |.
bench-cut-button = Couper
bench-mask = Données personnelles
bench-mask-words = Mots à masquer, tels qu’ils sont écrits
bench-mask-button = Masquer
bench-mask-which = Masquer « { $it } »
bench-masked = Masqué :
bench-unmask = Démasquer
bench-unmask-which = Démasquer « { $it } »
like-lead = Voici les idées qui lui ressemblent le plus, avec leur ressemblance et leur place. Sont cochées celles qui lui ressemblent à { $it } au moins et que personne n’a encore placées. Décochez celles qui n’en sont pas.
like-itself = l’idée elle-même
like-none = Aucune autre idée ne lui ressemble assez.
like-to = Ranger les cochées dans
like-accept = Garder les cochées où elles sont
like-back = ← Idée { $it }
bench-backs = Appuie aussi
bench-back = Rattacher
bench-propose = Nouvelle proposition
bench-propose-button = Rédiger
bench-note = Note
bench-note-button = Noter
bench-unnote = Retirer
bench-unnote-which = Retirer la note « { $it } »
bench-keywords = Mots-clés :
bench-this-theme = Ce thème
bench-locked-text = Ce thème est verrouillé : on peut y ranger des idées, rien n’en sort.
bench-unlock = Déverrouiller
bench-lock = Verrouiller
bench-name = Nom
bench-rename = Renommer
bench-question = Question
bench-group = Placer
bench-into = Autre thème
bench-merge = Fusionner avec lui
bench-order = Placer juste avant
bench-split = Scinder en { $it }
bench-dissolve = Dissoudre
bench-line = Définition en une ligne
bench-includes = Comprend
bench-excludes = Ne comprend pas
bench-define = Enregistrer la définition
bench-this-proposition = Cette proposition
bench-words = Rédaction
bench-write = Réécrire
bench-adopt = Retenir
bench-adopted = Retenue.
style-title = Relecture
style-infinitive = commence par « { $it } » : un verbe à l’infinitif dirait mieux ce qui est demandé
style-one-demand = « { $it } » : une seconde demande ; on peut vouloir l’une sans l’autre
style-who = ne dit pas qui doit agir
style-hollow = « { $it } » : n’engage personne ; que verra-t-on de changé ?
style-question = une question ne se vote pas
style-length = plus de { $count } mots
style-typography = typographie : écrire « { $it } »
style-signs = typographie : un guillemet s’ouvre ou se ferme seul
style-inclusive = « { $it } » : la règle d’écriture de l’édition est autre
bench-aside = Écartée : { $it }
bench-why = Raison
bench-set-aside = Écarter
bench-reopen = Revenir sur cette décision
bench-actor = Qui doit agir
bench-level = À quel échelon
bench-address = Enregistrer
bench-other = Autre proposition
bench-fuse = Fondre dans elle
bench-oppose = Contradictoires
bench-opposed = Contredit :
bench-reconcile = Pas contradictoires
bench-unback = Ne demande pas cette proposition
bench-refused = Rien n’a été changé : { $it }
bench-meanwhile = Rien n’a été changé : quelqu’un a modifié « { $it } » depuis ce geste.
bench-nothing = Il n’y a rien à annuler ni à rétablir.
bench-busy = D’autres personnes classent au même moment. Rien n’a été changé : recommencez.
bench-crossed = Rien n’a été changé : { $by } est passé avant vous ({ $when } : { $it }). Regardez ce qu’il en est ; si vous refaites le même geste, il sera fait.
bench-someone = quelqu’un
bench-no-gesture = Ce geste n’existe pas. Rien n’a été changé.
bench-which-words = Ces mots ne sont pas dans la contribution. Écrivez-les comme ils y sont. Rien n’a été changé.
bench-which-cut = Où couper ? Mettez un seul signe | dans le texte, entre deux mots, sans rien y changer d’autre. Rien n’a été changé.
bench-which-ideas = Quelles idées ? Cochez-les dans la liste. Rien n’a été changé.
bench-which-theme = Dans quel thème ? Écrivez son nom. Rien n’a été changé.
bench-long = Ce texte compte { $length } caractères, pour { $most } au plus. Rien n’a été changé : raccourcissez-le.
bench-no-theme = Aucun thème ne porte ce nom, ou plusieurs : « { $it } ». Rien n’a été changé.
structure-lead = Les thèmes sont rangés sous les questions, dans l’ordre où chacun les lira. Chaque geste peut être annulé.
structure-under = Placer les thèmes cochés sous
structure-group = Placer
structure-ask = Nouvelle question
structure-ask-button = Poser cette question
structure-adrift = Thèmes sous aucune question
structure-reword = Reformuler ou supprimer
structure-wording = Rédaction de la question
structure-word = Reformuler
structure-candidates = Autres rédactions proposées par le moteur :
structure-close = Supprimer la question
structure-closing = Ses thèmes passeront sous aucune question ; aucun ne sera perdu.
structure-none = Aucun thème sous cette question.
structure-tick = Cocher « { $it } »
structure-up = Monter « { $it } »
structure-down = Descendre « { $it } »
behind-authors = { $authors }, { $once } si chaque campagne compte pour un
map-see = Voir les questions et les thèmes sur une carte
map-lead = Des questions aux thèmes, du plus large au plus précis. Chaque question mène à sa carte, avec ses propositions ; chaque thème à ce qui en a été dit.
map-lead-question = Les thèmes de cette question et les propositions qui en viennent. Chaque mot de la carte mène à sa page.
map-forms = Façons de voir la carte
map-tree = En arbre
map-radial = En étoile
map-room = Pour un grand écran
map-room-end = Quitter le grand écran
map-all = Toutes les questions
map-drawing = La carte dessinée
map-list = La même carte, en liste
map-files = À emporter
map-file-tree = dessin en arbre (SVG)
map-file-radial = dessin en étoile (SVG)
map-file-opml = plan (OPML)
map-file-mm = carte pour FreeMind ou Freeplane (.mm)
behind-channel = { $it } { $channel }
behind-channel-once = { $it } { $channel } ({ $once } si chaque campagne compte pour une)
uncovered-lead = Ce que les propositions retenues laissent de côté : d’abord les thèmes dont aucune ne vient, du plus fourni au moins fourni, puis les idées que les autres thèmes laissent sans proposition. Sont retenues les propositions adoptées, et celles du moteur tant que personne ne les a écartées.
uncovered-none = Chaque idée classée est derrière une proposition retenue.
uncovered-table = Thèmes et idées sans proposition
uncovered-theme = Thème
uncovered-propositions = Propositions retenues
uncovered-ideas = Idées sans proposition
uncovered-of = sur { $it }
uncovered-authors = Auteurs de ces idées
uncovered-territories = Collectivités
uncovered-more = { $count ->
    [one] Un autre thème laisse aussi des idées sans proposition.
   *[other] { $n } autres thèmes laissent aussi des idées sans proposition.
}
uncovered-minority = Idées minoritaires
uncovered-minority-lead = Peu de voix, mais chacune reste visible : ces propositions sont dans l’annexe, et chacune peut être retenue.
uncovered-minority-pile = Lire toutes les idées des signaux faibles
uncovered-minority-none = Aucun signal faible n’attend.
bench-gestures = { $count ->
    [one] { $n } geste
   *[other] { $n } gestes
}
bench-keys = Raccourcis du clavier
bench-keys-on = Activer les raccourcis
bench-key-j = idée suivante
bench-key-k = idée précédente
bench-key-a = garder ici
bench-key-m = ranger dans un autre thème
bench-key-n = nouveau thème
bench-key-s = remettre à classer
bench-key-o = hors sujet
bench-key-e = sans contenu
bench-key-h = masquer des données personnelles
bench-key-c = couper en deux
bench-key-l = toutes celles comme celle-ci
bench-key-i = les idées cochées répètent celle-ci
bench-key-t = ce n’est pas la même
bench-key-d = noter
bench-key-x = cocher
bench-key-f = chercher des mots
bench-key-w = garder la recherche, ou ne plus la garder
bench-key-p = s’occuper de la pile
bench-key-u = annuler
bench-key-r = rétablir
pile-to-sort = À classer
pile-doubtful = Confiance faible
pile-between = Entre deux thèmes
pile-large = Thèmes trop gros
pile-duplicates = Doublons
pile-campaigns = Campagnes
pile-controversies = Controverses
pile-to-complete = Propositions à compléter
pile-disagreements = Désaccords
pile-mine = À moi
pile-weak-signals = Signaux faibles
pile-off-topic = Hors sujet
pile-empty = Sans contenu
act-accept = { $it } : gardé
act-mask = idée { $it } : passage masqué
act-unmask = idée { $it } : passage démasqué
act-cut = idée { $it } coupée en deux
act-same = { $it } : même chose que { $other }
act-apart = { $it } : ce n’est pas la même chose
act-move = { $it } → « { $other } »
act-to-sort = { $it } → à classer
act-off-topic = { $it } → hors sujet
act-empty = { $it } → sans contenu
act-create = Thème créé : « { $it } », { $other }
act-rename = Thème renommé : « { $it } »
act-lock = Thème verrouillé : « { $it } »
act-unlock = Thème déverrouillé : « { $it } »
act-merge = Thèmes fusionnés dans « { $it } »
act-split = Thème scindé en { $other } : « { $it } »
act-dissolve = Thème { $it } dissous
act-define = Définition de « { $it } »
act-order = Thème déplacé : « { $it } »
act-group = « { $it } » → « { $other } »
act-ungroup = « { $it } » → sous aucune question
act-ask = Question posée : « { $it } »
act-word = Question reformulée : « { $it } »
act-close = Question { $it } supprimée
act-propose = Proposition rédigée : « { $it } »
act-write = Proposition réécrite : « { $it } »
act-back = { $it } → « { $other } »
act-unback = { $it } : ne demande pas « { $other } »
act-fuse = Propositions fondues dans « { $it } »
act-oppose = « { $it } » contredit « { $other } »
act-reconcile = « { $it } » ne contredit pas « { $other } »
act-address = Destinataire de « { $it } »
act-adopt = Proposition retenue : « { $it } »
act-set-aside = Proposition écartée : « { $it } »
act-reopen = Décision reprise : « { $it } »
act-note = Note sur { $it }
act-unnote = Note { $it } retirée
act-keep-query = Recherche gardée : « { $it } »
act-drop-query = Recherche retirée : « { $it } »
act-undone = Annulé : { $it }
act-redone = Rétabli : { $it }
act-rerun = Analyse relancée : { $it } de plus
rerun-lead = Le moteur relit tout ce qui a été reçu en partant de votre classement. Ce que vous avez placé, nommé, écrit ou verrouillé reste tel quel ; seules les idées nouvelles et celles à classer cherchent leur thème. Le site public ne change qu’à la publication.
rerun-none = Aucune contribution n’est arrivée depuis la dernière analyse.
rerun-button = Relancer l’analyse
rerun-asked = L’analyse est demandée : elle commence dans la minute.
rerun-running = L’analyse est en cours depuis le { $it }. On peut continuer à classer.
rerun-failed = La dernière analyse n’a pas abouti : { $it }
rerun-brought = Ce que la relance du { $it } a apporté
rerun-late = Idées nouvelles
rerun-to-sort = Dont à classer
rerun-aside = Dont sans contenu ou hors sujet
rerun-themes = Thèmes nouveaux
rerun-found = Idées qui étaient à classer, désormais dans un thème
rerun-gone = Idées dont le texte a été modifié ou retiré
rerun-where = Où vont les idées
rerun-theme = { $it } : + { $other }
rerun-more = { $count ->
    [one] et { $n } autre thème
   *[other] et { $n } autres thèmes
}
rerun-proposal = Ce que le moteur proposerait de changer
rerun-proposal-lead = En regroupant tout de nouveau, le moteur mettrait ailleurs ces idées que personne n’a placées. Rien n’est fait sans votre accord, et tout s’annule.
rerun-nothing = Rien : en regroupant tout de nouveau, le moteur ne changerait rien de ce qui peut changer.
rerun-see = { $count ->
    [one] Voir ce que { $n } proposition du moteur changerait
   *[other] Voir ce que { $n } propositions du moteur changeraient
}
rerun-grains = Des thèmes plus larges ou plus fins
rerun-grains-lead = Le moteur a essayé plusieurs finesses. Chacune montre d’abord ce qu’elle changerait aux thèmes d’aujourd’hui ; on accepte tout, thème par thème, ou idée par idée. Les thèmes verrouillés et les idées placées à la main ne bougent pas.
rerun-grain = { $it }, stabilité { $stability }
rerun-grain-wanted = Finesse des thèmes proposés
rerun-grain-same = comme aujourd’hui
rerun-grain-hint = Avec une autre finesse, vos thèmes restent : le moteur propose ce qu’il changerait, et vous acceptez ou non.
rerun-grain-kept = (choisie par le moteur)
title-changes = Ce qui changerait
changes-lead = { $count ->
    [one] Voici ce qui changerait si les idées étaient regroupées en { $n } thème. Rien n’est fait sans votre accord, et tout s’annule.
   *[other] Voici ce qui changerait si les idées étaient regroupées en { $n } thèmes. Rien n’est fait sans votre accord, et tout s’annule.
}
changes-back = Revenir sans rien changer
changes-themes = Ce que deviendraient les thèmes
changes-where = Où iraient les idées
changes-drawing = Dessin : où iraient les idées
changes-drawing-alt = À gauche les thèmes d’aujourd’hui, à droite ceux d’après ; en couleur, les idées qui changeraient de thème. Le tableau ci-dessous dit la même chose.
changes-table = Idées qui changeraient de thème
changes-from = De
changes-to = Vers
changes-ideas = Idées
changes-more = { $count ->
    [one] et { $n } autre ligne
   *[other] et { $n } autres lignes
}
changes-offers = Accepter thème par thème
changes-one-by-one = { $count ->
    [one] Voir cette idée
   *[other] Voir les { $n } idées une à une
}
changes-accept-offer = Tout accepter pour ce thème
changes-all = Toutes les propositions
changes-none-left = Rien à accepter ici : c’est déjà fait, ou quelqu’un a placé ces idées entre-temps.
changes-now = Aujourd’hui
changes-then = Après
changes-no-theme = dans aucun thème
changes-new = nouveau, tiré de « { $it } »
changes-merged = Réunis : { $it } → { $other }
changes-split = Divisé : { $it } → { $other }
changes-made = Nouveau : { $it }
changes-vanished = Sans plus d’idée : { $it }
changes-ideas-moved = Idées déplacées
changes-themes-merged = Thèmes réunis
changes-themes-split = Thèmes divisés
changes-themes-new = Thèmes nouveaux
changes-themes-vanished = Thèmes vidés
rerun-new-theme = { $it } → un thème nouveau
rerun-from = « { $it } »
rerun-accept = Accepter
rerun-accept-all = Tout accepter
rerun-later = { $count ->
    [one] Encore { $n } proposition du moteur, montrée ensuite.
   *[other] Encore { $n } propositions du moteur, montrées ensuite.
}
rerun-accepted = { $count ->
    [one] { $n } geste fait : il s’annule comme les autres.
   *[other] { $n } gestes faits : ils s’annulent comme les autres.
}
presence-idea = { $it } { $who ->
    [one] regarde
   *[many] regardent
} aussi cette idée.
presence-theme = { $it } { $who ->
    [one] regarde
   *[many] regardent
} aussi ce thème.
presence-pile = { $it } { $who ->
    [one] regarde
   *[many] regardent
} aussi cette pile.
assign-kept = { $it } s’en occupe.
assign-mine = Vous vous en occupez.
assign-free = Personne ne s’en occupe encore.
assign-take = Je m’en occupe
assign-leave = Je ne m’en occupe plus
assign-to = Confier à quelqu’un
assign-whom = À qui
assign-give = Confier
assign-meanwhile = Rien n’a été changé : quelqu’un d’autre en a décidé entre-temps. Regardez ce qu’il en est.
title-codings = Double codage
codings-lead = Deux ou trois personnes classent les mêmes idées, chacune de son côté, sans voir ce qu’en disent le moteur ni les autres. On voit ensuite où elles s’accordent, et quelles définitions sont à réécrire.
codings-one = { $it }, tirées le { $when }
codings-far = { $it } : { $done } sur { $ideas }
codings-mine = Coder mes idées
codings-under-way = Tout le monde n’a pas fini. Clore maintenant arrête le codage : les réponses déjà données seront comparées.
codings-all-done = Tout le monde a fini. Une fois le codage clos, on ne peut plus changer ses réponses.
codings-close = Clore le codage et comparer
codings-draw = Tirer un échantillon
codings-draw-text = Le tirage prend des idées dans chaque thème, deux au moins, davantage dans les plus fournis. Les idées répétées ne sont lues qu’une fois. Les définitions des thèmes sont montrées telles qu’elles sont au moment du tirage : mieux vaut les écrire avant.
codings-size = Nombre d’idées
codings-size-wrong = Indiquez un nombre de 10 à 500.
codings-coders = Qui code
codings-coders-wrong = Choisissez deux ou trois personnes.
codings-draw-button = Tirer les idées
title-agreement = Accord entre les personnes
agreement-closed = Codage clos le { $it }.
agreement-people = α entre les personnes
agreement-with-engine = α si le moteur compte pour une personne de plus
agreement-divided = Idées que les personnes ne classent pas de même
agreement-engine-alone = Idées que seul le moteur classe autrement
agreement-how = L’α de Krippendorff vaut 1 quand tout le monde dit la même chose, et 0 quand on ne s’accorde pas plus que par hasard. Dès 0,80, l’accord est bon ; de 0,667 à 0,80, il demande de la prudence ; en dessous, la définition est à réécrire. L’intervalle dit entre quelles bornes on le trouverait 95 fois sur 100 en tirant d’autres idées semblables.
agreement-pairs = Deux à deux
agreement-pair = { $one } et { $other } : α { $alpha }, réponses identiques : { $same } sur { $both }
agreement-engine = le moteur
agreement-codes = Thème par thème
agreement-codes-text = Pour chaque thème, l’α dit si l’on s’accorde à y mettre ou non une idée, tous les autres thèmes comptant pour un seul. Le nom mène au thème, où sa définition se réécrit.
agreement-ideas = Idées qu’une personne y met
agreement-alpha = α (intervalle à 95 %)
agreement-with = α avec le moteur
agreement-reading = Lecture
agreement-interval = { $low } à { $high }
agreement-good = bon accord
agreement-tentative = à prendre avec prudence
agreement-weak = accord faible, à redéfinir
agreement-unknown = rien à comparer
title-disputes = Désaccords à trancher
settle-lead = Chaque choix est un geste du classement : l’idée y va, ou y reste, et le choix s’annule comme les autres.
settle-left = { $count ->
    [0] Plus aucun désaccord à trancher.
    [one] Un désaccord à trancher.
   *[other] { $n } désaccords à trancher.
}
settle-later = { $count ->
    [one] Une autre idée vient ensuite.
   *[other] { $n } autres idées viennent ensuite.
}
settle-who = Qui a dit quoi
settle-idea = Idée
settle-key-1 = premier choix ; 2, 3… pour les suivants
settle-key-m = ranger dans un autre thème
title-code-ideas = Coder des idées
code-left = { $it } à coder sur { $all }
code-before = Idée précédente
code-said = Vous avez répondu : { $it }.
code-to = Thème de l’idée surlignée
code-say = Valider
code-to-sort = Aucun thème ne convient
code-book = Les thèmes
code-book-text = Écrivez le début du nom, ou choisissez ici. Ne regardez pas le classement tant que vous codez : c’est votre avis qui compte.
code-over = C’est fini
code-over-closed = Le codage est clos : les réponses ne changent plus. Merci.
code-done = Vous avez codé toutes les idées. Merci ! Vous pouvez encore revenir sur une réponse tant que le codage n’est pas clos.
code-which = Quel thème ? Écrivez le début de son nom. Rien n’a été gardé.
code-no-theme = Aucun thème ne commence ainsi, ou plusieurs : « { $it } ». Rien n’a été gardé.
code-includes = Comprend : { $it }
code-excludes = Ne comprend pas : { $it }
code-keywords = Mots-clés : { $it }
code-key-m = écrire le thème
code-key-s = aucun thème ne convient
code-key-p = idée précédente
decided-nothing = Aucun geste n’a encore été fait : le site montre déjà ce que le moteur a trouvé.
decided-lead = Le site montrera ce classement, et chaque contributeur y retrouvera ses idées. On peut continuer à classer, puis publier de nouveau.
decided-sum = Contributions
decided-gestures = Gestes
decided-hash = Empreinte de l’état
decided-button = Publier le classement
decided-back = Continuer à classer
decided-missing = Avant de publier
missing-question = Le thème « { $it } » n’est sous aucune question.
missing-name = Le thème « { $it } » n’a pas de nom.
missing-source = La proposition « { $it } » ne vient d’aucune idée classée.

# Map of ideas, screen of a room, order of questions, days
title-ideas-map = Carte des idées
title-screen = Écran de la salle
title-bench-screen = Écran de la salle, pendant le classement
ideas-map-see = Voir toutes les idées sur une carte
ideas-map-lead = Chaque point est une idée, près de celles qui lui ressemblent. Chaque zone est un thème ; sa couleur est celle de sa question.
ideas-map-leads = Une zone mène à son thème.
ideas-map-stays = Une idée reste où l’analyse l’a placée d’après ses mots ; la zone qui l’entoure dit dans quel thème elle est aujourd’hui. Un thème en plusieurs morceaux a donc été réuni par des personnes.
ideas-map-table = La même carte, en tableau
ideas-map-list = Les thèmes de la carte
ideas-map-theme = Thème
ideas-map-ideas = Idées
ideas-map-lies = Sur la carte
ideas-map-nearest = Thèmes les plus proches
ideas-map-top-left = en haut à gauche
ideas-map-top = en haut
ideas-map-top-right = en haut à droite
ideas-map-left = à gauche
ideas-map-middle = au milieu
ideas-map-right = à droite
ideas-map-bottom-left = en bas à gauche
ideas-map-bottom = en bas
ideas-map-bottom-right = en bas à droite
ideas-map-svg = dessin (SVG)
ideas-map-png = image (PNG)
map-file-tree-png = image en arbre (PNG)
map-file-radial-png = image en étoile (PNG)
map-all-files = tous les fichiers, avec leur taille
formats-png = La carte mentale en arbre, en image (PNG), pour une diapositive ou un message
formats-png-radial = La carte mentale en étoile, en image (PNG)
formats-ideas-svg = La carte des idées avec ses zones (SVG)
formats-ideas-png = La carte des idées, en image (PNG)
screen-see = Afficher sur l’écran d’une salle
screen-of-bench = Afficher sur l’écran de la salle
screen-ways = Ce que montre l’écran
screen-whole = Ensemble
screen-funnel = Entonnoir
screen-map = Carte mentale
screen-ideas = Carte des idées
screen-leave = Quitter l’écran
screen-lost = La liaison est coupée : ces chiffres sont les derniers reçus.
screen-reloads = Cette page se recharge chaque minute.
screen-still = Ne plus la recharger
screen-unnamed = Thème sans nom
screen-contributions = { $count ->
    [one] contribution
   *[other] contributions
}
screen-of-ideas = { $count ->
    [one] idée
   *[other] idées
}
screen-themes = { $count ->
    [one] thème
   *[other] thèmes
}
screen-questions = { $count ->
    [one] question
   *[other] questions
}
screen-propositions = { $count ->
    [one] proposition
   *[other] propositions
}
act-order-question = Question déplacée : « { $it } »
days-title = Toutes les journées
days-table = Ce qui a été fait chaque jour
days-day = Jour
days-people = Personnes
days-gestures = Gestes
days-ideas = Idées lues
days-pace = Idées par heure

# Method
title-method = Méthode
method-lead = Ce qui a été reçu, ce que la machine a fait, ce que des personnes ont décidé, et comment le vérifier. Chaque chiffre de cette page se recompte.
method-received-title = Ce qui a été reçu
method-received = { $sum }. { $authors }, { $territories } collectivités.
method-machine = Ce que la machine a fait
method-cut = Elle a découpé les contributions en { $it }, sans perdre une lettre.
method-grouped = Elle les a regroupées par ressemblance en { $it }, dont elle a proposé les noms et les questions.
method-worded = Elle a tiré { $it } des mots mêmes des contributions, par des règles numérotées : aucune phrase n’est inventée.
method-time = Ce passage a pris { $seconds } s ; il a lu les contributions reçues jusqu’au { $when }.
method-same = Les mêmes contributions donnent les mêmes résultats, à l’octet près.
method-people = Ce que des personnes ont décidé
method-nobody = Personne n’a encore rien changé : le site montre ce que la machine propose.
method-gestures = Personnes qui ont classé : { $people }. Gestes : { $gestures }, dont { $undone } annulations. Idées restées où la machine les a mises sans que personne ne dise les avoir lues : { $rest }.
method-ideas = Idées lues et gardées à leur place : { $read } ; déplacées d’un thème à un autre : { $moved } ; rangées alors qu’elles ne l’étaient pas : { $in } ; sorties des thèmes : { $out }.
method-joined = Idées coupées en deux : { $cut } ; dites identiques à une autre : { $joined } ; dites différentes alors que la machine les croyait identiques : { $parted }.
method-judged = Idées dans aucun thème, mais pour une autre raison que celle de la machine (hors sujet, sans contenu, à classer) : { $it }.
method-masked = Passages de données personnelles masqués : { $it }.
method-themes = Thèmes trouvés par la machine : { $found } ; renommés : { $renamed } ; fondus ou dissous : { $gone } ; créés par des personnes : { $new }.
method-propositions = Propositions retenues par une personne : { $adopted } ; réécrites : { $reworded } ; écartées ou fondues dans d’autres : { $aside } ; rédigées par des personnes : { $new }.
method-coding = Deux personnes classeraient-elles de même ?
method-coding-none = Cela n’a pas été mesuré : aucun échantillon d’idées n’a été codé par plusieurs personnes.
method-coding-one = Idées tirées au sort dans tous les thèmes : { $ideas }, codées par { $coders } personnes, chacune sans voir les réponses des autres ni celles de la machine. Leur accord, l’α de Krippendorff, est de { $alpha } (entre { $low } et { $high }) ; avec la machine comme un codeur de plus, de { $engine }. Idées sur lesquelles elles ne s’accordent pas : { $divided } ; désaccords tranchés un par un : { $settled } ; restants : { $left }.
method-annex = Tout cela est aussi dans un document à emporter, dont chaque chiffre se recompte d’après les fichiers.
method-annex-link = L’annexe méthodologique
method-check = Comment le vérifier
method-check-text = Chaque geste est inscrit dans un journal où rien ne s’efface ; les empreintes ci-dessous en dépendent toutes. Les fichiers ouverts permettent de recompter.

# Documents
title-attachments = Documents joints
title-attachments-of = Documents joints à la contribution n° { $it }
attachments-lead = { $count ->
    [0] Aucun document n’est joint.
    [one] Un document est joint.
   *[other] { $n } documents sont joints.
}
attachments-care = Leurs auteurs les ont confiés à l’équipe. Ceux qui ne sont pas publiés ne se transmettent à personne.
attach-title = Joindre un document (facultatif)
attach-choose = Choisir des documents
attach-limits = PDF, ODT, DOCX, ou images JPEG, PNG, WebP. { $size } chacun, { $most } en tout. Des photos, le lieu, la date et l’appareil sont effacés ; les autres documents sont gardés tels quels.
attach-publish = Publier aussi ces documents. Sans cette case, seuls vous et l’équipe du congrès pouvez les lire. Un document publié ne doit porter ni signature, ni téléphone, ni adresse.
attach-read = Joindre et lire
attach-read-hint = Votre texte est dans le document ? Laissez le champ du texte vide : il sera rempli, et vous le relirez avant d’envoyer.
attach-kept = Documents joints
attach-joined = Vos documents sont joints. Rien n’est encore envoyé.
attach-filled = Le texte du formulaire vient de « { $it } ». Relisez-le, corrigez-le, puis envoyez : rien n’est encore envoyé.
attach-public-which = Publier « { $it } »
attach-gone-which = Retirer « { $it } »
attach-no-words = sans texte lisible
attach-words = Lire le texte de « { $it } »
attach-words-cut = Le document continue : seul son début est donné ici.
attach-beside = Ils accompagnent votre contribution. L’analyse ne lit que le texte de la contribution, pas celui des documents. Vous pouvez en ajouter ou en retirer tant que le recueil est ouvert.
attach-not-read = Ces documents accompagnent la contribution ; l’analyse ne lit que son texte.
attach-withheld = { $count ->
    [one] Un document joint n’est pas publié.
   *[other] { $n } documents joints ne sont pas publiés.
}
attach-for-staff = Le lire (réservé à l’équipe)
attach-is-public = Publié
attach-is-private = Non publié
attach-is-withheld = Non publié, bien que son auteur le veuille : il contient des mots masqués dans la contribution, comme données personnelles. Demandez-lui-en une copie sans ces mots ; il la joint en modifiant sa contribution.
attach-is-withheld-own = Ce document n’est pas montré au public : il contient des données personnelles que l’équipe a masquées dans votre texte. Pour qu’il soit publié, joignez-en une copie sans elles.
attach-withheld-masked = non publié, car il contient des données personnelles que l’équipe a masquées ; vous pouvez en joindre une copie sans elles
attach-error-empty = « { $file } » est vide.
attach-error-heavy = « { $file } » dépasse { $size }. Allégez-le, ou n’en joignez qu’une partie.
attach-error-kind = « { $file } » n’est ni un PDF, ni un ODT, ni un DOCX, ni une image JPEG, PNG ou WebP. Enregistrez-le en PDF, par exemple.
attach-error-old-word = « { $file } » est un document Word d’avant 2007. Enregistrez-le en DOCX ou en PDF.
attach-error-macros = « { $file } » contient des macros. Enregistrez-le en DOCX sans macros, ou en PDF.
attach-error-encrypted = « { $file } » est protégé par un mot de passe. Joignez-en une version qui s’ouvre sans lui.
attach-error-swollen = « { $file } » pèserait trop une fois décompressé. Enregistrez-le en PDF, ou allégez ses images.
attach-error-broken = « { $file } » ne s’ouvre pas : il est abîmé ou incomplet. Enregistrez-le de nouveau, puis joignez-le.
attach-error-many = « { $file } » est de trop : { $most } documents en tout. Retirez-en un d’abord.
attach-error-full = Le site ne peut pas garder « { $file } » en ce moment. Envoyez votre texte ; vous joindrez le document plus tard, depuis le récépissé.
attach-error-invitation = Les documents ne sont gardés qu’avec le code d’invitation : joignez-les de nouveau avec lui.
offline-documents = Pas de réseau. Un document ne peut pas attendre sur cet appareil : gardez cette page ouverte pour l’envoyer plus tard, ou retirez-le. Votre texte partira alors tout seul, et vous joindrez le document depuis le récépissé.
downloads-attachments = Les documents joints : contribution, type, poids, empreinte ; leur nom s’ils sont publiés
attach-published = publié
attach-unpublished = non publié

# La motion
title-motion = Motion
title-workshop = Atelier de la motion
title-versions = Versions de la motion
title-compare-versions = Comparer deux états du texte
motion-axis = Axe { $it }
motion-priority = Priorité { $it }
motion-question = Question { $it }
motion-kind-axis = Axe
motion-kind-priority = Priorité
motion-kind-question = Question
motion-clause = Énoncé { $it }
motion-clause-colon = Énoncé { $it } :
motion-clause-was = Énoncé { $now } (auparavant { $was })
motion-clauses = { $count ->
    [one] { $n } énoncé
   *[other] { $n } énoncés
}
motion-behind = { $count ->
    [one] { $n } contribution
   *[other] { $n } contributions
}
motion-open-remarks = { $count ->
    [one] { $n } remarque sans réponse
   *[other] { $n } remarques sans réponse
}
motion-style = { $count ->
    [one] { $n } point à relire
   *[other] { $n } points à relire
}
motion-count-placed = { $count ->
    [one] { $n } dans le texte
   *[other] { $n } dans le texte
}
motion-count-aside = { $count ->
    [one] { $n } écartée avec une raison
   *[other] { $n } écartées avec une raison
}
motion-count-waiting = { $count ->
    [one] { $n } proposition à placer
   *[other] { $n } propositions à placer
}
motion-without-source = { $count ->
    [one] { $n } énoncé sans source
   *[other] { $n } énoncés sans source
}
motion-account = { $total } : { $parts }.
motion-no-source = sans source
motion-no-source-text = Cet énoncé ne vient d’aucune contribution : il a été ajouté pendant la rédaction.
motion-from-propositions = { $count ->
    [one] Il reprend une proposition
   *[other] Il reprend { $n } propositions
}
motion-from-ideas = { $count ->
    [one] Il vient d’une idée
   *[other] Il vient de { $n } idées
}
motion-from-idea = Idée { $it }
motion-from-gone = Proposition { $it }, qui n’existe plus
motion-beside = Autres énoncés
motion-open-clause = Chaque énoncé s’ouvre sur les contributions dont il vient.
motion-not-yet = Le texte n’est pas encore adopté. Il sera publié ici, avec ce dont vient chacun de ses énoncés.
motion-see-propositions = Lire les propositions
motion-adopted = Adoptée le { $it }
motion-adopted-at = Adoptée le { $day } à { $place }
motion-votes = { $favour } pour, { $against } contre, { $abstentions } abstentions
motion-published-on = publiée le { $it }
motion-signed = Signé : { $it }
motion-version = Version
motion-seal = Empreinte (SHA-256)
motion-demand-proposed = Les élues et les élus réunis en congrès demandent :
motion-field-title = Titre
motion-field-address = À qui s’adresse la motion
motion-field-reasons = Exposé des motifs
motion-field-demand = Phrase qui annonce les demandes
motion-recitals = Considérants
motion-recitals-hint = Un paragraphe chacun, séparés par une ligne vide.
motion-annexes = Annexes
motion-annex-title = Titre de l’annexe { $it }
motion-annex-text = Texte de l’annexe { $it }
motion-no-clause = Cet énoncé n’est plus dans le texte : quelqu’un l’a retiré ou réuni à un autre.
motion-no-section = Cette partie n’est plus dans le texte.
motion-no-words = Il manque les mots : écrivez quelque chose avant d’enregistrer.
motion-no-part = Une des deux parties serait vide.
motion-itself = Un énoncé ne se réunit pas à lui-même.
motion-not-empty = Cette partie a encore des énoncés : déplacez-les d’abord.
motion-no-reason = Dites pourquoi cette proposition est écartée.
motion-placed = Cette proposition est dans un énoncé : retirez-la de l’énoncé d’abord.
motion-too-long = Ce texte est trop long ; rien n’a été enregistré.
motion-unclear = Ce geste n’est pas possible ici ; rien n’a été changé.
motion-meanwhile = Quelqu’un a modifié cet énoncé pendant que vous l’écriviez. Rien n’a été enregistré : voici son texte, et le vôtre dessous. Enregistrer remplacera le sien.
motion-not-done = Ce geste n’a pas été fait : l’état du texte n’est plus celui que vous aviez sous les yeux.
motion-adoption-unclear = Donnez le jour de l’adoption ; les trois nombres de voix, ou aucun.
motion-decided-already = Cette suggestion a déjà reçu une réponse.
motion-did-type = a écrit
motion-did-head = a écrit l’en-tête ou les annexes
motion-did-write = a récrit un énoncé
motion-did-add = a ajouté un énoncé
motion-did-remove = a retiré un énoncé
motion-did-split = a coupé un énoncé
motion-did-merge = a réuni deux énoncés
motion-did-move = a déplacé un énoncé
motion-did-link = a changé les sources d’un énoncé
motion-did-to = a dit à qui un énoncé s’adresse
motion-did-section = a écrit une partie
motion-did-sections = a changé l’ordre des parties
motion-did-aside = a décidé d’une proposition
motion-did-easy = a écrit une version facile à lire
motion-settled-by = Réglé par { $it }
motion-offer-taken = Suggestion reprise.
motion-offer-left = Suggestion non reprise.
motion-version-kept = gardée
motion-version-frozen = figée
motion-version-published = publiée
motion-compared = De l’état { $from } à l’état { $to }.
motion-same = { $count ->
    [one] { $n } énoncé est le même.
   *[other] { $n } énoncés sont les mêmes.
}
motion-fate-same = inchangé
motion-fate-changed = récrit
motion-fate-moved = déplacé
motion-fate-new = ajouté
motion-fate-gone = retiré
compare-signs = Les mots ajoutés sont soulignés entre [+ et +], les mots retirés sont barrés entre [− et −].
workshop-blank = Le texte part de ce qui a été classé : les questions deviennent des parties, les propositions deviennent des énoncés, et chacun garde les contributions dont il vient.
workshop-shape = Sa forme
workshop-shape-is = { $it ->
    [questions] Questions et propositions : toutes les propositions retenues, sous leurs questions (comme en 2022)
    [priorities] Priorités et leviers : trois énoncés par question, les plus soutenus (comme en 2021)
    [axes] Axes : un paragraphe par grand thème, huit au plus (comme en 2019)
   *[blank] Rien qu’un titre : les parties s’ajoutent à la main
}
workshop-start = Commencer le texte
workshop-again = Recommencer le texte
workshop-again-text = Un autre texte part de ce qui est classé aujourd’hui, dans la forme choisie. Celui d’à présent reste dans l’historique, d’où on le reprend ; ce qui est publié ne change pas.
workshop-again-changed = Quelqu’un a modifié le texte depuis que cette page est ouverte : rien n’a été recommencé.
workshop-public = Voir la page publique
workshop-waiting = Aucune proposition ne se perd : placez-la dans le texte, ou dites pourquoi elle est écartée.
workshop-section-of = Partie où placer { $it }
workshop-place = Placer dans le texte
workshop-place-which = Placer dans le texte : { $it }
workshop-why = Raison
workshop-aside = Écarter
workshop-aside-which = Écarter { $it }
workshop-take-back = Reprendre
workshop-take-back-which = Reprendre { $it }
workshop-head = En-tête, exposé des motifs, considérants, annexes
workshop-save = Enregistrer
workshop-save-which = Enregistrer : { $it }
workshop-open = Ouvrir l’énoncé { $it }
workshop-section = { $it } : titre, introduction, nouvel énoncé
workshop-section-title = Titre de la partie
workshop-section-kind = Nom de la partie
workshop-save-section = Enregistrer la partie
workshop-section-up = Monter la partie
workshop-section-down = Descendre la partie
workshop-section-remove = Retirer la partie
workshop-lead = Introduction (constat, chiffre) ; peut rester vide
workshop-save-lead = Enregistrer l’introduction
workshop-new-clause = Nouvel énoncé
workshop-add-clause = Ajouter l’énoncé
workshop-new-section = Ajouter une partie
workshop-add-section = Ajouter la partie
rewrite-theirs = Ce que quelqu’un vient d’écrire
rewrite-no-remark = Rien à signaler.
rewrite-from = D’où il vient
rewrite-unlink = Retirer
rewrite-unlink-which = Retirer la source { $it }
rewrite-link-label = Ajouter une source
rewrite-link = Ajouter
rewrite-text = Le texte
rewrite-words = Mots de l’énoncé
rewrite-words-hint = Une ligne vide sépare deux paragraphes ; « - » ouvre un point de liste, « > » une citation ; *deux étoiles* entourent ce qui est souligné.
rewrite-save = Enregistrer l’énoncé
rewrite-up = Monter
rewrite-down = Descendre
rewrite-merge = Réunir avec le suivant
rewrite-remove = Retirer du texte
rewrite-move-label = Mettre à la fin de la partie
rewrite-move = Déplacer
rewrite-split-label = Couper avant
rewrite-split = Couper
rewrite-to = À qui s’adresse cette demande
rewrite-to-save = Enregistrer à qui elle s’adresse
rewrite-easy = En facile à lire et à comprendre
rewrite-easy-hint = La même demande, en phrases courtes et en mots de tous les jours, relue par une personne concernée.
rewrite-easy-save = Enregistrer le facile à lire
rewrite-lines = Lignes numérotées
rewrite-said = Remarques et suggestions
rewrite-offered = Autres mots proposés par { $it }
rewrite-stale = L’énoncé a changé depuis cette suggestion.
rewrite-answer = Réponse
rewrite-take = Reprendre ces mots
rewrite-take-which = Reprendre ces mots : { $it }
rewrite-leave = Ne pas reprendre
rewrite-leave-which = Ne pas reprendre les mots de { $it }
rewrite-resolve = Réglé
rewrite-resolve-which = Réglé : remarque de { $it }
rewrite-passage = Passage remarqué (facultatif)
rewrite-comment = Remarque
rewrite-comment-send = Envoyer la remarque
rewrite-offer = Proposer d’autres mots
rewrite-reason = Raison (facultatif)
rewrite-offer-send = Envoyer la suggestion
versions-nothing = Personne n’a encore commencé le texte.
versions-keep-title = Le texte tel qu’il est
versions-missing = Avant de figer :
versions-label = Nom de la version (facultatif)
versions-keep = Garder cette version
versions-freeze = Figer le texte
versions-freeze-hint = Une version figée reçoit une empreinte et ne change plus ; le texte de l’atelier, lui, peut continuer.
versions-kept = Versions gardées
versions-number = Version { $it }
versions-compare-now = Comparer au texte actuel
versions-compare-which = Comparer au texte actuel : version { $it }
versions-adoption = Adoption de la version { $it }
versions-day = Jour
versions-place = Lieu
versions-votes = Voix
versions-votes-hint = Les trois nombres, ou aucun si le vote n’a pas été compté.
versions-favour = Pour
versions-against = Contre
versions-abstentions = Abstentions
versions-told = Comment le vote a eu lieu
versions-signed = Signé par
versions-adopt = Enregistrer l’adoption
versions-publish = Publier la version { $it }
versions-history = Histoire du texte
versions-see = Voir ce qui a changé
versions-see-which = Voir ce qui a changé à l’état { $it }
versions-restore = Revenir à cet état
versions-restore-which = Revenir à cet état : état { $it }
space-workshop = Atelier de la motion, par formulaires
contribution-in-motion = Dans la motion
contribution-in-motion-text = { $count ->
    [one] Cette contribution a conduit à un énoncé du texte adopté.
   *[other] Cette contribution a conduit à { $n } énoncés du texte adopté.
}
proposition-in-motion = Repris dans la motion :
home-motion = La motion est adoptée
home-motion-read = Lire la motion
downloads-motion = Le texte de la motion, octet pour octet celui dont l’empreinte est donnée
downloads-motion-version = Version de la motion, son empreinte, l’analyse dont elle vient
downloads-clauses = Les énoncés de la motion : texte, propositions reprises, nombre de contributions
downloads-motion-lineage = Filiation de la motion : pour chaque énoncé, les passages dont il vient
motion-copies = Emporter le texte
motion-copy-full = Texte entier
motion-copy-two-pages = En deux pages
motion-copy-easy = Facile à lire et à comprendre
motion-copy-for = Ce qui est demandé à : { $it }
motion-copy-doublets = Sans point médian, en toutes lettres
motion-seal-of = du fichier motion.json
motion-method-1 = Chaque contribution a été lue en entier et découpée en idées. Les idées qui se rejoignent forment des thèmes, les thèmes des questions ; chaque proposition reprend les mots d’une contribution.
motion-method-2 = La machine propose, des personnes décident : chaque geste de classement est inscrit dans un journal que l’on peut vérifier. De chaque énoncé, on remonte aux phrases dont il vient ; de chaque contribution, on redescend à ses énoncés.
versions-print = Le projet sur papier, lignes numérotées
# Hand-over and follow-up
title-recipients = Destinataires de la motion
recipients-lead = À qui la motion est remise, et depuis combien de temps chacun n’a pas répondu.
recipients-not-ready = Aucune version de la motion n’est figée : il n’y a encore rien à remettre. Vous pouvez déjà préparer les destinataires.
recipients-public = Ce que tout le monde lit
recipient-handed = Remise le { $it }.
recipient-retired = retiré
recipient-is-retired = Ce destinataire est retiré : on ne lui remet plus rien, mais ce qui lui a été remis et ce qu’il a répondu restent.
recipient-answers = Ses réponses
recipient-change = Modifier
recipient-add = Ajouter un destinataire
recipient-add-button = Ajouter
recipient-save = Enregistrer
recipient-retire = Retirer
recipient-resume = Reprendre
recipient-kind = Qui est-ce ?
recipient-name = Nom de la fonction ou de l’institution
recipient-name-hint = Tel que les pages publiques le montreront, par exemple « Ministère chargé des collectivités ».
recipient-person = Personne (facultatif)
recipient-person-hint = Pour les lettres seulement, par exemple « Madame la ministre ».
recipient-address = Adresse postale (facultatif)
recipient-email = Adresse électronique (facultatif)
recipient-lang = Langue des lettres
recipient-in-french = Français
recipient-in-english = Anglais
recipient-privacy = Seul le nom de la fonction est public. La personne et les adresses ne servent qu’aux bordereaux et aux lettres, et restent entre porte-parole.
recipient-no-name = Indiquez le nom de la fonction ou de l’institution.
recipient-no-email = Cette adresse électronique n’en est pas une. Corrigez-la, ou laissez le champ vide.
recipient-president = Présidence de la République
recipient-government = Gouvernement
recipient-ministry = Ministère
recipient-group = Parlement
recipient-candidate = Candidature
recipient-press = Presse
recipient-other = Autre
days-count = { $count ->
    [0] moins d’un jour
    [one] { $n } jour
   *[other] { $n } jours
}
manner-hand = en main propre
manner-post = par la poste
manner-email = par courriel
reply-received = Accusé de réception
reply-replied = Réponse sans engagement
reply-committed = Engagement
reply-partly = Engagement partiel
reply-refused = Refus
reply-withdrawn = Réponse retirée
silence-not-handed = La motion ne lui a pas été remise.
silence-days = { $count ->
    [0] Sans réponse depuis moins d’un jour.
    [one] Sans réponse depuis { $n } jour.
   *[other] Sans réponse depuis { $n } jours.
}
silence-received = { $count ->
    [0] Réception accusée, sans réponse depuis moins d’un jour.
    [one] Réception accusée, sans réponse depuis { $n } jour.
   *[other] Réception accusée, sans réponse depuis { $n } jours.
}
silence-broken = A répondu.
due-by = D’ici au { $it }.
due-late = { $count ->
    [one] Échéance dépassée depuis { $n } jour.
   *[other] Échéance dépassée depuis { $n } jours.
}
section-axis = Axe { $number }. { $title }
section-priority = Priorité { $number }. { $title }
section-question = Question { $number }. { $title }
title-hand-overs = Remettre la motion
hand-over-version = Version { $number }, { $state }, empreinte { $seal }…
hand-over-published = publiée
hand-over-frozen = figée, pas encore publiée
hand-over-nobody = Il n’y a personne à qui la remettre.
hand-over-to = À qui a-t-elle été remise ?
hand-over-day = Quel jour ?
hand-over-manner = Comment ?
hand-over-place = Où ? (facultatif)
hand-over-delegation = Par qui ? (facultatif)
hand-over-delegation-hint = Les membres de la délégation, séparés par des virgules.
hand-over-record = Enregistrer la remise
hand-over-log = Ce qui a été remis
hand-over-csv = Télécharger ce registre (CSV)
hand-over-by = par { $it }
hand-over-of = version { $it }
hand-over-slip = Bordereau
hand-over-cancel = Annuler
hand-over-cancel-which = Annuler la remise : { $it }
hand-over-cancelled = annulée
hand-over-no-recipient = Cochez au moins un destinataire.
hand-over-no-day = Indiquez le jour de la remise.
hand-over-later = La remise ne peut pas être datée d’un jour à venir.
title-hand-over-slip = Bordereau de remise
slip-file = bordereau.pdf
slip-archive = bordereaux.zip
slip-all = Tous les bordereaux en PDF (ZIP)
slip-square = Carré à scanner : il mène à la page des suites
slip-print = Imprimez cette page en deux exemplaires : un pour le destinataire, un signé pour l’association.
slip-adopted = Adoptée le { $it }
slip-at = , à { $it }
slip-votes = , par { $for } voix pour, { $against } contre et { $abstaining } abstentions
slip-clauses = { $count ->
    [one] Elle formule { $n } demande.
   *[other] Elle formule { $n } demandes.
}
slip-day = Remise le
slip-manner = Manière
slip-place = Lieu
slip-delegation = Délégation
slip-version = Version
slip-seal = Empreinte SHA-256 du texte
slip-written = Une réponse écrite à chaque demande est attendue. Ce qu’elle devient est publié, jour après jour, sur
slip-sign-delegation = Pour la délégation,
slip-sign-recipient = Reçu par,
title-answers = Réponses : { $it }
answer-recorded = Réponses enregistrées
answer-record = Enregistrer une réponse
answer-correct-this = Corriger cette réponse
answer-correct = Corriger
answer-withdraw = Retirer
answer-nothing-erased = Rien ne s’efface : corriger ou retirer ajoute une ligne au journal, et l’ancienne ne compte plus.
answer-source = Source
answer-letter = Document reçu
answer-bare = sans document à l’appui
answer-words = Lire la réponse
answer-what = Qu’a-t-il répondu ?
answer-about = À quoi ?
answer-on-all = Toute la motion
answer-on-clause = Demande { $it }
answer-day = Quel jour ?
answer-measure = Mesure annoncée (facultatif)
answer-measure-hint = En quelques mots, par exemple « un fonds de 10 M€ ».
answer-due = Pour quand ? (facultatif)
answer-text = Texte de la réponse (facultatif, public)
answer-link = Où la lire en ligne ? (facultatif, public)
answer-document = Document reçu (facultatif)
answer-document-hint = PDF, ODT, DOCX ou image, { $it } au plus.
answer-public = Publier ce document. Vérifiez qu’il ne porte ni téléphone ni adresse personnelle.
answer-save = Enregistrer la réponse
answer-no-clause = Dites à quoi il répond : toute la motion, ou au moins une demande.
answer-both = Choisissez : toute la motion, ou seulement les demandes cochées.
answer-one-clause = Une correction porte sur une seule réponse : choisissez une seule demande.
answer-no-day = Indiquez le jour de la réponse ; il ne peut pas être à venir.
answer-no-due = Cette échéance n’est pas une date.
answer-no-link = L’adresse doit commencer par https:// ou http://.
answer-corrected-already = Cette réponse a déjà été corrigée ou retirée. Relisez la liste ci-dessus.
title-ask-again = Relances
again-lead = Ceux qui n’ont pas répondu, du plus ancien silence au plus récent, avec une lettre prête à partir.
again-all = Tous
again-days = { $count ->
    [one] Depuis { $n } jour
   *[other] Depuis { $n } jours
}
again-for = { $count ->
    [0] moins d’un jour
    [one] { $n } jour
   *[other] { $n } jours
}
again-nobody = Personne ne manque à l’appel.
again-asked = Dernière relance le { $it }.
again-read = Lire la lettre
again-about = Objet :
again-mail = L’ouvrir dans ma messagerie, à { $it }
again-sent = J’ai envoyé cette relance
again-sent-which = J’ai envoyé cette relance : { $it }
again-subject = Motion « { $edition } » : dans l’attente de votre réponse
again-letter = Le { $day }, nous vous avons remis la motion « { $edition } », qui formule { $clauses } demandes. Après { $days }, nous n’avons pas reçu de réponse de votre part.

    Les élues et les élus qui ont contribué attendent une réponse écrite à chacune de ces demandes. Ce que chaque destinataire a répondu est publié ici : { $address }

    Nous vous serions reconnaissants de bien vouloir nous l’adresser.
again-closing = Veuillez agréer l’expression de notre haute considération.
title-asked-before = Déjà demandé ?
asked-none = Aucune édition antérieure n’a publié de motion sur ce site.
asked-lead = Pour chaque énoncé, la demande de chaque motion antérieure qui en est la plus proche, selon le moteur. Elle parle de la même chose ; c’est à vous de dire si elle demande la même chose. Rien n’est public avant.
asked-to-judge = À trancher
asked-confirmed = Confirmées
asked-refused = Écartées
asked-same = C’est la même demande
asked-other = Ce n’est pas la même
asked-forget = Revenir sur ce choix
asked-by-hand = Relier deux demandes
asked-clause = Énoncé de ce texte
asked-earlier = Demande d’une motion antérieure
asked-edition = { $edition } ({ $year })
asked-unclear = Cette demande n’est pas, ou n’est plus, dans un de ces deux textes.
before-also = Demandé aussi en
before-every = Demandé dans chaque motion depuis { $it } :
before-and = {" et "}
downloads-asked-before = Demandes des motions antérieures, confirmées
title-follow-up = Les suites de la motion
follow-up-not-published = La motion n’est pas encore publiée. Quand elle le sera, cette page dira à qui elle a été remise, ce que chacun a répondu, et depuis combien de jours les autres se taisent.
follow-up-nobody = La motion est publiée. Elle n’a encore été remise à personne.
follow-up-handed = La motion a été remise à { $count ->
    [one] un destinataire.
   *[other] { $n } destinataires.
}
follow-up-silent = { $count ->
    [one] Un n’a pas encore répondu.
   *[other] { $n } n’ont pas encore répondu.
}
follow-up-all-answered = Tout le monde a répondu.
follow-up-answered = a répondu
follow-up-promises = Engagements pris
follow-up-clauses = Demande par demande
follow-up-none-from = Sans réponse : { $it }.
follow-up-received-by = Réception accusée : { $it }.
follow-up-whole-from = Réponse d’ensemble : { $it }.
follow-up-account = Le compte
follow-up-account-text = Chaque demande compte une fois pour chaque destinataire.
follow-up-feed = Suivre ces changements dans un lecteur de flux (Atom)
account-silent = Sans réponse
account-received = Réception accusée, sans réponse
account-replied = Réponses sans engagement
account-committed = Engagements
account-partly = Engagements partiels
account-refused = Refus
account-not-handed = Non remises
account-total = En tout
feed-handed = Motion remise : { $to }, le { $day }
feed-answered = { $who } : { $reply } ({ $about })
space-recipients = Remettre la motion et suivre les réponses
title-recognise = Reconnaître son projet dans la motion
recognise-lead = Donnez le texte du projet de votre collectivité. Le site cherche les demandes de la motion qu’il rejoint ; vous cochez celles qui conviennent, puis vous publiez.
recognise-territory = Votre collectivité
recognise-which = Plusieurs collectivités portent ce nom. Laquelle ?
recognise-project = Texte du projet
recognise-project-hint = Collez ici une page de présentation, un extrait de délibération… Il sera public.
recognise-document = Ou un document
recognise-document-hint = PDF, ODT ou DOCX, { $it } au plus. Son texte remplit le champ laissé vide ; le fichier n’est pas gardé.
recognise-link = Où lire ce projet en ligne ? (facultatif)
recognise-find = Chercher les demandes
recognise-mine = Mes projets
recognise-published = publié
recognise-waits = à confirmer
recognise-others = Tous les projets publiés
recognise-withdraw = Retirer ce projet
recognise-withdraw-which = Retirer ce projet : { $it }
recognise-no-territory = Cette collectivité n’est pas dans la liste officielle. Vérifiez l’orthographe, ou essayez le code postal.
recognise-several = Plusieurs collectivités portent ce nom : choisissez la vôtre.
recognise-short = Donnez le texte du projet, en une phrase au moins. Un document numérisé n’a pas de texte lisible : recopiez-en un extrait.
confirm-lead = Cochez les demandes que votre projet rejoint vraiment : c’est vous qui décidez.
confirm-none = Cochez au moins une demande, ou retirez ce projet.
confirm-nothing-near = Aucune demande ne ressemble à ce projet. Vous pouvez en choisir dans la liste.
confirm-near = Demandes proches de votre projet
confirm-words = Dans votre projet :
confirm-far = Voir les autres demandes
confirm-far-legend = Autres demandes
confirm-publish = Publier
confirm-again = Enregistrer ces demandes
title-projects = Nos projets rejoignent la motion
projects-not-published = La motion n’est pas encore publiée. Quand elle le sera, les collectivités pourront dire ici ce que leurs projets partagent avec elle.
projects-count = { $count ->
    [0] Aucune collectivité n’a encore reconnu son projet dans la motion.
    [one] Une collectivité reconnaît son projet dans la motion.
   *[other] { $n } projets de collectivités se reconnaissent dans la motion.
}
projects-territories = { $count ->
    [one] { $n } projet
   *[other] { $n } projets
}
projects-mine = Reconnaître le projet de ma collectivité
projects-table = Projets des collectivités
projects-territory = Collectivité
projects-joins = Ce qu’il rejoint
projects-where = Où sont-elles ?
projects-map = Carte des départements : nombre de projets qui rejoignent la motion. Le tableau ci-dessus les nomme tous.
projects-none = aucun projet
projects-between = { $from } à { $to } projets
projects-over = { $it } projets et plus
projects-sections = Partie par partie
project-clauses = Les demandes qu’il rejoint
project-text = Le projet
project-since = Publié le { $it }.
project-read = Lire le projet en ligne
project-embed = Le dire sur votre site
project-embed-text = Copiez ce code dans une page du site de la collectivité. La seconde ligne est un simple lien, qui suffit si votre site n’accepte pas les cadres.
card-fictional = démonstration
card-read = { $count ->
    [one] Lire la demande qu’ils partagent
   *[other] Lire les { $n } demandes qu’ils partagent
}
joins-axis = Nos projets rejoignent l’axe { $it }
joins-axes = Nos projets rejoignent les axes { $it }
joins-priority = Nos projets rejoignent la priorité { $it }
joins-priorities = Nos projets rejoignent les priorités { $it }
joins-question = Nos projets rejoignent la question { $it }
joins-questions = Nos projets rejoignent les questions { $it }
list-and = { $before } et { $last }
follow-up-recognised = S’y reconnaissent : { $it }.
title-testify = Demande { $it } : ce qui a été fait
title-testimonies = Ce que disent les membres
testify-title = Ce qui a été fait, ce qui ne l’a pas été
testify-members = Des membres le disent. Ce ne sont pas les réponses des destinataires.
testify-here = Dire ce qui a été fait chez vous
testify-body = Qu’est-ce qui a été fait, et qu’est-ce qui ne l’a pas été ?
testify-hint = Ce texte sera public : n’y mettez ni téléphone, ni adresse, ni nom de quelqu’un d’autre.
testify-named = Publier mon nom à côté
testify-send = Publier
testify-closed = On peut écrire ici pendant la phase de suivi de la motion.
testify-no-words = Écrivez quelques mots.
testify-long = C’est trop long : 2 000 caractères au plus.
testify-enough = Vous avez écrit cinq fois sur cette demande. Retirez un de ces textes pour en écrire un autre.
testify-not-yours = Ce texte n’est pas le vôtre, ou il est déjà retiré.
testify-no-reason = Dites pourquoi vous retirez ce texte : son auteur le lira.
testify-nothing = Personne n’a encore rien écrit.
testify-someone = Une personne inscrite
testify-unnamed = { $it } (sans son nom en public)
testify-withdrawn = Retiré
testify-withdrawn-for = Retiré : { $it }
testify-withdraw = Retirer
testify-withdraw-which = Retirer ce qu’a écrit { $it }
testify-why = Raison
follow-up-testimonies = { $count ->
    [one] Un témoignage.
   *[other] { $n } témoignages.
}
title-press = Presse
title-press-desk = Préparer le dossier de presse
press-not-ready = Le dossier de presse n’est pas encore prêt.
press-until = Le dossier de presse sera public le { $it }.
press-only-you = D’ici là, seuls les porte-parole voient ce qui suit.
press-contributions = { $count ->
    [one] contribution reçue
   *[other] contributions reçues
}
press-questions = { $count ->
    [one] question structurante
   *[other] questions structurantes
}
press-propositions = { $count ->
    [one] proposition
   *[other] propositions
}
press-text = Le texte adopté
press-said = Ils et elles l’ont dit
press-said-text = Ces phrases viennent des contributions ; leurs auteurs acceptent d’être nommés.
press-more = Pour aller plus loin
press-contact = Contact
press-archive = dossier-de-presse.zip
press-take = Tout le dossier en un fichier (ZIP)
press-readme = LISEZ-MOI.txt
press-figures-file = chiffres.csv
press-quotations-file = citations.txt
press-readme-head = Dossier de presse – { $it }
press-readme-files = Dans ce dossier
press-readme-whole = la motion, texte complet (PDF)
press-readme-short = ce que la motion demande, en deux pages (PDF)
press-readme-figures = les chiffres
press-readme-quotations = des phrases de contributions, dont les auteurs acceptent d’être nommés
press-readme-online = En ligne : { $it }
press-figures-head = chiffre,ce qu’il compte
press-embargo = Quand le dossier devient public
press-opens = Le dossier devient public le { $it }, sans que personne ait à s’en occuper.
press-no-embargo = Aucune date n’est fixée : seuls les porte-parole voient le dossier.
press-see = Voir le dossier
press-day = Jour
press-hour = Heure, à l’horloge de l’édition
press-set = Fixer ce moment
press-number = Numéro de la contribution
press-words = Phrase à citer
press-words-hint = Copiez-la telle quelle depuis la contribution.
press-quote = Ajouter cette citation
press-unquote = Retirer
press-unquote-which = Retirer la citation : { $it }
press-no-instant = Indiquez un jour et une heure.
press-no-contribution = Aucune contribution ne porte ce numéro.
press-not-named = L’auteur de cette contribution n’a pas accepté d’être nommé : elle ne peut pas être citée ici.
press-other-words = Ces mots ne sont pas dans la contribution. Copiez la phrase telle quelle.
# Rédaction à plusieurs
title-drafting = Rédaction de la motion
space-draft = Rédiger la motion à plusieurs
draft-lead = Plusieurs personnes peuvent écrire en même temps ; chacune voit où sont les autres.
draft-lead-reader = Le texte se lit ici pendant qu’il s’écrit.
draft-no-script = Voici le texte tel qu’il a été enregistré en dernier. Écrire à plusieurs demande JavaScript ; les formulaires de la motion permettent d’écrire sans.
draft-saved = Enregistré
draft-sending = Envoi… (#)
draft-offline = Hors ligne : ce que vous écrivez est gardé ici
draft-closed = Hors ligne : cette page ne se met plus à jour
draft-waiting = Connexion…
draft-reading = À jour
draft-too-large = Le texte est devenu trop long pour être enregistré. Copiez ce que vous avez écrit en dernier avant de quitter la page.
draft-refused = Vous ne pouvez plus écrire ici. Copiez ce que vous avez écrit en dernier avant de quitter la page.
draft-clause = Énoncé
draft-unsourced = sans source
draft-axis = Axe
draft-priority = Priorité
draft-question = Question
draft-title = Titre de la motion
draft-address = À qui elle s’adresse
draft-reasons = Exposé des motifs
draft-demand = Ce qui mène aux énoncés
draft-recital = Considérant
draft-section-title = Titre de la partie
draft-lead-in = Ce qui précède les énoncés
draft-annex = Annexe
draft-alone = Personne d’autre n’est ici
draft-with = Aussi ici :
draft-text = Texte de la motion
draft-tools = Outils de rédaction
draft-stress = Accentuer
draft-list = Liste
draft-quote = Citation
draft-undo = Annuler
draft-redo = Rétablir
draft-split = Couper l’énoncé
draft-join = Joindre au précédent
draft-up = Monter l’énoncé
draft-down = Descendre l’énoncé
draft-add = Nouvel énoncé
draft-add-section = Nouvelle partie
draft-add-recital = Nouveau considérant
draft-add-annex = Nouvelle annexe
draft-here = écrit ici
draft-keys = Au clavier
draft-keys-text = Tab sort du texte, Alt+F10 mène aux outils, Échap en revient. Entrée fait un paragraphe, Ctrl+Entrée coupe l’énoncé, Ctrl+Maj+Entrée en crée un, Ctrl+Retour arrière au début d’un énoncé le joint au précédent, Alt+↑ et Alt+↓ le déplacent, Ctrl+I accentue, Ctrl+Z annule, Ctrl+Y rétablit.
error-two-pages = Ce texte ne tient pas en deux pages
error-two-pages-text = Même dans le plus petit caractère lisible, la motion demande plus de deux pages. Le texte entier se télécharge depuis la page de la motion.

# Un texte écrit ailleurs, repris dans la motion
title-take-in = Importer un texte dans la motion
workshop-take-in = Importer un texte
take-in-lead = Le texte a été travaillé ailleurs ? Donnez le document : vous verrez ce qui en est compris, et rien ne sera écrit sans votre accord.
take-in-document = Document
take-in-hint = DOCX, ODT ou Markdown, { $it } au plus.
take-in-read = Lire ce document
take-in-rules = Les titres deviennent des parties, les éléments numérotés ou à puces des énoncés (les paragraphes, s’il n’y en a pas), les « Considérant » de l’ouverture des considérants ; le reste de l’ouverture, l’exposé des motifs. Un énoncé inchangé garde ses contributions, un énoncé récrit aussi ; un énoncé nouveau est marqué « sans source ».
take-in-understood = Lu dans « { $it } » :
take-in-becomes = Ce que deviendrait le texte
take-in-left = Ce qui n’est pas repris
take-in-nothing-yet = Rien n’est encore écrit. Si vous acceptez, le texte actuel est gardé comme version et celui-ci prend sa place.
take-in-accept = Accepter ce texte
take-in-other = Choisir un autre document
take-in-annex = Annexe
take-in-label = Avant l’import de { $it }
take-in-rewritten = récrit, garde ses sources
take-in-no-file = Choisissez un document.
take-in-meanwhile = Quelqu’un a écrit dans le texte depuis cette lecture. Voici ce que l’import donnerait maintenant.
take-in-nothing = Aucun énoncé n’a été reconnu dans « { $it } ». Numérotez les demandes, ou mettez-les sous des titres.
take-in-long = « { $it } » est trop long pour une motion : 500 énoncés au plus, et 20 000 signes pour chaque texte.
take-in-kind = « { $file } » n’est ni un DOCX, ni un ODT, ni un texte en Markdown (UTF-8). Enregistrez-le dans l’un de ces formats.
take-in-old-word = « { $file } » est un document Word d’avant 2007. Enregistrez-le en DOCX.
take-in-macros = « { $file } » contient des macros. Enregistrez-le en DOCX sans macros.
take-in-swollen = « { $file } » pèserait trop une fois décompressé. Retirez ses images.
take-in-field-new = { $it } : texte nouveau
take-in-field-gone = { $it } : absent du document, quitte le texte
take-in-left-ours = ce que le site écrit lui-même autour de la motion (état, chiffres, adoption, méthode, empreinte)
take-in-sections = { $count ->
    [one] { $n } partie
   *[other] { $n } parties
}
take-in-clauses = { $count ->
    [one] { $n } énoncé
   *[other] { $n } énoncés
}
take-in-recitals = { $count ->
    [one] { $n } considérant
   *[other] { $n } considérants
}
take-in-annexes = { $count ->
    [one] { $n } annexe
   *[other] { $n } annexes
}
take-in-kept = { $count ->
    [one] { $n } énoncé inchangé garde son identité et ses sources
   *[other] { $n } énoncés inchangés gardent leur identité et leurs sources
}
take-in-changed = { $count ->
    [one] { $n } énoncé récrit garde ses sources
   *[other] { $n } énoncés récrits gardent leurs sources
}
take-in-new = { $count ->
    [one] { $n } énoncé nouveau, sans source
   *[other] { $n } énoncés nouveaux, sans source
}
take-in-gone = { $count ->
    [one] { $n } énoncé retiré ; ce dont il venait attend d’être replacé
   *[other] { $n } énoncés retirés ; ce dont ils venaient attend d’être replacé
}
take-in-left-struck = { $count ->
    [one] { $n } suppression suivie : ses mots sont partis
   *[other] { $n } suppressions suivies : leurs mots sont partis
}
take-in-left-added = { $count ->
    [one] { $n } ajout suivi, pris comme accepté
   *[other] { $n } ajouts suivis, pris comme acceptés
}
take-in-left-comment = { $count ->
    [one] { $n } commentaire
   *[other] { $n } commentaires
}
take-in-left-note = { $count ->
    [one] { $n } note de bas de page
   *[other] { $n } notes de bas de page
}
take-in-left-image = { $count ->
    [one] { $n } image
   *[other] { $n } images
}
take-in-left-table = { $count ->
    [one] { $n } tableau : ses mots sont devenus des paragraphes
   *[other] { $n } tableaux : leurs mots sont devenus des paragraphes
}
take-in-left-frame = { $count ->
    [one] { $n } cadre de texte
   *[other] { $n } cadres de texte
}
take-in-left-link = { $count ->
    [one] { $n } adresse de lien : ses mots sont gardés
   *[other] { $n } adresses de liens : leurs mots sont gardés
}
take-in-left-code = { $count ->
    [one] { $n } passage de code ou de HTML
   *[other] { $n } passages de code ou de HTML
}

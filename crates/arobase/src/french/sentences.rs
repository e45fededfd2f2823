//! What the command line says in English, with its French. A table: uniform entries, no logic.

/// English, then French.
pub(super) const TEXTS: &[(&str, &str)] = &[
    ("Reads a document from standard input, for the site", "Lire un document sur l’entrée standard, pour le site"),
    (
        "Characters of its text that are kept; without it, what its paragraphs are",
        "Caractères de son texte que l’on garde ; sans elle, ce que sont ses paragraphes",
    ),
    (
        "From hundreds of contributions to one motion, every idea accounted for",
        "De centaines de contributions à une motion, sans perdre une idée",
    ),
    (
        "Turn contributions into themes, questions and propositions, every idea accounted for",
        "Faire de contributions des thèmes, des questions et des propositions, sans perdre une idée",
    ),
    (
        "Reads CSV (any separator and encoding, gzip too), XLSX, ODS and JSON Lines. Columns are found by their names (texte, contribution, body/fr…) \
         unless they are given. Writes ideas.csv, themes.csv, questions.csv, propositions.csv, backing.csv, lineage.csv, ledger.csv, personal.csv, run.json, state.json \
         and report.html, all at once or not at all. Interrupted, the same command goes on from its last long stage, kept until then in a hidden folder beside DIR. Profiles, ladder, splits, partitions, reinert, map and nearest (.csv) help judge the themes. From an earlier run or with gestures, difference.csv tells what moved and proposal.jsonl what could. Exits with 2 when the input or the directory will not do.",
        "Lit le CSV (tout séparateur, tout encodage, gzip compris), XLSX, ODS et JSON Lines. Les colonnes sont reconnues à leur nom (texte, contribution, \
         body/fr…), sauf à les donner. Écrit ideas.csv, themes.csv, questions.csv, propositions.csv, backing.csv, lineage.csv, ledger.csv, personal.csv, run.json, state.json \
         et report.html, tous d’un coup ou aucun. Interrompue, la même commande reprend après sa dernière longue étape, gardée jusque-là dans un dossier caché à côté de DIR. Pour juger les thèmes : profiles, ladder, splits, partitions, reinert, map et nearest (.csv). Depuis un passage antérieur ou avec des gestes, difference.csv dit ce qui a bougé et proposal.jsonl ce qui \
         pourrait. Sort avec le code 2 quand les fichiers ou le dossier ne conviennent pas.",
    ),
    ("Tables of contributions, read as one", "Tableaux de contributions, lus comme un seul"),
    (
        "Directory of the results: new, empty, or holding earlier results, which are replaced",
        "Dossier des résultats : neuf, vide, ou occupé par des résultats antérieurs, qui sont remplacés",
    ),
    (
        "Column of the text; several form one text, joined by a blank line",
        "Colonne du texte ; plusieurs forment un seul texte, séparées d’une ligne vide",
    ),
    (
        "Results of an earlier run to go on from: what people decided stays, late contributions find their place",
        "Résultats d’un passage d’où repartir : ce que des personnes ont décidé demeure, les contributions tardives trouvent leur place",
    ),
    (
        "Gestures to make on the themes, one JSON object a line: merge, split, move, rename, lock, unlock, create, dissolve, off_topic",
        "Gestes à faire sur les thèmes, un objet JSON par ligne : merge, split, move, rename, lock, unlock, create, dissolve, off_topic",
    ),
    ("LONGEST", "LONGUEUR"),
    ("Column of the title", "Colonne du titre"),
    ("Column of the identifier", "Colonne de l’identifiant"),
    ("Column of the author, to count distinct people", "Colonne de l’auteur, pour compter les personnes distinctes"),
    ("Column of the territory", "Colonne de la collectivité"),
    ("Column of the date", "Colonne de la date"),
    ("Column of the channel: online, paper, phone…", "Colonne du canal : en ligne, papier, téléphone…"),
    (
        "Column of the question answered, or its words when all answer the same: a bare noun wishes or complains by what was asked",
        "Colonne de la question posée, ou ses mots quand tous répondent à la même : selon elle, un nom seul souhaite ou se plaint",
    ),
    (
        "How many themes [default: as many as are stable]",
        "Nombre de thèmes [par défaut : autant qu’il y en a de stables]",
    ),
    (
        "How many structuring questions, 2 to 8 [default: 3 to 6, as themes group]",
        "Nombre de questions structurantes, de 2 à 8 [par défaut : de 3 à 6, selon les thèmes]",
    ),
    (
        "How many propositions [default: 12 to 60, as contributions are many]",
        "Nombre de propositions [par défaut : de 12 à 60, selon les contributions]",
    ),
    (
        "Seed of everything drawn; the same seed gives the same results",
        "Graine de tous les tirages ; la même graine donne les mêmes résultats",
    ),
    (
        "Threads, which change nothing but the duration [default: as many as processors]",
        "Fils d’exécution, qui ne changent que la durée [par défaut : autant que de processeurs]",
    ),
    (
        "Find opinion groups in votes: what unites them, what sets each apart",
        "Trouver des groupes d’opinion dans des votes\u{a0}: ce qui rassemble, ce qui distingue",
    ),
    (
        "Reads the exports of Polis (votes.csv and comments.csv) and any table of participant, statement, vote, where a vote is 1, 0, -1, or agree, \
         pass, disagree. The last vote of each person on each statement counts. Writes groups.csv, statements.csv, highlights.csv, opinions.json, map.svg \
         and report.html, all at once or not at all. Exits with 2 when the input or the directory will not do.",
        "Lit les exports de Polis (votes.csv et comments.csv) et tout tableau participant, affirmation, vote, où un vote est 1, 0, -1, ou d’accord, passe, \
         pas d’accord. Le dernier vote de chaque personne sur chaque affirmation compte. Écrit groups.csv, statements.csv, highlights.csv, opinions.json, \
         map.svg et report.html, tous d’un coup ou aucun. Sort avec le code 2 quand les fichiers ou le dossier ne conviennent pas.",
    ),
    ("Table of votes", "Tableau des votes"),
    (
        "Table of the statements: identifier, text, moderation",
        "Tableau des affirmations\u{a0}: identifiant, texte, modération",
    ),
    (
        "stable: no tiny group, and none at all when none is clear; polis: those of Polis, as red-dwarf computes them",
        "stable\u{a0}: aucun groupe minuscule, et aucun du tout quand rien n’est net\u{a0}; polis\u{a0}: ceux de Polis, comme red-dwarf les calcule",
    ),
    (
        "Number that means “agree”: 1 or -1 [default: found by the counts of the statements]",
        "Nombre qui veut dire «\u{a0}d’accord\u{a0}»\u{a0}: 1 ou -1 [par défaut\u{a0}: trouvé par les décomptes des affirmations]",
    ),
    ("VOTES", "VOTES"),
    ("MODE", "MODE"),
    (
        "Also write what other tools open: analysis.xlsx and .ods, mindmap.opml and .mm, corpora for IRaMuTeQ, project.qdpx and codebook.qdc for NVivo, ATLAS.ti or QualCoder",
        "Écrire aussi ce que d’autres outils ouvrent : analysis.xlsx et .ods, mindmap.opml et .mm, corpus pour IRaMuTeQ, project.qdpx et codebook.qdc pour NVivo, ATLAS.ti ou QualCoder",
    ),
    ("Refuse the files if a single row cannot be read", "Refuser les fichiers dès qu’une ligne est illisible"),
    ("Print a summary as one JSON object", "Écrire le résumé comme un objet JSON"),
    (
        "Language of messages and report: fr or en [default: that of the system, else fr]",
        "Langue des messages et du rapport : fr ou en [par défaut : celle du système, sinon fr]",
    ),
    (
        "Compare two runs: how far they agree, which ideas moved, what became of the themes",
        "Comparer deux passages : leur accord, les idées déplacées, ce que sont devenus les thèmes",
    ),
    (
        "Ideas are matched by their contribution, place and words, themes by their ideas; contributions may have been added or removed between the two \
         runs.",
        "Une idée se reconnaît à sa contribution, à sa place et à ses mots, un thème à ses idées ; des contributions peuvent avoir été ajoutées ou retirées \
         entre les deux passages.",
    ),
    ("Results of the earlier run", "Résultats du premier passage"),
    ("Results of the later run", "Résultats du second passage"),
    ("File for the drawing of where ideas went, as SVG", "Fichier pour le dessin des déplacements d’idées, en SVG"),
    (
        "Print everything, each moved idea included, as one JSON object",
        "Tout écrire, chaque idée déplacée comprise, comme un objet JSON",
    ),
    (
        "Verify a run: count every figure again from the ledger and the ideas, and say what does not add up",
        "Vérifier un passage : recompter chaque chiffre d’après le registre et les idées, dire ce qui ne se recoupe pas",
    ),
    (
        "Ends with 0 when everything adds up, 1 when something does not, 2 when the files cannot be read. With the contributions (--input), places in \
         texts, authors and local authorities are verified too.",
        "Sort avec 0 quand tout se recoupe, 1 sinon, 2 quand les fichiers ne se lisent pas. Avec les contributions (--input), la place dans les textes, les \
         auteurs et les collectivités sont vérifiés aussi.",
    ),
    ("Results of a run", "Résultats d’un passage"),
    (
        "Show every place where a term is said, with the words around it",
        "Montrer chaque endroit où un terme est dit, avec les mots autour",
    ),
    (
        "Inflected forms, accents and capitals do not matter: « agent formé » finds « Agents formés ». A word that ends in * stands for all those that begin \
         so: form* finds « formation ». Small words (de, la, et…) are passed over.",
        "Formes fléchies, accents et majuscules ne comptent pas : « agent formé » trouve « Agents formés ». Un mot terminé par * vaut pour tous ceux qui \
         commencent ainsi : form* trouve « formation ». Les petits mots (de, la, et…) sont sautés.",
    ),
    ("What to look for: one word or several in a row", "Ce qu’on cherche : un mot, ou plusieurs à la suite"),
    ("Only in this theme, such as t03", "Dans ce thème seulement, par exemple t03"),
    ("Characters on each side", "Caractères de chaque côté"),
    (
        "Print as CSV: idea, contribution, theme, left, term, right",
        "Écrire en CSV : idée, contribution, thème, avant, terme, après",
    ),
    ("Tables of the contributions that the run was made of", "Tableaux des contributions dont le passage a été fait"),
    ("Print everything found as one JSON object", "Écrire tout ce qui est trouvé comme un objet JSON"),
    (
        "OpenAI-compatible service that encodes the texts, such as http://localhost:11434/v1; it receives them, the personal data found in \
         them masked [default: none, nothing leaves this machine]",
        "Service compatible OpenAI qui encode les textes, par exemple http://localhost:11434/v1 ; il les reçoit, les données personnelles \
         reconnues masquées [par défaut : aucun, rien ne quitte cette machine]",
    ),
    ("Its model", "Son modèle"),
    (
        "Environment variable that holds its key [default: AROBASE_ENCODER_KEY]",
        "Variable d’environnement qui contient sa clé [par défaut : AROBASE_ENCODER_KEY]",
    ),
    (
        "Folder of the vectors received, kept so that they are not asked again [default: that of the system]",
        "Dossier des vecteurs reçus, gardés pour ne pas être redemandés [par défaut : celui du système]",
    ),
    (
        "OpenAI-compatible service that suggests labels, wordings and paragraphs once the result is there, verified and kept apart; it receives texts, \
         the personal data found in them masked [default: none]",
        "Service compatible OpenAI qui, une fois le résultat obtenu, suggère noms, formulations et paragraphes, vérifiés et gardés à part ; il reçoit des \
         textes, les données personnelles reconnues masquées [par défaut : aucun]",
    ),
    ("Its language model", "Son modèle de langage"),
    (
        "Environment variable that holds the key of that service [default: AROBASE_SUGGEST_KEY]",
        "Variable d’environnement qui contient la clé de ce service [par défaut : AROBASE_SUGGEST_KEY]",
    ),
    (
        "Seconds to wait for each answer of a service [default: 120]",
        "Secondes d’attente de chaque réponse d’un service [par défaut : 120]",
    ),
    (
        "Make the demonstration edition (492 fictional contributions), analyse it and serve it",
        "Créer l’édition de démonstration (492 contributions fictives), l’analyser et la servir",
    ),
    ("Folder of its data; made if it does not exist", "Dossier de ses données, créé s’il n’existe pas"),
    ("Folder of the data; made if it does not exist", "Dossier des données, créé s’il n’existe pas"),
    (
        "Address and port; the next free port if that one is taken",
        "Adresse et port ; le port libre suivant si celui-là est pris",
    ),
    (
        "PostgreSQL instead of the database embedded in the folder: postgres://user:password@host/name",
        "PostgreSQL au lieu de la base embarquée dans le dossier : postgres://nom:motdepasse@hôte/base",
    ),
    (
        "Make an empty edition, open to contributions for seven weeks",
        "Créer une édition vide, ouverte aux contributions pour sept semaines",
    ),
    ("Name of the edition", "Nom de l’édition"),
    ("What it says of itself in one line", "Ce qu’elle dit d’elle-même, en une ligne"),
    ("Short name in addresses", "Nom court dans les adresses"),
    (
        "Create an edition, list those there are, or tell the planning of one",
        "Créer une édition, énumérer celles qui existent, ou dire le calendrier de l’une d’elles",
    ),
    (
        "Create an edition: the day of its congress is enough, phases are laid out around it unless they are given",
        "Créer une édition\u{a0}: le jour de son congrès suffit, les phases sont disposées autour sauf à les donner",
    ),
    (
        "From options, from a file, or from a file that options complete. In the file (TOML): slug, name, motto, time_zone, congress, invitation, [[questions]] with fr and \
         en, [phases] such as collection = { from = 2027-08-19, to = 2027-10-02 }, [limits] with title and text. Phases are preparation, collection, \
         classification, congress, presentation and follow_up; they open and close by themselves, on the days of the time zone. Exits with 2 when something \
         will not do; nothing is created then.",
        "Par des options, un fichier, ou un fichier que des options complètent. Dans le fichier (TOML)\u{a0}: slug, name, motto, time_zone, congress, invitation, [[questions]] avec \
         fr et en, [phases] telles que collection = { from = 2027-08-19, to = 2027-10-02 }, [limits] avec title et text. Les phases sont preparation \
         (préparation), collection (recueil), classification (classement), congress (congrès), presentation (remise) et follow_up (suivi)\u{202f}; elles s’ouvrent et \
         se ferment d’elles-mêmes, aux jours du fuseau. Sort avec le code 2 quand quelque chose ne convient pas\u{202f}; rien n’est alors créé.",
    ),
    ("File that describes the edition, in TOML", "Fichier qui décrit l’édition, en TOML"),
    (
        "Short name in addresses [default: the year of the congress]",
        "Nom court dans les adresses [par défaut\u{a0}: l’année du congrès]",
    ),
    (
        "Guiding question, in French, then in English after a bar; may be repeated",
        "Question posée, en français, puis en anglais après une barre\u{202f}; se répète",
    ),
    ("Time zone of its days [default: Europe/Paris]", "Fuseau horaire de ses jours [par défaut\u{a0}: Europe/Paris]"),
    ("Day of the congress: 2027-10-07, or 2027-10-07T09:00", "Jour du congrès\u{a0}: 2027-10-07, ou 2027-10-07T09:00"),
    (
        "A phase with its first and last day, such as collection=2027-08-19..2027-10-02; may be repeated",
        "Une phase avec son premier et son dernier jour, comme recueil=2027-08-19..2027-10-02\u{202f}; se répète",
    ),
    ("Most characters of a title [default: 200]", "Caractères d’un titre, au plus [par défaut\u{a0}: 200]"),
    (
        "Most characters of a contribution [default: 20000]",
        "Caractères d’une contribution, au plus [par défaut\u{a0}: 20000]",
    ),
    (
        "Code of invitation, which whoever is not signed in gives to contribute [default: none, anyone may]",
        "Code d’invitation, que donne pour contribuer qui n’est pas connecté [par défaut\u{a0}: aucun, tout le monde peut]",
    ),
    (
        "List the editions: short name, congress, present phase, contributions",
        "Énumérer les éditions\u{a0}: nom court, congrès, phase en cours, contributions",
    ),
    (
        "Tell what is to be done when, counted back from the day of the congress",
        "Dire ce qu’il faut faire et quand, à rebours du jour du congrès",
    ),
    (
        "Short name of the edition [default: the one with the latest congress]",
        "Nom court de l’édition [par défaut\u{a0}: celle du congrès le plus tardif]",
    ),
    (
        "Language of messages: fr or en [default: that of the system, else fr]",
        "Langue des messages\u{a0}: fr ou en [par défaut\u{a0}: celle du système, sinon fr]",
    ),
    ("FR | EN", "FR | EN"),
    ("ZONE", "FUSEAU"),
    ("DATE", "DATE"),
    ("CODE", "CODE"),
    ("PHASE=DATE..DATE", "PHASE=DATE..DATE"),
    (
        "Bring contributions from files into an edition, each once however often they are given",
        "Verser des fichiers de contributions dans une édition, chacune une seule fois même si on les redonne",
    ),
    (
        "Recognises the exports of Decidim, CONSUL, Polis, kouchou, Talk to the City, LimeSurvey and Framaforms, any table (CSV, XLSX, ODS, JSON), and messages \
         (maildir, mbox, .eml), whose replies quoted and signatures are set apart. Each file is taken whole or not at all. Tells what became of every row: taken, \
         there already, empty, or refused and why. Exits with 2 when a file or the site will not do; nothing is imported then.",
        "Reconnaît les exports de Decidim, CONSUL, Polis, kouchou, Talk to the City, LimeSurvey et Framaforms, tout tableau (CSV, XLSX, ODS, JSON), et les messages \
         (maildir, mbox, .eml), dont les réponses citées et les signatures sont mises à part. Chaque fichier est versé en entier ou pas du tout. Dit ce que devient \
         chaque ligne\u{a0}: reprise, déjà là, vide, ou refusée et pourquoi. Sort avec le code 2 quand un fichier ou le site ne convient pas\u{202f}; rien n’est alors versé.",
    ),
    ("Files or mailboxes to import", "Fichiers ou boîtes de messages à verser"),
    (
        "Edition that receives them [default: the one with the latest congress]",
        "Édition qui les reçoit [par défaut\u{a0}: celle du congrès le plus tardif]",
    ),
    (
        "Channel of all of them: import, paper, phone, workshop, interview, room or online [default: as each row says, else import]",
        "Canal de toutes\u{a0}: import, paper (papier), phone (téléphone), workshop (atelier), interview (entretien), room (salle) ou online (en ligne) [par \
         défaut\u{a0}: ce que dit chaque ligne, sinon import]",
    ),
    (
        "Name of where they come from, within which identifiers are unique [default: the platform, and its server if told]",
        "Nom de leur provenance, où les identifiants sont uniques [par défaut\u{a0}: la plateforme, et son serveur s’il est dit]",
    ),
    ("Column of the author, kept but not named on the site", "Colonne de l’auteur, gardé sans être nommé sur le site"),
    ("Column of the language", "Colonne de la langue"),
    (
        "Take drafts and questionnaires left half-way too",
        "Prendre aussi les brouillons et les questionnaires laissés en chemin",
    ),
    ("Say what would become of each row, and keep nothing", "Dire ce que deviendrait chaque ligne, sans rien garder"),
    ("Table of what became of every row", "Tableau de ce que devient chaque ligne"),
    ("CHANNEL", "CANAL"),
    (
        "Say who administers an edition, and who its members are",
        "Dire qui administre une édition, et qui en est membre",
    ),
    (
        "Add members to an edition from a file, each once however often it is given",
        "Ajouter des membres à une édition depuis un fichier, chacun une fois même s’il est redonné",
    ),
    (
        "Reads the official directory of elected officials (Répertoire national des élus) and plain lists, as CSV, XLSX or ODS: name, e-mail, function, territory, postal address. Birth dates, sex, occupation and political labels are not read. Nobody is invited by this.",
        "Lit le Répertoire national des élus et de simples listes, en CSV, XLSX ou ODS\u{a0}: nom, courriel, fonction, collectivité, adresse postale. Dates de naissance, sexe, profession et étiquettes politiques ne sont pas lus. Personne n’est invité par ce geste.",
    ),
    ("Table with one person a line", "Tableau avec une personne par ligne"),
    (
        "Say what would become of each person, and keep nothing",
        "Dire ce que deviendrait chaque personne, sans rien garder",
    ),
    (
        "Make someone administrator of an edition, and give the link they come in by",
        "Faire de quelqu’un l’administrateur d’une édition, et donner le lien par lequel il entre",
    ),
    (
        "The link opens once, within seven days. It is printed here, to be handed over by a safe way, or sent by mail with --mail.",
        "Le lien s’ouvre une seule fois, dans les sept jours. Il s’affiche ici, à transmettre par une voie sûre, ou part par courrier électronique avec --mail.",
    ),
    (
        "Take away the second factor of someone who has lost both their telephone and their recovery codes",
        "Retirer le second facteur de quelqu’un qui a perdu son téléphone et ses codes de secours",
    ),
    (
        "Make sure that it is them first: from then on the link by mail is enough, until they make another.",
        "Assurez-vous d’abord que c’est bien cette personne\u{a0}: ensuite, le lien par courrier électronique suffit, jusqu’à ce qu’elle en active un autre.",
    ),
    ("List those who administer an edition", "Lister ceux qui administrent une édition"),
    ("Their address of e-mail", "Son adresse électronique"),
    ("Their first name and name", "Son prénom et son nom"),
    (
        "Edition [default: the one with the latest congress]",
        "Édition [par défaut\u{a0}: celle du congrès le plus tardif]",
    ),
    (
        "Where people reach the site, such as https://congres.example",
        "Là où l’on accède au site, par exemple https://congres.example",
    ),
    (
        "Where people reach the site, such as https://congres.example: what links in letters begin with [default: where it listens]",
        "Là où l’on accède au site, par exemple https://congres.example\u{a0}: le début des liens envoyés par courrier [par défaut\u{a0}: là où il écoute]",
    ),
    ("Send the link by mail instead of printing it", "Envoyer le lien par courrier électronique au lieu de l’afficher"),
    (
        "Language of messages: fr or en [default: that of the system, else fr]",
        "Langue des messages\u{a0}: fr ou en [par défaut\u{a0}: celle du système, sinon fr]",
    ),
    ("EMAIL", "ADRESSE_ÉLECTRONIQUE"),
    ("Serve the current edition", "Servir l’édition en cours"),
    ("Read the journal of gestures", "Lire le journal des gestes"),
    ("Check that every entry follows from the one before", "Vérifier que chaque entrée découle de la précédente"),
    ("FILE", "FICHIER"),
    ("DIR", "DOSSIER"),
    ("FOLDER", "DOSSIER"),
    ("TERM", "MOT"),
    ("THEME", "THÈME"),
    ("COLUMN", "COLONNE"),
    ("COLUMN|TEXT", "COLONNE|TEXTE"),
    ("N", "N"),
    ("VARIABLE", "VARIABLE"),
    ("LANG", "LANGUE"),
    ("ADDRESS", "ADRESSE"),
    ("URL", "URL"),
    ("NAME", "NOM"),
    ("MOTTO", "DEVISE"),
    ("SLUG", "NOM_COURT"),
];

//! First segment of each page, in French and in English. The one table from which paths and routes are made.

/// In French, and in English.
pub(crate) type Slug = [&'static str; 2];

pub(crate) const FUNNEL: Slug = ["entonnoir", "funnel"];
pub(crate) const QUESTIONS: Slug = ["questions", "questions"];
pub(crate) const MAP: Slug = ["carte", "map"];
pub(crate) const IDEAS_MAP: Slug = ["carte-des-idees", "map-of-ideas"];
pub(crate) const SCREEN: Slug = ["ecran", "screen"];
pub(crate) const BENCH_SCREEN: Slug = ["ecran-du-classement", "screen-of-the-bench"];
pub(crate) const THEMES: Slug = ["themes", "themes"];
pub(crate) const PROPOSITIONS: Slug = ["propositions", "propositions"];
/// The text that was adopted.
pub(crate) const MOTION: Slug = ["motion", "motion"];
/// Where it is written, by forms.
pub(crate) const WORKSHOP: Slug = ["atelier", "workshop"];
/// Gestures on a clause.
pub(crate) const REWRITE: Slug = ["reecrire", "rewrite"];
/// What drafters decide of remarks.
pub(crate) const DECIDE: Slug = ["trancher", "settle"];
/// Comments and other words for a clause.
pub(crate) const REMARK: Slug = ["remarque", "remark"];
/// A text written elsewhere, taken into the motion.
pub(crate) const TAKE_IN: Slug = ["importer-un-texte", "import-a-text"];
pub(crate) const VERSIONS: Slug = ["versions-de-la-motion", "versions-of-the-motion"];
pub(crate) const ASKED_BEFORE: Slug = ["deja-demande", "already-asked"];
pub(crate) const COMPARE: Slug = ["comparer-les-versions", "compare-versions"];
pub(crate) const WEAK_SIGNALS: Slug = ["signaux-faibles", "weak-signals"];
pub(crate) const CONTRIBUTIONS: Slug = ["contributions", "contributions"];
pub(crate) const SEARCH: Slug = ["recherche", "search"];
pub(crate) const TERRITORIES: Slug = ["collectivites", "territories"];
pub(crate) const PARTICIPATION: Slug = ["participation", "participation"];
pub(crate) const LEDGER: Slug = ["registre", "ledger"];
pub(crate) const RUN: Slug = ["passage", "run"];
pub(crate) const METHOD: Slug = ["methode", "method"];
pub(crate) const DOWNLOADS: Slug = ["telechargements", "downloads"];
pub(crate) const DICTIONARY: Slug = ["dictionnaire", "dictionary"];
pub(crate) const CONTRIBUTE: Slug = ["contribuer", "contribute"];
pub(crate) const SIMILAR: Slug = ["semblables", "similar"];
pub(crate) const ASSIST: Slug = ["saisie", "entry"];
pub(crate) const GATHER: Slug = ["rencontre", "gathering"];
pub(crate) const PRINT: Slug = ["imprimer", "print"];
pub(crate) const SHEETS: Slug = ["feuilles", "sheets"];
pub(crate) const SLIPS: Slug = ["reponses", "replies"];
pub(crate) const POSTER: Slug = ["affiche", "poster"];
pub(crate) const IMPORT: Slug = ["importer", "import"];
pub(crate) const IMPORT_REPORT: Slug = ["rapport-d-import", "import-report"];
pub(crate) const IMPORT_ROWS: Slug = ["lignes-d-import", "import-rows"];
pub(crate) const GIVE_UP_IMPORT: Slug = ["abandonner-un-import", "give-up-import"];
pub(crate) const MESSAGES: Slug = ["messages-a-verifier", "messages-to-check"];
pub(crate) const DRAFT: Slug = ["brouillon", "draft"];
/// A document that everyone may have.
pub(crate) const ATTACHMENT: Slug = ["piece-jointe", "attachment"];
/// Documents, for the staff.
pub(crate) const ATTACHMENTS: Slug = ["pieces-jointes", "attachments"];
/// One of one’s own.
pub(crate) const OWN_ATTACHMENT: Slug = ["ma-piece-jointe", "my-attachment"];
pub(crate) const RECEIPT: Slug = ["recepisse", "receipt"];
pub(crate) const REVISE: Slug = ["modifier", "revise"];
pub(crate) const SIGNERS: Slug = ["signataires", "signatories"];
pub(crate) const COSIGN: Slug = ["cite-comme-signataire", "named-as-signatory"];
pub(crate) const SIGN_IN: Slug = ["connexion", "sign-in"];
pub(crate) const ELSEWHERE: Slug = ["connexion-externe", "sign-in-elsewhere"];
pub(crate) const LINK_SENT: Slug = ["lien-envoye", "link-sent"];
pub(crate) const ENTER: Slug = ["entrer", "enter"];
pub(crate) const SPACE: Slug = ["mon-espace", "my-space"];
pub(crate) const SECOND_FACTOR: Slug = ["second-facteur", "second-factor"];
pub(crate) const SESSION: Slug = ["session", "session"];
pub(crate) const SIGN_OUT: Slug = ["deconnexion", "sign-out"];
pub(crate) const BENCH: Slug = ["classement", "bench"];
pub(crate) const LIKE: Slug = ["idees-semblables", "similar-ideas"];
pub(crate) const STRUCTURE: Slug = ["classement-des-themes", "classing-of-themes"];
pub(crate) const UNCOVERED: Slug = ["sans-proposition", "without-proposition"];
pub(crate) const RERUN: Slug = ["relancer-l-analyse", "run-again"];
pub(crate) const ASSIGN: Slug = ["confier-une-pile", "assign-pile"];
pub(crate) const PRESENCE: Slug = ["presence", "presence"];
pub(crate) const CODINGS: Slug = ["double-codage", "double-coding"];
pub(crate) const CODE_IDEAS: Slug = ["codage", "coding"];
pub(crate) const DISPUTES: Slug = ["desaccords", "disagreements"];
pub(crate) const CONTEXTS: Slug = ["mots-en-contexte", "words-in-context"];
pub(crate) const NOTES: Slug = ["notes-du-classement", "notes-of-the-classing"];
pub(crate) const DAY: Slug = ["journee-de-classement", "day-of-classing"];
pub(crate) const EARLIER: Slug = ["deja-dit", "already-said"];
pub(crate) const CHANGES: Slug = ["ce-qui-changerait", "what-would-change"];
pub(crate) const DECIDED: Slug = ["publier-le-classement", "publish-the-classing"];
/// Where the motion is written.
pub(crate) const DRAFTING: Slug = ["redaction", "drafting"];
pub(crate) const MEMBERS: Slug = ["membres", "members"];
pub(crate) const SETTINGS: Slug = ["reglages", "settings"];
pub(crate) const SETTINGS_PREVIEW: Slug = ["apercu", "preview"];
pub(crate) const SCHEDULE: Slug = ["calendrier", "schedule"];
pub(crate) const PUBLISH: Slug = ["publication", "publish"];
pub(crate) const NEW_EDITION: Slug = ["nouvelle-edition", "new-edition"];
pub(crate) const EDITIONS: Slug = ["editions", "editions"];
pub(crate) const ROSTER: Slug = ["fichier-des-membres", "roster"];
pub(crate) const NAMESAKES: Slug = ["doublons", "duplicates"];
pub(crate) const INVITATIONS: Slug = ["invitations", "invitations"];
pub(crate) const REMINDERS: Slug = ["rappels", "reminders"];
pub(crate) const CODE: Slug = ["code", "code"];
pub(crate) const STOP: Slug = ["arreter-les-messages", "stop-messages"];
pub(crate) const FOLLOWING: Slug = ["mes-contributions", "my-contributions"];
pub(crate) const FOLLOW: Slug = ["suivre", "follow"];
pub(crate) const ABOUT: Slug = ["a-propos", "about"];
pub(crate) const HELP: Slug = ["aide", "help"];
pub(crate) const SITEMAP: Slug = ["plan-du-site", "sitemap"];
pub(crate) const LEGAL: Slug = ["mentions-legales", "legal-notice"];
pub(crate) const PRIVACY: Slug = ["donnees-personnelles", "privacy"];
pub(crate) const ACCESSIBILITY: Slug = ["accessibilite", "accessibility"];
pub(crate) const FOOTPRINT: Slug = ["empreinte", "footprint"];

// Hand-over and follow-up.
/// What became of the motion, for everyone.
pub(crate) const FOLLOW_UP: Slug = ["suites", "follow-up"];
pub(crate) const RECIPIENTS: Slug = ["destinataires", "recipients"];
pub(crate) const HAND_OVERS: Slug = ["remises", "hand-overs"];
pub(crate) const HAND_OVER_SLIP: Slug = ["bordereau-de-remise", "hand-over-slip"];
pub(crate) const ANSWERS: Slug = ["reponses-des-destinataires", "answers-of-recipients"];
pub(crate) const ASK_AGAIN: Slug = ["relances", "asking-again"];
pub(crate) const EVIDENCE: Slug = ["justificatif", "evidence"];
pub(crate) const RECOGNISE: Slug = ["reconnaitre-son-projet", "recognise-your-project"];
pub(crate) const TESTIFY: Slug = ["ce-qui-est-fait", "what-was-done"];
pub(crate) const PROJECTS: Slug = ["nos-projets", "our-projects"];
/// What everyone is given, the press first.
pub(crate) const PRESS: Slug = ["presse", "press"];
pub(crate) const PRESS_DESK: Slug = ["dossier-de-presse", "press-kit"];

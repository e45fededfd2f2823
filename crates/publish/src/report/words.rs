//! What the report says in its own words, in both languages.

use crate::say;
use arobase_domain::{Lang, State};
use arobase_text::typography::{french, sentence_case};
use std::borrow::Borrow;

/// A language, as templates ask it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Say(pub(super) Lang);

/// The rewriting rules (R1, R2…) in French and English.
const RULES: [(&str, &str); 17] = [
    ("les mots qui annoncent un avis sont retirés", "the words that announce an opinion are removed"),
    ("« il faut que » laisse place au verbe à l’infinitif", "“il faut que” gives way to the verb in the infinitive"),
    ("« il faut », ou une tournure voisine, est retiré", "“il faut”, or a similar turn, is removed"),
    ("« doit » est retiré, l’action reste", "“doit” is removed, the action stays"),
    ("le passif devient actif", "the passive becomes active"),
    (
        "le nom d’action devient un verbe (« création » donne « créer »)",
        "the noun of action becomes a verb (“création” gives “créer”)",
    ),
    (
        "« plus de » donne « renforcer », « moins de » donne « réduire »",
        "“plus de” gives “renforcer”, “moins de” gives “réduire”",
    ),
    ("la question devient une demande", "the question becomes a request"),
    ("l’impératif devient un infinitif", "the imperative becomes an infinitive"),
    ("la négation est gardée", "the negation is kept"),
    ("la raison donnée est détachée et citée à part", "the reason given is detached and quoted apart"),
    ("un pronom renvoie à un mot absent : phrase à compléter", "a pronoun points to a missing word: to be completed"),
    ("élisions, majuscule et point final sont ajustés", "elisions, capital and full stop are adjusted"),
    ("la parenthèse est retirée", "the parenthesis is removed"),
    ("le verbe qui constate devient un verbe qui agit", "the verb that states becomes a verb that acts"),
    ("le nom demandé est précédé de « prévoir »", "the noun asked for is preceded by “prévoir”"),
    ("le lieu ou le moment passe en fin de phrase", "the place or time moves to the end"),
];

/// Codes of stages, counts, settings and reasons, in French and English.
const CODES: &[(&str, &str, &str)] = &[
    ("read", "Lecture des fichiers", "Reading the files"),
    ("load", "Chargement", "Loading"),
    ("segment", "Découpage en idées", "Cutting into ideas"),
    ("duplicates", "Doublons et campagnes", "Duplicates and campaigns"),
    ("vectors", "Sens des phrases", "Meaning of sentences"),
    ("graph", "Voisinages", "Neighbourhoods"),
    ("themes", "Thèmes", "Themes"),
    ("labels", "Noms des thèmes", "Names of themes"),
    ("questions", "Questions", "Questions"),
    ("propositions", "Propositions", "Propositions"),
    ("study", "Étude des thèmes", "Study of the themes"),
    ("terms", "Mots caractéristiques", "Telling words"),
    ("splits", "Scissions possibles", "Possible splits"),
    ("contributions", "Contributions", "Contributions"),
    ("ideas", "Idées", "Ideas"),
    ("campaigns", "Campagnes", "Campaigns"),
    ("dimensions", "Dimensions", "Dimensions"),
    ("to_sort", "À classer", "To sort"),
    ("demands", "Demandes", "Requests"),
    ("weak_signals", "Signaux faibles", "Weak signals"),
    ("rows", "Lignes", "Rows"),
    ("broken", "Illisibles", "Unreadable"),
    ("seed", "Graine du tirage", "Random seed"),
    ("lexical_weight", "Poids des mots face au sens", "Weight of words beside meaning"),
    ("encoder", "Encodeur de phrases", "Sentence encoder"),
    ("texts_sent_to", "Textes envoyés à", "Texts sent to"),
    ("suggest_model", "Modèle des suggestions", "Model of the suggestions"),
    ("suggestions", "Suggestions", "Suggestions"),
    ("engine", "Moteur", "Engine"),
    ("lexicon", "Lexique", "Lexicon"),
    ("classed", "rangée dans un thème", "placed in a theme"),
    ("joined_by_neighbours", "rangée avec ses voisines", "placed with its neighbours"),
    ("no_content", "rien à lire", "nothing to read"),
    ("no_word_in_common", "loin de tout, sans un mot en commun", "far from all, without a word in common"),
    ("far_from_all", "loin de tous les thèmes", "far from all themes"),
    ("far_from_all_themes", "loin de tous les thèmes", "far from all themes"),
    ("between_themes", "entre plusieurs thèmes", "between several themes"),
    ("off_topic", "étrangère au sujet", "away from the subject"),
    ("broken_row", "ligne illisible", "unreadable row"),
];

impl Say {
    /// One of two phrases; the French one gets its typography here.
    pub(super) fn t(self, fr: &str, en: &str) -> String {
        say::pick(self.0, french(fr), en.to_owned())
    }

    pub(super) fn lang(self) -> &'static str {
        self.0.as_str()
    }

    /// What people wrote is in French, which a page in English says.
    pub(super) fn quoted(self) -> &'static str {
        say::pick(self.0, "", " lang=\"fr\"")
    }

    pub(super) fn n(self, value: impl Borrow<usize>) -> String {
        say::number(self.0, *value.borrow())
    }

    /// A count that a program can find in the page and check: `of` says of what, as `t03.ideas`.
    pub(super) fn told(self, of: impl AsRef<str>, name: &str, value: impl Borrow<usize>) -> String {
        let value = *value.borrow();
        self.marked(of, name, value, self.n(value))
    }

    /// The same, with its noun.
    #[expect(clippy::unused_self, reason = "templates call it beside the others")]
    pub(super) fn marked(
        self,
        of: impl AsRef<str>,
        name: &str,
        value: impl Borrow<usize>,
        text: impl AsRef<str>,
    ) -> String {
        let (of, value, text) = (of.as_ref(), value.borrow(), text.as_ref());
        format!("<data class=\"{of}.{name}\" value=\"{value}\">{text}</data>")
    }

    pub(super) fn percent(self, share: impl Borrow<f64>) -> String {
        say::percent(self.0, *share.borrow())
    }

    pub(super) fn decimal(self, value: impl Borrow<f64>) -> String {
        say::decimal(self.0, *value.borrow(), 2)
    }

    pub(super) fn count(self, value: impl Borrow<usize>, fr: (&str, &str), en: (&str, &str)) -> String {
        let (one, many) = say::pick(self.0, fr, en);
        say::count(self.0, *value.borrow(), one, many)
    }

    pub(super) fn contributions(self, value: impl Borrow<usize>) -> String {
        self.count(value, ("contribution", "contributions"), ("contribution", "contributions"))
    }

    pub(super) fn ideas(self, value: impl Borrow<usize>) -> String {
        self.count(value, ("idée", "idées"), ("idea", "ideas"))
    }

    pub(super) fn personal(self, value: impl Borrow<usize>) -> String {
        let fr =
            ("passage semble contenir des données personnelles", "passages semblent contenir des données personnelles");
        self.count(value, fr, ("passage seems to hold personal data", "passages seem to hold personal data"))
    }

    pub(super) fn themes(self, value: impl Borrow<usize>) -> String {
        self.count(value, ("thème", "thèmes"), ("theme", "themes"))
    }

    pub(super) fn questions(self, value: impl Borrow<usize>) -> String {
        self.count(value, ("question", "questions"), ("question", "questions"))
    }

    pub(super) fn propositions(self, value: impl Borrow<usize>) -> String {
        self.count(value, ("proposition", "propositions"), ("proposition", "propositions"))
    }

    pub(super) fn authors(self, value: impl Borrow<usize>) -> String {
        self.count(value, ("auteur", "auteurs"), ("author", "authors"))
    }

    pub(super) fn territories(self, value: impl Borrow<usize>) -> String {
        self.count(value, ("collectivité", "collectivités"), ("local authority", "local authorities"))
    }

    /// « Contribution n° 127 », or the identifier of an imported one.
    pub(super) fn contribution(self, id: &arobase_domain::ContributionId) -> String {
        match id.number() {
            Some(number) => format!("{}{number}", say::pick(self.0, "contribution n°\u{a0}", "contribution no. ")),
            None => format!("contribution {id}"),
        }
    }

    /// A rule in plain words; a rule that nobody has worded yet is shown by its number.
    pub(super) fn rule(self, id: &str) -> String {
        let known = id.strip_prefix('R').and_then(|number| number.parse::<usize>().ok());
        match known.and_then(|number| RULES.get(number.checked_sub(1)?)) {
            Some((fr, en)) => self.t(fr, en),
            None => self.t("retouche de forme", "adjustment of form"),
        }
    }

    /// A code in words, or the code itself with its underscores opened.
    pub(super) fn code(self, code: &str) -> String {
        match CODES.iter().find(|known| known.0 == code) {
            Some((_, fr, en)) => self.t(fr, en),
            None => code.replace('_', " "),
        }
    }

    /// How a count of contributions in a state is read in the equation of the ledger.
    pub(super) fn term(self, state: State, count: u64) -> String {
        let (fr, en) = match state {
            State::Classed => (("classée", "classées"), "classed"),
            State::ToSort => (("à classer", "à classer"), "to sort"),
            State::OffTopic => (("hors sujet", "hors sujet"), "off topic"),
            State::Empty => (("sans contenu", "sans contenu"), "without content"),
            State::Broken => (("illisible", "illisibles"), "unreadable"),
        };
        self.count(count as usize, fr, (en, en)).replace(' ', "\u{a0}")
    }

    /// Solid or fragile (analysis.md §3.6: ≥ .75, ≥ .5).
    pub(super) fn solidity(self, stability: impl Borrow<f64>) -> String {
        match *stability.borrow() {
            x if x >= 0.75 => self.t("solide", "solid"),
            x if x >= 0.5 => self.t("fragile", "fragile"),
            _ => self.t("très fragile", "very fragile"),
        }
    }
}

/// A phrase of the engine as a title: capital letter, typography.
pub(super) fn title(text: &str) -> String {
    french(&sentence_case(text))
}

//! Addresses are types: a page is named by a [`Target`], and an [`Url`] is a target in a language.

use crate::lang::{Lang, Speak as _};
use arobase_domain::{ContributionId, MemberId, PropositionId, QuestionId, ThemeId};
use std::fmt;

/// A page of the site.
#[expect(missing_docs, reason = "each variant bears the name of its page")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    Home,
    Funnel,
    Questions,
    Question(QuestionId),
    Themes,
    Theme(ThemeId),
    Propositions,
    WeakSignals(u32),
    Proposition(PropositionId, u32),
    Contributions(Filter),
    Contribution(ContributionId),
    Search(String, u32),
    Territories(String),
    Participation,
    Ledger,
    LedgerState(String, u32),
    Run,
    Downloads,
    Dictionary,
    Contribute,
    Similar,
    Gather(String),
    Assist(Before),
    Import,
    ImportColumns(String),
    ImportReport(String, u32),
    ImportRows(String),
    GiveUpImport(String),
    /// Those that wait, or those put aside.
    Messages(bool, u32),
    Draft(String),
    Receipt(String),
    Revise(String),
    SignIn,
    Elsewhere,
    LinkSent,
    Enter(String),
    Space,
    SecondFactor,
    /// A gesture on it.
    SecondFactorStep(&'static str),
    CloseSession(String),
    SignOut,
    /// What there is to print; the first number of the sheets just made.
    Print(String),
    /// Paper forms, by the number of the first.
    Sheets(u32),
    /// What became of contributions, from a number to another.
    Slips(String, String),
    Poster,
    Members(u32),
    Member(MemberId),
    Settings,
    SettingsPreview,
    /// The planning, or the one that another day of congress would give.
    Schedule(String),
    Publish,
    NewEdition,
    Editions,
    Roster,
    /// A roster that was read.
    RosterRead(String),
    Namesakes(u32),
    Invitations,
    Reminders,
    Code(String),
    Stop(String),
    /// What one follows.
    Following(u32),
    Follow(String),
    About,
    Help,
    Sitemap,
    Legal,
    Privacy,
    Accessibility,
    Footprint,
}

/// What one form of assisted entry leaves to the next; empty fields leave nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(default)]
pub struct Before {
    /// How the contribution before came.
    pub channel: String,
    /// The token of what was sent.
    pub sent: String,
    /// The paper form to key, as its square says.
    pub sheet: String,
    /// The paper form that has just been keyed again.
    pub checked: String,
}

impl Before {
    fn query(&self) -> Query {
        Query::default()
            .with("channel", &self.channel)
            .with("sent", &self.sent)
            .with("sheet", &self.sheet)
            .with("checked", &self.checked)
    }
}

/// What a list of contributions is narrowed to; empty fields narrow nothing.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(default)]
pub struct Filter {
    /// A theme.
    pub theme: String,
    /// A channel.
    pub channel: String,
    /// Code of a département.
    pub department: String,
    /// Page, from 1.
    #[serde(deserialize_with = "lenient")]
    pub page: u32,
}

impl Default for Filter {
    fn default() -> Self {
        Self::ALL
    }
}

impl Filter {
    /// Narrows nothing.
    pub const ALL: Self = Self { theme: String::new(), channel: String::new(), department: String::new(), page: 1 };

    /// The same list at another page.
    #[must_use]
    pub fn at(&self, page: u32) -> Self {
        Self { page, ..self.clone() }
    }

    fn query(&self) -> Query {
        Query::default()
            .with("theme", &self.theme)
            .with("channel", &self.channel)
            .with("department", &self.department)
            .page(self.page)
    }
}

/// Reads a page number as people mistype it: what is no number is the first page.
pub(crate) fn lenient<'de, D: serde::Deserializer<'de>>(from: D) -> Result<u32, D::Error> {
    let text = <String as serde::Deserialize>::deserialize(from)?;
    Ok(text.trim().parse().unwrap_or(1).max(1))
}

/// First segment of each page, in French and in English. The one table from which paths and routes are made.
pub(crate) mod slug {
    pub(crate) type Slug = [&'static str; 2];

    pub(crate) const FUNNEL: Slug = ["entonnoir", "funnel"];
    pub(crate) const QUESTIONS: Slug = ["questions", "questions"];
    pub(crate) const THEMES: Slug = ["themes", "themes"];
    pub(crate) const PROPOSITIONS: Slug = ["propositions", "propositions"];
    pub(crate) const WEAK_SIGNALS: Slug = ["signaux-faibles", "weak-signals"];
    pub(crate) const CONTRIBUTIONS: Slug = ["contributions", "contributions"];
    pub(crate) const SEARCH: Slug = ["recherche", "search"];
    pub(crate) const TERRITORIES: Slug = ["collectivites", "territories"];
    pub(crate) const PARTICIPATION: Slug = ["participation", "participation"];
    pub(crate) const LEDGER: Slug = ["registre", "ledger"];
    pub(crate) const RUN: Slug = ["passage", "run"];
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
    pub(crate) const RECEIPT: Slug = ["recepisse", "receipt"];
    pub(crate) const REVISE: Slug = ["modifier", "revise"];
    pub(crate) const SIGN_IN: Slug = ["connexion", "sign-in"];
    pub(crate) const ELSEWHERE: Slug = ["connexion-externe", "sign-in-elsewhere"];
    pub(crate) const LINK_SENT: Slug = ["lien-envoye", "link-sent"];
    pub(crate) const ENTER: Slug = ["entrer", "enter"];
    pub(crate) const SPACE: Slug = ["mon-espace", "my-space"];
    pub(crate) const SECOND_FACTOR: Slug = ["second-facteur", "second-factor"];
    pub(crate) const SESSION: Slug = ["session", "session"];
    pub(crate) const SIGN_OUT: Slug = ["deconnexion", "sign-out"];
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
}

tokio::task_local! {
    /// What the addresses of the edition at hand begin with: nothing, or `/2027`.
    static BASE: String;
}

/// Does something whose links lead to the pages under `base`. Links are made everywhere; that they stay in the edition that is read is said once, here.
pub(crate) async fn under<F: Future>(base: String, done: F) -> F::Output {
    BASE.scope(base, done).await
}

/// A path of the edition at hand that is no page, such as `/data/ideas.csv`.
pub(crate) fn rooted(path: &str) -> String {
    BASE.try_with(|base| format!("{base}{path}")).unwrap_or_else(|_| path.to_owned())
}

/// A page in a language; displays as its path and query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Url {
    lang: Lang,
    target: Target,
}

impl Target {
    /// The address of this page in a language.
    pub fn in_lang(self, lang: Lang) -> Url {
        Url { lang, target: self }
    }

    /// The list of contributions, not narrowed.
    pub fn contributions() -> Self {
        Self::Contributions(Filter::ALL)
    }

    /// How a menu entry that leads to `entry` stands to this page, as `aria-current` says it.
    pub(crate) fn nearness(&self, entry: &Self) -> Option<&'static str> {
        match (self.parts(), entry.parts()) {
            _ if self == entry => Some("page"),
            ((Some(one), ..), (Some(other), ..)) if one == other => Some("true"),
            _ => None,
        }
    }

    fn parts(&self) -> (Option<slug::Slug>, Option<&str>, Query) {
        let none = Query::default;
        match self {
            Self::Home => (None, None, none()),
            Self::Funnel => (Some(slug::FUNNEL), None, none()),
            Self::Questions => (Some(slug::QUESTIONS), None, none()),
            Self::Question(id) => (Some(slug::QUESTIONS), Some(id.as_str()), none()),
            Self::Themes => (Some(slug::THEMES), None, none()),
            Self::Theme(id) => (Some(slug::THEMES), Some(id.as_str()), none()),
            Self::Propositions => (Some(slug::PROPOSITIONS), None, none()),
            Self::WeakSignals(page) => (Some(slug::WEAK_SIGNALS), None, none().page(*page)),
            Self::Proposition(id, page) => (Some(slug::PROPOSITIONS), Some(id.as_str()), none().page(*page)),
            Self::Contributions(filter) => (Some(slug::CONTRIBUTIONS), None, filter.query()),
            Self::Contribution(id) => (Some(slug::CONTRIBUTIONS), Some(id.as_str()), none()),
            Self::Search(query, page) => (Some(slug::SEARCH), None, none().with("q", query).page(*page)),
            Self::Territories(query) => (Some(slug::TERRITORIES), None, none().with("q", query)),
            Self::Participation => (Some(slug::PARTICIPATION), None, none()),
            Self::Ledger => (Some(slug::LEDGER), None, none()),
            Self::LedgerState(state, page) => (Some(slug::LEDGER), Some(state), none().page(*page)),
            Self::Run => (Some(slug::RUN), None, none()),
            Self::Downloads => (Some(slug::DOWNLOADS), None, none()),
            Self::Dictionary => (Some(slug::DICTIONARY), None, none()),
            Self::Contribute => (Some(slug::CONTRIBUTE), None, none()),
            Self::Similar => (Some(slug::SIMILAR), None, none()),
            Self::Gather(sent) => (Some(slug::GATHER), None, none().with("sent", sent)),
            Self::Assist(before) => (Some(slug::ASSIST), None, before.query()),
            Self::Import => (Some(slug::IMPORT), None, none()),
            Self::ImportColumns(id) => (Some(slug::IMPORT), Some(id), none()),
            Self::ImportReport(id, page) => (Some(slug::IMPORT_REPORT), Some(id), none().page(*page)),
            Self::ImportRows(id) => (Some(slug::IMPORT_ROWS), Some(id), none()),
            Self::GiveUpImport(id) => (Some(slug::GIVE_UP_IMPORT), Some(id), none()),
            Self::Messages(aside, page) => {
                (Some(slug::MESSAGES), None, none().with("aside", if *aside { "1" } else { "" }).page(*page))
            }
            Self::Draft(token) => (Some(slug::DRAFT), Some(token.as_str()).filter(|token| !token.is_empty()), none()),
            Self::Receipt(token) => (Some(slug::RECEIPT), Some(token), none()),
            Self::Revise(token) => (Some(slug::REVISE), Some(token), none()),
            Self::SignIn => (Some(slug::SIGN_IN), None, none()),
            Self::Elsewhere => (Some(slug::ELSEWHERE), None, none()),
            Self::LinkSent => (Some(slug::LINK_SENT), None, none()),
            Self::Enter(key) => (Some(slug::ENTER), None, none().with("key", key)),
            Self::Space => (Some(slug::SPACE), None, none()),
            Self::SecondFactor => (Some(slug::SECOND_FACTOR), None, none()),
            Self::SecondFactorStep(step) => (Some(slug::SECOND_FACTOR), Some(step), none()),
            Self::CloseSession(id) => (Some(slug::SESSION), Some(id), none()),
            Self::SignOut => (Some(slug::SIGN_OUT), None, none()),
            Self::Print(made) => (Some(slug::PRINT), None, none().with("made", made)),
            Self::Sheets(first) => (Some(slug::SHEETS), None, none().with("first", &first.to_string())),
            Self::Slips(from, to) => (Some(slug::SLIPS), None, none().with("from", from).with("to", to)),
            Self::Poster => (Some(slug::POSTER), None, none()),
            Self::Members(page) => (Some(slug::MEMBERS), None, none().page(*page)),
            Self::Member(id) => (Some(slug::MEMBERS), Some(id.as_str()), none()),
            Self::Settings => (Some(slug::SETTINGS), None, none()),
            Self::SettingsPreview => (Some(slug::SETTINGS_PREVIEW), None, none()),
            Self::Schedule(congress) => (Some(slug::SCHEDULE), None, none().with("congress", congress)),
            Self::Publish => (Some(slug::PUBLISH), None, none()),
            Self::NewEdition => (Some(slug::NEW_EDITION), None, none()),
            Self::Editions => (Some(slug::EDITIONS), None, none()),
            Self::Roster => (Some(slug::ROSTER), None, none()),
            Self::RosterRead(id) => (Some(slug::ROSTER), Some(id), none()),
            Self::Namesakes(page) => (Some(slug::NAMESAKES), None, none().page(*page)),
            Self::Invitations => (Some(slug::INVITATIONS), None, none()),
            Self::Reminders => (Some(slug::REMINDERS), None, none()),
            Self::Code(code) => (Some(slug::CODE), None, none().with("code", code)),
            Self::Stop(key) => (Some(slug::STOP), None, none().with("key", key)),
            Self::Following(page) => (Some(slug::FOLLOWING), None, none().page(*page)),
            Self::Follow(token) => (Some(slug::FOLLOW), Some(token), none()),
            Self::About => (Some(slug::ABOUT), None, none()),
            Self::Help => (Some(slug::HELP), None, none()),
            Self::Sitemap => (Some(slug::SITEMAP), None, none()),
            Self::Legal => (Some(slug::LEGAL), None, none()),
            Self::Privacy => (Some(slug::PRIVACY), None, none()),
            Self::Accessibility => (Some(slug::ACCESSIBILITY), None, none()),
            Self::Footprint => (Some(slug::FOOTPRINT), None, none()),
        }
    }
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (slug, id, query) = self.target.parts();
        f.write_str(&rooted(&format!("/{}", self.lang)))?;
        if let Some([fr, en]) = slug {
            write!(f, "/{}", self.lang.pick(fr, en))?;
        }
        if let Some(id) = id {
            write!(f, "/{}", Encoded(id))?;
        }
        query.fmt(f)
    }
}

/// A query string, empty values left out.
#[derive(Debug, Default)]
struct Query(Vec<(&'static str, String)>);

impl Query {
    fn with(mut self, name: &'static str, value: &str) -> Self {
        if !value.is_empty() {
            self.0.push((name, value.to_owned()));
        }
        self
    }

    fn page(self, page: u32) -> Self {
        if page > 1 { self.with("page", &page.to_string()) } else { self }
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, (name, value)) in self.0.iter().enumerate() {
            let sign = if i == 0 { '?' } else { '&' };
            write!(f, "{sign}{name}={}", Encoded(value))?;
        }
        Ok(())
    }
}

/// Text percent-encoded for a path segment or a query value.
struct Encoded<'a>(&'a str);

impl fmt::Display for Encoded<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for byte in self.0.bytes() {
            match byte {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => write!(f, "{}", byte as char)?,
                _ => write!(f, "%{byte:02X}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_in_both_languages() {
        let theme = Target::Theme(ThemeId::new("t07"));
        assert_eq!(theme.clone().in_lang(Lang::Fr).to_string(), "/fr/themes/t07");
        assert_eq!(Target::Home.in_lang(Lang::En).to_string(), "/en");
        assert_eq!(Target::Ledger.in_lang(Lang::En).to_string(), "/en/ledger");
        assert_eq!(
            Target::LedgerState("to_sort".into(), 2).in_lang(Lang::Fr).to_string(),
            "/fr/registre/to_sort?page=2"
        );
    }

    #[tokio::test]
    async fn links_stay_in_the_edition_that_is_read() {
        let link = || Target::Themes.in_lang(Lang::En).to_string();
        assert_eq!(
            under("/2024".into(), async { (link(), rooted("/data/run.json")) }).await,
            ("/2024/en/themes".into(), "/2024/data/run.json".into())
        );
        assert_eq!(link(), "/en/themes");
    }

    #[test]
    fn values_are_encoded() {
        let search = Target::Search("fibre & télé?".into(), 1);
        assert_eq!(search.in_lang(Lang::Fr).to_string(), "/fr/recherche?q=fibre%20%26%20t%C3%A9l%C3%A9%3F");
        let id = Target::Contribution(ContributionId::new("a/b"));
        assert_eq!(id.in_lang(Lang::Fr).to_string(), "/fr/contributions/a%2Fb");
    }

    #[test]
    fn empty_filters_leave_no_trace() {
        let filter = Filter { channel: "paper".into(), page: 1, ..Filter::default() };
        let list = Target::Contributions(filter.clone()).in_lang(Lang::Fr).to_string();
        assert_eq!(list, "/fr/contributions?channel=paper");
        let next = Target::Contributions(filter.at(3)).in_lang(Lang::Fr).to_string();
        assert_eq!(next, "/fr/contributions?channel=paper&page=3");
    }
}

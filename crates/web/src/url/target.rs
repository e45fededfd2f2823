//! The pages of the site, and where each is.

use super::narrowing::{Before, Filter, Kwic, Show, View};
use super::query::Query;
use super::sequel::Sequel;
use super::slug::{self, Slug};
use arobase_domain::{ClauseId, ContributionId, IdeaId, MemberId, PropositionId, QuestionId, SampleId, ThemeId};

/// A page of the site.
#[expect(missing_docs, reason = "each variant bears the name of its page")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    Home,
    Funnel,
    Questions,
    Question(QuestionId),
    /// The mind map.
    Map(View),
    /// The map of the ideas.
    IdeasMap,
    /// The screen of a room: what is published.
    Screen(Show),
    /// The same, of what is being classed.
    BenchScreen(Show),
    Themes,
    Theme(ThemeId),
    Propositions,
    WeakSignals(u32),
    Proposition(PropositionId, u32),
    /// The text that was adopted.
    Motion,
    /// A clause of it, with what it comes from.
    MotionClause(ClauseId, u32),
    /// Where the text is written.
    Workshop,
    /// A clause, while it is written.
    WorkshopClause(ClauseId),
    /// A gesture on it.
    Rewrite(ClauseId),
    /// Remarks on a clause.
    Remark(ClauseId),
    /// What is decided of them.
    Decide(ClauseId),
    /// A text written elsewhere, taken into the motion.
    TakeIn,
    Versions,
    /// Which clauses of earlier motions ask the same.
    AskedBefore,
    /// Two states of the text.
    CompareVersions(u32, u32),
    Contributions(Filter),
    Contribution(ContributionId),
    Search(String, u32),
    Territories(String),
    Participation,
    Ledger,
    LedgerState(String, u32),
    Run,
    Method,
    Downloads,
    Dictionary,
    Contribute,
    /// The same form, with the code of a poster.
    Invited(String),
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
    /// A document that everyone may have.
    Attachment(String),
    /// The documents of a contribution, or all of them, for the staff.
    Attachments(String, u32),
    /// One of them.
    StaffAttachment(String),
    /// Those who sign a contribution beside the first, or all of them, for the staff; whether a link was just sent.
    Signers(String, u32, bool),
    /// One of one’s own, by the key of the receipt.
    OwnAttachment(String, String),
    Revise(String),
    /// Where one who is said to sign answers.
    Cosign(String),
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
    /// The bench: a pile, an idea of it, the line of the log just written.
    Bench(String, String, u32),
    /// The ideas most like one.
    Like(String),
    /// Questions and their themes; the line of the log just written.
    Structure(u32),
    /// What the selection leaves without proposition.
    Uncovered,
    /// Words in their contexts.
    Contexts(Kwic),
    /// Every note of the bench.
    Notes(u32),
    /// What was done on the bench on a day; the last one if empty.
    Day(String),
    /// What is nearest in earlier editions.
    Earlier(u32),
    /// Running the engine again from the bench.
    Rerun,
    /// Who sees to a pile.
    Assign,
    /// Who else looks at a pile and an idea of it.
    Presence(String, String),
    /// Samples to code, and those that were.
    Codings,
    /// How far the coders of a sample agree.
    Coding(SampleId),
    /// Coding a sample: an idea, or the next one.
    CodeIdeas(SampleId, IdeaId),
    /// What codes of a sample differ about: an idea, the line of the log just written.
    Disputes(SampleId, IdeaId, u32),
    /// What would change with what is proposed: after the last run (0), or at a granularity; one of the proposals; a page of it.
    Changes(u32, String, u32),
    Decided,
    /// Where the motion is written.
    Drafting,
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
    /// What comes after the motion.
    Sequel(Sequel),
}

impl Target {
    /// The list of contributions, not narrowed.
    pub fn contributions() -> Self {
        Self::Contributions(Filter::ALL)
    }

    /// How a menu entry that leads to `entry` stands to this page, as `aria-current` says it.
    pub(crate) fn nearness(&self, entry: &Self) -> Option<&'static str> {
        match (self.place(), entry.place()) {
            _ if self == entry => Some("page"),
            ((Some(one), _), (Some(other), _)) if one == other => Some("true"),
            _ => None,
        }
    }

    /// The first segment of its path, and the second: one line a page.
    #[expect(clippy::too_many_lines, reason = "a table: one line a page")]
    pub(super) fn place(&self) -> (Option<Slug>, Option<&str>) {
        match self {
            Self::Home => (None, None),
            Self::Funnel => (Some(slug::FUNNEL), None),
            Self::Questions => (Some(slug::QUESTIONS), None),
            Self::Question(id) => (Some(slug::QUESTIONS), Some(id.as_str())),
            Self::Map(view) => (Some(slug::MAP), Some(view.question.as_str()).filter(|id| !id.is_empty())),
            Self::IdeasMap => (Some(slug::IDEAS_MAP), None),
            Self::Screen(..) => (Some(slug::SCREEN), None),
            Self::BenchScreen(..) => (Some(slug::BENCH_SCREEN), None),
            Self::Themes => (Some(slug::THEMES), None),
            Self::Theme(id) => (Some(slug::THEMES), Some(id.as_str())),
            Self::Propositions => (Some(slug::PROPOSITIONS), None),
            Self::WeakSignals(..) => (Some(slug::WEAK_SIGNALS), None),
            Self::Proposition(id, _) => (Some(slug::PROPOSITIONS), Some(id.as_str())),
            Self::Motion => (Some(slug::MOTION), None),
            Self::MotionClause(id, _) => (Some(slug::MOTION), Some(id.as_str())),
            Self::Workshop => (Some(slug::WORKSHOP), None),
            Self::WorkshopClause(id) => (Some(slug::WORKSHOP), Some(id.as_str())),
            Self::Rewrite(id) => (Some(slug::REWRITE), Some(id.as_str())),
            Self::Remark(id) => (Some(slug::REMARK), Some(id.as_str())),
            Self::Decide(id) => (Some(slug::DECIDE), Some(id.as_str())),
            Self::TakeIn => (Some(slug::TAKE_IN), None),
            Self::Versions => (Some(slug::VERSIONS), None),
            Self::AskedBefore => (Some(slug::ASKED_BEFORE), None),
            Self::CompareVersions(..) => (Some(slug::COMPARE), None),
            Self::Contributions(..) => (Some(slug::CONTRIBUTIONS), None),
            Self::Contribution(id) => (Some(slug::CONTRIBUTIONS), Some(id.as_str())),
            Self::Search(..) => (Some(slug::SEARCH), None),
            Self::Territories(..) => (Some(slug::TERRITORIES), None),
            Self::Participation => (Some(slug::PARTICIPATION), None),
            Self::Ledger => (Some(slug::LEDGER), None),
            Self::LedgerState(state, _) => (Some(slug::LEDGER), Some(state)),
            Self::Run => (Some(slug::RUN), None),
            Self::Method => (Some(slug::METHOD), None),
            Self::Downloads => (Some(slug::DOWNLOADS), None),
            Self::Dictionary => (Some(slug::DICTIONARY), None),
            Self::Contribute | Self::Invited(_) => (Some(slug::CONTRIBUTE), None),
            Self::Similar => (Some(slug::SIMILAR), None),
            Self::Gather(..) => (Some(slug::GATHER), None),
            Self::Assist(..) => (Some(slug::ASSIST), None),
            Self::Import => (Some(slug::IMPORT), None),
            Self::ImportColumns(id) => (Some(slug::IMPORT), Some(id)),
            Self::ImportReport(id, _) => (Some(slug::IMPORT_REPORT), Some(id)),
            Self::ImportRows(id) => (Some(slug::IMPORT_ROWS), Some(id)),
            Self::GiveUpImport(id) => (Some(slug::GIVE_UP_IMPORT), Some(id)),
            Self::Messages(..) => (Some(slug::MESSAGES), None),
            Self::Draft(token) => (Some(slug::DRAFT), Some(token.as_str()).filter(|token| !token.is_empty())),
            Self::Receipt(token) => (Some(slug::RECEIPT), Some(token)),
            Self::Attachment(id) => (Some(slug::ATTACHMENT), Some(id)),
            Self::Attachments(..) => (Some(slug::ATTACHMENTS), None),
            Self::Signers(..) => (Some(slug::SIGNERS), None),
            Self::StaffAttachment(id) => (Some(slug::ATTACHMENTS), Some(id)),
            Self::OwnAttachment(token, _) => (Some(slug::OWN_ATTACHMENT), Some(token)),
            Self::Revise(token) => (Some(slug::REVISE), Some(token)),
            Self::Cosign(..) => (Some(slug::COSIGN), None),
            Self::SignIn => (Some(slug::SIGN_IN), None),
            Self::Elsewhere => (Some(slug::ELSEWHERE), None),
            Self::LinkSent => (Some(slug::LINK_SENT), None),
            Self::Enter(..) => (Some(slug::ENTER), None),
            Self::Space => (Some(slug::SPACE), None),
            Self::SecondFactor => (Some(slug::SECOND_FACTOR), None),
            Self::SecondFactorStep(step) => (Some(slug::SECOND_FACTOR), Some(step)),
            Self::CloseSession(id) => (Some(slug::SESSION), Some(id)),
            Self::SignOut => (Some(slug::SIGN_OUT), None),
            Self::Print(..) => (Some(slug::PRINT), None),
            Self::Sheets(..) => (Some(slug::SHEETS), None),
            Self::Slips(..) => (Some(slug::SLIPS), None),
            Self::Poster => (Some(slug::POSTER), None),
            Self::Bench(..) => (Some(slug::BENCH), None),
            Self::Like(..) => (Some(slug::LIKE), None),
            Self::Uncovered => (Some(slug::UNCOVERED), None),
            Self::Structure(..) => (Some(slug::STRUCTURE), None),
            Self::Contexts(..) => (Some(slug::CONTEXTS), None),
            Self::Notes(..) => (Some(slug::NOTES), None),
            Self::Day(..) => (Some(slug::DAY), None),
            Self::Earlier(..) => (Some(slug::EARLIER), None),
            Self::Changes(..) => (Some(slug::CHANGES), None),
            Self::Rerun => (Some(slug::RERUN), None),
            Self::Assign => (Some(slug::ASSIGN), None),
            Self::Presence(..) => (Some(slug::PRESENCE), None),
            Self::Codings => (Some(slug::CODINGS), None),
            Self::Coding(id) => (Some(slug::CODINGS), Some(id.as_str())),
            Self::CodeIdeas(id, _) => (Some(slug::CODE_IDEAS), Some(id.as_str())),
            Self::Disputes(id, ..) => (Some(slug::DISPUTES), Some(id.as_str())),
            Self::Decided => (Some(slug::DECIDED), None),
            Self::Drafting => (Some(slug::DRAFTING), None),
            Self::Members(..) => (Some(slug::MEMBERS), None),
            Self::Member(id) => (Some(slug::MEMBERS), Some(id.as_str())),
            Self::Settings => (Some(slug::SETTINGS), None),
            Self::SettingsPreview => (Some(slug::SETTINGS_PREVIEW), None),
            Self::Schedule(..) => (Some(slug::SCHEDULE), None),
            Self::Publish => (Some(slug::PUBLISH), None),
            Self::NewEdition => (Some(slug::NEW_EDITION), None),
            Self::Editions => (Some(slug::EDITIONS), None),
            Self::Roster => (Some(slug::ROSTER), None),
            Self::RosterRead(id) => (Some(slug::ROSTER), Some(id)),
            Self::Namesakes(..) => (Some(slug::NAMESAKES), None),
            Self::Invitations => (Some(slug::INVITATIONS), None),
            Self::Reminders => (Some(slug::REMINDERS), None),
            Self::Code(..) => (Some(slug::CODE), None),
            Self::Stop(..) => (Some(slug::STOP), None),
            Self::Following(..) => (Some(slug::FOLLOWING), None),
            Self::Follow(token) => (Some(slug::FOLLOW), Some(token)),
            Self::About => (Some(slug::ABOUT), None),
            Self::Help => (Some(slug::HELP), None),
            Self::Sitemap => (Some(slug::SITEMAP), None),
            Self::Legal => (Some(slug::LEGAL), None),
            Self::Privacy => (Some(slug::PRIVACY), None),
            Self::Accessibility => (Some(slug::ACCESSIBILITY), None),
            Self::Footprint => (Some(slug::FOOTPRINT), None),
            Self::Sequel(sequel) => sequel.place(),
        }
    }

    /// What it is asked beside its path.
    pub(super) fn query(&self) -> Query {
        match self {
            Self::WeakSignals(page)
            | Self::Proposition(_, page)
            | Self::MotionClause(_, page)
            | Self::LedgerState(_, page)
            | Self::ImportReport(_, page)
            | Self::Members(page)
            | Self::Namesakes(page)
            | Self::Notes(page)
            | Self::Earlier(page)
            | Self::Following(page) => Query::default().page(*page),
            Self::CompareVersions(from, to) => {
                Query::default().with("from", &from.to_string()).with("to", &to.to_string())
            }
            Self::Contributions(filter) => filter.query(),
            Self::Map(view) => view.query(),
            Self::Screen(show) | Self::BenchScreen(show) => show.query(),
            Self::Search(query, page) => Query::default().with("q", query).page(*page),
            Self::Territories(query) => Query::default().with("q", query),
            Self::Gather(sent) => Query::default().with("sent", sent),
            Self::Assist(before) => before.query(),
            Self::Attachments(contribution, page) => Query::default().with("contribution", contribution).page(*page),
            Self::Signers(contribution, page, sent) => {
                let query = Query::default().with("contribution", contribution);
                query.with("sent", if *sent { "1" } else { "" }).page(*page)
            }
            Self::OwnAttachment(_, id) => Query::default().with("document", id),
            Self::Messages(aside, page) => Query::default().with("aside", if *aside { "1" } else { "" }).page(*page),
            Self::Enter(key) | Self::Stop(key) | Self::Cosign(key) => Query::default().with("key", key),
            Self::Print(made) => Query::default().with("made", made),
            Self::Sheets(first) => Query::default().with("first", &first.to_string()),
            Self::Slips(from, to) => Query::default().with("from", from).with("to", to),
            Self::Bench(pile, idea, done) => {
                let done = if *done == 0 { String::new() } else { done.to_string() };
                Query::default().with("pile", pile).with("idea", idea).with("done", &done)
            }
            Self::Presence(pile, idea) => Query::default().with("pile", pile).with("idea", idea),
            Self::CodeIdeas(_, idea) => Query::default().with("idea", idea.as_str()),
            Self::Disputes(_, idea, done) => {
                let done = if *done == 0 { String::new() } else { done.to_string() };
                Query::default().with("idea", idea.as_str()).with("done", &done)
            }
            Self::Like(idea) => Query::default().with("idea", idea),
            Self::Structure(done) => {
                let done = if *done == 0 { String::new() } else { done.to_string() };
                Query::default().with("done", &done)
            }
            Self::Contexts(kwic) => kwic.query(),
            Self::Day(day) => Query::default().with("day", day),
            Self::Changes(rung, offer, page) => {
                let rung = if *rung == 0 { String::new() } else { rung.to_string() };
                Query::default().with("rung", &rung).with("offer", offer).page(*page)
            }
            Self::Schedule(congress) => Query::default().with("congress", congress),
            Self::Invited(code) => Query::default().with("invitation", code),
            Self::Code(code) => Query::default().with("code", code),
            Self::Sequel(sequel) => sequel.query(),
            _ => Query::default(),
        }
    }
}

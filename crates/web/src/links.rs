//! Links as templates write them: `page.to.theme(id)`.

use crate::lang::{Lang, Speak as _};
use crate::url::{Before, Filter, Kwic, Sequel, Show, Target, Url, View};
use arobase_domain::{
    AnswerId, ClauseId, ContributionId, DispatchId, IdeaId, MemberId, PropositionId, QuestionId, RecipientId, SampleId,
    ThemeId,
};
use std::borrow::Borrow;
use std::fmt::Display;

/// The pages of a language.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Links(pub(crate) Lang);

macro_rules! plain {
    ($($name:ident => $target:expr),+ $(,)?) => {$(
        pub(crate) fn $name(self) -> Url {
            $target.in_lang(self.0)
        }
    )+};
}

impl Links {
    plain! {
        home => Target::Home,
        funnel => Target::Funnel,
        propositions => Target::Propositions,
        motion => Target::Motion,
        workshop => Target::Workshop,
        take_in => Target::TakeIn,
        versions => Target::Versions,
        asked_before => Target::AskedBefore,
        weak_signals => Target::WeakSignals(1),
        contributions => Target::contributions(),
        search => Target::Search(String::new(), 1),
        territories => Target::Territories(String::new()),
        participation => Target::Participation,
        ledger => Target::Ledger,
        run => Target::Run,
        method => Target::Method,
        downloads => Target::Downloads,
        dictionary => Target::Dictionary,
        contribute => Target::Contribute,
        print => Target::Print(String::new()),
        slips => Target::Slips(String::new(), String::new()),
        poster => Target::Poster,
        import => Target::Import,
        similar => Target::Similar,
        messages => Target::Messages(false, 1),
        attachments => Target::Attachments(String::new(), 1),
        signers => Target::Signers(String::new(), 1, false),
        messages_aside => Target::Messages(true, 1),
        sign_in => Target::SignIn,
        elsewhere => Target::Elsewhere,
        sign_out => Target::SignOut,
        space => Target::Space,
        bench => Target::Bench(String::new(), String::new(), 0),
        map => Target::Map(View::default()),
        ideas_map => Target::IdeasMap,
        screen => Target::Screen(Show::default()),
        structure => Target::Structure(0),
        contexts => Target::Contexts(Kwic::default()),
        rerun => Target::Rerun,
        assign => Target::Assign,
        codings => Target::Codings,
        changes => Target::Changes(0, String::new(), 1),
        decided => Target::Decided,
        drafting => Target::Drafting,
        members => Target::Members(1),
        settings => Target::Settings,
        settings_preview => Target::SettingsPreview,
        schedule => Target::Schedule(String::new()),
        publish => Target::Publish,
        new_edition => Target::NewEdition,
        editions => Target::Editions,
        roster => Target::Roster,
        namesakes => Target::Namesakes(1),
        invitations => Target::Invitations,
        reminders => Target::Reminders,
        following => Target::Following(1),
        code => Target::Code(String::new()),
        about => Target::About,
        sitemap => Target::Sitemap,
        privacy => Target::Privacy,
        footprint => Target::Footprint,
        follow_up => Target::Sequel(Sequel::FollowUp(1)),
        recipients => Target::Sequel(Sequel::Recipients),
        hand_overs => Target::Sequel(Sequel::HandOvers),
        hand_over_slips => Target::Sequel(Sequel::HandOverSlips),
        press => Target::Sequel(Sequel::Press),
        press_desk => Target::Sequel(Sequel::PressDesk),
        recognise => Target::Sequel(Sequel::Recognise),
        testimonies => Target::Sequel(Sequel::Testimonies(1)),
        projects => Target::Sequel(Sequel::Projects(1)),
        ask_again => Target::Sequel(Sequel::AskAgain(String::new())),
    }

    pub(crate) fn recipient(self, id: &RecipientId) -> Url {
        Target::Sequel(Sequel::Recipient(id.clone())).in_lang(self.0)
    }

    pub(crate) fn hand_over_slip(self, id: &DispatchId) -> Url {
        Target::Sequel(Sequel::HandOverSlip(id.clone())).in_lang(self.0)
    }

    /// What a recipient answered.
    pub(crate) fn answers(self, id: &RecipientId) -> Url {
        Target::Sequel(Sequel::Answers(id.clone(), AnswerId::default())).in_lang(self.0)
    }

    /// The same, one of the answers being corrected.
    pub(crate) fn correct_answer(self, id: &RecipientId, answer: &AnswerId) -> Url {
        Target::Sequel(Sequel::Answers(id.clone(), answer.clone())).in_lang(self.0)
    }

    /// Where one confirms the clauses that a project supports.
    pub(crate) fn recognise_one(self, id: &str) -> Url {
        Target::Sequel(Sequel::RecogniseOne(id.to_owned())).in_lang(self.0)
    }

    /// The text that everyone can read.
    pub(crate) fn motion_text(self) -> String {
        crate::followup::motion_url(self.0)
    }

    /// What was given to whom, as a file.
    pub(crate) fn hand_overs_file(self) -> String {
        let [fr, en] = crate::followup::HAND_OVERS_FILE;
        crate::url::rooted(self.0.pick(fr, en))
    }

    /// What changes there, as a feed.
    pub(crate) fn follow_up_feed(self) -> String {
        let [fr, en] = crate::followup::FEED;
        crate::url::rooted(self.0.pick(fr, en))
    }

    /// A document that proves an answer.
    pub(crate) fn evidence(self, id: &str) -> Url {
        Target::Sequel(Sequel::Evidence(id.to_owned())).in_lang(self.0)
    }

    /// The home page of the other language.
    pub(crate) fn other_home(self) -> Url {
        Target::Home.in_lang(self.0.other())
    }

    pub(crate) fn coding(self, id: &SampleId) -> Url {
        Target::Coding(id.clone()).in_lang(self.0)
    }

    /// The next idea to code.
    pub(crate) fn code_ideas(self, id: &SampleId) -> Url {
        self.code_idea(id, &IdeaId::default())
    }

    pub(crate) fn code_idea(self, id: &SampleId, idea: &IdeaId) -> Url {
        Target::CodeIdeas(id.clone(), idea.clone()).in_lang(self.0)
    }

    pub(crate) fn disputes(self, id: &SampleId) -> Url {
        Target::Disputes(id.clone(), IdeaId::default(), 0).in_lang(self.0)
    }

    pub(crate) fn question(self, id: &QuestionId) -> Url {
        Target::Question(id.clone()).in_lang(self.0)
    }

    pub(crate) fn theme(self, id: &ThemeId) -> Url {
        Target::Theme(id.clone()).in_lang(self.0)
    }

    pub(crate) fn proposition(self, id: &PropositionId) -> Url {
        Target::Proposition(id.clone(), 1).in_lang(self.0)
    }

    pub(crate) fn testify(self, id: &ClauseId) -> Url {
        Target::Sequel(Sequel::Testify(id.clone())).in_lang(self.0)
    }

    pub(crate) fn motion_clause(self, id: &ClauseId) -> Url {
        Target::MotionClause(id.clone(), 1).in_lang(self.0)
    }

    pub(crate) fn workshop_clause(self, id: &ClauseId) -> Url {
        Target::WorkshopClause(id.clone()).in_lang(self.0)
    }

    pub(crate) fn rewrite(self, id: &ClauseId) -> Url {
        Target::Rewrite(id.clone()).in_lang(self.0)
    }

    pub(crate) fn decide(self, id: &ClauseId) -> Url {
        Target::Decide(id.clone()).in_lang(self.0)
    }

    pub(crate) fn remark(self, id: &ClauseId) -> Url {
        Target::Remark(id.clone()).in_lang(self.0)
    }

    pub(crate) fn compare_versions(self, from: impl Borrow<u32>, to: impl Borrow<u32>) -> Url {
        Target::CompareVersions(*from.borrow(), *to.borrow()).in_lang(self.0)
    }

    pub(crate) fn contribution(self, id: &ContributionId) -> Url {
        Target::Contribution(id.clone()).in_lang(self.0)
    }

    /// The ideas most like one.
    pub(crate) fn like(self, idea: &str) -> Url {
        Target::Like(idea.to_owned()).in_lang(self.0)
    }

    /// Where one enters for others.
    pub(crate) fn assist(self) -> Url {
        Target::Assist(Before::default()).in_lang(self.0)
    }

    /// Paper forms, as PDF.
    pub(crate) fn sheets(self, first: impl Borrow<u32>) -> Url {
        Target::Sheets(*first.borrow()).in_lang(self.0)
    }

    /// What the columns of a file to import are.
    pub(crate) fn import_columns(self, id: &str) -> Url {
        Target::ImportColumns(id.to_owned()).in_lang(self.0)
    }

    pub(crate) fn import_report(self, id: &str) -> Url {
        Target::ImportReport(id.to_owned(), 1).in_lang(self.0)
    }

    pub(crate) fn import_rows(self, id: &str) -> Url {
        Target::ImportRows(id.to_owned()).in_lang(self.0)
    }

    pub(crate) fn give_up_import(self, id: &str) -> Url {
        Target::GiveUpImport(id.to_owned()).in_lang(self.0)
    }

    /// Where what was said together is entered.
    pub(crate) fn gather(self) -> Url {
        Target::Gather(String::new()).in_lang(self.0)
    }

    /// Where a draft is kept; without a token, where it is sent to be kept.
    pub(crate) fn draft(self, token: &str) -> Url {
        Target::Draft(token.to_owned()).in_lang(self.0)
    }

    /// The author's own page.
    pub(crate) fn receipt(self, token: &str) -> Url {
        Target::Receipt(token.to_owned()).in_lang(self.0)
    }

    /// The documents of a contribution, for the staff.
    pub(crate) fn attachments_of(self, id: impl Display) -> Url {
        Target::Attachments(id.to_string(), 1).in_lang(self.0)
    }

    pub(crate) fn revise(self, token: &str) -> Url {
        Target::Revise(token.to_owned()).in_lang(self.0)
    }

    /// A contribution by its number.
    pub(crate) fn number(self, number: impl Display) -> Url {
        self.contribution(&ContributionId::new(number.to_string()))
    }

    pub(crate) fn contributions_of(self, theme: &ThemeId) -> Url {
        Target::Contributions(Filter { theme: theme.to_string(), ..Filter::default() }).in_lang(self.0)
    }

    pub(crate) fn ledger_state(self, code: &str) -> Url {
        Target::LedgerState(code.to_owned(), 1).in_lang(self.0)
    }

    pub(crate) fn member(self, id: &MemberId) -> Url {
        Target::Member(id.clone()).in_lang(self.0)
    }

    /// A roster that was read.
    pub(crate) fn roster_read(self, id: &str) -> Url {
        Target::RosterRead(id.to_owned()).in_lang(self.0)
    }

    /// Where the code of a member's letter is ended.
    pub(crate) fn end_code(self, id: &MemberId) -> String {
        format!("{}/code", self.member(id))
    }

    /// Where letters are made to be printed.
    pub(crate) fn letters(self) -> String {
        let [fr, en] = crate::people::LETTERS;
        crate::url::rooted(self.0.pick(fr, en))
    }

    /// Where one asks to follow what one sent.
    pub(crate) fn follow(self, token: &str) -> Url {
        Target::Follow(token.to_owned()).in_lang(self.0)
    }

    /// Where one who is said to sign answers.
    pub(crate) fn cosign(self, key: &str) -> Url {
        Target::Cosign(key.to_owned()).in_lang(self.0)
    }

    /// Where one's letters are stopped.
    pub(crate) fn stop(self, key: &str) -> Url {
        Target::Stop(key.to_owned()).in_lang(self.0)
    }

    pub(crate) fn enter(self) -> Url {
        Target::Enter(String::new()).in_lang(self.0)
    }

    /// Where one's second factor is; with a step, where it is taken.
    pub(crate) fn second_factor(self, step: &'static str) -> Url {
        let target = if step.is_empty() { Target::SecondFactor } else { Target::SecondFactorStep(step) };
        target.in_lang(self.0)
    }

    pub(crate) fn close_session(self, id: &str) -> Url {
        Target::CloseSession(id.to_owned()).in_lang(self.0)
    }
}

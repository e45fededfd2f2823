//! The first gesture that writes: three fields, a number in return, the same form received only once.

use super::attach::{Documents, Posted, READ_AT_MOST, receive};
use super::ready::{ready, uninvited};
use super::signers::{self, Block, Rows};
use super::similar::Similar;
use super::territory::{Choice, choices};
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::home::{Asked, asked};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render};
use crate::people::Origin;
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_domain::draft::{SIGNATURE_MAX, TEXT};
use arobase_domain::{Draft, Edition, Field, FieldError, Problem, Settings};
use arobase_store::{Signed, Submission};
use arobase_text::stem::terms;
use askama::Template;
use axum::Extension;
use axum::extract::{DefaultBodyLimit, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "collect/contribute.html")]
pub(super) struct Contribute {
    page: Page,
    open: bool,
    /// Whether this is a draft that was kept.
    kept: bool,
    form: Fields,
    errors: Vec<Mistake>,
    homonyms: Vec<Choice>,
    similar: Option<Similar>,
    documents: Documents,
    /// Whether a code of invitation is asked.
    by_invitation: bool,
    longest: usize,
    longest_signature: usize,
    /// What the edition asks.
    asked: Vec<Asked>,
}

/// The fields as they are posted.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub(super) struct Fields {
    pub(super) token: String,
    pub(super) text: String,
    pub(super) author: String,
    pub(super) territory: String,
    /// The homonym chosen, when `territory` has some.
    pub(super) which: String,
    pub(super) named: String,
    /// The code of invitation, where the edition asks one.
    pub(super) invitation: String,
    /// Whether more rows for those who sign beside are asked for.
    pub(super) more: String,
    /// Those who sign beside.
    #[serde(flatten)]
    pub(super) signers: Rows,
}

/// What is wrong with a field, in words.
#[derive(Clone)]
pub(super) struct Mistake {
    pub(super) field: &'static str,
    pub(super) message: String,
}

pub(crate) fn gesture() -> Gesture {
    let handlers = get(show).post(submit).layer(DefaultBodyLimit::max(READ_AT_MOST));
    Gesture::page(slug::CONTRIBUTE, "", Access::Public, handlers)
}

/// What the address of the form may hold: the code of the poster that was scanned.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Invited {
    invitation: String,
}

async fn show(
    State(state): State<AppState>,
    In(lang): In,
    Query(Invited { invitation }): Query<Invited>,
    signed: Option<Extension<Signed>>,
) -> Result<Response, Error> {
    let form = Fields { token: (state.ids)().to_string(), invitation, ..Fields::default() };
    answer(&state, lang, signed.is_some(), StatusCode::OK, (form, Vec::new(), Documents::default()))
}

/// The form as someone who is not signed in finds it.
pub(crate) fn form(state: &AppState, lang: Lang) -> Result<Response, Error> {
    answer(state, lang, false, StatusCode::OK, (Fields::default(), Vec::new(), Documents::default()))
}

async fn submit(
    State(state): State<AppState>,
    In(lang): In,
    signed: Option<Extension<Signed>>,
    Origin(origin): Origin,
    Posted { fields: mut form, files }: Posted<Fields>,
) -> Result<Response, Error> {
    // Anything else than a token that we could have given would let one form pass for another.
    let Ok(token) = Uuid::try_parse(&form.token) else { return Ok(StatusCode::BAD_REQUEST.into_response()) };
    let now = state.now();
    if !state.edition.collects(now) {
        return Err(Error::closed());
    }
    let (known, key) = (signed.is_some(), token.to_string());
    let uninvited = uninvited(&state, lang, known, &origin, &form.invitation).await?;
    let documents = receive(&state, lang, (&key, &files, uninvited.is_none()), &mut form.text).await?;
    let again = |form, mistakes, documents| {
        answer(&state, lang, known, StatusCode::UNPROCESSABLE_ENTITY, (form, mistakes, documents))
    };
    if let Some(message) = uninvited.filter(|_| !form.more()) {
        return again(form, vec![Mistake { field: "invitation", message }], documents);
    }
    if form.more() || documents.come_back() {
        return answer(&state, lang, known, documents.status(), (form, Vec::new(), documents));
    }
    let (contribution, letters) = match ready(&state, lang, &origin, &form).await? {
        Ok(ready) => ready,
        Err(mistakes) => return again(form, mistakes, documents),
    };
    let calls = letters.calls();
    let submission =
        Submission { contribution: &contribution, token: &key, id: (state.ids)(), by: None, calls: &calls };
    let submitted = state.store.submit(&state.edition.id, submission, &terms, now).await?;
    if let Some(Extension(me)) = signed {
        state.store.note_answer(&state.edition.id, &me.member.id).await?;
    }
    tracing::info!(number = submitted.number, again = submitted.already, "contribution received");
    Ok(Redirect::to(&Target::Receipt(key).in_lang(lang).to_string()).into_response())
}

/// The form holds a token of its own and what its reader typed: no cache keeps it.
fn answer(
    state: &AppState,
    lang: Lang,
    known: bool,
    status: StatusCode,
    (form, errors, documents): (Fields, Vec<Mistake>, Documents),
) -> Result<Response, Error> {
    let page = Page::new(state, lang, Target::Contribute, lang.t("title-contribute"));
    let form = Contribute::new(page, state.edition.collects(state.now()), form, errors).joined(documents);
    Ok(private(status, render(&form.of(&state.edition, known))?))
}

impl Contribute {
    fn new(page: Page, open: bool, form: Fields, errors: Vec<Mistake>) -> Self {
        let homonyms = form.homonyms(page.lang, &errors);
        Self {
            page,
            open,
            kept: false,
            form,
            errors,
            homonyms,
            similar: None,
            documents: Documents::default(),
            by_invitation: false,
            longest: *TEXT.end(),
            longest_signature: 2 * SIGNATURE_MAX,
            asked: Vec::new(),
        }
    }

    /// The same form, filled in with what was kept.
    pub(super) fn kept(page: Page, open: bool, form: Fields) -> Self {
        Self { kept: true, ..Self::new(page, open, form, Vec::new()) }
    }

    /// The same form, as an edition wants it of someone whom it knows or not: below what it asks, as long as it lets texts be.
    pub(super) fn of(self, edition: &Edition, known: bool) -> Self {
        let Settings { limits, invitation, .. } = &edition.settings;
        let by_invitation = !known && !invitation.is_empty();
        Self { asked: asked(self.page.lang, edition), longest: limits.text, by_invitation, ..self }
    }

    /// The same form, with what others have said beside it.
    pub(super) fn beside(page: Page, open: bool, form: Fields, similar: Similar) -> Self {
        Self { similar: Some(similar), ..Self::new(page, open, form, Vec::new()) }
    }

    /// The same form, with its documents; what is wrong with some stands among the mistakes.
    pub(super) fn joined(mut self, documents: Documents) -> Self {
        self.errors.extend(documents.mistakes.iter().cloned());
        Self { documents, ..self }
    }

    /// The rows of those who sign beside.
    fn signers(&self) -> Block {
        let (lang, form) = (self.page.lang, &self.form);
        form.signers.block(lang, &self.errors, form.more(), 0, Target::Contribute.in_lang(lang))
    }

    /// Whether one writes for oneself.
    #[expect(clippy::unused_self, reason = "the fields that two templates share ask it")]
    fn own(&self) -> bool {
        true
    }

    fn error(&self, field: &str) -> Option<&str> {
        self.errors.iter().find(|error| error.field == field).map(|error| error.message.as_str())
    }
}

impl Fields {
    /// « Anne Le Goff, adjointe au numérique » is a name and a function.
    pub(super) fn draft(&self) -> Draft {
        let (name, function) = self.author.split_once(',').unwrap_or((&self.author, ""));
        Draft {
            text: self.text.clone(),
            name: name.trim().to_owned(),
            function: function.trim().to_owned(),
            commune: self.territory.clone(),
            territory: self.which.clone(),
            named: self.named == "yes",
            signers: self.signers.0.clone(),
            ..Draft::default()
        }
    }

    /// Whether more rows are asked for, and nothing else.
    pub(super) fn more(&self) -> bool {
        self.more == "yes"
    }

    /// The territories to choose from, where a name is that of several.
    pub(super) fn homonyms(&self, lang: Lang, errors: &[Mistake]) -> Vec<Choice> {
        let asked = !self.which.is_empty() || errors.iter().any(|error| error.field == "which");
        if asked { choices(lang, &self.territory, &self.which) } else { Vec::new() }
    }

    /// The form as it was when this was kept.
    pub(super) fn of(token: &str, draft: Draft) -> Self {
        let author = [draft.name, draft.function].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        Self {
            token: token.to_owned(),
            text: draft.text,
            author: author.join(", "),
            territory: draft.commune,
            which: draft.territory,
            named: if draft.named { "yes".to_owned() } else { String::new() },
            signers: Rows(draft.signers),
            ..Self::default()
        }
    }
}

pub(super) fn mistakes(lang: Lang, errors: &[FieldError]) -> Vec<Mistake> {
    errors.iter().map(|error| mistake(lang, error)).collect()
}

fn mistake(lang: Lang, error: &FieldError) -> Mistake {
    let (field, label) = match error.field {
        Field::Signer(nth, field) => return signers::mistake(lang, nth, field, error.problem),
        _ if error.problem == Problem::Homonyms => ("which", "contribute-territory"),
        Field::Title | Field::Text => ("text", "contribute-text"),
        Field::Name | Field::Function => ("author", "contribute-author"),
        Field::Commune | Field::Department => ("territory", "contribute-territory"),
    };
    let label = ("field", lang.t(label));
    let message = match error.problem {
        Problem::Missing => lang.t("contribute-error-missing"),
        Problem::TooShort { min } => lang.with("contribute-error-short", [label, ("min", lang.number(min))]),
        Problem::TooLong { max, given } => {
            lang.with("contribute-error-long", [label, ("given", lang.number(given)), ("max", lang.number(max))])
        }
        Problem::Homonyms => lang.with("contribute-error-homonyms", [label]),
        Problem::UnknownDepartment | Problem::NotAnEmail | Problem::TooMany { .. } => {
            lang.with("contribute-error-department", [label])
        }
    };
    Mistake { field, message }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use arobase_domain::Channel;

    fn page(lang: Lang) -> Page {
        sample::page(lang, Target::Contribute)
    }

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            sample::check(&Contribute::new(page(lang), true, Fields::default(), Vec::new()));
            sample::check(&Contribute::new(page(lang), false, Fields::default(), Vec::new()));
        }
    }

    #[test]
    fn documents_stand_with_what_is_wrong_with_others() {
        let form = Contribute::new(page(Lang::Fr), true, Fields::default(), Vec::new());
        let html = sample::check(&form.joined(super::super::attach::tests::documents(Lang::Fr)));
        assert!(html.contains("<details class=\"documents\" open>") && html.contains("plan.exe"));
        assert!(html.contains(r##"<a href="#documents">"##) && html.contains(r#"name="gone" value="d2""#));
        assert!(html.contains(r#"name="public" value="d1" checked"#) && !html.contains(r#"value="d2" checked"#));
    }

    #[test]
    fn errors_lead_to_their_fields_and_values_stay() {
        let form = Fields { author: "a".repeat(300), ..Fields::default() };
        let errors = form.draft().check(Channel::Online).unwrap_err();
        let page = Contribute::new(page(Lang::Fr), true, form, mistakes(Lang::Fr, &errors));
        let html = sample::check(&page);
        assert!(html.contains(r##"<a href="#text">"##) && html.contains(r##"<a href="#author">"##));
        assert!(html.contains(&"a".repeat(300)));
        insta::assert_snapshot!(page.errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("\n"));
    }

    #[test]
    fn homonyms_come_back_to_be_chosen_from() {
        let form = Fields { text: "oui".into(), territory: "Mayenne".into(), ..Fields::default() };
        let errors = form.draft().check(Channel::Online).unwrap_err();
        let html = sample::check(&Contribute::new(page(Lang::Fr), true, form, mistakes(Lang::Fr, &errors)));
        assert!(html.contains(r##"<a href="#which">"##) && html.contains(r#"name="which" value="53147""#));
        let form =
            Fields { which: "53147".into(), text: "oui".into(), territory: "Mayenne".into(), ..Fields::default() };
        assert_eq!(form.draft().check(Channel::Online).unwrap().territory.as_deref(), Some("53147"));
        let html = sample::check(&Contribute::new(page(Lang::Fr), true, form, Vec::new()));
        assert!(html.contains(r#"value="53147" checked"#));
    }

    #[test]
    fn a_name_and_a_function_in_one_field() {
        let form = Fields { author: "Anne Le Goff, adjointe, vice-présidente".into(), ..Fields::default() };
        let draft = form.draft();
        assert_eq!((draft.name.as_str(), draft.function.as_str()), ("Anne Le Goff", "adjointe, vice-présidente"));
        assert!(!draft.named);
        assert_eq!(Fields::of("", draft).author, form.author, "and back");
    }
}

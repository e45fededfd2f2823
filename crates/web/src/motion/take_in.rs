//! A text written elsewhere, taken into the motion: read, shown with what becomes of each clause, then accepted or not. Nothing is kept between the two.

use super::form::MOST;
use super::reading::Reading;
use crate::Error;
use crate::collect::attach::read_text;
use crate::draft::rewritten;
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, to};
use crate::posted::Posted;
use crate::state::AppState;
use crate::url::Target;
use arobase_domain::attachment::ATTACHMENT_MAX;
use arobase_domain::motion::outline::{Left, Outline};
use arobase_domain::motion::prose::Block;
use arobase_domain::motion::{Compared, Fate, Field, Motion, Written, compare, prose};
use arobase_publish::motion::{Understood, fused, understood};
use arobase_store::Signed;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

/// Most bytes of what the page of a preview carries.
const CARRIED: usize = 200_000;
/// Most clauses.
const CLAUSES: usize = 500;
/// Most signs of the name of a version.
const LABEL: usize = 120;

#[derive(Template)]
#[template(path = "motion/take_in.html")]
struct TakeIn {
    page: Page,
    alert: String,
    weight: String,
    preview: Option<Preview>,
}

/// What was understood, before anything is written.
struct Preview {
    /// What it was read from, and the same for the form that accepts it.
    file: String,
    carried: String,
    /// The state that it takes the place of.
    seq: u32,
    /// How much was recognised.
    counts: String,
    /// What becomes of clauses, and of what stands once.
    fates: Vec<String>,
    /// What is left out.
    left: Vec<String>,
    /// Words that are in no part of the text.
    aside: Vec<String>,
    gone: Vec<String>,
    reading: Reading,
}

pub(super) async fn show(State(state): State<AppState>, In(lang): In) -> Result<Response, Error> {
    shown(&state, lang, String::new(), None)
}

pub(super) async fn make(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    mut posted: Posted,
) -> Result<Response, Error> {
    let written = state.store.motion(&state.edition.id).await?;
    if posted.line("do") == "accept" {
        return accept(&state, lang, &me, &written, &posted).await;
    }
    let Some((name, bytes)) = posted.document.take() else {
        return shown(&state, lang, lang.t("take-in-no-file"), None);
    };
    let file: String = name.chars().filter(|letter| !letter.is_control()).take(80).collect();
    let outline = match read_text(&state, bytes).await? {
        Ok(outline) => outline,
        Err(key) => return shown(&state, lang, refused(lang, key, file), None),
    };
    let found = understood(&outline);
    match unfit(&found) {
        Some(key) => shown(&state, lang, lang.it(key, file), None),
        None => shown(&state, lang, String::new(), Some(Preview::new(lang, &file, &written, &found, &outline)?)),
    }
}

/// Puts the text in place, if nothing was written since it was shown; else shows again what would become of the clauses.
async fn accept(
    state: &AppState,
    lang: Lang,
    me: &Signed,
    written: &Written,
    posted: &Posted,
) -> Result<Response, Error> {
    let file = posted.line("file");
    let Ok(found) = serde_json::from_str::<Understood>(posted.given("text")) else {
        return shown(state, lang, lang.t("motion-unclear"), None);
    };
    if let Some(key) = unfit(&found) {
        return shown(state, lang, lang.it(key, file), None);
    }
    if posted.line("seq").parse() != Ok(written.seq) {
        let preview = Preview::new(lang, &file, written, &found, &Outline::default())?;
        return shown(state, lang, lang.t("take-in-meanwhile"), Some(preview));
    }
    if !written.motion.is_blank() {
        let label: String = Lang::Fr.it("take-in-label", &file).chars().take(LABEL).collect();
        let (edition, by) = (&state.edition.id, me.member.id.as_str());
        _ = state.store.number_motion(edition, (written.seq, &label), (by, state.now())).await?;
    }
    let change = |held: &mut Motion| {
        *held = fused(held, &found);
        Ok(())
    };
    match rewritten(state, me.member.id.as_str(), &change).await? {
        Ok(_) => Ok(to(lang, Target::Workshop)),
        Err(why) => shown(state, lang, super::told::refusal(lang, &why), None),
    }
}

/// Why a text cannot be taken in.
fn unfit(found: &Understood) -> Option<&'static str> {
    let motion = &found.motion;
    let mut texts: Vec<&str> = Field::ALL.iter().map(|&field| motion.field(field)).collect();
    texts.extend(motion.recitals.iter().map(String::as_str));
    texts.extend(motion.sections.iter().flat_map(|one| [one.title.as_str(), one.lead.as_str()]));
    texts.extend(motion.clauses().map(|one| one.text.as_str()));
    texts.extend(motion.annexes.iter().flat_map(|one| [one.title.as_str(), one.text.as_str()]));
    let weight: usize = texts.iter().map(|text| text.len()).sum();
    let long = texts.iter().any(|text| text.chars().count() > MOST);
    match motion.clauses().count() {
        0 => Some("take-in-nothing"),
        many if many > CLAUSES || long || weight > CARRIED => Some("take-in-long"),
        _ => None,
    }
}

/// Why a document cannot be read; what would be said of one joined to a contribution names formats that are not read here.
fn refused(lang: Lang, key: &str, file: String) -> String {
    let key = match key {
        "attach-error-kind" => "take-in-kind",
        "attach-error-old-word" => "take-in-old-word",
        "attach-error-macros" => "take-in-macros",
        "attach-error-swollen" => "take-in-swollen",
        other => other,
    };
    lang.with(key, [("file", file), ("size", lang.bytes(ATTACHMENT_MAX as u64)), ("most", lang.number(1_usize))])
}

fn shown(state: &AppState, lang: Lang, alert: String, preview: Option<Preview>) -> Result<Response, Error> {
    let page = Page::new(state, lang, Target::TakeIn, lang.t("title-take-in"))
        .within(lang.t("title-workshop"), Target::Workshop);
    let status = if alert.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let weight = lang.bytes(ATTACHMENT_MAX as u64);
    Ok(private(status, render(&TakeIn { page, alert, weight, preview })?))
}

impl Preview {
    fn new(lang: Lang, file: &str, written: &Written, found: &Understood, outline: &Outline) -> Result<Self, Error> {
        let motion = fused(&written.motion, found);
        let compared = compare(&written.motion, &motion);
        let fate = |id: &str| compared.iter().find(|one| one.id.as_str() == id).map(|one| one.fate);
        let beside = |clause: &arobase_domain::Clause| match fate(clause.id.as_str()) {
            Some(Fate::Changed) => vec![lang.t("take-in-rewritten")],
            _ => Vec::new(),
        };
        let mut left: Vec<String> = outline.left.iter().map(|(what, many)| lang.n(dropped(*what), *many)).collect();
        left.extend(found.ours.then(|| lang.t("take-in-left-ours")));
        Ok(Self {
            file: file.to_owned(),
            carried: serde_json::to_string(found).map_err(Error::export)?,
            seq: written.seq,
            counts: counts(lang, &motion),
            fates: fates(lang, &written.motion, &motion, &compared),
            left,
            aside: found.aside.clone(),
            gone: compared.iter().filter(|one| one.fate == Fate::Gone).map(|one| gone(&written.motion, one)).collect(),
            reading: Reading::new(lang, &motion, beside),
        })
    }
}

/// What tells of something that a motion does not hold.
fn dropped(what: Left) -> &'static str {
    match what {
        Left::Struck => "take-in-left-struck",
        Left::Added => "take-in-left-added",
        Left::Comment => "take-in-left-comment",
        Left::Note => "take-in-left-note",
        Left::Image => "take-in-left-image",
        Left::Table => "take-in-left-table",
        Left::Frame => "take-in-left-frame",
        Left::Link => "take-in-left-link",
        Left::Code => "take-in-left-code",
    }
}

/// « 4 parties, 16 énoncés, 3 considérants. »
fn counts(lang: Lang, motion: &Motion) -> String {
    let told = [
        ("take-in-sections", motion.sections.len()),
        ("take-in-clauses", motion.clauses().count()),
        ("take-in-recitals", motion.recitals.len()),
        ("take-in-annexes", motion.annexes.len()),
    ];
    told.into_iter().filter(|(_, many)| *many > 0).map(|(key, many)| lang.n(key, many)).collect::<Vec<_>>().join(", ")
}

/// What becomes of clauses, then of the texts that stand once.
fn fates(lang: Lang, before: &Motion, after: &Motion, compared: &[Compared]) -> Vec<String> {
    let many = |fates: &[Fate]| compared.iter().filter(|one| fates.contains(&one.fate)).count();
    let told = [
        ("take-in-kept", many(&[Fate::Same, Fate::Moved])),
        ("take-in-changed", many(&[Fate::Changed])),
        ("take-in-new", many(&[Fate::New])),
        ("take-in-gone", many(&[Fate::Gone])),
    ];
    let mut told: Vec<String> =
        told.into_iter().filter(|(_, many)| *many > 0).map(|(key, many)| lang.n(key, many)).collect();
    for field in Field::ALL {
        let key = match (before.field(field).is_empty(), after.field(field).is_empty()) {
            (_, false) if before.field(field) != after.field(field) => "take-in-field-new",
            (false, true) => "take-in-field-gone",
            _ => continue,
        };
        told.push(lang.it(key, lang.t(&format!("motion-field-{}", field.as_str()))));
    }
    told
}

/// « 4. Ouvrir un lieu… »
fn gone(motion: &Motion, one: &Compared) -> String {
    let words = motion.clause(&one.id).map(|(_, clause)| prose::plain(&clause.text)).unwrap_or_default();
    format!("{}. {}", one.numbers[0].unwrap_or_default(), super::told::short(&words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use arobase_domain::motion::outline::{Form, Paragraph};

    fn outline() -> Outline {
        let mut outline = Outline::default();
        for (form, words) in [
            (Form::Title, "Notre motion"),
            (Form::Text, "Considérant la distance ;"),
            (Form::Heading(1), "Axe 1 – Les usages"),
            (Form::Numbered(0), "Ouvrir une maison."),
        ] {
            outline.push(form, "", vec![prose::Run { text: words.into(), stressed: false }]);
        }
        outline.leave(Left::Comment);
        outline
    }

    #[test]
    fn renders_the_form_and_what_was_understood() {
        let (outline, motion) = (outline(), sample::motion());
        let found = Understood { aside: vec!["En-tête".into()], ..understood(&outline) };
        let written = Written { seq: 3, motion, ..Written::default() };
        for &lang in Lang::ALL {
            let page = || sample::page(lang, Target::TakeIn);
            sample::check(&TakeIn { page: page(), alert: "non".into(), weight: "5 Mo".into(), preview: None });
            let preview = Preview::new(lang, "texte.docx", &written, &found, &outline).expect("a preview");
            let html = sample::check(&TakeIn {
                page: page(),
                alert: String::new(),
                weight: String::new(),
                preview: Some(preview),
            });
            assert!(html.contains("Ouvrir une maison.") && html.contains("name=\"do\" value=\"accept\""), "{html}");
        }
    }

    #[test]
    fn a_text_without_clause_or_without_end_is_unfit() {
        let mut outline = outline();
        assert_eq!(unfit(&understood(&outline)), None);
        outline.paragraphs.push(Paragraph {
            form: Form::Numbered(0),
            runs: vec![prose::Run { text: "mot ".repeat(MOST), stressed: false }],
            ..Paragraph::default()
        });
        assert_eq!(unfit(&understood(&outline)), Some("take-in-long"));
        assert_eq!(unfit(&Understood::default()), Some("take-in-nothing"));
    }
}

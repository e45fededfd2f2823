//! Gestures and refusals in words.

use super::form::{MOST, Unclear};
use super::opened::Refused;
use crate::Error;
use crate::lang::{Lang, Speak as _};
use crate::state::{AppState, minute};
use arobase_domain::edits::{Act, Event, Gesture, Hindrance, Meanwhile, State};
use arobase_domain::{Member, MemberId, PropositionId, QuestionId, ThemeId};
use arobase_tables::state::refused;
use std::collections::{BTreeMap, BTreeSet};

/// The names of those who wrote these lines of a log; whoever is no longer a member is not named.
pub(super) async fn people<'a>(
    state: &AppState,
    events: impl Iterator<Item = &'a Event>,
) -> Result<BTreeMap<String, String>, Error> {
    let mut names = BTreeMap::new();
    for by in events.map(|event| &event.by).collect::<BTreeSet<_>>() {
        let found = state.store.participant(&state.edition.id, &MemberId::new(by.as_str())).await?;
        // Colleagues who gave no name are known by their address.
        let called = |Member { name, email, .. }: Member| {
            Some(name).filter(|name| !name.is_empty()).or(email.map(|email| email.to_string()))
        };
        names.extend(found.and_then(|participant| Some((by.clone(), called(participant.member)?))));
    }
    Ok(names)
}

/// The label of a theme; a quotation of its number where nobody named it.
pub(super) fn label(lang: Lang, state: &State, theme: &ThemeId) -> String {
    let named = state.themes.get(theme).and_then(|held| held.label.clone());
    named.unwrap_or_else(|| lang.it("bench-unnamed", theme))
}

fn wording(state: &State, question: &QuestionId) -> String {
    state.questions.get(question).map_or_else(|| question.to_string(), |asked| asked.wording.clone())
}

fn words(state: &State, proposition: &PropositionId) -> String {
    state.propositions.get(proposition).map_or_else(|| proposition.to_string(), |worded| worded.text.clone())
}

/// What a line of the log did, as it reads now: « 3 idées déplacées vers « Fibre » ».
pub(super) fn event(lang: Lang, state: &State, log: &[Event], event: &Event) -> String {
    let of = |seq: &u32| usize::try_from(seq - 1).ok().and_then(|at| log.get(at));
    let turned = |key: &str, seq: &u32| {
        of(seq).map_or_else(|| lang.it(key, seq), |turned| lang.it(key, self::event(lang, state, log, turned)))
    };
    match &event.act {
        Act::Made(gesture) => made(lang, state, gesture),
        Act::Undone { undo } => turned("act-undone", undo),
        Act::Redone { redo } => turned("act-redone", redo),
        Act::Rerun { .. } => {
            let late = event.change.ideas.values().filter(|turn| turn.before.is_none()).count();
            lang.it("act-rerun", lang.n("ideas-count", late))
        }
    }
}

/// What a gesture does.
pub(super) fn made(lang: Lang, state: &State, gesture: &Gesture) -> String {
    use Gesture as G;
    let theme = |key: &str, theme: &ThemeId| lang.it(key, label(lang, state, theme));
    let proposition = |key: &str, id: &PropositionId| lang.it(key, words(state, id));
    let pair = |key: &str, one: String, other: String| lang.with(key, [("it", one), ("other", other)]);
    let many = |ideas: &[_]| lang.n("ideas-count", ideas.len());
    match gesture {
        G::Accept { ideas } => lang.it("act-accept", many(ideas)),
        G::Cut { idea, .. } => lang.it("act-cut", idea),
        G::Mask { idea, .. } => lang.it("act-mask", idea),
        G::Unmask { idea, .. } => lang.it("act-unmask", idea),
        G::Same { ideas, first } => pair("act-same", many(ideas), first.to_string()),
        G::Apart { ideas } => lang.it("act-apart", many(ideas)),
        G::Move { ideas, to, .. } => pair("act-move", many(ideas), label(lang, state, to)),
        G::ToSort { ideas } => lang.it("act-to-sort", many(ideas)),
        G::OffTopic { ideas } => lang.it("act-off-topic", many(ideas)),
        G::Empty { ideas } => lang.it("act-empty", many(ideas)),
        G::Create { label, ideas, .. } => pair("act-create", label.clone().unwrap_or_default(), many(ideas)),
        G::Rename { label, .. } => lang.it("act-rename", label),
        G::Lock { theme: id } => theme("act-lock", id),
        G::Unlock { theme: id } => theme("act-unlock", id),
        G::Merge { themes, into } => lang.it("act-merge", label(lang, state, into.as_ref().unwrap_or(&themes[0]))),
        G::Split { theme: id, into, .. } => pair("act-split", label(lang, state, id), (into.len() + 1).to_string()),
        G::Dissolve { theme, .. } => lang.it("act-dissolve", theme),
        G::Define { theme: id, .. } => theme("act-define", id),
        G::Order { theme: id, .. } => theme("act-order", id),
        G::Group { themes, question } => pair(
            if question.is_some() { "act-group" } else { "act-ungroup" },
            themes.iter().map(|id| label(lang, state, id)).collect::<Vec<_>>().join(", "),
            question.as_ref().map(|id| wording(state, id)).unwrap_or_default(),
        ),
        G::Ask { wording, .. } => lang.it("act-ask", wording),
        G::Word { wording, .. } => lang.it("act-word", wording),
        G::OrderQuestion { question, .. } => lang.it("act-order-question", wording(state, question)),
        G::Close { question } => lang.it("act-close", question),
        G::Propose { text, .. } => lang.it("act-propose", text),
        G::Write { text, .. } => lang.it("act-write", text),
        G::Back { proposition: id, ideas } => pair("act-back", many(ideas), words(state, id)),
        G::Unback { proposition: id, ideas } => pair("act-unback", many(ideas), words(state, id)),
        G::Fuse { into, .. } => proposition("act-fuse", into),
        G::Oppose { one, other, opposed } => {
            pair(if *opposed { "act-oppose" } else { "act-reconcile" }, words(state, one), words(state, other))
        }
        G::Address { proposition: id, .. } => proposition("act-address", id),
        G::Adopt { proposition: id } => proposition("act-adopt", id),
        G::SetAside { proposition: id, .. } => proposition("act-set-aside", id),
        G::Reopen { proposition: id } => proposition("act-reopen", id),
        G::Note { on, .. } => lang.it("act-note", on),
        G::KeepQuery { words } => lang.it("act-keep-query", words),
        G::DropQuery { words } => lang.it("act-drop-query", words),
        G::Unnote { note } => lang.it("act-unnote", note),
    }
}

/// Why nothing was done, and what to do; `by` names whoever came between.
pub(super) fn refusal(lang: Lang, state: &State, log: &[Event], refused_: &Refused, by: &str) -> String {
    match refused_ {
        Refused::Hindered(Hindrance::Refused(why)) => lang.it("bench-refused", refused(why, lang)),
        Refused::Hindered(Hindrance::Meanwhile(Meanwhile(what))) => lang.it("bench-meanwhile", what),
        Refused::Hindered(Hindrance::Nothing) => lang.t("bench-nothing"),
        Refused::Hindered(Hindrance::Altered(_)) | Refused::Busy => lang.t("bench-busy"),
        Refused::Crossed(other) => {
            let values =
                [("by", by.to_owned()), ("when", minute(lang, other.at)), ("it", event(lang, state, log, other))];
            lang.with("bench-crossed", values)
        }
    }
}

/// Why a form is no gesture.
pub(super) fn unclear(lang: Lang, unclear: &Unclear) -> String {
    match unclear {
        Unclear::Words => lang.t("bench-which-words"),
        Unclear::Cut => lang.t("bench-which-cut"),
        Unclear::Ideas => lang.t("bench-which-ideas"),
        Unclear::Gesture => lang.t("bench-no-gesture"),
        Unclear::Theme(said) if said.is_empty() => lang.t("bench-which-theme"),
        Unclear::Theme(said) => lang.it("bench-no-theme", said),
        Unclear::Long(length) => {
            let count = |count: usize| lang.number(count);
            lang.with("bench-long", [("length", count(*length)), ("most", count(MOST))])
        }
    }
}

//! « Ce que cette contribution est devenue »: the whole text, its ideas marked, and where each one went.

use super::excerpt::cut;
use crate::collect::attach::Line as Document;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::motion::{Led, from_contribution};
use crate::page::{Page, channel, render, signature};
use crate::signed::sentence;
use crate::state::{AppState, day};
use crate::url::{Target, slug};
use crate::{Error, reasons};
use arobase_domain::{Channel, ContributionId, Gathering, Span, ThemeId};
use arobase_store::{Attachment, ContributionFate, IdeaFate, PropositionLink, Veil as _};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Html;
use axum::routing::get;
use std::collections::BTreeMap;

/// Soft backgrounds that alternate from one idea to the next.
const TONES: usize = 4;

#[derive(Template)]
#[template(path = "funnel/contribution.html")]
struct ContributionPage {
    page: Page,
    by: String,
    /// Who signed, where several did.
    several: String,
    received: String,
    /// Where it was said, if it was said at a gathering.
    gathering: String,
    heading: String,
    pieces: Vec<Piece>,
    fate: String,
    ideas: Vec<Line>,
    /// Its number, and the documents joined to it that are published.
    number: u32,
    attached: Vec<Document>,
    /// How many are not.
    withheld: usize,
    /// The clauses of the motion that it led to.
    led: Vec<Led>,
}

/// A run of characters, in an idea or between two.
#[derive(Debug, PartialEq, Eq)]
struct Piece {
    text: String,
    idea: Option<usize>,
    tone: usize,
}

struct Line {
    n: usize,
    tone: usize,
    theme: Option<(ThemeId, String)>,
    proposition: Option<PropositionLink>,
    state: String,
    note: String,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::CONTRIBUTIONS, "/{id}", Access::Public, get(show))
}

async fn show(State(state): State<AppState>, In(lang): In, Path(id): Path<String>) -> Result<Html<String>, Error> {
    // « 007 » is no second address of contribution 7.
    let number = id.parse::<u32>().ok().filter(|number| number.to_string() == id).ok_or_else(Error::not_found)?;
    let fate = state.store.contribution_fate(&state.edition.id, number).await?.ok_or_else(Error::not_found)?;
    let fate = fate.veiled(&state.store.masks(&state.edition.id).await?);
    let target = Target::Contribution(ContributionId::numbered(number));
    let page = Page::new(&state, lang, target, lang.it("title-contribution", number))
        .within(lang.t("title-contributions"), Target::contributions());
    let gathering = state.store.gathering_of(&state.edition.id, number).await?;
    let beside = state.store.signing_beside(&state.edition.id, number).await?;
    let several = sentence(lang, fate.contribution.author.as_ref(), &beside);
    let mut joined = state.store.attachments(&state.edition.id, number).await?;
    let withheld = state.store.withheld(&state.edition.id).await?;
    for one in &mut joined {
        one.public &= !withheld.contains(&one.id);
    }
    let mut words = BTreeMap::new();
    if joined.iter().any(|one| one.public) {
        words = state.store.words_published(&state.edition.id, number).await?;
    }
    let page = ContributionPage::new(page, fate, gathering.as_ref()).joined(number, joined, words);
    let led = from_contribution(&state, lang, number).await?;
    render(&ContributionPage { several, led, ..page })
}

impl ContributionPage {
    fn new(page: Page, fate: ContributionFate, gathering: Option<&Gathering>) -> Self {
        let (lang, fate) = (page.lang, present(fate));
        let contribution = &fate.contribution;
        let spans: Vec<Span> = fate.ideas.iter().map(|one| one.idea.span).collect();
        Self {
            page,
            by: signature(contribution.author.as_ref()),
            several: String::new(),
            received: received(lang, &fate),
            gathering: gathering.map(|gathering| held(lang, gathering)).unwrap_or_default(),
            heading: contribution.title.clone().unwrap_or_default(),
            pieces: pieces(&contribution.text, &spans),
            fate: summary(lang, &fate),
            ideas: fate.ideas.into_iter().enumerate().map(|(rank, one)| Line::new(lang, rank + 1, one)).collect(),
            number: 0,
            attached: Vec::new(),
            withheld: 0,
            led: Vec::new(),
        }
    }

    /// The same, with the documents joined to it; of those that are not published, only how many they are.
    fn joined(self, number: u32, joined: Vec<Attachment>, mut words: BTreeMap<String, (String, bool)>) -> Self {
        let lang = self.page.lang;
        let (public, others): (Vec<_>, Vec<_>) = joined.into_iter().partition(|one| one.public);
        let line = |one: Attachment| {
            let said = words.remove(&one.id).filter(|(text, _)| !text.is_empty());
            Document::new(lang, one, said, Target::Attachment)
        };
        Self { number, attached: public.into_iter().map(line).collect(), withheld: others.len(), ..self }
    }
}

impl Line {
    fn new(lang: Lang, n: usize, fate: IdeaFate) -> Self {
        let state = idea_state(lang, &fate);
        let idea = fate.idea;
        let mut notes = Vec::new();
        notes.extend(idea.duplicate_of.map(|_| lang.t("idea-duplicate")));
        notes.extend(idea.campaign.map(|campaign| lang.it("idea-campaign", campaign)));
        Self {
            n,
            tone: (n - 1) % TONES,
            theme: idea.theme.zip(fate.theme),
            proposition: fate.proposition,
            state,
            note: notes.join(" "),
        }
    }
}

/// Changed by its author since the run that is shown: the ideas that there were are those of the text that was.
const REVISED: &str = "revised";

/// What may still be said of it: the ideas of a text that is no more say nothing.
pub(crate) fn present(mut fate: ContributionFate) -> ContributionFate {
    if fate.reason == REVISED {
        fate.ideas.clear();
    }
    fate
}

/// Where an idea is and why, in words.
pub(crate) fn idea_state(lang: Lang, fate: &IdeaFate) -> String {
    let state = reasons::state(lang, Some(fate.idea.status).into());
    lang.with("idea-state", [("state", state), ("reason", reasons::reason(lang, &fate.idea.reason))])
}

/// When and how it came, in words.
pub(crate) fn received(lang: Lang, fate: &ContributionFate) -> String {
    let contribution = &fate.contribution;
    let values = [("date", day(lang, contribution.received_at)), ("channel", channel(lang, contribution.channel))];
    let told = lang.with("contribution-received", values);
    contribution
        .department
        .as_ref()
        .map_or(told.clone(), |code| format!("{told}, {}", lang.it("department-meta", code)))
}

/// « Recueillie pendant un atelier : « Café numérique », Nouans (72), le 12 septembre 2026, 14 personnes présentes. »
fn held(lang: Lang, gathering: &Gathering) -> String {
    let key = match gathering.channel {
        Channel::Interview => "gathering-interview",
        Channel::Room => "gathering-room",
        _ => "gathering-workshop",
    };
    let name = Some(&gathering.name).filter(|name| !name.is_empty());
    let name = name.map(|name| lang.it("gathering-name", name)).unwrap_or_default();
    let day = gathering.day.as_ref().and_then(|day| day.parse().ok()).map(|day| lang.it("on-day", lang.date(day)));
    let place = Some(gathering.place.clone()).filter(|place| !place.is_empty());
    let present = gathering.present.map(|present| lang.n("gathering-present", u64::from(present)));
    let parts = [Some(lang.with(key, [("name", name)])), place, day, present];
    format!("{}.", parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

pub(crate) fn summary(lang: Lang, fate: &ContributionFate) -> String {
    match fate.reason.as_str() {
        "received" => lang.t("contribution-fate-received"),
        REVISED => lang.t("contribution-fate-revised"),
        _ if !fate.ideas.is_empty() => lang.n("contribution-fate-classed", fate.ideas.len()),
        reason => {
            let values = [("state", reasons::state(lang, fate.state)), ("reason", reasons::reason(lang, reason))];
            let told = lang.with("contribution-fate-other", values);
            if fate.detail.is_empty() { told } else { format!("{told} {}", fate.detail) }
        }
    }
}

/// Cuts a text into ideas and what lies between; spans are in order and do not overlap.
fn pieces(text: &str, spans: &[Span]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let (mut rest, mut at) = (text, 0);
    for (rank, span) in spans.iter().enumerate() {
        let start = span.start.saturating_sub(at);
        let length = span.end.saturating_sub(span.start.max(at));
        let (before, marked, after) = cut(rest, Span { start, end: start + length });
        pieces.push(Piece { text: before.to_owned(), idea: None, tone: 0 });
        pieces.push(Piece { text: marked.to_owned(), idea: Some(rank + 1), tone: rank % TONES });
        (rest, at) = (after, span.end.max(at));
    }
    pieces.push(Piece { text: rest.to_owned(), idea: None, tone: 0 });
    pieces.retain(|piece| piece.idea.is_some() || !piece.text.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collect::attach::attachment;
    use crate::sample;
    use arobase_domain::{AttachmentKind, State};

    fn fate() -> ContributionFate {
        ContributionFate {
            contribution: sample::source().contribution,
            state: State::Classed,
            reason: "classed".into(),
            detail: String::new(),
            ideas: vec![IdeaFate {
                idea: sample::idea(),
                theme: Some(sample::theme().label),
                question: None,
                proposition: Some(sample::link()),
            }],
        }
    }

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            let page = || sample::page(lang, Target::Contribution(ContributionId::numbered(7)));
            sample::check(&ContributionPage::new(page(), fate(), None));
            let broken = ContributionFate {
                state: State::Broken,
                reason: "broken_row".into(),
                detail: "file.csv: 12".into(),
                ideas: Vec::new(),
                ..fate()
            };
            sample::check(&ContributionPage::new(page(), broken, None));
        }
        let page = sample::page(Lang::Fr, Target::Contribution(ContributionId::numbered(7)));
        insta::assert_snapshot!(sample::text(&ContributionPage::new(page, fate(), Some(&gathering()))));
    }

    #[test]
    fn documents_are_counted_and_only_those_published_are_shown() {
        for &lang in Lang::ALL {
            let page = sample::page(lang, Target::Contribution(ContributionId::numbered(7)));
            let joined =
                vec![attachment("d1", AttachmentKind::Pdf, true), attachment("d2", AttachmentKind::Png, false)];
            let words = [("d1".to_owned(), ("La fibre".to_owned(), true))].into();
            let html = sample::check(&ContributionPage::new(page, fate(), None).joined(7, joined, words));
            assert!(html.contains(&Target::Attachment("d1".into()).in_lang(lang).to_string()));
            assert!(html.contains("La fibre</p>") && !html.contains("d2"));
        }
    }

    fn gathering() -> Gathering {
        Gathering {
            channel: Channel::Workshop,
            name: "Café numérique".into(),
            place: "Nouans (72)".into(),
            day: Some("2026-09-12".into()),
            hosts: "Ada".into(),
            present: Some(14),
        }
    }

    #[test]
    fn where_it_was_said_and_not_who_led() {
        let told = held(Lang::Fr, &gathering());
        let expected = "Recueillie pendant un atelier\u{a0}: «\u{a0}Café numérique\u{a0}», Nouans (72), le 12\u{a0}septembre\u{a0}2026, 14 personnes présentes.";
        assert_eq!(told, expected);
        let bare = Gathering { name: String::new(), place: String::new(), day: None, present: None, ..gathering() };
        assert_eq!(held(Lang::En, &Gathering { channel: Channel::Interview, ..bare }), "Gathered during an interview.");
    }

    #[test]
    fn every_character_stays_and_ideas_are_numbered() {
        let text = "Été. Ouvrir ; fermer !";
        let spans = [Span { start: 5, end: 11 }, Span { start: 14, end: 20 }];
        let pieces = pieces(text, &spans);
        assert_eq!(pieces.iter().map(|piece| piece.text.as_str()).collect::<String>(), text);
        let ideas: Vec<_> = pieces.iter().filter_map(|piece| piece.idea.map(|n| (n, piece.text.as_str()))).collect();
        assert_eq!(ideas, [(1, "Ouvrir"), (2, "fermer")]);
    }

    #[test]
    fn spans_that_overlap_or_overflow_lose_nothing() {
        let text = "abcdef";
        let spans = [Span { start: 0, end: 4 }, Span { start: 2, end: 5 }, Span { start: 5, end: 99 }];
        let text_again: String = pieces(text, &spans).into_iter().map(|piece| piece.text).collect();
        assert_eq!(text_again, text);
    }
}

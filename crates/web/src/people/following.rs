//! One's own contributions: where each idea is, and how often one wants to be told. Following one is asked for from its receipt, which only its author has.

use crate::Error;
use crate::funnel::contribution::summary;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, to};
use crate::pager::{At, Pager};
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_domain::{ContributionId, Rhythm, ThemeId};
use arobase_store::{ContributionFate, IdeaFate, PropositionLink, Signed};
use askama::Template;
use axum::Extension;
use axum::extract::{Form, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};

/// Contributions on a page.
const SHOWN: usize = 5;
/// Ideas shown of each; the page of the contribution shows them all.
const IDEAS: usize = 6;

#[derive(Template)]
#[template(path = "people/following.html")]
struct Following {
    page: Page,
    entries: Vec<Entry>,
    total: usize,
    pager: Pager,
    rhythm: Option<Rhythm>,
    /// Whether news can reach this member.
    reached: bool,
    stopped: bool,
}

/// A contribution and what became of it.
struct Entry {
    id: ContributionId,
    fate: String,
    ideas: Vec<Line>,
    more: usize,
}

struct Line {
    text: String,
    theme: Option<(ThemeId, String)>,
    proposition: Option<PropositionLink>,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Fields {
    rhythm: String,
    /// Number of a contribution to follow no more.
    leave: String,
}

pub(crate) fn gestures() -> [Gesture; 2] {
    [
        Gesture::page(slug::FOLLOWING, "", Access::SignedIn, get(show).post(change)),
        Gesture::page(slug::FOLLOW, "/{token}", Access::SignedIn, post(follow)),
    ]
}

async fn show(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Query(at): Query<At>,
) -> Result<Response, Error> {
    let (store, edition, member) = (&state.store, &state.edition.id, &me.member.id);
    let followed = store.followed(edition, member).await?;
    let pages = u32::try_from(followed.len().div_ceil(SHOWN).max(1)).unwrap_or(u32::MAX);
    let before = (at.page() as usize - 1).saturating_mul(SHOWN);
    let mut entries = Vec::new();
    for one in followed.iter().skip(before).take(SHOWN) {
        let fate = store.contribution_fate(edition, one.number).await?;
        entries.extend(fate.map(|fate| Entry::new(lang, one.number, fate)));
    }
    let page = Page::new(&state, lang, Target::Following(at.page()), lang.t("title-following"));
    let page = Following {
        page: page.within(lang.t("title-space"), Target::Space),
        entries,
        total: followed.len(),
        pager: Pager::new(lang, at.page(), pages, Target::Following),
        rhythm: store.rhythm(edition, member).await?,
        reached: me.member.email.is_some(),
        stopped: store.wants_no_letters(member).await?,
    };
    Ok(private(StatusCode::OK, render(&page)?))
}

async fn change(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Form(fields): Form<Fields>,
) -> Result<Response, Error> {
    let (store, edition, member, now) = (&state.store, &state.edition.id, &me.member.id, state.now());
    if let Ok(number) = fields.leave.parse() {
        store.unfollow(edition, number, member, now).await?;
    } else {
        let rhythm = if fields.rhythm == "never" { Ok(None) } else { fields.rhythm.parse().map(Some) };
        let Ok(rhythm) = rhythm else { return Ok(StatusCode::BAD_REQUEST.into_response()) };
        if store.rhythm(edition, member).await? != rhythm {
            store.set_rhythm(edition, member, rhythm, now).await?;
        }
        if rhythm.is_some() {
            // Asking for news is asking for letters again.
            store.stop_letters(member, false, now).await?;
        }
    }
    Ok(to(lang, Target::Following(1)))
}

/// The token is that of the receipt: whoever has it wrote the contribution.
async fn follow(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Path(token): Path<String>,
) -> Result<Response, Error> {
    let (store, edition) = (&state.store, &state.edition.id);
    let number = store.sent_with(edition, &token).await?.ok_or_else(Error::not_found)?;
    let fate = store.contribution_fate(edition, number).await?.ok_or_else(Error::not_found)?;
    store.follow(edition, number, &me.member.id, &fate.spots(), state.now()).await?;
    store.note_answer(edition, &me.member.id).await?;
    Ok(to(lang, Target::Following(1)))
}

impl Following {
    fn is(&self, code: &str) -> bool {
        self.rhythm.map_or("never", Rhythm::as_str) == code
    }
}

impl Entry {
    fn new(lang: Lang, number: u32, fate: ContributionFate) -> Self {
        let told = summary(lang, &fate);
        let ideas: Vec<IdeaFate> = if fate.spots().is_empty() { Vec::new() } else { fate.ideas };
        Self {
            id: ContributionId::numbered(number),
            fate: told,
            more: ideas.len().saturating_sub(IDEAS),
            ideas: ideas.into_iter().take(IDEAS).map(Line::new).collect(),
        }
    }
}

impl Line {
    fn new(fate: IdeaFate) -> Self {
        Self { text: fate.idea.text, theme: fate.idea.theme.zip(fate.theme), proposition: fate.proposition }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use arobase_domain::State as Ledger;

    fn fate(ideas: usize) -> ContributionFate {
        let idea = IdeaFate {
            idea: sample::idea(),
            theme: Some("accès aux démarches".into()),
            question: None,
            proposition: Some(sample::link()),
        };
        ContributionFate {
            contribution: sample::source().contribution,
            state: Ledger::Classed,
            reason: "classed".into(),
            detail: String::new(),
            ideas: vec![idea; ideas],
        }
    }

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            for (reached, stopped, rhythm) in
                [(true, false, Some(Rhythm::Weekly)), (true, true, None), (false, false, None)]
            {
                let page = sample::page(lang, Target::Following(1));
                let entries = (1..=5).map(|number| Entry::new(lang, number, fate(12))).collect();
                let pager = Pager::new(lang, 1, 2, Target::Following);
                let html = sample::check(&Following { page, entries, total: 7, pager, rhythm, reached, stopped });
                assert_eq!(html.matches("name=\"leave\"").count(), 5);
                assert_eq!(html.matches(" checked").count(), usize::from(reached));
            }
            let page = sample::page(lang, Target::Following(1));
            let pager = Pager::new(lang, 1, 1, Target::Following);
            let empty =
                Following { page, entries: vec![], total: 0, pager, rhythm: None, reached: true, stopped: false };
            sample::check(&empty);
        }
    }
}

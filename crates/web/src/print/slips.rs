//! What became of the contributions that did not come by the site, as PDF, to be sent by post.

use super::{pdf, sender};
use crate::Error;
use crate::collect::MEDIATORS;
use crate::funnel::contribution::{idea_state, present, received, summary};
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{capital, sentence};
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_domain::ContributionId;
use arobase_publish::print::{Slip, SlipIdea, slips};
use arobase_store::{ContributionFate, IdeaFate, Recipient, Veil as _};
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Asked {
    from: String,
    to: String,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::SLIPS, "", Access::Any(MEDIATORS), get(show))
}

async fn show(State(state): State<AppState>, In(lang): In, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let number = |text: &str, otherwise| text.trim().parse().unwrap_or(otherwise);
    let (from, to) = (number(&asked.from, 1), number(&asked.to, u32::MAX));
    let recipients = state.store.recipients(&state.edition.id, from, to).await?;
    let masks = state.store.masks(&state.edition.id).await?;
    let mut told = Vec::with_capacity(recipients.len());
    for one in recipients {
        let fate = state.store.contribution_fate(&state.edition.id, one.number).await?;
        told.extend(fate.map(|fate| slip(&state, lang, &one, present(fate.veiled(&masks)))));
    }
    if told.is_empty() {
        return Err(Error::not_found());
    }
    let (sender, at) = (sender(&state, lang), state.now());
    pdf(lang.t("print-file-slips"), move || slips(&told, &sender, lang, at)).await
}

fn slip(state: &AppState, lang: Lang, to: &Recipient, fate: ContributionFate) -> Slip {
    let target = Target::Contribution(ContributionId::numbered(to.number));
    let author = to.author.iter().flat_map(|author| [&author.name, &author.function, &author.commune]);
    Slip {
        number: to.number.to_string(),
        to: author.filter(|line| !line.is_empty()).cloned().collect(),
        received: format!("{}.", capital(&received(lang, &fate))),
        fate: summary(lang, &fate),
        ideas: fate.ideas.into_iter().map(|one| idea(lang, one)).collect(),
        url: format!("{}{}", state.address, target.in_lang(lang)),
    }
}

fn idea(lang: Lang, fate: IdeaFate) -> SlipIdea {
    SlipIdea {
        state: idea_state(lang, &fate),
        text: fate.idea.text,
        theme: fate.theme,
        proposition: fate.proposition.map(|link| sentence(&link.text)),
    }
}

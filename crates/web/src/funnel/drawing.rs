//! The drawing of the funnel, its words leading to the pages.

use crate::lang::Lang;
use crate::url::{Target, Url};
use arobase_domain::{IdeaStatus, State};
use arobase_publish::funnel::{self, Column, FunnelFigure, svg_linked, svg_narrow_linked};

/// The wide and the tall drawing; the style sheet shows the one that fits.
pub(crate) fn linked(lang: Lang, figure: &FunnelFigure) -> String {
    let href = |target: funnel::Target<'_>| Some(url(lang, target).to_string());
    svg_linked(figure, lang, &href) + &svg_narrow_linked(figure, lang, &href)
}

fn url(lang: Lang, target: funnel::Target<'_>) -> Url {
    let target = match target {
        funnel::Target::Column(Column::Contributions) => Target::contributions(),
        funnel::Target::Column(Column::Ideas) => Target::Ledger,
        funnel::Target::Column(Column::Themes) => Target::Themes,
        funnel::Target::Column(Column::Questions) => Target::Questions,
        funnel::Target::Column(Column::Propositions) => Target::Propositions,
        funnel::Target::State(status) => Target::LedgerState(state(status).to_string(), 1),
        funnel::Target::Theme(id) => Target::Theme(id.clone()),
        funnel::Target::Question(id) => Target::Question(id.clone()),
    };
    target.in_lang(lang)
}

fn state(status: IdeaStatus) -> State {
    Some(status).into()
}

//! Every edition of the site, and what each has brought, side by side.

use super::told::{instant, phase_dates, phase_name};
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{Count, In, Lang, Speak as _};
use crate::page::{Page, render};
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_domain::Edition;
use arobase_store::Figures;
use askama::Template;
use axum::extract::State;
use axum::response::Html;
use axum::routing::get;

/// No number of people or of territories under this is published.
const FEW: u64 = 5;

#[derive(Template)]
#[template(path = "edition/list.html")]
struct Editions {
    page: Page,
    editions: Vec<Line>,
}

struct Line {
    name: String,
    motto: String,
    /// Where it is read: the site's own home for the present one.
    address: String,
    /// Where it will stay.
    lasting: String,
    congress: String,
    phase: String,
    figures: Figures,
}

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::EDITIONS, "", Access::Public, get(show))
}

/// Two questions to the database, however many editions there are.
async fn show(State(state): State<AppState>, In(lang): In) -> Result<Html<String>, Error> {
    let editions = state.store.editions().await?;
    let figures = state.store.figures_of_all().await?;
    let lines = figures.into_iter().enumerate().filter_map(|(rank, (slug, figures))| {
        let (edition, _) = editions.iter().find(|(edition, _)| edition.slug == slug)?;
        Some(Line::new(lang, edition, figures, (rank == 0, state.now())))
    });
    let page = Page::new(&state, lang, Target::Editions, lang.t("title-editions"));
    render(&Editions { page, editions: lines.collect() })
}

impl Line {
    fn new(lang: Lang, edition: &Edition, figures: Figures, (present_one, now): (bool, i64)) -> Self {
        let zone = &edition.settings.time_zone;
        let lasting = format!("/{}/{lang}", edition.slug);
        Self {
            name: edition.name.clone(),
            motto: edition.motto.clone(),
            address: if present_one { format!("/{lang}") } else { lasting.clone() },
            lasting,
            congress: instant(lang, zone, edition.congress_date),
            phase: present(lang, edition, now),
            figures,
        }
    }
}

/// The phase that runs, else the next, else that all is over.
fn present(lang: Lang, edition: &Edition, now: i64) -> String {
    let zone = &edition.settings.time_zone;
    let told = |key, phase: &arobase_domain::Phase| {
        let values = [("name", phase_name(lang, phase.kind)), ("dates", phase_dates(lang, zone, phase))];
        lang.with(key, values)
    };
    match (edition.current(now), edition.next(now)) {
        (Some(phase), _) => told("editions-present", phase),
        (None, Some(phase)) => told("editions-next", phase),
        (None, None) => lang.t("editions-over"),
    }
}

impl Editions {
    /// A number of people or of territories; a small one is not told.
    fn people(&self, count: impl Count) -> String {
        let count = count.get();
        if (1..FEW).contains(&count) { self.page.it("editions-few", FEW) } else { self.page.num(count) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn renders() {
        let figures = Figures {
            contributions: 492,
            authors: 3,
            territories: 120,
            ideas: 1_240,
            themes: 24,
            questions: 4,
            propositions: 29,
            weak_signals: 2,
        };
        for &lang in Lang::ALL {
            let years = (2005..2026).map(|year| Edition { slug: year.to_string(), ..sample::edition() });
            let editions = years
                .map(|edition| Line::new(lang, &edition, figures, (edition.slug == "2025", sample::NOW)))
                .collect();
            let html = sample::check(&Editions { page: sample::page(lang, Target::Editions), editions });
            assert!(html.contains(&format!("href=\"/2022/{lang}\"")) && html.contains("492"));
            assert!(!html.contains(&format!("href=\"/2025/{lang}\"")), "the present one is at home");
            assert!(!html.contains("<td class=\"num\">3</td>"), "three people are not told");
        }
    }

    #[test]
    fn where_each_stands() {
        let present = |now| present(Lang::Fr, &sample::edition(), now);
        assert!(present(sample::NOW).starts_with("Phase en cours\u{a0}: Recueil"));
        assert!(present(0).starts_with("Prochaine phase") && present(i64::MAX / 2) == "Terminée.");
    }
}

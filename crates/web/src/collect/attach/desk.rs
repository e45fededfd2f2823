//! Every document that was joined, for the staff: most are not published.

use super::documents::Line;
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Speak as _};
use crate::page::{Page, private, render};
use crate::pager::Pager;
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_domain::{ContributionId, Role};
use arobase_store::{self as store, Attachment};
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use std::collections::BTreeSet;

/// Who may read what was joined and not published.
pub(crate) const READERS: &[Role] = &[Role::Moderator, Role::KnowledgeEngineer, Role::Administrator];

#[derive(Template)]
#[template(path = "collect/attachments.html")]
struct Attachments {
    page: Page,
    lead: String,
    rows: Vec<(ContributionId, Line)>,
    pager: Pager,
}

/// Of which contribution, and which page of them.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Which {
    contribution: String,
    #[serde(deserialize_with = "crate::url::lenient")]
    page: u32,
}

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::ATTACHMENTS, "", Access::Any(READERS), get(show))
}

async fn show(State(state): State<AppState>, In(lang): In, Query(which): Query<Which>) -> Result<Response, Error> {
    let edition = &state.edition.id;
    let found = match which.contribution.parse::<u32>() {
        Ok(number) => {
            let items = state.store.attachments(edition, number).await?;
            store::Page { total: items.len() as u64, items, number: 1 }
        }
        Err(_) => state.store.all_attachments(edition, which.page).await?,
    };
    let of = which.contribution.parse::<u32>().ok().map(ContributionId::numbered);
    let title = of.as_ref().map_or_else(|| lang.t("title-attachments"), |id| lang.it("title-attachments-of", id));
    let target = Target::Attachments(of.map(|id| id.to_string()).unwrap_or_default(), found.number);
    let page = Page::new(&state, lang, target, title).within(lang.t("title-space"), Target::Space);
    let withheld = state.store.withheld(edition).await?;
    Ok(private(StatusCode::OK, render(&Attachments::new(page, found, &withheld))?))
}

impl Attachments {
    fn new(page: Page, found: store::Page<Attachment>, withheld: &BTreeSet<String>) -> Self {
        let lang = page.lang;
        let pager = Pager::of(lang, &found, |page| Target::Attachments(String::new(), page));
        let row = |one: Attachment| {
            let contribution = one.contribution.clone()?;
            Some((contribution, Line::new(lang, one, None, Target::StaffAttachment).known_among(withheld)))
        };
        let lead = lang.n("attachments-lead", found.total);
        Self { lead, rows: found.items.into_iter().filter_map(row).collect(), pager, page }
    }
}

#[cfg(test)]
mod tests {
    use super::super::documents::tests::attachment;
    use super::*;
    use crate::{Lang, sample};
    use arobase_domain::AttachmentKind;

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            let page = || sample::page(lang, Target::Attachments(String::new(), 1));
            let items =
                vec![attachment("d1", AttachmentKind::Pdf, true), attachment("d2", AttachmentKind::Jpeg, false)];
            let html = sample::check(&Attachments::new(
                page(),
                store::Page { items, number: 1, total: 2 },
                &["d1".to_owned()].into(),
            ));
            assert!(html.contains(&Target::StaffAttachment("d2".into()).in_lang(lang).to_string()));
            assert!(html.contains("493") && html.contains("123"));
            assert_eq!(html.matches(&lang.t("attach-is-withheld")).count(), 1);
            let none = store::Page { items: Vec::new(), number: 1, total: 0 };
            sample::check(&Attachments::new(page(), none, &BTreeSet::new()));
        }
    }
}

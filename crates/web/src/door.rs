//! The door of the site: which edition a request is about, and the pages of that edition, made anew when its settings have changed.
//!
//! The edition that the site opens on is at `/fr`, every edition for ever at `/2027/fr`. One question to the database for each request tells which
//! editions there are and whether they changed, so that what is saved is seen by the next request, whoever saved it.

use crate::state::AppState;
use crate::url;
use arobase_domain::EditionId;
use arobase_store::{Standing, StoreError};
use axum::Router;
use axum::extract::Request;
use axum::http::Uri;
use axum::response::{IntoResponse as _, Response};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use tower::ServiceExt as _;

/// What stands behind the door: the pages of each edition, as of the version of its settings.
struct Door {
    state: AppState,
    make: fn(AppState) -> Router,
    /// The pages made first, for when the database does not answer: they say so.
    first: Router,
    rooms: Mutex<BTreeMap<EditionId, (Stood, Router)>>,
}

/// How an edition stood when its pages were made: its settings, and whether the site opened on another one that came after.
type Stood = (Standing, bool);

/// A site whose pages are made by `make` for each of its editions.
pub(crate) fn open(state: AppState, make: fn(AppState) -> Router) -> Router {
    let first = make(state.clone());
    let door = Arc::new(Door { state, make, first, rooms: Mutex::default() });
    Router::new().fallback(async move |request: Request| door.answer(request).await)
}

impl Door {
    async fn answer(&self, mut request: Request) -> Response {
        let (base, pages) = self.pages(request.uri().path()).await.unwrap_or_else(|error| {
            tracing::error!(%error, "editions not read");
            (String::new(), self.first.clone())
        });
        if let Some(inside) = inside(request.uri(), &base) {
            *request.uri_mut() = inside;
        }
        url::under(base, pages.oneshot(request)).await.into_response()
    }

    /// The pages of the edition that a path names first, else of the one that the site opens on; and the beginning of their addresses.
    async fn pages(&self, path: &str) -> Result<(String, Router), StoreError> {
        let standings = self.state.store.standings().await?;
        let first = path.split('/').nth(1).unwrap_or_default();
        let named = standings.iter().find(|one| one.slug == first && arobase_domain::edition::is_slug(first));
        let base = named.map_or_else(String::new, |one| format!("/{}", one.slug));
        let Some(standing) = named.or(standings.first()) else { return Ok((base, self.first.clone())) };
        let former = standing.published && standings.first() != Some(standing);
        Ok((base, self.room((standing.clone(), former)).await?))
    }

    async fn room(&self, stands: Stood) -> Result<Router, StoreError> {
        let id = stands.0.id.clone();
        if let Some((stood, pages)) = self.rooms.lock().unwrap_or_else(PoisonError::into_inner).get(&id)
            && *stood == stands
        {
            return Ok(pages.clone());
        }
        let Some((edition, version)) = self.state.store.edition(&id).await? else { return Ok(self.first.clone()) };
        let (standing, former) = stands;
        let pages = (self.make)(self.state.on(edition, standing.published).former(former));
        // The version that was read, which may be later than the one that was asked for.
        let stood = (Standing { version, ..standing }, former);
        self.rooms.lock().unwrap_or_else(PoisonError::into_inner).insert(id, (stood, pages.clone()));
        Ok(pages)
    }
}

/// The address that remains after `base`.
fn inside(uri: &Uri, base: &str) -> Option<Uri> {
    let rest = uri.path_and_query()?.as_str().strip_prefix(base).filter(|_| !base.is_empty())?;
    let slash = if rest.starts_with('/') { "" } else { "/" };
    format!("{slash}{rest}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_the_edition_is_taken_off() {
        let inside = |uri: &str, base| inside(&uri.parse().unwrap(), base).map(|uri| uri.to_string());
        assert_eq!(inside("/2027/fr/recherche?q=eau", "/2027").as_deref(), Some("/fr/recherche?q=eau"));
        assert_eq!(inside("/2027", "/2027").as_deref(), Some("/"));
        assert_eq!(inside("/fr", ""), None);
    }
}

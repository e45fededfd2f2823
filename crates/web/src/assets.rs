//! The style sheet and the icon: inside the binary, named by their hash, kept by browsers for a year.

use crate::error::Error;
use axum::body::Bytes;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use std::sync::LazyLock;

/// A file served with the pages.
pub(crate) struct Asset {
    /// Path that holds the hash of the content.
    pub(crate) path: String,
    /// MIME type.
    kind: &'static str,
    /// Content.
    body: Bytes,
}

/// The style sheet, the rules of the drawing included.
pub(crate) static STYLE: LazyLock<Asset> = LazyLock::new(|| {
    let rules = [include_str!("../assets/style.css"), arobase_publish::funnel::STYLE].join("\n");
    asset("style", "css", "text/css; charset=utf-8", rules)
});

/// The icon: the @ alone.
pub(crate) static ICON: LazyLock<Asset> =
    LazyLock::new(|| asset("icon", "svg", "image/svg+xml", include_str!("../assets/icon.svg").to_owned()));

fn asset(name: &str, extension: &str, kind: &'static str, body: String) -> Asset {
    let hash = blake3::hash(body.as_bytes()).to_hex();
    Asset { path: format!("/assets/{name}.{}.{extension}", &hash[..12]), kind, body: body.into() }
}

/// Path under which [`serve`] is mounted.
pub(crate) const PATH: &str = "/assets/{file}";

/// Serves an asset by its hashed name.
pub(crate) async fn serve(Path(file): Path<String>) -> Result<Response, Error> {
    let path = format!("/assets/{file}");
    let asset = [&*STYLE, &*ICON].into_iter().find(|asset| asset.path == path).ok_or_else(Error::not_found)?;
    let headers = [(header::CONTENT_TYPE, asset.kind), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    Ok((headers, asset.body.clone()).into_response())
}

//! The style sheet, the icon and the scripts (made of `web-client/`): inside the binary, named by their hash, kept by browsers for a year.

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
    let rules =
        [include_str!("../assets/style.css"), arobase_publish::funnel::STYLE, arobase_publish::tree::STYLE].join("\n");
    asset("style", "css", "text/css; charset=utf-8", rules)
});

/// The icon: the @ alone.
pub(crate) static ICON: LazyLock<Asset> =
    LazyLock::new(|| asset("icon", "svg", "image/svg+xml", include_str!("../assets/icon.svg").to_owned()));

/// The form keeps what is written, and sends it when there is a network.
pub(crate) static CONTRIBUTE: LazyLock<Asset> =
    LazyLock::new(|| asset("contribute", "js", SCRIPT, include_str!("../assets/contribute.js").to_owned()));

/// A passkey is asked of the device.
pub(crate) static PASSKEY: LazyLock<Asset> =
    LazyLock::new(|| asset("passkey", "js", SCRIPT, include_str!("../assets/passkey.js").to_owned()));

/// Territories are proposed while one types.
pub(crate) static TERRITORY: LazyLock<Asset> =
    LazyLock::new(|| asset("territory", "js", SCRIPT, include_str!("../assets/territory.js").to_owned()));

/// The motion is written together.
pub(crate) static DRAFT: LazyLock<Asset> =
    LazyLock::new(|| asset("draft", "js", SCRIPT, include_str!("../assets/draft.js").to_owned()));

/// How the motion looks where it is written.
pub(crate) static DRAFT_STYLE: LazyLock<Asset> =
    LazyLock::new(|| asset("draft", "css", "text/css; charset=utf-8", include_str!("../assets/draft.css").to_owned()));

/// The bench is worked by keyboard.
pub(crate) static BENCH: LazyLock<Asset> =
    LazyLock::new(|| asset("bench", "js", SCRIPT, include_str!("../assets/bench.js").to_owned()));

/// How the bench looks; no other page pays for it.
pub(crate) static BENCH_STYLE: LazyLock<Asset> =
    LazyLock::new(|| asset("bench", "css", "text/css; charset=utf-8", include_str!("../assets/bench.css").to_owned()));

/// How the pages beside the bench look: contexts, notes, days, differences.
pub(crate) static READING_STYLE: LazyLock<Asset> = LazyLock::new(|| {
    asset("reading", "css", "text/css; charset=utf-8", include_str!("../assets/reading.css").to_owned())
});

/// How the motion looks, where it is read and where it is written.
pub(crate) static MOTION_STYLE: LazyLock<Asset> = LazyLock::new(|| {
    asset("motion", "css", "text/css; charset=utf-8", include_str!("../assets/motion.css").to_owned())
});

/// The screen of a room follows what is published, or classed.
pub(crate) static SCREEN: LazyLock<Asset> =
    LazyLock::new(|| asset("screen", "js", SCRIPT, include_str!("../assets/screen.js").to_owned()));

/// How the map of the ideas looks, and the screen of a room.
pub(crate) static MAP_STYLE: LazyLock<Asset> = LazyLock::new(|| {
    let rules = [arobase_publish::map::STYLE, include_str!("../assets/screen.css")].join("\n");
    asset("map", "css", "text/css; charset=utf-8", rules)
});

/// Every one of them.
fn all() -> [&'static Asset; 13] {
    [
        &STYLE,
        &ICON,
        &CONTRIBUTE,
        &PASSKEY,
        &TERRITORY,
        &BENCH,
        &BENCH_STYLE,
        &READING_STYLE,
        &MOTION_STYLE,
        &SCREEN,
        &MAP_STYLE,
        &DRAFT,
        &DRAFT_STYLE,
    ]
}

const SCRIPT: &str = "text/javascript; charset=utf-8";

/// Where the script that answers without a network is: its place says which pages it may answer for, so that it bears no hash.
pub(crate) const WORKER: &str = "/worker.js";

/// Serves that script.
pub(crate) async fn worker() -> Response {
    ([(header::CONTENT_TYPE, SCRIPT), (header::CACHE_CONTROL, "no-cache")], include_str!("../assets/worker.js"))
        .into_response()
}

/// The assets that a page loads; the script brings the other one.
pub(crate) fn loaded(html: &str) -> Vec<&'static str> {
    let written = html.contains(&CONTRIBUTE.path);
    let named = all().into_iter().filter(|asset| html.contains(&asset.path));
    named.map(|asset| asset.path.as_str()).chain(written.then_some(WORKER)).collect()
}

fn asset(name: &str, extension: &str, kind: &'static str, body: String) -> Asset {
    let hash = blake3::hash(body.as_bytes()).to_hex();
    Asset { path: format!("/assets/{name}.{}.{extension}", &hash[..12]), kind, body: body.into() }
}

/// Path under which [`serve`] is mounted.
pub(crate) const PATH: &str = "/assets/{file}";

/// Serves an asset by its hashed name.
pub(crate) async fn serve(Path(file): Path<String>) -> Result<Response, Error> {
    let path = format!("/assets/{file}");
    let asset = all().into_iter().find(|asset| asset.path == path).ok_or_else(Error::not_found)?;
    let headers = [(header::CONTENT_TYPE, asset.kind), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    Ok((headers, asset.body.clone()).into_response())
}

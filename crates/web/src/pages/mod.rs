//! Pages about the site: what the law wants told, and what helps to use it.

mod about;
mod accessibility;
mod crawlers;
pub(crate) mod footprint;
mod help;
mod legal;
mod privacy;
mod sitemap;
mod weight;

pub use weight::{Weight, elements};

use crate::gesture::Gesture;

pub(crate) fn gestures() -> Vec<Gesture> {
    let pages = [
        about::gesture(),
        help::gesture(),
        sitemap::gesture(),
        legal::gesture(),
        privacy::gesture(),
        accessibility::gesture(),
    ];
    pages.into_iter().chain(crawlers::gestures()).collect()
}

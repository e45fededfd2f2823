//! « Page 2 sur 9 », with the pages before and after.

use crate::lang::{Lang, Speak as _};
use crate::url::{Target, Url};

/// Where a page stands among those of its list.
pub(crate) struct Pager {
    pub(crate) pages: u32,
    pub(crate) position: String,
    pub(crate) previous: Option<Url>,
    pub(crate) next: Option<Url>,
}

impl Pager {
    /// A pager whose pages are found at `at`.
    pub(crate) fn new(lang: Lang, page: u32, pages: u32, at: impl Fn(u32) -> Target) -> Self {
        let url = |page: u32| at(page).in_lang(lang);
        Self {
            pages,
            position: lang.with(
                "pager-position",
                [("page", lang.number(u64::from(page))), ("pages", lang.number(u64::from(pages)))],
            ),
            previous: (page > 1).then(|| url(page.min(pages + 1) - 1)),
            next: (page < pages).then(|| url(page + 1)),
        }
    }

    /// A pager of a store page.
    pub(crate) fn of<T>(lang: Lang, page: &arobase_store::Page<T>, at: impl Fn(u32) -> Target) -> Self {
        Self::new(lang, page.number, page.pages(), at)
    }
}

/// `?page=` of a list.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct At {
    #[serde(deserialize_with = "crate::url::lenient")]
    page: u32,
}

impl At {
    /// The page asked for, from 1.
    pub(crate) fn page(&self) -> u32 {
        self.page.max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_have_no_beyond() {
        let pager = |page| Pager::new(Lang::Fr, page, 3, Target::WeakSignals);
        assert_eq!(pager(1).previous, None);
        assert_eq!(pager(2).next.map(|url| url.to_string()).as_deref(), Some("/fr/signaux-faibles?page=3"));
        assert_eq!(pager(3).next, None);
        assert_eq!(pager(9).previous.map(|url| url.to_string()).as_deref(), Some("/fr/signaux-faibles?page=3"));
    }
}

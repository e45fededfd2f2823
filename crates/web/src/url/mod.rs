//! Addresses are types: a page is named by a [`Target`], and an [`Url`] is a target in a language.

mod narrowing;
mod query;
mod sequel;
pub(crate) mod slug;
mod target;

pub(crate) use narrowing::lenient;
pub use narrowing::{Before, Filter, Kwic, Show, View};
pub use sequel::Sequel;
pub use target::Target;

use crate::lang::{Lang, Speak as _};
use query::Encoded;
use std::fmt;

tokio::task_local! {
    /// What the addresses of the edition at hand begin with: nothing, or `/2027`.
    static BASE: String;
}

/// Does something whose links lead to the pages under `base`. Links are made everywhere; that they stay in the edition that is read is said once, here.
pub(crate) async fn under<F: Future>(base: String, done: F) -> F::Output {
    BASE.scope(base, done).await
}

/// A page of another edition.
pub(crate) fn elsewhere(edition: &str, page: &Url) -> String {
    BASE.sync_scope(format!("/{edition}"), || page.to_string())
}

/// A path of the edition at hand that is no page, such as `/data/ideas.csv`.
pub(crate) fn rooted(path: &str) -> String {
    BASE.try_with(|base| format!("{base}{path}")).unwrap_or_else(|_| path.to_owned())
}

/// A page in a language; displays as its path and query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Url {
    lang: Lang,
    target: Target,
}

impl Target {
    /// The address of this page in a language.
    pub fn in_lang(self, lang: Lang) -> Url {
        Url { lang, target: self }
    }
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (slug, id) = self.target.place();
        f.write_str(&rooted(&format!("/{}", self.lang)))?;
        if let Some([fr, en]) = slug {
            write!(f, "/{}", self.lang.pick(fr, en))?;
        }
        if let Some(id) = id {
            write!(f, "/{}", Encoded(id))?;
        }
        self.target.query().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use arobase_domain::{ContributionId, ThemeId};

    use super::*;

    #[test]
    fn addresses_in_both_languages() {
        let theme = Target::Theme(ThemeId::new("t07"));
        assert_eq!(theme.clone().in_lang(Lang::Fr).to_string(), "/fr/themes/t07");
        assert_eq!(Target::Home.in_lang(Lang::En).to_string(), "/en");
        assert_eq!(Target::Ledger.in_lang(Lang::En).to_string(), "/en/ledger");
        assert_eq!(
            Target::LedgerState("to_sort".into(), 2).in_lang(Lang::Fr).to_string(),
            "/fr/registre/to_sort?page=2"
        );
    }

    #[tokio::test]
    async fn links_stay_in_the_edition_that_is_read() {
        let link = || Target::Themes.in_lang(Lang::En).to_string();
        assert_eq!(
            under("/2024".into(), async { (link(), rooted("/data/run.json")) }).await,
            ("/2024/en/themes".into(), "/2024/data/run.json".into())
        );
        assert_eq!(link(), "/en/themes");
    }

    #[test]
    fn values_are_encoded() {
        let search = Target::Search("fibre & télé?".into(), 1);
        assert_eq!(search.in_lang(Lang::Fr).to_string(), "/fr/recherche?q=fibre%20%26%20t%C3%A9l%C3%A9%3F");
        let id = Target::Contribution(ContributionId::new("a/b"));
        assert_eq!(id.in_lang(Lang::Fr).to_string(), "/fr/contributions/a%2Fb");
    }

    #[test]
    fn empty_filters_leave_no_trace() {
        let filter = Filter { channel: "paper".into(), page: 1, ..Filter::default() };
        let list = Target::Contributions(filter.clone()).in_lang(Lang::Fr).to_string();
        assert_eq!(list, "/fr/contributions?channel=paper");
        let next = Target::Contributions(filter.at(3)).in_lang(Lang::Fr).to_string();
        assert_eq!(next, "/fr/contributions?channel=paper&page=3");
    }
}

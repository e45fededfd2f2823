//! What every page has around its content: language, title, menu, breadcrumb, footer.

use crate::edition::Preview;
use crate::lang::{Count, Lang, Speak as _};
use crate::links::Links;
use crate::state::AppState;
use crate::url::{Target, Url};
use arobase_domain::{Author, Channel, Rank};
use askama::Template;
use axum::http::{HeaderName, StatusCode, header};
use axum::response::{Html, IntoResponse as _, Redirect, Response};
use std::borrow::Borrow;
use std::sync::Arc;

/// What the layout needs.
pub(crate) struct Page {
    pub(crate) lang: Lang,
    pub(crate) to: Links,
    pub(crate) edition: Heading,
    pub(crate) title: String,
    pub(crate) crumbs: Vec<Crumb>,
    /// Settings that nobody has saved, where they are being looked at.
    pub(crate) preview: Option<Arc<Preview>>,
    /// Whether there is nothing else to go to.
    pub(crate) bare: bool,
    here: Option<Target>,
}

/// The edition, as the top of the page names it.
#[derive(Clone)]
pub(crate) struct Heading {
    pub(crate) name: String,
    pub(crate) fictional: bool,
    pub(crate) published: bool,
    pub(crate) former: bool,
}

/// A step of the breadcrumb; the last one has no address.
pub(crate) struct Crumb {
    pub(crate) label: String,
    /// Whether it quotes what was written, which is French on every page.
    pub(crate) quoted: bool,
    pub(crate) url: Option<Url>,
}

/// A line of a menu.
pub(crate) struct Entry {
    pub(crate) label: String,
    pub(crate) url: Url,
    pub(crate) current: Option<&'static str>,
    pub(crate) action: bool,
}

impl Page {
    /// A page of the edition; its title is also the last step of its breadcrumb.
    pub(crate) fn new(state: &AppState, lang: Lang, here: Target, title: String) -> Self {
        let heading = Heading {
            name: state.edition.name.clone(),
            fictional: state.edition.fictional,
            published: state.published,
            former: state.former,
        };
        Self { preview: state.preview.clone(), ..Self::under(heading, lang, here, title) }
    }

    /// The same, when only the heading is known.
    pub(crate) fn under(edition: Heading, lang: Lang, here: Target, title: String) -> Self {
        let home = here == Target::Home;
        let crumbs = if home { Vec::new() } else { vec![Crumb { label: title.clone(), quoted: false, url: None }] };
        Self { lang, to: Links(lang), edition, title, crumbs, preview: None, bare: false, here: Some(here) }
    }

    /// A page that has no address of its own, such as an error.
    pub(crate) fn nowhere(state: &AppState, lang: Lang, title: String) -> Self {
        Self { here: None, crumbs: Vec::new(), ..Self::new(state, lang, Target::Home, title) }
    }

    /// A page from which there is nothing to go to yet.
    pub(crate) fn bare(state: &AppState, lang: Lang, title: String) -> Self {
        Self { bare: true, ..Self::nowhere(state, lang, title) }
    }

    /// Adds a step before the last one of the breadcrumb.
    pub(crate) fn within(mut self, label: String, target: Target) -> Self {
        let last = self.crumbs.len().saturating_sub(1);
        self.crumbs.insert(last, Crumb { label, quoted: false, url: Some(target.in_lang(self.lang)) });
        self
    }

    /// Says that the title quotes what was written.
    pub(crate) fn quoting(mut self) -> Self {
        self.crumbs.iter_mut().for_each(|crumb| crumb.quoted |= crumb.url.is_none());
        self
    }

    /// The same page in the other language.
    pub(crate) fn other(&self) -> Option<Url> {
        self.here.clone().map(|target| target.in_lang(self.lang.other()))
    }

    /// The main menu.
    pub(crate) fn menu(&self) -> Vec<Entry> {
        let entry = |key: &str, target| self.entry(key, target);
        let contribute = Entry { action: true, ..entry("title-contribute", Target::Contribute) };
        vec![
            entry("menu-funnel", Target::Funnel),
            entry("menu-questions", Target::Questions),
            entry("title-themes", Target::Themes),
            entry("title-propositions", Target::Propositions),
            entry("title-motion", Target::Motion),
            entry("title-contributions", Target::contributions()),
            entry("title-ledger", Target::Ledger),
            contribute,
        ]
    }

    /// The foot of the page.
    pub(crate) fn footer(&self) -> Vec<Entry> {
        let entry = |key: &str, target| self.entry(key, target);
        vec![
            entry("menu-accessibility", Target::Accessibility),
            entry("title-about", Target::About),
            entry("title-help", Target::Help),
            entry("title-sitemap", Target::Sitemap),
            entry("title-downloads", Target::Downloads),
            entry("title-run", Target::Run),
            entry("title-footprint", Target::Footprint),
            entry("title-privacy", Target::Privacy),
            entry("title-legal", Target::Legal),
        ]
    }

    fn entry(&self, key: &str, target: Target) -> Entry {
        let current = self.here.as_ref().and_then(|here| here.nearness(&target));
        Entry { label: self.t(key), url: target.in_lang(self.lang), current, action: false }
    }

    /// The message of a key.
    pub(crate) fn t(&self, key: &str) -> String {
        self.lang.t(key)
    }

    /// The message of a key that holds one value.
    pub(crate) fn it(&self, key: &str, it: impl ToString) -> String {
        self.lang.it(key, it)
    }

    /// The message of a key that agrees with a count.
    pub(crate) fn n(&self, key: &str, count: impl Count) -> String {
        self.lang.n(key, count)
    }

    /// A count.
    pub(crate) fn num(&self, value: impl Count) -> String {
        self.lang.number(value)
    }

    /// A number with decimals.
    pub(crate) fn decimal(&self, value: impl Borrow<f64>, decimals: usize) -> String {
        self.lang.decimal(*value.borrow(), decimals)
    }

    /// A share between 0 and 1.
    pub(crate) fn percent(&self, share: impl Borrow<f64>) -> String {
        self.lang.percent(*share.borrow())
    }

    /// A size in bytes.
    pub(crate) fn bytes(&self, size: impl Count) -> String {
        self.lang.bytes(size.get())
    }

    /// Whether the page is in French.
    pub(crate) fn is_fr(&self) -> bool {
        self.lang == Lang::Fr
    }

    /// What is said beside a proposition that was not selected for its support.
    pub(crate) fn rank(&self, rank: impl Borrow<Rank>) -> Option<String> {
        match rank.borrow() {
            Rank::Main => None,
            Rank::Minority => Some(self.t("rank-minority")),
            Rank::WeakSignal => Some(self.t("rank-weak-signal")),
        }
    }
}

/// A text with a capital first letter.
pub(crate) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// An infinitive phrase as a sentence.
pub(crate) fn sentence(text: &str) -> String {
    format!("{}.", capital(text))
}

/// Who signed, as pages show it; empty for those who did not agree to be named.
pub(crate) fn signature(author: Option<&Author>) -> String {
    let parts = author.map(|author| [&author.name, &author.function, &author.commune]);
    parts.into_iter().flatten().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// How a contribution came, in words.
pub(crate) fn channel(lang: Lang, channel: Channel) -> String {
    lang.t(match channel {
        Channel::Online => "channel-online",
        Channel::Paper => "channel-paper",
        Channel::Phone => "channel-phone",
        Channel::Workshop => "channel-workshop",
        Channel::Interview => "channel-interview",
        Channel::Room => "channel-room",
        Channel::Import => "channel-import",
    })
}

/// An answer for one person only: no cache keeps it, no search engine lists it.
pub(crate) fn private(status: StatusCode, body: Html<String>) -> Response {
    let headers = [(header::CACHE_CONTROL, "no-store"), (HeaderName::from_static("x-robots-tag"), "noindex")];
    (status, headers, body).into_response()
}

/// Leads to another page, to be asked for anew.
pub(crate) fn to(lang: Lang, target: Target) -> Response {
    Redirect::to(&target.in_lang(lang).to_string()).into_response()
}

/// Renders a template.
pub(crate) fn render(template: &impl Template) -> Result<Html<String>, crate::Error> {
    Ok(Html(template.render()?))
}

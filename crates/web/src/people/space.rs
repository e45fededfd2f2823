//! One's own space: who the site takes one for, what one may do, where one is signed in.

use super::{federation, identify::alive, passkeys, wanted};
use crate::Error;
use crate::collect::attach::READERS;
use crate::collect::{IMPORTERS, MEDIATORS};
use crate::curate::CURATORS;
use crate::draft::DRAFTERS;
use crate::followup::SPOKESPERSONS;
use crate::gesture::{Access, Asker, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, render};
use crate::state::{AppState, minute};
use crate::url::{Target, slug};
use arobase_domain::{Means, Role, SampleId};
use arobase_store::{Session, Signed, StoredPasskey, Tie};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;

#[derive(Template)]
#[template(path = "people/space.html")]
#[expect(clippy::struct_excessive_bools, reason = "what one may do, each by itself")]
struct Space {
    page: Page,
    name: String,
    email: String,
    function: String,
    roles: Vec<String>,
    administers: bool,
    /// The edition is still to be filled in.
    blank: bool,
    /// May enter for others.
    assists: bool,
    /// May bring files in.
    imports: bool,
    /// May class.
    curates: bool,
    /// May write the motion.
    drafts: bool,
    /// May read the documents that are not published.
    reads: bool,
    /// Speaks for the congress to those whom the motion is handed to.
    speaks: bool,
    /// Samples where one still has ideas to code, with how many.
    to_code: Vec<(SampleId, String)>,
    sessions: Vec<Line>,
    factor: Factor,
    ties: Vec<Bond>,
    /// None where the site may not have any.
    passkeys: Option<Vec<Key>>,
}

/// A provider that vouches for one, in words.
struct Bond {
    issuer: String,
    name: String,
    since: String,
}

/// A passkey, in words.
struct Key {
    id: String,
    name: String,
    made: String,
    used: Option<String>,
}

/// How one stands with a second factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Factor {
    /// Nothing wants it.
    Free,
    /// A role would be the safer for it.
    Asked,
    /// There is one.
    Held,
}

/// A session, in words.
struct Line {
    id: String,
    device: String,
    opened: String,
    means: String,
    seen: String,
    current: bool,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::SPACE, "", Access::SignedIn, get(show))
}

async fn show(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    if let Some(page) = wanted::page(&headers) {
        return Ok(([(header::SET_COOKIE, wanted::forget())], Redirect::to(&page)).into_response());
    }
    let sessions = state.store.sessions(&me.member.id, alive(state.now())).await?;
    let page = Page::new(&state, lang, Target::Space, lang.t("title-space"));
    let mut space = Space::new(page, &me, sessions, &federation::label(&state));
    space.blank = state.edition.is_blank();
    let codings = state.store.codings_of(&state.edition.id, &me.member.id).await?.into_iter();
    let left = codings.filter(|one| !one.closed && one.done < one.ideas);
    space.to_code = left.map(|one| (one.sample, lang.n("space-code", one.ideas - one.done))).collect();
    let ties = state.store.ties(&me.member.id).await?.into_iter();
    space.ties = ties.map(|tie| Bond::new(lang, federation::name_of(&state, &tie.issuer), tie)).collect();
    if passkeys::of(&state).is_some() {
        let keys = state.store.passkeys(&me.member.id).await?;
        space.passkeys = Some(keys.into_iter().map(|key| Key::new(lang, key)).collect());
    }
    Ok(render(&space)?.into_response())
}

impl Space {
    fn new(page: Page, me: &Signed, sessions: Vec<Session>, federation: &str) -> Self {
        let lang = page.lang;
        let line = |session: Session| Line {
            device: if session.device.is_empty() { lang.t("space-device-unknown") } else { session.device },
            opened: minute(lang, session.opened_at),
            means: by(lang, session.means, federation),
            seen: minute(lang, session.seen_at),
            current: session.id == me.session,
            id: session.id,
        };
        Self {
            name: me.member.name.clone(),
            email: me.member.email.as_ref().map(ToString::to_string).unwrap_or_default(),
            function: me.member.function.clone(),
            assists: Access::Any(MEDIATORS).admits(Asker::Member(&me.roles)),
            blank: false,
            imports: Access::Any(IMPORTERS).admits(Asker::Member(&me.roles)),
            curates: Access::Any(CURATORS).admits(Asker::Member(&me.roles)),
            drafts: Access::Any(DRAFTERS).admits(Asker::Member(&me.roles)),
            reads: Access::Any(READERS).admits(Asker::Member(&me.roles)),
            speaks: Access::Any(SPOKESPERSONS).admits(Asker::Member(&me.roles)),
            to_code: Vec::new(),
            administers: me.roles.contains(&Role::Administrator),
            roles: me.roles.iter().map(|&role| role_name(lang, role)).collect(),
            sessions: sessions.into_iter().map(line).collect(),
            factor: Factor::of(me),
            ties: Vec::new(),
            passkeys: None,
            page,
        }
    }
}

impl Bond {
    fn new(lang: Lang, name: String, tie: Tie) -> Self {
        Self { name, since: minute(lang, tie.linked_at), issuer: tie.issuer }
    }
}

impl Key {
    fn new(lang: Lang, key: StoredPasskey) -> Self {
        let name = if key.name.is_empty() { lang.t("space-device-unknown") } else { key.name };
        Self { id: key.id, name, made: minute(lang, key.made_at), used: key.used_at.map(|at| minute(lang, at)) }
    }
}

impl Factor {
    fn of(me: &Signed) -> Self {
        match (me.second_factor, me.is_staff() && !me.strong) {
            (true, _) => Self::Held,
            (false, true) => Self::Asked,
            (false, false) => Self::Free,
        }
    }
}

/// By what a session was opened, in words.
fn by(lang: Lang, means: Means, federation: &str) -> String {
    match means {
        Means::Link => lang.t("space-by-link"),
        Means::Code => lang.t("space-by-code"),
        Means::Passkey => lang.t("space-by-passkey"),
        Means::Federation => lang.it("space-by-federation", if federation.is_empty() { "OpenID" } else { federation }),
    }
}

/// A role, in words.
pub(crate) fn role_name(lang: Lang, role: Role) -> String {
    lang.t(match role {
        Role::Contributor => "role-contributor",
        Role::Mediator => "role-mediator",
        Role::Moderator => "role-moderator",
        Role::KnowledgeEngineer => "role-knowledge-engineer",
        Role::Facilitator => "role-facilitator",
        Role::Drafter => "role-drafter",
        Role::Spokesperson => "role-spokesperson",
        Role::Juror => "role-juror",
        Role::Administrator => "role-administrator",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use arobase_domain::{Member, MemberId};
    use std::collections::BTreeSet;

    #[test]
    fn renders() {
        let member = Member {
            id: MemberId::new("m"),
            name: "Anne Le Goff".into(),
            email: "anne@nouans.example".parse().ok(),
            function: "maire".into(),
            ..Member::default()
        };
        let session = |id: &str, device: &str| Session {
            id: id.into(),
            device: device.into(),
            opened_at: sample::NOW,
            seen_at: sample::NOW,
            means: if id == "s" { Means::Link } else { Means::Federation },
        };
        for &lang in Lang::ALL {
            let roles = Role::ALL.iter().copied().collect();
            let me = Signed {
                member: member.clone(),
                roles,
                session: "s".into(),
                seen_at: sample::NOW,
                strong: false,
                second_factor: false,
            };
            let sessions = vec![session("s", "Firefox, Windows"), session("t", "")];
            let html = sample::check(&Space::new(sample::page(lang, Target::Space), &me, sessions, "ProConnect"));
            assert!(html.contains("class=\"note\""), "staff are asked for a second factor");
            assert_eq!(html.matches("action=\"/").count(), 3, "search, sign out, close the other session\n{html}");
            let nobody = Signed { member: Member::default(), roles: BTreeSet::new(), ..me };
            let key = |used_at| StoredPasskey {
                id: "ab12".into(),
                member: MemberId::new("m"),
                name: if used_at == Some(1) { "Clé du bureau".into() } else { String::new() },
                credential: "{}".into(),
                made_at: sample::NOW,
                used_at,
            };
            let mut space = Space::new(sample::page(lang, Target::Space), &nobody, Vec::new(), "");
            let tie = Tie { issuer: "https://id.example".into(), linked_at: sample::NOW };
            space.ties = vec![Bond::new(lang, "ProConnect".into(), tie)];
            space.passkeys = Some([None, Some(1)].map(|used| Key::new(lang, key(used))).into());
            assert_eq!(sample::check(&space).matches("/passkeys/ab12").count(), 2);
            let html = sample::check(&Space::new(sample::page(lang, Target::Space), &nobody, Vec::new(), ""));
            assert!(!html.contains("class=\"note\""));
        }
    }
}

//! What a person can do on the site: each gesture says where it is, who may do it, and which handler answers.

use crate::Error;
use crate::lang::{Lang, Speak as _};
use crate::page::to;
use crate::people::{Unproven, remember};
use crate::state::AppState;
use crate::url::Target;
use crate::url::slug::Slug;
use arobase_domain::Role;
use arobase_store::Signed;
use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse as _, Response};
use axum::routing::MethodRouter;
use std::collections::BTreeSet;

/// Who may do a gesture. Each gesture says so, and `Gesture::mount` is the one place that sees to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Anyone, without saying who they are.
    Public,
    /// Anyone who has signed in.
    SignedIn,
    /// Anyone who has signed in, on what is theirs: the handler asks the store for it in their name, and what is not theirs does not exist.
    Own,
    /// Whoever has one of these roles in the edition, and has shown their second factor where one is wanted.
    Any(&'static [Role]),
}

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asker<'a> {
    /// Someone who has not said who they are.
    Visitor,
    /// A member, with what they may do in the edition.
    Member(&'a BTreeSet<Role>),
}

impl Access {
    /// Whether who asks is let through.
    pub fn admits(self, asker: Asker<'_>) -> bool {
        match (self, asker) {
            (Self::Public, _) | (Self::SignedIn | Self::Own, Asker::Member(_)) => true,
            (Self::Any(wanted), Asker::Member(roles)) => wanted.iter().any(|role| roles.contains(role)),
            (_, Asker::Visitor) => false,
        }
    }
}

/// Lets through who may do a gesture. What is not for everyone is kept by no cache.
async fn guard(access: Access, request: Request, next: Next) -> Response {
    let signed = request.extensions().get::<Signed>();
    let asker = signed.map_or(Asker::Visitor, |signed| Asker::Member(&signed.roles));
    if !access.admits(asker) {
        let lang = Lang::of_path(request.uri().path());
        let mut refused = refusal(asker == Asker::Visitor, request.method(), lang);
        if refused.status().is_redirection() {
            refused.headers_mut().extend(remember(request.uri()).map(|wanted| (header::SET_COOKIE, wanted)));
        }
        return refused;
    }
    if matches!(access, Access::Any(_)) && request.extensions().get::<Unproven>().is_some() {
        return unproven(request.method(), Lang::of_path(request.uri().path()));
    }
    let mut response = next.run(request).await;
    if access != Access::Public {
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

/// A visitor who wants to read is led to where one signs in.
fn refusal(visitor: bool, method: &Method, lang: Lang) -> Response {
    match (visitor, method) {
        (true, &Method::GET | &Method::HEAD) => to(lang, Target::SignIn),
        (true, _) => StatusCode::UNAUTHORIZED.into_response(),
        (false, _) => Error::not_yours().into_response(),
    }
}

/// Whoever has to show a second factor first is led to where one does.
fn unproven(method: &Method, lang: Lang) -> Response {
    match *method {
        Method::GET | Method::HEAD => to(lang, Target::SecondFactor),
        _ => Error::unproven().into_response(),
    }
}

/// One gesture: its paths (French, then English), who may do it, its handlers.
#[derive(Clone)]
pub struct Gesture {
    /// Paths as axum reads them.
    pub paths: Vec<String>,
    /// Who may do it.
    pub access: Access,
    handler: MethodRouter<AppState>,
}

impl Gesture {
    /// A gesture at the same page of both languages; `tail` is the rest of the path (`"/{id}"`), or empty.
    pub(crate) fn page(slug: Slug, tail: &str, access: Access, handler: MethodRouter<AppState>) -> Self {
        let path = |&lang: &Lang| format!("/{lang}/{}{tail}", lang.pick(slug[0], slug[1]));
        Self { paths: Lang::ALL.iter().map(path).collect(), access, handler }
    }

    /// A gesture at paths of its own.
    pub(crate) fn at(paths: &[&str], access: Access, handler: MethodRouter<AppState>) -> Self {
        Self { paths: paths.iter().map(ToString::to_string).collect(), access, handler }
    }

    /// Adds this gesture to a router.
    pub(crate) fn mount(self, router: Router<AppState>) -> Router<AppState> {
        let access = self.access;
        let guarded = self.handler.layer(from_fn(move |request, next| guard(access, request, next)));
        self.paths.iter().fold(router, |router, path| router.route(path, guarded.clone()))
    }
}

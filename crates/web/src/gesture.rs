//! What a person can do on the site: each gesture says where it is, who may do it, and which handler answers.

use crate::lang::{Lang, Speak as _};
use crate::state::AppState;
use crate::url::slug::Slug;
use axum::Router;
use axum::routing::MethodRouter;

/// Who may do a gesture. There are no accounts yet: each gesture must say so all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Anyone, without saying who they are.
    Public,
}

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Someone who has not said who they are.
    Visitor,
}

impl Role {
    /// Every role there is.
    pub const ALL: [Self; 1] = [Self::Visitor];
}

impl Access {
    /// Whether a role is let through.
    pub fn admits(self, role: Role) -> bool {
        match (self, role) {
            (Self::Public, Role::Visitor) => true,
        }
    }
}

/// One gesture: its paths (French, then English), who may do it, its handlers.
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
        self.paths.iter().fold(router, |router, path| router.route(path, self.handler.clone()))
    }
}

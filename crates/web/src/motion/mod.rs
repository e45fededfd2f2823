//! The motion: written from what was classed, frozen, adopted, read clause by clause with what each comes from.

mod asked;
mod before;
mod clause;
mod compare;
mod files;
mod form;
mod from;
mod public;
mod reading;
mod remark;
mod rewrite;
mod take_in;
mod told;
mod versions;
mod workshop;

pub(crate) use before::{Before, Confirmed, asked_before, confirmed};
pub(crate) use files::{Cache as Papers, on_paper};
pub(crate) use from::{Led, from_contribution, from_proposition};
pub(crate) use public::headline;

use crate::draft::DRAFTERS;
use crate::gesture::{Access, Gesture};
use crate::posted::WHOLE;
use crate::url::slug;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

const WRITE: Access = Access::Any(DRAFTERS);

pub(crate) fn gestures() -> Vec<Gesture> {
    vec![
        Gesture::page(slug::MOTION, "", Access::Public, get(public::show)),
        Gesture::at(&["/motion/{file}"], Access::Public, get(files::send)),
        Gesture::at(&["/motion/projet/{file}"], WRITE, get(files::draft)),
        Gesture::page(slug::MOTION, "/{id}", Access::Public, get(clause::show)),
        Gesture::page(slug::WORKSHOP, "", WRITE, get(workshop::show).post(workshop::make)),
        Gesture::page(
            slug::TAKE_IN,
            "",
            WRITE,
            get(take_in::show).post(take_in::make).layer(DefaultBodyLimit::max(WHOLE)),
        ),
        Gesture::page(slug::WORKSHOP, "/{id}", Access::SignedIn, get(rewrite::show)),
        Gesture::page(slug::REWRITE, "/{id}", WRITE, post(rewrite::make)),
        Gesture::page(slug::REMARK, "/{id}", Access::SignedIn, post(remark::offer)),
        Gesture::page(slug::DECIDE, "/{id}", WRITE, post(remark::decide)),
        Gesture::page(slug::VERSIONS, "", WRITE, get(versions::show).post(versions::make)),
        Gesture::page(slug::ASKED_BEFORE, "", WRITE, get(asked::show).post(asked::judge)),
        Gesture::page(slug::COMPARE, "", WRITE, get(compare::show)),
    ]
}

//! Editions set up and led: settings, planning, preview, publication; for administrators.

mod clocks;
mod create;
mod curtain;
mod fields;
mod list;
mod preview;
mod publish;
mod schedule;
mod settings;
mod there;
mod told;
mod zones;

pub(crate) use clocks::{Clocks, clocks};
pub(crate) use curtain::curtain;
pub(crate) use preview::Preview;
pub use there::last_day;
pub(crate) use there::minute;
pub(crate) use told::{hour, phase_dates, phase_name};
pub(crate) use zones::name as zone_name;

use crate::gesture::{Access, Gesture};
use arobase_domain::Role;

/// Who leads an edition.
const LEADERS: Access = Access::Any(&[Role::Administrator]);

pub(crate) fn gestures() -> Vec<Gesture> {
    vec![
        list::gesture(),
        settings::gesture(),
        preview::gesture(),
        schedule::gesture(),
        publish::gesture(),
        create::gesture(),
    ]
}

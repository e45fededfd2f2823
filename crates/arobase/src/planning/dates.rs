//! Days and hours as people give them, in the time zone of the edition; what is none is refused.

use super::Refusal;
use arobase_web::calendar;
use jiff::tz::TimeZone;

pub(super) use calendar::{last_day, on as clock};

/// The time zone of this name.
pub(super) fn zone(name: &str) -> Result<TimeZone, Refusal> {
    TimeZone::get(name).map_err(|_| Refusal::Zone(name.to_owned()))
}

/// When something starts: a day means its midnight.
pub(super) fn start(date: &str, zone: &TimeZone) -> Result<i64, Refusal> {
    calendar::start(date, zone).ok_or_else(|| Refusal::Date(date.to_owned()))
}

/// When something ends: a day is part of it, so the midnight after.
pub(super) fn end(date: &str, zone: &TimeZone) -> Result<i64, Refusal> {
    calendar::end(date, zone).ok_or_else(|| Refusal::Date(date.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{end, start, zone};

    #[test]
    fn what_is_no_date_is_refused() {
        let paris = zone("Europe/Paris").expect("embedded");
        for wrong in ["", "demain", "2027-02-30", "2027-10-07T25:00", "7 octobre"] {
            assert!(start(wrong, &paris).is_err() && end(wrong, &paris).is_err(), "{wrong}");
        }
        assert!(zone("Europe/Nouans").is_err());
    }
}

//! Days and hours as people give them, in the time zone of the edition.

use super::Refusal;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _, Zoned};

/// The time zone of this name.
pub(super) fn zone(name: &str) -> Result<TimeZone, Refusal> {
    TimeZone::get(name).map_err(|_| Refusal::Zone(name.to_owned()))
}

/// When something starts: a day means its midnight.
pub(super) fn start(date: &str, zone: &TimeZone) -> Result<i64, Refusal> {
    match day(date) {
        Some(day) => instant(day.at(0, 0, 0, 0), zone, date),
        None => moment(date, zone),
    }
}

/// When something ends: a day is part of it, so the midnight after.
pub(super) fn end(date: &str, zone: &TimeZone) -> Result<i64, Refusal> {
    match day(date) {
        Some(day) => {
            let next = day.checked_add(1.day()).map_err(|_| Refusal::Date(date.to_owned()))?;
            instant(next.at(0, 0, 0, 0), zone, date)
        }
        None => moment(date, zone),
    }
}

/// `2027-10-07`, or as one writes it in France, `07/10/2027`.
pub(super) fn day(date: &str) -> Option<Date> {
    let written = date.trim();
    if written.contains(':') {
        return None;
    }
    Date::strptime("%Y-%m-%d", written).or_else(|_| Date::strptime("%d/%m/%Y", written)).ok()
}

/// `2027-10-07T18:00`, `2027-10-07 18:00`.
fn moment(date: &str, zone: &TimeZone) -> Result<i64, Refusal> {
    let formats = ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S", "%d/%m/%Y %H:%M"];
    let civil = formats.iter().find_map(|format| DateTime::strptime(format, date.trim()).ok());
    instant(civil.ok_or_else(|| Refusal::Date(date.to_owned()))?, zone, date)
}

fn instant(civil: DateTime, zone: &TimeZone, date: &str) -> Result<i64, Refusal> {
    let zoned = civil.to_zoned(zone.clone()).map_err(|_| Refusal::Date(date.to_owned()))?;
    Ok(zoned.timestamp().as_millisecond())
}

/// An instant on the clock of a place; that of Greenwich for one that no clock can show.
pub(super) fn clock(at: i64, zone: &TimeZone) -> Zoned {
    Timestamp::from_millisecond(at).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(zone.clone())
}

/// The day of an instant; of the end of a phase, its last day.
pub(super) fn last_day(ends_at: i64, zone: &TimeZone) -> Date {
    clock(ends_at - 1, zone).date()
}

#[cfg(test)]
mod tests {
    use super::{clock, end, last_day, start, zone};

    #[test]
    fn a_day_lasts_to_its_end_whatever_the_clocks_do() {
        let paris = zone("Europe/Paris").expect("embedded");
        // The clocks go back on 31 October 2027: that day has 25 hours.
        let (from, to) = (start("2027-10-31", &paris).expect("a day"), end("31/10/2027", &paris).expect("a day"));
        assert_eq!(to - from, 25 * 3_600_000);
        assert_eq!(last_day(to, &paris).to_string(), "2027-10-31");
        let hour = end("2027-10-31 18:00", &paris).expect("an hour");
        assert_eq!(clock(hour, &paris).hour(), 18);
    }

    #[test]
    fn days_are_those_of_the_place() {
        let (paris, reunion) = (zone("Europe/Paris").expect("embedded"), zone("Indian/Reunion").expect("embedded"));
        let midnight = |zone| start("2027-07-01", zone).expect("a day");
        assert_eq!(midnight(&paris) - midnight(&reunion), 2 * 3_600_000);
    }

    #[test]
    fn what_is_no_date_is_refused() {
        let paris = zone("Europe/Paris").expect("embedded");
        for wrong in ["", "demain", "2027-02-30", "2027-10-07T25:00", "7 octobre"] {
            assert!(start(wrong, &paris).is_err(), "{wrong}");
        }
        assert!(zone("Europe/Nouans").is_err());
    }
}

//! Days and hours as people write them, on the clock of a place.

use arobase_domain::{Phase, phases_around};
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _, Zoned};

/// An instant on the clock of a zone; that of Greenwich if nobody knows the zone, or for an instant that no clock can show.
pub fn clock(at: i64, zone: &str) -> Zoned {
    on(at, &TimeZone::get(zone).unwrap_or(TimeZone::UTC))
}

/// The same, of a zone already found.
pub fn on(at: i64, zone: &TimeZone) -> Zoned {
    Timestamp::from_millisecond(at).unwrap_or_default().to_zoned(zone.clone())
}

/// The last day of what ends at this instant.
pub fn last_day(ends_at: i64, zone: &TimeZone) -> Date {
    on(ends_at - 1, zone).date()
}

/// When something starts: a day means its midnight. `None` for what is no date.
pub fn start(date: &str, zone: &TimeZone) -> Option<i64> {
    day(date).map_or_else(|| moment(date, zone), |day| instant(day.at(0, 0, 0, 0), zone))
}

/// When something ends: a day is part of it, so the midnight after. `None` for what is no date.
pub fn end(date: &str, zone: &TimeZone) -> Option<i64> {
    day(date).map_or_else(|| moment(date, zone), |day| instant(day.checked_add(1.day()).ok()?.at(0, 0, 0, 0), zone))
}

/// `2027-10-07`, or as one writes it in France, `07/10/2027`.
pub fn day(date: &str) -> Option<Date> {
    let written = date.trim();
    if written.contains(':') {
        return None;
    }
    Date::strptime("%Y-%m-%d", written).or_else(|_| Date::strptime("%d/%m/%Y", written)).ok()
}

/// The phases counted back from the day of a congress, from midnight to midnight of the place; seen from `now`, what would have begun begins today.
pub fn layout(congress: i64, zone: &TimeZone, now: Option<i64>) -> Vec<Phase> {
    let opens = on(congress, zone).date();
    let today = now.and_then(|now| opens.until(on(now, zone).date()).ok()).map(|span| i64::from(span.get_days()));
    let midnight = |days: i64| {
        let day = opens.checked_add(days.days()).unwrap_or(opens);
        instant(day.at(0, 0, 0, 0), zone).unwrap_or(congress)
    };
    phases_around(today, midnight)
}

/// `2027-10-07T18:00`, `2027-10-07 18:00`, `07/10/2027 18:00`.
fn moment(date: &str, zone: &TimeZone) -> Option<i64> {
    let formats = ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S", "%d/%m/%Y %H:%M"];
    let civil = formats.iter().find_map(|format| DateTime::strptime(format, date.trim()).ok())?;
    instant(civil, zone)
}

fn instant(civil: DateTime, zone: &TimeZone) -> Option<i64> {
    Some(civil.to_zoned(zone.clone()).ok()?.timestamp().as_millisecond())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone(name: &str) -> TimeZone {
        TimeZone::get(name).unwrap()
    }

    #[test]
    fn a_day_lasts_to_its_end_whatever_the_clocks_do() {
        let paris = zone("Europe/Paris");
        // The clocks go back on 31 October 2027: that day has 25 hours.
        let (from, to) = (start("2027-10-31", &paris).unwrap(), end("31/10/2027", &paris).unwrap());
        assert_eq!(to - from, 25 * 3_600_000);
        assert_eq!(last_day(to, &paris).to_string(), "2027-10-31");
        assert_eq!(on(end("2027-10-31 18:00", &paris).unwrap(), &paris).hour(), 18);
    }

    #[test]
    fn days_are_those_of_the_place() {
        let midnight = |name| start("2027-07-01", &zone(name)).unwrap();
        assert_eq!(midnight("Europe/Paris") - midnight("Indian/Reunion"), 2 * 3_600_000);
        assert_eq!(clock(0, "Europe/Nouans").hour(), 0, "Greenwich");
    }

    #[test]
    fn what_is_no_date_is_none() {
        for wrong in ["", "demain", "2027-02-30", "2027-10-07T25:00", "7 octobre"] {
            assert_eq!(start(wrong, &zone("Europe/Paris")), None, "{wrong}");
        }
    }

    #[test]
    fn phases_are_days_of_the_place() {
        let paris = zone("Europe/Paris");
        let congress = start("2027-10-07T09:00", &paris).unwrap();
        let phases = layout(congress, &paris, None);
        assert_eq!(on(phases[1].starts_at, &paris).to_string(), "2027-08-15T00:00:00+02:00[Europe/Paris]");
        // The clocks change on 31 October: days stay days.
        assert_eq!(on(phases[5].ends_at, &paris).hour(), 0);
        let late = layout(congress, &paris, start("2027-09-01T15:00", &paris));
        assert_eq!(late[0].starts_at, start("2027-09-01", &paris).unwrap(), "from this morning on");
    }
}

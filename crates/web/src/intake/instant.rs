//! Dates as exports write them.

use jiff::civil::DateTime;
use jiff::fmt::strtime;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

/// With the offset said.
const ZONED: [&str; 5] = [
    "%Y-%m-%d %H:%M:%S %z",
    "%Y-%m-%d %H:%M:%S%:z",
    "%Y-%m-%d %H:%M:%S UTC",
    "%a %b %d %H:%M:%S UTC %Y",
    "%Y/%m/%d %H:%M:%S %z",
];
/// In the time of the place; days first, as in France.
const LOCAL: [&str; 12] = [
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%dT%H:%M:%S",
    "%Y-%m-%dT%H:%M",
    "%Y-%m-%d",
    "%d/%m/%Y %H:%M:%S",
    "%d/%m/%Y %H:%M",
    "%d/%m/%Y - %H:%M",
    "%d/%m/%Y",
    "%d-%m-%Y %H:%M",
    "%d.%m.%Y %H:%M",
    "%d.%m.%Y",
];
/// Unix seconds of a year that no consultation precedes, 2001, and milliseconds of the same.
const SECONDS: i64 = 1_000_000_000;
const MILLIS: i64 = 1_000_000_000_000;

/// The instant of a date, in Unix milliseconds; a day without an hour is its noon, so that no time zone makes another day of it.
pub(super) fn read(date: &str, zone: &TimeZone) -> Option<i64> {
    let date = date.trim();
    unix(date).or_else(|| zoned(date)).or_else(|| local(date, zone))
}

fn unix(date: &str) -> Option<i64> {
    match date.parse::<i64>().ok()? {
        millis @ MILLIS.. if millis < 100 * MILLIS => Some(millis),
        seconds @ SECONDS.. if seconds < 100 * SECONDS => Some(seconds * 1000),
        _ => None,
    }
}

fn zoned(date: &str) -> Option<i64> {
    let instant = date.parse::<Timestamp>().ok().or_else(|| date.parse::<Zoned>().ok().map(|zoned| zoned.timestamp()));
    let rfc2822 = || jiff::fmt::rfc2822::parse(date).ok().map(|zoned| zoned.timestamp());
    let spelled = || {
        ZONED.iter().find_map(|format| {
            let mut read = strtime::parse(format, date).ok()?;
            if read.offset().is_none() {
                read.set_offset(Some(jiff::tz::Offset::UTC));
            }
            read.to_timestamp().ok()
        })
    };
    instant.or_else(rfc2822).or_else(spelled).map(Timestamp::as_millisecond)
}

fn local(date: &str, zone: &TimeZone) -> Option<i64> {
    let civil = LOCAL.iter().find_map(|format| {
        let read = strtime::parse(format, date).ok()?;
        let hours = format.contains("%H");
        if hours { read.to_datetime().ok() } else { Some(read.to_date().ok()?.at(12, 0, 0, 0)) }
    })?;
    at(civil, zone)
}

fn at(civil: DateTime, zone: &TimeZone) -> Option<i64> {
    Some(civil.to_zoned(zone.clone()).ok()?.timestamp().as_millisecond())
}

#[cfg(test)]
mod tests {
    use super::read;
    use jiff::Timestamp;
    use jiff::tz::TimeZone;

    #[test]
    fn dates_of_every_export() {
        let paris = TimeZone::get("Europe/Paris").expect("embedded");
        for (date, instant) in [
            ("2026-09-14 10:32:05 +0200", "2026-09-14T08:32:05Z"),
            ("2026-09-14T10:32:05+02:00", "2026-09-14T08:32:05Z"),
            ("2026-09-14T08:32:05.120Z", "2026-09-14T08:32:05.120Z"),
            ("2026-09-14 08:32:05 UTC", "2026-09-14T08:32:05Z"),
            ("Mon, 14 Sep 2026 10:32:05 +0200", "2026-09-14T08:32:05Z"),
            ("2026-09-14 10:32:05", "2026-09-14T08:32:05Z"),
            ("14/09/2026 - 10:32", "2026-09-14T08:32:00Z"),
            ("14/09/2026 10:32", "2026-09-14T08:32:00Z"),
            ("14/09/2026", "2026-09-14T10:00:00Z"),
            ("2026-01-14", "2026-01-14T11:00:00Z"),
            ("1789374725", "2026-09-14T08:32:05Z"),
            ("1789374725120", "2026-09-14T08:32:05.120Z"),
        ] {
            let instant: Timestamp = instant.parse().expect("written here");
            assert_eq!(read(date, &paris), Some(instant.as_millisecond()), "{date}");
        }
        for none in ["hier", "", "12", "31/02/2026", "2026"] {
            assert_eq!(read(none, &paris), None, "{none}");
        }
    }
}

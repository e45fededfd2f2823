//! What is followed, in words.

use crate::calendar::clock;
use crate::edition::hour;
use crate::lang::{Lang, Speak as _};
use crate::url::Target;
use arobase_domain::follow_up::Silence;
use arobase_domain::motion::{Adoption, prose};
use arobase_domain::{Answer, Clause, ClauseId, Day, Manner, RecipientKind, Reply, Section, SectionKind};
use jiff::civil::Date;

/// A day, as people write it.
pub(super) fn day(lang: Lang, day: Day) -> String {
    let (year, month, rank) = day.civil();
    let date = Date::new(year as i16, month as i8, rank as i8);
    date.map_or_else(|_| day.to_string(), |date| lang.date(date))
}

/// What a recipient is.
pub(super) fn kind(lang: Lang, kind: RecipientKind) -> String {
    lang.t(match kind {
        RecipientKind::President => "recipient-president",
        RecipientKind::Government => "recipient-government",
        RecipientKind::Ministry => "recipient-ministry",
        RecipientKind::Group => "recipient-group",
        RecipientKind::Candidate => "recipient-candidate",
        RecipientKind::Press => "recipient-press",
        RecipientKind::Other => "recipient-other",
    })
}

/// How the motion was handed over.
pub(super) fn manner(lang: Lang, manner: Manner) -> String {
    lang.t(match manner {
        Manner::Hand => "manner-hand",
        Manner::Post => "manner-post",
        Manner::Email => "manner-email",
    })
}

/// What was answered.
pub(super) fn reply(lang: Lang, reply: Reply) -> String {
    lang.t(match reply {
        Reply::Received => "reply-received",
        Reply::Replied => "reply-replied",
        Reply::Committed => "reply-committed",
        Reply::Partly => "reply-partly",
        Reply::Refused => "reply-refused",
        Reply::Withdrawn => "reply-withdrawn",
    })
}

/// « Sans réponse depuis 43 jours ».
pub(super) fn silence(lang: Lang, silence: Silence) -> String {
    match silence {
        Silence::NotHanded => lang.t("silence-not-handed"),
        Silence::Days(days, false) => lang.n("silence-days", u64::from(days)),
        Silence::Days(days, true) => lang.n("silence-received", u64::from(days)),
        Silence::Broken => lang.t("silence-broken"),
    }
}

/// By when something is promised, and for how long it is late.
pub(super) fn due(lang: Lang, answer: &Answer, today: Day) -> String {
    let Some(by) = answer.due.filter(|_| answer.reply.promises()) else { return String::new() };
    let told = lang.it("due-by", day(lang, by));
    answer.overdue(today).map_or_else(|| told.clone(), |days| format!("{told} {}", lang.n("due-late", u64::from(days))))
}

/// A clause in plain words, as one reads it by itself.
pub(crate) fn clause(clause: &Clause) -> String {
    let text = prose::plain(&clause.text);
    let words = text.trim().trim_end_matches([';', '.', ',', ' ', '\u{a0}', '\u{202f}']);
    crate::page::sentence(words)
}

/// « Axe 2. Des services pour tous ».
pub(super) fn section(lang: Lang, at: usize, section: &Section) -> String {
    let key = match section.kind {
        SectionKind::Axis => "section-axis",
        SectionKind::Priority => "section-priority",
        SectionKind::Question => "section-question",
    };
    lang.with(key, [("number", lang.number(at)), ("title", prose::plain(&section.title))])
}

/// The messages that say that projects join a section, and several.
pub(super) fn section_key(kind: SectionKind) -> (&'static str, &'static str) {
    match kind {
        SectionKind::Axis => ("joins-axis", "joins-axes"),
        SectionKind::Priority => ("joins-priority", "joins-priorities"),
        SectionKind::Question => ("joins-question", "joins-questions"),
    }
}

/// « Adoptée le 6 octobre 2026, à Paris, par 80 voix pour, 2 contre et 3 abstentions. »
pub(super) fn adopted(lang: Lang, adoption: &Adoption) -> String {
    let day = adoption.day.parse().map_or_else(|_| adoption.day.clone(), |day| self::day(lang, day));
    let at = if adoption.place.is_empty() { String::new() } else { lang.it("slip-at", &adoption.place) };
    let votes = adoption.votes.map_or_else(String::new, |[for_it, against, abstaining]| {
        let values =
            [("for", for_it.to_string()), ("against", against.to_string()), ("abstaining", abstaining.to_string())];
        lang.with("slip-votes", values)
    });
    format!("{}{at}{votes}.", lang.it("slip-adopted", day))
}

/// A day and an hour on the clock of a place.
pub(super) fn instant(lang: Lang, at: i64, zone: &str) -> String {
    let at = clock(at, zone);
    format!("{} {}", lang.date(at.date()), hour(lang, &at))
}

/// Where the text is that everyone can read.
pub(crate) fn motion_url(lang: Lang) -> String {
    Target::Motion.in_lang(lang).to_string()
}

/// Where a clause is in it.
pub(super) fn clause_url(lang: Lang, clause: &ClauseId) -> String {
    format!("{}#{clause}", motion_url(lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_reads_by_itself() {
        let one = Clause { text: "doter **chaque** canton\u{202f};".into(), ..Clause::default() };
        assert_eq!(clause(&one), "Doter chaque canton.");
        assert_eq!(clause_url(Lang::Fr, &ClauseId::new("e12")), "/fr/motion#e12");
    }

    #[test]
    fn days_late_are_counted() {
        let due_on = |text: &str| Answer { reply: Reply::Partly, due: text.parse().ok(), ..Answer::default() };
        let today = "2026-11-22".parse().expect("a day");
        assert_eq!(due(Lang::Fr, &due_on("2026-12-01"), today), "D’ici au 1ᵉʳ\u{a0}décembre\u{a0}2026.");
        assert!(due(Lang::Fr, &due_on("2026-11-20"), today).ends_with("dépassée depuis 2\u{a0}jours."));
    }
}

//! What became of the motion, for everyone: who has not answered, for how long, and what was answered to each clause.

use super::matter::Matter;
use super::projects::name;
use super::told;
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::motion::{Before, asked_before};
use crate::page::{Page, render};
use crate::pager::{At, Pager};
use crate::state::AppState;
use crate::url::{Sequel, Target, slug};
use arobase_domain::follow_up::{self, Silence, Standing};
use arobase_domain::{Answer, Clause, ClauseId, Recipient, Section};
use arobase_store::Recognition;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Html;
use axum::routing::get;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Elements that the clauses of a page may take, and that each clause and each answer does.
const ROOM: usize = 200;
const CLAUSE: usize = 4;
const ANSWER: usize = 9;
const BEFORE: usize = 2;

#[derive(Template)]
#[template(path = "followup/public.html")]
struct FollowUp {
    page: Page,
    /// What is told; none while the motion is not published.
    told: Option<Told>,
}

#[derive(Default)]
struct Told {
    /// « 1 destinataire sur 2 n’a pas répondu. »
    count: String,
    recipients: Vec<Silent>,
    /// What was promised.
    promises: Vec<Said>,
    /// Standings and how many times each is met, where a clause and a recipient count once.
    account: Vec<(String, String)>,
    sections: Vec<Part>,
    pager: Option<Pager>,
}

/// A recipient, and what they answered to the whole.
struct Silent {
    name: String,
    /// « 43 jours », where they have not answered.
    days: Option<String>,
    silence: String,
    handed: String,
    answers: Vec<Said>,
}

/// A section, with those of its clauses that are on this page.
struct Part {
    title: String,
    clauses: Vec<Asked>,
}

/// A clause, and where those to whom it was handed stand.
struct Asked {
    number: usize,
    text: String,
    url: String,
    before: Option<Before>,
    answers: Vec<Said>,
    /// Those who have not answered it, and those who answered to the whole, in words.
    others: Vec<String>,
}

/// An answer, in words.
struct Said {
    who: String,
    reply: String,
    when: String,
    measure: String,
    due: String,
    text: String,
    link: String,
    document: Option<String>,
    /// The clause: its number and where it is.
    clause: Option<(usize, String)>,
}

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::FOLLOW_UP, "", Access::Public, get(show))
}

async fn show(State(state): State<AppState>, In(lang): In, Query(at): Query<At>) -> Result<Html<String>, Error> {
    let page = Page::new(&state, lang, Target::Sequel(Sequel::FollowUp(at.page())), lang.t("title-follow-up"));
    let Some(matter) = Matter::published(&state).await? else { return render(&FollowUp { page, told: None }) };
    let evidences = state.store.evidences(&state.edition.id).await?.into_iter().filter(|one| one.public);
    let (public, projects) =
        (evidences.map(|one| one.id).collect(), state.store.recognitions(&state.edition.id).await?);
    let before = asked_before(&state, lang).await?;
    let said = state.store.testimony_counts(&state.edition.id).await?;
    let shown = Shown { lang, matter: &matter, public, projects: &projects, before: &before, said: &said };
    render(&FollowUp { page, told: Some(shown.told(at.page())) })
}

/// What is followed, as everyone may read it.
struct Shown<'a> {
    lang: Lang,
    matter: &'a Matter,
    /// The documents that everyone may read.
    public: BTreeSet<String>,
    /// The territories that recognise their project.
    projects: &'a [Recognition],
    /// The motions of earlier editions that ask the same.
    before: &'a BTreeMap<ClauseId, Before>,
    /// How much members say of each clause.
    said: &'a BTreeMap<ClauseId, u64>,
}

impl Shown<'_> {
    fn told(&self, at: u32) -> Told {
        let (lang, mut handed): (_, Vec<&Recipient>) = (self.lang, self.matter.handed().collect());
        handed.sort_by_key(|one| Reverse(self.days(one)));
        if handed.is_empty() {
            return Told::default();
        }
        let clauses: Vec<(usize, &Clause)> = self.matter.motion.numbered().collect();
        let pages = cut(&clauses.iter().map(|(_, clause)| self.cost(clause)).collect::<Vec<_>>());
        let last = u32::try_from(pages.len()).unwrap_or(1).max(1);
        let at = at.clamp(1, last);
        let shown = pages.get(at as usize - 1).cloned().unwrap_or_default();
        Told {
            count: self.count(&handed),
            recipients: handed.iter().map(|one| self.silent(one)).collect(),
            promises: self.promises(),
            account: self.account(&handed),
            sections: self.sections(&shown),
            pager: Some(Pager::new(lang, at, last, |at| Target::Sequel(Sequel::FollowUp(at)))),
        }
    }

    /// Days without an answer; none where there is one. The longest silence comes first.
    fn days(&self, one: &Recipient) -> Option<u32> {
        match self.matter.silence(&one.id) {
            Silence::Days(days, _) => Some(days),
            Silence::NotHanded | Silence::Broken => None,
        }
    }

    fn count(&self, handed: &[&Recipient]) -> String {
        let silent = handed.iter().filter(|one| self.matter.silence(&one.id) != Silence::Broken).count();
        let handed = self.lang.n("follow-up-handed", handed.len());
        let silent =
            if silent == 0 { self.lang.t("follow-up-all-answered") } else { self.lang.n("follow-up-silent", silent) };
        format!("{handed} {silent}")
    }

    fn silent(&self, one: &Recipient) -> Silent {
        let lang = self.lang;
        let whole = self.in_force().filter(|answer| answer.recipient == one.id && answer.clause.is_none());
        Silent {
            name: one.name.clone(),
            days: self.days(one).map(|days| lang.n("days-count", u64::from(days))),
            silence: told::silence(lang, self.matter.silence(&one.id)),
            handed: self.matter.first_day(&one.id).map_or_else(String::new, |day| told::day(lang, day)),
            answers: whole.map(|answer| self.said(answer)).collect(),
        }
    }

    fn in_force(&self) -> impl Iterator<Item = &Answer> {
        follow_up::in_force(&self.matter.answers)
    }

    fn promises(&self) -> Vec<Said> {
        let mut all: Vec<&Answer> = self.in_force().filter(|one| one.reply.promises()).collect();
        all.sort_by_key(|one| (one.due.is_none(), one.due, one.day));
        all.into_iter().map(|one| self.said(one)).collect()
    }

    fn said(&self, one: &Answer) -> Said {
        let (lang, matter) = (self.lang, self.matter);
        let clause = one.clause.as_ref().and_then(|id| matter.motion.clause(id));
        Said {
            who: matter.recipient(&one.recipient).map(|one| one.name.clone()).unwrap_or_default(),
            reply: told::reply(lang, one.reply),
            when: told::day(lang, one.day),
            measure: one.measure.clone(),
            due: told::due(lang, one, matter.today),
            text: one.text.clone(),
            link: one.link.clone(),
            document: one.document.clone().filter(|id| self.public.contains(id)),
            clause: clause.map(|(number, clause)| (number, told::clause_url(lang, &clause.id))),
        }
    }

    /// The account, in words; what does not occur is not told.
    fn account(&self, handed: &[&Recipient]) -> Vec<(String, String)> {
        let clauses: Vec<ClauseId> = self.matter.motion.clauses().map(|clause| clause.id.clone()).collect();
        let ids = handed.iter().map(|one| &one.id);
        let found = follow_up::account(&clauses, ids, &self.matter.dispatches, &self.matter.answers, self.matter.today);
        let lines = [
            ("account-silent", found.silent),
            ("account-received", found.received),
            ("account-replied", found.replied),
            ("account-committed", found.committed),
            ("account-partly", found.partly),
            ("account-refused", found.refused),
            ("account-not-handed", found.not_handed),
        ];
        let told = lines.into_iter().filter(|(_, count)| *count > 0);
        let mut told: Vec<_> = told.map(|(key, count)| (self.lang.t(key), self.lang.number(count))).collect();
        told.push((self.lang.t("account-total"), self.lang.number(found.total())));
        told
    }

    /// The answers to a clause by itself.
    fn own<'a>(&'a self, clause: &'a ClauseId) -> impl Iterator<Item = &'a Answer> {
        self.matter.handed().filter_map(move |one| match self.matter.standing(clause, &one.id) {
            Standing::Answered(answer) | Standing::Received(answer, _) if answer.clause.is_some() => Some(answer),
            _ => None,
        })
    }

    fn cost(&self, clause: &Clause) -> usize {
        let before = self.before.get(&clause.id).map_or(0, |before| before.links.len());
        CLAUSE + ANSWER * self.own(&clause.id).count() + BEFORE * before
    }

    fn sections(&self, shown: &Range<usize>) -> Vec<Part> {
        let mut number = 0;
        let part = |(at, section): (usize, &Section)| {
            let first = number;
            number += section.clauses.len();
            let clauses = section.clauses.iter().enumerate().map(|(nth, clause)| (first + nth, clause));
            let clauses = clauses.filter(|(place, _)| shown.contains(place));
            Part {
                title: told::section(self.lang, at + 1, section),
                clauses: clauses.map(|(place, clause)| self.asked(place + 1, clause)).collect(),
            }
        };
        let parts = self.matter.motion.sections.iter().enumerate().map(part);
        parts.filter(|part| !part.clauses.is_empty()).collect()
    }

    fn asked(&self, number: usize, clause: &Clause) -> Asked {
        Asked {
            number,
            text: told::clause(clause),
            url: told::clause_url(self.lang, &clause.id),
            before: self.before.get(&clause.id).cloned(),
            answers: self.own(&clause.id).map(|answer| self.said(answer)).collect(),
            others: self.others(&clause.id),
        }
    }

    /// « Sans réponse : Premier ministre. »
    fn others(&self, clause: &ClauseId) -> Vec<String> {
        let named = |key: &str, wanted: &dyn Fn(Standing<'_>) -> bool| {
            let names = self.matter.handed().filter(|one| wanted(self.matter.standing(clause, &one.id)));
            let names: Vec<&str> = names.map(|one| one.name.as_str()).collect();
            (!names.is_empty()).then(|| self.lang.it(key, names.join(", ")))
        };
        let whole = |answer: &Answer| answer.clause.is_none();
        let told = [
            named("follow-up-none-from", &|standing| matches!(standing, Standing::Silent(_))),
            named(
                "follow-up-received-by",
                &|standing| matches!(standing, Standing::Received(answer, _) if whole(answer)),
            ),
            named("follow-up-whole-from", &|standing| matches!(standing, Standing::Answered(answer) if whole(answer))),
        ];
        let said = self.said.get(clause).map(|many| self.lang.n("follow-up-testimonies", *many));
        told.into_iter().flatten().chain(self.recognised(clause)).chain(said).collect()
    }

    /// « S’y reconnaissent : Agen (47). »
    fn recognised(&self, clause: &ClauseId) -> Option<String> {
        let found = self.projects.iter().filter(|one| one.clauses.contains(clause));
        let names: Vec<String> = found.map(|one| name(&one.territory)).collect();
        (!names.is_empty()).then(|| self.lang.it("follow-up-recognised", names.join(", ")))
    }
}

impl Said {
    /// Whether there is nothing that proves it beside the words of who recorded it.
    fn is_bare(&self) -> bool {
        self.link.is_empty() && self.document.is_none()
    }
}

/// Consecutive clauses that fit on a page, by what each costs.
fn cut(costs: &[usize]) -> Vec<Range<usize>> {
    let (mut pages, mut from, mut taken) = (Vec::new(), 0, 0);
    for (at, cost) in costs.iter().enumerate() {
        if taken + cost > ROOM && at > from {
            pages.push(from..at);
            (from, taken) = (at, 0);
        }
        taken += cost;
    }
    pages.push(from..costs.len());
    pages
}

#[cfg(test)]
mod tests {
    use super::super::matter::tests::{matter, motion};
    use super::*;
    use crate::sample;
    use arobase_domain::AnswerId;

    fn told(lang: Lang, matter: &Matter, at: u32) -> FollowUp {
        let year = |year: &str| (year.to_owned(), format!("Congrès {year}"), format!("/{year}/fr/motion/e1"));
        let links = ["2022", "2025"].map(year).into();
        let before = &BTreeMap::from([(ClauseId::new("e2"), Before { since: Some("2022".into()), links })]);
        let shown = Shown {
            lang,
            matter,
            public: ["v1".to_owned()].into(),
            projects: &[],
            before,
            said: &BTreeMap::from([(ClauseId::new("e3"), 2)]),
        };
        FollowUp { page: sample::page(lang, Target::Sequel(Sequel::FollowUp(at))), told: Some(shown.told(at)) }
    }

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            let mut matter = matter();
            matter.answers.push(Answer { clause: None, id: AnswerId::new("a3"), ..matter.answers[0].clone() });
            sample::check(&told(lang, &matter, 1));
            sample::check(&FollowUp { page: sample::page(lang, Target::Sequel(Sequel::FollowUp(1))), told: None });
            matter.dispatches.clear();
            matter.answers.clear();
            sample::check(&told(lang, &matter, 1));
        }
        insta::assert_snapshot!(sample::text(&told(Lang::Fr, &matter(), 1)));
    }

    #[test]
    fn a_long_motion_with_many_answers_takes_several_light_pages() {
        let mut matter = matter();
        matter.motion = motion(40);
        let answer = |nth: usize| Answer {
            id: AnswerId::new(format!("b{nth}")),
            clause: Some(ClauseId::new(format!("e{}", nth % 40 + 1))),
            recipient: matter.recipients[nth / 40].id.clone(),
            ..matter.answers[nth % 2].clone()
        };
        matter.answers = (0..80).map(answer).collect();
        let pages = told(Lang::Fr, &matter, 1).told.and_then(|told| told.pager).map_or(0, |pager| pager.pages);
        let html: Vec<String> = (1..=pages).map(|at| sample::check(&told(Lang::Fr, &matter, at))).collect();
        for nth in 1..=40 {
            let found = html.iter().filter(|page| page.contains(&format!("<li value=\"{nth}\">"))).count();
            assert_eq!(found, 1, "clause {nth}");
        }
    }

    #[test]
    fn a_document_that_is_not_published_is_nowhere() {
        let matter = matter();
        let shown = Shown {
            lang: Lang::Fr,
            matter: &matter,
            public: BTreeSet::new(),
            projects: &[],
            before: &BTreeMap::new(),
            said: &BTreeMap::new(),
        };
        let page =
            FollowUp { page: sample::page(Lang::Fr, Target::Sequel(Sequel::FollowUp(1))), told: Some(shown.told(1)) };
        let html = sample::check(&page);
        assert!(!html.contains("justificatif") && !html.contains("cabinet@") && !html.contains("rue de l’Exemple"));
    }
}

//! The report as its template sees it.

use super::lists::{Card, Group, Lists};
use super::marks::votes;
use super::words::Say;
use super::{STYLE, map};
use arobase_domain::Lang;
use arobase_domain::opinions::{Opinions, Tally};
use askama::Template;

#[derive(Template)]
#[template(path = "opinions.html")]
pub(super) struct Page<'a> {
    say: Say,
    style: &'static str,
    own_style: &'static str,
    opinions: &'a Opinions,
    map: String,
    votes: usize,
    placed: usize,
    aside: usize,
    groups: Vec<Group>,
    together: [Vec<Card>; 2],
    majority: [Vec<Card>; 2],
    all: Vec<Card>,
    rest: usize,
    key: [String; 3],
    clarity: Option<String>,
    solidity: Option<String>,
}

impl<'a> Page<'a> {
    pub(super) fn new(opinions: &'a Opinions, lang: Lang) -> Self {
        let say = Say(lang);
        let lists = Lists { opinions, say };
        let (all, rest) = lists.all();
        let only = |agrees, disagrees, passes| votes(Tally { agrees, disagrees, passes }, None);
        Self {
            say,
            style: include_str!("../../templates/report.css"),
            own_style: STYLE,
            opinions,
            map: map::bare(opinions, lang),
            votes: opinions.votes() as usize,
            placed: opinions.placed(),
            aside: opinions.statements.iter().filter(|one| one.aside).count(),
            groups: lists.groups(),
            together: [lists.together(true), lists.together(false)],
            majority: [lists.majority(true), lists.majority(false)],
            all,
            rest,
            clarity: opinions.silhouette.map(|x| format!("{} ({})", say.clarity(x), say.decimal(x))),
            solidity: opinions.stability.map(|x| format!("{} ({})", say.solidity(x), say.decimal(x))),
            key: [only(1, 0, 0), only(0, 1, 0), only(0, 0, 1)],
        }
    }

    /// The best that was tried, where nothing was clear; a person apart from all others is no attempt.
    fn best(&self) -> Option<(String, String)> {
        let best = self
            .opinions
            .tried
            .iter()
            .filter(|one| !one.refused)
            .reduce(|best, one| if one.silhouette > best.silhouette { one } else { best });
        best.map(|one| (self.say.groups(one.groups), self.say.decimal(one.silhouette)))
    }
}

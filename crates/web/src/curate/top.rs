//! What stands at the top of the pages of the bench where gestures are made: where all contributions stand, undo and redo, what was just done or why nothing was; and the keys, below.

use super::form::Unclear;
use super::opened::{Opened, Refused, Seat};
use super::told;
use crate::Error;
use crate::funnel::equation;
use crate::lang::{Lang, Speak as _};
use crate::state::AppState;
use crate::url::{Target, Url};
use arobase_domain::MemberId;
use arobase_domain::edits::{Event, Wish};
use arobase_store::{Settling, Signed};
use std::mem::discriminant;

/// The pages between which one goes while classing, with the names of their links.
fn ways() -> [(Target, &'static str); 6] {
    [
        (Target::Bench(String::new(), String::new(), 0), "title-bench"),
        (Target::Structure(0), "title-structure"),
        (Target::Uncovered, "title-uncovered"),
        (Target::Rerun, "title-rerun"),
        (Target::Codings, "title-codings"),
        (Target::Decided, "title-decided"),
    ]
}

/// What is common to the pages where gestures are made.
pub(super) struct Top {
    /// Where forms go: the page itself.
    pub(super) action: Url,
    /// « 492 reçues = 471 classées + … ».
    pub(super) sum: String,
    /// Contributions that came since the run.
    pub(super) late: String,
    pub(super) said: Said,
    /// The line of the log that the page was made after.
    pub(super) seen: u32,
    /// Where one is on the page, sent with every gesture to come back there.
    pub(super) at: Vec<(&'static str, String)>,
    /// What undoing and redoing would turn.
    pub(super) undo: Option<String>,
    pub(super) redo: Option<String>,
    /// The other pages.
    pub(super) links: Vec<(Url, String)>,
    pub(super) keys: Vec<(&'static str, String)>,
}

/// What is said first: what was just done, or why nothing was.
#[derive(Default)]
pub(super) struct Said {
    pub(super) done: String,
    pub(super) alert: String,
}

impl Said {
    /// What this line of the log did; nothing if there is no such line.
    pub(super) fn done(lang: Lang, opened: &Opened, seq: u32) -> Self {
        let (state, log) = (&opened.bench.state, &opened.bench.log);
        let event = log.iter().find(|event| event.seq == seq);
        Self { done: event.map(|event| told::event(lang, state, log, event)).unwrap_or_default(), ..Self::default() }
    }

    /// Why nothing was done.
    pub(super) fn alert(alert: String) -> Self {
        Self { alert, ..Self::default() }
    }
}

impl Top {
    /// The top of the page `target`, as `by` sees it; `keys` are those of the page, each with the message that tells what it does.
    pub(super) fn of(
        lang: Lang,
        target: Target,
        keys: &[(&'static str, &'static str)],
        by: &str,
        opened: &Opened,
    ) -> Self {
        let bench = &opened.bench;
        let turned = |seq: Option<u32>| seq.map(|seq| Said::done(lang, opened, seq).done);
        let other = |way: &(Target, &str)| discriminant(&way.0) != discriminant(&target);
        Self {
            sum: equation(lang, opened.ledger()),
            late: String::new(),
            said: Said::default(),
            seen: bench.last(),
            at: Vec::new(),
            undo: turned(bench.to_undo(by)),
            redo: turned(bench.to_redo(by)),
            links: ways().into_iter().filter(other).map(|(to, title)| (to.in_lang(lang), lang.t(title))).collect(),
            keys: keys.iter().map(|&(key, does)| (key, lang.t(does))).collect(),
            action: target.in_lang(lang),
        }
    }
}

/// Does what is wished by whoever saw the bench after line `seen`, with what it settles of a sample; or says in words why it was not done.
pub(super) async fn made(
    state: &AppState,
    lang: Lang,
    seat: &mut Seat,
    me: &Signed,
    wish: Result<Wish, Unclear>,
    seen: u32,
    settling: Option<Settling<'_>>,
) -> Result<Result<Event, String>, Error> {
    let wish = match wish {
        Ok(wish) => wish,
        Err(unclear) => return Ok(Err(told::unclear(lang, &unclear))),
    };
    match seat.decide(state, &wish, me.member.id.as_str(), seen, settling).await? {
        Ok(event) => Ok(Ok(event)),
        Err(refused) => Ok(Err(refusal(state, lang, seat, &refused).await?)),
    }
}

/// Why nothing was done, in words.
pub(super) async fn refusal(state: &AppState, lang: Lang, seat: &Seat, refused: &Refused) -> Result<String, Error> {
    let by = match refused {
        Refused::Crossed(event) => {
            state.store.participant(&state.edition.id, &MemberId::new(event.by.as_str())).await?
        }
        _ => None,
    };
    let by = by.map_or_else(|| lang.t("bench-someone"), |participant| participant.member.name);
    let bench = &seat.opened()?.bench;
    Ok(told::refusal(lang, &bench.state, &bench.log, refused, &by))
}

//! States, reasons and rules in words.

use crate::lang::{Lang, Speak as _};
use arobase_domain::State;

/// Name of a state.
pub(crate) fn state(lang: Lang, state: State) -> String {
    lang.t(match state {
        State::Classed => "state-classed",
        State::ToSort => "state-to-sort",
        State::OffTopic => "state-off-topic",
        State::Empty => "state-empty",
        State::Broken => "state-broken",
    })
}

/// What a state means.
pub(crate) fn meaning(lang: Lang, state: State) -> String {
    lang.t(match state {
        State::Classed => "meaning-classed",
        State::ToSort => "meaning-to-sort",
        State::OffTopic => "meaning-off-topic",
        State::Empty => "meaning-empty",
        State::Broken => "meaning-broken",
    })
}

/// Why something is in its state; a code that nobody has worded yet is shown as it is.
pub(crate) fn reason(lang: Lang, code: &str) -> String {
    match code {
        "classed" => lang.t("reason-classed"),
        "joined_by_neighbours" => lang.t("reason-joined"),
        "received" => lang.t("reason-received"),
        "to_check" => lang.t("reason-to-check"),
        "revised" => lang.t("reason-revised"),
        "no_content" => lang.t("reason-no-content"),
        "no_word_in_common" => lang.t("reason-alone"),
        "far_from_all" | "far_from_all_themes" => lang.t("reason-far"),
        "between_themes" => lang.t("reason-between"),
        "broken_row" => lang.t("reason-broken"),
        other => lang.it("reason-other", other),
    }
}

/// What a rewriting rule did.
pub(crate) fn rule(lang: Lang, id: &str) -> String {
    lang.t(match id {
        "R1" => "rule-r1",
        "R2" => "rule-r2",
        "R3" => "rule-r3",
        "R4" => "rule-r4",
        "R5" => "rule-r5",
        "R6" => "rule-r6",
        "R7" => "rule-r7",
        "R8" => "rule-r8",
        "R9" => "rule-r9",
        "R10" => "rule-r10",
        "R11" => "rule-r11",
        "R12" => "rule-r12",
        "R13" => "rule-r13",
        "R14" => "rule-r14",
        "R15" => "rule-r15",
        "R16" => "rule-r16",
        "R17" => "rule-r17",
        _ => "rule-other",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_rule_and_reason_is_worded() {
        for &lang in Lang::ALL {
            assert!(
                State::ALL
                    .iter()
                    .all(|&one| !state(lang, one).starts_with('[') && !meaning(lang, one).starts_with('['))
            );
            assert!((1..=17).all(|n| rule(lang, &format!("R{n}")) != lang.t("rule-other")));
            assert!(reason(lang, "struck_by_lightning").contains("struck_by_lightning"));
        }
    }
}

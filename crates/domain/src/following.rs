//! Following what becomes of one's ideas: where each is, and which moved since one was told.

use crate::id::IdeaId;
use serde::{Deserialize, Serialize};

/// How often someone wants news.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rhythm {
    /// As soon as something moves, once a day at most.
    Daily,
    /// Once a week at most.
    Weekly,
}

impl Rhythm {
    /// The least time between two letters, in milliseconds.
    pub fn period(self) -> i64 {
        const DAY: i64 = 86_400_000;
        match self {
            Self::Daily => DAY,
            Self::Weekly => 7 * DAY,
        }
    }
}

/// Where an idea is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    /// Which.
    pub idea: IdeaId,
    /// In the words of its author.
    pub text: String,
    /// The label of its theme, if it has one.
    pub theme: Option<String>,
    /// The text of the proposition that it backs, if it backs one.
    pub proposition: Option<String>,
}

/// The ideas that are elsewhere than `before` said, as they are now. One that is new and has no place yet is no news.
pub fn moved(before: &[Spot], now: Vec<Spot>) -> Vec<Spot> {
    let place = |spot: &Spot| (spot.theme.clone(), spot.proposition.clone());
    let was = |spot: &Spot| before.iter().find(|other| other.idea == spot.idea).map_or((None, None), place);
    now.into_iter().filter(|spot| place(spot) != was(spot)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spot(idea: &str, theme: &str, proposition: &str) -> Spot {
        let told = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        Spot { idea: IdeaId::new(idea), text: idea.into(), theme: told(theme), proposition: told(proposition) }
    }

    #[test]
    fn what_is_elsewhere_is_news() {
        let before = [spot("1.1", "fibre", ""), spot("1.2", "poste", "rouvrir")];
        let now = vec![
            spot("1.1", "fibre", "raccorder"),
            spot("1.2", "poste", "rouvrir"),
            spot("1.3", "", ""),
            spot("1.4", "école", ""),
        ];
        let news: Vec<String> = moved(&before, now).into_iter().map(|spot| spot.text).collect();
        assert_eq!(news, ["1.1", "1.4"]);
        assert_eq!(moved(&before, vec![spot("1.2", "", "")]).len(), 1, "one that fell out is news too");
    }
}

//! What may be said of an idea.

use crate::UnknownCode;
use crate::analysis::IdeaStatus;
use crate::edits::{Gesture, Standing};
use crate::id::{IdeaId, ThemeId};
use std::fmt;
use std::str::FromStr;

/// What someone says of an idea: its theme, or that it is in none and why.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Code {
    /// It belongs to this theme.
    Theme(ThemeId),
    /// No theme fits.
    ToSort,
    /// It is away from the subject.
    OffTopic,
    /// It says nothing.
    Empty,
}

impl Code {
    /// What a place on the bench says.
    pub fn of(stands: &Standing) -> Self {
        Self::from_parts(stands.theme.as_ref(), stands.status)
    }

    pub(super) fn from_parts(theme: Option<&ThemeId>, status: IdeaStatus) -> Self {
        match (theme, status) {
            (Some(theme), _) => Self::Theme(theme.clone()),
            (None, IdeaStatus::OffTopic) => Self::OffTopic,
            (None, IdeaStatus::Empty) => Self::Empty,
            (None, IdeaStatus::ToSort | IdeaStatus::Classed) => Self::ToSort,
        }
    }

    /// The gesture that puts an idea where it says; the idea is kept where it stands when that is there.
    pub fn gesture(&self, idea: &IdeaId, stands: &Standing) -> Gesture {
        let ideas = vec![idea.clone()];
        match self {
            _ if *self == Self::of(stands) => Gesture::Accept { ideas },
            Self::Theme(to) => Gesture::Move { ideas, to: to.clone(), proposed: false },
            Self::ToSort => Gesture::ToSort { ideas },
            Self::OffTopic => Gesture::OffTopic { ideas },
            Self::Empty => Gesture::Empty { ideas },
        }
    }

    /// The identifier of the theme, or a code that is none.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Theme(id) => id.as_str(),
            Self::ToSort => IdeaStatus::ToSort.as_str(),
            Self::OffTopic => IdeaStatus::OffTopic.as_str(),
            Self::Empty => IdeaStatus::Empty.as_str(),
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Code {
    type Err = UnknownCode;

    fn from_str(code: &str) -> Result<Self, UnknownCode> {
        if let Some(number) = code.strip_prefix('t').filter(|rest| !rest.is_empty())
            && number.bytes().all(|byte| byte.is_ascii_digit())
        {
            return Ok(Self::Theme(ThemeId::new(code)));
        }
        match code.parse()? {
            IdeaStatus::Classed => Err(UnknownCode { list: "Code", code: code.to_owned() }),
            status => Ok(Self::from_parts(None, status)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edits::BY_HAND;

    #[test]
    fn codes_are_read_back() {
        for code in [Code::Theme(ThemeId::numbered(7)), Code::ToSort, Code::OffTopic, Code::Empty] {
            assert_eq!(code.as_str().parse(), Ok(code));
        }
        for wrong in ["classed", "t", "t1x", "", "q1"] {
            assert!(wrong.parse::<Code>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_is_said_is_a_gesture() {
        let idea = IdeaId::new("1.1");
        let theme = ThemeId::numbered(2);
        let stands = Standing { status: IdeaStatus::OffTopic, reason: BY_HAND.into(), ..Standing::default() };
        let ideas = || vec![idea.clone()];
        assert_eq!(Code::OffTopic.gesture(&idea, &stands), Gesture::Accept { ideas: ideas() });
        assert_eq!(Code::Empty.gesture(&idea, &stands), Gesture::Empty { ideas: ideas() });
        let moved = Gesture::Move { ideas: ideas(), to: theme.clone(), proposed: false };
        assert_eq!(Code::Theme(theme).gesture(&idea, &stands), moved);
    }
}

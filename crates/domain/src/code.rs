//! The short codes under which closed lists are written in files, URLs and the database.

use crate::analysis::{IdeaStatus, Kind, Place, Rank};
use crate::attachment::AttachmentKind;
use crate::contribution::Channel;
use crate::edition::{Lang, PhaseKind};
use crate::follow_up::{Manner, RecipientKind, Reply};
use crate::following::Rhythm;
use crate::job::JobOutcome;
use crate::ledger::State;
use crate::people::{MandateKind, Means, Role};
use crate::signers::Assent;
use crate::territory::TerritoryKind;

/// A code that belongs to no item of the list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("« {code} » is not a code of {list}")]
pub struct UnknownCode {
    /// The list that was asked, such as `"Channel"`.
    pub list: &'static str,
    /// What was given.
    pub code: String,
}

macro_rules! codes {
    ($($list:ident { $($item:ident = $code:literal),+ $(,)? })+) => {$(
        impl $list {
            /// Every item, in display order.
            pub const ALL: &[Self] = &[$(Self::$item),+];

            /// Its code, the same as in JSON.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$item => $code),+ }
            }
        }

        impl std::fmt::Display for $list {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $list {
            type Err = UnknownCode;

            fn from_str(code: &str) -> Result<Self, UnknownCode> {
                match code {
                    $($code => Ok(Self::$item),)+
                    _ => Err(UnknownCode { list: stringify!($list), code: code.to_owned() }),
                }
            }
        }

        #[cfg(test)]
        impl Coded for $list {
            const ITEMS: &[Self] = Self::ALL;
        }
    )+};
}

codes! {
    Assent { Waiting = "waiting", Named = "named", Unnamed = "unnamed", Refused = "refused" }
    AttachmentKind {
        Pdf = "pdf", Odt = "odt", Docx = "docx", Jpeg = "jpeg", Png = "png", Webp = "webp",
    }
    Channel {
        Online = "online", Paper = "paper", Phone = "phone", Workshop = "workshop",
        Interview = "interview", Room = "room", Import = "import",
    }
    JobOutcome { Done = "done", Failed = "failed", Interrupted = "interrupted" }
    Lang { Fr = "fr", En = "en" }
    Manner { Hand = "hand", Post = "post", Email = "email" }
    PhaseKind {
        Preparation = "preparation", Collection = "collection", Classification = "classification",
        Congress = "congress", Presentation = "presentation", FollowUp = "follow_up",
    }
    State {
        Classed = "classed", ToSort = "to_sort", OffTopic = "off_topic", Empty = "empty", Broken = "broken",
    }
    IdeaStatus { Classed = "classed", ToSort = "to_sort", OffTopic = "off_topic", Empty = "empty" }
    Kind {
        Proposal = "proposal", Problem = "problem", Cause = "cause", Experience = "experience",
        Question = "question", Support = "support", Opposition = "opposition", Statement = "statement",
    }
    Place { Typical = "typical", Marginal = "marginal", Bridging = "bridging", Ordinary = "ordinary" }
    TerritoryKind {
        Commune = "commune", Epci = "epci", Department = "department", Region = "region",
        Collectivity = "collectivity",
    }
    Rank { Main = "main", Minority = "minority", WeakSignal = "weak_signal" }
    RecipientKind {
        President = "president", Government = "government", Ministry = "ministry", Group = "group",
        Candidate = "candidate", Press = "press", Other = "other",
    }
    Reply {
        Received = "received", Replied = "replied", Committed = "committed", Partly = "partly", Refused = "refused",
        Withdrawn = "withdrawn",
    }
    Rhythm { Daily = "daily", Weekly = "weekly" }
    Role {
        Contributor = "contributor", Mediator = "mediator", Moderator = "moderator",
        KnowledgeEngineer = "knowledge_engineer", Facilitator = "facilitator", Drafter = "drafter",
        Spokesperson = "spokesperson", Juror = "juror", Administrator = "administrator",
    }
    Means { Link = "link", Code = "code", Passkey = "passkey", Federation = "federation" }
    MandateKind {
        Mayor = "mayor", DeputyMayor = "deputy_mayor", MunicipalCouncillor = "municipal_councillor",
        IntermunicipalPresident = "intermunicipal_president",
        IntermunicipalVicePresident = "intermunicipal_vice_president",
        IntermunicipalCouncillor = "intermunicipal_councillor",
        DepartmentPresident = "department_president", DepartmentVicePresident = "department_vice_president",
        DepartmentCouncillor = "department_councillor",
        RegionPresident = "region_president", RegionVicePresident = "region_vice_president",
        RegionCouncillor = "region_councillor",
        Parliamentarian = "parliamentarian", Officer = "officer",
    }
}

#[cfg(test)]
trait Coded: Copy + Sized + 'static {
    const ITEMS: &[Self];
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt::{Debug, Display};
    use std::str::FromStr;

    fn agrees_with_json<T>()
    where
        T: Coded + Display + Debug + PartialEq + serde::Serialize + FromStr<Err = UnknownCode>,
    {
        for item in T::ITEMS {
            assert_eq!(serde_json::to_string(item).unwrap(), format!("\"{item}\""));
            assert_eq!(T::from_str(&item.to_string()).unwrap(), *item);
        }
    }

    #[test]
    fn codes_are_those_of_json() {
        agrees_with_json::<AttachmentKind>();
        agrees_with_json::<Channel>();
        agrees_with_json::<Lang>();
        agrees_with_json::<PhaseKind>();
        agrees_with_json::<State>();
        agrees_with_json::<IdeaStatus>();
        agrees_with_json::<Kind>();
        agrees_with_json::<Place>();
        agrees_with_json::<Manner>();
        agrees_with_json::<Rank>();
        agrees_with_json::<RecipientKind>();
        agrees_with_json::<Reply>();
        agrees_with_json::<TerritoryKind>();
        agrees_with_json::<Rhythm>();
        agrees_with_json::<Role>();
        agrees_with_json::<MandateKind>();
        agrees_with_json::<Means>();
    }

    #[test]
    fn an_unknown_code_names_its_list() {
        let error = "fax".parse::<Channel>().unwrap_err();
        assert_eq!(error.to_string(), "« fax » is not a code of Channel");
    }
}

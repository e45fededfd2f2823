//! What a poll's files hold, and what is wrong when they cannot be read.

use crate::error::Problem;
use crate::lang::Wording as _;
use crate::table::{Broken, list};
use arobase_domain::Lang;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Votes and statements read. Nothing depends on the order of rows, but for votes of the same person at the same time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VoteTable {
    /// By participant then statement: +1 to agree, −1 to disagree, 0 to pass. The last vote of each person on each statement.
    pub votes: BTreeMap<(String, String), i8>,
    /// The statements of the file of comments; empty without one.
    pub statements: BTreeMap<String, StatementRow>,
    /// What was found or decided while reading, worth telling the person who asked.
    pub notices: Vec<VoteNotice>,
}

/// A statement that people vote on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StatementRow {
    /// What it says.
    pub text: String,
    /// Moderation set it aside.
    pub aside: bool,
    /// It is about the participants themselves (Polis' `is-meta`).
    pub meta: bool,
}

/// The number that means « agree » in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgreeSign {
    /// Agree is 1, as in the exports of Polis and in our own.
    Plus,
    /// Agree is −1, as in Polis' database and interface of programming.
    Minus,
}

impl AgreeSign {
    /// `1` or `-1`, as one types it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Plus => "1",
            Self::Minus => "-1",
        }
    }

    /// The other one.
    #[must_use]
    pub fn opposite(self) -> Self {
        match self {
            Self::Plus => Self::Minus,
            Self::Minus => Self::Plus,
        }
    }
}

/// The part that a column of votes or comments plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Who votes.
    Participant,
    /// What on.
    Statement,
    /// The vote.
    Vote,
    /// When.
    Date,
    /// What a statement says.
    Text,
    /// Votes for, as counted by the source.
    Agrees,
    /// Votes against, as counted by the source.
    Disagrees,
    /// Whether moderation let it through.
    Moderated,
    /// Whether it is about the participants.
    Meta,
}

impl Part {
    fn noun(self, lang: Lang) -> &'static str {
        match self {
            Self::Participant => lang.pick("le participant", "the participant"),
            Self::Statement => lang.pick("l’affirmation", "the statement"),
            Self::Vote => lang.pick("le vote", "the vote"),
            Self::Date => lang.pick("la date", "the date"),
            Self::Text => lang.pick("le texte", "the text"),
            Self::Agrees => lang.pick("le nombre d’accords", "the number of agreements"),
            Self::Disagrees => lang.pick("le nombre de désaccords", "the number of disagreements"),
            Self::Moderated => lang.pick("la modération", "the moderation"),
            Self::Meta => lang.pick("la marque «\u{a0}is-meta\u{a0}»", "the mark “is-meta”"),
        }
    }
}

/// Something found or decided while reading votes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VoteNotice {
    /// Which number means agree, found by comparing with the counts of the comments.
    Detected(AgreeSign),
    /// The number asked for is not the one that the counts of the comments show.
    Contrary(AgreeSign),
    /// Votes that the same person changed later.
    Changed {
        /// How many.
        votes: usize,
        /// Without a date that can be read, the order of rows told which is the last.
        undated: bool,
    },
    /// Statements without any vote.
    Unvoted(usize),
}

impl VoteNotice {
    /// The notice as one sentence.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::Detected(sign) => lang.pick(
                format!("Dans ce fichier, {} veut dire «\u{a0}d’accord\u{a0}»\u{a0}: les décomptes des affirmations le montrent.", sign.as_str()),
                format!("In this file, {} means “agree”: the counts of the statements show it.", sign.as_str()),
            ),
            Self::Contrary(sign) => lang.pick(
                format!("Attention\u{a0}: les décomptes des affirmations montrent que «\u{a0}d’accord\u{a0}» y est {}, contre --agree.", sign.as_str()),
                format!("Beware: the counts of the statements show that “agree” is {} there, against --agree.", sign.as_str()),
            ),
            Self::Changed { votes, undated } => {
                let fr = if *undated { " d’après l’ordre des lignes" } else { "" };
                let en = if *undated { ", by the order of rows" } else { "" };
                lang.pick(
                    format!("Votes répétés ou changés\u{a0}: {votes}\u{a0}; seul le dernier compte{fr}."),
                    format!("Votes repeated or changed: {votes}; only the last counts{en}."),
                )
            }
            Self::Unvoted(count) => lang.pick(
                format!("Affirmations sans aucun vote\u{a0}: {count}."),
                format!("Statements without any vote: {count}."),
            ),
        }
    }
}

/// A file of votes or of comments that could not be read.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message(Lang::En))]
pub struct VoteError {
    /// The file, as it was named.
    pub path: PathBuf,
    /// What is wrong with it.
    #[source]
    pub problem: VoteProblem,
}

/// What is wrong with it.
#[derive(Debug, thiserror::Error)]
pub enum VoteProblem {
    /// The file itself.
    #[error(transparent)]
    File(#[from] Problem),
    /// A row that cannot be read; each vote counts, so that none may be dropped.
    #[error("broken row")]
    Row(Box<Broken>),
    /// A column that is needed is not there.
    #[error("missing column")]
    MissingColumn {
        /// What it would hold.
        part: Part,
        /// The name to give it.
        name: &'static str,
        /// The columns there are.
        found: Vec<String>,
    },
    /// A cell that must hold something.
    #[error("blank cell")]
    Blank {
        /// Its row.
        line: u64,
        /// What it should hold.
        part: Part,
    },
    /// A vote, a moderation or a mark that is none.
    #[error("unknown value")]
    UnknownValue {
        /// Its row.
        line: u64,
        /// What it should be.
        part: Part,
        /// What it is.
        value: String,
    },
    /// A vote on a statement that the comments do not have.
    #[error("unknown statement")]
    UnknownStatement {
        /// Row of the vote.
        line: u64,
        /// The statement.
        statement: String,
        /// Name of the file of comments.
        comments: String,
    },
    /// Two statements with the same identifier.
    #[error("repeated statement")]
    RepeatedStatement {
        /// Row of the second.
        line: u64,
        /// The identifier.
        statement: String,
    },
    /// Nothing tells which number means agree.
    #[error("sign unknown")]
    Sign,
    /// Not one vote.
    #[error("no vote")]
    NoVote,
}

impl VoteError {
    /// What is wrong, where, and what to do about it.
    pub fn message(&self, lang: Lang) -> String {
        match &self.problem {
            VoteProblem::Row(broken) => broken.message(lang),
            problem => {
                format!("{}{} {}", self.path.display(), lang.colon(), lang.pick(problem.french(), problem.english()))
            }
        }
    }
}

impl VoteProblem {
    fn french(&self) -> String {
        let quote = |text: &str| Lang::Fr.quote(text);
        match self {
            Self::File(Problem::HeaderOnly { .. }) | Self::NoVote => "aucun vote. Il en faut un par ligne.".to_owned(),
            Self::File(problem) => problem.told(Lang::Fr),
            Self::Row(broken) => broken.message(Lang::Fr),
            Self::MissingColumn { part, name, found } => format!(
                "aucun nom de colonne n’annonce {}. Colonnes lues\u{a0}: {}. Nommez-en une {}.",
                part.noun(Lang::Fr), list(found), quote(name)
            ),
            Self::Blank { line, part } => format!("ligne {line}, {} manque. Complétez la cellule.", part.noun(Lang::Fr)),
            Self::UnknownValue { line, part, value } => {
                format!("ligne {line}, {} ne peut pas être {}. {}", part.noun(Lang::Fr), quote(value), part.remedy(Lang::Fr))
            }
            Self::UnknownStatement { line, statement, comments } => format!(
                "ligne {line}, l’affirmation {} n’est pas dans {comments}. Vérifiez que les deux fichiers vont ensemble.",
                quote(statement)
            ),
            Self::RepeatedStatement { line, statement } => {
                format!("ligne {line}, l’affirmation {} est déjà plus haut. Gardez-en une.", quote(statement))
            }
            Self::Sign => "rien ne dit si «\u{a0}d’accord\u{a0}» est 1 ou -1\u{a0}: les exports de Polis ont 1, sa base de données -1. \
                 Ajoutez --comments avec les décomptes, ou --agree 1, ou --agree=-1.".to_owned(),
        }
    }

    fn english(&self) -> String {
        let quote = |text: &str| Lang::En.quote(text);
        match self {
            Self::File(Problem::HeaderOnly { .. }) | Self::NoVote => "no vote. One is needed on each row.".to_owned(),
            Self::File(problem) => problem.told(Lang::En),
            Self::Row(broken) => broken.message(Lang::En),
            Self::MissingColumn { part, name, found } => format!(
                "no column name announces {}. Columns read: {}. Name one {}.",
                part.noun(Lang::En),
                list(found),
                quote(name)
            ),
            Self::Blank { line, part } => format!("row {line}, {} is missing. Fill in the cell.", part.noun(Lang::En)),
            Self::UnknownValue { line, part, value } => {
                format!("row {line}, {} cannot be {}. {}", part.noun(Lang::En), quote(value), part.remedy(Lang::En))
            }
            Self::UnknownStatement { line, statement, comments } => format!(
                "row {line}, the statement {} is not in {comments}. Check that the two files belong together.",
                quote(statement)
            ),
            Self::RepeatedStatement { line, statement } => {
                format!("row {line}, the statement {} is above already. Keep one.", quote(statement))
            }
            Self::Sign => "nothing says whether “agree” is 1 or -1: the exports of Polis have 1, its database -1. \
                 Add --comments with the counts, or --agree 1, or --agree=-1."
                .to_owned(),
        }
    }
}

impl Part {
    /// What may stand in a cell.
    fn remedy(self, lang: Lang) -> &'static str {
        match self {
            Self::Vote => lang.pick(
                "Écrivez 1, 0 ou -1, ou d’accord, passe, pas d’accord.",
                "Write 1, 0 or -1, or agree, pass, disagree.",
            ),
            Self::Moderated => lang.pick(
                "Écrivez 1 (acceptée), 0 (non modérée) ou -1 (écartée).",
                "Write 1 (accepted), 0 (not moderated) or -1 (set aside).",
            ),
            Self::Meta => lang.pick("Écrivez true ou false.", "Write true or false."),
            _ => lang.pick("Écrivez un nombre entier.", "Write a whole number."),
        }
    }
}

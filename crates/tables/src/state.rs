//! What a later run needs of this one beside the tables (`state.json`), and the gestures that people write (`edits.jsonl`).

use crate::import::{self, RunError};
use crate::lang::Wording as _;
use arobase_domain::Lang;
use arobase_domain::edits::{Edit, Refusal, State};
use std::fs;
use std::path::{Path, PathBuf};

/// Name of the file of the state.
pub const STATE: &str = "state.json";

/// The state as a file; its ideas are in `ideas.csv`.
pub fn written(state: &State) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(state).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// The state in a directory of results, without its ideas.
pub fn read(directory: &Path) -> Result<State, RunError> {
    import::json(directory, STATE)
}

/// A line of gestures that cannot be made; nothing was written.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message(Lang::En))]
pub struct EditError {
    /// The file.
    pub path: PathBuf,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    #[source]
    pub problem: EditProblem,
}

/// What is wrong with a gesture.
#[derive(Debug, thiserror::Error)]
pub enum EditProblem {
    /// The file cannot be read.
    #[error("{0}")]
    File(std::io::Error),
    /// The line is no gesture.
    #[error("{0}")]
    Malformed(serde_json::Error),
    /// The gesture cannot be made.
    #[error(transparent)]
    Refused(Refusal),
}

/// The gestures of a file, with their lines. Empty lines are passed over.
pub fn edits(path: &Path) -> Result<Vec<(usize, Edit)>, EditError> {
    let error = |line, problem| EditError { path: path.to_owned(), line, problem };
    let content = fs::read_to_string(path).map_err(|problem| error(0, EditProblem::File(problem)))?;
    let lines = content.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let read = |(at, line): (usize, &str)| match serde_json::from_str(line.trim_start_matches('\u{feff}')) {
        Ok(edit) => Ok((at + 1, edit)),
        Err(problem) => Err(error(at + 1, EditProblem::Malformed(problem))),
    };
    lines.map(read).collect()
}

impl EditError {
    /// What is wrong, where, and what to do about it.
    pub fn message(&self, lang: Lang) -> String {
        let (path, line, colon) = (self.path.display(), self.line, lang.colon());
        let problem = match &self.problem {
            EditProblem::File(error) => {
                let why = lang.pick("ce fichier ne se lit pas", "this file cannot be read");
                return format!("{path}{colon} {why} ({error}).");
            }
            EditProblem::Malformed(error) => lang.pick(
                format!("ce n’est pas un geste ({error}). Un geste par ligne, par exemple {EXAMPLE}"),
                format!("this is no gesture ({error}). One gesture a line, for instance {EXAMPLE}"),
            ),
            EditProblem::Refused(refusal) => refused(refusal, lang),
        };
        let nothing = lang.pick("Rien n’a été écrit.", "Nothing was written.");
        format!("{path}, {}{colon} {problem} {nothing}", lang.pick(format!("ligne {line}"), format!("line {line}")))
    }
}

const EXAMPLE: &str = r#"{"edit":"rename","theme":"t03","label":"Accueil"}."#;

/// Why a gesture was refused, in a sentence that begins in lower case.
pub fn refused(refusal: &Refusal, lang: Lang) -> String {
    match refusal {
        Refusal::NoTheme(id) => lang.pick(
            format!("le thème {id} n’existe pas. Voyez themes.csv du passage de départ."),
            format!("there is no theme {id}. See themes.csv of the run you start from."),
        ),
        Refusal::NoIdea(id) => lang.pick(
            format!("l’idée {id} n’existe pas. Voyez ideas.csv du passage de départ."),
            format!("there is no idea {id}. See ideas.csv of the run you start from."),
        ),
        Refusal::Locked(id) => lang.pick(
            format!("le thème {id} est verrouillé. Déverrouillez-le d’abord (unlock)."),
            format!("theme {id} is locked. Unlock it first (unlock)."),
        ),
        Refusal::FewThemes => {
            lang.pick("une réunion demande au moins deux thèmes.".into(), "a merger takes two themes at least.".into())
        }
        Refusal::Whole(id, parts) => lang.pick(
            format!("le thème {id} ne se divise pas en {parts}. Essayez moins de parts, ou donnez les idées (into)."),
            format!("theme {id} does not split into {parts}. Try fewer parts, or tell the ideas (into)."),
        ),
        Refusal::NoPart(id) => lang.pick(
            format!("une part de l’idée {id} serait sans mots. Coupez-la entre deux mots."),
            format!("a part of idea {id} would have no words. Cut it between two words."),
        ),
        Refusal::NoMask(id) => lang.pick(
            format!("ces mots ne sont pas masqués dans la contribution de l’idée {id}."),
            format!("these words are not masked in the contribution of idea {id}."),
        ),
        Refusal::NoIdeas => lang.pick(
            "aucune idée n’est donnée. Ajoutez ideas (ou parts pour une division).".into(),
            "no idea is told. Add ideas (or parts for a split).".into(),
        ),
        Refusal::Elsewhere(idea, theme) => lang.pick(
            format!("l’idée {idea} n’est pas dans le thème {theme}. Déplacez-la (move) au lieu de la diviser."),
            format!("idea {idea} is not in theme {theme}. Move it instead of splitting."),
        ),
        Refusal::NoLabel => lang
            .pick("le libellé est vide. Donnez un nom au thème.".into(), "the label is empty. Name the theme.".into()),
        Refusal::NoQuestion(id) => {
            lang.pick(format!("la question {id} n’existe pas."), format!("there is no question {id}."))
        }
        Refusal::NoProposition(id) => {
            lang.pick(format!("la proposition {id} n’existe pas."), format!("there is no proposition {id}."))
        }
        Refusal::NoNote(id) => lang.pick(format!("la note {id} n’existe pas."), format!("there is no note {id}.")),
        Refusal::Nothing(id) => lang.pick(format!("rien ne s’appelle « {id} »."), format!("nothing is called “{id}”.")),
        Refusal::NoQuery(words) => lang.pick(
            format!("la recherche «\u{a0}{words}\u{a0}» n’est pas gardée."),
            format!("the search “{words}” is not kept."),
        ),
        Refusal::OtherQuestion(one, other) => lang.pick(
            format!("les thèmes {one} et {other} ne sont pas sous la même question. Déplacez d’abord l’un d’eux."),
            format!("themes {one} and {other} are not under the same question. Move one of them first."),
        ),
        Refusal::FewPropositions => lang.pick(
            "ce geste demande deux propositions différentes.".into(),
            "this gesture takes two different propositions.".into(),
        ),
        Refusal::NoSource(id) => lang.pick(
            format!("la proposition {id} ne viendrait plus d’aucune idée. Écartez-la plutôt, avec la raison."),
            format!("proposition {id} would come from no idea. Set it aside instead, with the reason."),
        ),
        Refusal::NoWording => lang.pick("il n’y a rien d’écrit.".into(), "nothing is written.".into()),
        Refusal::NoReason => lang.pick("la raison manque.".into(), "the reason is missing.".into()),
    }
}

//! Why an endpoint gave nothing of use, and how to go on.

use arobase_domain::Lang;
use std::io;
use std::path::PathBuf;
use std::time::Duration;

/// An endpoint that gave nothing of use; nothing was written.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message(Lang::En))]
pub(crate) struct RemoteError {
    /// The address asked.
    pub url: String,
    /// What is wrong.
    #[source]
    pub problem: Problem,
    /// Vectors that need not be asked again, and where they are.
    pub kept: Option<(usize, PathBuf)>,
}

/// What is wrong with an answer, or in place of one.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Problem {
    /// No connection: refused, cut, no such host, no trust.
    #[error("unreachable: {0}")]
    Unreachable(String),
    /// No whole answer in that time.
    #[error("no answer in {} s", .0.as_secs())]
    Slow(Duration),
    /// An answer, which is a refusal.
    #[error("status {status}: {said}")]
    Refused {
        /// HTTP status.
        status: u16,
        /// What the server said of it, cut, without the key.
        said: String,
        /// Seconds after which it asks to be asked again.
        after: Option<Duration>,
    },
    /// A redirect, not followed: texts go where they were said to go.
    #[error("redirects to {0}")]
    Elsewhere(String),
    /// Not JSON, or not the JSON that was asked.
    #[error("not the JSON expected: {0}")]
    Unreadable(String),
    /// More or fewer vectors than texts.
    #[error("{given} vectors for {asked} texts")]
    Count {
        /// Texts sent.
        asked: usize,
        /// Vectors received.
        given: usize,
    },
    /// Vectors of two lengths.
    #[error("vectors of {given} numbers instead of {expected}")]
    Dimensions {
        /// That of the vectors before.
        expected: usize,
        /// That of this one.
        given: usize,
    },
    /// A number that is none, or a vector without length.
    #[error("a vector that is none")]
    NoVector,
    /// The vectors kept are those of another encoder.
    #[error("another encoder than that of the vectors kept")]
    Changed,
    /// The vectors could not be kept.
    #[error("cache: {0}")]
    Cache(#[from] io::Error),
}

impl Problem {
    /// Whether asking again the same thing later may help.
    pub(super) fn passes(&self) -> bool {
        match self {
            Self::Unreachable(_) | Self::Slow(_) | Self::Unreadable(_) => true,
            Self::Refused { status, .. } => matches!(status, 408 | 425 | 429 | 500..),
            _ => false,
        }
    }

    /// Whether asking for less may help: too many texts, or too long a one.
    pub(super) fn too_much(&self) -> bool {
        matches!(self, Self::Refused { status: 400 | 413 | 422, .. })
    }

    fn french(&self) -> String {
        match self {
            Self::Unreachable(why) => format!("le service ne répond pas ({why}). Est-il démarré, à cette adresse ?"),
            Self::Slow(limit) => {
                format!("aucune réponse complète en {} s. Donnez plus de temps avec --timeout.", limit.as_secs())
            }
            Self::Refused { status: status @ (401 | 403), .. } => format!(
                "le service refuse la clé ({status}). Donnez-la dans une variable d’environnement, que nomme --encoder-key-env ou --suggest-key-env."
            ),
            Self::Refused { status, said, .. } => {
                format!("le service refuse ({status}{}). Vérifiez l’adresse et le nom du modèle.", after(said))
            }
            Self::Elsewhere(to) => format!(
                "le service renvoie vers {to}. Les textes ne vont que là où c’est annoncé : donnez cette adresse-là si elle convient."
            ),
            Self::Unreadable(why) => format!("la réponse n’est pas celle d’un service compatible OpenAI ({why})."),
            Self::Count { asked, given } => format!("{given} vecteurs reçus pour {asked} textes."),
            Self::Dimensions { expected, given } => {
                format!("un vecteur de {given} nombres après d’autres de {expected} : ce n’est pas le même encodeur.")
            }
            Self::NoVector => "un vecteur reçu n’en est pas un (nul, infini ou absent).".to_owned(),
            Self::Changed => "le service ne rend plus les vecteurs gardés : le modèle a changé. Supprimez le dossier des vecteurs, ou donnez-en un autre à --cache.".to_owned(),
            Self::Cache(error) => format!("les vecteurs ne peuvent être gardés ({error}). Donnez un autre dossier à --cache."),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Unreachable(why) => format!("no answer from the service ({why}). Is it started, at this address?"),
            Self::Slow(limit) => format!("no whole answer in {} s. Give it more time with --timeout.", limit.as_secs()),
            Self::Refused { status: status @ (401 | 403), .. } => format!(
                "the service refuses the key ({status}). Give it in an environment variable, named by --encoder-key-env or --suggest-key-env."
            ),
            Self::Refused { status, said, .. } => {
                format!("the service refuses ({status}{}). Check the address and the name of the model.", after(said))
            }
            Self::Elsewhere(to) => format!(
                "the service redirects to {to}. Texts only go where they are said to go: give that address if it will do."
            ),
            Self::Unreadable(why) => format!("this is not the answer of an OpenAI-compatible service ({why})."),
            Self::Count { asked, given } => format!("{given} vectors received for {asked} texts."),
            Self::Dimensions { expected, given } => {
                format!("a vector of {given} numbers after others of {expected}: this is not the same encoder.")
            }
            Self::NoVector => "a vector received is none (zero, infinite or absent).".to_owned(),
            Self::Changed => "the service no longer gives the vectors that were kept: the model has changed. Delete the folder of vectors, or give another to --cache.".to_owned(),
            Self::Cache(error) => format!("vectors cannot be kept ({error}). Give another folder to --cache."),
        }
    }
}

impl RemoteError {
    /// What is wrong, that nothing was written, and what need not be done again.
    pub(crate) fn message(&self, lang: Lang) -> String {
        let kept = self.kept.as_ref().map(|(count, folder)| (count, folder.display()));
        match lang {
            Lang::Fr => {
                let kept = kept.map(|(count, folder)| {
                    format!(" Les vecteurs déjà reçus sont gardés ({count}, dans {folder}) : la même commande reprendra à la suite.")
                });
                let problem = self.problem.french();
                typed(&format!("{} : {problem} Rien n’a été écrit.{}", self.url, kept.unwrap_or_default()))
            }
            Lang::En => {
                let kept = kept.map(|(count, folder)| {
                    format!(" Vectors already received are kept ({count}, in {folder}): the same command will go on from there.")
                });
                let problem = self.problem.english();
                format!("{}: {problem} Nothing was written.{}", self.url, kept.unwrap_or_default())
            }
        }
    }
}

impl RemoteError {
    /// The same for suggestions, without which the result stands.
    pub(crate) fn stopped(&self, lang: Lang) -> String {
        match lang {
            Lang::Fr => typed(&format!(
                "{} : {} Le résultat est complet, sans la suite des suggestions.",
                self.url,
                self.problem.french()
            )),
            Lang::En => {
                format!("{}: {} The result is whole, without further suggestions.", self.url, self.problem.english())
            }
        }
    }
}

/// No-break spaces before the marks that are apart in French.
fn typed(text: &str) -> String {
    text.replace(" : ", "\u{a0}: ").replace(" ?", "\u{202f}?")
}

fn after(said: &str) -> String {
    if said.is_empty() { String::new() } else { format!(", « {said} »") }
}

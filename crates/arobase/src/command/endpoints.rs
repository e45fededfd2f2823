//! Services of one's own choice, off unless named: the options, and what is told before anything leaves the machine.

use crate::remote::{Address, Chat, Patience, RemoteEncoder, RemoteError, usual_folder};
use arobase_domain::Lang;
use std::path::PathBuf;
use std::time::Duration;

/// Off unless named.
#[derive(Debug, clap::Args)]
pub(super) struct Endpoints {
    /// OpenAI-compatible service that encodes the texts, such as http://localhost:11434/v1; it receives them, the personal data found in them masked [default: none, nothing leaves this machine]
    #[arg(long, value_name = "URL", env = "AROBASE_ENCODER_URL", hide_env_values = true, requires = "encoder_model")]
    encoder_url: Option<Address>,
    /// Its model
    #[arg(long, value_name = "NAME", env = "AROBASE_ENCODER_MODEL", hide_env_values = true)]
    encoder_model: Option<String>,
    /// Environment variable that holds its key [default: AROBASE_ENCODER_KEY]
    #[arg(long, value_name = "VARIABLE")]
    encoder_key_env: Option<String>,
    /// Folder of the vectors received, kept so that they are not asked again [default: that of the system]
    #[arg(long, value_name = "DIR", env = "AROBASE_CACHE", hide_env_values = true)]
    cache: Option<PathBuf>,
    /// OpenAI-compatible service that suggests labels, wordings and paragraphs once the result is there, verified and kept apart; it receives texts, the personal data found in them masked [default: none]
    #[arg(long, value_name = "URL", env = "AROBASE_SUGGEST_URL", hide_env_values = true, requires = "suggest_model")]
    suggest_url: Option<Address>,
    /// Its language model
    #[arg(long, value_name = "NAME", env = "AROBASE_SUGGEST_MODEL", hide_env_values = true)]
    suggest_model: Option<String>,
    /// Environment variable that holds the key of that service [default: AROBASE_SUGGEST_KEY]
    #[arg(long, value_name = "VARIABLE")]
    suggest_key_env: Option<String>,
    /// Seconds to wait for each answer of a service [default: 120]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=86400))]
    timeout: Option<u64>,
}

/// Options that do not hold together.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unusable {
    /// A variable was named, and holds nothing.
    #[error("{0} is not set")]
    NoKey(String),
    /// The system says no folder for what can be made again.
    #[error("no cache folder")]
    NoCache,
    /// The vectors kept cannot be read.
    #[error(transparent)]
    Remote(#[from] RemoteError),
}

impl Endpoints {
    /// The encoder asked for, if one is.
    pub(super) fn encoder(&self) -> Result<Option<RemoteEncoder>, Unusable> {
        let (Some(address), Some(model)) = (&self.encoder_url, &self.encoder_model) else { return Ok(None) };
        let key = key(self.encoder_key_env.as_deref(), "AROBASE_ENCODER_KEY")?;
        let cache = self.cache.clone().or_else(usual_folder).ok_or(Unusable::NoCache)?;
        Ok(Some(RemoteEncoder::open(address, model, key, self.patience(), &cache)?))
    }

    /// The language model asked for, if one is.
    pub(super) fn chat(&self) -> Result<Option<Chat>, Unusable> {
        let (Some(address), Some(model)) = (&self.suggest_url, &self.suggest_model) else { return Ok(None) };
        let key = key(self.suggest_key_env.as_deref(), "AROBASE_SUGGEST_KEY")?;
        Ok(Some(Chat::new(address, model, key, self.patience())))
    }

    fn patience(&self) -> Patience {
        let usual = Patience::default();
        Patience { timeout: self.timeout.map_or(usual.timeout, Duration::from_secs), ..usual }
    }

    /// For the record of the run: who received texts.
    pub(super) fn record(&self) -> Vec<(String, String)> {
        let mut hosts: Vec<&str> = self.encoder_url.iter().chain(&self.suggest_url).map(Address::host).collect();
        hosts.dedup();
        let model = self.suggest_url.as_ref().zip(self.suggest_model.as_ref());
        let model =
            model.map(|(address, model)| ("suggest_model", format!("{model} @ {}", address.of("chat/completions"))));
        let sent = (!hosts.is_empty()).then(|| ("texts_sent_to", hosts.join(", ")));
        sent.into_iter().chain(model).map(|(name, value)| (name.to_owned(), value)).collect()
    }

    /// What is told before anything is sent.
    pub(super) fn announce(&self, lang: Lang) -> Vec<String> {
        let encoder = self.encoder_url.as_ref().zip(self.encoder_model.as_ref()).map(|(address, model)| match lang {
            Lang::Fr => format!("Les textes seront envoyés à {}, qui les encode avec {model}.", address.host()),
            Lang::En => format!("Texts will be sent to {}, which encodes them with {model}.", address.host()),
        });
        let chat = self.suggest_url.as_ref().zip(self.suggest_model.as_ref()).map(|(address, model)| match lang {
            Lang::Fr => format!("Des textes seront envoyés à {}, où {model} fera des suggestions.", address.host()),
            Lang::En => format!("Some texts will be sent to {}, where {model} will suggest.", address.host()),
        });
        let care = match lang {
            Lang::Fr => {
                "Les données personnelles reconnues sont masquées\u{a0}; d’autres peuvent rester\u{a0}: assurez-vous d’avoir le droit de les envoyer."
            }
            Lang::En => {
                "Personal data that were recognised are masked; others may remain: make sure that you may send them."
            }
        };
        let care = (encoder.is_some() || chat.is_some()).then(|| care.to_owned());
        encoder.into_iter().chain(chat).chain(care).collect()
    }
}

impl Unusable {
    pub(super) fn message(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::NoKey(name), Lang::Fr) => {
                format!("La variable d’environnement {name} devait contenir une clé, et n’existe pas ou est vide.")
            }
            (Self::NoKey(name), Lang::En) => {
                format!("The environment variable {name} was to hold a key, and is not set or empty.")
            }
            (Self::NoCache, Lang::Fr) => {
                "Le système ne dit pas où garder les vecteurs\u{a0}: donnez un dossier à --cache.".to_owned()
            }
            (Self::NoCache, Lang::En) => {
                "The system does not say where to keep vectors: give --cache a folder.".to_owned()
            }
            (Self::Remote(error), _) => error.message(lang),
        }
    }
}

/// The key held by the variable named, or by the usual one; none is fine unless one was named.
fn key(named: Option<&str>, usual: &str) -> Result<Option<String>, Unusable> {
    let held = |name: &str| std::env::var(name).ok().map(|key| key.trim().to_owned()).filter(|key| !key.is_empty());
    match named {
        Some(name) => held(name).map(Some).ok_or_else(|| Unusable::NoKey(name.to_owned())),
        None => Ok(held(usual)),
    }
}

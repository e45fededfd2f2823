//! JSON asked and received, with patience.

use super::{Address, Problem};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::io::ErrorKind;
use std::time::Duration;
use ureq::http::header::{AUTHORIZATION, LOCATION, RETRY_AFTER};
use ureq::http::{HeaderName, Response};
use ureq::{Agent, Body};

/// Bytes of an answer, at most: a batch of long vectors is some megabytes.
const LARGEST: u64 = 64 << 20;

/// Characters of a refusal that are told.
const TOLD: usize = 200;

/// How long to wait, and how often to ask again.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Patience {
    /// For a whole answer.
    pub timeout: Duration,
    /// Times a thing is asked.
    pub attempts: u32,
    /// Pause before the second time; twice as much before each one after it.
    pub pause: Duration,
    /// Longest pause that a server may ask for.
    pub longest: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            timeout: Duration::from_mins(2),
            attempts: 5,
            pause: Duration::from_millis(500),
            longest: Duration::from_mins(1),
        }
    }
}

/// One gesture of one API. The key is never shown.
pub(crate) struct Client {
    agent: Agent,
    url: String,
    key: Option<String>,
    patience: Patience,
}

impl Client {
    /// Nothing is sent yet.
    pub(crate) fn new(address: &Address, gesture: &str, key: Option<String>, patience: Patience) -> Self {
        let config = Agent::config_builder()
            .timeout_global(Some(patience.timeout))
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .user_agent(concat!("arobase/", env!("CARGO_PKG_VERSION")))
            .build();
        Self { agent: config.into(), url: address.of(gesture), key, patience }
    }

    /// The address asked.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// Asks, and asks again what may pass: no connection, slowness, too many requests, a broken server, half an answer.
    pub(crate) fn ask<T: DeserializeOwned>(&self, question: &impl Serialize) -> Result<T, Problem> {
        let mut pause = self.patience.pause;
        for _ in 1..self.patience.attempts {
            match self.once(question) {
                Err(problem) if problem.passes() => std::thread::sleep(self.wanted(&problem).unwrap_or(pause)),
                answer => return answer,
            }
            pause *= 2;
        }
        self.once(question)
    }

    fn once<T: DeserializeOwned>(&self, question: &impl Serialize) -> Result<T, Problem> {
        let request = self.agent.post(&self.url);
        let request = match &self.key {
            Some(key) => request.header(AUTHORIZATION, format!("Bearer {key}")),
            None => request,
        };
        let mut response = request.send_json(question).map_err(|error| self.problem(&error))?;
        let body = response.body_mut().with_config().limit(LARGEST).read_to_vec();
        let body = body.map_err(|error| self.problem(&error))?;
        if response.status().is_redirection() {
            return Err(Problem::Elsewhere(header(&response, &LOCATION).unwrap_or_default()));
        }
        if !response.status().is_success() {
            let after = header(&response, &RETRY_AFTER).and_then(|seconds| seconds.parse().ok());
            let said = self.said(&body);
            return Err(Problem::Refused {
                status: response.status().as_u16(),
                said,
                after: after.map(Duration::from_secs),
            });
        }
        serde_json::from_slice(&body).map_err(|error| Problem::Unreadable(error.to_string()))
    }

    /// The pause that the server asks for.
    fn wanted(&self, problem: &Problem) -> Option<Duration> {
        match problem {
            Problem::Refused { after, .. } => after.map(|pause| pause.min(self.patience.longest)),
            _ => None,
        }
    }

    fn problem(&self, error: &ureq::Error) -> Problem {
        match error {
            ureq::Error::Timeout(_) => Problem::Slow(self.patience.timeout),
            ureq::Error::Io(error) if error.kind() == ErrorKind::TimedOut => Problem::Slow(self.patience.timeout),
            ureq::Error::BodyExceedsLimit(_) => Problem::Unreadable(error.to_string()),
            error => Problem::Unreachable(error.to_string()),
        }
    }

    /// The beginning of a refusal on one line, less the key if the server repeats it.
    fn said(&self, body: &[u8]) -> String {
        let text = String::from_utf8_lossy(body);
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let line = self.key.iter().fold(line, |line, key| line.replace(key.as_str(), "…"));
        line.chars().filter(|c| !c.is_control()).take(TOLD).collect()
    }
}

fn header(response: &Response<Body>, name: &HeaderName) -> Option<String> {
    Some(response.headers().get(name)?.to_str().ok()?.to_owned())
}

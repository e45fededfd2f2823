//! Drafts as an OpenAI-compatible `/v1/chat/completions` writes them: texts, each with the ideas that it claims to rest on.

use super::{Address, Client, Patience, Problem};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// A language model at the end of a wire.
pub(crate) struct Chat {
    client: Client,
    model: String,
}

/// What the model wrote, not yet verified.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(super) struct Draft {
    pub(super) text: String,
    #[serde(default)]
    pub(super) ideas: Vec<String>,
}

#[derive(Serialize)]
struct Question<'a> {
    model: &'a str,
    temperature: u8,
    messages: [Message<'a>; 2],
    #[serde(skip_serializing_if = "Option::is_none")]
    response_format: Option<Value>,
}

#[derive(Serialize)]
struct Message<'a> {
    role: &'a str,
    content: &'a str,
}

#[derive(Deserialize)]
struct Answer {
    choices: Vec<Choice>,
}

#[derive(Deserialize)]
struct Choice {
    message: Said,
}

#[derive(Deserialize)]
struct Said {
    content: Option<String>,
}

#[derive(Deserialize)]
struct Drafts {
    suggestions: Vec<Draft>,
}

impl Chat {
    /// Nothing is sent yet.
    pub(crate) fn new(address: &Address, model: &str, key: Option<String>, patience: Patience) -> Self {
        Self { client: Client::new(address, "chat/completions", key, patience), model: model.to_owned() }
    }

    /// The address asked.
    pub(crate) fn url(&self) -> &str {
        self.client.url()
    }

    /// The model's name.
    pub(crate) fn model(&self) -> &str {
        &self.model
    }

    /// What it drafts; `None` when it answered something else than drafts.
    pub(super) fn drafts(&self, system: &str, user: &str) -> Result<Option<Vec<Draft>>, Problem> {
        let messages = || [Message { role: "system", content: system }, Message { role: "user", content: user }];
        let question =
            |response_format| Question { model: &self.model, temperature: 0, messages: messages(), response_format };
        let answer = match self.client.ask::<Answer>(&question(Some(schema()))) {
            // Servers that know no schema say so; the same is then asked in words alone.
            Err(problem) if problem.too_much() => self.client.ask(&question(None)),
            answer => answer,
        };
        let content = answer?.choices.into_iter().next().and_then(|choice| choice.message.content);
        Ok(content.as_deref().and_then(drafts))
    }
}

/// The JSON of an answer, which some models wrap in words.
fn drafts(content: &str) -> Option<Vec<Draft>> {
    let json = content.get(content.find('{')?..=content.rfind('}')?)?;
    Some(serde_json::from_str::<Drafts>(json).ok()?.suggestions)
}

fn schema() -> Value {
    let text = json!({ "type": "string" });
    let draft = json!({
        "type": "object",
        "properties": { "text": text, "ideas": { "type": "array", "items": text } },
        "required": ["text", "ideas"],
        "additionalProperties": false,
    });
    let whole = json!({
        "type": "object",
        "properties": { "suggestions": { "type": "array", "items": draft } },
        "required": ["suggestions"],
        "additionalProperties": false,
    });
    json!({ "type": "json_schema", "json_schema": { "name": "suggestions", "strict": true, "schema": whole } })
}

#[cfg(test)]
mod tests {
    use super::drafts;

    #[test]
    fn drafts_are_found_among_words() {
        let json = r#"{"suggestions":[{"text":"Former","ideas":["1.1"]},{"text":"Ouvrir"}]}"#;
        for content in [json.to_owned(), format!("Voici :\n```json\n{json}\n```")] {
            let drafts = drafts(&content).expect("drafts");
            assert_eq!((drafts.len(), drafts[0].ideas[0].as_str(), drafts[1].ideas.len()), (2, "1.1", 0));
        }
        for content in ["", "}{", "Je ne peux pas.", "{\"text\":1}"] {
            assert_eq!(drafts(content), None, "{content}");
        }
    }
}

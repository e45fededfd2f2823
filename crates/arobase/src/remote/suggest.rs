//! Suggestions: drafted by a language model, verified by rule, kept apart from the result.

use super::RemoteError;
use super::chat::{Chat, Draft};
use super::tasks::{self, SYSTEM, Task, said};
use arobase_domain::{Analysis, Idea, Suggestion};
use arobase_encoder::Encoder;
use arobase_funnel::evidence::{self, Doubt};
use std::collections::BTreeMap;

/// Characters of a suggestion, at most.
const LONGEST: usize = 400;

/// What a model suggested.
#[derive(Debug, Default)]
pub(crate) struct Suggested {
    /// What was verified.
    pub kept: Vec<Suggestion>,
    /// How many were not, by reason.
    pub dropped: BTreeMap<&'static str, usize>,
    /// Why the model was not asked to the end.
    pub stopped: Option<RemoteError>,
}

impl Suggested {
    /// « 12 kept, 3 contrary », for the record of the run.
    pub(crate) fn count(&self) -> String {
        let dropped = self.dropped.iter().map(|(reason, count)| format!(", {count} {reason}"));
        format!("{} kept{}", self.kept.len(), dropped.collect::<String>())
    }

    /// The suggestions kept, one JSON object a line.
    pub(crate) fn lines(&self) -> String {
        self.kept.iter().filter_map(|one| serde_json::to_string(one).ok()).map(|line| line + "\n").collect()
    }

    fn judge(&mut self, task: &Task<'_>, drafts: Vec<Draft>, chat: &Chat, prompt: &str) {
        for draft in drafts.into_iter().take(task.most) {
            let (text, ids) = apart(&draft);
            match cited(task, &ids).and_then(|ideas| verified(&text, &ideas).map(|()| ideas)) {
                Err(reason) => self.drop(reason),
                Ok(ideas) => self.kept.push(Suggestion {
                    task: task.name.to_owned(),
                    about: task.about.clone(),
                    text,
                    ideas: ideas.iter().map(|idea| idea.id.clone()).collect(),
                    model: chat.model().to_owned(),
                    prompt: prompt.to_owned(),
                }),
            }
        }
    }

    fn drop(&mut self, reason: &'static str) {
        *self.dropped.entry(reason).or_default() += 1;
    }
}

/// Asks everything worth asking, and keeps what is verified. An endpoint that fails ends it, and the result stands without it.
pub(crate) fn suggest(analysis: &Analysis, chat: &Chat) -> Suggested {
    let mut suggested = Suggested::default();
    for task in tasks::tasks(analysis) {
        let told = task.prompt();
        let prompt = blake3::hash(format!("{SYSTEM}\n\n{told}").as_bytes()).to_hex();
        match chat.drafts(SYSTEM, &told) {
            Ok(Some(drafts)) => suggested.judge(&task, drafts, chat, &prompt),
            Ok(None) => suggested.drop("unreadable"),
            Err(problem) => {
                suggested.stopped = Some(RemoteError { url: chat.url().to_owned(), problem, kept: None });
                break;
            }
        }
    }
    suggested
}

/// The text without the `[identifiers]` that it holds, and all identifiers cited.
fn apart(draft: &Draft) -> (String, Vec<String>) {
    let (mut text, mut ids) = (String::new(), draft.ideas.clone());
    for part in draft.text.split_inclusive(']') {
        match part.strip_suffix(']').and_then(|part| part.rsplit_once('[')) {
            Some((before, inside)) => {
                text.push_str(before);
                ids.extend(inside.split([',', ';']).map(|id| id.trim().to_owned()));
            }
            None => text.push_str(part),
        }
    }
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ").replace(" .", ".").replace(" ,", ",");
    (text, ids)
}

/// The ideas of the task that are cited; one that it does not have is invented, or of another theme.
fn cited<'a>(task: &Task<'a>, ids: &[String]) -> Result<Vec<&'a Idea>, &'static str> {
    let one = |id: &String| task.ideas.iter().find(|idea| idea.id.as_str() == id.trim_matches(['[', ']'])).copied();
    let mut ideas = ids.iter().map(one).collect::<Option<Vec<_>>>().ok_or("unknown_idea")?;
    ideas.sort_by_key(|idea| task.ideas.iter().position(|other| other.id == idea.id));
    ideas.dedup_by_key(|idea| &idea.id);
    Ok(ideas)
}

/// Each sentence rests on the ideas cited.
fn verified(text: &str, ideas: &[&Idea]) -> Result<(), &'static str> {
    if text.chars().count() > LONGEST {
        return Err("too_long");
    }
    let texts: Vec<String> = ideas.iter().map(|idea| said(idea)).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let doubt = |sentence: &str| evidence::doubt(sentence, &texts, Encoder::french());
    sentences(text).into_iter().find_map(doubt).map_or(Ok(()), |doubt| Err(code(doubt)))
}

/// At least one, so that an empty text is judged too.
fn sentences(text: &str) -> Vec<&str> {
    let ends = |(at, mark): &(usize, &str)| text[at + mark.len()..].starts_with(' ');
    let marks = text.match_indices(['.', '!', '?', ';']);
    let mut cuts: Vec<usize> = marks.filter(ends).map(|(at, _)| at).collect();
    cuts.push(text.len());
    let mut start = 0;
    let cut = |end| {
        let sentence = &text[start..end];
        start = end;
        sentence.trim_start_matches(['.', '!', '?', ';', ' '])
    };
    cuts.into_iter().map(cut).collect()
}

fn code(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::NothingCited => "uncited",
        Doubt::OtherWords => "other_words",
        Doubt::Contrary => "contrary",
        Doubt::OtherMeaning => "other_meaning",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_taken_out_of_the_text() {
        let draft =
            Draft { text: "Former les agents [1.1, 2.3]. Ouvrir [4.1].".to_owned(), ideas: vec!["5.1".to_owned()] };
        let (text, ids) = apart(&draft);
        assert_eq!(text, "Former les agents. Ouvrir.");
        assert_eq!(ids, ["5.1", "1.1", "2.3", "4.1"]);
        let loose = Draft { text: "Un crochet ] seul".to_owned(), ideas: Vec::new() };
        assert_eq!(apart(&loose).0, "Un crochet ] seul");
    }

    #[test]
    fn each_sentence_is_judged() {
        assert_eq!(
            sentences("Former les agents. Baisser les impôts ! Été"),
            ["Former les agents", "Baisser les impôts ", "Été"]
        );
        assert_eq!(sentences(""), [""]);
        assert_eq!(sentences("Là… 3.5 %"), ["Là… 3.5 %"]);
    }
}

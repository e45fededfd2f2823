//! Which column plays which part: as asked on the command line, or found by name.

use crate::lang::Wording as _;
use crate::names;
use crate::table::Choice;
use arobase_domain::Lang;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The columns asked for, by name. Those left out are found by name; in an import, an empty name asks for none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Columns {
    /// Several columns form the text, joined by a blank line.
    pub text: Vec<String>,
    /// A title given by the author.
    pub title: Option<String>,
    /// An identifier that the source gives to each contribution.
    pub id: Option<String>,
    /// Who wrote it: a name, a pseudonym or a number, only ever compared.
    pub author: Option<String>,
    /// The commune, EPCI, département… of the author.
    pub territory: Option<String>,
    /// When it was written, as the source writes it.
    pub date: Option<String>,
    /// How it came: online, paper, phone…
    pub channel: Option<String>,
    /// The question answered: a column, or the words of the one question that all answer.
    pub question: Option<String>,
    /// The language of the text. Only imports into a site look for it.
    pub language: Option<String>,
}

/// The part that a column plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Role {
    /// What the author says.
    Text,
    /// The title.
    Title,
    /// The identifier.
    Id,
    /// Who wrote.
    Author,
    /// Where from.
    Territory,
    /// When.
    Date,
    /// By which means.
    Channel,
    /// To which question. Only ever a column that was asked for: people also put questions.
    Question,
    /// In which language.
    Language,
}

impl Role {
    /// Every role that an analysis uses but the text, in the order of the options.
    pub(crate) const OPTIONAL: [Self; 7] =
        [Self::Title, Self::Id, Self::Author, Self::Territory, Self::Date, Self::Channel, Self::Question];

    /// The option of the command line that names this column, without its dashes.
    pub fn option(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Title => "title",
            Self::Id => "id",
            Self::Author => "author",
            Self::Territory => "territory",
            Self::Date => "date",
            Self::Channel => "channel",
            Self::Question => "question",
            Self::Language => "language",
        }
    }

    /// The role as a noun with its article.
    pub fn noun(self, lang: Lang) -> &'static str {
        match self {
            Self::Text => lang.pick("le texte", "the text"),
            Self::Title => lang.pick("le titre", "the title"),
            Self::Id => lang.pick("l’identifiant", "the identifier"),
            Self::Author => lang.pick("l’auteur", "the author"),
            Self::Territory => lang.pick("la collectivité", "the territory"),
            Self::Date => lang.pick("la date", "the date"),
            Self::Channel => lang.pick("le canal", "the channel"),
            Self::Question => lang.pick("la question", "the question"),
            Self::Language => lang.pick("la langue", "the language"),
        }
    }
}

/// The place of each role in a header.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Layout {
    pub(crate) text: Vec<usize>,
    optional: [Option<usize>; Role::OPTIONAL.len()],
    /// The words of the question, where no column holds it.
    pub(crate) question: Option<String>,
}

impl Layout {
    /// The column of an optional role.
    pub(crate) fn of(&self, role: Role) -> Option<usize> {
        Role::OPTIONAL.iter().position(|one| *one == role).and_then(|at| self.optional[at])
    }
}

/// A column that was asked for, or needed, and is not in the header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Missing {
    pub(crate) role: Role,
    pub(crate) asked: Option<String>,
    pub(crate) nearest: Option<String>,
}

/// Finds the column of every role, and tells each time that several could have played it.
pub(crate) fn resolve(header: &[String], asked: &Columns) -> Result<(Layout, Vec<Choice>), Missing> {
    let folded: Vec<String> = header.iter().map(|name| fold(name)).collect();
    let mut choices = Vec::new();
    let mut layout = Layout { text: text_columns(header, &folded, asked, &mut choices)?, ..Layout::default() };
    for (place, role) in Role::OPTIONAL.into_iter().enumerate() {
        layout.optional[place] = match asked.named(role) {
            Some(name) => match find(header, &folded, role, name) {
                Err(_) if role == Role::Question && is_sentence(name) => {
                    layout.question = Some(name.to_owned());
                    None
                }
                found => Some(found?),
            },
            None => guess(header, &folded, role, &layout.text, &mut choices),
        };
    }
    Ok((layout, choices))
}

/// Words that are no column's name but a question themselves.
fn is_sentence(words: &str) -> bool {
    words.trim().contains(char::is_whitespace)
}

impl Columns {
    /// The same, where what asks for none is left out.
    pub(crate) fn without_blanks(&self) -> Self {
        let kept = |name: &Option<String>| name.clone().filter(|name| !name.is_empty());
        let Self { text, title, id, author, territory, date, channel, question, language } = self;
        Self {
            text: text.clone(),
            title: kept(title),
            id: kept(id),
            author: kept(author),
            territory: kept(territory),
            date: kept(date),
            channel: kept(channel),
            question: kept(question),
            language: kept(language),
        }
    }

    pub(crate) fn named(&self, role: Role) -> Option<&str> {
        match role {
            Role::Text => self.text.first(),
            Role::Title => self.title.as_ref(),
            Role::Id => self.id.as_ref(),
            Role::Author => self.author.as_ref(),
            Role::Territory => self.territory.as_ref(),
            Role::Date => self.date.as_ref(),
            Role::Channel => self.channel.as_ref(),
            Role::Question => self.question.as_ref(),
            Role::Language => self.language.as_ref(),
        }
        .map(String::as_str)
    }
}

fn text_columns(
    header: &[String],
    folded: &[String],
    asked: &Columns,
    choices: &mut Vec<Choice>,
) -> Result<Vec<usize>, Missing> {
    if !asked.text.is_empty() {
        return asked.text.iter().map(|name| find(header, folded, Role::Text, name)).collect();
    }
    if let Some(column) = guess(header, folded, Role::Text, &[], choices) {
        return Ok(vec![column]);
    }
    let questions: Vec<usize> = (0..header.len()).filter(|&at| names::is_open_question(&header[at])).collect();
    if questions.is_empty() {
        return Err(Missing { role: Role::Text, asked: None, nearest: None });
    }
    choices.push(Choice {
        role: Role::Text,
        chosen: questions.iter().map(|&at| header[at].clone()).collect(),
        others: Vec::new(),
    });
    Ok(questions)
}

/// The column asked for: by its exact name, else by its name without case, accents or punctuation.
pub(crate) fn find(header: &[String], folded: &[String], role: Role, name: &str) -> Result<usize, Missing> {
    let wanted = fold(name);
    let exact = header.iter().position(|one| one == name);
    exact.or_else(|| folded.iter().position(|one| *one == wanted)).ok_or_else(|| Missing {
        role,
        asked: Some(name.to_owned()),
        nearest: nearest(header, folded, &wanted),
    })
}

/// The column that bears the first known name of the role.
fn guess(
    header: &[String],
    folded: &[String],
    role: Role,
    taken: &[usize],
    choices: &mut Vec<Choice>,
) -> Option<usize> {
    let mut plausible = names::of(role)
        .iter()
        .flat_map(|known| (0..folded.len()).filter(move |&at| folded[at] == *known))
        .filter(|at| !taken.contains(at));
    let chosen = plausible.next()?;
    let others: Vec<String> = plausible.map(|at| header[at].clone()).collect();
    if !others.is_empty() {
        choices.push(Choice { role, chosen: vec![header[chosen].clone()], others });
    }
    Some(chosen)
}

/// The name most like the one asked for, if any is like it at all.
fn nearest(header: &[String], folded: &[String], wanted: &str) -> Option<String> {
    let likeness = |name: &str| {
        let holds = !wanted.is_empty() && (name.contains(wanted) || (!name.is_empty() && wanted.contains(name)));
        if holds { 1.0 } else { strsim::normalized_damerau_levenshtein(name, wanted) }
    };
    let scored = folded.iter().map(|name| likeness(name)).enumerate();
    let (at, score) = scored.max_by(|one, other| one.1.total_cmp(&other.1).then(other.0.cmp(&one.0)))?;
    (score >= 0.5).then(|| header[at].clone())
}

/// A name without case, accents or punctuation; `/` stays, for it separates nested keys.
pub(crate) fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for letter in name.nfd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() || letter == '/' {
            folded.push(letter);
        } else if !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Columns, Role, fold, resolve};

    fn header(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn names_lose_case_accents_and_punctuation() {
        assert_eq!(fold("  Identifiant_Unique "), "identifiant unique");
        assert_eq!(fold("Réponse"), "reponse");
        assert_eq!(fold("Body/FR"), "body/fr");
        assert_eq!(fold("comment-body"), "comment body");
    }

    #[test]
    fn known_exports_are_recognised() {
        let decidim = header(&["id", "author/id", "author/name", "title/fr", "body/fr", "published_at"]);
        let (layout, choices) = resolve(&decidim, &Columns::default()).expect("a Decidim export");
        assert_eq!((layout.text.clone(), layout.of(Role::Author)), (vec![4], Some(1)));
        assert_eq!((layout.of(Role::Title), layout.of(Role::Date)), (Some(3), Some(5)));
        assert_eq!(choices[0].others, ["author/name"]);

        let polis =
            header(&["timestamp", "datetime", "comment-id", "author-id", "agrees", "moderated", "comment-body"]);
        let (layout, _) = resolve(&polis, &Columns::default()).expect("a Polis export");
        assert_eq!((layout.text.clone(), layout.of(Role::Id), layout.of(Role::Date)), (vec![6], Some(2), Some(1)));
    }

    #[test]
    fn a_question_is_a_column_or_its_own_words() {
        let names = header(&["texte", "Rubrique", "question"]);
        let asked = |question: &str| Columns { question: Some(question.into()), ..Columns::default() };
        let (layout, _) = resolve(&names, &asked("rubrique")).expect("a column");
        assert_eq!((layout.of(Role::Question), layout.question), (Some(1), None));
        let (layout, _) = resolve(&names, &asked("Que proposez-vous ?")).expect("words");
        assert_eq!((layout.of(Role::Question), layout.question.as_deref()), (None, Some("Que proposez-vous ?")));
        assert_eq!(resolve(&names, &asked("rubriqu")).expect_err("a slip").nearest.as_deref(), Some("Rubrique"));
        let (layout, _) = resolve(&names, &Columns::default()).expect("never guessed");
        assert_eq!((layout.of(Role::Question), layout.question), (None, None));
    }

    #[test]
    fn questions_form_the_text_when_nothing_else_does() {
        let survey = header(&["reference", "QUXVlc3Rpb246MTA3 - En qui avez-vous confiance ?", "Que changer ?"]);
        let (layout, choices) = resolve(&survey, &Columns::default()).expect("two questions");
        assert_eq!(layout.text, [1, 2]);
        assert_eq!(choices[0].chosen.len(), 2);
    }

    #[test]
    fn a_missing_column_comes_with_the_nearest() {
        let columns = Columns { text: vec!["contenus".into()], ..Columns::default() };
        let missing = resolve(&header(&["id", "titre", "Contenu"]), &columns).expect_err("no such column");
        assert_eq!(missing.nearest.as_deref(), Some("Contenu"));
        let columns = Columns { author: Some("zzz".into()), ..Columns::default() };
        let missing = resolve(&header(&["id", "texte"]), &columns).expect_err("nothing like it");
        assert_eq!((missing.role, missing.nearest), (Role::Author, None));
    }
}

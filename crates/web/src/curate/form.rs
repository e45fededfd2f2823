//! From what a form sends to what is wished: one button, one gesture, in the words of the log.

use arobase_domain::edits::{Definition, Gesture, State, Wish};
use arobase_domain::{IdeaId, PropositionId, QuestionId, ThemeId};

/// The fields of any form of the bench, as sent.
#[derive(Debug, Default)]
pub(super) struct Sent(pub(super) Vec<(String, String)>);

/// Most characters in a field; the forms ask for less.
pub(super) const MOST: usize = 1000;

/// Why it is no wish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Unclear {
    /// No gesture has this name.
    Gesture,
    /// The idea does not come back as it was with one mark more.
    Cut,
    /// These words are not in the contribution.
    Words,
    /// It is about ideas other than the one that is open, and none is ticked.
    Ideas,
    /// No theme has this name, and there is nothing to tell which is meant.
    Theme(String),
    /// So many characters in a field: more than [`MOST`].
    Long(usize),
}

impl Sent {
    /// The first value of a field, without blanks around; empty if it was not sent.
    pub(super) fn field(&self, name: &str) -> &str {
        self.0.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.trim())
    }

    fn fields<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let named = self.0.iter().filter(move |(field, _)| field == name);
        named.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// The ideas ticked; without any, the one that is open.
    pub(super) fn ideas(&self) -> Vec<IdeaId> {
        self.ticked().unwrap_or_else(|_| self.fields("idea").map(IdeaId::new).collect())
    }

    fn ticked(&self) -> Result<Vec<IdeaId>, Unclear> {
        let ticked: Vec<IdeaId> = self.fields("tick").map(IdeaId::new).collect();
        if ticked.is_empty() { Err(Unclear::Ideas) } else { Ok(ticked) }
    }

    /// The ideas that the gesture is done with: one goes on to the next. Those that it only tells something of stay open.
    pub(super) fn taken(&self) -> Vec<IdeaId> {
        if ["same", "apart"].contains(&self.field("edit")) { Vec::new() } else { self.ideas() }
    }

    /// The idea that was open, whether or not the gesture is about it.
    pub(super) fn open(&self) -> IdeaId {
        IdeaId::new(self.fields("idea").chain(self.fields("open")).next().unwrap_or_default())
    }

    /// The line of the log that the page was made after.
    pub(super) fn seen(&self) -> u32 {
        self.field("seen").parse().unwrap_or(u32::MAX)
    }

    fn short(&self) -> Result<(), Unclear> {
        let longest = self.0.iter().map(|(_, value)| value.chars().count()).max().unwrap_or_default();
        if longest > MOST { Err(Unclear::Long(longest)) } else { Ok(()) }
    }

    /// What is wished of a bench in this state.
    pub(super) fn wish(&self, state: &State) -> Result<Wish, Unclear> {
        self.short()?;
        Ok(match self.field("edit") {
            "" if !self.field("near").is_empty() => {
                Wish::Make(Gesture::Move { ideas: self.ideas(), to: self.named(state, "near")?, proposed: false })
            }
            "undo" => Wish::Undo,
            "redo" => Wish::Redo,
            other => Wish::Make(self.gesture(other, state)?),
        })
    }

    fn gesture(&self, edit: &str, state: &State) -> Result<Gesture, Unclear> {
        let ideas = || self.ideas();
        let text = || self.field("text").to_owned();
        Ok(match edit {
            "accept" => Gesture::Accept { ideas: ideas() },
            "same" => Gesture::Same { ideas: self.ticked()?, first: self.open() },
            "unmask" => Gesture::Unmask { idea: self.open(), words: self.field("words").to_owned() },
            "apart" => Gesture::Apart { ideas: ideas() },
            "move" => Gesture::Move { ideas: ideas(), to: self.named(state, "to")?, proposed: false },
            "create" => Gesture::Create { label: self.label(), ideas: ideas(), proposed: false },
            "to_sort" => Gesture::ToSort { ideas: ideas() },
            "off_topic" => Gesture::OffTopic { ideas: ideas() },
            "empty" => Gesture::Empty { ideas: ideas() },
            "rename" => Gesture::Rename { theme: self.theme(), label: text() },
            "lock" => Gesture::Lock { theme: self.theme() },
            "unlock" => Gesture::Unlock { theme: self.theme() },
            "merge" => {
                let into = self.named(state, "to")?;
                Gesture::Merge { themes: vec![into.clone(), self.theme()], into: Some(into) }
            }
            "split2" | "split3" => {
                let parts = Some(if edit == "split2" { 2 } else { 3 });
                Gesture::Split { theme: self.theme(), parts, into: Vec::new() }
            }
            "dissolve" => Gesture::Dissolve { theme: self.theme(), to: None },
            "define" => Gesture::Define { theme: self.theme(), definition: self.definition(state) },
            "order" => Gesture::Order { theme: self.theme(), before: self.maybe(state, "to")? },
            "group" => Gesture::Group { themes: self.themes(), question: self.question() },
            "ask" => Gesture::Ask { wording: text(), themes: self.themes() },
            "note" => Gesture::Note { on: self.field("on").to_owned(), text: text() },
            "keep_query" => Gesture::KeepQuery { words: text() },
            "drop_query" => Gesture::DropQuery { words: text() },
            "unnote" => Gesture::Unnote { note: self.field("note").parse().unwrap_or(0) },
            "word" | "close" | "order_question" => self.on_question(edit),
            _ => return self.on_proposition(edit).ok_or(Unclear::Gesture),
        })
    }

    fn on_question(&self, edit: &str) -> Gesture {
        let question = self.question().unwrap_or_default();
        match edit {
            "word" => Gesture::Word { question, wording: self.field("text").to_owned() },
            "order_question" => {
                let before = Some(self.field("to")).filter(|id| !id.is_empty()).map(QuestionId::new);
                Gesture::OrderQuestion { question, before }
            }
            _ => Gesture::Close { question },
        }
    }

    fn on_proposition(&self, edit: &str) -> Option<Gesture> {
        let named = Some(self.field("proposition")).filter(|id| !id.is_empty());
        // In the pile of a proposition, it is that one.
        let proposition = PropositionId::new(named.unwrap_or_else(|| self.field("pile")));
        let (other, text) = (PropositionId::new(self.field("other")), self.field("text").to_owned());
        Some(match edit {
            "propose" => Gesture::Propose { text, ideas: self.ideas() },
            "write" => Gesture::Write { proposition, text },
            "back" => Gesture::Back { proposition, ideas: self.ideas() },
            "unback" => Gesture::Unback { proposition, ideas: self.ideas() },
            "fuse" => Gesture::Fuse { propositions: vec![proposition, other.clone()], into: other },
            "oppose" => Gesture::Oppose { one: proposition, other, opposed: true },
            "reconcile" => Gesture::Oppose { one: proposition, other, opposed: false },
            "address" => Gesture::Address {
                proposition,
                actor: self.field("actor").to_owned(),
                level: self.field("level").to_owned(),
            },
            "adopt" => Gesture::Adopt { proposition },
            "set_aside" => Gesture::SetAside { proposition, reason: text },
            "reopen" => Gesture::Reopen { proposition },
            _ => return None,
        })
    }

    fn theme(&self) -> ThemeId {
        ThemeId::new(self.field("theme"))
    }

    fn themes(&self) -> Vec<ThemeId> {
        self.fields("theme").map(ThemeId::new).collect()
    }

    fn question(&self) -> Option<QuestionId> {
        Some(self.field("question")).filter(|id| !id.is_empty()).map(QuestionId::new)
    }

    fn label(&self) -> Option<String> {
        Some(self.field("label").to_owned()).filter(|label| !label.is_empty())
    }

    /// A new line; what the theme has of examples stays.
    fn definition(&self, state: &State) -> Definition {
        let before = state.themes.get(&self.theme()).map(|held| held.definition.clone()).unwrap_or_default();
        let said = |name| self.field(name).to_owned();
        Definition { line: said("line"), includes: said("includes"), excludes: said("excludes"), ..before }
    }

    /// The theme that a field names, by its identifier or by its label.
    pub(super) fn named(&self, state: &State, field: &str) -> Result<ThemeId, Unclear> {
        let said = self.field(field);
        named(state, said).ok_or_else(|| Unclear::Theme(said.to_owned()))
    }

    fn maybe(&self, state: &State, field: &str) -> Result<Option<ThemeId>, Unclear> {
        if self.field(field).is_empty() { Ok(None) } else { self.named(state, field).map(Some) }
    }
}

fn named(state: &State, said: &str) -> Option<ThemeId> {
    among(state.themes.iter().map(|(id, held)| (id, held.label.as_deref().unwrap_or_default())), said)
}

/// The theme of this identifier, else the only one of this label, else the only one whose label begins so.
pub(super) fn among<'a>(themes: impl Iterator<Item = (&'a ThemeId, &'a str)>, said: &str) -> Option<ThemeId> {
    let (id, said) = (ThemeId::new(said), said.to_lowercase());
    let themes: Vec<(&ThemeId, String)> = themes.map(|(theme, label)| (theme, label.to_lowercase())).collect();
    let only = |fits: &dyn Fn(&ThemeId, &str) -> bool| {
        let mut found = themes.iter().filter(|(theme, label)| fits(theme, label)).map(|(theme, _)| *theme);
        found.next().filter(|_| found.next().is_none()).cloned()
    };
    if said.is_empty() {
        return None;
    }
    let by_name = || only(&|_, label| label == said).or_else(|| only(&|_, label| label.starts_with(&said)));
    only(&|theme, _| *theme == id).or_else(by_name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use arobase_domain::edits::Held;

    fn state() -> State {
        let theme = |(at, label): (u32, &str)| {
            (ThemeId::numbered(at), Held { label: Some(label.to_owned()), ..Held::default() })
        };
        let themes = [(1, "Fibre"), (2, "Accueil en mairie"), (3, "Accueil des jeunes")].into_iter().map(theme);
        State { themes: themes.collect(), ..State::default() }
    }

    fn sent(fields: &[(&str, &str)]) -> Sent {
        Sent(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    fn moved(to: &str) -> Result<Wish, Unclear> {
        sent(&[("edit", "move"), ("idea", "1.1"), ("to", to)]).wish(&state())
    }

    #[test]
    fn a_theme_is_named_as_people_name_it() {
        let to = |number| {
            Ok(Wish::Make(Gesture::Move {
                ideas: vec![IdeaId::new("1.1")],
                to: ThemeId::numbered(number),
                proposed: false,
            }))
        };
        assert_eq!(moved("t02"), to(2));
        assert_eq!(moved(" fibre "), to(1));
        assert_eq!(moved("accueil d"), to(3));
        assert_eq!(moved("accueil"), Err(Unclear::Theme("accueil".into())));
        assert_eq!(moved(""), Err(Unclear::Theme(String::new())));
    }

    #[test]
    fn what_is_ticked_goes_before_what_is_open() {
        let both = sent(&[("idea", "1.1"), ("tick", "2.1"), ("tick", "3.1")]);
        assert_eq!(both.ideas(), ["2.1", "3.1"].map(IdeaId::new));
        assert_eq!(sent(&[("idea", "1.1")]).ideas(), [IdeaId::new("1.1")]);
        assert_eq!(sent(&[("edit", "fly")]).wish(&state()), Err(Unclear::Gesture));
    }

    #[test]
    fn a_field_has_an_end() {
        let noted = |length| sent(&[("edit", "note"), ("text", &"é".repeat(length))]).wish(&state());
        assert!(noted(MOST).is_ok());
        assert_eq!(noted(MOST + 1), Err(Unclear::Long(MOST + 1)));
    }
}

//! The documents beside a form, as its page shows them.

use super::posted::Files;
use crate::Error;
use crate::collect::contribute::Mistake;
use crate::lang::{Lang, Speak as _};
use crate::state::AppState;
use crate::url::{Target, Url};
use arobase_domain::attachment::{ATTACHMENT_MAX, ATTACHMENTS_MAX, AttachmentKind};
use arobase_store::Attachment;
use axum::http::StatusCode;
use std::borrow::Borrow;
use std::collections::BTreeSet;

/// The documents beside a form, and what is wrong with those that are not.
#[derive(Default)]
pub(in crate::collect) struct Documents {
    pub(in crate::collect) lines: Vec<Line>,
    pub(in crate::collect) mistakes: Vec<Mistake>,
    /// The document whose words fill the text.
    filled: Option<String>,
    /// Whether those that come are to be published.
    publish: bool,
    /// Whether only documents were to be joined: the form comes back.
    asked: bool,
}

/// A document, in words.
pub(crate) struct Line {
    pub(crate) id: String,
    pub(crate) name: String,
    /// « PDF, 120 ko », and whether a machine reads words in it.
    pub(crate) told: String,
    pub(crate) public: bool,
    /// Whether it is kept from the public all the same: it holds words that are masked.
    pub(crate) withheld: bool,
    /// Whether it is about to go.
    pub(crate) gone: bool,
    /// What it says, with whether that is all of it.
    pub(crate) words: Option<(String, bool)>,
    pub(crate) url: Url,
}

/// The documents kept beside the form that has this token.
pub(in crate::collect) async fn documents_of(state: &AppState, lang: Lang, token: &str) -> Result<Documents, Error> {
    let beside = state.store.beside(&state.edition.id, token).await?;
    let mut words = state.store.words_beside(&state.edition.id, token).await?;
    let withheld = state.store.withheld(&state.edition.id).await?;
    let line = |one: Attachment| {
        let said = words.remove(&one.id).filter(|(text, _)| !text.is_empty());
        Line::new(lang, one, said, |id| Target::OwnAttachment(token.to_owned(), id)).known_among(&withheld)
    };
    Ok(Documents { lines: beside.into_iter().map(line).collect(), ..Documents::default() })
}

impl Documents {
    /// The same, with what was wrong with those of a form.
    pub(super) fn with(self, mistakes: Vec<Mistake>, files: &Files) -> Self {
        Self { mistakes, publish: files.says("publish"), asked: files.says("read"), ..self }
    }

    /// The same, where the words of one fill the text.
    pub(super) fn filling(self, filled: Option<String>) -> Self {
        Self { filled, ..self }
    }

    /// The same, ticked as the form was.
    pub(super) fn ticked_as(mut self, files: &Files) -> Self {
        let (gone, public, shown) = files.decided();
        for line in self.lines.iter_mut().filter(|line| shown.contains(&line.id)) {
            line.gone = gone.contains(&line.id);
            line.public = public.contains(&line.id);
        }
        self
    }

    /// Whether the form has to be looked at again before it is sent.
    pub(in crate::collect) fn come_back(&self) -> bool {
        self.asked || self.filled.is_some() || !self.mistakes.is_empty()
    }

    /// What the page that comes back says of itself.
    pub(in crate::collect) fn status(&self) -> StatusCode {
        if self.mistakes.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
    }

    /// What is wrong, in a sentence each.
    pub(in crate::collect) fn error(&self) -> Option<String> {
        let told: Vec<&str> = self.mistakes.iter().map(|one| one.message.as_str()).collect();
        (!told.is_empty()).then(|| told.join(" "))
    }

    /// What the form says where documents were joined and nothing is wrong.
    pub(in crate::collect) fn told(&self, lang: impl Borrow<Lang>) -> Option<String> {
        let lang = *lang.borrow();
        match &self.filled {
            Some(name) => Some(lang.it("attach-filled", name)),
            None if self.asked && self.mistakes.is_empty() && !self.lines.is_empty() => Some(lang.t("attach-joined")),
            None => None,
        }
    }

    /// Whether the part of the form where documents are chosen is unfolded.
    pub(in crate::collect) fn open(&self) -> bool {
        !self.lines.is_empty() || !self.mistakes.is_empty()
    }

    pub(in crate::collect) fn publish(&self) -> bool {
        self.publish
    }

    /// What may be chosen, in words.
    #[expect(clippy::unused_self, reason = "the template asks it")]
    pub(in crate::collect) fn limits(&self, lang: impl Borrow<Lang>) -> String {
        let lang = *lang.borrow();
        let values = [("size", lang.bytes(ATTACHMENT_MAX as u64)), ("most", lang.number(ATTACHMENTS_MAX))];
        lang.with("attach-limits", values)
    }

    /// The same, as browsers want it.
    #[expect(clippy::unused_self, reason = "the template asks it")]
    pub(in crate::collect) fn accepted(&self) -> String {
        AttachmentKind::ALL.iter().map(|kind| kind.media_type()).collect::<Vec<_>>().join(",")
    }
}

impl Line {
    /// A document found at `at`.
    pub(crate) fn new(
        lang: Lang,
        one: Attachment,
        words: Option<(String, bool)>,
        at: impl FnOnce(String) -> Target,
    ) -> Self {
        let weight = format!("{}, {}", one.kind.name(), lang.bytes(one.size));
        let mute = !one.readable && !one.kind.is_image();
        Self {
            told: if mute { format!("{weight}, {}", lang.t("attach-no-words")) } else { weight },
            url: at(one.id.clone()).in_lang(lang),
            id: one.id,
            name: one.name,
            public: one.public,
            withheld: false,
            gone: false,
            words,
        }
    }
}

impl Line {
    /// The same, told apart if it is among those that are withheld.
    pub(super) fn known_among(self, withheld: &BTreeSet<String>) -> Self {
        Self { withheld: withheld.contains(&self.id), ..self }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use arobase_domain::ContributionId;

    pub(crate) fn attachment(id: &str, kind: AttachmentKind, public: bool) -> Attachment {
        Attachment {
            id: id.into(),
            contribution: Some(ContributionId::numbered(493)),
            name: "Délibération.pdf".into(),
            kind,
            size: 123_456,
            content: "0".repeat(64),
            readable: public,
            public,
            joined_at: 0,
        }
    }

    /// Two documents, one of them published, and a third refused.
    pub(in crate::collect) fn documents(lang: Lang) -> Documents {
        let line = |id: &str, public: bool| {
            let words = public.then(|| ("La fibre\nn’arrive pas.".to_owned(), false));
            Line::new(lang, attachment(id, AttachmentKind::Pdf, public), words, |id| {
                Target::OwnAttachment("t".into(), id)
            })
        };
        let mistake = Mistake { field: "documents", message: "« plan.exe » n’est pas accepté.".into() };
        Documents { lines: vec![line("d1", true), line("d2", false)], mistakes: vec![mistake], ..Documents::default() }
    }

    #[test]
    fn the_weight_is_told_and_a_picture_of_a_text_is_told_apart() {
        let told = |kind, readable| {
            let one = Attachment { readable, ..attachment("d", kind, false) };
            Line::new(Lang::Fr, one, None, Target::Attachment).told
        };
        assert_eq!(told(AttachmentKind::Pdf, true), "PDF, 123,5\u{a0}ko");
        assert_eq!(told(AttachmentKind::Pdf, false), "PDF, 123,5\u{a0}ko, sans texte lisible");
        assert_eq!(told(AttachmentKind::Jpeg, false), "JPEG, 123,5\u{a0}ko", "nobody expects words of a photo");
    }
}

//! The classification as sheets for people: headings and states in words, labels beside identifiers.

use super::{Corpus, words};
use crate::lang::Wording as _;
use arobase_domain::{Idea, Lang, Proposition, Question, QuestionId, Support, Theme, ThemeId};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// One sheet of a workbook.
#[derive(Debug, PartialEq)]
pub(super) struct Sheet<'a> {
    pub(super) name: &'static str,
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Vec<Cell<'a>>>,
}

/// A heading, and whether sentences stand under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) heading: &'static str,
    pub(super) wide: bool,
}

/// What a cell holds; an empty text is an empty cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell<'a> {
    Text(Cow<'a, str>),
    Number(f64),
}

/// Headings, in French and English; `+` before those of wide columns.
type Headings = &'static [[&'static str; 2]];

const CONTRIBUTIONS: Headings = &[
    ["Contribution", "Contribution"],
    ["+Titre", "+Title"],
    ["+Texte", "+Text"],
    ["Canal", "Channel"],
    ["Département", "Département"],
    ["Territoire", "Territory"],
    ["Jour", "Day"],
    ["État", "State"],
    ["Idées", "Ideas"],
];

const IDEAS: Headings = &[
    ["Idée", "Idea"],
    ["Contribution", "Contribution"],
    ["Début", "Start"],
    ["Fin", "End"],
    ["+Texte", "+Text"],
    ["Nature", "Kind"],
    ["État", "State"],
    ["N° question", "Question no."],
    ["N° thème", "Theme no."],
    ["+Thème", "+Theme"],
    ["Confiance", "Confidence"],
    ["Doublon de", "Duplicate of"],
    ["Campagne", "Campaign"],
    ["N° proposition", "Proposition no."],
    ["+Proposition", "+Proposition"],
];

const THEMES: Headings = &[
    ["N° thème", "Theme no."],
    ["+Thème", "+Theme"],
    ["N° question", "Question no."],
    ["+Question", "+Question"],
    ["+Mots", "+Words"],
    ["Stabilité", "Stability"],
    ["Idées", "Ideas"],
    ["Contributions", "Contributions"],
    ["Auteurs", "Authors"],
    ["Auteurs, une campagne comptant pour un", "Authors, a campaign counting for one"],
    ["Collectivités", "Territories"],
];

const QUESTIONS: Headings = &[
    ["N° question", "Question no."],
    ["+Question", "+Question"],
    ["Thèmes", "Themes"],
    ["Idées", "Ideas"],
    ["Contributions", "Contributions"],
    ["Auteurs", "Authors"],
    ["Auteurs, une campagne comptant pour un", "Authors, a campaign counting for one"],
    ["Collectivités", "Territories"],
];

const PROPOSITIONS: Headings = &[
    ["N° proposition", "Proposition no."],
    ["+Proposition", "+Proposition"],
    ["N° question", "Question no."],
    ["N° thème", "Theme no."],
    ["+Thème", "+Theme"],
    ["Rang", "Rank"],
    ["+Raison donnée", "+Reason given"],
    ["Idée source", "Source idea"],
    ["Idées", "Ideas"],
    ["Contributions", "Contributions"],
    ["Auteurs", "Authors"],
    ["Auteurs, une campagne comptant pour un", "Authors, a campaign counting for one"],
    ["Collectivités", "Territories"],
];

/// Contributions, ideas, themes, questions, propositions.
pub(super) fn of<'a>(corpus: &Corpus<'a>) -> Vec<Sheet<'a>> {
    let (lang, analysis) = (corpus.lang, corpus.analysis);
    let labels = Labels::of(corpus);
    let ideas = analysis.ideas.iter().map(|idea| of_idea(lang, idea, &labels)).collect();
    let themes = analysis.themes.iter().map(|theme| of_theme(theme, &labels)).collect();
    let questions = analysis.questions.iter().map(|question| of_question(question, corpus)).collect();
    let propositions = analysis.propositions.iter().map(|one| of_proposition(lang, one, &labels)).collect();
    vec![
        sheet(lang, ["Contributions", "Contributions"], CONTRIBUTIONS, of_contributions(corpus)),
        sheet(lang, ["Idées", "Ideas"], IDEAS, ideas),
        sheet(lang, ["Thèmes", "Themes"], THEMES, themes),
        sheet(lang, ["Questions", "Questions"], QUESTIONS, questions),
        sheet(lang, ["Propositions", "Propositions"], PROPOSITIONS, propositions),
    ]
}

fn sheet<'a>(
    lang: Lang,
    [french, english]: [&'static str; 2],
    headings: Headings,
    rows: Vec<Vec<Cell<'a>>>,
) -> Sheet<'a> {
    let column = |[french, english]: &[&'static str; 2]| {
        let heading = lang.pick(*french, *english);
        Column { heading: heading.trim_start_matches('+'), wide: heading.starts_with('+') }
    };
    Sheet { name: lang.pick(french, english), columns: headings.iter().map(column).collect(), rows }
}

/// The words behind identifiers.
struct Labels<'a> {
    themes: BTreeMap<&'a ThemeId, &'a Theme>,
    questions: BTreeMap<&'a QuestionId, &'a Question>,
    propositions: BTreeMap<&'a str, &'a Proposition>,
}

impl<'a> Labels<'a> {
    fn of(corpus: &Corpus<'a>) -> Self {
        let analysis = corpus.analysis;
        Self {
            themes: analysis.themes.iter().map(|theme| (&theme.id, theme)).collect(),
            questions: analysis.questions.iter().map(|question| (&question.id, question)).collect(),
            propositions: analysis.propositions.iter().map(|one| (one.id.as_str(), one)).collect(),
        }
    }

    fn theme(&self, id: &ThemeId) -> &'a str {
        self.themes.get(id).map_or("", |theme| &theme.label)
    }
}

fn of_contributions<'a>(corpus: &Corpus<'a>) -> Vec<Vec<Cell<'a>>> {
    let (lang, fates, ideas) = (corpus.lang, corpus.fates(), corpus.ideas());
    let row = |source: &'a super::Source| {
        let state = fates.get(&source.id).map_or("", |fate| words::status(lang, fate.status));
        vec![
            identifier(source.id.as_str()),
            text(&source.title),
            text(&source.text),
            text(&source.channel),
            text(&source.department),
            text(&source.territory),
            text(&source.day),
            text(state),
            count(ideas.get(&source.id).map_or(0, Vec::len)),
        ]
    };
    corpus.sources.iter().map(row).collect()
}

fn of_idea<'a>(lang: Lang, idea: &'a Idea, labels: &Labels<'a>) -> Vec<Cell<'a>> {
    let theme = idea.theme.as_ref().and_then(|id| labels.themes.get(id));
    let proposition = idea.proposition.as_ref().and_then(|id| labels.propositions.get(id.as_str()));
    vec![
        text(idea.id.as_str()),
        identifier(idea.contribution.as_str()),
        count(idea.span.start),
        count(idea.span.end),
        text(&idea.text),
        text(words::kind(lang, idea.kind)),
        text(words::status(lang, Some(idea.status))),
        text(theme.map_or("", |theme| theme.question.as_str())),
        text(theme.map_or("", |theme| theme.id.as_str())),
        text(theme.map_or("", |theme| &theme.label)),
        theme.map_or(text(""), |_| share(idea.confidence)),
        text(idea.duplicate_of.as_ref().map_or("", |first| first.as_str())),
        idea.campaign.map_or(text(""), |campaign| Cell::Number(f64::from(campaign))),
        text(proposition.map_or("", |one| one.id.as_str())),
        text(proposition.map_or("", |one| &one.text)),
    ]
}

fn of_theme<'a>(theme: &'a Theme, labels: &Labels<'a>) -> Vec<Cell<'a>> {
    let question = labels.questions.get(&theme.question).map_or("", |question| question.wording.as_str());
    let mut cells = vec![
        text(theme.id.as_str()),
        text(&theme.label),
        text(theme.question.as_str()),
        text(question),
        Cell::Text(theme.keywords.join(", ").into()),
        share(theme.stability),
    ];
    cells.extend(support(theme.support));
    cells
}

fn of_question<'a>(question: &'a Question, corpus: &Corpus<'a>) -> Vec<Cell<'a>> {
    let themes = corpus.analysis.themes.iter().filter(|theme| theme.question == question.id).count();
    let mut cells = vec![text(question.id.as_str()), text(&question.wording), count(themes)];
    cells.extend(support(question.support));
    cells
}

fn of_proposition<'a>(lang: Lang, proposition: &'a Proposition, labels: &Labels<'a>) -> Vec<Cell<'a>> {
    let mut cells = vec![
        text(proposition.id.as_str()),
        text(&proposition.text),
        text(proposition.question.as_str()),
        text(proposition.theme.as_str()),
        text(labels.theme(&proposition.theme)),
        text(words::rank(lang, proposition.rank)),
        text(&proposition.justification),
        text(proposition.source.as_str()),
    ];
    cells.extend(support(proposition.support));
    cells
}

fn support(support: Support) -> [Cell<'static>; 5] {
    let Support { ideas, contributions, authors, territories, authors_dedup } = support;
    [ideas, contributions, authors, authors_dedup, territories].map(count)
}

fn text(text: &str) -> Cell<'_> {
    Cell::Text(Cow::Borrowed(text))
}

fn count(count: usize) -> Cell<'static> {
    Cell::Number(count as f64)
}

/// Four decimals, as in the CSV files.
fn share(share: f64) -> Cell<'static> {
    Cell::Number((share * 1e4).round() / 1e4)
}

/// The number of a contribution sorts as a number; an identifier that comes from a file stays as it is.
fn identifier(id: &str) -> Cell<'_> {
    let number = id.parse::<u32>().ok().filter(|number| number.to_string() == id);
    number.map_or_else(|| text(id), |number| Cell::Number(f64::from(number)))
}

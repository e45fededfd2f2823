//! The drawing in words and figures, for who cannot see it or wants to check it.

use super::figure::FunnelFigure;
use arobase_domain::QuestionId;

/// One question of the drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its identifier.
    pub question: QuestionId,
    /// Its wording.
    pub wording: String,
    /// Its themes.
    pub themes: usize,
    /// Its ideas.
    pub ideas: usize,
    /// Its selected propositions.
    pub propositions: usize,
    /// Ideas that ask for one of them.
    pub carried: usize,
}

/// A row for each question, in display order. Totals by column and by state are in the figure itself.
pub fn table(figure: &FunnelFigure) -> Vec<Row> {
    figure.questions.iter().map(|question| row(figure, &question.id, &question.wording, question.ideas)).collect()
}

fn row(figure: &FunnelFigure, id: &QuestionId, wording: &str, ideas: usize) -> Row {
    let propositions = || figure.propositions.iter().filter(|proposition| proposition.question == *id);
    Row {
        question: id.clone(),
        wording: wording.to_owned(),
        themes: figure.themes.iter().filter(|theme| theme.question == *id).count(),
        ideas,
        propositions: propositions().count(),
        carried: propositions().map(|proposition| proposition.ideas).sum(),
    }
}

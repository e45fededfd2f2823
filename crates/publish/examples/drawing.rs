//! Prints both drawings of a congress of usual size on one page, to be looked at: `cargo run -p arobase-publish --example drawing > page.html`.

use arobase_domain::{Lang, PropositionId, QuestionId, ThemeId};
use arobase_publish::funnel::{self, FunnelFigure, IdeaCounts, PropositionFigure, QuestionFigure, ThemeFigure};
use std::io::Write as _;

const THEMES: [&[(&str, usize)]; 4] = [
    &[
        ("accueil dans les mairies", 118),
        ("aidants et médiateurs numériques", 96),
        ("démarches en ligne trop compliquées", 84),
        ("personnes âgées et isolées", 61),
        ("réseau mobile et zones blanches", 40),
        ("téléphone et courrier", 18),
    ],
    &[
        ("sécurité informatique des communes", 110),
        ("hébergement des données", 83),
        ("logiciels libres", 66),
        ("marchés publics et fournisseurs", 54),
        ("intelligence artificielle dans les services", 47),
        ("caméras dans les rues", 23),
    ],
    &[
        ("formation des élus et des agents", 102),
        ("mutualisation entre communes", 79),
        ("écoles et collèges", 58),
        ("tiers-lieux", 31),
        ("recrutement", 12),
    ],
    &[
        ("sobriété et réemploi du matériel", 74),
        ("consommation des serveurs", 39),
        ("écrans et enfants", 27),
        ("antennes et paysages", 9),
    ],
];

const WORDINGS: [&str; 4] = [
    "Comment accompagner chaque habitant vers les services publics en ligne ?",
    "Comment garder la maîtrise de nos données et de nos outils ?",
    "Comment former et mutualiser pour que les petites communes suivent ?",
    "Comment rendre le numérique plus sobre ?",
];

fn figure() -> FunnelFigure {
    let mut figure = FunnelFigure {
        contributions: 492,
        ideas: IdeaCounts { classed: 0, to_sort: 43, off_topic: 22, empty: 16 },
        ..FunnelFigure::default()
    };
    for (rank, (themes, wording)) in THEMES.iter().zip(WORDINGS).enumerate() {
        let question = QuestionId::new(format!("q{}", rank + 1));
        let ideas = themes.iter().map(|theme| theme.1).sum();
        figure.ideas.classed += ideas;
        figure.questions.push(QuestionFigure { id: question.clone(), wording: wording.to_owned(), ideas });
        for &(label, ideas) in *themes {
            let theme = ThemeId::new(format!("t{:02}", figure.themes.len() + 1));
            for part in [4, 7].iter().take(1 + usize::from(ideas > 50)) {
                let id = PropositionId::new(format!("p{}", figure.propositions.len() + 1));
                let (question, theme) = (question.clone(), theme.clone());
                figure.propositions.push(PropositionFigure { id, question, theme, ideas: ideas / part });
            }
            figure.themes.push(ThemeFigure { id: theme, question: question.clone(), label: label.to_owned(), ideas });
        }
    }
    figure
}

fn main() -> std::io::Result<()> {
    let figure = figure();
    let (wide, narrow) = (funnel::svg(&figure, Lang::Fr), funnel::svg_narrow(&figure, Lang::Fr));
    let style = concat!(include_str!("../templates/report.css"), include_str!("../src/funnel/funnel.css"));
    let head = "<!doctype html><html lang=fr><meta charset=utf-8><meta name=viewport content='width=device-width'><title>@</title>";
    write!(
        std::io::stdout(),
        "{head}<style>{style}</style><main>{wide}{narrow}</main><!-- {} {} -->",
        wide.len(),
        narrow.len()
    )
}

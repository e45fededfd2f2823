//! A small analysis with one of everything, for tests and for trying a page out. Fictional.

mod study;

use crate::SourceText;
use arobase_domain::{
    Analysis, ContributionId, Controversy, Fate, Idea, IdeaId, IdeaStatus, Kind, Place, Proposition, PropositionId,
    Question, QuestionId, Rank, RunRecord, Span, StageRecord, Support, Theme, ThemeId,
};
use std::collections::{BTreeMap, BTreeSet};

/// What is said: text, theme (0: none), proposition (empty: none), place, why it is not classed (empty when it is).
type Said = (&'static str, u8, &'static str, Place, &'static str);

use Place::{Bridging, Marginal, Ordinary, Typical};

const CAMPAIGN: Said = ("Il faut interdire les caméras à reconnaissance faciale dans nos rues.", 4, "p5", Typical, "");

/// Author, title, what is said.
const RECEIVED: &[(&str, &str, &[Said])] = &[
    (
        "Lucienne Abadie, maire",
        "Un guichet humain",
        &[
            (
                "Il faut garder un guichet humain dans chaque canton, car tout le monde n’a pas internet !",
                1,
                "p1",
                Typical,
                "",
            ),
            ("Chez nous, la poste a fermé en mars.", 1, "", Ordinary, ""),
        ],
    ),
    (
        "Marcel Ibarra, adjoint",
        "",
        &[("Nous devons former les secrétaires de mairie à l’aide numérique.", 2, "p2", Typical, "")],
    ),
    (
        "",
        "",
        &[
            ("Maintenir un accueil physique à moins de vingt minutes de chez soi.", 1, "p1", Marginal, ""),
            ("Former aussi les élus qui débutent.", 2, "p2", Bridging, ""),
        ],
    ),
    (
        "Odile Kervern, conseillère",
        "Données",
        &[("Héberger les données des écoles sur des serveurs publics.", 3, "p3", Typical, "")],
    ),
    (
        "Nassim Rolland, maire",
        "",
        &[("Créer un service commun de sécurité pour les petites communes.", 3, "p4", Typical, "")],
    ),
    ("Jeanne Mercadier", "", &[CAMPAIGN]),
    ("Paul Etcheverry", "", &[CAMPAIGN]),
    ("Rose Lebihan", "", &[CAMPAIGN]),
    (
        "Ahmed Costes",
        "",
        &[(
            "Installer davantage de caméras à l’entrée du bourg, elles ont fait reculer les cambriolages.",
            4,
            "p6",
            Typical,
            "",
        )],
    ),
    ("Hélène Vasseur", "", &[("Prêter des antennes aux hameaux pendant les coupures.", 3, "s01", Marginal, "")]),
    ("", "", &[("RAS", 0, "", Ordinary, "no_content")]),
    ("", "", &[("Et le rond-point de la gare, quand sera-t-il fini ?", 0, "", Ordinary, "off_topic")]),
    (
        "Yvon Tardieu",
        "",
        &[("Le numérique, c’est aussi une affaire de confiance.", 0, "", Ordinary, "far_from_all_themes")],
    ),
];

const QUESTIONS: &[(&str, &str)] = &[
    ("q1", "Comment accompagner les habitants vers les services publics en ligne ?"),
    ("q2", "Comment protéger les données et les libertés dans les communes ?"),
];

const THEMES: &[(&str, &str, &str, &[&str])] = &[
    ("t01", "q1", "accueil physique", &["guichet humain", "accueil", "canton"]),
    ("t02", "q1", "formation des agents et des élus", &["former", "secrétaires de mairie", "élus"]),
    ("t03", "q2", "hébergement et sécurité des données", &["serveurs publics", "sécurité", "données"]),
    ("t04", "q2", "caméras dans la rue", &["caméras", "reconnaissance faciale", "bourg"]),
];

/// Id, question, theme, text, rules, justification, rank.
type Asked = (&'static str, &'static str, &'static str, &'static str, &'static [&'static str], &'static str, Rank);

const PROPOSITIONS: &[Asked] = &[
    (
        "p1",
        "q1",
        "t01",
        "garder un guichet humain dans chaque canton",
        &["R3", "R11", "R13"],
        "car tout le monde n’a pas internet",
        Rank::Main,
    ),
    ("p2", "q1", "t02", "former les secrétaires de mairie à l’aide numérique", &["R4", "R13"], "", Rank::Main),
    ("p3", "q2", "t03", "héberger les données des écoles sur des serveurs publics", &["R13"], "", Rank::Main),
    ("p4", "q2", "t03", "créer un service commun de sécurité pour les petites communes", &["R13"], "", Rank::Minority),
    ("p5", "q2", "t04", "interdire les caméras à reconnaissance faciale dans nos rues", &["R3", "R13"], "", Rank::Main),
    (
        "p6",
        "q2",
        "t04",
        "installer davantage de caméras à l’entrée du bourg",
        &["R11", "R13"],
        "elles ont fait reculer les cambriolages",
        Rank::Minority,
    ),
    ("s01", "q2", "t03", "prêter des antennes aux hameaux pendant les coupures", &["R13"], "", Rank::WeakSignal),
];

/// The contributions of [`sample`], as received. One more row, the last, could not be read.
pub fn sources() -> BTreeMap<ContributionId, SourceText> {
    let text = |said: &[Said]| said.iter().map(|one| one.0).collect::<Vec<_>>().join(" ");
    let source = |(number, &(author, title, said)): (usize, &(&str, &str, &[Said]))| {
        let text = SourceText { title: title.to_owned(), text: text(said), author: author.to_owned() };
        (ContributionId::new((number + 1).to_string()), text)
    };
    RECEIVED.iter().enumerate().map(source).collect()
}

/// An analysis of fourteen fictional contributions: every status, place and rank, a campaign, a controversy, a broken row.
pub fn sample() -> Analysis {
    let mut ideas: Vec<Idea> = RECEIVED.iter().zip(1..).flat_map(|(&(_, _, said), number)| cut(number, said)).collect();
    link_duplicates(&mut ideas);
    let propositions: Vec<Proposition> = PROPOSITIONS.iter().map(|asked| proposition(asked, &ideas)).collect();
    Analysis {
        run: run(),
        fates: fates(&ideas),
        themes: THEMES.iter().map(|theme| a_theme(theme, &ideas)).collect(),
        questions: QUESTIONS.iter().map(|question| a_question(question, &ideas)).collect(),
        controversies: vec![Controversy { one: PropositionId::new("p5"), other: PropositionId::new("p6") }],
        study: study::study(&ideas),
        close: arobase_domain::CloseReading::default(),
        propositions,
        ideas,
        ..Default::default()
    }
}

fn cut(number: usize, said: &[Said]) -> Vec<Idea> {
    let mut start = 0;
    let mut idea = |(rank, &(text, theme, proposition, place, reason)): (usize, &Said)| {
        let span = Span { start, end: start + text.chars().count() };
        start = span.end + 1;
        Idea {
            id: IdeaId::new(format!("{number}.{}", rank + 1)),
            contribution: ContributionId::new(number.to_string()),
            span,
            text: text.to_owned(),
            carried: String::new(),
            kind: if proposition.is_empty() { Kind::Statement } else { Kind::Proposal },
            status: status(reason),
            reason: if reason.is_empty() { "classed" } else { reason }.to_owned(),
            theme: (theme > 0).then(|| ThemeId::new(format!("t0{theme}"))),
            second_theme: None,
            confidence: 0.5,
            duplicate_of: None,
            campaign: None,
            proposition: (!proposition.is_empty()).then(|| PropositionId::new(proposition)),
            place,
            ..Default::default()
        }
    };
    said.iter().enumerate().map(&mut idea).collect()
}

fn status(reason: &str) -> IdeaStatus {
    match reason {
        "no_content" => IdeaStatus::Empty,
        "off_topic" => IdeaStatus::OffTopic,
        "far_from_all_themes" => IdeaStatus::ToSort,
        _ => IdeaStatus::Classed,
    }
}

fn link_duplicates(ideas: &mut [Idea]) {
    let same: Vec<usize> = (0..ideas.len()).filter(|&index| ideas[index].text == CAMPAIGN.0).collect();
    let first = ideas[same[0]].id.clone();
    for &index in &same {
        ideas[index].campaign = Some(1);
        ideas[index].duplicate_of = (index != same[0]).then(|| first.clone());
    }
}

fn fates(ideas: &[Idea]) -> Vec<Fate> {
    let fate = |idea: &Idea| Fate {
        contribution: idea.contribution.clone(),
        status: Some(idea.status),
        reason: idea.reason.clone(),
        detail: String::new(),
    };
    let broken = Fate {
        contribution: ContributionId::new("14"),
        status: None,
        reason: "broken_row".to_owned(),
        detail: "recueil.csv, ligne 15 : guillemet jamais refermé".to_owned(),
    };
    let first = ideas.iter().filter(|idea| idea.id.as_str().ends_with(".1"));
    first.map(fate).chain([broken]).collect()
}

fn support<'a>(ideas: impl Iterator<Item = &'a Idea>) -> Support {
    let ideas: Vec<&Idea> = ideas.collect();
    let contributions: BTreeSet<_> = ideas.iter().map(|idea| &idea.contribution).collect();
    let campaign: BTreeSet<_> =
        ideas.iter().filter(|idea| idea.campaign.is_some()).map(|idea| &idea.contribution).collect();
    let authors = contributions.len();
    let authors_dedup = if campaign.is_empty() { authors } else { authors - campaign.len() + 1 };
    Support { ideas: ideas.len(), contributions: authors, authors, territories: authors_dedup, authors_dedup }
}

fn proposition(&(id, question, theme, text, rules, justification, rank): &Asked, ideas: &[Idea]) -> Proposition {
    let id = PropositionId::new(id);
    let mine = || ideas.iter().filter(|idea| idea.proposition.as_ref() == Some(&id));
    let source = mine().next().expect("every proposition of the sample has an idea");
    Proposition {
        question: QuestionId::new(question),
        theme: ThemeId::new(theme),
        text: text.to_owned(),
        source: source.id.clone(),
        source_span: words_of(source, justification),
        rules: rules.iter().map(|&rule| rule.to_owned()).collect(),
        justification: justification.to_owned(),
        ideas: mine().map(|idea| idea.id.clone()).collect(),
        support: support(mine()),
        rank,
        id,
    }
}

/// The source without its last sign and without the reason it gives.
fn words_of(source: &Idea, justification: &str) -> Span {
    let kept = source.text.split(justification).next().filter(|_| !justification.is_empty()).unwrap_or(&source.text);
    let kept = kept.trim_end_matches([' ', ',', '.']).chars().count();
    Span { start: source.span.start, end: source.span.start + kept }
}

fn a_theme(&(id, question, label, keywords): &(&str, &str, &str, &[&str]), ideas: &[Idea]) -> Theme {
    let id = ThemeId::new(id);
    Theme {
        question: QuestionId::new(question),
        label: label.to_owned(),
        keywords: keywords.iter().map(|&word| word.to_owned()).collect(),
        support: support(ideas.iter().filter(|idea| idea.theme.as_ref() == Some(&id))),
        stability: if id.as_str() == "t03" { 0.62 } else { 0.88 },
        label_coverage: 0.75,
        id,
    }
}

fn a_question(&(id, wording): &(&str, &str), ideas: &[Idea]) -> Question {
    let themes: BTreeSet<_> = THEMES.iter().filter(|theme| theme.1 == id).map(|theme| ThemeId::new(theme.0)).collect();
    Question {
        id: QuestionId::new(id),
        wording: wording.to_owned(),
        candidates: vec![wording.to_owned()],
        support: support(ideas.iter().filter(|idea| idea.theme.as_ref().is_some_and(|theme| themes.contains(theme)))),
    }
}

fn run() -> RunRecord {
    let named =
        |pairs: &[(&str, &str)]| pairs.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect();
    let stage = |(name, counted, count, seconds): (&str, &str, u64, f64)| StageRecord {
        name: name.to_owned(),
        counts: vec![(counted.to_owned(), count)],
        seconds,
    };
    RunRecord {
        input_hash: "0f".repeat(32),
        output_hash: "a7".repeat(32),
        parameters: named(&[("seed", "42"), ("lexical_weight", "0.6")]),
        versions: named(&[("engine", "0.1.0"), ("encoder", "use-fr-1")]),
        stages: [("read", "contributions", 14, 0.01), ("segment", "ideas", 15, 0.02), ("themes", "themes", 4, 0.3)]
            .map(stage)
            .into(),
        coverage_ideas: 0.67,
        coverage_authors: 0.71,
        stability: 0.81,
        redundancy: 0.22,
        peak_memory: Some(48_000_000),
    }
}

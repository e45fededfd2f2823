use super::*;
use crate::{sample, sources};
use arobase_domain::{Idea, IdeaId, Place, Proposition, PropositionId, ThemeId};
use std::collections::BTreeSet;

fn page(lang: Lang) -> String {
    render(&sample(), &sources(), lang)
}

/// The values of an attribute, in order.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let opening = format!(" {attribute}=\"");
    page.split(&opening).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn the_report_of_the_sample() {
    let page = page(Lang::Fr);
    let (head, body) = page.split_once("</style>").expect("a style");
    assert!(head.contains("default-src 'none'"));
    insta::assert_snapshot!(body);
}

#[test]
fn both_languages_keep_quotations_in_french() {
    let page = page(Lang::En);
    assert!(page.contains("<html lang=\"en\">") && page.contains("<blockquote lang=\"fr\">"));
    assert!(page.contains("14\u{a0}received = 10\u{a0}classed + 1\u{a0}to\u{a0}sort"));
}

#[test]
fn the_ledger_and_the_words_taken_are_shown() {
    let page = page(Lang::Fr);
    assert!(page.contains("14\u{a0}reçues = 10\u{a0}classées + 1\u{a0}à\u{a0}classer + 1\u{a0}hors\u{a0}sujet + 1\u{a0}sans\u{a0}contenu + 1\u{a0}illisible"));
    assert!(page.contains("<mark>Il faut garder un guichet humain dans chaque canton</mark>, car tout le monde"));
    assert!(page.contains("3\u{a0}auteurs</data> (<data class=\"p5.authors_dedup\" value=\"1\">1</data> si chaque campagne compte pour un)"));
    assert!(page.contains("ligne 15"), "a broken row says why");
}

#[test]
fn no_script_and_no_request() {
    let page = page(Lang::Fr);
    for foreign in ["<script", "http:", "https:", " src=", "@import", "url(", "<link", "<iframe", "<object"] {
        assert!(!page.contains(foreign), "{foreign}");
    }
}

#[test]
fn identifiers_are_unique_and_links_lead_to_one() {
    let page = page(Lang::Fr);
    let ids = values(&page, "id");
    let known: BTreeSet<_> = ids.iter().copied().collect();
    assert_eq!(ids.len(), known.len());
    for href in values(&page, "href") {
        assert!(href.strip_prefix('#').is_some_and(|id| known.contains(id)), "{href}");
    }
    for id in values(&page, "aria-labelledby") {
        assert!(known.contains(id), "{id}");
    }
}

#[test]
fn headings_go_down_one_level_at_a_time() {
    let page = page(Lang::Fr);
    let body = page.split_once("<body>").expect("a body").1;
    let levels: Vec<u32> =
        body.match_indices("<h").filter_map(|(at, _)| body[at + 2..].chars().next()?.to_digit(10)).collect();
    assert_eq!(levels.iter().filter(|&&level| level == 1).count(), 1);
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
}

#[test]
fn durations_stand_in_one_place() {
    let mut slower = sample();
    slower.run.stages.iter_mut().for_each(|stage| stage.seconds += 7.5);
    slower.run.peak_memory = None;
    let around = |page: &str| {
        let (before, measured) = page.split_once("<div id=\"measured\"").expect("the run record");
        let (_, after) = measured.split_once("</div>").expect("its end");
        (before.to_owned(), after.to_owned())
    };
    let (one, other) = (page(Lang::Fr), render(&slower, &sources(), Lang::Fr));
    assert_ne!(one, other);
    assert_eq!(around(&one), around(&other));
}

#[test]
fn hostile_words_stay_words() {
    const HOSTILE: &str = "</blockquote><script>alert(1)</script>\"><img src=x onerror='alert(1)'>";
    let mut analysis = sample();
    let hostile = |text: &mut String| HOSTILE.clone_into(text);
    for idea in &mut analysis.ideas {
        hostile(&mut idea.text);
        hostile(&mut idea.carried);
        hostile(&mut idea.reason);
    }
    for theme in &mut analysis.themes {
        hostile(&mut theme.label);
        theme.keywords = vec![HOSTILE.to_owned()];
    }
    analysis.questions.iter_mut().for_each(|question| hostile(&mut question.wording));
    for proposition in &mut analysis.propositions {
        hostile(&mut proposition.text);
        hostile(&mut proposition.justification);
        proposition.rules = vec![HOSTILE.to_owned()];
    }
    analysis.fates.iter_mut().for_each(|fate| hostile(&mut fate.detail));
    analysis.run.parameters = vec![(HOSTILE.to_owned(), HOSTILE.to_owned())];
    let mut sources = sources();
    for source in sources.values_mut() {
        hostile(&mut source.text);
        hostile(&mut source.author);
    }
    let page = render(&analysis, &sources, Lang::Fr);
    assert!(page.contains("alert(1)"), "the words are shown");
    assert!(!page.contains("<script") && !page.contains("<img") && !page.contains("onerror='"));
}

#[test]
fn a_contribution_that_is_missing_is_quoted_from_its_idea() {
    let page = render(&sample(), &BTreeMap::new(), Lang::Fr);
    assert!(page.contains("Il faut garder un guichet humain") && !page.contains("<mark>"));
}

/// An analysis of `size` contributions: the ideas of the sample repeated under new numbers, on 60 themes and 60 propositions.
fn large(size: usize) -> Analysis {
    let mut analysis = sample();
    let words = "Il faut ouvrir un lieu d’accueil dans chaque village et y former des personnes qui aident. ".repeat(3);
    let (themes, asked) = (analysis.themes.clone(), analysis.propositions.clone());
    analysis.themes =
        (0..60).map(|rank| arobase_domain::Theme { id: theme(rank), ..themes[rank % 2].clone() }).collect();
    let template = analysis.ideas[0].clone();
    analysis.ideas = (0..size * 2)
        .map(|number| Idea {
            id: IdeaId::new(format!("{number}.1")),
            contribution: ContributionId::new(number.to_string()),
            text: words.clone(),
            theme: (number % 5 > 0).then(|| theme(number % 60)),
            status: if number % 5 > 0 { template.status } else { arobase_domain::IdeaStatus::ToSort },
            place: Place::ALL[number % Place::ALL.len()],
            ..template.clone()
        })
        .collect();
    let ideas =
        |rank: usize| analysis.ideas.iter().skip(rank).step_by(60).map(|idea| idea.id.clone()).collect::<Vec<_>>();
    analysis.propositions = (0..200)
        .map(|rank| Proposition {
            id: PropositionId::new(format!("p{rank}")),
            theme: theme(rank % 60),
            ideas: ideas(rank % 60),
            ..asked[if rank < 60 { 0 } else { asked.len() - 1 }].clone()
        })
        .collect();
    analysis
}

fn theme(rank: usize) -> ThemeId {
    ThemeId::new(format!("t{rank:02}"))
}

#[test]
fn thousands_of_contributions_make_a_page_that_opens() {
    let page = render(&large(6_500), &BTreeMap::new(), Lang::Fr);
    assert!(page.len() < 2_000_000, "{} bytes", page.len());
    assert!(
        page.contains("theme_id = t07") && page.contains("status = to_sort"),
        "what is not shown is said to be in ideas.csv"
    );
}

#[test]
fn suggestions_stand_apart_and_say_what_they_are() {
    let analysis = sample();
    let (theme, idea) = (&analysis.themes[0], &analysis.ideas[0]);
    let one = |text: &str| Suggestion {
        task: "label".to_owned(),
        about: theme.id.to_string(),
        text: text.to_owned(),
        ideas: vec![idea.id.clone()],
        model: "<petit>".to_owned(),
        prompt: "0123456789abcdef0123".to_owned(),
    };
    let page = render_with(&analysis, &sources(), &[one("Guichets & cantons"), one("Un guichet")], Lang::Fr);
    assert_eq!(page.matches("empreinte de la demande").count(), 1, "one request, one note");
    let told = format!("<li>Guichets &#38; cantons <span class=\"by\">[{}]</span></li>", idea.id);
    assert!(
        page.contains(&told) && page.contains("<code>&#60;petit&#62;</code>") && page.contains("0123456789abcdef<")
    );
    assert!(page.contains("n’a pas été écrit par les contributeurs"));
    assert!(!render(&analysis, &sources(), Lang::Fr).contains("modèle de langage"));
}

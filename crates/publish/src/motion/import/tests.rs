//! Documents of others, and what becomes of the clauses there were.

use super::*;
use crate::motion::sample;
use arobase_domain::motion::Source;
use arobase_domain::motion::prose::Run;
use arobase_domain::{ClauseId, PropositionId};

fn outline(paragraphs: &[(Form, &str)]) -> Outline {
    let mut outline = Outline::default();
    for (form, words) in paragraphs {
        outline.push(*form, "", vec![Run { text: (*words).to_owned(), stressed: false }]);
    }
    outline
}

/// Each section with its clauses.
fn asked(found: &Understood) -> Vec<(&str, Vec<&str>)> {
    found
        .motion
        .sections
        .iter()
        .map(|one| (one.title.as_str(), one.clauses.iter().map(|clause| clause.text.as_str()).collect()))
        .collect()
}

#[test]
fn what_opens_a_document_is_told_apart() {
    let found = understood(&outline(&[
        (Form::Text, "Association des maires"),
        (Form::Title, "Pour un numérique choisi"),
        (Form::Text, "À Madame la ministre,"),
        (Form::Text, "Nos communes ont changé."),
        (Form::Text, "Considérant que la fibre manque ;"),
        (Form::Text, "CONSIDÉRANT la loi ;"),
        (Form::Text, "Nous demandons :"),
        (Form::Heading(1), "Axe 1 : Les réseaux"),
        (Form::Text, "Le réseau manque."),
        (Form::Numbered(0), "Finir la fibre :"),
        (Form::Bullet(1), "partout ;"),
        (Form::Bullet(1), "vite."),
        (Form::Text, "2) Rouvrir la poste."),
        (Form::Heading(1), "Les personnes"),
        (Form::Bullet(0), "Former."),
        (Form::Bullet(0), "Équiper."),
        (Form::Heading(1), "L’argent"),
        (Form::Text, "Payer."),
        (Form::Text, "Rembourser."),
        (Form::Heading(1), "Annexe 1 – La carte"),
        (Form::Text, "Une carte."),
    ]));
    let motion = &found.motion;
    assert_eq!(found.aside, ["Association des maires"]);
    assert_eq!((motion.title.as_str(), motion.address.as_str()), ("Pour un numérique choisi", "À Madame la ministre,"));
    assert_eq!((motion.reasons.as_str(), motion.demand.as_str()), ("Nos communes ont changé.", "Nous demandons :"));
    assert_eq!(motion.recitals, ["Considérant que la fibre manque ;", "CONSIDÉRANT la loi ;"]);
    let wanted = [
        ("Les réseaux", vec!["Finir la fibre :\n\n- partout ;\n- vite.", "Rouvrir la poste."]),
        ("Les personnes", vec!["Former.", "Équiper."]),
        ("L’argent", vec!["Payer.", "Rembourser."]),
    ];
    assert_eq!(asked(&found), wanted);
    assert_eq!(motion.sections[0].lead, "Le réseau manque.");
    assert_eq!(found.kinds, [Some(SectionKind::Axis), None, None]);
    assert_eq!((motion.annexes[0].title.as_str(), motion.annexes[0].text.as_str()), ("La carte", "Une carte."));
    assert!(!found.ours);
}

#[test]
fn a_document_without_headings_is_one_part() {
    let found = understood(&outline(&[
        (Form::Text, "Vu le code général des collectivités ;"),
        (Form::Text, "le congrès demande :"),
        (Form::Text, "– de finir la fibre ;"),
        (Form::Text, "– de rouvrir la poste."),
    ]));
    assert_eq!(found.motion.demand, "le congrès demande :");
    assert_eq!(found.motion.recitals.len(), 1);
    assert_eq!(asked(&found), [("Ce qui est demandé", vec!["de finir la fibre ;", "de rouvrir la poste."])]);
}

#[test]
fn a_clause_keeps_what_it_is_as_far_as_its_words_do() {
    let current = sample::motion();
    let clauses: Vec<&arobase_domain::Clause> = current.clauses().collect();
    let rewritten = clauses[2].text.replace("Former", "Former sérieusement");
    let found = understood(&outline(&[
        (Form::Title, &current.title),
        (Form::Heading(1), "Un titre nouveau"),
        (Form::Numbered(0), "Planter des arbres au bord des routes de montagne."),
        (Form::Numbered(0), &rewritten),
        (Form::Numbered(0), &arobase_text::printed::printed(&clauses[3].text)),
    ]));
    let fused = fused(&current, &found);
    let after: Vec<&arobase_domain::Clause> = fused.clauses().collect();
    assert!(after[0].sources.is_empty() && current.clause(&after[0].id).is_none(), "new, from nothing");
    assert_eq!((&after[1].id, &after[1].sources, &after[1].to), (&clauses[2].id, &clauses[2].sources, &clauses[2].to));
    assert_eq!(after[1].text, rewritten);
    assert_eq!(after[2], clauses[3], "to the sign");
    assert_eq!(fused.sections[0].id, current.sections[0].id, "the section that its clauses come from");
    assert_eq!(fused.title, current.title);
    assert!(fused.minted > current.minted && fused.reasons.is_empty());
    assert_eq!(super::fused(&fused, &found), fused, "once is enough");
}

#[test]
fn nobody_gives_a_clause_its_sources_by_hand() {
    let mut found = understood(&outline(&[(Form::Heading(1), "Partie"), (Form::Numbered(0), "Former.")]));
    let forged = &mut found.motion.sections[0].clauses[0];
    forged.id = ClauseId::new("e1");
    forged.sources.insert(Source::Proposition(PropositionId::new("p1")));
    let fused = fused(&Motion::default(), &found);
    assert!(fused.clauses().all(|one| one.sources.is_empty()));
}

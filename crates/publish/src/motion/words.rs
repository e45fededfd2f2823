//! What is ours in a motion: headings, notes, labels, in two languages.

use super::tree::Figure;
use super::{Adoption, Colophon, Figures, Kind};
use crate::say::{count, number, pick, plural};
use arobase_domain::Lang;
use arobase_domain::motion::SectionKind;
use arobase_text::printed::printed;

/// One of two phrases; the French one gets its typography here.
pub(super) fn say(lang: Lang, fr: &str, en: &str) -> String {
    pick(lang, printed(fr), en.to_owned())
}

/// The heading of a part that has no title of its own.
pub(super) fn heading(lang: Lang, kind: Kind) -> String {
    let (fr, en) = match kind {
        Kind::Reasons => ("Exposé des motifs", "Statement of reasons"),
        Kind::Recitals => ("Considérants", "Recitals"),
        Kind::Demands => ("Ce qui est demandé", "What is asked"),
        Kind::Section => ("Partie", "Part"),
        Kind::Adoption => ("Adoption", "Adoption"),
        Kind::Annex => ("Annexe", "Annex"),
        Kind::Method => ("Comment cette motion a été faite", "How this motion was made"),
        Kind::Contributors => ("Elles et ils ont contribué", "Who contributed"),
        Kind::Seal => ("Vérifier ce texte", "Checking this text"),
    };
    say(lang, fr, en)
}

/// « Question 2 ».
pub(super) fn section(lang: Lang, kind: SectionKind, place: usize) -> String {
    let name = match kind {
        SectionKind::Axis => pick(lang, "Axe", "Axis"),
        SectionKind::Priority => pick(lang, "Priorité", "Priority"),
        SectionKind::Question => "Question",
    };
    format!("{name}\u{a0}{place}")
}

/// « Annexe 1 »; the only one has no number.
pub(super) fn annex(lang: Lang, place: usize, of: usize) -> String {
    let name = heading(lang, Kind::Annex);
    if of > 1 { format!("{name}\u{a0}{place}") } else { name }
}

/// What the motion is, on its cover.
pub(super) fn state(lang: Lang, colophon: &Colophon) -> String {
    let Colophon { version, frozen, adoption, .. } = colophon;
    match adoption {
        Some(Adoption { day, .. }) => {
            say(lang, &format!("Motion adoptée le {day}"), &format!("Motion adopted on {day}"))
        }
        None => say(
            lang,
            &format!("Projet de motion, version {version}, arrêtée le {frozen}"),
            &format!("Draft motion, version {version}, frozen on {frozen}"),
        ),
    }
}

/// « Motion adoptée le 6 octobre 2026 à Paris par 112 voix pour, 3 voix contre et 5 abstentions. »
pub(super) fn adopted(lang: Lang, adoption: &Adoption) -> String {
    let Adoption { day, place, votes, told, .. } = adoption;
    let [fr_place, en_place] = [("à", place), ("in", place)]
        .map(|(word, place)| if place.is_empty() { String::new() } else { format!(" {word} {place}") });
    let [fr, en] = votes.map(counted).unwrap_or_default();
    let told = if told.is_empty() { String::new() } else { format!(", {told}") };
    say(
        lang,
        &format!("Motion adoptée le {day}{fr_place}{fr}{told}."),
        &format!("Motion adopted on {day}{en_place}{en}{told}."),
    )
}

/// « par 112 voix pour, 3 voix contre et 5 abstentions », in both languages.
fn counted([in_favour, against, abstained]: [usize; 3]) -> [String; 2] {
    let votes = |lang, one, many| [in_favour, against].map(|votes| count(lang, votes, one, many));
    let abstained = |lang| count(lang, abstained, "abstention", "abstentions");
    let [fr_for, fr_against] = votes(Lang::Fr, "voix", "voix");
    let [en_for, en_against] = votes(Lang::En, "vote", "votes");
    [
        format!(" par {fr_for} pour, {fr_against} contre et {}", abstained(Lang::Fr)),
        format!(" by {en_for} for, {en_against} against and {}", abstained(Lang::En)),
    ]
}

/// What nobody has adopted yet.
pub(super) fn not_adopted(lang: Lang) -> String {
    say(lang, "Ce texte n'est pas encore adopté.", "This text is not adopted yet.")
}

/// How to check the seal, in one paragraph.
pub(super) fn check(lang: Lang, colophon: &Colophon) -> String {
    let Colophon { version, frozen, site, .. } = colophon;
    say(
        lang,
        &format!(
            "Version {version}, arrêtée le {frozen}. Le texte de référence, dont cet exemplaire est tiré, est le fichier motion.json, publié à l'adresse {site}. \
             Son empreinte SHA-256 est ci-dessous : qui la recalcule et trouve la même tient le texte arrêté, au signe près."
        ),
        &format!(
            "Version {version}, frozen on {frozen}. The text of reference, which this copy is made from, is the file motion.json, published at {site}. Its SHA-256 \
             is below: whoever computes it again and finds the same holds the frozen text, sign for sign."
        ),
    )
}

/// Figures from contributions to propositions, then who and where from; what is not known is not shown.
pub(super) fn figures(lang: Lang, figures: Figures) -> Vec<Figure> {
    let en = lang == Lang::En;
    let nouns = |fr: [&'static str; 2], english: [&'static str; 2]| if en { english } else { fr };
    let told = [
        (figures.contributions, nouns(["contribution", "contributions"], ["contribution", "contributions"])),
        (figures.ideas, nouns(["idée", "idées"], ["idea", "ideas"])),
        (figures.themes, nouns(["thème", "thèmes"], ["theme", "themes"])),
        (figures.questions, nouns(["question", "questions"], ["question", "questions"])),
        (figures.propositions, nouns(["proposition", "propositions"], ["proposition", "propositions"])),
        (figures.authors, nouns(["personne a écrit", "personnes ont écrit"], ["person wrote", "people wrote"])),
        (figures.territories, nouns(["collectivité", "collectivités"], ["territory", "territories"])),
    ];
    let figure = |(value, [one, many]): (usize, [&str; 2])| Figure {
        value,
        number: number(lang, value),
        noun: plural(lang, value, one, many).to_owned(),
    };
    told.into_iter().filter(|(value, _)| *value > 0).map(figure).collect()
}

/// What the figures are.
pub(super) fn caption(lang: Lang) -> String {
    say(lang, "De la contribution à la motion", "From contribution to motion")
}

/// What the copy in two pages leaves out.
pub(super) fn two_pages(lang: Lang, site: &str) -> String {
    say(
        lang,
        &format!("Ce que la motion demande, en deux pages. Le texte complet, ses motifs et sa méthode : {site}."),
        &format!("What the motion asks, in two pages. The whole text, its reasons and its method: {site}."),
    )
}

/// Which clauses of how many a copy holds.
pub(super) fn partial(lang: Lang, name: &str, kept: &[usize], of: usize, site: &str) -> String {
    let all = count(lang, of, pick(lang, "demande", "demand"), pick(lang, "demandes", "demands"));
    let (many, fr_list, en_list) = (number(lang, kept.len()), listed(kept, "et"), listed(kept, "and"));
    let (fr, en) = match kept {
        [] => (
            format!("Aucune des {all} de la motion ne lui est adressée."),
            format!("None of the {all} of the motion is made to them."),
        ),
        [_] => (
            format!("Il porte une des {all} de la motion, sous son propre numéro : {fr_list}."),
            format!("It holds one of the {all} of the motion, under its own number: {en_list}."),
        ),
        _ => (
            format!("Il porte {many} des {all} de la motion, sous leur propre numéro : {fr_list}."),
            format!("It holds {many} of the {all} of the motion, under their own numbers: {en_list}."),
        ),
    };
    say(
        lang,
        &format!("Exemplaire établi pour : {name}. {fr} Le texte complet : {site}."),
        &format!("Copy made for: {name}. {en} The whole text: {site}."),
    )
}

/// « 3, 7 et 12 ».
fn listed(numbers: &[usize], and: &str) -> String {
    let told: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    match told.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} {and}\u{a0}{last}", rest.join(", ")),
        _ => told.concat(),
    }
}

/// What the easy-to-read copy is.
pub(super) fn easy(lang: Lang, site: &str) -> String {
    say(
        lang,
        &format!(
            "Ce texte est en facile à lire. Il explique la motion. Le texte adopté est le texte complet. Vous le trouvez ici : {site}."
        ),
        &format!(
            "This text is easy to read. It explains the motion. The adopted text is the whole text. You find it here: {site}."
        ),
    )
}

/// What has no easy-to-read twin.
pub(super) fn no_easy(lang: Lang) -> String {
    say(lang, "Cette partie n'est pas encore en facile à lire.", "This part is not in easy-to-read yet.")
}

/// What the copy in doublets is.
pub(super) fn in_doublets(lang: Lang) -> String {
    say(
        lang,
        "Cet exemplaire nomme les femmes et les hommes en toutes lettres ; pour le reste, ses mots sont ceux du texte d'origine.",
        "This copy names women and men in full words; for the rest, its words are those of the original text.",
    )
}

/// What the copy with numbered lines is.
pub(super) fn with_lines(lang: Lang) -> String {
    say(lang, "Lignes numérotées, pour les amendements.", "Numbered lines, for amendments.")
}

/// What marks a clause that comes from nothing.
pub(super) fn no_source(lang: Lang) -> String {
    say(
        lang,
        "Aucune contribution n'est à la source de cette demande.",
        "No contribution is the source of this demand.",
    )
}

/// Foot of pages.
pub(super) fn foot(lang: Lang, colophon: &Colophon) -> String {
    let version = say(lang, "version", "version");
    match colophon.adoption {
        Some(_) => printed(&colophon.edition),
        None => format!("{} – {version}\u{a0}{}", printed(&colophon.edition), colophon.version),
    }
}

/// The words of tables, contents and feet that writers need.
pub(super) fn contents(lang: Lang) -> &'static str {
    pick(lang, "Sommaire", "Contents")
}

/// « Empreinte », before the first signs of the seal.
pub(super) fn seal(lang: Lang) -> &'static str {
    pick(lang, "Empreinte", "Seal")
}

/// The link that leads past the head of the page.
pub(super) fn skip(lang: Lang) -> &'static str {
    pick(lang, "Aller au texte", "Go to the text")
}

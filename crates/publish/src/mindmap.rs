//! The mind map as files that outliners and mind mappers open: questions → themes → propositions, in OPML 2.0 and in FreeMind's format.

#[cfg(test)]
mod tests;

use crate::funnel::words::escape;
use crate::say::{count, pick};
use arobase_domain::{Analysis, Lang, Proposition, Question, Rank, Support, Theme};
use arobase_text::typography::sentence_case;

/// A node with what hangs on it.
struct Branch {
    id: String,
    text: String,
    /// Who stands behind it, in words; empty at the root.
    told: String,
    keywords: Vec<String>,
    /// Shut when the map opens.
    folded: bool,
    inside: Vec<Branch>,
}

/// The map in OPML 2.0 (<http://opml.org/spec2.opml>). The keywords of a theme are its tags, in `category`.
pub fn opml(analysis: &Analysis, title: &str, lang: Lang) -> String {
    let root = root(analysis, title, lang);
    let title = attribute(&root.text);
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n<head><title>{title}</title></head>\n<body>\n"
    );
    outline(&root, &mut out);
    out + "</body>\n</opml>\n"
}

/// The map in the format of FreeMind 0.9, which later ones, Freeplane and others open without a question. Who stands behind a node is its note.
pub fn freemind(analysis: &Analysis, title: &str, lang: Lang) -> String {
    let root = root(analysis, title, lang);
    let mut out = format!("<map version=\"0.9.0\">\n<node ID=\"{}\" TEXT=\"{}\">\n", root.id, attribute(&root.text));
    for (branch, side) in root.inside.iter().zip(["right", "left"].into_iter().cycle()) {
        node(branch, &format!(" POSITION=\"{side}\""), lang, &mut out);
    }
    ascii(&(out + "</node>\n</map>\n"))
}

/// Beyond ASCII, references to characters: FreeMind writes no encoding and has changed its mind about it.
fn ascii(text: &str) -> String {
    let sign = |sign: char| if sign.is_ascii() { sign.to_string() } else { format!("&#x{:x};", u32::from(sign)) };
    text.chars().map(sign).collect()
}

fn outline(branch: &Branch, out: &mut String) {
    let told = if branch.told.is_empty() { String::new() } else { format!(" ({})", branch.told) };
    let tags: Vec<String> = branch.keywords.iter().map(|word| word.replace(['/', ','], " ")).collect();
    let category =
        if tags.is_empty() { String::new() } else { format!(" category=\"{}\"", attribute(&tags.join(","))) };
    let opening = format!("<outline text=\"{}\"{category}", attribute(&format!("{}{told}", branch.text)));
    nested(branch, &opening, "", "outline", out, outline);
}

fn node(branch: &Branch, position: &str, lang: Lang, out: &mut String) {
    let folded = if branch.folded { " FOLDED=\"true\"" } else { "" };
    let opening = format!("<node ID=\"{}\"{position}{folded} TEXT=\"{}\"", branch.id, attribute(&branch.text));
    let keywords = if branch.keywords.is_empty() {
        String::new()
    } else {
        format!("<p>{} {}</p>", pick(lang, "Mots\u{a0}:", "Words:"), attribute(&branch.keywords.join(", ")))
    };
    let told = attribute(&branch.told);
    let note =
        format!("<richcontent TYPE=\"NOTE\"><html><head/><body><p>{told}</p>{keywords}</body></html></richcontent>\n");
    nested(branch, &opening, &note, "node", out, |inside, out| node(inside, "", lang, out));
}

/// An element that closes at once when nothing is in it.
fn nested(
    branch: &Branch,
    opening: &str,
    note: &str,
    name: &str,
    out: &mut String,
    each: impl Fn(&Branch, &mut String),
) {
    out.push_str(opening);
    if note.is_empty() && branch.inside.is_empty() {
        return out.push_str("/>\n");
    }
    out.push_str(">\n");
    out.push_str(note);
    branch.inside.iter().for_each(|inside| each(inside, out));
    out.extend(["</", name, ">\n"]);
}

fn root(analysis: &Analysis, title: &str, lang: Lang) -> Branch {
    let title = if title.is_empty() { pick(lang, "Carte mentale", "Mind map") } else { title };
    let inside = analysis.questions.iter().map(|question| of_question(analysis, question, lang)).collect();
    Branch {
        id: "ID_root".into(),
        text: title.into(),
        told: String::new(),
        keywords: Vec::new(),
        folded: false,
        inside,
    }
}

fn of_question(analysis: &Analysis, question: &Question, lang: Lang) -> Branch {
    let themes = analysis.themes.iter().filter(|theme| theme.question == question.id);
    Branch {
        id: identifier(question.id.as_str()),
        text: question.wording.clone(),
        told: told(question.support, lang),
        keywords: Vec::new(),
        folded: false,
        inside: themes.map(|theme| of_theme(analysis, theme, lang)).collect(),
    }
}

fn of_theme(analysis: &Analysis, theme: &Theme, lang: Lang) -> Branch {
    let mine = || analysis.propositions.iter().filter(|one| one.theme == theme.id);
    let (weak, kept): (Vec<_>, Vec<_>) = mine().partition(|one| one.rank == Rank::WeakSignal);
    let mut inside: Vec<Branch> = kept.into_iter().map(|one| of_proposition(one, lang)).collect();
    inside.extend((!weak.is_empty()).then(|| aside(theme, &weak, lang)));
    Branch {
        id: identifier(theme.id.as_str()),
        text: sentence_case(&theme.label),
        told: told(theme.support, lang),
        keywords: theme.keywords.clone(),
        folded: false,
        inside,
    }
}

/// The annex of a theme: some have dozens of weak signals, which would hide the rest.
fn aside(theme: &Theme, weak: &[&Proposition], lang: Lang) -> Branch {
    Branch {
        id: identifier(theme.id.as_str()) + "_weak",
        text: pick(lang, "Signaux faibles", "Weak signals").into(),
        told: count(lang, weak.len(), "proposition", "propositions"),
        keywords: Vec::new(),
        folded: true,
        inside: weak.iter().map(|one| of_proposition(one, lang)).collect(),
    }
}

fn of_proposition(proposition: &Proposition, lang: Lang) -> Branch {
    let minority = proposition.rank == Rank::Minority;
    let rank = if minority { pick(lang, ", idée minoritaire", ", minority idea") } else { "" };
    Branch {
        id: identifier(proposition.id.as_str()),
        text: sentence_case(&proposition.text),
        told: told(proposition.support, lang) + rank,
        keywords: Vec::new(),
        folded: false,
        inside: Vec::new(),
    }
}

/// « 12 idées, 8 auteurs »
fn told(support: Support, lang: Lang) -> String {
    let ideas = count(lang, support.ideas, pick(lang, "idée", "idea"), pick(lang, "idées", "ideas"));
    let authors = count(lang, support.authors, pick(lang, "auteur", "author"), pick(lang, "auteurs", "authors"));
    format!("{ideas}, {authors}")
}

/// A name of XML, as its type ID asks.
fn identifier(id: &str) -> String {
    let sign = |sign: char| if sign.is_ascii_alphanumeric() { sign } else { '_' };
    format!("ID_{}", id.chars().map(sign).collect::<String>())
}

/// Text for an attribute or an element: on one line, without the characters that XML has no place for.
fn attribute(text: &str) -> String {
    let line = text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    let kept = line.chars().filter(|sign| !sign.is_control() && !matches!(sign, '\u{fffe}' | '\u{ffff}'));
    escape(&kept.collect::<String>())
}

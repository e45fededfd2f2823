//! Findings in words.

use super::Audited;
use arobase_domain::Lang;
use arobase_domain::audit::{Check, Finding};
use arobase_text::typography::french;

/// Findings told one by one; `--json` has them all.
const TOLD: usize = 30;

/// What was verified, what cannot be, and what does not add up.
pub(crate) fn told(audited: &Audited, lang: Lang) -> String {
    let Audited { contributions, ideas, findings, .. } = audited;
    let mut lines = vec![match lang {
        Lang::Fr => french(&format!("{contributions} contributions, {ideas} idées vérifiées")),
        Lang::En => format!("{contributions} contributions, {ideas} ideas verified"),
    }];
    lines.extend(audited.annex.map(|figures| method(figures, lang)));
    lines.extend(audited.clauses.map(|clauses| motion(clauses, lang)));
    lines.extend(findings.iter().take(TOLD).map(|finding| line(finding, lang)));
    if findings.len() > TOLD {
        let rest = findings.len() - TOLD;
        lines.push(match lang {
            Lang::Fr => french(&format!("… et {rest} autres : --json les donne toutes.")),
            Lang::En => format!("… and {rest} more: --json gives them all."),
        });
    }
    lines.push(verdict(findings.len(), lang));
    lines.push(unproved(audited, lang));
    lines.join("\n")
}

/// How many figures of the annex were counted again.
fn method(figures: usize, lang: Lang) -> String {
    match lang {
        Lang::Fr => french(&format!("Annexe méthodologique : {figures} chiffres recomptés")),
        Lang::En => format!("Methodological annex: {figures} figures counted again"),
    }
}

/// How many clauses of the motion were traced.
fn motion(clauses: usize, lang: Lang) -> String {
    match lang {
        Lang::Fr => french(&format!("Motion : {clauses} énoncés suivis jusqu’aux contributions")),
        Lang::En => format!("Motion: {clauses} clauses traced to contributions"),
    }
}

fn line(finding: &Finding, lang: Lang) -> String {
    let Finding { file, place, check, said, found } = finding;
    match lang {
        Lang::Fr => french(&format!("{file}, {place} : {} ({said} au lieu de {found})", wrong(*check, lang))),
        Lang::En => format!("{file}, {place}: {} ({said} instead of {found})", wrong(*check, lang)),
    }
}

fn wrong(check: Check, lang: Lang) -> &'static str {
    let (fr, en) = match check {
        Check::Twice => ("l’identifiant est donné deux fois", "the identifier stands twice"),
        Check::Unknown => ("ce qui est nommé n’existe pas", "what is named is nowhere"),
        Check::Numbering => ("la numérotation est rompue", "the numbering is broken"),
        Check::Figure => ("le compte n’y est pas", "the figure does not add up"),
        Check::Bound => ("le nombre est impossible", "the number is impossible"),
        Check::State => ("l’état contredit le reste", "the state contradicts the rest"),
        Check::Span => ("la place dans le texte ne convient pas", "the place in the text does not fit"),
        Check::Missing => ("il manque une ligne", "a row is missing"),
        Check::Differs => ("deux fichiers se contredisent", "two files contradict each other"),
        Check::Words => ("des mots ne sont pas dans l’idée source", "words are not in the source idea"),
        Check::Hash => ("l’empreinte n’est pas celle du contenu", "the hash is not that of the content"),
        Check::Text => ("le texte n’est pas celui de la contribution", "the text is not that of the contribution"),
    };
    match lang {
        Lang::Fr => fr,
        Lang::En => en,
    }
}

fn verdict(findings: usize, lang: Lang) -> String {
    match (lang, findings) {
        (Lang::Fr, 0) => "Tout se recoupe.".to_owned(),
        (Lang::En, 0) => "Everything adds up.".to_owned(),
        (Lang::Fr, n) => french(&format!("Ne se recoupent pas : {n}.")),
        (Lang::En, n) => format!("Not adding up: {n}."),
    }
}

/// What nobody could verify with what was given.
fn unproved(audited: &Audited, lang: Lang) -> String {
    let people = match lang {
        Lang::Fr => {
            "auteurs et collectivités distincts (bornés seulement), place des mots, empreinte des contributions : donnez --input ; "
        }
        Lang::En => {
            "distinct authors and local authorities (only bounded), words of the spans, hash of the contributions: give --input; "
        }
    };
    let people = if audited.input { "" } else { people };
    match lang {
        Lang::Fr => french(&format!(
            "Non vérifiables d’après les fichiers : {people}confiance, stabilité, couverture et ressemblance, qui viennent des vecteurs (refaire l’analyse les redonne)."
        )),
        Lang::En => format!(
            "Not verifiable from the files: {people}confidence, stability, coverage and likeness, which come from vectors (running the analysis again gives them again)."
        ),
    }
}

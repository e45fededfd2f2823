//! Deontic heads: the words by which people ask for something (analysis.md §3.9).
//!
//! A head is what stands before the thing asked: « il faut », « nous proposons de », « l’État doit ». Segmentation carries heads
//! through enumerations; the propositions are read from what follows them.

use crate::pattern::{Pattern, Patterns, pattern};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// What a head announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// « il faut … »: an infinitive, a que-clause or a noun phrase follows.
    Need,
    /// « il ne faut pas … »: the same, refused.
    NeedNot,
    /// « nous proposons … »: the same, asked by the author.
    Ask,
    /// « l’État doit … »: an infinitive follows, its subject stands before.
    Must,
    /// « les agents méritent d’être … »: as `Must`, the preposition already read.
    Deserve,
    /// « pourquoi ne pas … », « et si on … ».
    Suggest,
    /// « plus de … ».
    More,
    /// « moins de … ».
    Less,
    /// « stop à … », « arrêtez de … ».
    Stop,
    /// « Que l’État finance … ».
    Wish,
}

/// A head found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Head {
    /// Bytes of the head itself.
    pub range: Range<usize>,
    /// What it announces.
    pub form: Form,
}

/// The expressions of heads; each with what it announces, and whether only at the beginning of a sentence.
struct Known {
    forms: Vec<(Form, bool)>,
    patterns: Patterns,
}

const ADVERBS: &str = "(?: (?:donc|aussi|egalement|absolument|surtout|vraiment|enfin|imperativement|simplement|peut-etre|toujours|bien|deja|certainement|rapidement|d'urgence|d'abord|avant tout|au moins|a tout prix|notamment|par ailleurs|en effet|alors|ainsi|desormais))*";

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let judged = "necessaire|indispensable|urgent|important|essentiel|souhaitable|utile|bon|bien|temps|primordial|imperatif|interessant|opportun|judicieux|preferable|crucial|pertinent|fondamental|capital";
    let i_ask = "propose|suggere|recommande|preconise|demande|souhaite|souhaiterais|voudrais|aimerais|reclame|plaide pour|attends|veux|exige|prone";
    let we_ask = "proposons|suggerons|recommandons|preconisons|demandons|souhaitons|souhaiterions|voudrions|aimerions|reclamons|plaidons pour|attendons|voulons|exigeons|pronons";
    let they = "on|les elus|les elu·es|les maires|les habitants|les usagers|la commune|notre commune|le conseil municipal|notre conseil|notre table|la table|les participants|le groupe|l'atelier";
    let they_ask = "propose|proposent|suggere|suggerent|recommande|recommandent|preconise|preconisent|demande|demandent|souhaite|souhaitent|reclame|reclament";
    let all: [(Form, bool, String); 14] = [
        (Form::NeedNot, false, r"\bil (?:ne |n')(?:nous |me )?(?:faut|faudrait|faudra)(?: surtout)? (?:pas|plus|jamais)".into()),
        (Form::NeedNot, false, r"\b(?:on|nous) (?:ne |n')(?:doit|doivent|devons|devrait|devrions|devra|devrons) (?:pas|plus|jamais)".into()),
        (Form::Need, false, r"\b(?:il (?:nous |me |vous |leur |lui )?(?:faut|faudrait|faudra|conviendrait|convient|s'agit|s'agirait|importe)|faut|faudrait)".into()),
        (Form::Need, false, format!(r"\b(?:il |ce |cela |il me |il nous )?(?:est|serait|sera|semble|parait|c'est)(?: donc| aussi| egalement| tres| vraiment| absolument| plus que| grand)? (?:{judged})")),
        (Form::Need, false, r"\b(?:la|une|notre|ma|le|l'|un)(?: premiere?| vraie| bonne| meilleure?)? ?(?:solution|priorite|demande|proposition|idee|mesure|piste|suggestion|ideal|objectif|urgence|essentiel|important|enjeu|mieux)(?: principale| simple| ideale)? (?:est|serait|sera)".into()),
        (Form::Ask, false, format!(r"\b(?:(?:je |j')(?:vous )?(?:{i_ask})|nous (?:vous )?(?:{we_ask})|(?:{they}) (?:{they_ask}))")),
        (Form::Must, false, r"\b(?:doit|doivent|devons|devrait|devraient|devrions|devra|devront|devrons|pourrait|pourraient|pourrions)".into()),
        (Form::Deserve, false, r"\b(?:merite|meritent|meriterait|meriteraient|gagnerait|gagneraient) (?:d'|a )".into()),
        (Form::Suggest, false, r"\bpourquoi (?:ne pas|n'(?:y )?pas|pas)(?: plutot)?".into()),
        (Form::Suggest, false, r"\bet si (?:on|nous|l'on)".into()),
        (Form::Stop, true, r"^(?:stop|halte) (?:a |au |aux )".into()),
        (Form::More, true, r"^(?:plus|davantage) (?:de |d'|des )".into()),
        (Form::Less, true, r"^moins (?:de |d')".into()),
        (Form::Wish, true, r"^(?:que |qu')".into()),
    ];
    let tail = |form| match form {
        Form::Stop | Form::More | Form::Less | Form::Wish | Form::Deserve => String::new(),
        _ => format!("{ADVERBS}\\b"),
    };
    let sources: Vec<String> = all.iter().map(|(form, _, source)| format!("{source}{}", tail(*form))).collect();
    Known {
        forms: all.iter().map(|(form, opening, _)| (*form, *opening)).collect(),
        patterns: Patterns::of(sources.iter().map(String::as_str)),
    }
});

/// What stands before « qu’il faut » when it is the author's own opinion.
static OPINION: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"(?:\b(?:je|nous) (?:pense|pensons|crois|croyons|trouve|trouvons|considere|considerons|dis|disons|demande|demandons|propose|proposons|souhaite|souhaitons|repete|repetons)|j'estime|nous estimons|j'ajoute|il (?:me|nous) semble|a mon avis|evident|certain|sur|clair|vrai)(?: donc| aussi)? $",
    )
});

/// What stands before « il faut » and makes it the words of others, or a mere circumstance.
static BORROWED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"(?:\bs'|\bmeme si [^,;.]*|\bquand |\blorsqu'|\bcomme |\bdont |\bou |\b(?:si|quand|lorsque|dont|ou|comme) l'|\balors qu'|\bparce qu'|\bpuisqu'|\b(?:dit|disent|disait|repete|explique|parait|pretend|pretendent|croit|oublie|sait|savent)(?: tous)? qu['e] ?|\b(?:pour lesquel(?:le)?s|ce|ceux|celui|celles|celle|tout ce) qu'|\b(?:on|ils?|elles?|certains) (?:me|nous|leur) (?:dit|disent|demandent?) (?:qu'|que )?)$",
    )
});

/// What stands before a subordinate clause and denies it: « cela ne veut pas dire que tout doit … ».
static DENIED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(r"\b(?:ne |n')[^,;:.]{1,40}\b(?:pas|plus|jamais|guere|pense|crois)\b[^,;:.]{0,30}\bqu(?:e |')[^,;:.]*$")
});

/// The first head of `sentence`, if it asks for something in the author's own name.
pub(crate) fn first(sentence: &str) -> Option<Head> {
    after(sentence, 0)
}

/// The first head of `sentence` that begins at byte `from` or later.
pub(crate) fn after(sentence: &str, from: usize) -> Option<Head> {
    let Known { forms, patterns } = &*KNOWN;
    patterns
        .candidates(sentence)
        .map(|(at, exact)| (forms[at], exact))
        .filter(|((_, opening), _)| !opening || from == 0)
        .filter_map(|((form, _), exact)| Some(Head { range: own_words(exact, sentence, from)?, form }))
        .min_by_key(|head| (head.range.start, std::cmp::Reverse(head.range.end)))
}

fn own_words(exact: &Regex, sentence: &str, from: usize) -> Option<Range<usize>> {
    let mut found = exact.find_iter(sentence).filter(|found| found.start() >= from);
    found.find(|found| own(&sentence[..found.start()])).map(|found| found.range())
}

/// Whether what follows `before` is said in the author's own name.
fn own(before: &str) -> bool {
    let subordinate = ["qu’", "qu'", "Qu’", "Qu'"].iter().find_map(|que| before.strip_suffix(que));
    subordinate.is_none_or(|main| main.is_empty() || OPINION.is_match(main))
        && !BORROWED.is_match(before)
        && (before.contains("oubli") || !DENIED.is_match(before))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(sentence: &str) -> Option<Form> {
        first(sentence).map(|head| head.form)
    }

    #[test]
    fn people_ask_in_many_words() {
        assert_eq!(form("Il faudrait aussi former les agents"), Some(Form::Need));
        assert_eq!(form("il ne faut surtout pas fermer les guichets"), Some(Form::NeedNot));
        assert_eq!(form("Nous préconisons un moratoire"), Some(Form::Ask));
        assert_eq!(form("L’État doit financer les postes"), Some(Form::Must));
        assert_eq!(form("Pourquoi ne pas mutualiser les achats ?"), Some(Form::Suggest));
        assert_eq!(form("Plus de médiateurs dans les villages"), Some(Form::More));
        assert_eq!(form("Que l’État tienne ses engagements"), Some(Form::Wish));
    }

    #[test]
    fn what_others_say_is_not_asked() {
        assert_eq!(form("On nous dit qu’il faut tout faire en ligne"), None);
        assert_eq!(form("s’il faut encore attendre"), None);
        assert_eq!(form("Je suis contre l’idée qu’il faut tout payer"), None);
        assert_eq!(form("Cela ne veut pas dire que les sites doivent fermer"), None);
        assert_eq!(form("Je pense qu’il faut payer"), Some(Form::Need));
        assert_eq!(form("La fibre est arrivée en mai"), None);
    }
}

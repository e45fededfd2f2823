//! Whether what a phrase leaves out was needed: a scope, a predicate, the end of a list. Where it was, nothing is shown: silence is better
//! than half a demand.

use crate::pattern::{Pattern, pattern};
use arobase_text::words::words;
use std::sync::LazyLock;

/// Sentences that ask for nothing though they open as demands do: a doubt reported, a link, a heading, a set phrase.
static IDLE: LazyLock<[Pattern; 4]> = LazyLock::new(|| {
    [
        pattern(
            r"\b(?:sais|sait|savons|savez|savent|savoir|demandent?)(?: pas| plus| toujours)* (?:si |s'ils? )[^,;.]*(?:faut|faudrait|doi[ts]|doivent|devrai\w+)\b",
        ),
        pattern(
            r"^(?:plus|davantage) d(?:e |')(?:info\w*|details?|precisions?|renseignements?) ?(?::|(?:sur |ici )?(?:https?|www))",
        ),
        pattern(r"^(?:debat|compte[- ]rendu|reunion|atelier|resume|synthese|restitution) (?:sur|de|du|des) [^.]*:"),
        pattern(
            r"^(?:cherchez l'erreur|allez (?:comprendre|savoir)|imaginez|devinez|voyez|jugez|notez|une? \w+ (?:parmi|entre) (?:d'autres|tant|mille))",
        ),
    ]
});

/// Whether a sentence asks for nothing whatever its first words.
pub(super) fn is_idle(sentence: &str) -> bool {
    IDLE.iter().any(|idle| idle.is_match(sentence))
}

/// Ends and turns that show a piece missing: « accepter X seulement », « apprendre à lire que d’écrire », « équiper d’abord ».
static BROKEN: LazyLock<[Pattern; 4]> = LazyLock::new(|| {
    [
        pattern(
            r"(?: seulement| uniquement| d'accord| (?:qui|que|dont|ou) (?:ont|a|est|sont|peut|peuvent|doit|doivent))$",
        ),
        pattern(r"^\S+ d'abord$"),
        pattern(r"^faire en sorte qu[^,]*, (?:en )?\w+ant [^,]*$"),
        pattern(r"^s['e][^,]{0,30}\b(?:de|a|dans) (?:ses|son|sa|leurs?) "),
    ]
});

/// « apprendre à lire que d’apprendre à compter » has lost its « aussi important ».
fn compares_nothing(phrase: &str) -> bool {
    static THAN: LazyLock<Pattern> = LazyLock::new(|| pattern(r" que d(?:e |')"));
    static MORE: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(r"\b(?:plus|moins|autant|aussi|plutot|mieux|meilleure?s?|pires?|autres?|ne|n'|tels?|telles?)\b")
    });
    THAN.is_match(phrase) && !MORE.is_match(phrase)
}

/// What follows the phrase in its sentence and changes its meaning: a scope, who else pays, what was announced.
static NEEDED: LazyLock<[(Pattern, Pattern); 3]> = LazyLock::new(|| {
    let any = r"";
    [
        (any, r"^(?:,? etc\W*)?,? (?:seulement si|uniquement si|sauf|hormis|a condition|sous reserve|des lors qu|pour autant qu)"),
        (r"\b(?:par|entre|avec) (?:l'|(?:le|la|les) )?\w+$", r"^, (?:l'|d'|(?:le|la|les|des|une?) )[^,.;]{2,60}(?:,| et )"),
        (r"\b(?:une? seule?|suivante?s?)\b", r"^ ?: ?\w"),
    ]
    .map(|(phrase, rest)| (pattern(phrase), pattern(rest)))
});

/// « une charte, couvrant dix ans, doit être contraignante »: the thing named is what the rest speaks of.
static PREDICATE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(r"^,? (?:doit|doivent|devra|devront|devrait|devraient|est|sont|sera|seront|serait|seraient) ")
});

/// Whether `phrase`, made of `sentence` by `rules`, can stand without what it leaves out.
pub(super) fn stands(phrase: &str, sentence: &str, rules: &[&str]) -> bool {
    let rest = after(phrase, sentence);
    let named = rules.iter().any(|rule| ["R6", "R16", "R19"].contains(rule));
    if named && PREDICATE.is_match(rest) {
        return false;
    }
    let needed = NEEDED.iter().any(|(shown, left)| shown.is_match(phrase) && left.is_match(rest));
    !needed && !compares_nothing(phrase) && !BROKEN.iter().any(|broken| broken.is_match(phrase))
}

/// What follows the last two words of the phrase in its sentence; nothing when they were changed.
fn after<'a>(phrase: &str, sentence: &'a str) -> &'a str {
    let tokens = words(phrase);
    let Some(from) = tokens.len().checked_sub(2).map(|at| tokens[at].start) else { return "" };
    let end = phrase[from..].trim_end();
    sentence.find(end).map_or("", |at| &sentence[at + end.len()..])
}

#[cfg(test)]
mod tests {
    use crate::propositions::demands;

    fn phrase(sentence: &str) -> Option<String> {
        demands(sentence).into_iter().flat_map(|reading| reading.asked).next().map(|asked| asked.text)
    }

    #[test]
    fn half_a_demand_is_not_shown() {
        for sentence in [
            "Les maires ne savent pas s’il faut fermer la crèche.",
            "Plus d’informations : http://exemple.fr",
            "Une situation parmi d’autres.",
            "Cherchez l’erreur.",
            "Débat sur le marché du village : une halle couverte, des étals.",
            "Autoriser les feux de jardin seulement si on a un pompier.",
            "Il est aussi utile d’apprendre à nager que d’apprendre à courir.",
            "Publier un seul chiffre pour toutes les communes : le taux de fuite.",
            "Nous proposons un fonds unique de secours, abondé par l’État, les banques de la place et les grandes régions à hauteur des économies faites chaque année, et géré sur place par un conseil.",
        ] {
            assert_eq!(phrase(sentence), None, "{sentence}");
        }
    }

    #[test]
    fn whole_demands_are() {
        for (sentence, shown) in [
            ("Plus d’informations sur les aides aux jeunes", "renforcer les informations sur les aides aux jeunes"),
            (
                "Il faut maintenir l’accueil en mairie, sauf le dimanche.",
                "maintenir l’accueil en mairie, sauf le dimanche",
            ),
            ("Former plus de secrétaires que d’ingénieurs.", "former plus de secrétaires que d’ingénieurs"),
            (
                "Savoir si un guichet ferme est un droit ; il faut ouvrir un guichet par canton.",
                "ouvrir un guichet par canton",
            ),
        ] {
            assert_eq!(phrase(sentence).as_deref(), Some(shown), "{sentence}");
        }
    }
}

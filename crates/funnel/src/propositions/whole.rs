//! Whether what a phrase leaves out was needed: a scope, a predicate, the end of a list. Where it was, nothing is shown: silence is better
//! than half a demand.

use super::grammar::split;
use crate::pattern::{Pattern, Patterns, pattern};
use arobase_text::stem::fold;
use arobase_text::words::words;
use std::sync::LazyLock;

/// Sentences that ask for nothing though they open as demands do: a doubt reported, a link, a heading, a set phrase, what one means to say.
static IDLE: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of([
        r"\b(?:sais|sait|savons|savez|savent|savoir|demandent?)(?: pas| plus| toujours)* (?:si |s'ils? )[^,;.]*(?:faut|faudrait|doi[ts]|doivent|devrai\w+)\b",
        r"^(?:plus|davantage) d(?:e |')(?:info\w*|details?|precisions?|renseignements?) ?(?::|(?:sur |ici )?(?:https?|www))",
        r"^(?:debat|compte[- ]rendu|reunion|atelier|resume|synthese|restitution) (?:sur|de|du|des) [^.]*:",
        r"^echanges? (?:sur|autour|avec) ",
        r"^(?:contexte|constat|difficultes?|problemes?|obstacles?|arguments?|(?:par )?exemple) ?:",
        r"^(?:cherchez l'erreur|allez (?:comprendre|savoir)|imaginez|devinez|voyez|jugez|notez|essayez|regardez|supposons|admettons|precisons|citons|disons|une? \w+ (?:parmi|entre) (?:d'autres|tant|mille))",
        r"\b(?:prenons|prenez|prendre) (?:l'|un |quelques )exemple",
        r"\bj'attends? (?:toujours|encore|depuis)\b",
        r"\bil (?:me|lui) (?:faut|fallait|faudra)\b",
        r"\b(?:je|j') ?(?:souhaite|souhaiterais|voudrais|aimerais|tiens a|veux|desire|me permets d)[ e']*(?:aussi |juste |simplement |egalement |donc |ici )*(?:emettre|ajouter|signaler|attirer|reagir|apporter|partager|preciser|souligner|rappeler|repondre|savoir|comprendre|connaitre|dire|faire (?:remarquer|part|observer)|continuer|exprimer|temoigner|revenir|remercier|feliciter|poser (?:une|la) question|soulever)\b",
        r#"\w (?:qu'|que|:)? ?["«] ?(?:il |nous |on )?(?:faut|faudrait|devons|doit) "#,
        r"\b(?:ici|ailleurs|parfois|souvent|la),? il faut (?:encore )?(?:\d|une? |des |aller|faire|passer|attendre|appeler)",
        r"\bil faut (?:donc )?(?:se lever (?:tot|de bonne heure)|(?:faire|parcourir|rouler|marcher) \d)",
        r"^qu(?:e |')[^,;.]*\bne [^,;.]*, (?:ne |n')",
        r"\b(?:mais )?en vain\b|\bl'ennemi du bien\b|\bs'il est (?:vrai|exact|certain|evident) qu",
        r"^non[- ]respect\b|^(?:la |le |l')\w+ (?:prete|porte|ouvre|ferme|sert|tient) (?:le|la|les|une?|des) ",
        r"^est-ce qu[^?]*\b(?:ne |n')|^on (?:nous |me )?(?:dit|disait|repete) qu",
    ])
});

/// Whether a sentence asks for nothing whatever its first words.
pub(super) fn is_idle(sentence: &str) -> bool {
    IDLE.matching(sentence).next().is_some()
}

/// Ends and turns that show a piece missing: « accepter X seulement », « apprendre à lire que d’écrire », « équiper d’abord ».
static BROKEN: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of([
        r"(?: oui| non| merci| seulement| uniquement| d'accord| jusque-la)$|^doter .* d'acces$",
        r" (?:qui|que|dont|ou) (?:ne |se |nous |leur |lui |les |y |en )?(?:ont|a|est|sont|peut|peuvent|doit|doivent|devraient|devrait|pourraient|pourrait|vont|va|veulent|veut|auront|aura|seront|sera|etaient|etait|avaient|avait|ne|se|nous)$",
        r" (?:avoir|faire|mettre|prendre|rendre|donner|permettre|devoir|pouvoir|devenir|etre)$",
        r" ne (?:pas|plus) (?:une?|le|la|les) \w+$",
        r"^\S+ d'abord$",
        r"^mettre (?:en (?:valeur|avant|place|oeuvre|commun)|a (?:jour|disposition))$",
        r"^faire en sorte qu[^,]*, (?:en )?\w+ant [^,]*$",
        r"^s['e][^,]{0,30}\b(?:de|a|dans) (?:ses|son|sa|leurs?) ",
        r"^(?:comporter|contenir|consister|correspondre|appartenir|porter sur) ",
        r"^eviter qu.* ni |^ne \w+(?:er|ir|re) | et seule?s?$| et non \w+$|^\S+ (?:le|la|les) (?:fait|font|fera|permet|permettent)\b|^demander .* d'etre \w+(?:e|ees?|es) | d'une part$",
        r" (?:des|les|aux|l') ?(?:articles?|art|alineas?)$",
        r"\b(?:regle|disposition|mesure|principe|phrase|mention|article|alinea|point|objectif|critere|condition|proposition|texte|amendement|mot|element|action|moyen|information|competence|donnee)s? suivante?s?\b",
        r"\b(?:precedemment|susmentionnee?s?|susvisee?s?|plus haut|precitee?s?|ci-dessous)\b",
        r"\b(?:bcp|qq|svp|pcq|perso)\b",
        r"\bpresente? (?:article|loi|titre|chapitre|texte|projet)\b",
        r" (?:qui|que|dont|ou),[^,]*$| ou (?:chacune?|tous|on|l'on)$",
    ])
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
static NEEDED: LazyLock<[(Pattern, Pattern); 8]> = LazyLock::new(|| {
    let any = r"";
    [
        (any, r"^(?:,? etc\W*)?,? (?:seulement si|uniquement si|sauf|hormis|a condition|sous reserve|des lors qu|pour autant qu|tant qu|si (?:le|la|les|l'|une?|des|leur|son|sa|aucun)\b)"),
        (r"\b(?:par|entre|avec) (?:l'|(?:le|la|les) )?\w+$", r"^, (?:l'|d'|(?:le|la|les|des|une?) )[^,.;]{2,60}(?:,| et )"),
        (r"\bune? seule?\b|\b(?:regles?|principes?|conditions?|idees?|mesures?|definitions?|objectifs?|criteres?|indicateurs?|listes?)(?: simples?)?$", r"^ ?: ?\w"),
        (r" \d$", r"^ ?[-–.)°]"),
        (any, r"^ [-–] \w+(?: [-–]|\W*$)"),
        (r"^ne ", r"^,? (?:sans|avant d|si) "),
        (r"^(?:ne|cesser|arreter|eviter) ", r"^ comme "),
        (any, r"^\.\w"),
    ]
    .map(|(phrase, rest)| (pattern(phrase), pattern(rest)))
});

/// « une charte, couvrant dix ans, doit être contraignante »: the thing named is what the rest speaks of.
static PREDICATE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(r"^,? (?:doit|doivent|devra|devront|devrait|devraient|est|sont|sera|seront|serait|seraient) ")
});

/// « partager un texte, une image », of which « , un son » went: a list that stops short, or what a word in brackets qualified.
fn stops_short(phrase: &str, rest: &str) -> bool {
    static GOES_ON: LazyLock<Pattern> =
        LazyLock::new(|| pattern(r"^ ?(?:, ?(?:\w|l'|d')|,? (?:par exemple|notamment|etc)|,? ?(?:\.\.\.|…))"));
    static WOULD: LazyLock<Pattern> = LazyLock::new(|| pattern(r"^, \w+(?:rait|raient)\b"));
    let Some((_, last)) = phrase.rsplit_once(", ") else { return false };
    let linked = ["et", "ou", "puis", "soit", "dont"].contains(&split(last).0);
    !linked && words(last).len() <= SHORT && GOES_ON.is_match(rest) && !WOULD.is_match(rest)
}

/// Longest member of a list, in words, that cannot be mistaken for its end.
const SHORT: usize = 5;

/// « soit dans la loi » without its other « soit ».
fn chooses_nothing(phrase: &str) -> bool {
    phrase.matches(", soit ").count() == 1
}

/// Whether `phrase`, made of `sentence` by `rules`, can stand without what it leaves out.
pub(super) fn stands(phrase: &str, sentence: &str, rules: &[&str]) -> bool {
    let rest = after(phrase, sentence);
    let named = rules.iter().any(|rule| ["R6", "R16", "R19"].contains(rule));
    if named && PREDICATE.is_match(rest) || stops_short(phrase, rest) {
        return false;
    }
    let needed = NEEDED.iter().any(|(shown, left)| shown.is_match(phrase) && left.is_match(rest));
    !needed && !compares_nothing(phrase) && !chooses_nothing(phrase) && BROKEN.matching(phrase).next().is_none()
}

/// A sentence without accents or capitals, and for each of its bytes where the letter it comes from ends.
fn folded(sentence: &str) -> (String, Vec<usize>) {
    let (mut plain, mut origins) = (String::new(), Vec::new());
    for (at, letter) in sentence.char_indices() {
        plain.push_str(&fold(letter.encode_utf8(&mut [0; 4])));
        origins.resize(plain.len(), at + letter.len_utf8());
    }
    (plain, origins)
}

/// What follows the phrase in its sentence: what comes after its last two words, there where most of its words have been met; nothing when
/// they were changed.
fn after<'a>(phrase: &str, sentence: &'a str) -> &'a str {
    let tokens = words(phrase);
    let Some(from) = tokens.len().checked_sub(2).map(|at| tokens[at].start) else { return "" };
    let (plain, origins) = folded(sentence);
    let end = fold(phrase[from..].trim_end());
    let said = |before: &str| tokens.iter().filter(|word| before.contains(&fold(word.text))).count();
    let places = plain.match_indices(&end).map(|(at, _)| at);
    // Of equals, the first.
    let place = places.min_by_key(|&at| std::cmp::Reverse(said(&plain[..at])));
    place.map_or("", |at| &sentence[origins[at + end.len() - 1]..])
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
            "Il me faut des habits chauds pour le chantier.",
            "Prenons l’exemple d’un marché couvert.",
            "Je souhaite signaler la mauvaise tenue des fossés.",
            "On nous répète : « il faut fermer la halle au public ».",
            "Ici on signe à la main, là il faut une carte à puce.",
            "Pour la ville il faut faire 30 km de route.",
            "Que le marché ne soit pas grand, ne change pas son utilité.",
            "En écoutant les forains, on comprend leurs soucis.",
            "Le marché tiendra si chacun vient et si l’on peut y déjeuner.",
            "Prévoir une règle simple : pas de camion dans le bourg.",
            "Ne pas ouvrir de marché tant que la halle est fermée.",
            "Partager les textes, les images, par exemple les sons du marché.",
            "Informer chaque forain pouvant potentiellement avoir",
            "Insérer la disposition suivante dans le règlement du marché",
            "Élire des maires qui devraient",
            "Ouvrir la halle couverte, soit le samedi matin.",
            "Le règlement doit comporter un plan du marché.",
            "J’attends toujours un rendez-vous avec le maire.",
            "Plus de camions dans le bourg : que des vélos",
            "Le marché pourrait avoir un effet sur le commerce du bourg.",
            "Bâtir un village où chacun",
            "Cela coûte cher même si je pense qu’il faudrait ouvrir la halle.",
            "Identifier et élargir leur réseau de partenaires",
            "Est-ce qu’il ne faut pas laisser la halle ouverte ?",
            "On dit qu’au marché tout étal doit être couvert.",
            "L’amende doit porter sur le bruit et seuls",
            "Mettre en place des tickets vert - orange - rouge",
            "Ne tenir compte non pas du prix",
            "Cesser de nous parler comme à des enfants",
            "S’il est vrai qu’il faut ouvrir la halle, le prix est trop haut.",
            "La halle prête le four aux forains",
            "Non-respect du stationnement",
            "Supprimer le péage et non réduit",
            "Trucmuche le fait déjà",
            "Publier un seul chiffre pour toutes les communes : le taux de fuite.",
            "Nous proposons un fonds unique de secours, abondé par l’État, les banques de la place et les grandes régions à hauteur des économies faites chaque année, et géré sur place par un conseil.",
        ] {
            assert_eq!(phrase(sentence), None, "{sentence}");
        }
    }

    #[test]
    fn what_follows_is_looked_for_in_its_place() {
        let sentence = "La halle du bourg est belle, il faut ouvrir la halle du bourg sauf en juin";
        assert_eq!(super::after("ouvrir la halle du bourg", sentence), " sauf en juin");
        assert_eq!(super::after("ouvrir les halles", sentence), "");
        assert_eq!(super::after("créer une épicerie", "Creer une epicerie, si le maire veut"), ", si le maire veut");
    }

    #[test]
    fn whole_demands_are() {
        for (sentence, shown) in [
            ("Plus d’informations sur les aides aux jeunes", "renforcer les informations sur les aides aux jeunes"),
            (
                "Il faut maintenir l’accueil en mairie, sauf le dimanche.",
                "maintenir l’accueil en mairie, sauf le dimanche",
            ),
            (
                "Créer une obligation de repli si la halle est fermée.",
                "créer une obligation de repli si la halle est fermée",
            ),
            (
                "Payer un jeune du village pour s’occuper des panneaux, car la mairie est loin.",
                "payer un jeune du village pour s’occuper des panneaux",
            ),
            ("Aider les anciens à parler à quelqu’un", "aider les anciens à parler à quelqu’un"),
            ("L’usager doit être informé par courrier", "informer l’usager par courrier"),
            ("Chaque élu doit avoir le choix de sa commission", "donner à chaque élu le choix de sa commission"),
            ("Moins de panneaux dans les rues du bourg", "réduire le nombre de panneaux dans les rues du bourg"),
            ("Moins de taxes locales pour les forains", "réduire les taxes locales pour les forains"),
            ("Respecter les tris sélectifs Ramassage des déchets", "respecter les tris sélectifs"),
            (
                "Une halle couverte, ouverte toute la semaine, aiderait les forains",
                "prévoir une halle couverte, ouverte toute la semaine",
            ),
            ("Libérer des heures au collège, prise en compte du sport", "libérer des heures au collège"),
            (
                "Prévenir les familles par courrier, téléphone ou radio",
                "prévenir les familles par courrier, téléphone ou radio",
            ),
            ("Garder les horaires de car sur papier", "garder les horaires de car sur papier"),
            (
                "Le marché doit être géré par les forains et ouvert à tous",
                "faire en sorte que le marché soit géré par les forains et ouvert à tous",
            ),
            ("Nous demandons le financement de bancs et d’abris", "financer des bancs et des abris"),
            ("Standardisation des horaires et du prix", "standardiser les horaires et le prix"),
            (
                "La région devrait porter le marché, et les communes garder les clés",
                "demander à la région de porter le marché",
            ),
            (
                "Rétablir la paix dans les pays d’où viennent les exilés",
                "rétablir la paix dans les pays d’où viennent les exilés",
            ),
            ("Plus de trains le soir", "prévoir plus de trains le soir"),
            ("Des marchés pourraient être mis en place dans les bourgs", "mettre en place des marchés dans les bourgs"),
            ("Arrêter la pollution, aucun camion dans le bourg", "arrêter la pollution"),
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

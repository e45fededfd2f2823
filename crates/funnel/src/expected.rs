//! What the question put to people calls for. Asked « what is wrong? », a bare noun complains; asked « what do you propose? », it wishes.
//!
//! Read in the question's own words, for any consultation; without a question, or with one that asks for two things at once, nothing is presumed.

use crate::pattern::{Pattern, pattern};
use std::sync::LazyLock;

/// What answers may be presumed to be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Expects {
    /// Nothing is known of the question, or it asks for several things.
    #[default]
    Anything,
    /// « Que proposez-vous ? », « Comment améliorer … ? »
    Proposals,
    /// « Quelles difficultés rencontrez-vous ? »
    Problems,
    /// « Que pensez-vous de … ? », « Êtes-vous pour ou contre ? »
    Opinions,
    /// « Que faites-vous aujourd’hui ? »
    Facts,
}

/// Words by which a question asks for each; the first of them in the question is what counts.
static CUES: LazyLock<[(Expects, Pattern); 4]> = LazyLock::new(|| {
    [
        (
            Expects::Proposals,
            pattern(
                r"\b(?:propos(?:ez|er|itions?|e[rz]-vous)|sugger\w+|suggestions?|solutions?|idees?|attentes?|souhait\w*|voudr\w+|aimeri\w+|attendez|recommand\w+|leviers?|pistes?|mesures?|ameliorations?|besoins?|faudrait|faut-il|qu'il (?:faut|faudrait)|a mettre en (?:place|oeuvre)|prioritaires?|necessaires?|que faire|comment (?:mieux |ne pas |bien |se )?(?:\w{2,}er|\w{2,}ir|faire|mettre|rendre|permettre|reduire|prendre)|(?:que|comment|quels?|quelles?)\b[^?.]*\b(?:peu(?:t|vent)|pourr\w+|doi(?:t|vent)|devr\w+|seraient))\b",
            ),
        ),
        (
            Expects::Problems,
            pattern(
                r"\b(?:problem\w+|difficultes?|craintes?|craignez|inquietudes?|inquiet\w+|freins?|obstacles?|reproch\w+|regrett\w+|insatisf\w+|mecontent\w+|dysfonctionne\w+|defauts?|points? (?:faibles?|negatifs?|noirs?)|inutiles?|complexes?|penibles?|discriminations?|incivilites|manqu(?:e|es|ent)|(?:fonctionne|marche|va)(?:nt)? (?:pas|mal)|derange\w*|gene(?:nt)?)\b",
            ),
        ),
        (
            Expects::Opinions,
            pattern(
                r"\b(?:pensez-vous|que penser|votre (?:avis|opinion|sentiment|jugement)|etes-vous (?:\w+ )?(?:favorables?|d'accord|pour|contre|opposee?s?|prete?s?)|seriez-vous|souhaitez-vous que|pour ou contre|arguments?|approuvez|trouvez-vous|estimez-vous|croyez-vous|confiance|satisf\w+|positi(?:f|ve|fs|ves|vement)|points? forts?|appreci\w+|pourquoi)\b",
            ),
        ),
        (
            Expects::Facts,
            pattern(
                r"\b(?:que faites-vous|avez-vous|utilisez-vous|vivez-vous|habitez-vous|rencontrez-vous|connaissez-vous|(?:comment|de quelle (?:maniere|facon)) (?:vous|votre|vos)|votre (?:vie|quotidien|experience|situation|temoignage)|temoignages?|racontez)\b",
            ),
        ),
    ]
});

impl Expects {
    /// What `question` calls for. A proposal asked for first stays so whatever it is to mend (« Comment réduire les difficultés … ? »); a question
    /// that asks for something else and then for proposals presumes nothing.
    pub(crate) fn of(question: Option<&str>) -> Self {
        let Some(question) = question else { return Self::Anything };
        let found = |(expects, cue): &(Self, Pattern)| cue.find(question).map(|cue| (cue.start(), *expects));
        let found: Vec<(usize, Self)> = CUES.iter().filter_map(found).collect();
        let proposals = found.iter().find(|(_, expects)| *expects == Self::Proposals).map(|(at, _)| *at);
        let mut others = found.iter().filter(|(_, expects)| *expects != Self::Proposals);
        match proposals {
            Some(at) if others.any(|(before, _)| *before <= at) => Self::Anything,
            Some(_) => Self::Proposals,
            // In the order of the cues: « satisfaction et difficultés » calls for difficulties too.
            None => others.next().map_or(Self::Anything, |(_, expects)| *expects),
        }
    }

    /// Whether what opens without a head of its own (a thing, a gerund, a bare infinitive) may be presumed to ask.
    pub(crate) fn presumes(self, opening: Opening<'_>) -> bool {
        match (self, opening) {
            (Self::Anything | Self::Proposals, _) | (_, Opening::Imperative) | (Self::Opinions, Opening::Gerund) => {
                true
            }
            (Self::Opinions | Self::Problems | Self::Facts, Opening::Infinitive(verb)) => {
                self == Self::Opinions || changes(verb)
            }
            _ => false,
        }
    }
}

/// Whether a verb changes how things are: asked « what is wrong? », « simplifier … » still asks, « attendre … » complains.
pub(crate) fn changes(verb: &str) -> bool {
    CHANGES.split_whitespace().any(|known| known == verb)
}

const CHANGES: &str = "abolir abroger accélérer accompagner adapter aider alléger améliorer arrêter assouplir assurer augmenter autoriser \
    automatiser baisser cesser clarifier conserver créer diminuer développer donner encadrer encourager étendre éviter faciliter favoriser \
    fermer financer former fusionner garantir garder généraliser harmoniser informer installer instaurer interdire laisser limiter \
    maintenir mettre moderniser multiplier mutualiser obliger ouvrir permettre promouvoir proposer protéger raccourcir réduire réformer \
    regrouper remettre remplacer rendre renforcer repenser respecter rétablir revaloriser revenir revoir rouvrir simplifier soutenir \
    stopper supprimer uniformiser valoriser";

/// How a sentence without a head opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Opening<'a> {
    /// « Gardez les guichets ».
    Imperative,
    /// « Simplifier … », with its verb.
    Infinitive(&'a str),
    /// « En écoutant … ».
    Gerund,
    /// « Création de … », « La carte grise en ligne », « Plus de bus ».
    Noun,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_say_what_they_call_for() {
        for (question, expects) in [
            ("Que proposez-vous pour les transports ?", Expects::Proposals),
            ("Comment réduire les difficultés des petites communes ?", Expects::Proposals),
            ("Que faudrait-il faire pour le logement ?", Expects::Proposals),
            ("Quels services souhaitez-vous voir ouvrir le samedi ?", Expects::Proposals),
            ("Comment l’État peut-il mieux aider les territoires en difficulté ?", Expects::Proposals),
            ("Quelles difficultés rencontrez-vous à la mairie ?", Expects::Problems),
            ("Quelles règles jugez-vous inutiles ou trop complexes ?", Expects::Problems),
            ("Que pensez-vous du tri des déchets ?", Expects::Opinions),
            ("Êtes-vous pour ou contre cette fusion, et pourquoi ?", Expects::Opinions),
            ("Comment vous rendez-vous au travail ?", Expects::Facts),
            ("Que faites-vous pour la planète ?", Expects::Facts),
            ("Quels problèmes voyez-vous, et que proposez-vous ?", Expects::Anything),
            ("Autres remarques", Expects::Anything),
            ("", Expects::Anything),
        ] {
            assert_eq!(Expects::of(Some(question)), expects, "{question}");
        }
        assert_eq!(Expects::of(None), Expects::Anything);
    }

    #[test]
    fn what_is_wrong_is_answered_by_what_is_wrong() {
        assert!(Expects::Anything.presumes(Opening::Noun));
        assert!(!Expects::Problems.presumes(Opening::Noun));
        assert!(Expects::Problems.presumes(Opening::Infinitive("simplifier")));
        assert!(!Expects::Problems.presumes(Opening::Infinitive("attendre")));
        assert!(!Expects::Facts.presumes(Opening::Gerund));
    }
}

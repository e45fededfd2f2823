//! Words that carry no content of their own: function words, auxiliaries, fillers of opinion and discourse.

use std::collections::HashSet;
use std::sync::OnceLock;

/// Folded (lower case, no accents), « ' » for the apostrophe.
const LIST: &str = "
a ai aie aient aies ait as au aucun aucune aucuns auquel aura aurai auraient aurais aurait auras aurez auriez aurions aurons
auront aussi autant autre autres autrui aux auxquelles auxquels avaient avais avait avant avec avez aviez avions avoir avons
ayant ayez ayons bah beaucoup ben bien bref c c' ca car ce ceci cela celle celle-ci celle-la celles celles-ci celles-la celui
celui-ci celui-la cent cependant certain certaine certaines certains certes ces cet cette ceux ceux-ci ceux-la chacun chacune
chaque chez ci combien comme comment concernant contre d d' da dans de debout dedans dehors deja depuis derriere des desormais
desquelles desquels dessous dessus deux devait devant devra devrai devraient devrais devrait devront devons doit dois doivent
donc dont du duquel durant elle elle-meme elles elles-memes en encore enfin ensuite entre envers environ es est est-a-dire
et etaient etais etait etant ete etes etiez etions etre eu eue eues euh eurent eus eussent eut eux eux-memes excepte fais faisait
faisant fait faite faites faits faire falloir fallait faudra faudrait faut fera ferait font fur furent fus fut grace guere ha
helas hormis hors hui ici il ils j j' jamais je jusqu jusqu' jusque l l' la la-bas la-dessus laquelle le lequel les lesquelles
lesquels leur leurs lors lorsqu lorsqu' lorsque lui lui-meme m m' ma mais malgre me meme memes mes mien mienne miennes miens
mieux moi moi-meme moins mon moyennant n n' ne neanmoins ni non nos notamment notre notres nous nous-memes nul nulle nulles nuls
on ont or ou ouais oui outre par parce parfois parmi pas pendant peu peut peuvent peut-etre peux plupart plus plusieurs plutot
pour pourquoi pourra pourrai pourraient pourrais pourrait pourrons pourront pourtant pouvait pouvoir pouvons presque puis puisqu
puisqu' puisque qu qu' quand quant que quel quelle quelles quelqu quelqu' quelque quelquefois quelques quels quelqu'un
quelqu'une quelques-unes quelques-uns qui quiconque quoi quoiqu quoiqu' quoique s s' sa sans sauf se selon sera serai seraient
serais serait seras serez seriez serions serons seront ses si sien sienne siennes siens sinon sitot soi soi-meme soient sois
soit sommes son sont sous soyez soyons suis sur surtout t t' ta tandis tant te tel telle tellement telles tels tes tien tienne
tiens toi toi-meme ton tot toujours tous tout toute toutefois toutes tres trop tu un une unes uns va vais vas vers veut veulent
veux via voici voila voir voire vont vos votre votres vouloir vous vous-memes vraiment vs vu y
-t-il -t-elle -t-on -t-ils -t-elles -je -tu -il -elle -on -nous -vous -ils -elles -ce -le -la -les -lui -leur -moi -toi -y -en
t-il t-elle t-on
alors ailleurs ainsi apparemment apres assez aujourd'hui auparavant autour autrement cad ca depuis dernierement effectivement
egalement etc evidemment exemple finalement franchement globalement heureusement honnetement idem justement maintenant
malheureusement naturellement normalement parait pareil particulierement personnellement plait plutot precisement
principalement probablement quasi quasiment quelconque simplement souvent suffisamment svp stp systematiquement tard
totalement trouve uniquement voila
afin d'abord apropos propos cote egard fois facon maniere sorte cas sens chose choses truc trucs gens
avis pense penses pensons penser crois croit croire semble semblerait sembler sais sait savoir dis dit dire disent vois voit parle
ajoute souhaite souhaiterais souhaiterait souhaitons souhaitent souhaiter voudrais voudrait voudrions aimerais aimerait aimerions
propose proposons proposer suggere suggerons suggerer demande demandons recommande preconise merci bonjour bonsoir cordialement
madame monsieur mr mme mlle bravo
faudrait-il possible bon bonne bons bonnes mettre met mettent mis mise mises rendre rend prendre prend pris
bcp tt tjs tjrs qd qq qqs pr ds pcq ms svt notament
the of and to
";

/// Whether a folded word (see [`crate::stem::fold`]) is without content.
pub fn is_stop_word(folded: &str) -> bool {
    static SET: OnceLock<HashSet<&'static str>> = OnceLock::new();
    SET.get_or_init(|| LIST.split_ascii_whitespace().collect()).contains(folded)
        || folded.chars().count() == 1 && !folded.chars().all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stem::fold;

    #[test]
    fn function_words_are_stopped_and_content_is_not() {
        for word in
            ["le", "l’", "était", "voilà", "jusqu’", "lorsqu’", "-t-il", "même", "y", "aujourd’hui", "je", "faudrait"]
        {
            assert!(is_stop_word(&fold(word)), "{word}");
        }
        for word in [
            "élu",
            "fibre",
            "commune",
            "été-indien",
            "services",
            "2025",
            "or-noir",
            "état",
            "été-camp",
            "gratuit",
            "besoin",
        ] {
            assert!(!is_stop_word(&fold(word)), "{word}");
        }
    }

    #[test]
    fn the_list_is_folded() {
        assert!(LIST.split_ascii_whitespace().all(|word| fold(word) == word));
    }
}

//! Given names usual in France, without accents; written for the product.

use std::collections::BTreeSet;
use std::sync::LazyLock;

const GIVEN: &str = "
abdel adam adele adeline adrien agathe agnes ahmed aicha aime alain alban albert alex alexandra alexandre alexia alexis ali alice alicia aline
alix alphonse amandine ambre amelie amina amine anais andre andree angele angelique anissa anita anna annabelle anne annette annick annie anthony antoine antoinette
antonin antonio apolline ariane arlette armand armelle arnaud arsene arthur astrid aude audrey auguste augustin aurelie aurelien aurore
axel aymeric babette baptiste barbara bastien beatrice benedicte benjamin benoit berengere bernadette bernard berthe bertrand bilal blaise blandine boris
brice brigitte bruno camille capucine carine carla carlos carole caroline catherine cecile cedric celia celine celestin chantal charles charlie charline
charlotte chloe christelle christian christiane christine christophe clara clarisse claude claudette claudie claudine claire clemence clement
clementine clotilde colette coline constance constant coralie corentin corinne cyril cyrille damien daniel daniele danielle danny david deborah
delphine denis denise diane didier dimitri dominique dorian doriane dorothee dylan edgar edith edmond edouard edwige elea eleonore elena
eliane elias elie eliot elisa elisabeth elise ella elodie eloise elsa emeline emile emilie emilien emma emmanuel emmanuelle enzo eric erick erika erwan
estelle esteban esther ethan etienne eugene eugenie eva evan eve eveline evelyne fabien fabienne fabrice fanny farid fatima fatiha felicie felix
fernand fernande flavie flavien florence florent florian floriane franck francis francois francoise frank fred frederic frederique gabin gabriel
gabrielle gael gaelle gaetan gaspard gaston gautier genevieve geoffrey georges georgette gerald geraldine gerard germain germaine gerome ghislain ghislaine
gilbert gilberte gilles gisele gregoire gregory guilhem guillaume gustave guy gwenael gwenaelle gwendoline habib hadrien hamid hassan helene
henri henriette herve hicham honore hubert hugo hugues ibrahim ines ingrid irene iris isabelle isaac ismael ivan jacky jacqueline jacques
jade jamel james janine jean jeanine jeanne jeannine jennifer jeremie jeremy jerome jessica jihane joachim joanna jocelyn jocelyne joel joelle johan johann johanna
johnny jonas jonathan jordan jose joseph josephine josette josiane josselin josue julia julie julien juliette justin justine karim karine karl katia kelly
kevin khaled killian kylian laetitia laila lara latifa laura laure laurence laurent laurie lea leila lena leo leon leonard leonie leopold
liliane lilian lina line lionel lisa lise loan loic lola lorenzo lou louis louise louison luc lucas lucette lucie lucien lucienne ludivine ludovic luis lydia lydie
lylou mae maelle maelys magali mailys malik malika manon manuel manuela marc marcel marceau marcelle margaux margot marguerite maria marianne marie
marielle marina marine mario marion marius marjorie marlene marthe martial martin martine maryline maryse maryvonne mateo mathias mathieu mathilde mathis matteo
matthias matthieu maud maurice max maxence maxime maximilien mehdi melanie melina melissa melodie mercedes michael michel michele micheline michelle mickael mikael mireille
mohamed mohammed mohand monique morgan morgane mourad moussa muriel mustapha mylene myriam nabil nadege nadia nadine nael naima nathalie nathan nathanael nelly
nicolas nicole nina ninon noa noah noe noel noelle noemie nora norbert norman nour oceane odette odile olga olive olivia olivier omar oscar
ophelie oriane oscar pablo paola pascal pascale pascaline patrice patricia patrick paul paula paule paulette pauline pedro peggy philippe pierre pierrette
pierrick prisca priscilla quentin rachel rachid raoul raphael raphaelle raymond raymonde rebecca regine regis remi remy renaud rene renee ricardo
richard robert roberte roberto robin rodolphe rodrigue roger roland rolande romain romane romeo romuald ronan rosalie rose roseline roselyne roxane ruben rudy
sabine sabrina sacha said salim salome sam samia samir samira samuel sandra sandrine sara sarah sasha sebastien selim selma serge severine sidonie simon
simone sofia sofiane solange solene soline sonia sophie soraya stanislas stella stephane stephanie steve steven suzanne suzette sylvain sylvaine sylvette sylviane
sylvie tanguy tatiana teddy thelma theo theodore theophile therese thibaud thibault thierry thomas tiffany tim timeo timothee titouan tom tony tristan
ulysse ursula valentin valentine valerian valerie valery vanessa vera veronique victoire victor victoria vincent violaine violette virginie vivian viviane
wahid walid wilfried william willy xavier yacine yael yanis yann yannick yannis yasmina yasmine yassine yohan yohann yolande youcef youssef yves yvette
yvon yvonne zacharie zelie zoe zohra
";

pub(super) fn is_given(folded: &str) -> bool {
    static NAMES: LazyLock<BTreeSet<&str>> = LazyLock::new(|| GIVEN.split_ascii_whitespace().collect());
    NAMES.contains(folded)
}

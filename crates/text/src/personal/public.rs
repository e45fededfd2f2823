//! Who is public: functions, institutions that bear names, people whom everyone names.

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Words of functions that make the bearer of a name an official, or an author who is cited.
const FUNCTIONS: &str = "
maire maires ministre ministres premier president presidente presidents vice depute deputee deputes senateur senatrice prefet prefete
adjoint adjointe conseiller conseillere commissaire rapporteur rapporteure directeur directrice secretaire ambassadeur gouverneur
roi reine pape general chancelier juge procureur defenseur elu elue candidat candidate chef pdg fondateur fondatrice createur
auteur auteure autrice ecrivain philosophe economiste sociologue chercheur chercheuse professeur journaliste historien juriste avocat
prix nobel academicien porte-parole parole leader editorialiste lobby administration mairie gouvernement etat collegues elus police
gendarmerie prefecture inspecteur inspectrice recteur rectrice
";

/// What bears the name of somebody: streets, schools, laws, reports.
const INSTITUTIONS: &str = "
rue avenue boulevard bd av place quai cours square allee impasse chemin pont gare ecole ecoles college lycee universite faculte fac
institut fondation hopital clinique chu salle stade gymnase espace centre maison mediatheque bibliotheque musee theatre cinema residence
loi lois decret amendement rapport arret affaire prix projet plan mission commission comite reforme circulaire accord traite ordonnance
article livre film ouvrage roman blog site journal selon comme these theoreme methode cite feu regrette saint sainte parc metro station tour
groupe societe entreprise cabinet association ehpad crous hotel
";

/// People in office or in history, and authors cited in consultations: naming them masks nothing.
const PUBLIC: &str = "
macron hollande sarkozy chirac mitterrand giscard estaing pompidou gaulle debre chaban delmas mauroy fabius rocard cresson beregovoy
balladur juppe jospin raffarin villepin fillon ayrault valls cazeneuve philippe castex borne attal barnier bayrou lecornu melenchon pen
wauquiez hamon dupont-aignan asselineau lassalle poutou arthaud montebourg royal hulot rugy griveaux castaner darmanin benalla schiappa
penicaud buzyn veran maire lemaire mahjoubi lemaire axelle taubira dati duflot sapin macron blanquer vidal belloubet collomb pannier drian parly
borloo berger martinez-cgt cahuzac balkany tapie ferrand larcher berge delevoye chouard drouet flavigny ludosky nicolle levavasseur coluche zemmour bern onfray
piketty lessig stallman snowden assange torvalds zuckerberg bezos gates jobs musk brin swartz doctorow pouzin schneier bradbury orwell
huxley marx keynes smith hayek rousseau voltaire montesquieu hugo zola jaures blum moulin clemenceau napoleon bonaparte robespierre
colbert vauban descartes pascal curie pasteur eiffel ferry monnet schuman mandela gandhi luther king trump obama biden putin poutine merkel
thatcher reagan clinton johnson merkel juncker tusk barroso lagarde draghi stiglitz tirole sen ostrom rifkin rabhi hessel bourdieu foucault
deleuze arendt habermas rawls tocqueville aigrain zimmermann moglen berners turing lovelace jeanne arc catherine-barma thevenou
ghosn veil jouanno dac berne wresinski palice palisse saal delors latouche mulliez royale sarkosi ponpidou pompidou borlo larrouturou elkabbach courbet
hidalgo delanoe pecresse bertrand tavernost houlette testart prudhomme raynaud reynaud hobbes locke schrems saez bauwens chamayou aisberg rimbert peret bertho
melanchon fillion macaron lepen kohler kepel todd lordon generations stefanini badinter guaino morin dumont halimi ruffin bove joly duhamel pernaut pujadas
bouygues arnault niel bollore dassault bettencourt lagardere pinault drahi lauvergeon proglio pepy spinetta leclerc carlos gayssot evin aubry robien malraux
bloche paul kroes reda albanel hadopi riester filippetti pellerin fleur lescure malraux lang
";

static KNOWN: LazyLock<[BTreeSet<&str>; 3]> =
    LazyLock::new(|| [FUNCTIONS, INSTITUTIONS, PUBLIC].map(|list| list.split_ascii_whitespace().collect()));

pub(super) fn is_function(folded: &str) -> bool {
    KNOWN[0].contains(folded)
}

pub(super) fn is_institution(folded: &str) -> bool {
    KNOWN[1].contains(folded)
}

pub(super) fn is_public(folded: &str) -> bool {
    KNOWN[2].contains(folded)
}

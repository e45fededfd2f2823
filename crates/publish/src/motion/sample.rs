//! A motion with one of everything, in the shape of 2022. Fictional: people, communes and votes are invented.

use super::{Adoption, Colophon, Figures};
use arobase_domain::motion::{Annex, Clause, Motion, Section, SectionKind, Source, seal};
use arobase_domain::{ClauseId, IdeaId, PropositionId, SectionId};

/// 6 October 2026, 16:30 in Paris.
const AT: i64 = 1_791_297_000_000;

/// A title, a lead, clauses: who is asked, then words.
type Part = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

const PARTS: [Part; 4] = [
    (
        "Comment garder une porte ouverte à celles et ceux que l’écran arrête ?",
        "Une démarche sur trois commence aujourd'hui par un écran ; dans nos communes, une personne sur six dit renoncer à un droit faute d'y parvenir.",
        &[
            (
                "state epci",
                "Maintenir, pour chaque démarche mise en ligne, une voie *sans écran* qui ait les mêmes délais et les mêmes effets : un guichet, un courrier, un \
                 appel.",
            ),
            (
                "state",
                "Pérenniser le financement des médiateur·rices numériques au-delà de 2027, par une dotation pluriannuelle dont le montant tienne compte :\n- du \
                 nombre d'habitants ;\n- de la distance au premier guichet ;\n- de la part des ménages sans connexion fixe.",
            ),
            ("commune", "Former chaque agent d'accueil à l'aide aux démarches, et lui en laisser le temps."),
            (
                "epci",
                "Ouvrir dans chaque intercommunalité un lieu où l'on emprunte un ordinateur comme on emprunte un livre.",
            ),
        ],
    ),
    (
        "Comment garder la main sur nos données et sur nos outils ?",
        "",
        &[
            (
                "state commune epci",
                "Doter les collectivités d'un catalogue commun de logiciels libres, entretenu, documenté et *évalué par celles qui s'en servent*.",
            ),
            (
                "state",
                "Garantir à toute collectivité, à la fin d'un marché, la restitution complète de ses données dans un format ouvert, sans frais, en moins de 30 \
                 jours.\n\n> Nous avons changé de prestataire ; il a fallu 14 mois pour retrouver nos propres plans.\n\nUne clause type, opposable, est jointe \
                 aux marchés publics de logiciels.",
            ),
            ("epci", "Mutualiser un délégué à la protection des données entre communes de moins de 3 500 habitants."),
            (
                "parliament",
                "Inscrire dans la loi que le code écrit avec de l'argent public est publié, sauf motif écrit.",
            ),
        ],
    ),
    (
        "Comment protéger les plus petites communes des attaques ?",
        "En 2025, 34 969 communes tenaient un état civil ; moins de 1 200 avaient répété, même une fois, ce qu'elles feraient sans ordinateur.",
        &[
            (
                "state",
                "Financer pour chaque commune un diagnostic de sécurité tous les trois ans, et les *trois premières mesures* qu'il recommande.",
            ),
            (
                "commune epci",
                "Exercer chaque année les services à travailler une journée sans réseau : état civil, paie, eau, secours.",
            ),
            (
                "region",
                "Créer dans chaque région une équipe publique que l'on appelle à toute heure, et qui se déplace.",
            ),
        ],
    ),
    (
        "Comment faire du numérique une affaire de démocratie et de sobriété ?",
        "",
        &[
            (
                "state commune",
                "Publier, avant tout vote, les raisons et les effets attendus d'un algorithme qui décide d'un droit.",
            ),
            (
                "commune",
                "Associer les élu·es concerné·es et les habitant·es au choix des outils qui les comptent, les filment ou les classent.",
            ),
            (
                "state epci",
                "Établir un référentiel public de l'empreinte des services en ligne : énergie, eau, durée de vie des terminaux ; le tenir à jour et l'opposer \
                 aux achats.",
            ),
            ("commune", "Donner une seconde vie à 50 % au moins des ordinateurs que nos services remplacent."),
            (
                "state",
                "Répondre par écrit, dans les six mois, à chacune des demandes de cette motion : « oui, non, ou pourquoi pas encore ? »",
            ),
        ],
    ),
];

/// The motion.
pub(crate) fn motion() -> Motion {
    let mut motion = Motion {
        title: "Que personne ne reste au bord du réseau !".into(),
        address: "À Madame la ministre chargée du numérique, aux présidentes et présidents des assemblées, à M. Valmont, délégué aux territoires.".into(),
        reasons: "Depuis le 19 août, 123 élu·es de 87 collectivités ont écrit ce qui marche et ce qui manque. Leurs 492 contributions viennent de villages de 45 \
                  habitants comme de métropoles ; toutes ont été lues, idée par idée, et classées au vu de tous.\n\nIl en ressort une conviction : le numérique \
                  n'est ni une panacée ni une fatalité. C'est un service public, et *il se gouverne*. On y demande ce que l'on demande à l'eau ou à la route : \
                  qu'il arrive partout, qu'il tienne, qu'on sache qui en répond.\n\n> Je ne demande pas la fibre pour aller plus vite. Je la demande pour que \
                  le médecin vienne encore.\n\nC'est pourquoi nous ne demandons pas davantage d'outils, mais des règles, du temps et des personnes."
            .into(),
        recitals: [
            "Considérant que l'accès aux droits ne peut dépendre d'un équipement, d'un âge ou d'une adresse ;",
            "considérant que les communes répondent devant leurs habitants de services dont elles ne choisissent plus les outils ;",
            "considérant qu'une attaque subie par l'une d'elles suspend, pour toutes les autres, la confiance,",
        ]
        .map(Into::into)
        .to_vec(),
        demand: "Les élu·es réuni·es en congrès le 6 octobre 2026 demandent :".into(),
        annexes: vec![Annex {
            title: "Ce que nous faisons déjà".into(),
            text: "Trois actions menées par nos communes montrent que c'est possible.\n\n- À Valmont-sur-Sèvre, 12 agents tiennent une permanence itinérante.\n- \
                   À Roquebrune-le-Vieux, le parc de la mairie tourne depuis sept ans sous logiciels libres.\n- Au Bois-Joli, les 300 habitants ont voté la \
                   charte des caméras."
                .into(),
        }],
        ..Motion::default()
    };
    for (title, lead, clauses) in PARTS {
        let id = motion.new_section();
        let clauses = clauses.iter().map(|&(to, text)| clause(&mut motion, to, text)).collect();
        motion.sections.push(Section {
            id,
            kind: SectionKind::Question,
            title: title.into(),
            lead: lead.into(),
            clauses,
        });
    }
    easy(&mut motion);
    motion
}

fn clause(motion: &mut Motion, to: &str, text: &str) -> Clause {
    let id = motion.new_clause();
    let place = motion.minted as usize;
    let proposition = Source::Proposition(PropositionId::new(format!("p{place}")));
    let idea = Source::Idea(IdeaId::new(format!("{}.1", 100 + place)));
    let sources = if text.starts_with("Répondre") { Vec::new() } else { vec![proposition, idea] };
    Clause {
        id,
        text: text.into(),
        sources: sources.into_iter().collect(),
        to: to.split(' ').map(str::to_owned).collect(),
    }
}

/// The twin of the head and of the first question; the others wait for theirs.
fn easy(motion: &mut Motion) {
    let first: &Section = &motion.sections[0];
    let ids: Vec<&ClauseId> = first.clauses.iter().map(|clause| &clause.id).collect();
    let section: &SectionId = &first.id;
    let twins = [
        ("title", "Internet doit marcher pour tout le monde"),
        ("address", "Nous écrivons à la ministre et aux députés."),
        (
            "reasons",
            "Des élus ont écrit ce qui ne va pas.\n\nIls ont lu toutes les idées.\n\nVoici ce qu'ils demandent.",
        ),
        ("demand", "Nous demandons :"),
        (section.as_str(), "Nous voulons un guichet pour tous"),
        (
            ids[0].as_str(),
            "Vous n'avez pas d'ordinateur ?\n\nVous devez pouvoir faire vos papiers quand même :\n- au guichet ;\n- par courrier ;\n- par téléphone.",
        ),
        (
            ids[1].as_str(),
            "Des personnes vous aident à utiliser un ordinateur.\n\nL'État doit les payer pendant longtemps.",
        ),
        (ids[2].as_str(), "À la mairie, les agents doivent savoir vous aider.\n\nIls doivent avoir le temps."),
    ];
    let twins: Vec<(String, String)> = twins.map(|(of, text)| (of.to_owned(), text.to_owned())).into();
    motion.easy.extend(twins);
}

/// What is known of it.
pub(crate) fn colophon(motion: &Motion) -> Colophon {
    Colophon {
        edition: "8e congrès des élues et élus au numérique".replace("8e", "8ᵉ"),
        version: 7,
        frozen: "6 octobre 2026".into(),
        at: AT,
        seal: seal(motion),
        adoption: Some(Adoption {
            day: "6 octobre 2026".into(),
            place: "Valmont-sur-Sèvre".into(),
            votes: Some([112, 3, 1]),
            told: String::new(),
            signed_by: vec!["Lucienne Abadie".into(), "maire de Nouans-les-Bois, présidente du congrès".into()],
        }),
        figures: Figures {
            contributions: 492,
            ideas: 1_312,
            themes: 31,
            questions: 4,
            propositions: 29,
            authors: 123,
            territories: 87,
        },
        method: vec![
            "Chaque contribution a été découpée en idées, sans qu'un mot soit changé. Les idées proches ont été réunies en thèmes, les thèmes en quatre questions."
                .into(),
            "Le classement proposé par la machine a été relu et corrigé par deux personnes ; chaque correction est inscrite au journal. De chaque demande, on \
             remonte aux contributions d'où elle vient."
                .into(),
        ],
        contributors: [
            "Lucienne Abadie, maire (Nouans-les-Bois)",
            "Marcel Ibarra, adjoint (Roquebrune-le-Vieux)",
            "Aïcha Benali, conseillère déléguée (Valmont-sur-Sèvre)",
            "Yves Le Goff, président (Pays des Trois-Rivières)",
        ]
        .map(Into::into)
        .to_vec(),
        site: "congres.example/motion".into(),
    }
}

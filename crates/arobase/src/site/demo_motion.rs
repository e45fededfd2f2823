//! The motion of the demonstration: begun from its propositions, adopted and published, so that the whole of the product can be visited.

use super::{DAY, demo_follow_up};
use arobase_domain::motion::{Adoption, Annex, Field, Gesture, Motion, Shape, start};
use arobase_domain::{Analysis, Edition};
use arobase_store::{NewState, Store};
use miette::IntoDiagnostic;

/// Who does what nobody has done.
const BY: &str = "demonstration";

/// Texts that stand once, written for the product, CC0.
const HEAD: [(Field, &str); 3] = [
    (
        Field::Address,
        "À Madame la Première ministre (personne fictive),\naux parlementaires, aux candidates et aux candidats",
    ),
    (
        Field::Reasons,
        "Des communes de toute taille ont dit ce qui leur manque, ce qui marche chez elles et ce qu’elles demandent. Chaque contribution a été lue, chaque idée classée ; \
         les demandes qui se rejoignent ont été réunies, celles que peu de voix portent ont gardé leur place.\n\nCette motion reprend ces demandes dans les mots de celles et ceux qui les ont faites.",
    ),
    (Field::Demand, "Les élues et les élus réunis en congrès demandent :"),
];

const RECITALS: [&str; 2] = [
    "Considérant que l’accès aux droits passe désormais par un écran, et qu’une personne sur six ne sait pas s’en servir seule ;",
    "Considérant que les communes accueillent, expliquent et réparent sans que leurs moyens suivent ;",
];

/// Writes the motion of an edition from what was found, records how it was adopted, and opens it to everyone.
pub(crate) async fn adopt(store: &Store, edition: &Edition, analysis: &Analysis, now: i64) -> miette::Result<()> {
    let motion = written(analysis);
    let new = NewState { after: 0, gesture: None, motion: &motion, by: BY, at: now };
    store.keep_motion(&edition.id, new).await.into_diagnostic()?;
    let frozen = store.freeze_motion(&edition.id, (1, "Texte soumis au vote"), (BY, now)).await.into_diagnostic()?;
    let version = frozen.unwrap_or_default();
    store.adopt_motion(&edition.id, &adoption(version, now), (BY, now)).await.into_diagnostic()?;
    store.publish_motion(&edition.id, version, (BY, now)).await.into_diagnostic()?;
    demo_follow_up::follow(store, edition, (&motion, analysis), (version, (BY, now))).await
}

fn written(analysis: &Analysis) -> Motion {
    let mut motion = start(analysis, Shape::Questions, "Motion du congrès des élus au numérique");
    let head = HEAD.map(|(field, text)| Gesture::Head { field, text: text.into() });
    let recitals = Gesture::Recitals { texts: RECITALS.map(str::to_owned).into() };
    let method = Annex {
        title: "Comment ce texte a été écrit".into(),
        text: "Les contributions ont été découpées en idées, les idées réunies en thèmes, les thèmes sous des questions. Chaque proposition reprend les mots d’une contribution. \
               Tout est ouvert : les fichiers, la méthode et le journal des gestes se téléchargent."
            .into(),
    };
    let annexes = Gesture::Annexes { annexes: vec![method] };
    for gesture in head.into_iter().chain([recitals, annexes]) {
        if let Err(refusal) = motion.make(gesture) {
            tracing::error!(%refusal, "the demonstration motion");
        }
    }
    motion
}

fn adoption(version: u32, now: i64) -> Adoption {
    let then = jiff::Timestamp::from_millisecond(now - 41 * DAY).unwrap_or_default();
    Adoption {
        version,
        day: then.to_zoned(jiff::tz::TimeZone::UTC).date().to_string(),
        place: "Exempleville".into(),
        votes: Some([184, 3, 11]),
        told: "à main levée, dans la salle et à distance".into(),
        signed_by: "Camille Exemple, présidente (personne fictive)".into(),
    }
}

//! What became of the motion of the demonstration: three to whom it was handed, an answer, a project that joins it, a quotation for the press.

use super::DAY;
use arobase_domain::follow_up::{Answer, Manner, Recipient, RecipientKind, Reply};
use arobase_domain::motion::Motion;
use arobase_domain::{Analysis, AnswerId, ClauseId, Day, DispatchId, Edition, RecipientId};
use arobase_store::{HandOver, Recognition, Store};
use miette::IntoDiagnostic as _;

/// Who they are; nobody is meant.
const RECIPIENTS: [(RecipientKind, &str); 3] = [
    (RecipientKind::Government, "Cabinet de la Première ministre (fictif)"),
    (RecipientKind::Ministry, "Ministère chargé du numérique (fictif)"),
    (RecipientKind::Group, "Délégation aux collectivités (fictive)"),
];

/// Days since the motion was handed over.
const SINCE: i64 = 40;

type Done = (&'static str, i64);

/// Hands the motion over, has one recipient answer, one territory recognise itself, and opens the press kit.
pub(super) async fn follow(
    store: &Store,
    edition: &Edition,
    (motion, analysis): (&Motion, &Analysis),
    (version, done): (u32, Done),
) -> miette::Result<()> {
    let day = day(done.1 - SINCE * DAY);
    let ministry = handed(store, edition, version, day, done).await?;
    let clauses: Vec<&ClauseId> = motion.clauses().map(|clause| &clause.id).collect();
    if let Some(first) = clauses.first() {
        let answer = committed(&ministry, first, day, done);
        store.record_answers(&edition.id, &[answer], None).await.into_diagnostic()?;
    }
    recognised(store, edition, &clauses, done).await?;
    quoted(store, edition, analysis, done).await?;
    store.set_embargo(&edition.id, done.1 - DAY, done).await.into_diagnostic()?;
    Ok(())
}

/// Writes the recipients down and records that they were handed the motion; the one that answered.
async fn handed(store: &Store, edition: &Edition, version: u32, day: Day, done: Done) -> miette::Result<RecipientId> {
    let mut to = Vec::new();
    for (kind, name) in RECIPIENTS {
        let id = RecipientId::new(new_id());
        let one = Recipient { id: id.clone(), kind, name: name.into(), ..Recipient::default() };
        store.write_recipient(&edition.id, &one, done).await.into_diagnostic()?;
        to.push((DispatchId::new(new_id()), id));
    }
    let (place, delegation) = ("Exempleville", "Camille Exemple, présidente (personne fictive)");
    let what = HandOver { to: &to, version, day, place, delegation, manner: Manner::Hand };
    store.hand_over(&edition.id, what, done).await.into_diagnostic()?;
    Ok(to.swap_remove(1).1)
}

fn committed(ministry: &RecipientId, clause: &ClauseId, day: Day, (by, at): Done) -> Answer {
    Answer {
        id: AnswerId::new(new_id()),
        recipient: ministry.clone(),
        clause: Some(clause.clone()),
        reply: Reply::Committed,
        day: day.after(21),
        measure: "Une circulaire rappellera que toute démarche garde une voie sans écran.".into(),
        due: Some(day.after(120)),
        text: "Réponse inventée pour la démonstration.".into(),
        at,
        by: by.into(),
        ..Answer::default()
    }
}

async fn recognised(store: &Store, edition: &Edition, clauses: &[&ClauseId], (by, at): Done) -> miette::Result<()> {
    let one = Recognition {
        id: new_id(),
        territory: "72224".into(),
        project:
            "Projet inventé pour la démonstration : un accueil numérique tenu par deux agents, ouvert le samedi matin."
                .into(),
        at,
        by: by.into(),
        ..Recognition::default()
    };
    store.bring_project(&edition.id, &one).await.into_diagnostic()?;
    let supported = clauses.iter().take(2).map(|clause| (*clause).clone()).collect();
    store.recognise(&edition.id, (&one.id, &supported), (by, at)).await.into_diagnostic()?;
    Ok(())
}

/// Quotes the idea whose words the first proposition takes.
async fn quoted(store: &Store, edition: &Edition, analysis: &Analysis, done: Done) -> miette::Result<()> {
    let Some(source) = analysis.propositions.first().map(|one| &one.source) else { return Ok(()) };
    let idea = analysis.ideas.iter().find(|idea| idea.id == *source);
    if let Some((number, words)) = idea.and_then(|idea| Some((idea.contribution.number()?, &idea.text))) {
        store.quote(&edition.id, (&new_id(), number, words), done).await.into_diagnostic()?;
    }
    Ok(())
}

fn day(at: i64) -> Day {
    let date = jiff::Timestamp::from_millisecond(at).unwrap_or_default().to_zoned(jiff::tz::TimeZone::UTC).date();
    let (year, month, day) = (date.year(), date.month(), date.day());
    Day::of(year.into(), month.unsigned_abs().into(), day.unsigned_abs().into()).unwrap_or_default()
}

fn new_id() -> String {
    crate::clock::new_id().to_string()
}

//! `arobase journal verify`: is the chain of gestures whole?

use crate::language;
use crate::site::Place;
use arobase_domain::Lang;
use arobase_store::StoreError;
use miette::miette;

/// Read the journal of gestures
#[derive(Debug, clap::Args)]
pub(crate) struct Journal {
    #[command(subcommand)]
    gesture: Gesture,
}

#[derive(Debug, clap::Subcommand)]
enum Gesture {
    /// Check that every entry follows from the one before
    Verify(Place),
}

impl Journal {
    pub(crate) async fn run(self) -> miette::Result<()> {
        let Gesture::Verify(place) = self.gesture;
        let lang = language::of_environment();
        let store = place.open().await?;
        let entries = store.verify_journal().await.map_err(|error| miette!(altered(&error, lang)))?;
        println!("{}", whole(entries, lang));
        let gestures = store.verify_benches().await.map_err(|error| miette!(altered(&error, lang)))?;
        println!("{}", sealed(gestures, lang));
        store.close().await;
        Ok(())
    }
}

fn whole(entries: u64, lang: Lang) -> String {
    match (lang, entries) {
        (Lang::Fr, 0 | 1) => format!("{entries} inscription, la chaîne tient."),
        (Lang::Fr, _) => format!("{entries} inscriptions, la chaîne tient."),
        (Lang::En, 1) => "1 entry, the chain holds.".into(),
        (Lang::En, _) => format!("{entries} entries, the chain holds."),
    }
}

fn sealed(gestures: u64, lang: Lang) -> String {
    match (lang, gestures) {
        (Lang::Fr, 0 | 1) => format!("{gestures} geste de classement, tel qu’il a été scellé."),
        (Lang::Fr, _) => format!("{gestures} gestes de classement, tels qu’ils ont été scellés."),
        (Lang::En, 1) => "1 gesture of the bench, as it was sealed.".into(),
        (Lang::En, _) => format!("{gestures} gestures of the bench, as they were sealed."),
    }
}

/// Where what is kept stops being what was written.
fn altered(error: &StoreError, lang: Lang) -> String {
    match (error, lang) {
        (StoreError::Journal(broken), Lang::Fr) => format!(
            "Le journal ne tient pas\u{a0}: l’inscription {} a été modifiée, ôtée ou ajoutée. Reprenez une sauvegarde d’avant.",
            broken.at
        ),
        (StoreError::Journal(broken), Lang::En) => format!(
            "The journal does not hold: entry {} was altered, removed or added. Go back to an earlier backup.",
            broken.at
        ),
        (StoreError::Bench { edition, seq }, Lang::Fr) => format!(
            "Le classement de l’édition {edition} ne tient pas\u{a0}: son geste {seq} n’est pas celui que le journal a scellé."
        ),
        (StoreError::Bench { edition, seq }, Lang::En) => format!(
            "The bench of edition {edition} does not hold: its gesture {seq} is not the one that the journal sealed."
        ),
        (other, _) => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_told_where_it_breaks() {
        let broken = StoreError::Bench { edition: "2026".into(), seq: 12 };
        assert!(altered(&broken, Lang::Fr).contains("son geste 12"));
        assert!(altered(&broken, Lang::En).contains("its gesture 12"));
        assert_eq!(whole(1, Lang::Fr), "1 inscription, la chaîne tient.");
        assert_eq!(sealed(2, Lang::En), "2 gestures of the bench, as they were sealed.");
    }
}

//! The letters about those who sign beside the first: one asks, one tells that someone did not sign.

use crate::letters::{Link, written};
use arobase_domain::{Email, Lang, Letter};

/// Most characters of a name in a letter.
const LONGEST: usize = 80;

/// Asks someone whether they sign a contribution. `by` is who says so, empty if they did not sign.
pub fn cited(lang: Lang, to: Email, Link { edition, url }: Link<'_>, by: &str) -> Letter {
    let (subject, body) = match (lang, spoken(by)) {
        (Lang::Fr, by) => (
            format!("Vous êtes cité comme signataire – {edition}"),
            format!(
                "Bonjour,\n\n\
                 {} vous a cité comme signataire d’une contribution à « {edition} ».\n\n\
                 Votre nom n’y paraît pas : vous seul pouvez en décider. Ce lien montre le texte ; vous y dites si vous l’avez signé, et si votre nom \
                 peut paraître à côté :\n\n\
                 {url}\n\n\
                 Vous pourrez changer d’avis par le même lien, à tout moment. Sans réponse, vous êtes compté parmi les signataires, sans être nommé.\n\n\
                 Cette adresse n’a servi qu’à vous envoyer ce message ; le site ne vous écrira plus de lui-même à ce sujet.\n",
                if by.is_empty() { "Quelqu’un".to_owned() } else { by }
            ),
        ),
        (Lang::En, by) => (
            format!("You are named as a signatory – {edition}"),
            format!(
                "Hello,\n\n\
                 {} named you as a signatory of a contribution to “{edition}”.\n\n\
                 Your name is not shown there: that is for you alone to decide. This link shows the text; there you say whether you signed it, and whether \
                 your name may stand beside it:\n\n\
                 {url}\n\n\
                 You may change your mind by the same link at any time. Without an answer, you are counted among the signatories and not named.\n\n\
                 This address was used to send you this message and for nothing else; the site will not write to you about it again of its own accord.\n",
                if by.is_empty() { "Someone".to_owned() } else { by }
            ),
        ),
    };
    written(lang, to, subject, body)
}

/// Tells the first signer of contribution `number` that someone they named did not sign it.
pub fn refused(lang: Lang, to: Email, Link { edition, url }: Link<'_>, number: u32, name: &str, stop: &str) -> Letter {
    let (name, subject_name) = (spoken(name), spoken(name));
    let (subject, body) = match lang {
        Lang::Fr => (
            format!("{subject_name} n’a pas signé votre contribution – {edition}"),
            format!(
                "Bonjour,\n\n\
                 Vous avez cité {name} comme signataire de votre contribution n°\u{a0}{number} à « {edition} ». Cette personne répond qu’elle ne l’a pas \
                 signée : elle n’est plus comptée, et son nom est effacé du site. Votre contribution reste entière :\n\n\
                 {url}\n\n\
                 Pour ne plus recevoir de message :\n{stop}\n\n\
                 Ce message est envoyé automatiquement.\n"
            ),
        ),
        Lang::En => (
            format!("{subject_name} did not sign your contribution – {edition}"),
            format!(
                "Hello,\n\n\
                 You named {name} as a signatory of your contribution no. {number} to “{edition}”. They answer that they did not sign it: they are no \
                 longer counted, and their name is erased from the site. Your contribution stays whole:\n\n\
                 {url}\n\n\
                 To receive no more messages:\n{stop}\n\n\
                 This message was sent automatically.\n"
            ),
        ),
    };
    Letter { stop: Some(stop.to_owned()), ..written(lang, to, subject, body) }
}

/// What may be said of a name in a letter that someone else causes: letters, and nothing that could be a link or a message of theirs.
fn spoken(name: &str) -> String {
    let kept = name.chars().map(|sign| if sign.is_alphabetic() || "’'-".contains(sign) { sign } else { ' ' });
    let kept: String = kept.collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use arobase_domain::mail::SECRET;

    #[test]
    fn letters_are_well_written() {
        let to = || "bruno@agen.example".parse::<Email>().unwrap();
        let edition = "Congrès des élus au numérique";
        for lang in [Lang::Fr, Lang::En] {
            let asked = Link { edition, url: "https://congres.example/fr/cite?key={secret}" };
            let letter = cited(lang, to(), asked, "Anne Le Goff");
            assert_eq!((letter.body.matches(SECRET).count(), letter.stop), (1, None));
            insta::assert_snapshot!(format!("cited_{lang}"), format!("{}\n\n{}", letter.subject, letter.body));
            assert!(cited(lang, to(), asked, "").body.contains(if lang == Lang::Fr {
                "Quelqu’un vous"
            } else {
                "Someone named"
            }));
            let link = Link { edition, url: "https://congres.example/fr/contributions/127" };
            let letter =
                refused(lang, to(), link, 127, "Bruno Petit", "https://congres.example/fr/arreter?key=0192.abc");
            assert!(letter.stop.is_some());
            insta::assert_snapshot!(format!("refused_{lang}"), format!("{}\n\n{}", letter.subject, letter.body));
        }
    }

    #[test]
    fn nothing_but_a_name_leaves_with_a_letter() {
        assert_eq!(spoken("Anne-Lise d’Été"), "Anne-Lise d’Été");
        assert_eq!(spoken("Gagnez https://x.example/?a=1\r\nici"), "Gagnez https x example a ici");
        assert_eq!(spoken(&"é".repeat(200)).chars().count(), LONGEST);
    }
}

//! The letters that the product writes, in French and in English.

use arobase_domain::{Email, Lang, Letter, Spot};

/// What a letter that holds a link says of where it leads.
#[derive(Debug, Clone, Copy)]
pub struct Link<'a> {
    /// Name of the edition.
    pub edition: &'a str,
    /// Whole address, with [`arobase_domain::mail::SECRET`] in it.
    pub url: &'a str,
}

/// The link that someone asked for to sign in: opens once, within fifteen minutes.
pub fn sign_in(lang: Lang, to: Email, Link { edition, url }: Link<'_>) -> Letter {
    let (subject, body) = match lang {
        Lang::Fr => (
            format!("Votre lien pour vous connecter – {edition}"),
            format!(
                "Bonjour,\n\n\
                 Voici le lien que vous avez demandé pour vous connecter à « {edition} » :\n\n\
                 {url}\n\n\
                 Il s’ouvre une seule fois, dans les quinze minutes. Une page s’affiche ; il reste à y appuyer sur le bouton « Me connecter ».\n\n\
                 Si vous n’avez rien demandé, ne faites rien : sans ce lien, personne n’entre à votre place.\n\n\
                 Ce message est envoyé automatiquement.\n"
            ),
        ),
        Lang::En => (
            format!("Your link to sign in – {edition}"),
            format!(
                "Hello,\n\n\
                 Here is the link you asked for to sign in to “{edition}”:\n\n\
                 {url}\n\n\
                 It opens once, within fifteen minutes. A page appears; all that is left is to press the button “Sign me in”.\n\n\
                 If you asked for nothing, do nothing: without this link, nobody comes in under your name.\n\n\
                 This message was sent automatically.\n"
            ),
        ),
    };
    written(lang, to, subject, body)
}

/// An invitation to take part: opens once, within seven days; afterwards a link may be asked for on the site. `stop` is where such letters are stopped.
pub fn invitation(lang: Lang, to: Email, Link { edition, url }: Link<'_>, stop: &str) -> Letter {
    let (subject, body) = match lang {
        Lang::Fr => (
            format!("Invitation à participer – {edition}"),
            format!(
                "Bonjour,\n\n\
                 Voici votre invitation à participer à « {edition} ». Ce lien ouvre votre espace, sans mot de passe :\n\n\
                 {url}\n\n\
                 Il s’ouvre une seule fois, dans les sept jours. Ensuite, il suffira d’indiquer cette adresse électronique sur la page « Mon espace » \
                 du site pour recevoir un nouveau lien.\n\n\
                 Si cette invitation ne vous concerne pas, ne faites rien. Pour ne plus recevoir ni invitation ni rappel :\n{stop}\n\n\
                 Ce message est envoyé automatiquement.\n"
            ),
        ),
        Lang::En => (
            format!("You are invited to take part – {edition}"),
            format!(
                "Hello,\n\n\
                 You are invited to take part in “{edition}”. This link opens your space, without a password:\n\n\
                 {url}\n\n\
                 It opens once, within seven days. After that, give this e-mail address on the page “My space” of the site to receive a new link.\n\n\
                 If this invitation is not for you, do nothing. To receive neither invitations nor reminders any more:\n{stop}\n\n\
                 This message was sent automatically.\n"
            ),
        ),
    };
    Letter { stop: Some(stop.to_owned()), ..written(lang, to, subject, body) }
}

/// A reminder to someone invited who has not answered: the link opens once. `closes` is the last day, in words.
pub fn reminder(lang: Lang, to: Email, Link { edition, url }: Link<'_>, closes: &str, stop: &str) -> Letter {
    let (subject, body) = match lang {
        Lang::Fr => (
            format!("Encore quelques jours pour contribuer – {edition}"),
            format!(
                "Bonjour,\n\n\
                 « {edition} » attend encore votre contribution, jusqu’au {closes}. Une phrase suffit, et cinq minutes.\n\n\
                 Ce lien ouvre votre espace, sans mot de passe, une seule fois dans les sept jours :\n\n\
                 {url}\n\n\
                 Si vous avez contribué sans vous connecter, merci : nous ne pouvons pas le savoir, et ce rappel est de trop.\n\n\
                 Pour ne plus recevoir de rappel :\n{stop}\n\n\
                 Ce message est envoyé automatiquement.\n"
            ),
        ),
        Lang::En => (
            format!("A few days left to contribute – {edition}"),
            format!(
                "Hello,\n\n\
                 “{edition}” still awaits your contribution, until {closes}. One sentence is enough, and five minutes.\n\n\
                 This link opens your space, without a password, once within seven days:\n\n\
                 {url}\n\n\
                 If you contributed without signing in, thank you: we cannot know, and this reminder is one too many.\n\n\
                 To receive no more reminders:\n{stop}\n\n\
                 This message was sent automatically.\n"
            ),
        ),
    };
    Letter { stop: Some(stop.to_owned()), ..written(lang, to, subject, body) }
}

/// What became of the contributions that someone follows, `moves` in words, one a line; `url` is where they are followed.
pub fn news(lang: Lang, to: Email, Link { edition, url }: Link<'_>, moves: &[String], stop: &str) -> Letter {
    let moves: String = moves.iter().flat_map(|line| ["– ", line, "\n"]).collect();
    let (subject, body) = match lang {
        Lang::Fr => (
            format!("Vos idées ont avancé – {edition}"),
            format!(
                "Bonjour,\n\n\
                 Voici ce que sont devenues vos idées dans « {edition} » depuis la dernière fois :\n\n\
                 {moves}\n\
                 Le détail, et le rythme de ces nouvelles, sont dans votre espace :\n{url}\n\n\
                 Pour ne plus en recevoir :\n{stop}\n\n\
                 Ce message est envoyé automatiquement.\n"
            ),
        ),
        Lang::En => (
            format!("Your ideas have moved – {edition}"),
            format!(
                "Hello,\n\n\
                 Here is what has become of your ideas in “{edition}” since last time:\n\n\
                 {moves}\n\
                 The details, and how often such news come, are in your space:\n{url}\n\n\
                 To receive no more of them:\n{stop}\n\n\
                 This message was sent automatically.\n"
            ),
        ),
    };
    Letter { stop: Some(stop.to_owned()), ..written(lang, to, subject, body) }
}

/// Where an idea is now, in words: a line of [`news`].
pub fn moved(lang: Lang, number: u32, spot: &Spot) -> String {
    const LONGEST: usize = 90;
    let whole = spot.text.chars().count() <= LONGEST;
    let idea: String = spot.text.chars().take(LONGEST).chain(if whole { "" } else { "…" }.chars()).collect();
    match (lang, &spot.theme, &spot.proposition) {
        (Lang::Fr, Some(theme), Some(text)) => {
            format!("contribution n°\u{a0}{number}, « {idea} » : thème « {theme} », proposition « {text} »")
        }
        (Lang::Fr, Some(theme), None) => format!("contribution n°\u{a0}{number}, « {idea} » : thème « {theme} »"),
        (Lang::Fr, None, _) => format!("contribution n°\u{a0}{number}, « {idea} » : de nouveau à classer"),
        (Lang::En, Some(theme), Some(text)) => {
            format!("contribution no. {number}, “{idea}”: theme “{theme}”, proposition “{text}”")
        }
        (Lang::En, Some(theme), None) => format!("contribution no. {number}, “{idea}”: theme “{theme}”"),
        (Lang::En, None, _) => format!("contribution no. {number}, “{idea}”: not classed any more"),
    }
}

/// French spaces are made where French wants them.
pub(crate) fn written(lang: Lang, to: Email, subject: String, body: String) -> Letter {
    match lang {
        Lang::Fr => Letter { to, subject: spaced(&subject), body: spaced(&body), stop: None },
        Lang::En => Letter { to, subject, body, stop: None },
    }
}

/// No line may break before « : ; ? ! » nor inside guillemets.
fn spaced(text: &str) -> String {
    [
        ("« ", "«\u{a0}"),
        (" »", "\u{a0}»"),
        (" :", "\u{a0}:"),
        (" ;", "\u{202f};"),
        (" ?", "\u{202f}?"),
        (" !", "\u{202f}!"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (plain, kept)| text.replace(plain, kept))
}

#[cfg(test)]
mod tests {
    use super::*;
    use arobase_domain::mail::SECRET;

    #[test]
    fn letters_are_well_written() {
        let link =
            Link { edition: "Congrès des élus au numérique", url: "https://congres.example/fr/entrer?cle={secret}" };
        let to = || "anne@nouans.example".parse::<Email>().unwrap();
        for lang in [Lang::Fr, Lang::En] {
            let stop = "https://congres.example/fr/arreter?key=0192.abc";
            let spot = Spot {
                text: "rouvrir la poste".into(),
                theme: Some("services de proximité".into()),
                proposition: Some("rouvrir les bureaux de poste".into()),
                ..Spot::default()
            };
            let nowhere = Spot { theme: None, proposition: None, text: "long ".repeat(30), ..spot.clone() };
            let only = Spot { proposition: None, ..spot.clone() };
            let moves = [spot, nowhere, only].map(|spot| moved(lang, 127, &spot));
            let closes = "1ᵉʳ octobre";
            for (name, letter) in [
                ("sign_in", sign_in(lang, to(), link)),
                ("invitation", invitation(lang, to(), link, stop)),
                ("reminder", reminder(lang, to(), link, closes, stop)),
                ("news", news(lang, to(), link, &moves, stop)),
            ] {
                assert_eq!(letter.body.matches(SECRET).count(), 1);
                assert!(!letter.subject.contains('\n'));
                assert_eq!(letter.stop.is_some(), name != "sign_in", "{name}: what was not asked for can be stopped");
                insta::assert_snapshot!(format!("{name}_{lang}"), format!("{}\n\n{}", letter.subject, letter.body));
            }
        }
    }
}

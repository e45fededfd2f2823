//! A text goes out and comes back: what the site wrote is read again as it was, and nothing is written before someone accepts.

use crate::client::{Answer, Client};
use crate::people::signed;
use arobase_domain::motion::{Annex, Clause, Motion, Section, SectionKind, Source};
use arobase_domain::{ClauseId, PropositionId, Role, SectionId};
use arobase_publish::motion::{Adoption, Colophon, Figures, Format, Issue, fused, understood, write};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use std::process::Command;

const PATH: &str = "/fr/importer-un-texte";
const FORMATS: [Format; 3] = [Format::Docx, Format::Odt, Format::Markdown];

fn clause(id: &str, text: &str) -> Clause {
    let sources = [Source::Proposition(PropositionId::new(format!("p-{id}")))];
    Clause { id: ClauseId::new(id), text: text.into(), sources: sources.into(), to: ["state".to_owned()].into() }
}

/// A motion with one of everything that a document can tell.
fn motion() -> Motion {
    let section = |id: &str, kind, title: &str, lead: &str, clauses| Section {
        id: SectionId::new(id),
        kind,
        title: title.into(),
        lead: lead.into(),
        clauses,
    };
    let first = vec![
        clause("e1", "Maintenir une voie *sans écran* : un guichet, un courrier."),
        clause(
            "e2",
            "Tenir compte :\n\n- du nombre d'habitants ;\n- de la *distance*.\n\nEt le dire.\n\n> Il a fallu 14 mois.",
        ),
        Clause { sources: [].into(), ..clause("e3", "- Seulement\n- des items") },
    ];
    let second =
        vec![clause("e4", "1789 n'est pas un numéro."), clause("e5", "> D'abord quelqu'un parle.\n\nPuis on demande.")];
    Motion {
        title: "Que personne ne reste au bord du réseau !".into(),
        address: "À Madame la ministre, à M. Valmont.".into(),
        reasons: "Depuis le 19 août, 123 élu·es ont écrit.\n\nC'est *un service public*.\n\n> Je la demande pour le médecin.\n\n- un\n- deux".into(),
        recitals: vec!["Considérant que l'accès aux droits est dû ;".into(), "considérant la distance,".into()],
        demand: "Les élu·es demandent :".into(),
        sections: vec![
            section("s6", SectionKind::Axis, "Garder une porte ouverte ?", "Une démarche sur *trois*.", first),
            section("s7", SectionKind::Axis, "Question de méthode - 2", "", second),
        ],
        annexes: vec![Annex { title: "Ce que nous faisons".into(), text: "Déjà :\n\n- beaucoup.".into() }],
        minted: 7,
        ..Motion::default()
    }
}

fn colophon() -> Colophon {
    Colophon {
        edition: "Congrès 2026".into(),
        version: 3,
        frozen: "6 octobre 2026".into(),
        seal: "0123456789abcdef".repeat(4),
        adoption: Some(Adoption {
            day: "6 octobre 2026".into(),
            signed_by: vec!["Anne Vidal, maire".into()],
            ..Adoption::default()
        }),
        figures: Figures { contributions: 492, ideas: 1_204, ..Figures::default() },
        method: vec!["Les contributions ont été *lues*.".into()],
        contributors: vec!["Anne Vidal".into(), "Bruno Caron".into()],
        site: "congres.example/motion".into(),
        ..Colophon::default()
    }
}

fn back(bytes: &[u8]) -> Motion {
    let found = understood(&arobase_attachments::outline(bytes).unwrap());
    assert!(found.ours && found.aside.iter().all(|words| words == "Congrès 2026"), "{:?}", found.aside);
    fused(&motion(), &found)
}

#[test]
fn what_the_site_wrote_comes_back_as_it_was() {
    let (motion, adopted) = (motion(), colophon());
    let draft = Colophon { adoption: None, ..colophon() };
    for colophon in [adopted, draft] {
        for format in FORMATS {
            let bytes = write(&Issue::full(&motion, &colophon), format).unwrap();
            pretty(&back(&bytes), &motion, format.as_str());
            // Into an empty workshop, the same words are published again.
            let fresh = fused(&Motion::default(), &understood(&arobase_attachments::outline(&bytes).unwrap()));
            let words = |motion: &Motion| {
                let unsourced =
                    Motion { sections: motion.sections.iter().cloned().map(bare).collect(), ..motion.clone() };
                String::from_utf8(write(&Issue::full(&unsourced, &colophon), Format::Text).unwrap()).unwrap()
            };
            assert_eq!(words(&fresh), words(&motion), "{}", format.as_str());
        }
    }
}

fn bare(section: Section) -> Section {
    let clauses = section.clauses.into_iter().map(|one| Clause { sources: [].into(), ..one }).collect();
    Section { clauses, ..section }
}

fn pretty(found: &Motion, wanted: &Motion, what: &str) {
    let json = |motion: &Motion| serde_json::to_string_pretty(motion).unwrap();
    assert_eq!(json(found), json(wanted), "{what}");
}

/// An office suite opens what we wrote and saves it in its own way: nothing is lost. Where there is none, there is nothing to see.
#[test]
fn what_an_office_suite_saved_again_comes_back_too() {
    if Command::new("soffice").arg("--version").output().is_err() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    for (from, into) in [(Format::Docx, "odt"), (Format::Odt, "docx"), (Format::Docx, "docx")] {
        let path = folder.path().join(format!("motion.{}", from.as_str()));
        std::fs::write(&path, write(&Issue::full(&motion(), &colophon()), from).unwrap()).unwrap();
        let out = folder.path().join(format!("{}-{into}", from.as_str()));
        let profile = format!("-env:UserInstallation=file://{}", folder.path().join("profile").display());
        let done = Command::new("soffice")
            .args([profile.as_str(), "--headless", "--convert-to", into, "--outdir"])
            .args([&out, &path])
            .output()
            .unwrap();
        let saved = std::fs::read(out.join(format!("motion.{into}"))).unwrap_or_else(|_| panic!("{done:?}"));
        pretty(&back(&saved), &motion(), &format!("{} to {into}", from.as_str()));
    }
}

async fn send(client: &Client, cookie: &str, fields: &[(&str, &str)], file: Option<(&str, &[u8])>) -> Answer {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(format!("--cut\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
    }
    if let Some((name, bytes)) = file {
        let head = format!("--cut\r\ncontent-disposition: form-data; name=\"document\"; filename=\"{name}\"\r\n\r\n");
        body.extend([head.as_bytes(), bytes, b"\r\n"].concat());
    }
    body.extend(b"--cut--\r\n");
    let request = Request::post(PATH)
        .header(header::COOKIE, cookie)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=cut")
        .header("sec-fetch-site", "same-origin");
    client.send(request.body(Body::from(body)).unwrap()).await
}

/// A hidden field of a page, as a browser would send it.
fn hidden(html: &str, name: &str) -> String {
    let value = html.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap().split("\">").next().unwrap();
    [("&#34;", "\""), ("&#39;", "'"), ("&#60;", "<"), ("&#62;", ">"), ("&#38;", "&")]
        .iter()
        .fold(value.to_owned(), |value, (from, to)| value.replace(from, to))
}

#[tokio::test]
async fn a_text_is_shown_then_accepted() {
    let client = Client::open(true).await;
    let ines = signed(&client, "ines", &[Role::Drafter]).await.0;
    let edition = client.state.edition.id.clone();
    let start = [("edit", "start"), ("shape", "questions"), ("title", "Motion 2026")];
    assert_eq!(client.with(&ines, "/fr/atelier", Some(&start)).await.status, StatusCode::SEE_OTHER);
    assert!(client.with(&ines, "/fr/atelier", None).await.body.contains(PATH));
    let before = client.state.store.motion(&edition).await.unwrap();
    let kept = before.motion.clauses().next().unwrap().clone();
    let text = format!(
        "# Motion 2026\n\n## Une partie\n\n1. {}\n2. Planter des arbres.\n",
        arobase_domain::motion::prose::plain(&kept.text)
    );
    let shown = send(&client, &ines, &[("do", "read")], Some(("texte.md", text.as_bytes()))).await;
    assert_eq!(shown.status, StatusCode::OK, "{}", shown.body);
    assert!(shown.body.contains("1 énoncé inchangé") && shown.body.contains("Planter des arbres."), "{}", shown.body);
    assert_eq!(client.state.store.motion(&edition).await.unwrap(), before, "nothing is written yet");

    let [seq, carried] = ["seq", "text"].map(|name| hidden(&shown.body, name));
    let stale = [("do", "accept"), ("file", "texte.md"), ("seq", "999"), ("text", carried.as_str())];
    let again = send(&client, &ines, &stale, None).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.body.contains("depuis cette lecture"), "{}", again.body);
    let accept = [("do", "accept"), ("file", "texte.md"), ("seq", seq.as_str()), ("text", carried.as_str())];
    let done = send(&client, &ines, &accept, None).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);

    let after = client.state.store.motion(&edition).await.unwrap().motion;
    let clauses: Vec<&Clause> = after.clauses().collect();
    assert_eq!(clauses.len(), 2);
    assert_eq!((&clauses[0].id, &clauses[0].sources, &clauses[0].text), (&kept.id, &kept.sources, &kept.text));
    assert!(clauses[1].sources.is_empty());
    let versions = client.state.store.motion_versions(&edition).await.unwrap();
    assert!(versions.iter().any(|one| one.seq == before.seq && one.label.contains("texte.md")), "{versions:?}");
    client.state.store.verify_journal().await.unwrap();
}

#[tokio::test]
async fn what_cannot_be_read_is_refused_in_words() {
    let client = Client::open(true).await;
    let ines = signed(&client, "ines", &[Role::Drafter]).await.0;
    assert!(client.with(&ines, PATH, None).await.body.contains("name=\"document\""));
    for (name, bytes, said) in [
        ("plan.pdf", &b"%PDF-1.7\n"[..], "ni un DOCX"),
        ("abime.docx", b"PK\x03\x04rien", "ne s’ouvre pas"),
        ("vieux.doc", b"\xd0\xcf\x11\xe0W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", "avant 2007"),
        ("vide.md", b"", "est vide"),
        ("titre.md", b"# Un titre", "Aucun énoncé"),
    ] {
        let refused = send(&client, &ines, &[("do", "read")], Some((name, bytes))).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(refused.body.contains(said) && refused.body.contains(name), "{name}: {}", refused.body);
    }
    let none = send(&client, &ines, &[("do", "read")], None).await;
    assert!(none.body.contains("Choisissez un document."));
    let forged = send(&client, &ines, &[("do", "accept"), ("seq", "0"), ("text", "{")], None).await;
    assert_eq!(forged.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(client.state.store.motion(&client.state.edition.id).await.unwrap().motion.is_blank());
}

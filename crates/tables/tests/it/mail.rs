//! Mailboxes of real shape, with invented words.

use crate::common::Place;
use arobase_tables::intake::{Asked, Fate, Piece, Platform, Refusal, Sheaf, intake};
use std::fs;

const PLAIN: &str = "From: Anne Morvan <Anne.Morvan@nouans.example>\r\nTo: congres@exemple.example\r\nSubject: Re: =?utf-8?Q?Contribution_num=C3=A9rique?=\r\nDate: Mon, 14 Sep 2026 10:32:05 +0200\r\nMessage-ID: <a1@nouans.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nBonjour,\r\n\r\nIl faut former les secr=E9taires =\r\nde mairie.\r\n\r\nCordialement,\r\nAnne Morvan\r\n06 00 00 00 00\r\n\r\n> Que proposez-vous ?\r\n";
const ALTERNATIVE: &str = "From: bob@ville.example\nSubject: Fibre\nDate: Tue, 15 Sep 2026 09:00:00 +0000\nMessage-ID: <b2@ville.example>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"x\"\n\n--x\nContent-Type: multipart/alternative; boundary=\"y\"\n\n--y\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nTGEgZmlicmUgZG9pdCBhcnJpdmVyIGRhbnMgY2hhcXVlIGhhbWVhdS4K\n--y\nContent-Type: text/html; charset=utf-8\n\n<p>La fibre doit arriver dans chaque hameau.</p>\n--y--\n--x\nContent-Type: application/pdf; name=\"carte.pdf\"\nContent-Disposition: attachment; filename=\"carte.pdf\"\nContent-Transfer-Encoding: base64\n\nJVBERi0xLjQK\n--x--\n";
const HTML: &str = "From: \"Chloé\" <chloe@bourg.example>\nSubject: Guichet\nMessage-ID: <c3@bourg.example>\nContent-Type: text/html; charset=utf-8\n\n<html><head><style>p{color:red}</style></head><body><p>Un guichet&nbsp;:</p><ul><li>le samedi</li><li>à l’école</li></ul><div class=\"gmail_quote\"><div>Le lun. 14 sept. 2026 à 10:32, Contact &lt;c@x.example&gt; a écrit :<br></div><blockquote>Que proposez-vous ?<blockquote>avant</blockquote></blockquote></div></body></html>\n";
const AUTOMATIC: &str = "From: dan@x.example\nSubject: Absence\nAuto-Submitted: auto-replied\nMessage-ID: <d4@x.example>\n\nJe suis en congé.\n";
const ATTACHED: &str = "From: eve@x.example\nSubject: Ma contribution\nMessage-ID: <e5@x.example>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"x\"\n\n--x\nContent-Type: text/plain\n\n\n--x\nContent-Type: application/msword\nContent-Disposition: attachment; filename=\"idee.doc\"\nContent-Transfer-Encoding: base64\n\nAAAA\n--x--\n";
const EMPTY_ANSWER: &str =
    "From: f@x.example\nSubject: Re: Congres\nMessage-ID: <f6@x.example>\n\n> Que proposez-vous ?\n";
const PASSED_ON: &str = "From: g@x.example\nSubject: TR: Une idee\nMessage-ID: <g7@x.example>\n\n-----Message transféré-----\nDe : h@x.example\n\nPlus de bancs.\n";

fn pieces(sheaf: &Sheaf) -> Vec<&Piece> {
    sheaf
        .found
        .iter()
        .filter_map(|one| if let Fate::Piece(piece) = &one.fate { Some(piece.as_ref()) } else { None })
        .collect()
}

fn mbox() -> String {
    let envelope = |message: &&str| format!("From x@y Mon Sep 14 10:32:05 2026\n{message}\n");
    [PLAIN, ALTERNATIVE, HTML, AUTOMATIC, ATTACHED, EMPTY_ANSWER, PASSED_ON]
        .iter()
        .map(envelope)
        .collect::<Vec<_>>()
        .concat()
}

#[test]
fn an_mbox_of_every_kind_of_message() {
    let place = Place::new();
    let sheaf = intake(&place.file("courrier.mbox", mbox()), &Asked::default()).expect("readable");
    assert_eq!((sheaf.platform, sheaf.source.as_str(), sheaf.mapping.is_none()), (Platform::Mail, "mail", true));
    let ids: Vec<(&str, u64)> = sheaf.found.iter().map(|one| (one.id.as_str(), one.line)).collect();
    assert_eq!(ids[..3], [("a1@nouans.example", 1), ("b2@ville.example", 22), ("c3@bourg.example", 51)]);
    let pieces = pieces(&sheaf);
    assert_eq!(pieces.len(), 4);
    assert_eq!(pieces[0].text, "Bonjour,\n\nIl faut former les secrétaires de mairie.");
    assert_eq!(pieces[0].title.as_deref(), Some("Contribution numérique"));
    assert_eq!(pieces[0].author.as_deref(), Some("Anne Morvan"));
    assert_eq!(pieces[0].sender.as_deref(), Some("anne.morvan@nouans.example"));
    assert_eq!(pieces[0].date.as_deref(), Some("2026-09-14T10:32:05+02:00"));
    assert_eq!(
        pieces[0].beside.as_deref(),
        Some("Cordialement,\nAnne Morvan\n06 00 00 00 00\n\n> Que proposez-vous ?")
    );
    assert_eq!(pieces[1].text, "La fibre doit arriver dans chaque hameau.");
    assert_eq!(
        (pieces[1].author.as_deref(), pieces[1].beside.as_deref()),
        (Some("bob@ville.example"), Some("[carte.pdf]"))
    );
    assert_eq!(pieces[2].text, "Un guichet\u{a0}:\n\n- le samedi\n- à l’école");
    assert!(pieces[2].beside.as_deref().is_some_and(|beside| beside.contains("a écrit") && beside.contains("avant")));
    assert!(pieces[3].text.ends_with("Plus de bancs."), "a message passed on says what it passes on");
}

#[test]
fn what_is_no_contribution_says_so() {
    let place = Place::new();
    let sheaf = intake(&place.file("courrier", mbox()), &Asked::default()).expect("readable");
    let fate = |id: &str| &sheaf.found.iter().find(|one| one.id == id).expect("there").fate;
    assert_eq!(*fate("d4@x.example"), Fate::Refused(Refusal::Automatic));
    assert_eq!(*fate("e5@x.example"), Fate::Refused(Refusal::Attached("idee.doc".into())));
    assert_eq!(*fate("f6@x.example"), Fate::Empty);
}

#[test]
fn a_maildir_and_one_message() {
    let place = Place::new();
    for (folder, name, content) in [
        ("cur", "2:2,S", HTML),
        ("new", "1", PLAIN),
        ("tmp", "0", AUTOMATIC),
        ("cur", ".lock", "x"),
        ("new", "3", "rien\n\nrien\n"),
    ] {
        fs::create_dir_all(place.at("boite").join(folder)).expect("created");
        fs::write(place.at("boite").join(folder).join(name), content).expect("written");
    }
    let sheaf = intake(&place.at("boite"), &Asked::default()).expect("readable");
    let files: Vec<&str> = sheaf.found.iter().map(|one| one.file.as_str()).collect();
    assert_eq!(files, ["1", "2:2,S", "3"]);
    assert_eq!(sheaf.found[2].fate, Fate::Refused(Refusal::NotAMessage));
    let one = intake(&place.file("a.eml", PLAIN), &Asked::default()).expect("readable");
    assert_eq!((pieces(&one).len(), one.found[0].line), (1, 0));
    assert!(intake(&place.at(""), &Asked::default()).is_err(), "a folder that is no maildir");
}

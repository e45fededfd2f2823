//! Votes and their statements, from Polis and from elsewhere.

use arobase_domain::Lang;
use arobase_tables::{AgreeSign, VoteNotice, VoteTable, read_votes};
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

struct Place(TempDir);

impl Place {
    fn new(votes: &str, comments: &str) -> Self {
        let place = Self(tempfile::tempdir().expect("a folder"));
        fs::write(place.at("votes.csv"), votes).expect("written");
        fs::write(place.at("comments.csv"), comments).expect("written");
        place
    }

    fn at(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn read(&self, agree: Option<AgreeSign>) -> VoteTable {
        read_votes(&self.at("votes.csv"), Some(&self.at("comments.csv")), agree).expect("they go together")
    }
}

/// The refusals of votes in both languages, without the folder.
fn refusal(votes: &str, comments: &str) -> String {
    let place = Place::new(votes, comments);
    let comments = (!comments.is_empty()).then(|| place.at("comments.csv"));
    let error = read_votes(&place.at("votes.csv"), comments.as_deref(), None).expect_err("they will not do");
    let folder = format!("{}/", place.0.path().display());
    [Lang::Fr, Lang::En].map(|lang| error.message(lang).replace(&folder, "")).join("\n")
}

/// What people voted, as `participant statement vote`.
fn told(table: &VoteTable) -> Vec<String> {
    table.votes.iter().map(|((who, what), vote)| format!("{who} {what} {vote}")).collect()
}

const OLD: &str = "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n\
                   1,Mon,0,9,2,0,1,\"La fibre, partout\"\n2,Mon,1,9,0,2,-1,Non\n3,Mon,2,9,0,0,0,Jamais vue\n";
const VOTES: &str = "timestamp,datetime,comment-id,voter-id,vote\n10,Mon,0,4,-1\n30,Mon,0,4,1\n20,Mon,0,4,0\n11,Mon,0,5,1\n12,Mon,1,5,-1\n13,Mon,1,4,-1\n";

#[test]
fn an_old_export_of_polis_says_its_sign_and_keeps_the_last_votes() {
    let table = Place::new(VOTES, OLD).read(None);
    assert_eq!(told(&table), ["4 0 1", "4 1 -1", "5 0 1", "5 1 -1"]);
    assert_eq!(table.statements["0"].text, "La fibre, partout");
    assert_eq!(table.statements.values().map(|one| one.aside).collect::<Vec<_>>(), [false, true, false]);
    let expected = [
        VoteNotice::Detected(AgreeSign::Plus),
        VoteNotice::Changed { votes: 2, undated: false },
        VoteNotice::Unvoted(1),
    ];
    assert_eq!(table.notices, expected);
}

#[test]
fn the_other_sign_gives_the_same_votes() {
    let turned = |cell: &str| cell.replace(",-1\n", ",x\n").replace(",1\n", ",-1\n").replace(",x\n", ",1\n");
    let straight = Place::new(VOTES, OLD).read(None);
    let place = Place::new(&turned(VOTES), OLD);
    let found = place.read(None);
    assert_eq!((&found.votes, &found.notices[0]), (&straight.votes, &VoteNotice::Detected(AgreeSign::Minus)));
    assert_eq!(place.read(Some(AgreeSign::Minus)).votes, straight.votes);
    let against = place.read(Some(AgreeSign::Plus));
    assert_eq!((told(&against)[0].as_str(), &against.notices[0]), ("4 0 -1", &VoteNotice::Contrary(AgreeSign::Minus)));
}

#[test]
fn a_new_export_of_polis_marks_metadata() {
    let comments = "timestamp,comment-id,author-id,agrees,disagrees,moderated,is-meta,is-seed,comment-body\n\
                    1,0,9,2,0,1,false,true,Oui\n2,1,9,0,2,1,true,false,J’habite ici\n";
    let table = Place::new(VOTES, comments).read(None);
    assert_eq!(table.statements.values().map(|one| one.meta).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn words_and_semicolons_of_our_own() {
    let votes = "participant;affirmation;vote\nanne;a1;d’accord\nanne;a2;pas d’accord\nluc;a1;je passe\nluc;a2;\n";
    let table = Place::new(votes, "id;texte\na1;Ouvrir\na2;Fermer\n").read(None);
    assert_eq!(told(&table), ["anne a1 1", "anne a2 -1", "luc a1 0"]);
    assert!(table.notices.is_empty(), "{:?}", table.notices);
}

#[test]
fn without_dates_the_last_row_counts_and_it_is_said() {
    let place = Place::new("participant,statement,vote\na,1,1\na,1,-1\n", "id,text\n1,Ouvrir\n");
    let table = place.read(None);
    assert_eq!(told(&table), ["a 1 -1"]);
    assert_eq!(table.notices, [VoteNotice::Changed { votes: 1, undated: true }]);
}

#[test]
fn what_will_not_do_is_said_with_its_row() {
    let votes = "participant,statement,vote\na,1,1\n";
    let comments = "id,text\n1,Ouvrir\n";
    insta::assert_snapshot!(
        [
            refusal("participant,statement,vote\na,1,1\nb,1,2\n", comments),
            refusal("participant,vote\na,1\n", comments),
            refusal("participant,statement,vote\na,1,1\n,1,1\n", comments),
            refusal("participant,statement,vote\na,1,1\nb,7,1\n", comments),
            refusal(votes, "id,text\n1,Ouvrir\n1,Fermer\n"),
            refusal(votes, "id,text,moderated\n1,Ouvrir,peut-être\n"),
            refusal(votes, "id,moderated\n1,1\n"),
            refusal("participant,statement,vote\n", comments),
            refusal("participant,statement,vote\na,1,1\nb,1\n", comments),
            refusal("voter-id,comment-id,vote\n1,1,1\n", ""),
        ]
        .join("\n")
    );
}

#[test]
fn the_order_of_rows_says_nothing() {
    let mut rows: Vec<&str> = VOTES.lines().skip(1).collect();
    let header = VOTES.lines().next().expect("a header");
    rows.reverse();
    let shuffled = format!("{header}\n{}\n", rows.join("\n"));
    assert_eq!(Place::new(&shuffled, OLD).read(None), Place::new(VOTES, OLD).read(None));
}

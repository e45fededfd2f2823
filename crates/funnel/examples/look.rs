//! Looks at what the engine makes of a file: `look FILE id text [title] [author] [territory]`.
#![allow(missing_docs, clippy::all, clippy::pedantic, clippy::disallowed_methods, clippy::unwrap_used)]
use arobase_funnel::{Input, Settings, Progress, analyse};
use arobase_encoder::Encoder;
struct P(std::time::Instant);
impl Progress for P { fn done(&mut self, n: &'static str, c: &[(&'static str, usize)]) { eprintln!("{n:14} {:7.3}s {c:?}", self.0.elapsed().as_secs_f64()); self.0 = std::time::Instant::now(); } }
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let mut r = csv::Reader::from_path(&a[1]).unwrap();
    let h = r.headers().unwrap().clone();
    let col = |i: usize| a.get(i).and_then(|n| h.iter().position(|x| x == n));
    let (id, text, title, author, terr) = (col(2).unwrap(), col(3).unwrap(), col(4), col(5), col(6));
    let opt = |v: Option<&str>| v.filter(|s| !s.is_empty()).map(str::to_owned);
    let inputs: Vec<Input> = r.records().map(|r| { let r = r.unwrap(); Input { id: r[id].into(), text: r[text].into(), title: title.map(|c| r[c].to_owned()).unwrap_or_default(), author: author.and_then(|c| opt(r.get(c))), territory: terr.and_then(|c| opt(r.get(c))) } }).collect();
    let t = std::time::Instant::now();
    let enc = Encoder::french();
    eprintln!("load {:.3}s", t.elapsed().as_secs_f64());
    if std::env::var("OFF").is_ok() {
        let texts: Vec<&str> = inputs.iter().map(|i| i.text.as_str()).collect();
        let m = enc.encode(&texts);
        let mut mean = vec![0f32; m.cols()];
        for r in 0..m.rows() { for (a, b) in mean.iter_mut().zip(m.row(r)) { *a += b / m.rows() as f32; } }
        let mut v: Vec<(f32, f32, usize)> = (0..m.rows()).map(|r| { let d: f32 = m.row(r).iter().zip(&mean).map(|(a, b)| a * b).sum();
            let mut s: Vec<f32> = (0..m.rows()).filter(|q| *q != r).map(|q| m.row(r).iter().zip(m.row(q)).map(|(a, b)| a * b).sum()).collect(); s.sort_by(|a, b| b.total_cmp(a)); (d, s[..10].iter().sum::<f32>() / 10.0, r) }).collect();
        v.sort_by(|a, b| a.1.total_cmp(&b.1));
        for (d, s, r) in v.iter().take(70) { println!("OFF {d:.3} {s:.3} {} {}", inputs[*r].id, inputs[*r].text.replace('\n', " ").chars().take(90).collect::<String>()); }
    }
    let mut p = P(std::time::Instant::now());
    let o = analyse(&inputs, &Settings::default(), enc, &mut p);
    println!("{:?}", o.measures);
    if let Ok(g) = std::env::var("GOLD") {
        let (file, key, val) = { let v: Vec<&str> = g.split(':').collect(); (v[0].to_owned(), v[1].to_owned(), v[2].to_owned()) };
        let mut r = csv::Reader::from_path(file).unwrap(); let h = r.headers().unwrap().clone();
        let (k, v) = (h.iter().position(|x| x == key).unwrap(), h.iter().position(|x| x == val).unwrap());
        let gold: std::collections::BTreeMap<String, String> = r.records().map(|r| { let r = r.unwrap(); (r[k].to_owned(), r[v].to_owned()) }).collect();
        let (mut a, mut b, mut un, mut tot) = (vec![], vec![], 0, 0);
        let mut names: std::collections::BTreeMap<String, u32> = Default::default();
        for i in &o.ideas { let l = &gold[&inputs[o.order[i.contribution]].id]; if l.contains(';') || l.is_empty() || l == "vide" || l == "hors-sujet" { continue; } tot += 1;
            let n = names.len() as u32; let l = *names.entry(l.clone()).or_insert(n);
            match i.theme { Some(t) => { a.push(t as u32); b.push(l); } None => un += 1 } }
        eprintln!("GOLD ami {:.3} ari {:.3} v {:.3} ideas {} unassigned {:.3} labels {} themes {} stab {:.2}", arobase_funnel::metrics::adjusted_mutual_information(&a, &b), arobase_funnel::metrics::adjusted_rand(&a, &b), arobase_funnel::metrics::v_measure(&a, &b), tot, un as f64 / tot as f64, names.len(), o.themes.len(), o.measures.stability);
    }
    for (q, question) in o.questions.iter().enumerate() {
        println!("\n## Q{} {:?} {:?}", q + 1, question.candidates, question.support);
        for (t, th) in o.themes.iter().enumerate().filter(|(_, t)| t.question == q) {
            println!("  T{:02} {} | {} | st {:.2} cov {:.2} ideas {} authors {}", t + 1, th.label, th.keywords.join(", "), th.stability, th.label_coverage, th.support.ideas, th.support.authors);
        }
        for p in o.propositions.iter().filter(|p| o.themes[p.theme].question == q && p.rank != arobase_funnel::outcome::Rank::WeakSignal) {
            println!("   - [{:?} {} aut {} t{}] {} {:?}", p.rank, p.ideas.len(), p.support.authors, p.theme + 1, p.text, p.rules);
            if std::env::var("SRC").is_ok() { for &i in &p.ideas { println!("         · ({}) {}", inputs[o.order[o.ideas[i].contribution]].id, o.ideas[i].text.replace('\n', " ")); } }
        }
    }
    let weak: Vec<_> = o.propositions.iter().filter(|p| p.rank == arobase_funnel::outcome::Rank::WeakSignal).collect();
    println!("\nannex {}", weak.len());
    if std::env::var("ANNEX").is_ok() { for p in weak { println!("   ~ [{}] {} {:?}", p.ideas.len(), p.text, p.rules); } }
    for (x, y) in &o.controversies { println!("  ⚔ {} / {}", o.propositions[*x].text, o.propositions[*y].text); }
    use arobase_funnel::outcome::Status;
    for s in [Status::ToSort, Status::OffTopic, Status::Empty] {
        let l: Vec<_> = o.ideas.iter().filter(|i| i.status == s).collect();
        println!("{s:?}: {}", l.len());
        for i in l.iter().take(if s == Status::ToSort { 25 } else { 40 }) { println!("     {} {}", i.reason, i.text.replace('\n', " ")); }
    }
    if std::env::var("IDEAS").is_ok() { for i in &o.ideas { println!("I {} {:?} [{}] {}", inputs[o.order[i.contribution]].id, i.kind, i.carried, i.text.replace('\n', " ⏎ ")); } }
}

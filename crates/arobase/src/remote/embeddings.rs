//! Vectors as an OpenAI-compatible `/v1/embeddings` gives them, checked.

use super::{Client, Problem};
use serde::{Deserialize, Serialize};

#[derive(Serialize)]
struct Question<'a> {
    model: &'a str,
    input: &'a [&'a str],
    encoding_format: &'a str,
}

#[derive(Deserialize)]
struct Answer {
    data: Vec<Item>,
}

#[derive(Deserialize)]
struct Item {
    index: Option<usize>,
    embedding: Vec<f32>,
}

/// Characters of a text that is sent whole, at least: a shorter one is never too long.
const SHORT: usize = 200;

/// A row of length 1 for each text, in their order. A batch that the server finds too large is asked in halves; a text that it finds
/// too long is read by its first half.
pub(super) fn vectors(client: &Client, model: &str, texts: &[&str]) -> Result<Vec<Vec<f32>>, Problem> {
    let question = Question { model, input: texts, encoding_format: "float" };
    match client.ask(&question).and_then(|answer| rows(answer, texts.len())) {
        Err(problem) if problem.too_much() => less(client, model, texts, problem),
        answer => answer,
    }
}

/// The same texts in two halves, or the first half of the only one.
fn less(client: &Client, model: &str, texts: &[&str], problem: Problem) -> Result<Vec<Vec<f32>>, Problem> {
    if let [text] = texts {
        return vectors(client, model, &[first_half(text).ok_or(problem)?]);
    }
    let (one, other) = texts.split_at(texts.len() / 2);
    let mut rows = vectors(client, model, one)?;
    rows.extend(vectors(client, model, other)?);
    Ok(rows)
}

fn first_half(text: &str) -> Option<&str> {
    let middle = text.chars().count() / 2;
    let end = text.char_indices().nth(middle)?.0;
    (middle >= SHORT).then(|| &text[..end])
}

/// The vectors of an answer in the order of the texts.
fn rows(answer: Answer, asked: usize) -> Result<Vec<Vec<f32>>, Problem> {
    let given = answer.data.len();
    let mut rows: Vec<Option<Vec<f32>>> = vec![None; asked];
    for (at, item) in answer.data.into_iter().enumerate() {
        let place = rows.get_mut(item.index.unwrap_or(at)).filter(|place| place.is_none());
        *place.ok_or(Problem::Count { asked, given })? = Some(unit(item.embedding)?);
    }
    let rows: Vec<Vec<f32>> = rows.into_iter().flatten().collect();
    if rows.len() != asked {
        return Err(Problem::Count { asked, given });
    }
    let expected = rows.first().map_or(0, Vec::len);
    match rows.iter().map(Vec::len).find(|&given| given != expected) {
        Some(given) => Err(Problem::Dimensions { expected, given }),
        None => Ok(rows),
    }
}

/// The same direction with length 1; a vector that has it already keeps its bits.
fn unit(mut row: Vec<f32>) -> Result<Vec<f32>, Problem> {
    let norm = row.iter().map(|&x| f64::from(x) * f64::from(x)).sum::<f64>().sqrt();
    if !norm.is_finite() || norm < 1e-9 {
        return Err(Problem::NoVector);
    }
    if (norm - 1.0).abs() > 1e-6 {
        for x in &mut row {
            *x = (f64::from(*x) / norm) as f32;
        }
    }
    Ok(row)
}

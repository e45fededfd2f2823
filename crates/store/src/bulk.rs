//! Many rows in few statements.

use crate::StoreError;
use crate::store::AnyQuery;
use sqlx::{Any, AssertSqlSafe, Transaction};

/// Parameters in one statement. Far below the 32,766 of SQLite, which looks each `$n` up among those before it: with all of them, 20,000
/// contributions took a hundred seconds.
const PARAMETERS: usize = 1_000;

/// A value to bind.
#[derive(Debug, Clone)]
pub(crate) enum Value {
    Text(String),
    MaybeText(Option<String>),
    Int(i64),
    MaybeInt(Option<i64>),
    Float(f64),
}

macro_rules! values {
    ($($given:ty => |$name:ident| $value:expr),+ $(,)?) => {$(
        impl From<$given> for Value {
            fn from($name: $given) -> Self { $value }
        }
    )+};
}

values! {
    String => |value| Self::Text(value),
    &str => |value| Self::Text(value.to_owned()),
    Option<String> => |value| Self::MaybeText(value),
    i64 => |value| Self::Int(value),
    u32 => |value| Self::Int(i64::from(value)),
    u64 => |value| Self::Int(value as i64),
    usize => |value| Self::Int(value as i64),
    bool => |value| Self::Int(i64::from(value)),
    Option<i64> => |value| Self::MaybeInt(value),
    f64 => |value| Self::Float(value),
}

/// One row: each value turned into a [`Value`].
macro_rules! row {
    ($($value:expr),+ $(,)?) => { vec![$($crate::bulk::Value::from($value)),+] };
}
pub(crate) use row;

/// Inserts `rows` into `table`; each has one value for each of `columns`.
pub(crate) async fn insert(
    tx: &mut Transaction<'static, Any>,
    table: &'static str,
    columns: &[&'static str],
    rows: Vec<Vec<Value>>,
) -> Result<(), StoreError> {
    run(tx, table, columns, rows, "", |_, n| format!("${n}")).await
}

/// The same, passing over the rows whose key is there already.
pub(crate) async fn insert_new(
    tx: &mut Transaction<'static, Any>,
    table: &'static str,
    columns: &[&'static str],
    rows: Vec<Vec<Value>>,
) -> Result<(), StoreError> {
    run(tx, table, columns, rows, " ON CONFLICT DO NOTHING", |_, n| format!("${n}")).await
}

/// The same as [`insert`], with `term` giving the expression for a column (by rank) from its parameter `$n`.
pub(crate) async fn insert_with(
    tx: &mut Transaction<'static, Any>,
    table: &'static str,
    columns: &[&'static str],
    rows: Vec<Vec<Value>>,
    term: impl Fn(usize, usize) -> String,
) -> Result<(), StoreError> {
    run(tx, table, columns, rows, "", term).await
}

async fn run(
    tx: &mut Transaction<'static, Any>,
    table: &'static str,
    columns: &[&'static str],
    rows: Vec<Vec<Value>>,
    tail: &'static str,
    term: impl Fn(usize, usize) -> String,
) -> Result<(), StoreError> {
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let chunk: Vec<Vec<Value>> = rows.by_ref().take(PARAMETERS / columns.len()).collect();
        let sql = statement(table, columns, chunk.len(), &term) + tail;
        let values = chunk.into_iter().flatten();
        // The statement holds names from this crate and numbered placeholders, nothing from outside.
        let query = values.fold(sqlx::query(AssertSqlSafe(sql)), bind);
        query.execute(&mut **tx).await?;
    }
    Ok(())
}

/// Binds one value more.
pub(crate) fn bind(query: AnyQuery<'_>, value: Value) -> AnyQuery<'_> {
    match value {
        Value::Text(value) => query.bind(value),
        Value::MaybeText(value) => query.bind(value),
        Value::Int(value) => query.bind(value),
        Value::MaybeInt(value) => query.bind(value),
        Value::Float(value) => query.bind(value),
    }
}

fn statement(table: &str, columns: &[&str], rows: usize, term: impl Fn(usize, usize) -> String) -> String {
    let width = columns.len();
    let row = |row: usize| {
        let terms: Vec<String> = (0..width).map(|column| term(column, row * width + column + 1)).collect();
        format!("({})", terms.join(", "))
    };
    let rows: Vec<String> = (0..rows).map(row).collect();
    format!("INSERT INTO {table} ({}) VALUES {}", columns.join(", "), rows.join(", "))
}

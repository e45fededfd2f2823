//! Prints the report of the sample, to be looked at: `cargo run -p arobase-publish --example report > report.html`.

use arobase_domain::Lang;
use std::io::Write as _;

fn main() -> std::io::Result<()> {
    let lang = if std::env::args().any(|word| word == "en") { Lang::En } else { Lang::Fr };
    let page = arobase_publish::report::render(&arobase_publish::sample(), &arobase_publish::sources(), lang);
    std::io::stdout().write_all(page.as_bytes())
}

//! Who signed, where several did.

use crate::lang::{Lang, Speak as _};
use crate::page::signature;
use arobase_domain::Author;
use arobase_store::Beside;

/// Who signed, in a few words: « Anne Le Goff, adjointe, et 3 autres signataires »; empty where one person signed who is not named.
pub(crate) fn by(lang: Lang, first: Option<&Author>, others: u64) -> String {
    match (signature(first), others) {
        (who, 0) => who,
        (who, others) if who.is_empty() => lang.n("signed-many", others + 1),
        (who, others) => [who, lang.n("signed-others", others)].join(", "),
    }
}

/// A sentence that names those who agreed to it and counts the others; empty where one person signed.
pub(crate) fn sentence(lang: Lang, first: Option<&Author>, beside: &Beside) -> String {
    if beside.count == 0 { String::new() } else { lang.it("signed-by", all(lang, first, beside)) }
}

/// Everyone who agreed to be named, and how many others signed; empty where one person signed who is not named.
pub(crate) fn all(lang: Lang, first: Option<&Author>, beside: &Beside) -> String {
    if beside.count == 0 {
        return signature(first);
    }
    let named: Vec<String> = first.into_iter().chain(&beside.named).map(|one| signature(Some(one))).collect();
    let others = (beside.count + 1).saturating_sub(named.len() as u64);
    match (named.join(lang.pick("\u{202f}; ", "; ")), others) {
        (who, 0) => who,
        (who, others) if who.is_empty() => lang.n("signed-many", others),
        (who, others) => [who, lang.n("signed-others", others)].join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn author(name: &str) -> Author {
        Author { name: name.into(), function: "maire".into(), named: true, ..Author::default() }
    }

    #[test]
    fn several_signatures_are_told_in_a_sentence() {
        let (anne, bruno) = (author("Anne"), author("Bruno"));
        let mut told = Vec::new();
        for lang in [Lang::Fr, Lang::En] {
            for (first, count, named) in
                [(Some(&anne), 3, vec![]), (Some(&anne), 1, vec![bruno.clone()]), (None, 2, vec![])]
            {
                told.push(sentence(lang, first, &Beside { count, named }));
                told.push(by(lang, first, count));
            }
            told.push(by(lang, Some(&anne), 1));
        }
        insta::assert_snapshot!(told.join("\n"));
        let beside = Beside { count: 2, named: vec![bruno.clone()] };
        assert_eq!(all(Lang::Fr, Some(&anne), &beside), "Anne, maire\u{202f}; Bruno, maire, et un autre signataire");
        assert_eq!(all(Lang::Fr, Some(&anne), &Beside::default()), "Anne, maire");
        assert_eq!((by(Lang::Fr, None, 0), sentence(Lang::Fr, Some(&anne), &Beside::default())), Default::default());
    }
}

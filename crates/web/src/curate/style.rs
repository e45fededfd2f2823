//! What a reader of motions would remark of a wording, in words.

use crate::lang::{Lang, Speak as _};
use arobase_text::style::{House, Remark, Rule, review};
use arobase_text::typography::french;

/// The remarks on a wording; whether it must say `who` is to act, or something beside it does.
pub(crate) fn remarks(lang: Lang, text: &str, who: bool) -> Vec<String> {
    let house = House { who, ..House::default() };
    review(text, &house).iter().map(|remark| told(lang, text, remark, &house)).collect()
}

fn told(lang: Lang, text: &str, remark: &Remark, house: &House) -> String {
    let words = &text[remark.span.clone()];
    match remark.rule {
        Rule::Infinitive => lang.it("style-infinitive", words),
        Rule::OneDemand => lang.it("style-one-demand", words),
        Rule::Who => lang.t("style-who"),
        Rule::Hollow => lang.it("style-hollow", words),
        Rule::Question => lang.t("style-question"),
        Rule::Length => lang.n("style-length", house.words),
        Rule::Typography if remark.instead.is_some() => lang.it("style-typography", french(text)),
        Rule::Typography => lang.t("style-signs"),
        Rule::Inclusive => lang.it("style-inclusive", words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_rule_has_words_in_both_languages() {
        let of = |text, who| [Lang::Fr, Lang::En].map(|lang| remarks(lang, text, who));
        assert_eq!(of("Former les secrétaires de mairie", false), [const { Vec::<String>::new() }; 2]);
        let [french, english] = of("La fibre, c'est pour quand ?", true);
        assert_eq!((french.len(), english.len()), (4, 4));
        assert!(french.concat().contains("«\u{a0}La\u{a0}»"), "{french:?}");
        for told in of("Engager une réflexion et former les agents", true).concat() {
            assert!(!told.contains("style-"), "{told}");
        }
    }
}

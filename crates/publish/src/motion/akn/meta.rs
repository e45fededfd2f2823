//! What Akoma Ntoso asks to know of a document: the work, this wording of it, this file, and the seal.

use super::super::format::slug;
use super::super::tree::Document;
use super::super::xml::Xml;

/// Who says what the metadata say: the organisation that publishes.
const SOURCE: &str = "#edition";

/// The metadata of the document.
pub(super) fn meta(xml: &mut Xml, document: &Document) {
    let date = date(document.at);
    let work = format!("/akn/fr/statement/{date}/{}", slug(&document.cover.edition));
    let expression = format!("{work}/fra@{date}");
    xml.open("meta", &[]);
    xml.open("identification", &[("source", SOURCE)]);
    frbr(xml, "FRBRWork", (&work, &work), &date, |xml| {
        xml.empty("FRBRcountry", &[("value", "fr")]);
        xml.empty("FRBRname", &[("value", &document.cover.title)]);
    });
    frbr(xml, "FRBRExpression", (&expression, &expression), &date, |xml| {
        xml.empty("FRBRlanguage", &[("language", "fra")]);
    });
    frbr(xml, "FRBRManifestation", (&format!("{expression}.akn"), &format!("{expression}.xml")), &date, |xml| {
        xml.empty("FRBRformat", &[("value", "application/akn+xml")]);
    });
    xml.close();
    xml.within("references", &[("source", SOURCE)], |xml| {
        let edition = &document.cover.edition;
        let href = format!("/akn/ontology/organization/fr/{}", slug(edition));
        xml.empty("TLCOrganization", &[("eId", "edition"), ("href", &href), ("showAs", edition)]);
    });
    xml.within("proprietary", &[("source", SOURCE)], |xml| {
        let space = [("xmlns:seal", "urn:arobase:seal"), ("algorithm", "SHA-256"), ("of", "motion.json")];
        xml.leaf("seal:seal", &space, &document.seal);
    });
    xml.close();
    xml.line();
}

fn frbr(xml: &mut Xml, name: &'static str, (this, uri): (&str, &str), date: &str, more: impl FnOnce(&mut Xml)) {
    xml.within(name, &[], |xml| {
        xml.empty("FRBRthis", &[("value", this)]);
        xml.empty("FRBRuri", &[("value", uri)]);
        xml.empty("FRBRdate", &[("date", date), ("name", "frozen")]);
        xml.empty("FRBRauthor", &[("href", SOURCE)]);
        more(xml);
    });
    xml.line();
}

/// The day of an instant, in UTC: `2026-10-06`.
fn date(at: i64) -> String {
    let day = jiff::Timestamp::from_millisecond(at).unwrap_or_default().to_zoned(jiff::tz::TimeZone::UTC).date();
    day.to_string()
}

//! Workbooks for Excel (Office Open XML, ECMA-376): texts inline, first row bold, frozen and with filters.

use super::archive::packed;
use super::sheets::{Cell, Sheet};
use super::xml::escaped;
use std::io;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// What Excel lets into a cell, in UTF-16 units; the rest of a text is in the other files.
const LIMIT: usize = 32_767;

/// Two formats of cells: plain, and bold for headings.
const STYLES: &str = "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>\
    <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>\
    <borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>\
    <cellXfs count=\"2\"><xf xfId=\"0\"/><xf xfId=\"0\" fontId=\"1\" applyFont=\"1\"/></cellXfs>\
    <cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>";

/// The sheets as one workbook.
pub(super) fn workbook(sheets: &[Sheet<'_>]) -> io::Result<Vec<u8>> {
    let fixed = [
        ("[Content_Types].xml", types(sheets)),
        ("_rels/.rels", relations(&[relation(1, "officeDocument", "xl/workbook.xml")])),
        ("xl/workbook.xml", listed(sheets)),
        ("xl/_rels/workbook.xml.rels", targets(sheets)),
        ("xl/styles.xml", format!("{HEAD}<styleSheet xmlns=\"{MAIN}\">{STYLES}</styleSheet>")),
    ];
    let fixed = fixed.map(|(name, content)| (name.to_owned(), content));
    let written = (1..).zip(sheets).map(|(at, sheet): (usize, _)| (part(at), worksheet(sheet)));
    packed(fixed.into_iter().chain(written))
}

fn part(at: usize) -> String {
    format!("xl/worksheets/sheet{at}.xml")
}

fn types(sheets: &[Sheet<'_>]) -> String {
    let one = |name: &str, kind: &str| format!("<Override PartName=\"/{name}\" ContentType=\"{KIND}.{kind}+xml\"/>");
    let sheets: String = (1..=sheets.len()).map(|at| one(&part(at), "worksheet")).collect();
    let fixed = one("xl/workbook.xml", "sheet.main") + &one("xl/styles.xml", "styles");
    format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>{fixed}{sheets}</Types>"
    )
}

fn relation(id: usize, kind: &str, target: &str) -> String {
    format!("<Relationship Id=\"rId{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
}

fn relations(all: &[String]) -> String {
    format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">{}</Relationships>", all.concat())
}

fn targets(sheets: &[Sheet<'_>]) -> String {
    let sheet = |at| relation(at, "worksheet", &format!("worksheets/sheet{at}.xml"));
    let mut all: Vec<String> = (1..=sheets.len()).map(sheet).collect();
    all.push(relation(sheets.len() + 1, "styles", "styles.xml"));
    relations(&all)
}

fn listed(sheets: &[Sheet<'_>]) -> String {
    let sheet = |(at, sheet): (usize, &Sheet<'_>)| {
        format!("<sheet name=\"{}\" sheetId=\"{at}\" r:id=\"rId{at}\"/>", escaped(sheet.name))
    };
    let sheets: String = (1..).zip(sheets).map(sheet).collect();
    format!("{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{sheets}</sheets></workbook>")
}

fn worksheet(sheet: &Sheet<'_>) -> String {
    let width = |(at, wide): (usize, bool)| {
        format!("<col min=\"{at}\" max=\"{at}\" width=\"{}\" customWidth=\"1\"/>", if wide { 60 } else { 14 })
    };
    let widths: String = (1..).zip(sheet.columns.iter().map(|column| column.wide)).map(width).collect();
    let headings = sheet.columns.iter().map(|column| inline(column.heading, " s=\"1\"")).collect::<String>();
    let mut out = format!(
        "{HEAD}<worksheet xmlns=\"{MAIN}\"><sheetViews><sheetView workbookViewId=\"0\">\
         <pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>\
         <cols>{widths}</cols><sheetData><row>{headings}</row>"
    );
    for row in &sheet.rows {
        out.push_str("<row>");
        out.extend(row.iter().map(cell));
        out.push_str("</row>");
    }
    let last = letter(sheet.columns.len());
    out + &format!("</sheetData><autoFilter ref=\"A1:{last}{}\"/></worksheet>", sheet.rows.len() + 1)
}

fn cell(cell: &Cell<'_>) -> String {
    match cell {
        Cell::Number(value) => format!("<c><v>{value}</v></c>"),
        Cell::Text(text) if text.is_empty() => "<c/>".to_owned(),
        Cell::Text(text) => inline(text, ""),
    }
}

fn inline(text: &str, style: &str) -> String {
    let text = escaped(&literal(&within(text)));
    format!("<c{style} t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>")
}

/// As much of a text as a cell holds, its lines ended by LF.
fn within(text: &str) -> String {
    let mut left = LIMIT;
    let fits = |sign: &char| {
        left = left.saturating_sub(sign.len_utf16());
        left > 0
    };
    text.replace("\r\n", "\n").replace('\r', "\n").chars().take_while(fits).collect()
}

/// `_x0041_` is an A to Excel unless its first sign is itself escaped.
fn literal(text: &str) -> String {
    text.replace("_x", "_x005F_x")
}

/// The name of a column among the first twenty-six.
pub(super) fn letter(column: usize) -> char {
    char::from(b'A' + u8::try_from(column.clamp(1, 26) - 1).unwrap_or_default())
}

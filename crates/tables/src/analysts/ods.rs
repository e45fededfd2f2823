//! Workbooks for LibreOffice (OpenDocument 1.2): first row bold and with filters.

use super::archive::packed;
use super::sheets::{Cell, Column, Sheet};
use super::xml::escaped;
use std::io;

const KIND: &str = "application/vnd.oasis.opendocument.spreadsheet";
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
    xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
    xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\"";

/// Narrow and wide columns, bold headings.
const STYLES: &str = "<style:style style:name=\"narrow\" style:family=\"table-column\"><style:table-column-properties style:column-width=\"3cm\"/></style:style>\
    <style:style style:name=\"wide\" style:family=\"table-column\"><style:table-column-properties style:column-width=\"12cm\"/></style:style>\
    <style:style style:name=\"heading\" style:family=\"table-cell\"><style:text-properties fo:font-weight=\"bold\"/></style:style>";

/// The sheets as one workbook.
pub(super) fn workbook(sheets: &[Sheet<'_>]) -> io::Result<Vec<u8>> {
    let parts =
        [("mimetype", KIND.to_owned()), ("META-INF/manifest.xml", manifest()), ("content.xml", content(sheets))];
    packed(parts.map(|(name, content)| (name.to_owned(), content)))
}

fn manifest() -> String {
    let entry = |path: &str, kind: &str| {
        format!("<manifest:file-entry manifest:full-path=\"{path}\" manifest:media-type=\"{kind}\"/>")
    };
    format!(
        "{HEAD}<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.2\">{}{}</manifest:manifest>",
        entry("/", KIND),
        entry("content.xml", "text/xml"),
    )
}

fn content(sheets: &[Sheet<'_>]) -> String {
    let tables: String = sheets.iter().map(table).collect();
    let filters: String = (1..).zip(sheets).map(filter).collect();
    format!(
        "{HEAD}<office:document-content {NAMES} office:version=\"1.2\"><office:automatic-styles>{STYLES}</office:automatic-styles>\
         <office:body><office:spreadsheet>{tables}<table:database-ranges>{filters}</table:database-ranges></office:spreadsheet></office:body>\
         </office:document-content>"
    )
}

fn table(sheet: &Sheet<'_>) -> String {
    let column = |column: &Column| {
        format!("<table:table-column table:style-name=\"{}\"/>", if column.wide { "wide" } else { "narrow" })
    };
    let columns: String = sheet.columns.iter().map(column).collect();
    let headings: String =
        sheet.columns.iter().map(|column| string(column.heading, " table:style-name=\"heading\"")).collect();
    let mut out = format!(
        "<table:table table:name=\"{}\">{columns}<table:table-header-rows><table:table-row>{headings}</table:table-row></table:table-header-rows>",
        escaped(sheet.name)
    );
    for row in &sheet.rows {
        out.push_str("<table:table-row>");
        out.extend(row.iter().map(cell));
        out.push_str("</table:table-row>");
    }
    out + "</table:table>"
}

fn cell(cell: &Cell<'_>) -> String {
    match cell {
        Cell::Number(value) => {
            format!(
                "<table:table-cell office:value-type=\"float\" office:value=\"{value}\"><text:p>{value}</text:p></table:table-cell>"
            )
        }
        Cell::Text(text) if text.is_empty() => "<table:table-cell/>".to_owned(),
        Cell::Text(text) => string(text, ""),
    }
}

fn string(text: &str, style: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<String> = text.split('\n').map(paragraph).collect();
    let lines = lines.join("</text:p><text:p>");
    format!("<table:table-cell{style} office:value-type=\"string\"><text:p>{lines}</text:p></table:table-cell>")
}

/// OpenDocument makes one space of several and drops those at both ends, unless they are elements.
fn paragraph(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut after_word = false;
    let mut signs = escaped(line).chars().collect::<Vec<_>>().into_iter().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            ' ' if after_word && signs.peek().is_some() => out.push(' '),
            ' ' => out.push_str("<text:s/>"),
            '\t' => out.push_str("<text:tab/>"),
            _ => out.push(sign),
        }
        after_word = !matches!(sign, ' ' | '\t');
    }
    out
}

/// Buttons on the headings.
fn filter((at, sheet): (usize, &Sheet<'_>)) -> String {
    let (last, rows) = (super::xlsx::letter(sheet.columns.len()), sheet.rows.len() + 1);
    let name = escaped(sheet.name);
    format!(
        "<table:database-range table:name=\"filter{at}\" table:target-range-address=\"'{name}'.A1:'{name}'.{last}{rows}\" table:display-filter-buttons=\"true\"/>"
    )
}

//! Small files of every format, written for one test each.

use std::io::{Cursor, Write};
use std::path::PathBuf;
use tempfile::TempDir;
use zip::write::SimpleFileOptions;

/// A directory of files that goes away with the test.
pub(crate) struct Place(TempDir);

impl Place {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary directory"))
    }

    /// The path of a file there.
    pub(crate) fn at(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Writes a file and gives its path.
    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        std::fs::write(self.at(name), content).expect("written");
        self.at(name)
    }
}

/// A ZIP archive of the parts given.
pub(crate) fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).expect("memory does not fail");
        archive.write_all(content.as_bytes()).expect("memory does not fail");
    }
    archive.finish().expect("memory does not fail").into_inner()
}

/// A workbook of sheets, each given as the XML of its rows.
pub(crate) fn xlsx(sheets: &[(&str, &str)]) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let each = |xml: &dyn Fn(usize, &str) -> String| -> String {
        sheets.iter().enumerate().map(|(at, (name, _))| xml(at, name)).collect()
    };
    let listed = each(&|at, name| format!("<sheet name=\"{name}\" sheetId=\"{}\" r:id=\"r{at}\"/>", at + 1));
    let related = each(&|at, _| {
        format!("<Relationship Id=\"r{at}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/s{at}.xml\"/>")
    });
    let sheet = |(at, (_, rows)): (usize, &(&str, &str))| {
        let content = format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>");
        (format!("xl/worksheets/s{at}.xml"), content)
    };
    let mut parts: Vec<(String, String)> = sheets.iter().enumerate().map(sheet).collect();
    let styles = "<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>";
    parts.extend([
        ("[Content_Types].xml".into(), "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".into()),
        ("_rels/.rels".into(), format!("<Relationships xmlns=\"{RELATIONS}\"><Relationship Id=\"w\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")),
        ("xl/workbook.xml".into(), format!("<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{listed}</sheets></workbook>")),
        ("xl/_rels/workbook.xml.rels".into(), format!("<Relationships xmlns=\"{RELATIONS}\">{related}</Relationships>")),
        ("xl/styles.xml".into(), format!("<styleSheet xmlns=\"{MAIN}\">{styles}</styleSheet>")),
    ]);
    let parts: Vec<(&str, &str)> = parts.iter().map(|(name, content)| (name.as_str(), content.as_str())).collect();
    package(&parts)
}

/// A row of text cells, from column A on; empty ones are left out.
pub(crate) fn xlsx_row(row: usize, cells: &[&str]) -> String {
    let cell = |(column, text): (usize, &&str)| {
        let letter = char::from(b'A' + column as u8);
        format!("<c r=\"{letter}{row}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>")
    };
    let cells: String = cells.iter().enumerate().filter(|(_, text)| !text.is_empty()).map(cell).collect();
    format!("<row r=\"{row}\">{cells}</row>")
}

/// An ODS workbook of one sheet of text cells; `manifest` is its META-INF/manifest.xml.
pub(crate) fn ods(rows: &[&[&str]], manifest: &str) -> Vec<u8> {
    let cell = |text: &&str| {
        let lines = text.split('\n').collect::<Vec<_>>().join("</text:p><text:p>");
        let content =
            format!("<table:table-cell office:value-type=\"string\"><text:p>{lines}</text:p></table:table-cell>");
        if text.is_empty() { "<table:table-cell/>".to_owned() } else { content }
    };
    let row =
        |cells: &&[&str]| format!("<table:table-row>{}</table:table-row>", cells.iter().map(cell).collect::<String>());
    let content = format!(
        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>\
         <table:table table:name=\"Feuille1\">{}</table:table></office:spreadsheet></office:body></office:document-content>",
        rows.iter().map(row).collect::<String>()
    );
    let mime = "application/vnd.oasis.opendocument.spreadsheet";
    package(&[("mimetype", mime), ("META-INF/manifest.xml", manifest), ("content.xml", &content)])
}

/// The manifest of an ODS workbook without password.
pub(crate) const PLAIN: &str = "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">\
    <manifest:file-entry manifest:full-path=\"/\"/></manifest:manifest>";

/// The manifest of an ODS workbook with a password.
pub(crate) const ENCRYPTED: &str = "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">\
    <manifest:file-entry manifest:full-path=\"content.xml\"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";

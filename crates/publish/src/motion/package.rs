//! Packages: a ZIP of parts, the same bytes for the same parts.

use std::io::{self, Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The parts in their order, all dated 1 January 1980, the first day that the format knows. A part called `mimetype` is not compressed: a package of
/// OpenDocument is recognised by it.
pub(super) fn packed(parts: &[(&str, &str)]) -> io::Result<Vec<u8>> {
    zipped(parts.iter().map(|&(name, content)| (name, content.as_bytes())))
}

/// The same for files of any kind.
pub fn zipped<'a>(parts: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> io::Result<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    for (name, content) in parts {
        let method = if name == "mimetype" { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        archive.start_file(name, options.compression_method(method))?;
        archive.write_all(content)?;
    }
    Ok(archive.finish()?.into_inner())
}

//! Packages: a ZIP of parts, the same bytes for the same parts.

use std::io::{self, Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The parts in their order; all dated 1 January 1980, the first day that the format knows.
pub(crate) fn packed<T: AsRef<[u8]>>(parts: impl IntoIterator<Item = (String, T)>) -> io::Result<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    for (name, content) in parts {
        // A package of OpenDocument is recognised by its first part, which is not compressed.
        let method = if name == "mimetype" { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        archive.start_file(name, options.compression_method(method))?;
        archive.write_all(content.as_ref())?;
    }
    Ok(archive.finish()?.into_inner())
}

//! Documents joined to contributions, as a table.

use crate::Error;
use arobase_store::Attachment;

const COLUMNS: [&str; 7] = ["contribution_id", "kind", "size", "hash", "readable", "published", "name"];

/// What tells of each document; its name, which may hold that of a person, where its author publishes it.
pub(super) fn table(attachments: &[Attachment]) -> Result<Vec<u8>, Error> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(COLUMNS).map_err(Error::export)?;
    for one in attachments {
        let number = one.contribution.as_ref().map(ToString::to_string).unwrap_or_default();
        let (size, name) = (one.size.to_string(), if one.public { one.name.as_str() } else { "" });
        let [readable, public] = [one.readable, one.public].map(|held| if held { "true" } else { "false" });
        table
            .write_record([number.as_str(), one.kind.as_str(), &size, &one.content, readable, public, name])
            .map_err(Error::export)?;
    }
    table.into_inner().map_err(Error::export)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collect::attach::attachment;
    use arobase_domain::AttachmentKind;

    #[test]
    fn a_document_that_is_not_published_has_no_name() {
        let told = [true, false].map(|public| attachment("d", AttachmentKind::Pdf, public));
        let table = String::from_utf8(table(&told).unwrap()).unwrap();
        let rows: Vec<&str> = table.lines().skip(1).collect();
        let hash = "0".repeat(64);
        let expected = [
            format!("493,pdf,123456,{hash},true,true,Délibération.pdf"),
            format!("493,pdf,123456,{hash},false,false,"),
        ];
        assert_eq!(rows, expected);
    }
}

//! Workbooks with several sheets, as text. Also used by the tests without a window.

/// A workbook of LibreOffice in one file.
pub(crate) fn fods(sheets: &[(&str, &str)]) -> Vec<u8> {
    let mut content = String::from(
        "<?xml version=\"1.0\"?><office:document \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
         office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">\
         <office:body><office:spreadsheet>",
    );
    for (name, rows) in sheets {
        content.push_str(&format!("<table:table table:name=\"{name}\">"));
        for row in rows.lines() {
            content.push_str("<table:table-row>");
            for cell in row.split(',') {
                content.push_str(&format!(
                    "<table:table-cell office:value-type=\"string\"><text:p>{cell}</text:p>\
                     </table:table-cell>"
                ));
            }
            content.push_str("</table:table-row>");
        }
        content.push_str("</table:table>");
    }
    content.push_str("</office:spreadsheet></office:body></office:document>");
    content.into_bytes()
}

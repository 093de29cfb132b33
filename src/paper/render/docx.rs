//! A Word file: `WordprocessingML` in a zip, with exactly what Word wants to see before
//! it opens it without a question.
//!
//! maud escapes every text here as well. The file holds no name and no time: the same sheet is the
//! same file. Must not know: other formats, files on a disk.

mod body;
mod styles;

use crate::paper::doc::Doc;
use maud::{Markup, html};
use std::io::{Cursor, Write};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// The namespace of everything in `word/`.
const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// What the parts of a Word file are called by type.
const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

pub(super) fn render(doc: &Doc) -> Vec<u8> {
    let parts = [
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", package_parts()),
        ("docProps/core.xml", properties(doc)),
        ("word/document.xml", body::document(doc)),
        ("word/_rels/document.xml.rels", document_parts()),
        ("word/styles.xml", styles::styles(doc.size)),
        ("word/numbering.xml", styles::numbering()),
        ("word/settings.xml", settings()),
    ];
    // It is packed in memory, where writing does not fail.
    pack(parts).unwrap_or_default()
}

fn pack<const N: usize>(parts: [(&str, Markup); N]) -> ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        zip.start_file(name, options)?;
        zip.write_all(HEAD.as_bytes())?;
        zip.write_all(part.into_string().as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

/// A text without what XML 1.0 cannot hold; control characters are gone already.
fn text(text: &str) -> String {
    part(text).trim().to_owned()
}

/// As [`text`], of a part that keeps the blanks at its ends.
fn part(text: &str) -> String {
    super::part(text).replace(['\u{fffe}', '\u{ffff}'], "")
}

fn content_types() -> Markup {
    let part = |name: &str, kind: &str| html! { Override PartName=(name) ContentType=(kind) {} };
    html! {
        Types xmlns={ (PACKAGE) "/content-types" } {
            Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" {}
            Default Extension="xml" ContentType="application/xml" {}
            (part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"))
            (part("/word/document.xml", &format!("{TYPE}.document.main+xml")))
            (part("/word/styles.xml", &format!("{TYPE}.styles+xml")))
            (part("/word/numbering.xml", &format!("{TYPE}.numbering+xml")))
            (part("/word/settings.xml", &format!("{TYPE}.settings+xml")))
        }
    }
}

fn package_parts() -> Markup {
    html! {
        Relationships xmlns={ (PACKAGE) "/relationships" } {
            Relationship Id="rId1" Type={ (OFFICE) "/officeDocument" } Target="word/document.xml" {}
            Relationship Id="rId2" Type={ (PACKAGE) "/relationships/metadata/core-properties" }
                Target="docProps/core.xml" {}
        }
    }
}

fn document_parts() -> Markup {
    html! {
        Relationships xmlns={ (PACKAGE) "/relationships" } {
            @for (number, part) in (1..).zip(["styles", "numbering", "settings"]) {
                Relationship Id={ "rId" (number) } Type={ (OFFICE) "/" (part) } Target={ (part) ".xml" } {}
            }
        }
    }
}

/// The title only: who made it, and when, is nobody's business.
fn properties(doc: &Doc) -> Markup {
    html! {
        cp:coreProperties xmlns:cp={ (PACKAGE) "/metadata/core-properties" }
            xmlns:dc="http://purl.org/dc/elements/1.1/" {
            dc:title { (text(&doc.title)) }
            dc:language { "nl-NL" }
        }
    }
}

/// Without the mode Word takes the file for one of an old version.
fn settings() -> Markup {
    html! {
        w:settings xmlns:w=(MAIN) {
            w:defaultTabStop w:val="567" {}
            w:compat {
                w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"
                    w:val="15" {}
            }
            w:themeFontLang w:val="nl-NL" {}
            w:decimalSymbol w:val="," {}
            w:listSeparator w:val=";" {}
        }
    }
}

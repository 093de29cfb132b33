//! How things look in Word: named styles, so that somebody who goes on with the sheet changes a look
//! in one place. The measures are those of the HTML.
//!
//! Must not know: what is on the sheet.

use super::MAIN;
use crate::paper::doc::Size;
use maud::{Markup, PreEscaped, html};

pub(super) const TITLE: &str = "Heading1";
pub(super) const CHAPTER: &str = "Heading2";
pub(super) const SECTION: &str = "Heading3";
pub(super) const NORMAL: &str = "Normal";
pub(super) const FINE: &str = "Klein";
pub(super) const BULLET: &str = "ListBullet";
pub(super) const TICKS: &str = "Hokjes";
/// A line to write on.
pub(super) const PEN: &str = "Schrijflijn";
pub(super) const CELL: &str = "Cel";
pub(super) const CELL_HEAD: &str = "Celkop";
/// What keeps a table from what follows.
pub(super) const GAP: &str = "Tussenruimte";

pub(super) const GRID: &str = "TableGrid";

pub(super) const STRONG: &str = "Strong";
/// A sentence to say aloud.
pub(super) const SAY: &str = "Emphasis";
pub(super) const MARK: &str = "Merk";
/// What is typed, letter by letter.
pub(super) const TYPED: &str = "Getypt";
pub(super) const BOX: &str = "Hokje";

/// Letters are counted in half points.
fn letters(size: Size) -> u32 {
    match size {
        Size::Normal => 23,
        Size::Large => 34,
        Size::Poster => 80,
    }
}

/// Nothing is smaller than 11 points.
fn small(size: Size) -> u32 {
    match size {
        Size::Normal => 22,
        Size::Large | Size::Poster => 28,
    }
}

pub(super) fn styles(size: Size) -> Markup {
    let base = letters(size);
    let small = html! { w:sz w:val=(small(size)) {} };
    html! {
        w:styles xmlns:w=(MAIN) {
            w:docDefaults {
                w:rPrDefault { w:rPr {
                    w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial" {}
                    w:sz w:val=(base) {}
                    w:szCs w:val=(base) {}
                    w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA" {}
                } }
                w:pPrDefault { w:pPr { w:spacing w:after="113" w:line="276" w:lineRule="auto" {} } }
            }
            w:style w:type="paragraph" w:default="1" w:styleId=(NORMAL) { w:name w:val="Normal" {} w:qFormat {} }
            (heading(TITLE, "heading 1", 0, (0, 170), base * 17 / 10))
            (heading(CHAPTER, "heading 2", 1, (397, 113), base * 5 / 4))
            (heading(SECTION, "heading 3", 2, (227, 57), base))
            (paragraph(FINE, "Klein", &html! {}, &small))
            (paragraph(BULLET, "List Bullet", &html! {
                w:keepLines {} w:numPr { w:numId w:val="1" {} } w:spacing w:after="57" {}
            }, &html! {}))
            (paragraph(TICKS, "Hokjes", &html! {
                w:keepLines {} w:spacing w:after="57" {} w:ind w:left="454" w:hanging="454" {}
            }, &html! {}))
            (paragraph(PEN, "Schrijflijn", &html! { w:spacing w:before="113" {} }, &html! {}))
            (paragraph(CELL, "Cel", &html! { w:spacing w:after="28" w:line="264" w:lineRule="auto" {} }, &html! {}))
            (paragraph(CELL_HEAD, "Celkop", &html! {
                w:keepNext {} w:spacing w:after="28" w:line="264" w:lineRule="auto" {}
            }, &html! { w:b {} }))
            (paragraph(GAP, "Tussenruimte", &html! {
                w:spacing w:after="0" w:line="160" w:lineRule="exact" {}
            }, &html! {}))
            (character(STRONG, "Strong", &html! { w:b {} }))
            (character(SAY, "Emphasis", &html! { w:i {} }))
            (character(MARK, "Merk", &html! { w:i {} (small) }))
            (character(TYPED, "Getypt", &html! {
                w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:eastAsia="Consolas" w:cs="Consolas" {}
            }))
            (character(BOX, "Hokje", &html! {
                w:rFonts w:ascii="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol" w:eastAsia="Segoe UI Symbol"
                    w:cs="Segoe UI Symbol" {}
            }))
            (tables())
        }
    }
}

fn heading(id: &str, name: &str, level: u8, (before, after): (u32, u32), letters: u32) -> Markup {
    html! {
        w:style w:type="paragraph" w:styleId=(id) {
            w:name w:val=(name) {}
            w:basedOn w:val=(NORMAL) {}
            w:next w:val=(NORMAL) {}
            w:qFormat {}
            w:pPr {
                w:keepNext {}
                w:keepLines {}
                w:spacing w:before=(before) w:after=(after) w:line="240" w:lineRule="auto" {}
                w:outlineLvl w:val=(level) {}
            }
            w:rPr { w:b {} w:sz w:val=(letters) {} w:szCs w:val=(letters) {} }
        }
    }
}

fn paragraph(id: &str, name: &str, place: &Markup, letters: &Markup) -> Markup {
    html! {
        w:style w:type="paragraph" w:styleId=(id) {
            w:name w:val=(name) {}
            w:basedOn w:val=(NORMAL) {}
            w:qFormat {}
            w:pPr { (place) }
            w:rPr { (letters) }
        }
    }
}

fn character(id: &str, name: &str, letters: &Markup) -> Markup {
    html! {
        w:style w:type="character" w:styleId=(id) {
            w:name w:val=(name) {}
            w:qFormat {}
            w:rPr { (letters) }
        }
    }
}

/// The table with lines, on the one without.
fn tables() -> Markup {
    let margins = html! {
        w:tblCellMar {
            w:top w:w="68" w:type="dxa" {}
            w:left w:w="102" w:type="dxa" {}
            w:bottom w:w="40" w:type="dxa" {}
            w:right w:w="102" w:type="dxa" {}
        }
    };
    let line = |side: &str| {
        PreEscaped(format!("<w:{side} w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"000000\"/>"))
    };
    html! {
        w:style w:type="table" w:default="1" w:styleId="TableNormal" {
            w:name w:val="Normal Table" {}
            w:tblPr { w:tblInd w:w="0" w:type="dxa" {} (margins) }
        }
        w:style w:type="table" w:styleId=(GRID) {
            w:name w:val="Table Grid" {}
            w:basedOn w:val="TableNormal" {}
            w:tblPr {
                w:tblBorders {
                    @for side in ["top", "left", "bottom", "right", "insideH", "insideV"] { (line(side)) }
                }
            }
        }
    }
}

pub(super) fn numbering() -> Markup {
    html! {
        w:numbering xmlns:w=(MAIN) {
            w:abstractNum w:abstractNumId="0" {
                w:multiLevelType w:val="hybridMultilevel" {}
                w:lvl w:ilvl="0" {
                    w:start w:val="1" {}
                    w:numFmt w:val="bullet" {}
                    w:pStyle w:val=(BULLET) {}
                    w:lvlText w:val="•" {}
                    w:lvlJc w:val="left" {}
                    w:pPr { w:ind w:left="340" w:hanging="340" {} }
                }
            }
            w:num w:numId="1" { w:abstractNumId w:val="0" {} }
        }
    }
}

//! The properties of a paragraph and its words: style, number, changes, comments.

use super::{Body, In, Kind, MOST_CHANGES};
use crate::draft::Tracked;
use crate::exchange::workbook::xml::Element;

impl Body {
    pub(super) fn paragraph_property(&mut self, name: &[u8], element: &Element<'_>) {
        let number = element.number("val");
        let off = |it: &str| matches!(it, "0" | "false" | "off");
        if name == b"bidi" && !element.get("val").is_some_and(|it| off(&it)) {
            self.remark(Kind::RightToLeft);
        }
        let Some(raw) = self.open.last_mut().map(|open| &mut open.raw) else { return };
        match name {
            b"pStyle" => raw.style = element.get("val").unwrap_or_default().into_owned(),
            b"outlineLvl" => raw.outline = number,
            b"numId" => raw.list = number.map(|id| (id, raw.list.map_or(0, |it| it.1))),
            b"ilvl" => {
                raw.list = Some((raw.list.map_or(u32::MAX, |it| it.0), number.unwrap_or_default()));
            }
            _ => {}
        }
    }

    pub(super) fn run_property(&mut self, name: &[u8], value: &str) {
        let on = !matches!(value, "0" | "false" | "off" | "none");
        match name {
            b"rtl" if on => self.remark(Kind::RightToLeft),
            b"b" | b"i" | b"u" if on => self.remark(Kind::Emphasis),
            _ => {}
        }
        let Some(run) = self.open.last_mut().and_then(|open| open.runs.last_mut()) else { return };
        match name {
            b"rStyle" => value.clone_into(&mut run.style),
            b"strike" | b"dstrike" => run.crossed_out |= on,
            b"vanish" => run.hidden = on,
            _ => {}
        }
    }

    /// A change, or the record of a change in the properties of something.
    pub(super) fn change(&mut self, name: &[u8], parent: In, element: &Element<'_>) -> In {
        let struck = matches!(name, b"del" | b"moveFrom");
        match parent {
            In::EndProperties => {
                if let Some(open) = self.open.last_mut() {
                    open.raw.end = Some(struck);
                }
                return In::Other;
            }
            In::ParagraphProperties | In::ListProperties => return In::Other,
            _ => {}
        }
        if name.starts_with(b"move") {
            self.remark(Kind::Moves);
        }
        if self.changes.len() >= MOST_CHANGES {
            self.remark(Kind::ManyChanges);
            return In::Other;
        }
        let text = |name| element.get(name).unwrap_or_default();
        self.changes.push(Tracked::by(struck, &text("author"), moment(&text("date"))));
        self.shared = None;
        if parent == In::RowProperties {
            // It applies to the row, not to the record of the change.
            if let Some(row) = self.rows.last_mut() {
                *row += 1;
            }
            return In::Other;
        }
        In::Changed
    }

    pub(super) fn commented(&mut self, name: &[u8], id: &str) {
        let Some(open) = self.open.last_mut() else { return };
        let known = open.raw.comments.iter().position(|(it, _)| it == id);
        match (name, known) {
            (b"commentRangeEnd", Some(known)) => {
                let place = open.commented.iter().position(|(it, _)| *it == known);
                let from = place.map(|place| open.commented.swap_remove(place).1);
                let words = open.raw.text().chars().skip(from.unwrap_or(usize::MAX)).collect();
                if let Some((_, on)) = open.raw.comments.get_mut(known) {
                    *on = words;
                }
            }
            (b"commentRangeStart", None) => {
                open.commented.push((open.raw.comments.len(), open.length));
                open.raw.comments.push((id.to_owned(), String::new()));
            }
            (b"commentReference", None) => open.raw.comments.push((id.to_owned(), String::new())),
            _ => {}
        }
    }
}

/// A moment; empty if it is a placeholder.
fn moment(written: &str) -> &str {
    let none = written.starts_with("1970-01-01T00:00:00") || written.starts_with("0000-00-00");
    if none { "" } else { written }
}

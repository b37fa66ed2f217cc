//! The styles of a document: which are headings, and which are numbered.

use std::collections::HashMap;

use super::DocxError;
use crate::exchange::table::SheetError;
use crate::exchange::workbook::archive::Archive;
use crate::exchange::workbook::xml::{Mark, walk};

/// How many styles one may be based on.
const DEEPEST: usize = 20;

#[derive(Debug, Default)]
struct Style {
    // In lower case; Word writes the names of its own styles in English whatever its language.
    name: String,
    based_on: String,
    outline: Option<u32>,
    list: Option<u32>,
    level: Option<u32>,
}

/// The styles of a document by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles(HashMap<String, Style>);

impl Styles {
    /// Reads them from a part.
    ///
    /// # Errors
    /// [`DocxError`] if it cannot be read.
    pub(super) fn read(archive: &Archive<'_>, name: Option<&str>) -> Result<Self, DocxError> {
        let mut styles = Self::default();
        let part = match name {
            Some(name) => archive.part(name)?,
            None => None,
        };
        let Some(part) = part else { return Ok(styles) };
        let (mut id, mut style) = (String::new(), None::<Style>);
        let walked = walk(part, |mark| {
            match mark {
                Mark::Start(element) => {
                    let value = || element.get("val").unwrap_or_default().into_owned();
                    match (element.name(), &mut style) {
                        (b"style", _) => {
                            id = element.get("styleId").unwrap_or_default().into_owned();
                            style = Some(Style::default());
                        }
                        (b"name", Some(style)) => style.name = value().to_lowercase(),
                        (b"basedOn", Some(style)) => style.based_on = value(),
                        (b"outlineLvl", Some(style)) => style.outline = element.number("val"),
                        (b"numId", Some(style)) => style.list = element.number("val"),
                        (b"ilvl", Some(style)) => style.level = element.number("val"),
                        _ => {}
                    }
                }
                Mark::End(b"style") => {
                    if let Some(style) = style.take() {
                        styles.0.insert(std::mem::take(&mut id), style);
                    }
                }
                Mark::End(_) | Mark::Text(_) => {}
            }
            Ok(())
        });
        walked.map_err(|stop| stop.or(SheetError::TooLarge))?;
        Ok(styles)
    }

    /// The name of a style, in lower case; empty if it is not known.
    pub(super) fn name(&self, id: &str) -> &str {
        self.0.get(id).map_or("", |style| &style.name)
    }

    /// Whether a style is that of a heading.
    pub(super) fn is_heading(&self, id: &str) -> bool {
        self.chain(id).any(|style| {
            style.name.starts_with("heading ") || style.name == "title" || style.name == "subtitle"
        }) || self.outline(id).is_some_and(|level| level < 9)
    }

    fn outline(&self, id: &str) -> Option<u32> {
        self.chain(id).find_map(|style| style.outline)
    }

    /// The list by which paragraphs in a style are numbered, and their level in it.
    pub(super) fn list(&self, id: &str) -> Option<(u32, u32)> {
        let list = self.chain(id).find_map(|style| style.list)?;
        Some((list, self.chain(id).find_map(|style| style.level).unwrap_or_default()))
    }

    /// A style and those it is based on.
    fn chain<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Style> {
        let next = |style: &&'a Style| self.0.get(&style.based_on);
        std::iter::successors(self.0.get(id), next).take(DEEPEST)
    }
}

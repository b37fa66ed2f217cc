//! XML as in workbooks, read from beginning to end, with a limit on everything.

use std::borrow::Cow;
use std::io::BufReader;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::archive::Unpacked;
use crate::exchange::table::SheetError;

/// How deep elements may be nested.
const DEEPEST: usize = 200;

/// The next piece of XML.
pub(in crate::exchange) enum Mark<'a> {
    /// An element begins.
    Start(Element<'a>),
    /// An element of this name ends; without its prefix.
    End(&'a [u8]),
    /// Text, in one piece or in several.
    Text(&'a str),
}

/// The beginning of an element.
pub(in crate::exchange) struct Element<'a>(&'a BytesStart<'a>);

impl Element<'_> {
    /// Its name without the prefix, which differs between programs.
    pub(in crate::exchange) fn name(&self) -> &[u8] {
        self.0.local_name().into_inner()
    }

    /// The prefix of its name; empty if it has none.
    pub(in crate::exchange) fn prefix(&self) -> &[u8] {
        self.0.name().prefix().map_or(&[], |it| it.into_inner())
    }

    /// Whether its name has this prefix.
    pub(in crate::exchange) fn is_in(&self, prefix: &str) -> bool {
        self.0.name().prefix().is_some_and(|it| it.into_inner() == prefix.as_bytes())
    }

    /// The value of an attribute, by its name without the prefix.
    pub(in crate::exchange) fn get(&self, name: &str) -> Option<Cow<'_, str>> {
        self.find(|key| key.rsplit(|byte| *byte == b':').next() == Some(name.as_bytes()))
    }

    /// The values of these attributes without a prefix, found in one pass.
    pub(in crate::exchange) fn all<const N: usize>(
        &self,
        names: [&str; N],
    ) -> [Option<Cow<'_, str>>; N] {
        let mut values = [const { None }; N];
        let mut attributes = self.0.attributes();
        for attribute in attributes.with_checks(false).map_while(Result::ok) {
            let place = names.iter().position(|name| attribute.key.as_ref() == name.as_bytes());
            if let Some(value) = place.and_then(|place| values.get_mut(place)) {
                *value = attribute.normalized_value(XmlVersion::Implicit1_0).ok();
            }
        }
        values
    }

    /// The value of an attribute, by its name with the prefix.
    pub(in crate::exchange) fn named(&self, name: &str) -> Option<Cow<'_, str>> {
        self.find(|key| key == name.as_bytes())
    }

    fn find(&self, is_it: impl Fn(&[u8]) -> bool) -> Option<Cow<'_, str>> {
        let mut attributes = self.0.attributes();
        let attributes = attributes.with_checks(false);
        let found = attributes.map_while(Result::ok).find(|it| is_it(it.key.as_ref()))?;
        found.normalized_value(XmlVersion::Implicit1_0).ok()
    }

    /// Whether an attribute says yes.
    pub(in crate::exchange) fn says(&self, name: &str) -> bool {
        matches!(self.get(name).as_deref(), Some("1" | "true" | "on"))
    }

    /// A whole number in an attribute.
    pub(in crate::exchange) fn number(&self, name: &str) -> Option<u32> {
        self.get(name)?.trim().parse().ok()
    }
}

/// Why XML was not read further.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::exchange) enum Stop {
    /// The whole file is refused.
    Refused(SheetError),
    /// A text is longer than any cell.
    TooLong,
}

impl From<SheetError> for Stop {
    fn from(error: SheetError) -> Self {
        Self::Refused(error)
    }
}

impl Stop {
    /// The error, which is `too_long` if a text was.
    pub(in crate::exchange) fn or(self, too_long: SheetError) -> SheetError {
        match self {
            Self::Refused(error) => error,
            Self::TooLong => too_long,
        }
    }
}

/// Reads a part of a workbook, mark by mark. Comments and instructions are skipped; an empty
/// element ends like any other.
///
/// # Errors
/// Whatever `each` returns, or [`Stop`] if the part is not well formed, declares entities, or has
/// too much at once.
pub(in crate::exchange) fn walk(
    part: Unpacked<'_>,
    mut each: impl FnMut(Mark<'_>) -> Result<(), Stop>,
) -> Result<(), Stop> {
    let fault = part.fault();
    let mut reader = Reader::from_reader(BufReader::with_capacity(32 << 10, part));
    reader.config_mut().expand_empty_elements = true;
    let (mut buffer, mut depth) = (Vec::new(), 0_usize);
    loop {
        buffer.clear();
        // A single long cell is no reason to keep its memory.
        buffer.shrink_to(1 << 20);
        reader.get_mut().get_mut().go_on();
        let Ok(event) = reader.read_event_into(&mut buffer) else {
            return Err(match fault.get() {
                Some(error) => Stop::Refused(error),
                None if reader.get_ref().get_ref().is_overlong() => Stop::TooLong,
                None => Stop::Refused(SheetError::Damaged),
            });
        };
        match &event {
            Event::Start(start) | Event::Empty(start) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(SheetError::Damaged.into());
                }
                each(Mark::Start(Element(start)))?;
                reader.get_mut().get_mut().count_element()?;
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                each(Mark::End(end.local_name().into_inner()))?;
            }
            Event::Text(text) => {
                let text = text.decode().map_err(|_| SheetError::Damaged)?;
                each(Mark::Text(&text))?;
            }
            Event::CData(text) => {
                let text = text.decode().map_err(|_| SheetError::Damaged)?;
                each(Mark::Text(&text))?;
            }
            Event::GeneralRef(name) => {
                let sign = match name.resolve_char_ref() {
                    Ok(Some(sign)) => sign,
                    Ok(None) => match &**name {
                        b"lt" => '<',
                        b"gt" => '>',
                        b"amp" => '&',
                        b"apos" => '\'',
                        b"quot" => '"',
                        // Only a declaration could give other entities a meaning.
                        _ => return Err(SheetError::Declares.into()),
                    },
                    Err(_) => return Err(SheetError::Damaged.into()),
                };
                each(Mark::Text(sign.encode_utf8(&mut [0; 4])))?;
            }
            Event::DocType(_) => return Err(SheetError::Declares.into()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            Event::Eof if depth == 0 => return Ok(()),
            Event::Eof => return Err(SheetError::Damaged.into()),
        }
    }
}

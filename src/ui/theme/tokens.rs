//! The design tokens: colours by theme, sizes for all.
//!
//! They are defined in `assets/theme`; no colour or size is written out anywhere else in the code,
//! which a test ensures.

use std::sync::LazyLock;

use egui::Color32;
use serde::{Deserialize, Deserializer};

use crate::model::{Marking, Severity, Stance};

/// The colours of a theme.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Colours {
    /// The window.
    #[serde(deserialize_with = "colour")]
    pub paper: Color32,
    /// Panels and fields.
    #[serde(deserialize_with = "colour")]
    pub surface: Color32,
    /// Popups, above everything.
    #[serde(deserialize_with = "colour")]
    pub raised: Color32,
    /// Text.
    #[serde(deserialize_with = "colour")]
    pub ink: Color32,
    /// Secondary text.
    #[serde(deserialize_with = "colour")]
    pub muted: Color32,
    /// Disabled text, and the rules of a table head.
    #[serde(deserialize_with = "colour")]
    pub faint: Color32,
    /// Separators.
    #[serde(deserialize_with = "colour")]
    pub hairline: Color32,
    /// The outline of a control.
    #[serde(deserialize_with = "colour")]
    pub control: Color32,
    /// Behind the item under the pointer.
    #[serde(deserialize_with = "colour")]
    pub hover: Color32,
    /// Interactive elements: links, the primary button.
    #[serde(deserialize_with = "colour")]
    pub accent: Color32,
    /// Text on the accent.
    #[serde(deserialize_with = "colour")]
    pub on_accent: Color32,
    /// Behind the selected item.
    #[serde(deserialize_with = "colour")]
    pub accent_soft: Color32,
    /// The focus ring.
    #[serde(deserialize_with = "colour")]
    pub focus: Color32,
    /// A warning, with an icon and words.
    #[serde(deserialize_with = "colour")]
    pub warn: Color32,
    /// An error, with an icon and words.
    #[serde(deserialize_with = "colour")]
    pub danger: Color32,
    /// Success, with an icon and words.
    #[serde(deserialize_with = "colour")]
    pub ok: Color32,
    /// Stances from champion to objection, always shown with their sign.
    #[serde(deserialize_with = "colours")]
    stance: [Color32; 5],
    #[serde(deserialize_with = "colours")]
    stance_ink: [Color32; 5],
    /// Severities 0 to 4, always shown with their number.
    #[serde(deserialize_with = "colours")]
    severity: [Color32; 5],
    #[serde(deserialize_with = "colours")]
    severity_ink: [Color32; 5],
    /// The shadow of a popup.
    #[serde(deserialize_with = "colour")]
    pub shadow: Color32,
    /// Over the window, behind a dialog.
    #[serde(deserialize_with = "colour")]
    pub scrim: Color32,
}

impl Colours {
    /// The fill and the ink of a stance; `None` for those drawn hollow.
    pub fn stance(&self, stance: Option<Stance>) -> Option<(Color32, Color32)> {
        let place = match stance? {
            Stance::NoInstructions => return None,
            stance => stance as usize,
        };
        Some((self.stance[place], self.stance_ink[place]))
    }

    /// The fill and the ink of a severity.
    pub fn severity(&self, severity: Severity) -> (Color32, Color32) {
        let place = usize::from(severity.get());
        (self.severity[place], self.severity_ink[place])
    }

    /// The ink and the background of a marking, as FIRST prescribes for TLP 2.0.
    pub fn marking(marking: Marking) -> (Color32, Color32) {
        let ink = match marking {
            Marking::Clear => Color32::from_rgb(0xff, 0xff, 0xff),
            Marking::Green => Color32::from_rgb(0x33, 0xff, 0x00),
            Marking::Amber | Marking::AmberStrict => Color32::from_rgb(0xff, 0xc0, 0x00),
            Marking::Red => Color32::from_rgb(0xff, 0x2b, 0x2b),
        };
        (ink, Color32::BLACK)
    }
}

/// The sizes, in points.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measures {
    /// Font sizes.
    #[serde(rename = "type")]
    pub text: TypeScale,
    /// Distances.
    pub space: Space,
    /// Heights of rows.
    pub row: Rows,
    /// The parts of the window.
    pub shell: Shell,
    /// Corners, targets, rings.
    pub shape: Shape,
    /// The window itself.
    pub window: Window,
    /// The page of the room.
    pub room: Room,
}

/// Font sizes.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TypeScale {
    pub caption: f32,
    pub body: f32,
    pub strong: f32,
    pub title: f32,
    pub display: f32,
}

/// Distances on a grid of 4.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Space {
    pub hair: f32,
    pub xs: f32,
    pub s: f32,
    pub m: f32,
    pub l: f32,
    pub xl: f32,
    pub xxl: f32,
}

/// Heights of rows.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rows {
    pub matrix: f32,
    pub camp: f32,
    pub list: f32,
    pub form: f32,
}

/// The parts of the window.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shell {
    pub top: f32,
    pub status: f32,
    pub nav_narrow: f32,
    pub nav_wide: f32,
    pub inspector: f32,
    pub wide: f32,
}

/// The initial and the minimum size of the window.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Window {
    pub width: f32,
    pub height: f32,
    pub least_width: f32,
    pub least_height: f32,
}

/// The room's page, in points of a virtual page that is scaled to the wall.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Room {
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// The left and right margin.
    pub margin: f32,
    /// The distance between elements.
    pub gap: f32,
    /// The smallest font size.
    pub small: f32,
    /// Body text.
    pub text: f32,
    /// Figures and headings.
    pub large: f32,
    /// The title on the title card.
    pub display: f32,
    /// The time left, in the foot.
    pub timer: f32,
    /// The time left, alone on a blank wall.
    pub clock: f32,
    /// The distance from the top to the body.
    pub head: f32,
    /// The height of the foot.
    pub foot: f32,
    /// The height of a row of the matrix.
    pub cell: f32,
    /// The height of a row of a list.
    pub line: f32,
}

/// Corners, targets, rings.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shape {
    pub radius: f32,
    pub target: f32,
    pub focus: f32,
    pub icon: f32,
}

/// The colours of the light theme.
pub(super) fn light() -> &'static Colours {
    static LIGHT: LazyLock<Colours> =
        LazyLock::new(|| parse(include_str!("../../../assets/theme/light.toml")));
    &LIGHT
}

/// The colours of the dark theme.
pub(super) fn dark() -> &'static Colours {
    static DARK: LazyLock<Colours> =
        LazyLock::new(|| parse(include_str!("../../../assets/theme/dark.toml")));
    &DARK
}

/// The sizes.
pub(crate) fn measures() -> &'static Measures {
    static MEASURES: LazyLock<Measures> =
        LazyLock::new(|| parse(include_str!("../../../assets/theme/measures.toml")));
    &MEASURES
}

#[expect(clippy::panic, reason = "the tokens are part of the program, and a test parses them")]
fn parse<T: serde::de::DeserializeOwned>(text: &str) -> T {
    toml::from_str(text).unwrap_or_else(|error| panic!("the tokens do not parse: {error}"))
}

fn colour<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Color32, D::Error> {
    let text = String::deserialize(deserializer)?;
    read_colour(&text).ok_or_else(|| serde::de::Error::custom(format!("not a colour: {text}")))
}

fn colours<'de, D: Deserializer<'de>>(deserializer: D) -> Result<[Color32; 5], D::Error> {
    let texts = <[String; 5]>::deserialize(deserializer)?;
    let mut colours = [Color32::TRANSPARENT; 5];
    for (colour, text) in colours.iter_mut().zip(&texts) {
        *colour = read_colour(text)
            .ok_or_else(|| serde::de::Error::custom(format!("not a colour: {text}")))?;
    }
    Ok(colours)
}

fn read_colour(text: &str) -> Option<Color32> {
    Color32::from_hex(&format!("#{text}")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Keyed;

    // WCAG 2.2, relative luminance and contrast ratio.
    fn contrast(a: Color32, b: Color32) -> f64 {
        let luminance = |colour: Color32| {
            let channel = |value: u8| {
                let value = f64::from(value) / 255.0;
                if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * channel(colour.r())
                + 0.7152 * channel(colour.g())
                + 0.0722 * channel(colour.b())
        };
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_text_has_enough_contrast_with_its_background() {
        for (name, c) in [("light", light()), ("dark", dark())] {
            let grounds = [c.paper, c.surface, c.raised, c.hover, c.accent_soft];
            for ground in grounds {
                for text in [c.ink, c.muted, c.accent, c.warn, c.danger, c.ok] {
                    let ratio = contrast(text, ground);
                    assert!(ratio >= 4.5, "{name}: {text:?} on {ground:?} is {ratio:.2}");
                }
            }
            assert!(contrast(c.on_accent, c.accent) >= 4.5, "{name}: on accent");
            for stance in Stance::ALL {
                if let Some((fill, ink)) = c.stance(Some(*stance)) {
                    assert!(contrast(fill, ink) >= 4.5, "{name}: {stance:?}");
                }
            }
            for severity in Severity::all() {
                let (fill, ink) = c.severity(severity);
                assert!(contrast(fill, ink) >= 4.5, "{name}: severity {severity:?}");
            }
        }
        for marking in Marking::ALL {
            let (ink, ground) = Colours::marking(*marking);
            assert!(contrast(ink, ground) >= 4.5, "{marking:?}");
        }
    }

    #[test]
    fn where_nobody_feels_strongly_nothing_shines() {
        for (name, c) in [("light", light()), ("dark", dark())] {
            let shines = |stance| c.stance(Some(stance)).map(|(fill, _)| contrast(fill, c.surface));
            for stance in [Stance::Champion, Stance::Support, Stance::Reserve, Stance::Object] {
                assert!(shines(Stance::Accept) < shines(stance), "{name}: {stance:?}");
            }
        }
    }

    #[test]
    fn every_control_has_enough_contrast_with_its_background() {
        for (name, c) in [("light", light()), ("dark", dark())] {
            for ground in [c.paper, c.surface, c.raised] {
                for line in [c.control, c.focus] {
                    let ratio = contrast(line, ground);
                    assert!(ratio >= 3.0, "{name}: {line:?} on {ground:?} is {ratio:.2}");
                }
            }
        }
    }

    #[test]
    fn distances_lie_on_the_grid() {
        let Measures { space, row, .. } = measures();
        for size in [space.xs, space.s, space.m, space.l, space.xl, space.xxl, row.matrix, row.list]
        {
            assert_eq!(size % 4.0, 0.0, "{size}");
        }
    }
}

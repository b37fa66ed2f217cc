//! The colours of stances and severities on paper: those of the light theme.

use std::sync::LazyLock;

use serde::Deserialize;

/// Colours as six hexadecimal digits.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Ink {
    /// Text.
    pub(super) ink: String,
    /// Secondary text.
    pub(super) muted: String,
    /// Lines between rows.
    pub(super) hairline: String,
    /// Behind the heads of tables.
    pub(super) accent_soft: String,
    /// From strongest support to objection.
    pub(super) stance: Vec<String>,
    /// Each with the ink of its sign.
    pub(super) stance_ink: Vec<String>,
    /// Severity 0 to 4.
    pub(super) severity: Vec<String>,
    /// Each with the ink of its number.
    pub(super) severity_ink: Vec<String>,
}

/// The colours of the light theme.
pub(super) fn ink() -> &'static Ink {
    static INK: LazyLock<Ink> = LazyLock::new(|| {
        toml::from_str(include_str!("../../assets/theme/light.toml")).unwrap_or_default()
    });
    &INK
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_light_theme_says_every_colour_that_paper_needs() {
        let Ink {
            ink: text,
            muted,
            hairline,
            accent_soft,
            stance,
            stance_ink,
            severity,
            severity_ink,
        } = ink();
        assert!([stance, stance_ink, severity, severity_ink].iter().all(|it| it.len() == 5));
        let all = [text, muted, hairline, accent_soft].into_iter();
        let all = all.chain(stance).chain(stance_ink).chain(severity).chain(severity_ink);
        assert!(all.clone().all(|it| it.len() == 6 && u32::from_str_radix(it, 16).is_ok()));
    }
}

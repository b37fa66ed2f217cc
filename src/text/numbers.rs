//! Numbers as people write them.

use super::Text;
use crate::model::Language;

impl Text {
    /// An index with its sign and two decimals: `+0.89`, `−0,22`.
    pub fn index(self, value: f64) -> String {
        // Rounded first, so that a small negative number is not written as minus zero.
        let hundredths = (value * 100.0).round();
        let sign = if hundredths < 0.0 { '−' } else { '+' };
        self.decimal(&format!("{sign}{:.2}", hundredths.abs() / 100.0))
    }

    /// A share as a whole percentage: `12%`; `–` if `whole` is 0.
    ///
    /// Only exactly none or all is written as `0%` or `100%`.
    pub(crate) fn percent(self, part: u64, whole: u64) -> String {
        if whole == 0 {
            return "–".to_owned();
        }
        let share = part as f64 / whole as f64 * 100.0;
        let shown = if part == 0 || part >= whole { share } else { share.clamp(1.0, 99.0) };
        format!("{shown:.0}%")
    }

    /// A chance from 0 to 1 as a whole percentage. Only certainty is written as `0%` or `100%`.
    pub(crate) fn chance(self, chance: f64) -> String {
        let share = chance * 100.0;
        // Sums of rounded numbers miss 0 and 1 by a hair.
        if (0.5..99.5).contains(&share) || !(1e-7..100.0 - 1e-7).contains(&share) {
            format!("{:.0}%", share.clamp(0.0, 100.0))
        } else if share < 0.5 {
            "<1%".to_owned()
        } else {
            ">99%".to_owned()
        }
    }

    /// A whole number with its thousands separated, from five digits: `870 000`.
    pub fn count(self, number: usize) -> String {
        let digits = number.to_string();
        let mut apart = String::new();
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) && digits.len() > 4 {
                apart.push('\u{202f}');
            }
            apart.push(digit);
        }
        apart
    }

    /// Replaces the decimal point of a formatted number by the decimal sign of the language.
    pub(crate) fn decimal(self, number: &str) -> String {
        match self.language() {
            Language::English => number.to_owned(),
            Language::Dutch => number.replace('.', ","),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_always_shows_its_side() {
        let (en, nl) = (Text::new(Language::English), Text::new(Language::Dutch));
        assert_eq!(en.index(8.0 / 9.0), "+0.89");
        assert_eq!(nl.index(-2.0 / 9.0), "−0,22");
        assert_eq!(en.index(-0.001), "+0.00");
    }

    #[test]
    fn a_share_is_never_rounded_to_nothing_or_everything() {
        let en = Text::new(Language::English);
        assert_eq!(en.percent(1, 1000), "1%");
        assert_eq!(en.percent(999, 1000), "99%");
        assert_eq!(en.percent(0, 9), "0%");
        assert_eq!(en.percent(9, 9), "100%");
        assert_eq!(en.percent(0, 0), "–");
    }

    #[test]
    fn a_chance_is_certain_only_where_it_is() {
        let en = Text::new(Language::English);
        for (chance, written) in [
            (0.0, "0%"),
            (0.001, "<1%"),
            (0.006, "1%"),
            (0.5, "50%"),
            (0.994, "99%"),
            (0.999, ">99%"),
            (1.0 - 1e-12, "100%"),
        ] {
            assert_eq!(en.chance(chance), written, "{chance}");
        }
    }

    #[test]
    fn thousands_are_separated() {
        assert_eq!(Text::default().count(870_000), "870\u{202f}000");
        assert_eq!(Text::default().count(1737), "1737");
    }
}

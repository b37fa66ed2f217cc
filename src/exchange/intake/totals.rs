//! Recognises rows and columns that count the others.

use super::look::heading;

/// Whether a name or a heading is that of a row or column that counts the others.
pub(super) fn is_total(written: &str) -> bool {
    // The longest has fourteen letters.
    if written.len() > 16 {
        return false;
    }
    matches!(
        heading(written).as_str(),
        "total"
            | "totals"
            | "grand total"
            | "subtotal"
            | "sub total"
            | "sum"
            | "count"
            | "average"
            | "mean"
            | "totaal"
            | "totalen"
            | "eindtotaal"
            | "subtotaal"
            | "som"
            | "aantal"
            | "gemiddelde"
            | "gemiddeld"
            | "total general"
            | "somme"
            | "moyenne"
    )
}

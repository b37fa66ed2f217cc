//! Rows and columns that count the others.

use super::look::heading;

/// Whether a name or a heading says that the others are counted there.
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

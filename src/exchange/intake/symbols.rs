//! Resolutions by their symbols, however data sets write them.

use std::collections::BTreeSet;

use super::super::grid::free_code;
use crate::library;
use crate::model::words::{LONGEST_CODE, fold};
use crate::model::{Bilingual, Proposal};

/// A proposal with this name: a resolution as the library knows it, or else just the name.
pub(super) fn proposal_for(written: &str, place: usize, codes: &mut BTreeSet<String>) -> Proposal {
    let known = library::resolutions().iter().find(|it| it.symbol == symbol(written));
    if let Some(known) = known
        && codes.insert(fold(&known.symbol))
    {
        return library::templates::resolution_proposal(known);
    }
    // Room is left for a number.
    let short = written.chars().count() <= LONGEST_CODE - 8;
    let code = if short { written.to_owned() } else { format!("P-{place}") };
    Proposal::new(free_code(&code, codes), Bilingual::new(written, ""))
}

/// Whether the library knows a resolution with this symbol.
pub(super) fn is_resolution(written: &str) -> bool {
    let symbol = symbol(written);
    library::resolutions().iter().any(|it| it.symbol == symbol)
}

/// The symbol of a resolution, however data sets write it: `R/77/36`, `77/36`.
pub(super) fn symbol(written: &str) -> String {
    let bare = written.trim();
    let bare = bare.strip_prefix("A/").unwrap_or(bare);
    let bare = bare.strip_prefix("RES/").or_else(|| bare.strip_prefix("R/")).unwrap_or(bare);
    let numbers = |text: &str| {
        text.split_once('/').is_some_and(|(session, number)| {
            let digits = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
            digits(session) && digits(number.trim_end_matches(|c: char| c.is_ascii_uppercase()))
        })
    };
    if numbers(bare) { format!("A/RES/{bare}") } else { written.trim().to_owned() }
}

//! Numbers in the place of stances.

use std::collections::BTreeSet;

use super::super::CellStance;
use super::super::stances::{is_number, whole_number};
use super::answers::ScaleQuestion;
use super::mapping::{Meant, OwnScale, Reading};
use crate::model::Stance;

/// How many numbers a scale can have.
const MOST: usize = 12;

/// Asks what the numbers among these cells stand for, if there is one that nothing says. `votes`
/// says that they are votes, and `columns` where they stand.
pub(super) fn scale_question(
    reading: &Reading,
    cells: &BTreeSet<String>,
    votes: bool,
    columns: impl FnOnce() -> Vec<(usize, String)>,
) -> Option<ScaleQuestion> {
    let numbers: BTreeSet<&str> =
        cells.iter().map(|cell| whole_number(cell)).filter(|cell| is_number(cell)).collect();
    let open = numbers.iter().any(|number| reading.read(number) == CellStance::Other);
    if !open || numbers.len() > MOST {
        return None;
    }
    let of = |scale: &[(&str, Meant)]| -> Option<OwnScale> {
        let known = |number: &&str| scale.iter().any(|(it, _)| it == number);
        let scale = || scale.iter().map(|(number, meant)| ((*number).to_owned(), *meant));
        numbers
            .iter()
            .all(known)
            .then(|| scale().filter(|(it, _)| numbers.contains(&**it)).collect())
    };
    let un = [
        ("1", Meant::Stance(Stance::Support)),
        ("2", Meant::Stance(Stance::Accept)),
        ("3", Meant::Stance(Stance::Object)),
        ("8", Meant::NoneTaken),
        ("9", Meant::NoneTaken),
    ];
    let around = [
        ("2", Meant::Stance(Stance::Champion)),
        ("1", Meant::Stance(Stance::Support)),
        ("0", Meant::Stance(Stance::Accept)),
        ("-1", Meant::Stance(Stance::Reserve)),
        ("-2", Meant::Stance(Stance::Object)),
    ];
    let yes_no = [
        ("1", Meant::Stance(Stance::Support)),
        ("0", Meant::Stance(Stance::Accept)),
        ("-1", Meant::Stance(Stance::Object)),
    ];
    let likely = if votes { of(&un).or_else(|| of(&yes_no)) } else { of(&around) };
    let mut numbers: Vec<String> = numbers.into_iter().map(str::to_owned).collect();
    numbers.sort_by_key(|it| {
        it.replace(',', ".").parse::<f64>().map_or(i64::MAX, |it| (it * 1000.0) as i64)
    });
    Some(ScaleQuestion { numbers, columns: columns(), likely })
}

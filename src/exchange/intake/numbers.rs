//! Numbers instead of stances.

use std::collections::BTreeSet;

use super::super::CellStance;
use super::super::stances::{is_number, whole_number};
use super::answers::ScaleQuestion;
use super::mapping::{Meant, OwnScale, Reading};
use crate::model::Stance;
use crate::model::words::fold_line;

/// How many numbers or words a scale can have.
const MOST: usize = 12;

/// The greatest length of a word on a scale, in characters.
const LONGEST: usize = 20;

/// Asks what the numbers among these cells mean, if one of them has no known meaning. `votes` says
/// that they are votes, and `columns` gives their columns.
pub(super) fn scale_question(
    reading: &Reading,
    cells: &BTreeSet<String>,
    votes: bool,
    columns: impl FnOnce() -> Vec<(usize, String)>,
) -> Option<ScaleQuestion> {
    let numbers: BTreeSet<&str> =
        cells.iter().map(|cell| whole_number(cell)).filter(|cell| is_number(cell)).collect();
    let is_open = |cell: &&str| reading.read(cell) == CellStance::Other;
    let words = || cells.iter().map(String::as_str).filter(|it| !it.is_empty() && !is_number(it));
    let odd: BTreeSet<&str> = words().filter(is_open).collect();
    // Words that are mostly stances are not a scale, and the rest are faults.
    let alone = odd.len() == 1 && odd.iter().all(|word| light(word).is_some());
    let is_scale = !votes && (odd.len() > 1 || alone) && words().count() < odd.len() * 2;
    let is_scale = is_scale && odd.iter().all(|word| word.chars().count() <= LONGEST);
    let numbers: BTreeSet<&str> = match is_scale {
        true => numbers.union(&odd).copied().collect(),
        false => numbers,
    };
    let open = numbers.iter().any(is_open);
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
    let lights = || {
        let all = numbers.iter().map(|word| Some((fold_line(word), light(word)?)));
        all.collect::<Option<OwnScale>>()
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
    let likely = if votes { of(&un).or_else(|| of(&yes_no)) } else { of(&around).or_else(lights) };
    let mut numbers: Vec<String> =
        numbers.into_iter().map(fold_line).collect::<BTreeSet<_>>().into_iter().collect();
    numbers.sort_by_key(|it| {
        it.replace(',', ".").parse::<f64>().map_or(i64::MAX, |it| (it * 1000.0) as i64)
    });
    Some(ScaleQuestion { numbers, columns: columns(), likely })
}

/// The likely meaning of a traffic-light colour or a tick.
fn light(word: &str) -> Option<Meant> {
    Some(match fold_line(word).as_str() {
        "green" | "groen" | "vert" | "✓" | "✔" | "☑" | "√" => {
            Meant::Stance(Stance::Support)
        }
        "amber" | "orange" | "yellow" | "oranje" | "geel" | "jaune" => {
            Meant::Stance(Stance::Accept)
        }
        "red" | "rood" | "rouge" | "✗" | "✘" => Meant::Stance(Stance::Object),
        "grey" | "gray" | "white" | "grijs" | "wit" => Meant::Unknown,
        _ => return None,
    })
}

//! Protects small numbers: if few have answered, the split reveals who said what.
//!
//! If a poll has fewer answers than the dossier's `poll_min_answers`, others are told only that:
//! neither the split, nor the total, with which a later total could be compared. Nor are they told
//! a split that differs from an earlier one by fewer answers than that minimum: anyone who saw four
//! answers and then five knows the fifth. Answers added and answers taken back are separate groups:
//! among five new answers, a single one taken back is still exposed.

use crate::model::Dossier;

/// How many took each stance, in the order of the scale.
pub type Counts = [u32; 6];

/// A poll's split, as far as others may be told it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// How many took each stance.
    Split(Counts),
    /// Only that fewer than this many have answered.
    FewerThan(u32),
    /// That it would reveal single answers: it is too close to what was told of another poll, which
    /// is not repeated here.
    TooClose,
}

/// The split of a poll with these answers, as far as it may be told if nothing was told before.
pub fn told(dossier: &Dossier, counts: Counts) -> Told {
    told_after(dossier, None, &[], counts)
}

/// The split of an ongoing poll, as far as it may be told. `before` is the split told last that may
/// be repeated, and `earlier` are all that were ever told: the answer is the current split, or
/// `before` again as long as the current one differs from any of them in too few answers.
pub(crate) fn told_after(
    dossier: &Dossier,
    before: Option<Counts>,
    earlier: &[Counts],
    now: Counts,
) -> Told {
    let fewest = dossier.poll_min_answers.max(1);
    let near = |told: &Counts| *told != now && changed(*told, now) < u64::from(fewest);
    match before {
        Some(before) if near(&before) || earlier.iter().any(near) => Told::Split(before),
        _ if total(now) < u64::from(fewest) => Told::FewerThan(fewest),
        None if earlier.iter().any(near) => Told::TooClose,
        _ => Told::Split(now),
    }
}

/// The split of an ongoing poll, as far as it may be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SoFar {
    /// How many took each stance, and how many later answers are not included.
    Split(Counts, u64),
    /// That fewer than this many have answered.
    FewerThan(u32),
    /// That a new split would reveal fewer than this many answers, and none may be repeated: an
    /// answer in the last one told was taken back, or that one was told to others.
    TakenBack(u32),
}

/// As [`told_after`], for somebody who sees each answer come in: the last split told is repeated
/// only while every answer in it is still there.
pub(crate) fn so_far(
    dossier: &Dossier,
    before: Option<Counts>,
    earlier: &[Counts],
    now: Counts,
) -> SoFar {
    match told_after(dossier, before, earlier, now) {
        Told::FewerThan(fewest) => SoFar::FewerThan(fewest),
        Told::Split(split) if split.iter().zip(now).all(|(told, now)| *told <= now) => {
            SoFar::Split(split, total(now) - total(split))
        }
        Told::Split(_) | Told::TooClose => SoFar::TakenBack(dossier.poll_min_answers.max(1)),
    }
}

fn total(counts: Counts) -> u64 {
    counts.iter().map(|count| u64::from(*count)).sum()
}

/// The size of the smaller group of answers that the difference between two splits reveals, of
/// those added and those taken back; a group of none does not count.
fn changed(before: Counts, now: Counts) -> u64 {
    let differences = before.iter().zip(now);
    let more = differences.clone().map(|(before, now)| u64::from(now.saturating_sub(*before)));
    let fewer = differences.map(|(before, now)| u64::from(before.saturating_sub(now)));
    match (more.sum(), fewer.sum()) {
        (more, 0) => more,
        (0, fewer) => fewer,
        (more, fewer) => fewer.min(more),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dossier(poll_min_answers: u32) -> Dossier {
        Dossier { poll_min_answers, ..Dossier::new("") }
    }

    #[test]
    fn nothing_is_told_of_fewer_answers_than_the_dossier_requires() {
        let of = |fewest, counts| told(&dossier(fewest), counts);
        assert_eq!(of(5, [0, 4, 0, 0, 0, 0]), Told::FewerThan(5));
        assert_eq!(of(5, [0; 6]), Told::FewerThan(5));
        assert_eq!(of(5, [1, 1, 1, 1, 1, 0]), Told::Split([1, 1, 1, 1, 1, 0]));
        assert_eq!(of(1, [1, 0, 0, 0, 0, 0]), Told::Split([1, 0, 0, 0, 0, 0]));
        assert_eq!(of(50, [u32::MAX; 6]), Told::Split([u32::MAX; 6]));
        assert_eq!(of(0, [0; 6]), Told::FewerThan(1), "also where a file says nought");
    }

    #[test]
    fn the_split_told_last_is_repeated_until_an_answer_in_it_is_taken_back() {
        let dossier = dossier(5);
        let told = [2, 3, 0, 0, 0, 0];
        let of = |before, now| so_far(&dossier, before, &[], now);
        assert_eq!(of(None, [2, 2, 0, 0, 0, 0]), SoFar::FewerThan(5));
        assert_eq!(of(None, told), SoFar::Split(told, 0));
        assert_eq!(of(Some(told), [2, 3, 0, 0, 1, 0]), SoFar::Split(told, 1));
        assert_eq!(of(Some(told), [2, 2, 0, 0, 0, 0]), SoFar::TakenBack(5));
        assert_eq!(of(Some(told), [2, 2, 0, 0, 1, 0]), SoFar::TakenBack(5), "not who it was");
        assert_eq!(of(Some(told), told), SoFar::Split(told, 0));
        assert_eq!(of(Some(told), [2, 2, 0, 0, 5, 0]), SoFar::TakenBack(5), "nor what it was");
        assert_eq!(of(Some(told), [0, 0, 0, 0, 5, 0]), SoFar::Split([0, 0, 0, 0, 5, 0], 0));
        assert_eq!(of(Some(told), [2, 3, 0, 0, 5, 0]), SoFar::Split([2, 3, 0, 0, 5, 0], 0));
    }

    #[test]
    fn a_split_told_in_between_does_not_make_an_earlier_one_forgotten() {
        let dossier = dossier(5);
        let (first, wrong, last) = ([5, 0, 0, 0, 0, 0], [0, 6, 0, 0, 0, 0], [5, 0, 0, 0, 1, 0]);
        let of = |before, earlier: &[Counts], now| so_far(&dossier, Some(before), earlier, now);
        assert_eq!(of(first, &[first], last), SoFar::Split(first, 1));
        assert_eq!(of(first, &[first], wrong), SoFar::Split(wrong, 0));
        assert_eq!(of(wrong, &[first, wrong], last), SoFar::TakenBack(5), "the sixth stands alone");
        assert_eq!(of(wrong, &[first, wrong], first), SoFar::Split(first, 0), "known already");
    }

    #[test]
    fn what_was_told_of_another_poll_is_not_repeated_and_nothing_close_to_it_told() {
        let dossier = dossier(5);
        let elsewhere = [0, 3, 0, 0, 2, 0];
        let of = |now| so_far(&dossier, None, &[elsewhere], now);
        assert_eq!(of([0, 2, 0, 0, 2, 0]), SoFar::FewerThan(5), "as if nobody had been told");
        assert_eq!(of([0, 4, 0, 0, 2, 0]), SoFar::TakenBack(5));
        assert_eq!(of([0, 3, 0, 0, 2, 5]), SoFar::Split([0, 3, 0, 0, 2, 5], 0));
    }

    #[test]
    fn successive_splits_never_differ_in_few_answers() {
        let dossier = dossier(5);
        let (mut before, mut earlier) = (None, Vec::new());
        let mut counts = [0; 6];
        // Answers are added one by one, and now and then one is taken back.
        for step in 0..2000_usize {
            let stance = (step * 7 + step / 11) % 6;
            if step % 9 == 4 && counts[stance] > 0 {
                counts[stance] -= 1;
            } else {
                counts[stance] += 1;
            }
            let Told::Split(split) = told_after(&dossier, before, &earlier, counts) else {
                assert!(before.is_none() && total(counts) < 5);
                continue;
            };
            assert!(total(split) >= 5);
            for told in earlier.iter().filter(|told| **told != split) {
                assert!(changed(*told, split) >= 5, "{told:?} then {split:?}");
            }
            before = Some(split);
            if !earlier.contains(&split) {
                earlier.push(split);
            }
        }
        assert!(total(counts) - total(before.unwrap()) < 5, "it does go on");
    }
}

use std::time::Instant;

use proptest::prelude::*;

use super::*;
use crate::draft::{DraftParagraph, paragraphs, parse};

fn units(all: &[DraftParagraph]) -> Vec<Unit<'_>> {
    all.iter().map(|it| Unit { number: &it.number, kind: it.kind, words: &it.words }).collect()
}

fn beside(old: &str, new: &str) -> Alignment {
    let read = |text| paragraphs(text, &|_| false).paragraphs;
    align(&units(&read(old)), &units(&read(new)))
}

/// The fate of each new paragraph: `=0` continues for certain, `?0` doubtful, `0+1` merged, `0/`
/// split, `~0` moved, `new`.
fn told(alignment: &Alignment) -> String {
    let each = alignment.origins.iter().map(|origin| {
        let Some(old) = origin.follows else {
            return if origin.fit == Fit::Certain { "new" } else { "?" }.to_owned();
        };
        let sign = match (&origin.fit, origin.moved) {
            (Fit::Doubtful(_), _) => "?",
            (Fit::Certain, true) => "~",
            (Fit::Certain, false) => "=",
        };
        let merged: String = origin.merged.iter().map(|it| format!("+{it}")).collect();
        format!("{sign}{old}{merged}{}", if origin.split { "/" } else { "" })
    });
    each.collect::<Vec<_>>().join(" ")
}

const OLD: &str = "\
PP1 Recalling the Charter of the United Nations and the duty to settle disputes by peaceful means,
PP2 Noting with concern the growing number of attacks on hospitals and power stations,
OP1 Calls upon States to name a point of contact for incidents and to answer its calls within a day;
OP2 Encourages regional organizations to share their experience with exercises and with training;
OP3 Invites industry and researchers to report weaknesses responsibly, and asks States to protect those who do so in good faith;
OP4 Decides to meet again in two years.";

#[test]
fn a_paragraph_stays_itself_when_it_is_renumbered_moved_edited_split_or_merged() {
    let line = |at: usize| OLD.lines().nth(at).unwrap();
    let bare = |at: usize| line(at).split_once(' ').unwrap().1;
    let join = |lines: &[&str]| lines.join("\n");
    let same: Vec<&str> = OLD.lines().collect();
    let renumbered =
        format!("PP1 Welcoming the report of the group,\nPP2 {}\nPP3 {}", bare(0), bare(1));
    let split = "OP3 Invites industry and researchers to report weaknesses responsibly;\n\
                 OP3bis Asks States to protect those who report in good faith;";
    let merged = "OP2 Encourages regional organizations to share their experience with exercises \
                  and with training, and invites industry and researchers to report weaknesses \
                  responsibly, and asks States to protect those who do so in good faith;";
    for (new, expected, gone) in [
        (join(&same), "=0 =1 =2 =3 =4 =5", vec![]),
        (renumbered, "new =0 =1", vec![2, 3, 4, 5]),
        (join(&[line(5), line(0), line(1), line(2), line(3), line(4)]), "~5 =0 =1 =2 =3 =4", vec![]),
        (join(&[line(2), line(0), line(1)]), "~2 =0 =1", vec![3, 4, 5]),
        // Brackets and owners make no difference.
        (
            OLD.replace("a day", "[a day] (NLD; against: RUS)")
                .replace("peaceful", "[delete: peaceful] (CHN)"),
            "=0 =1 =2 =3 =4 =5",
            vec![],
        ),
        // Edited: a word, several words, two alternatives.
        (OLD.replace("within a day", "without delay"), "=0 =1 =2 =3 =4 =5", vec![]),
        (
            OLD.replace("hospitals and power stations", "[alt 1 hospitals, power stations and ports] (NLD) [alt 2 critical infrastructure of all kinds in all States] (RUS)"),
            "=0 =1 =2 =3 =4 =5",
            vec![],
        ),
        (join(&[line(0), line(1), line(2), line(3), split, line(5)]), "=0 =1 =2 =3 =4/ =4/ =5", vec![]),
        (join(&[line(0), line(1), line(2), merged, line(5)]), "=0 =1 =2 =4+3 =5", vec![]),
        // Something else altogether under an old number.
        (
            OLD.replace(line(3), "OP2 Requests the Secretary-General to submit a budget;"),
            "=0 =1 =2 new =4 =5",
            vec![3],
        ),
        // Half of it is left.
        (
            OLD.replace(line(3), "OP2 Encourages regional organizations to adopt common rules on procurement with exercises and reviews;"),
            "=0 =1 =2 ?3 =4 =5",
            vec![],
        ),
        (String::new(), "", vec![0, 1, 2, 3, 4, 5]),
    ] {
        let alignment = beside(OLD, &new);
        assert_eq!((told(&alignment).as_str(), &alignment.gone), (expected, &gone), "{new}\n{alignment:#?}");
    }
    assert_eq!(told(&beside("", OLD)), "new new new new new new");
}

#[test]
fn between_equals_the_number_and_the_neighbours_decide_and_without_them_somebody_has_to() {
    let two = "OP1 The Secretariat shall report to the first committee once a year;\n\
               OP2 The Secretariat shall report to the fourth committee once a year;";
    let third = "The Secretariat shall report to the plenary committee once a year;";
    let asked = beside(two, &format!("OP7 {third}"));
    assert_eq!(told(&asked).chars().next(), Some('?'));
    let Fit::Doubtful(candidates) = &asked.origins[0].fit else { panic!("{asked:?}") };
    assert_eq!(candidates.iter().map(|it| it.old).collect::<Vec<_>>(), [0, 1]);
    assert!(candidates.iter().all(|it| it.likeness > 0.6 && it.likeness < 1.0));
    // One of the two is still there, so it is the other.
    let one = two.lines().nth(1).unwrap();
    let other = beside(two, &format!("{one}\nOP7 {third}"));
    assert_eq!(other.origins.iter().map(|it| it.follows).collect::<Vec<_>>(), [Some(1), Some(0)]);
    assert_eq!(other.doubtful().count(), 0);
    // Twins are told apart by their numbers.
    let twins = "OP1 Calls for calm;\nOP2 Calls for calm;";
    let twins = beside(twins, "OP2 Calls for calm;\nOP1 Calls for calm;");
    assert_eq!(twins.origins.iter().map(|it| it.follows).collect::<Vec<_>>(), [Some(1), Some(0)]);
    // A repetition of what another paragraph still says was not split from it.
    let again = format!("{two}\nOP3 The Secretariat shall report once a year;");
    assert!(!beside(two, &again).origins[2].split);
}

/// A text of `count` paragraphs of words distributed as in real texts: a few of them everywhere.
#[test]
fn what_was_cut_down_under_its_number_and_in_its_place_is_asked_about() {
    let old = "OP1 States shall answer a request for contact within a day;\n\
        OP2 States [alt 1 should [delete: keep] (RUS)][alt 2 promptly reply] (CHN) their entry current [on a \
        voluntary basis] (CHN, RUS) and test it once a year, and tell the others in good time about every change;\n\
        OP3 Decides to meet again in two years.";
    let with = |second: &str| {
        let lines: Vec<_> = old.lines().collect();
        told(&beside(old, &[lines[0], second, lines[2]].join("\n")))
    };
    assert_eq!(with("OP2 States may keep their entry current;"), "=0 ?1 =2");
    // Under another number, or with words of its own, it is another paragraph.
    assert_eq!(with("OP4 States may keep their entry current;"), "=0 new =2");
    assert_eq!(with("OP2 Welcoming the offer of Kenya to host a workshop;"), "=0 new =2");
}

fn text(count: usize, seed: u64) -> Vec<String> {
    let mut state = seed | 1;
    let mut draw = move |below: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % below
    };
    let everywhere = ["the", "of", "and", "to", "States", "in", "on", "shall", "their", "use"];
    (0..count)
        .map(|_| {
            let words = 12 + draw(40);
            let word = |draw: &mut dyn FnMut(u64) -> u64| match draw(3) {
                0 => everywhere[draw(10) as usize].to_owned(),
                _ => {
                    let high = draw(1_500) + 1;
                    format!("w{}", draw(high))
                }
            };
            (0..words).map(|_| word(&mut draw)).collect::<Vec<_>>().join(" ")
        })
        .collect()
}

fn plain(texts: &[String]) -> Vec<Words> {
    texts.iter().map(|it| parse(it, &|_| false).words).collect()
}

fn as_units(words: &[Words]) -> Vec<Unit<'_>> {
    let unit = |words| Unit { number: "", kind: ParagraphKind::Operative, words };
    words.iter().map(unit).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    /// Every paragraph of a shuffled, renumbered and slightly edited text is found.
    #[test]
    fn every_paragraph_of_a_shuffled_and_edited_text_is_found(
        seed in 1_u64..u64::MAX,
        order in Just((0..60_usize).collect::<Vec<_>>()).prop_shuffle(),
        edits in prop::collection::vec((0..60_usize, 0..12_usize, 0..3_u8), 0..50),
    ) {
        let old = text(60, seed);
        let mut new = old.clone();
        for (paragraph, at, edit) in edits {
            let mut words: Vec<String> = new[paragraph].split(' ').map(str::to_owned).collect();
            // At most one word in four is touched.
            let touched = words.iter().filter(|it| it.starts_with('[')).count();
            if touched * 4 + 4 > words.len() {
                continue;
            }
            let at = at % words.len();
            match edit {
                0 => words.insert(at, "[sooner or later]".to_owned()),
                1 => words[at] = format!("[{}] (RUS, CHN)", words[at]),
                _ => { words.remove(at); }
            }
            new[paragraph] = words.join(" ");
        }
        let new: Vec<String> = order.iter().map(|at| new[*at].clone()).collect();
        let (old, new) = (plain(&old), plain(&new));
        let alignment = align(&as_units(&old), &as_units(&new));
        let found: Vec<_> = alignment.origins.iter().map(|it| it.follows).collect();
        prop_assert_eq!(found, order.iter().map(|it| Some(*it)).collect::<Vec<_>>());
        prop_assert!(alignment.gone.is_empty());
        prop_assert!(alignment.origins.iter().all(|it| !it.split && it.merged.is_empty()));
        prop_assert!(alignment.origins.iter().all(|it| (0.0..=1.0).contains(&it.likeness)));
    }

    /// No old paragraph is both continued and gone, and none is lost.
    #[test]
    fn every_old_paragraph_is_continued_or_gone(
        old in prop::collection::vec("[abc ]{0,30}", 0..12),
        new in prop::collection::vec("[abc ]{0,30}", 0..12),
    ) {
        let (old, new) = (plain(&old), plain(&new));
        let alignment = align(&as_units(&old), &as_units(&new));
        prop_assert_eq!(alignment.origins.len(), new.len());
        let mut seen: Vec<usize> = alignment.gone.clone();
        for origin in &alignment.origins {
            seen.extend(origin.follows.iter().chain(&origin.merged));
        }
        seen.sort_unstable();
        seen.dedup();
        prop_assert_eq!(seen, (0..old.len()).collect::<Vec<_>>());
    }
}

#[test]
fn long_texts_are_laid_beside_one_another_while_one_waits() {
    let start = Instant::now();
    // All different; all alike but for one word; all the same.
    for (old, mut new) in [
        (text(2_000, 5), text(2_000, 5)),
        (
            (0..2_000)
                .map(|it| format!("States shall give their number {it} to the others, at once"))
                .collect(),
            (0..2_000)
                .map(|it| format!("All States shall give their own number {it} to others, at once"))
                .collect(),
        ),
        (
            vec!["States shall talk to one another and be calm".to_owned(); 2_000],
            vec!["States should talk to one another and be calm".to_owned(); 2_000],
        ),
    ] {
        new.reverse();
        for (at, text) in new.iter_mut().enumerate().filter(|(at, _)| at % 3 == 0) {
            text.push_str(&format!(" and number {at}"));
        }
        let (old, new) = (plain(&old), plain(&new));
        let alignment = align(&as_units(&old), &as_units(&new));
        assert_eq!(alignment.origins.len(), 2_000);
    }
    let limit = if cfg!(debug_assertions) { 60 } else { 3 };
    assert!(start.elapsed().as_secs() < limit, "{:?}", start.elapsed());
}

#[test]
fn of_a_revised_draft_it_is_known_where_every_paragraph_comes_from() {
    let read = |text| paragraphs(text, &|_| false).paragraphs;
    let old = read(include_str!("../../../tests/drafts/chair.txt"));
    let new = read(include_str!("../../../tests/drafts/rev1.txt"));
    let brackets =
        |all: &[DraftParagraph]| all.iter().map(|it| it.words.brackets().len()).sum::<usize>();
    assert!(old.len() >= 60 && new.len() >= 60);
    assert!(brackets(&old) + brackets(&new) >= 200);
    assert!(old.iter().chain(&new).all(|it| it.remarks.is_empty()));
    let alignment = align(&units(&old), &units(&new));
    let mut wrong = Vec::new();
    for (line, origin) in
        include_str!("../../../tests/drafts/origins.csv").lines().skip(1).zip(&alignment.origins)
    {
        let (at, olds) = line.split_once(',').unwrap();
        let mut expected: Vec<usize> =
            olds.split_whitespace().map(|it| it.parse().unwrap()).collect();
        let mut found: Vec<usize> = origin.follows.iter().chain(&origin.merged).copied().collect();
        expected.sort_unstable();
        found.sort_unstable();
        if found != expected {
            wrong.push(format!(
                "{} {expected:?} {origin:?}",
                new[at.parse::<usize>().unwrap()].typed
            ));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let doubtful = alignment.doubtful().count();
    assert!(doubtful <= 3, "{doubtful} of {} are asked", new.len());
}

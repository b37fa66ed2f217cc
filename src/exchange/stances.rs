//! Stances as people write them in tables.

use crate::model::words::{fold_line, is_unseen};
use crate::model::{Keyed, Language, Stance, stance};
use crate::text::Text;

/// A stance that was written, or that it is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParsedStance(pub Option<Stance>);

/// The statement of a cell about a stance, in a table of any kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellStance {
    /// It is empty.
    Nothing,
    /// A stance, or the word that it is unknown.
    Stance(ParsedStance),
    /// That no stance was taken: an X, or that a party was absent or did not vote. Nothing follows
    /// from this, not even that the stance is unknown.
    NoneTaken,
    /// A dash, which could mean nothing or a minus.
    Dash,
    /// Something else.
    Other,
}

/// The meaning of the numbers among the cells of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Scale {
    /// Nothing.
    #[default]
    Unknown,
    /// Votes, as numbered in the data sets of the General Assembly: yes, abstained, no, absent, not
    /// a member.
    Votes,
}

impl Scale {
    /// The scale of these cells. They are votes only if all are numbers of votes, and at least one
    /// says that a state was absent or not a member: 1 to 3 alone may be on any scale.
    pub(super) fn of<'a>(cells: impl IntoIterator<Item = &'a str>) -> Self {
        let mut is_vote = false;
        for cell in cells.into_iter().map(whole_number).filter(|cell| !cell.is_empty()) {
            match cell {
                "1" | "2" | "3" => {}
                "8" | "9" => is_vote = true,
                _ => return Self::Unknown,
            }
        }
        if is_vote { Self::Votes } else { Self::Unknown }
    }

    /// The statement of a cell about a stance.
    pub(super) fn read(self, written: &str) -> CellStance {
        let stance = match (self, whole_number(written)) {
            (Self::Votes, "1") => Stance::Support,
            (Self::Votes, "2") => Stance::Accept,
            (Self::Votes, "3") => Stance::Object,
            (Self::Votes, "8" | "9") => return CellStance::NoneTaken,
            (Self::Votes | Self::Unknown, _) => return read_stance(written),
        };
        CellStance::Stance(ParsedStance(Some(stance)))
    }
}

/// A number without the `.0` added by statistics programs.
pub(super) fn whole_number(written: &str) -> &str {
    let written = written.trim();
    written.strip_suffix(".0").unwrap_or(written)
}

/// Whether a cell is a number.
pub(super) fn is_number(written: &str) -> bool {
    let digits = written.trim().trim_start_matches(['+', '-', '−']);
    digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.bytes().all(|it| it.is_ascii_digit() || it == b'.' || it == b',')
}

/// Reads what a cell says about a stance.
pub(crate) fn read_stance(written: &str) -> CellStance {
    if written.chars().all(|c| c.is_whitespace() || is_unseen(c)) {
        CellStance::Nothing
    } else if is_dash(written) {
        // Checked before folding, which turns a wide dash into a minus.
        CellStance::Dash
    } else if let Some(parsed) = parse_stance(written) {
        CellStance::Stance(parsed)
    } else if says_no_stance(written) {
        CellStance::NoneTaken
    } else {
        CellStance::Other
    }
}

/// A stance with words after it in the same cell, such as `+ (with a condition)` or
/// `0 - awaiting instructions`: the stance as written, and the words.
pub(super) fn with_words(written: &str) -> Option<(&str, &str)> {
    let written = written.trim();
    let between = ["(", ": ", " - ", " – ", " — ", ", ", "; "];
    let end = between.iter().filter_map(|it| Some((written.find(it)?, *it))).min()?;
    let (stance, words) = written.split_at_checked(end.0)?;
    let stance = stance.trim();
    // A single letter before a comma may begin anything.
    let is_clear =
        end.1 == "(" || stance.chars().count() > 3 || Stance::from_sign(stance).is_some();
    if !is_clear
        || read_stance(written) != CellStance::Other
        || !matches!(read_stance(stance), CellStance::Stance(_))
    {
        return None;
    }
    let words = words.trim_matches(|c: char| c.is_whitespace() || "-–—:;,".contains(c));
    let inner = words.strip_prefix('(').and_then(|it| it.strip_suffix(')'));
    let words = inner.filter(|it| !it.contains(['(', ')'])).unwrap_or(words).trim();
    (!words.is_empty()).then_some((stance, words))
}

/// Reads a stance: its key, its sign, its label in either language, or a vote Y, N or A; `None`
/// if it is none of these.
fn parse_stance(written: &str) -> Option<ParsedStance> {
    let folded = fold_line(written);
    if let Some(found) = Stance::from_sign(&folded) {
        return Some(ParsedStance(Some(found)));
    }
    if folded == stance::UNKNOWN_SIGN || folded == stance::UNKNOWN_KEY {
        return Some(ParsedStance(None));
    }
    let word = match folded.as_str() {
        // The former names of the two stances, in tables written at that time.
        "champions" | "trekt" => Some(Stance::Champion),
        "y" | "yes" | "for" | "in favour" | "in favor" | "favour" | "favor" | "pro" | "j"
        | "ja" | "voor" | "voorstander" | "yea" | "aye" | "voted for" | "voted yes"
        | "voted in favour" | "voted in favor" | "stemt voor" | "stemde voor" | "voorstem"
        | "oui" | "pour" | "a favor" => Some(Stance::Support),
        "can live with it" | "can accept" | "a" | "abs" | "abst" | "abst." | "onth."
        | "abstencion" | "onthield zich" | "abstain" | "abstains" | "abstained" | "abstaining"
        | "abstention" | "abstentions" | "onthouding" | "onthoudingen" | "onthouden"
        | "onthoudt zich" | "blanco" => Some(Stance::Accept),
        "n" | "no" | "nay" | "voted against" | "voted no" | "stemt tegen" | "stemde tegen"
        | "tegenstem" | "non" | "contre" | "en contra" | "against" | "contra" | "oppose"
        | "opposes" | "opposed" | "tegen" | "tegenstander" | "nee" => Some(Stance::Object),
        _ => None,
    };
    if word.is_some() {
        return word.map(|stance| ParsedStance(Some(stance)));
    }
    let dashed = folded.replace(['_', ' '], "-");
    let by_key = Stance::ALL.iter().find(|stance| stance.key() == dashed);
    let by_label = || {
        Language::ALL.iter().map(|language| Text::new(*language)).find_map(|text| {
            let is = |label: &str| fold_line(label) == folded;
            let labelled = Stance::ALL.iter().find(|stance| is(text.label(**stance)));
            labelled
                .map(|stance| ParsedStance(Some(*stance)))
                .or_else(|| is(text.stance(None)).then_some(ParsedStance(None)))
        })
    };
    by_key.map(|stance| ParsedStance(Some(*stance))).or_else(by_label)
}

/// Whether it says that no stance was taken.
fn says_no_stance(written: &str) -> bool {
    matches!(
        fold_line(written).as_str(),
        "x" | "×"
            | "✗"
            | "nv"
            | "n.v."
            | "n/v"
            | "absent"
            | "absence"
            | "not present"
            | "not voting"
            | "non-voting"
            | "nonvoting"
            | "non voting"
            | "no vote"
            | "did not vote"
            | "not voted"
            | "did not participate"
            | "not participating"
            | "afwezig"
            | "niet aanwezig"
            | "niet gestemd"
            | "stemde niet"
            | "stemt niet"
            | "niet-stemmend"
            | "geen stem"
            | "nam niet deel"
            | "not a member"
            | "non-member"
            | "nonmember"
            | "geen lid"
    )
}

/// Whether it is only dashes that are not a minus: somebody's way of writing an empty cell, or a
/// minus lengthened by a word processor.
fn is_dash(written: &str) -> bool {
    let signs = written.chars().filter(|c| !c.is_whitespace() && !is_unseen(*c));
    let signs: String = signs.collect();
    let dash = |c: char| {
        matches!(
            c,
            '‐' | '‑'
                | '‒'
                | '–'
                | '—'
                | '―'
                | '⸺'
                | '⸻'
                | '﹘'
                | '﹣'
                | '－'
                | '-'
                | '−'
        )
    };
    !signs.is_empty() && signs.chars().all(dash) && Stance::from_sign(&signs).is_none()
}

/// The keys and labels of all stances, to suggest from.
pub(super) fn spellings() -> impl Iterator<Item = (&'static str, Option<Stance>)> {
    let labels = Language::ALL.iter().flat_map(|language| {
        let text = Text::new(*language);
        Stance::ALL.iter().map(move |stance| (text.label(*stance), Some(*stance)))
    });
    Stance::ALL.iter().map(|stance| (stance.key(), Some(*stance))).chain(labels)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stance_is_read_by_key_sign_label_or_vote() {
        for (written, expected) in [
            ("champion", Some(Stance::Champion)),
            ("++", Some(Stance::Champion)),
            (" Supports ", Some(Stance::Support)),
            ("steunt", Some(Stance::Support)),
            ("In favour", Some(Stance::Support)),
            ("in\u{a0}favor", Some(Stance::Support)),
            ("Voor", Some(Stance::Support)),
            ("Actively champions", Some(Stance::Champion)),
            ("Voortrekker", Some(Stance::Champion)),
            ("Champions", Some(Stance::Champion)),
            ("trekt", Some(Stance::Champion)),
            ("Kan ermee leven", Some(Stance::Accept)),
            ("Can accept", Some(Stance::Accept)),
            ("can  live\u{a0}with it", Some(Stance::Accept)),
            ("Abstention", Some(Stance::Accept)),
            ("abstaining", Some(Stance::Accept)),
            ("Onthouding", Some(Stance::Accept)),
            ("0", Some(Stance::Accept)),
            ("-", Some(Stance::Reserve)),
            ("−", Some(Stance::Reserve)),
            ("\u{200b}-\u{a0}", Some(Stance::Reserve)),
            ("−−", Some(Stance::Object)),
            ("--", Some(Stance::Object)),
            ("Against", Some(Stance::Object)),
            ("Maakt bezwaar", Some(Stance::Object)),
            ("no_instructions", Some(Stance::NoInstructions)),
            ("No instructions", Some(Stance::NoInstructions)),
            ("Y", Some(Stance::Support)),
            ("N", Some(Stance::Object)),
            ("A", Some(Stance::Accept)),
            ("?", None),
            ("onbekend", None),
            ("＋＋", Some(Stance::Champion)),
            ("０", Some(Stance::Accept)),
            ("Ｎ", Some(Stance::Object)),
            ("\u{200f}+\u{200e}", Some(Stance::Support)),
            ("？", None),
        ] {
            let expected = CellStance::Stance(ParsedStance(expected));
            assert_eq!(read_stance(written), expected, "{written}");
        }
        for written in ["maybe", "+++", "5", "#REF!"] {
            assert_eq!(read_stance(written), CellStance::Other, "{written}");
        }
        for written in ["", " ", "\u{a0}", "\u{feff}\u{200b} "] {
            assert_eq!(read_stance(written), CellStance::Nothing, "{written:?}");
        }
    }

    #[test]
    fn words_after_a_stance_are_told_from_it() {
        for (written, stance, words) in [
            ("+ (strong support)", "+", "strong support"),
            ("0 - awaiting instructions", "0", "awaiting instructions"),
            ("-(sovereignty)", "-", "sovereignty"),
            ("Against: see the statement", "Against", "see the statement"),
            ("Yes (with (two) conditions)", "Yes", "(with (two) conditions)"),
            ("steunt, mits vrijwillig", "steunt", "mits vrijwillig"),
        ] {
            assert_eq!(with_words(written), Some((stance, words)), "{written}");
        }
        for written in ["+", "a, b", "No, thanks", "perhaps (later)", "A - B", "+ ()", "", "(+)"] {
            assert_eq!(with_words(written), None, "{written}");
        }
    }

    #[test]
    fn a_dash_other_than_a_minus_is_not_a_stance() {
        for written in ["–", "—", "――", "––", " — ", "—–", "－", "‑", "---", "-–"]
        {
            assert_eq!(read_stance(written), CellStance::Dash, "{written}");
        }
        for written in ["", "-", "--", "−", "−−", "+", "a – b", "5"] {
            assert_ne!(read_stance(written), CellStance::Dash, "{written}");
        }
    }

    #[test]
    fn numbers_are_votes_only_where_all_of_them_are() {
        let stance = |stance| CellStance::Stance(ParsedStance(Some(stance)));
        let votes = Scale::of(["1", "2.0", "", "3", "8", "9"]);
        assert_eq!(votes, Scale::Votes);
        for (written, read) in [
            ("1", stance(Stance::Support)),
            ("2.0", stance(Stance::Accept)),
            (" 3 ", stance(Stance::Object)),
            ("8", CellStance::NoneTaken),
            ("9", CellStance::NoneTaken),
            ("", CellStance::Nothing),
        ] {
            assert_eq!(votes.read(written), read, "{written}");
        }
        for cells in [&["1", "2", "3"][..], &["1", "8", "5"], &["1", "8", "Y"], &["0", "8"], &[]] {
            let scale = Scale::of(cells.iter().copied());
            assert_eq!(scale, Scale::Unknown, "{cells:?}");
            assert_eq!(scale.read("1"), CellStance::Other);
        }
        assert!(is_number("1") && is_number("-2,5") && !is_number("--") && !is_number("3a"));
    }

    #[test]
    fn absent_parties_took_no_stance() {
        for written in ["X", "x", "Absent", "afwezig", "Not voting", "NV", "did\u{a0}not vote"] {
            assert_eq!(read_stance(written), CellStance::NoneTaken, "{written}");
        }
        for written in ["", "?", "N", "A", "maybe", "unknown"] {
            assert_ne!(read_stance(written), CellStance::NoneTaken, "{written}");
        }
    }
}

use proptest::prelude::*;

use super::*;
use crate::draft::print;
use ParagraphKind::{Chapeau, Heading, Note, Operative, Preamble};
use ParagraphStatus::{AdReferendum, Agreed, Open};

fn read_all(text: &str) -> Vec<DraftParagraph> {
    paragraphs(text, &|_| false).paragraphs
}

#[test]
fn a_paragraph_is_told_by_its_number_its_words_and_its_marks() {
    let long = "States should exchange views on the use of ICTs, including through the contacts \
                that they have named for that purpose";
    for (typed, number, kind, status, words) in [
        ("PP1 Recalling the Charter,", "PP1", Preamble, Open, "Recalling the Charter,"),
        ("PP 1. Recalling the Charter,", "PP1", Preamble, Open, "Recalling the Charter,"),
        ("PP12bis: Recalling it,", "PP12bis", Preamble, Open, "Recalling it,"),
        ("PP12 ter Recalling it,", "PP12ter", Preamble, Open, "Recalling it,"),
        ("PP3 (bis) Noting this,", "PP3bis", Preamble, Open, "Noting this,"),
        ("[PP3. Noting this,] (RUS)", "PP3", Preamble, Open, "[Noting this,] (RUS)"),
        ("OP 12 – Calls for calm;", "OP12", Operative, Open, "Calls for calm;"),
        ("OP1(a) Calls for calm;", "OP1(a)", Operative, Open, "Calls for calm;"),
        ("OP1.b Calls for calm;", "OP1.b", Operative, Open, "Calls for calm;"),
        ("OP3", "OP3", Operative, Open, ""),
        ("1. Calls upon States to act.", "1", Operative, Open, "Calls upon States to act."),
        ("1) Calls upon States to act.", "1)", Operative, Open, "Calls upon States to act."),
        ("(1) Overwegende dat dit zo is,", "(1)", Operative, Open, "Overwegende dat dit zo is,"),
        ("12bis. Calls for calm.", "12bis", Operative, Open, "Calls for calm."),
        ("3.1 States should act.", "3.1", Operative, Open, "States should act."),
        ("(a) exchange views;", "(a)", Preamble, Open, "exchange views;"),
        ("iv) exchange views; and", "iv)", Preamble, Open, "exchange views; and"),
        ("I. Threats", "I", Heading, Open, "Threats"),
        ("A. Existing and emerging threats", "A", Heading, Open, "Existing and emerging threats"),
        ("2. Capacity-building", "2", Heading, Open, "Capacity-building"),
        ("# Confidence-building measures.", "", Heading, Open, "Confidence-building measures."),
        ("Draft resolution", "", Heading, Open, "Draft resolution"),
        ("The General Assembly,", "", Preamble, Open, "The General Assembly,"),
        ("Recalling its resolution 73/27,", "", Preamble, Open, "Recalling its resolution 73/27,"),
        (
            "Deeply concerned that it goes on,",
            "",
            Preamble,
            Open,
            "Deeply concerned that it goes on,",
        ),
        ("Zich bewust van het risico,", "", Preamble, Open, "Zich bewust van het risico,"),
        ("Herinnerend aan het Handvest,", "", Preamble, Open, "Herinnerend aan het Handvest,"),
        ("Overweging 3. Dit is zo.", "Overweging 3", Preamble, Open, "Dit is zo."),
        ("Artikel 3 Staten wisselen uit.", "Artikel 3", Operative, Open, "Staten wisselen uit."),
        ("Op 3 mei kwamen zij bijeen.", "", Operative, Open, "Op 3 mei kwamen zij bijeen."),
        ("Punt 3 van de agenda is af.", "", Operative, Open, "Punt 3 van de agenda is af."),
        ("OP4 Encourages States to:", "OP4", Chapeau, Open, "Encourages States to:"),
        ("Note: made by the Chair.", "", Note, Open, "Note: made by the Chair."),
        ("Toelichting: van de voorzitter.", "", Note, Open, "Toelichting: van de voorzitter."),
        (long, "", Operative, Open, long),
        ("OP1 Calls for calm. [agreed]", "OP1", Operative, Agreed, "Calls for calm."),
        ("OP1 Calls for calm (agreed)", "OP1", Operative, Agreed, "Calls for calm"),
        ("OP1 Calls for calm; (agreed ad ref)", "OP1", Operative, AdReferendum, "Calls for calm;"),
        ("OP1 Calls for calm. Agreed ad ref.", "OP1", Operative, AdReferendum, "Calls for calm."),
        (
            "OP1 Calls for calm – agreed ad referendum",
            "OP1",
            Operative,
            AdReferendum,
            "Calls for calm",
        ),
        ("OP1 [agreed] Calls for calm.", "OP1", Operative, Agreed, "Calls for calm."),
        ("(akkoord) OP1 Roept op tot kalmte.", "OP1", Operative, Agreed, "Roept op tot kalmte."),
        ("OP1 Roept op tot kalmte. Akkoord", "OP1", Operative, Agreed, "Roept op tot kalmte."),
        ("OP1 AGREED: Calls for calm.", "OP1", Operative, Agreed, "Calls for calm."),
        ("OP1 Recalls what was agreed", "OP1", Operative, Open, "Recalls what was agreed"),
        ("OP1 Recalls the norms [agreed]", "OP1", Operative, Open, "Recalls the norms [agreed]"),
        ("OP1 [agreed] norms are good.", "OP1", Operative, Open, "[agreed] norms are good."),
        ("OP1 [Agreed] (RUS) norms.", "OP1", Operative, Open, "[Agreed] (RUS) norms."),
        ("[alt 1 May act.][alt 2 Acts.]", "", Operative, Open, "[alt 1 May act.] [alt 2 Acts.]"),
        ("[1] is how it is cited.", "", Operative, Open, "[1] is how it is cited."),
        ("2015 was a good year.", "", Operative, Open, "2015 was a good year."),
        ("e.g. this one.", "", Operative, Open, "e.g. this one."),
    ] {
        let all = read_all(typed);
        assert_eq!(all.len(), 1, "{typed}: {all:?}");
        let read = &all[0];
        let printed = print(&read.words).replace("][", "] [");
        let seen = (read.number.as_str(), read.kind, read.status, printed.as_str());
        assert_eq!(seen, (number, kind, status, words), "{typed}");
    }
}

#[test]
fn items_of_a_list_belong_to_what_opens_it_and_a_status_alone_to_what_stands_before() {
    let all = read_all(
        "PP1 Recalling the Charter,\nAgreed ad ref\n(a) as it is,\nOP1 Encourages States:\n(a) to talk;\n[agreed]\n(b) to listen.",
    );
    let kinds: Vec<_> = all.iter().map(|it| (it.kind, it.status)).collect();
    assert_eq!(
        kinds,
        [
            (Preamble, AdReferendum),
            (Preamble, Open),
            (Chapeau, Open),
            (Operative, Agreed),
            (Operative, Open)
        ]
    );
}

const BROKEN: &str = "\
Draft resolution on confidence-building

PP1 Recalling the Charter of the United Nations and the need for all of
its Members to settle their disputes by peaceful means, as set out in
2. and (b) of the document that they have adopted for that purpose, confi-
dence being what they want,
OP1 Calls upon [all] (RUS, CHN) States to name points of contact, [and to
exchange views on them at least once a year] (NLD), in good time;
(a) by post;
(b) by wire.

II. Other
States may also write.
";

#[test]
fn lines_broken_by_hand_are_joined_and_others_are_not() {
    let all = read_all(BROKEN);
    let starts: Vec<_> = all
        .iter()
        .map(|it| (it.number.as_str(), it.words.bare().chars().take(12).collect()))
        .collect();
    let starts: Vec<(&str, &str)> =
        starts.iter().map(|(a, b): &(&str, String)| (*a, b.as_str())).collect();
    assert_eq!(
        starts,
        [
            ("", "Draft resolu"),
            ("PP1", "Recalling th"),
            ("OP1", "Calls upon a"),
            ("(a)", "by post;"),
            ("(b)", "by wire."),
            ("II", "Other"),
            ("", "States may a"),
        ]
    );
    assert!(all[1].words.bare().contains("set out in 2. and (b) of the"));
    assert!(all[1].words.bare().contains("confi-dence being"));
    assert_eq!(all[2].words.brackets().len(), 2);
    // The same text with one paragraph per line gives the same result.
    let again: Vec<_> = all
        .iter()
        .map(|it| format!("{} {}", if it.number == "II" { "II." } else { &it.number }, it.typed))
        .collect();
    let again = read_all(&again.join("\r\n"));
    assert_eq!(again.len(), all.len());
    for (again, once) in again.iter().zip(&all) {
        assert_eq!((&again.words, &again.number), (&once.words, &once.number));
    }
    let apart = read_all("Recalling the Charter,\nNoting the report,\nCalls upon States to talk.");
    assert_eq!(apart.len(), 3);
}

#[test]
fn what_is_beyond_the_limit_is_counted() {
    let text = "States talk.\n".repeat(MOST_PARAGRAPHS + 7);
    let draft = paragraphs(&text, &|_| false);
    assert_eq!((draft.paragraphs.len(), draft.left_out), (MOST_PARAGRAPHS, 7));
}

#[test]
fn what_cannot_be_read_as_a_bracket_is_pointed_out_in_what_was_typed() {
    let all = read_all("OP1 States [shall talk");
    assert_eq!(all[0].typed, "States [shall talk");
    assert_eq!(all[0].remarks[0].at, 7);
}

proptest! {
    /// Apart from numbers, marks of status and bullets, no letter of a text is lost.
    #[test]
    fn no_letter_of_a_text_is_lost(lines in prop::collection::vec("[A-Za-zé .,;:\\[\\]()0-9\u{ad}-]{0,90}", 0..12)) {
        let text = lines.join("\n");
        let draft = paragraphs(&text, &|_| false);
        let count = |text: &str| text.chars().filter(|c| *c == 'é').count();
        let kept: usize = draft.paragraphs.iter().map(|it| count(&it.typed)).sum();
        prop_assert_eq!(kept, count(&text));
        let words: usize = draft.paragraphs.iter().map(|it| count(&it.words.bare())).sum();
        prop_assert_eq!(words, count(&text));
    }
}

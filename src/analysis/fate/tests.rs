use proptest::prelude::*;

use super::*;
use crate::draft::{DraftParagraph, align, paragraphs, parse};

fn read(text: &str) -> ReadText {
    let all = paragraphs(text, &|_| false).paragraphs;
    ReadText::new(&units(&all))
}

fn units(all: &[DraftParagraph]) -> Vec<Unit<'_>> {
    all.iter().map(|it| Unit { number: &it.number, kind: it.kind, words: &it.words }).collect()
}

pub(super) fn wanted(wanted: &str, text: &str) -> FateOfAsk {
    read(text).fate(OwnWording { wanted, ..OwnWording::default() }, &[])
}

const EN: &str = "States shall share indicators of compromise with affected States within 72 hours";
const NL: &str = "Staten moeten ernstige incidenten binnen 72 uur aan elkaar melden";

#[test]
fn a_wording_has_the_fate_that_a_reader_would_give_it() {
    use Fate::{Bracketed, Gone, In, InPart, Weakened};
    for (ask, text, fate) in [
        (
            EN,
            "OP1 States shall share indicators of compromise with affected States within 72 hours.",
            In,
        ),
        (
            EN,
            "OP1 All States shall share the indicators of compromise with other affected States within 72 hours;",
            In,
        ),
        (
            EN,
            "OP1 Within 72 hours, States shall share indicators of compromise with affected States.",
            In,
        ),
        (
            EN,
            "OP1 States must share indicators of compromise with affected States within 72 hours.",
            In,
        ),
        (
            EN,
            "PP1 Noting the report,\nOP1 States shall name contacts. States shall share indicators of compromise with affected States within 72 hours.",
            In,
        ),
        (
            EN,
            "OP1 States shall:\n(a) name contacts;\n(b) share indicators of compromise with affected States within 72 hours.",
            In,
        ),
        (
            EN,
            "OP1 States shall be sharing an indicator of compromise with an affected State within 72 hours.",
            In,
        ),
        (
            EN,
            "OP1 States [and regional organizations] (EU) shall share indicators of compromise with affected States within 72 hours.",
            In,
        ),
        (
            EN,
            "OP1 States shall share indicators of compromise with affected States within 72 hours [, on a voluntary basis] (RUS).",
            In,
        ),
        (
            EN,
            "OP1 States shall share indicators of compromise with affected States [without delay].",
            InPart,
        ),
        (EN, "OP1 States shall share indicators of compromise.", InPart),
        (
            EN,
            "OP1 States share indicators of compromise with affected States within 72 hours.",
            InPart,
        ),
        (
            EN,
            "OP1 States will share indicators of compromise with affected States within 72 hours.",
            Weakened,
        ),
        (
            EN,
            "OP1 States should share indicators of compromise with affected States within 72 hours.",
            Weakened,
        ),
        (
            EN,
            "OP1 Encourages States to share indicators of compromise with affected States within 72 hours.",
            Weakened,
        ),
        (
            EN,
            "OP1 States are invited to share indicators of compromise with affected States within 72 hours.",
            Weakened,
        ),
        (
            EN,
            "OP1 States may wish to share indicators of compromise with affected States within 72 hours.",
            Weakened,
        ),
        (
            EN,
            "OP1 States shall consider sharing indicators of compromise with affected States within 72 hours.",
            Weakened,
        ),
        (
            EN,
            "OP1 States shall, where appropriate, share indicators of compromise with affected States within 72 hours.",
            Weakened,
        ),
        (
            EN,
            "OP1 On a voluntary basis, States shall share indicators of compromise with affected States within 72 hours.",
            Weakened,
        ),
        (
            EN,
            "OP1 States shall share indicators of compromise with affected States within 72 hours, in accordance with their national laws.",
            Weakened,
        ),
        (
            EN,
            "OP1 States shall endeavour to share indicators of compromise with affected States within 72 hours.",
            Weakened,
        ),
        (
            EN,
            "OP1 States shall share indicators of compromise with affected States within 72 hours unless they decide otherwise.",
            Weakened,
        ),
        (
            EN,
            "OP1 States are encouraged, to the extent possible:\n(a) to share indicators of compromise with affected States within 72 hours.",
            Weakened,
        ),
        (
            EN,
            "OP1 [States shall share indicators of compromise with affected States within 72 hours.] (NLD; against: RUS)",
            Bracketed,
        ),
        (
            EN,
            "OP1 States [shall share indicators of compromise with affected States within 72 hours] (EU).",
            Bracketed,
        ),
        (
            EN,
            "OP1 [delete: States shall share indicators of compromise with affected States within 72 hours.] (CHN)",
            Bracketed,
        ),
        (
            EN,
            "OP1 [alt 1 States shall share indicators of compromise with affected States within 72 hours.] (EU) [alt 2 States shall talk.] (RUS)",
            Bracketed,
        ),
        (
            EN,
            "OP1 [States [should] share [indicators of compromise [with affected States]] within 72 hours] (NLD).",
            Bracketed,
        ),
        (
            EN,
            "OP1 States shall not share indicators of compromise with affected States within 72 hours.",
            Gone,
        ),
        (
            EN,
            "OP1 No State shall share indicators of compromise with affected States within 72 hours.",
            Gone,
        ),
        (EN, "OP1 States shall respect sovereignty.\nOP2 States share views.", Gone),
        (
            EN,
            "OP1 States shall, subject to national legislation, share indicators of compromise with affected States within 72 hours.",
            Weakened,
        ),
        (
            EN,
            "OP1 States pledge to share indicators of compromise with affected States within 72 hours.",
            Weakened,
        ),
        (EN, "", Gone),
        ("States should not attack hospitals", "OP1 States should not attack hospitals.", In),
        ("States should not attack hospitals", "OP1 States should attack hospitals.", Gone),
        (
            "States should not attack hospitals",
            "OP1 States are encouraged not to attack hospitals.",
            Weakened,
        ),
        (
            "an independent mechanism for attribution",
            "OP4 Establishes an independent mechanism for attribution.",
            In,
        ),
        (
            "an independent mechanism for attribution",
            "OP4 Takes note of a mechanism for attribution.",
            InPart,
        ),
        ("voluntary exchange of views", "OP4 Supports the voluntary exchange of views.", In),
        ("where appropriate", "OP4 States shall act where appropriate.", In),
        ("The group meets once a year", "OP9 The group may meet once a year.", Weakened),
        ("Encourages States to name contacts", "OP2 Calls upon States to name contacts.", In),
        ("Calls upon States to name contacts", "OP2 Invites States to name contacts.", Weakened),
        (NL, "OP1 Staten moeten ernstige incidenten binnen 72 uur aan elkaar melden.", In),
        (NL, "OP1 Ernstige incidenten moeten Staten binnen 72 uur aan elkaar melden.", In),
        (NL, "OP1 Staten zullen ernstige incidenten binnen 72 uur aan elkaar melden.", In),
        (NL, "OP1 De staat moet een ernstig incident binnen 72 uur aan elkaar melden.", In),
        (NL, "OP1 Staten moeten ernstige incidenten melden.", InPart),
        (NL, "OP1 Staten dienen ernstige incidenten binnen 72 uur aan elkaar te melden.", Weakened),
        (
            NL,
            "OP1 Staten zouden ernstige incidenten binnen 72 uur aan elkaar moeten melden.",
            Weakened,
        ),
        (
            NL,
            "OP1 Staten worden aangemoedigd ernstige incidenten binnen 72 uur aan elkaar te melden.",
            Weakened,
        ),
        (
            NL,
            "OP1 Staten worden uitgenodigd ernstige incidenten binnen 72 uur aan elkaar te melden.",
            Weakened,
        ),
        (NL, "OP1 Staten kunnen ernstige incidenten binnen 72 uur aan elkaar melden.", Weakened),
        (
            NL,
            "OP1 Staten moeten ernstige incidenten zo mogelijk binnen 72 uur aan elkaar melden.",
            Weakened,
        ),
        (
            NL,
            "OP1 Staten moeten, waar passend, ernstige incidenten binnen 72 uur aan elkaar melden.",
            Weakened,
        ),
        (
            NL,
            "OP1 Staten moeten ernstige incidenten op vrijwillige basis binnen 72 uur aan elkaar melden.",
            Weakened,
        ),
        (
            NL,
            "OP1 Staten moeten ernstige incidenten binnen 72 uur aan elkaar melden, met inachtneming van hun nationale recht.",
            Weakened,
        ),
        (
            NL,
            "OP1 Staten [moeten ernstige incidenten binnen 72 uur aan elkaar melden] (EU).",
            Bracketed,
        ),
        (NL, "OP1 Staten mogen ernstige incidenten niet binnen 72 uur aan elkaar melden.", Gone),
        (NL, "OP1 Staten wisselen standpunten uit.", Gone),
    ] {
        let found = wanted(ask, text);
        assert_eq!(found.fate, fate, "{ask}\n{text}\n{found:#?}");
    }
}

#[test]
fn the_evidence_says_where_and_why() {
    let text = "PP1 Noting the report,\n\
                OP1 States should, where appropriate, share indicators of compromise [with affected \
                States] (NLD; against: RUS) [to the extent possible] (CHN) within 72 hours.";
    let found = wanted(EN, text);
    let evidence = &found.evidence;
    assert_eq!((found.fate, evidence.paragraph), (Fate::Weakened, Some(1)));
    assert_eq!(
        evidence.found.join(" "),
        "States share indicators compromise within 72 hours shall"
    );
    assert_eq!(evidence.bracketed, ["affected", "States"]);
    assert!(evidence.missing.is_empty());
    let weaker = WeakerVerb { asked: "shall".to_owned(), stands: "should".to_owned() };
    assert_eq!(evidence.weaker, [weaker]);
    assert_eq!(evidence.qualifiers, ["where appropriate"]);
    assert_eq!(evidence.qualifiers_bracketed, ["to the extent possible"]);
    assert!((evidence.share - 8.0 / 10.0).abs() < 0.01, "{evidence:?}");
    let gone = wanted(EN, "OP1 States talk.");
    assert_eq!((gone.evidence.paragraph, gone.evidence.missing.len()), (None, 10));
    let opposite = wanted("States shall share data", "OP1 States shall not share data.");
    assert!(opposite.evidence.opposite && opposite.evidence.paragraph == Some(0));
}

#[test]
fn what_is_missing_of_a_wording_in_part_is_named() {
    let ask = "States shall answer a request for contact";
    let named = |text: &str| {
        let found = wanted(ask, text);
        assert_eq!(found.fate, Fate::InPart, "{text}\n{found:#?}");
        let evidence = found.evidence;
        let weaker =
            evidence.weaker_bracketed.iter().map(|it| format!("{}→{}", it.asked, it.stands));
        let all = [evidence.missing, evidence.bracketed, evidence.qualifiers_bracketed];
        (all.map(|it| it.join(" ")), weaker.collect::<Vec<_>>().join(" "))
    };
    let told = |missing: &str, bracketed: &str, qualifiers: &str, weaker: &str| {
        ([missing, bracketed, qualifiers].map(str::to_owned), weaker.to_owned())
    };
    // The verb occurs nowhere: others want weaker ones.
    let seen = named(
        "OP1 States [alt 1 should] (IND, NLD) [alt 2 may, where appropriate,] (RUS) answer a request for contact.",
    );
    assert_eq!(seen, told("shall", "", "where appropriate", "shall→may"));
    let seen = named("OP1 States [shall] (NLD) answer a request for contact.");
    assert_eq!(seen, told("", "shall", "", ""));
    let seen = named("OP1 States shall answer [a request for contact] (RUS).");
    assert_eq!(seen, told("", "request contact", "", ""));
}

#[test]
fn a_fallback_counts_in_part_and_a_red_line_before_all() {
    let ask = OwnWording {
        wanted: "States shall report incidents",
        fallback: "States should report incidents",
        red_line: "States may respond with force",
    };
    for (text, fate, rests_on, red_line) in [
        ("OP1 States shall report incidents.", Fate::In, AskPart::Wanted, RedLine::Away),
        ("OP1 States should report incidents.", Fate::InPart, AskPart::Fallback, RedLine::Away),
        ("OP1 States may report incidents.", Fate::Weakened, AskPart::Wanted, RedLine::Away),
        ("OP1 [States should report incidents.]", Fate::Bracketed, AskPart::Wanted, RedLine::Away),
        (
            "OP1 States shall report incidents.\nOP2 States may, as appropriate, respond with force.",
            Fate::Crossed,
            AskPart::RedLine,
            RedLine::Crossed(1),
        ),
        (
            "OP1 States shall report incidents.\nOP2 [States may respond with force.] (XYZ)",
            Fate::In,
            AskPart::Wanted,
            RedLine::Bracketed(1),
        ),
        (
            "OP1 States shall report incidents.\nOP2 States may not respond with force.",
            Fate::In,
            AskPart::Wanted,
            RedLine::Away,
        ),
    ] {
        let found = read(text).fate(ask, &[]);
        let seen = (found.fate, found.rests_on, found.red_line);
        assert_eq!(seen, (fate, rests_on, red_line), "{text}\n{found:#?}");
    }
    let weaker = OwnWording { red_line: "States shall disclose all", ..OwnWording::default() };
    let found = read("OP1 States should disclose all.").fate(weaker, &[]);
    assert_eq!(found.red_line, RedLine::Weaker(0));
}

#[test]
fn the_paragraph_that_continues_its_own_counts_first() {
    let text = "OP1 States should report incidents to each other.\n\
                OP2 States shall report serious incidents.\n\
                OP3 States shall report incidents to each other.";
    let ask = |wanted| OwnWording { wanted, ..OwnWording::default() };
    let fate = |wanted, first: &[usize]| {
        let found = read(text).fate(ask(wanted), first);
        (found.fate, found.evidence.paragraph)
    };
    assert_eq!(fate("States shall report incidents to each other", &[0]), (Fate::In, Some(1)));
    assert_eq!(fate("States shall report incidents to each other", &[2]), (Fate::In, Some(2)));
    let ask = "States shall report incidents to each other and to the Secretariat";
    assert_eq!(fate(ask, &[0]), (Fate::Weakened, Some(0)));
    assert_eq!(fate(ask, &[]), (Fate::InPart, Some(1)));
    assert_eq!(fate("States shall protect hospitals", &[0, 1]), (Fate::Gone, None));
}

/// The rank of a fate, the worst highest.
fn fate(wanted: &str, text: &Words) -> Fate {
    let unit = Unit { number: "OP1", kind: ParagraphKind::Operative, words: text };
    ReadText::new(&[unit]).fate(OwnWording { wanted, ..OwnWording::default() }, &[]).fate
}

/// Words among which there are verbs of every strength, qualifiers, negations and small words.
fn words(count: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "States",
        "data",
        "incidents",
        "report",
        "network",
        "hospital",
        "shall",
        "should",
        "may",
        "the",
        "of",
        "not",
        "where appropriate",
        "voluntary",
        "in",
        "consider",
        "encourages",
    ]);
    prop::collection::vec(word, count).prop_map(|it| it.join(" "))
}

proptest! {
    /// A wording copied verbatim is in, whatever comes before and after it.
    #[test]
    fn what_is_copied_as_it_is_is_in(before in words(0..9), wanted in words(1..12), behind in words(0..9)) {
        let text = format!("{before}. {wanted}. {behind}");
        prop_assert_eq!(fate(&wanted, &Words::plain(&text)), Fate::In, "{}", text);
    }

    /// Taking out the bracketed words never improves a fate.
    #[test]
    fn without_its_brackets_no_fate_is_better(wanted in words(1..9), parts in prop::collection::vec((words(1..5), any::<bool>()), 1..6)) {
        let typed = |within: bool| {
            let parts = parts.iter().filter(|(_, inside)| within || !inside);
            let parts = parts.map(|(it, inside)| if *inside { format!("[{it}]") } else { it.clone() });
            parse(&parts.collect::<Vec<_>>().join(" "), &|_| false).words
        };
        let (with, without) = (fate(&wanted, &typed(true)), fate(&wanted, &typed(false)));
        prop_assert!(with <= without, "{with:?} {without:?}");
    }

    /// A weaker verb in place of the one asked for is never in.
    #[test]
    fn a_weaker_verb_is_never_in(which in 0..8_usize, weaker in 1..8_usize) {
        let ladder = ["shall", "will", "are requested to", "should", "are urged to", "are encouraged to", "are invited to", "may consider", "may"];
        let below = (which + weaker).min(8);
        let text = |verb| format!("States {verb} report incidents to the centre");
        let found = fate(&text(ladder[which]), &Words::plain(&text(ladder[below])));
        prop_assert_eq!(found, Fate::Weakened, "{} {}", ladder[which], ladder[below]);
        prop_assert_ne!(fate(&text(ladder[below]), &Words::plain(&text(ladder[which]))), Fate::Weakened);
    }
}

#[test]
fn of_a_revised_draft_it_is_known_what_became_of_each_ask() {
    use Fate::{Bracketed, Gone, In, InPart, Weakened};
    let all = |text| paragraphs(text, &|_| false).paragraphs;
    let chair = all(include_str!("../../../tests/drafts/chair.txt"));
    let rev1 = all(include_str!("../../../tests/drafts/rev1.txt"));
    let (before, after) = (units(&chair), units(&rev1));
    let alignment = align(&before, &after);
    let texts = (ReadText::new(&before), ReadText::new(&after));
    for (number, wanted, then, now) in [
        (
            "OP7",
            "States shall share with affected States the indicators of compromise that they hold",
            In,
            Weakened,
        ),
        (
            "OP2",
            "States shall answer a request that reaches them through the directory within 72 hours",
            InPart,
            Weakened,
        ),
        ("OP3", "the results of the test are to be shared with all", Bracketed, Bracketed),
        (
            "OP11",
            "States shall not knowingly allow their territory to be used for acts against the infrastructure of another State",
            Bracketed,
            In,
        ),
        ("OP29", "The public core of the internet shall be protected by all", Bracketed, Bracketed),
        ("PP11", "human rights hold online as they do offline", Bracketed, Gone),
        ("OP12", "protect those who report weaknesses in good faith", InPart, In),
        (
            "OP28",
            "States should leave emergency teams alone and shall not use them for attacks",
            InPart,
            In,
        ),
        ("OP9", "a glossary of terms that States use in different ways", Bracketed, Gone),
        (
            "PP10",
            "the part that the private sector, researchers and civil society play",
            Bracketed,
            Bracketed,
        ),
        (
            "OP4",
            "The Secretariat shall keep the directory in all official languages",
            Bracketed,
            Bracketed,
        ),
    ] {
        let at = chair.iter().position(|it| it.number == number).unwrap();
        let continues = |new: &usize| alignment.origins[*new].follows == Some(at);
        let first: Vec<usize> = (0..rev1.len()).filter(continues).collect();
        let ask = OwnWording { wanted, ..OwnWording::default() };
        let found = (texts.0.fate(ask, &[at]), texts.1.fate(ask, &first));
        assert_eq!((found.0.fate, found.1.fate), (then, now), "{wanted}\n{found:#?}");
    }
    let red_line = "a binding instrument is needed";
    let found = texts.1.fate(OwnWording { red_line, ..OwnWording::default() }, &[]);
    assert!(matches!(found.red_line, RedLine::Bracketed(_)), "{found:?}");
}

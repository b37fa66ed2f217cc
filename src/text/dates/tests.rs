use super::*;
use crate::model::Language;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn days_are_written_in_the_language_of_the_reader() {
    let (en, nl) = (Text::new(Language::English), Text::new(Language::Dutch));
    assert_eq!(en.day(day("2018-12-05")), "5 Dec 2018");
    assert_eq!(nl.day(day("2018-12-05")), "5 dec. 2018");
    assert_eq!(nl.day(day("2018-05-31")), "31 mei 2018");
    assert_eq!(en.date("2013-12".parse().unwrap()), "Dec 2013");
    assert_eq!(en.date("2013".parse().unwrap()), "2013");
}

#[test]
fn a_moment_in_a_copy_for_others_shows_only_its_day() {
    let text = Text::new(Language::English);
    let moment = |written: &str| text.moment(written.parse().unwrap());
    assert_eq!(moment("2026-01-02T12:00:00Z"), "2 Jan 2026");
    assert!(moment("2026-01-02T12:00:00.001Z").starts_with("2 Jan 2026, "));
    let midnight = day("2026-01-02").and_time(NaiveTime::MIN);
    let midnight = midnight.and_local_timezone(Local).unwrap().to_utc();
    assert_eq!(text.moment(midnight), "2 Jan 2026", "a step without names");
    let later = text.moment(midnight + chrono::TimeDelta::seconds(1));
    assert_eq!(later, "2 Jan 2026, 00:00");
}

#[test]
fn a_day_without_a_year_is_the_last_one_or_for_a_plan_the_next() {
    let (text, today) = (Text::default(), day("2026-11-25"));
    for (typed, last, next) in [
        ("25 nov", "2026-11-25", "2026-11-25"),
        ("26 nov", "2025-11-26", "2026-11-26"),
        ("5 dec", "2025-12-05", "2026-12-05"),
        ("24-11", "2026-11-24", "2027-11-24"),
        ("29 feb", "2024-02-29", "2028-02-29"),
        ("5 dec 2018", "2018-12-05", "2018-12-05"),
    ] {
        assert_eq!(text.parse_day(typed, today), Some(day(last)), "{typed}");
        assert_eq!(text.parse_coming_day(typed, today), Some(day(next)), "{typed}");
    }
    assert_eq!(text.parse_day("31 nov", today), None);
}

#[test]
fn every_reading_of_a_written_day_is_found() {
    use WrittenDay as W;
    let text = Text::default();
    let on = |it: &str| Some(day(it));
    let numbers =
        |day_first, month_first, has_slash| W::Numbers { day_first, month_first, has_slash };
    for (written, meant) in [
        ("12/05/2018", numbers(on("2018-05-12"), on("2018-12-05"), true)),
        ("12.05.2018", numbers(on("2018-05-12"), on("2018-12-05"), false)),
        ("12/31/2018", numbers(None, on("2018-12-31"), true)),
        ("31-12-2018", numbers(on("2018-12-31"), None, false)),
        ("5/5/2018", W::Day(day("2018-05-05"))),
        ("2018/5/12", W::Day(day("2018-05-12"))),
        ("Dec 5, 2018", W::Day(day("2018-12-05"))),
        ("5-Dec", W::NoYear { month: 12, day: 5 }),
        ("3/4", W::NoYear { month: 4, day: 3 }),
        ("12/31", W::NoYear { month: 31, day: 12 }),
        ("5-12-18", W::ShortYear),
        ("5-Dec-18", W::ShortYear),
        ("2018-12", W::NotADay),
        ("Dec 2018", W::NotADay),
        ("32/13/2018", W::NotADay),
        ("2018-02-30", W::NotADay),
        ("43439", W::NotADay),
        ("1.2.3.2018", W::NotADay),
        ("5／12／2018", numbers(on("2018-12-05"), on("2018-05-12"), true)),
        ("\u{200e}5-\u{200e}12-\u{200e}2018", numbers(on("2018-12-05"), on("2018-05-12"), false)),
        ("２０１８-１２-０５", W::Day(day("2018-12-05"))),
        ("5 Sept 2018", W::Day(day("2018-09-05"))),
        ("5 Januar 2018", W::Day(day("2018-01-05"))),
        ("5 marraskuu 2018", W::NotADay),
        ("5 maybe 2018", W::NotADay),
        ("2018-12-05T14:00:00", W::Day(day("2018-12-05"))),
        ("2018-12-05T14:00:00.000+01:00", W::Day(day("2018-12-05"))),
        ("2018-12-05T14:00Z", W::Day(day("2018-12-05"))),
        ("2018-12-06 00:00:00", W::Day(day("2018-12-06"))),
        ("5 Dec 2018, 2:00 PM", W::Day(day("2018-12-05"))),
        ("12/05/2018 0:00", numbers(on("2018-05-12"), on("2018-12-05"), true)),
        ("2018-12-05T25", W::NotADay),
        ("2018-12-05 at 14:00 or so", W::NotADay),
        ("20181205", W::Day(day("2018-12-05"))),
        ("20181305", W::NotADay),
        ("12345678", W::NotADay),
        ("5th December 2018", W::Day(day("2018-12-05"))),
        ("December 1st, 2018", W::Day(day("2018-12-01"))),
        ("1er décembre 2018", W::Day(day("2018-12-01"))),
        ("3e maart 2018", W::Day(day("2018-03-03"))),
        ("Wed 5 Dec 2018", W::Day(day("2018-12-05"))),
        ("woensdag 5 december 2018", W::Day(day("2018-12-05"))),
        ("Mittwoch, den 5. Dezember 2018", W::Day(day("2018-12-05"))),
        ("miércoles, 5 de diciembre de 2018", W::Day(day("2018-12-05"))),
        ("wo 5/12/2018", W::Day(day("2018-12-05"))),
        ("Mon 5 Dec 2018", W::NotADay),
        ("mar 5 2018", W::Day(day("2018-03-05"))),
        ("6. Mai 2018", W::Day(day("2018-05-06"))),
        ("6 août 2018", W::Day(day("2018-08-06"))),
        ("6 juil. 2018", W::Day(day("2018-07-06"))),
        ("6 jui 2018", W::NotADay),
        ("today", W::NotADay),
        ("yesterday", W::NotADay),
        ("-0001-01-01", W::NotADay),
        ("0018-12-05", W::NotADay),
        ("5-12-0018", W::NotADay),
    ] {
        assert_eq!(text.written_day(written), meant, "{written}");
    }
}

#[test]
fn every_date_we_write_can_be_typed_back() {
    let today = day("2026-11-21");
    for language in [Language::English, Language::Dutch] {
        let text = Text::new(language);
        for month in 1..=12 {
            let date = NaiveDate::from_ymd_opt(2018, month, 9).unwrap();
            assert_eq!(text.parse_day(&text.day(date), today), Some(date));
        }
        for typed in ["2018-12-05", "5-12-2018", "05/12/2018", "5 december 2018", "5 Dec. 2018"] {
            assert_eq!(text.parse_day(typed, today), Some(day("2018-12-05")), "{typed}");
        }
        for typed in ["5 mar", "5 mrt", "5-3", "Mar 5", "5/3"] {
            assert_eq!(text.parse_day(typed, today), Some(day("2026-03-05")), "{typed}");
        }
        assert_eq!(text.parse_day("Dec 5, 2018", today), Some(day("2018-12-05")));
        for typed in ["", "december", "31-2-2018", "5-12-18", "5 xyz 2018", "12"] {
            assert_eq!(text.parse_day(typed, today), None, "{typed}");
        }
        assert_eq!(text.parse_date("Dec 2013", today), "2013-12".parse().ok());
        assert_eq!(text.parse_date(" 2013 ", today), "2013".parse().ok());
    }
    assert_eq!(Text::default().parse_day("today", today), Some(today));
    let shown = |typed| Text::default().parse_shown_day(typed, today, false);
    assert_eq!(shown("12-11-26"), Some(day("2026-11-12")));
    assert_eq!(shown("5 dec 99"), Some(day("1999-12-05")));
    assert_eq!(shown("2018-12"), Some(day("2018-12-01")));
    assert_eq!(shown("Dec 2018"), Some(day("2018-12-01")));
    assert_eq!(shown("gisteren"), Some(day("2026-11-20")));
    assert_eq!((shown("2018"), shown("5-12-018"), shown("")), (None, None, None));
}

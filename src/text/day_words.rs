//! The words and signs in a written day, in the languages in which names of states are known:
//! English, Dutch, French, German and Spanish.

use chrono::Weekday;

/// The full names of the months, folded.
const MONTHS: [&[&str]; 12] = [
    &["january", "januari", "janvier", "januar", "janner", "enero"],
    &["february", "februari", "fevrier", "februar", "feber", "febrero"],
    &["march", "maart", "mars", "marz", "maerz", "marzo"],
    &["april", "avril", "abril"],
    &["may", "mei", "mai", "mayo"],
    &["june", "juni", "juin", "junio"],
    &["july", "juli", "juillet", "julio"],
    &["august", "augustus", "aout", "agosto"],
    &["september", "septembre", "septiembre", "setiembre"],
    &["october", "oktober", "octobre", "octubre"],
    &["november", "novembre", "noviembre"],
    &["december", "dezember", "decembre", "diciembre"],
];

/// The full names of the days of the week, folded.
const WEEKDAYS: [(Weekday, &[&str]); 7] = [
    (Weekday::Mon, &["monday", "maandag", "lundi", "montag", "lunes"]),
    (Weekday::Tue, &["tuesday", "dinsdag", "mardi", "dienstag", "martes"]),
    (Weekday::Wed, &["wednesday", "woensdag", "mercredi", "mittwoch", "miercoles"]),
    (Weekday::Thu, &["thursday", "donderdag", "jeudi", "donnerstag", "jueves"]),
    (Weekday::Fri, &["friday", "vrijdag", "vendredi", "freitag", "viernes"]),
    (Weekday::Sat, &["saturday", "zaterdag", "samedi", "samstag", "sonnabend", "sabado"]),
    (Weekday::Sun, &["sunday", "zondag", "dimanche", "sonntag", "domingo"]),
];

/// Words around the parts of a day.
const LINKS: [&str; 7] = ["of", "de", "del", "den", "le", "the", "el"];

/// The month with this name or beginning, from 1; `None` if it may be several. Three letters are
/// enough if the languages agree.
pub(super) fn month(part: &str) -> Option<u32> {
    if part.len() < 3 {
        return None;
    }
    let begins = |(_, names): &(u32, &[&str])| names.iter().any(|name| name.starts_with(part));
    let mut found = (1..).zip(MONTHS).filter(begins);
    let (month, _) = found.next()?;
    found.next().is_none().then_some(month)
}

/// The day of the week with this name or beginning; `None` if it may be several.
fn weekday(part: &str) -> Option<Weekday> {
    // Usual abbreviations, whatever other names begin the same way.
    match part {
        "ma" => return Some(Weekday::Mon),
        "di" => return Some(Weekday::Tue),
        "do" => return Some(Weekday::Thu),
        _ if part.len() < 2 => return None,
        _ => {}
    }
    let begins = |it: &&(Weekday, &[&str])| it.1.iter().any(|name| name.starts_with(part));
    let mut found = WEEKDAYS.iter().filter(begins);
    let (day, _) = found.next()?;
    found.next().is_none().then_some(*day)
}

/// A day without the time of day after it: `2018-12-05T14:00:00.000Z`, `5-12-2018 14:00`.
pub(super) fn without_time(written: &str) -> &str {
    let is_time = |time: &str| {
        let zone = |c: char| matches!(c, 'Z' | 'z' | '+' | '-' | '−');
        let (clock, zone) = time.find(zone).map_or((time, ""), |at| time.split_at(at));
        let clock = clock.trim_end_matches("UTC").trim_end();
        let half = ["am", "pm", "AM", "PM", "a.m.", "p.m."];
        let clock = half.iter().find_map(|it| clock.strip_suffix(it)).unwrap_or(clock).trim_end();
        let mut parts = clock.split(':');
        let short = |part: &str| {
            (1..=2).contains(&part.len()) && part.bytes().all(|it| it.is_ascii_digit())
        };
        let hours = parts.next().is_some_and(short);
        let minutes = parts.next().is_some_and(short);
        let seconds = parts.next().is_none_or(|part| {
            let (whole, rest) = part.split_once(['.', ',']).unwrap_or((part, ""));
            short(whole) && rest.bytes().all(|it| it.is_ascii_digit())
        });
        let zone = zone.trim_start_matches(['Z', 'z', '+', '-', '−']);
        let zone = zone.bytes().all(|it| it.is_ascii_digit() || it == b':');
        hours && minutes && seconds && zone && parts.next().is_none()
    };
    // Only a time can follow the first colon.
    let colon = written.find(':').unwrap_or(written.len());
    let Some(before) = written.get(..colon) else { return written };
    let Some(at) = before.rfind(|c: char| c == 'T' || c == 't' || c.is_whitespace()) else {
        return written;
    };
    let Some((day, time)) = written.split_at_checked(at) else { return written };
    let time = time.trim_start_matches(|c: char| c == 'T' || c == 't' || c.is_whitespace());
    let ends_in_digit = day.trim_end().ends_with(|c: char| c.is_ascii_digit() || c == ',');
    if ends_in_digit && is_time(time) { day.trim_end_matches([',', ' ']) } else { written }
}

/// A number without its ordinal ending: `5th`, `1er`, `3e`.
pub(super) fn without_ordinal(part: &str) -> &str {
    let digits = part.bytes().take_while(u8::is_ascii_digit).count();
    match part.split_at_checked(digits) {
        Some((number, "st" | "nd" | "rd" | "th" | "e" | "er" | "re" | "ste" | "de" | "o"))
            if digits > 0 =>
        {
            number
        }
        _ => part,
    }
}

/// The parts of a folded day without the words around them, and the day of the week among them.
pub(super) fn parts(folded: &str) -> (Vec<&str>, Option<Weekday>) {
    let parts = folded.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    // With more parts it is not a day.
    let mut parts: Vec<_> = parts.take(8).collect();
    parts.retain(|part| !LINKS.contains(part));
    let mut day = None;
    // It comes before or after a whole day; *mar 5 2018* is one in March.
    if parts.len() == 4 {
        day = weekday(parts[0]);
        if day.is_some() {
            parts.remove(0);
        } else {
            day = weekday(parts[3]);
            parts.truncate(if day.is_some() { 3 } else { 4 });
        }
    }
    (parts, day)
}

//! When a meeting begins, or a deadline or a silence procedure ends, by local time there, and how
//! long it is until then.

use chrono::{DateTime, Local, Utc};

use crate::model::{Meeting, SilenceState};
use crate::text::{Text, lower, msg};

/// Its title or, without one, its kind.
pub(crate) fn called(text: Text, meeting: &Meeting) -> String {
    if meeting.title.is_empty() { lower(text.label(meeting.kind)) } else { meeting.title.clone() }
}

/// The day and the time awaited, in local time there; without a place, in its time zone.
pub(crate) fn awaited_at(text: Text, meeting: &Meeting, now: DateTime<Utc>) -> String {
    let begun = meeting.awaited(now) != meeting.ends();
    if begun {
        return text.day(meeting.last_day());
    }
    let day = text.day(meeting.date);
    let Some(time) = meeting.time else { return day };
    let place = match (meeting.city, meeting.own_offset()) {
        (_, Some(_)) if !meeting.place.is_empty() => meeting.place.clone(),
        (Some(city), _) => text.label(city).to_owned(),
        (None, offset) => text.zone(offset.unwrap_or_default()),
    };
    format!("{day}, {} {place}", time.format("%H:%M"))
}

/// How long it is until then; for a silence procedure whose time is over, its outcome.
pub(crate) fn time_left(text: Text, meeting: &Meeting, now: DateTime<Utc>) -> String {
    if let Some(state) = meeting.silence(now).filter(|it| *it != SilenceState::Running) {
        return text.label(state).to_owned();
    }
    let left = meeting.awaited(now) - now;
    if left.num_seconds() <= 0 {
        text.get(msg!("calls-time-up")).to_owned()
    } else if left.num_hours() < 48 {
        let values =
            [("hours", left.num_hours().into()), ("minutes", (left.num_minutes() % 60).into())];
        text.with(msg!("calls-hours-left"), &values)
    } else {
        text.with(msg!("calls-days-left"), &[("days", left.num_days().into())])
    }
}

/// The time awaited by the user's own clock; `None` if that is the local time anyway, or if there
/// is no time.
pub(crate) fn own_clock(meeting: &Meeting, now: DateTime<Utc>) -> Option<String> {
    let own = meeting.ends().with_timezone(&Local);
    let by_the_clock = meeting.time.is_some() && meeting.awaited(now) == meeting.ends();
    let there = meeting.own_offset().unwrap_or_default();
    let elsewhere = i32::from(there) * 60 != own.offset().local_minus_utc();
    (by_the_clock && elsewhere).then(|| own.format("%H:%M").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{City, Keyed};
    use chrono::{NaiveTime, Offset};

    #[test]
    fn ones_own_time_is_told_only_of_another_zone_and_only_if_there_is_a_time() {
        let now: DateTime<Utc> = "2026-11-21T10:00:00Z".parse().unwrap();
        let own = now.with_timezone(&Local).offset().fix().local_minus_utc() / 60;
        let at = |offset: i32| {
            let mut meeting = Meeting::new("Silence", "2026-11-27".parse().unwrap());
            meeting.time = NaiveTime::from_hms_opt(18, 0, 0);
            meeting.offset = Some(offset.try_into().unwrap());
            meeting
        };
        assert_eq!(own_clock(&at(own), now), None);
        assert_eq!(own_clock(&at(own - 60), now).as_deref(), Some("19:00"));
        assert_eq!(own_clock(&at(own - 360), now).as_deref(), Some("00:00"));
        for city in City::ALL {
            let of_city = Meeting { offset: None, city: Some(*city), ..at(own) };
            let there = i32::from(of_city.own_offset().unwrap());
            assert_eq!(own_clock(&of_city, now).is_some(), there != own, "{city:?}");
        }
        assert_eq!(own_clock(&Meeting { time: None, ..at(own - 60) }, now), None);
    }
}

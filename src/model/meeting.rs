//! Meetings, deadlines and silence procedures, and the items on their agendas.

use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, NaiveTime, Utc};

use super::declare::record;
use super::{
    AgendaItemId, City, Decided, Marking, MeetingId, Procedure, ProposalId, RollCallId, keyed,
};

keyed! {
    /// The kind of a date.
    #[derive(Default)]
    pub enum MeetingKind as "meeting-kind" {
        /// A meeting.
        #[default]
        Meeting = "meeting",
        /// A day by which something has to be submitted.
        Deadline = "deadline",
        /// A procedure in which silence until a deadline means consent.
        Silence = "silence",
    }
}

keyed! {
    /// The outcome of a silence procedure.
    #[derive(Default)]
    pub enum SilenceOutcome as "silence-outcome" {
        /// Not known yet.
        #[default]
        Open = "open",
        /// Somebody broke the silence.
        Broken = "broken",
        /// Nobody did.
        Kept = "kept",
    }
}

keyed! {
    /// The state of a silence procedure at a moment.
    pub enum SilenceState as "silence-state" {
        /// It still runs.
        Running = "running",
        /// Its time is over, and no outcome has been entered.
        Ended = "ended",
        /// Somebody broke the silence.
        Broken = "broken",
        /// Nobody did: it is agreed.
        Kept = "kept",
    }
}

record! {
    /// A meeting, a deadline or a silence procedure.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Meeting in Meetings {
        /// Its identity.
        pub id: MeetingId => Wall ["id"] Itself,
        /// Its kind.
        pub kind: MeetingKind => Wall ["kind"],
        /// Its title.
        pub title: String => Wall ["title"] Title,
        /// The first day; the day on which a deadline or a silence procedure ends.
        pub date: NaiveDate => Wall ["date"],
        /// The last day, if a meeting takes more than one.
        pub until: Option<NaiveDate> => Wall ["until"],
        /// The local time of day where it is held.
        pub time: Option<NaiveTime> => Wall ["time"],
        /// The city whose local time that is; `None` if the offset is given instead, or neither is
        /// known.
        pub city: Option<City> => Wall ["city"],
        /// Its UTC offset in minutes, −720 to +840, if no city is given; `None` if unknown.
        pub offset: Option<i16> => Wall ["utc_offset"],
        /// Where it is held.
        pub place: String => Wall ["place"],
        /// The outcome of a silence procedure.
        pub outcome: SilenceOutcome => Wall ["outcome"],
        /// Free notes.
        pub note: String => OwnCopy ["note"],
        /// Its marking; `None` is the dossier's own.
        pub marking: Option<Marking> => Wall ["marking"] Marking,
    }
    unique: Unique::Nothing,
    twins: Twins::One,
    order: Order::ByContent,
    together: &[&["date", "until"]],
    told: Told::ByNobody,
}

impl Meeting {
    /// A meeting on a day.
    pub fn new(title: impl Into<String>, date: NaiveDate) -> Self {
        Self {
            id: MeetingId::new(),
            kind: MeetingKind::default(),
            title: title.into(),
            date,
            until: None,
            time: None,
            city: None,
            offset: None,
            place: String::new(),
            outcome: SilenceOutcome::default(),
            note: String::new(),
            marking: None,
        }
    }

    /// The last day.
    pub(crate) fn last_day(&self) -> NaiveDate {
        self.until.unwrap_or(self.date)
    }

    /// The UTC offset at a moment of its local time, in minutes, positive to the east; `None` if
    /// unknown.
    pub fn offset_at(&self, local: NaiveDateTime) -> Option<i16> {
        self.city.map(|city| city.offset(local)).or(self.offset)
    }

    /// The same at its time, or at noon of its day.
    pub fn own_offset(&self) -> Option<i16> {
        let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
        self.offset_at(self.date.and_time(self.time.unwrap_or(noon)))
    }

    /// A moment of its local time; without an offset, in UTC.
    fn moment(&self, local: NaiveDateTime) -> DateTime<Utc> {
        local.and_utc() - Duration::minutes(self.offset_at(local).unwrap_or_default().into())
    }

    /// When a deadline or a silence procedure ends. Without a time it is the end of the day;
    /// without an offset it is in UTC.
    pub fn ends(&self) -> DateTime<Utc> {
        let time = self.time.map(|time| self.date.and_time(time));
        let end = time.unwrap_or_else(|| (self.date + Duration::days(1)).and_time(NaiveTime::MIN));
        self.moment(end)
    }

    /// The moment awaited: the end of a deadline or a silence procedure; the beginning of a meeting
    /// or, once it has begun, the end of its last day.
    pub fn awaited(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        let first = self.ends();
        if self.kind != MeetingKind::Meeting || now < first {
            return first;
        }
        let end = (self.last_day() + Duration::days(1)).and_time(NaiveTime::MIN);
        self.moment(end)
    }

    /// The state of a silence procedure at a moment; `None` for other kinds.
    pub fn silence(&self, now: DateTime<Utc>) -> Option<SilenceState> {
        if self.kind != MeetingKind::Silence {
            return None;
        }
        Some(match self.outcome {
            SilenceOutcome::Broken => SilenceState::Broken,
            SilenceOutcome::Kept => SilenceState::Kept,
            SilenceOutcome::Open if now < self.ends() => SilenceState::Running,
            SilenceOutcome::Open => SilenceState::Ended,
        })
    }
}

record! {
    /// Says that a proposal is on the agenda, how it is decided and with what result; as
    /// confidential as the stricter of the two.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct AgendaItem in Agenda {
        /// Its identity.
        pub id: AgendaItemId => Wall ["id"] Itself,
        /// The meeting.
        pub meeting: MeetingId => Wall ["meeting_id"] PartOf,
        /// The proposal.
        pub proposal: ProposalId => Wall ["proposal_id"] PartOf,
        /// How it is decided, if it is to be decided there.
        pub procedure: Option<Procedure> => Copy ["procedure"],
        /// The result.
        pub decided: Option<Decided> => Copy ["decided"],
        /// The recorded vote, if there was one.
        pub roll_call: Option<RollCallId> => Copy ["roll_call_id"] RestsOn,
        /// Another item of the same meeting with which it forms one decision. Items linked in a
        /// chain belong to the same decision.
        pub with: Option<AgendaItemId> => Copy ["with_id"] RestsOn,
    }
    unique: Unique::Together(&["meeting_id", "proposal_id"]),
    twins: Twins::One,
    order: Order::ByContent,
    together: &[],
    told: Told::ByNobody,
}

impl AgendaItem {
    /// How it is decided at its meeting: as the item says, or by silence in a silence procedure.
    pub fn decided_by(&self, meeting: &Meeting) -> Option<Procedure> {
        let silence = (meeting.kind == MeetingKind::Silence).then_some(Procedure::Silence);
        self.procedure.or(silence)
    }

    /// The link from a meeting to a proposal.
    pub fn new(meeting: MeetingId, proposal: ProposalId) -> Self {
        Self {
            id: AgendaItemId::new(),
            meeting,
            proposal,
            procedure: None,
            decided: None,
            roll_call: None,
            with: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_silence_procedure_ends_by_its_own_time_zone() {
        let mut silence = Meeting::new("Silence", "2026-11-25".parse().unwrap());
        silence.kind = MeetingKind::Silence;
        silence.time = NaiveTime::from_hms_opt(14, 0, 0);
        silence.offset = Some(60);
        let at = |now: &str| silence.silence(now.parse().unwrap());
        assert_eq!(at("2026-11-25T12:59:00Z"), Some(SilenceState::Running));
        assert_eq!(at("2026-11-25T13:00:00Z"), Some(SilenceState::Ended));
        silence.outcome = SilenceOutcome::Broken;
        assert_eq!(
            silence.silence("2026-11-20T00:00:00Z".parse().unwrap()),
            Some(SilenceState::Broken)
        );
        let mut meeting = Meeting::new("Session", "2026-11-25".parse().unwrap());
        assert_eq!(meeting.silence("2026-11-20T00:00:00Z".parse().unwrap()), None);
        assert_eq!(meeting.ends(), "2026-11-26T00:00:00Z".parse::<DateTime<Utc>>().unwrap());
        meeting.until = Some("2026-11-27".parse().unwrap());
        meeting.time = NaiveTime::from_hms_opt(10, 0, 0);
        meeting.offset = Some(-300);
        let waits = |now: &str| meeting.awaited(now.parse().unwrap()).to_rfc3339();
        assert_eq!(waits("2026-11-25T14:00:00Z"), "2026-11-25T15:00:00+00:00", "for its start");
        assert_eq!(waits("2026-11-25T16:00:00Z"), "2026-11-28T05:00:00+00:00", "for its end");
        // By the local time of a city, it ends an hour earlier when moved to a day in summer.
        silence.city = Some(City::Geneva);
        let ends = |silence: &Meeting| silence.ends().to_rfc3339();
        assert_eq!(ends(&silence), "2026-11-25T13:00:00+00:00");
        silence.date = "2026-07-25".parse().unwrap();
        assert_eq!(ends(&silence), "2026-07-25T12:00:00+00:00");
    }
}

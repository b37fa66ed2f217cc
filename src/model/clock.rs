//! The time; a test can stop the clock.

use std::time::SystemTime;

use chrono::{DateTime, Local, NaiveDate, Utc};

/// A source of the time.
#[derive(Clone, Copy, Debug, Default)]
pub enum Clock {
    /// The clock of the machine.
    #[default]
    System,
    /// Always this moment, for tests and pictures.
    Fixed(DateTime<Utc>),
    /// The result of this function, for tests in which time passes.
    Told(fn() -> DateTime<Utc>),
}

impl Clock {
    /// The moment now, to the millisecond.
    pub fn now(self) -> DateTime<Utc> {
        match self {
            Self::System => to_the_millisecond(SystemTime::now()),
            Self::Fixed(moment) => moment,
            Self::Told(now) => now(),
        }
    }

    /// The day today, where the user is.
    pub fn today(self) -> NaiveDate {
        match self {
            Self::System => DateTime::<Local>::from(SystemTime::now()).date_naive(),
            Self::Fixed(moment) => moment.date_naive(),
            Self::Told(now) => now().date_naive(),
        }
    }
}

// Not `Utc::now`, which panics if the system clock is before 1970.
fn to_the_millisecond(now: SystemTime) -> DateTime<Utc> {
    let now = DateTime::<Utc>::from(now);
    DateTime::from_timestamp_millis(now.timestamp_millis()).unwrap_or(now)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_clock_set_before_1970_still_tells_the_time() {
        let early = SystemTime::UNIX_EPOCH - Duration::from_millis(86_400_001);
        assert_eq!(to_the_millisecond(early).to_rfc3339(), "1969-12-30T23:59:59.999+00:00");
    }
}

//! What time it is; a test can hold it still.

use chrono::{DateTime, Local, NaiveDate, Utc};

/// Tells the time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clock {
    /// The clock of the machine.
    #[default]
    System,
    /// Always this moment, for tests and pictures.
    Fixed(DateTime<Utc>),
}

impl Clock {
    /// The moment now, to the millisecond.
    pub fn now(self) -> DateTime<Utc> {
        match self {
            Self::System => {
                let now = Utc::now();
                DateTime::from_timestamp_millis(now.timestamp_millis()).unwrap_or(now)
            }
            Self::Fixed(moment) => moment,
        }
    }

    /// The day today, where the user is.
    pub fn today(self) -> NaiveDate {
        match self {
            Self::System => Local::now().date_naive(),
            Self::Fixed(moment) => moment.date_naive(),
        }
    }
}

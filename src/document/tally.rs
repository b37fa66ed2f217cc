//! What is kept of what was said without names: one step, whose time tells nothing.

use chrono::{Local, NaiveTime};

use super::{Applied, Document, Edit, Error, carry_out, check};
use crate::model::timeless_id;
use crate::store::{self, NewStep, StepKind};

impl Document {
    /// Makes an edit of which only the day may be known: its step has neither the time in it
    /// nor an identity that tells one, so that no list of speakers can be laid beside it. In
    /// the same breath the thing of this key goes off the desk.
    ///
    /// # Errors
    /// As [`Document::apply`].
    pub fn apply_untimed(&mut self, edit: &Edit, off_desk: &str) -> Result<Option<Applied>, Error> {
        self.catch_up()?;
        check(&self.snapshot, edit, self.clock.today()).map_err(Error::Refused)?;
        let midnight = self.clock.today().and_time(NaiveTime::MIN);
        let local = midnight.and_local_timezone(Local).earliest();
        let name = edit.name.key();
        let author = self.author.clone();
        let step = NewStep {
            id: timeless_id().ok_or(store::Error::Io)?,
            time: local.map_or_else(|| midnight.and_utc(), |time| time.to_utc()),
            author: &author,
            kind: StepKind::Do,
            target: None,
            name: &name,
            detail: &edit.detail,
        };
        self.write(&step, |changes| {
            carry_out(changes, &edit.operations, edit.entries.iter().cloned())?;
            changes.take_off_desk(off_desk)
        })
    }
}

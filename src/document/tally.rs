//! Records what was said without names: as one step whose time reveals nothing.

use chrono::{Local, NaiveTime};

use super::writing::carry_out;
use super::{Applied, Document, Edit, Error};
use crate::model::timeless_id;
use crate::store::{self, NewStep, StepKind};

impl Document {
    /// Makes an edit of which only the day may be known: neither the time of its step nor its
    /// identity reveals more, so that it cannot be matched with a list of speakers. The same
    /// transaction removes the thing with this key from the workspace.
    ///
    /// # Errors
    /// As [`Document::apply`].
    pub(crate) fn apply_untimed(
        &mut self,
        edit: &Edit,
        off_desk: &str,
    ) -> Result<Option<Applied>, Error> {
        self.allow(edit)?;
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
            carry_out(changes, edit)?;
            changes.drop_from_workspace(off_desk)
        })
    }
}

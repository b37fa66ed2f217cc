//! Writes the content of an edit, as one step that can be stopped until it is complete; and
//! provides the substitute for a dossier while another thread writes it.

use super::{Document, Edit, Operation};
use crate::model::{Position, Record, Table, Vote};
use crate::store::{Changes, Error};

/// How many records are written between two beats of the pulse.
const BEAT: usize = 512;

/// More records than this are announced to the file.
const MANY: usize = 10_000;

/// Receives how many records are written, and of how many; returns whether to continue.
pub(super) type Pulse<'a> = &'a mut dyn FnMut(usize, usize) -> bool;

impl Document {
    /// A stand-in to show while another thread has the dossier: its records and its history as they
    /// are now. There is no file behind it, so nothing can be written or copied.
    ///
    /// # Errors
    /// If there is no memory for it.
    pub(crate) fn stand_in(&self) -> Result<Self, Error> {
        Ok(Self {
            store: self.store.stand_in()?,
            snapshot: self.snapshot.clone(),
            history: self.history.clone(),
            author: self.author.clone(),
            clock: self.clock,
            revision: self.revision,
            saved: self.saved,
            touched: Vec::new(),
        })
    }
}

/// Writes the content of an edit.
pub(super) fn carry_out(changes: &Changes<'_>, edit: &Edit) -> Result<(), Error> {
    let work = (&*edit.operations, &*edit.votes, edit.entries.iter().cloned());
    carry_out_told(changes, work, &mut |_, _| true)
}

/// Writes the operations, votes and entries of an edit.
///
/// # Errors
/// [`Error::Stopped`] if the pulse says so, and the reason if something could not be written.
pub(super) fn carry_out_told(
    changes: &Changes<'_>,
    (operations, votes, entries): (&[Operation], &[Vote], impl ExactSizeIterator<Item = Position>),
    pulse: Pulse<'_>,
) -> Result<(), Error> {
    let of = operations.len() + votes.len() + entries.len();
    if of > MANY {
        changes.expect_many()?;
    }
    let (mut done, mut goes_on) = (0, true);
    let mut beat = || {
        if done % BEAT == 0 {
            goes_on = goes_on && pulse(done, of);
        }
        done += 1;
        goes_on
    };
    for operation in operations {
        if !beat() {
            return Err(Error::Stopped);
        }
        match operation {
            Operation::Put(record) => changes.put(record)?,
            Operation::Delete(record) => changes.delete(*record)?,
        }
    }
    let votes = votes.iter().map(|vote| Record::from(vote.clone()));
    changes.add(Table::Votes, votes.take_while(|_| beat()))?;
    changes.add(Table::Positions, entries.map(Record::from).take_while(|_| beat()))?;
    if goes_on && pulse(of, of) { Ok(()) } else { Err(Error::Stopped) }
}

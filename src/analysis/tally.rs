//! Counting stances.

use serde::Serialize;
use serde::ser::SerializeStruct;

use crate::model::Stance;

/// How many parties take each stance, and how many are unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    champion: u32,
    support: u32,
    accept: u32,
    reserve: u32,
    object: u32,
    no_instructions: u32,
    unknown: u32,
}

impl Tally {
    /// The number with this stance; `None` is the number of unknowns.
    pub fn get(&self, stance: Option<Stance>) -> u32 {
        match stance {
            Some(Stance::Champion) => self.champion,
            Some(Stance::Support) => self.support,
            Some(Stance::Accept) => self.accept,
            Some(Stance::Reserve) => self.reserve,
            Some(Stance::Object) => self.object,
            Some(Stance::NoInstructions) => self.no_instructions,
            None => self.unknown,
        }
    }

    /// Adds this many with a known stance.
    pub(crate) fn add_many(&mut self, stance: Stance, count: u32) {
        let place = match stance {
            Stance::Champion => &mut self.champion,
            Stance::Support => &mut self.support,
            Stance::Accept => &mut self.accept,
            Stance::Reserve => &mut self.reserve,
            Stance::Object => &mut self.object,
            Stance::NoInstructions => &mut self.no_instructions,
        };
        *place = place.saturating_add(count);
    }

    /// Counts one more party.
    pub fn add(&mut self, stance: Option<Stance>) {
        *match stance {
            Some(Stance::Champion) => &mut self.champion,
            Some(Stance::Support) => &mut self.support,
            Some(Stance::Accept) => &mut self.accept,
            Some(Stance::Reserve) => &mut self.reserve,
            Some(Stance::Object) => &mut self.object,
            Some(Stance::NoInstructions) => &mut self.no_instructions,
            None => &mut self.unknown,
        } += 1;
    }

    /// Moves one party from unknown to this stance.
    pub(crate) fn learn(&mut self, stance: Option<Stance>) {
        self.unknown = self.unknown.saturating_sub(1);
        self.add(stance);
    }

    /// All parties, known and unknown.
    pub fn total(&self) -> u32 {
        self.champion
            + self.support
            + self.accept
            + self.reserve
            + self.object
            + self.no_instructions
            + self.unknown
    }

    /// The parties whose stance is known.
    pub fn known(&self) -> u32 {
        self.total() - self.unknown
    }

    /// Would vote in favour.
    pub(crate) fn in_favour(&self) -> u32 {
        self.champion + self.support
    }

    /// Can live with it.
    pub(crate) fn can_live_with(&self) -> u32 {
        self.in_favour() + self.accept
    }

    /// Object.
    pub(crate) fn against(&self) -> u32 {
        self.object
    }

    /// Unknown.
    pub fn unknown(&self) -> u32 {
        self.unknown
    }
}

impl Serialize for Tally {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut tally = serializer.serialize_struct("Tally", 7)?;
        tally.serialize_field("champion", &self.champion)?;
        tally.serialize_field("support", &self.support)?;
        tally.serialize_field("accept", &self.accept)?;
        tally.serialize_field("reserve", &self.reserve)?;
        tally.serialize_field("object", &self.object)?;
        tally.serialize_field("no_instructions", &self.no_instructions)?;
        tally.serialize_field("unknown", &self.unknown)?;
        tally.end()
    }
}

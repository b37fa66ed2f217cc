//! Giving records other identities, wherever they are named.

use uuid::Uuid;

use super::{
    AgendaItem, AimTag, Assessment, Brief, Comment, Concern, Dossier, Engagement, Group, Meeting,
    Membership, NextStep, Parked, Party, Poll, Position, Proposal, Record, RecordId, Relation,
    Remedy, RollCall, Slide, Source, Speaker, Sponsor, Term, Vote, with_arenas,
};

/// What an identity becomes.
type New<'a> = dyn FnMut(RecordId) -> Uuid + 'a;

/// Something in which identities stand.
trait Rename {
    fn rename(&mut self, new: &mut New<'_>);
}

macro_rules! by_id {
    ($( $id:ident )+) => { $(
        impl Rename for super::$id {
            fn rename(&mut self, new: &mut New<'_>) {
                self.0 = new((*self).into());
            }
        }
    )+ };
}

macro_rules! ids {
    ($( $field:ident $table:ident $record:ident $id:ident )+) => {
        by_id! { DossierId PositionId $( $id )+ }
    };
}

with_arenas!(ids);

impl Rename for RecordId {
    fn rename(&mut self, new: &mut New<'_>) {
        self.id = new(*self);
    }
}

impl Rename for Speaker {
    fn rename(&mut self, new: &mut New<'_>) {
        match self {
            Self::Party(id) => id.rename(new),
            Self::Group(id) => id.rename(new),
        }
    }
}

impl<T: Rename> Rename for Option<T> {
    fn rename(&mut self, new: &mut New<'_>) {
        if let Some(it) = self {
            it.rename(new);
        }
    }
}

impl<T: Rename> Rename for [T; 2] {
    fn rename(&mut self, new: &mut New<'_>) {
        self.iter_mut().for_each(|it| it.rename(new));
    }
}

// Every field stands here, those with identities before the bar, so that a new one is not
// forgotten: without it this does not compile.
macro_rules! fields {
    ($( $record:ident: $( $named:ident )+ | $( $other:ident )* ; )+) => { $(
        impl Rename for $record {
            fn rename(&mut self, new: &mut New<'_>) {
                let Self { $( $named, )+ $( $other: _, )* } = self;
                $( $named.rename(new); )+
            }
        }
    )+ };
}

fields! {
    Dossier: id | title description template marking classification camp_upper camp_lower
        camp_min_votes poll_min_answers;
    Party: id | code iso2 name kind region subregion decides camp camp_reason note marking;
    Group: id | code name kind description note marking;
    Membership: id group party | since until note;
    Source: id | symbol title issuer date kind link note marking;
    Proposal: id source | code title summary text measure bindingness scope status verification
        note marking;
    Sponsor: id proposal party | main;
    AimTag: id proposal | aim;
    Position: id proposal by source replaces | stance date forum words certainty salience
        condition author marking;
    Brief: id proposal | objective acceptable fallback red_line crossed crossed_reason
        instruction instruction_by arguments speaker marking;
    Assessment: id proposal source | obstacle severity date rationale answers author marking;
    Concern: id assessment party | ;
    Remedy: id proposal | obstacle title text kind owner due status severity_after precedent note
        marking;
    Relation: id parties source | trust date rationale author marking;
    Engagement: id party | economic social security development tags offer argument marking;
    NextStep: id party | title owner due done outcome marking;
    Term: id source | forms used_by sense contested wording marking;
    Meeting: id | kind title date until time offset place outcome note marking;
    AgendaItem: id meeting proposal | ;
    RollCall: id source | code title date yes_side note marking;
    Vote: id roll_call party | ballot;
    Comment: id about answers | text author made resolved marking;
    Poll: id proposal | kind date counts author marking;
    Parked: id proposal | text author made resolved marking;
    Slide: id proposal | rank kind obstacle camp region since title text marking;
}

macro_rules! dispatch {
    ($( $field:ident $table:ident $record:ident $id:ident )+) => {
        impl Record {
            /// Gives it another identity, and those it names theirs.
            pub fn rename(&mut self, mut new: impl FnMut(RecordId) -> Uuid) {
                match self {
                    Self::Dossier(record) => record.rename(&mut new),
                    Self::Position(record) => record.rename(&mut new),
                    $( Self::$record(record) => record.rename(&mut new), )+
                }
            }
        }
    };
}

with_arenas!(dispatch);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{PositionId, Stance};

    #[test]
    fn whatever_a_record_names_is_renamed_with_it() {
        let day = "2026-01-01".parse().unwrap();
        let (proposal, party) = (super::super::ProposalId::new(), super::super::PartyId::new());
        let position = Position {
            source: Some(super::super::SourceId::new()),
            replaces: Some(PositionId::new()),
            ..Position::new(proposal, party, Some(Stance::Object), day)
        };
        let before = Record::from(position);
        let mut after = before.clone();
        let mut count = 0;
        after.rename(|_| {
            count += 1;
            Uuid::from_u128(count)
        });
        assert_eq!(count, 5, "itself, its proposal, its party, its source, what it corrects");
        let mut named = before.references().into_iter().map(|it| it.to);
        assert!(named.all(|to| after.references().iter().all(|it| it.to != to)));
        assert_ne!(before.record_id(), after.record_id());
    }
}

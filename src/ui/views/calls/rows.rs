//! The rows of the calling list: parties, and groups whose answer their members would take.

use chrono::NaiveDate;

use crate::analysis::{Basis, Call, Calls, CountsAs, GroupCall, Worth};
use crate::explain::{group_reason, how_known, ranked, reason_to_call};
use crate::model::words::fold;
use crate::model::{Caller, Certainty, PartyId, Procedure, Slot, Speaker, Stance};
use crate::ui::cx::Cx;

/// A party or group that may be called.
#[derive(Clone)]
pub(super) struct CallRow {
    /// Its rank by the worth of a call, from 1.
    pub(super) rank: usize,
    pub(super) by: Speaker,
    pub(super) name: String,
    pub(super) code: String,
    pub(super) stance: Option<Stance>,
    /// How that counts; a group itself counts for nothing.
    pub(super) counts_as: Option<CountsAs>,
    /// Whether the stance is that of a group.
    pub(super) inherited: bool,
    pub(super) certainty: Option<Certainty>,
    /// How the stance is known, in words.
    pub(super) known: &'static str,
    pub(super) said: Option<NaiveDate>,
    pub(super) hold: bool,
    pub(super) sponsor: bool,
    /// Why it should be called.
    pub(super) reason: String,
    /// Why it blocks, and what would move it.
    pub(super) condition: String,
    pub(super) caller: String,
    pub(super) worth: Worth,
}

/// All of them, the most valuable call first.
pub(super) fn rows(cx: &Cx<'_>, slot: Slot, calls: &Calls, procedure: Procedure) -> Vec<CallRow> {
    let callers = cx.snapshot.callers();
    let caller = |it: &PartyId| callers.get(it).map_or("", Caller::name);
    let parties = ranked(cx.text, cx.snapshot, calls).into_iter();
    let parties = parties.filter_map(|it| of_party(cx, slot, it, (calls, procedure), caller));
    let mut groups: Vec<_> = calls.groups.iter().filter_map(|it| of_group(cx, it)).collect();
    groups.sort_by_cached_key(|it| fold(&it.name));
    let mut rows: Vec<_> = parties.chain(groups).collect();
    rows.sort_by(|a, b| b.worth.product().total_cmp(&a.worth.product()));
    (1..).zip(&mut rows).for_each(|(rank, row)| row.rank = rank);
    rows
}

fn of_party<'a>(
    cx: &Cx<'_>,
    slot: Slot,
    call: &Call,
    (calls, procedure): (&Calls, Procedure),
    caller: impl Fn(&PartyId) -> &'a str,
) -> Option<CallRow> {
    let (snapshot, text) = (cx.snapshot, cx.text);
    let party = snapshot.parties.at(call.seat.party)?;
    let entry = snapshot.positions.current(slot, call.seat.party, cx.as_of);
    let entry = entry.filter(|_| call.basis == Basis::Own);
    Some(CallRow {
        rank: 0,
        by: party.id.into(),
        name: text.of(&party.name).to_owned(),
        code: party.code.clone(),
        stance: call.seat.stance,
        counts_as: Some(call.seat.decider.counts_as),
        inherited: call.basis == Basis::Inherited,
        certainty: call.certainty,
        known: how_known(text, call.basis, call.certainty),
        said: call.said,
        hold: call.seat.hold,
        sponsor: call.seat.sponsor,
        reason: reason_to_call(text, call, calls, procedure),
        condition: entry.map_or_else(String::new, |it| both(it.reason(), it.condition())),
        caller: caller(&party.id).to_owned(),
        worth: call.worth,
    })
}

fn of_group(cx: &Cx<'_>, call: &GroupCall) -> Option<CallRow> {
    let (text, said) = (cx.text, call.said.as_ref());
    let group = cx.snapshot.groups.get(call.group)?;
    let certainty = said.and_then(|it| it.certainty);
    Some(CallRow {
        rank: 0,
        by: group.id.into(),
        name: text.of(&group.name).to_owned(),
        code: group.code.clone(),
        stance: said.and_then(|it| it.stance),
        counts_as: None,
        inherited: false,
        certainty,
        known: how_known(text, Basis::Own, certainty),
        said: said.map(|it| it.date),
        hold: said.is_some_and(|it| it.hold),
        sponsor: false,
        reason: group_reason(text, call),
        condition: said.map_or_else(String::new, |it| both(&it.reason, &it.condition)),
        caller: String::new(),
        worth: call.worth,
    })
}

fn both(reason: &str, condition: &str) -> String {
    let words = [reason, condition].map(str::trim).into_iter().filter(|it| !it.is_empty());
    words.collect::<Vec<_>>().join(" · ")
}

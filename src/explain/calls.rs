//! Why a party should be called, and parties in one sentence.

use std::cmp::Reverse;

use crate::analysis::{
    Basis, Call, Calls, CountsAs, Departure, GroupCall, Outcome, Rule, Target, Way, Whole, Worth,
};
use crate::model::words::fold;
use crate::model::{Certainty, Procedure, Proposal, Slot, Snapshot};
use crate::text::{Message, Text, lower, msg};

/// The most parties that a sentence names; the others are counted.
const NAMED: usize = 4;

/// The parties by the names that are shown.
fn by_name(text: Text, snapshot: &Snapshot, parties: impl IntoIterator<Item = Slot>) -> Vec<Slot> {
    let mut parties: Vec<_> = parties.into_iter().collect();
    parties.sort_by_cached_key(|slot| name_key(text, snapshot, *slot));
    parties
}

/// The calls to parties, the most valuable first; for equal worth, the party about which less is
/// known, and then by the names that are shown.
pub(crate) fn ranked<'a>(text: Text, snapshot: &Snapshot, calls: &'a Calls) -> Vec<&'a Call> {
    let mut ranked: Vec<_> = calls.calls.iter().collect();
    ranked.sort_by_cached_key(|it| name_key(text, snapshot, it.seat.party));
    ranked.sort_by(|a, b| {
        let known = |call: &Call| Reverse(call.seat.decider.counts_as as usize);
        b.worth.product().total_cmp(&a.worth.product()).then_with(|| known(a).cmp(&known(b)))
    });
    ranked
}

/// What a party is sorted by where its name is shown.
pub(crate) fn name_key(text: Text, snapshot: &Snapshot, party: Slot) -> String {
    snapshot.parties.at(party).map_or_else(String::new, |it| fold(text.of(&it.name)))
}

/// Names in one sentence: the first few, and how many more there are.
fn shortened(text: Text, names: &[&str]) -> String {
    let (shown, more) = names.split_at(names.len().min(NAMED));
    let shown = shown.join(", ");
    match more.len() {
        0 => shown,
        more => {
            let values = [("parties", shown.into()), ("more", more.into())];
            text.with(msg!("decision-and-more"), &values)
        }
    }
}

/// The words for how many more there are than a sentence names; `None` if it names all.
pub(crate) fn and_more(text: Text, count: usize) -> Option<String> {
    more_words(text, count.saturating_sub(NAMED))
}

/// The words for so many more than a sentence names; `None` if there are none.
pub(crate) fn more_words(text: Text, more: usize) -> Option<String> {
    if more == 0 {
        return None;
    }
    let words =
        text.with(msg!("decision-and-more"), &[("parties", "".into()), ("more", more.into())]);
    Some(words.trim_start().to_owned())
}

/// The verdict on a proposal in a sentence, and who is in the way.
pub(crate) fn decision_line(
    text: Text,
    snapshot: &Snapshot,
    proposal: &Proposal,
    calls: &Calls,
    procedure: Procedure,
) -> String {
    let objecting = ranked(text, snapshot, calls).into_iter();
    let objecting = objecting.filter(|it| it.seat.decider.counts_as == CountsAs::Against);
    let objecting = names(text, snapshot, objecting.map(|it| it.seat.party));
    let [yes, _, no, unknown] = calls.counts;
    let silence = procedure == Procedure::Silence;
    let id = match (calls.verdict, no) {
        _ if calls.calls.is_empty() => msg!("carry-nobody"),
        (None, _) => msg!("decision-sponsors"),
        (Some(Outcome::Adopts), _) => msg!("decision-adopts"),
        (Some(Outcome::Fails), 1..) if silence => msg!("decision-broken"),
        (Some(Outcome::Fails), _) => msg!("decision-fails"),
        (Some(Outcome::Open), 0) => msg!("decision-open-unknown"),
        (Some(Outcome::Open), _) => msg!("decision-open"),
    };
    let signed = |it: &&Call| it.seat.sponsor && it.seat.decider.counts_as == CountsAs::For;
    let unsigned = yes.saturating_sub(calls.calls.iter().filter(signed).count());
    let values = [
        ("proposal", proposal.code.as_str().into()),
        ("rule", lower(text.label(procedure)).into()),
        ("parties", objecting.into()),
        ("sponsors", calls.sponsors.into()),
        ("unsigned", unsigned.into()),
        ("for", yes.into()),
        ("against", no.into()),
        ("unknown", unknown.into()),
    ];
    let line = text.with(id, &values);
    let by_vote = calls.by_vote.as_ref();
    let by_vote = by_vote.and_then(|(rule, way)| way_line(text, snapshot, *rule, way));
    let whole = calls.whole.as_ref();
    let whole = whole.map(|it| whole_line(text, snapshot, Some(&proposal.code), it));
    [Some(line), by_vote, whole].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The moves that would carry a proposal in a vote, in a sentence.
fn way_line(text: Text, snapshot: &Snapshot, rule: Rule, way: &Way) -> Option<String> {
    let rule = ("rule", lower(text.label(Procedure::from(rule))).into());
    let moves = match way {
        Way::Moves(moves) if moves.is_empty() => {
            return Some(text.with(msg!("decision-carries-so"), &[rule]));
        }
        Way::Moves(moves) => moves,
        Way::None => return Some(text.with(msg!("decision-carries-never"), &[rule])),
        Way::Unanswered => return None,
    };
    let to = |target: Target, id: Message| {
        let parties = moves.iter().filter(|it| it.to == target).map(|it| it.party);
        let parties: Vec<Slot> = parties.collect();
        let values = || {
            let named = names(text, snapshot, by_name(text, snapshot, parties.iter().copied()));
            [("count", parties.len().into()), ("parties", named.into())]
        };
        (!parties.is_empty()).then(|| text.with(id, &values()))
    };
    let support = to(Target::Support, msg!("decision-if-support"));
    let accept = to(Target::Accept, msg!("decision-if-accept"));
    let moves = match (support, accept) {
        (Some(support), Some(accept)) => text.with(
            msg!("decision-if-both"),
            &[("support", support.into()), ("accept", accept.into())],
        ),
        (one, other) => one.or(other).unwrap_or_default(),
    };
    Some(text.with(msg!("decision-carries-if"), &[rule, ("moves", moves.into())]))
}

/// The proposals decided together with the one with this code, and the verdict on the whole, in a
/// sentence.
pub(crate) fn whole_line(
    text: Text,
    snapshot: &Snapshot,
    own: Option<&str>,
    whole: &Whole,
) -> String {
    let code = |slot| snapshot.proposals.at(slot).map_or("", |it| &*it.code);
    let others: Vec<_> = whole.each.iter().map(|(slot, _)| code(*slot)).collect();
    let others: Vec<_> = others.into_iter().filter(|it| Some(*it) != own).collect();
    let why: Vec<_> = match whole.verdict {
        Outcome::Adopts => others.clone(),
        verdict => whole.with(verdict).map(code).collect(),
    };
    let id = match whole.verdict {
        Outcome::Adopts => msg!("decision-whole-adopts"),
        Outcome::Fails => msg!("decision-whole-fails"),
        Outcome::Open => msg!("decision-whole-open"),
    };
    let values = [
        ("others", shortened(text, &others).into()),
        ("why", shortened(text, &why).into()),
        ("count", why.len().into()),
    ];
    text.with(id, &values)
}

/// That a party departs from the line of its group, in a sentence.
pub(crate) fn departure_line(
    text: Text,
    snapshot: &Snapshot,
    departure: &Departure,
) -> Option<String> {
    let party = snapshot.parties.at(departure.party)?;
    let group = snapshot.groups.get(departure.group)?;
    let stance = |it| lower(text.stance(Some(it))).into();
    let values = [
        ("party", text.of(&party.name).into()),
        ("stance", stance(departure.stance)),
        ("group", group.code.as_str().into()),
        ("line", stance(departure.line)),
    ];
    Some(text.with(msg!("decision-departs"), &values))
}

/// Who says yes to a competing text as well, in a sentence.
pub(crate) fn both_line(
    text: Text,
    snapshot: &Snapshot,
    other: Slot,
    both: &[Slot],
) -> Option<String> {
    let other = snapshot.proposals.at(other)?;
    let values = [
        ("count", both.len().into()),
        ("other", other.code.as_str().into()),
        ("parties", names(text, snapshot, by_name(text, snapshot, both.iter().copied())).into()),
    ];
    Some(text.with(msg!("decision-yes-to-both"), &values))
}

/// The parties waiting for their capitals, in a sentence; `None` if there are none.
pub(crate) fn hold_line(text: Text, snapshot: &Snapshot, parties: &[Slot]) -> Option<String> {
    counted_line(text, snapshot, msg!("decision-on-hold"), parties)
}

/// The parties that block for an unknown reason, in a sentence; `None` if there are none.
pub(crate) fn reason_line(text: Text, snapshot: &Snapshot, parties: &[Slot]) -> Option<String> {
    counted_line(text, snapshot, msg!("decision-without-reason"), parties)
}

fn counted_line(text: Text, snapshot: &Snapshot, id: Message, of: &[Slot]) -> Option<String> {
    let values = || {
        let named = names(text, snapshot, by_name(text, snapshot, of.iter().copied()));
        [("count", of.len().into()), ("parties", named.into())]
    };
    (!of.is_empty()).then(|| text.with(id, &values()))
}

fn names(text: Text, snapshot: &Snapshot, parties: impl IntoIterator<Item = Slot>) -> String {
    let names =
        parties.into_iter().filter_map(|slot| Some(text.of(&snapshot.parties.at(slot)?.name)));
    shortened(text, &names.collect::<Vec<_>>())
}

/// How a stance is known: its certainty, or through whom; empty if there is nothing to say.
pub(crate) fn how_known(text: Text, basis: Basis, certainty: Option<Certainty>) -> &'static str {
    match (basis, certainty) {
        (Basis::Own, Some(certainty)) => text.label(certainty),
        (Basis::Inherited, _) => text.get(msg!("party-through-groups")),
        (Basis::Conflict, _) => text.get(msg!("party-groups-differ")),
        (Basis::Own, None) | (Basis::Nothing, _) => "",
    }
}

/// Why a party should be called: how decisive and how movable it is, and how old its last entry is.
pub(crate) fn reason_to_call(
    text: Text,
    call: &Call,
    calls: &Calls,
    procedure: Procedure,
) -> String {
    let missing = usize::try_from(-calls.margin).unwrap_or_default();
    let silence = procedure == Procedure::Silence;
    let id = match (call.votes, procedure.rule()) {
        (_, None) if call.seat.sponsor => msg!("call-signed"),
        (0, _) => msg!("call-not-needed"),
        (_, None) => msg!("call-could-sign"),
        (_, Some(Rule::Consensus)) if silence && call.seat.hold => msg!("call-waits"),
        (_, Some(Rule::Consensus)) if missing > 0 => msg!("call-in-the-way"),
        (_, Some(Rule::Consensus)) => msg!("call-could-block"),
        (_, Some(Rule::TwoThirds | Rule::Majority)) if missing > 0 => msg!("call-brings"),
        (_, Some(Rule::TwoThirds | Rule::Majority)) => msg!("call-could-take"),
    };
    // A party cannot bring more than is missing.
    let votes = if missing > 0 { call.votes.min(missing) } else { call.votes };
    let decisive = text.with(id, &[("votes", votes.into()), ("missing", missing.into())]);
    if call.votes == 0 {
        return decisive;
    }
    format!("{decisive} · {} · {}", text.get(movable(&call.worth)), text.get(stale(&call.worth)))
}

/// Why a group should be called: how many would take its answer as their own.
pub(crate) fn group_reason(text: Text, call: &GroupCall) -> String {
    if !call.speaks {
        return text.get(msg!("call-never-spoke")).to_owned();
    }
    let decisive = text.with(msg!("call-speaks-for"), &[("members", call.members.into())]);
    if call.worth.decisive <= 0.0 || call.worth.movable <= 0.0 {
        return decisive;
    }
    format!("{decisive} · {} · {}", text.get(movable(&call.worth)), text.get(stale(&call.worth)))
}

fn movable(worth: &Worth) -> Message {
    match worth.movable {
        it if it >= 0.5 => msg!("call-moves-easily"),
        it if it >= 0.3 => msg!("call-may-move"),
        it if it > 0.0 => msg!("call-moves-hardly"),
        _ => msg!("call-cannot-move"),
    }
}

/// How old its last entry is, by the half-life in the dossier's settings.
fn stale(worth: &Worth) -> Message {
    match worth.stale {
        it if it >= 1.0 => msg!("call-not-heard"),
        it if it >= 0.5 => msg!("call-heard-long-ago"),
        it if it > 0.0 => msg!("call-heard-lately"),
        _ => msg!("call-heard-today"),
    }
}

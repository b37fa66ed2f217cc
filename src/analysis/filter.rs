//! The filter of a matrix, and the order of its rows.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::model::{Camp, GroupId, Keyed, ProposalId, RecordId, Stance, Status, keyed};

/// Some values of a list, or all but those; with no values, everything passes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picked<T> {
    /// The values.
    pub values: BTreeSet<T>,
    /// Whether these are excluded rather than required.
    pub except: bool,
}

impl<T> Default for Picked<T> {
    fn default() -> Self {
        Self { values: BTreeSet::new(), except: false }
    }
}

impl<T: Ord> Picked<T> {
    /// Only these values.
    pub fn only(values: impl IntoIterator<Item = T>) -> Self {
        Self { values: values.into_iter().collect(), except: false }
    }

    /// All values but these.
    pub fn all_but(values: impl IntoIterator<Item = T>) -> Self {
        Self { except: true, ..Self::only(values) }
    }

    /// Whether everything passes.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Picks a value, or unpicks it.
    pub fn toggle(&mut self, value: T) {
        if !self.values.remove(&value) {
            self.values.insert(value);
        }
        self.except &= !self.values.is_empty();
    }

    /// Whether something passes, where `has` says whether it has a value.
    pub(crate) fn passes(&self, has: impl FnMut(&T) -> bool) -> bool {
        self.values.is_empty() || self.values.iter().any(has) != self.except
    }
}

/// The choices that decide which rows and columns there are, and their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Parties of these camps.
    pub camps: Picked<Camp>,
    /// Parties of these regions.
    pub regions: Picked<String>,
    /// Members of one of these groups on the day shown.
    pub groups: Picked<GroupId>,
    /// Parties with one of these stances on some visible proposal, or with none of them on any.
    pub stances: Picked<Option<Stance>>,
    /// Only parties whose stance on some visible proposal is known.
    pub known: bool,
    /// Only parties heard in the room on some visible proposal.
    pub heard: bool,
    /// Only parties whose stance on some visible proposal changed after this day.
    pub since: Option<NaiveDate>,
    /// Only parties whose name or code contains this text.
    pub text: String,
    /// Proposals of these statuses.
    pub statuses: Picked<Status>,
    /// Only proposals whose code or title contains this text.
    pub proposals: String,
    /// The proposals whose columns are hidden.
    pub hidden: BTreeSet<ProposalId>,
    /// All proposals in their order once one was moved; empty if it is that of their codes.
    pub order: Vec<ProposalId>,
    /// The order of the parties within their camp.
    pub sort: Sort,
    /// The proposal by whose stances they stand first, those who object at the top.
    pub by: Option<ProposalId>,
}

impl Filter {
    /// Whether every cell is needed to decide which rows there are.
    pub(crate) fn asks_all(&self) -> bool {
        !self.stances.is_empty()
            || self.known
            || self.since.is_some()
            || self.by.is_some()
            || matches!(self.sort, Sort::Support | Sort::Objections)
    }

    /// Whether any row or column is left out.
    pub(crate) fn is_active(&self) -> bool {
        *self != self.cleared()
    }

    /// The same order, with nothing left out.
    pub(crate) fn cleared(&self) -> Self {
        Self { order: self.order.clone(), sort: self.sort, by: self.by, ..Self::default() }
    }

    /// The form in which it is stored: a line for each choice, with its name and the chosen values
    /// separated by tabs.
    pub fn to_kept(&self) -> String {
        let mut lines = Vec::new();
        let mut list = |name: &str, except: bool, values: Vec<String>| {
            if !values.is_empty() {
                let name = format!("{}{name}", if except { "!" } else { "" });
                lines.push([vec![name], values].concat().join("\t"));
            }
        };
        let keys = |values: &mut dyn Iterator<Item = &'static str>| {
            values.map(str::to_owned).collect::<Vec<_>>()
        };
        let plain = |text: &str| text.replace(['\t', '\n', '\r'], " ");
        let text = |text: &str| Vec::from_iter((!text.is_empty()).then(|| plain(text)));
        list("camps", self.camps.except, keys(&mut self.camps.values.iter().map(|it| it.key())));
        let regions = self.regions.values.iter().map(|it| plain(it)).collect();
        list("regions", self.regions.except, regions);
        let groups = self.groups.values.iter().map(GroupId::to_string).collect();
        list("groups", self.groups.except, groups);
        let stance = |it: &Option<Stance>| it.map_or(UNKNOWN, Stance::key);
        list("stances", self.stances.except, keys(&mut self.stances.values.iter().map(stance)));
        let statuses = &self.statuses;
        list("statuses", statuses.except, keys(&mut statuses.values.iter().map(|it| it.key())));
        let flag = |set: bool| Vec::from_iter(set.then(|| "1".to_owned()));
        list("known", false, flag(self.known));
        list("heard", false, flag(self.heard));
        list("since", false, Vec::from_iter(self.since.map(|day| day.to_string())));
        list("text", false, text(&self.text));
        list("proposals", false, text(&self.proposals));
        list("hidden", false, self.hidden.iter().map(ProposalId::to_string).collect());
        list("order", false, self.order.iter().map(ProposalId::to_string).collect());
        let sort = (self.sort != Sort::default()).then(|| self.sort.key().to_owned());
        list("sort", false, Vec::from_iter(sort));
        list("by", false, Vec::from_iter(self.by.map(|it| it.to_string())));
        lines.join("\n")
    }

    /// That form with some records replaced; `None` if it names none of those.
    pub fn with_records(kept: &str, now: impl Fn(RecordId) -> RecordId) -> Option<String> {
        let filter = Self::from_kept(kept);
        let values = filter.groups.values.iter().map(|it| GroupId(now((*it).into()).id));
        let groups = Picked { values: values.collect(), except: filter.groups.except };
        let proposal = |it: ProposalId| Some(ProposalId(now(it.into()).id));
        let renamed = Self { groups, ..filter.clone() }.with_proposals(proposal);
        (renamed != filter).then(|| renamed.to_kept())
    }

    /// The same with other proposals in the place of those it names, without those that have none.
    pub(crate) fn with_proposals(self, now: impl Fn(ProposalId) -> Option<ProposalId>) -> Self {
        Self {
            hidden: self.hidden.into_iter().filter_map(&now).collect(),
            order: self.order.into_iter().filter_map(&now).collect(),
            by: self.by.and_then(now),
            ..self
        }
    }

    /// The proposals it names.
    pub(crate) fn named_proposals(&self) -> impl Iterator<Item = ProposalId> {
        self.hidden.iter().chain(&self.order).chain(&self.by).copied()
    }

    /// Reads that form, ignoring what makes no sense.
    pub fn from_kept(kept: &str) -> Self {
        let mut filter = Self::default();
        for line in kept.lines() {
            let mut parts = line.split('\t');
            let Some(name) = parts.next() else { continue };
            let (name, except) = match name.strip_prefix('!') {
                Some(name) => (name, true),
                None => (name, false),
            };
            let values: Vec<&str> = parts.collect();
            let first = values.first().copied().unwrap_or_default();
            match name {
                "camps" => filter.camps = picked(&values, except, Camp::from_key),
                "regions" => {
                    filter.regions = picked(&values, except, |value| Some(value.to_owned()));
                }
                "groups" => {
                    filter.groups = picked(&values, except, |it| it.parse().ok().map(GroupId));
                }
                "stances" => {
                    filter.stances = picked(&values, except, |value| match value {
                        UNKNOWN => Some(None),
                        key => Stance::from_key(key).map(Some),
                    });
                }
                "statuses" => filter.statuses = picked(&values, except, Status::from_key),
                "known" => filter.known = true,
                "heard" => filter.heard = true,
                "since" => filter.since = first.parse().ok(),
                "text" => first.clone_into(&mut filter.text),
                "proposals" => first.clone_into(&mut filter.proposals),
                "hidden" => filter.hidden = proposals(&values).collect(),
                "order" => filter.order = proposals(&values).collect(),
                "sort" => filter.sort = Sort::from_key(first).unwrap_or_default(),
                "by" => filter.by = first.parse().ok().map(ProposalId),
                _ => {}
            }
        }
        filter
    }
}

/// The stored form of an unknown stance.
const UNKNOWN: &str = "unknown";

fn picked<T: Ord>(values: &[&str], except: bool, read: impl Fn(&str) -> Option<T>) -> Picked<T> {
    let picked = Picked::only(values.iter().filter_map(|value| read(value)));
    Picked { except: except && !picked.is_empty(), ..picked }
}

fn proposals(values: &[&str]) -> impl Iterator<Item = ProposalId> {
    values.iter().filter_map(|value| value.parse().ok().map(ProposalId))
}

keyed! {
    /// The order of the parties within their camp.
    #[derive(Default)]
    pub enum Sort as "sort" {
        /// By camp index, most multistakeholder first.
        #[default]
        Index = "index",
        /// By name.
        Name = "name",
        /// By the number of visible proposals they support.
        Support = "support",
        /// By the number of visible proposals they object to, then have reservations on; the camp
        /// with the most objections comes first.
        Objections = "objections",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_is_read_back_as_it_was_kept() {
        let filter = Filter {
            camps: Picked::all_but([Camp::Swing, Camp::Unassigned]),
            regions: Picked::only(["Western Europe".to_owned(), "Africa".to_owned()]),
            groups: Picked::only([GroupId::new(), GroupId::new()]),
            stances: Picked::all_but([None, Some(Stance::Object)]),
            known: true,
            heard: true,
            since: "2026-11-01".parse().ok(),
            text: "neth".into(),
            statuses: Picked::only([Status::Tabled]),
            proposals: "73/ 27".into(),
            hidden: [ProposalId::new(), ProposalId::new()].into(),
            order: vec![ProposalId::new(), ProposalId::new()],
            sort: Sort::Objections,
            by: Some(ProposalId::new()),
        };
        assert_eq!(Filter::from_kept(&filter.to_kept()), filter);
        assert_eq!(Filter::default().to_kept(), "");
        assert_eq!(Filter::from_kept("nonsense\n!camps\tx\nsince\tx"), Filter::default());
        let typed = Filter { text: "a\tb\nc".into(), ..Filter::default() };
        assert_eq!(Filter::from_kept(&typed.to_kept()).text, "a b c");
    }

    #[test]
    fn what_is_left_out_passes_only_if_it_has_none_of_the_values() {
        let has = |value: &i32| *value == 1;
        assert!(Picked::<i32>::default().passes(has));
        assert!(Picked::only([1, 2]).passes(has) && !Picked::only([2]).passes(has));
        assert!(!Picked::all_but([1, 2]).passes(has) && Picked::all_but([2]).passes(has));
        let mut picked = Picked::all_but([1]);
        picked.toggle(1);
        assert_eq!(picked, Picked::default(), "nothing is left to leave out");
    }
}

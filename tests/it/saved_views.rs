//! Filters with a name still find what they name after a merge.

use cbm_workbench::analysis::{Filter, Picked};
use cbm_workbench::document::merge::Decision;
use cbm_workbench::document::{Document, Edit};
use cbm_workbench::model::{Bilingual, Group, GroupId, GroupKind, Proposal, SavedView};

use crate::pairs::Pair;

/// Makes a group, and a view under this name that leaves its members out.
fn keep(view: &'static str, english: &'static str) -> impl Fn(&mut Document) {
    move |document| {
        let group = Group::new("MINE", Bilingual::new(english, "Mijn drie"), GroupKind::Forum);
        let groups = Picked::all_but([group.id]);
        let filter = Filter { groups, known: true, ..Filter::default() };
        let edit = Edit::add(group, "").put(SavedView::new(view, filter.to_kept()));
        document.apply(&edit).unwrap();
    }
}

/// The groups each view names, by the name of the view.
fn named(document: &Document) -> Vec<(String, Vec<GroupId>)> {
    let views = document.snapshot().saved_views.iter();
    let groups = |view: &SavedView| Filter::from_kept(&view.filter).groups.values;
    let mut named: Vec<_> =
        views.map(|it| (it.name.clone(), groups(it).into_iter().collect())).collect();
    named.sort();
    named
}

#[test]
fn a_view_follows_its_group_when_twins_become_one_and_back_when_that_is_undone() {
    // The same group on both sides becomes one by itself, groups with one code by decision.
    for theirs in ["My three", "Our three"] {
        let mut pair = Pair::new(keep("Mine", "My three"), keep("Theirs", theirs));
        let before = named(&pair.mine);
        pair.merge(Some(Decision::One));
        let groups: Vec<_> =
            pair.mine.snapshot().groups.iter().filter(|it| it.code == "MINE").collect();
        let [group] = groups[..] else { panic!("{theirs}: there is one") };
        let both = ["Mine", "Theirs"].map(|name| (name.to_owned(), vec![group.id]));
        assert_eq!(named(&pair.mine), both, "{theirs}");
        let views = pair.mine.snapshot().saved_views.iter();
        let whole = |it: &SavedView| Filter::from_kept(&it.filter);
        assert!(views.map(whole).all(|it| it.groups.except && it.known), "the rest stays");
        pair.mine.undo().unwrap();
        assert_eq!(named(&pair.mine), before, "{theirs}: undone");
    }
}

#[test]
fn the_same_view_of_the_same_group_on_both_sides_is_one() {
    let mut pair = Pair::new(keep("Mine", "My three"), keep("Mine", "My three"));
    pair.merge(None);
    let group = pair.mine.snapshot().groups.iter().find(|it| it.code == "MINE").unwrap().id;
    assert_eq!(named(&pair.mine), [("Mine".to_owned(), vec![group])]);
}

#[test]
fn a_view_sorted_by_a_proposal_follows_it_when_both_sides_added_the_same() {
    let sort = |view: &'static str| {
        move |document: &mut Document| {
            let proposal = Proposal::new("HOTLINE", Bilingual::new("A hotline", "Een hotline"));
            let filter = Filter { by: Some(proposal.id), ..Filter::default() };
            let edit = Edit::add(proposal, "").put(SavedView::new(view, filter.to_kept()));
            document.apply(&edit).unwrap();
        }
    };
    let mut pair = Pair::new(sort("Mine"), sort("Theirs"));
    pair.merge(Some(Decision::One));
    let snapshot = pair.mine.snapshot();
    let same: Vec<_> = snapshot.proposals.iter().filter(|it| it.code == "HOTLINE").collect();
    let [proposal] = same[..] else { panic!("there is one") };
    let by = snapshot.saved_views.iter().map(|it| Filter::from_kept(&it.filter).by);
    assert_eq!(by.collect::<Vec<_>>(), [Some(proposal.id); 2]);
}

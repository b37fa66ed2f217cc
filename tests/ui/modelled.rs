//! The wall against a model that knows nothing of how it is done: whatever happens in a room, in whatever
//! order, it shows only what somebody put there or agreed to, and once it is open it shows what stands.

mod acting;
mod agreed;
mod records;

use cbm_workbench::model::{Certainty, Marking};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use self::agreed::Model;

/// Something that happens; the number chooses a record.
#[derive(Clone, Copy, Debug)]
enum Act {
    /// It is changed by hand, in one of the places of its content.
    Change(usize, usize),
    /// It is corrected by a new entry, with this marking.
    Correct(usize, Option<Marking>),
    /// Something more is assumed in the scenario that it is a move of.
    Assume(usize, Option<Marking>),
    /// It is marked.
    Mark(usize, Option<Marking>),
    /// An entry is known in another way.
    Know(usize, Certainty),
    /// It is deleted by hand.
    Delete(usize),
    /// It is changed by a merge.
    Merge(usize, usize),
    Undo,
    Redo,
    Release(usize),
    Withdraw(usize),
    /// The question is answered.
    Show,
    Keep,
    /// What an answer kept hidden is shown.
    ShowKept(usize),
    Freeze,
    Blank,
    Lock,
    /// The other language.
    Turn,
    /// What comes next comes in the same frame.
    Hurry,
}

fn acts() -> impl Strategy<Value = Act> {
    let one = 0..48_usize;
    let place = 0..2_usize;
    let marking = prop_oneof![
        2 => Just(Some(Marking::Clear)),
        2 => Just(Some(Marking::Red)),
        1 => Just(None),
    ];
    let certainty = prop_oneof![Just(Certainty::Public), Just(Certainty::Confidence)];
    prop_oneof![
        6 => (one.clone(), place.clone()).prop_map(|(one, it)| Act::Change(one, it)),
        3 => (one.clone(), marking.clone()).prop_map(|(one, it)| Act::Correct(one, it)),
        1 => (one.clone(), marking.clone()).prop_map(|(one, it)| Act::Assume(one, it)),
        4 => (one.clone(), marking).prop_map(|(one, it)| Act::Mark(one, it)),
        1 => (one.clone(), certainty).prop_map(|(one, it)| Act::Know(one, it)),
        1 => one.clone().prop_map(Act::Delete),
        3 => (one.clone(), place).prop_map(|(one, it)| Act::Merge(one, it)),
        4 => Just(Act::Undo),
        2 => Just(Act::Redo),
        3 => one.clone().prop_map(Act::Release),
        1 => one.clone().prop_map(Act::Withdraw),
        6 => Just(Act::Show),
        4 => Just(Act::Keep),
        1 => one.prop_map(Act::ShowKept),
        1 => Just(Act::Freeze),
        1 => Just(Act::Blank),
        1 => Just(Act::Lock),
        1 => Just(Act::Turn),
        3 => Just(Act::Hurry),
    ]
}

fn is_edit(act: Act) -> bool {
    use Act::{Assume, Change, Correct, Delete, Know, Mark};
    matches!(act, Assume(..) | Change(..) | Correct(..) | Mark(..) | Delete(_) | Know(..))
}

/// The same few rooms in every normal run, and many others in a long one.
fn rooms() -> ProptestConfig {
    let is_long = std::env::var_os("CBM_TEST_LONG").is_some();
    let (cases, rng_seed) = if is_long { (1000, RngSeed::Random) } else { (32, RngSeed::Fixed(3)) };
    ProptestConfig { cases, rng_seed, max_shrink_iters: 4000, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(rooms())]

    #[test]
    fn the_wall_shows_what_was_agreed_to_whatever_happens(
        acts in proptest::collection::vec(acts(), 1..40),
    ) {
        let mut model = Model::new();
        for act in acts {
            let found = model.go(act);
            prop_assert!(found.is_ok(), "after {act:?}: {}", found.unwrap_err());
        }
    }
}

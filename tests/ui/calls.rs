//! Whom to call next: forty calls by keyboard, and what the list says after each.

use cbm_workbench::document::Edit;
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{
    Bilingual, Certainty, Forum, Language, PartyId, Proposal, ProposalId, Stance,
};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::common::{Options, Window};

const BOTH: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// The example, on the screen of calls.
fn calls() -> Window {
    let mut window = Window::new();
    window.press_with(BOTH, Key::J);
    window
}

#[test]
fn forty_calls_are_logged_by_two_keys_each_and_the_head_line_is_right_after_each() {
    let mut window =
        Window::with(Options { language: Language::Dutch, ..Options::default() }, |_| {});
    window.press_with(BOTH, Key::J);
    let code = window.document().snapshot().proposals.iter().next().unwrap().code.clone();
    assert!(window.shows_part(&format!("{code} haalt het niet bij consensus")), "the head line");
    let counts = |window: &Window| {
        let snapshot = window.document().snapshot();
        let (proposal, _) = snapshot.proposals.slots().next().unwrap();
        let mut counts = (0, 0, 0);
        for (slot, _) in snapshot.parties.slots().filter(|(_, party)| party.decides) {
            let day = "2026-11-21".parse().unwrap();
            match snapshot.positions.current(proposal, slot, day).and_then(|entry| entry.stance()) {
                Some(Stance::Champion | Stance::Support) => counts.0 += 1,
                Some(Stance::Object) => counts.1 += 1,
                None => counts.2 += 1,
                Some(_) => {}
            }
        }
        counts
    };
    let steps = window.steps();
    for call in 1..=40 {
        window.type_text("n");
        window.type_text("+");
        assert_eq!(window.steps(), steps + call, "a call is a step");
        let (yes, against, unknown) = counts(&window);
        let told = if against == 0 {
            format!("niemand maakt bezwaar; {yes} voor, {unknown} onbekend")
        } else {
            format!("{yes} voor, {unknown} onbekend")
        };
        assert!(window.shows_part(&told), "after call {call}: {told}");
    }
    let last = window.document().history().steps().last().unwrap().clone();
    assert_eq!(last.name, "log-call");
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.steps(), steps + 41, "an undo is a step too");
}

#[test]
fn an_answer_is_an_entry_of_today_told_in_confidence_and_whoever_gave_it_sinks() {
    let mut window = calls();
    window.type_text("n");
    let (proposal, party) = {
        let snapshot = window.document().snapshot();
        let (slot, _) = snapshot.proposals.slots().next().unwrap();
        (slot, snapshot.proposals.at(slot).unwrap().id)
    };
    window.type_text("−−");
    let snapshot = window.document().snapshot();
    let newest = snapshot
        .positions
        .iter()
        .filter(|entry| entry.proposal() == proposal)
        .max_by_key(|entry| entry.date())
        .unwrap();
    let entry = snapshot.position(newest).unwrap();
    assert_eq!(
        (entry.forum, entry.certainty),
        (Some(Forum::Informal), Some(Certainty::Confidence))
    );
    assert_eq!((entry.stance, entry.proposal), (Some(Stance::Object), party));
    let code = snapshot.parties.get(entry.by.party().unwrap()).unwrap().name.en.clone();
    window.type_text("n");
    window.type_text("0");
    let other =
        window.document().snapshot().positions.iter().filter(|entry| entry.proposal() == proposal);
    let day = entry.date;
    let today = other.filter(|entry| entry.date() == day).count();
    assert_eq!(today, 2, "the next call was with somebody other than {code}");
}

#[test]
fn a_sign_without_a_party_logs_nothing_and_says_so() {
    let mut window = calls();
    let steps = window.steps();
    window.type_text("+");
    assert_eq!(window.steps(), steps);
    assert!(window.shows_part("Select a party first"));
}

/// The newest entry on the first proposal.
fn newest(window: &Window) -> cbm_workbench::model::Position {
    let snapshot = window.document().snapshot();
    let (proposal, _) = snapshot.proposals.slots().next().unwrap();
    let entries = snapshot.positions.iter().filter(|it| it.proposal() == proposal);
    let newest = entries.max_by_key(|it| (it.date(), it.id())).unwrap();
    snapshot.position(newest).unwrap()
}

#[test]
fn an_objection_is_logged_with_its_reason_without_a_mouse() {
    let mut window = calls();
    window.type_text("n");
    window.type_text("−−");
    assert!(window.shows_part("J notes why"));
    window.type_text("j");
    window.type_text("its law of 2019");
    window.press(Key::Escape);
    assert_eq!(newest(&window).reason, "", "Escape leaves the field as it was");
    window.press_with(BOTH, Key::J);
    let entry = newest(&window);
    assert_eq!(entry.stance, Some(Stance::Object));
    window.type_text("j");
    window.settle();
    window.type_text("its law of 2019");
    window.press(Key::Tab);
    window.settle();
    assert_eq!(newest(&window).reason, "its law of 2019");
}

#[test]
fn after_a_reason_or_a_caller_enter_leads_back_to_the_list() {
    let mut window = calls();
    window.type_text("n");
    window.type_text("−−");
    window.type_text("j");
    window.settle();
    window.type_text("its law of 2019");
    window.press(Key::Enter);
    window.settle();
    let first = newest(&window);
    assert_eq!(first.reason, "its law of 2019");
    window.type_text("n");
    window.type_text("a");
    window.settle();
    window.type_text("Geneva");
    window.press(Key::Enter);
    window.settle();
    window.type_text("+");
    window.type_text("h");
    window.type_text("s");
    let second = newest(&window);
    assert_ne!(second.by, first.by);
    assert_eq!((second.stance, second.hold), (Some(Stance::Support), true));
    let party = second.by.party().unwrap();
    let snapshot = window.document().snapshot();
    assert!(snapshot.sponsors.iter().any(|it| it.party == party));
    assert!(snapshot.engagements.iter().any(|it| it.party == party && it.caller == "Geneva"));
}

#[test]
fn waiting_for_the_capital_breaks_a_silence_and_is_marked_in_its_row() {
    let mut window = calls();
    window.click("Silence procedure");
    window.type_text("n");
    window.type_text("+");
    window.type_text("h");
    let entry = newest(&window);
    assert_eq!((entry.stance, entry.hold), (Some(Stance::Support), true));
    assert!(window.shows_part("waits for its capital"));
    assert!(window.shows_part("would be broken"), "the head line");
}

#[test]
fn a_sponsor_is_made_and_taken_off_by_one_key() {
    let mut window = calls();
    window.click("Sponsorship");
    window.type_text("n");
    let sponsors = |window: &Window| window.document().snapshot().sponsors.iter().count();
    let before = sponsors(&window);
    window.type_text("s");
    assert_eq!(sponsors(&window), before + 1);
    window.type_text("s");
    assert_eq!(sponsors(&window), before);
}

#[test]
fn what_would_carry_it_and_what_the_record_says_are_read_on_the_same_screen() {
    let mut window = calls();
    window.click("What would carry it");
    assert!(window.shows_part("The cheapest way to carry it"), "the answer in a sentence");
    window.click("What the record says");
    assert!(window.shows_part("These are chances, not stances"));
    let steps = window.steps();
    window.type_text("+");
    assert_eq!(window.steps(), steps, "a sign logs nothing where no row is to be seen");
}

#[test]
fn who_of_ours_calls_is_typed_after_one_key_and_stays_with_the_party() {
    let mut window = calls();
    window.type_text("n");
    window.type_text("a");
    window.settle();
    window.type_text("Geneva");
    window.press(Key::Enter);
    window.settle();
    let callers: Vec<_> = {
        let engagements = window.document().snapshot().engagements.iter();
        engagements.map(|it| it.caller.clone()).filter(|it| !it.is_empty()).collect()
    };
    assert_eq!(callers, ["Geneva"]);
}

#[test]
fn a_decision_on_the_agenda_says_how_it_is_decided_and_the_list_follows_it() {
    use cbm_workbench::model::{AgendaItem, Meeting, Procedure};
    let mut window = Window::with(Options::default(), |document| {
        let proposal = document.snapshot().proposals.iter().next().unwrap().id;
        let meeting = Meeting::new("Session", "2026-12-07".parse().unwrap());
        let mut item = AgendaItem::new(meeting.id, proposal);
        item.procedure = Some(Procedure::TwoThirds);
        document.apply(&Edit::add(meeting, "").put(item)).unwrap();
    });
    window.press_with(BOTH, Key::J);
    assert!(window.shows_part("by two-thirds"), "as the agenda says");
    window.click("Simple majority");
    assert!(window.shows_part("by simple majority"), "as chosen here");
}

/// The first proposal, and a party by its code.
fn place(window: &Window, code: &str) -> (ProposalId, PartyId) {
    let snapshot = window.document().snapshot();
    (snapshot.proposals.iter().next().unwrap().id, snapshot.party_by_code(code).unwrap().id)
}

/// The stance of a party on the first proposal today.
fn stance_of(window: &Window, code: &str) -> Option<Stance> {
    let (proposal, party) = place(window, code);
    let day = "2026-11-21".parse().unwrap();
    window.document().snapshot().current_position(proposal, party, day).and_then(|it| it.stance)
}

#[test]
fn whoever_was_found_by_a_search_is_selected_in_the_list_and_answers_by_one_sign() {
    let mut window = Window::new();
    window.press_with(BOTH, Key::F);
    window.settle();
    window.type_text("Benin");
    window.settle();
    window.press(Key::Enter);
    window.settle();
    window.press_with(BOTH, Key::J);
    window.type_text("+");
    assert_eq!(stance_of(&window, "BEN"), Some(Stance::Support));
}

#[test]
fn after_a_filter_the_keys_are_those_of_the_list_again_and_whoever_is_filtered_out_is_not_called() {
    let mut window = calls();
    window.press_with(Modifiers::COMMAND, Key::F);
    window.settle();
    window.type_text("brazil");
    window.press(Key::Enter);
    window.settle();
    window.type_text("n");
    window.type_text("−−");
    assert_eq!(stance_of(&window, "BRA"), Some(Stance::Object));
    window.press_with(Modifiers::COMMAND, Key::F);
    window.settle();
    window.press_with(Modifiers::COMMAND, Key::A);
    window.type_text("benin");
    window.press(Key::Enter);
    window.settle();
    let steps = window.steps();
    window.type_text("+");
    assert_eq!(window.steps(), steps, "Brazil is not to be seen");
    assert!(window.shows_part("Select a party first"));
}

#[test]
fn while_a_question_stands_a_sign_is_no_answer_of_a_party() {
    let mut window = calls();
    window.type_text("n");
    window.press_with(Modifiers::COMMAND, Key::E);
    window.settle();
    let steps = window.steps();
    window.type_text("+");
    window.type_text("n");
    assert_eq!(window.steps(), steps);
}

#[test]
fn a_dossier_without_proposals_or_without_parties_says_so_and_takes_no_key_amiss() {
    let template = Some(Template::Empty);
    for language in [Language::English, Language::Dutch] {
        let mut window = Window::with(Options { template, language, ..Options::default() }, |_| {});
        let steps = window.steps();
        window.press_with(BOTH, Key::J);
        assert!(window.shows_part(match language {
            Language::English => "no proposal to decide on",
            Language::Dutch => "nog geen voorstel om over te besluiten",
        }));
        for key in ["n", "+", "h", "s", "j", "a", "w"] {
            window.type_text(key);
        }
        assert_eq!(window.steps(), steps);
    }
    let mut window = Window::with(Options { template, ..Options::default() }, |document| {
        let title = Bilingual::new("A text", "Een tekst");
        let proposal = Proposal::new("P1", title);
        document.apply(&Edit::add(proposal, "P1")).unwrap();
    });
    window.press_with(BOTH, Key::J);
    assert!(window.shows_part("Nobody in this dossier decides"));
    let steps = window.steps();
    for key in ["n", "+", "h", "s", "j", "a"] {
        window.type_text(key);
    }
    assert_eq!(window.steps(), steps);
}

#[test]
fn the_field_that_a_key_leads_to_comes_into_view() {
    let mut window = calls();
    window.type_text("n");
    window.type_text("+");
    window.press(Key::Home);
    window.type_text("a");
    window.settle();
    let field = window.harness.get_by_role_and_label(Role::TextInput, "Who of ours calls");
    assert!(field.accesskit_node().is_focused());
    let rect = field.rect();
    assert!(rect.top() > 40.0 && rect.bottom() < 700.0, "{rect:?}");
    window.type_text("Jan");
    window.press(Key::Tab);
    let snapshot = window.document().snapshot();
    assert!(snapshot.engagements.iter().any(|it| it.caller == "Jan"));
}

#[test]
fn names_in_the_sentences_above_the_calls_lead_to_their_rows() {
    let mut window = calls();
    let of = |window: &Window, code: &str| place(window, code).1;
    let link = |window: &mut Window, name: &str| {
        window.harness.get_all_by_role_and_label(Role::Link, name).next().unwrap().click();
        window.settle();
    };
    link(&mut window, "Andorra");
    window.type_text("0");
    let entry = newest(&window);
    assert_eq!(entry.by.party(), Some(of(&window, "AND")), "its row is where signs go");
    assert_eq!(entry.stance, Some(Stance::Accept));
    // A filter that shows only some rows is dropped for a row outside it.
    window.click("For 119");
    link(&mut window, "Albania");
    window.type_text("0");
    assert_eq!(newest(&window).by.party(), Some(of(&window, "ALB")));
    // The competing text, in a line that a small screen shows only on request, leads to itself.
    window.click("one more notice");
    link(&mut window, "A/RES/73/266");
    assert!(window.shows_part("Sixth expert group"), "the inspector shows it");
    assert!(window.shows_part("A/RES/73/27 fails by consensus"), "and the list stays where it is");
}

#[test]
fn the_head_line_says_what_would_carry_it_by_a_vote() {
    let mut window = calls();
    assert!(window.shows_part("It carries by two-thirds if "), "beside a consensus that fails");
    window.click("Simple majority");
    assert!(!window.shows_part("It carries by"), "it carries as it is");
    window.click("Two-thirds");
    assert!(window.shows_part("It carries by two-thirds if "));
    window.click("Sponsorship");
    assert!(!window.shows_part("It carries by"));
}

#[test]
fn the_row_explains_each_part_of_what_a_call_is_worth() {
    let mut window = calls();
    assert!(window.shows_part("stands in the way · may move · not heard yet"));
    window.click("Against 46");
    assert!(window.shows_part("· hard to move · last heard long ago"));
    window.click("Against 46");
    window.type_text("n");
    window.type_text("−−");
    assert!(window.shows_part("· heard today"));
}

#[test]
fn names_on_the_side_of_what_would_carry_it_lead_to_stances_and_its_costs_to_their_weights() {
    let mut window = calls();
    window.click("What would carry it");
    window.harness.get_all_by_role_and_label(Role::Link, "Andorra").next().unwrap().click();
    window.settle();
    assert!(window.shows("Who of ours calls"), "the stance of Andorra");
    assert!(window.shows_part("Group of 77"), "the group that brings the most");
    assert!(window.shows("In every cheapest way"));
    window.click("Change the weights");
    assert!(window.shows("Cost of moving a party"));
    window.press_with(Modifiers::COMMAND, Key::A);
    window.type_text("0.4");
    window.press(Key::Tab);
    assert!((window.document().snapshot().dossier.cost_salience - 0.4).abs() < 1e-9);
}

#[test]
fn a_long_title_moves_nothing_out_of_view() {
    let mut window =
        Window::with(Options { language: Language::Dutch, ..Options::default() }, |document| {
            let mut proposal = document.snapshot().proposals.iter().next().unwrap().clone();
            proposal.title.nl = "Een zeer lange titel van een voorstel ".repeat(4).trim().into();
            document.apply(&Edit::change(proposal, "")).unwrap();
        });
    window.press_with(BOTH, Key::J);
    let inspector = window.harness.get_by_label_contains("Selecteer een cel").rect().left();
    for shown in ["Wat het stemverleden zegt", "Indieners werven"] {
        let rect = window.harness.get_by_label(shown).rect();
        assert!(rect.right() < inspector, "{shown}: {rect:?}");
    }
}

#[test]
fn the_sides_stay_where_they_are_when_one_is_chosen() {
    let mut window = calls();
    let place = |window: &Window| window.harness.get_by_label("What the record says").rect();
    let before = place(&window);
    window.click("What would carry it");
    assert_eq!(place(&window), before);
}

#[test]
fn beside_the_calls_there_is_no_filter_no_count_and_no_key_that_does_nothing() {
    let mut window = calls();
    assert!(window.shows_part("N next") && window.shows("Find in this list"));
    for side in ["What would carry it", "What the record says"] {
        window.click(side);
        assert!(!window.shows_part("N next"), "{side}");
        assert!(!window.shows("Find in this list"), "{side}");
    }
    window.click("Against 46");
    assert!(window.shows_part("N next") && window.shows("Find in this list"));
}

#[test]
fn the_figures_and_lines_above_the_calls_lead_to_those_they_speak_of() {
    let mut window = calls();
    window.click("Against 46");
    assert!(window.shows_part("46 of "), "as many as the figure says");
    assert!(!window.shows_part(", Supports, "), "and nobody else");
    window.click("Against 46");
    assert!(!window.shows_part("46 of "));
    window.click("What would carry it");
    window.click("Unknown 14");
    assert!(window.shows_part("14 of "), "also from another side");
}

#[test]
fn those_whom_the_head_only_counts_are_a_click_away_too() {
    let mut window = calls();
    let rows = |window: &Window| window.shows_part("46 of 204");
    assert!(!rows(&window));
    window.click_first("and 42 more");
    assert!(rows(&window), "all that object, who are named only in part");
    window.click_first("Two-thirds");
    window.click_first("Silence procedure");
}

#[test]
fn whoever_is_called_stays_in_a_part_of_the_list_until_the_next_one_is_called() {
    let mut window = calls();
    window.click("Against 46");
    window.type_text("n");
    window.type_text("+");
    window.pass(0.4);
    window.type_text("+");
    let first = newest(&window);
    assert_eq!(first.stance, Some(Stance::Champion), "the second sign strengthens the first");
    window.type_text("h");
    let held = newest(&window);
    assert!(held.hold && held.by == first.by, "the call goes on");
    assert!(window.shows_part("46 of "));
    window.type_text("n");
    window.type_text("0");
    assert_ne!(newest(&window).by, first.by);
    window.type_text("n");
    assert!(window.shows_part("44 of "), "those who were called are no longer against");
}

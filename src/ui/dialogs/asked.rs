//! Questions about a pasted table: names that could not be matched, and rows that contradict each
//! other.

use egui::{Button, Response, Ui};

use super::super::cx::Base;
use super::super::widgets::{Choice, button, caption, muted, paragraph, picker, section, strong};
use crate::exchange::{Answer, Clash, Grid, Hold, Spot, Subject, Who};
use crate::library::{Meaning, groups, states, states_by_name};
use crate::model::{Keyed, PartyKind};
use crate::text::{Text, lower, msg};

/// Names shown at once; more appear as these are answered.
const SHOWN: usize = 300;

/// Proposals listed for one contradiction.
const DISPUTED: usize = 8;

/// Asks about each name; returns whether one was answered. If `focus` is set, the first open
/// question takes the focus.
pub(super) fn names(ui: &mut Ui, base: &Base<'_>, grid: &mut Grid, focus: &mut bool) -> bool {
    let (theme, text) = (&base.theme, base.text);
    let all = grid.questions().count();
    if all == 0 {
        return false;
    }
    section(ui, theme, &text.with(msg!("paste-who"), &[("count", all.into())]));
    paragraph(ui, muted(theme, text.get(msg!("paste-who-about"))));
    let mut chosen = None;
    let open = |grid: &Grid, at: usize| grid.answer_to(at).is_none();
    let shown: Vec<_> = grid
        .questions()
        .filter(|(at, _)| all <= SHOWN || open(grid, *at))
        .take(SHOWN)
        .map(|(at, subject)| (at, subject.clone()))
        .collect();
    let left = grid.unanswered();
    // Above the questions, so that it can be found without scrolling past them all.
    let mut rest = None;
    if left > 1 {
        let words = text.with(msg!("paste-rest"), &[("count", left.into())]);
        let rest_button = button(ui, theme, None, &words);
        rest = picker(base, &rest_button, &words, || kinds(text));
    }
    for (at, subject) in &shown {
        ui.push_id(("subject", at), |ui| {
            let answer = grid.answer_to(*at);
            let takes = *focus && answer.is_none();
            if takes {
                *focus = false;
            }
            if let Some(given) = question(ui, base, grid.turned, subject, answer, takes) {
                chosen = Some((*at, given));
            }
        });
    }
    if left > shown.len() {
        let more = [("count", (left - shown.len()).into())];
        ui.label(muted(theme, text.with(msg!("paste-more"), &more)));
    }
    let mut answered = false;
    if let Some((at, answer)) = chosen {
        answered = grid.answer_to(at).is_none();
        grid.answer(at, answer);
    }
    if let Some(answer) = rest {
        grid.answer_rest(answer);
        answered = true;
    }
    answered
}

/// One name, its candidates and the current answer; returns a new answer.
fn question(
    ui: &mut Ui,
    base: &Base<'_>,
    turned: bool,
    subject: &Subject,
    answer: Option<Answer>,
    focus: bool,
) -> Option<Answer> {
    let (theme, text) = (&base.theme, base.text);
    let mut given = None;
    ui.add_space(theme.sizes.space.s);
    ui.horizontal_wrapped(|ui| {
        ui.label(strong(theme, &subject.name));
        ui.label(caption(theme, places(text, turned, &subject.spots)));
    });
    ui.horizontal_wrapped(|ui| {
        let mut first: Option<Response> = None;
        if answer.is_none() {
            for option in &subject.options {
                let words = answer_words(text, (*option).into());
                let name = format!("{}: {words}", subject.name);
                let option_button = button(ui, theme, None, &words).accessible_name(name);
                if option_button.clicked() {
                    given = Some((*option).into());
                }
                first.get_or_insert(option_button);
            }
        }
        let words = match answer {
            Some(answer) => answer_words(text, answer),
            None if subject.options.is_empty() => text.get(msg!("paste-choose")).to_owned(),
            None => text.get(msg!("paste-choose-other")).to_owned(),
        };
        let name = format!("{}: {words}", subject.name);
        let other = Button::new((&*words, super::super::icon::Icon::Down.text(theme)));
        let size = egui::vec2(0.0, theme.sizes.row.list);
        let other = ui.add(other.min_size(size)).accessible_name(&name);
        given = picker(base, &other, &name, || choices(text, subject)).or(given);
        let first = first.unwrap_or(other);
        if focus {
            first.request_focus();
            first.scroll_to_me(None);
        }
        if let Some(Answer::Own { kind, mut decides }) = answer {
            let words = text.get(msg!("paste-decides"));
            let mark = ui.checkbox(&mut decides, words);
            if mark.accessible_name(format!("{}: {words}", subject.name)).changed() {
                given = Some(Answer::Own { kind, decides });
            }
        }
    });
    given
}

fn answer_words(text: Text, answer: Answer) -> String {
    match answer {
        Answer::State(state) => {
            let name = text.of(&state.name()).to_owned();
            text.with(msg!("paste-is-state"), &[("name", name.into())])
        }
        Answer::Group(group) => {
            let name = text.of(&Meaning::Group(group).name()).to_owned();
            text.with(msg!("paste-is-group"), &[("name", name.into())])
        }
        Answer::Own { kind, .. } => {
            text.with(msg!("paste-is-own"), &[("kind", lower(text.label(kind)).into())])
        }
        Answer::LeaveOut => text.get(msg!("paste-leave-out")).to_owned(),
    }
}

/// Every possible answer: the likely one, a new party, leave out, any state.
fn choices(text: Text, subject: &Subject) -> Vec<Choice<Answer>> {
    let likely = subject.options.iter().map(|option| (*option).into());
    let likely = likely.map(|answer| Choice { value: answer, name: answer_words(text, answer) });
    let states = states_by_name(text.language()).into_iter().map(|(state, name)| Choice {
        value: Answer::State(state),
        name: format!("{name} · {}", state.iso3),
    });
    let groups = groups().iter().map(|group| Choice {
        value: Answer::Group(group),
        name: format!("{} · {}", text.of(&Meaning::Group(group).name()), group.code),
    });
    likely.chain(kinds(text)).chain(states).chain(groups).collect()
}

fn kinds(text: Text) -> Vec<Choice<Answer>> {
    let own = PartyKind::ALL.iter().map(|kind| Answer::own(*kind));
    let all = own.chain([Answer::LeaveOut]);
    all.map(|answer| Choice { value: answer, name: answer_words(text, answer) }).collect()
}

/// The places where a name occurs: its lines or, in a transposed table, its columns.
fn places(text: Text, turned: bool, spots: &[Spot]) -> String {
    let place = |spot: &Spot| (if turned { spot.column } else { spot.line }).to_string();
    let all: Vec<_> = spots.iter().take(8).map(place).collect();
    let more = if spots.len() > 8 { ", …" } else { "" };
    let id = if turned { msg!("paste-columns") } else { msg!("paste-lines") };
    let arguments =
        [("count", spots.len().into()), ("places", format!("{}{more}", all.join(", ")).into())];
    text.with(id, &arguments)
}

/// Asks which row counts when a party's rows contradict each other; returns whether one was
/// answered.
pub(super) fn clashes(ui: &mut Ui, base: &Base<'_>, grid: &mut Grid, focus: &mut bool) -> bool {
    let (theme, text) = (&base.theme, base.text);
    if grid.clashes().is_empty() {
        return false;
    }
    let count = grid.clashes().len();
    section(ui, theme, &text.with(msg!("paste-clashes"), &[("count", count.into())]));
    let shown: Vec<_> = grid.clashes().iter().take(SHOWN).cloned().collect();
    let mut chosen = None;
    for clash in &shown {
        let held = grid.holding(clash.who);
        let takes = *focus && held.is_none();
        if takes {
            *focus = false;
        }
        let name = who_words(text, grid, clash.who);
        ui.push_id(("clash", clash.rows.first().map(|spot| (spot.line, spot.column))), |ui| {
            if let Some(hold) = contradiction(ui, base, grid.turned, clash, &name, held, takes) {
                chosen = Some((clash.who, hold));
            }
        });
    }
    let Some((who, hold)) = chosen else { return false };
    let answered = grid.holding(who).is_none();
    grid.hold(who, hold);
    answered
}

fn contradiction(
    ui: &mut Ui,
    base: &Base<'_>,
    turned: bool,
    clash: &Clash,
    name: &str,
    held: Option<Hold>,
    focus: bool,
) -> Option<Hold> {
    let (theme, text) = (&base.theme, base.text);
    let here = |spot: &Spot| places(text, turned, std::slice::from_ref(spot));
    ui.add_space(theme.sizes.space.s);
    ui.horizontal_wrapped(|ui| {
        ui.label(strong(theme, name));
        ui.label(caption(theme, places(text, turned, &clash.rows)));
    });
    for disputed in clash.disputed.iter().take(DISPUTED) {
        let said = disputed.said.iter().map(|(spot, stance)| {
            let arguments =
                [("place", here(spot).into()), ("stance", lower(text.stance(*stance)).into())];
            text.with(msg!("paste-says"), &arguments)
        });
        let said = said.collect::<Vec<_>>().join("; ");
        paragraph(ui, format!("{}: {said}", disputed.proposal));
    }
    if clash.disputed.len() > DISPUTED {
        let more = [("count", (clash.disputed.len() - DISPUTED).into())];
        ui.label(muted(theme, text.with(msg!("and-more"), &more)));
    }
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        let rows = clash.rows.iter().map(|spot| {
            (Hold::Row(*spot), text.with(msg!("paste-holds-row"), &[("place", here(spot).into())]))
        });
        let neither = (Hold::Neither, text.get(msg!("paste-neither")).to_owned());
        for (place, (hold, words)) in rows.chain([neither]).enumerate() {
            let choice = Button::selectable(held == Some(hold), &*words).frame_when_inactive(true);
            let size = egui::vec2(0.0, theme.sizes.row.list);
            let choice = ui.add(choice.min_size(size)).accessible_name(format!("{name}: {words}"));
            if focus && place == 0 {
                choice.request_focus();
                choice.scroll_to_me(None);
            }
            if choice.clicked() {
                chosen = Some(hold);
            }
        }
    });
    chosen
}

fn who_words(text: Text, grid: &Grid, who: Who) -> String {
    match who {
        Who::State(code) => {
            let state = states().iter().find(|state| state.iso3 == code);
            state.map_or_else(String::new, |state| text.of(&state.name()).to_owned())
        }
        Who::Group(code) => {
            let group = groups().iter().find(|group| group.code == code);
            group
                .map_or_else(String::new, |group| text.of(&Meaning::Group(group).name()).to_owned())
        }
        Who::Own(subject) => grid.name(subject).to_owned(),
    }
}

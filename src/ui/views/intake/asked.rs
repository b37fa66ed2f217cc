//! The questions about a table: one has the focus, and Enter gives the likely answer.

use egui::{Button, Response, Ui, UiBuilder};

use super::Intake;
use crate::exchange::DayQuestion;
use crate::exchange::intake::{
    ClashQuestion, Mapping, Meant, NameAnswer, NameQuestion, OwnScale, Question, ScaleQuestion,
};
use crate::explain::{day_answer, explain_question};
use crate::library::{Meaning, groups, states_by_name};
use crate::model::{DayOrder, Keyed, PartyKind, Stance};
use crate::text::{Text, lower, msg};
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::IntakeAct;
use crate::ui::widgets::{
    Chip, Choice, button, caption, drop_down, group_choices, icon_button, option_label, paragraph,
    party_choices, picker, primary_button, section, strong,
};

/// How many of the other questions are listed.
const LISTED: usize = 12;

/// How many layouts are offered; the menu has them all.
const LAYOUTS: usize = 3;

/// Draws the open questions. The first may take the focus.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, intake: &mut Intake, free: bool) {
    let (theme, text) = (&cx.theme, cx.text);
    if intake.asks_layout() {
        return layout(ui, cx, intake, free);
    }
    if intake.asks_heads() {
        return heads(ui, cx, intake, free);
    }
    let open: Vec<Question> = intake.open().cloned().collect();
    let Some(first) = open.first() else { return };
    let more = intake.plan.as_ref().map_or(0, |(_, plan)| plan.unlisted);
    let count = [("count", (open.len() + more).into())];
    ui.label(strong(theme, text.with(msg!("wizard-asked"), &count)));
    paragraph(ui, explain_question(text, first));
    match first {
        Question::Days(question) => days(ui, cx, intake, question, free),
        Question::Scale(question) => scale(ui, cx, intake, question, free),
        Question::Name(question) => name(ui, cx, intake, question, free),
        Question::Clash(question) => clash(ui, cx, intake, question, free),
    }
    let names = || {
        open.iter().filter_map(|question| match question {
            Question::Name(name) => Some(name),
            Question::Days(_) | Question::Scale(_) | Question::Clash(_) => None,
        })
    };
    if names().count() > 1 {
        rest(ui, cx, intake, &names().cloned().collect::<Vec<_>>());
    }
    for other in open.iter().skip(1).take(LISTED) {
        ui.add(egui::Label::new(caption(theme, explain_question(text, other))).truncate());
    }
    let unlisted = (open.len() + more).saturating_sub(LISTED + 1);
    if unlisted > 0 {
        ui.label(caption(theme, text.with(msg!("and-more"), &[("count", unlisted.into())])));
    }
    ui.add_space(theme.sizes.space.m);
}

/// The kind of table, if more than one layout fits; everything else depends on it.
fn layout(ui: &mut Ui, cx: &Cx<'_>, intake: &Intake, free: bool) {
    let (theme, text) = (&cx.theme, cx.text);
    let Some(reading) = &intake.reading else { return };
    ui.label(strong(theme, text.get(msg!("wizard-which"))));
    for (place, layout) in reading.layouts.iter().take(LAYOUTS).enumerate() {
        let words = text.label(*layout);
        let response = if place == 0 {
            likely(primary_button(ui, theme, words), free)
        } else {
            button(ui, theme, None, words)
        };
        let name = text.with(msg!("wizard-read-as"), &[("layout", words.into())]);
        if response.accessible_name(name).clicked() {
            cx.push(Action::Intake(IntakeAct::Layout(*layout)));
        }
    }
    ui.add_space(theme.sizes.space.m);
}

/// The question about two lines of headings, if their meaning is uncertain.
fn heads(ui: &mut Ui, cx: &Cx<'_>, intake: &Intake, free: bool) {
    let (theme, text) = (&cx.theme, cx.text);
    let Some(reading) = &intake.reading else { return };
    let upper = reading.mapping.upper.as_ref().map_or(0, |upper| upper.line);
    let lines =
        [("upper", upper.to_string().into()), ("line", reading.mapping.header.to_string().into())];
    ui.label(strong(theme, text.with(msg!("wizard-heads-which"), &lines)));
    for (place, heads) in reading.heads.iter().enumerate() {
        let words = text.label(*heads);
        let response = if place == 0 {
            likely(primary_button(ui, theme, words), free)
        } else {
            button(ui, theme, None, words)
        };
        if response.clicked() {
            cx.push(Action::Intake(IntakeAct::Heads(*heads)));
        }
    }
    ui.add_space(theme.sizes.space.m);
}

/// The answers given, each with a way to take it back.
pub(super) fn given(ui: &mut Ui, cx: &Cx<'_>, intake: &mut Intake) {
    let scale = intake.reading.as_ref().map(|it| it.mapping.scale.clone()).unwrap_or_default();
    let order = intake.reading.as_ref().and_then(|it| it.mapping.dates);
    if intake.given.is_empty() && scale.is_empty() && order.is_none() {
        return;
    }
    let (theme, text) = (&cx.theme, cx.text);
    section(ui, theme, text.get(msg!("wizard-given")));
    if let Some(order) = order {
        days_given(ui, cx, intake, order);
    }
    let mut changed = scale.clone();
    meant(ui, cx, &scale.into_keys().collect::<Vec<_>>(), &mut changed);
    let is_other = intake.reading.as_ref().is_some_and(|it| it.mapping.scale != changed);
    if is_other {
        read(cx, intake, |mapping| mapping.scale = changed);
    }
    let mut back = None;
    for (place, (written, _, words)) in intake.given.iter().enumerate() {
        ui.horizontal(|ui| {
            let arguments =
                [("written", written.as_str().into()), ("answer", words.as_str().into())];
            let forget = text.with(msg!("wizard-take-back"), &arguments);
            if icon_button(ui, theme, Icon::Close, &forget).clicked() {
                back = Some(place);
            }
            let words = text.with(msg!("wizard-answer"), &arguments);
            ui.add(egui::Label::new(words).truncate());
        });
    }
    if let Some(place) = back.filter(|place| *place < intake.given.len()) {
        let (written, ..) = intake.given.remove(place);
        intake.answers.forget(&written);
        cx.push(Action::Intake(IntakeAct::Plan));
    }
}

/// Puts the focus on the likely answer, unless something else has it.
fn likely(response: Response, free: bool) -> Response {
    if free {
        response.request_focus();
    }
    response
}

fn read(cx: &Cx<'_>, intake: &Intake, change: impl FnOnce(&mut Mapping)) {
    let Some(reading) = &intake.reading else { return };
    let mut mapping = reading.mapping.clone();
    change(&mut mapping);
    cx.push(Action::Intake(IntakeAct::Read(Box::new(mapping))));
}

/// The answer on how to read days, with a menu to change it.
fn days_given(ui: &mut Ui, cx: &Cx<'_>, intake: &Intake, order: DayOrder) {
    let text = cx.text;
    let words = [("order", lower(text.label(order)).into())];
    let words = text.with(msg!("wizard-days-read"), &words);
    let back = text.get(msg!("wizard-days-back"));
    ui.horizontal(|ui| {
        if icon_button(ui, &cx.theme, Icon::Close, back).clicked() {
            read(cx, intake, |mapping| mapping.dates = None);
        }
        let chip = Chip::new(&words).active(true).menu().show(ui, &cx.theme);
        drop_down(&chip).accessible_name(&*words).show(|ui| {
            for other in
                DayOrder::ALL.iter().copied().filter(|it| it.is_count() == order.is_count())
            {
                if option_label(ui, other == order, text.label(other)).clicked() {
                    read(cx, intake, |mapping| mapping.dates = Some(other));
                    ui.close();
                }
            }
        });
    });
}

fn days(ui: &mut Ui, cx: &Cx<'_>, intake: &Intake, question: &DayQuestion, free: bool) {
    let likely_one = question.likely();
    let others = DayOrder::ALL.iter().copied().filter(|order| Some(*order) != likely_one);
    ui.horizontal_wrapped(|ui| {
        for order in likely_one.into_iter().chain(others) {
            let Some(words) = day_answer(cx.text, question, order) else { continue };
            let response = if Some(order) == likely_one {
                likely(primary_button(ui, &cx.theme, &words), free)
            } else {
                button(ui, &cx.theme, None, &words)
            };
            if response.clicked() {
                read(cx, intake, |mapping| mapping.dates = Some(order));
            }
        }
    });
}

/// The possible meanings of a number.
fn meanings() -> impl Iterator<Item = Meant> {
    let stances = Stance::ALL.iter().map(|stance| Meant::Stance(*stance));
    stances.chain([Meant::Unknown, Meant::NoneTaken])
}

fn meant_words(text: Text, meant: Meant) -> &'static str {
    match meant {
        Meant::Stance(stance) => text.label(stance),
        Meant::Unknown => text.stance(None),
        Meant::NoneTaken => text.get(msg!("wizard-none-taken")),
    }
}

/// The meaning of each number, with a menu to change it; returns whether that was used.
fn meant(ui: &mut Ui, cx: &Cx<'_>, numbers: &[String], scale: &mut OwnScale) -> bool {
    let (theme, text) = (&cx.theme, cx.text);
    let mut changed = false;
    egui::Grid::new("scale").num_columns(2).show(ui, |ui| {
        for number in numbers {
            ui.label(strong(theme, number));
            let meant = scale.get(number).copied();
            let words = meant.map_or(text.get(msg!("wizard-choose")), |it| meant_words(text, it));
            let name = [("number", number.as_str().into()), ("meaning", words.into())];
            let name = text.with(msg!("wizard-stands-for"), &name);
            let choose = Button::new((words, Icon::Down.text(theme)));
            let choose = ui.add(choose).accessible_name(&name);
            drop_down(&choose).accessible_name(&*name).show(|ui| {
                for option in meanings() {
                    let words = meant_words(text, option);
                    if option_label(ui, meant == Some(option), words).clicked() {
                        scale.insert(number.clone(), option);
                        changed = true;
                        ui.close();
                    }
                }
            });
            ui.end_row();
        }
    });
    changed
}

fn scale(ui: &mut Ui, cx: &Cx<'_>, intake: &mut Intake, question: &ScaleQuestion, free: bool) {
    let (theme, text) = (&cx.theme, cx.text);
    let begun = intake.begun.clone();
    let fits = |scale: &OwnScale| scale.keys().all(|number| question.numbers.contains(number));
    let mut scale = begun.filter(fits).or_else(|| question.likely.clone()).unwrap_or_default();
    if meant(ui, cx, &question.numbers, &mut scale) {
        intake.begun = Some(scale.clone());
    }
    let whole = question.numbers.iter().all(|number| scale.contains_key(number));
    ui.add_enabled_ui(whole, |ui| {
        let done = primary_button(ui, theme, text.get(msg!("wizard-scale-so")));
        if likely(done, free && whole).clicked() {
            read(cx, intake, |mapping| mapping.scale = scale.clone());
            intake.begun = None;
        }
    });
}

fn answer(intake: &mut Intake, written: &str, answer: NameAnswer, words: String) {
    intake.answers.name(written, answer);
    intake.given.retain(|(other, ..)| other != written);
    intake.given.push((written.to_owned(), answer, words));
}

fn name(ui: &mut Ui, cx: &Cx<'_>, intake: &mut Intake, question: &NameQuestion, free: bool) {
    // A button of the previous question must not pass its focus on to one of several answers.
    let several = question.options.len() > 1;
    let scope = ui.scope_id().with(several.then_some(&question.written));
    ui.scope_builder(UiBuilder::new().scope_id(scope), |ui| who(ui, cx, intake, question, free));
}

fn who(ui: &mut Ui, cx: &Cx<'_>, intake: &mut Intake, question: &NameQuestion, free: bool) {
    let (theme, text) = (&cx.theme, cx.text);
    let written = question.written.as_str();
    let mut chosen: Option<(NameAnswer, String)> = None;
    let is_group = names_group(intake, question);
    ui.horizontal_wrapped(|ui| {
        let counts = question.options.iter().any(|it| it.answer == NameAnswer::LeaveOut);
        let leave_out = text.get(msg!("wizard-leave-out"));
        let named = [("written", written.into()), ("answer", leave_out.into())];
        let left_out = text.with(msg!("wizard-answer"), &named);
        if counts {
            let out = likely(primary_button(ui, theme, leave_out), free);
            if out.accessible_name(&left_out).clicked() {
                chosen = Some((NameAnswer::LeaveOut, leave_out.to_owned()));
            }
        }
        let options = question.options.iter().filter(|it| it.answer != NameAnswer::LeaveOut);
        // With several options none is likely: Enter would guess.
        let single = options.clone().count() == 1;
        for (place, option) in options.take(6).enumerate() {
            let response = if single || question.is_exact && place == 0 {
                likely(primary_button(ui, theme, &option.name), free)
            } else {
                button(ui, theme, None, &option.name)
            };
            let words = [("written", written.into()), ("name", option.name.as_str().into())];
            let response = response.accessible_name(text.with(msg!("import-is"), &words));
            if response.clicked() {
                chosen = Some((option.answer, option.name.clone()));
            }
        }
        let words = if question.options.is_empty() || counts {
            text.get(msg!("wizard-who"))
        } else {
            text.get(msg!("paste-choose-other"))
        };
        let height = egui::vec2(0.0, theme.sizes.row.list);
        let other = Button::new((words, Icon::Down.text(theme))).min_size(height);
        let name = [("written", written.into()), ("answer", words.into())];
        let name = text.with(msg!("wizard-answer"), &name);
        let other = ui.add(other).accessible_name(&name);
        let other = likely(other, free && question.options.is_empty());
        if let Some(choice) = picker(cx, &other, &name, || choices(cx, is_group)) {
            chosen = Some((choice.0, choice.1));
        }
        if !counts {
            let out = button(ui, theme, None, leave_out);
            if out.accessible_name(&left_out).clicked() {
                chosen = Some((NameAnswer::LeaveOut, leave_out.to_owned()));
            }
        }
    });
    if let Some((given, words)) = chosen {
        answer(intake, written, given, words);
        cx.push(Action::Intake(IntakeAct::Plan));
    }
}

/// One answer for all remaining names.
fn rest(ui: &mut Ui, cx: &Cx<'_>, intake: &mut Intake, names: &[NameQuestion]) {
    let (theme, text) = (&cx.theme, cx.text);
    let words = text.with(msg!("wizard-rest"), &[("count", names.len().into())]);
    let all = button(ui, theme, None, &words);
    let parties = !names.iter().any(|name| names_group(intake, name));
    let Some((given, words)) = picker(cx, &all, &words, || kinds(text, parties)) else { return };
    for question in names {
        answer(intake, &question.written, given, words.clone());
    }
    cx.push(Action::Intake(IntakeAct::Plan));
}

/// The choices for a name that is not in the dossier: a new party of each kind, a new group, or
/// none.
fn kinds(text: Text, parties: bool) -> Vec<Choice<(NameAnswer, String)>> {
    let kind = |kind: &PartyKind| {
        let words = [("kind", lower(text.label(*kind)).into())];
        let name = text.with(msg!("wizard-new-party"), &words);
        Choice { value: (NameAnswer::New(*kind), name.clone()), name }
    };
    let out = text.get(msg!("wizard-leave-out")).to_owned();
    let out = Choice { value: (NameAnswer::LeaveOut, out.clone()), name: out };
    let group = text.get(msg!("wizard-new-group")).to_owned();
    let group = Choice { value: (NameAnswer::NewGroup, group.clone()), name: group };
    let all = PartyKind::ALL.iter().filter(|_| parties).map(kind);
    if parties { all.chain([out]).collect() } else { vec![group, out] }
}

/// Whether a name asked about is that of a group.
fn names_group(intake: &Intake, question: &NameQuestion) -> bool {
    intake.reading.as_ref().is_some_and(|reading| reading.mapping.names_group(question))
}

/// Everybody who can be meant: a new party, one of the dossier, a state, a group. If only a group
/// can be meant, only groups.
fn choices(cx: &Cx<'_>, is_group: bool) -> Vec<Choice<(NameAnswer, String)>> {
    let text = cx.text;
    let parties = party_choices(cx, |_| true).into_iter();
    let parties = parties.map(|it| (NameAnswer::Here(it.value.into()), it.name));
    let own = group_choices(cx, |_| true).into_iter();
    let own = own.map(|it| (NameAnswer::Here(it.value.into()), it.name));
    let here = |iso3: &str| cx.snapshot.party_by_code(iso3).is_some();
    let states = states_by_name(text.language()).into_iter();
    let states = states
        .filter(|(state, _)| !here(&state.iso3))
        .map(|(state, name)| (NameAnswer::State(state), format!("{name} · {}", state.iso3)));
    let has = |code: &str| cx.snapshot.groups.iter().any(|group| group.code == code);
    let others = groups().iter().filter(|group| !has(&group.code)).map(|group| {
        let name = text.of(&Meaning::Group(group).name()).to_owned();
        (NameAnswer::Group(group), format!("{name} · {}", group.code))
    });
    let people = parties.chain(states).filter(|_| !is_group);
    let all = people.chain(own).chain(others);
    let all = all.map(|(answer, name)| Choice { value: (answer, name.clone()), name });
    kinds(text, !is_group).into_iter().chain(all).collect()
}

fn clash(ui: &mut Ui, cx: &Cx<'_>, intake: &mut Intake, question: &ClashQuestion, free: bool) {
    let (theme, text) = (&cx.theme, cx.text);
    ui.horizontal_wrapped(|ui| {
        let holds =
            |line: u64| text.with(msg!("wizard-holds"), &[("line", line.to_string().into())]);
        if let Some(first) = question.first {
            let keep = likely(primary_button(ui, theme, &holds(first.0)), free);
            if keep.clicked() {
                intake.answers.leave_out(question.second);
                cx.push(Action::Intake(IntakeAct::Plan));
            }
            if button(ui, theme, None, &holds(question.second.0)).clicked() {
                intake.answers.leave_out(first);
                cx.push(Action::Intake(IntakeAct::Plan));
            }
        } else {
            let out = text
                .with(msg!("wizard-line-out"), &[("line", question.second.0.to_string().into())]);
            if likely(primary_button(ui, theme, &out), free).clicked() {
                intake.answers.leave_out(question.second);
                cx.push(Action::Intake(IntakeAct::Plan));
            }
        }
        let show = text.get(msg!("wizard-show"));
        if button(ui, theme, None, show).clicked() {
            intake.go_to(question.second.0);
        }
    });
}

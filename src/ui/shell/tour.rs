//! The guided tour: a strip at the foot of the window that explains what is on screen.

use egui::{Align, Frame, Id, Key, Layout, Margin, Panel, Response, Ui};

use crate::command::Screen;
use crate::text::{Message, msg};
use crate::ui::cx::{Action, Base};
use crate::ui::icon::Icon;
use crate::ui::theme::points;
use crate::ui::widgets::{
    Part, button, caption, icon_button, paragraph, point_at, primary_button, strong,
};

/// The subject of a step of the tour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// The matrix.
    Matrix,
    /// The heads of its columns.
    Heads,
    /// The camps its rows are in.
    Camps,
    /// A cell of the matrix.
    Cell,
    /// The evidence that the inspector shows for that cell.
    Evidence,
    /// A proposal.
    Proposal,
    /// A screen; the selection stays.
    Screen(Screen),
}

impl Subject {
    /// The screen it is on.
    pub(crate) fn screen(self) -> Screen {
        match self {
            Self::Matrix | Self::Heads | Self::Camps | Self::Cell | Self::Evidence => {
                Screen::Matrix
            }
            Self::Proposal => Screen::Proposals,
            Self::Screen(screen) => screen,
        }
    }

    /// The part of the window it is about.
    fn part(self) -> Part {
        match self {
            Self::Matrix | Self::Screen(_) => Part::Screen,
            Self::Heads => Part::Heads,
            Self::Camps => Part::Camps,
            Self::Cell => Part::Cell,
            Self::Evidence | Self::Proposal => Part::Beside,
        }
    }
}

/// Each step: what it explains, its title and its text.
pub(crate) const STEPS: [(Subject, Message, Message); 9] = [
    (Subject::Matrix, msg!("tour-1-title"), msg!("tour-1")),
    (Subject::Heads, msg!("tour-2-title"), msg!("tour-2")),
    (Subject::Camps, msg!("tour-3-title"), msg!("tour-3")),
    (Subject::Cell, msg!("tour-4-title"), msg!("tour-4")),
    (Subject::Evidence, msg!("tour-5-title"), msg!("tour-5")),
    (Subject::Proposal, msg!("tour-6-title"), msg!("tour-6")),
    (Subject::Screen(Screen::Obstacles), msg!("tour-7-title"), msg!("tour-7")),
    (Subject::Screen(Screen::Text), msg!("tour-text-title"), msg!("tour-text")),
    (Subject::Screen(Screen::Room), msg!("tour-8-title"), msg!("tour-8")),
];

/// Draws a ring around the part of the window that a step explains, unless the user went to another
/// screen meanwhile.
pub(crate) fn point(ui: &Ui, base: &Base<'_>, step: usize, screen: Screen) {
    if let Some((subject, ..)) = STEPS.get(step)
        && subject.screen() == screen
    {
        point_at(ui, &base.theme, subject.part());
    }
}

/// Draws a step of the tour, with buttons for next, back and leave.
pub(crate) fn tour(ui: &mut Ui, base: &Base<'_>, step: usize) {
    let (theme, text) = (&base.theme, base.text);
    let Some((_, title, words)) = STEPS.get(step) else { return };
    let space = &theme.sizes.space;
    let frame = Frame::new()
        .fill(theme.colours.accent_soft)
        .inner_margin(Margin::symmetric(points(space.l), points(space.m)));
    Panel::bottom("tour").resizable(false).frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if icon_button(ui, theme, Icon::Close, text.get(msg!("tour-leave"))).clicked() {
                    base.push(Action::Tour(None));
                }
                let last = step + 1 == STEPS.len();
                let next = text.get(if last { msg!("tour-done") } else { msg!("tour-next") });
                let next = primary_button(ui, theme, next);
                if next.clicked() {
                    base.push(Action::Tour((!last).then_some(step + 1)));
                }
                let mut mine = vec![next.id];
                ui.add_enabled_ui(step > 0, |ui| {
                    let back = button(ui, theme, None, text.get(msg!("tour-back")));
                    mine.push(back.id);
                    if back.clicked() {
                        base.push(Action::Tour(step.checked_sub(1)));
                    }
                });
                keys(ui, base, step, &next, &mine);
                let arguments = [("step", (step + 1).into()), ("steps", STEPS.len().into())];
                ui.label(caption(theme, text.with(msg!("tour-step"), &arguments)));
                ui.with_layout(Layout::top_down(Align::Min), |ui| {
                    ui.label(strong(theme, text.get(*title)));
                    paragraph(ui, text.get(*words));
                });
            });
        });
    });
}

/// Each step begins on its button, so that Enter goes on; Escape leaves as long as the keys belong to the tour.
fn keys(ui: &Ui, base: &Base<'_>, step: usize, next: &Response, mine: &[Id]) {
    let id = next.id.with("shown");
    let (now, shown) = (ui.cumulative_pass_nr(), ui.data(|data| data.get_temp::<(u64, usize)>(id)));
    if shown.is_none_or(|(drawn, before)| before != step || now > drawn + 1) {
        next.request_focus();
    }
    ui.data_mut(|data| data.insert_temp(id, (now, step)));
    // Escape makes egui drop the focus for this frame.
    let had_focus = ui.memory(|memory| mine.iter().any(|id| memory.had_focus_last_frame(*id)));
    if had_focus && ui.input(|input| input.key_pressed(Key::Escape)) {
        base.push(Action::Tour(None));
    }
}

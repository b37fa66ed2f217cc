//! The room from the laptop: a live picture of the wall, the running order, and what is recorded.

mod adding;
mod capture;
mod drafting;
mod order;

use egui::{Event, Key, Rect, Sense, Ui, pos2, vec2};

use crate::command::Command;
use crate::explain::seen_count_lines;
use crate::model::{Keyed, Record, Stance, Table};
use crate::report::Subject;
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::room::{Room, clock, preview, wall};
use crate::ui::state::{CampNames, MINUTES, RoomAct, ViewState};
use crate::ui::theme::Theme;
use crate::ui::views::{Draw, PageOf, View};
use crate::ui::widgets::{
    Chip, GridFocus, caption, drop_down, heading, is_busy, marking_chip, muted, option_value,
    paragraph, primary_button, strong, was_busy,
};

/// The screen's description.
pub(super) const VIEW: View = View {
    icon: Icon::Monitor,
    hint: |_| msg!("hint-room"),
    help: msg!("help-page-room"),
    more_help: None,
    count: None,
    add: |_| None,
    can_filter: false,
    inspects: |_| false,
    tables: &[Table::Parked, Table::Slides],
    asks_all: |_| false,
    page: |_| PageOf::Screen(Subject::Room),
    lists: None,
    draw: Draw::Room(show),
};

/// The focus of the picture of the wall; while it has the focus, single keys control the room.
const FOCUS: GridFocus = GridFocus::new("room");

/// Draws the screen; `room` is present while a room is open.
fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, room: Option<&mut Room>) {
    let Some(room) = room else { return closed(ui, cx, state) };
    let mut acts = if FOCUS.is_here(ui) { keys_of(&FOCUS.events(ui)) } else { page_keys(ui) };
    if was_busy(ui) || is_busy(ui) {
        // An Escape that leaves a field, closes a menu or clears a text selection is not meant for
        // the wall.
        acts.retain(|act| *act != Action::Room(RoomAct::Cover));
    }
    acts.into_iter().for_each(|act| cx.push(act));
    let theme = &cx.theme;
    let width = ui.available_width();
    let aside = (width * 0.34).clamp(theme.sizes.space.xxl * 9.0, theme.sizes.space.xxl * 14.0);
    ui.horizontal_top(|ui| {
        let size = vec2(width - aside - theme.sizes.space.l, ui.available_height());
        ui.allocate_ui(size, |ui| {
            ui.set_max_width(size.x);
            ui.vertical(|ui| {
                egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                    head(ui, cx, room);
                    picture(ui, cx, room);
                    driving(ui, cx, room);
                    drafting::show(ui, cx, room);
                    capture::show(ui, cx, room);
                });
            });
        });
        ui.add_space(theme.sizes.space.l);
        ui.vertical(|ui| {
            coming(ui, cx, room);
            // Beside the order, which follows the slide: it stays in reach.
            withheld(ui, cx, room);
            egui::ScrollArea::vertical().id_salt("order").auto_shrink(false).show(ui, |ui| {
                order::show(ui, cx, state, Some(room));
            });
        });
    });
}

/// The screen while no room is open: an explanation, how to open one, and the running order to
/// prepare.
fn closed(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    let theme = &cx.theme;
    heading(ui, cx.text.get(msg!("screen-room")));
    paragraph(ui, muted(theme, cx.text.get(msg!("room-about"))));
    ui.add_space(theme.sizes.space.m);
    if primary_button(ui, theme, Command::RoomOpen.label(cx.text)).clicked() {
        cx.push(Action::Command(Command::RoomOpen));
    }
    ui.add_space(theme.sizes.space.l);
    egui::ScrollArea::vertical().id_salt("order").auto_shrink(false).show(ui, |ui| {
        ui.set_max_width(theme.sizes.space.xxl * 18.0);
        order::show(ui, cx, state, None);
    });
}

/// The room's ceiling, and whether the wall follows.
fn head(ui: &mut Ui, cx: &Cx<'_>, room: &Room) {
    let theme = &cx.theme;
    ui.horizontal(|ui| {
        heading(ui, cx.text.get(msg!("screen-room")));
        marking_chip(ui, theme, room.label());
        let (icon, colour, words) = if room.live().is_none() {
            (Icon::Error, theme.colours.danger, msg!("room-unreadable"))
        } else if room.question().is_some() {
            (Icon::Moon, theme.colours.warn, msg!("room-asks"))
        } else if room.is_blank() {
            (Icon::Moon, theme.colours.warn, msg!("room-is-blank"))
        } else if room.frozen {
            (Icon::Lock, theme.colours.warn, msg!("room-is-frozen"))
        } else {
            (Icon::Good, theme.colours.ok, msg!("room-is-live"))
        };
        ui.label(icon.text(theme).color(colour));
        ui.label(strong(theme, cx.text.get(words)).color(colour));
    });
}

/// A picture of the wall, and the pointer's position on it.
fn picture(ui: &mut Ui, cx: &Cx<'_>, room: &mut Room) {
    let sizes = &cx.theme.sizes.room;
    let width = ui.available_width() - cx.theme.sizes.space.s;
    let tallest = ui.clip_rect().height() * 0.46;
    let width = width.min(tallest * sizes.width / sizes.height);
    let size = vec2(width, width * sizes.height / sizes.width);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
    let now = ui.input(|input| input.time);
    let drawn = {
        let shown = room.wall(now);
        wall(ui, rect, Theme::fixed(room.dark), shown.as_ref(), room.blank_clock(now))
    };
    room.draw(drawn);
    ui.painter().rect_stroke(rect, 0, cx.theme.hairline(), egui::StrokeKind::Outside);
    let pointed = response.is_pointer_button_down_on().then(|| response.interact_pointer_pos());
    let share = pointed.flatten().map(|at| share(rect, at));
    if share != room.pointer {
        cx.push(Action::Room(RoomAct::Pointer(share)));
    }
    let name = cx.text.get(msg!("room-picture"));
    FOCUS.show(ui, rect, false, || name.to_owned());
    ui.add(egui::Label::new(caption(&cx.theme, cx.text.get(msg!("room-keys")))).wrap());
}

/// The next slide on the wall, or the one that waits until the wall is unfrozen.
fn coming(ui: &mut Ui, cx: &Cx<'_>, room: &Room) {
    let (theme, sizes) = (&cx.theme, &cx.theme.sizes.room);
    let Some(coming) = room.coming() else { return };
    let words = if coming.waits { msg!("room-waits") } else { msg!("room-next") };
    let title =
        order::title(cx.text, room.live().map_or(cx.snapshot, |it| &it.snapshot), coming.slide());
    let words = cx.text.get(words);
    let words = match coming.page() {
        Some((page, pages)) => {
            let of = [("page", (page + 1).into()), ("pages", pages.into())];
            // Of a long title the end is cut, and a page of the slide on the wall is told by its number.
            format!("{words}: {} · {title}", cx.text.with(msg!("room-page"), &of))
        }
        None => format!("{words}: {title}"),
    };
    ui.add(egui::Label::new(strong(theme, words)).truncate());
    let width =
        ui.available_width().min(ui.clip_rect().height() * 0.3 * sizes.width / sizes.height);
    let size = vec2(width, width * sizes.height / sizes.width);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    ui.push_id("coming", |ui| {
        preview(ui, rect, Theme::fixed(room.dark), &coming.wall(room));
    });
    ui.painter().rect_stroke(rect, 0, theme.hairline(), egui::StrokeKind::Outside);
    ui.add_space(theme.sizes.space.m);
}

fn share(rect: Rect, at: egui::Pos2) -> egui::Pos2 {
    let share = (at - rect.min) / rect.size();
    pos2(share.x.clamp(0.0, 1.0), share.y.clamp(0.0, 1.0))
}

/// The buttons that control the room.
fn driving(ui: &mut Ui, cx: &Cx<'_>, room: &mut Room) {
    let theme = &cx.theme;
    ui.horizontal_wrapped(|ui| {
        for command in [Command::RoomBack, Command::RoomNext] {
            if Chip::new(command.label(cx.text)).show(ui, theme).clicked() {
                cx.push(Action::Command(command));
            }
        }
        for (command, on) in [(Command::RoomBlank, room.blank), (Command::RoomFreeze, room.frozen)]
        {
            if Chip::new(command.label(cx.text)).active(on).show(ui, theme).clicked() {
                cx.push(Action::Command(command));
            }
        }
        ui.add_enabled_ui(room.frozen, |ui| {
            if Chip::new(Command::RoomShow.label(cx.text)).show(ui, theme).clicked() {
                cx.push(Action::Command(Command::RoomShow));
            }
        });
        timer(ui, cx, room);
        let camps = Chip::new(cx.text.label(room.camps)).menu().show(ui, theme);
        drop_down(&camps).accessible_name(cx.text.get(msg!("room-camps"))).show(|ui| {
            for option in CampNames::ALL {
                option_value(ui, &mut room.camps, *option, cx.text.label(*option));
            }
        });
        drafting::choices(ui, cx, room);
        if Chip::new(cx.text.get(msg!("room-dark"))).active(room.dark).show(ui, theme).clicked() {
            room.dark = !room.dark;
        }
        if Chip::new(Command::RoomClose.label(cx.text)).show(ui, theme).clicked() {
            cx.push(Action::Room(RoomAct::AskClose));
        }
    });
}

fn timer(ui: &mut Ui, cx: &Cx<'_>, room: &mut Room) {
    let now = ui.input(|input| input.time);
    let words = match room.seconds(now) {
        Some(seconds) => cx.text.with(msg!("room-timer-stop"), &[("left", clock(seconds).into())]),
        None => cx.text.with(msg!("room-timer-start"), &[("count", room.minutes.into())]),
    };
    let on = room.until.is_some();
    if Chip::new(&words).active(on).show(ui, &cx.theme).clicked() {
        cx.push(Action::Room(RoomAct::Timer));
    }
    let menu = Chip::new(cx.text.get(msg!("room-minutes"))).menu().show(ui, &cx.theme);
    drop_down(&menu).accessible_name(cx.text.get(msg!("room-minutes"))).show(|ui| {
        for minutes in MINUTES {
            let words = cx.text.with(msg!("room-minute"), &[("count", minutes.into())]);
            option_value(ui, &mut room.minutes, minutes, words);
        }
    });
}

/// How much is withheld, and what was released by name.
fn withheld(ui: &mut Ui, cx: &Cx<'_>, room: &Room) {
    let theme = &cx.theme;
    let count = [("count", room.withheld().into())];
    ui.horizontal_wrapped(|ui| {
        ui.label(Icon::Lock.text(theme));
        let words = cx.text.with(msg!("room-withheld-count"), &count);
        ui.label(strong(theme, words)).on_hover_ui(|ui| {
            for line in seen_count_lines(cx.text, &room.seen_counts) {
                ui.label(line);
            }
        });
        if Chip::new(cx.text.get(msg!("room-release"))).show(ui, theme).clicked() {
            cx.push(Action::Room(RoomAct::AskRelease));
        }
    });
    // Many chips leave the order its room.
    let most = theme.sizes.space.xxl * 4.0;
    let chips = egui::ScrollArea::vertical().id_salt("released").max_height(most);
    chips.show(ui, |ui| released(ui, cx, room));
    ui.add_space(theme.sizes.space.m);
}

/// A chip for each record that was released by name, and for what an answer keeps hidden.
fn released(ui: &mut Ui, cx: &Cx<'_>, room: &Room) {
    let theme = &cx.theme;
    // The moves of a scenario were released with it.
    let by_name = room.released_by_name(cx.snapshot).into_iter();
    for record in by_name.filter(|record| record.table != Table::ScenarioMoves) {
        // A released record may have been changed since, unseen.
        let seen = room.live().map_or(cx.snapshot, |seen| &seen.snapshot);
        let mut name = crate::explain::record_title(cx.text, seen, record);
        if let Some(Record::Assessment(entry)) = seen.find(record) {
            // Several may be of one proposal and one day.
            name = format!("{name} · {}", crate::explain::assessed(cx.text, &entry));
        }
        let words = cx.text.with(msg!("room-withdraw"), &[("what", name.into())]);
        if Chip::new(&words).active(true).removable().show(ui, theme).clicked() {
            cx.push(Action::Room(RoomAct::Withdraw(record)));
        }
    }
    for (place, count) in room.kept(cx.snapshot) {
        let words = cx.text.with(msg!("room-kept"), &[("count", count.into())]);
        if Chip::new(&words).menu().show(ui, theme).clicked() {
            cx.push(Action::Room(RoomAct::AskKept(place)));
        }
    }
}

/// The actions for this frame's keys, as a presentation remote sends them.
pub fn keys(ui: &Ui) -> Vec<Action> {
    let events = ui.input(|input| input.events.clone());
    keys_of(&events)
}

/// The paging and blanking keys, which a remote sends wherever the focus is.
fn page_keys(ui: &Ui) -> Vec<Action> {
    if ui.text_edit_focused() || ui.memory(|memory| memory.top_modal_layer().is_some()) {
        return Vec::new();
    }
    let events = ui.input(|input| input.events.clone());
    let paging = |event: &Event| {
        matches!(event, Event::Key { key: Key::PageDown | Key::PageUp | Key::Escape, .. })
    };
    keys_of(&events.into_iter().filter(paging).collect::<Vec<_>>())
}

fn keys_of(events: &[Event]) -> Vec<Action> {
    let command = Action::Command;
    let mut acts = Vec::new();
    // Some systems send the letter of a shortcut too.
    let mut in_shortcut = false;
    for event in events {
        if let Event::Key { pressed: true, modifiers, .. } = event {
            in_shortcut = modifiers.command || modifiers.ctrl || modifiers.alt;
        }
        match event {
            Event::Text(_) if in_shortcut => {}
            Event::Key { key, pressed: true, modifiers, .. } if modifiers.is_none() => {
                acts.extend(match key {
                    Key::PageDown | Key::ArrowRight | Key::Space => {
                        Some(command(Command::RoomNext))
                    }
                    Key::PageUp | Key::ArrowLeft => Some(command(Command::RoomBack)),
                    Key::Enter => Some(command(Command::RoomShow)),
                    Key::ArrowDown => Some(Action::Room(RoomAct::Point(1))),
                    Key::ArrowUp => Some(Action::Room(RoomAct::Point(-1))),
                    Key::Home => Some(Action::Room(RoomAct::Go(0))),
                    // A remote that ends the show must not reveal what is behind the wall.
                    Key::Escape => Some(Action::Room(RoomAct::Cover)),
                    _ => None,
                });
            }
            Event::Text(typed) => acts.extend(typed.chars().filter_map(typed_act)),
            _ => {}
        }
    }
    acts
}

fn typed_act(typed: char) -> Option<Action> {
    Some(match typed.to_ascii_lowercase() {
        'b' | '.' => Action::Command(Command::RoomBlank),
        'f' => Action::Command(Command::RoomFreeze),
        't' => Action::Room(RoomAct::Timer),
        's' => Action::Room(RoomAct::AskSpeaker),
        'p' => Action::Room(RoomAct::AskPark),
        'c' => Action::Room(RoomAct::SwitchNames),
        '+' | '-' | '−' => Action::Room(RoomAct::Sign(typed)),
        _ => Action::Room(RoomAct::Take(Stance::from_typed(typed, None)?)),
    })
}

//! Recording in the room: stances in speaking order, polls, parked points.

use egui::{Align, Checkbox, Popup, TextEdit, Ui};

use crate::analysis::SoFar;
use crate::document::dealt_with_edit;
use crate::model::{Keyed, PartyId, PollKind, Stance, stance};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::room::{Room, Running};
use crate::ui::state::RoomAct;
use crate::ui::widgets::{
    Chip, button, caption, muted, paragraph, party_choices, picker, said_buttons, section,
    stance_badge, text_menu,
};

/// How many of the latest entries are shown.
const LAST: usize = 8;

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, room: &mut Room) {
    let theme = &cx.theme;
    // A request made on a slide without a proposal does not carry over to the next slide.
    let ask_speaker = std::mem::take(&mut room.ask_speaker);
    section(ui, theme, cx.text.get(msg!("room-take")));
    // Others may be looking on, so everything is named as the room sees it.
    let seen = room.live().map_or(cx.snapshot, |seen| &seen.snapshot);
    let proposal = room.proposal().and_then(|id| seen.proposals.get(id));
    match proposal {
        None => {
            paragraph(ui, muted(theme, cx.text.get(room.why_not_taken())));
        }
        Some(_) if cx.read_only => {
            paragraph(ui, muted(theme, cx.why_read_only()));
        }
        Some(proposal) => {
            ui.horizontal_wrapped(|ui| {
                ui.label(format!("{} · {}", proposal.code, cx.text.of(&proposal.title)));
                let names =
                    Chip::new(cx.text.get(msg!("room-without-names"))).active(room.without_names);
                if names.show(ui, theme).clicked() {
                    cx.push(Action::Room(RoomAct::SwitchNames));
                }
                if !room.without_names {
                    speaker(ui, cx, room, ask_speaker);
                }
            });
            ui.add_space(theme.sizes.space.xs);
            ui.scope(|ui| {
                ui.set_max_width(theme.sizes.space.xxl * 12.0);
                if let Some(stance) = said_buttons(ui, theme, cx.text) {
                    cx.push(Action::Room(RoomAct::Take(stance)));
                }
            });
            if button(ui, theme, None, cx.text.get(msg!("room-poll"))).clicked() {
                cx.push(Action::Room(RoomAct::AskPoll));
            }
        }
    }
    taken(ui, cx, room);
    parked(ui, cx, room);
}

/// The speaker, chosen by typing part of a name.
fn speaker(ui: &mut Ui, cx: &Cx<'_>, room: &Room, ask: bool) {
    // Others may be looking on, so only speakers whom the room may see can be found here.
    let seen = room.live().map(|seen| &seen.snapshot.parties);
    let stands = |id: PartyId| seen.and_then(|seen| seen.get(id));
    let name = |id: PartyId| stands(id).map(|it| cx.text.of(&it.name).to_owned());
    let chosen = room.speaker.and_then(name);
    let words = match &chosen {
        Some(name) => cx.text.with(msg!("room-speaker"), &[("name", name.as_str().into())]),
        None => cx.text.get(msg!("room-no-speaker")).to_owned(),
    };
    let chip = Chip::new(&words).active(chosen.is_some()).menu().show(ui, &cx.theme);
    if ask {
        chip.scroll_to_me(None);
        Popup::open_id(ui, Popup::default_response_id(&chip));
    }
    let label = cx.text.get(msg!("room-choose-speaker"));
    if let Some(party) = picker(cx, &chip, label, || party_choices(cx, |id| stands(id).is_some())) {
        cx.push(Action::Room(RoomAct::Speaker(Some(party))));
    }
}

/// The recorded stances, latest first, without undone ones.
fn taken(ui: &mut Ui, cx: &Cx<'_>, room: &Room) {
    let theme = &cx.theme;
    let seen = room.live().map_or(cx.snapshot, |seen| &seen.snapshot);
    // Others may be looking on: once withheld, neither who spoke nor what was said is shown here.
    let party = |id| seen.parties.get(id);
    let entries = room.told(cx.snapshot).into_iter();
    let entries = entries.filter_map(|it| Some((it.by.party().and_then(party)?, it)));
    let entries: Vec<_> = entries.enumerate().collect();
    for (place, (party, entry)) in entries.into_iter().rev().take(LAST) {
        let code = seen.proposals.get(entry.proposal).map_or("", |it| &it.code);
        ui.horizontal(|ui| {
            ui.label(caption(theme, format!("{}.", place + 1)));
            stance_badge(ui, theme, cx.text, entry.stance);
            ui.label(cx.text.of(&party.name));
            ui.label(caption(theme, code));
        });
    }
    let Some(here) = room.proposal() else { return };
    let said = room.spoken_here().filter(|spoken| spoken.total() > 0);
    let Some(dossier) = room.dossier() else { return };
    if let Some(poll) = said.map(|spoken| spoken.poll(here)) {
        return counted(ui, cx, &room.so_far(dossier, poll));
    }
    // Others may be looking on, so anything the room may not see is not here either.
    let spoken = cx.snapshot.polls.iter().filter(|poll| {
        poll.kind == PollKind::Speakers
            && poll.date == cx.today
            && poll.proposal == here
            && room.sees_poll(poll.id)
    });
    spoken.for_each(|poll| counted(ui, cx, &room.so_far(dossier, poll.clone())));
}

/// The count without names; with few answers, not the split, because others may be looking on.
fn counted(ui: &mut Ui, cx: &Cx<'_>, running: &Running) {
    let total = running.poll.total();
    let words = match running.told {
        SoFar::Split(counts, since) => {
            let counts = Stance::ALL.iter().zip(counts).filter(|(_, count)| *count > 0);
            let counts = counts.map(|(it, count)| format!("{} {count}", stance::sign(Some(*it))));
            let mut counts = counts.collect::<Vec<_>>().join("  ");
            if since > 0 {
                let since = since.try_into().unwrap_or(usize::MAX);
                let since = cx.text.with(msg!("room-not-shown-yet"), &[("count", since.into())]);
                counts = format!("{counts} · {since}");
            }
            cx.text.with(msg!("room-counted-speakers"), &[("counts", counts.into())])
        }
        SoFar::TakenBack(fewest) => {
            let counts = format!("{total} ({})", cx.text.get(msg!("room-taken-back")));
            let counted = cx.text.with(msg!("room-counted-speakers"), &[("counts", counts.into())]);
            let fewest = [("count", fewest.into())];
            format!("{counted} {}", cx.text.with(msg!("room-taken-back-how"), &fewest))
        }
        SoFar::FewerThan(fewest) => {
            let few = cx.text.with(msg!("room-few"), &[("count", fewest.into())]);
            let counts = format!("{total} ({few})");
            cx.text.with(msg!("room-counted-speakers"), &[("counts", counts.into())])
        }
    };
    ui.label(words);
}

/// The parked points, and a field for another.
fn parked(ui: &mut Ui, cx: &Cx<'_>, room: &mut Room) {
    let theme = &cx.theme;
    section(ui, theme, cx.text.get(msg!("room-parked")));
    let name = cx.text.get(msg!("room-park"));
    ui.add_enabled_ui(!cx.read_only, |ui| {
        ui.horizontal(|ui| {
            let field = TextEdit::singleline(&mut room.parking)
                .hint_text(name)
                .desired_width(theme.sizes.space.xxl * 10.0)
                // As tall as the button beside it.
                .min_size(egui::vec2(0.0, theme.sizes.row.list))
                .align(egui::Align2::LEFT_CENTER);
            let response = ui.add(field).accessible_name(name);
            text_menu(ui, cx, &response);
            if std::mem::take(&mut room.ask_park) {
                response.request_focus();
                // On a small screen it lies below the edge, and what is parked below that.
                response.scroll_to_me(Some(Align::Center));
            }
            let entered =
                response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            if button(ui, theme, None, cx.text.get(msg!("room-park-add"))).clicked() || entered {
                cx.push(Action::Room(RoomAct::Park(room.parking.clone())));
            }
        });
        // Others may be looking on, so only what the room may see is listed.
        let seen = |id| room.live().and_then(|live| live.snapshot.parked.get(id));
        let open = cx.snapshot.parked.iter().filter(|it| !it.resolved);
        let mut points: Vec<_> = open.filter_map(|it| Some((it, seen(it.id)?))).collect();
        points.sort_by_key(|(point, _)| std::cmp::Reverse((point.made, point.id)));
        for (point, stands) in points {
            ui.horizontal(|ui| {
                // Empty: a tick would say that it has been dealt with.
                let (mut done, words) = (false, cx.text.get(msg!("room-park-done")));
                let tick = ui.add(Checkbox::without_text(&mut done)).accessible_name(words);
                if tick.on_hover_text(words).changed() {
                    cx.apply(dealt_with_edit(point, stands.text.as_str()));
                }
                ui.add(egui::Label::new(&stands.text).wrap());
            });
        }
    });
}

//! The room: its window, the actions on it, and recording what is said in it.

use chrono::Timelike;
use egui::{Context, Key, Ui, ViewportBuilder, ViewportClass, ViewportCommand, ViewportId, vec2};

use super::waiting::Waiting;
use super::{App, Session};
use crate::command::{Command, Screen};
use crate::document::{
    Edit, MoveTo, heard_edit, moved_edit, order_edit, parked_edit, slide_edit, temperature_edit,
    temperature_of,
};
use crate::explain::record_title;
use crate::model::{PositionId, ProposalId, RecordId, Slide, SlideId, Stance};
use crate::store::StepKind;
use crate::text::msg;
use crate::ui::cx::{Action, read_only_words};
use crate::ui::dialogs::{Dialog, PollDraft};
use crate::ui::room::{Room, order_for_every_room, wall, window_title};
use crate::ui::state::{Effect, RoomAct, RoomDraft};
use crate::ui::theme::{Theme, measures};

impl App {
    /// Asks how to open the room; if one is open, uncovers it.
    pub(super) fn ask_room(&mut self) {
        if let Some(room) = self.room_mut() {
            room.blank = false;
            return;
        }
        let dark = self.context.theme() == egui::Theme::Dark;
        let draft = RoomDraft::new(self.monitors.clone(), dark);
        self.dialog = Some(Dialog::Room(Box::new(draft)));
    }

    /// Drives the room by a command; not while a question about the wall is open.
    pub(super) fn drive_room(&mut self, drive: impl FnOnce(&mut Room)) {
        if !self.asks() {
            self.with_room(drive);
        }
    }

    fn with_room(&mut self, change: impl FnOnce(&mut Room)) {
        if let Some(room) = self.room_mut() {
            change(room);
        }
    }

    /// Carries out a view's action on the room.
    pub(super) fn room_act(&mut self, context: &Context, act: RoomAct) {
        let effect = act.effect();
        let is_open = matches!(self.session, Session::Open(_));
        if !is_open && !matches!(effect, Effect::Shows | Effect::ShowsAside) {
            return;
        }
        if self.asks() && !matches!(effect, Effect::ShowsAside | Effect::Answers) {
            return;
        }
        if effect == Effect::Writes && !self.facts().writable {
            let past = matches!(&self.session, Session::Open(open) if open.past.is_some());
            let id = if self.takes_in() { msg!("room-imports") } else { read_only_words(past) };
            return self.say(context, self.text.get(id).to_owned());
        }
        let now = context.input(|input| input.time);
        match act {
            RoomAct::Open(draft) => self.open_room(&draft),
            RoomAct::Go(place) => self.with_room(|room| room.go(place)),
            RoomAct::Point(by) => self.with_room(|room| room.point(by)),
            RoomAct::Pointer(at) => self.with_room(|room| room.pointer = at),
            RoomAct::Timer => self.with_room(|room| {
                room.until = match room.until {
                    Some(_) => None,
                    None => Some(now + f64::from(room.minutes) * 60.0),
                };
            }),
            RoomAct::Speaker(party) => self.with_room(|room| room.speaker = party),
            RoomAct::AskSpeaker | RoomAct::AskPark => self.ask_field(context, &act),
            RoomAct::SwitchNames | RoomAct::AllowNames => self.switch_names(context, &act),
            RoomAct::ShowAll => self.with_room(Room::show_all),
            RoomAct::HoldBack => self.with_room(Room::hold_back),
            RoomAct::TakeBack => self.take_back(context),
            RoomAct::Take(stance) => self.take_down(context, stance, None),
            RoomAct::Sign(sign) => self.take_sign(context, sign),
            RoomAct::AskPoll => self.ask_poll(),
            RoomAct::Poll(proposal, counts) => self.poll(proposal, counts),
            RoomAct::Park(words) => self.park(&words),
            RoomAct::AskRelease => self.ask_release(),
            RoomAct::Release(record) => self.release(context, record),
            RoomAct::Withdraw(record) => {
                if let Session::Open(open) = &mut self.session
                    && let Some(room) = &mut open.room
                {
                    room.withdraw(record, open.document.snapshot());
                }
            }
            RoomAct::Mark(record) => self.mark_for_room(context, record),
            RoomAct::AskKept(place) => self.ask_kept(place),
            RoomAct::ShowKept(place) => {
                self.with_room(|room| room.show_kept(place));
                self.dialog = None;
            }
            RoomAct::Prepare => self.prepare(),
            RoomAct::Add(slide) => self.add_slide(context, &slide),
            RoomAct::Move(slide, to) => self.move_slide(slide, to),
            RoomAct::Remove(slide, name) => self.remove_slide(context, slide, &name),
            RoomAct::ShowParagraph(id) => self.show_paragraph(context, id),
            RoomAct::TakeOver(id) => self.take_over_draft(context, id),
            RoomAct::DropDraft(id) => self.drop_draft(id),
            RoomAct::Cover => self.with_room(|room| room.blank = true),
            RoomAct::AskClose => self.ask_close_room(context),
            RoomAct::FullScreen(full) => full_screen(context, full),
        }
    }

    fn open_room(&mut self, draft: &RoomDraft) {
        self.dialog = None;
        if !draft.may_open() {
            return;
        }
        if let Session::Open(open) = &mut self.session {
            let mut room = Room::new(draft);
            room.parking = open.workspace.parking(draft.ceiling);
            room.told = open.workspace.told();
            open.room = Some(Box::new(room));
            open.room_ceiling = Some(draft.ceiling);
            open.view.screen = Screen::Room;
            // This room may not see what was done in another one.
            open.view.slide = None;
        }
    }

    /// Switches to recording stances without names, or with names after the user has said that the
    /// meeting allows it.
    fn switch_names(&mut self, context: &Context, act: &RoomAct) {
        let allowed = *act == RoomAct::AllowNames;
        if allowed {
            self.dialog = None;
            self.write_here();
        }
        let Some(room) = self.room_mut() else { return };
        if room.without_names && !allowed {
            self.dialog = Some(Dialog::Names);
            // The key may have been pressed on the wall.
            context.send_viewport_cmd_to(ViewportId::ROOT, ViewportCommand::Focus);
            return;
        }
        room.without_names = !allowed;
        if !allowed {
            // Those who ask for a bracket may not be quoted either.
            room.name_owners(false);
        }
        // The previous speaker is not the next one.
        (room.speaker, room.again) = (None, None);
    }

    /// Undoes the step in question.
    fn take_back(&mut self, context: &Context) {
        let Session::Open(open) = &self.session else { return };
        let last = open.document.history().steps().last();
        let undid = last.is_some_and(|step| step.kind == StepKind::Undo);
        self.reverse(context, !undid);
    }

    /// Whether a question about the wall is open.
    pub(super) fn asks(&self) -> bool {
        match &self.session {
            Session::Open(open) => open.room.as_ref().is_some_and(|room| room.question().is_some()),
            _ => false,
        }
    }

    /// Records the stance that a sign means. If the speaker is the same as last time, a second `+`
    /// makes a champion, as in the matrix, and corrects the first; without names every key is
    /// somebody else's answer.
    fn take_sign(&mut self, context: &Context, sign: char) {
        let last = self.room().filter(|it| !it.without_names && it.speaker.is_none());
        let last = last.and_then(|room| {
            let said = room.taken.iter().rev().find(|(.., id)| Some(*id) == room.again);
            let (proposal, party, id) = *said?;
            let line = self.document()?.snapshot().line(proposal, party);
            let entry = line.into_iter().find(|entry| entry.id == id)?;
            (room.proposal() == Some(proposal)).then_some((party, entry))
        });
        let plain = Stance::from_typed(sign, None);
        let stronger = last.and_then(|(party, entry)| {
            let stance = Stance::from_typed(sign, entry.stance).filter(|it| Some(*it) != plain)?;
            Some((party, stance, entry.id))
        });
        if let Some((party, stance, corrected)) = stronger {
            self.with_room(|room| room.speaker = Some(party));
            self.take_down(context, stance, Some(corrected));
        } else if let Some(stance) = plain {
            self.take_down(context, stance, None);
        }
    }

    /// Records a stance on the proposal on the wall: the speaker's, or without a name. `corrected`
    /// is the entry it corrects, if any.
    fn take_down(&mut self, context: &Context, stance: Stance, corrected: Option<PositionId>) {
        let today = self.clock.today();
        let author = self.settings.signature();
        let Session::Open(open) = &self.session else { return };
        let Some(room) = &open.room else { return };
        let Some(proposal) = room.proposal() else {
            return self.say_here(context, self.text.get(room.why_not_taken()).to_owned());
        };
        let snapshot = open.document.snapshot();
        if room.without_names {
            return self.count_stance(context, stance);
        }
        let Some(party) = room.speaker else {
            return self.say_here(context, self.text.get(msg!("room-take-no-speaker")).to_owned());
        };
        let name = record_title(self.text, snapshot, party.into());
        let cell = (proposal, party);
        let (edit, entry) = heard_edit(snapshot, cell, &name, (stance, corrected), today, &author);
        if self.apply(&edit)
            && let Some(room) = self.room_mut()
        {
            room.hear(&entry);
            room.speaker = None;
        }
    }

    fn park(&mut self, words: &str) {
        let Session::Open(open) = &self.session else { return };
        let Some(room) = &open.room else { return };
        // A statement about what is on the wall gets the marking of the wall.
        let (proposal, marking, author) = (room.about(), room.label(), self.settings.signature());
        let Some((edit, point)) = parked_edit(words, proposal, marking, self.clock.now(), &author)
        else {
            return;
        };
        if self.apply(&edit)
            && let Some(room) = self.room_mut()
        {
            room.parking.clear();
            if marking > room.clearance.ceiling {
                room.release(point.into());
            }
        }
    }

    fn ask_poll(&mut self) {
        let today = self.clock.today();
        let Session::Open(open) = &self.session else { return };
        let Some(room) = &open.room else { return };
        let Some(proposal) = room.proposal() else { return };
        let snapshot = open.document.snapshot();
        let found = temperature_of(snapshot, proposal, today, |it| room.adds_to(snapshot, it));
        let counts = found.map_or([0; 6], |poll| poll.counts);
        self.dialog = Some(Dialog::Poll(Box::new(PollDraft { proposal, counts, begun: false })));
    }

    /// Records a temperature poll, or corrects today's.
    fn poll(&mut self, proposal: ProposalId, counts: [u32; 6]) {
        self.dialog = None;
        let today = self.clock.today();
        let Session::Open(open) = &self.session else { return };
        let Some(room) = &open.room else { return };
        let snapshot = open.document.snapshot();
        let found = temperature_of(snapshot, proposal, today, |it| room.adds_to(snapshot, it));
        let found = found.cloned();
        let author = self.settings.signature();
        let (edit, id) = temperature_edit(snapshot, found, proposal, counts, today, &author);
        if self.apply(&edit)
            && let Some(room) = self.room_mut()
        {
            room.hear_poll(id);
        }
    }

    /// Asks whether to show what an earlier answer kept hidden, in its present state.
    fn ask_kept(&mut self, place: usize) {
        let text = self.text;
        let Session::Open(open) = &self.session else { return };
        let Some(room) = &open.room else { return };
        let question = room.ask_kept(place, &open.document, text);
        self.dialog = question.map(|question| Dialog::Kept(place, Box::new(question)));
    }

    /// Goes to the list of speakers or the field for a point, on the laptop.
    fn ask_field(&mut self, context: &Context, act: &RoomAct) {
        let names_off = self.text.get(msg!("room-names-off")).to_owned();
        // Present statements are not written into a past day, so the fields are not there.
        if let Session::Open(open) = &mut self.session {
            open.past = None;
        }
        let Some(room) = self.room_mut() else { return };
        if *act == RoomAct::AskSpeaker && room.without_names {
            self.asked_field = true;
            return self.say(context, names_off);
        }
        if *act == RoomAct::AskSpeaker {
            room.ask_speaker = true;
        } else {
            room.ask_park = true;
        }
        self.with_view(|view| view.screen = Screen::Room);
        // The key may have been pressed on the wall, but names are typed on the laptop.
        context.send_viewport_cmd_to(ViewportId::ROOT, ViewportCommand::Focus);
    }

    /// Lists the records that could be released, in their present state, in which they would be
    /// shown.
    fn ask_release(&mut self) {
        if let Session::Open(open) = &mut self.session {
            open.past = None;
        }
        self.dialog = Some(Dialog::Release(Box::default()));
    }

    /// Shows a record to the room whatever its marking, if the record it is part of is shown.
    fn release(&mut self, context: &Context, record: RecordId) {
        let (today, text) = (self.clock.today(), self.text);
        let Session::Open(open) = &mut self.session else { return };
        if open.past.is_some() {
            return;
        }
        let Some(room) = open.room.as_deref_mut() else { return };
        let held = room.release_with(record, open.document.snapshot());
        room.refresh(&open.document, today, text);
        if !room.live().is_some_and(|seen| seen.snapshot.has(record)) {
            room.unrelease(record, held);
            self.say(context, text.get(msg!("room-release-part")).to_owned());
        }
    }

    /// Adds a slide behind the current one of an open room, or else at the end, along with the
    /// proposed order if none was prepared. It is the chosen one, so that it comes into view.
    pub(super) fn add_slide(&mut self, context: &Context, slide: &Slide) {
        let Session::Open(open) = &self.session else { return };
        let snapshot = open.document.snapshot();
        let here = open.room.as_ref().and_then(|room| Some(room.slide()?.id));
        let edit = slide_edit(snapshot, slide.clone(), here).unwrap_or_else(|| {
            let order = order_for_every_room(snapshot, open.figures.proposals());
            order_edit(&order, Some(slide.clone()), here)
        });
        if !self.apply(&edit) {
            return;
        }
        self.with_view(|view| view.slide = Some((slide.id, false)));
        if here.is_some() {
            self.say_done(context, self.text.get(msg!("room-slide-added")).to_owned());
        }
    }

    /// Turns the proposed order into an editable one.
    fn prepare(&mut self) {
        let Session::Open(open) = &self.session else { return };
        let order = order_for_every_room(open.document.snapshot(), open.figures.proposals());
        self.apply(&order_edit(&order, None, None));
    }

    /// Moves a slide one place up or down in the order.
    fn move_slide(&mut self, slide: SlideId, to: MoveTo) {
        let Session::Open(open) = &self.session else { return };
        if let Some(edit) = moved_edit(open.document.snapshot(), slide, to) {
            self.apply(&edit);
        }
    }

    /// Removes a slide from the order, and says so with a way back.
    fn remove_slide(&mut self, context: &Context, slide: SlideId, name: &str) {
        let Session::Open(open) = &self.session else { return };
        let edit = Edit::delete(open.document.snapshot(), slide.into(), name);
        if self.apply(&edit) {
            let words = self.text.with(msg!("said-deleted"), &[("what", name.into())]);
            self.say_done(context, words);
        }
    }

    /// Shows the wall in a window of its own, and handles the keys pressed there.
    pub(super) fn show_room(&mut self, ui: &Ui) {
        let (text, asks) = (self.text, self.asks());
        let away = !matches!(self.session, Session::Open(_));
        let Some(room) = self.room_mut() else { return };
        if away {
            room.follow();
        }
        let now = ui.input(|input| input.time);
        if room.until.is_some() {
            ui.request_repaint_after_secs(1.0);
        }
        if let Some(moment) = room.now.filter(|_| room.counts_down()) {
            // At the next full minute.
            ui.request_repaint_after_secs((60 - moment.second() % 60) as f32);
        }
        if ui.embed_viewports() {
            return;
        }
        let title = window_title(text, room.label());
        let builder = ViewportBuilder::default().with_title(title);
        let sizes = &measures().room;
        let builder = match room.monitor {
            Some(monitor) => builder.with_monitor(monitor),
            None => builder.with_inner_size(vec2(sizes.width, sizes.height) / 2.0),
        };
        let theme = Theme::fixed(room.dark);
        let (mut acts, mut touched) = (Vec::new(), false);
        let drawn = ui.show_viewport_immediate(room_viewport(), builder, |ui, class| {
            let rect = ui.content_rect();
            let drawn = wall(ui, rect, theme, room.wall(now).as_ref(), room.blank_clock(now));
            if class != ViewportClass::EmbeddedWindow {
                acts = wall_keys(ui);
                touched = ui.input(|input| !input.events.is_empty());
            }
            drawn
        });
        room.draw(drawn);
        if touched {
            self.touch(ui);
        }
        if asks || self.dialog.is_some() {
            // A question raised from the wall is answered on the laptop.
            acts.retain(|act| {
                let Action::Command(command) = act else {
                    return matches!(act, Action::Room(RoomAct::Cover | RoomAct::AskClose));
                };
                // While a question about the wall is open, the wall does not move.
                let drives =
                    matches!(command, Command::RoomNext | Command::RoomBack | Command::RoomBlank);
                drives && !asks
            });
        }
        // Only if the field comes: behind a dialog it does not.
        let to_a_field =
            |act: &Action| matches!(act, Action::Room(RoomAct::AskSpeaker | RoomAct::AskPark));
        if !away && acts.iter().any(to_a_field) {
            ui.with_plugin(|waiting: &mut Waiting| waiting.borrow_wall());
        }
        self.queue.borrow_mut().extend(acts);
    }
}

fn room_viewport() -> ViewportId {
    ViewportId::from_hash_of("room")
}

/// The actions for keys pressed on the wall's own window, as a presentation remote sends them.
fn wall_keys(ui: &Ui) -> Vec<Action> {
    let mut acts = crate::ui::views::room::keys(ui);
    ui.input(|input| {
        if input.viewport().close_requested() {
            // Its window stays as long as there is a room.
            acts.push(Action::Room(RoomAct::AskClose));
        }
        if input.key_pressed(Key::F11) {
            let full = input.viewport().fullscreen.unwrap_or(false);
            acts.push(Action::Room(RoomAct::FullScreen(!full)));
        }
    });
    acts
}

/// Makes the wall full screen, or not.
fn full_screen(context: &Context, full: bool) {
    context.send_viewport_cmd_to(room_viewport(), ViewportCommand::Fullscreen(full));
}

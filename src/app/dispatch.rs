//! After a frame is drawn: the one place that carries out commands and actions.

use std::path::Path;

use egui::{Context, ViewportCommand};

use super::logic::leave_field;
use super::preferences::ZOOM_STEP;
use super::{App, Session};
use crate::command::{Command, Screen, Typing};
use crate::document::{Edit, Error, StepName};
use crate::explain::{explain_edit, step_label};
use crate::model::{Language, Record, Table};
use crate::settings::{Settings, ThemeChoice};
use crate::store;
use crate::text::msg;
use crate::ui::cx::{Action, Offer, Purpose, Trouble, Use};
use crate::ui::dialogs::{Dialog, PasteDraft, SettingsDraft};
use crate::ui::room::Room;
use crate::ui::state::{Effect, RoomAct, Selection};
use crate::ui::views::screen_of;
use crate::ui::widgets::go_on;

impl App {
    /// Carries out the queue.
    pub(super) fn carry_out(&mut self, context: &Context) {
        let waiting = std::mem::take(&mut self.deferred);
        let queued = std::mem::take(self.queue.get_mut());
        let typing = context.text_edit_focused();
        for action in queued {
            // Typed text is saved first: the field gives up the focus, and the action waits a
            // frame.
            if typing && leaves_fields(&action) {
                leave_field(context);
                self.deferred.push(action);
                context.request_repaint();
            } else {
                self.act(context, action);
            }
        }
        for action in waiting {
            self.act(context, action);
        }
        if self.closing && !typing {
            context.send_viewport_cmd(ViewportCommand::Close);
        }
    }

    /// Shows the selection in the inspector; one frame later if a field was being typed in, as that
    /// field saves its text when it notices the loss of focus.
    pub(super) fn inspect_selection(&mut self, context: &Context) {
        let Session::Open(open) = &mut self.session else { return };
        if open.view.inspected != open.view.selection {
            context.request_repaint();
            if !self.typing {
                open.view.inspected = open.view.selection;
            }
        }
        let view = &mut open.view;
        let arrived = view.inspected == view.selection;
        if view.focus_form {
            // The column was not there.
            view.focus_column = None;
        }
        // If there is no field to focus now, do not focus one later.
        view.focus_form = arrived && std::mem::take(&mut view.focus_inspector);
        if view.focus_form || view.focus_inspector {
            context.request_repaint();
        }
    }

    pub(super) fn act(&mut self, context: &Context, action: Action) {
        if matches!(self.session, Session::Taking(_)) && !super::taking::may_meanwhile(&action) {
            return self.say_taking();
        }
        if self.waits_for_name(&action) {
            return context.request_repaint();
        }
        match action {
            Action::Command(command) => self.command(context, command),
            Action::Apply(edit) => {
                if self.apply(&edit) {
                    self.say_unseen(context, &edit);
                }
            }
            Action::Stances(edit, cells) => self.set_stances(context, *edit, cells),
            Action::SetStances(edit) => self.set_stances_now(context, &edit, None),
            Action::TakePasted(words) if self.facts().writable => {
                (self.pending.titles, self.pending.titles_hash) = (false, None);
                self.read_pasted(words);
            }
            Action::TakePasted(_) => {}
            Action::Select(selection) => self.select(selection),
            Action::ApplyAndSay(edit, words) => {
                if self.apply(&edit) {
                    self.say_done(context, words);
                }
            }
            Action::Ask(asked) => self.dialog = Some(Dialog::asking(asked)),
            Action::AskDelete(records) => self.dialog = Some(Dialog::Delete(records)),
            Action::Delete(records) => self.delete(context, &records),
            Action::Dismiss => {
                if self.asks() {
                    // No answer means no consent.
                    self.room_act(context, RoomAct::HoldBack);
                } else if let Some(dialog) = self.dialog.take() {
                    if matches!(dialog, Dialog::Author(_)) {
                        // Under the proposed name.
                        let Settings { author, role, .. } = self.settings.clone();
                        self.sign(context, author, role);
                    }
                    if matches!(
                        dialog,
                        Dialog::Passphrase(_) | Dialog::Path(_) | Dialog::LeaveRoom { .. }
                    ) {
                        self.give_up_choosing();
                    }
                } else if let Session::Open(open) = &mut self.session
                    && open.merging.is_some()
                {
                    open.merging = None;
                } else if self.stop_taking() {
                    // The dossier comes back, with nothing from the table in it.
                } else if self.leave_intake() {
                    // Nothing was imported.
                } else if let Session::Locked { draft, .. } = &mut self.session
                    && self.aside.is_some()
                {
                    // Giving up on opening the dossier does not close the room.
                    draft.clear();
                    self.pending = super::Pending::default();
                } else if matches!(self.session, Session::Waiting { .. } | Session::Locked { .. }) {
                    self.session = Session::Start;
                    self.pending = super::Pending::default();
                } else {
                    self.dismiss_notice();
                }
            }
            Action::DismissNotice => self.dismiss_notice(),
            Action::AskMark(records, marking) => self.ask_mark(records, marking),
            Action::Mark(records, marking) => self.mark(context, &records, marking),
            Action::Weigh(ceiling) => self.weigh(ceiling),
            Action::Redact(ceiling, cover) => self.choose_redacted(ceiling, cover),
            Action::Export(request, cover, made_for) => self.agree(request, cover, made_for),
            Action::Preview(wanted) => self.preview(wanted),
            Action::StopPage => self.stop_page(),
            Action::Intake(act) => self.intake_act(context, act),
            Action::Settings(settings) => self.use_settings(context, settings),
            Action::OpenPath(path) => self.open(path, None),
            Action::Chosen(purpose, path) => self.chosen(context, purpose, path),
            Action::NewFrom(template) => {
                self.dialog = None;
                self.choose(Purpose::New(template));
            }
            Action::MakeOf => {
                let Some(Dialog::Paste(draft)) = self.dialog.take() else { return };
                if !draft.is_ready() {
                    self.dialog = Some(Dialog::Paste(draft));
                    return;
                }
                self.pending.paste = Some(draft);
                self.choose(Purpose::NewOf);
            }
            Action::ForgetRecent => {
                self.settings.recent.clear();
                self.keep_settings();
            }
            Action::AsOf(day) => self.with_view(|view| view.as_of = day),
            Action::Say(words) => self.say(context, words),
            Action::CopyText(words) => context.copy_text(words),
            Action::Offer(offer) => self.take_up(offer),
            Action::Unlock(unlock, passphrase) => self.unlock(unlock, passphrase),
            Action::Protect(passphrase) => self.protect(context, passphrase),
            Action::Send(passphrase, cover) => self.choose_package(passphrase, cover),
            Action::ChooseText => self.choose(Purpose::Text),
            Action::Restore(backup) => self.choose_from(Purpose::Restore, backup),
            Action::Draft(record, column, typed) => {
                if let Session::Open(open) = &mut self.session {
                    open.workspace.draft(record, column, typed);
                }
            }
            Action::Merge => self.ask_merge(context),
            Action::MergeInTheOpen => {
                self.dialog = None;
                self.merge(context);
            }
            Action::ProtectFirst => self.ask_protection(),
            Action::LookAt(seq) => self.look_at(seq),
            Action::LookUnder(scenario) => self.look_under(scenario),
            Action::Help(screen) => self.dialog = Some(Dialog::Help(screen)),
            Action::Tour(step) => self.tour_to(step),
            Action::Room(act) => self.room_act(context, act),
            Action::LeaveRoom => self.leave_room(),
            Action::RestoreField(change) => self.restore_field(&change),
            Action::BringBack(seq) => self.bring_back(context, seq),
            Action::Sign(name, role) => self.sign(context, name, role),
        }
        context.request_repaint();
    }

    fn command(&mut self, context: &Context, command: Command) {
        use Command as C;
        if !command.is_enabled(&self.facts()) {
            return;
        }
        match command {
            C::New => self.dialog = Some(Dialog::New),
            C::Open => self.choose(Purpose::Open),
            C::PasteTable => {
                let (today, author) = (self.clock.today(), self.settings.signature());
                let draft = PasteDraft::new(today, author);
                self.dialog = Some(Dialog::Paste(Box::new(draft)));
            }
            C::OpenExample => self.open_example(),
            C::Save => self.say_saved(context),
            C::SaveCopy => self.choose(Purpose::Copy),
            C::Import => self.choose(Purpose::Import),
            C::ImportPasted => self.ask_paste(context),
            C::WorkOnCopy => self.choose(Purpose::WorkOnCopy),
            C::RestoreBackup => self.list_backups(),
            C::Redact => self.ask_redact(),
            C::Export => self.ask_export(),
            C::Print => self.use_page(Use::Viewer),
            C::CopyPicture => self.use_page(Use::Clipboard),
            C::RoomOpen => self.wants_room = true,
            C::RoomClose => self.ask_close_room(context),
            C::RoomNext => self.drive_room(Room::next),
            C::RoomBack => self.drive_room(Room::back),
            C::RoomBlank => self.drive_room(|room| room.blank = !room.blank),
            C::RoomFreeze => self.drive_room(Room::switch_freeze),
            C::RoomShow => self.drive_room(Room::show),
            C::RoomHandout => {
                self.show_screen(Screen::Room);
                self.ask_export();
            }
            C::Palette => self.ask_command(),
            C::Search => self.ask_search(context),
            C::SendReview => self.ask_send(),
            C::MergeReview => self.choose(Purpose::Review),
            C::Passphrase => self.ask_protection(),
            C::Lock => self.lock(context),
            C::Dossier => {
                // Some screens have no inspector to show it in.
                self.with_view(|view| {
                    if !(view.screen.view().inspects)(Selection::Dossier) {
                        view.screen = screen_of(Table::Dossier);
                    }
                });
                self.select(Selection::Dossier);
            }
            C::Close if self.room().is_some() => self.ask_leave(super::Leave::Close),
            C::Close => {
                self.write_all_spoken();
                self.keep_workspace(context, true);
                if self.facts().protected {
                    // Wipe the text typed in it, too.
                    self.forget_memory(context);
                }
                self.session = Session::Start;
                self.forget_pages();
            }
            C::Quit => context.send_viewport_cmd(ViewportCommand::Close),
            C::Undo => self.step(context, true),
            C::Redo => self.step(context, false),
            C::Add => self.add(),
            C::Delete => {
                if let Session::Open(open) = &self.session {
                    let records = open.view.deletable();
                    if !records.is_empty() {
                        self.dialog = Some(Dialog::Delete(records));
                    }
                }
            }
            C::Filter => self.with_view(|view| view.focus_filter = true),
            C::Show(screen) => self.show_screen(screen),
            C::Suppose => self.toggle_scenario(context),
            C::Transpose => self.with_view(|view| {
                view.matrix.transposed = !view.matrix.transposed;
                view.matrix.reveal = true;
            }),
            C::SortByStance => self.with_view(|view| {
                if let Some(proposal) = view.selection.proposal() {
                    view.matrix.sort_by(proposal);
                }
            }),
            C::FoldAll => self.with_view(|view| view.matrix.fold_all(true)),
            C::UnfoldAll => self.with_view(|view| view.matrix.fold_all(false)),
            C::Larger => self.with_view(|view| view.matrix.resize(true)),
            C::Smaller => self.with_view(|view| view.matrix.resize(false)),
            C::Back => self.with_view(|view| view.go_back(false)),
            C::Forward => self.with_view(|view| view.go_back(true)),
            C::ProposalPage => self.with_view(|view| match view.page_of() {
                Some(_) => view.leave_page(),
                None => {
                    if let Some(proposal) = view.selection.proposal() {
                        view.open_page(proposal);
                    }
                }
            }),
            C::Inspector => {
                self.with_view(|view| view.inspector_hidden = !view.inspector_hidden);
            }
            C::NextPart => go_on(context, false),
            C::PartBefore => go_on(context, true),
            C::FullScreen => {
                let fills = context.input(|input| input.viewport().fullscreen.unwrap_or(false));
                context.send_viewport_cmd(ViewportCommand::Fullscreen(!fills));
            }
            C::ZoomIn => self.zoom(context, self.settings.zoom * ZOOM_STEP),
            C::ZoomOut => self.zoom(context, self.settings.zoom / ZOOM_STEP),
            C::ZoomReset => self.zoom(context, 1.0),
            C::ThemeSystem => self.theme(context, ThemeChoice::System),
            C::ThemeLight => self.theme(context, ThemeChoice::Light),
            C::ThemeDark => self.theme(context, ThemeChoice::Dark),
            C::English => self.speak(Language::English),
            C::Dutch => self.speak(Language::Dutch),
            C::Settings => {
                let draft = SettingsDraft::new(self.settings.clone());
                self.dialog = Some(Dialog::Settings(Box::new(draft)));
            }
            C::Help => {
                let screen = match &self.session {
                    Session::Open(open) => open.view.screen,
                    _ => Screen::Matrix,
                };
                self.dialog = Some(Dialog::Help(screen));
            }
            C::Tour => self.switch_tour(),
            C::Keys => self.dialog = Some(Dialog::Keys),
            C::About => self.dialog = Some(Dialog::About),
        }
    }

    pub(super) fn with_view(&mut self, change: impl FnOnce(&mut crate::ui::state::ViewState)) {
        if let Session::Open(open) = &mut self.session {
            change(&mut open.view);
        }
    }

    pub(super) fn select(&mut self, selection: Selection) {
        self.with_view(|view| {
            view.selection = selection;
            view.inspector_hidden = false;
            view.matrix.arrive();
        });
    }

    fn dismiss_notice(&mut self) {
        self.notice = None;
        // It was kept only for the remedies in the notice.
        self.pending.passphrase = None;
    }

    fn show_screen(&mut self, screen: Screen) {
        self.with_view(|view| {
            view.screen = screen;
            view.page = None;
            view.matrix.reveal = true;
        });
    }

    /// Makes an edit, or explains why it could not be made.
    pub(super) fn apply(&mut self, edit: &Edit) -> bool {
        let Session::Open(open) = &mut self.session else { return false };
        let path = open.document.path().to_owned();
        match open.document.apply(edit) {
            Ok(_) => {
                self.notice = None;
                if edit.name == StepName::SetStance {
                    let set = edit.records().filter_map(|record| match record {
                        Record::Position(entry) => Some(entry.id),
                        _ => None,
                    });
                    open.just_set = set.collect();
                }
                true
            }
            Err(error) => {
                self.explain(&error, &path);
                false
            }
        }
    }

    pub(super) fn explain(&mut self, error: &Error, path: &Path) {
        // Only the kind of error: no content of a dossier goes into a log.
        tracing::warn!(kind = ?std::mem::discriminant(error), "an edit was not made");
        let mut trouble = Trouble::from(explain_edit(self.text, error, path));
        use store::Error as E;
        if let Error::Store(E::Replaced | E::Io | E::Unreadable | E::Done(_) | E::Unsure(_)) = error
        {
            trouble.offers.push(Offer::Rescue);
        }
        self.notice = Some(trouble);
    }

    fn step(&mut self, context: &Context, back: bool) {
        // Answers only counted in the room so far take precedence over edits of the dossier.
        if !self.recount(context, back) {
            self.reverse(context, back);
        }
    }

    /// Undoes the last step of the dossier, or redoes it.
    pub(super) fn reverse(&mut self, context: &Context, back: bool) {
        let Session::Open(open) = &mut self.session else { return };
        let path = open.document.path().to_owned();
        let done = if back { open.document.undo() } else { open.document.redo() };
        match done {
            Ok(applied) => {
                let step = step_label(self.text, &applied.step.name, &applied.step.detail);
                let id = if back { msg!("said-undone") } else { msg!("said-redone") };
                let words = self.text.with(id, &[("step", step.into())]);
                self.notice = None;
                self.say(context, words);
                if back {
                    self.show_what_came_back(&applied);
                }
            }
            Err(error) => self.explain(&error, &path),
        }
    }
}

/// Whether an action takes the field being typed in off the screen.
fn leaves_fields(action: &Action) -> bool {
    match action {
        // The keys of these belong to the field; the buttons of a mouse do not.
        Action::Command(command) => {
            matches!(command, Command::Back | Command::Forward)
                || command.typing() == Typing::LeavesField
        }
        Action::Room(act) => act.effect() == Effect::Leaves,
        Action::Select(_)
        | Action::TakePasted(_)
        | Action::OpenPath(_)
        | Action::Chosen(..)
        | Action::NewFrom(_)
        | Action::AskDelete(_)
        | Action::Ask(_)
        | Action::AsOf(_)
        | Action::Offer(_)
        | Action::Unlock(..)
        | Action::Protect(_)
        | Action::LookAt(_)
        | Action::BringBack(_)
        | Action::LookUnder(_)
        | Action::Tour(_)
        | Action::LeaveRoom => true,
        Action::Apply(_)
        | Action::ApplyAndSay(..)
        | Action::Stances(..)
        | Action::SetStances(_)
        | Action::Delete(_)
        | Action::Dismiss
        | Action::DismissNotice
        | Action::Intake(_)
        | Action::AskMark(..)
        | Action::Mark(..)
        | Action::Weigh(_)
        | Action::Redact(..)
        | Action::Export(..)
        | Action::Preview(_)
        | Action::StopPage
        | Action::Settings(_)
        | Action::MakeOf
        | Action::ForgetRecent
        | Action::Say(_)
        | Action::CopyText(_)
        | Action::Send(..)
        | Action::ChooseText
        | Action::Restore(_)
        | Action::Draft(..)
        | Action::Merge
        | Action::MergeInTheOpen
        | Action::ProtectFirst
        | Action::RestoreField(_)
        | Action::Sign(..)
        | Action::Help(_) => false,
    }
}

//! The rows of a form, and their drafts.

use chrono::NaiveDate;
use egui::{
    Align, Color32, Id, InputState, Key, KeyboardShortcut, Layout, Modifiers, Response, RichText,
    TextBuffer, TextEdit, TextStyle, Ui, Vec2,
};

use unicode_bidi::{BidiClass, bidi_class};

use super::{Form, Wanted};
use crate::explain;
use crate::text::{Message, msg};
use crate::ui::cx::Action;
use crate::ui::icon::Icon;
use crate::ui::widgets::terms::text_with_terms;
use crate::ui::widgets::{
    When, combo_box, day_menu, field_label, first_of_month, first_of_month_words, icon_button,
    paragraph, select_all, text_menu, warning,
};

/// Share of a form's width taken by the labels.
const NAMES: f32 = 0.37;

impl Form<'_> {
    /// A row with a label and a field.
    pub fn row<T>(
        &mut self,
        ui: &mut Ui,
        column: &'static str,
        field: impl FnOnce(&mut Self, &mut Ui) -> T,
    ) -> T {
        let theme = self.cx.theme;
        let result = ui
            .horizontal_top(|ui| {
                let width = (ui.available_width() * NAMES).floor();
                let height = theme.sizes.shape.target;
                // Not a wrapped row, whose second line would not be flush with the first.
                let layout = Layout::left_to_right(Align::Center);
                ui.allocate_ui_with_layout(Vec2::new(width, height), layout, |ui| {
                    ui.set_min_width(width);
                    field_label(ui, &theme, self.cx.text.field(column));
                });
                ui.vertical(|ui| field(self, ui)).inner
            })
            .inner;
        self.complaint(ui, column);
        result
    }

    pub(super) fn text_row(
        &mut self,
        ui: &mut Ui,
        column: &'static str,
        value: &mut String,
        kind: Kind,
    ) {
        let typed = if matches!(kind, Kind::Lines | Kind::Sentence) {
            let label = self.cx.text.field(column);
            let named = field_label(ui, &self.cx.theme, label);
            let typed = self.edit(ui, column, value, kind).map_response(&named);
            self.complaint(ui, column);
            ui.add_space(self.cx.theme.sizes.space.xs);
            typed
        } else {
            self.plain_row(ui, column, value)
        };
        if let Some(typed) = typed {
            *value = typed;
        }
    }

    pub(super) fn plain_row(
        &mut self,
        ui: &mut Ui,
        column: &'static str,
        shown: &str,
    ) -> Option<String> {
        let label = self.cx.text.field(column);
        self.row(ui, column, |form, ui| form.edit(ui, column, shown, Kind::Line).named(label))
    }

    pub(super) fn date_row(
        &mut self,
        ui: &mut Ui,
        column: &'static str,
        shown: &str,
        day: &mut NaiveDate,
        when: When,
    ) -> Option<String> {
        let cx = self.cx;
        let label = cx.text.field(column);
        self.row(ui, column, |form, ui| {
            let height = cx.theme.sizes.shape.target;
            let row = Vec2::new(ui.available_width(), height);
            let layout = Layout::left_to_right(Align::Center);
            // The field before its icon, which Tab then reaches second.
            ui.allocate_ui_with_layout(row, layout, |ui| {
                if cx.read_only {
                    return form.edit(ui, column, shown, Kind::Line).named(label);
                }
                let width = row.x - height - ui.spacing().item_spacing.x;
                let field = Vec2::new(width, height);
                let field = ui.allocate_ui_with_layout(field, layout, |ui| {
                    form.edit(ui, column, shown, Kind::Line).named(label)
                });
                let words = cx.text.get(msg!("calendar-open"));
                let button = icon_button(ui, &cx.theme, Icon::Calendar, words);
                if let Some(chosen) = day_menu(cx, &button, *day, words, when) {
                    *day = chosen;
                }
                field.inner
            })
            .inner
        })
    }

    pub(super) fn combo(
        &mut self,
        ui: &mut Ui,
        column: &'static str,
        shown: &str,
        options: impl FnOnce(&mut Ui),
    ) {
        let cx = self.cx;
        let label = cx.text.field(column);
        let id = self.id.with(column);
        let list = |ui: &mut Ui| {
            ui.add_enabled_ui(!cx.read_only, |ui| {
                let width = Some(ui.available_width());
                combo_box(ui, id, shown, width, options).accessible_name(label);
            });
        };
        if fits_beside(ui, shown) {
            return self.row(ui, column, |_, ui| list(ui));
        }
        // Below its label it is read in full.
        field_label(ui, &cx.theme, label);
        list(ui);
        self.complaint(ui, column);
    }

    pub(super) fn edit(
        &mut self,
        ui: &mut Ui,
        column: &'static str,
        stored: &str,
        kind: Kind,
    ) -> Typed {
        let id = self.id.with(column);
        if self.cx.read_only {
            // Read-only: the text can be selected and copied.
            let mut shown = stored;
            let response = self.field(ui, id, &mut shown, kind);
            return Typed { text: None, response };
        }
        if kind == Kind::Line {
            self.discard_stale(ui, column, stored);
        }
        let draft = ui.data(|data| data.get_temp::<String>(id));
        let mut typed = draft.unwrap_or_else(|| stored.to_owned());
        let response = self.field(ui, id, &mut typed, kind);
        if stands_reversed(&typed) {
            let words = self.cx.text.get(msg!("field-right-to-left"));
            paragraph(ui, crate::ui::widgets::caption(&self.cx.theme, words));
        }
        if matches!(self.wants_focus, Some(it) if it == Wanted::First || it == Wanted::Column(column))
        {
            let named = self.wants_focus.take() != Some(Wanted::First);
            ui.data_mut(|data| data.insert_temp(leads_back(id), named));
            response.request_focus();
            // Anything typed from now on goes there. Its label may be higher than the field.
            let whole = response.rect.expand(self.cx.theme.sizes.shape.target);
            ui.scroll_to_rect(whole, None);
            // Typing replaces the selected content.
            select_all(ui, id);
        }
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        if response.changed() {
            self.draft(ui, column, Some(typed.clone()));
        }
        if response.has_focus() {
            crate::command::untouched::mark(ui, id, typed == stored);
        }
        let taken = |input: &InputState| input.key_pressed(Key::Enter) && !input.modifiers.any();
        if kind == Kind::Sentence && response.has_focus() && ui.input(taken) {
            response.surrender_focus();
        }
        let mut text = None;
        if response.lost_focus() {
            if kind == Kind::Line {
                stay(ui, &response);
            }
            if ui.data(|data| data.get_temp::<String>(id).is_some()) {
                self.draft(ui, column, None);
            }
            let escaped = ui.input(|input| input.key_pressed(Key::Escape));
            if escaped && !kind.is_prose() {
                self.forget_refusal(ui, column);
            } else if typed != stored {
                self.left.push((column, typed.clone()));
                text = Some(typed);
            }
        }
        Typed { text, response }
    }

    fn field(&self, ui: &mut Ui, id: Id, text: &mut dyn TextBuffer, kind: Kind) -> Response {
        let rows = if text.is_mutable() { 2 } else { 1 };
        let field = match kind {
            Kind::Line => TextEdit::singleline(text),
            Kind::Lines => TextEdit::multiline(text).desired_rows(rows),
            Kind::Sentence => TextEdit::multiline(text)
                .desired_rows(rows)
                .return_key(KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter)),
            Kind::Terms => return text_with_terms(ui, self.cx, id, text, rows),
        };
        let response = ui.add(field.id(id).desired_width(f32::INFINITY));
        text_menu(ui, self.cx, &response);
        response
    }

    /// Warns that the date of evidence is in the future: the year may be mistyped.
    pub(super) fn warn_of_future(&self, ui: &mut Ui, when: When, day: Option<NaiveDate>) {
        if when == When::Said && day.is_some_and(|day| day > self.cx.today) {
            warning(ui, &self.cx.theme, self.cx.text.get(msg!("field-in-the-future")));
        }
    }

    /// The day typed in a field that needs one; a month is taken for its first day, which the status
    /// line says too.
    pub(super) fn read_day(&self, typed: &str, when: When) -> Option<NaiveDate> {
        let (text, today) = (self.cx.text, self.cx.today);
        if let Some(first) = text.first_of_month(typed, today) {
            self.cx.push(Action::Say(first_of_month_words(text, first)));
        }
        when.parse(text, typed, today)
    }

    /// Says which day a month typed without one is taken for, while it is typed and as long as that
    /// day stands there: nobody named it.
    pub(super) fn say_first_of_month(
        &self,
        ui: &mut Ui,
        column: &'static str,
        value: Option<NaiveDate>,
    ) {
        let (id, cx) = (self.id.with(column), self.cx);
        let taken_id = id.with("first of month");
        let draft = ui.data(|data| data.get_temp::<String>(id));
        if let Some(typed) = &draft {
            let taken = cx.text.first_of_month(typed, cx.today);
            ui.data_mut(|data| data.insert_temp(taken_id, taken));
        }
        let taken = ui.data(|data| data.get_temp::<Option<NaiveDate>>(taken_id)).flatten();
        if let Some(day) = taken.filter(|day| draft.is_some() || value == Some(*day)) {
            first_of_month(ui, cx, day);
        }
    }

    // Keeps a draft that cannot be read, and says why not.
    pub(super) fn keep_draft(
        &mut self,
        ui: &Ui,
        column: &'static str,
        typed: String,
        why: Message,
    ) {
        self.draft(ui, column, Some(typed));
        let unreadable = self.id.with(column).with("unreadable");
        ui.data_mut(|data| data.insert_temp(unreadable, why));
    }

    pub(super) fn complaint(&self, ui: &mut Ui, column: &'static str) {
        if self.cx.read_only {
            // The stored value is what is shown, and nobody typed that.
            return;
        }
        let id = self.id.with(column);
        let drafted = ui.data(|data| data.get_temp::<String>(id).is_some());
        let unreadable = id.with("unreadable");
        let refusal = self.refusals.iter().find(|refusal| refusal.field == column);
        let why = ui.data(|data| data.get_temp::<Message>(unreadable)).filter(|_| drafted);
        let words = match (why, refusal) {
            // A refusal is about what was typed before.
            (Some(why), _) => self.cx.text.get(why).to_owned(),
            (None, Some(refusal)) => {
                explain::explain_problem(self.cx.text, self.cx.snapshot, refusal)
            }
            (None, None) => {
                ui.data_mut(|data| data.remove::<Message>(unreadable));
                if drafted && !ui.memory(|memory| memory.has_focus(id)) {
                    // Left from before the window was closed or the program killed.
                    let words = self.cx.text.get(msg!("field-half-typed"));
                    paragraph(ui, crate::ui::widgets::caption(&self.cx.theme, words));
                }
                return;
            }
        };
        let theme = &self.cx.theme;
        ui.horizontal_top(|ui| {
            ui.label(Icon::Error.text(theme).color(theme.colours.danger));
            paragraph(ui, RichText::new(words).color(theme.colours.danger));
        });
    }
}

/// Where it is kept that a field was asked for by its name, such as by a key of a list, to which
/// Enter then leads back.
fn leads_back(field: Id) -> Id {
    field.with("leads back")
}

/// Keeps the focus in a line after Enter: whatever is typed next is not meant for the screen.
fn stay(ui: &Ui, field: &Response) {
    let back = ui.data_mut(|data| data.remove_temp::<bool>(leads_back(field.id)));
    if back != Some(true) && ui.input(|input| input.key_pressed(Key::Enter)) {
        field.request_focus();
        select_all(ui, field.id);
    }
}

/// How a text is edited.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// On one line.
    Line,
    /// On several lines.
    Lines,
    /// A sentence that wraps: Enter accepts it, and Shift+Enter breaks the line.
    Sentence,
    /// On several lines, with contested terms underlined.
    Terms,
}

impl Kind {
    /// Whether it may take an hour to type: Escape keeps that, and undo takes it back.
    fn is_prose(self) -> bool {
        matches!(self, Self::Lines | Self::Terms)
    }
}

/// The text typed in a field that lost the focus.
pub(super) struct Typed {
    text: Option<String>,
    response: Response,
}

impl Typed {
    fn named(self, name: &str) -> Option<String> {
        self.response.accessible_name(name);
        self.text
    }

    pub(super) fn map_response(self, label: &Response) -> Option<String> {
        self.response.labelled_by(label.id);
        self.text
    }
}

/// Whether the choice shown by a drop-down list fits beside its label.
fn fits_beside(ui: &Ui, shown: &str) -> bool {
    let font = TextStyle::Button.resolve(ui.style());
    let words = ui.painter().layout_no_wrap(shown.to_owned(), font, Color32::PLACEHOLDER).size().x;
    let spacing = ui.spacing();
    let arrow = spacing.icon_width + spacing.item_spacing.x + 2.0 * spacing.button_padding.x;
    let beside = ui.available_width() * (1.0 - NAMES) - spacing.item_spacing.x;
    words + arrow <= beside
}

/// Whether words are in the wrong order in a field: each word of a right-to-left script is drawn
/// correctly, but several are placed from left to right.
fn stands_reversed(text: &str) -> bool {
    let leftwards = |word: &&str| {
        word.chars().any(|letter| matches!(bidi_class(letter), BidiClass::R | BidiClass::AL))
    };
    !text.is_ascii() && text.split_whitespace().filter(leftwards).nth(1).is_some()
}

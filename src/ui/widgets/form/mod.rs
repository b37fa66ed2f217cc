//! Forms: the fields of one record, each saved when it loses the focus.
//!
//! A field is bound to a copy of the record. Typed text is a draft of the field until it loses the
//! focus; then the copy differs from the record and the form queues one edit. Escape discards the
//! draft of a line or a sentence, and keeps a text on several lines. A value that breaks a rule is
//! reported at the field, and the draft stays.

mod rows;
mod sources;
mod stale;
mod zones;

use chrono::{NaiveDate, NaiveTime};
use egui::{Id, Response, Ui};

use rows::Kind;

use super::terms::found_terms;
use super::{Choice, When, field_label, hears_letters, option_value, picker_from, stance_option};
use crate::document::{Edit, Operation, Refusal};
use crate::library::{State, states};
use crate::model::words::fold;
use crate::model::{
    AgendaItem, Bilingual, Keyed, Language, Marking, PartialDate, Position, Record, RecordId,
    RollCall, RollCallId, Severity, Stance, stance,
};
use crate::text::{Message, msg, parse_time};
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;

fn form_id(record: RecordId) -> Id {
    Id::unique(("form", record.table.key(), record.id))
}

/// The id under which a field's draft is kept in egui's memory.
pub(crate) fn draft_id(record: RecordId, column: &str) -> Id {
    form_id(record).with(column)
}

/// The field that should get the focus.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    First,
    Column(&'static str),
}

/// The fields of one record; see the module.
pub struct Form<'a> {
    cx: &'a Cx<'a>,
    record: RecordId,
    id: Id,
    // Why edits of this form were refused; each is reported at its field, which still holds the
    // draft.
    refusals: Vec<Refusal>,
    // The text typed in fields that lost the focus in this frame.
    left: Vec<(&'static str, String)>,
    // New records that the changed fields refer to, put before the record.
    along: Vec<Record>,
    wants_focus: Option<Wanted>,
}

impl<'a> Form<'a> {
    /// A form for this record.
    pub fn new(ui: &Ui, cx: &'a Cx<'a>, record: RecordId) -> Self {
        let id = form_id(record);
        let refusals = ui.data(|data| data.get_temp(id)).unwrap_or_default();
        Self { cx, record, id, refusals, left: Vec::new(), along: Vec::new(), wants_focus: None }
    }

    /// Gives the first field the focus.
    pub(crate) fn focus_first(&mut self) {
        self.wants_focus = Some(Wanted::First);
    }

    /// Gives the field of a column the focus, if it is a typed one.
    pub(crate) fn focus_on(&mut self, column: &'static str) {
        self.wants_focus = Some(Wanted::Column(column));
    }

    /// A single-line text.
    pub fn line(&mut self, ui: &mut Ui, column: &'static str, value: &mut String) {
        self.text_row(ui, column, value, Kind::Line);
    }

    /// A multi-line text, which grows.
    pub fn text(&mut self, ui: &mut Ui, column: &'static str, value: &mut String) {
        self.text_row(ui, column, value, Kind::Lines);
    }

    /// A sentence, on as many lines as it takes: Enter accepts it, and Shift+Enter breaks the line.
    pub(crate) fn sentence(&mut self, ui: &mut Ui, column: &'static str, value: &mut String) {
        self.text_row(ui, column, value, Kind::Sentence);
    }

    /// A multi-line text under a label of its own, such as a question.
    pub(crate) fn text_called(
        &mut self,
        ui: &mut Ui,
        column: &'static str,
        name: &str,
        value: &mut String,
    ) {
        let named = field_label(ui, &self.cx.theme, name);
        let typed = self.edit(ui, column, value, Kind::Lines).map_response(&named);
        self.complaint(ui, column);
        ui.add_space(self.cx.theme.sizes.space.xs);
        if let Some(typed) = typed {
            *value = typed;
        }
    }

    /// A multi-line text in which contested terms are underlined, each with its card.
    pub(crate) fn text_with_terms(
        &mut self,
        ui: &mut Ui,
        column: &'static str,
        value: &mut String,
    ) {
        let name = self.cx.text.field(column);
        let named = field_label(ui, &self.cx.theme, name);
        let typed = self.edit(ui, column, value, Kind::Terms).map_response(&named);
        self.complaint(ui, column);
        found_terms(ui, self.cx, value);
        ui.add_space(self.cx.theme.sizes.space.xs);
        if let Some(typed) = typed {
            *value = typed;
        }
    }

    /// A text in both languages; `columns` are the English and the Dutch column.
    pub(crate) fn bilingual(
        &mut self,
        ui: &mut Ui,
        columns: [&'static str; 2],
        value: &mut Bilingual,
        lines: bool,
    ) {
        let mut both = [(columns[0], Language::English), (columns[1], Language::Dutch)];
        // The reader's language comes first.
        if self.cx.text.language() == Language::Dutch {
            both.reverse();
        }
        for (column, language) in both {
            let kind = if lines { Kind::Lines } else { Kind::Line };
            self.text_row(ui, column, value.get_mut(language), kind);
        }
    }

    /// A value of a closed list.
    pub fn choice<T: Keyed>(&mut self, ui: &mut Ui, column: &'static str, value: &mut T) {
        let text = self.cx.text;
        self.combo(ui, column, text.label(*value), |ui| {
            for option in T::ALL {
                option_value(ui, value, *option, text.label(*option));
            }
        });
    }

    /// A value of a closed list, or none.
    pub(crate) fn choice_or_none<T: Keyed>(
        &mut self,
        ui: &mut Ui,
        column: &'static str,
        value: &mut Option<T>,
    ) {
        let text = self.cx.text;
        self.combo(ui, column, text.label_or(*value, msg!("not-filled-in")), |ui| {
            option_value(ui, value, None, text.get(msg!("not-filled-in")));
            for option in T::ALL {
                option_value(ui, value, Some(*option), text.label(*option));
            }
        });
    }

    /// A stance, or unknown.
    pub fn stance(&mut self, ui: &mut Ui, value: &mut Option<Stance>) {
        let text = self.cx.text;
        let shown = format!("{}  {}", stance::sign(*value), text.stance(*value));
        self.combo(ui, "stance", &shown, |ui| {
            for option in stance::ORDER {
                option_value(ui, value, option, stance_option(text, option));
            }
        });
    }

    /// A region: a UN region in the user's language, or any other as written.
    pub fn region(
        &mut self,
        ui: &mut Ui,
        column: &'static str,
        value: &mut String,
        of: impl Fn(&'static State) -> &'static String,
    ) {
        let text = self.cx.text;
        if let Some(typed) = self.plain_row(ui, column, text.region(value)) {
            let folded = fold(typed.trim());
            let known = states().iter().map(of);
            let mut known = known.filter(|region| fold(text.region(region)) == folded);
            *value = known.next().cloned().unwrap_or_else(|| typed.trim().to_owned());
        }
    }

    /// A marking, or the dossier's own.
    pub fn marking(&mut self, ui: &mut Ui, value: &mut Option<Marking>) {
        let own = self.cx.snapshot.dossier.marking.label();
        let own = self.cx.text.with(msg!("marking-own"), &[("marking", own.into())]);
        let shown = value.map_or_else(|| own.clone(), |value| value.label().to_owned());
        self.combo(ui, "marking", &shown, |ui| {
            option_value(ui, value, None, own);
            for option in Marking::ALL {
                option_value(ui, value, Some(*option), option.label());
            }
        });
    }

    /// The dossier's own marking, which cannot be empty.
    pub(crate) fn marking_fixed(&mut self, ui: &mut Ui, value: &mut Marking) {
        self.combo(ui, "marking", value.label(), |ui| {
            for option in Marking::ALL {
                option_value(ui, value, *option, option.label());
            }
        });
    }

    /// How much something matters, 1 to 5, or none.
    pub(crate) fn salience(&mut self, ui: &mut Ui, value: &mut Option<u8>) {
        let text = self.cx.text;
        let words = |value: Option<u8>| {
            value.map_or_else(|| text.get(msg!("not-filled-in")).to_owned(), |it| text.salience(it))
        };
        self.combo(ui, "salience", &words(*value), |ui| {
            for option in Position::SALIENCE.map(Some).chain([None]) {
                option_value(ui, value, option, words(option));
            }
        });
    }

    /// Yes or no.
    pub(crate) fn flag(&mut self, ui: &mut Ui, column: &'static str, value: &mut bool) {
        let words = self.cx.text.field(column);
        ui.add_enabled(!self.cx.read_only, egui::Checkbox::new(value, words));
        self.complaint(ui, column);
    }

    /// A day.
    pub fn day(&mut self, ui: &mut Ui, column: &'static str, value: &mut NaiveDate, when: When) {
        let shown = self.cx.text.day(*value);
        if let Some(typed) = self.date_row(ui, column, &shown, value, when) {
            match self.read_day(&typed, when) {
                Some(day) => *value = day,
                None => self.keep_draft(ui, column, typed, msg!("field-no-day")),
            }
        }
        self.say_first_of_month(ui, column, Some(*value));
        self.warn_of_future(ui, when, Some(*value));
    }

    /// A day, or none.
    pub(crate) fn day_or_none(
        &mut self,
        ui: &mut Ui,
        column: &'static str,
        value: &mut Option<NaiveDate>,
        when: When,
    ) {
        let (text, today) = (self.cx.text, self.cx.today);
        let shown = value.map_or_else(String::new, |day| text.day(day));
        let mut day = value.unwrap_or(today);
        let before = day;
        if let Some(typed) = self.date_row(ui, column, &shown, &mut day, when) {
            match self.read_day(&typed, when) {
                Some(day) => *value = Some(day),
                None if typed.trim().is_empty() => *value = None,
                None => self.keep_draft(ui, column, typed, msg!("field-no-day")),
            }
        } else if day != before {
            *value = Some(day);
        }
        self.say_first_of_month(ui, column, *value);
        self.warn_of_future(ui, when, *value);
    }

    /// A time of day such as `14:00` or `18u`, or none.
    pub fn time(&mut self, ui: &mut Ui, column: &'static str, value: &mut Option<NaiveTime>) {
        let shown = value.map_or_else(String::new, |time| time.format("%H:%M").to_string());
        if let Some(typed) = self.plain_row(ui, column, &shown) {
            match parse_time(&typed) {
                Some(time) => *value = Some(time),
                None if typed.trim().is_empty() => *value = None,
                None => self.keep_draft(ui, column, typed, msg!("field-no-time")),
            }
        }
    }

    /// A severity, or none.
    pub fn severity(&mut self, ui: &mut Ui, column: &'static str, value: &mut Option<Severity>) {
        let cx = self.cx;
        let words = |severity| cx.text.severity(severity);
        self.combo(ui, column, &words(*value), |ui| {
            for option in Severity::all().map(Some).chain([None]) {
                option_value(ui, value, option, words(option));
            }
        });
    }

    /// A date as precise as known, or none.
    pub fn date(
        &mut self,
        ui: &mut Ui,
        column: &'static str,
        value: &mut Option<PartialDate>,
        when: When,
    ) {
        let (text, today) = (self.cx.text, self.cx.today);
        let shown = value.map_or_else(String::new, |date| text.date(date));
        let mut day = value.map_or(today, PartialDate::first_day);
        let before = day;
        if let Some(typed) = self.date_row(ui, column, &shown, &mut day, when) {
            match text.parse_date(&typed, today) {
                Some(date) => *value = Some(date),
                None if typed.trim().is_empty() => *value = None,
                None => self.keep_draft(ui, column, typed, msg!("field-no-day")),
            }
        } else if day != before {
            *value = Some(day.into());
        }
        self.warn_of_future(ui, when, value.map(PartialDate::first_day));
    }

    /// A number typed as text, such as a threshold.
    pub fn number<T: Copy + PartialEq + std::str::FromStr>(
        &mut self,
        ui: &mut Ui,
        column: &'static str,
        value: &mut T,
        shown: &str,
    ) {
        if let Some(typed) = self.plain_row(ui, column, shown) {
            let plain = typed.trim().replace(',', ".").replace('−', "-");
            match plain.trim_start_matches('+').parse() {
                Ok(number) => *value = number,
                Err(_) => self.keep_draft(ui, column, typed, msg!("field-no-number")),
            }
        }
    }

    /// A recorded vote, or none.
    pub(crate) fn roll_call(&mut self, ui: &mut Ui, value: &mut Option<RollCallId>) {
        let cx = self.cx;
        let roll_call = value.and_then(|id| cx.snapshot.roll_calls.get(id));
        let choices = || {
            let name = |it: &RollCall| format!("{} · {}", it.code, cx.text.of(&it.title));
            cx.snapshot.roll_calls.iter().map(|it| (it.id, name(it))).collect()
        };
        self.chosen(ui, "roll_call_id", roll_call.map(|it| &*it.code), value, choices);
    }

    /// Another item of the same agenda, or none.
    pub(crate) fn decided_with(&mut self, ui: &mut Ui, item: &mut AgendaItem) {
        let snapshot = self.cx.snapshot;
        let code = |of: &AgendaItem| snapshot.proposals.get(of.proposal).map(|it| it.code.clone());
        let shown = item.with.and_then(|id| snapshot.agenda.get(id)).and_then(code);
        let (id, meeting) = (item.id, item.meeting);
        let others = || snapshot.agenda.iter().filter(|it| it.meeting == meeting && it.id != id);
        let choices = || others().filter_map(|it| Some((it.id, code(it)?))).collect();
        self.chosen(ui, "with_id", shown.as_deref(), &mut item.with, choices);
    }

    /// A record chosen from many, or none.
    fn chosen<T: Copy + PartialEq>(
        &mut self,
        ui: &mut Ui,
        column: &'static str,
        shown: Option<&str>,
        value: &mut Option<T>,
        choices: impl Fn() -> Vec<(T, String)>,
    ) {
        let cx = self.cx;
        let none = cx.text.get(msg!("not-filled-in"));
        let label = cx.text.field(column);
        let chosen = self.row(ui, column, |_, ui| {
            let button = chooser(ui, cx, shown, label);
            picker_from(cx, &button, label, value, || named(choices(), none))
        });
        if let Some(chosen) = chosen {
            *value = chosen;
        }
    }

    /// Queues the edit made by the changed fields, if it follows the rules.
    ///
    /// `edit` is `None` if no field was changed.
    pub fn finish(mut self, ui: &Ui, edit: Option<Edit>) {
        let Some(mut edit) = edit else { return };
        edit.operations.splice(0..0, self.along.drain(..).map(Operation::Put));
        match self.cx.check(&edit) {
            Ok(()) => {
                // A field that still shows a refused draft still says why.
                let drafted = |refusal: &Refusal| {
                    let field = self.id.with(refusal.field);
                    ui.data(|data| data.get_temp::<String>(field).is_some())
                };
                self.refusals.retain(drafted);
                self.cx.apply(edit);
            }
            Err(refusal) => {
                self.refusals.retain(|other| other.field != refusal.field);
                self.refusals.push(refusal);
                for (column, typed) in std::mem::take(&mut self.left) {
                    self.draft(ui, column, Some(typed));
                }
            }
        }
        self.keep_refusals(ui);
    }

    /// Keeps a field's draft, also through a crash; `None` discards it.
    fn draft(&self, ui: &Ui, column: &'static str, typed: Option<String>) {
        let id = self.id.with(column);
        ui.data_mut(|data| match &typed {
            Some(typed) => {
                data.insert_temp(id, typed.clone());
            }
            None => data.remove::<String>(id),
        });
        // Whatever was said about it was about what stood there before.
        ui.data_mut(|data| data.remove::<Message>(id.with("unreadable")));
        self.cx.push(Action::Draft(self.record, column, typed));
    }

    fn forget_refusal(&mut self, ui: &Ui, column: &str) {
        self.refusals.retain(|refusal| refusal.field != column);
        self.keep_refusals(ui);
    }

    fn keep_refusals(&self, ui: &Ui) {
        ui.data_mut(|data| {
            if self.refusals.is_empty() {
                data.remove::<Vec<Refusal>>(self.id);
            } else {
                data.insert_temp(self.id, self.refusals.clone());
            }
        });
    }
}

/// The button that opens the choice of one among many: as wide as the combo boxes beside it, with
/// their arrow.
fn chooser(ui: &mut Ui, cx: &Cx<'_>, shown: Option<&str>, label: &str) -> Response {
    let none = cx.text.get(msg!("not-filled-in"));
    let arrow = Icon::Down.text(&cx.theme);
    let content = (shown.unwrap_or(none), egui::Atom::grow(), arrow);
    let size = egui::vec2(ui.available_width(), cx.theme.sizes.shape.target);
    let button = egui::Button::new(content).truncate().min_size(size);
    let button = ui.add_enabled(!cx.read_only, button).accessible_name(label);
    hears_letters(&button);
    button
}

/// Choices in order of name, after the one for none.
fn named<T>(mut found: Vec<(T, String)>, none: &str) -> Vec<Choice<Option<T>>> {
    found.sort_by(|(_, a), (_, b)| crate::model::words::natural_cmp(a, b));
    let found = found.into_iter().map(|(id, name)| Choice { value: Some(id), name });
    [Choice { value: None, name: none.to_owned() }].into_iter().chain(found).collect()
}

//! The source a record rests on: one of the dossier's, or a new one made on the spot.

use egui::{Id, Ui};

use super::{Form, chooser, named};
use crate::document::Edit;
use crate::model::{Marking, Source, SourceId, SourceKind};
use crate::text::msg;
use crate::ui::widgets::{Choice, When, caption, picker_or_new};

/// The user's choice.
#[derive(Clone)]
enum Chosen {
    /// An existing one, or none.
    Known(Option<SourceId>),
    /// A new one, by its symbol or title.
    New(String),
}

impl Form<'_> {
    /// The source the record rests on, or none. An unknown name makes a new one, whose fields then
    /// appear below.
    pub fn source(&mut self, ui: &mut Ui, value: &mut Option<SourceId>) {
        let (cx, column) = (self.cx, "source_id");
        let source = value.and_then(|id| cx.snapshot.sources.get(id));
        let shown = source.map(Source::short);
        let (label, none) = (cx.text.field(column), cx.text.get(msg!("not-filled-in")));
        let now = *value;
        let is_now = |it: &Chosen| matches!(it, Chosen::Known(id) if *id == now);
        let chosen = self.row(ui, column, |_, ui| {
            let button = chooser(ui, cx, shown, label);
            let choices = || {
                let name = |source: &Source| match &*source.symbol {
                    "" => source.title.clone(),
                    symbol => format!("{symbol} · {}", source.title),
                };
                let all = cx.snapshot.sources.iter().map(|it| (it.id, name(it))).collect();
                let known = |it: Choice<Option<SourceId>>| Choice {
                    value: Chosen::Known(it.value),
                    name: it.name,
                };
                named(all, none).into_iter().map(known).collect()
            };
            let new = |typed: &str| {
                let name = [("name", typed.into())];
                let name = cx.text.with(msg!("source-new-named"), &name);
                Some(Choice { value: Chosen::New(typed.to_owned()), name })
            };
            picker_or_new(cx, &button, label, choices, new, is_now)
        });
        match chosen {
            Some(Chosen::Known(id)) => *value = id,
            Some(Chosen::New(name)) => {
                let source = Source { marking: self.own_marking(), ..named_source(&name) };
                *value = Some(source.id);
                ui.data_mut(|data| data.insert_temp(self.new_source(), source.id));
                ui.data_mut(|data| data.insert_temp(self.new_source().with("asks"), true));
                self.along.push(source.into());
            }
            None => {}
        }
        let new = ui.data(|data| data.get_temp::<SourceId>(self.new_source()));
        if let Some(source) = source.filter(|source| new == Some(source.id)) {
            self.fields_of(ui, source);
        }
    }

    /// The id that a source made in this form is stored under.
    fn new_source(&self) -> Id {
        self.id.with("new-source")
    }

    /// The marking of the record: its source is no less confidential.
    fn own_marking(&self) -> Option<Marking> {
        self.cx.snapshot.record(self.record).and_then(|record| record.marking())
    }

    /// The fields of a source that was just made.
    fn fields_of(&self, ui: &mut Ui, source: &Source) {
        let cx = self.cx;
        ui.indent("fields", |ui| {
            ui.label(caption(&cx.theme, cx.text.get(msg!("source-new-about"))));
            let mut draft = source.clone();
            let mut form = Form::new(ui, cx, source.record_id());
            let asks = self.new_source().with("asks");
            if ui.data_mut(|data| data.remove_temp::<bool>(asks)) == Some(true) {
                form.focus_first();
            }
            form.line(ui, "symbol", &mut draft.symbol);
            form.line(ui, "title", &mut draft.title);
            form.date(ui, "date", &mut draft.date, When::Said);
            form.choice(ui, "kind", &mut draft.kind);
            form.line(ui, "link", &mut draft.link);
            form.marking(ui, &mut draft.marking);
            let edit = (draft != *source).then(|| Edit::change(draft, source.short()));
            form.finish(ui, edit);
        });
    }
}

/// A new source: by its symbol if it looks like one, that is, if it has no spaces and contains a
/// digit.
fn named_source(name: &str) -> Source {
    let is_symbol =
        !name.contains(char::is_whitespace) && name.contains(|it: char| it.is_ascii_digit());
    let symbol = if is_symbol { name } else { "" };
    Source::new(symbol, name, SourceKind::Other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_symbol_is_one() {
        let made = |name: &str| {
            let source = named_source(name);
            (source.symbol, source.title)
        };
        let both = |symbol: &str, title: &str| (symbol.to_owned(), title.to_owned());
        assert_eq!(made("A/RES/80/16"), both("A/RES/80/16", "A/RES/80/16"));
        assert_eq!(made("Call with Brasília 3 May"), both("", "Call with Brasília 3 May"));
    }
}

//! The state of a proposal: in a sentence, and by camp.

use egui::Ui;

use super::with_stance;
use crate::analysis::{Column, Outcome, Rule};
use crate::model::{Camp, Keyed, Slot, Stance, Status};
use crate::text::{lower, msg};
use crate::ui::cx::Cx;
use crate::ui::widgets::{camp_icon, paragraph, tally_bar, tally_words};

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, slot: Slot, figures: &Column) {
    paragraph(ui, sentence(cx, slot, figures));
    ui.add_space(cx.theme.sizes.space.xs);
    camps(ui, cx, figures);
}

/// A summary sentence: who objects, how many are unknown, and the verdict under each rule.
pub(super) fn sentence(cx: &Cx<'_>, slot: Slot, figures: &Column) -> String {
    let text = cx.text;
    let objectors: Vec<_> = with_stance(cx, slot, Stance::Object);
    let names: Vec<_> = objectors.iter().take(3).map(|party| text.of(&party.name)).collect();
    let more = objectors.len().saturating_sub(names.len());
    let objections = text.with(
        msg!("standing-objections"),
        &[
            ("count", objectors.len().into()),
            ("names", names.join(", ").into()),
            ("more", more.into()),
        ],
    );
    let unknown = text.with(msg!("standing-unknown"), &[("count", figures.tally.unknown().into())]);
    let rules = Rule::ALL.iter().map(|rule| {
        let outcome = match figures.adoption.under(*rule) {
            Outcome::Adopts => msg!("standing-adopts"),
            Outcome::Fails => msg!("standing-fails"),
            Outcome::Open => msg!("standing-open"),
        };
        text.with(outcome, &[("rule", lower(text.label(*rule)).into())])
    });
    if figures.deciding.total() == 0 {
        return [objections, unknown, text.get(msg!("standing-nobody-decides")).to_owned()]
            .join(" ");
    }
    let yet = adopted_yet_fails(cx, slot, figures).map(str::to_owned);
    [objections, unknown].into_iter().chain(rules).chain(yet).collect::<Vec<_>>().join(" ")
}

/// Why a proposal that was adopted is said to fail by consensus; `None` if that is not the case.
pub(crate) fn adopted_yet_fails<'a>(cx: &Cx<'a>, slot: Slot, figures: &Column) -> Option<&'a str> {
    let status = cx.snapshot.proposals.at(slot)?.status;
    let fails = figures.adoption.under(Rule::Consensus) == Outcome::Fails;
    let decides = figures.deciding.total() > 0;
    (status == Status::Adopted && fails && decides)
        .then(|| cx.text.get(msg!("standing-adopted-yet")))
}

pub(super) fn camps(ui: &mut Ui, cx: &Cx<'_>, figures: &Column) {
    let (theme, sizes) = (&cx.theme, cx.theme.sizes);
    // As wide as the longest name needs, which is more in Dutch than in English.
    let wide = |camp: &Camp| {
        let (words, font) = (cx.text.label(*camp).to_owned(), theme.font(sizes.text.body));
        ui.painter().layout_no_wrap(words, font, theme.colours.ink).size().x.ceil()
    };
    let names = Camp::ALL.iter().map(wide).fold(sizes.space.xxl * 3.5, f32::max);
    for camp in Camp::ALL {
        let tally = figures.camp(*camp);
        if tally.total() == 0 {
            continue;
        }
        ui.horizontal(|ui| {
            ui.label(camp_icon(*camp).text(theme));
            let size = egui::vec2(names + sizes.space.hair, sizes.row.matrix);
            let layout = egui::Layout::left_to_right(egui::Align::Center);
            ui.allocate_ui_with_layout(size, layout, |ui| {
                ui.set_min_width(size.x);
                ui.add(egui::Label::new(cx.text.label(*camp)).truncate());
            });
            let size = egui::vec2(ui.available_width(), theme.sizes.space.s);
            let (rect, response) = ui.allocate_exact_size(size, egui::Sense::hover());
            tally_bar(ui.painter(), theme, rect, tally);
            let words = tally_words(cx.text, tally);
            response
                .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, words.as_str()));
            response.on_hover_text(words);
        });
    }
}

//! Competing texts: who says yes to both, to one of them, to neither, in each camp or group.

use egui::{ScrollArea, Ui};

use super::top::{self, Top};
use crate::analysis::{Answer, Pair, Split, by_group as by_group_of, who};
use crate::command::Screen;
use crate::model::words::fold;
use crate::model::{Camp, GroupId, Keyed, Proposal, Slot};
use crate::report::Subject;
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::{Selection, ViewState};
use crate::ui::views::{Draw, PageOf, View};
use crate::ui::widgets::{camp_icon, caption, drop_down, link, muted, paragraph, strong};

/// The screen's description.
pub(super) const VIEW: View = View {
    icon: Icon::Transpose,
    hint: |_| msg!("hint-pairs"),
    help: msg!("help-page-pairs"),
    more_help: None,
    count: Some(|snapshot| snapshot.rivals.len()),
    add: |_| None,
    can_filter: true,
    inspects: |_| true,
    tables: &[],
    asks_all: |_| false,
    page: |_| PageOf::Screen(Subject::Pairs),
    lists: None,
    draw: Draw::Dossier(show),
};

/// The most parties named behind one number; more would not fit on a screen.
const NAMED: usize = 200;

/// Draws the screen.
fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    let all = cx.pairs(ui);
    let list = &mut state.lists[Screen::Pairs];
    let wanted = fold(list.filter.trim());
    let shown: Vec<_> =
        all.iter().filter_map(|pair| Some((pair, found(cx, pair, &wanted)?))).collect();
    let top = Top {
        title: cx.text.get(msg!("screen-pairs")),
        shown: shown.len(),
        all: all.len(),
        add: None,
    };
    top::show(ui, cx, list, &mut state.focus_filter, &top);
    paragraph(ui, muted(&cx.theme, cx.text.get(msg!("pairs-about"))));
    ui.horizontal(|ui| {
        for (by_group, words) in [(false, msg!("pairs-by-camp")), (true, msg!("pairs-by-group"))] {
            let chosen = state.pairs_by_group == by_group;
            if ui.selectable_label(chosen, cx.text.get(words)).clicked() {
                state.pairs_by_group = by_group;
            }
        }
    });
    ui.add_space(cx.theme.sizes.space.s);
    if shown.is_empty() {
        let filtered = !list.filter.is_empty();
        return top::nothing(ui, cx, &top, filtered, cx.text.get(msg!("pairs-empty")));
    }
    let sizes = &cx.theme.sizes;
    // A title for each text, the heads, everyone and each camp.
    let by_group = state.pairs_by_group;
    let groups = cx.kept(ui, egui::Id::unique("pairs-groups"), || {
        let coalition = cx.figures.coalition();
        let of =
            |pair: &Pair| (pair.proposals, by_group_of(cx.snapshot, coalition, pair.proposals));
        all.iter().map(of).collect::<Vec<_>>()
    });
    let most = groups.iter().map(|(_, rows)| rows.len()).max().unwrap_or_default();
    let lines = if by_group { most } else { Camp::ALL.len() };
    let height = sizes.row.list * (4 + lines) as f32 + sizes.space.l;
    ScrollArea::vertical().auto_shrink(false).show_rows(ui, height, shown.len(), |ui, rows| {
        for (pair, proposals) in shown.get(rows).unwrap_or_default() {
            ui.push_id(pair.proposals, |ui| {
                ui.set_height(height);
                let of = groups.iter().find(|(it, _)| *it == pair.proposals);
                let groups = of.map(|(_, rows)| rows.as_slice()).filter(|_| by_group);
                one(ui, cx, pair, *proposals, groups);
            });
        }
    });
}

/// The proposals of a pair, if either matches the filter.
fn found<'a>(cx: &Cx<'a>, pair: &Pair, wanted: &str) -> Option<[&'a Proposal; 2]> {
    let [first, second] = pair.proposals.map(|slot| cx.snapshot.proposals.at(slot));
    let both = [first?, second?];
    let matches = |it: &&Proposal| {
        [&it.code, &it.title.en, &it.title.nl].iter().any(|words| fold(words).contains(wanted))
    };
    both.iter().any(matches).then_some(both)
}

/// One pair: its texts, and a line for everyone and for each camp.
fn one(
    ui: &mut Ui,
    cx: &Cx<'_>,
    pair: &Pair,
    proposals: [&Proposal; 2],
    groups: Option<&[(GroupId, Split)]>,
) {
    let (theme, text) = (&cx.theme, cx.text);
    for (number, proposal) in (1..).zip(proposals) {
        ui.horizontal(|ui| {
            ui.set_height(theme.sizes.row.list);
            ui.label(muted(theme, format!("{number}")));
            let code = link(ui, theme, &proposal.code).on_hover_text(text.get(msg!("hint-list")));
            if code.clicked() {
                cx.push(Action::Select(Selection::Proposal(proposal.id)));
            }
            ui.add(egui::Label::new(text.of(&proposal.title)).truncate());
        });
    }
    let space = &theme.sizes.space;
    let numbers = egui::Layout::right_to_left(egui::Align::Center);
    let grid = egui::Grid::new("answers").spacing([space.l, 0.0]);
    grid.min_row_height(theme.sizes.row.list).show(ui, |ui| {
        ui.label("");
        for answer in Answer::ALL {
            ui.with_layout(numbers, |ui| ui.label(caption(theme, text.label(*answer))));
        }
        ui.end_row();
        let camps = Camp::ALL.iter().copied().filter(|_| groups.is_none()).map(Some);
        for camp in [None].into_iter().chain(camps) {
            let name = text.label_or(camp, msg!("pair-all"));
            ui.horizontal(|ui| {
                if let Some(camp) = camp {
                    ui.label(camp_icon(camp).text(theme).color(theme.colours.muted));
                    ui.label(name);
                } else {
                    ui.label(strong(theme, name));
                }
            });
            let split = camp.map_or_else(|| pair.all(), |camp| pair.camp(camp));
            for answer in Answer::ALL {
                ui.push_id((camp, *answer), |ui| {
                    ui.with_layout(numbers, |ui| {
                        count(ui, cx, pair.proposals, camp, *answer, split.of(*answer));
                    });
                });
            }
            ui.end_row();
        }
        for (id, split) in groups.unwrap_or_default() {
            let Some(group) = cx.snapshot.groups.get(*id) else { continue };
            if link(ui, theme, &group.code).on_hover_text(text.of(&group.name)).clicked() {
                cx.push(Action::Select(Selection::Group(*id)));
            }
            for answer in Answer::ALL {
                let written = text.count(split.of(*answer));
                let name = format!("{}, {}: {written}", group.code, text.label(*answer));
                ui.with_layout(numbers, |ui| {
                    let label = ui.label(written);
                    label.widget_info(|| {
                        egui::WidgetInfo::labeled(egui::Role::Label, true, name.as_str())
                    });
                });
            }
            ui.end_row();
        }
    });
}

/// A number that opens the list of the parties it counts, each leading to its cell in the matrix.
fn count(
    ui: &mut Ui,
    cx: &Cx<'_>,
    proposals: [Slot; 2],
    camp: Option<Camp>,
    answer: Answer,
    number: usize,
) {
    let (theme, text) = (&cx.theme, cx.text);
    let written = text.count(number);
    if number == 0 {
        ui.label(muted(theme, written));
        return;
    }
    let of = text.label_or(camp, msg!("pair-all"));
    let name = format!("{of}, {}: {written}", text.label(answer));
    let size = egui::vec2(0.0, theme.sizes.row.list);
    let button = ui.add(egui::Button::new(strong(theme, written)).frame(false).min_size(size));
    let button = button.on_hover_cursor(egui::CursorIcon::PointingHand).accessible_name(&*name);
    drop_down(&button).accessible_name(&*name).show(|ui| {
        ui.label(strong(theme, &*name));
        let parties = who(cx.snapshot, cx.figures.coalition(), proposals, camp, answer);
        let first = cx.snapshot.proposals.at(proposals[0]).map(|it| it.id);
        ScrollArea::vertical().max_height(theme.sizes.space.xxl * 7.0).show(ui, |ui| {
            for slot in parties.iter().take(NAMED) {
                let Some((party, first)) = cx.snapshot.parties.at(*slot).zip(first) else {
                    continue;
                };
                if ui.button(text.of(&party.name)).clicked() {
                    cx.push(Action::Select(Selection::Cell(first, party.id)));
                    ui.close();
                }
            }
            if let Some(more) = parties.len().checked_sub(NAMED).filter(|more| *more > 0) {
                ui.label(muted(theme, text.with(msg!("pairs-more"), &[("count", more.into())])));
            }
        });
    });
}

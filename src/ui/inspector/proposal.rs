//! A proposal: where it stands in a sentence, its fields, its sponsors, its stances.

use egui::Ui;

use super::members::{Link, links};
use super::{delete_button, head, wants_focus};
use crate::analysis::{Column, Outcome, Rule};
use crate::document::Edit;
use crate::library::obstacle_text;
use crate::model::words::fold;
use crate::model::{Camp, Keyed, Obstacle, Proposal, ProposalId, Slot, Sponsor, Stance};
use crate::text::lower;
use crate::ui::cx::{Action, Cx};
use crate::ui::state::{Selection, ViewState};
use crate::ui::widgets::{
    Choice, Form, camp_icon, caption, link, paragraph, section, stance_badge, tally_bar,
    tally_words,
};

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, id: ProposalId) -> Option<()> {
    let proposal = cx.snapshot.proposals.get(id)?;
    let slot = cx.snapshot.proposals.slot(id)?;
    let figures = cx.derived.coalition.column(slot)?;
    let text = cx.text;
    let title = format!("{} · {}", proposal.code, text.of(&proposal.title));
    head(ui, cx, &title, text.label(proposal.status), proposal.marking);
    paragraph(ui, standing(cx, slot, figures));
    ui.add_space(cx.theme.sizes.space.xs);
    camps(ui, cx, figures);
    section(ui, &cx.theme, text.get("proposal-fields"));
    let mut draft = proposal.clone();
    let mut form = Form::new(ui, cx, proposal.record_id());
    if wants_focus(state) {
        form.focus_first();
    }
    form.bilingual(ui, ["title_en", "title_nl"], &mut draft.title, false);
    form.line(ui, "code", &mut draft.code);
    form.choice(ui, "status", &mut draft.status);
    form.choice_or_none(ui, "measure", &mut draft.measure);
    form.choice_or_none(ui, "bindingness", &mut draft.bindingness);
    form.choice_or_none(ui, "scope", &mut draft.scope);
    form.source(ui, &mut draft.source);
    form.bilingual(ui, ["summary_en", "summary_nl"], &mut draft.summary, true);
    form.text(ui, "text", &mut draft.text);
    let columns = ["verification_en", "verification_nl"];
    form.bilingual(ui, columns, &mut draft.verification, true);
    form.text(ui, "note", &mut draft.note);
    form.marking(ui, &mut draft.marking);
    let edit = (draft != *proposal).then(|| Edit::change(draft, proposal.code.as_str()));
    form.finish(ui, edit);
    sponsors(ui, cx, proposal);
    obstacles(ui, cx, slot, proposal);
    blockers(ui, cx, slot, proposal);
    delete_button(ui, cx, proposal.record_id(), text.get("delete-proposal"));
    Some(())
}

/// Where the proposal stands, in a sentence: who objects, how many are unknown, what each
/// rule makes of it.
fn standing(cx: &Cx<'_>, slot: Slot, figures: &Column) -> String {
    let text = cx.text;
    let objectors: Vec<_> = with_stance(cx, slot, Stance::Object);
    let names: Vec<_> = objectors.iter().take(3).map(|party| text.of(&party.name)).collect();
    let more = objectors.len().saturating_sub(names.len());
    let objections = text.with(
        "standing-objections",
        &[
            ("count", objectors.len().into()),
            ("names", names.join(", ").into()),
            ("more", more.into()),
        ],
    );
    let unknown = text.with("standing-unknown", &[("count", figures.tally.unknown().into())]);
    let rules = Rule::ALL.iter().map(|rule| {
        let outcome = match figures.adoption.under(*rule) {
            Outcome::Adopts => "standing-adopts",
            Outcome::Fails => "standing-fails",
            Outcome::Open => "standing-open",
        };
        text.with(outcome, &[("rule", lower(text.label(*rule)).into())])
    });
    if figures.deciding.total() == 0 {
        return [objections, unknown, text.get("standing-nobody-decides").to_owned()].join(" ");
    }
    [objections, unknown].into_iter().chain(rules).collect::<Vec<_>>().join(" ")
}

fn with_stance<'a>(cx: &Cx<'a>, slot: Slot, stance: Stance) -> Vec<&'a crate::model::Party> {
    cx.derived
        .parties
        .iter()
        .filter(|party| cx.derived.coalition.stance(slot, **party) == Some(stance))
        .filter_map(|party| cx.snapshot.parties.at(*party))
        .collect()
}

fn camps(ui: &mut Ui, cx: &Cx<'_>, figures: &Column) {
    let theme = &cx.theme;
    for camp in Camp::ALL {
        let tally = figures.camp(*camp);
        if tally.total() == 0 {
            continue;
        }
        ui.horizontal(|ui| {
            ui.label(camp_icon(*camp).text(theme));
            let size = egui::vec2(theme.sizes.space.xxl * 3.5, theme.sizes.row.matrix);
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

fn sponsors(ui: &mut Ui, cx: &Cx<'_>, proposal: &Proposal) {
    let text = cx.text;
    section(ui, &cx.theme, text.get("field-sponsors"));
    let mut found: Vec<_> =
        cx.snapshot.sponsors.iter().filter(|sponsor| sponsor.proposal == proposal.id).collect();
    found.sort_by_key(|sponsor| (!sponsor.main, sponsor.id));
    for sponsor in &found {
        let Some(party) = cx.snapshot.parties.get(sponsor.party) else { continue };
        let mut main = sponsor.main;
        let words = text.with("sponsor-main", &[("party", text.of(&party.name).into())]);
        if ui.add_enabled(!cx.read_only, egui::Checkbox::new(&mut main, words)).changed() {
            let changed = Sponsor { main, ..(*sponsor).clone() };
            cx.apply(Edit::change(changed, format!("{} · {}", proposal.code, party.code)));
        }
    }
    let rows: Vec<_> = found
        .iter()
        .filter_map(|sponsor| {
            let party = cx.snapshot.parties.get(sponsor.party)?;
            Some(Link {
                record: sponsor.record_id(),
                name: text.of(&party.name).to_owned(),
                title: party.code.clone(),
                note: if sponsor.main { text.get("field-main").to_owned() } else { String::new() },
                to: Selection::Party(party.id),
            })
        })
        .collect();
    let chosen = links(ui, cx, &rows, text.get("add-sponsor"), || {
        let parties = cx.derived.parties.iter().filter_map(|slot| cx.snapshot.parties.at(*slot));
        let free = parties.filter(|party| !found.iter().any(|s| s.party == party.id));
        let choice = |party: &crate::model::Party| Choice {
            value: party.id,
            name: format!("{} · {}", text.of(&party.name), party.code),
        };
        free.map(choice).collect()
    });
    if let Some(party) = chosen {
        let main = found.is_empty();
        let code = cx.snapshot.parties.get(party).map_or("", |party| &party.code);
        let detail = format!("{} · {code}", proposal.code);
        cx.apply(Edit::add(Sponsor::new(proposal.id, party, main), detail));
    }
}

fn obstacles(ui: &mut Ui, cx: &Cx<'_>, slot: Slot, proposal: &Proposal) {
    section(ui, &cx.theme, cx.text.get("screen-obstacles"));
    for obstacle in Obstacle::ALL {
        let severity = cx.derived.heat.severity(slot, *obstacle);
        ui.horizontal(|ui| {
            let name = obstacle_text(*obstacle).name();
            if link(ui, &cx.theme, cx.text.of(&name)).clicked() {
                cx.push(Action::Select(Selection::Hindrance(proposal.id, *obstacle)));
            }
            let words = crate::ui::views::severity_words(cx, severity);
            ui.label(caption(&cx.theme, words));
        });
    }
}

/// Everybody who objects or has reservations, each leading to the entry behind it.
fn blockers(ui: &mut Ui, cx: &Cx<'_>, slot: Slot, proposal: &Proposal) {
    section(ui, &cx.theme, cx.text.get("proposal-blockers"));
    let mut any = false;
    for stance in [Stance::Object, Stance::Reserve] {
        let mut parties = with_stance(cx, slot, stance);
        parties.sort_by_cached_key(|party| fold(cx.text.of(&party.name)));
        for party in parties {
            any = true;
            ui.horizontal(|ui| {
                stance_badge(ui, &cx.theme, cx.text, Some(stance));
                if link(ui, &cx.theme, cx.text.of(&party.name)).clicked() {
                    cx.push(Action::Select(Selection::Cell(proposal.id, party.id)));
                }
            });
        }
    }
    if !any {
        ui.label(caption(&cx.theme, cx.text.get("proposal-no-blockers")));
    }
}

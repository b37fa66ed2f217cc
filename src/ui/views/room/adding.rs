//! Adding a slide to the running order.

use std::collections::BTreeSet;

use egui::Ui;

use crate::library::states;
use crate::model::words::fold;
use crate::model::{Camp, GroupId, Keyed, Obstacle, ProposalId, Slide, SlideKind, Snapshot, Table};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::room::Room;
use crate::ui::state::RoomAct;
use crate::ui::widgets::{Chip, drop_down, muted, paragraph};

/// The menu that adds a slide: behind the current one of an open room, or at the end.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, room: Option<&Room>) {
    let text = cx.text;
    let chip = Chip::new(text.get(msg!("room-add-slide"))).menu().show(ui, &cx.theme);
    let push = |ui: &mut Ui, slide: Slide| {
        cx.push(Action::Room(RoomAct::Add(Box::new(slide))));
        ui.close();
    };
    let new = |kind| Slide::new(kind, 0);
    drop_down(&chip).accessible_name(text.get(msg!("room-add-slide"))).show(|ui| {
        for kind in SlideKind::ALL {
            let label = text.label(*kind);
            match kind {
                SlideKind::Proposal | SlideKind::Decision => drop(ui.menu_button(label, |ui| {
                    proposals(ui, cx, room, |ui, id| {
                        push(ui, Slide { proposal: Some(id), ..new(*kind) });
                    });
                })),
                SlideKind::Text => drop(ui.menu_button(label, |ui| {
                    texts(ui, cx, room, |ui, id| {
                        push(ui, Slide { proposal: Some(id), ..new(*kind) });
                    });
                })),
                SlideKind::Obstacle => drop(ui.menu_button(label, |ui| {
                    for obstacle in Obstacle::ALL {
                        if ui.button(text.label(*obstacle)).clicked() {
                            push(ui, Slide { obstacle: Some(*obstacle), ..new(*kind) });
                        }
                    }
                })),
                SlideKind::Matrix => drop(ui.menu_button(label, |ui| {
                    if ui.button(text.get(msg!("room-all"))).clicked() {
                        push(ui, new(*kind));
                    }
                    for camp in Camp::ALL {
                        if ui.button(text.label(*camp)).clicked() {
                            push(ui, Slide { camp: Some(*camp), ..new(*kind) });
                        }
                    }
                    ui.menu_button(text.get(msg!("field-region")), |ui| {
                        for region in regions() {
                            if ui.button(text.region(&region)).clicked() {
                                push(ui, Slide { region: region.clone(), ..new(*kind) });
                            }
                        }
                    });
                    ui.menu_button(text.label(Table::Groups), |ui| {
                        groups(ui, cx, room, |ui, id| {
                            push(ui, Slide { group: Some(id), ..new(*kind) });
                        });
                    });
                    ui.menu_button(text.label(SlideKind::Proposal), |ui| {
                        proposals(ui, cx, room, |ui, id| {
                            push(ui, Slide { proposal: Some(id), ..new(*kind) });
                        });
                    });
                })),
                SlideKind::Title
                | SlideKind::Summary
                | SlideKind::Heat
                | SlideKind::Ranking
                | SlideKind::Timeline
                | SlideKind::Changed
                | SlideKind::Parked => {
                    if ui.button(label).clicked() {
                        push(ui, new(*kind));
                    }
                }
            }
        }
    });
}

/// The proposals to choose from.
fn proposals(
    ui: &mut Ui,
    cx: &Cx<'_>,
    room: Option<&Room>,
    chosen: impl FnMut(&mut Ui, ProposalId),
) {
    some_proposals(ui, cx, room, |_| true, chosen);
}

/// The proposals with a text to choose from; if the room sees only some of them, says why.
fn texts(ui: &mut Ui, cx: &Cx<'_>, room: Option<&Room>, chosen: impl FnMut(&mut Ui, ProposalId)) {
    let seen = room.and_then(Room::live).map_or(cx.snapshot, |seen| &seen.snapshot);
    let (offered, all) = (with_text(seen), with_text(cx.snapshot));
    some_proposals(ui, cx, room, |id| offered.contains(&id), chosen);
    // Others may be looking on, so neither how many are missing nor which.
    let why = match offered.is_empty() {
        true if all.is_empty() => msg!("room-no-texts"),
        true => msg!("room-texts-none"),
        false if all.is_subset(&offered) => return,
        false => msg!("room-texts-more"),
    };
    // Within a menu the lines would be spaced out to its edges.
    ui.vertical(|ui| {
        ui.set_max_width(cx.theme.sizes.space.xxl * 8.0);
        paragraph(ui, muted(&cx.theme, cx.text.get(why)));
    });
}

/// The proposals with a text, in versions or not.
fn with_text(snapshot: &Snapshot) -> BTreeSet<ProposalId> {
    let versions = snapshot.versions.iter().map(|it| it.proposal);
    let plain = snapshot.proposals.iter().filter(|it| !it.text.trim().is_empty());
    versions.chain(plain.map(|it| it.id)).collect()
}

/// Some of the proposals. While a room is open, others may be looking on, so only those it may see,
/// as it sees them.
fn some_proposals(
    ui: &mut Ui,
    cx: &Cx<'_>,
    room: Option<&Room>,
    wanted: impl Fn(ProposalId) -> bool,
    mut chosen: impl FnMut(&mut Ui, ProposalId),
) {
    let stands = |proposal| match room {
        Some(room) => room.live()?.snapshot.proposals.get(proposal),
        None => cx.snapshot.proposals.get(proposal),
    };
    egui::ScrollArea::vertical().max_height(cx.theme.sizes.space.xxl * 10.0).show(ui, |ui| {
        for slot in cx.figures.proposals() {
            let proposal = cx.snapshot.proposals.at(*slot).filter(|it| wanted(it.id));
            let proposal = proposal.and_then(|it| stands(it.id));
            let Some(proposal) = proposal else { continue };
            let words = format!("{} {}", proposal.code, cx.text.of(&proposal.title));
            if ui.button(words).clicked() {
                chosen(ui, proposal.id);
            }
        }
    });
}

/// The groups to choose from; while a room is open, only those it may see, as it sees them.
fn groups(ui: &mut Ui, cx: &Cx<'_>, room: Option<&Room>, mut chosen: impl FnMut(&mut Ui, GroupId)) {
    let seen = room.and_then(Room::live).map_or(cx.snapshot, |seen| &seen.snapshot);
    let mut groups: Vec<_> =
        seen.groups.iter().filter(|it| cx.snapshot.groups.get(it.id).is_some()).collect();
    groups.sort_by_cached_key(|it| fold(cx.text.of(&it.name)));
    egui::ScrollArea::vertical().max_height(cx.theme.sizes.space.xxl * 10.0).show(ui, |ui| {
        for group in groups {
            if ui.button(cx.text.of(&group.name)).clicked() {
                chosen(ui, group.id);
            }
        }
    });
}

fn regions() -> Vec<String> {
    let mut regions: Vec<_> = states().iter().map(|state| state.region.clone()).collect();
    regions.sort();
    regions.dedup();
    regions
}

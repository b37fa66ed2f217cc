//! A party: its camp with the votes behind it, its fields, groups and stances.

use egui::{Rect, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::members::{Link, links};
use super::{delete_button, head, wants_focus};
use crate::analysis::{Answer, CampReading, Evidence, answer, evidence};
use crate::document::Edit;
use crate::document::blank::known_state;
use crate::model::{Ballot, Camp, CampBasis, Membership, Party, PartyId, Proposal, Slot};
use crate::text::{lower, msg};
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::{Selection, ViewState};
use crate::ui::widgets::{
    Form, camp_icon, caption, group_choices, link, muted, paragraph, section, stance_badge, strong,
};

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, id: PartyId) -> Option<()> {
    let party = cx.snapshot.parties.get(id)?;
    let text = cx.text;
    head(ui, cx, text.of(&party.name), text.label(party.kind), party.marking);
    camp(ui, cx, party);
    let mut draft = party.clone();
    let mut form = Form::new(ui, cx, party.record_id());
    if wants_focus(state) {
        form.focus_first();
    }
    section(ui, &cx.theme, text.get(msg!("party-fields")));
    form.bilingual(ui, ["name_en", "name_nl"], &mut draft.name, false);
    form.line(ui, "code", &mut draft.code);
    form.line(ui, "iso2", &mut draft.iso2);
    form.choice(ui, "kind", &mut draft.kind);
    // Changing the kind changes this too, as long as it has the kind's default.
    if draft.kind != party.kind && party.decides == party.kind.usually_decides() {
        draft.decides = draft.kind.usually_decides();
    }
    form.region(ui, "region", &mut draft.region, |state| &state.region);
    form.region(ui, "subregion", &mut draft.subregion, |state| &state.subregion);
    form.flag(ui, "decides", &mut draft.decides);
    form.flag(ui, "ours", &mut draft.ours);
    form.text(ui, "note", &mut draft.note);
    form.marking(ui, &mut draft.marking);
    overrule(ui, cx, &mut form, party, &mut draft);
    let known = (draft.name != party.name)
        .then(|| known_state(cx.snapshot, party, text.of(&draft.name)))
        .flatten();
    let named = known.as_ref().map(|it| (it.name.clone(), it.code.clone()));
    let draft = known.unwrap_or(draft);
    let newly_ours = draft.ours && !party.ours;
    let edit = (draft != *party).then(|| Edit::change(draft, text.of(&party.name)));
    // Only one party can be one's own.
    let others = cx.snapshot.parties.iter().filter(|it| newly_ours && it.ours);
    let edit = edit
        .map(|edit| others.fold(edit, |edit, it| edit.put(Party { ours: false, ..it.clone() })));
    let applies = edit.as_ref().is_some_and(|edit| cx.check(edit).is_ok());
    form.finish(ui, edit);
    if let Some((name, code)) = named.filter(|_| applies) {
        let values = [("name", text.of(&name).into()), ("code", code.as_str().into())];
        cx.push(Action::Say(text.with(msg!("party-known"), &values)));
    }
    super::aliases::show(ui, cx, party.id.into(), text.of(&party.name));
    groups(ui, cx, party);
    stances(ui, cx, party);
    super::relation::list(ui, cx, state, party);
    section(ui, &cx.theme, text.get(msg!("screen-engagement")));
    if link(ui, &cx.theme, text.get(msg!("party-to-engagement"))).clicked() {
        cx.push(Action::Select(Selection::Engagement(party.id)));
    }
    delete_button(ui, cx, party.record_id(), text.get(msg!("delete-party")));
    Some(())
}

/// The party's camp, in words and as a strip of the votes it rests on.
pub(super) fn camp(ui: &mut Ui, cx: &Cx<'_>, party: &Party) -> Option<()> {
    let slot = cx.snapshot.parties.slot(party.id)?;
    let CampReading { camp, basis, computed, index, votes } =
        *cx.figures.coalition().camps.get(slot)?;
    let (theme, text) = (&cx.theme, cx.text);
    ui.horizontal_wrapped(|ui| {
        ui.label(camp_icon(camp).text(theme));
        ui.label(text.label(camp));
        let index = index.map_or_else(|| "–".to_owned(), |index| text.index(index));
        let arguments = [("index", index.into()), ("votes", votes.into())];
        ui.label(caption(theme, text.with(msg!("camp-index"), &arguments)));
    });
    if basis == CampBasis::User {
        ui.horizontal_wrapped(|ui| {
            ui.label(Icon::Edit.text(theme).color(theme.colours.accent));
            let computed = [("computed", lower(text.label(computed)).into())];
            ui.label(text.with(msg!("camp-overruled"), &computed));
        });
        paragraph(ui, muted(theme, &party.camp_reason));
    }
    let twice = answers(ui, cx, slot);
    strip(ui, cx, &evidence(cx.snapshot, party.id), &twice);
    competing(ui, cx, &twice);
    Some(())
}

/// A party's answer to each pair of competing texts, by their codes; none if either stance is
/// unknown.
fn answers<'a>(ui: &Ui, cx: &Cx<'a>, party: Slot) -> Vec<([&'a Proposal; 2], Answer)> {
    let pairs = cx.pairs(ui);
    let told = pairs.iter().filter_map(|pair| {
        let [first, second] = pair.proposals.map(|slot| cx.snapshot.proposals.at(slot));
        Some(([first?, second?], answer(cx.figures.coalition(), pair.proposals, party)))
    });
    told.filter(|(_, answer)| *answer != Answer::Unknown).collect()
}

/// The competing texts, below the strip: a yes to both says more than an abstention does.
fn competing(ui: &mut Ui, cx: &Cx<'_>, answers: &[([&Proposal; 2], Answer)]) {
    let (theme, text) = (&cx.theme, cx.text);
    for (pair, answer) in answers.iter().take(MOST) {
        let both = *answer == Answer::Both;
        let [first, second] = pair.map(|it| it.code.as_str());
        let values = [
            ("first", first.into()),
            ("second", second.into()),
            ("answer", lower(text.label(*answer)).into()),
        ];
        let words = text.with(msg!("party-pair-of"), &values);
        ui.horizontal_top(|ui| {
            let ink = if both { theme.colours.accent } else { theme.colours.muted };
            let icon = if both { Icon::Check } else { Icon::Transpose };
            ui.label(icon.text(theme).color(ink));
            let words = if both { strong(theme, words) } else { muted(theme, words) };
            paragraph(ui, words);
        });
    }
}

/// The votes as bars: up for the multistakeholder side, down against it.
fn strip(ui: &mut Ui, cx: &Cx<'_>, votes: &[Evidence], answers: &[([&Proposal; 2], Answer)]) {
    let (theme, text) = (&cx.theme, cx.text);
    if votes.is_empty() {
        ui.label(muted(theme, text.get(msg!("camp-no-roll-calls"))));
        return;
    }
    let sizes = theme.sizes;
    let gap = sizes.space.xs;
    let width = ui.available_width().min(sizes.shell.inspector);
    let step = (width + gap) / votes.len() as f32;
    let half = sizes.space.l;
    // The lines of a yes to both stand outside it.
    ui.add_space(gap);
    let (area, _) = ui.allocate_exact_size(vec2(width, 2.0 * half), Sense::hover());
    ui.painter().hline(area.x_range(), area.center().y, theme.hairline());
    for (place, vote) in votes.iter().enumerate() {
        let left = area.left() + place as f32 * step;
        let column = Rect::from_min_size(pos2(left, area.top()), vec2(step - gap, 2.0 * half));
        let middle = area.center().y;
        let bar = match (vote.ballot, vote.weight) {
            (None | Some(Ballot::Unknown), _) => None,
            (Some(_), 0) => Some(Rect::from_center_size(
                column.center(),
                Vec2::new(column.width(), sizes.shape.focus),
            )),
            (Some(_), weight) if weight > 0 => {
                Some(Rect::from_x_y_ranges(column.x_range(), middle - half..=middle))
            }
            (Some(_), _) => Some(Rect::from_x_y_ranges(column.x_range(), middle..=middle + half)),
        };
        match bar {
            Some(bar) => drop(ui.painter().rect_filled(bar, 0, theme.colours.accent)),
            None => {
                let font = theme.font(sizes.text.caption);
                let at = column.center();
                let centre = egui::Align2::CENTER_CENTER;
                ui.painter().text(at, centre, "?", font, theme.colours.muted);
            }
        }
        let response =
            ui.interact(column, ui.scope_id().with(("vote", vote.roll_call.0)), Sense::click());
        // A vote for one of two competing texts when the party said yes to the other as well.
        let code = cx.snapshot.roll_calls.get(vote.roll_call).map_or("", |it| &it.code);
        let twice = answers
            .iter()
            .any(|(pair, answer)| *answer == Answer::Both && pair.iter().any(|it| it.code == code));
        let mut words = vote_words(cx, vote);
        if twice {
            words = format!("{words}, {}", lower(text.label(Answer::Both)));
            let line = egui::Stroke::new(sizes.shape.focus, theme.colours.ink);
            ui.painter().hline(column.x_range(), area.bottom() + gap / 2.0, line);
            ui.painter().hline(column.x_range(), area.top() - gap / 2.0, line);
        }
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, words.as_str()));
        if response.has_focus() {
            let ring = theme.focus_ring();
            ui.painter().rect_stroke(column, 0, ring, egui::StrokeKind::Outside);
        }
        if response.clicked() {
            cx.push(Action::Select(Selection::RollCall(vote.roll_call)));
        }
        response.on_hover_text(words);
    }
    ui.add_space(gap);
    ui.label(caption(theme, text.get(msg!("camp-strip-legend"))));
    if answers.iter().any(|(_, answer)| *answer == Answer::Both) {
        ui.label(caption(theme, text.get(msg!("strip-both"))));
    }
    ui.add_space(sizes.space.xs);
}

fn vote_words(cx: &Cx<'_>, vote: &Evidence) -> String {
    let roll_call = cx.snapshot.roll_calls.get(vote.roll_call);
    let (code, day) = roll_call.map_or_else(Default::default, |roll_call| {
        (roll_call.code.clone(), cx.text.day(roll_call.date))
    });
    let ballot = cx.text.label_or(vote.ballot, msg!("ballot-none"));
    format!("{code}, {day}: {ballot}")
}

/// The user's own judgement of the camp; saved only once it has a reason.
fn overrule(ui: &mut Ui, cx: &Cx<'_>, form: &mut Form<'_>, party: &Party, draft: &mut Party) {
    section(ui, &cx.theme, cx.text.get(msg!("party-own-judgement")));
    // A camp without a reason is kept here until the reason is given.
    let memory = egui::Id::unique(("camp", party.id.0));
    let kept = ui.data(|data| data.get_temp::<Option<Camp>>(memory));
    let mut camp = kept.unwrap_or(party.camp);
    form.choice_or_none(ui, "camp", &mut camp);
    form.line(ui, "camp_reason", &mut draft.camp_reason);
    if camp.is_some() && draft.camp_reason.trim().is_empty() {
        ui.data_mut(|data| data.insert_temp(memory, camp));
        paragraph(ui, muted(&cx.theme, cx.text.get(msg!("party-reason-needed"))));
    } else {
        ui.data_mut(|data| data.remove::<Option<Camp>>(memory));
        draft.camp = camp;
    }
}

fn groups(ui: &mut Ui, cx: &Cx<'_>, party: &Party) {
    let text = cx.text;
    section(ui, &cx.theme, text.get(msg!("field-groups")));
    let mut rows: Vec<_> = cx
        .snapshot
        .memberships
        .iter()
        .filter(|membership| membership.party == party.id)
        .filter_map(|membership| {
            let group = cx.snapshot.groups.get(membership.group)?;
            Some(Link {
                record: membership.record_id(),
                name: group.code.clone(),
                title: text.of(&group.name).to_owned(),
                note: super::members::membership_words(cx, membership),
                to: Selection::Group(group.id),
            })
        })
        .collect();
    rows.sort_by(|a, b| a.name.cmp(&b.name));
    let taken: Vec<_> = rows.iter().map(|row| row.to).collect();
    let chosen = links(ui, cx, &rows, text.get(msg!("add-to-group")), || {
        group_choices(cx, |group| !taken.contains(&Selection::Group(group)))
    });
    if let Some(group) = chosen {
        let code = cx.snapshot.groups.get(group).map_or("", |group| &group.code);
        let detail = format!("{} · {code}", text.of(&party.name));
        cx.apply(Edit::add(Membership::new(group, party.id), detail));
    }
}

fn stances(ui: &mut Ui, cx: &Cx<'_>, party: &Party) {
    section(ui, &cx.theme, cx.text.get(msg!("party-stances")));
    let Some(row) = cx.snapshot.parties.slot(party.id) else { return };
    if cx.figures.counted().is_none() {
        ui.label(caption(&cx.theme, cx.text.get(msg!("counting"))));
        return;
    }
    let known: Vec<_> = cx
        .figures
        .proposals()
        .iter()
        .filter_map(|slot| {
            let stance = cx.figures.coalition().stance(*slot, row)?;
            Some((cx.snapshot.proposals.at(*slot)?, stance))
        })
        .collect();
    let unknown = cx.figures.proposals().len() - known.len();
    for (proposal, stance) in known.iter().take(MOST) {
        ui.horizontal(|ui| {
            stance_badge(ui, &cx.theme, cx.text, Some(*stance));
            if link(ui, &cx.theme, &proposal.code).clicked() {
                cx.push(Action::Select(Selection::Cell(proposal.id, party.id)));
            }
            let title = caption(&cx.theme, cx.text.of(&proposal.title));
            ui.add(egui::Label::new(title).truncate());
        });
    }
    if known.len() > MOST {
        let more = [("count", (known.len() - MOST).into())];
        ui.label(caption(&cx.theme, cx.text.with(msg!("and-more"), &more)));
    }
    let arguments = [("unknown", unknown.into())];
    ui.label(caption(&cx.theme, cx.text.with(msg!("party-unknown"), &arguments)));
}

/// Rows of a list shown in the inspector; the matrix shows them all.
pub(super) const MOST: usize = 50;

//! The structure tree: what each part of a page is, and what it is in.

use std::collections::HashMap;

use pdf_writer::types::{StructRole, TableHeaderScope};
use pdf_writer::{Ref, Str, TextStr};

use super::File;
use crate::report::paper::sheet::{Kind, Sheets};

/// Adds the tree, given the part that each marked piece of each page belongs to; returns its root.
pub(super) fn write(
    file: &mut File,
    sheets: &Sheets,
    leaves: &[Ref],
    marked: &[Vec<usize>],
) -> Ref {
    let (root, document) = (file.next(), file.next());
    let parts = &sheets.parts;
    // The pieces of each part: the page and the number of the piece on it.
    let mut pieces: Vec<Vec<(usize, i32)>> = vec![Vec::new(); parts.len()];
    for (page, numbers) in marked.iter().enumerate() {
        for (number, part) in (0..).zip(numbers) {
            if let Some(pieces) = pieces.get_mut(*part) {
                pieces.push((page, number));
            }
        }
    }
    // From last to first: empty parts are left out, except cells, which belong to their row.
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); parts.len()];
    let mut first = Vec::new();
    for (place, part) in parts.iter().enumerate().rev() {
        let empty = children.get(place).is_none_or(Vec::is_empty)
            && pieces.get(place).is_none_or(Vec::is_empty);
        if empty && !is_cell(&part.kind) {
            continue;
        }
        match part.within.and_then(|it| children.get_mut(it)) {
            Some(within) => within.push(place),
            None => first.push(place),
        }
    }
    let ids: HashMap<usize, Ref> =
        children.iter().flatten().chain(&first).map(|place| (*place, file.next())).collect();
    let id = |place: &usize| ids.get(place).copied().unwrap_or(document);
    let mut notes = Vec::new();
    for (place, part) in parts.iter().enumerate() {
        let Some(own) = ids.get(&place) else { continue };
        let mut element = file.pdf.struct_element(*own);
        element.kind(role(&part.kind)).parent(part.within.map_or(document, |it| id(&it)));
        match &part.kind {
            Kind::Heading(_, words) => {
                element.title(TextStr(words));
            }
            Kind::Table(about) => {
                element.attributes().push().table().summary(TextStr(about));
            }
            Kind::ColumnHead => {
                element.attributes().push().table().scope(TableHeaderScope::Column);
            }
            Kind::RowHead => {
                element.attributes().push().table().scope(TableHeaderScope::Row);
            }
            Kind::Cell(Some(said)) => {
                element.alt(TextStr(said));
            }
            Kind::Note => {
                let name = format!("note-{place:06}");
                element.id(Str(name.as_bytes()));
                notes.push((name, *own));
            }
            Kind::Paragraph
            | Kind::TableHead
            | Kind::TableBody
            | Kind::TableFoot
            | Kind::Row
            | Kind::Cell(None)
            | Kind::Label => {}
        }
        let own = pieces.get(place).map(Vec::as_slice).unwrap_or_default();
        let page = own.first().map(|(page, _)| *page);
        if let Some(leaf) = page.and_then(|it| leaves.get(it)) {
            element.page(*leaf);
        }
        let mut within = element.children();
        for (at, number) in own {
            if Some(*at) == page {
                within.marked_content_id(*number);
            } else if let Some(leaf) = leaves.get(*at) {
                within.marked_content_ref().page(*leaf).marked_content_id(*number);
            }
        }
        for child in children.get(place).into_iter().flatten().rev() {
            within.struct_element(id(child));
        }
    }
    let mut whole = file.pdf.struct_element(document);
    whole.kind(StructRole::Document).parent(root);
    let mut within = whole.children();
    first.iter().rev().for_each(|it| {
        within.struct_element(id(it));
    });
    drop(within);
    drop(whole);
    // By page: the part that each piece belongs to.
    let parents: Vec<Ref> = marked
        .iter()
        .map(|numbers| {
            let list = file.next();
            file.pdf.indirect(list).array().items(numbers.iter().map(id));
            list
        })
        .collect();
    let mut tree = file.pdf.indirect(root).start::<pdf_writer::writers::StructTreeRoot<'_>>();
    tree.child(document);
    let mut by_page = tree.parent_tree();
    let mut numbers = by_page.nums();
    for (page, list) in (0..).zip(&parents) {
        numbers.insert(page, *list);
    }
    drop(numbers);
    drop(by_page);
    tree.parent_tree_next_key(i32::try_from(parents.len()).unwrap_or(i32::MAX));
    if !notes.is_empty() {
        let mut by_name = tree.id_tree();
        let mut names = by_name.names();
        for (name, note) in &notes {
            names.insert(Str(name.as_bytes()), *note);
        }
    }
    root
}

fn is_cell(kind: &Kind) -> bool {
    matches!(kind, Kind::ColumnHead | Kind::RowHead | Kind::Cell(_))
}

fn role(kind: &Kind) -> StructRole {
    match kind {
        Kind::Heading(1, _) => StructRole::H1,
        Kind::Heading(2, _) => StructRole::H2,
        Kind::Heading(..) => StructRole::H3,
        Kind::Paragraph => StructRole::P,
        Kind::Table(_) => StructRole::Table,
        Kind::TableHead => StructRole::THead,
        Kind::TableBody => StructRole::TBody,
        Kind::TableFoot => StructRole::TFoot,
        Kind::Row => StructRole::TR,
        Kind::ColumnHead | Kind::RowHead => StructRole::TH,
        Kind::Cell(_) => StructRole::TD,
        Kind::Note => StructRole::Note,
        Kind::Label => StructRole::Lbl,
    }
}

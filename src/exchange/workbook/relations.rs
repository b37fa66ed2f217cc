//! Which part of an Office archive refers to which.

use super::archive::Archive;
use super::xml::{Mark, walk};
use crate::exchange::table::SheetError;

/// A reference from one part to another.
pub(in crate::exchange) struct Relation {
    pub(in crate::exchange) id: String,
    pub(in crate::exchange) kind: String,
    pub(in crate::exchange) target: String,
    pub(in crate::exchange) external: bool,
}

/// The name of the main part of an archive; `None` if it has none.
///
/// # Errors
/// [`SheetError`] if the archive cannot be read.
pub(in crate::exchange) fn main_part(archive: &Archive<'_>) -> Result<Option<String>, SheetError> {
    let relations = relations(archive, "")?;
    let main = relations.into_iter().find(|it| it.kind.ends_with("/officeDocument"));
    Ok(main.map(|it| it.target))
}

/// The relations of a part; those of the archive itself, if it has no name.
///
/// # Errors
/// [`SheetError`] if they cannot be read.
pub(in crate::exchange) fn relations(
    archive: &Archive<'_>,
    of: &str,
) -> Result<Vec<Relation>, SheetError> {
    let (folder, file) = of.rsplit_once('/').unwrap_or(("", of));
    let name = format!("{folder}/_rels/{file}.rels");
    let Some(part) = archive.part(&name)? else { return Ok(Vec::new()) };
    let mut relations = Vec::new();
    let walked = walk(part, |mark| {
        let Mark::Start(element) = mark else { return Ok(()) };
        if element.name() != b"Relationship" {
            return Ok(());
        }
        let text = |name| element.get(name).unwrap_or_default().into_owned();
        let external = text("TargetMode").eq_ignore_ascii_case("external");
        let target = text("Target");
        let target = if external { target } else { resolved(folder, &target) };
        relations.push(Relation { id: text("Id"), kind: text("Type"), target, external });
        Ok(())
    });
    walked.map_err(|stop| stop.or(SheetError::Damaged))?;
    Ok(relations)
}

/// The name of a part that another in this folder refers to.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut parts: Vec<_> = folder.split('/').filter(|it| !it.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => drop(parts.pop()),
            step => parts.push(step),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_found_wherever_it_is_referred_from() {
        assert_eq!(resolved("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolved("xl", "/xl/styles.xml"), "xl/styles.xml");
        assert_eq!(resolved("xl/a", "../../../b.xml"), "b.xml");
    }
}

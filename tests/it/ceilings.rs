//! Ceilings: what is marked stricter is in no copy, no table and no list made under one.

use cbm_workbench::document::Document;
use cbm_workbench::model::{Keyed, Marking, Table};
use cbm_workbench::store::{Access, Audience, Reach};

use crate::canary::{GONE, STANDS, dossier};
use crate::common::{folder, run};

fn contains(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

#[test]
fn a_copy_holds_nothing_above_its_ceiling_and_all_that_may_leave() {
    let folder = folder();
    let path = folder.path().join("canary.cbm");
    let canaries = dossier(&path);
    for table in Table::ALL {
        let bare = [Table::Sponsors, Table::AimTags, Table::Concerns, Table::Agenda, Table::Votes];
        let none = bare.contains(table);
        assert_eq!(canaries.iter().any(|it| it.table == *table), !none, "{}", table.key());
    }
    for ceiling in Marking::ALL {
        let name = format!("{}.cbm", ceiling.key().to_lowercase());
        let ran = run(folder.path(), &["redact", "canary.cbm", &name, "--ceiling", ceiling.key()]);
        assert_eq!(ran.code, 0, "{ran:?}");
        let bytes = std::fs::read(folder.path().join(&name)).unwrap();
        for canary in &canaries {
            let there = contains(&bytes, &canary.words);
            if !canary.may_leave(*ceiling) {
                assert!(!there, "{} is in a copy under {}", canary.words, ceiling.key());
            } else if canary.column != "author" || canary.table == Table::Comments {
                assert!(there, "{} is missing under {}", canary.words, ceiling.key());
            }
        }
        for gone in GONE {
            assert!(!contains(&bytes, gone), "{gone} under {}", ceiling.key());
        }
        // What may not be seen corrects nothing there.
        let stands = contains(&bytes, STANDS);
        assert_eq!(stands, *ceiling < Marking::Red, "under {}", ceiling.key());
        let checked = run(folder.path(), &["check", &name]);
        assert_eq!(checked.code, 0, "{checked:?}");
        let copy = Document::open(&folder.path().join(&name)).unwrap();
        assert!(copy.history().steps().is_empty());
        assert_eq!(copy.snapshot().dossier.marking, (*ceiling).min(Marking::Amber));
    }
}

#[test]
fn nothing_that_is_shown_under_a_ceiling_is_marked_stricter() {
    let folder = folder();
    let path = folder.path().join("canary.cbm");
    let canaries = dossier(&path);
    for ceiling in Marking::ALL {
        let mut pages = Vec::new();
        for subject in ["matrix", "proposals", "parties", "obstacles"] {
            for format in ["text", "json", "csv"] {
                let arguments =
                    ["show", "canary.cbm", subject, "--format", format, "--ceiling", ceiling.key()];
                let ran = run(folder.path(), &arguments);
                assert_eq!(ran.code, 0, "{ran:?}");
                if format == "text" {
                    let mut label = ran.out.lines().next().unwrap().split(" · ");
                    assert_eq!(label.next(), Some(ceiling.label()), "{subject}");
                }
                pages.push(ran.out);
            }
        }
        for format in ["text", "json"] {
            let arguments = [
                "changes",
                "canary.cbm",
                "--since",
                "2000-01-01",
                "--format",
                format,
                "--ceiling",
                ceiling.key(),
            ];
            let ran = run(folder.path(), &arguments);
            assert_eq!(ran.code, 0, "{ran:?}");
            pages.push(ran.out);
        }
        for page in &pages {
            for canary in canaries.iter().filter(|canary| !canary.may_leave(*ceiling)) {
                assert!(!page.contains(&canary.words), "{} in {page}", canary.words);
            }
            assert!(GONE.iter().all(|gone| !page.contains(gone)), "{page}");
        }
        let code = canaries.iter().find(|it| it.column == "code" && it.may_leave(*ceiling));
        let code = &code.unwrap().words;
        assert!(pages.iter().any(|page| page.contains(code)), "{code} may be seen");
    }
}

#[test]
fn the_room_sees_only_what_carries_a_marking_of_its_own() {
    let folder = folder();
    let path = folder.path().join("canary.cbm");
    dossier(&path);
    let document = Document::open_as(&path, Access::default()).unwrap();
    for ceiling in Marking::ALL {
        let seen = document.sight(&Reach::new(Audience::Room, *ceiling)).unwrap().snapshot;
        // One proposal for each marking up to the ceiling, and not the one without.
        let below = Marking::ALL.iter().filter(|marking| *marking <= ceiling).count();
        assert_eq!(seen.proposals.len(), below, "{}", ceiling.key());
        assert!(seen.proposals.iter().all(|it| it.marking.is_some_and(|it| it <= *ceiling)));
        assert!(seen.briefs.is_empty() && seen.comments.is_empty() && seen.sources.is_empty());
        let own = *ceiling >= Marking::Amber;
        assert_eq!(seen.parties.iter().any(|party| party.camp.is_some()), own);
        assert_eq!(seen.dossier.title.is_empty(), !own);
    }
}

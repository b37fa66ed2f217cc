//! Random edits, all undone and all redone: the file is what it was.

use cbm_workbench::document::Document;
use cbm_workbench::library::templates::Template;
use proptest::prelude::*;

use crate::acts::{acts, edit};
use crate::common::{dossier, dump, folder};

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn undoing_all_and_redoing_all_gives_the_same_file(
        acts in proptest::collection::vec(acts(), 1..40),
        reopen in any::<bool>(),
    ) {
        let folder = folder();
        let path = dossier(&folder, Template::OsceCbms);
        let before = dump(&path);
        let mut document = Document::open(&path).unwrap();
        let mut made = 0;
        for act in &acts {
            if let Some(edit) = edit(document.snapshot(), act) {
                // Some break a rule, which is part of it: they change nothing.
                made += usize::from(matches!(document.apply(&edit), Ok(Some(_))));
            }
        }
        drop(document);
        let after = dump(&path);
        let mut document = Document::open(&path).unwrap();
        for _ in 0..made {
            document.undo().unwrap();
        }
        prop_assert!(document.undo().is_err());
        if reopen {
            drop(document);
            prop_assert_eq!(&dump(&path), &before);
            document = Document::open(&path).unwrap();
        }
        for _ in 0..made {
            document.redo().unwrap();
        }
        prop_assert!(document.redo().is_err());
        prop_assert!(document.findings().unwrap().is_empty());
        drop(document);
        prop_assert_eq!(dump(&path), after);
    }
}

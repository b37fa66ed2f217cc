//! A whole dossier as JSON: nothing is lost by an export and an import, and no dossier is made from
//! anything else.

use cbm_workbench::document::{Document, Edit};
use cbm_workbench::exchange::whole;
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{Bilingual, Comment, Keyed, Marking, Proposal, RecordId, Table};

use crate::canary;
use crate::common::{folder, run};

/// The path of the schema.
const SCHEMA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/schema/dossier-1.json");

#[test]
fn a_dossier_made_of_its_json_is_the_same_to_the_last_field() {
    let folder = folder();
    let home = folder.path();
    canary::dossier(&home.join("canary.cbm"));
    assert_eq!(run(home, &["new", "votes.cbm", "--template", "un-votes"]).code, 0);
    for name in ["canary", "votes"] {
        let [from, out, to, again] =
            [".cbm", ".json", "-made.cbm", "-made.json"].map(|ending| format!("{name}{ending}"));
        let export = |from: &str, out: &str| {
            let ran = run(home, &["export", from, out, "--what", "all"]);
            assert_eq!(ran.code, 0, "{ran:?}");
            std::fs::read(home.join(out)).unwrap()
        };
        let first = export(&from, &out);
        let made = run(home, &["new", &to, "--from", &out]);
        assert_eq!(made.code, 0, "{made:?}");
        assert!(made.out.starts_with(&format!("Made {to} of {out}: ")), "{made:?}");
        assert_eq!(run(home, &["check", &to]).code, 0);
        assert!(export(&to, &again) == first, "{name}: not the same");
        let whole: serde_json::Value = serde_json::from_slice(&first).unwrap();
        let document = Document::open(&home.join(&from)).unwrap();
        for table in Table::ALL {
            let rows = whole[table.key()].as_array().unwrap().len();
            let there = document.snapshot().count(*table);
            assert_eq!(rows, there, "{name}: {}", table.key());
        }
    }
}

#[test]
fn the_schema_beside_the_data_is_that_of_the_records() {
    let now = whole::schema();
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(SCHEMA, &now).unwrap();
    }
    let kept = std::fs::read_to_string(SCHEMA).unwrap();
    // A reader written for it must continue to work.
    assert!(kept == now, "a column has changed: raise the version and write another schema");
}

#[test]
fn what_is_no_whole_dossier_makes_none_and_the_fault_is_named() {
    let folder = folder();
    let home = folder.path();
    assert_eq!(run(home, &["new", "a.cbm"]).code, 0);
    assert_eq!(run(home, &["export", "a.cbm", "a.json", "--what", "all"]).code, 0);
    let good = std::fs::read_to_string(home.join("a.json")).unwrap();
    let value: serde_json::Value = serde_json::from_str(&good).unwrap();
    let changed = |change: &dyn Fn(&mut serde_json::Value)| {
        let mut value = value.clone();
        change(&mut value);
        serde_json::to_string_pretty(&value).unwrap()
    };
    let mark = good[..good.len() / 2].to_owned();
    for (content, said) in [
        (mark, "is not readable as JSON from line"),
        (changed(&|it| it["version"] = 99.into()), "is no dossier as this version writes it"),
        (changed(&|it| drop(it.as_object_mut().unwrap().remove("votes"))), "“votes”"),
        (changed(&|it| it["gossip"] = serde_json::json!([])), "“gossip”"),
        (changed(&|it| it["dossier"] = serde_json::json!([])), "exactly one dossier"),
        (changed(&|it| it["dossier"][0]["marking"] = "purple".into()), "“marking”"),
        (changed(&|it| it["dossier"][0]["mood"] = "calm".into()), "“dossier.mood”"),
        (changed(&|it| drop(it["dossier"][0].as_object_mut().unwrap().remove("title"))), "“title”"),
    ] {
        std::fs::write(home.join("bad.json"), content).unwrap();
        let ran = run(home, &["new", "bad.cbm", "--from", "bad.json"]);
        assert_eq!(ran.code, 1, "{ran:?}");
        assert!(ran.err.contains(said) && ran.err.contains("Nothing was made"), "{ran:?}");
        assert!(!home.join("bad.cbm").exists());
    }
}

#[test]
fn under_a_ceiling_it_names_nobody_who_commented() {
    let folder = folder();
    let home = folder.path();
    let path = home.join("a.cbm");
    Document::create(&path, Template::Empty, "A").unwrap();
    let mut document = Document::open(&path).unwrap();
    let proposal = Proposal::new("P1", Bilingual::new("Hotline", "Meldpunt"));
    let about = RecordId::from(proposal.id);
    document.apply(&Edit::add(proposal, "P1")).unwrap();
    let made = "2026-11-20T09:00:00Z".parse().unwrap();
    let mut comment = Comment::new(about, "Who said so?", "J. Doe", made);
    comment.marking = Some(Marking::Clear);
    document.apply(&Edit::add(comment, "")).unwrap();
    drop(document);
    for (more, out, named) in [(&[][..], "a.json", true), (&["--ceiling", "RED"], "b.json", false)]
    {
        let export = ["export", "a.cbm", out, "--what", "all"];
        let ran = run(home, &[&export[..], more].concat());
        assert_eq!(ran.code, 0, "{ran:?}");
        let json = std::fs::read_to_string(home.join(out)).unwrap();
        assert!(json.contains("Who said so?"), "{out}");
        assert_eq!(json.contains("J. Doe"), named, "{out}");
    }
}

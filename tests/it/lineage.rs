//! Versions of a text: which paragraph each one continues, what stays agreed, and who asks.

use cbm_workbench::analysis::{Turned, in_version, paragraphs, turned, versions};
use cbm_workbench::document::{Document, Edit, StepName};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{
    Marking, Paragraph, ParagraphStatus, ProposalId, Snapshot, Table, Version,
};
use cbm_workbench::store::{Audience, Clearance};

use crate::common::{dossier, folder, run};

const CODE: &str = "A/RES/73/27";

fn proposal(snapshot: &Snapshot) -> ProposalId {
    snapshot.proposal_by_code(CODE).unwrap().id
}

/// The paragraphs of a version, counted from 0.
fn text(snapshot: &Snapshot, version: usize) -> Vec<Paragraph> {
    let all = versions(snapshot, proposal(snapshot));
    paragraphs(snapshot, all[version].id).into_iter().cloned().collect()
}

#[test]
fn a_paragraph_continues_what_may_be_seen_past_versions_that_may_not_without_a_trace_of_them() {
    let folder = folder();
    // With two versions in between that may not be seen, and with none.
    let lineage = |between: u32| {
        let path = folder.path().join(format!("{between}.cbm"));
        Document::create(&path, Template::UnVotes, "A dossier").unwrap();
        let mut document = Document::open(&path).unwrap();
        let (on, clear) = (proposal(document.snapshot()), Some(Marking::Clear));
        let mut edit = Edit::new(StepName::Add(Table::Versions), "");
        let mut before = None;
        for rank in 0..between + 2 {
            let seen = rank == 0 || rank == between + 1;
            let marking = if seen { clear } else { Some(Marking::Red) };
            let name =
                if seen { format!("seen {}", rank.min(1)) } else { format!("canary rev {rank}") };
            let version = Version { marking, ..Version::new(on, name, rank) };
            let words = if seen { "States share." } else { "canary words" };
            let paragraph = Paragraph::new(version.id, 0, words);
            let paragraph = Paragraph { marking: clear, follows: before, ..paragraph };
            before = Some(paragraph.id);
            edit = edit.put(version).put(paragraph);
        }
        document.apply(&edit).unwrap();
        [Audience::Room, Audience::Copy].map(|audience| {
            let seen =
                document.visible(&Clearance::new(audience, Marking::Green)).unwrap().snapshot;
            assert!(!format!("{:?}", (&seen.versions, &seen.paragraphs)).contains("canary"));
            let all = versions(&seen, proposal_of_a_text(&seen));
            let [first, last] = all[..] else { panic!("{all:?}") };
            let now = paragraphs(&seen, last.id)[0];
            let was = in_version(&seen, now, first.id);
            (turned(was, now), seen.count(Table::Paragraphs))
        })
    };
    let expected = [(Turned::Same, 2), (Turned::Same, 2)];
    assert_eq!(lineage(0), expected);
    assert_eq!(lineage(2), expected, "nothing tells how many there were between");
}

/// The proposal with a text in versions.
fn proposal_of_a_text(snapshot: &Snapshot) -> ProposalId {
    snapshot.versions.iter().next().unwrap().proposal
}

#[test]
fn a_version_keeps_what_was_agreed_word_for_word_and_names_who_asks_by_code() {
    let folder = folder();
    let path = dossier(&folder, Template::UnVotes);
    let file = path.file_name().unwrap().to_str().unwrap();
    let take = |name: &str, words: &str, more: &[&str]| {
        std::fs::write(folder.path().join(name), words).unwrap();
        let all = [&["text", file, "add", CODE, name][..], more].concat();
        let ran = run(folder.path(), &all);
        assert_eq!(ran.code, 0, "{ran:?}");
        ran.out
    };
    take(
        "rev1.txt",
        "OP1 States share information. (agreed ad ref)\n\nOP2 States should name a contact. \
         (agreed)\n\nOP3 States should meet once a year.\n",
        &[],
    );
    let second = "OP1 States share information.\n\nOP2 States may name a contact at home.\n\n\
                  OP3 States should meet [once] (Russia, Brazil, Wakanda) a year.\n";
    let said = take("rev2.txt", second, &["--dry-run"]);
    assert!(said.contains("“Wakanda”") && said.contains("OP3"), "{said}");
    assert!(said.contains("OP2") && !said.contains("OP1"), "{said}");
    take("rev2.txt", second, &[]);
    let document = Document::open(&path).unwrap();
    let now = text(document.snapshot(), 1);
    let status: Vec<_> = now.iter().map(|it| it.status).collect();
    let expected = [ParagraphStatus::AdReferendum, ParagraphStatus::Open, ParagraphStatus::Open];
    assert_eq!(status, expected);
    assert_eq!(now[2].words, "States should meet [once] (RUS, BRA, \"Wakanda\") a year.");
    drop(document);
    // Plain text has all of it, and no signs meant for programs.
    let page = run(folder.path(), &["text", file, "show", CODE]);
    assert!(page.out.contains("(RUS, BRA, Wakanda)") && !page.out.contains('…'), "{page:?}");
    let changed = run(folder.path(), &["text", file, "changed", CODE]).out;
    assert!(changed.contains("RUS, BRA, Wakanda"), "{changed}");
}

//! Ceilings: nothing marked above a ceiling is in a copy, a table or a list made under it.

use cbm_workbench::document::{Document, Edit};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{Keyed, Marking, Party, Slide, SlideKind, Table};
use cbm_workbench::report::{Format, Subject};
use cbm_workbench::store::{Access, Audience, Clearance};

use crate::canary::{Canary, GONE, OWN, STANDS, dossier};
use crate::common::{folder, run};

/// The formats that a terminal can show.
fn texts() -> impl Iterator<Item = &'static str> {
    Format::ALL.iter().filter(|format| format.is_text()).map(|format| format.key())
}

/// The code of a proposal that everybody may see.
pub(crate) fn seen_by_all(canaries: &[Canary]) -> &str {
    public(canaries, Table::Proposals, "code")
}

/// The canary in this column that everybody may see.
fn public<'a>(canaries: &'a [Canary], table: Table, column: &str) -> &'a str {
    let found = canaries
        .iter()
        .find(|it| it.table == table && it.column == column && it.marking == Some(Marking::Clear));
    &found.unwrap().words
}

/// The subjects of each page, chosen so that everybody may see them.
pub(crate) fn on_what_all_see(canaries: &[Canary]) -> [&str; 6] {
    [
        "--proposal",
        seen_by_all(canaries),
        "--party",
        public(canaries, Table::Parties, "code"),
        "--meeting",
        public(canaries, Table::Meetings, "title"),
    ]
}

pub(crate) fn contains(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

#[test]
fn a_copy_contains_nothing_above_its_ceiling_and_everything_below() {
    let folder = folder();
    let path = folder.path().join("canary.cbm");
    let canaries = dossier(&path);
    for table in Table::ALL {
        use Table as T;
        let bare = [T::Sponsors, T::Rivals, T::AimTags, T::Concerns, T::Agenda, T::Votes];
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
        // A correction that may not be seen has no effect there.
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
fn nothing_shown_under_a_ceiling_is_marked_above_it() {
    let folder = folder();
    let path = folder.path().join("canary.cbm");
    let canaries = dossier(&path);
    let on = [&on_what_all_see(&canaries)[..], &["--since", "2000-01-01"]].concat();
    for ceiling in Marking::ALL {
        // A text rests on one proposal that all may see, and on the dossier; the page on its
        // changes also on the user's own wordings, which are RED.
        let marked = |subject: &str| {
            let own = subject == Subject::Revision.key() && *ceiling == Marking::Red;
            let is_text = [Subject::Text.key(), Subject::Revision.key()].contains(&subject);
            if is_text && !own { (*ceiling).min(OWN) } else { *ceiling }
        };
        let mut pages = Vec::new();
        for subject in Subject::ALL.iter().map(|subject| subject.key()) {
            for format in texts() {
                let arguments =
                    ["show", "canary.cbm", subject, "--format", format, "--ceiling", ceiling.key()];
                let ran = run(folder.path(), &[&arguments[..], &on].concat());
                assert_eq!(ran.code, 0, "{ran:?}");
                if format == "text" {
                    let mut label = ran.out.lines().next().unwrap().split(" · ");
                    assert_eq!(label.next(), Some(marked(subject).label()), "{subject}");
                }
                if format == "html" {
                    let label = format!("<p class=\"marking\">{}", marked(subject).label());
                    assert_eq!(ran.out.matches(&label).count(), 2, "{subject}: top and foot");
                }
                pages.push(ran.out);
            }
        }
        for format in texts() {
            let document = Document::open_read_only(&path).unwrap();
            let proposals = document.snapshot().proposals.iter();
            let analyses = ["carry", "record", "decision"];
            for (proposal, analysis) in proposals.flat_map(|it| analyses.map(|what| (it, what))) {
                let arguments = [
                    "analyse",
                    "canary.cbm",
                    analysis,
                    "--proposal",
                    &proposal.code,
                    "--format",
                    format,
                    "--ceiling",
                    ceiling.key(),
                ];
                let ran = run(folder.path(), &arguments);
                // A proposal that may not be seen is not known either; the name given is repeated.
                let told = ran.err.replace(&proposal.code, "");
                pages.extend([ran.out, told]);
            }
            // Every format of the comparison itself was shown above.
            let under =
                if ["text", "json"].contains(&format) { &["carry", "scenario"][..] } else { &[] };
            let scenarios = document.snapshot().scenarios.iter();
            for (it, analysis) in scenarios.flat_map(|it| under.iter().map(move |what| (it, *what)))
            {
                let code = seen_by_all(&canaries);
                let name = &it.name;
                let asked = ["analyse", "canary.cbm", analysis, "--proposal", code, "--scenario"];
                let more = [name, "--format", format, "--ceiling", ceiling.key()];
                let ran = run(folder.path(), &[&asked[..], &more].concat());
                let may = canaries.iter().any(|it| it.words == *name && it.may_leave(*ceiling));
                assert_eq!(ran.code == 0, may, "{analysis} {ran:?}");
                pages.extend([ran.out, ran.err.replace(name, "")]);
            }
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
fn the_room_sees_only_records_with_a_marking_of_their_own() {
    let folder = folder();
    let path = folder.path().join("canary.cbm");
    dossier(&path);
    let document = Document::open_as(&path, Access::default()).unwrap();
    for ceiling in Marking::ALL {
        let seen = document.visible(&Clearance::new(Audience::Room, *ceiling)).unwrap().snapshot;
        // Two proposals, which compete, for each marking up to the ceiling, but not those without
        // a marking.
        let below = Marking::ALL.iter().filter(|marking| *marking <= ceiling).count();
        assert_eq!(seen.proposals.len(), 2 * below, "{}", ceiling.key());
        assert_eq!(seen.rivals.len(), below, "{}", ceiling.key());
        assert!(seen.proposals.iter().all(|it| it.marking.is_some_and(|it| it <= *ceiling)));
        assert!(seen.briefs.is_empty() && seen.comments.is_empty() && seen.sources.is_empty());
        assert!(seen.scenarios.is_empty() && seen.scenario_moves.is_empty());
        let own = *ceiling >= Marking::Amber;
        assert_eq!(seen.parties.iter().any(|party| party.camp.is_some()), own);
        assert_eq!(seen.dossier.title.is_empty(), !own);
    }
}

#[test]
fn a_page_under_a_ceiling_says_what_its_figures_count() {
    let folder = folder();
    dossier(&folder.path().join("canary.cbm"));
    let counted = "counted from what this page may show";
    for subject in ["matrix", "proposals", "parties", "obstacles", "pairs"] {
        let show =
            |more: &[&str]| run(folder.path(), &[&["show", "canary.cbm", subject], more].concat());
        assert!(show(&["--ceiling", "CLEAR"]).out.contains(counted), "{subject}");
        assert!(!show(&[]).out.contains(counted), "{subject}");
        let page = show(&["--ceiling", "CLEAR", "--format", "json"]).json();
        assert_eq!(page["counted_from"], "what this page may show");
        assert!(show(&["--format", "json"]).json().get("counted_from").is_none());
        assert!(!show(&["--ceiling", "CLEAR", "--format", "csv"]).out.contains(counted));
    }
    let arguments = ["changes", "canary.cbm", "--since", "2020-01-01", "--ceiling", "CLEAR"];
    assert!(run(folder.path(), &arguments).out.contains("that this page may show"));
    let json = run(folder.path(), &[&arguments[..], &["--format", "json"]].concat()).json();
    assert_eq!(json["counted_from"], "what this page may show");
}

#[test]
fn an_empty_range_of_days_is_refused_and_not_called_unchanged() {
    let folder = folder();
    dossier(&folder.path().join("canary.cbm"));
    for (days, said) in [
        (&["--since", "2024-06-01", "--until", "2024-05-01"][..], "is later than"),
        (&["--since", "2024-05-01", "--until", "2024-05-01"], "--since 2024-04-30"),
        (&["--since", "2999-01-01"], "is in the future"),
    ] {
        for more in [&[][..], &["--ceiling", "CLEAR"], &["--format", "json"]] {
            let ran = run(folder.path(), &[&["changes", "canary.cbm"], days, more].concat());
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{ran:?}");
            assert!(ran.err.contains(said), "{ran:?}");
            assert!(ran.err.contains("Nothing was compared."), "{ran:?}");
        }
    }
    // For the time before the history begins, nobody knows whether a text changed.
    let ran = run(folder.path(), &["changes", "canary.cbm", "--since", "2000-01-01"]);
    assert!(ran.code == 0 && ran.out.contains("The history of the dossier begins on"), "{ran:?}");
}

#[test]
fn no_cell_of_a_table_is_read_as_a_formula_whatever_it_begins_with() {
    let folder = folder();
    assert_eq!(run(folder.path(), &["new", "a.cbm", "--template", "un-votes"]).code, 0);
    let file = rusqlite::Connection::open(folder.path().join("a.cbm")).unwrap();
    let sql = "UPDATE parties SET name_en = char(10) || '=1+1' WHERE code = 'NLD';
               UPDATE parties SET name_en = '＝1+1' WHERE code = 'BEL';
               UPDATE parties SET name_en = char(160, 8203) || '@SUM(1)' WHERE code = 'FRA'";
    file.execute_batch(sql).unwrap();
    drop(file);
    let ran = run(folder.path(), &["show", "a.cbm", "parties", "--format", "csv"]);
    assert!(ran.out.contains("NLD,\"'\n=1+1\""), "{}", ran.out);
    assert!(ran.out.contains("BEL,'＝1+1,"), "{}", ran.out);
    assert!(ran.out.contains("FRA,'\u{a0}\u{200b}@SUM(1),"), "{}", ran.out);
}

#[test]
fn a_region_of_which_nobody_may_be_seen_is_in_no_copy_and_on_no_page() {
    // Nobody is in the second one any more.
    const REGIONS: [&str; 2] = ["Zebraland", "Quokkaland"];
    let folder = folder();
    let home = folder.path();
    let path = crate::common::dossier(&folder, Template::UnVotes);
    let mut document = Document::open(&path).unwrap();
    let party = document.snapshot().party_by_code("NLD").unwrap().clone();
    let [region, former] = REGIONS.map(str::to_owned);
    let party = Party { region: region.clone(), marking: Some(Marking::Red), ..party };
    let marking = Some(Marking::Clear);
    let slide = |region, rank| Slide { region, marking, ..Slide::new(SlideKind::Matrix, rank) };
    let edit = Edit::change(party, "").put(slide(region, 0)).put(slide(former, 1));
    document.apply(&edit).unwrap();
    drop(document);
    for (ceiling, is_there) in [("GREEN", false), ("RED", true)] {
        let copy = format!("{ceiling}.cbm");
        let wrote = run(home, &["redact", "dossier.cbm", &copy, "--ceiling", ceiling]);
        assert_eq!(wrote.code, 0, "{wrote:?}");
        for (what, to) in [("room", "room.txt"), ("all", "all.json")] {
            let to = format!("{ceiling}-{to}");
            let export = ["export", "dossier.cbm", &to, "--what", what, "--ceiling", ceiling];
            let wrote = run(home, &export);
            assert_eq!(wrote.code, 0, "{wrote:?}");
            let bytes = std::fs::read(home.join(&to)).unwrap();
            for region in REGIONS {
                assert_eq!(contains(&bytes, region), is_there, "{to}: {region}");
            }
        }
        let bytes = std::fs::read(home.join(&copy)).unwrap();
        for region in REGIONS {
            assert_eq!(contains(&bytes, region), is_there, "{copy}: {region}");
        }
    }
}

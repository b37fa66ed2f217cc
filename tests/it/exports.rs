//! Pages as files: complete or absent, never over somebody's work, and nothing above a ceiling in them.

use std::io::Read as _;

use cbm_workbench::document::{Document, Edit};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{
    Bilingual, Brief, Certainty, Contact, Engagement, Group, GroupKind, Keyed, Marking, Membership,
    Party, Position, Proposal, Source, SourceKind, Stance, Status,
};
use cbm_workbench::report::{Format, Subject};

use crate::canary::{GONE, OWN, dossier};
use crate::ceilings::on_what_all_see;
use crate::common::{self, dump, folder, place, run, told};
use crate::printed::{Pdf, picture};
use crate::trust::passphrase;

/// The content of a file as found by somebody who searches every byte.
pub(crate) fn unpacked(bytes: &[u8]) -> String {
    if bytes.starts_with(b"%PDF") {
        return Pdf::of(bytes).unpacked();
    }
    if bytes.starts_with(b"\x89PNG") {
        // The drawing is the same as in the PDF; a picture contains nothing else.
        assert_eq!(picture(bytes).2, ["IHDR", "IDAT", "IEND"]);
    }
    if bytes.starts_with(b"PK") {
        return parts(bytes).into_iter().map(|(name, content)| name + "\n" + &content).collect();
    }
    String::from_utf8_lossy(bytes).into_owned()
}

/// The files in an archive, by name, uncompressed.
pub(crate) fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let number = |at: usize, width: usize| {
        bytes[at..at + width].iter().rev().fold(0, |sum, byte| sum << 8 | usize::from(*byte))
    };
    let end = bytes.len() - 22;
    assert_eq!(&bytes[end..end + 4], b"PK\x05\x06");
    let mut at = number(end + 16, 4);
    let mut parts = Vec::new();
    for _ in 0..number(end + 10, 2) {
        assert_eq!(&bytes[at..at + 4], b"PK\x01\x02");
        let (packed, size, name) = (number(at + 20, 4), number(at + 24, 4), number(at + 28, 2));
        let entry = number(at + 42, 4);
        assert_eq!(&bytes[entry..entry + 4], b"PK\x03\x04");
        assert_eq!(number(at + 12, 4), 0x21 << 16, "nothing has a time of its own");
        let begins = entry + 30 + number(entry + 26, 2) + number(entry + 28, 2);
        let mut content = String::new();
        let decoder = flate2::read::DeflateDecoder::new(&bytes[begins..begins + packed]);
        std::io::BufReader::new(decoder).read_to_string(&mut content).unwrap();
        assert_eq!(content.len(), size);
        let mut sum = flate2::Crc::new();
        sum.update(content.as_bytes());
        assert_eq!(sum.sum() as usize, number(at + 16, 4));
        parts.push((String::from_utf8(bytes[at + 46..at + 46 + name].to_vec()).unwrap(), content));
        at += 46 + name + number(at + 30, 2) + number(at + 32, 2);
    }
    parts
}

#[test]
fn no_exported_file_has_anything_above_its_ceiling_or_says_whose_it_is() {
    let folder = folder();
    let home = folder.path();
    let canaries = dossier(&home.join("canary.cbm"));
    let document = Document::open(&home.join("canary.cbm")).unwrap();
    let identity = document.snapshot().dossier.id.to_string();
    drop(document);
    let on = on_what_all_see(&canaries);
    for ceiling in Marking::ALL {
        let mut all = String::new();
        for subject in Subject::ALL {
            for format in Format::ALL {
                // A picture has no words in it, whatever its page; one is enough to check that.
                if *format == Format::Png && *subject != Subject::Matrix {
                    continue;
                }
                let name = format!("{}-{}.{}", ceiling.key(), subject.key(), format.ending());
                let arguments = [
                    "export",
                    "canary.cbm",
                    &name,
                    "--what",
                    subject.key(),
                    "--ceiling",
                    ceiling.key(),
                    "--since",
                    "2000-01-01",
                ];
                let ran = run(home, &[&arguments[..], &on].concat());
                assert_eq!(ran.code, 0, "{ran:?}");
                // A text rests on one proposal that all may see, and on the dossier; the page on
                // its changes also on the user's own wordings, which are RED.
                let own = *subject == Subject::Revision && *ceiling == Marking::Red;
                let is_text = matches!(subject, Subject::Text | Subject::Revision);
                let marked = if is_text && !own { (*ceiling).min(OWN) } else { *ceiling };
                assert!(ran.out.contains(&format!("marked {}.", marked.label())), "{ran:?}");
                let file = unpacked(&std::fs::read(home.join(&name)).unwrap());
                for canary in canaries.iter().filter(|canary| !canary.may_leave(*ceiling)) {
                    assert!(!file.contains(&canary.words), "{} in {name}", canary.words);
                }
                for gone in GONE {
                    assert!(!file.contains(gone), "{gone} in {name}");
                }
                for own in [home.to_str().unwrap(), "canary.cbm", &identity] {
                    assert!(!file.contains(own), "{own} in {name}");
                }
                all += &file;
            }
        }
        let code = canaries.iter().find(|it| it.column == "code" && it.may_leave(*ceiling));
        assert!(all.contains(&code.unwrap().words), "what may be seen is there");
    }
}

#[test]
fn every_writer_gives_the_same_bytes_of_the_same_dossier() {
    let folder = folder();
    let home = folder.path();
    dossier(&home.join("canary.cbm"));
    let document = Document::open(&home.join("canary.cbm")).unwrap();
    let seen = |it: &&Proposal| it.marking == Some(Marking::Clear);
    let code = document.snapshot().proposals.iter().find(seen).unwrap().code.clone();
    drop(document);
    for subject in ["matrix", "all", "changes", "brief", "timeline"] {
        for format in Format::ALL {
            let ending = format.ending();
            let bytes = ["one", "two"].map(|name| {
                let name = format!("{subject}-{name}.{ending}");
                let mut arguments = vec!["export", "canary.cbm", &name, "--what", subject];
                arguments.extend(["--since", "2000-01-01"]);
                // For programs each page under a ceiling has identities of its own.
                if *format != Format::Json {
                    arguments.extend(["--ceiling", "GREEN"]);
                }
                if subject == "brief" {
                    arguments.extend(["--proposal", &code]);
                }
                let ran = run(home, &arguments);
                assert_eq!(ran.code, 0, "{ran:?}");
                std::fs::read(home.join(&name)).unwrap()
            });
            assert!(
                bytes[0] == bytes[1],
                "{subject} as {ending} differs from one time to the next"
            );
        }
    }
}

#[test]
fn an_export_says_what_is_withheld_and_replaces_only_what_it_is_told_to() {
    let folder = folder();
    let home = folder.path();
    dossier(&home.join("canary.cbm"));
    let export = |out: &str, more: &[&str]| {
        let arguments = ["export", "canary.cbm", out, "--what", "proposals", "--ceiling", "GREEN"];
        run(home, &[&arguments[..], more].concat())
    };
    let made = export("a.html", &[]);
    assert_eq!(made.code, 0, "{made:?}");
    assert!(made.out.contains("Proposals: 4, withheld 8"), "{}", made.out);
    let before = std::fs::read(home.join("a.html")).unwrap();
    let again = export("a.html", &[]);
    assert!(again.code == 1 && again.err.contains("already exists"), "{again:?}");
    assert!(again.err.contains("add --replace"), "{again:?}");
    assert_eq!(std::fs::read(home.join("a.html")).unwrap(), before);
    assert_eq!(export("a.html", &["--replace"]).code, 0);
    assert_eq!(std::fs::read(home.join("a.html")).unwrap(), before, "same input, same bytes");
    std::fs::copy(home.join("canary.cbm"), home.join("work.html")).unwrap();
    let over = export("work.html", &["--replace"]);
    assert!(over.code == 1 && over.err.contains("already exists"), "{over:?}");
    assert!(!over.err.contains("add --replace"), "it is a dossier: {over:?}");
    Document::open(&home.join("work.html")).unwrap();
    let unknown = export("a.exe", &[]);
    assert!(unknown.code == 2 && unknown.err.contains(".html"), "{unknown:?}");
    let dutch = export("nl.html", &["--lang", "nl"]);
    assert_eq!(dutch.code, 0, "{dutch:?}");
    let page = std::fs::read_to_string(home.join("nl.html")).unwrap();
    assert!(
        page.contains("<html lang=\"nl\">") && page.contains("Voorstellen, stand op"),
        "{page}"
    );
    let left = std::fs::read_dir(home)
        .unwrap()
        .filter(|it| it.as_ref().unwrap().file_name().to_string_lossy().starts_with(".cbm-"));
    assert_eq!(left.count(), 0);
}

#[test]
fn a_protected_dossier_leaves_as_a_page_only_with_consent_or_under_a_low_ceiling() {
    let folder = folder();
    let home = folder.path();
    let path = home.join("dossier.cbm");
    dossier(&path);
    let mut document = Document::open(&path).unwrap();
    let party: Party = document.snapshot().parties.iter().next().unwrap().clone();
    document.apply(&Edit::change(Party { note: "own".to_owned(), ..party }, "")).unwrap();
    document.set_passphrase(Some(&passphrase("gravel ocarina"))).unwrap();
    drop(document);
    let export = |more: &[&str]| {
        let arguments = ["export", "dossier.cbm", "a.html", "--what", "matrix"];
        told(home, &[&arguments[..], more].concat(), "gravel ocarina\n")
    };
    for ceiling in [&[][..], &["--ceiling", "AMBER"], &["--ceiling", "RED"]] {
        let refused = export(ceiling);
        assert!(refused.code == 1 && refused.err.contains("--in-the-open"), "{refused:?}");
        assert!(!home.join("a.html").exists());
    }
    assert_eq!(export(&["--ceiling", "GREEN"]).code, 0);
    assert_eq!(export(&["--replace", "--in-the-open"]).code, 0);
}

#[test]
fn the_marking_and_the_title_of_a_sheet_are_seen_whole() {
    let folder = folder();
    let home = folder.path();
    common::dossier(&folder, Template::UnVotes);
    for what in ["matrix", "summary"] {
        let ran = run(home, &["export", "dossier.cbm", &format!("{what}.xlsx"), "--what", what]);
        assert_eq!(ran.code, 0, "{ran:?}");
        let parts = parts(&std::fs::read(home.join(format!("{what}.xlsx"))).unwrap());
        let (_, sheet) = parts.iter().find(|(name, _)| name.ends_with("sheet1.xml")).unwrap();
        let first = sheet.split_once("<col min=\"1\" max=\"1\" width=\"").unwrap().1;
        let width: usize = first.split_once('"').unwrap().0.parse().unwrap();
        // White on black, it must not extend beyond its cell.
        assert!(width > "TLP:AMBER".len(), "{what}: {width}");
        assert!(sheet.contains("<row r=\"2\" ht=\"24\""), "{what}: its letters are high");
    }
}

#[test]
fn a_workbook_of_everything_is_imported_again_unchanged() {
    for language in ["en", "nl"] {
        let folder = folder();
        let home = folder.path();
        let path = common::dossier(&folder, Template::UnVotes);
        let mut document = Document::open(&path).unwrap();
        enrich(&mut document);
        drop(document);
        let arguments = ["export", "dossier.cbm", "all.xlsx", "--what", "all", "--lang", language];
        let made = run(home, &arguments);
        assert_eq!(made.code, 0, "{made:?}");
        let again = ["export", "dossier.cbm", "2.xlsx", "--what", "all", "--lang", language];
        assert_eq!(run(home, &again).code, 0);
        let [one, two] = ["all.xlsx", "2.xlsx"].map(|it| std::fs::read(home.join(it)).unwrap());
        assert!(one == two, "same input, same bytes");
        let sheets = match language {
            "nl" => [
                "Standpunten",
                "Partijen",
                "Voorstellen",
                "Bronnen",
                "Lidmaatschappen",
                "Contactpersonen",
            ],
            _ => ["Positions", "Parties", "Proposals", "Sources", "Memberships", "Contacts"],
        };
        let layouts = ["positions", "parties", "proposals", "sources", "memberships", "contacts"];
        let before = dump(&path);
        for (sheet, layout) in sheets.into_iter().zip(layouts) {
            let arguments = [
                "import",
                "dossier.cbm",
                "all.xlsx",
                "--sheet",
                sheet,
                "--as",
                layout,
                "--format",
                "json",
                "--lang",
                language,
            ];
            let ran = run(home, &arguments);
            assert_eq!(ran.code, 0, "{sheet}: {ran:?}");
            let counts = &ran.json()["counts"];
            for fate in ["new", "changed", "wrong"] {
                assert_eq!(counts[fate], 0, "{sheet}: {counts}");
            }
            assert!(counts["same"].as_u64().unwrap() > 0, "{sheet}: {counts}");
        }
        assert_eq!(dump(&path), before, "nothing is changed");
    }
}

/// Content that tables tend to lose: words that look like formulas, lines, partial dates, groups,
/// notes.
fn enrich(document: &mut Document) {
    let (proposal, party) = place(document.snapshot(), "NLD", "A/RES/77/37");
    let day = |day: &str| day.parse().unwrap();
    let mut said = Position::new(proposal, party, Some(Stance::Accept), day("2024-05-01"));
    said.words = "=1+1\n“tab\there”, <b> & _x000D_".to_owned();
    said.condition = "+ if others do".to_owned();
    said.marking = Some(Marking::Red);
    said.certainty = Some(Certainty::Confidence);
    document.apply(&Edit::add(said, "x")).unwrap();
    let mut own = Source::new("", "Notes of a talk", SourceKind::Conversation);
    own.date = Some("2024-05".parse().unwrap());
    own.note = "@kept".to_owned();
    let mut unknown = Position::new(proposal, party, None, day("2024-06-01"));
    unknown.source = Some(own.id);
    document.apply(&Edit::add(own, "x").put(unknown)).unwrap();
    let group = Group::new("G-1", Bilingual::new("A group", "Een groep"), GroupKind::Forum);
    let mut of_group = Position::new(proposal, group.id, Some(Stance::Object), day("2024-07-01"));
    of_group.certainty = Some(Certainty::Public);
    let mut member = Membership::new(group.id, party);
    member.since = Some("2019".parse().unwrap());
    document.apply(&Edit::add(group, "x").put(of_group).put(member)).unwrap();
    let mut changed = document.snapshot().proposals.get(proposal).unwrap().clone();
    changed.text = "1. First\n2. Second".to_owned();
    changed.since = Some("2023-02".parse().unwrap());
    changed.status = Status::Negotiation;
    changed.note = "-a note".to_owned();
    document.apply(&Edit::change(changed, "x")).unwrap();
    let own = document.snapshot().dossier.marking;
    let mut person = Contact::new(party, "J. de Wit", own);
    person.function = "Counsellor".to_owned();
    person.email = "j@x.example".to_owned();
    person.telephone = "+31 70 000".to_owned();
    person.note = "=calls\nback".to_owned();
    // Somebody else of the same name, and a desk identified by its function.
    let mut namesake = Contact::new(party, "J. de Wit", own);
    namesake.email = "jw@x.example".to_owned();
    namesake.marking = Some(Marking::Red);
    let mut desk = Contact::new(party, "Cyber desk", own);
    desk.organisation = "Ministry".to_owned();
    desk.language = "nl, en".to_owned();
    // The marking of a contact is not that of the party's interests.
    let mut engagement = Engagement::new(party);
    engagement.economic = "trade".to_owned();
    let people = Edit::add(person, "x").put(namesake).put(desk);
    document.apply(&people.put(engagement)).unwrap();
}

#[test]
fn contacts_in_a_workbook_of_everything_are_those_under_its_ceiling_and_come_in_elsewhere() {
    let folder = folder();
    let home = folder.path();
    let path = common::dossier(&folder, Template::UnVotes);
    let mut document = Document::open(&path).unwrap();
    enrich(&mut document);
    drop(document);
    for (ceiling, seen) in [("RED", 3), ("AMBER", 2), ("GREEN", 0)] {
        let out = format!("{ceiling}.xlsx");
        let arguments = ["export", "dossier.cbm", &out, "--what", "all", "--ceiling", ceiling];
        assert_eq!(run(home, &arguments).code, 0);
        let file = unpacked(&std::fs::read(home.join(&out)).unwrap());
        assert_eq!(file.contains("jw@x.example"), seen == 3, "{ceiling}");
        assert_eq!(file.contains("+31 70 000"), seen > 0, "{ceiling}");
        if seen == 0 {
            continue;
        }
        let other = format!("{ceiling}.cbm");
        assert_eq!(run(home, &["new", &other, "--template", "un-votes"]).code, 0);
        let arguments = ["import", &other, &out, "--sheet", "Contacts"];
        let ran = run(home, &arguments);
        if seen == 3 {
            // Where they are not known yet, two people of one name are not distinguished silently.
            assert!(ran.code == 1 && ran.err.contains("differs from"), "{ran:?}");
            continue;
        }
        assert_eq!(ran.code, 0, "{ran:?}");
        let taken = Document::open_read_only(&home.join(&other)).unwrap();
        let contacts = &taken.snapshot().contacts;
        assert_eq!(contacts.len(), seen, "{ceiling}");
        let desk = contacts.iter().find(|it| it.name == "Cyber desk").unwrap();
        assert_eq!((desk.organisation.as_str(), desk.language.as_str()), ("Ministry", "nl, en"));
        let person = contacts.iter().find(|it| it.email == "j@x.example").unwrap();
        assert!(person.telephone == "+31 70 000" && person.note == "=calls\nback", "{person:?}");
    }
}

#[test]
fn a_document_of_word_has_headings_repeated_heads_its_marking_and_numbered_sources() {
    let folder = folder();
    let home = folder.path();
    let path = common::dossier(&folder, Template::UnVotes);
    let mut document = Document::open(&path).unwrap();
    enrich(&mut document);
    drop(document);
    let brief = |out: &str, more: &[&str]| {
        let arguments =
            ["export", "dossier.cbm", out, "--what", "brief", "--proposal", "A/RES/73/27"];
        let ran = run(home, &[&arguments[..], more].concat());
        assert_eq!(ran.code, 0, "{ran:?}");
        parts(&std::fs::read(home.join(out)).unwrap())
    };
    for (language, locale) in [("en", "en-GB"), ("nl", "nl-NL")] {
        let files = brief(&format!("{language}.docx"), &["--lang", language]);
        for (name, content) in &files {
            well_formed(name, content);
        }
        let part = |name: &str| &files.iter().find(|(it, _)| it == name).unwrap().1;
        let body = part("word/document.xml");
        assert!(body.contains("<w:pStyle w:val=\"Heading1\"/>") && body.contains("<w:tblHeader/>"));
        assert!(body.contains("<w:footnoteReference w:id=\"1\"/>"), "{body}");
        for name in ["word/header.xml", "word/footer.xml"] {
            assert!(part(name).contains("TLP:AMBER"), "{name}");
        }
        assert!(part("word/styles.xml").contains(&format!("<w:lang w:val=\"{locale}\"")));
        let referred = body.matches("<w:footnoteReference ").count();
        let noted = part("word/footnotes.xml").matches("<w:footnoteRef/>").count();
        assert_eq!(referred, noted);
        assert!(part("docProps/core.xml").contains("<dc:creator></dc:creator>"));
    }
    let [full, short] = [brief("full.docx", &[]), brief("short.docx", &["--short"])]
        .map(|files| files.iter().map(|it| it.1.len()).sum::<usize>());
    assert!(short < full, "{short} {full}");
    let matrix = ["export", "dossier.cbm", "matrix.docx", "--what", "matrix"];
    assert_eq!(run(home, &matrix).code, 0);
    for (name, content) in parts(&std::fs::read(home.join("matrix.docx")).unwrap()) {
        well_formed(&name, &content);
    }
}

#[test]
fn a_brief_is_on_a_proposal_that_may_be_seen() {
    let folder = folder();
    let home = folder.path();
    let path = common::dossier(&folder, Template::UnVotes);
    let mut document = Document::open(&path).unwrap();
    let mut secret = Proposal::new("OURS", Bilingual::new("Ours", "Van ons"));
    secret.marking = Some(Marking::Red);
    let mut own = Brief::new(secret.id);
    own.red_line = "NO-TREATY".to_owned();
    document.apply(&Edit::add(secret, "x").put(own)).unwrap();
    let public = document.snapshot().proposal_by_code("A/RES/73/27").unwrap().id;
    let mut own = Brief::new(public);
    own.red_line = "NO-COURT".to_owned();
    document.apply(&Edit::add(own, "x")).unwrap();
    drop(document);
    let show = |more: &[&str]| run(home, &[&["show", "dossier.cbm", "brief"], more].concat());
    assert_eq!(show(&[]).code, 2);
    let unknown = show(&["--proposal", "X"]);
    assert!(unknown.code == 1 && unknown.err.contains("no proposal"), "{unknown:?}");
    let withheld = show(&["--proposal", "OURS", "--ceiling", "AMBER"]);
    assert!(withheld.code == 1 && withheld.err.contains("marked more strictly"), "{withheld:?}");
    assert!(show(&["--proposal", "OURS"]).out.contains("NO-TREATY"));
    let whole = show(&["--proposal", "A/RES/73/27"]);
    assert!(whole.out.starts_with("TLP:RED") && whole.out.contains("NO-COURT"), "{}", whole.out);
    assert!(whole.out.contains("46 object"), "{}", whole.out);
    let seen = show(&["--proposal", "A/RES/73/27", "--ceiling", "AMBER"]).out;
    assert!(seen.starts_with("TLP:AMBER") && !seen.contains("NO-COURT"), "{seen}");
    let json = show(&["--proposal", "A/RES/73/27", "--format", "json"]).json();
    assert_eq!(json["blockers"].as_array().unwrap().len(), 46);
    assert_eq!(json["proposal"]["code"], "A/RES/73/27");
}

/// Whether every tag is closed by its own.
pub(crate) fn well_formed(name: &str, xml: &str) {
    let mut reader = quick_xml::Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(quick_xml::events::Event::Eof) => break,
            Ok(_) => {}
            Err(error) => panic!("{name}: {error}"),
        }
    }
}

//! Secrets left in memory after a protected dossier has been closed, as locking does.

use std::io::{BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::process::{Child, ChildStdout, Command, Stdio};

use cbm_workbench::document::{Document, Edit};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::Party;
use cbm_workbench::store::{Access, Passphrase};

use crate::common::{dossier, folder, skipped};

const WORDS: &str = "gravel it's CANARY-7341 ocarina";

/// Opens a dossier with the passphrase in a file, works on it and closes it, pausing in between.
#[cfg(target_os = "linux")]
#[test]
#[ignore = "runs as the child of the next test"]
fn child_that_opens_and_closes() {
    let Some(path) = std::env::var_os("CBM_TEST_CHILD").map(std::path::PathBuf::from) else {
        return;
    };
    let mut go_on = std::io::stdin().lines();
    {
        // Not through standard input, whose buffer would keep it.
        let mut file = std::fs::File::open(path.with_file_name("words")).unwrap();
        let length = usize::try_from(file.metadata().unwrap().len()).unwrap();
        let mut words = vec![0; length];
        file.read_exact(&mut words).unwrap();
        let passphrase = Passphrase::new(String::from_utf8(words).unwrap()).unwrap();
        let access =
            Access { passphrase: Some(passphrase), backups: path.parent().map(Into::into) };
        let mut document = Document::open_as(&path, access).unwrap();
        document.back_up().unwrap();
        let party = document.snapshot().party_by_code("NLD").unwrap().clone();
        document.apply(&Edit::change(Party { note: "noted".into(), ..party }, "")).unwrap();
        println!("\nopen");
        go_on.next();
    }
    println!("\nclosed");
    go_on.next();
}

/// How often these bytes occur in the memory of a process.
#[cfg(target_os = "linux")]
fn count(child: &Child, bytes: &[u8]) -> Option<usize> {
    let folder = format!("/proc/{}", child.id());
    let maps = std::fs::read_to_string(format!("{folder}/maps")).ok()?;
    let mut memory = std::fs::File::open(format!("{folder}/mem")).ok()?;
    let mut found = 0;
    for line in maps.lines().filter(|line| line.contains(" rw")) {
        let (from, to) = line.split_once(' ')?.0.split_once('-')?;
        let (from, to) = (u64::from_str_radix(from, 16).ok()?, u64::from_str_radix(to, 16).ok()?);
        let mut block = vec![0; usize::try_from(to - from).ok()?];
        memory.seek(SeekFrom::Start(from)).ok()?;
        // Some of it may not be readable.
        if memory.read_exact(&mut block).is_ok() {
            found += memchr::memmem::find_iter(&block, bytes).count();
        }
    }
    Some(found)
}

#[cfg(target_os = "linux")]
fn wait_for(lines: &mut BufReader<ChildStdout>, word: &str) {
    let mut line = String::new();
    while lines.read_line(&mut line).unwrap() > 0 {
        if line.trim() == word {
            return;
        }
        line.clear();
    }
    panic!("the child never said {word}");
}

#[cfg(target_os = "linux")]
#[test]
fn no_passphrase_remains_in_memory_once_the_dossier_is_closed() {
    let folder = folder();
    let path = dossier(&folder, Template::UnGlobalCbms);
    let passphrase = Passphrase::new(WORDS.to_owned());
    Document::open(&path).unwrap().set_passphrase(passphrase.as_ref()).unwrap();
    std::fs::write(folder.path().join("words"), WORDS).unwrap();
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["memory::child_that_opens_and_closes", "--exact", "--ignored", "--nocapture"])
        .env("CBM_TEST_CHILD", &path)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap());
    let mut go_on = child.stdin.take().unwrap();
    // The test binary contains it as a constant, but not in writable memory.
    let needle = WORDS.as_bytes();
    wait_for(&mut lines, "open");
    let open = count(&child, needle);
    go_on.write_all(b"\n").unwrap();
    wait_for(&mut lines, "closed");
    let (closed, part) = (count(&child, needle), count(&child, &needle[8..]));
    go_on.write_all(b"\n").unwrap();
    child.wait().unwrap();
    if open.is_none() || closed.is_none() {
        skipped("the memory of another process cannot be read here");
        return;
    }
    assert!(open.unwrap() > 0, "the one who looks finds it");
    assert_eq!((closed, part), (Some(0), Some(0)));
}

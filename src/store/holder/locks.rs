//! Who holds a lock, as Linux tells it in `/proc/locks`; other systems do not.

use std::path::Path;

use super::Holder;

/// Who holds a lock on the file; `None` if nobody does or it cannot be determined.
///
/// The file is not opened: closing it again would drop the database's locks. Locks held on
/// another computer cannot be seen.
pub(crate) fn holder(path: &Path) -> Option<Holder> {
    let (device, inode, _) = stat(path)?;
    let process = process_in(&text("/proc/locks")?, device, inode, std::process::id())?;
    let folder = format!("/proc/{process}");
    // A process chooses its own name, including any control characters.
    let program = text(&format!("{folder}/comm"))?.replace(char::is_control, "");
    let user =
        stat(Path::new(&folder)).and_then(|(_, _, owner)| user_in(&text("/etc/passwd")?, owner));
    Some(Holder { process, program, user })
}

// Names need not be UTF-8.
fn text(path: &str) -> Option<String> {
    std::fs::read(path).ok().map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

/// Device, inode and owner.
#[cfg(target_os = "linux")]
fn stat(path: &Path) -> Option<((u64, u64), u64, u32)> {
    use std::os::unix::fs::MetadataExt;
    let metadata = std::fs::metadata(path).ok()?;
    Some((numbers(metadata.dev()), metadata.ino(), metadata.uid()))
}

#[cfg(not(target_os = "linux"))]
fn stat(_: &Path) -> Option<((u64, u64), u64, u32)> {
    None
}

// Major and minor number, which `stat` packs into one as makedev(3) does.
#[cfg(any(target_os = "linux", test))]
fn numbers(device: u64) -> (u64, u64) {
    let major = ((device >> 8) & 0xfff) | ((device >> 32) & !0xfff);
    let minor = (device & 0xff) | ((device >> 12) & !0xff);
    (major, minor)
}

/// A line of `/proc/locks`.
struct Lock {
    writes: bool,
    // `None` for a lock of an open file description or of a process that we cannot see.
    process: Option<u32>,
    device: (u64, u64),
    inode: u64,
}

// A line such as `1: POSIX  ADVISORY  WRITE 4711 08:02:1311 1073741826 1073742335`; one that is
// only waiting for a lock has an arrow before the kind.
fn lock(line: &str) -> Option<Lock> {
    let mut fields = line.split_whitespace().skip(1);
    if !matches!(fields.next()?, "POSIX" | "OFDLCK") {
        return None;
    }
    let writes = match fields.nth(1)? {
        "WRITE" => true,
        "READ" => false,
        _ => return None,
    };
    let process = fields.next()?.parse().ok().filter(|process| *process != 0);
    let mut file = fields.next()?.split(':');
    let major = u64::from_str_radix(file.next()?, 16).ok()?;
    let minor = u64::from_str_radix(file.next()?, 16).ok()?;
    let inode = file.next()?.parse().ok()?;
    Some(Lock { writes, process, device: (major, minor), inode })
}

/// The process, other than our own, that holds the file according to `/proc/locks`; a writer
/// takes precedence over a reader.
fn process_in(locks: &str, device: (u64, u64), inode: u64, own: u32) -> Option<u32> {
    let locks = locks.lines().filter_map(lock).filter(|lock| lock.inode == inode);
    let (mut here, elsewhere): (Vec<Lock>, Vec<Lock>) =
        locks.partition(|lock| lock.device == device);
    if here.is_empty() {
        // On btrfs and overlay file systems, `stat` and the locks have different device numbers,
        // the latter without a major number. The inode alone is enough if it points to one
        // process.
        here = elsewhere;
        here.retain(|lock| lock.device.0 == 0);
        let mut others = here.iter().filter_map(|lock| lock.process).filter(|it| *it != own);
        let first = others.next();
        if others.any(|other| Some(other) != first) {
            return None;
        }
    }
    let others = here.iter().filter_map(|lock| Some((lock.writes, lock.process?)));
    let others = others.filter(|(_, process)| *process != own);
    others.max_by_key(|(writes, _)| *writes).map(|(_, process)| process)
}

/// The name of an account according to `/etc/passwd`.
fn user_in(passwd: &str, owner: u32) -> Option<String> {
    passwd.lines().find_map(|line| {
        let mut fields = line.split(':');
        let name = fields.next()?;
        let number: u32 = fields.nth(1)?.parse().ok()?;
        (number == owner).then(|| name.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCKS: &str = "\
1: POSIX  ADVISORY  READ  4711 08:02:1311 1073741826 1073742335
2: POSIX  ADVISORY  WRITE 4712 08:02:1311 1073741825 1073741825
2: -> POSIX  ADVISORY  WRITE 4999 08:02:1311 1073741825 1073741825
3: FLOCK  ADVISORY  WRITE 812 08:02:1400 0 EOF
4: OFDLCK ADVISORY  WRITE -1 08:02:1500 0 EOF
5: OFDLCK ADVISORY  READ  5001 08:02:1501 0 EOF
6: POSIX  ADVISORY  WRITE 0 08:02:1502 0 EOF
7: POSIX  ADVISORY  READ  77 08:02:1600 0 EOF
8: POSIX  ADVISORY  READ  6001 00:1f:1700 0 EOF
9: POSIX  ADVISORY  WRITE 6001 00:1f:1700 5 5
10: POSIX  ADVISORY  READ  77 00:1f:1700 0 EOF
11: POSIX  ADVISORY  WRITE 6002 00:1f:1800 0 EOF
12: POSIX  ADVISORY  WRITE 6003 00:2a:1800 0 EOF
13: POSIX  ADVISORY  WRITE 7001 103:05:1900 0 EOF
14: POSIX  ADVISORY  READ  <none>:0 0 EOF
15: LEASE  ACTIVE    READ  7002 08:02:1400 0 EOF
nonsense";

    #[test]
    fn the_process_that_writes_holds_the_file() {
        for (device, inode, process) in [
            ((8, 2), 1311, Some(4712)),
            // Other kinds of locks do not keep the database out, and some have no process.
            ((8, 2), 1400, None),
            ((8, 2), 1500, None),
            ((8, 2), 1501, Some(5001)),
            ((8, 2), 1502, None),
            // Our own.
            ((8, 2), 1600, None),
            // On btrfs: one process, then two of which one must be wrong.
            ((0, 0x22), 1700, Some(6001)),
            ((0, 0x22), 1800, None),
            ((0, 0x2a), 1800, Some(6003)),
            ((0x103, 5), 1900, Some(7001)),
            // The same number on another disk is another file.
            ((8, 1), 1311, None),
        ] {
            assert_eq!(process_in(LOCKS, device, inode, 77), process, "{device:?} {inode}");
        }
    }

    #[test]
    fn device_numbers_are_split() {
        for (packed, apart) in
            [(0x802, (8, 2)), (0x1f, (0, 0x1f)), (0x1_0305, (0x103, 5)), (0x10_0801, (8, 0x101))]
        {
            assert_eq!(numbers(packed), apart);
        }
    }

    #[test]
    fn accounts_are_found_by_number() {
        let passwd = "root:x:0:0:root:/root:/bin/bash\n+::::::\nana:x:1000:1000:Ana,,,:/home/ana:";
        for (owner, name) in [(0, Some("root")), (1000, Some("ana")), (1001, None)] {
            assert_eq!(user_in(passwd, owner).as_deref(), name);
        }
    }
}

//! The file systems that are mounted on Linux, and what kinds of places they are.

use std::path::Path;

use super::place::Place;

// Types of file systems whose files are on another computer.
const NETWORK: &str = "9p, afs, ceph, cifs, davfs, fuse.davfs, fuse.glusterfs, fuse.gvfsd-fuse, \
    fuse.rclone, fuse.sshfs, lustre, ncpfs, nfs, nfs4, smb3, smbfs";

/// The kind of place that a path is in, according to its file system and its disk.
#[cfg(target_os = "linux")]
pub(super) fn mounted(path: &Path) -> Option<Place> {
    // The name of a mount point need not be UTF-8.
    let mounts = std::fs::read("/proc/self/mountinfo").ok()?;
    let mount = mount_of(&String::from_utf8_lossy(&mounts), path)?;
    // The disk above the partition says whether it is removable, not the partition.
    let removable = ["removable", "../removable"].iter().any(|file| {
        let text = std::fs::read_to_string(format!("/sys/dev/block/{}/{file}", mount.device));
        text.is_ok_and(|text| text.trim() == "1")
    });
    mount.place.or(removable.then_some(Place::Removable))
}

/// A mounted file system: its mount point, its device (such as `8:17`), and the kind of place it
/// implies.
struct Mount {
    point: String,
    device: String,
    place: Option<Place>,
}

/// The file system that contains a path, according to `/proc/self/mountinfo`.
fn mount_of(mountinfo: &str, path: &Path) -> Option<Mount> {
    let mounts = mountinfo.lines().filter_map(mount);
    // Of two at the same mount point the later one hides the other; `max_by_key` returns the
    // later.
    mounts.filter(|mount| path.starts_with(&mount.point)).max_by_key(|mount| mount.point.len())
}

// proc_pid_mountinfo(5) describes the fields; a dash ends the optional ones.
fn mount(line: &str) -> Option<Mount> {
    let (mount, system) = line.split_once(" - ")?;
    let mut mount = mount.split(' ').skip(2);
    let mut system = system.split(' ');
    let device = mount.next()?.to_owned();
    let point = unescaped(mount.nth(1)?);
    let place = place_of(system.next()?, system.next()?, &point);
    Some(Mount { point, device, place })
}

fn place_of(kind: &str, source: &str, point: &str) -> Option<Place> {
    let plugged = ["/media/", "/run/media/", "/mnt/usb"].iter().any(|at| point.starts_with(at));
    match kind {
        // This is all that davfs2 reveals, except for the address of the server.
        "fuse" if source.contains("://") => Some(Place::Network),
        "fuse.onedriver" => Some(Place::Synced),
        _ if NETWORK.split(", ").any(|network| network == kind) => Some(Place::Network),
        _ => plugged.then_some(Place::Removable),
    }
}

// The backslash comes last, because an unescaped name may contain what looks like another code.
fn unescaped(text: &str) -> String {
    let codes = [(r"\011", "\t"), (r"\012", "\n"), (r"\040", " "), (r"\043", "#"), (r"\134", r"\")];
    codes.into_iter().fold(text.to_owned(), |text, (code, sign)| text.replace(code, sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = r"22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda2 rw,discard
25 22 0:23 / /tmp rw,nosuid shared:5 master:2 - tmpfs tmpfs rw,size=8192k
30 22 0:41 /home /home rw,relatime shared:9 - btrfs /dev/vda3 rw,subvolid=257
31 30 0:55 / /home/ana/vm rw - overlay overlay rw,lowerdir=/a,upperdir=/b
33 22 0:60 / /net/old rw,relatime - autofs /etc/auto.net rw,fd=6
34 33 0:61 / /net/old rw,relatime shared:40 - nfs4 srv:/vol rw,vers=4.2
35 22 0:62 / /mnt/My\040share rw,relatime - cifs //srv/My\040share rw,vers=3.1.1
36 22 0:63 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw,user_id=1000
37 22 0:64 / /mnt/dav rw,nosuid - fuse https://dav.example.org/ rw,user_id=0
38 22 0:65 / /home/ana/cloud rw - fuse.onedriver onedriver rw,user_id=1000
39 22 8:17 / /run/media/ana/STICK\0401 rw,nosuid - vfat /dev/sdb1 rw,utf8
40 22 8:33 / /mnt/back\134040slash rw - xfs /dev/sdc1 rw";

    #[test]
    fn the_innermost_mount_decides() {
        for (path, device, place) in [
            ("/etc/a.cbm", "254:0", None),
            ("/tmp/a.cbm", "0:23", None),
            ("/home/ana/vm2/a.cbm", "0:41", None),
            ("/home/ana/vm/a.cbm", "0:55", None),
            ("/net/old/a.cbm", "0:61", Some(Place::Network)),
            ("/mnt/My share/a.cbm", "0:62", Some(Place::Network)),
            ("/run/user/1000/gvfs/smb/a.cbm", "0:63", Some(Place::Network)),
            ("/mnt/dav/a.cbm", "0:64", Some(Place::Network)),
            ("/home/ana/cloud/a.cbm", "0:65", Some(Place::Synced)),
            ("/run/media/ana/STICK 1/a.cbm", "8:17", Some(Place::Removable)),
            (r"/mnt/back\040slash/a.cbm", "8:33", None),
        ] {
            let found = mount_of(MOUNTS, Path::new(path)).unwrap();
            assert_eq!((found.device.as_str(), found.place), (device, place), "{path}");
        }
    }
}

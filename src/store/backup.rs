//! Backups: whole copies of a dossier in the user's data folder, made before anything that could
//! damage it as a whole, and thinned as they age.

use std::collections::HashSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Datelike, NaiveDateTime, TimeDelta, Utc};
use rusqlite::{Connection, OptionalExtension};

use super::scratch::Unfinished;
use super::{Access, Error, copy, scratch, without_prefix};
use crate::model::Clock;

/// The format of the time in the name of a backup.
const TIME: &str = "%Y%m%dT%H%M%SZ";

/// The file beside the backups that lists the paths the dossier has had.
const WHERE: &str = "where.txt";

/// One backup of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// The file.
    pub path: PathBuf,
    /// When it was made.
    pub time: DateTime<Utc>,
    /// How many steps it has.
    pub steps: u64,
    /// The end of the identity of its last step, which differs between copies that diverged.
    pub last: String,
    /// Its size, in bytes.
    pub bytes: u64,
}

/// Makes a backup if the dossier has changed since the newest one. Returns its path.
pub(crate) fn keep(
    connection: &Connection,
    access: &Access,
    version: u32,
) -> Result<Option<PathBuf>, Error> {
    let Some(root) = &access.backups else { return Ok(None) };
    let folder = make_folder(root, &dossier(connection)?)?;
    let (steps, last) = last_step(connection)?;
    let kept = list(&folder);
    if kept.first().is_some_and(|newest| newest.steps == steps && newest.last == last) {
        return Ok(None);
    }
    let now = Clock::System.now();
    let path = folder.join(format!("{}-{steps}-{last}.cbm", now.format(TIME)));
    match copy::whole(connection, &path, access.passphrase.as_ref(), version) {
        Ok(()) => {}
        // Another was made within the same second.
        Err(Error::Exists) => return Ok(None),
        Err(error) => return Err(none(&folder, error)),
    }
    thin(&folder, now);
    Ok(Some(path))
}

/// Records the path of a dossier, so that its backups can be found even if it is damaged.
pub(crate) fn note(connection: &Connection, access: &Access, path: &Path) -> Result<(), Error> {
    let Some(root) = &access.backups else { return Ok(()) };
    let folder = make_folder(root, &dossier(connection)?)?;
    let path = absolute(path);
    let mut places = places(&folder);
    if places.last() != Some(&path) {
        places.retain(|place| *place != path);
        places.push(path);
        let text = places.join("\n") + "\n";
        write_whole(&folder.join(WHERE), &text).map_err(|error| none(&folder, error))?;
    }
    Ok(())
}

/// Whether a dossier has never had any path but this one.
pub(crate) fn is_only_place(root: &Path, dossier: &str, path: &Path) -> bool {
    let places = places(&root.join(dossier));
    places.iter().all(|place| *place == absolute(path))
}

/// The backups of the dossier with this identity, newest first.
pub fn backups(root: &Path, dossier: &str) -> Vec<Backup> {
    list(&root.join(dossier))
}

/// The backups of a dossier that has been at this path, newest first; it may be damaged.
pub fn backups_of(root: &Path, path: &Path) -> Vec<Backup> {
    let path = absolute(path);
    let Ok(entries) = std::fs::read_dir(root) else { return Vec::new() };
    let folders = entries.flatten().map(|entry| entry.path());
    let mut found: Vec<_> = folders
        .filter(|folder| places(folder).contains(&path))
        .flat_map(|folder| list(&folder))
        .collect();
    found.sort_by_key(|backup| std::cmp::Reverse((backup.time, backup.steps)));
    found
}

/// Which backups to keep: all from the last two days, then one a day, a week and a month, as
/// Anki does: 12, 10 and 9 of them. The times are newest first; the newest one is always kept.
pub fn kept(times: &[DateTime<Utc>], now: DateTime<Utc>) -> Vec<bool> {
    let mut left = [12, 10, 9];
    let mut seen = HashSet::new();
    let mut keep = |place: usize, time: &DateTime<Utc>| {
        if place == 0 || now - time < TimeDelta::days(2) {
            return true;
        }
        let week = time.iso_week();
        let periods = [
            (0, time.year(), time.ordinal()),
            (1, week.year(), week.week()),
            (2, time.year(), time.month()),
        ];
        let Some(rank) = left.iter().position(|left| *left > 0) else { return false };
        // A backup kept for a day also counts for its week and month.
        let new = !seen.contains(&periods[rank]);
        if new {
            left[rank] -= 1;
            seen.extend(periods);
        }
        new
    };
    times.iter().enumerate().map(|(place, time)| keep(place, time)).collect()
}

fn thin(folder: &Path, now: DateTime<Utc>) {
    let backups = list(folder);
    let times: Vec<_> = backups.iter().map(|backup| backup.time).collect();
    for (backup, keep) in backups.iter().zip(kept(&times, now)) {
        if !keep {
            // If it cannot be removed now, it will be another time.
            let _ = std::fs::remove_file(&backup.path);
        }
    }
}

fn list(folder: &Path) -> Vec<Backup> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<_> = entries.flatten().filter_map(|entry| read(&entry.path())).collect();
    found.sort_by_key(|backup| std::cmp::Reverse((backup.time, backup.steps)));
    found
}

fn read(path: &Path) -> Option<Backup> {
    let name = path.file_name()?.to_str()?.strip_suffix(".cbm")?;
    let mut parts = name.split('-');
    let (time, steps, last) = (parts.next()?, parts.next()?, parts.next()?);
    Some(Backup {
        path: path.to_owned(),
        time: NaiveDateTime::parse_from_str(time, TIME).ok()?.and_utc(),
        steps: steps.parse().ok()?,
        last: last.to_owned(),
        bytes: path.metadata().ok()?.len(),
    })
}

fn places(folder: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(folder.join(WHERE)).unwrap_or_default();
    text.lines().map(str::to_owned).collect()
}

fn absolute(path: &Path) -> String {
    let whole = std::fs::canonicalize(path).or_else(|_| std::path::absolute(path));
    let whole = whole.unwrap_or_else(|_| path.to_owned());
    // In the form people write, because they also read the list of earlier places.
    without_prefix(&whole.to_string_lossy()).into_owned()
}

fn dossier(connection: &Connection) -> Result<String, Error> {
    let id: String = connection.query_row("SELECT id FROM dossier", [], |row| row.get(0))?;
    // It becomes the name of a folder, so it must not lead anywhere else.
    let plain = id.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    if plain && id.len() == 36 { Ok(id) } else { Err(Error::Damaged("identity".to_owned())) }
}

fn last_step(connection: &Connection) -> Result<(u64, String), Error> {
    let sql = "SELECT seq, id FROM edits ORDER BY seq DESC LIMIT 1";
    let last = connection
        .query_row(sql, [], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))
        .optional()?;
    let Some((steps, id)) = last else { return Ok((0, "0".to_owned())) };
    let end: String = id.chars().rev().filter(char::is_ascii_hexdigit).take(12).collect();
    Ok((u64::try_from(steps).unwrap_or_default(), end.chars().rev().collect()))
}

/// The folder for the backups of a dossier, readable only by its owner.
fn make_folder(root: &Path, dossier: &str) -> Result<PathBuf, Error> {
    let folder = root.join(dossier);
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(&folder).map_err(|error| {
        // Reports the folder that is the problem, not the one to be made inside it.
        let at = if root.is_dir() { &folder } else { root };
        none(at, Error::from_io(&error, at))
    })?;
    keep_to_owner(&folder);
    if is_own(root) {
        keep_to_owner(root);
    }
    scratch::sweep(&folder.join(WHERE));
    Ok(folder)
}

/// Whether a folder contains nothing but backups: a folder chosen by the user may contain other
/// things.
fn is_own(root: &Path) -> bool {
    let Ok(entries) = std::fs::read_dir(root) else { return false };
    let mut names = entries.flatten().map(|entry| entry.file_name());
    names.all(|name| name.to_str().is_some_and(|name| uuid::Uuid::try_parse(name).is_ok()))
}

/// Removes the permissions of others on a folder that existed before. If that is not allowed,
/// the files in it are still only for the owner.
fn keep_to_owner(folder: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(folder).map_or(0, |metadata| metadata.permissions().mode());
        if mode & 0o077 != 0 {
            let owner = std::fs::Permissions::from_mode(mode & 0o700);
            let _ = std::fs::set_permissions(folder, owner);
        }
    }
    #[cfg(not(unix))]
    let _ = folder;
}

/// Writes a small file completely or not at all, for its owner only.
fn write_whole(path: &Path, text: &str) -> Result<(), Error> {
    let io = |error: std::io::Error| Error::from_io(&error, path);
    let fresh = Unfinished::beside(path)?;
    let mut file = fresh.open().map_err(io)?;
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(io)?;
    drop(file);
    fresh.replace(path).map_err(|error| Error::from_moving(&error, path))?;
    copy::sync_folder(path);
    Ok(())
}

fn none(folder: &Path, why: Error) -> Error {
    Error::NoBackup { folder: folder.to_owned(), why: Box::new(why) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days_ago(now: DateTime<Utc>, days: impl IntoIterator<Item = i64>) -> Vec<DateTime<Utc>> {
        days.into_iter().map(|days| now - TimeDelta::days(days)).collect()
    }

    #[test]
    fn all_backups_of_two_days_are_kept_and_then_one_a_day_a_week_and_a_month() {
        let now = "2026-11-21T12:00:00Z".parse().unwrap();
        let daily = days_ago(now, 0..800);
        let keep = kept(&daily, now);
        let kept_days: Vec<_> = (0..800).filter(|day| keep[*day as usize]).collect();
        assert_eq!(kept_days.len(), 2 + 12 + 10 + 9);
        assert_eq!(kept_days[..14], (0..14).collect::<Vec<i64>>());
        assert!(kept_days[14..24].windows(2).all(|pair| pair[1] - pair[0] == 7), "{kept_days:?}");
        assert!(kept_days[24..].windows(2).all(|pair| (28..=31).contains(&(pair[1] - pair[0]))));
    }

    #[test]
    fn only_the_last_backup_of_a_day_is_kept() {
        let now: DateTime<Utc> = "2026-11-21T12:00:00Z".parse().unwrap();
        let day = now - TimeDelta::days(5);
        let times = [day, day - TimeDelta::hours(1), day - TimeDelta::hours(2)];
        assert_eq!(kept(&[&[now], &times[..]].concat(), now), [true, true, false, false]);
    }

    #[test]
    fn the_newest_backup_is_kept_however_old_it_is() {
        let now: DateTime<Utc> = "2026-11-21T12:00:00Z".parse().unwrap();
        assert_eq!(kept(&days_ago(now, [9000]), now), [true]);
        assert_eq!(kept(&[], now), Vec::<bool>::new());
        // A backup dated ten years ahead by a wrong clock does not cost the others.
        assert_eq!(kept(&days_ago(now, [-3650, 1, 5]), now), [true, true, true]);
    }
}

//! The workspace: the place in the window and half-typed input, in the table `desk`.
//!
//! It is stored in the dossier itself, so that a passphrase protects it too. It is not logged,
//! merged, or included in packages.

use rusqlite::Connection;

use super::Error;

/// Everything in the workspace, by key.
pub(crate) fn all(connection: &Connection) -> Result<Vec<(String, String)>, Error> {
    let mut statement = connection.prepare("SELECT key, value FROM desk ORDER BY key")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Removes one thing from the workspace, within the open transaction.
pub(crate) fn take_off(connection: &Connection, key: &str) -> Result<(), Error> {
    connection.prepare_cached("DELETE FROM desk WHERE key = ?1")?.execute([key])?;
    Ok(())
}

/// Puts things in the workspace, or removes those that are `None`.
pub(crate) fn put(
    connection: &Connection,
    things: &[(String, Option<String>)],
) -> Result<(), Error> {
    let transaction = connection.unchecked_transaction()?;
    for (key, value) in things {
        match value {
            Some(value) => {
                let sql = "INSERT INTO desk (key, value) VALUES (?1, ?2) \
                           ON CONFLICT (key) DO UPDATE SET value = excluded.value";
                transaction.prepare_cached(sql)?.execute((key, value))?
            }
            None => {
                transaction.prepare_cached("DELETE FROM desk WHERE key = ?1")?.execute([key])?
            }
        };
    }
    Ok(transaction.commit()?)
}

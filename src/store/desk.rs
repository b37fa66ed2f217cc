//! The desk: where one was in the window, and what was half typed.
//!
//! It stands in the dossier itself, so that a passphrase protects it too. It is neither
//! logged nor merged, and no package takes it along.

use rusqlite::Connection;

use super::Error;

/// Everything on the desk, by its key.
pub(crate) fn all(connection: &Connection) -> Result<Vec<(String, String)>, Error> {
    let mut statement = connection.prepare("SELECT key, value FROM desk ORDER BY key")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Takes one thing off the desk, in the transaction that is open.
pub(crate) fn take_off(connection: &Connection, key: &str) -> Result<(), Error> {
    connection.prepare_cached("DELETE FROM desk WHERE key = ?1")?.execute([key])?;
    Ok(())
}

/// Puts things on the desk, or takes them off where they are nothing.
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

//! Who holds a dossier that cannot be opened, if the system reveals it.

#[cfg(not(windows))]
mod locks;
#[cfg(windows)]
mod restart;

#[cfg(not(windows))]
pub(crate) use locks::holder;
#[cfg(windows)]
pub(crate) use restart::holder;

/// The process that holds a lock on a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Its process id.
    pub process: u32,
    /// The program, such as `soffice.bin`, of which Linux keeps only the first 15 bytes, or *Microsoft
    /// Excel*, as Windows calls it.
    pub program: String,
    /// The account it runs under, if the computer knows its name.
    pub user: Option<String>,
}

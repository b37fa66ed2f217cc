//! What a user sees and does, through the accessibility tree; pictures of the screens.

mod common;
mod dialogs;
mod forms;
mod lists;
mod matrix;
mod pictures;
mod shell;

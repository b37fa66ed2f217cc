//! Who holds a file, as Windows tells it.

use std::path::Path;

use super::Holder;

/// Who has the file open, as the Restart Manager of Windows tells it to installers; `None` if nobody does
/// or that is not known, as under Wine.
pub(crate) fn holder(path: &Path) -> Option<Holder> {
    let mut session = restart_manager::RestartSession::new().ok()?;
    session.register_files([path]).ok()?;
    let all = session.affected_applications().ok()?;
    let own = std::process::id();
    all.iter().find_map(|it| {
        let process = it.process()?.pid();
        let program = it.display_name().to_string_lossy().replace(char::is_control, "");
        (process != own).then_some(Holder { process, program, user: None })
    })
}

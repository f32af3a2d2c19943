//! Writing of generated files: only what differs, and nothing stale left behind.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::error::Errors;
use crate::{Generated, shown};

/// Makes `directory` hold exactly these Rust files, by name and text.
///
/// # Errors
///
/// What kept a file from being written or removed.
pub(crate) fn write(directory: &Path, files: &[(String, String)]) -> Result<Generated, Errors> {
    let failed = |path: &Path, what: &str, error: io::Error| {
        Errors::one(shown(path), format!("the file cannot be {what}: {error}"), "")
    };
    fs::create_dir_all(directory).map_err(|error| failed(directory, "made", error))?;
    let mut generated = Generated { files: Vec::new(), written: Vec::new(), removed: Vec::new() };
    for (name, text) in files {
        let path = directory.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(|error| failed(parent, "made", error))?;
        }
        // An unchanged file keeps its time, so that cargo compiles nothing anew.
        if fs::read(&path).ok().as_deref() != Some(text.as_bytes()) {
            fs::write(&path, text).map_err(|error| failed(&path, "written", error))?;
            generated.written.push(path.clone());
        }
        generated.files.push(path);
    }
    let mut stale = Vec::new();
    find_stale(directory, &generated.files, &mut stale).map_err(|error| failed(directory, "read", error))?;
    for path in stale {
        fs::remove_file(&path).map_err(|error| failed(&path, "removed", error))?;
        // Only an empty directory can be removed so.
        let _ = path.parent().map(fs::remove_dir);
        generated.removed.push(path);
    }
    generated.removed.sort();
    Ok(generated)
}

/// Finds the Rust files in `directory` and below that are not among `files`.
fn find_stale(directory: &Path, files: &[PathBuf], stale: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            find_stale(&path, files, stale)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") && !files.contains(&path) {
            stale.push(path);
        }
    }
    Ok(())
}

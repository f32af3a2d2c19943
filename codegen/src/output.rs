//! Writing of generated files: only what differs, and nothing stale left behind.

use std::fs;
use std::io;
use std::path::Path;

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
        // An unchanged file keeps its time, so that cargo compiles nothing anew.
        if fs::read(&path).ok().as_deref() != Some(text.as_bytes()) {
            fs::write(&path, text).map_err(|error| failed(&path, "written", error))?;
            generated.written.push(path.clone());
        }
        generated.files.push(path);
    }
    let entries = fs::read_dir(directory).map_err(|error| failed(directory, "read", error))?;
    for entry in entries {
        let path = entry.map_err(|error| failed(directory, "read", error))?.path();
        let stale =
            path.extension().is_some_and(|extension| extension == "rs") && !generated.files.contains(&path);
        if stale {
            fs::remove_file(&path).map_err(|error| failed(&path, "removed", error))?;
            generated.removed.push(path);
        }
    }
    generated.removed.sort();
    Ok(generated)
}

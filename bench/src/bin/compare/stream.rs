//! A million rows, one after the other: how long it takes, and how far memory grows.
//!
//! Each contestant reads them in a process of its own, whose memory nobody has used before.

use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use crate::args::Args;
use crate::database::Database;
use crate::peers;
use crate::scenario::{Handle, Scenario};

/// What is known of one contestant.
pub struct Streamed {
    pub name: String,
    pub time: Duration,
    /// By how much the process grew while it read, in bytes.
    pub growth: u64,
}

/// Runs this program again for each contestant.
pub fn compare(args: &Args, database: Database) -> Vec<Streamed> {
    let mut peers = peers::all(args, database);
    peers.retain(|peer| peer.is_here());
    if database == Database::File || !database.is_sqlite() {
        let sql = database.seed(Scenario::Stream.seed());
        let apart = if database.is_sqlite() { peers.len() } else { 1 };
        peers.iter_mut().take(apart).for_each(|peer| peer.script(&sql));
    }
    let names: Vec<&str> = peers.iter().map(|peer| peer.name()).collect();
    drop(peers);
    let program = std::env::current_exe().expect("it runs");
    let read = |name: &&str| {
        let output = Command::new(&program)
            .args(["--database", database.key(), "--child", name])
            .output()
            .expect("it is run again");
        let told = String::from_utf8_lossy(&output.stdout);
        let mut parts = told.split_whitespace().filter_map(|part| part.parse().ok());
        let (Some(micros), Some(growth)) = (parts.next(), parts.next()) else {
            // It does not take part.
            assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
            return None;
        };
        Some(Streamed { name: (*name).to_owned(), time: Duration::from_micros(micros), growth })
    };
    names.iter().filter_map(read).collect()
}

/// Reads the rows by the contestant `name`, and prints microseconds and bytes.
pub fn child(args: &Args, name: &str) {
    let database = Database::ALL.into_iter().find(|database| args.wants_database(*database));
    let database = database.expect("one is named");
    let peers = peers::all(args, database);
    let mut peer = peers.into_iter().find(|peer| peer.name() == name).expect("it is one of them");
    if database == Database::Memory {
        peer.script(&database.seed(Scenario::Stream.seed()));
    }
    let before = resident();
    let (peak, done) = (Arc::new(AtomicU64::new(before)), Arc::new(AtomicBool::new(false)));
    let watch = {
        let (peak, done) = (Arc::clone(&peak), Arc::clone(&done));
        std::thread::spawn(move || {
            while !done.load(Ordering::Relaxed) {
                peak.fetch_max(resident(), Ordering::Relaxed);
                std::thread::sleep(Duration::from_millis(2));
            }
        })
    };
    let run = peer.run(Scenario::Stream, Handle::Pool, 1);
    done.store(true, Ordering::Relaxed);
    watch.join().expect("it only looks");
    if let Some(run) = run {
        assert_eq!(run.rows, Scenario::Stream.rows(), "{name}");
        println!("{} {}", run.elapsed.as_micros(), peak.load(Ordering::Relaxed) - before);
    }
}

/// The memory of this process, in bytes.
fn resident() -> u64 {
    let told = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let pages: u64 = told.split_whitespace().nth(1).and_then(|pages| pages.parse().ok()).unwrap_or_default();
    pages * 4096
}

//! What was measured, as text: on the terminal as it comes, at the end in `RESULTS.md`.

use std::fmt::Write;
use std::path::Path;
use std::time::Duration;

use crate::database::Database;
use crate::measure::Compared;
use crate::peers::BASELINE;
use crate::plot;
use crate::scenario::{Handle, Scenario};
use crate::stream::Streamed;

/// A scenario, with all that took part.
pub struct Measured {
    pub database: Database,
    pub handle: Handle,
    pub scenario: Scenario,
    pub peers: Vec<Compared>,
}

#[derive(Default)]
pub struct Report {
    measured: Vec<Measured>,
    streamed: Vec<(Database, Vec<Streamed>)>,
}

impl Report {
    pub fn measured(&mut self, measured: Measured) {
        print!("{:<32}", measured.scenario.to_string());
        for one in &measured.peers {
            let [low, median, high] = one.ratios;
            match one.name {
                BASELINE => print!("  {} × {}", one.rounds, shown(one.time)),
                name => print!("  {name} {median:.2} ({low:.2}–{high:.2})"),
            }
        }
        println!();
        self.measured.push(measured);
    }

    pub fn streamed(&mut self, database: Database, streamed: Vec<Streamed>) {
        for one in &streamed {
            println!("stream, {}: {}, {:.1} MB", one.name, shown(one.time), megabytes(one));
        }
        self.streamed.push((database, streamed));
    }

    /// Writes `RESULTS.md` and a plot for each database beside the manifest.
    pub fn write(&self, took: Duration) -> std::io::Result<()> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let plots = folder.join("plots");
        std::fs::create_dir_all(&plots)?;
        let mut text = String::from(HEAD);
        let minutes = took.as_secs_f64() / 60.0;
        let _ = writeln!(text, "Measured in one run of {minutes:.0} minutes on {}.", machine());
        for database in Database::ALL {
            let name = database.name();
            let rows_on = |handle| -> Vec<&Measured> {
                let rows = self.measured.iter();
                rows.filter(|row| row.database == database && row.handle == handle).collect()
            };
            let tables = Handle::ALL.map(|handle| (handle, rows_on(handle)));
            let streamed = self.streamed.iter().find(|(of, _)| *of == database);
            if tables.iter().all(|(_, rows)| rows.is_empty()) && streamed.is_none() {
                continue;
            }
            let _ = writeln!(text, "\n## {name}");
            for (handle, rows) in tables.iter().filter(|(_, rows)| !rows.is_empty()) {
                let (title, file) = match handle {
                    Handle::Transaction => (name.to_owned(), format!("{}.svg", database.key())),
                    Handle::Pool => {
                        let _ = writeln!(text, "\nEach query through a pool, as it is by default:");
                        (format!("{name}, through a pool"), format!("{}-pool.svg", database.key()))
                    }
                };
                std::fs::write(plots.join(&file), plot::svg(&title, rows))?;
                let _ = writeln!(text, "\n![Ratios on {title}](plots/{file})\n");
                table(&mut text, rows);
            }
            if let Some((_, streamed)) = streamed {
                let _ = writeln!(
                    text,
                    "\n| a stream of a million rows | time | memory grows by |\n|---|---|---|"
                );
                for one in streamed {
                    let _ =
                        writeln!(text, "| {} | {} | {:.1} MB |", one.name, shown(one.time), megabytes(one));
                }
            }
        }
        std::fs::write(folder.join("RESULTS.md"), text)
    }
}

const HEAD: &str = "\
# Results

Written by `cargo run --release --bin compare -- --write`: see the [README](README.md) for what is measured,
and how. Ratios to sqlx by hand (`query_as`, `FromRow`, `fetch_all`), which is 1.00: lower is faster. A cell is
the median of the rounds, with the quartiles.

";

fn table(text: &mut String, rows: &[&Measured]) {
    let names = names(rows);
    let _ = write!(text, "| | {BASELINE} |");
    for name in &names {
        let _ = write!(text, " {name} |");
    }
    let _ = writeln!(text, "\n|---|---|{}", "---|".repeat(names.len()));
    for Measured { scenario, peers, .. } in rows {
        let base = peers.first().map_or_else(String::new, |base| shown(base.time));
        let _ = write!(text, "| {scenario} | {base} |");
        for name in &names {
            let one = peers.iter().find(|one| one.name == *name);
            let cell = one.map_or_else(String::new, |one| {
                let [low, median, high] = one.ratios;
                format!("**{median:.2}** ({low:.2}–{high:.2})")
            });
            let _ = write!(text, " {cell} |");
        }
        text.push('\n');
    }
}

/// Everyone but the baseline, in the order of their first scenario.
pub fn names(rows: &[&Measured]) -> Vec<&'static str> {
    let mut names = Vec::new();
    for one in rows.iter().flat_map(|row| &row.peers) {
        if one.name != BASELINE && !names.contains(&one.name) {
            names.push(one.name);
        }
    }
    names
}

fn shown(time: Duration) -> String {
    let micros = time.as_secs_f64() * 1e6;
    match micros {
        ..100.0 => format!("{micros:.1} µs"),
        ..10_000.0 => format!("{micros:.0} µs"),
        ..1e6 => format!("{:.1} ms", micros / 1e3),
        _ => format!("{:.2} s", micros / 1e6),
    }
}

fn megabytes(streamed: &Streamed) -> f64 {
    streamed.growth as f64 / 1e6
}

/// The processor, as Linux names it.
fn machine() -> String {
    let told = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let named = told.lines().find_map(|line| line.strip_prefix("model name"));
    let model = named.map_or("an unknown processor", |name| name.trim_start_matches([' ', '\t', ':']));
    let count = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let cores = if count == 1 { "one core".to_owned() } else { format!("{count} cores") };
    format!("{cores} of {model}, Linux, with all servers on the same machine")
}

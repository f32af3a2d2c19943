//! What the command line says.

use std::sync::atomic::Ordering;
use std::time::Duration;

use crate::database::Database;
use crate::measure::OF_PROCESSORS;
use crate::peers::BASELINE;
use crate::scenario::{Handle, Scenario};

const USAGE: &str = "\
compare [--database memory|file|postgres|mariadb]… [--handle transaction|pool]… [--scenario NAME]… [--rows N]… [--peer NAME]… [--seconds N] [--cpu] [--write]

--handle    one connection with a transaction, or each query through a pool; both by default
--scenario  trivial medium insert get update associations prefetch group_by stream; all by default
--rows      of trivial, medium and insert: 1, 10, 100, …; all by default
--seconds   how long a scenario is measured on a database, 5 by default
--cpu       counts the time of this process on processors instead of the time that passes: what is left of
            the noise on a busy machine, but without the server's part
--peer      contestants beside the baseline; all by default
--write     writes RESULTS.md and its plots

QUERYSET_DJANGO_PYTHON names a Python with Django, which then takes part.
QUERYSET_POSTGRES_URL and QUERYSET_MYSQL_URL name the servers; their tables `users`, `posts` and `comments`
are dropped. Without them they are left out.";

pub struct Args {
    databases: Vec<String>,
    handles: Vec<String>,
    scenarios: Vec<String>,
    rows: Vec<String>,
    seconds: f64,
    peers: Vec<String>,
    pub write: bool,
    /// The contestant of which this process reads a stream.
    pub child: Option<String>,
}

impl Args {
    pub fn parse() -> Self {
        let mut parsed = Self {
            databases: Vec::new(),
            handles: Vec::new(),
            scenarios: Vec::new(),
            rows: Vec::new(),
            seconds: 5.0,
            peers: Vec::new(),
            write: false,
            child: None,
        };
        let mut args = std::env::args().skip(1);
        while let Some(arg) = args.next() {
            let mut value = || args.next().unwrap_or_else(|| usage());
            match arg.as_str() {
                "--database" => parsed.databases.push(value()),
                "--handle" => parsed.handles.push(value()),
                "--scenario" => parsed.scenarios.push(value()),
                "--rows" => parsed.rows.push(value()),
                "--peer" => parsed.peers.push(value()),
                "--seconds" => parsed.seconds = value().parse().unwrap_or_else(|_| usage()),
                "--cpu" => OF_PROCESSORS.store(true, Ordering::Relaxed),
                "--write" => parsed.write = true,
                "--child" => parsed.child = Some(value()),
                "--help" => {
                    println!("{USAGE}");
                    std::process::exit(0)
                }
                _ => usage(),
            }
        }
        let known = |database: &String| Database::ALL.iter().any(|known| known.key() == database);
        let lent = |handle: &String| Handle::ALL.iter().any(|known| known.key() == handle);
        let scenarios: Vec<Scenario> =
            Handle::ALL.iter().flat_map(|handle| handle.scenarios()).copied().collect();
        let told = |scenario: &String| scenarios.iter().any(|known| known.family() == scenario);
        if !parsed.databases.iter().all(known)
            || !parsed.handles.iter().all(lent)
            || !parsed.scenarios.iter().all(told)
        {
            usage();
        }
        parsed
    }

    pub fn wants_database(&self, database: Database) -> bool {
        let asked = self.databases.is_empty() || self.databases.iter().any(|key| key == database.key());
        asked && (database.is_sqlite() || server(database).is_some())
    }

    pub fn wants_handle(&self, handle: Handle) -> bool {
        self.handles.is_empty() || self.handles.iter().any(|key| key == handle.key())
    }

    pub fn wants_scenario(&self, scenario: Scenario) -> bool {
        let sized = match scenario {
            Scenario::Trivial(rows) | Scenario::Medium(rows) | Scenario::Insert(rows) => {
                self.rows.is_empty() || self.rows.iter().any(|wanted| *wanted == rows.to_string())
            }
            _ => true,
        };
        sized && (self.scenarios.is_empty() || self.scenarios.iter().any(|name| name == scenario.family()))
    }

    /// The baseline always takes part.
    pub fn wants_peer(&self, name: &str) -> bool {
        self.peers.is_empty() || name == BASELINE || self.peers.iter().any(|peer| peer == name)
    }

    /// It counts the time that passes, and is not part of this process's memory.
    pub fn wants_django(&self) -> bool {
        self.wants_peer("Django") && self.child.is_none() && !OF_PROCESSORS.load(Ordering::Relaxed)
    }

    pub fn budget(&self) -> Duration {
        Duration::from_secs_f64(self.seconds)
    }

    /// Where the contestant of a name connects to.
    pub fn url(&self, database: Database, name: &str) -> String {
        match database {
            Database::Memory => "sqlite::memory:".to_owned(),
            Database::File => {
                let path = std::env::temp_dir().join(format!("queryset-bench-{name}.db"));
                if self.child.is_none() {
                    for suffix in ["", "-wal", "-shm"] {
                        // There may be none.
                        let _ = std::fs::remove_file(format!("{}{suffix}", path.display()));
                    }
                }
                format!("sqlite://{}", path.display())
            }
            Database::Postgres | Database::MariaDb => server(database).unwrap_or_else(|| usage()),
        }
    }
}

fn server(database: Database) -> Option<String> {
    std::env::var(match database {
        Database::Postgres => "QUERYSET_POSTGRES_URL",
        _ => "QUERYSET_MYSQL_URL",
    })
    .ok()
}

fn usage() -> ! {
    eprintln!("{USAGE}");
    std::process::exit(2)
}

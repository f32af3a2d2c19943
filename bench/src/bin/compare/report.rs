//! What was measured, as text.

use crate::database::Database;
use crate::measure::Measured;
use crate::scenario::Scenario;
use crate::stream::Streamed;

#[derive(Default)]
pub struct Report {
    measured: Vec<(Database, Scenario, Vec<Measured>)>,
    streamed: Vec<(Database, Vec<Streamed>)>,
}

impl Report {
    pub fn measured(&mut self, database: Database, scenario: Scenario, measured: Vec<Measured>) {
        print!("{:<32}", scenario.to_string());
        for one in &measured {
            let [low, median, high] = one.ratios;
            match one.name {
                "sqlx" => print!("  {} × {:.1} µs", one.rounds, one.time.as_secs_f64() * 1e6),
                name => print!("  {name} {median:.2} ({low:.2}–{high:.2})"),
            }
        }
        println!();
        self.measured.push((database, scenario, measured));
    }

    pub fn streamed(&mut self, database: Database, streamed: Vec<Streamed>) {
        for one in &streamed {
            let Streamed { name, time, growth } = one;
            println!("stream, {name}: {:.2} s, {:.1} MB", time.as_secs_f64(), *growth as f64 / 1e6);
        }
        self.streamed.push((database, streamed));
    }

    pub fn write(&self) {}
}

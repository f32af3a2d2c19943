//! Compares this library with what one writes by hand and with others, all in one run: see the `README.md`.

mod args;
mod database;
mod measure;
mod models;
mod peers;
mod plot;
mod report;
mod scenario;
mod stream;

use std::time::Instant;

use args::Args;
use database::Database;
use report::Report;
use scenario::Scenario;

fn main() {
    let args = Args::parse();
    if let Some(name) = &args.child {
        stream::child(&args, name);
        return;
    }
    let begin = Instant::now();
    let mut report = Report::default();
    for database in Database::ALL {
        if !args.wants_database(database) {
            continue;
        }
        println!("\n{}", database.name());
        let mut peers = peers::all(&args, database);
        let mut seeded = None;
        for scenario in Scenario::ALL {
            if !args.wants_scenario(scenario) {
                continue;
            }
            if scenario == Scenario::Stream {
                report.streamed(database, stream::compare(&args, database));
                continue;
            }
            if seeded != Some(scenario.seed()) {
                let sql = database.seed(scenario.seed());
                let apart = if database.is_sqlite() { peers.len() } else { 1 };
                peers.iter_mut().take(apart).for_each(|peer| peer.script(&sql));
                seeded = Some(scenario.seed());
            }
            let measured = measure::compare(&mut peers, scenario, args.budget());
            report.measured(database, scenario, measured);
        }
    }
    println!("\nin {:.0} s", begin.elapsed().as_secs_f64());
    if args.write {
        report.write(begin.elapsed()).expect("the results are written");
    }
}

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
use peers::Peer;
use report::{Measured, Report};
use scenario::{Handle, Scenario, Seed};

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
        let mut ready: Option<(Seed, Vec<Box<dyn Peer>>)> = None;
        for handle in Handle::ALL.into_iter().filter(|handle| args.wants_handle(*handle)) {
            println!("{}:", handle.key());
            for scenario in
                handle.scenarios().iter().copied().filter(|scenario| args.wants_scenario(*scenario))
            {
                if scenario == Scenario::Stream {
                    report.streamed(database, stream::compare(&args, database));
                    continue;
                }
                if ready.as_ref().is_none_or(|(seed, _)| *seed != scenario.seed()) {
                    // The old connections are closed first.
                    drop(ready.take());
                    ready = Some((scenario.seed(), prepare(&args, database, scenario.seed())));
                }
                let (_, peers) = ready.as_mut().expect("they were made ready");
                let peers = measure::compare(peers, scenario, handle, args.budget());
                report.measured(Measured { database, handle, scenario, peers });
            }
        }
    }
    println!("\nin {:.0} s", begin.elapsed().as_secs_f64());
    if args.write {
        report.write(begin.elapsed()).expect("the results are written");
    }
}

/// Everyone on new connections to new tables: a server plans a statement by what it cost before.
fn prepare(args: &Args, database: Database, seed: Seed) -> Vec<Box<dyn Peer>> {
    let mut peers = peers::all(args, database);
    let sql = database.seed(seed);
    let apart = if database.is_sqlite() { peers.len() } else { 1 };
    peers.iter_mut().take(apart).for_each(|peer| peer.script(&sql));
    peers
}

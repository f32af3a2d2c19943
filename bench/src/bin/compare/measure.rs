//! How contestants are compared: in turns, each round by the baseline of the same round.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use rustix::time::{ClockId, clock_gettime};

use crate::peers::Peer;
use crate::scenario::{Handle, Scenario};

/// A batch of work takes so long at least.
const BATCH: Duration = Duration::from_millis(2);
const ROUNDS: std::ops::RangeInclusive<u32> = 7..=81;

/// Whether clocks count the time that processors worked for this process, on all of its threads.
pub static OF_PROCESSORS: AtomicBool = AtomicBool::new(false);

/// The time of the clock that was chosen.
pub fn now() -> Duration {
    let clock =
        if OF_PROCESSORS.load(Ordering::Relaxed) { ClockId::ProcessCPUTime } else { ClockId::Monotonic };
    clock_gettime(clock).try_into().expect("it counts from 0")
}

/// What a batch took, and the rows that one run of it gave.
#[derive(Clone, Copy)]
pub struct Run {
    pub elapsed: Duration,
    pub rows: u64,
}

/// What is known of one contestant at one scenario.
pub struct Compared {
    pub name: &'static str,
    /// The median time of one run.
    pub time: Duration,
    /// The quartiles of the ratios to the baseline.
    pub ratios: [f64; 3],
    pub rounds: u32,
}

/// Lets all contestants that know the scenario run it in turns for about `budget`. The first is the
/// baseline.
pub fn compare(
    peers: &mut [Box<dyn Peer>],
    scenario: Scenario,
    handle: Handle,
    budget: Duration,
) -> Vec<Compared> {
    let mut peers: Vec<(&mut Box<dyn Peer>, u32, Vec<f64>)> = peers
        .iter_mut()
        .filter_map(|peer| {
            let first = peer.run(scenario, handle, 1)?;
            assert_eq!(first.rows, scenario.rows(), "{} at {scenario}", peer.name());
            Some((peer, 1, Vec::new()))
        })
        .collect();
    let mut round = Duration::ZERO;
    for (peer, times, _) in &mut peers {
        loop {
            let begin = Instant::now();
            let run = peer.run(scenario, handle, *times).expect("it ran before");
            if run.elapsed >= BATCH {
                round += begin.elapsed();
                break;
            }
            let factor = BATCH.as_secs_f64() / run.elapsed.as_secs_f64().max(1e-7);
            *times = (f64::from(*times) * factor.clamp(1.2, 10.0)).ceil() as u32;
        }
    }
    let rounds = (budget.as_secs_f64() / round.as_secs_f64()) as u32;
    let rounds = rounds.clamp(*ROUNDS.start(), *ROUNDS.end());
    for round in 0..rounds as usize {
        for turn in 0..peers.len() {
            // Who comes after whom changes, for what one leaves in the caches.
            let place = if round.is_multiple_of(2) { turn } else { peers.len() - 1 - turn };
            let count = peers.len();
            let (peer, times, elapsed) = &mut peers[(place + round / 2) % count];
            let run = peer.run(scenario, handle, *times).expect("it ran before");
            elapsed.push(run.elapsed.as_secs_f64() / f64::from(*times));
        }
    }
    let baseline = peers.first().map(|(.., times)| times.clone()).unwrap_or_default();
    peers
        .into_iter()
        .map(|(peer, _, times)| Compared {
            name: peer.name(),
            ratios: quartiles(times.iter().zip(&baseline).map(|(time, base)| time / base).collect()),
            time: Duration::from_secs_f64(quartiles(times)[1]),
            rounds,
        })
        .collect()
}

fn quartiles(mut values: Vec<f64>) -> [f64; 3] {
    values.sort_by(f64::total_cmp);
    [1, 2, 3].map(|quarter| values[(values.len() - 1) * quarter / 4])
}

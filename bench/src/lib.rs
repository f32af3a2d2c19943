//! What the benchmarks share: a clock for short work, and a count of allocations.

use std::alloc::{GlobalAlloc, Layout, System};
use std::hint::black_box;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// The system's allocator, which counts how often it is asked.
pub struct Counting;

static ALLOCATIONS: AtomicU64 = AtomicU64::new(0);

// SAFETY: every call is passed on to `System` as it is; counting allocates nothing.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
        // SAFETY: the caller keeps the contract of `alloc`, which is the same.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: the caller keeps the contract of `dealloc`, which is the same.
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
        // SAFETY: the caller keeps the contract of `realloc`, which is the same.
        unsafe { System.realloc(pointer, layout, size) }
    }
}

/// Number of allocations while `work` runs.
pub fn allocations<T>(work: impl FnOnce() -> T) -> u64 {
    let before = ALLOCATIONS.load(Ordering::Relaxed);
    black_box(work());
    ALLOCATIONS.load(Ordering::Relaxed) - before
}

/// How long one run of `work` takes: the quartiles of 81 rounds of about two milliseconds.
pub fn quartiles<T>(mut work: impl FnMut() -> T) -> [Duration; 3] {
    let mut runs: u32 = 1;
    while time(runs, &mut work) < Duration::from_millis(2) {
        runs *= 2;
    }
    let mut rounds: Vec<Duration> = (0..81).map(|_| time(runs, &mut work) / runs).collect();
    rounds.sort_unstable();
    [rounds[20], rounds[40], rounds[60]]
}

fn time<T>(runs: u32, work: &mut impl FnMut() -> T) -> Duration {
    let begin = Instant::now();
    for _ in 0..runs {
        black_box(work());
    }
    begin.elapsed()
}

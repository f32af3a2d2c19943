//! Django itself, in a process of its own that waits for its turns.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Duration;

use super::Peer;
use crate::measure::Run;
use crate::scenario::{Handle, Scenario};

pub struct Django {
    process: Child,
    tasks: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Django {
    /// `python` has Django, and what it connects by.
    pub fn start(python: &str, url: &str) -> Self {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/django_peer.py");
        let mut process = Command::new(python)
            .args([script, url])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("QUERYSET_DJANGO_PYTHON is a Python");
        let tasks = process.stdin.take();
        let answers = BufReader::new(process.stdout.take().expect("it is piped"));
        Self { process, tasks, answers }
    }

    fn ask(&mut self, task: &serde_json::Value) -> serde_json::Value {
        let tasks = self.tasks.as_mut().expect("it is open until the end");
        writeln!(tasks, "{task}").expect("Django runs");
        let mut answer = String::new();
        self.answers.read_line(&mut answer).expect("Django answers");
        serde_json::from_str(&answer).expect("Django answers, and says why not above")
    }
}

impl Peer for Django {
    fn name(&self) -> &'static str {
        "Django"
    }

    fn is_here(&self) -> bool {
        false
    }

    fn script(&mut self, sql: &str) {
        self.ask(&serde_json::json!({ "script": sql }));
    }

    fn run(&mut self, scenario: Scenario, handle: Handle, times: u32) -> Option<Run> {
        let rows = match scenario {
            Scenario::Trivial(rows) | Scenario::Medium(rows) | Scenario::Insert(rows) => rows,
            _ => 0,
        };
        let begun = handle == Handle::Transaction;
        let task = serde_json::json!({
            "scenario": scenario.family(), "rows": rows, "times": times, "transaction": begun,
        });
        let told = self.ask(&task);
        let seconds = told["seconds"].as_f64().expect("Django tells its time");
        Some(Run {
            elapsed: Duration::from_secs_f64(seconds),
            rows: told["rows"].as_u64().expect("and its rows"),
        })
    }
}

impl Drop for Django {
    fn drop(&mut self) {
        // It ends with its input.
        drop(self.tasks.take());
        let _ = self.process.wait();
    }
}

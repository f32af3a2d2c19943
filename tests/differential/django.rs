//! Django's side: a process that answers lists of queries.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};

use serde_json::{Value as Json, json};

use crate::database::not_run;
use crate::query::Query;

pub(crate) struct Django {
    process: Child,
    questions: ChildStdin,
    answers: Receiver<String>,
}

impl Django {
    /// Starts it on a database, where there is a Python with Django.
    pub(crate) fn start(url: &str) -> Option<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let python = std::env::var_os("QUERYSET_DJANGO_PYTHON").map(PathBuf::from);
        let python = python.unwrap_or_else(|| root.join("target/django-venv/bin/python"));
        if !python.exists() {
            not_run(
                "Django: QUERYSET_DJANGO_PYTHON is not set, and there is no target/django-venv/bin/python",
            );
            return None;
        }
        let mut command = Command::new(python);
        command.arg(root.join("tests/differential/run.py")).arg(url);
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut process = command.spawn().expect("Python starts");
        let questions = process.stdin.take().expect("it is piped");
        let output = BufReader::new(process.stdout.take().expect("it is piped"));
        let (send, answers) = channel();
        // It is read on a thread of its own, so that Django never waits to be read.
        std::thread::spawn(move || {
            for line in output.lines() {
                let Ok(line) = line else { return };
                if send.send(line).is_err() {
                    return;
                }
            }
        });
        Some(Self { process, questions, answers })
    }

    /// Asks, without waiting for the answer.
    pub(crate) fn ask(&mut self, queries: &[Query], with_sql: bool) {
        let queries: Vec<Json> = queries
            .iter()
            .map(|query| {
                let mut json = query.to_json();
                json["sql"] = json!(with_sql);
                json
            })
            .collect();
        writeln!(self.questions, "{}", Json::Array(queries)).expect("Django reads");
        self.questions.flush().expect("Django reads");
    }

    /// The answer to what was asked first.
    pub(crate) fn answer(&mut self) -> Vec<Json> {
        let line = self.answers.recv().expect("Django answers");
        serde_json::from_str(&line).expect("the answer is JSON")
    }
}

impl Drop for Django {
    fn drop(&mut self) {
        // It ends when its input does; one that hangs is ended.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

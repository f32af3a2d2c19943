//! The statements that a case runs, from the events that the library sends to `tracing`.

use std::cell::RefCell;
use std::fmt::Debug;
use std::sync::LazyLock;

use tracing::Dispatch;
use tracing::field::{Field, Visit};
use tracing::instrument::WithSubscriber;
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};

thread_local! {
    /// The statements of this thread, while it records.
    static STATEMENTS: RefCell<Option<Vec<String>>> = const { RefCell::new(None) };
}

struct Recorder;

/// Takes the SQL text out of an event.
struct Text(Option<String>);

impl Visit for Text {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        if field.name() == "db.query.text" {
            self.0 = Some(format!("{value:?}"));
        }
    }
}

impl<S: tracing::Subscriber> Layer<S> for Recorder {
    fn on_event(&self, event: &tracing::Event<'_>, _: Context<'_, S>) {
        if event.metadata().target() != "queryset::statement" {
            return;
        }
        let mut text = Text(None);
        event.record(&mut text);
        STATEMENTS.with_borrow_mut(|statements| {
            if let (Some(statements), Some(sql)) = (statements.as_mut(), text.0) {
                statements.push(sql);
            }
        });
    }
}

/// What records. It is made once, because each new one lets all statements ask who listens.
static RECORDER: LazyLock<Dispatch> =
    LazyLock::new(|| Dispatch::new(tracing_subscriber::registry().with(Recorder)));

/// Runs a future on this thread, and gives the statements that it ran, without those of transactions.
pub(crate) async fn record<T>(future: impl Future<Output = T>) -> (T, Vec<String>) {
    STATEMENTS.set(Some(Vec::new()));
    let outcome = future.with_subscriber(RECORDER.clone()).await;
    let mut statements = STATEMENTS.take().unwrap_or_default();
    statements.retain(|sql| {
        !["SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT"].iter().any(|word| sql.starts_with(word))
    });
    (outcome, statements)
}

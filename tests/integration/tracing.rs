//! What the library tells of its statements, with OpenTelemetry's names.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::{Mutex, PoisonError};
use std::thread::ThreadId;

use futures_util::StreamExt;
use queryset::demo::blog::{Theme, theme};
use tracing::field::{Field, Visit};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};

use crate::support::{Database, writing_on_every_database};

/// The events of the thread that listens, which runs the test.
static HEARD: Mutex<Option<(ThreadId, Vec<Event>)>> = Mutex::new(None);

type Event = BTreeMap<String, String>;

/// Keeps the fields of each event.
struct Catch;

struct Fields(Event);

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.insert(field.name().to_owned(), format!("{value:?}").trim_matches('"').to_owned());
    }
}

impl<S: tracing::Subscriber> Layer<S> for Catch {
    fn on_event(&self, event: &tracing::Event<'_>, _: Context<'_, S>) {
        if event.metadata().target() == "queryset::statement"
            && let Some((thread, events)) = &mut *HEARD.lock().unwrap_or_else(PoisonError::into_inner)
            && *thread == std::thread::current().id()
        {
            let mut fields = Fields(BTreeMap::new());
            event.record(&mut fields);
            events.push(fields.0);
        }
    }
}

#[test]
fn each_statement_is_one_event_without_its_values() {
    let subscriber = tracing_subscriber::registry().with(Catch);
    tracing::subscriber::set_global_default(subscriber).expect("this test sets the only subscriber");
    // Other tests have run statements without a subscriber, which is remembered.
    tracing::callsite::rebuild_interest_cache();

    writing_on_every_database(async |db, database| {
        *HEARD.lock().unwrap_or_else(PoisonError::into_inner) =
            Some((std::thread::current().id(), Vec::new()));
        let rows = Theme::objects().filter(theme::name.exact("Space")).all(&db).await?;
        let mut themes = Theme::objects().order_by(theme::id).iterator(&db);
        let first = themes.next().await.expect("there are themes")?;
        drop(themes);
        let refused = Theme::create().id(1).name("secret").order(7).save(&db).await;
        let heard = HEARD.lock().unwrap_or_else(PoisonError::into_inner).take();
        let events = heard.expect("it listens").1;
        assert!(rows.len() == 1 && first.id == 1 && refused.is_err(), "on {database:?}");

        let [select, stream, insert] = events.as_slice() else { panic!("on {database:?}: {events:?}") };
        let system = match database {
            Database::Sqlite => "sqlite",
            Database::Postgres => "postgresql",
            Database::MySql => "mariadb",
        };
        assert_eq!(select["db.system.name"], system);
        assert_eq!(select["db.operation.name"], "SELECT");
        assert_eq!(select["db.collection.name"], "blog_theme");
        assert_eq!(select["db.query.summary"], "SELECT blog_theme");
        assert_eq!(select["db.response.returned_rows"], "1");
        assert!(select["db.query.text"].starts_with("SELECT "), "{select:?}");
        assert!(select["db.client.operation.duration"].parse::<f64>().is_ok_and(|seconds| seconds > 0.0));
        assert!(!select.contains_key("error"), "{select:?}");
        assert_eq!(stream["db.query.summary"], "SELECT blog_theme");
        let read: u64 = stream["db.response.returned_rows"].parse().expect("a number of rows");
        assert!(read >= 1, "{stream:?}");
        assert_eq!(insert["db.query.summary"], "INSERT blog_theme");
        assert!(insert["error"].contains("unique"), "{insert:?}");
        assert_eq!(insert["error.type"], "Integrity: Unique");
        assert!(!format!("{events:?}").contains("Space"), "{events:?}");
        assert!(!format!("{events:?}").contains("secret"), "{events:?}");
        Ok(())
    });
}

//! What the library tells of its statements, with OpenTelemetry's names.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::{Arc, Mutex, PoisonError};

use queryset::demo::blog::{Theme, theme};
use tracing::field::{Field, Visit};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};

use crate::support::{Database, on_every_database};

type Events = Arc<Mutex<Vec<BTreeMap<String, String>>>>;

/// Keeps the fields of each event.
struct Catch(Events);

struct Fields(BTreeMap<String, String>);

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.insert(field.name().to_owned(), format!("{value:?}").trim_matches('"').to_owned());
    }
}

impl<S: tracing::Subscriber> Layer<S> for Catch {
    fn on_event(&self, event: &tracing::Event<'_>, _: Context<'_, S>) {
        if event.metadata().target() == "queryset::statement" {
            let mut fields = Fields(BTreeMap::new());
            event.record(&mut fields);
            self.0.lock().unwrap_or_else(PoisonError::into_inner).push(fields.0);
        }
    }
}

#[test]
fn each_statement_is_one_event_without_its_values() {
    on_every_database(async |db, database| {
        let events = Events::default();
        let subscriber = tracing_subscriber::registry().with(Catch(Arc::clone(&events)));
        let guard = tracing::subscriber::set_default(subscriber);
        // Other threads have used the events without a subscriber, which is remembered.
        tracing::callsite::rebuild_interest_cache();
        let rows = Theme::objects().filter(theme::name.exact("Space")).all(&db).await?;
        let refused = Theme::create().id(1).name("secret").order(7).save(&db).await;
        drop(guard);
        assert!(rows.len() == 1 && refused.is_err(), "on {database:?}");

        let events = events.lock().unwrap_or_else(PoisonError::into_inner);
        let [select, insert] = events.as_slice() else { panic!("on {database:?}: {events:?}") };
        let system = match database {
            Database::Sqlite => "sqlite",
            Database::Postgres => "postgresql",
            Database::MySql => "mariadb",
        };
        assert_eq!(select["db.system.name"], system);
        assert_eq!(select["db.query.summary"], "SELECT blog_theme");
        assert_eq!(select["db.response.returned_rows"], "1");
        assert!(select["db.query.text"].starts_with("SELECT "), "{select:?}");
        assert!(select["db.client.operation.duration"].parse::<f64>().is_ok_and(|seconds| seconds > 0.0));
        assert!(!select.contains_key("error"), "{select:?}");
        assert_eq!(insert["db.query.summary"], "INSERT blog_theme");
        assert!(insert["error"].contains("unique"), "{insert:?}");
        assert!(!format!("{events:?}").contains("Space"), "{events:?}");
        assert!(!format!("{events:?}").contains("secret"), "{events:?}");
        Ok(())
    });
}

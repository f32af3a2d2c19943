//! A database that is chosen at run time.

use queryset::demo::blog::{Entry, entry};
use queryset::prelude::*;

use crate::support::{Database, on_every_database};

#[test]
fn what_the_database_lacks_is_refused_before_any_sql_is_sent() {
    on_every_database(async |db, database| {
        let query = Entry::objects().order_by((entry::blog_id, entry::id)).distinct_on(entry::blog_id);
        let outcome = query.all(&db).await;
        match (database, outcome) {
            (Database::Postgres, outcome) => assert_eq!(outcome?.len(), 5),
            (Database::Sqlite, Err(Error::NotSupported { feature, database })) => {
                assert_eq!((feature, database), ("`distinct_on()`", "SQLite"));
            }
            (Database::MySql, Err(Error::NotSupported { feature, database })) => {
                assert_eq!((feature, database), ("`distinct_on()`", "MariaDB"));
            }
            (_, outcome) => panic!("on {database:?}: {outcome:?}"),
        }
        let counted = query.count(&db).await;
        match database {
            Database::Postgres => assert_eq!(counted?, 5),
            Database::Sqlite | Database::MySql => {
                assert!(matches!(counted, Err(Error::NotSupported { .. })), "on {database:?}: {counted:?}");
            }
        }
        Ok(())
    });
}

#[test]
fn get_gives_the_first_row_of_a_group_that_distinct_on_keeps() {
    on_every_database(async |db, database| {
        if database == Database::Postgres {
            let newest =
                Entry::objects().order_by((entry::blog_id, entry::id.desc())).distinct_on(entry::blog_id);
            assert_eq!(newest.filter(entry::blog_id.exact(1)).get(&db).await?.id, 15);
        }
        Ok(())
    });
}

#[test]
fn a_handle_tells_which_database_it_is() {
    on_every_database(async |db, database| {
        let shown = format!("{db:?}");
        let name = match database {
            Database::Sqlite => "SQLite",
            Database::Postgres => "PostgreSQL",
            Database::MySql => "MariaDB",
        };
        assert!(shown.contains(name), "{shown}");
        Ok(())
    });
}

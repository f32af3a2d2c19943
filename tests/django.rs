//! Django and this library on one database: each makes the tables that the other would make, and
//! reads what the other has written.
//!
//! Django's side is `tests/django/run.py`. It runs on the Python of `QUERYSET_DJANGO_PYTHON`, or on
//! that of `target/django-venv`. The servers are those of `QUERYSET_POSTGRES_URL` and
//! `QUERYSET_MYSQL_URL`, on which two more databases are made, and dropped in the end.

#[path = "integration/database.rs"]
mod database;

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::process::Command;

use expect_test::{Expect, expect};
use queryset::demo::{self, MODELS, rows_as_json};
use queryset::prelude::*;
use rust_decimal::Decimal;
use serde_json::{Map, Value as Json, json};
use tokio::runtime::Runtime;
use uuid::Uuid;

use self::database::{Database, not_run};

#[test]
fn sqlite_is_shared_with_django() {
    check_sharing(Database::Sqlite);
}

#[test]
fn postgres_is_shared_with_django() {
    check_sharing(Database::Postgres);
}

#[test]
fn mysql_is_shared_with_django() {
    check_sharing(Database::MySql);
}

/// The tables of the first database are made by Django, those of the second by this library.
#[track_caller]
fn check_sharing(database: Database) {
    let Some(django) = Django::find() else { return };
    let runtime = Runtime::new().expect("a runtime starts");
    let Some(databases) = Databases::new(database, &runtime) else { return };
    let checked = runtime.block_on(async {
        let a = connect(&databases.a).await?;
        let b = connect(&databases.b).await?;
        django.run("create", &databases.a);
        queryset::create_tables(&b, MODELS).await?;
        tables_are_the_same(&django, &databases);

        django.run("load", &databases.a);
        django.run("fill", &databases.a);
        let rows = rows_pass_through_rust_unchanged(&django, &databases, &a, &b).await?;
        django_finds_what_rust_writes(&django, &databases.a, &a, &rows).await?;

        queryset::drop_tables(&b, MODELS).await?;
        assert_same(
            "the tables that are left",
            "{}\n",
            "none",
            &django.run("catalog", &databases.b),
            "found",
        );
        queryset::create_tables(&b, MODELS).await?;
        rust_finds_what_django_writes(&django, &databases.b, &b, &rows).await?;
        if database == Database::Postgres {
            arrays_and_ranges_are_shared(&django, &databases, &a, &b).await?;
        }
        a.close().await;
        b.close().await;
        Ok::<_, Error>(())
    });
    if let Err(error) = checked {
        panic!("on {database:?}: {}", chain(&error));
    }
}

fn tables_are_the_same(django: &Django, databases: &Databases<'_>) {
    let theirs = django.run("catalog", &databases.a);
    let ours = django.run("catalog", &databases.b);
    assert_eq!(tables(&theirs).len(), MODELS.len(), "there is a table for each model");
    assert_same("the tables", &theirs, "made by Django", &ours, "made by Rust");
}

/// Gives the rows as Django reads them.
async fn rows_pass_through_rust_unchanged(
    django: &Django,
    databases: &Databases<'_>,
    a: &Db<AnyBackend>,
    b: &Db<AnyBackend>,
) -> Result<String, Error> {
    let theirs = django.run("dump", &databases.a);
    let ours = read(a).await?;
    assert_same("the rows", &canonical(&theirs), "read by Django", &ours, "read by Rust");
    demo::load_json(b, MODELS, &ours).await?;
    assert_same(
        "the rows",
        &theirs,
        "written by Django",
        &django.run("dump", &databases.b),
        "written by Rust",
    );
    Ok(theirs)
}

/// The tables of models of PostgreSQL alone, and their rows both ways.
async fn arrays_and_ranges_are_shared(
    django: &Django,
    databases: &Databases<'_>,
    a: &Db<AnyBackend>,
    b: &Db<AnyBackend>,
) -> Result<(), Error> {
    use demo::on_postgres::MODELS;
    use demo::on_postgres::booking::{Booking, Room, booking, room};

    let apps = ["booking"];
    django.run_apps("create", &databases.a, &apps);
    queryset::create_tables(b, MODELS).await?;
    let theirs = django.run("catalog", &databases.a);
    let ours = django.run("catalog", &databases.b);
    assert_same("the tables", &theirs, "made by Django", &ours, "made by Rust");
    django.run_apps("load", &databases.a, &apps);
    let theirs = django.run_apps("dump", &databases.a, &apps);
    let rooms = rows_as_json(&Room::objects().order_by(room::id).all(a).await?);
    let bookings = rows_as_json(&Booking::objects().order_by(booking::id).all(a).await?);
    let ours = json!({ "booking_room": rooms, "booking_booking": bookings }).to_string();
    assert_same("the rows", &canonical(&theirs), "read by Django", &canonical(&ours), "read by Rust");
    demo::load_json(b, MODELS, &ours).await?;
    let written = django.run_apps("dump", &databases.b, &apps);
    assert_same("the rows", &theirs, "written by Django", &written, "written by Rust");
    Ok(())
}

async fn django_finds_what_rust_writes(
    django: &Django,
    url: &str,
    db: &Db<AnyBackend>,
    before: &str,
) -> Result<(), Error> {
    use demo::blog::{Author, Blog, Entry, EntryAuthors, Reading, Theme, entry, reading};
    use demo::everything::{Named, NamedAutoKey, Nullable};
    use demo::shop::Category;
    use jiff::SignedDuration;
    use jiff::civil::{date, time};

    let theme = Theme::create().name("Dusk").order(9).save(db).await?;
    let blog = Blog::create().name("Grüße").tagline("it's \"new\"").theme(&theme).save(db).await?;
    let authors = ["Ada", "Bob"].map(|name| Author::create().name(name).email("a@example.com").build());
    let authors = Author::objects().bulk_create(authors, db).await?;
    let new = Entry::create().blog(&blog).headline("New").body_text("🎉").pub_date(date(2025, 6, 1));
    let new = new.save(db).await?;
    let pairs = authors.iter().map(|author| EntryAuthors::create(new.id, author.id));
    EntryAuthors::objects().bulk_create(pairs, db).await?;
    let key = NamedAutoKey::create().name("six").save(db).await?;
    assert_eq!(key.number, 6, "keys go on after those of Django");

    let least = Nullable::create().id(1001).label("by-rust").char("it's").text("").ip(IpAddr::from([0; 16]));
    let least = least.small(i16::MIN).number(i32::MIN).big(i64::MIN).positive_big(0).real(1.0 / 3.0);
    let least = least.price(Decimal::new(-15, 1)).flag(false).day(date(1, 1, 1)).clock(time(0, 0, 0, 1_000));
    let least = least.moment(date(9999, 12, 31).at(23, 59, 59, 999_999_000)).uid(Uuid::nil());
    let least = least.span(-SignedDuration::from_micros(86_400_000_001)).blob(vec![0, 255]);
    least.data(json!({ "null": null, "list": [0.1, i64::MIN] })).save(db).await?;
    let null = Nullable::create().id(1002).label("json-null-by-rust").data(Json::Null).save(db).await?;
    assert_eq!(null.data, Some(Json::Null), "JSON's null is no NULL");
    let category = Category::create().name("now").description("").save(db).await?;

    let changed = Entry::objects()
        .filter(entry::id.lt(3))
        .update((entry::rating.set(entry::rating + 1), entry::summary.set("better")), db)
        .await?;
    assert_eq!(changed, 2);
    let deleted = Reading::objects().filter(reading::stars.isnull(true)).delete(db).await?;
    assert!(deleted.total() > 0, "there are readings without stars");
    let twice = Named::create().name("Ada").code("ada").number(11).save(db).await;
    assert!(matches!(twice, Err(Error::Integrity { .. })), "Django's constraints hold: {twice:?}");

    let rows = django.run("dump", url);
    let found = tables(&rows);
    let last = found["shop_category"].as_array().and_then(|rows| rows.last());
    let now = last.and_then(|row| row["created_at"].as_str()).expect("a moment is text");
    assert_eq!(now.parse().ok(), Some(category.created_at));
    check_changes(
        before,
        &rows.replace(now, "now"),
        expect![[r#"
            + blog_author {"age":null,"email":"a@example.com","id":8,"name":"Ada"}
            + blog_author {"age":null,"email":"a@example.com","id":9,"name":"Bob"}
            + blog_blog {"id":7,"name":"Grüße","tagline":"it's \"new\"","theme_id":5}
            - blog_entry {"blog_id":1,"body_text":"Lennon was here","headline":"Hello Lennon","id":1,"mod_date":"2008-06-05","number_of_comments":10,"number_of_pingbacks":5,"pub_date":"2008-06-01","published_at":"2008-06-01T10:20:30.123456Z","rating":5,"summary":"Intro"}
            - blog_entry {"blog_id":1,"body_text":"He came back.","headline":"Lennon Returns","id":2,"mod_date":"2009-01-01","number_of_comments":5,"number_of_pingbacks":10,"pub_date":"2008-07-15","published_at":"2008-07-15T23:59:59.999999Z","rating":4,"summary":null}
            + blog_entry {"blog_id":1,"body_text":"Lennon was here","headline":"Hello Lennon","id":1,"mod_date":"2008-06-05","number_of_comments":10,"number_of_pingbacks":5,"pub_date":"2008-06-01","published_at":"2008-06-01T10:20:30.123456Z","rating":6,"summary":"better"}
            + blog_entry {"blog_id":1,"body_text":"He came back.","headline":"Lennon Returns","id":2,"mod_date":"2009-01-01","number_of_comments":5,"number_of_pingbacks":10,"pub_date":"2008-07-15","published_at":"2008-07-15T23:59:59.999999Z","rating":5,"summary":"better"}
            + blog_entry {"blog_id":7,"body_text":"🎉","headline":"New","id":17,"mod_date":"2025-01-01","number_of_comments":0,"number_of_pingbacks":0,"pub_date":"2025-06-01","published_at":null,"rating":5,"summary":null}
            + blog_entry_authors {"author_id":8,"entry_id":17,"id":22}
            + blog_entry_authors {"author_id":9,"entry_id":17,"id":23}
            - blog_reading {"book_id":1,"finished":"2020-03-01","id":3,"reader_id":5,"stars":null}
            - blog_reading {"book_id":6,"finished":null,"id":8,"reader_id":4,"stars":null}
            + blog_theme {"id":5,"name":"Dusk","order":9}
            + everything_namedautokey {"name":"six","no":6}
            + everything_nullable {"big":-9223372036854775808,"blob":{"$hex":"00ff"},"char":"it's","clock":"00:00:00.000001","data":{"$json":{"list":[0.1,-9223372036854775808],"null":null}},"day":"0001-01-01","email":null,"flag":false,"id":1001,"ip":"::","label":"by-rust","moment":"9999-12-31T23:59:59.999999Z","number":-2147483648,"positive":null,"positive_big":0,"positive_small":null,"price":"-1.5000","real":0.3333333333333333,"slug":null,"small":-32768,"span":{"$us":-86400000001},"text":"","uid":"00000000-0000-0000-0000-000000000000","url":null,"wide":null}
            + everything_nullable {"big":null,"blob":null,"char":null,"clock":null,"data":{"$json":null},"day":null,"email":null,"flag":null,"id":1002,"ip":null,"label":"json-null-by-rust","moment":null,"number":null,"positive":null,"positive_big":null,"positive_small":null,"price":null,"real":null,"slug":null,"small":null,"span":null,"text":null,"uid":null,"url":null,"wide":null}
            + shop_category {"created_at":"now","description":"","id":6,"name":"now"}
        "#]],
    );
    assert_same("the rows", &canonical(&rows), "read by Django", &read(db).await?, "read by Rust");
    Ok(())
}

async fn rust_finds_what_django_writes(
    django: &Django,
    url: &str,
    db: &Db<AnyBackend>,
    expected: &str,
) -> Result<(), Error> {
    django.run("load", url);
    django.run("fill", url);
    let rows = read(db).await?;
    assert_same("the rows", &canonical(expected), "in Django's tables", &rows, "in Rust's tables");

    let error = django.try_run("fill", url, &[]).expect_err("unique values are unique for Django, too");
    assert!(error.contains("IntegrityError"), "{error}");
    assert_same("the rows", &rows, "before a refused write", &read(db).await?, "after it");
    Ok(())
}

/// Reads the rows of models, in the order of their keys: `{table: [{column: value}]}`.
macro_rules! read {
    ($db:expr, $($app:ident { $($model:ident $module:ident.$key:ident),* $(,)? })*) => {{
        let mut tables = Map::new();
        $({
            use demo::$app::*;
            $(
                let rows = $model::objects().order_by($module::$key).all($db).await?;
                tables.insert(<$model as queryset::Model>::META.table.to_owned(), rows_as_json(&rows));
            )*
        })*
        tables
    }};
}

/// All rows of all models, as Rust reads them, in the form of Django's `dump`.
async fn read(db: &Db<AnyBackend>) -> Result<String, Error> {
    let tables = read! { db,
        archive {
            Comment comment.id,
            Folder folder.id,
            Keyword keyword.id,
            KeywordNotes keyword_notes.id,
            Note note.id,
            Offer offer.id,
        }
        blog {
            Author author.id,
            Blog blog.id,
            Book book.id,
            City city.id,
            Country country.code,
            Entry entry.id,
            EntryAuthors entry_authors.id,
            EntryDetail entry_detail.id,
            Event event.id,
            Person person.id,
            PersonFriends person_friends.id,
            Reading reading.id,
            Specimen specimen.id,
            Theme theme.id,
        }
        everything {
            ALongModelNameThatRunsIntoTheLimitOfSomeDatabases
                a_long_model_name_that_runs_into_the_limit_of_some_databases.id,
            AutoKey auto_key.id,
            BigAutoKey big_auto_key.id,
            BigIntegerKey big_integer_key.number,
            CharKey char_key.code,
            Checked checked.id,
            Chosen chosen.id,
            Coded coded.id,
            Constrained constrained.id,
            DateKey date_key.day,
            DecimalKey decimal_key.amount,
            Deleting deleting.id,
            Egg egg.id,
            Filled filled.id,
            Group group.id,
            GroupCodes group_codes.id,
            GroupPeople group_people.id,
            Hen hen.id,
            Indexed indexed.id,
            IntegerKey integer_key.number,
            IpKey ip_key.ip,
            Membership membership.id,
            MomentKey moment_key.moment,
            Named named.id,
            NamedAutoKey named_auto_key.number,
            Node node.id,
            NodeFollows node_follows.id,
            NodeFriends node_friends.id,
            Nullable nullable.id,
            OneToOneKey one_to_one_key.code_id,
            OneToOneKeyKey one_to_one_key_key.above_id,
            Paper paper.id,
            Parcel parcel.id,
            Pointer pointer.id,
            PositiveBigKey positive_big_key.number,
            PositiveKey positive_key.number,
            PositiveSmallKey positive_small_key.number,
            Quoted quoted.id,
            Renamed renamed.id,
            Select select.id,
            Single single.id,
            SlugKey slug_key.slug,
            SmallAutoKey small_auto_key.id,
            Sorted sorted.id,
            Together together.id,
            UuidKey uuid_key.uid,
        }
        pizza {
            Pizza pizza.id,
            PizzaToppings pizza_toppings.id,
            Restaurant restaurant.id,
            RestaurantPizzas restaurant_pizzas.id,
            Topping topping.id,
        }
        shop {
            Category category.id,
            Customer customer.id,
            InventoryLog inventory_log.id,
            Order order.id,
            OrderItem order_item.id,
            Product product.id,
            ProductMeta product_meta.id,
            Review review.id,
            Supplier supplier.id,
            Tag tag.id,
            TagProducts tag_products.id,
            User user.id,
        }
    };
    assert_eq!(tables.len(), MODELS.len(), "all models are read");
    Ok(canonical(&Json::Object(tables).to_string()))
}

/// JSON that is the same text for the same value.
fn canonical(text: &str) -> String {
    fn sorted(json: &Json) -> Json {
        match json {
            Json::Array(items) => Json::Array(items.iter().map(sorted).collect()),
            Json::Object(map) => {
                let map: BTreeMap<_, _> =
                    map.iter().map(|(key, value)| (key.clone(), sorted(value))).collect();
                Json::Object(map.into_iter().collect())
            }
            other => other.clone(),
        }
    }
    format!("{:#}\n", sorted(&Json::Object(tables(text))))
}

fn tables(text: &str) -> Map<String, Json> {
    serde_json::from_str(text).expect("the text is a JSON object")
}

#[track_caller]
fn assert_same(what: &str, left: &str, left_is: &str, right: &str, right_is: &str) {
    if left != right {
        let diff = similar::TextDiff::from_lines(left, right);
        let diff = diff.unified_diff().context_radius(4).header(left_is, right_is).to_string();
        panic!("{what} differ:\n{diff}");
    }
}

/// Compares the rows that came (`+`) and went (`-`) between two dumps.
#[track_caller]
fn check_changes(before: &str, after: &str, expected: Expect) {
    let (before, after) = (tables(before), tables(after));
    let mut changes = String::new();
    for (table, rows) in &after {
        let empty = Vec::new();
        let now = rows.as_array().unwrap_or(&empty);
        let then = before[table].as_array().unwrap_or(&empty);
        let gone = then.iter().filter(|row| !now.contains(row)).map(|row| ('-', row));
        let come = now.iter().filter(|row| !then.contains(row)).map(|row| ('+', row));
        for (sign, row) in gone.chain(come) {
            changes.push_str(&format!("{sign} {table} {row}\n"));
        }
    }
    expected.assert_eq(&changes);
}

/// Django's side: `tests/django/run.py`.
struct Django {
    python: PathBuf,
}

impl Django {
    fn find() -> Option<Self> {
        if let Some(python) = std::env::var_os("QUERYSET_DJANGO_PYTHON") {
            return Some(Self { python: python.into() });
        }
        let python = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/django-venv/bin/python");
        if python.exists() {
            return Some(Self { python });
        }
        not_run("Django: QUERYSET_DJANGO_PYTHON is not set, and there is no target/django-venv/bin/python");
        None
    }

    /// Runs a command, and gives what it prints.
    #[track_caller]
    fn run(&self, command: &str, url: &str) -> String {
        self.run_apps(command, url, &[])
    }

    /// Runs a command on some apps, and gives what it prints.
    #[track_caller]
    fn run_apps(&self, command: &str, url: &str, apps: &[&str]) -> String {
        self.try_run(command, url, apps)
            .unwrap_or_else(|error| panic!("`run.py {command} {url} {}`: {error}", apps.join(" ")))
    }

    fn try_run(&self, command: &str, url: &str, apps: &[&str]) -> Result<String, String> {
        let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/django/run.py");
        let output = Command::new(&self.python).arg(program).args([command, url]).args(apps).output();
        let output = output.map_err(|error| format!("{}: {error}", self.python.display()))?;
        match output.status.success() {
            true => Ok(String::from_utf8(output.stdout).expect("run.py prints UTF-8")),
            false => Err(String::from_utf8_lossy(&output.stderr).into_owned()),
        }
    }
}

/// Two empty databases, which are dropped with this.
struct Databases<'r> {
    database: Database,
    /// The database next to which these two are.
    url: String,
    a: String,
    b: String,
    directory: Option<tempfile::TempDir>,
    runtime: &'r Runtime,
}

impl<'r> Databases<'r> {
    fn new(database: Database, runtime: &'r Runtime) -> Option<Self> {
        let url = database.url()?;
        let databases = match database {
            Database::Sqlite => {
                let directory = tempfile::tempdir().expect("a directory can be made");
                let file = |name: &str| format!("sqlite:{}", directory.path().join(name).display());
                let (a, b) = (file("a.db"), file("b.db"));
                Self { database, url, a, b, directory: Some(directory), runtime }
            }
            Database::Postgres | Database::MySql => {
                let (a, b) = (next_to(&url, "_a"), next_to(&url, "_b"));
                Self { database, url, a, b, directory: None, runtime }
            }
        };
        databases.drop_all().and_then(|()| databases.create_all()).unwrap_or_else(|error| {
            panic!("{database:?}: {}", chain(&error));
        });
        Some(databases)
    }

    fn create_all(&self) -> Result<(), Error> {
        let options = match self.database {
            Database::Sqlite => return Ok(()),
            Database::Postgres => "TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'",
            Database::MySql => "CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci",
        };
        self.for_each_name(|name| format!("CREATE DATABASE {name} {options}"))
    }

    fn drop_all(&self) -> Result<(), Error> {
        match self.database {
            Database::Sqlite => Ok(()),
            Database::Postgres => {
                self.for_each_name(|name| format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
            }
            Database::MySql => self.for_each_name(|name| format!("DROP DATABASE IF EXISTS {name}")),
        }
    }

    fn for_each_name(&self, statement: impl Fn(String) -> String) -> Result<(), Error> {
        let quote = if self.database == Database::MySql { '`' } else { '"' };
        self.runtime.block_on(async {
            let db = connect(&self.url).await?;
            for url in [&self.a, &self.b] {
                db.execute_script(statement(format!("{quote}{}{quote}", name_of(url)))).await?;
            }
            db.close().await;
            Ok(())
        })
    }
}

impl Drop for Databases<'_> {
    fn drop(&mut self) {
        if let Err(error) = self.drop_all() {
            eprintln!("{:?}: {}", self.database, chain(&error));
        }
        self.directory.take();
    }
}

/// The URL of another database on the same server, named like that of `url` with `suffix`.
fn next_to(url: &str, suffix: &str) -> String {
    match url.split_once('?') {
        Some((address, options)) => format!("{address}{suffix}?{options}"),
        None => format!("{url}{suffix}"),
    }
}

fn name_of(url: &str) -> &str {
    let address = url.split('?').next().unwrap_or_default();
    address.rsplit('/').next().unwrap_or_default()
}

async fn connect(url: &str) -> Result<Db<AnyBackend>, Error> {
    PoolOptions::new().max_connections(2).connect(url).await
}

/// An error with everything behind it.
fn chain(error: &(dyn std::error::Error + 'static)) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

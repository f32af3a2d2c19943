//! `pre_save.connect(tidy)`: Django takes a function for a signal.

use queryset::demo::blog::Entry;
use queryset::{Db, Sqlite};

fn tidy(_: &mut Entry) {}

fn main() {
    let _ = |db: &Db<Sqlite>| db.with_hooks(tidy);
}

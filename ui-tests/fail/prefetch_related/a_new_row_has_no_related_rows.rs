//! `prefetch_related_objects([Blog(name="new")], "entry_set")`: ValueError: instance needs to have a primary
//! key value.

use queryset::demo::blog::{Blog, blog};
use queryset::{Db, Sqlite, prefetch_related_objects};


fn main() {
    fn run(db: &Db<Sqlite>) {
        let blogs = vec![Blog::create().name("new").tagline("").build()];
        let _ = prefetch_related_objects(blogs, blog::entry(), db);
    }
    let _ = run;
}

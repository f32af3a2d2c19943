//! Entries are loaded for a hundred blogs at a time.

use queryset::demo::blog::{Blog, blog};
use queryset::{Db, Sqlite};

fn main() {
    fn run(db: &Db<Sqlite>) {
        let _ = Blog::objects().prefetch_related(blog::entry()).iterator_chunked(100, db);
    }
    let _ = run;
}

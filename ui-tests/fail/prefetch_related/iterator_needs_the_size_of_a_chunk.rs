//! `Blog.objects.prefetch_related("entry_set").iterator()`: ValueError: chunk_size must be provided.

use queryset::demo::blog::{Blog, blog};
use queryset::{Db, Sqlite};


fn main() {
    fn run(db: &Db<Sqlite>) {
        let _ = Blog::objects().prefetch_related(blog::entry()).iterator(db);
    }
    let _ = run;
}

//! `Entry.objects.create(blog=Blog(name="unsaved"))`: Django raises `ValueError`.

use queryset::demo::blog::{Blog, Entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let blog = Blog::create().name("unsaved").tagline("");
    let _ = Entry::create().blog(&blog);
    Ok(())
}

fn main() {
    let _ = run;
}

//! `Blog.objects.create(name=None, tagline="…")`: IntegrityError: NOT NULL constraint failed:
//! blog_blog.name

use queryset::demo::blog::Blog;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Blog::create().name(None).tagline("…").save(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}

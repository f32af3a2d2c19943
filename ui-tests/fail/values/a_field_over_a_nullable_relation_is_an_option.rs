//! `for name in Blog.objects.values_list("theme__name", flat=True): name.upper()`: AttributeError:
//! 'NoneType' object has no attribute 'upper', at the first blog without a theme

use queryset::demo::blog::{Blog, blog};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let _: Vec<String> = Blog::objects().values_list(blog::theme().name).flat().all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}

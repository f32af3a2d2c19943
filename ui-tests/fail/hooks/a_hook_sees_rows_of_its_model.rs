//! `pre_save.connect(tidy, sender=Blog)`, where `tidy` expects an entry: Django raises AttributeError.

use queryset::demo::blog::Blog;
use queryset::{BoxError, Hooks, Sqlite, Transaction};

struct Tidy;

impl Hooks<Sqlite> for Tidy {
    type Model = Blog;

    async fn pre_save(&self, row: &mut Blog, _: &mut Transaction<'_, Sqlite>) -> Result<(), BoxError> {
        row.headline = row.headline.trim().to_owned();
        Ok(())
    }
}

fn main() {}

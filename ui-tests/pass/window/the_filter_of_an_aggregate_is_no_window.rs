use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Sqlite, row_number, window};

async fn few(db: &Db<Sqlite>) {
    let number = row_number().over(window().order_by(entry::id));
    let _ = Entry::objects().annotate(&number).aggregate(entry::rating.sum().filter(number.lte(3)), db).await;
}

fn main() {
    let _ = few;
}

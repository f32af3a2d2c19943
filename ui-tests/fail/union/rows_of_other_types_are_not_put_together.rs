//! `Entry.objects.values_list("headline").union(Entry.objects.values_list("pub_date"))`: PostgreSQL: UNION
//! types character varying and date cannot be matched

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().values_list(entry::headline).union(Entry::objects().values_list(entry::pub_date));
}

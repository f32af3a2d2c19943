//! `Entry.objects.annotate(x=Substr("rating", 2))`: PostgreSQL raises ProgrammingError: function substring(integer,
//! integer) does not exist; SQLite and MySQL take the number for text.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().values_list(entry::rating.substr(2));
}

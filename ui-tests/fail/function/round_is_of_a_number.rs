//! `Entry.objects.annotate(x=Round("headline", 2))`: PostgreSQL raises ProgrammingError: function
//! round(character varying, integer) does not exist; SQLite and MySQL give 0.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().values_list(entry::headline.round(2));
}

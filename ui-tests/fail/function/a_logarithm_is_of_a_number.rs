//! `Entry.objects.annotate(x=Log(2, "headline"))`: PostgreSQL raises ProgrammingError: function
//! log(integer, character varying) does not exist.

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::headline.log(2);
}

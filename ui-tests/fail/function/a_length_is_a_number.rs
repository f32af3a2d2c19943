//! `Author.objects.annotate(x=LPad("name", Value("10"), Value("*")))`: PostgreSQL raises ProgrammingError:
//! function lpad(character varying, unknown, unknown) does not exist.

use queryset::demo::blog::{Author, author};

fn main() {
    let _ = Author::objects().values_list(author::name.lpad("10", "*"));
}

//! `Specimen.objects.filter(**{"data__-1": "x"})`: OperationalError: JSON path error near '[-1]' on SQLite, and
//! rows by chance on MariaDB.

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().filter(specimen::data.index(-1).exact("x"));
}

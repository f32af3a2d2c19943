//! `Specimen.objects.filter(char__iexact=None)`: Django takes it for `char__isnull=True`.

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().filter(specimen::char.iexact(None));
}

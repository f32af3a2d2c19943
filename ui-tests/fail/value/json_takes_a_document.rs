//! `Specimen.objects.filter(data=date(2024, 1, 1))`: TypeError: Object of type date is not JSON
//! serializable

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().filter(specimen::data.exact(jiff::civil::date(2024, 1, 1)));
}

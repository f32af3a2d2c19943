//! `Specimen.objects.filter(data__day=date(2025, 3, 1))`: TypeError: Object of type date is not JSON serializable

use queryset::demo::blog::{Specimen, specimen};
use queryset::generated::jiff::civil;

fn main() {
    let _ = Specimen::objects().filter(specimen::data.key("day").exact(civil::date(2025, 3, 1)));
}

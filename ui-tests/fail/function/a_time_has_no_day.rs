//! `Specimen.objects.annotate(x=TruncDay("clock"))`: ValueError: Cannot truncate TimeField 'clock' to
//! DateTimeField.

use queryset::demo::blog::specimen;

fn main() {
    let _ = specimen::clock.trunc_day();
}

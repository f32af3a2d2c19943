//! Generates the demo models that tests, examples and documentation share; without the feature
//! `demo` it does nothing.

fn main() {
    #[cfg(feature = "demo")]
    queryset_codegen::generate("schema");
}

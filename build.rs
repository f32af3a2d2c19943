//! Generates the demo models that tests, examples and documentation share; without the feature
//! `demo` it does nothing.

fn main() {
    #[cfg(feature = "demo")]
    {
        queryset_codegen::generate("schema");
        // Models that other databases cannot have are a schema of their own.
        queryset_codegen::generate_to("schema/postgres", "on_postgres");
    }
}

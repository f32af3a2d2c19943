//! [`Email`]: a type of one's own as the value of a field.

use queryset::FieldValue;

/// An address of email, in lower case: who writes it otherwise is the same customer.
#[derive(Clone, Debug, PartialEq)]
pub struct Email(String);

impl Email {
    pub fn new(address: &str) -> Self {
        Self(address.to_lowercase())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// `schema/shop.toml` names it as the `rust_type` of a field.
impl FieldValue for Email {
    type Base = String;

    fn from_base(address: String) -> Result<Self, String> {
        Ok(Self::new(&address))
    }

    fn to_base(&self) -> String {
        self.0.clone()
    }
}

//! Writes as JSON what serde tells of a report.
//!
//! It is small where others are thorough: `serde_json` and `serde-wasm-bindgen` do their work in every
//! field of every type, which is two kilobytes more to download. Here each field is two calls.

use crate::filled::push;
use js_sys::{JSON, Number};
use serde::ser::{
    Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, Serializer,
};
use std::fmt::Error;
use wasm_bindgen::{JsValue, UnwrapThrowExt};

/// `value` as a plain object: written as JSON, which browsers read faster than they could be told of
/// one field after the other.
pub(super) fn plain(value: &impl Serialize) -> Result<JsValue, JsValue> {
    plain_rest(value, &[])
}

/// The same, but of the first lists that stand in it without so many of their first items.
pub(super) fn plain_rest(value: &impl Serialize, without: &[usize]) -> Result<JsValue, JsValue> {
    let mut json = Json {
        text: Vec::new(),
        depth: 0,
        without,
        left_out: 0,
    };
    value.serialize(&mut json).unwrap_throw();
    json.text.pop();
    JSON::parse(str::from_utf8(&json.text).unwrap_throw())
}

/// JSON as far as it is written. Every value has a comma behind it, until what it stands in is closed.
struct Json<'a> {
    text: Vec<u8>,
    /// How many brackets are open.
    depth: usize,
    /// How many items are left out of each of the next lists,
    without: &'a [usize],
    /// and how many of this one are to be.
    left_out: usize,
}

type Written = Result<(), Error>;

impl Json<'_> {
    /// A value that needs no marks around it.
    #[inline(never)]
    fn plain(&mut self, value: &str) -> Written {
        self.text.extend_from_slice(value.as_bytes());
        self.text.push(b',');
        Ok(())
    }

    #[inline(never)]
    fn whole(&mut self, value: i64) -> Written {
        push(&mut self.text, value, 1);
        self.plain("")
    }

    /// Nearly all fractions are hundredths. JavaScript writes the others: it can already.
    #[inline(never)]
    fn fraction(&mut self, value: f64) -> Written {
        let hundredths = (value * 100.0).round();
        if value >= 0.0 && hundredths < 1e15 && hundredths / 100.0 == value {
            let hundredths = hundredths as i64;
            push(&mut self.text, hundredths / 100, 1);
            self.text.push(b'.');
            push(&mut self.text, hundredths % 100, 2);
            return self.plain("");
        }
        let digits = Number::from(value).to_string_with_radix(10);
        self.plain(&String::from(digits.unwrap_throw()))
    }

    #[inline(never)]
    fn string(&mut self, value: &str) -> Written {
        self.text.push(b'"');
        let mut rest = value.as_bytes();
        let special = |byte: &u8| matches!(byte, b'"' | b'\\' | ..b' ');
        while let Some(at) = rest.iter().position(special) {
            let byte = rest[at];
            self.text.extend_from_slice(&rest[..at]);
            if byte < b' ' {
                let low = b"0123456789abcdef"[byte as usize % 16];
                let code = [b'0' + byte / 16, low];
                self.text.extend_from_slice(b"\\u00");
                self.text.extend_from_slice(&code);
            } else {
                self.text.extend_from_slice(&[b'\\', byte]);
            }
            rest = &rest[at + 1..];
        }
        self.text.extend_from_slice(rest);
        self.plain("\"")
    }

    /// A key, which needs no look for what would have to be written otherwise.
    #[inline(never)]
    fn key(&mut self, key: &str) -> Written {
        self.text.push(b'"');
        self.text.extend_from_slice(key.as_bytes());
        self.text.extend_from_slice(b"\":");
        Ok(())
    }

    #[inline(never)]
    fn open(&mut self, bracket: u8) -> Result<&mut Self, Error> {
        self.text.push(bracket);
        self.depth += 1;
        Ok(self)
    }

    /// Opens a list.
    #[inline(never)]
    fn list(&mut self) -> Result<&mut Self, Error> {
        if self.depth == 1
            && let [left_out, others @ ..] = self.without
        {
            (self.left_out, self.without) = (*left_out, others);
        }
        self.open(b'[')
    }

    #[inline(never)]
    fn close(&mut self, bracket: &str) -> Written {
        self.depth -= 1;
        if self.text.ends_with(b",") {
            self.text.pop();
        }
        self.plain(bracket)
    }
}

impl Serializer for &mut Json<'_> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Impossible<(), Error>;

    fn serialize_bool(self, value: bool) -> Written {
        self.plain(if value { "true" } else { "false" })
    }
    fn serialize_u32(self, value: u32) -> Written {
        self.whole(value.into())
    }
    fn serialize_f64(self, value: f64) -> Written {
        self.fraction(value)
    }
    fn serialize_str(self, value: &str) -> Written {
        self.string(value)
    }
    fn serialize_none(self) -> Written {
        self.plain("null")
    }
    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Written {
        value.serialize(self)
    }
    fn serialize_unit_variant(self, _: &str, _: u32, variant: &str) -> Written {
        self.string(variant)
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<Self, Error> {
        self.list()
    }
    fn serialize_tuple(self, _: usize) -> Result<Self, Error> {
        self.open(b'[')
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Self, Error> {
        self.open(b'{')
    }
    fn serialize_struct(self, _: &str, _: usize) -> Result<Self, Error> {
        self.open(b'{')
    }

    // A report holds none of these.
    fn serialize_u8(self, _: u8) -> Written {
        Err(Error)
    }
    fn serialize_u16(self, _: u16) -> Written {
        Err(Error)
    }
    fn serialize_u64(self, _: u64) -> Written {
        Err(Error)
    }
    fn serialize_i8(self, _: i8) -> Written {
        Err(Error)
    }
    fn serialize_i16(self, _: i16) -> Written {
        Err(Error)
    }
    fn serialize_i32(self, _: i32) -> Written {
        Err(Error)
    }
    fn serialize_i64(self, _: i64) -> Written {
        Err(Error)
    }
    fn serialize_f32(self, _: f32) -> Written {
        Err(Error)
    }
    fn serialize_char(self, _: char) -> Written {
        Err(Error)
    }
    fn serialize_bytes(self, _: &[u8]) -> Written {
        Err(Error)
    }
    fn serialize_unit(self) -> Written {
        Err(Error)
    }
    fn serialize_unit_struct(self, _: &str) -> Written {
        Err(Error)
    }
    fn serialize_newtype_struct<T: ?Sized + Serialize>(self, _: &str, _: &T) -> Written {
        Err(Error)
    }
    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _: &str,
        _: u32,
        _: &str,
        _: &T,
    ) -> Written {
        Err(Error)
    }
    fn serialize_tuple_struct(
        self,
        _: &str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Error> {
        Err(Error)
    }
    fn serialize_tuple_variant(
        self,
        _: &str,
        _: u32,
        _: &str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Error> {
        Err(Error)
    }
    fn serialize_struct_variant(
        self,
        _: &str,
        _: u32,
        _: &str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Error> {
        Err(Error)
    }
}

impl SerializeSeq for &mut Json<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Written {
        if self.left_out > 0 {
            self.left_out -= 1;
            return Ok(());
        }
        value.serialize(&mut **self)
    }
    fn end(self) -> Written {
        self.close("]")
    }
}

impl SerializeTuple for &mut Json<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Written {
        value.serialize(&mut **self)
    }
    fn end(self) -> Written {
        self.close("]")
    }
}

impl SerializeMap for &mut Json<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: ?Sized + Serialize>(&mut self, key: &T) -> Written {
        key.serialize(&mut **self)?;
        self.text.pop();
        self.text.push(b':');
        Ok(())
    }
    fn serialize_value<T: ?Sized + Serialize>(&mut self, value: &T) -> Written {
        value.serialize(&mut **self)
    }
    fn end(self) -> Written {
        self.close("}")
    }
}

impl SerializeStruct for &mut Json<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: ?Sized + Serialize>(&mut self, key: &'static str, value: &T) -> Written {
        self.key(key)?;
        value.serialize(&mut **self)
    }
    fn end(self) -> Written {
        self.close("}")
    }
}

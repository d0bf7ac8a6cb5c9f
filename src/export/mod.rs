//! A report in other forms than JSON.

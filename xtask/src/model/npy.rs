//! The arrays of a NumPy archive, as far as the encoder's weights need them.

use std::io::{Cursor, Read};

use super::Outcome;

/// An `.npz` file: a zip of `.npy` arrays.
pub(super) struct Archive(Vec<u8>);

/// An array of numbers, row after row.
pub(super) struct Tensor {
    pub(super) data: Vec<f32>,
}

impl Archive {
    /// Takes the file's bytes.
    pub(super) fn open(bytes: Vec<u8>) -> Outcome<Self> {
        zip::ZipArchive::new(Cursor::new(&bytes))?;
        Ok(Self(bytes))
    }

    /// An array of `float32`, or a `float64` number rounded to it.
    pub(super) fn floats(&self, name: &str) -> Outcome<Tensor> {
        let (kind, data) = self.array(name)?;
        let data = match kind.as_str() {
            "<f4" => data.as_chunks().0.iter().map(|b| f32::from_le_bytes(*b)).collect(),
            "<f8" => data.as_chunks().0.iter().map(|b| f64::from_le_bytes(*b) as f32).collect(),
            other => return Err(format!("{name} holds {other}, not numbers with a point").into()),
        };
        Ok(Tensor { data })
    }

    /// An array of `uint8`.
    pub(super) fn bytes(&self, name: &str) -> Outcome<Vec<u8>> {
        match self.array(name)? {
            (kind, data) if kind == "|u1" => Ok(data),
            (kind, _) => Err(format!("{name} holds {kind}, not bytes").into()),
        }
    }

    /// The type and the raw numbers of one array in C order.
    fn array(&self, name: &str) -> Outcome<(String, Vec<u8>)> {
        let mut file = Vec::new();
        zip::ZipArchive::new(Cursor::new(&self.0))?.by_name(&format!("{name}.npy"))?.read_to_end(&mut file)?;
        let wrong = || format!("{name}.npy is not an array in version 1 of its format");
        let length = file.get(8..10).filter(|_| file.starts_with(b"\x93NUMPY\x01")).ok_or_else(wrong)?;
        let data = 10 + usize::from(u16::from_le_bytes([length[0], length[1]]));
        let header = std::str::from_utf8(file.get(10..data).ok_or_else(wrong)?)?;
        if header.contains("'fortran_order': True") {
            return Err(format!("{name}.npy is stored column after column").into());
        }
        let kind = header.split_once("'descr': '").and_then(|(_, rest)| rest.split_once('\'')).ok_or_else(wrong)?.0;
        Ok((kind.to_owned(), file[data..].to_vec()))
    }
}

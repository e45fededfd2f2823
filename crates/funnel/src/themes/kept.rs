//! Themes as bytes and back.

use super::{Placement, Reason, Rung, Themes};
use crate::kept::Kept;

const REASONS: [Reason; 5] = [Reason::Member, Reason::Joined, Reason::Alone, Reason::Far, Reason::Divided];

impl Kept for Themes {
    fn write(&self, out: &mut Vec<u8>) {
        self.placements.write(out);
        self.stability.write(out);
        self.resolution.write(out);
        self.ladder.write(out);
        self.partitions.write(out);
    }

    fn read(bytes: &mut &[u8]) -> Option<Self> {
        Some(Self {
            placements: Vec::read(bytes)?,
            stability: Vec::read(bytes)?,
            resolution: f64::read(bytes)?,
            ladder: Vec::read(bytes)?,
            partitions: Vec::read(bytes)?,
        })
    }
}

impl Kept for Placement {
    fn write(&self, out: &mut Vec<u8>) {
        self.theme.write(out);
        self.second.write(out);
        self.confidence.write(out);
        self.nearest.write(out);
        self.reason.write(out);
    }

    fn read(bytes: &mut &[u8]) -> Option<Self> {
        Some(Self {
            theme: Option::read(bytes)?,
            second: Option::read(bytes)?,
            confidence: f64::read(bytes)?,
            nearest: Vec::read(bytes)?,
            reason: Reason::read(bytes)?,
        })
    }
}

impl Kept for Reason {
    fn write(&self, out: &mut Vec<u8>) {
        let number = REASONS.iter().position(|reason| reason == self).expect("all reasons are there");
        (number as u8).write(out);
    }

    fn read(bytes: &mut &[u8]) -> Option<Self> {
        REASONS.get(usize::from(u8::read(bytes)?)).copied()
    }
}

impl Kept for Rung {
    fn write(&self, out: &mut Vec<u8>) {
        self.resolution.write(out);
        self.themes.write(out);
        self.stability.write(out);
        self.quality.write(out);
    }

    fn read(bytes: &mut &[u8]) -> Option<Self> {
        Some(Self {
            resolution: f64::read(bytes)?,
            themes: usize::read(bytes)?,
            stability: Option::read(bytes)?,
            quality: f64::read(bytes)?,
        })
    }
}

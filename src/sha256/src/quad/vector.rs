//! Four words in a vector of WebAssembly.

use core::arch::wasm32::{
    u32x4, u32x4_add, u32x4_extract_lane, u32x4_shl, u32x4_shr, u32x4_splat, v128, v128_and,
    v128_or, v128_xor,
};

/// Four words.
#[derive(Clone, Copy)]
pub(super) struct Words(v128);

impl Words {
    #[target_feature(enable = "simd128")]
    #[inline]
    pub(super) fn of([a, b, c, d]: [u32; 4]) -> Self {
        Self(u32x4(a, b, c, d))
    }

    #[target_feature(enable = "simd128")]
    #[inline]
    pub(super) fn all(word: u32) -> Self {
        Self(u32x4_splat(word))
    }

    #[target_feature(enable = "simd128")]
    #[inline]
    pub(super) fn lanes(self) -> [u32; 4] {
        [
            u32x4_extract_lane::<0>(self.0),
            u32x4_extract_lane::<1>(self.0),
            u32x4_extract_lane::<2>(self.0),
            u32x4_extract_lane::<3>(self.0),
        ]
    }

    #[target_feature(enable = "simd128")]
    #[inline]
    pub(super) fn plus(self, other: Self) -> Self {
        Self(u32x4_add(self.0, other.0))
    }

    #[target_feature(enable = "simd128")]
    #[inline]
    pub(super) fn xor(self, other: Self) -> Self {
        Self(v128_xor(self.0, other.0))
    }

    #[target_feature(enable = "simd128")]
    #[inline]
    pub(super) fn and(self, other: Self) -> Self {
        Self(v128_and(self.0, other.0))
    }

    #[target_feature(enable = "simd128")]
    #[inline]
    pub(super) fn or(self, other: Self) -> Self {
        Self(v128_or(self.0, other.0))
    }

    /// Each shifted to the right.
    #[target_feature(enable = "simd128")]
    #[inline]
    pub(super) fn down(self, bits: u32) -> Self {
        Self(u32x4_shr(self.0, bits))
    }

    /// Each turned to the right.
    #[target_feature(enable = "simd128")]
    #[inline]
    pub(super) fn turned<const BITS: u32>(self) -> Self {
        let up = Self(u32x4_shl(self.0, 32 - BITS));
        self.down(BITS).or(up)
    }
}

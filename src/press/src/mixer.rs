//! What several guesses say together: a sum of their logits with weights that learn from each turn.
//!
//! Weights have 13 bits behind the point. All is done in eight lanes of 16 bits, as the vectors of WebAssembly do it;
//! elsewhere the same arithmetic is written out, so that both give the same to the bit.

/// Guesses that are mixed.
pub(crate) const INPUTS: usize = 8;

/// One in eight lanes.
pub(crate) type Lanes = [i16; INPUTS];

/// Bits of a weight behind the point.
pub(crate) const WEIGHT_BITS: u32 = 13;

#[cfg(not(target_arch = "wasm32"))]
mod lanes {
    use super::Lanes;

    /// The sum of the products.
    #[inline]
    pub(crate) fn dot(inputs: &Lanes, weights: &Lanes) -> i32 {
        let products = inputs.iter().zip(weights);
        products.fold(0_i32, |sum, (input, weight)| {
            sum.wrapping_add(i32::from(*input) * i32::from(*weight))
        })
    }

    /// Moves each weight by its input times the error, in 32,768ths, rounded.
    #[inline]
    pub(crate) fn learn(weights: &mut Lanes, inputs: &Lanes, error: i16) {
        for (weight, input) in weights.iter_mut().zip(inputs) {
            let step = (i32::from(*input) * i32::from(error) + 0x4000) >> 15;
            let step = step.clamp(i32::from(i16::MIN), i32::from(i16::MAX)) as i16;
            *weight = weight.saturating_add(step);
        }
    }
}

#[cfg(target_arch = "wasm32")]
mod lanes {
    use core::arch::wasm32::{
        i16x8, i16x8_add_sat, i16x8_extract_lane, i16x8_q15mulr_sat, i16x8_splat, i32x4_dot_i16x8,
        i32x4_extract_lane, v128,
    };

    use super::Lanes;

    #[target_feature(enable = "simd128")]
    #[inline]
    fn vector(lanes: &Lanes) -> v128 {
        let [one, two, three, four, five, six, seven, eight] = *lanes;
        i16x8(one, two, three, four, five, six, seven, eight)
    }

    #[target_feature(enable = "simd128")]
    #[inline]
    pub(crate) fn dot(inputs: &Lanes, weights: &Lanes) -> i32 {
        let sums = i32x4_dot_i16x8(vector(inputs), vector(weights));
        let one = i32x4_extract_lane::<0>(sums).wrapping_add(i32x4_extract_lane::<1>(sums));
        let other = i32x4_extract_lane::<2>(sums).wrapping_add(i32x4_extract_lane::<3>(sums));
        one.wrapping_add(other)
    }

    #[target_feature(enable = "simd128")]
    #[inline]
    pub(crate) fn learn(weights: &mut Lanes, inputs: &Lanes, error: i16) {
        let steps = i16x8_q15mulr_sat(vector(inputs), i16x8_splat(error));
        let moved = i16x8_add_sat(vector(weights), steps);
        *weights = [
            i16x8_extract_lane::<0>(moved),
            i16x8_extract_lane::<1>(moved),
            i16x8_extract_lane::<2>(moved),
            i16x8_extract_lane::<3>(moved),
            i16x8_extract_lane::<4>(moved),
            i16x8_extract_lane::<5>(moved),
            i16x8_extract_lane::<6>(moved),
            i16x8_extract_lane::<7>(moved),
        ];
    }
}

pub(crate) use lanes::{dot, learn};

//! Texts of the pledge and package screens.

//! property: the_table_of_the_lesson

pub fn directional_derivative(_gradient: &[f64], _direction: &[f64]) -> f64 {
    0.0
}

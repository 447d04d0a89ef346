import Invar

let weight = 25
let wrong = Loss {
    weight * Invariance()  // expected-error {{cannot convert value of type 'Int' to expected argument type 'Double'}}
}
let right = Loss {
    25 * Invariance()
    0.5 * (Variance() + Covariance())
}

import Invar

let layer: Invar.NoSuchLayer? = nil  // expected-error {{no type named 'NoSuchLayer' in module 'Invar'}}

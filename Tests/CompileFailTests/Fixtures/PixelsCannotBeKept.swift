// The pixels that a step is lent cannot be stored.
import Invar

struct Kept {  // expected-note {{consider adding '~Copyable' to struct 'Kept'}}
    var pixels: Pixels  // expected-error {{has non-Copyable type 'Pixels'}}
}

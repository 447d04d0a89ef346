import Invar

// No body: what computes is a ComputingLayer.
// expected-note@+1 {{add stubs for conformance}}
struct Forgotten: Layer {  // expected-error {{type 'Forgotten' does not conform to protocol 'Layer'}}
    func apply(to x: Tensor, in scope: Scope) -> Tensor { x }
}

// In evaluation nothing is drawn, and the layer must say what it does then.
struct Noise: ComputingLayer {
    func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
        // expected-note@+2 {{coalesce using '??'}}
        // expected-note@+1 {{force-unwrap using '!'}}
        x + (try scope.random(x.shape))  // expected-error {{value of optional type 'Tensor?' must be unwrapped}}
    }
}

struct MaxOverMaps: ComputingLayer {
    typealias Input = Maps
    typealias Output = Rows
    func apply(to x: Tensor, in scope: Scope) -> Tensor { x.max([1, 2]) }
}

// expected-error@+1 {{a layer that takes maps, such as Conv or a pooling, follows rows; put it before GlobalAveragePool() or Flatten()}}
let twice = Encoder {
    MaxOverMaps()
    MaxOverMaps()
}

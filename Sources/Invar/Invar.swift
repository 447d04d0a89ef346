// A loss term or a layer is written with symbolic tensors: who imports Invar has them at hand.
@_exported import InvarGraph

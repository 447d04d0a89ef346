// A table instead of images: both branches take rows of numbers, from an .npy file of rows × columns.
//
// `digits` sees each row twice, with other numbers replaced by those of other rows (SCARF, Bahri et al. 2022) and with noise.
// `digit-halves` sees the left half of a row in one branch and the right half in the other, from two files: what both say of the
// digit is what they have in common, and nothing need be changed at random.
//
//     venv/bin/python scripts/tables tables
//     swift run -c release Table pretrain digits --epochs 100 --batch 128 --output runs/digits \
//         --features tables/digits.npy --labels tables/digits-labels.npy \
//         --test-features tables/digits-test.npy --test-labels tables/digits-test-labels.npy
//     swift run -c release Table evaluate runs/digits
import Invar
import InvarCommands

let loss = Loss {
    25 * Invariance()
    25 * Variance()
    Covariance()
}

func expander() -> Expander {
    Expander {
        Linear(256); BatchNorm(); ReLU()
        Linear(256, bias: false)
    }
}

/// Standardize() makes the columns alike; mean and deviation come from the training rows, and stay in the encoder.
func encoder(columns: Int) -> Encoder {
    Encoder(features: columns) {
        Standardize()
        Linear(256); BatchNorm(); ReLU()
        Linear(256); BatchNorm(); ReLU()
        Linear(64)
    }
}

let digits = JointEmbedding("digits") {
    RowViews {
        RowSwapping(share: 0.2)
        RowNoise(sigma: 0.3)
    }
    encoder(columns: 64)
    expander()
    loss
}

let halves = JointEmbedding("digit-halves") {
    for _ in 0..<2 {
        Branch {
            encoder(columns: 32)
            expander()
        }
    }
    loss
}

InvarCommands.main([digits, halves])

// The methods that came after VICReg or beside it, and that need no ops of their own. Widths are the backbone's; what was
// published for ResNet-50 stands beside each.

extension Method {
    /// VIbCReg (Lee & Aune 2021): VICReg with correlations in place of covariances, and an expander that ends whitened, in groups of 64
    /// columns. Published: 4096-4096-4096.
    public static func vibcreg(_ widths: HeadWidths) -> Method {
        Method("vibcreg") {
            Expander {
                projection(widths.hidden)
                Linear(widths.hidden)
                IterNorm(groups: widths.hidden.isMultiple(of: 64) ? widths.hidden / 64 : 1)
            }
            Loss.vibcreg()
        }
    }

    /// LeJEPA (Balestriero & LeCun 2025): embeddings that are normally distributed along random directions. No target, no stopped gradient,
    /// one coefficient. Published: 2048-2048 and 16 to 512 behind it, with four views and more.
    public static func leJEPA(_ widths: HeadWidths) -> Method {
        Method("lejepa", views: .strong) {
            Expander {
                projection(widths.hidden)
                Linear(widths.narrow)
            }
            Loss.leJEPA()
        }
    }

    /// VISReg (Wu, Balestriero & Levine 2026): as LeJEPA, by sorted values along random directions. Published: 2048-2048-512, with several views.
    public static func visReg(_ widths: HeadWidths) -> Method {
        Method("visreg", views: .strong) {
            Expander {
                projection(widths.hidden)
                Linear(widths.narrow)
            }
            Loss.visReg(lambda: 0.6)
        }
    }

    /// W-MSE (Ermolov et al., ICML 2021): the distance of whitened embeddings of length 1. Published: 1024-64 for small images, by Cholesky's factor of
    /// parts of 128 rows.
    ///
    /// - Parameter isExact: as published; else by Newton's iterations, of the batch as a whole.
    public static func wMSE(_ widths: HeadWidths, isExact: Bool = false) -> Method {
        Method(isExact ? "w-mse-cholesky" : "w-mse", views: .strong) {
            Expander {
                Linear(widths.hidden); BatchNorm(); ReLU()
                Linear(64)
                if isExact { CholeskyWhitening() } else { IterNorm(affine: false) }
            }
            // 2 − 2cos; both directions are the same
            Loss { 0.5 * PredictionDistance(stopGradient: false) }
        }
    }

    /// TiCo (Zhu et al. 2022): a target, and a penalty on directions in which embeddings have lain lately. Published: 4096-256.
    public static func tiCo(_ widths: HeadWidths, momentum: Double = 0.99) -> Method {
        Method("tico") {
            Expander {
                Linear(widths.hidden); BatchNorm(); ReLU()
                Linear(widths.narrow, bias: false)
            }
            Target(momentum: momentum)
            Loss { TiCo() }
        }
    }

    /// MoCo v2 (Chen, Fan, Girshick & He 2020), in both directions: contrast with keys of the last steps. Published: 2048-128, a queue of 65,536, and one
    /// direction alone.
    ///
    /// - Parameter queue: how many keys are kept; at least two for each image of the batch.
    public static func moCo(_ widths: HeadWidths, queue: Int = 4096, momentum: Double = 0.99) -> Method {
        Method("moco", views: .strong) {
            Expander {
                Linear(widths.hidden); ReLU()
                Linear(widths.narrow)
            }
            Target(momentum: momentum, growsToOne: false)
            Loss { MoCo(queue: queue) }
        }
    }

    /// MoCo v3 (Chen, Xie & He, ICCV 2021): contrast of predictions with a target's embeddings, without a queue. Published: 4096-256, and a
    /// predictor of 4096-256.
    public static func moCoV3(_ widths: HeadWidths, momentum: Double = 0.99) -> Method {
        Method("moco-v3") {
            Expander {
                Linear(widths.hidden, bias: false); BatchNorm(); ReLU()
                Linear(widths.narrow, bias: false); BatchNorm(affine: false)
            }
            Predictor {
                Linear(widths.hidden, bias: false); BatchNorm(); ReLU()
                Linear(widths.narrow, bias: false); BatchNorm(affine: false)
            }
            Target(momentum: momentum)
            Loss { MoCoV3() }
        }
    }

    /// DINO (Caron et al., ICCV 2021). Published: 2048-2048-256, 65,536 outputs, and eight small views beside the two.
    public static func dino(_ widths: HeadWidths, outputs: Int = 1024, momentum: Double = 0.99) -> Method {
        Method("dino") {
            Expander {
                Linear(widths.hidden); GELU()
                Linear(widths.hidden); GELU()
                Linear(widths.narrow)
                Prototypes(outputs)
            }
            Target(momentum: momentum)
            Loss { DINO() }
        }
    }

    /// SwAV (Caron et al., NeurIPS 2020) without a queue. Published: 2048-128, 3,000 prototypes, and six small views beside the two.
    public static func swAV(_ widths: HeadWidths, prototypes: Int = 300) -> Method {
        Method("swav", views: .strong) {
            Expander {
                Linear(widths.hidden); BatchNorm(); ReLU()
                Linear(widths.narrow)
                Prototypes(prototypes)
            }
            Loss { SwAV() }
        }
    }

    /// MMCR (Yerxa et al., NeurIPS 2023): centroids that fill as many directions as they can. Published: 8192-8192-512.
    public static func mmcr(_ widths: HeadWidths) -> Method {
        Method("mmcr", views: .strong) {
            Expander {
                projection(widths.hidden)
                Linear(widths.narrow, bias: false)
            }
            Loss { MMCR() }
        }
    }

    /// VICRegL (Bardes, Ponce & LeCun, NeurIPS 2022): VICReg of images and of places in them. Published: 8192-8192-8192 for images and 512-512-512 for places, with six
    /// small views.
    public static func vicregL(_ widths: HeadWidths) -> Method {
        Method("vicregl") {
            expander(widths.hidden)
            MapExpander {
                projection(widths.narrow)
                Linear(widths.narrow, bias: false)
            }
            Loss {
                0.75 * (25 * Invariance() + 25 * Variance() + 0.5 * Covariance())
                0.25 * LocalVICReg()
            }
        }
    }

    /// Two hidden layers.
    @StackBuilder
    private static func projection(_ width: Int) -> Stack<Rows, Rows> {
        for _ in 0..<2 {
            Linear(width); BatchNorm(); ReLU()
        }
    }
}

extension Zoo {
    /// The methods that came after VICReg, or beside it, on the small encoder; and with more views than two.
    public static let successors: [JointEmbedding] = {
        let widths = Backbone.small.widths
        let methods: [Method] = [
            .vibcreg(widths), .leJEPA(widths), .visReg(widths), .wMSE(widths), .wMSE(widths, isExact: true),
            .tiCo(widths), .moCo(widths), .moCoV3(widths), .dino(widths),
            .swAV(widths),
            .mmcr(widths), .vicregL(widths),
        ]
        let withSmallViews: [Method] = [
            .vicreg(widths), .leJEPA(widths), .dino(widths), .swAV(widths), .vicregL(widths),
        ]
        return methods.map(Backbone.small.joint)
            + withSmallViews.map { Backbone.small.joint($0, "-multicrop", fashionMultiCrop) }
            + [Backbone.small.joint(.leJEPA(widths), "-4-views", Views(steps: fashionViews.steps, count: 4))]
    }()
}

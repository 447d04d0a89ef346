// Compiles, and at once: a block's type does not grow with its lines.
import Invar

func deep(flag: Bool) -> Encoder {
    Encoder {
        Conv(1, kernel: 3); BatchNorm(); GELU(); if flag { MaxPool(2) }
        Conv(2, kernel: 3); BatchNorm(); ReLU(); if flag { MaxPool(2) }
        Conv(3, kernel: 3); BatchNorm(); GELU(); if flag { MaxPool(2) }
        Conv(4, kernel: 3); BatchNorm(); ReLU(); if flag { MaxPool(2) }
        Conv(5, kernel: 3); BatchNorm(); GELU(); if flag { MaxPool(2) }
        Conv(6, kernel: 3); BatchNorm(); ReLU(); if flag { MaxPool(2) }
        Conv(7, kernel: 3); BatchNorm(); GELU(); if flag { MaxPool(2) }
        Conv(8, kernel: 3); BatchNorm(); ReLU(); if flag { MaxPool(2) }
        Conv(9, kernel: 3); BatchNorm(); GELU(); if flag { MaxPool(2) }
        Conv(10, kernel: 3); BatchNorm(); ReLU(); if flag { MaxPool(2) }
        Conv(11, kernel: 3); BatchNorm(); GELU(); if flag { MaxPool(2) }
        Conv(12, kernel: 3); BatchNorm(); ReLU(); if flag { MaxPool(2) }
        Conv(13, kernel: 3); BatchNorm(); GELU(); if flag { MaxPool(2) }
        Conv(14, kernel: 3); BatchNorm(); ReLU(); if flag { MaxPool(2) }
        Conv(15, kernel: 3); BatchNorm(); GELU(); if flag { MaxPool(2) }
        Conv(16, kernel: 3); BatchNorm(); ReLU(); if flag { MaxPool(2) }
        Conv(17, kernel: 3); BatchNorm(); GELU(); if flag { MaxPool(2) }
        Conv(18, kernel: 3); BatchNorm(); ReLU(); if flag { MaxPool(2) }
        Conv(19, kernel: 3); BatchNorm(); GELU(); if flag { MaxPool(2) }
        Conv(20, kernel: 3); BatchNorm(); ReLU(); if flag { MaxPool(2) }
        GlobalAveragePool()
    }
}

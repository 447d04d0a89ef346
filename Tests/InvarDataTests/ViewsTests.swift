import Foundation
import Invar
import Testing

@Suite struct ViewsTests {
    private let grey = Image(channels: 1, height: 28, width: 28)

    private func names(_ views: Views) -> [String] { views.steps.map { String(describing: type(of: $0.step)) } }

    private func flips(_ count: Int) -> Views {
        Views { for _ in 0..<count { HorizontalFlip() } }
    }

    @Test(arguments: [false, true]) func ifTakesItsBranch(color: Bool) {
        let views = Views {
            RandomResizedCrop(scale: 0.2...1)
            if color { Grayscale(probability: 0.2) }
        }
        #expect(names(views) == (color ? ["RandomResizedCrop", "Grayscale"] : ["RandomResizedCrop"]))
    }

    @Test(arguments: [false, true]) func ifElseTakesItsBranch(color: Bool) {
        let views = Views {
            if color {
                Grayscale(probability: 0.2)
                HorizontalFlip()
            } else {
                Solarize(probability: 0.2)
            }
            HorizontalFlip(probability: 0.5)
        }
        #expect(
            names(views)
                == (color ? ["Grayscale", "HorizontalFlip", "HorizontalFlip"] : ["Solarize", "HorizontalFlip"]))
    }

    @Test(arguments: [0, 1, 3]) func forRepeats(count: Int) { #expect(flips(count).steps.count == count) }

    @Test(arguments: 0..<3) func switchTakesItsCase(which: Int) {
        let views = Views {
            switch which {
            case 0: HorizontalFlip()
            case 1: GaussianBlur(probability: 1, 0.1)
            default: Solarize(probability: 0, 0.2)
            }
        }
        #expect(names(views) == [["HorizontalFlip", "GaussianBlur", "Solarize"][which]])
    }

    @Test(arguments: [nil, 0.2]) func optionalsUnwrap(probability: Double?) {
        let views = Views { if let probability { Solarize(probability: probability) } }
        #expect(views.steps.count == (probability == nil ? 0 : 1))
    }

    @Test func functionsAndViewsCompose() {
        func colors(_ strength: Double) -> Views {
            Views {
                ColorJitter(brightness: strength, probability: 0.8)
                Grayscale(probability: 0.2)
            }
        }
        let views = Views {
            RandomResizedCrop()
            colors(0.4)
            flips(1).steps
        }
        #expect(names(views) == ["RandomResizedCrop", "ColorJitter", "Grayscale", "HorizontalFlip"])
    }

    @Test func oneProbabilityServesBothViews() {
        #expect(Solarize(probability: 0, 0.2).probability == PerView(0, 0.2))
        #expect(HorizontalFlip(probability: 0.3).probability[1] == 0.3)
    }

    @Test func aGoodDescriptionHasNoProblems() {
        #expect(Views.vicreg.problems(for: grey).isEmpty)
        let views = Views {
            Views.vicreg
            Normalize.imageNet()
        }
        #expect(views.problems(for: Image(channels: 3, height: 224, width: 224)).isEmpty)
    }

    @Test func problemsNameTheirLine() {
        let line: UInt = #line
        let views = Views {
            RandomResizedCrop(scale: 0...1)
            HorizontalFlip(probability: 1.5)
            ColorJitter(brightness: -1, hue: 0.6, probability: 0.8)
            GaussianBlur(sigma: 0...2, kernel: 4, probability: .nan)
            Solarize(threshold: 300, probability: 0, -0.2)
            RandomResizedCrop()
            Normalize(mean: [0.5, 0.5], std: [0])
            HorizontalFlip()
        }
        let found = views.problems(for: grey)
        #expect(found.map { ($0.site?.line ?? 0) - Int(line) } == [2, 3, 4, 4, 5, 5, 5, 6, 6, 7, 8, 8, 8])
        #expect(
            found[1].description
                == "InvarDataTests/ViewsTests.swift:\(line + 3): error: HorizontalFlip with probability 1.5; a probability is between 0 and 1"
        )
    }

    @Test func badImagesAreProblems() {
        #expect(Views {}.problems(for: Image(channels: 17, height: 0, width: 28)).count == 2)
        #expect(Views {}.problems(for: Image(channels: 3, height: 8, width: 8, mean: [1, 2])).count == 1)
    }

    @Test func normalizationComesFromTheViewsOrTheImage() {
        let image = Image(channels: 3, height: 8, width: 8, mean: [0.5], std: [0.25])
        #expect(Views {}.normalization(for: image).mean == [0.5, 0.5, 0.5])
        #expect(Views { Normalize.imageNet() }.normalization(for: image).mean == [0.485, 0.456, 0.406])
        #expect(Views {}.normalization(for: grey).std == [1])
    }

    @Test func descriptionsSurviveStorage() throws {
        let stored = try JSONEncoder().encode(Views.vicreg)
        #expect(try JSONDecoder().decode(Views.self, from: stored) == Views.vicreg)
        #expect(
            Views { HorizontalFlip() }
                == Views {
                    HorizontalFlip()
                })
        #expect(Views { HorizontalFlip() } != Views { HorizontalFlip(probability: 0.4) })
    }
}

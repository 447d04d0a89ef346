import Foundation
import Invar
import InvarData
import TestSupport
import Testing

/// Adds a number of its own to the first pixel, so that it can be seen whether and how it ran.
private struct Mark: Augmentation {
    var amount: Float
    func apply(to pixels: inout Pixels, random: inout ViewRandom) { pixels[0, 0, 0] += amount }
    func explanation(for image: Image, random: inout ViewRandom) -> String { "by \(amount)" }
}

/// Writes its first number into a pixel.
private struct Number: Augmentation {
    var x: Int
    func apply(to pixels: inout Pixels, random: inout ViewRandom) { pixels[0, 0, x] = random.uniform() }
}

@Suite struct GroupTests {
    private let probe = EffectProbe(height: 9, width: 7, channels: 1)
    private let color = EffectProbe(height: 9, width: 7, channels: 3)

    /// How often each value was added to the first pixel.
    private func marks(_ views: Views, view: Int = 0, count: Int = 400) throws -> [Int: Int] {
        let added = try (0..<count).map {
            Int((try probe.render(views, place: $0, view: view)[0] - probe.values[0]).rounded())
        }
        return Dictionary(grouping: added) { $0 }.mapValues(\.count)
    }

    @Test func allOrNone() throws {
        let views = Views {
            RandomApply(probability: 0.3, 1) {
                Mark(amount: 1); Mark(amount: 2)
            }
        }
        let first = try marks(views)
        #expect(Set(first.keys) == [0, 3] && (80...160).contains(first[3] ?? 0))
        #expect(try marks(views, view: 1) == [3: 400])
    }

    @Test func oneOfSeveral() throws {
        let alike = try marks(
            Views {
                OneOf {
                    Mark(amount: 1); Mark(amount: 2); Mark(amount: 4)
                }
            }, count: 600)
        #expect(Set(alike.keys) == [1, 2, 4] && alike.values.allSatisfy { (150...250).contains($0) })
        let weighted = Views {
            OneOf(weights: [3, 0, 1], probability: 0.5) {
                Mark(amount: 1); Mark(amount: 2); Mark(amount: 4)
            }
        }
        let counts = try marks(weighted, count: 800)
        #expect(Set(counts.keys) == [0, 1, 4])
        #expect((340...460).contains(counts[0] ?? 0) && (250...350).contains(counts[1] ?? 0))
    }

    @Test func groupsStandInGroups() throws {
        let views = Views {
            OneOf {
                RandomApply(probability: 1) {
                    Mark(amount: 1); Mark(amount: 8)
                }
                RandomApply(probability: 0) { Mark(amount: 2) }
            }
        }
        let counts = try marks(views)
        #expect(Set(counts.keys) == [0, 9] && (150...250).contains(counts[9] ?? 0))
    }

    /// Each step has numbers of its own, those of an earlier one do not change, and they are those of a flat list of as many steps.
    @Test func numbersAreThoseOfThePlace() throws {
        let flat = Views {
            Number(x: 0); Mark(amount: 0); Number(x: 1); Number(x: 2); Number(x: 3)
        }
        let grouped = Views {
            Number(x: 0);
            RandomApply(probability: 1) {
                Number(x: 1); Number(x: 2)
            }; Number(x: 3)
        }
        let view = try probe.render(grouped)
        #expect(try view == probe.render(flat))
        #expect(Set(view[0..<4]).count == 4)
    }

    /// Steps that are no augmentations work inside, too: a flip, a jitter and a blur wider than any outside.
    @Test func allStepsWorkInside() throws {
        func steps() -> Views {
            Views {
                HorizontalFlip(probability: 1)
                ColorJitter(brightness: 0.4, hue: 0.1)
                GaussianBlur(sigma: 1...3, probability: 1)
                Rotation()
            }
        }
        let grouped = Views { RandomApply(probability: 1) { steps() } }
        let flat = Views {
            Mark(amount: 0); steps()
        }
        #expect(try color.render(grouped) == color.render(flat))
        #expect(try color.render(grouped) != color.values)
    }

    @Test func problemsHaveTheirLines() {
        let line = #line
        let found = Views {
            RandomApply(probability: 2) {
                Rotation(fill: 7)
                RandomResizedCrop()
            }
            OneOf(weights: [1]) {
                Sobel(); Equalize()
            }
            OneOf(weights: [0, 0]) {
                Sobel(); Equalize()
            }
            OneOf {}
            OneOf { Normalize(mean: [0], std: [1]) }
            RandomApply(probability: 1) { RandomApply(probability: 1) { Posterize(bits: 0) } }
        }.problems(for: probe.image)
        let parts = [
            (2, "RandomApply with probability 2.0"), (3, "Rotation with fill 7.0"),
            (4, "RandomResizedCrop inside of RandomApply; put it first in the views, outside"),
            (6, "OneOf with 1 weights for 2 steps"), (9, "one is above 0"), (12, "OneOf without steps"),
            (13, "Normalize inside of OneOf; put it last"), (14, "Posterize with 0 bits"),
        ]
        #expect(found.map { ($0.site?.line ?? 0) - line } == parts.map(\.0), "\(found)")
        for (problem, part) in zip(found, parts) { #expect(problem.message.contains(part.1), "\(problem)") }
    }

    @Test func areKept() throws {
        func views(_ amount: Float, _ bits: Int = 3) -> Views {
            Views {
                RandomApply(probability: 0.5, 1) {
                    OneOf(weights: [1, 2]) {
                        Mark(amount: amount); Posterize(bits: bits)
                    }
                }
            }
        }
        let read = try JSONDecoder().decode(Views.self, from: JSONEncoder().encode(views(1)))
        #expect(read == views(1) && views(1) == read)
        #expect(read != views(2) && read != views(1, 4))
        #expect(try JSONDecoder().decode(Views.self, from: JSONEncoder().encode(read)) == views(1))
    }

    /// What an explanation says happened: its numbers are those that the pixels show, and the view is the same.
    @Test func explanationsAreTrue() throws {
        let views = Views {
            RandomResizedCrop(scale: 0.5...0.9)
            HorizontalFlip(probability: 0.5)
            RandomApply(probability: 0.5) { Mark(amount: 0) }
            ColorJitter(brightness: 0.4, contrast: 0.4, saturation: 0.2, hue: 0.1, probability: 0.5)
            OneOf {
                Grayscale(probability: 1); GaussianBlur(probability: 1); ChannelShuffle(); Affine(); Perspective()
            }
            Cutout(area: 0.1...0.3, fill: .value(0), probability: 0.7)
        }
        let plan = try ViewPlan(views, image: color.image, normalized: false)
        let renderer = ViewRenderer(plan)
        var seen: Set<String> = []
        for place in 0..<60 {
            var output = [Float](repeating: .nan, count: plan.viewSize)
            let lines = color.source.withUnsafeBufferPointer { bytes in
                renderer.explain(
                    SourceImage(bytes.baseAddress!, height: 9, width: 7), seed: 1, epoch: 0, image: place, view: 0,
                    into: &output)
            }
            #expect(try output == color.render(views, place: place))
            #expect(lines.first?.hasPrefix("RandomResizedCrop: ") == true)
            seen.formUnion(lines.map { String($0.prefix { $0 != ":" }) })
            guard let cut = lines.last, cut.hasPrefix("Cutout: "), !cut.hasSuffix("fits") else { continue }
            let n = cut.split { !$0.isNumber }.compactMap { Int($0) }
            for y in n[3]..<(n[3] + n[1]) { for x in n[2]..<(n[2] + n[0]) { #expect(output[(y * 7 + x) * 3] == 0) } }
        }
        let names = [
            "RandomResizedCrop", "HorizontalFlip", "Mark", "ColorJitter", "Grayscale", "GaussianBlur", "ChannelShuffle",
            "Affine", "Perspective", "Cutout",
        ]
        #expect(seen == Set(names))
    }
}

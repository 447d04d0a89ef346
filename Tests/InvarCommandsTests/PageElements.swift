import Foundation
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// The elements of a page, which is HTML and well-formed XML at once: every element ends, every name is escaped, no two have one id.
final class PageElements: NSObject, XMLParserDelegate {
    struct Element {
        let name: String
        let attributes: [String: String]
        /// Names of those that it stands in, the outermost first.
        let around: [String]
        /// All text in it.
        var text = ""

        var classes: [Substring] { (attributes["class"] ?? "").split(separator: " ") }
    }

    private(set) var all: [Element] = []
    private var open: [Int] = []

    /// - Throws: what the parser found wrong.
    init(_ page: String) throws {
        super.init()
        let parser = XMLParser(data: Data(page.utf8))
        parser.delegate = self
        guard parser.parse() else {
            throw parser.parserError ?? CocoaError(.fileReadCorruptFile, userInfo: ["line": parser.lineNumber])
        }
        let ids = all.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
        // what links point to is there
        for link in all.compactMap({ $0.attributes["href"] }) {
            #expect(link.hasPrefix("#") && ids.contains(String(link.dropFirst())), "\(link)")
        }
        // nothing is fetched: pictures are in the page, and so are style and script
        for element in all {
            #expect(element.attributes["src"].map { $0.hasPrefix("data:image/") } ?? true)
            #expect(element.name != "link" && !element.attributes.keys.contains { $0.hasPrefix("on") })
        }
        #expect(!page.contains("http:") && !page.contains("https:"))
        // whoever cannot see a picture is told what it is
        for image in self["img"] { #expect(image.attributes["alt"]?.isEmpty == false) }
        for cell in self["th"] { #expect(cell.attributes["scope"] != nil) }
    }

    subscript(name: String) -> [Element] { all.filter { $0.name == name } }

    /// Elements of a class.
    func of(_ kind: String) -> [Element] { all.filter { $0.classes.contains(kind[...]) } }

    var ids: [String] { all.compactMap { $0.attributes["id"] } }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        open.append(all.count)
        all.append(Element(name: name, attributes: attributes, around: open.dropLast().map { all[$0].name }))
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) { open.removeLast() }

    func parser(_ parser: XMLParser, foundCharacters text: String) { for place in open { all[place].text += text } }
}

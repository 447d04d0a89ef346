import CCairo

/// What Cairo could not do.
package struct DrawingError: Error, Sendable, Hashable, CustomStringConvertible {
    package let description: String
}

/// A page that Cairo draws on, in points (1/72 inch in SVG, two pixels in PNG), the origin above on the left. Cairo keeps its first error:
/// what is drawn after it does nothing, and `Page` throws it at the end.
@safe
final class Canvas {
    private let surface: OpaquePointer
    private let context: OpaquePointer

    /// - Parameters:
    ///   - made: a surface, or one in a state of error; it is given back by this canvas.
    ///   - scale: pixels of the surface in a point.
    init(_ made: OpaquePointer?, scale: Double) throws(DrawingError) {
        guard let made = unsafe made, let context = unsafe cairo_create(made) else {
            throw DrawingError(description: "Cairo made no surface")
        }
        unsafe (surface, self.context) = (made, context)
        unsafe cairo_scale(context, scale, scale)
        // the same places of letters in PNG and SVG
        let options = unsafe cairo_font_options_create()
        defer { unsafe cairo_font_options_destroy(options) }
        unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        unsafe cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        unsafe cairo_set_font_options(context, options)
        unsafe cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
        unsafe cairo_set_line_cap(context, CAIRO_LINE_CAP_BUTT)
        try check()
    }

    deinit {
        unsafe cairo_destroy(context)
        unsafe cairo_surface_destroy(surface)
    }

    /// A page of one dot, to measure text with.
    static func measuring() throws(DrawingError) -> Canvas {
        unsafe try Canvas(cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1, 1), scale: 1)
    }

    func check() throws(DrawingError) {
        for status in unsafe [cairo_status(context), cairo_surface_status(surface)] where status != CAIRO_STATUS_SUCCESS
        {
            throw DrawingError(status)
        }
    }

    /// Ends the page: a surface that writes has then written all.
    func finish() throws(DrawingError) {
        unsafe cairo_surface_flush(surface)
        try check()
        unsafe cairo_surface_finish(surface)
        let status = unsafe cairo_surface_status(surface)
        guard status == CAIRO_STATUS_SUCCESS else { throw DrawingError(status) }
    }

    func writePNG(to sink: ByteSink) throws(DrawingError) {
        let status = unsafe cairo_surface_write_to_png_stream(surface, ByteSink.write, sink.pointer)
        guard status == CAIRO_STATUS_SUCCESS else { throw DrawingError(status) }
    }

    // MARK: Shapes

    private func ink(_ color: Color) {
        unsafe cairo_set_source_rgba(context, color.red, color.green, color.blue, color.opacity)
    }

    private func path(_ points: [Point]) {
        unsafe cairo_new_path(context)
        for point in points { unsafe cairo_line_to(context, point.x, point.y) }
    }

    func fill(_ box: Box, _ color: Color) {
        ink(color)
        unsafe cairo_rectangle(context, box.x, box.y, box.width, box.height)
        unsafe cairo_fill(context)
    }

    /// A line around a box, its middle on the box's edge.
    func outline(_ box: Box, _ color: Color, width: Double = 0.75) {
        ink(color)
        unsafe cairo_set_line_width(context, width)
        unsafe cairo_rectangle(context, box.x, box.y, box.width, box.height)
        unsafe cairo_stroke(context)
    }

    func area(_ points: [Point], _ color: Color) {
        ink(color)
        path(points)
        unsafe cairo_fill(context)
    }

    func line(_ points: [Point], _ color: Color, width: Double = 0.75, dash: [Double] = []) {
        ink(color)
        unsafe cairo_set_line_width(context, width)
        unsafe cairo_set_dash(context, dash, Int32(dash.count), 0)
        path(points)
        unsafe cairo_stroke(context)
        unsafe cairo_set_dash(context, nil, 0, 0)
    }

    func mark(_ mark: SeriesStyle.Mark, at place: Point, radius: Double, _ color: Color) {
        let (x, y, r) = (place.x, place.y, radius)
        switch mark {
        case .disc:
            ink(color)
            unsafe cairo_new_path(context)
            unsafe cairo_arc(context, x, y, r, 0, 2 * .pi)
            unsafe cairo_fill(context)
        case .square: fill(Box(x: x - 0.9 * r, y: y - 0.9 * r, width: 1.8 * r, height: 1.8 * r), color)
        case .triangle:
            area([Point(x, y - 1.2 * r), Point(x + 1.1 * r, y + 0.8 * r), Point(x - 1.1 * r, y + 0.8 * r)], color)
        case .diamond:
            area([Point(x, y - 1.3 * r), Point(x + 1.3 * r, y), Point(x, y + 1.3 * r), Point(x - 1.3 * r, y)], color)
        }
    }

    /// Pixels fill the box, each as a rectangle of its own.
    func image(_ raster: Raster, in box: Box) {
        guard
            let copy = unsafe cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(raster.width), Int32(raster.height))
        else { return }
        defer { unsafe cairo_surface_destroy(copy) }
        guard let bytes = unsafe cairo_image_surface_get_data(copy) else { return }
        let stride = unsafe Int(cairo_image_surface_get_stride(copy))
        for y in 0..<raster.height {
            for x in 0..<raster.width {
                let from = (y * raster.width + x) * raster.channels
                let (g, b) = raster.channels == 3 ? (from + 1, from + 2) : (from, from)
                let dot = UInt32(raster.pixels[from]) << 16 | UInt32(raster.pixels[g]) << 8 | UInt32(raster.pixels[b])
                unsafe UnsafeMutableRawPointer(bytes).storeBytes(
                    of: dot, toByteOffset: y * stride + 4 * x, as: UInt32.self)
            }
        }
        unsafe cairo_surface_mark_dirty(copy)
        unsafe cairo_save(context)
        unsafe cairo_translate(context, box.x, box.y)
        unsafe cairo_scale(context, box.width / Double(raster.width), box.height / Double(raster.height))
        unsafe cairo_set_source_surface(context, copy, 0, 0)
        unsafe cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_NEAREST)
        unsafe cairo_paint(context)
        unsafe cairo_restore(context)
    }

    /// What is drawn meanwhile is seen inside of the box alone.
    func clipped(to box: Box, _ body: () -> Void) {
        unsafe cairo_save(context)
        unsafe cairo_rectangle(context, box.x, box.y, box.width, box.height)
        unsafe cairo_clip(context)
        body()
        unsafe cairo_restore(context)
    }

    // MARK: Text

    enum Anchor { case left, middle, right }

    private func choose(_ style: TextStyle) {
        let weight = style.isBold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL
        unsafe cairo_select_font_face(context, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, weight)
        unsafe cairo_set_font_size(context, style.size)
    }

    /// How wide a line of text is.
    func width(of text: String, _ style: TextStyle) -> Double {
        choose(style)
        var extents = cairo_text_extents_t()
        unsafe cairo_text_extents(context, text, &extents)
        return extents.x_advance
    }

    /// A line of text.
    /// - Parameters:
    ///   - place: of its left end, middle or right end, half-way up a capital letter.
    ///   - isUpright: from below to above.
    func text(_ text: String, at place: Point, _ style: TextStyle, _ anchor: Anchor = .left, isUpright: Bool = false) {
        let width = width(of: text, style)
        let shift =
            switch anchor {
            case .left: 0.0
            case .middle: -width / 2
            case .right: -width
            }
        ink(style.color)
        unsafe cairo_save(context)
        unsafe cairo_translate(context, place.x, place.y)
        if isUpright { unsafe cairo_rotate(context, -.pi / 2) }
        unsafe cairo_move_to(context, shift, 0.36 * style.size)
        unsafe cairo_show_text(context, text)
        unsafe cairo_restore(context)
    }

    /// Whether no font was found: Cairo then draws letters of its own, and only those of English.
    var lacksFonts: Bool {
        choose(.plain)
        return unsafe cairo_scaled_font_get_type(cairo_get_scaled_font(context)) == CAIRO_FONT_TYPE_USER
    }
}

extension DrawingError {
    init(_ status: cairo_status_t) {
        let words =
            unsafe cairo_status_to_string(status).map { unsafe String(cString: $0) } ?? "error \(status.rawValue)"
        self.init(description: "Cairo could not draw the picture: \(words)")
    }
}

/// Where Cairo's bytes go.
final class ByteSink {
    private(set) var bytes: [UInt8] = []

    /// For Cairo's calls with `write`. The sink must outlive the surface.
    var pointer: UnsafeMutableRawPointer { unsafe Unmanaged.passUnretained(self).toOpaque() }

    static let write: cairo_write_func_t = { sink, data, count in
        guard let sink = unsafe sink, let data = unsafe data else { return CAIRO_STATUS_WRITE_ERROR }
        let bytes = unsafe UnsafeBufferPointer(start: data, count: Int(count))
        unsafe Unmanaged<ByteSink>.fromOpaque(sink).takeUnretainedValue().bytes.append(contentsOf: bytes)
        return CAIRO_STATUS_SUCCESS
    }
}

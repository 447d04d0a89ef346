extension Viewer {
    /// Colours are variables, which the drawing reads too: light, and dark where the system asks for it.
    static let style = #"""
        :root {
          color-scheme: light dark;
          --ground: #f7f8fa; --panel: #ffffff; --ink: #1d2329; --quiet: #66707c; --rule: #d9dde3;
          --accent: #1f5fbf; --edge: #9aa3ae; --edge-back: #d08a4e; --select: #d6336c; --hit: #b8860b;
          --forward: #ffffff; --forward-line: #7b8694;
          --backward: #fdebdb; --backward-line: #c2570c;
          --fused: #e3eeff; --fused-line: #1f5fbf;
          --state: #eceef1; --state-line: #8a8f98;
          --given: #e2f4e3; --given-line: #2f7d32;
          --layer: #fbf6dc; --layer-line: #8d7a17;
          --frame: rgba(90, 105, 125, 0.04); --frame-back: rgba(194, 87, 12, 0.04);
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ground: #14171b; --panel: #1c2026; --ink: #e4e8ed; --quiet: #98a2ae; --rule: #333a43;
            --accent: #7fb0ff; --edge: #5d6773; --edge-back: #8a5a33; --select: #ff6b9d; --hit: #e3b341;
            --forward: #272d35; --forward-line: #7f8a97;
            --backward: #3d2a1b; --backward-line: #dd8d4b;
            --fused: #1d3050; --fused-line: #7fb0ff;
            --state: #23272d; --state-line: #6d7682;
            --given: #1c3520; --given-line: #6cbf71;
            --layer: #35301a; --layer-line: #cdb650;
            --frame: rgba(160, 175, 195, 0.04); --frame-back: rgba(221, 141, 75, 0.04);
          }
        }
        * { box-sizing: border-box; }
        html, body { margin: 0; height: 100%; overflow: hidden; }
        body {
          display: grid; grid-template: auto 1fr / 1fr 340px;
          background: var(--ground); color: var(--ink);
          font: 14px/1.45 system-ui, "Helvetica Neue", "DejaVu Sans", sans-serif;
        }
        header {
          grid-column: 1 / 3; display: flex; gap: 20px; align-items: center; flex-wrap: wrap;
          padding: 10px 16px; background: var(--panel); border-bottom: 1px solid var(--rule);
        }
        h1 { font-size: 16px; margin: 0; white-space: nowrap; }
        #passes { flex: 1; min-width: 320px; max-width: 1200px; }
        #slider { width: 100%; margin: 0; accent-color: var(--accent); }
        #ticks { display: flex; justify-content: space-between; font-size: 10.5px; gap: 4px; }
        #ticks button {
          all: unset; cursor: pointer; color: var(--quiet); text-align: center; flex: 1 1 0;
          line-height: 1.2; min-width: 0; overflow: hidden; text-overflow: ellipsis;
        }
        #ticks button:first-child { text-align: left; }
        #ticks button:last-child { text-align: right; }
        #ticks button.now, #ticks button:hover {
          color: var(--accent); font-weight: 600; overflow: visible; min-width: max-content;
        }
        #find { position: relative; margin-left: auto; }
        #search {
          width: 230px; padding: 6px 10px; font: inherit; color: inherit; background: var(--ground);
          border: 1px solid var(--rule); border-radius: 6px;
        }
        #found {
          position: absolute; z-index: 2; top: 100%; right: 0; width: 460px; max-height: 60vh; overflow: auto;
          margin-top: 4px; padding: 4px; background: var(--panel); border: 1px solid var(--rule);
          border-radius: 6px; box-shadow: 0 6px 24px rgba(0, 0, 0, 0.18);
        }
        #found:empty { display: none; }
        #found div { padding: 3px 8px; color: var(--quiet); font-size: 12px; }
        #found button {
          all: unset; display: block; cursor: pointer; padding: 3px 8px; border-radius: 4px;
          width: calc(100% - 16px); font-size: 12.5px; overflow-wrap: anywhere;
        }
        #found button:hover, #found button:focus { background: var(--fused); }
        #found small, .quiet { color: var(--quiet); }
        main { position: relative; overflow: hidden; min-height: 0; }
        canvas { position: absolute; inset: 0; width: 100%; height: 100%; cursor: grab; touch-action: none; }
        canvas.over { cursor: pointer; }
        canvas.drag { cursor: grabbing; }
        #tools { position: absolute; left: 12px; bottom: 12px; display: flex; gap: 6px; }
        #tools button {
          font: inherit; font-size: 12.5px; padding: 4px 10px; cursor: pointer; color: inherit;
          background: var(--panel); border: 1px solid var(--rule); border-radius: 6px;
        }
        #legend {
          position: absolute; left: 12px; top: 12px; padding: 8px 12px; font-size: 12px; pointer-events: none;
          background: var(--panel); border: 1px solid var(--rule); border-radius: 6px; opacity: 0.95;
        }
        #legend i {
          display: inline-block; width: 16px; height: 11px; margin-right: 7px; border-radius: 3px;
          border: 1.5px solid; vertical-align: -1px;
        }
        aside {
          overflow: auto; padding: 14px 16px; background: var(--panel); border-left: 1px solid var(--rule);
          min-height: 0;
        }
        aside h2 { font-size: 15px; margin: 0 0 4px; overflow-wrap: anywhere; }
        aside h3 {
          font-size: 11px; margin: 16px 0 4px; color: var(--quiet); text-transform: uppercase;
          letter-spacing: 0.05em;
        }
        aside p { margin: 4px 0; }
        dl { display: grid; grid-template-columns: auto 1fr; gap: 2px 12px; margin: 8px 0; }
        dt { color: var(--quiet); }
        dd { margin: 0; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
        pre, code { font: 12px/1.5 ui-monospace, "DejaVu Sans Mono", Menlo, monospace; }
        pre {
          margin: 4px 0; padding: 8px 10px; overflow: auto; max-height: 50vh; background: var(--ground);
          border-radius: 6px;
        }
        a { color: var(--accent); cursor: pointer; text-decoration: none; }
        a:hover { text-decoration: underline; }
        aside ul { margin: 0; padding: 0; list-style: none; }
        aside li { margin: 2px 0; overflow-wrap: anywhere; font-size: 13px; }
        kbd {
          font: 11px ui-monospace, "DejaVu Sans Mono", monospace; padding: 0 5px; border: 1px solid var(--rule);
          border-radius: 4px;
        }
        @media (max-width: 800px) {
          body { grid-template: auto 1fr 34vh / 1fr; }
          header { grid-column: 1; }
          aside { border-left: 0; border-top: 1px solid var(--rule); }
        }
        """#

    static let body = #"""
        <header>
          <h1 id="title"></h1>
          <div id="passes">
            <input id="slider" type="range" min="0" step="1" aria-label="pass">
            <div id="ticks"></div>
          </div>
          <div id="find">
            <input id="search" type="search" placeholder="layer, op or line  ( / )" aria-label="search"
              autocomplete="off" spellcheck="false">
            <div id="found"></div>
          </div>
        </header>
        <main>
          <canvas id="canvas" tabindex="0" aria-label="the graph"></canvas>
          <div id="legend"></div>
          <div id="tools">
            <button id="fewer" title="close the layers one level further">− layers</button>
            <button id="more" title="open the layers one level further">+ layers</button>
            <button id="fit" title="show all">fit</button>
          </div>
        </main>
        <aside id="panel"></aside>
        """#
}

/// How handouts look on paper: large enough to read at arm's length, black on white, nothing loaded from elsewhere.
enum HandoutStyle {
  static let css = """
    * { box-sizing: border-box; }
    html { font: 14px/1.45 system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; color: #111; background: #fff; }
    body { max-width: 64rem; margin: 1.5rem auto; padding: 0 1rem; overflow-wrap: break-word; }
    h1 { font-size: 1.7rem; line-height: 1.15; margin: 0 0 .4rem; }
    h2 { font-size: 1.2rem; margin: 1.4rem 0 .4rem; border-bottom: 1.5px solid #111; }
    h3 { font-size: 1rem; margin: 1rem 0 .2rem; }
    h1, h2, h3 { break-after: avoid; }
    p { margin: .3rem 0; }
    .lead { color: #333; }
    .notice { border: 2.5px solid #111; padding: .4rem .7rem; font-weight: 600; }
    table { width: 100%; border-collapse: collapse; margin: .4rem 0 1rem; }
    th, td { text-align: left; vertical-align: top; padding: .35rem .6rem .35rem 0; border-bottom: .75px solid #777; }
    thead th { border-bottom: 1.5px solid #111; vertical-align: bottom; }
    .n { text-align: right; white-space: nowrap; }
    .box { border: 1px solid #777; height: 2.1rem; min-width: 3rem; }
    .sheet td, .sheet th { border: 1px solid #777; padding: .35rem; }
    .signed td { height: 9mm; padding: .1rem .35rem; vertical-align: middle; line-height: 1.2; }
    .page + .page { break-before: page; }
    .small .sheet { font-size: .8em; } .small .sheet td { padding: .2rem .35rem; }
    .cards { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
    .card { border: 1.5px solid #111; padding: .8rem; break-inside: avoid; }
    .card dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem .8rem; margin: .4rem 0 0; }
    .card dt { font-weight: 600; } .card dd { margin: 0; }
    .message { border: 1px solid #777; padding: .5rem .7rem; margin: .3rem 0; break-inside: avoid; }
    .length { color: #555; font-size: .8em; }
    .aloud { font-size: 1.35rem; line-height: 1.6; }
    .row { display: flex; flex-wrap: wrap; align-items: center; gap: 1.1rem; margin: 1.2rem 0; }
    .row svg { width: 13%; height: auto; }
    .arrow { font-size: 2.6rem; }
    .arrow:last-child { display: none; }
    .slips + .slips { break-before: page; }
    .slip { border: 1px dashed #555; padding: .6rem; margin: .5rem 0; break-inside: avoid; }
    .slip svg { width: 100%; max-width: 30rem; height: 5rem; }
    .sign { font-size: 2rem; }
    figure { margin: 0; } figure svg { width: 100%; height: auto; max-height: 255mm; }
    @media print { html { font-size: 13px; } body { max-width: none; margin: 0; padding: 0 3px; } tr, li { break-inside: avoid; } thead { display: table-header-group; } }
    """
}

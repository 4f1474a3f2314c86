/// The look of the report's page. The policy of the page allows this style sheet and no other, by
/// its hash.
enum PageStyle {
  static let sheet: StaticString = """
    :root{color-scheme:light;--ink:#1b1f24;--soft:#57606a;--line:#d0d7de;--tint:#f6f8fa}
    *{box-sizing:border-box}
    body{margin:0;color:var(--ink);background:#fff;font:16px/1.55 system-ui,sans-serif}
    header,main,footer{max-width:72rem;margin:0 auto;padding:1rem 1.25rem}
    h1{font-size:2rem;line-height:1.2;margin:1rem 0 .5rem}
    h2{font-size:1.45rem;margin:2.75rem 0 .75rem;padding-top:.5rem;border-top:2px solid var(--ink)}
    h3{font-size:1.15rem;margin:2rem 0 .5rem}
    p,ul,ol,dl{max-width:46rem}
    a{color:#0550ae}
    a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid #0550ae;outline-offset:2px}
    nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:0}
    figure{margin:1rem 0}
    figure img{width:100%;height:auto;border:1px solid var(--line)}
    figcaption,.more,caption,.origin{color:var(--soft);font-size:.9rem}
    .scroll{overflow-x:auto;margin:1rem 0}
    .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(22rem,100%),1fr));gap:0 2rem}
    .cards>*{min-width:0}
    table{border-collapse:collapse;font-size:.92rem}
    caption{text-align:left;padding:.25rem 0;font-weight:600;white-space:nowrap}
    th,td{padding:.3rem .75rem .3rem 0;border-bottom:1px solid var(--line);vertical-align:top}
    th{text-align:left;font-weight:600}
    tbody th{font-weight:400}
    .number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    details{border-bottom:1px solid var(--line);padding:.35rem 0}
    details:has(:target){background:#fff8c5}
    .cards caption{white-space:normal}
    summary{cursor:pointer;overflow-wrap:anywhere}
    details ol{padding-left:1.5rem}
    details li{margin:.5rem 0}
    .origin{display:block;overflow-wrap:anywhere}
    .skip{position:absolute;left:-100rem}
    .skip:focus{left:1rem;top:.5rem;background:#fff;padding:.25rem .5rem}
    @media (max-width:44rem){figure a{display:block;overflow-x:auto}figure img{width:60rem;max-width:none}}
    @media print{nav,.skip{display:none}h2{break-after:avoid}figure,tr{break-inside:avoid}}
    """

  /// The SHA-256 of ``sheet`` in Base64.
  static let hash: StaticString = "sha256-SYaOvuhUS7tm4IxVAHNiMuNAcsbkcIqxoG7JUlilGIU="
}

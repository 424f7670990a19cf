/** The looks of a downloaded page, on a screen and on paper. Colours: 4.5:1 and more on white. */
export const pageStyle = `
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #1d1e26; font: 16px/1.6 Inter, system-ui, sans-serif; }
main { max-width: 760px; margin: 0 auto; padding: 48px 24px; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.25; margin: 1.6em 0 0.5em; break-after: avoid; }
h1.title { margin-top: 0; font-size: 2.1em; }
p { margin: 0.6em 0; }
a { color: #3d3bb0; }
ul, ol { padding-left: 1.6em; }
li.task { list-style: none; margin-left: -1.4em; }
.inner { margin-left: 1.6em; }
blockquote { margin: 1em 0; padding: 2px 16px; border-left: 3px solid #c9cad6; }
.callout { border: 1px solid #d9daf2; border-left: 4px solid #4b49cf; border-radius: 6px; background: #f4f4fd; }
.callout[data-callout="tip"] { border-left-color: #1f7a45; background: #f0f8f3; }
.callout[data-callout="warning"] { border-left-color: #a15c00; background: #fdf6ea; }
.callout[data-callout="caution"] { border-left-color: #b3261e; background: #fdf1f0; }
pre { padding: 12px 16px; border-radius: 6px; background: #f4f4f7; font: 13.5px/1.55 "JetBrains Mono", ui-monospace, monospace; white-space: pre-wrap; }
code { font-family: "JetBrains Mono", ui-monospace, monospace; font-size: 0.9em; }
table { border-collapse: collapse; margin: 1em 0; max-width: 100%; }
th, td { padding: 6px 10px; border: 1px solid #d5d6e0; vertical-align: top; text-align: left; }
th { background: #f4f4f7; font-weight: 650; }
figure { margin: 1.2em 0; break-inside: avoid; }
figure img { max-width: 100%; height: auto; }
figcaption { color: #5d5f70; font-size: 0.9em; }
.missing p { padding: 16px; border: 1px dashed #8b8d9e; border-radius: 6px; color: #5d5f70; }
.card { padding: 10px 14px; border: 1px solid #d5d6e0; border-radius: 6px; }
.mention { color: #3d3bb0; font-weight: 600; }
.columns { display: flex; gap: 24px; }
.columns > div { min-width: 0; }
.math { margin: 1em 0; text-align: center; }
@media (max-width: 600px) { .columns { display: block; } }
@media print { main { max-width: none; padding: 0; } pre, tr { break-inside: avoid; } }
`;

import type { Figure, Table } from '../tabulation/table.ts'
import { escapeHtml } from './escape-html.ts'
import { returnedLine } from './returned-line.ts'
import { figureColumns, linesUnder, rowHeads, tableTitle } from './row-figures.ts'

/** Tables as one HTML document that stands alone: no script, nothing fetched, readable by a screen reader and on paper. */
export const tablesHtml = (tables: readonly Table<Figure>[]): string => {
  const survey = escapeHtml(tables[0]?.survey ?? '')
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${survey}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${survey}</h1>
${tables.map(section).join('\n')}
</main>
</body>
</html>
`
}

const section = (table: Table<Figure>): string => {
  const figures = figureColumns(table)
  const title = escapeHtml(tableTitle(table))
  const names = rowHeads(table)
  const heads = [...names, ...figures].map(({ label }) => `<th scope="col">${escapeHtml(label)}</th>`).join('')
  const rows = table.rows.map((row) => {
    const cells = figures.map(({ of }) => `<td>${of(row)}</td>`).join('')
    const head = names.map(({ of }) => `<th scope="row">${escapeHtml(of(row))}</th>`).join('')
    return `<tr>${head}${cells}</tr>`
  })
  return `<section>
<div class="sideways" role="region" aria-label="${title}" tabindex="0">
<table>
<caption>${title}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</div>
<p>${escapeHtml(returnedLine(table))}</p>
${linesUnder(table)
  .map((note) => `<p>${escapeHtml(note)}</p>`)
  .join('\n')}
</section>`
}

const style = `
body { margin: 24px; color: #1a1c1e; background: #ffffff; font: 17px/24px "Helvetica Neue", Arial, "Noto Sans", system-ui, sans-serif }
h1 { font-size: 2rem; line-height: 36px }
p { max-width: 680px }
.sideways { overflow-x: auto }
table { border-collapse: collapse; font-variant-numeric: tabular-nums }
caption { text-align: left; font-weight: bold; padding: 8px 0 }
th, td { padding: 8px 12px; text-align: right; border-bottom: 1px solid #c9cdc8 }
tbody th, thead th:first-child { text-align: left }
tbody th { font-weight: normal }
thead { display: table-header-group }
tr { break-inside: avoid }
@page { size: A4; margin: 18mm }
`

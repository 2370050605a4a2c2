import { escapeHtml } from '../../export/escape-html.ts'
import type { RecordLine } from './processing-record.ts'

export interface ProcessingRecord {
  readonly id: string
  readonly title: string
  readonly lines: readonly RecordLine[]
}

/** The record of processing as a document that stands alone: no script, nothing fetched. */
export const processingHtml = (records: readonly ProcessingRecord[], day: string): string => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Record of processing</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem}dt{font-weight:700;margin-top:.75rem}dd{margin:0}</style>
</head>
<body>
<main>
<h1>Record of processing</h1>
<p>As of ${escapeHtml(day)}.</p>
${records
  .map(
    ({ title, lines }) => `<h2>${escapeHtml(title)}</h2>
<dl>${lines.map(({ term, words }) => `<dt>${escapeHtml(term)}</dt>${words.map((each) => `<dd>${escapeHtml(each)}</dd>`).join('')}`).join('\n')}</dl>`,
  )
  .join('\n')}
</main>
</body>
</html>
`

import type { FormRows } from './read-form-rows.ts'

/** The id of the element of a page that holds the rows of its form. */
export const formElement = 'form-rows'

/** JSON as it may stand in a page: no `<` in it, so that nothing in a survey or an answer can end the element. */
export const formRowsTag = (rows: FormRows): string =>
  `<script type="application/json" id="${formElement}">${JSON.stringify(rows).replaceAll('<', String.raw`\u003c`)}</script>`

/**
 * The page with the rows of its form at its end. What stands before them is answered at once, so that the browser begins
 * with it while they are read; where they do not come in `patience` milliseconds, the page reads them itself.
 */
export const pageWithForm = async (
  page: Response,
  reading: Promise<FormRows | null>,
  patience: number,
): Promise<Response> => {
  const text = await page.text()
  const end = text.lastIndexOf('</body>')
  const late = new Promise<null>((resolve) => void setTimeout(() => resolve(null), patience))
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start: async (stream) => {
      stream.enqueue(encoder.encode(text.slice(0, end)))
      const rows = await Promise.race([reading, late])
      stream.enqueue(encoder.encode(`${rows === null ? '' : formRowsTag(rows)}${text.slice(end)}`))
      stream.close()
    },
  })
  const headers = new Headers(page.headers)
  for (const name of ['content-length', 'content-encoding', 'etag']) headers.delete(name)
  return new Response(body, { headers })
}

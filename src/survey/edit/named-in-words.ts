import type { Element, Page } from '../definition.ts'
import { textIn } from '../text.ts'
import { withGaps } from '../text-parts.ts'

/** Words in quotation marks, cut where they are long. */
export const quoted = (words: string): string => {
  const short = withGaps(words).replaceAll(/\s+/g, ' ').trim()
  return short.length > 60 ? `‘${short.slice(0, 57).trimEnd()}…’` : `‘${short}’`
}

/** How a question, panel or page is spoken of: by its wording, or its id while it has none. */
export const named = (part: Element | Page): string => quoted(textIn(part.title).trim() || part.name)

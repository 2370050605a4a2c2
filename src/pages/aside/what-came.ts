import type { AsideEntry } from '../../protocol/aside-messages.ts'
import { referenceOf, type ResponseId } from '../../response/revision.ts'
import { isJsonObject } from '../../survey/json.ts'

/** What can be said of something that could not be counted, as far as it can be read. */
export interface WhatCame {
  /** The id of the survey that it says it answers; null where it does not say. */
  readonly survey: string | null
  readonly reference: string | null
  /** It as it came, laid out to be looked at. */
  readonly text: string
}

export const whatCame = ({ content, characters }: AsideEntry): WhatCame => {
  const sent = content.length < characters ? null : parse(content)
  if (!isJsonObject(sent)) return { survey: null, reference: null, text: content }
  const { survey, response } = sent
  return {
    survey: typeof survey === 'string' ? survey : null,
    reference: typeof response === 'string' ? referenceOf(response as ResponseId) : null,
    text: JSON.stringify(sent, null, 2),
  }
}

const parse = (content: string): unknown => {
  try {
    return JSON.parse(content)
  } catch {
    return null
  }
}

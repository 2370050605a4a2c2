import type { WayIn } from '../../response/revision.ts'
import type { Definition } from '../../survey/definition.ts'
import { isJsonObject } from '../../survey/json.ts'

/** Who the preview is seen by: what links show is what families see. */
export type PreviewedWay = Extract<WayIn, 'family' | 'interviewer'>

/** Builder → preview frame: what to show. Sent again at each change of the survey or of the chosen question. */
export interface ShowPreview {
  readonly kind: 'proforma-preview'
  readonly definition: Definition
  readonly language: string
  readonly way: PreviewedWay
  /** The question, group or section whose part of the form to turn to; null stays where the form stands. */
  readonly question: string | null
  /** Ours, or that of any other program that reads SurveyJS definitions. */
  readonly look: 'ours' | 'surveyjs'
}

/** Preview frame → builder: it listens, so whatever was sent before is to be sent again. */
export interface PreviewReady {
  readonly kind: 'proforma-preview-ready'
}

/** Reads a message between the two. Both come from this app: another window's messages have other kinds. */
export const readPreviewMessage = (data: unknown): ShowPreview | PreviewReady | null => {
  if (!isJsonObject(data)) return null
  const message = data as unknown as ShowPreview | PreviewReady
  return message.kind === 'proforma-preview' || message.kind === 'proforma-preview-ready' ? message : null
}

import { type CSSProperties, useEffect, useMemo, useState } from 'react'
import type { Definition } from '../../survey/definition.ts'
import { loadSurveyJs, type SurveyJsParts } from './surveyjs-parts.ts'

interface SurveyJsLookProps {
  readonly definition: Definition
  readonly language: string
}

/**
 * A survey as another program shows it that reads SurveyJS definitions: what leaves here as a file is worth as much as it
 * is elsewhere. Answers in it go nowhere.
 */
export const SurveyJsLook = ({ definition, language }: SurveyJsLookProps) => {
  const [parts, setParts] = useState<SurveyJsParts | null>(null)
  useEffect(() => {
    void loadSurveyJs().then(setParts)
  }, [])
  const model = useMemo(() => parts?.plainModel(definition, language), [parts, definition, language])
  if (parts === null || model === undefined) return null
  const { Survey } = parts
  return (
    <div style={{ '--sjs-font-family': 'system-ui, sans-serif' } as CSSProperties}>
      <Survey model={model} />
    </div>
  )
}

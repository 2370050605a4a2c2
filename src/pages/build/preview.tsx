import { memo, useMemo } from 'react'
import type { Definition } from '../../survey/definition.ts'
import { publishable } from '../../survey/publishable.ts'
import { PreviewFrame } from '../preview/preview-frame.tsx'
import type { PreviewedWay } from '../preview/preview-message.ts'
import css from './field.module.css'
import { previewPart } from './preview-part.ts'

interface PreviewProps {
  readonly definition: Definition
  readonly language: string
  readonly way: PreviewedWay
  readonly chosen: string | null
  /** In CSS pixels. */
  readonly width: number
  readonly look?: 'ours' | 'surveyjs'
}

/** The form as people will see it; of a long one what stands around the chosen question. */
export const Preview = memo(({ definition, language, way, chosen, width, look = 'ours' }: PreviewProps) => {
  const part = useMemo(() => previewPart(definition, chosen), [definition, chosen])
  const published = useMemo(() => publishable(part.definition), [part])
  return (
    <>
      {part.isWhole ? null : (
        <p className={css.hint}>
          This survey is long. Shown here is the part you work on, without rules that look at other parts.
        </p>
      )}
      <PreviewFrame definition={published} language={language} way={way} question={chosen} width={width} look={look} />
    </>
  )
})

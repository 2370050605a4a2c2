import { useEffect, useRef, useState } from 'react'
import type { Definition } from '../../survey/definition.ts'
import { type PreviewedWay, readPreviewMessage, type ShowPreview } from './preview-message.ts'
import css from './preview.module.css'

interface PreviewFrameProps {
  readonly definition: Definition
  /** A language of the survey by its code, or `default` for the one it was written in. */
  readonly language: string
  readonly way?: PreviewedWay
  readonly question: string | null
  readonly look?: ShowPreview['look']
  /** The width that the form believes it has, in CSS pixels. */
  readonly width: number
}

/** The very screens that collect, in a frame of their own with a width of their own. Answers in it go nowhere. */
export const PreviewFrame = ({
  definition,
  language,
  way = 'family',
  question,
  look = 'ours',
  width,
}: PreviewFrameProps) => {
  const frame = useRef<HTMLIFrameElement>(null)
  const [ready, setReady] = useState(0)

  useEffect(() => {
    const listen = (event: MessageEvent): void => {
      if (event.source !== frame.current?.contentWindow || event.origin !== location.origin) return
      if (readPreviewMessage(event.data)?.kind === 'proforma-preview-ready') setReady((times) => times + 1)
    }
    window.addEventListener('message', listen)
    return () => window.removeEventListener('message', listen)
  }, [])

  useEffect(() => {
    if (ready === 0) return undefined
    const message: ShowPreview = { kind: 'proforma-preview', definition, language, way, question, look }
    // After a pause: to open the form anew at each key would make the typing wait.
    const timer = setTimeout(() => frame.current?.contentWindow?.postMessage(message, location.origin), 250)
    return () => clearTimeout(timer)
  }, [ready, definition, language, way, question, look])

  return (
    <section className={css.frame} aria-label="Preview, scrolls sideways" tabIndex={0}>
      <iframe ref={frame} src="/preview" title="Preview of the form" style={{ width }} className={css.inside} />
    </section>
  )
}

import { useEffect, useState } from 'react'
import { pagedFor } from '../../response/paged-for.ts'
import { loadEngineParts } from './engine-parts.ts'
import { painted } from '../frame/painted.ts'
import type { WhyNotOpen } from './cannot-open.tsx'
import type { OpenForm } from './open-form.ts'

/** Why a form is not routed: what it needs is not here yet, or its survey can't be opened at all. */
export interface NotRouted {
  readonly why: Extract<WhyNotOpen, 'openPartMissing' | 'openNotReadable'>
  /** Of a survey that can't be opened: what in it, in English. */
  readonly detail: string
}

/** Milliseconds that the form may be held up at a time. */
const patience = 30

const nextTask = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve))

/** Brings the engine to a form that stands already, once what stands is painted. Null as long as nothing is wrong. */
export const useRouting = ({ filling, version, kept }: OpenForm): NotRouted | null => {
  const [problem, setProblem] = useState<NotRouted | null>(null)
  const { definition } = version
  const { way } = kept.draft
  useEffect(() => {
    let current = true
    const route = async (): Promise<void> => {
      if (filling.knows !== 'nothing') await painted()
      const parts = await loadEngineParts().catch(() => null)
      if (!current || filling.knows === 'all-now') return
      if (parts === null) {
        setProblem({ why: 'openPartMissing', detail: '' })
        return
      }
      // A version may come from another device: whatever it holds, it goes through the whitelist before it runs here.
      const opened = parts.openDefinition(definition)
      if (!opened.ok) {
        setProblem({ why: 'openNotReadable', detail: opened.findings[0]?.reason ?? '' })
        return
      }
      // A long survey takes a while to check and a while to open, and somebody may be typing.
      const opening = parts.openFillingByParts(pagedFor(definition, way), filling.typed())
      let until = 0
      let part = opening.next()
      while (part.done !== true) {
        if (performance.now() > until) {
          await nextTask()
          if (!current) return
          until = performance.now() + patience
        }
        part = opening.next()
      }
      // Drawing what is asked is a task of its own too.
      await nextTask()
      if (current) filling.routeBy(part.value)
    }
    void route()
    return () => {
      current = false
    }
  }, [filling, definition, way])
  return problem
}

import { useEffect, useState } from 'react'
import { pagedFor } from '../../response/paged-for.ts'
import { loadEngineParts } from './engine-parts.ts'
import { painted } from '../frame/painted.ts'
import type { OpenForm } from './open-form.ts'

/** Why a form is not routed: what it needs is not here yet, or its survey can't be opened at all. */
export type NotRouted = { readonly kind: 'engine-missing' | 'not-opened'; readonly reason: string }

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
        const reason = 'A part of the app is not on this device yet. Open it once with a network.'
        setProblem({ kind: 'engine-missing', reason })
        return
      }
      // A version may come from another device: whatever it holds, it goes through the whitelist before it runs here.
      const opened = parts.openDefinition(definition)
      // Two tasks: a long survey takes a while to check and a while to open, and somebody may be typing.
      await new Promise((resolve) => void setTimeout(resolve))
      if (!current) return
      if (opened.ok) filling.routeBy((typed) => parts.openFilling(pagedFor(definition, way), typed))
      else {
        const reason = `The survey holds what cannot be opened here. ${opened.findings[0]?.reason ?? ''}`
        setProblem({ kind: 'not-opened', reason })
      }
    }
    void route()
    return () => {
      current = false
    }
  }, [filling, definition, way])
  return problem
}

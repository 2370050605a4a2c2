import { useEffect, useRef, useState } from 'react'
import type { DraftChange } from '../../device/save-draft.ts'
import { askToPersist, type StorageState } from '../../device/storage-state.ts'
import type { Answers } from '../../response/answers.ts'
import { consentLog } from '../../response/consent.ts'
import type { Draft } from '../../response/draft.ts'
import { timeInUse } from '../../response/time-in-use.ts'
import type { Version } from '../../survey/version.ts'
import { useDevice } from '../app/device-context.ts'

export interface Sitting {
  /** What is kept beside the answers at each save: when consent was given, and the time on the form. Nothing of keys. */
  readonly note: (typed: Answers, language: string) => Pick<DraftChange, 'consents' | 'seconds'>
  /** What the browser answered when it was asked to keep what is saved; null before, or where it does not say. */
  readonly storage: StorageState | null
}

/** One sitting at a form, from its opening on this screen to its end. */
export const useSitting = (draft: Draft, { id: version, definition }: Version): Sitting => {
  const { clock } = useDevice()
  const [storage, setStorage] = useState<StorageState | null>(null)
  const asked = useRef(false)
  const [log] = useState(() => consentLog(definition, draft.consents ?? [], draft.answers))
  const [time] = useState(() => timeInUse(draft.seconds ?? 0, clock().getTime()))

  useEffect(() => {
    const touched = (): void => time.touched(clock().getTime())
    const turned = (): void => time[document.hidden ? 'hidden' : 'shown'](clock().getTime())
    const touches = ['pointerdown', 'keydown', 'scroll'] as const
    for (const touch of touches) document.addEventListener(touch, touched, { passive: true, capture: true })
    document.addEventListener('visibilitychange', turned)
    return () => {
      for (const touch of touches) document.removeEventListener(touch, touched, { capture: true })
      document.removeEventListener('visibilitychange', turned)
    }
  }, [time, clock])

  const note: Sitting['note'] = (typed, language) => {
    if (!asked.current) {
      asked.current = true
      // With the first answer there is something to keep: the browser is asked for its promise.
      void askToPersist(navigator.storage).then(setStorage)
    }
    const now = clock()
    const consents = log.note(typed, { version, language, at: now })
    return { ...(consents.length === 0 ? {} : { consents }), seconds: time.seconds(now.getTime()) }
  }
  const [stable] = useState(() => note)
  return { note: stable, storage }
}

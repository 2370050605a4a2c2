import { useCallback, useEffect, useState } from 'react'
import { keepLedger } from '../../device/kept-ledger.ts'
import type { Ledger } from '../../population/ledger.ts'
import type { SurveyId } from '../../survey/ids.ts'
import { ask, type Done } from './ask.ts'
import { useDevice } from '../app/device-context.ts'

/** How letters of a survey are going out. */
export interface SendingShown {
  readonly total: number
  readonly done: number
  readonly failure: string | null
  readonly running: boolean
}

export type LedgerRead =
  | {
      readonly ok: true
      readonly ledger: Ledger | null
      readonly canMail: boolean
      readonly sending: SendingShown | null
    }
  | { readonly ok: false; readonly reason: string }

/** The list of a survey as the server has it, and what can be done to it. Without a network there is none to be had. */
export const useLedger = (survey: string) => {
  const { database, clock } = useDevice()
  const [read, setRead] = useState<LedgerRead | null>(null)

  const load = useCallback(async (): Promise<LedgerRead> => {
    const asked = await ask(`/api/v1/populations/${survey}`)
    if (!asked.ok) return asked
    const { ledger, canMail, sending } = asked.body as unknown as Extract<LedgerRead, { ok: true }>
    await keepLedger(database, survey as SurveyId, ledger, clock())
    return { ok: true, ledger, canMail, sending }
  }, [survey, database, clock])

  useEffect(() => {
    let current = true
    void load().then((now) => current && setRead(now))
    return () => {
      current = false
    }
  }, [load])

  // While letters go out, how far they are is told.
  const isSending = read?.ok === true && read.sending?.running === true
  useEffect(() => {
    if (!isSending) return undefined
    // The list itself comes again only when all are out: it may be long.
    const look = async (): Promise<void> => {
      const asked = await ask(`/api/v1/populations/${survey}/sending`)
      const sending = asked.ok ? (asked.body['sending'] as SendingShown | null) : null
      if (sending === null) return
      if (sending.running) setRead((now) => (now?.ok === true ? { ...now, sending } : now))
      else setRead(await load())
    }
    const timer = setInterval(() => void look(), 1000)
    return () => clearInterval(timer)
  }, [isSending, load, survey])

  const act = useCallback(
    async (path: string, body: object, more: 'more-follows' | null = null): Promise<Done> => {
      const done = await ask(`/api/v1/populations/${survey}/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      // What is done in several requests is read again after the last, or the first that failed.
      if (more === null || !done.ok) setRead(await load())
      return done
    },
    [survey, load],
  )
  return { read, act }
}

export type Act = ReturnType<typeof useLedger>['act']

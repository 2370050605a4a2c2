import { type ReactNode, useEffect, useState } from 'react'
import { Link } from 'wouter'
import { type DesignKeeper, designKeeper } from '../../device/design-keeper.ts'
import { openDesign } from '../../device/open-design.ts'
import type { SurveyId } from '../../survey/ids.ts'
import { useDevice } from '../app/device-context.ts'
import { useScreen } from '../frame/use-screen.ts'
import { designSession, type DesignSession } from './design-session.ts'
import { SessionContext } from './session-context.ts'
import { KeeperContext } from './keeper-context.ts'

type Opened = { readonly session: DesignSession; readonly keeper: DesignKeeper } | { readonly reason: string }

interface OpenDesignProps {
  readonly survey: string
  readonly children: ReactNode
}

/** Opens a survey to be built on, with the steps that can be undone, and keeps every change. */
export const OpenDesign = ({ survey, children }: OpenDesignProps) => {
  const { database, clock } = useDevice()
  const [opened, setOpened] = useState<Opened | null>(null)

  useEffect(() => {
    let current = true
    const load = async (): Promise<void> => {
      const found = await openDesign(database, survey as SurveyId, clock)
      if (!current) return
      if (found.kind === 'opened') {
        const keeper = designKeeper(database, found.open, clock, afterPaint)
        const ports = { start: keeper.start, now: () => clock().getTime(), keep: keeper.keep }
        setOpened({ session: designSession(ports), keeper })
      } else setOpened({ reason: found.kind === 'gone' ? 'It is not on this device.' : found.reason })
    }
    void load()
    return () => {
      current = false
    }
  }, [database, survey, clock])

  useEffect(() => {
    if (opened === null || 'reason' in opened) return undefined
    // A page that is left, or a tablet that goes to sleep, does not wait.
    const saveNow = (): void => void opened.keeper.save()
    document.addEventListener('visibilitychange', saveNow)
    window.addEventListener('pagehide', saveNow)
    return () => {
      document.removeEventListener('visibilitychange', saveNow)
      window.removeEventListener('pagehide', saveNow)
    }
  }, [opened])

  if (opened === null) return null
  if ('reason' in opened) return <CannotOpen reason={opened.reason} />
  return (
    <KeeperContext value={opened.keeper}>
      <SessionContext value={opened.session}>{children}</SessionContext>
    </KeeperContext>
  )
}

/** A write clones the whole survey: the letter is shown first. Long enough for a slow tablet to paint it. */
const afterPaint = (work: () => void): void => void setTimeout(work, 100)

const CannotOpen = ({ reason }: { readonly reason: string }) => {
  useScreen('This survey cannot be opened', 'cannot-open')
  return (
    <>
      <h1 tabIndex={-1}>This survey cannot be opened</h1>
      <p>{reason}</p>
      <p>
        <Link href="/">Go to Home</Link>
      </p>
    </>
  )
}

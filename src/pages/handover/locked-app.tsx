import { useEffect, useRef, useState } from 'react'
import { type LockRead, watchLock } from '../../device/lock.ts'
import type { Lock } from '../../device/tablet-row.ts'
import { useDevice } from '../app/device-context.ts'
import { LastScreenContext } from '../frame/last-screen.ts'
import { CannotRead } from './cannot-read.tsx'
import css from './handover.module.css'
import { OneForm } from './one-form.tsx'

interface LockedAppProps {
  /** As it was read before anything was drawn. */
  readonly first: Exclude<LockRead, null>
  /** Ends this page and begins a fresh one at an address. Only the first call counts. */
  readonly leave: (address: string) => void
}

/** The whole app while a family has the tablet: one form and nothing else, at every address and in every tab. */
export const LockedApp = ({ first, leave }: LockedAppProps) => {
  const { database } = useDevice()
  const [lock, setLock] = useState(first)
  const destination = useRef('/')

  useEffect(() => {
    let before = first
    return watchLock(database, (now) => {
      // A read that fails lets nobody out: what stands, stands.
      if (now === 'unknown') return
      if (now === null || !followsHere(before, now)) return leave(destination.current)
      before = now
      setLock(now)
    })
  }, [database, first, leave])

  const leaveTo = (address: string): void => {
    destination.current = address
  }

  return (
    <LastScreenContext value={useRef<string | null>(null)}>
      {lock === 'unknown' ? (
        <main className={css.locked}>
          <CannotRead />
        </main>
      ) : (
        <OneForm lock={lock} onLock={setLock} leaveTo={leaveTo} leave={() => leave(destination.current)} />
      )}
    </LastScreenContext>
  )
}

/** Whether this very page may show that lock next. A form that has ended must leave nothing: what follows is a fresh page. */
const followsHere = (before: Lock | 'unknown', now: Lock): boolean =>
  before !== 'unknown' &&
  now.response === before.response &&
  (now.phase !== 'given-back' || before.phase === 'given-back')

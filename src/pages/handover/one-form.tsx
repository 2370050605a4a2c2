import { useEffect, useState } from 'react'
import { goOn, type LockWritten, staffChose, type StaffChoice } from '../../device/hand-over.ts'
import type { StaffPin } from '../../device/pin.ts'
import type { Lock, LockPhase } from '../../device/tablet-row.ts'
import { useDevice } from '../app/device-context.ts'
import { CannotRead } from './cannot-read.tsx'
import { fillScreen } from './full-screen.ts'
import { phaseShown, quietAfter, readHandedOver } from './handed-over.ts'
import css from './handover.module.css'
import { LockedScreen } from './locked-screen.tsx'
import type { Shown } from './shown.ts'
import { StaffArea } from './staff-area.tsx'
import { useQuiet } from './use-quiet.ts'

interface OneFormProps {
  readonly lock: Lock
  readonly onLock: (lock: Lock) => void
  /** Says where to go once it is unlocked: a tab that only hears of it goes to Home. */
  readonly leaveTo: (address: string) => void
  readonly leave: () => void
}

/** The form that this tablet is locked to, in the phase that it is in, and the way back to staff. */
export const OneForm = ({ lock, onLock, leaveTo, leave }: OneFormProps) => {
  const { database, clock } = useDevice()
  const [shown, setShown] = useState<Shown | 'unknown' | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [quiets, setQuiets] = useState(0)

  useEffect(() => {
    let current = true
    const load = async (): Promise<void> => {
      const handed = await readHandedOver(database, lock).catch(() => null)
      if (current) setShown(handed === null ? 'unknown' : { handed, phase: phaseShown(lock, handed, clock()) })
    }
    void load()
    return () => {
      current = false
    }
  }, [database, lock, clock])

  const take = (written: LockWritten): void => {
    setProblem(written.ok ? null : written.reason)
    if (!written.ok) return
    if (written.lock === null || written.lock.phase === 'given-back') leave()
    else onLock(written.lock)
  }
  const goTo = async (phase: LockPhase): Promise<void> => take(await goOn(database, lock, phase, clock))

  const choose = async (staff: StaffPin, choice: StaffChoice): Promise<void> => {
    if (choice === 'carry-on') fillScreen()
    leaveTo(choice === 'take-over' ? `/collect/${lock.response}` : '/')
    take(await staffChose(database, staff, lock, choice, clock))
  }

  useQuiet(clock, quietAfter, () => {
    // Also takes back what staff had unlocked and then left.
    setQuiets((before) => before + 1)
    // Covered first: whether that could be written down or not.
    if (lock.phase === 'form') onLock({ ...lock, phase: 'waiting' })
    if (lock.phase === 'form') void goTo('waiting')
    if (lock.phase === 'thanks') void goTo('given-back')
  })

  if (shown === null) return null
  if (shown === 'unknown')
    return (
      <main className={css.locked}>
        <CannotRead />
      </main>
    )
  return (
    <StaffArea key={quiets} shown={shown} problem={problem} choose={choose}>
      <LockedScreen response={lock.response} shown={shown} goTo={(phase) => void goTo(phase)} />
    </StaffArea>
  )
}

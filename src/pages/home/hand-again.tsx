import { useEffect, useRef, useState } from 'react'
import { handOver } from '../../device/hand-over.ts'
import type { ResponseId } from '../../response/revision.ts'
import { useDevice } from '../app/device-context.ts'
import { BeforeHandOver, type Hindrances, readHindrances } from '../begin/before-hand-over.tsx'
import button from '../styles/button.module.css'
import css from './home.module.css'

interface HandAgainProps {
  readonly response: ResponseId
  readonly title: string
}

/** Locks the tablet to a family's form that staff had left, as Begin locks it to a new one. */
export const HandAgain = ({ response, title }: HandAgainProps) => {
  const { database, clock } = useDevice()
  const [hindrances, setHindrances] = useState<Hindrances | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const wasHindered = useRef(false)
  const opener = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    if (hindrances === null && wasHindered.current) opener.current?.focus()
    wasHindered.current = hindrances !== null
  }, [hindrances])

  /** Once the lock is written, this page ends: what follows is a cover, on a fresh one. */
  const hand = async (confirmed: boolean): Promise<void> => {
    const found = await readHindrances(database, confirmed)
    setHindrances(found)
    if (found !== null) return
    const locked = await handOver(database, response, clock)
    setProblem(locked.ok ? null : locked.reason)
  }

  if (hindrances !== null)
    return (
      <div className={css.before}>
        {' '}
        <BeforeHandOver
          hindrances={hindrances}
          goOn={(confirmed) => void hand(confirmed)}
          goBack={() => setHindrances(null)}
          back="Not now"
        />
      </div>
    )
  return (
    <>
      <button ref={opener} type="button" className={button.secondary} onClick={() => void hand(false)}>
        Hand to the family<span className="visually-hidden">: {title}</span>
      </button>
      {problem === null ? null : (
        <p role="alert" className={css.problem}>
          The tablet was not handed over. {problem}
        </p>
      )}
    </>
  )
}

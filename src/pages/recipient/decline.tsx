import { useId, useState } from 'react'
import type { Fetch } from '../../device/ports.ts'
import { useWords } from '../collect/words.ts'
import button from '../styles/button.module.css'
import css from './recipient.module.css'

interface DeclineProps {
  readonly fetch: Fetch
  readonly declined: () => void
}

/** The way to say no, with a reason if there is one. What was answered until then stays where it is. */
export const Decline = ({ fetch, declined }: DeclineProps) => {
  const { say } = useWords()
  const id = useId()
  const [reason, setReason] = useState('')
  const [failed, setFailed] = useState(false)
  const decline = async (): Promise<void> => {
    const body = JSON.stringify({ reason: reason.replaceAll(/\p{Cc}+/gu, ' ').slice(0, 500) })
    const headers = { 'content-type': 'application/json' }
    const answered = await fetch('/api/v1/recipient/decline', { method: 'POST', headers, body }).catch(() => null)
    if (answered?.ok === true) declined()
    else setFailed(true)
  }
  return (
    <details className={css.decline}>
      <summary>{say('linkDecline')}</summary>
      <label htmlFor={id}>{say('linkDeclineWhy')}</label>
      <textarea
        id={id}
        className={css.reason}
        rows={3}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {failed ? <p role="alert">{say('linkNoNetwork')}</p> : null}
      <button type="button" className={button.secondary} onClick={() => void decline()}>
        {say('linkDeclineSend')}
      </button>
    </details>
  )
}

import { useEffect, useId, useRef, useState } from 'react'
import { carryOut } from '../../device/carry-out.ts'
import { deleteReturn, retryReturn } from '../../device/delete-return.ts'
import { referenceOf, type Revision } from '../../response/revision.ts'
import { useDevice } from '../app/device-context.ts'
import { download } from '../frame/download.ts'
import button from '../styles/button.module.css'
import { fileName } from './file-name.ts'
import css from './outbox.module.css'

/** What can be done with one return that has not reached the server. */
export const ReturnTools = ({ revision }: { readonly revision: Revision }) => {
  const { database, background, clock } = useDevice()
  const [asking, setAsking] = useState<boolean | null>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const reference = referenceOf(revision.response)

  // The field goes away with what was pressed in it.
  useEffect(() => {
    if (asking === false) opener.current?.focus()
  }, [asking])

  const retry = async (): Promise<void> => {
    await retryReturn(database, revision.id)
    await (await background).sync.sendNow()
  }

  const save = async (): Promise<void> => {
    const text = await carryOut(database, { revision: revision.id })
    download(fileName(reference, clock()), 'application/x-ndjson', text)
  }

  if (asking) return <DeleteForm revision={revision} close={() => setAsking(false)} />
  const of = <span className="visually-hidden"> {reference}</span>
  return (
    <div className={button.row}>
      <button type="button" className={button.quiet} onClick={() => void retry()}>
        Try again{of}
      </button>
      <button type="button" className={button.quiet} onClick={() => void save()}>
        Save as a file{of}
      </button>
      <button ref={opener} type="button" className={button.quiet} onClick={() => setAsking(true)}>
        Delete{of}
      </button>
    </div>
  )
}

interface DeleteFormProps {
  readonly revision: Revision
  readonly close: () => void
}

const DeleteForm = ({ revision, close }: DeleteFormProps) => {
  const { database, clock } = useDevice()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const field = useId()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])

  const deleteForGood = async (): Promise<void> => {
    if (reason.trim() === '') {
      setProblem('Say why these answers are deleted.')
      input.current?.focus()
      return
    }
    const deleted = await deleteReturn(database, revision.id, reason.trim(), clock)
    if (deleted.ok) document.querySelector<HTMLElement>('main h1')?.focus()
    else setProblem(deleted.reason)
  }

  return (
    <form
      className={css.delete}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void deleteForGood()
      }}
    >
      <p>These answers are on this device only. Once they are deleted, nobody can bring them back.</p>
      <label htmlFor={field}>Why are they deleted?</label>
      {problem === null ? null : (
        <p role="alert" id={`${field}-problem`} className={css.problem}>
          {problem}
        </p>
      )}
      <input
        ref={input}
        id={field}
        value={reason}
        maxLength={200}
        autoComplete="off"
        aria-describedby={problem === null ? undefined : `${field}-problem`}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className={button.row}>
        <button type="submit" className={button.secondary}>
          Delete these answers for good
        </button>
        <button type="button" className={button.quiet} onClick={close}>
          Keep them
        </button>
      </div>
    </form>
  )
}

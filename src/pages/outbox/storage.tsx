import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { browserPorts, type FieldWorkFacts, fieldWorkWarnings, readFieldWorkFacts } from '../../device/field-work.ts'
import { askToPersist, type StorageState } from '../../device/storage-state.ts'
import button from '../styles/button.module.css'
import css from './outbox.module.css'

/** Whether what this device keeps is safe from being cleared, how full it is, and what to do about it. */
export const Storage = () => {
  const [facts, setFacts] = useState<FieldWorkFacts | null>(null)
  const [refused, setRefused] = useState(false)
  useEffect(() => {
    void readFieldWorkFacts(browserPorts()).then(setFacts)
  }, [])

  const ask = async (): Promise<void> => {
    const storage = await askToPersist(navigator.storage)
    setRefused(storage.persisted !== true)
    setFacts((before) => (before === null ? null : { ...before, storage }))
  }

  return (
    <>
      <h2>This device</h2>
      {facts === null ? null : (
        <>
          <p>{storageWords(facts.storage)}</p>
          {fieldWorkWarnings(facts).map(({ kind, words }) => (
            <p key={kind} className={css.reason}>
              {words}
            </p>
          ))}
          {facts.storage.persisted === false ? (
            <div className={button.row}>
              <button type="button" className={button.secondary} onClick={() => void ask()}>
                Ask the browser to keep it
              </button>
              <Link href="/settings/keep-open" className={button.quiet}>
                How to put Proforma on the Home Screen
              </Link>
            </div>
          ) : null}
          <output className={css.taken}>
            {refused
              ? 'The browser does not promise it yet. It often does once Proforma is on the Home Screen and in use.'
              : null}
          </output>
        </>
      )}
    </>
  )
}

const storageWords = ({ persisted, used, quota }: StorageState): string => {
  const safe =
    persisted === true
      ? 'What is saved here is safe: the browser has promised to keep it.'
      : 'What is saved here stays, but the browser may clear it when space runs out. Send often, and add Proforma to the Home Screen.'
  return used === null || quota === null || quota === 0 ? safe : `${safe} ${share(used / quota)} of its space is used.`
}

const share = (used: number): string => (used < 0.01 ? 'Less than 1%' : `${Math.round(100 * used)}%`)

import { useId, useState } from 'react'
import { Link } from 'wouter'
import button from '../styles/button.module.css'
import { OneQr } from './one-qr.tsx'
import css from './population.module.css'
import type { Act } from './use-ledger.ts'

/** Ways that need no list: a link for whoever has it, up to a number of returns, and the tablets. */
export const OtherWays = ({ survey, act }: { readonly survey: string; readonly act: Act }) => {
  const id = useId()
  const [most, setMost] = useState('100')
  const [link, setLink] = useState<string | null>(null)
  const [told, setTold] = useState('')
  const make = async (): Promise<void> => {
    const number = Number(most)
    if (!/^\d{1,6}$/.test(most.trim()) || number < 2 || number > 100_000)
      return setTold('Returns at most: write a whole number from 2 to 100000.')
    const done = await act('open-link', { most: number })
    if (!done.ok) return setTold(done.reason)
    const token = done.body['token']
    if (typeof token === 'string') setLink(`${location.origin}/r#${token}`)
    return setTold('')
  }
  const copy = (): void =>
    void navigator.clipboard.writeText(link ?? '').then(
      () => setTold('Copied.'),
      () => setTold('The browser does not let us copy. Select the link and copy it.'),
    )
  return (
    <details className={css.part}>
      <summary>
        <h2>Other ways to send it</h2>
      </summary>
      <h3>Open link</h3>
      <p>
        One link for everybody, to put on a website or a poster. Each return counts in the tables, but nobody can say
        how many were asked. End it under Returns.
      </p>
      <div className={css.fields}>
        <label htmlFor={id}>Returns at most</label>
        <input
          id={id}
          className={css.short}
          inputMode="numeric"
          value={most}
          onChange={(event) => setMost(event.target.value)}
        />
        <button type="button" className={button.secondary} onClick={() => void make()}>
          Make an open link
        </button>
        <output className={css.sending}>{told}</output>
      </div>
      {link === null ? null : (
        <section aria-label="The open link">
          <p className={css.link}>{link}</p>
          <p className={css.quiet}>It is shown once. Keep it now.</p>
          <OneQr link={link} />
          <p className={button.row}>
            <button type="button" className={button.secondary} onClick={copy}>
              Copy the link
            </button>
          </p>
        </section>
      )}
      <h3>On tablets</h3>
      <p>
        A live survey comes by itself to every tablet that was added for it.{' '}
        <Link href={`/begin/${survey}`}>Fill it in on this one</Link>, or{' '}
        <Link href="/settings">add a tablet in Settings</Link>.
      </p>
    </details>
  )
}

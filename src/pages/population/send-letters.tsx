import { useId, useState } from 'react'
import { mergeCsv } from '../../export/ledger-csv.ts'
import { type Ledger, mayRemind, type Recipient, stateOf } from '../../population/ledger.ts'
import { closesInWords } from '../../population/closes-in-words.ts'
import { coveringLetter, fillLetter, type Letter, reminderLetter } from '../../population/letter.ts'
import { useDevice } from '../app/device-context.ts'
import { download } from '../frame/download.ts'
import button from '../styles/button.module.css'
import css from './population.module.css'
import { QrSheet } from './qr-sheet.tsx'
import type { Act, SendingShown } from './use-ledger.ts'

interface SendLettersProps {
  readonly survey: string
  readonly title: string
  readonly ledger: Ledger
  readonly canMail: boolean
  readonly sending: SendingShown | null
  readonly act: Act
}

export interface MadeLink {
  readonly recipient: string
  readonly link: string
}

/** Links that one request makes, and slips that one sheet shows. */
const atOnce = 1000
const slipsAtOnce = 200
const namesOffered = 200

/** Letters by e-mail, or the links for another way: a mail merge, a sheet of QR codes, or copied one by one. */
export const SendLetters = ({ survey, title, ledger, canMail, sending, act }: SendLettersProps) => {
  const { clock } = useDevice()
  const asked = ledger.recipients.filter((one) => one.asked)
  const toSend = asked.filter((one) => stateOf(one) === 'not-sent')
  const toRemind = asked.filter((one) => mayRemind(one, clock()))
  const [links, setLinks] = useState<readonly MadeLink[]>([])
  const [problem, setProblem] = useState<string | null>(null)

  const makeLinks = async (
    how: 'merged' | 'printed',
    to: readonly Recipient[],
  ): Promise<readonly MadeLink[] | null> => {
    const made: MadeLink[] = []
    for (let from = 0; from < to.length; from += atOnce) {
      const recipients = to.slice(from, from + atOnce).map(({ recipient }) => recipient)
      const done = await act('links', { recipients, how }, from + atOnce < to.length ? 'more-follows' : null)
      if (!done.ok) {
        setProblem(done.reason)
        break
      }
      const given = done.body['links'] as readonly { readonly recipient: string; readonly token: string }[]
      made.push(...given.map(({ recipient, token }) => ({ recipient, link: `${location.origin}/r#${token}` })))
    }
    return made
  }
  const merge = async (): Promise<void> => {
    const made = new Map((await makeLinks('merged', toSend))?.map(({ recipient, link }) => [recipient, link]))
    download(
      `${survey}-mail-merge.csv`,
      'text/csv',
      mergeCsv(toSend, ({ recipient }) => made.get(recipient) ?? null),
    )
  }
  const print = async (): Promise<void> => setLinks((await makeLinks('printed', toSend.slice(0, slipsAtOnce))) ?? [])

  return (
    <>
      {problem === null ? null : (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
      {sending === null ? null : (
        <output className={css.sending}>
          {sending.done} of {sending.total} letters sent
          {sending.running ? '' : sending.failure === null ? '. Done.' : '. Stopped.'} {sending.failure}
        </output>
      )}
      {toSend.length === 0 ? null : (
        <section className={css.part}>
          <h2>
            Send to {toSend.length} {toSend.length === 1 ? 'who has' : 'who have'} not had it yet
          </h2>
          {canMail && withMail(toSend).length > 0 ? (
            <LetterForm
              kind="letter"
              start={coveringLetter}
              to={withMail(toSend)}
              title={title}
              closes={ledger.closes}
              act={act}
            />
          ) : (
            <p>
              {canMail
                ? 'None of them has an e-mail address on the list.'
                : 'This server has no mail server to send by. Send the links yourself.'}
            </p>
          )}
          <p className={button.row}>
            <button type="button" className={button.secondary} onClick={() => void merge()}>
              Download for a mail merge
            </button>
            <button type="button" className={button.secondary} onClick={() => void print()}>
              {toSend.length > slipsAtOnce ? `Make QR codes for the first ${slipsAtOnce}` : 'Make a sheet of QR codes'}
            </button>
          </p>
          <p className={css.quiet}>
            The links are shown once, and count as sent. New ones can be made for anyone under Returns.
          </p>
        </section>
      )}
      {links.length === 0 ? null : <QrSheet links={links} recipients={ledger.recipients} title={title} />}
      {canMail && withMail(toRemind).length > 0 ? (
        <section className={css.part}>
          <h2>Remind {withMail(toRemind).length} who have not returned it</h2>
          <LetterForm
            kind="reminder"
            start={reminderLetter}
            to={withMail(toRemind)}
            title={title}
            closes={ledger.closes}
            act={act}
          />
        </section>
      ) : null}
    </>
  )
}

const withMail = (list: readonly Recipient[]): readonly Recipient[] => list.filter(({ email }) => email !== '')

interface LetterFormProps {
  readonly kind: 'letter' | 'reminder'
  readonly start: Letter
  readonly to: readonly Recipient[]
  readonly title: string
  readonly closes: string | null
  readonly act: Act
}

/** The lead's own text, as the first of them will read it. */
const LetterForm = ({ kind, start, to, title, closes, act }: LetterFormProps) => {
  const id = useId()
  const [letter, setLetter] = useState(start)
  const [problem, setProblem] = useState<string | null>(null)
  const [chosen, setChosen] = useState('')
  const first = to.find(({ name }) => name === chosen.trim()) ?? to[0]
  if (first === undefined) return null
  const shown = fillLetter(letter, {
    name: first.name,
    contact: first.contact,
    survey: title,
    link: `${location.origin}/r#…`,
    closes: closesInWords(closes),
  })
  const send = async (): Promise<void> => {
    const done = await act('send', { kind, ...letter })
    setProblem(done.ok ? null : done.reason)
  }
  return (
    <div className={css.fields}>
      <label htmlFor={`${id}-subject`}>Subject</label>
      <input
        id={`${id}-subject`}
        className={css.field}
        value={letter.subject}
        onChange={(event) => setLetter({ ...letter, subject: event.target.value })}
      />
      <label htmlFor={`${id}-body`}>Letter</label>
      <textarea
        id={`${id}-body`}
        className={css.paste}
        rows={12}
        value={letter.body}
        onChange={(event) => setLetter({ ...letter, body: event.target.value })}
      />
      <p className={css.quiet}>{'{name}, {contact}, {survey}, {link} and {closes} are filled in for each.'}</p>
      <details>
        <summary>As {first.name} will read it</summary>
        <label htmlFor={`${id}-for`}>Show it for another, by name</label>
        <input
          id={`${id}-for`}
          className={css.field}
          list={`${id}-names`}
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
        />
        <datalist id={`${id}-names`}>
          {to.slice(0, namesOffered).map(({ recipient, name }) => (
            <option key={recipient}>{name}</option>
          ))}
        </datalist>
        <p>
          <strong>{shown.subject}</strong>
        </p>
        <p className={css.letter}>{shown.body}</p>
      </details>
      {problem === null ? null : (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
      <button type="button" className={button.primary} onClick={() => void send()}>
        {kind === 'letter' ? `Send ${to.length} letters` : `Remind ${to.length}`}
      </button>
    </div>
  )
}

import { useId, useMemo, useState } from 'react'
import type { Member } from '../../population/member.ts'
import { readCsv } from '../../export/read-csv.ts'
import type { ListLine, ReadList, SameBy } from '../../population/read-list.ts'
import { readList, sameBy } from '../../population/read-list.ts'
import { FileButton } from '../frame/file-button.tsx'
import button from '../styles/button.module.css'
import { ListAgain } from './list-again.tsx'
import css from './population.module.css'
import type { Act } from './use-ledger.ts'

interface AddListProps {
  readonly survey: string
  readonly act: Act
  /** There is no list yet: this is the thing to do. */
  readonly isFirst: boolean
}

/** How many go in one request, so that none is over 1 MiB. */
const atOnce = 1500

const sameWords: { readonly [S in SameBy]: string } = {
  name: 'the same name',
  email: 'the same e-mail',
  id: 'the same code',
}

/** A list, pasted or from a file, shown as it was read before any of it is taken. */
export const AddList = ({ survey, act, isFirst }: AddListProps) => {
  const id = useId()
  const [text, setText] = useState('')
  const [file, setFile] = useState<readonly ListLine[] | null>(null)
  const [same, setSame] = useState<SameBy>('name')
  const [problem, setProblem] = useState<string | null>(null)
  const [taking, setTaking] = useState(false)
  const pasted = useMemo(() => (text.trim() === '' ? null : readCsv(text)), [text])
  const lines = useMemo(() => file ?? (pasted?.ok === true ? pasted.lines : []), [file, pasted])
  const list = useMemo(() => readList(lines, same), [lines, same])

  const open = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return
    const read = /\.xlsx$/i.test(chosen.name)
      ? (await import('../../export/read-xlsx.ts')).readXlsx(new Uint8Array(await chosen.arrayBuffer()))
      : readCsv(await chosen.text())
    setProblem(read.ok ? null : `${chosen.name}: ${read.reason}.`)
    setFile(read.ok ? read.lines : null)
  }

  const take = async (members: readonly Member[]): Promise<void> => {
    setTaking(true)
    for (let from = 0; from < members.length; from += atOnce) {
      const part = members.slice(from, from + atOnce)
      const done = await act('members', { members: part }, from + atOnce < members.length ? 'more-follows' : null)
      if (!done.ok) {
        setProblem(done.reason)
        break
      }
    }
    setTaking(false)
  }

  return (
    <details className={css.part} open={isFirst}>
      <summary>
        <h2>{isFirst ? 'Who is asked?' : 'Add to the list'}</h2>
      </summary>
      <p>
        Paste a list from a spreadsheet, one line for each. A first line of headings says what the columns are: Name,
        Contact, E-mail, Language, and any groups, like Region.
      </p>
      <label htmlFor={id}>The list</label>
      <textarea
        id={id}
        className={css.paste}
        rows={8}
        value={text}
        onChange={(event) => (setFile(null), setText(event.target.value))}
      />
      <p className={button.row}>
        <FileButton
          label="Open a CSV or Excel file"
          accept=".csv,.xlsx,text/csv"
          onFile={(chosen) => void open(chosen)}
        />
      </p>
      <ListAgain survey={survey} take={take} refuse={setProblem} />
      {problem === null && pasted?.ok !== false ? null : (
        <p role="alert" className={css.problem}>
          {problem ?? (pasted?.ok === false ? `The list: ${pasted.reason}.` : '')}
        </p>
      )}
      {lines.length === 0 ? null : (
        <>
          <fieldset className={css.choices}>
            <legend>Two lines are one unit where they have</legend>
            {sameBy.map((by) => (
              <label key={by} className={css.choice}>
                <input type="radio" name={`${id}-same`} checked={same === by} onChange={() => setSame(by)} />
                {sameWords[by]}
              </label>
            ))}
          </fieldset>
          <Preview list={list} />
          <button
            type="button"
            className={button.primary}
            aria-disabled={taking}
            onClick={taking ? undefined : () => void take(list.members)}
          >
            Take these {list.members.length}
          </button>
        </>
      )}
    </details>
  )
}

const shownLines = 10

const takenFor = { id: 'Code', name: 'Name', contact: 'Contact', email: 'E-mail', language: 'Language' } as const

const Preview = ({ list }: { readonly list: ReadList }) => (
  <>
    <p>
      <strong>{list.members.length}</strong> can be taken.{' '}
      {list.refused.length === 0 ? '' : `${list.refused.length} can't.`}
    </p>
    <p>
      Columns:{' '}
      {list.columns
        .map(({ heading, takenFor: as }) =>
          as === 'nothing'
            ? `${heading || 'no heading'} (left out)`
            : as === 'group'
              ? `${heading} (group)`
              : takenFor[as],
        )
        .join(', ')}
    </p>
    <ol className={css.names}>
      {list.members.slice(0, shownLines).map(({ id, name, email, strata }) => (
        <li key={id}>{[name, email, ...Object.values(strata)].filter((word) => word !== '').join(', ')}</li>
      ))}
    </ol>
    {list.members.length > shownLines ? <p>and {list.members.length - shownLines} more</p> : null}
    {list.refused.length === 0 ? null : (
      <ul className={css.refused}>
        {list.refused.slice(0, 50).map(({ line, text, reason }) => (
          <li key={line}>
            Line {line}: {reason} <span className={css.quiet}>{text}</span>
          </li>
        ))}
      </ul>
    )}
  </>
)

import { noteRead, readPutBack } from '../../device/read-put-back.ts'
import type { PutBack } from '../../device/database.ts'
import { useDevice } from '../app/device-context.ts'
import { useQuery } from '../app/use-readable.ts'
import { dayAndTime } from '../frame/dates.ts'
import button from '../styles/button.module.css'
import css from './home.module.css'

/** Tells that the browser had emptied the database, and what came back from the journal, until somebody has read it. */
export const PutBackNotice = () => {
  const { database, clock } = useDevice()
  const told = useQuery(readPutBack, undefined)
  if (told === null || told === 'nothing') return null

  const close = async (): Promise<void> => {
    await noteRead(database)
    document.querySelector<HTMLElement>('main h1')?.focus()
  }

  return (
    <section className={css.offer} aria-labelledby="put-back">
      <h2 id="put-back">{headingOf(told)}</h2>
      <p>
        {told.wiped
          ? 'This tablet’s browser had emptied its database.'
          : 'This tablet’s database could not be written when they were saved.'}{' '}
        {whatWords(told)} Noticed {dayAndTime(new Date(told.at), clock())}.
      </p>
      <p>
        {told.wiped
          ? 'Look whether a form that you remember is missing, and tell your lead if one is. Send what waits as soon as you can.'
          : 'Send what waits as soon as you can.'}
      </p>
      <button type="button" className={button.secondary} onClick={() => void close()}>
        I have read this
      </button>
    </section>
  )
}

const headingOf = ({ wiped, returns, drafts, surveys = 0 }: PutBack): string =>
  returns + drafts + surveys === 0
    ? 'This tablet was emptied'
    : wiped
      ? 'Your answers were put back'
      : 'Answers were put back'

const whatWords = ({ returns, drafts, surveys = 0 }: PutBack): string => {
  const parts = [counted(returns, 'return'), counted(drafts, 'draft'), counted(surveys, 'survey')].filter(
    (part) => part !== '',
  )
  if (parts.length === 0) return 'There was nothing to put back.'
  return `${parts.join(' and ')} ${returns + drafts + surveys === 1 ? 'was' : 'were'} put back.`
}

const counted = (count: number, what: string): string =>
  count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`

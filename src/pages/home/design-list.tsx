import { useState } from 'react'
import { Link } from 'wouter'
import type { ListedDesign } from '../../device/list-designs.ts'
import { questionsOf } from '../../survey/questions.ts'
import { textIn } from '../../survey/text.ts'
import { useDevice } from '../app/device-context.ts'
import { dayAndTime } from '../frame/dates.ts'
import button from '../styles/button.module.css'
import css from './home.module.css'
import { ManageSurvey } from './manage-survey.tsx'
import { More } from './more.tsx'

/** Surveys that are being built here and are not live, and those that were put away. */
export const DesignList = ({ designs }: { readonly designs: readonly ListedDesign[] }) => {
  const shown = designs.filter(({ design, state }) => !design.putAway && state !== 'live')
  const away = designs.filter(({ design }) => design.putAway)
  return (
    <>
      {shown.length === 0 ? null : (
        <section aria-labelledby="designs">
          <h2 id="designs">Being built</h2>
          <ul className={css.cards}>
            {shown.map((listed) => (
              <DesignCard key={listed.design.id} listed={listed} />
            ))}
          </ul>
        </section>
      )}
      {away.length === 0 ? null : (
        <details>
          <summary>Put away ({away.length})</summary>
          <ul className={css.cards}>
            {away.map((listed) => (
              <DesignCard key={listed.design.id} listed={listed} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

const stateWords: { readonly [S in ListedDesign['state']]: string } = { draft: 'Draft', live: 'Live', closed: 'Closed' }

const DesignCard = ({ listed }: { readonly listed: ListedDesign }) => {
  const { database, clock, newId } = useDevice()
  const [problem, setProblem] = useState<string | null>(null)
  const { design, state } = listed
  const title = textIn(design.definition.title) || 'Survey without a title'
  const count = questionsOf(design.definition).length

  /** What is done to a whole survey comes when it is asked for: Home itself stays small. */
  const manage = async (act: 'back' | 'delete'): Promise<void> => {
    const { manageDesign } = await import('./manage-design.ts')
    setProblem(await manageDesign(act, database, design.id, clock, newId))
  }

  return (
    <li className={css.card}>
      <div>
        <h3>{title}</h3>
        <p className={css.facts}>
          {stateWords[state]}. {count === 1 ? '1 question' : `${count} questions`}. Saved on this device{' '}
          {dayAndTime(new Date(design.savedAt), clock())}.
        </p>
        {problem === null ? null : (
          <p role="alert" className={css.problem}>
            {problem}
          </p>
        )}
      </div>
      {design.putAway ? (
        <div className={button.row}>
          <button type="button" className={button.secondary} onClick={() => void manage('back')}>
            Bring back<span className="visually-hidden"> {title}</span>
          </button>
          <button type="button" className={button.quiet} onClick={() => void manage('delete')}>
            Delete for good<span className="visually-hidden"> {title}</span>
          </button>
        </div>
      ) : (
        <>
          <div className={button.row}>
            <Link href={`/build/${design.id}`} className={button.secondary}>
              Continue<span className="visually-hidden"> building {title}</span>
            </Link>
          </div>
          <More about={title}>
            <ManageSurvey id={design.id} title={title} isLive={false} />
          </More>
        </>
      )}
    </li>
  )
}

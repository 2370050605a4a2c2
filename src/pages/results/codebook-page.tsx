import { useMemo } from 'react'
import { Link } from 'wouter'
import { listVersions } from '../../device/versions.ts'
import { emptyMarks } from '../../export/codebook-words.ts'
import type { SurveyId } from '../../survey/ids.ts'
import { codebookLevels } from '../../tabulation/codebook-levels.ts'
import { useQuery } from '../app/use-readable.ts'
import { localDayOf } from '../frame/dates.ts'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import { CodebookCsvButton } from './codebook-csv-button.tsx'
import { CodebookQuestion } from './codebook-question.tsx'
import css from './codebook.module.css'
import { DataSetSection } from './data-set-section.tsx'
import grid from './figure-table.module.css'
import results from './results.module.css'

/** What the variables of a survey are, what their codes mean and which versions asked them; and the data set itself. */
export const CodebookPage = ({ survey }: { readonly survey: string }) => {
  const versions = useQuery(listVersions, survey as SurveyId)
  const levels = useMemo(
    () => (versions === null || versions.length === 0 ? null : codebookLevels(versions)),
    [versions],
  )
  const title = levels?.[0].book.title ?? ''
  useScreen(title === '' ? 'Codebook' : `Codebook – ${title}`, versions === null ? null : `${survey}/codebook`)
  if (versions === null) return null
  return (
    <>
      <h1 tabIndex={-1}>
        {title === '' ? null : <span className={results.survey}>{title}</span>}
        Codebook
      </h1>
      <p className="screen-only">
        <Link href={`/results/${survey}`}>Back to Results</Link>
      </p>
      {levels === null ? (
        <p>This device does not have that survey.</p>
      ) : (
        <>
          <p className={results.reading}>
            {versions.length === 1 ? '1 version' : `${versions.length} versions`}:{' '}
            {versions
              .map(({ number, publishedAt }) => `version ${number} of ${localDayOf(new Date(publishedAt))}`)
              .join(', ')}
            . A question keeps its variable from version to version, whatever its words.
          </p>
          <div className={`${button.row} screen-only`}>
            <button type="button" className={button.secondary} onClick={() => window.print()}>
              Print
            </button>
            <CodebookCsvButton levels={levels} survey={survey} />
          </div>
          {levels.map(({ group, book }) => (
            <div key={group?.id ?? ''}>
              {group === null ? null : (
                <h2 className={css.level}>
                  For each {group.each}: what is asked again for each entry of <code>{group.id}</code>
                </h2>
              )}
              {book.groups.map((question) => (
                <CodebookQuestion key={question.id} book={book} question={question} isInner={group !== null} />
              ))}
            </div>
          ))}
          <Empty />
          <DataSetSection survey={survey as SurveyId} />
        </>
      )}
    </>
  )
}

const Empty = () => (
  <section className={results.figure} aria-labelledby="empty-answers">
    <h2 id="empty-answers">Where there is no answer</h2>
    <section className={grid.scroll} tabIndex={0} aria-label="Table: marks for empty answers">
      <table className={grid.table}>
        <caption>
          <span className={grid.caption}>What stands in the data set in place of an answer, and what it means.</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">Mark</th>
            <th scope="col">Meaning</th>
          </tr>
        </thead>
        <tbody>
          {Object.values(emptyMarks).map(([mark, why]) => (
            <tr key={mark}>
              <th scope="row">{mark}</th>
              <td>{why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  </section>
)

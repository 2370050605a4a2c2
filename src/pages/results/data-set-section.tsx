import { useId, useState } from 'react'
import type { CsvSafety } from '../../export/csv-cell.ts'
import type { SurveyId } from '../../survey/ids.ts'
import { useDevice } from '../app/device-context.ts'
import { Tick } from '../collect/controls/tick.tsx'
import { download } from '../frame/download.ts'
import button from '../styles/button.module.css'
import { mayReadAnswers } from './may-read-answers.ts'
import { readDataSet } from './read-data-set.ts'
import css from './results.module.css'
import form from './shown-form.module.css'

/** The single answers behind the tables, as files with a codebook: only for who may read them. */
export const DataSetSection = ({ survey }: { readonly survey: SurveyId }) => {
  const { database } = useDevice()
  const id = useId()
  const [ownWords, setOwnWords] = useState(false)
  const [told, setTold] = useState('')

  const save = async (safety: CsvSafety): Promise<void> => {
    const may = await mayReadAnswers(database, survey)
    if (!may.ok) return setTold(may.reason)
    try {
      const data = await readDataSet(database, survey)
      if (data.lines.length === 0) return setTold('There are no returns on this device that could be saved.')
      const { dataSetZip } = await import('../../export/data-set-zip.ts')
      const name = `${survey}-data${safety === 'raw' ? '-raw' : ''}.zip`
      download(name, 'application/zip', dataSetZip(data, { safety, ownWords }))
      setTold(`Saved as ${name}: ${data.lines.length} ${data.lines.length === 1 ? 'return' : 'returns'}.`)
    } catch {
      setTold('The file could not be made. Reload the page and try again.')
    }
  }

  return (
    <section className={`${css.figure} screen-only`} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>The data set behind the tables</h2>
      <p className={css.reading}>
        A ZIP file with every answer as CSV, and the codebook beside it. Where an answer is missing, the file says why.
      </p>
      <p className={css.warning}>
        <strong>It holds the answers of single people or organisations.</strong> Small numbers are not hidden in it.
        Keep it where only those who may read single answers can open it.
      </p>
      <label className={form.tick} htmlFor={`${id}-words`}>
        <Tick
          kind="checkbox"
          id={`${id}-words`}
          name="own-words"
          on={ownWords}
          onChange={() => setOwnWords(!ownWords)}
        />
        With what people wrote in their own words
      </label>
      <div className={button.row}>
        <button type="button" className={button.primary} onClick={() => void save('safe')}>
          Download the data set
        </button>
        <button type="button" className={button.quiet} onClick={() => void save('raw')}>
          Data set for R
        </button>
      </div>
      <output>{told}</output>
    </section>
  )
}

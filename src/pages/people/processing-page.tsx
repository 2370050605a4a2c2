import { useState } from 'react'
import type { SurveysAnswer } from '../../protocol/messages.ts'
import { liveVersions } from '../../survey/live-versions.ts'
import { textIn } from '../../survey/text.ts'
import { localDayOf } from '../frame/dates.ts'
import { download } from '../frame/download.ts'
import { useDevice } from '../app/device-context.ts'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import css from './people.module.css'
import { processingHtml, type ProcessingRecord } from './processing-html.ts'
import { recordOf } from './processing-record.ts'
import { TextInput } from './text-input.tsx'
import { useAsked } from './use-asked.ts'

interface Lists {
  readonly lists: readonly { readonly survey: string; readonly members: number }[]
}

/** What the organisation must be able to show of what it does with people's data, survey by survey. */
export const ProcessingPage = () => {
  const { clock } = useDevice()
  const { asked: surveys } = useAsked<SurveysAnswer>('surveys')
  const { asked: lists } = useAsked<Lists>('populations')
  const [organisation, setOrganisation] = useState('')
  const [officer, setOfficer] = useState('')
  const isThere = surveys !== null && lists !== null
  useScreen('Record of processing', isThere ? 'processing' : null)
  if (!isThere) return null
  const members = new Map(lists.ok ? lists.value.lists.map((list) => [list.survey, list.members]) : [])
  const live = surveys.ok ? liveVersions(surveys.value.versions, surveys.value.standings ?? []) : []
  const records: readonly ProcessingRecord[] = live.map(({ definition }) => ({
    id: definition.proforma.id,
    title: textIn(definition.title),
    lines: recordOf(definition, members.get(definition.proforma.id) ?? 0, { organisation, officer }),
  }))
  return (
    <div className={css.people}>
      <h1 tabIndex={-1}>Record of processing</h1>
      {surveys.ok ? null : <p className={css.problem}>{surveys.reason}</p>}
      <p>
        The law wants your organisation to write down what it does with people’s data. This is what Proforma knows of
        it, for each survey that is live. Your data protection officer adds what is missing.
      </p>
      <TextInput
        id="organisation"
        label="Your organisation"
        autoComplete="organization"
        value={organisation}
        onType={setOrganisation}
      />
      <TextInput
        id="officer"
        label="Data protection officer"
        hint="How to reach them"
        autoComplete="off"
        value={officer}
        onType={setOfficer}
      />
      <button
        type="button"
        className={button.primary}
        onClick={() => download('record-of-processing.html', 'text/html', processingHtml(records, localDayOf(clock())))}
      >
        Save as a file
      </button>
      {records.map(({ id, title, lines }) => (
        <section key={id} aria-labelledby={`record-${id}`}>
          <h2 id={`record-${id}`}>{title}</h2>
          <dl className={css.record}>
            {lines.map(({ term, words }) => (
              <div key={term}>
                <dt>{term}</dt>
                {words.map((each) => (
                  <dd key={each}>{each}</dd>
                ))}
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}

import type { Definition } from '../../survey/definition.ts'
import { addConsent } from '../../survey/edit/consent.ts'
import { consentQuestion } from '../../survey/rule/consent-rule.ts'
import { rewordSurvey, setAudience, setMinutes, setUnits } from '../../survey/edit/survey-settings.ts'
import { textIn } from '../../survey/text.ts'
import button from '../styles/button.module.css'
import css from './field.module.css'
import { PrivacyTemplate } from './privacy-template.tsx'
import { useSession } from './session-context.ts'
import { TextField } from './text-field.tsx'

/** What the survey is: its title, who it is for, and what people are told before they answer. */
export const SurveySettingsEditor = ({ definition }: { readonly definition: Definition }) => {
  const { edit } = useSession()
  const { audience, minutes, units, privacy } = definition.proforma
  return (
    <>
      <TextField
        label="Title"
        value={textIn(definition.title)}
        onChange={(words) => edit((survey) => rewordSurvey(survey, 'title', words), '@title')}
      />
      <TextField
        label="Description"
        lines={2}
        value={textIn(definition.description)}
        onChange={(words) => edit((survey) => rewordSurvey(survey, 'description', words), '@description')}
      />
      <TextField
        label="Privacy"
        hint="Who asks, why, how long answers are kept, whom to contact. Needed before sharing."
        lines={5}
        value={textIn(privacy)}
        onChange={(words) => edit((survey) => rewordSurvey(survey, 'privacy', words), '@privacy')}
      />
      <PrivacyTemplate />
      <TextField
        label="Who it is for"
        value={audience}
        onChange={(words) => edit((survey) => setAudience(survey, words), '@audience')}
      />
      <TextField
        label="Minutes it takes"
        narrow
        value={String(minutes)}
        onChange={(text) => {
          if (/^[1-9]\d{0,2}$/.test(text)) edit((survey) => setMinutes(survey, Number(text)), '@minutes')
        }}
      />
      <div className={css.fieldBlock}>
        <label htmlFor="survey-units" className={css.label}>
          One form speaks for
        </label>
        <select
          id="survey-units"
          className={css.field}
          value={units}
          onChange={(event) => edit((survey) => setUnits(survey, event.target.value as typeof units))}
        >
          <option value="people">a person: small numbers are protected</option>
          <option value="organisations">an organisation</option>
        </select>
      </div>
      {consentQuestion(definition) === null ? (
        <button type="button" className={button.secondary} onClick={() => edit(addConsent)}>
          Ask for consent first
        </button>
      ) : null}
    </>
  )
}

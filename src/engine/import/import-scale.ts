import type { JsonObject } from '../../survey/json.ts'
import { limits } from '../../survey/limits.ts'
import { textIn } from '../../survey/text.ts'
import type { Text } from '../../survey/definition.ts'
import type { ImportedAnswers, Source } from './import-answers.ts'
import { choiceLimits, type ImportedChoice, importChoices } from './import-choices.ts'
import { importText } from './import-text.ts'

const read = [
  'rateValues',
  'rateMin',
  'rateMax',
  'rateStep',
  'rateCount',
  'autoGenerate',
  'rateType',
  'rateDisplayMode',
  'scaleColorMode',
  'minRateDescription',
  'maxRateDescription',
  'displayRateDescriptionsAsExtremeItems',
  'proforma',
]

/** The points of a rating, written out: SurveyJS may give only the least and the most. */
export const importScale = (source: Source): ImportedAnswers | null => {
  const { json, name, where, importing } = source
  const given = importChoices(json['rateValues'] ?? [], `${where}.rateValues`, choiceLimits.steps, importing)
  const steps = given.choices.length > 0 ? given.choices.map(withoutRole) : counted(json)
  importing.answers.set(name, given.values)
  if (steps.length < limits.leastSteps) {
    importing.tell({ kind: 'left-out', where, what: 'rating', why: 'A scale needs at least two points.' })
    return null
  }
  const least = importText(json['minRateDescription'], `${where}.minRateDescription`, importing)
  const most = importText(json['maxRateDescription'], `${where}.maxRateDescription`, importing)
  const smileys = json['rateType'] === 'smileys' || json['rateDisplayMode'] === 'smileys'
  const rateValues = steps.map((step, index) => {
    const end = index === 0 ? least : index === steps.length - 1 ? most : undefined
    return end === undefined || step['text'] !== undefined
      ? step
      : { ...step, text: `${step.value} – ${textIn(end as Text)}` }
  })
  return {
    members: { rateValues, ...(smileys && { proforma: { scale: 'smileys' } }) },
    following: [],
    read: smileys ? read : read.filter((member) => member !== 'proforma'),
  }
}

/** A point of a scale has no role: it is a place between the ends. */
const withoutRole = (choice: ImportedChoice): ImportedChoice => {
  const { role: _, ...step } = choice
  return step
}

const counted = (json: JsonObject): readonly ImportedChoice[] => {
  const number = (member: string, otherwise: number): number => {
    const value = json[member]
    return typeof value === 'number' && Math.abs(value) <= 1e6 ? value : otherwise
  }
  const least = number('rateMin', 1)
  const step = Math.max(number('rateStep', 1), 0.01)
  const most = number('rateMax', least + step * (number('rateCount', 5) - 1))
  const count = Math.min(Math.max(Math.floor((most - least) / step + 1e-9) + 1, 0), limits.mostSteps)
  return Array.from({ length: count }, (_, index) => ({ value: Number((least + index * step).toFixed(6)) }))
}

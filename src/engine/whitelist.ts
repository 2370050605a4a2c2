import { namePattern, surveyIdPattern } from '../survey/ids.ts'
import { isJsonObject } from '../survey/json.ts'
import type { Finding } from './finding.ts'
import { limits } from '../survey/limits.ts'
import { byMember, either, list, numberBetween, object, oneOf, type Shape, text, truth, wholeNumber } from './shape.ts'

/*
 * Everything a definition may hold. What is not named here is refused: html and completedHtml run scripts, choicesByUrl
 * and navigateToUrl send data elsewhere, defaults look like answers, a slider records a value when it is tabbed onto.
 */

const name = text(namePattern, 'A name starts with a letter and has letters, figures and _ only, up to 64.')
const plain = text(
  new RegExp(`^[^]{0,${limits.textLength}}$`),
  `This must be text of up to ${limits.textLength} characters.`,
)
const language = /^(?:default|[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)$/

const localised: Shape = (value, where) => {
  if (!isJsonObject(value)) return plain(value, where)
  const wrongLanguages: readonly Finding[] = Object.keys(value)
    .filter((key) => !language.test(key))
    .map((key) => ({ where: `${where}.${key}`, reason: 'This is not the code of a language, like cy or ur.' }))
  const missing = Object.hasOwn(value, 'default') ? [] : [{ where: `${where}.default`, reason: 'This is missing.' }]
  return [
    ...missing,
    ...wrongLanguages,
    ...Object.entries(value).flatMap(([key, one]) => plain(one, `${where}.${key}`)),
  ]
}

const rule = text(
  new RegExp(`^[^]{1,${limits.ruleLength}}$`),
  `A rule must be text of 1 to ${limits.ruleLength} characters.`,
)

const codeText = text(
  /^(?!__proto__$|constructor$|prototype$)[A-Za-z0-9][A-Za-z0-9 _.-]{0,63}$/,
  'The value of a choice is a short code: letters, figures, space, _ . -, up to 64.',
)
const code = either(numberBetween(-1e9, 1e9), codeText)

const choice = either(
  code,
  object({ value: code, 'text?': localised, 'role?': oneOf('not-sure', 'refused', 'dont-know', 'none') }),
)
const row = either(name, object({ value: name, 'text?': localised }))
const choices = list(choice, 1, limits.choices)
const random = oneOf('random')
const length = numberBetween(1, 100_000)
const lines = numberBetween(1, 40)
const photos = oneOf(...Array.from({ length: limits.photos }, (_, index) => index + 1))
const bound = either(
  numberBetween(-1e12, 1e12),
  text(/^\d{4}-\d{2}-\d{2}$/, 'This must be a number, or a date like 2026-11-23.'),
)
const range = object({ 'min?': bound, 'max?': bound })
const openEnded = object({ of: name, words: name })

/** What a draft keeps of another kind: see `Kept`. Never shown, never published, and still held to the same shapes. */
const keptChoices = list(choice, 0, limits.choices)
const removed = list(choice, 0, limits.removed)
const kept = object({
  'choices?': keptChoices,
  'columns?': keptChoices,
  'rows?': list(row, 0, limits.choices),
  'rateValues?': keptChoices,
  'choicesOrder?': random,
  'rowsOrder?': random,
  'eachRowRequired?': truth,
  'numbers?': range,
  'dates?': range,
  'maxLength?': length,
  'lines?': lines,
  'scale?': oneOf('words', 'smileys'),
  'unit?': localised,
  'openEnded?': openEnded,
  'consent?': truth,
  'most?': photos,
  'removed?': object({ 'choices?': removed, 'columns?': removed, 'rows?': removed, 'rateValues?': removed }),
})

const settings = {
  'prompts?': localised,
  'scale?': oneOf('words', 'smileys'),
  'gladFirst?': truth,
  'unit?': localised,
}

const asked = {
  name,
  title: localised,
  'description?': localised,
  'isRequired?': truth,
  'visibleIf?': rule,
}

/** The kinds that are one item: asked once, or for each entry of a repeated group. */
const single = (own: { readonly [member: string]: Shape }) => ({
  radiogroup: object({ type: oneOf('radiogroup'), ...own, choices, 'choicesOrder?': random }),
  checkbox: object({ type: oneOf('checkbox'), ...own, choices, 'choicesOrder?': random }),
  rating: object({ type: oneOf('rating'), ...own, rateValues: list(choice, limits.leastSteps, limits.mostSteps) }),
  text: object({
    type: oneOf('text'),
    ...own,
    'inputType?': oneOf('text', 'number', 'date'),
    'min?': bound,
    'max?': bound,
    'maxLength?': length,
  }),
  comment: object({ type: oneOf('comment'), ...own, 'rows?': lines, 'maxLength?': length }),
})

const once = {
  ...asked,
  'proforma?': object({ ...settings, 'openEnded?': openEnded, 'consent?': truth, 'most?': photos, 'kept?': kept }),
}

const entries = wholeNumber(0, limits.entries)

const questions = {
  ...single(once),
  matrix: object({
    type: oneOf('matrix'),
    ...once,
    columns: choices,
    rows: list(row, 1, limits.choices),
    'rowsOrder?': random,
    'eachRowRequired?': truth,
  }),
  file: object({ type: oneOf('file'), ...once }),
  signaturepad: object({ type: oneOf('signaturepad'), ...once }),
  paneldynamic: object({
    type: oneOf('paneldynamic'),
    ...asked,
    // Consent and the “Other” rows of a grid belong to the form, not to an entry.
    templateElements: list(
      byMember('type', single({ ...asked, 'proforma?': object({ ...settings, 'kept?': kept }) })),
      0,
      limits.groupQuestions,
    ),
    'minPanelCount?': entries,
    'maxPanelCount?': wholeNumber(1, limits.entries),
    'proforma?': object({ 'prompts?': localised, 'each?': localised }),
  }),
}

const elements = (depth: number): Shape =>
  list(
    byMember('type', {
      ...questions,
      ...(depth === 0 ? {} : { panel: panel(depth) }),
    }),
    0,
    limits.items,
  )

const panel = (depth: number): Shape =>
  object({
    type: oneOf('panel'),
    name,
    'title?': localised,
    'description?': localised,
    'visibleIf?': rule,
    // Built only when a panel is met: each level inside has one less to go.
    elements: (value, where) => elements(depth - 1)(value, where),
  })

const page = object({
  name,
  'title?': localised,
  'description?': localised,
  'visibleIf?': rule,
  elements: elements(limits.depth),
})

/** Says what in a value is not a definition that Proforma can open. */
export const whitelist: Shape = object({
  proforma: object({
    id: text(surveyIdPattern, 'A survey is named with small letters, figures and -, up to 64.'),
    units: oneOf('people', 'organisations'),
    audience: plain,
    minutes: numberBetween(1, 600),
    privacy: localised,
    'languages?': list(text(language, 'This is not the code of a language, like cy or ur.'), 0, limits.languages),
    'machineMade?': list(text(language, 'This is not the code of a language, like cy or ur.'), 0, limits.languages),
    'retired?': list(name, 0, limits.retired),
    'fine?': list(text(/^[^]{1,200}$/, 'This is not the key of a finding.'), 0, limits.retired),
  }),
  title: localised,
  'description?': localised,
  'locale?': text(language, 'This is not the code of a language, like cy or ur.'),
  pages: list(page, 1, limits.pages),
})

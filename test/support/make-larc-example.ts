// Makes surveys/larc-support-needs.example.ndjson: `node test/support/make-larc-example.ts`. A test holds the file
// against what this makes, so that neither goes stale.

import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { statusesOf } from '../../src/engine/statuses.ts'
import { openDefinition } from '../../src/engine/open-definition.ts'
import { digest } from '../../src/survey/sha256.ts'
import { versionId } from '../../src/survey/version.ts'
import { answersOfForm, forms, theme } from './larc-forms.ts'

const folder = new URL('../../surveys/', import.meta.url)

export const larcExampleFile = fileURLToPath(new URL('larc-support-needs.example.ndjson', folder))

const note =
  'Invented example. The 21 forms, their authorities and their wording are made up so that the table equals the one ' +
  'published by Southcott and Easton (NFER, 2010, Appendix 2). Which authorities returned the proforma is not ' +
  'published. The published table also lists “Understanding what the LA needs to do and what NFER will provide” without ' +
  'figures: no form here mentions it.'

/** The example as text, the same on every machine. */
export const larcExample = (): string => {
  const opened = openDefinition(JSON.parse(readFileSync(new URL('larc-support-needs.json', folder), 'utf8')))
  if (!opened.ok) throw new Error('The LARC proforma does not open')
  const { definition } = opened
  const survey = definition.proforma.id
  const version = versionId(definition)
  const returns = forms.map((form, index) => {
    const answers = answersOfForm(form)
    return {
      type: 'return',
      id: uuid(`revision ${index}`),
      response: uuid(`response ${index}`),
      survey,
      version,
      answers,
      statuses: statusesOf(definition, answers),
      returnedAt: form.returnedAt,
      invented: true,
    }
  })
  const codings = forms.flatMap((form, index) =>
    form.other.map((_, slot) => ({
      type: 'coding',
      response: uuid(`response ${index}`),
      question: `other${slot + 1}_activity`,
      theme: theme.id,
    })),
  )
  const lines = [
    { type: 'about', survey, version, invented: true, note },
    ...returns,
    { type: 'theme', ...theme },
    ...codings,
  ]
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}

/** A UUID made from a name (RFC 9562, version 8), so that the file is the same each time. */
const uuid = (name: string): string => {
  const hex = digest(`larc example, ${name}`)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

if (import.meta.main) writeFileSync(larcExampleFile, larcExample())

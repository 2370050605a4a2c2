import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { forWhom } from '../../src/survey/audience.ts'
import type { Definition } from '../../src/survey/definition.ts'

const larc = JSON.parse(
  readFileSync(new URL('../../surveys/larc-support-needs.json', import.meta.url), 'utf8'),
) as Definition

const saidFor = (audience: string): string => forWhom({ ...larc, proforma: { ...larc.proforma, audience } })

test('who a survey is for is a sentence, or nothing where nobody said', () => {
  expect(saidFor('Parents and carers')).toBe('For parents and carers.')
  expect(saidFor('LARC leads.')).toBe('For LARC leads.')
  expect(saidFor('  ')).toBe('')
})

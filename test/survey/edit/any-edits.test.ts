import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { designSession } from '../../../src/pages/build/design-session.ts'
import { done } from '../../../src/survey/edit/edited.ts'
import { openDefinition } from '../../../src/engine/open-definition.ts'
import { canonicalJson } from '../../../src/survey/canonical-json.ts'
import { codebook } from '../../../src/survey/codebook.ts'
import type { Definition } from '../../../src/survey/definition.ts'
import type { Json } from '../../../src/survey/json.ts'
import { publishable } from '../../../src/survey/publishable.ts'
import { elementsByName } from '../../../src/survey/questions.ts'
import { ruleProblems } from '../../../src/survey/rule/rule-problems.ts'
import { arbitraryDefinition } from '../../support/arbitrary-definition.ts'
import { arbitraryPick, editCount, makeEdit, type Pick } from '../../support/arbitrary-edit.ts'

const picks = fc.array(arbitraryPick, { minLength: 1, maxLength: 25 })
const textOf = (definition: Definition): string => canonicalJson(definition as unknown as Json)

/** The surveys after each edit that was not refused, the one it began with first. */
const surveysAfter = (definition: Definition, all: readonly Pick[]): readonly Definition[] => {
  const surveys = [definition]
  for (const pick of all) {
    const edited = makeEdit(surveys.at(-1) ?? definition, pick)
    if (edited.ok) surveys.push(edited.definition)
    else expect(edited.reason).toMatch(/^[A-Z].*\.$/)
  }
  return surveys
}

/** What keeps a survey from opening, rules that are reported aside. */
const notReported = (definition: Definition): readonly string[] => {
  const opened = openDefinition(definition)
  if (opened.ok) return []
  const reported = ruleProblems(definition).some(({ kind }) => kind === 'later' || kind === 'unknown')
  return opened.findings
    .filter(({ where }) => !(reported && /(?:visibleIf|openEnded)$/.test(where)))
    .map(({ where, reason }) => `${where}: ${reason}`)
}

test('whatever is edited, in whatever order, the survey opens, or what is wrong with a rule is told', () => {
  fc.assert(
    fc.property(arbitraryDefinition, picks, (definition, all) => {
      for (const survey of surveysAfter(definition, all)) {
        expect(notReported(survey)).toEqual([])
        expect(notReported(publishable(survey))).toEqual([])
        const told = ruleProblems(survey).filter(({ kind }) => kind === 'later' || kind === 'unknown')
        expect(openDefinition(survey).ok).toBe(told.length === 0)
      }
    }),
    { numRuns: 150 },
  )
})

test('no edit changes the survey it is given', () => {
  fc.assert(
    fc.property(arbitraryDefinition, picks, (definition, all) => {
      const surveys = surveysAfter(definition, all)
      const before = surveys.map(textOf)
      for (const survey of surveys) surveysAfter(survey, all)
      expect(surveys.map(textOf)).toEqual(before)
    }),
    { numRuns: 50 },
  )
})

test('undo of all that was done gives back the start, byte for byte, and redo the end', () => {
  fc.assert(
    fc.property(arbitraryDefinition, picks, (definition, all) => {
      const start = JSON.stringify(definition)
      const surveys = surveysAfter(definition, all)
      const session = designSession({
        start: { steps: [{ definition, did: '' }], position: 0 },
        now: () => 0,
        keep: () => undefined,
      })
      for (const [index, survey] of surveys.entries()) session.edit(() => done(survey, `Step ${index}`))
      const end = JSON.stringify(session.state.get().definition)
      while (session.state.get().undo !== null) session.undo()
      expect(JSON.stringify(session.state.get().definition)).toBe(start)
      while (session.state.get().redo !== null) session.redo()
      expect(JSON.stringify(session.state.get().definition)).toBe(end)
    }),
    { numRuns: 100 },
  )
})

test('a name is never given to another question, nor a code to another answer', () => {
  fc.assert(
    fc.property(arbitraryDefinition, picks, (definition, all) => {
      const surveys = surveysAfter(definition, all)
      const gone = new Set<string>()
      for (const [index, survey] of surveys.entries()) {
        const names = new Set(elementsByName(survey).keys())
        for (const name of names) expect(gone).not.toContain(name)
        const before = surveys[index - 1]
        for (const name of before === undefined ? [] : elementsByName(before).keys())
          if (!names.has(name)) gone.add(name)
      }
    }),
    { numRuns: 100 },
  )
})

test('a codebook can always be taken, with variables that stand once', () => {
  fc.assert(
    fc.property(arbitraryDefinition, picks, (definition, all) => {
      const ids = codebook(surveysAfter(definition, all).at(-1) ?? definition).variables.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }),
    { numRuns: 50 },
  )
})

test('random edits reach every edit, and most are not refused', () => {
  const [definition] = fc.sample(arbitraryDefinition, { numRuns: 1, seed: 3 })
  const done = new Set<number>()
  let survey = definition as Definition
  for (const pick of fc.sample(arbitraryPick, { numRuns: 3000, seed: 3 })) {
    const edited = makeEdit(survey, pick)
    if (!edited.ok) continue
    done.add(pick.edit % editCount)
    survey = edited.definition
  }
  expect(done.size).toBe(editCount)
})

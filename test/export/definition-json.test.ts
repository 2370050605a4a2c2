import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { importDefinitionText } from '../../src/engine/import-definition.ts'
import { definitionJson } from '../../src/export/definition-json.ts'
import type { Definition } from '../../src/survey/definition.ts'
import { changeKind } from '../../src/survey/edit/change-kind.ts'
import { deleteElement } from '../../src/survey/edit/delete-element.ts'
import { asChildOf } from '../support/child-survey.ts'

const shipped = readdirSync('surveys').filter((name) => name.endsWith('.json'))

const read = (name: string): Definition => JSON.parse(readFileSync(`surveys/${name}`, 'utf8')) as Definition

test.each(shipped)('%s saved as a file opens as it was', (name) => {
  const definition = read(name)
  expect(importDefinitionText(definitionJson(definition))).toEqual({ ok: true, definition, notes: [] })
})

test('what only its builder needs is in the file: kept choices and the names of what was deleted', () => {
  const changed = changeKind(asChildOf(), 'school', 'short-text')
  const deleted = changed.ok ? deleteElement(changed.definition, 'born') : changed
  const definition = deleted.ok ? deleted.definition : asChildOf()
  expect(JSON.stringify(definition)).toMatch(/"kept".*"retired"|"retired".*"kept"/)
  expect(importDefinitionText(definitionJson(definition))).toEqual({ ok: true, definition, notes: [] })
})

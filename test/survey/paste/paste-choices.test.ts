import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pasteChoices } from '../../../src/survey/paste/paste-choices.ts'

describe('choices', () => {
  test('lose bullets, numbers and blanks, and are told', () => {
    const pasted = pasteChoices(
      '• School\n- Health\n\n3. Housing\n☐ Money\no\tClubs\n\n\u00A0*\u00A0Food\n7)  Work\n8. school\n9. Play',
      [],
    )
    expect(pasted).toEqual({
      added: ['School', 'Health', 'Housing', 'Money', 'Clubs', 'Food', 'Work', 'Play'],
      duplicatesSkipped: ['school'],
      markersDropped: 9,
      blanksDropped: 2,
      cellsPassedOver: 0,
      told: '8 choices added, 1 duplicate skipped.',
    })
  })

  test('that are there already are skipped whatever their case', () => {
    expect(pasteChoices('yes\nNO\nNot sure', ['Yes', 'No'])).toMatchObject({
      added: ['Not sure'],
      told: '1 choice added, 2 duplicates skipped.',
    })
    expect(pasteChoices('Yes', ['yes']).told).toBe('No choices added, 1 duplicate skipped.')
  })

  test.each([
    ['numbers that are the answer', '16 to 17\n18-24\n2.5 hours\n3', ['16 to 17', '18-24', '2.5 hours', '3']],
    ['letters that go up', 'a) Bus\nb) Car', ['Bus', 'Car']],
    ['letters that are a name', 'A. Smith\nM. Jones', ['A. Smith', 'M. Jones']],
    ['one line with separators', 'Yes; No; Not sure', ['Yes', 'No', 'Not sure']],
    ['one row of a spreadsheet', 'Yes\tNo\tNot sure', ['Yes', 'No', 'Not sure']],
    ['a slash inside a word', 'Mother/father', ['Mother/father']],
    ['commas', 'Yes, often\nNo, never', ['Yes, often', 'No, never']],
    ['nothing', ' \n', []],
  ])('%s', (_, text, added) => {
    expect(pasteChoices(text, []).added).toEqual(added)
  })

  test('of a block are its first column, and the rest is counted', () => {
    expect(pasteChoices('Bus\t12\nCar\t30', [])).toMatchObject({ added: ['Bus', 'Car'], cellsPassedOver: 2 })
  })
})

test('whatever is pasted: nothing empty, nothing twice, nothing lost', () => {
  const line = fc.oneof(fc.constantFrom('Yes', 'no', '• Yes', '1. No', '', '\t', 'Ä'), fc.string({ unit: 'grapheme' }))
  fc.assert(
    fc.property(fc.array(line), fc.array(fc.constantFrom('Yes', 'No')), (lines, existing) => {
      const { added, duplicatesSkipped } = pasteChoices(lines.join('\n'), existing)
      const known = [...new Set(existing), ...added].map((words) => words.toLowerCase())
      expect(new Set(known).size).toBe(known.length)
      expect(added.filter((words) => words.trim() === '')).toEqual([])
      for (const words of duplicatesSkipped) expect(known).toContain(words.toLowerCase())
    }),
  )
})

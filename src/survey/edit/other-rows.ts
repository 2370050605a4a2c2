import type { Definition, GridQuestion, Panel, Question } from '../definition.ts'
import { ruleToExpression } from '../rule/rule-to-expression.ts'
import { putNew } from './add-question.ts'
import { done, type Edited, refused } from './edited.ts'
import { freeId, takenNames } from './fresh-name.ts'
import { findQuestion } from './locate.ts'
import { named } from './named-in-words.ts'
import { bothRules } from './consent-gate.ts'
import { limits } from '../limits.ts'

/**
 * Lets people name items of their own for a grid, up to `count` (1 to 10), right after it: each is a group of the words
 * and an answer out of the grid's own. The next one is asked only once the one before has its words. Coded by theme,
 * they become rows of the grid's table.
 */
export const addOtherRows = (definition: Definition, grid: string, count: number): Edited => {
  const question = findQuestion(definition, grid)
  if (question?.type !== 'matrix') return refused('Only a grid has “Other” rows.')
  if (!(Number.isInteger(count) && count >= 1 && count <= 10)) return refused('There can be 1 to 10 “Other” rows.')
  const taken = takenNames(definition)
  const panels: Panel[] = []
  let before: string | null = null
  for (let nth = 1; nth <= count; nth += 1) {
    const { panel, words } = otherRow(question, nth, before, taken)
    panels.push(panel)
    before = words
  }
  if (panels.some(({ visibleIf = '' }) => visibleIf.length > limits.ruleLength)) {
    return refused('The rule of this grid is too long. Make it shorter first.')
  }
  const questions = panels.flatMap(({ elements }) => elements as readonly Question[])
  const put = putNew(definition, { after: grid }, panels, questions)
  const what = count === 1 ? 'an “Other” row' : `${count} “Other” rows`
  return 'ok' in put ? put : done(put, `Added ${what} to ${named(question)}`, { at: panels[0]?.name ?? grid })
}

const otherRow = (
  grid: GridQuestion,
  nth: number,
  before: string | null,
  taken: Set<string>,
): { readonly panel: Panel; readonly words: string } => {
  const name = (wanted: string): string => {
    const free = freeId(wanted, '', taken)
    taken.add(free.toLowerCase())
    return free
  }
  const panel = name(`other${nth}`)
  const words = name(`other${nth}_words`)
  const rule = before === null ? grid.visibleIf : followUp(before, grid.visibleIf)
  return {
    words,
    panel: {
      type: 'panel',
      name: panel,
      title: nth === 1 ? 'Is there another one that you would add?' : 'Is there one more that you would add?',
      description: 'Write it in your own words. If there is none, leave this blank and go on.',
      ...(rule === undefined ? {} : { visibleIf: rule }),
      elements: [
        { type: 'text', name: words, title: 'In your own words', maxLength: 200 },
        {
          type: 'radiogroup',
          name: name(`other${nth}_answer`),
          title: 'What is your answer for it?',
          visibleIf: written(words),
          choices: grid.columns,
          proforma: { openEnded: { of: grid.name, words } },
        },
      ],
    },
  }
}

const written = (words: string): string =>
  ruleToExpression({ match: 'all', conditions: [{ item: words, op: 'answered', values: [] }] }) ?? ''

/** Whoever the grid is not asked of is not asked for more of it. */
const followUp = (before: string, ofGrid: string | undefined): string => bothRules(written(before), ofGrid)

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openDefinition } from '../../../src/engine/open-definition.ts'
import type { Proposed } from '../../../src/survey/paste/proposed.ts'
import { pastedLines } from '../../../src/survey/paste/lines.ts'
import { pasteQuestions } from '../../../src/survey/paste/paste-questions.ts'
import { questionOfProposed } from '../../../src/survey/paste/question-of-proposed.ts'

/** One question in a line: `one-choice: Do you drive? [Yes | No]`, a grid with its rows before its answers. */
const shown = (question: Proposed): string => {
  switch (question.kind) {
    case 'grid':
      return `grid: ${question.wording} [${question.rows.join(' | ')}] [${question.columns.join(' | ')}]`
    case 'one-choice':
    case 'tick-all':
    case 'scale':
      return `${question.kind}: ${question.wording} [${question.choices.join(' | ')}]`
    case 'number':
    case 'date':
    case 'short-text':
    case 'long-text':
      return `${question.kind}: ${question.wording}`
    default:
      return question satisfies never
  }
}

const read = (text: string): readonly string[] => pasteQuestions(text).questions.map(shown)

const agreement = 'Strongly agree | Agree | Neither agree nor disagree | Disagree | Strongly disagree'
const satisfaction =
  'Very satisfied | Satisfied | Neither satisfied nor dissatisfied | Dissatisfied | Very dissatisfied'

describe('from a word processor', () => {
  test('numbers, letters and bullets after tabs, headings, lines to write on', () => {
    const pasted = pasteQuestions(`Section 1: About you

1.\tWhat is your role?
\ta)\tLead officer
\tb)\tResearch officer
\tc)\tOther (please specify) ______
2.\tHow many years have you worked in this role?
3.\tWhich of these did you use? (Please tick all that apply)
\t•\tInterviews
\t•\tQuestionnaires
\t•\tNone of these
4.\tDo you have a research budget? Yes / No / Not sure
5.\tPlease describe what support you need.
______________
______________
6.\tWhen did you start?`)
    expect(pasted.questions.map(shown)).toEqual([
      'one-choice: What is your role? [Lead officer | Research officer | Other (please specify)]',
      'number: How many years have you worked in this role?',
      'tick-all: Which of these did you use? [Interviews | Questionnaires | None of these]',
      'one-choice: Do you have a research budget? [Yes | No | Not sure]',
      'long-text: Please describe what support you need.',
      'date: When did you start?',
    ])
    expect(pasted.questions[2]).toMatchObject({
      lines: [8, 11],
      why: 'Read as tick-all because it says “Please tick all that apply”.',
    })
    expect(pasted.passedOver).toEqual([
      { words: 'Section 1: About you', reason: expect.stringContaining('heading'), lines: [1, 1] },
    ])
  })

  test('bullets set in by tabs under a grid, as Word pastes them, are items and no table', () => {
    expect(read('1.\tYour role\n2.\tWhere do you need support? Yes / No\n\t•\tDesigning\n\t•\tAnalysing')).toEqual([
      'short-text: Your role',
      'grid: Where do you need support? [Designing | Analysing] [Yes | No]',
    ])
  })

  test('the bare labels of a form', () => {
    expect(read('Name of your local authority:\nYour name:\nJob title\nE-mail address:\n\nDo you drive?')).toEqual([
      'short-text: Name of your local authority',
      'short-text: Your name',
      'short-text: Job title',
      'short-text: E-mail address',
      'one-choice: Do you drive? [Yes | No | Not sure]',
    ])
  })

  test('hard spaces, invisible marks and the bullets of symbol fonts', () => {
    expect(
      read('1.\u00A0Where do you\u00A0live?\r\n\u00A0\u00A0\uF0B7\u00A0Town\r\n\u00A0\u00A0\uF0B7\u200B Village'),
    ).toEqual(['one-choice: Where do you live? [Town | Village]'])
  })

  test('question numbers of all sorts', () => {
    expect(
      read('Q1: How old are you?\nQ2. Where do you live?\nQuestion 3) Why did you come?\n(4) What is your name?'),
    ).toEqual([
      'number: How old are you?',
      'short-text: Where do you live?',
      'long-text: Why did you come?',
      'short-text: What is your name?',
    ])
  })

  test('numbered answers under a question without a number', () => {
    expect(read('What is your role?\n1. Lead\n2. Officer\n\nWhat is your age?\n1. Under 25\n2. 25 or over')).toEqual([
      'one-choice: What is your role? [Lead | Officer]',
      'one-choice: What is your age? [Under 25 | 25 or over]',
    ])
  })

  test('bullets inside bullets, and answers behind dashes', () => {
    expect(read('• How old are you?\n• Where do you live?\n  ◦ Town\n  ◦ Village\nDo you drive?\n- Yes\n– No')).toEqual(
      [
        'number: How old are you?',
        'one-choice: Where do you live? [Town | Village]',
        'one-choice: Do you drive? [Yes | No]',
      ],
    )
  })

  test('boxes, on lines of their own and side by side', () => {
    expect(read('Do you drive?\n☐ Yes\n☐ No\nDid it help? [ ] Yes [ ] No [ ] Don’t know')).toEqual([
      'one-choice: Do you drive? [Yes | No]',
      'one-choice: Did it help? [Yes | No | Don’t know]',
    ])
  })

  test('an instruction on a line of its own, and a hint', () => {
    expect(
      pasteQuestions(
        'How many children live with you?\nInclude foster children.\n\nWhich do you like?\nTick all that apply.\nTea\nCoffee',
      ).questions,
    ).toMatchObject([
      { kind: 'number', hint: 'Include foster children.' },
      { kind: 'tick-all', choices: ['Tea', 'Coffee'] },
    ])
  })
})

describe('from a mail', () => {
  test('quoted, wrapped, with a greeting and a name under it', () => {
    const pasted = pasteQuestions(`> Hi Anna, these are the questions:
>
> 1) How satisfied were you with the help that your family was given by the
> team at the centre?
>    - Very satisfied
>    - Satisfied
>    - Neither satisfied nor dissatisfied
>    - Dissatisfied
>    - Very dissatisfied
>
> 2) Is there anything else you would like to tell us?
>
> Thanks
> Bob`)
    expect(pasted.questions.map(shown)).toEqual([
      `scale: How satisfied were you with the help that your family was given by the team at the centre? [${satisfaction}]`,
      'long-text: Is there anything else you would like to tell us?',
    ])
    expect(pasted.questions[0]?.lines).toEqual([3, 9])
    expect(pasted.passedOver.map(({ words }) => words)).toEqual(['Hi Anna, these are the questions:', 'Thanks', 'Bob'])
  })

  test('with an empty line between all lines', () => {
    expect(
      read(
        'Do you drive?\n\nYes\n\nNo\n\nWhat is your name?\n\nWhich do you like? Tick all that apply.\n\nTea\n\nCoffee',
      ),
    ).toEqual([
      'one-choice: Do you drive? [Yes | No]',
      'short-text: What is your name?',
      'tick-all: Which do you like? [Tea | Coffee]',
    ])
  })
})

describe('from a spreadsheet', () => {
  test('a column of questions, and a column of items', () => {
    expect(read('How old are you?\nDo you drive?')).toEqual([
      'number: How old are you?',
      'one-choice: Do you drive? [Yes | No | Not sure]',
    ])
    expect(read('Designing the project\nAnalysing data')).toEqual([
      'short-text: Designing the project',
      'short-text: Analysing data',
    ])
  })

  test('a block with answers along the top', () => {
    expect(read('Where do you need support?\n\tYes\tNo\tNot sure\nDesigning\t\t\t\nAnalysing\t☐\t☐\t☐')).toEqual([
      'grid: Where do you need support? [Designing | Analysing] [Yes | No | Not sure]',
    ])
  })

  test('a block with a question a line, its answers beside it, and names over the columns', () => {
    const pasted = pasteQuestions(
      'No\tQuestion\tAnswers\n1\tHow old are you?\t\n2\tDo you drive?\tYes; No; Not sure\n3\tWhat is your role?\tLead\tOfficer',
    )
    expect(pasted.questions.map(shown)).toContain('one-choice: Do you drive? [Yes | No | Not sure]')
    expect(pasted.questions.map(shown)).toContain('one-choice: What is your role? [Lead | Officer]')
  })
})

describe('grids', () => {
  const items = ['Designing the local research project', 'Analysing data', 'Commissioning research']

  test('of the LARC proforma: answers behind the question, items under it', () => {
    const text = `Where will you need most support? Yes / No / Not sure\n${items.map((item, index) => `${index + 1}. ${item}`).join('\n')}`
    expect(read(text)).toEqual([`grid: Where will you need most support? [${items.join(' | ')}] [Yes | No | Not sure]`])
  })

  test('with the answers on each line', () => {
    expect(
      read(`Where will you need most support?\n${items.map((item) => `${item} Yes / No / Not sure`).join('\n')}`),
    ).toEqual([`grid: Where will you need most support? [${items.join(' | ')}] [Yes | No | Not sure]`])
  })

  test('with the answers on a line of their own', () => {
    expect(
      read('Q1: How much do you agree?\nStrongly agree … Strongly disagree\na) I was listened to\nb) I got a copy'),
    ).toEqual([`grid: How much do you agree? [I was listened to | I got a copy] [${agreement}]`])
  })

  test('with the answers that the question implies', () => {
    expect(
      pasteQuestions('How satisfied are you with:\n• the welcome\n• the food\n\nAnything else?').questions,
    ).toMatchObject([
      {
        kind: 'grid',
        rows: ['the welcome', 'the food'],
        columns: satisfaction.split(' | '),
        why: expect.stringContaining('things to answer about'),
      },
      { kind: 'long-text' },
    ])
  })
})

describe('scales', () => {
  test.each([
    [
      'To what extent do you agree that it helped? Strongly agree … Strongly disagree',
      `scale: To what extent do you agree that it helped? [${agreement}]`,
    ],
    ['How was it?   Poor 1 2 3 4 5 Excellent', 'scale: How was it? [1 – Poor | 2 | 3 | 4 | 5 – Excellent]'],
    [
      'On a scale of 1 to 5, where 1 = poor and 5 = excellent, how was the food?',
      'scale: On a scale of 1 to 5, where 1 = poor and 5 = excellent, how was the food? [1 – poor | 2 | 3 | 4 | 5 – excellent]',
    ],
    [
      'How satisfied are you? (1 = very dissatisfied, 5 = very satisfied)',
      'scale: How satisfied are you? [1 – very dissatisfied | 2 | 3 | 4 | 5 – very satisfied]',
    ],
    ['How was it?\nExcellent\nGood\nFair\nPoor', 'scale: How was it? [Excellent | Good | Fair | Poor]'],
    // Not sure is no point of a scale.
    ['How was it?\nGood\nFair\nPoor\nNot sure', 'one-choice: How was it? [Good | Fair | Poor | Not sure]'],
    ['Which?\nVery happy\nHappy\nSad\nNot sure', 'one-choice: Which? [Very happy | Happy | Sad | Not sure]'],
  ])('%j', (text, question) => {
    expect(read(text)).toEqual([question])
  })
})

test.each([
  ['Date of birth: __/__/____', 'date: Date of birth'],
  ['Name: ____________', 'short-text: Name'],
  ['What do you pay a week? £____', 'number: What do you pay a week?'],
  ['Are you willing to take part again (yes/no)?', 'one-choice: Are you willing to take part again? [yes | no]'],
  ['Which is nearest?: A lot | A little', 'one-choice: Which is nearest? [A lot | A little]'],
  ['Why or why not?', 'long-text: Why or why not?'],
])('%j alone', (text, question) => {
  expect(read(text)).toEqual([question])
})

test('nothing gives nothing', () => {
  expect(pasteQuestions(' \n\u00A0\n')).toEqual({ questions: [], passedOver: [] })
})

// Any text: pieces of what people paste, in any order.

const piece = fc.oneof(
  fc.constantFrom(
    '1. ',
    'Q2: ',
    'a) ',
    '• ',
    '- ',
    '☐ ',
    '\t',
    '    ',
    '?',
    ':',
    '/',
    '|',
    '\n',
    '\n\n',
    'Yes / No',
    'Tick all that apply',
    '____',
    '1 2 3 4 5',
    '…',
    'Strongly agree',
    '> ',
    '(',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)

test('whatever is pasted: every filled line is in a question or passed over, and what is taken opens', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('').replaceAll('\u0000', '')
      const { questions, passedOver } = pasteQuestions(text)
      const spans = [...questions, ...passedOver].map(({ lines }) => lines)
      for (const [from, to] of spans) expect(from).toBeLessThanOrEqual(to)
      const filled = pastedLines(text).filter(({ words }) => words !== '')
      const lost = filled.filter(({ number }) => !spans.some(([from, to]) => from <= number && number <= to))
      expect(lost).toEqual([])
      for (const { why } of questions) expect(why).toMatch(/^Read as .* because .*\.$/s)

      const taken = new Set<string>(['page'])
      const elements = questions.slice(0, 50).map((proposed) => {
        const question = questionOfProposed(proposed, taken)
        taken.add(question.name.toLowerCase())
        return question
      })
      const opened = openDefinition(
        JSON.parse(
          JSON.stringify({
            proforma: { id: 'a', units: 'people', audience: '', minutes: 1, privacy: '' },
            title: '',
            pages: [{ name: 'page', elements }],
          }),
        ),
      )
      expect(opened.ok ? [] : opened.findings).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('a long document is read in good time', () => {
  const text = Array.from(
    { length: 2000 },
    (_, n) =>
      `${n + 1}. How many ${'words '.repeat(10)}are there (tick all that apply)?\n   a) ${'x '.repeat(20)}\n   b) No`,
  ).join('\n')
  const start = performance.now()
  expect(pasteQuestions(text).questions.length).toBeGreaterThan(1500)
  expect(performance.now() - start).toBeLessThan(2000)
})

import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { publishedLarcRows } from '../support/larc-table.ts'

const project = fileURLToPath(new URL('../../', import.meta.url))
const larc = ['surveys/larc-support-needs.json', 'surveys/larc-support-needs.example.ndjson'] as const
const folder = mkdtempSync(join(tmpdir(), 'proforma-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Run {
  readonly status: number | string | null | undefined
  readonly out: string
  readonly err: string
}

const proforma = (args: readonly string[], flags: readonly string[] = []): Promise<Run> =>
  new Promise((resolve) => {
    const whole = [...flags, 'src/cli/proforma.js', ...args]
    execFile(join(project, 'node_modules/.bin/node'), whole, { cwd: project }, (error, out, err) => {
      resolve({ status: error === null ? 0 : error.code, out, err })
    })
  })

const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

describe('tabulate', () => {
  test('csv is the published table of 2010, each row with base 21', async () => {
    const { status, out, err } = await proforma(['tabulate', ...larc, '--format', 'csv'])
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out.trimEnd().split('\r\n')).toEqual([
      'Item,Yes,No,Not sure,Non-response,Base',
      ...publishedLarcRows.map((row) => [...row, 21].join(',')),
    ])
  })

  test('text says where the example comes from, json and html hold the same rows', async () => {
    const text = await proforma(['tabulate', ...larc, '--population', '25'])
    expect(text.out).toContain('21 of 25 returned (84%)')
    expect(text.out).toContain('Invented example.')
    const tested = await proforma(['tabulate', ...larc, '--tests'])
    expect(tested.out).toContain('Cochran’s Q 16.43, 5 degrees of')
    const json = await proforma(['tabulate', ...larc, '--format', 'json'])
    expect(JSON.parse(json.out).rows).toHaveLength(7)
    const html = await proforma(['tabulate', ...larc, '--format', 'html'])
    expect(html.out.match(/<th scope="row">/g)).toHaveLength(7)
  })

  test('statuses that a file leaves out are worked out', async () => {
    const lines = readFileSync(join(project, larc[1]), 'utf8').split('\n')
    const bare = lines.map((line) => line.replace(/"statuses":\{[^}]*\},/, '')).join('\n')
    expect(bare).not.toContain('statuses')
    const without = await proforma(['tabulate', larc[0], file('bare.ndjson', bare), '--format', 'csv'])
    expect(without).toEqual(await proforma(['tabulate', ...larc, '--format', 'csv']))
  })

  test('a survey without grids prints every question; csv wants one chosen', async () => {
    const survey = 'surveys/practitioner-interview.json'
    const version = /version ([0-9a-f]{64})/.exec((await proforma(['codebook', survey])).out)?.[1]
    const answers = { consent: 'yes', experience: 'none' }
    const returned = { type: 'return', id: '1', response: '1', survey: 'practitioner-interview', version, answers }
    const returns = file('interview.ndjson', JSON.stringify(returned))
    const text = await proforma(['tabulate', survey, returns, '--protect', 'none'])
    expect(text.out).toContain('Are you willing to take part')
    expect(text.out).toContain('Where has support come from so far?')
    expect(await proforma(['tabulate', survey, returns, '--format', 'csv'])).toMatchObject({
      status: 2,
      err: expect.stringContaining('Choose one with --question: consent, quotes, role,'),
    })
    expect(text.err).toContain('protect them before you publish')
    expect(await proforma(['tabulate', survey, returns])).toMatchObject({
      status: 1,
      err: expect.stringContaining('fewer than 5 people'),
    })
    const chosen = ['--format', 'csv', '--question', 'experience', '--protect', 'none']
    const one = await proforma(['tabulate', survey, returns, ...chosen])
    expect(one.out.split('\r\n')[1]).toMatch(/,1,0,0,0,0,1$/)
  })

  const edited = (change: (line: string) => string): string =>
    readFileSync(join(project, larc[1]), 'utf8')
      .split('\n')
      .map((line, index) => (index === 4 ? change(line) : line))
      .join('\n')

  test.each([
    [
      'another version',
      edited((line) => line.replace(/"version":"./, '"version":"z'.replace('z', 'f'))),
      'answers version',
    ],
    ['an unknown question', edited((line) => line.replace('"authority"', '"county"')), 'it answers “county”'],
    [
      'an unknown answer',
      edited((line) => line.replace('"designing_project":"yes"', '"designing_project":"maybe"')),
      'offers',
    ],
    ['a wrong status', edited((line) => line.replace(':"answered"', ':"blank"')), 'does not go with its answer'],
    ['broken JSON', edited((line) => line.slice(0, -3)), 'this is not JSON'],
  ])('%s is refused with its line', async (name, text, reason) => {
    const path = file(`${name}.ndjson`, text)
    const run = await proforma(['tabulate', larc[0], path, '--format', 'csv'])
    expect(run).toMatchObject({ status: 1, out: '' })
    expect(run.err).toContain(`${path}: line 5: `)
    expect(run.err).toContain(reason)
    expect(run.err.trimEnd().split('\n')).toHaveLength(1)
  })

  test.each([
    [['tabulate', larc[0], 'surveys/none.ndjson'], 1, 'surveys/none.ndjson: there is no such file.'],
    [['tabulate', 'surveys', larc[1]], 1, 'surveys: this is a folder, not a file.'],
    [['tabulate', 'surveys/family-views.json', larc[1]], 1, 'line 1: this is for the survey “larc-support-needs”'],
    [['tabulate', ...larc, '--question', 'shoes'], 1, 'This survey has no question “shoes”.'],
    [['tabulate', ...larc, '--by', 'support.analysing', '--and-by', 'role'], 1, '“Your role” has no list of answers'],
    [['tabulate', ...larc, '--by', 'role'], 1, '“Your role” has no list of answers to sort returns by.'],
    [['tabulate', ...larc, '--where', 'region ='], 1, '“region =” is not a filter.'],
    [['tabulate', ...larc, '--where', "shoes = 'red'"], 1, 'This survey has no variable “shoes”.'],
    [
      ['tabulate', ...larc, '--where', "support.analysing <> 'Yes'", '--protect', 'under5'],
      1,
      'This leaves out fewer than 5 returns.',
    ],
    [['tabulate', ...larc, '--base', 'all'], 2, 'choose returned, asked or valid'],
    [['tabulate', ...larc, '--protect', '1'], 2, 'choose none, under5, under10, round5 or a number'],
    [['tabulate', ...larc, '--population', '20'], 1, '21 returned, but only 20 were asked.'],
    [['tabulate', ...larc, '--population', 'many'], 2, '“many” is not a number'],
    [['tabulate', ...larc, '--format', 'toString'], 2, 'There is no format “toString”'],
    [['tabulate', ...larc, '--shape'], 2, "Unknown option '--shape'"],
    [['tabulate', larc[0]], 2, 'tabulate needs two files'],
    [['count'], 2, 'There is no command “count”.'],
    [[], 2, 'Say what to do'],
  ])('%j', async (args, status, reason) => {
    const run = await proforma(args)
    expect(run).toMatchObject({ status, out: '' })
    expect(run.err).toContain(reason)
    expect(run.err.trimEnd().split('\n')).toHaveLength(1)
  })
})

describe('check and codebook', () => {
  test('a survey that opens is told by its questions and version', async () => {
    const { status, out } = await proforma(['check', larc[0]])
    expect(status).toBe(0)
    expect(out).toMatch(/opens\. Questions: 11\. Items: 16\. Version: [0-9a-f]{64}\.\n$/)
  })

  test('one that does not is told by its findings, each on a line with the place', async () => {
    const survey = JSON.parse(readFileSync(join(project, larc[0]), 'utf8'))
    survey.pages[3].elements.push({ type: 'html', name: 'x', html: '<b>x</b>' })
    const path = file('html.json', JSON.stringify(survey))
    const run = await proforma(['check', path])
    expect(run).toMatchObject({ status: 1, out: '' })
    expect(run.err).toContain(`${path}: pages[3].elements[1]`)
  })

  test('a file that is no JSON is told by its line', async () => {
    const path = file('broken.json', '{\n  "title": "x",\n  oops\n}')
    expect((await proforma(['check', path])).err).toContain(`${path}: line 3: this is not JSON`)
  })

  test('the codebook says what each code means', async () => {
    const { out } = await proforma(['codebook', larc[0]])
    expect(out).toContain(
      'support.analysing: choice\n  Analysing data\n    yes = Yes\n    no = No\n    not_sure = Not sure (not-sure)\n',
    )
    expect(out).toContain('other1_need: choice, for the item named in other1_activity\n')
  })
})

test('help names every command', async () => {
  const { status, out } = await proforma(['--help'])
  expect(status).toBe(0)
  for (const command of ['tabulate', 'codebook', 'check', 'serve']) expect(out).toContain(`\n  ${command}`)
})

test('a Node that cannot read TypeScript says so in one sentence', async () => {
  const run = await proforma(['--help'], ['--no-experimental-strip-types'])
  expect(run).toMatchObject({ status: 1, out: '' })
  expect(run.err).toMatch(/^Proforma needs a Node that reads TypeScript by itself.*\n$/)
})

describe('words', () => {
  const messages = join(folder, 'messages')
  mkdirSync(messages)

  test('says of each language how complete it is and who made it', async () => {
    const { status, out } = await proforma(['words'])
    expect(status).toBe(0)
    expect(out).toMatch(/^en {2}English: (\d+) of \1 messages\. Made by a person\./m)
    for (const code of ['ar', 'cy', 'pl', 'ur'])
      expect(out).toMatch(new RegExp(`^${code} {2}\\S+: \\d+ of \\d+ messages\\. Made by a machine:`, 'm'))
  })

  test('names what is missing, a plural form too, and what is left over', async () => {
    file('messages/en.json', '{"@about":{"name":"English"},"back":"Back","minutes.one":"{n}","minutes.other":"{n}"}')
    file('messages/cy.json', '{"@about":{"name":"Cymraeg"},"minutes.one":"{n}","minutes.other":"{n}","old":"Hen"}')
    const { out } = await proforma(['words', messages])
    expect(out).toContain('cy  Cymraeg: 0 of 2 messages')
    expect(out).toContain('Said in English until they are here: back, minutes.')
    expect(out).toContain('Not used any more: old.')
  })

  test('a broken file is named', async () => {
    file('messages/en.json', '{')
    expect(await proforma(['words', messages])).toMatchObject({
      status: 1,
      err: `${messages}/en.json: this is not JSON.\n`,
    })
  })
})

import { glob, readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { type MessageFile, messageIn } from '../../../src/pages/collect/messages.ts'

const folder = 'src/pages/collect/messages'

const readMessages = async (code: string): Promise<MessageFile> =>
  JSON.parse(await readFile(`${folder}/${code}.json`, 'utf8')) as MessageFile

const english = await readMessages('en')

const keysOf = (file: MessageFile): readonly string[] => Object.keys(file).filter((key) => key !== '@about')
const messageOf = (key: string): string => key.split('.')[0] ?? key
const placesOf = (text: unknown): readonly string[] =>
  [...String(text).matchAll(/\{(\w+)\}/g)].map(([, place]) => place ?? '').toSorted()
const unique = (list: readonly string[]): readonly string[] => [...new Set(list)].toSorted()

const filesIn = async (pattern: string): Promise<readonly string[]> => {
  const found: string[] = []
  for await (const path of glob(pattern)) found.push(path)
  return found
}

const codes = (await filesIn(`${folder}/*.json`)).map((path) => basename(path, '.json')).toSorted()

/** Without what stands in brackets, however deep. */
const withoutCalls = (code: string): string => {
  const less = code.replaceAll(/\([^()]*\)/g, '')
  return less === code ? code : withoutCalls(less)
}

/** Every `say('key', { places })` of the app, as it stands in the sources; `say(a ? 'one' : 'other')` says both. */
const readUses = async (): Promise<readonly { readonly key: string; readonly places: readonly string[] }[]> => {
  const sources = await Promise.all((await filesIn('src/pages/**/*.{ts,tsx}')).map((path) => readFile(path, 'utf8')))
  return sources.flatMap((source) =>
    [...source.matchAll(/\bsay\((?=[^()']*'(\w+)'(?:\s*:\s*'(\w+)')?\s*(?:,\s*\{([^}]*)\})?)/g)].flatMap(
      ([, key = '', other, values = '']) =>
        [key, ...(other === undefined ? [] : [other])].map((one) => ({
          key: one,
          places: unique([...withoutCalls(values).matchAll(/(?:^|,)\s*(\w+)/g)].map(([, place]) => place ?? '')),
        })),
    ),
  )
}

/** Said by a key that is put together or looked up: `say(box)`, the months, where a return is. */
const saidByName = [
  'openGone',
  'openNoVersion',
  'openNotReadable',
  'openPartMissing',
  'day',
  'month',
  'year',
  'receiptAlone',
  'receiptReached',
  'receiptWaits',
  ...Array.from({ length: 12 }, (_, index) => `month${index + 1}`),
]

test('every message that a screen says is in the English file, with its places, and no message is left over', async () => {
  const uses = await readUses()
  const said = unique([...uses.map(({ key }) => key), ...saidByName])
  expect(said).toEqual(unique(keysOf(english).map(messageOf)))
  for (const { key, places } of uses) {
    const forms = keysOf(english).filter((one) => messageOf(one) === key)
    for (const form of forms) expect({ key, places: unique(placesOf(english[form])) }).toEqual({ key, places })
  }
})

test('five languages are there, each named and directed as it says', async () => {
  expect(codes).toEqual(['ar', 'cy', 'en', 'pl', 'ur'])
  const about = await Promise.all(codes.map(async (code) => (await readMessages(code))['@about']))
  expect(about.map(({ code, direction }) => [code, direction])).toEqual([
    ['ar', 'rtl'],
    ['cy', 'ltr'],
    ['en', 'ltr'],
    ['pl', 'ltr'],
    ['ur', 'rtl'],
  ])
  for (const { name, madeBy, date } of about) {
    expect(name).not.toBe('')
    expect(['machine', 'person']).toContain(madeBy)
    expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  }
})

test.for(codes)('%s has no message that English has not, and each has the places of the English one', async (code) => {
  const file = await readMessages(code)
  for (const key of keysOf(file)) {
    const counterpart = english[key] ?? english[`${messageOf(key)}.other`]
    expect({ key, places: placesOf(file[key]) }).toEqual({ key, places: placesOf(counterpart) })
    expect(file[key]).toMatch(/\S/)
  }
})

test.for(codes)('%s has of each message that counts the plural forms of its language, and no other', async (code) => {
  const file = await readMessages(code)
  const categories = new Intl.PluralRules(code).resolvedOptions().pluralCategories.toSorted()
  const counting = unique(keysOf(file).filter((key) => key.includes('.')))
  expect(counting).toEqual(
    unique(counting.map(messageOf)).flatMap((message) => categories.map((one) => `${message}.${one}`)),
  )
  const englishCounting = new Set(
    keysOf(english)
      .filter((key) => key.includes('.'))
      .map(messageOf),
  )
  expect(counting.map(messageOf).filter((message) => !englishCounting.has(message))).toEqual([])
})

const minutes = (file: MessageFile, n: number): string | null => messageIn(file, 'minutes', { n })

test('a message is counted in the forms of its language, in figures that councils print', async () => {
  expect(minutes(english, 1)).toBe('About 1 minute.')
  expect(minutes(english, 6)).toBe('About 6 minutes.')
  expect(minutes(await readMessages('cy'), 2)).toBe('Tua 2 funud.')
  expect(minutes(await readMessages('ar'), 6)).toBe('حوالي 6 دقائق.')
  expect(minutes(await readMessages('ar'), 1200)).toBe('حوالي 1200 دقيقة.')
  expect(messageIn(await readMessages('pl'), 'charactersLeft', { n: 22 })).toBe('Można wpisać jeszcze 22 znaki')
})

test('a value is put in as it stands, whatever signs it holds', () => {
  expect(messageIn(english, 'clearRow', { row: '{row} $& $1' })).toBe('Clear the answer to {row} $& $1')
})

test('a message that a file does not have is null, and so is a name that every object has', () => {
  expect(messageIn(english, 'nothing')).toBeNull()
  expect(messageIn(english, 'toString')).toBeNull()
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type BrowserPorts,
  type FieldWorkFacts,
  fieldWorkWarnings,
  isNearlyFull,
  readFieldWorkFacts,
} from '../../src/device/field-work.ts'

const fit: FieldWorkFacts = {
  storage: { persisted: true, used: 1, quota: 100 },
  keepsFiles: true,
  apple: false,
  ownWindow: true,
}

const kinds = (facts: Partial<FieldWorkFacts>) => fieldWorkWarnings({ ...fit, ...facts }).map(({ kind }) => kind)

test('a device that is fit is told nothing', () => {
  expect(kinds({})).toEqual([])
  expect(kinds({ ownWindow: false }), 'a tab on anything but an iPad').toEqual([])
  expect(kinds({ storage: { persisted: null, used: null, quota: null } }), 'a browser that does not say').toEqual([])
})

test('a private window is refused, an iPad tab waits for staff, a full device is only told', () => {
  const all = fieldWorkWarnings({
    storage: { persisted: false, used: 81, quota: 100 },
    keepsFiles: false,
    apple: true,
    ownWindow: false,
  })
  expect(all.map(({ kind, stops }) => [kind, stops])).toEqual([
    ['keeps-nothing', 'yes'],
    ['not-on-home-screen', 'until-confirmed'],
    ['nearly-full', 'no'],
  ])
})

test('nearly full is four fifths or more', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1_000 }), fc.integer({ min: 1, max: 1_000 }), (used, quota) => {
      expect(isNearlyFull({ persisted: null, used, quota })).toBe(used * 5 >= quota * 4)
    }),
  )
})

const safari = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15'
const storage = (getDirectory: () => Promise<FileSystemDirectoryHandle>): BrowserPorts['storage'] => ({
  persisted: () => Promise.resolve(false),
  persist: () => Promise.resolve(false),
  estimate: () => Promise.resolve({ usage: 9, quota: 10 }),
  getDirectory,
})

test.each<[string, Partial<BrowserPorts>, Partial<FieldWorkFacts>]>([
  ['an iPad', { userAgent: safari, maxTouchPoints: 5 }, { apple: true }],
  ['a Mac', { userAgent: safari, maxTouchPoints: 0 }, { apple: false }],
  ['an iPhone', { userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)' }, { apple: true }],
  [
    'a private window of Safari',
    { storage: storage(() => Promise.reject(new DOMException('', 'UnknownError'))) },
    { keepsFiles: false },
  ],
  ['an old browser', { storage: undefined }, { keepsFiles: true }],
])('what the browser says of itself: %s', async (_, ports, facts) => {
  const ordinary = storage(() => Promise.resolve({} as FileSystemDirectoryHandle))
  const given = { storage: ordinary, userAgent: 'Chrome', maxTouchPoints: 0, ownWindow: false, ...ports }
  expect(await readFieldWorkFacts(given)).toMatchObject({ ownWindow: false, ...facts })
})

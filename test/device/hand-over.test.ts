import { describe, expect, test } from 'vitest'
import { callIn } from '../support/browser-modules.ts'
import { withoutChromium } from '../support/chromium.ts'
import { twoTabs } from '../support/two-tabs.ts'
import type * as handOverModule from './in-browser/hand-over.ts'

const call = callIn<typeof handOverModule>('/test/device/in-browser/hand-over.ts')
const pin = '293847'

describe.skipIf(withoutChromium)('the staff PIN and the lock, in Chromium', () => {
  const { tab, other } = twoTabs()

  test('a PIN is kept salted and hashed, and another is set only by who knows it', async () => {
    expect(await call(tab(), 'set', 'd', pin, null)).toMatchObject({ kind: 'set' })
    expect(await call(tab(), 'kept', 'd')).toMatch(/"salt":"[0-9a-f]{32}","iterations":600000,"hash":"[0-9a-f]{64}"/)
    expect(await call(tab(), 'kept', 'd')).not.toContain(pin)
    expect(await call(tab(), 'set', 'd', '805127', null)).toMatchObject({ kind: 'wrong' })
    expect(await call(tab(), 'set', 'd', '805127', pin)).toMatchObject({ kind: 'set' })
    expect(
      await call(tab(), 'tryPins', 'd', [
        [pin, 0],
        ['805127', 0],
      ]),
    ).toEqual(['wrong 0', 'right'])
  })

  test('a recovery code sets another PIN, this once, and is kept no more than a PIN is', async () => {
    const first = await call(tab(), 'set', 'd', pin, null)
    const code = first.kind === 'set' ? first.code : ''
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
    expect(await call(tab(), 'kept', 'd')).not.toContain(code.replace('-', ''))
    expect(await call(tab(), 'setByCode', 'd', '805127', '00000-00000')).toMatchObject({ kind: 'wrong', left: 4 })
    const typed = code.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
    expect(await call(tab(), 'setByCode', 'd', '805127', typed)).toMatchObject({ kind: 'set' })
    expect(await call(tab(), 'tryPins', 'd', [['805127', 0]])).toEqual(['right'])
    expect(await call(tab(), 'setByCode', 'd', pin, code)).toMatchObject({ kind: 'wrong' })
    expect(await call(tab(), 'tryPins', 'd', [[code, 0]])).toEqual(['wrong 0'])
  })

  test('after five wrong ones a right one is not looked at, in any tab, until the time has passed', async () => {
    await call(tab(), 'set', 'd', pin, null)
    expect(
      await call(
        tab(),
        'tryPins',
        'd',
        ['1', '2', '3', '4', '5'].map((wrong) => [wrong, 0]),
      ),
    ).toEqual([...Array.from({ length: 4 }, () => 'wrong 0'), 'wrong 30'])
    expect(
      await call(other(), 'tryPins', 'd', [
        [pin, 1],
        [pin, 29],
        ['6', 30],
        [pin, 60],
        [pin, 90],
      ]),
    ).toEqual(['wait 29', 'wait 1', 'wrong 60', 'wait 30', 'right'])
    expect(await call(tab(), 'tryPins', 'd', [['7', 91]])).toEqual(['wrong 0'])
  })

  test('without staff a lock only goes on; covered or given back, it goes nowhere', async () => {
    await call(tab(), 'set', 'd', pin, null)
    const response = await call(tab(), 'lockOne', 'd')
    expect(
      await call(tab(), 'walk', 'd', ['thanks', 'form', 'cover', 'form', 'waiting', 'form', 'cover', 'thanks']),
    ).toEqual([false, true, true, true, true, false, false, false])
    expect(await call(other(), 'choose', 'd', '1', 'leave', response)).toBe('wrong')
    expect(await call(other(), 'choose', 'd', pin, 'carry-on', response)).toEqual({ phase: 'form', way: 'family' })
    expect(await call(tab(), 'walk', 'd', ['thanks', 'given-back', 'form', 'cover'])).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(await call(tab(), 'choose', 'd', pin, 'take-over', response)).toEqual({ phase: null, way: 'interviewer' })
  })

  test('a lock is put back into a database that was emptied, and one that cannot be read lets nobody in', async () => {
    await call(tab(), 'set', 'd', pin, null)
    await call(tab(), 'lockOne', 'd')
    await call(tab(), 'walk', 'd', ['form'])
    expect(await call(tab(), 'emptyAndPutBack', 'd')).toBe('form')
    expect(await call(tab(), 'readClosed', 'd')).toBe('unknown')
  })
})

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { slowSaves } from '../../../src/pages/collect/slow-saves.ts'

beforeEach(() => {
  vi.useFakeTimers()
  return () => vi.useRealTimers()
})
afterEach(() => vi.clearAllTimers())

test('a save that does not end is told once, however much is typed meanwhile', () => {
  const tell = vi.fn<(change: string) => void>()
  const slow = slowSaves(tell, 5_000)
  slow.began('a')
  vi.advanceTimersByTime(3_000)
  slow.began('b')
  vi.advanceTimersByTime(1_999)
  expect(tell).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(slow.areLate()).toBe(true)
  slow.began('c')
  vi.advanceTimersByTime(20_000)
  expect(tell.mock.calls).toEqual([['b']])
  slow.ended(true)
  expect(slow.areLate()).toBe(false)
})

test('while saves end nobody is told, though one after the other begins', () => {
  const tell = vi.fn<(change: string) => void>()
  const slow = slowSaves(tell, 5_000)
  for (let save = 0; save < 10; save += 1) {
    slow.began('d')
    vi.advanceTimersByTime(4_000)
    slow.ended(false)
  }
  slow.ended(true)
  vi.advanceTimersByTime(60_000)
  expect(tell).not.toHaveBeenCalled()
})

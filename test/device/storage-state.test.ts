import { expect, test } from 'vitest'
import { whyNotSaved } from '../../src/device/storage-failure.ts'
import { askToPersist, readStorageState } from '../../src/device/storage-state.ts'

const storage = (persisted: boolean, grants: boolean, estimate: () => Promise<StorageEstimate>) => {
  let safe = persisted
  return {
    persisted: () => Promise.resolve(safe),
    persist: () => Promise.resolve((safe ||= grants)),
    estimate,
  }
}

const estimate = () => Promise.resolve({ usage: 2_000, quota: 10_000 })
const silent = () => Promise.reject(new TypeError('not allowed'))

test('how safe and how full the storage is', async () => {
  expect(await readStorageState(storage(false, true, estimate))).toEqual({
    persisted: false,
    used: 2_000,
    quota: 10_000,
  })
  expect(await askToPersist(storage(false, true, estimate))).toEqual({ persisted: true, used: 2_000, quota: 10_000 })
  expect(await askToPersist(storage(false, false, estimate))).toMatchObject({ persisted: false })
})

test('what a browser does not say is not made up', async () => {
  const nothing = { persisted: null, used: null, quota: null }
  expect(await readStorageState(undefined)).toEqual(nothing)
  expect(await askToPersist(undefined)).toEqual(nothing)
  const mute = { persisted: silent, persist: silent, estimate: silent }
  expect(await readStorageState(mute)).toEqual(nothing)
  expect(await askToPersist(mute)).toEqual(nothing)
  expect(await readStorageState(storage(true, true, () => Promise.resolve({})))).toEqual({
    ...nothing,
    persisted: true,
  })
})

test.each([
  ['the disk is full', { name: 'AbortError', inner: new DOMException('', 'QuotaExceededError') }, 'no space left'],
  ['another tab is newer', { name: 'VersionError' }, 'newer Proforma'],
  ['it was closed', { name: 'DatabaseClosedError', inner: null }, 'closed'],
  ['the window is private', { name: 'OpenFailedError', inner: { name: 'SecurityError' } }, 'private window'],
  ['nobody knows', 'thrown text', 'could not save it'],
])('a failed write says why: %s', (_, error, words) => {
  expect(whyNotSaved(error)).toContain(words)
})

test('an error that holds itself is read once', () => {
  const error: { name: string; inner?: unknown } = { name: 'UnknownError' }
  error.inner = error
  expect(whyNotSaved(error)).toContain('could not save it')
})

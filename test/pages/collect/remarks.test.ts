import { expect, test } from 'vitest'
import { openRemarks } from '../../../src/pages/collect/remarks.ts'

test('marks and notes stand as they were last said, and each change is heard once', () => {
  const before = { marks: { one: 'refused' }, notes: { two: 'Quiet' } } as const
  const remarks = openRemarks(before)
  let heard = 0
  const stop = remarks.subscribe(() => (heard += 1))
  remarks.mark('two', 'not-asked')
  remarks.mark('two', 'not-asked')
  remarks.mark('one', null)
  remarks.mark('three', null)
  remarks.note('two', '')
  remarks.note('one', ' as typed ')
  expect(remarks.marks()).toEqual({ two: 'not-asked' })
  expect(remarks.notes()).toEqual({ one: ' as typed ' })
  expect(heard).toBe(4)
  stop()
  remarks.note('one', 'more')
  expect(heard).toBe(4)
  expect(before).toEqual({ marks: { one: 'refused' }, notes: { two: 'Quiet' } })
})

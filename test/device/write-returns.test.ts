import { glob, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

/** A write to the table of returns, by whatever name it goes there. */
const write = /\breturns\s*\.(?:add|bulkAdd|put|bulkPut|update|bulkUpdate|upsert|delete|bulkDelete|clear)\(/

test('returns are written in one place, which notes them for what is encoded', async () => {
  const writers: string[] = []
  for await (const file of glob('src/{device,pages}/**/*.{ts,tsx}'))
    if (write.test(await readFile(file, 'utf8'))) writers.push(file)
  expect(writers).toEqual(['src/device/write-returns.ts'])
})

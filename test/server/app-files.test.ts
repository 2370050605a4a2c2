import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { compressFiles } from '../../src/cli/compress-files.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { withApp } from './with-app.ts'

const script = 'export const words = "Not sure is an answer"\n'.repeat(200)

const builtApp = async (): Promise<string> => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Proforma</title>')
  await writeFile(join(folder, 'assets', 'home-4f2a.js'), script)
  await compressFiles(folder)
  return folder
}

test.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
] as const)(
  'a browser that takes %s gets the script compressed, under its own name and for ever',
  async (coding, open) => {
    const { app } = await withApp({ appFolder: await builtApp() })
    const answer = await app.inject({ url: '/assets/home-4f2a.js', headers: { 'accept-encoding': coding } })
    expect(answer.headers).toMatchObject({
      'content-encoding': coding,
      'content-type': expect.stringMatching(/javascript/),
      'cache-control': 'public, max-age=31536000, immutable',
    })
    expect(answer.rawPayload.length).toBeLessThan(script.length / 10)
    expect(open(answer.rawPayload).toString()).toBe(script)
  },
)

test('a browser that takes none gets the script as it is', async () => {
  const { app } = await withApp({ appFolder: await builtApp() })
  const answer = await app.inject({ url: '/assets/home-4f2a.js', headers: { 'accept-encoding': 'identity' } })
  expect(answer.headers['content-encoding']).toBeUndefined()
  expect(answer.body).toBe(script)
})

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { publishShipped } from '../../src/server/publish-shipped.ts'
import { definition } from './example-return.ts'
import { openStore } from './open-store.ts'
import { temporaryFolder } from './temporary-folder.ts'

test('the surveys that ship are published as version 1, once, and an edited file as the next', async () => {
  const store = await openStore()
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'visits.json'), JSON.stringify(definition))
  await writeFile(join(folder, 'visits.example.ndjson'), 'not read')
  const first = await publishShipped(store, folder)
  expect(first).toMatchObject({ ok: true, versions: [{ survey: 'visits', number: 1 }] })
  expect(await publishShipped(store, folder)).toEqual(first)
  await writeFile(join(folder, 'visits.json'), JSON.stringify({ ...definition, title: 'Calls' }, null, 2))
  expect(await publishShipped(store, folder)).toMatchObject({ versions: [{ number: 2 }] })
  expect(await store.versions()).toHaveLength(2)
})

test('a file that is not a survey stops all of them, by name', async () => {
  const store = await openStore()
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'a.json'), JSON.stringify(definition))
  await writeFile(join(folder, 'b.json'), '{\n  "title": \n}')
  expect(await publishShipped(store, folder)).toMatchObject({
    ok: false,
    file: 'b.json',
    reason: expect.stringMatching(/^line 3/),
  })
  await writeFile(join(folder, 'b.json'), '{"title":"x"}')
  expect(await publishShipped(store, folder)).toEqual({
    ok: false,
    file: 'b.json',
    reason: 'it is not a survey definition',
  })
  expect(await store.versions()).toEqual([])
})

test('the LARC proforma that ships is published under its own name', async () => {
  const store = await openStore()
  const folder = join(import.meta.dirname, '../../surveys')
  const shipped = await publishShipped(store, folder)
  const larc = JSON.parse(await readFile(join(folder, 'larc-support-needs.json'), 'utf8'))
  const version = shipped.ok ? shipped.versions.find(({ survey }) => survey === 'larc-support-needs') : null
  expect(version?.definition).toEqual(larc)
})

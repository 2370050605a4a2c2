import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readPushAnswer } from '../../src/protocol/read-push-answer.ts'
import { definition, exampleReturn, pushOf } from '../server/example-return.ts'
import { temporaryFolder } from '../server/temporary-folder.ts'

/** A folder with one survey and a built app of one line, and the settings that serve from it. */
const place = async (): Promise<{ readonly from: string; readonly data: string; readonly env: Environment }> => {
  const from = await temporaryFolder()
  await mkdir(join(from, 'surveys'))
  await mkdir(join(from, 'dist'))
  await writeFile(join(from, 'surveys', 'visits.json'), JSON.stringify(definition))
  await writeFile(join(from, 'dist', 'index.html'), '<!doctype html><title>Proforma</title>')
  const data = join(from, 'data')
  return { from, data, env: { PORT: '0', PROFORMA_DATA: data } }
}

type Environment = { readonly [name: string]: string }

/** Starts the real command as a process of its own. */
const start = (from: string, env: Environment, ...args: readonly string[]) => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'serve-process.ts'), from, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let out = ''
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString('utf8')))
  const ended = new Promise<{ readonly status: number | null; readonly out: string; readonly errors: string }>(
    (resolve) => child.on('close', (status) => resolve({ status, out, errors })),
  )
  const address = new Promise<URL>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString('utf8')
      const ready = /Proforma is ready at (\S+)\n/.exec(out)?.[1]
      if (ready !== undefined) resolve(new URL(ready))
    })
    void ended.then(({ errors: said }) => reject(new Error(`It ended before it was ready: ${said}`)))
  })
  // A start that is meant to fail never waits for its address.
  address.catch(() => null)
  return { child, address, ended }
}

const push = async (address: URL, body: unknown) => {
  const answer = await fetch(new URL('/api/v1/push', address), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return readPushAnswer(await answer.json())
}

test('serves the app and its surveys, keeps what it is sent over a restart, stops with exit status 0', async () => {
  const { from, env } = await place()
  const first = start(from, env)
  const address = await first.address
  expect(await (await fetch(new URL('/surveys/visits', address))).text()).toContain('<title>Proforma</title>')
  expect(await (await fetch(new URL('/healthz', address))).json()).toMatchObject({ ok: true })
  expect((await push(address, pushOf(exampleReturn(1))))?.acks).toMatchObject([{ status: 'stored' }])
  first.child.kill('SIGINT')
  expect(await first.ended).toMatchObject({ status: 0, errors: '' })

  const second = start(from, env)
  expect((await push(await second.address, pushOf(exampleReturn(1))))?.acks).toMatchObject([{ status: 'duplicate' }])
  second.child.kill('SIGTERM')
  expect(await second.ended).toMatchObject({ status: 0, errors: '' })
})

test('killed outright, it has what it acknowledged', async () => {
  const { from, env } = await place()
  const first = start(from, env)
  await push(await first.address, pushOf(exampleReturn(1), exampleReturn(2)))
  first.child.kill('SIGKILL')
  await first.ended
  const second = start(from, env)
  const page = await fetch(new URL('/api/v1/revisions', await second.address))
  expect(await page.json()).toMatchObject({ revisions: [{ seq: 1 }, { seq: 2 }], next: 2 })
})

test('told to stop in the middle of a request, it answers that one first', async () => {
  const { from, env } = await place()
  const { child, address, ended } = start(from, env)
  const { port } = await address
  const body = JSON.stringify(pushOf(exampleReturn(1)))
  const socket = connect(Number(port), '127.0.0.1')
  const heard: Promise<string> = new Promise((resolve) => {
    let text = ''
    socket.on('data', (chunk) => (text += chunk.toString('utf8')))
    socket.on('close', () => resolve(text))
  })
  socket.write(
    `POST /api/v1/push HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`,
  )
  socket.write(body.slice(0, 100))
  // The server has the request once a later one has been answered; then it is told to stop.
  await fetch(new URL('/healthz', await address))
  child.kill('SIGTERM')
  const told = performance.now()
  await expect
    .poll(() =>
      fetch(new URL('/healthz', `http://127.0.0.1:${port}`)).then(
        () => 'open',
        () => 'shut',
      ),
    )
    .toBe('shut')
  socket.write(body.slice(100))
  expect(await heard).toContain('"status":"stored"')
  expect(await ended).toMatchObject({ status: 0, errors: '' })
  expect(performance.now() - told, 'milliseconds: not by cutting connections after 10 s').toBeLessThan(8000)
})

test('a port in use is one sentence and exit status 1', async () => {
  const { from, env } = await place()
  const taken = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void taken.close())
  await new Promise((resolve) => taken.on('listening', resolve))
  const address = taken.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  expect(await start(from, { ...env, PORT: String(port) }).ended).toEqual({
    status: 1,
    out: '',
    errors: `Port ${port} is in use. Stop what uses it, or set PORT to another number.\n`,
  })
})

test.each<readonly [string, Environment, string]>([
  ['a port that is a word', { PORT: 'http' }, 'PORT is "http". Give it a whole number from 0 to 65535.'],
  ['a port too high', { PORT: '65536' }, 'PORT is "65536". Give it a whole number from 0 to 65535.'],
  ['no host', { HOST: ' ' }, 'HOST is empty. Give it a name or an address, or leave it out.'],
  ['an address of elsewhere', { HOST: '192.0.2.1' }, 'HOST is "192.0.2.1", which is no address of this machine.'],
  [
    'a sign-in without TLS',
    { OIDC_ISSUER: 'http://login.council.example' },
    'OIDC_ISSUER is "http://login.council.example". Give it the address that your sign-in names as its issuer: https://login.council.example.',
  ],
  [
    'a sign-in without a secret',
    { OIDC_ISSUER: 'https://login.council.example', OIDC_CLIENT_ID: 'proforma' },
    'OIDC_CLIENT_ID or OIDC_CLIENT_SECRET is missing. Your sign-in gives you both when you register Proforma.',
  ],
  [
    'a sign-in with nowhere to come back to',
    { OIDC_ISSUER: 'https://login.council.example', OIDC_CLIENT_ID: 'proforma', OIDC_CLIENT_SECRET: 'x' },
    'PROFORMA_ORIGIN is missing. People come back to it from the sign-in that OIDC_ISSUER names.',
  ],
  ['no data folder', { PROFORMA_DATA: '' }, 'PROFORMA_DATA is empty. Give it a folder, or leave it out.'],
])('%s is one sentence and exit status 1', async (_, change, sentence) => {
  const { from, env } = await place()
  expect(await start(from, { ...env, ...change }).ended).toEqual({ status: 1, out: '', errors: `${sentence}\n` })
})

test('an argument that it does not know is one sentence and exit status 1', async () => {
  const { from, env } = await place()
  const { status, errors } = await start(from, env, '--fast').ended
  expect([status, errors]).toEqual([1, 'proforma serve does not know "--fast". It takes --build, or nothing.\n'])
})

test('an app that is not built is one sentence and exit status 1', async () => {
  const { env } = await place()
  const { status, errors } = await start(await temporaryFolder(), env).ended
  expect([status, errors]).toEqual([1, 'The app is not built. Start it with: proforma serve --build\n'])
})

test('a data folder that cannot be made is one sentence and exit status 1', async () => {
  const { from, env, data } = await place()
  await writeFile(data, 'a file where the folder should be')
  const { status, errors } = await start(from, { ...env, PROFORMA_DATA: join(data, 'below') }).ended
  expect([status, errors]).toEqual([
    1,
    `The data folder ${join(data, 'below')} cannot be made (ENOTDIR). Set PROFORMA_DATA to another one.\n`,
  ])
})

test.each<readonly [string, (file: string) => Promise<void>]>([
  ['of random bytes', (file) => writeFile(file, randomBytes(50_000))],
  ['cut short', (file) => truncate(file, 30_000)],
])('a database %s is one sentence and exit status 1, and is left as it is', async (_, spoil) => {
  const { from, env, data } = await place()
  const sound = start(from, env)
  await sound.address
  sound.child.kill('SIGTERM')
  await sound.ended
  const file = join(data, 'proforma.sqlite')
  await spoil(file)
  const before = await readFile(file)
  const { status, errors } = await start(from, env).ended
  expect([status, errors]).toEqual([1, `The database ${file} cannot be used: the file is damaged.\n`])
  expect((await readFile(file)).equals(before)).toBe(true)
})

test('two servers over one data folder: what either is sent is on the pages of both', async () => {
  const { from, env } = await place()
  const one = await start(from, env).address
  const two = await start(from, env).address
  const batches = Array.from({ length: 12 }, (_, index) => pushOf(exampleReturn(index + 1), exampleReturn(index + 2)))
  const answers = await Promise.all(batches.flatMap((batch) => [push(one, batch), push(two, batch)]))
  expect(answers.flatMap((answer) => answer?.acks ?? []).filter(({ status }) => status === 'stored')).toHaveLength(13)
  const pages = await Promise.all(
    [one, two].map(async (address) => (await fetch(new URL('/api/v1/revisions', address))).json()),
  )
  expect(pages[0]).toEqual(pages[1])
  expect(pages[0]).toMatchObject({ next: 13, erasures: [], more: false })
})

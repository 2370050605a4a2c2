import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { makeApp } from '../../../src/server/make-app.ts'
import { openStore } from '../open-store.ts'
import { makeOwner, person, post } from './example-people.ts'

/** A server whose clock is the test's, with an owner. */
const begun = async () => {
  let at = Date.parse('2026-11-24T09:00:00.000Z')
  const store = await openStore({ now: () => new Date(at) })
  const app = await makeApp({ store, appFolder: null, report: (error) => expect.fail(String(error)) })
  const owner = await makeOwner(app, store)
  const { email, password } = person
  const ask = async (path: string, body: object) =>
    (await post(app, `/api/v1/${path}`, body, owner)).json<{ readonly [member: string]: unknown }>()
  const signIn = async (code?: string) => {
    const body = { email, password, ...(code === undefined ? {} : { code }) }
    const answer = await post(app, '/api/v1/sign-in', body)
    return answer.statusCode === 200 ? 'in' : answer.json<{ readonly refused: string }>().refused
  }
  return {
    store,
    ask,
    signIn,
    now: () => at,
    wait: (seconds: number) => (at += seconds * 1000),
  }
}

const codeAt = (secret: string, timestamp: number): string =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp })

/** The same with a second step that is set up, and an app that has its secret. */
const stepped = async () => {
  const server = await begun()
  const { secret } = (await server.ask('second-step/begin', { password: person.password })) as { secret: string }
  const { codes } = (await server.ask('second-step/confirm', { code: codeAt(secret, server.now()) })) as {
    codes: readonly string[]
  }
  return { ...server, secret, codes }
}

test('the codes are those of RFC 6238', () => {
  const secret = Secret.fromUTF8('12345678901234567890')
  const code = (seconds: number) => TOTP.generate({ secret, digits: 8, timestamp: seconds * 1000 })
  expect([59, 1111111109, 20000000000].map(code)).toEqual(['94287082', '07081804', '65353130'])
})

test('who has set it up signs in with the password and a code, and with neither alone', async () => {
  const { signIn, secret, wait, now } = await stepped()
  expect(await signIn()).toBe('code-needed')
  expect(await signIn('000000')).toBe('sign-in-wrong')
  wait(60)
  const code = codeAt(secret, now())
  expect(await signIn(`${code.slice(0, 3)} ${code.slice(3)}`), 'as some apps show it').toBe('in')
  expect(await signIn(code), 'a code that somebody saw is used').toBe('sign-in-wrong')
  wait(30)
  expect(await signIn(codeAt(secret, now() - 30_000)), 'so is the one before').toBe('sign-in-wrong')
  expect(await signIn(codeAt(secret, now() + 30_000)), 'a phone that is ahead').toBe('in')
  wait(300)
  expect(await signIn(codeAt(secret, now() - 120_000)), 'an old one').toBe('sign-in-wrong')
})

test('of two that bring the same code at once one is let in', async () => {
  const { signIn, secret, wait, now } = await stepped()
  wait(60)
  const code = codeAt(secret, now())
  expect((await Promise.all([signIn(code), signIn(code)])).sort()).toEqual(['in', 'sign-in-wrong'])
})

test('a recovery code is good once, however it is typed', async () => {
  const { signIn, codes, store } = await stepped()
  expect(new Set(codes).size).toBe(10)
  const [first = '', second = ''] = codes
  expect(await signIn(first.toLowerCase().replaceAll('-', ' '))).toBe('in')
  expect(await signIn(first)).toBe('sign-in-wrong')
  expect(await signIn(second)).toBe('in')
  expect((await store.access.auditBefore(999, 99)).filter(({ what }) => what === 'recovery-used')).toHaveLength(2)
})

test('it is set up by who knows the password and has a right code, and no session changes it', async () => {
  const { ask, signIn } = await begun()
  expect(await ask('second-step/begin', { password: 'not the password' })).toMatchObject({ refused: 'sign-in-wrong' })
  expect(await ask('second-step/confirm', { code: '123456' })).toMatchObject({ refused: 'sign-in-wrong' })
  await ask('second-step/begin', { password: person.password })
  expect(await ask('second-step/confirm', { code: '123456' })).toMatchObject({ refused: 'sign-in-wrong' })
  expect(await signIn(), 'one that was not confirmed asks nothing').toBe('in')
})

test('once it is on, a session neither begins another nor ends it without the password; the owner takes it away', async () => {
  const { ask, signIn, store } = await stepped()
  const { password } = person
  expect(await ask('second-step/begin', { password })).toMatchObject({ refused: 'not-now' })
  expect(await ask('second-step/end', { password: 'not the password' })).toMatchObject({ refused: 'sign-in-wrong' })
  expect(await signIn()).toBe('code-needed')
  const [owner] = await store.access.people()
  expect(owner?.secondStep).toBe(true)
  expect(await ask('people/second-step', { account: owner?.id ?? '', why: 'lost the phone' })).toEqual({ ok: true })
  expect(await signIn()).toBe('in')
})

test('codes are guessed ten times in a quarter of an hour, no more', async () => {
  const { signIn, secret, wait, now } = await stepped()
  wait(60)
  for (let n = 0; n < 10; n += 1) await signIn(String(n).padStart(6, '0'))
  expect(await signIn(codeAt(secret, now()))).toBe('too-often')
})

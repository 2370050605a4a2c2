import { type TSchema, Type } from 'typebox'
import { decisionSchema } from './check-aside.ts'
import { populationBodies } from './check-population.ts'
import { patterns } from './patterns.ts'
import { accountRoles } from './people.ts'
import { mostMonths } from './retention.ts'
import {
  asideAnswerSchema,
  asideDecidedSchema,
  attachmentAnswerSchema,
  eraseAnswerSchema,
  eraseSchema,
  inventoryAnswerSchema,
  inventorySchema,
  publishAnswerSchema,
  publishSchema,
  pushAnswerSchema,
  pushSchema,
  revisionsPageSchema,
  surveysAnswerSchema,
} from './schemas.ts'

/** What is said of one address of the wire, for who reads `/api/v1/openapi.json`. */
export interface Described {
  /** A sentence. */
  readonly says: string
  /** The JSON that it takes; `bytes`: a part of a file; left out, nothing. */
  readonly takes?: TSchema | 'bytes'
  /** What may stand after the `?`. */
  readonly query?: { readonly [name: string]: TSchema }
  /** The JSON that it answers with 200; `bytes` or `text` where it is none. */
  readonly gives: TSchema | 'bytes' | 'text'
}

const text = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const secret = text(1024)
const instant = Type.String({ pattern: patterns.instant })
const uuid = Type.String({ pattern: patterns.uuid })
const count = Type.Integer({ minimum: 0 })
const orNull = (schema: TSchema) => Type.Union([schema, Type.Null()])
const done = Type.Object({ ok: Type.Literal(true) })
const token = Type.String({ pattern: '^[\\w-]{22,64}$' })
const survey = Type.String({ pattern: patterns.survey })
const surveys = Type.Union([Type.Literal('all'), Type.Array(survey, { minItems: 1 })])
const roles = Type.Array(
  Type.Object({
    survey: Type.Union([Type.Literal('*'), survey]),
    role: Type.Union(Object.keys(accountRoles).map((role) => Type.Literal(role))),
    singleAnswers: Type.Boolean(),
  }),
)
const anything = Type.Object({})
const months = Type.Integer({ minimum: 1, maximum: mostMonths })
const retention = Type.Object({
  months: orNull(months),
  answers: count,
  goes: Type.Array(Type.Object({ on: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }), answers: count })),
})
const person = Type.Object({ token, name: text(100), email: text(254), password: secret })
const why = Type.Optional(text(200))

/** Every address but the app's own files, by method and path. */
export const described: { readonly [route: string]: Described } = {
  'GET /healthz': { says: 'Whether the server and its database answer.', gives: done },
  'GET /metrics': { says: 'Figures in Prometheus’ text form, for private addresses.', gives: 'text' },
  'GET /api/v1/status': {
    says: 'How the server is doing: versions, storage, backup, tablets not seen for a week, what waits aside.',
    gives: Type.Object({
      about: orNull(anything),
      since: instant,
      requests: count,
      failed: count,
      slow: count,
      aside: count,
      unseen: Type.Array(Type.Object({ name: Type.String(), seenAt: instant })),
    }),
  },
  'GET /api/v1/openapi.json': { says: 'This document.', gives: anything },

  'POST /api/v1/push': {
    says: 'Takes 1 to 100 returns of one device, and says of each what became of it.',
    takes: pushSchema,
    gives: pushAnswerSchema,
  },
  'POST /api/v1/erasures': {
    says: 'Takes the answers of responses out for good.',
    takes: eraseSchema,
    gives: eraseAnswerSchema,
  },
  'POST /api/v1/inventory': {
    says: 'Compares what the server has of a device with what the device has made.',
    takes: inventorySchema,
    gives: inventoryAnswerSchema,
  },
  'GET /api/v1/revisions': {
    says: 'What was stored and erased after a number, in the server’s order.',
    query: { after: count, limit: Type.Integer({ minimum: 1, maximum: 500 }) },
    gives: revisionsPageSchema,
  },
  'GET /api/v1/surveys': {
    says: 'The published versions, and how each survey stands.',
    gives: surveysAnswerSchema,
  },
  'POST /api/v1/surveys': {
    says: 'Publishes versions of surveys, and makes them live or closes them.',
    takes: publishSchema,
    gives: publishAnswerSchema,
  },
  'GET /api/v1/surveys/{version}': { says: 'One version, which never changes.', gives: anything },
  'GET /api/v1/aside': {
    says: 'What was kept aside of the surveys that the asker leads, or of one of them.',
    query: { survey },
    gives: asideAnswerSchema,
  },
  'POST /api/v1/aside': {
    says: 'Decides about something that was kept aside.',
    takes: decisionSchema,
    gives: asideDecidedSchema,
  },
  'GET /api/v1/attachments/{sha256}': {
    says: 'How far a photo or drawing has come.',
    gives: attachmentAnswerSchema,
  },
  'PUT /api/v1/attachments/{sha256}': {
    says: 'Takes the next part of one.',
    query: { offset: count, total: count },
    takes: 'bytes',
    gives: attachmentAnswerSchema,
  },
  'GET /api/v1/attachments/{sha256}/content': { says: 'A photo or drawing itself.', gives: 'bytes' },

  'GET /api/v1/me': {
    says: 'Who asks, as the server sees it.',
    gives: Type.Object({
      kind: Type.String(),
      name: orNull(Type.String()),
      email: orNull(Type.String()),
      owner: Type.Boolean(),
      roles,
      secondStep: Type.Boolean(),
      outside: Type.Boolean(),
      provider: orNull(Type.String()),
    }),
  },
  'POST /api/v1/provider/begin': {
    says: 'Where to go to sign in through the organisation. Sets a cookie by which the browser is known when it comes back.',
    gives: Type.Object({ address: Type.String() }),
  },
  'POST /api/v1/provider/finish': {
    says: 'Begins a session for who came back from there, by what stands after the ? of the address.',
    takes: Type.Object({ search: text(8192) }),
    gives: done,
  },
  'POST /api/v1/owner': {
    says: 'Makes the first owner, by the link that the start printed.',
    takes: person,
    gives: done,
  },
  'POST /api/v1/join': { says: 'Takes an invitation up.', takes: person, gives: done },
  'POST /api/v1/sign-in': {
    says: 'Begins a session, whose cookie it sets. It asks for a code where a second step is on.',
    takes: Type.Object({ email: text(254), password: secret, code: Type.Optional(text(40)) }),
    gives: done,
  },
  'POST /api/v1/sign-out': {
    says: 'Ends the session that asks. Says where to sign out of the organisation’s sign-in, where it began there.',
    gives: Type.Object({ ok: Type.Literal(true), elsewhere: orNull(Type.String()) }),
  },
  'GET /api/v1/sessions': {
    says: 'Where the person who asks is signed in.',
    gives: Type.Object({
      sessions: Type.Array(
        Type.Object({
          id: Type.String(),
          madeAt: instant,
          seenAt: instant,
          agent: Type.String(),
          here: Type.Boolean(),
        }),
      ),
    }),
  },
  'POST /api/v1/sessions/end': {
    says: 'Ends one of these sessions.',
    takes: Type.Object({ id: text(64) }),
    gives: done,
  },
  'POST /api/v1/password': {
    says: 'Another password, for who knows the present one; every other session ends.',
    takes: Type.Object({ old: secret, fresh: secret }),
    gives: done,
  },
  'POST /api/v1/second-step/begin': {
    says: 'A key for an authenticator app.',
    takes: Type.Object({ password: secret }),
    gives: Type.Object({ secret: Type.String(), address: Type.String() }),
  },
  'POST /api/v1/second-step/confirm': {
    says: 'Turns the second step on, and gives the recovery codes.',
    takes: Type.Object({ code: text(40) }),
    gives: Type.Object({ codes: Type.Array(Type.String()) }),
  },
  'POST /api/v1/second-step/end': {
    says: 'Turns it off, for who knows the password.',
    takes: Type.Object({ password: secret }),
    gives: done,
  },

  'GET /api/v1/people': {
    says: 'Who has an account, and who is invited.',
    gives: Type.Object({
      people: Type.Array(
        Type.Object({
          id: uuid,
          name: Type.String(),
          email: Type.String(),
          owner: Type.Boolean(),
          roles,
          stopped: Type.Boolean(),
          secondStep: Type.Boolean(),
          outside: Type.Boolean(),
        }),
      ),
      invitations: Type.Array(
        Type.Object({ id: Type.String(), email: orNull(Type.String()), roles, expiresAt: instant }),
      ),
    }),
  },
  'POST /api/v1/people/roles': {
    says: 'Says anew what somebody may do.',
    takes: Type.Object({ account: text(64), roles, why }),
    gives: done,
  },
  'POST /api/v1/people/stop': {
    says: 'Stops an account and ends its sessions.',
    takes: Type.Object({ account: text(64), why }),
    gives: done,
  },
  'POST /api/v1/people/second-step': {
    says: 'Takes the second step away from somebody who has lost both the app and the codes.',
    takes: Type.Object({ account: text(64), why }),
    gives: done,
  },
  'POST /api/v1/invitations': {
    says: 'Makes the token of a link for somebody.',
    takes: Type.Object({ roles, email: Type.Optional(Type.String()), owner: Type.Optional(Type.Boolean()) }),
    gives: Type.Object({ token }),
  },
  'POST /api/v1/invitations/withdraw': {
    says: 'Makes a link void.',
    takes: Type.Object({ id: text(64) }),
    gives: done,
  },
  'POST /api/v1/sealing/new-key': {
    says: 'Makes a new key for tablets to seal to. What was sealed to those before still opens.',
    takes: Type.Object({ why: text(200) }),
    gives: Type.Object({ madeAt: instant, keys: count }),
  },
  'POST /api/v1/subject-access': {
    says: 'All that is held about one person, in the surveys that the asker leads. Who asked and why is written in the log.',
    takes: Type.Object({ find: text(254), why: text(200) }),
    gives: anything,
  },
  'GET /api/v1/audit': {
    says: 'The log of who did what, the newest first.',
    query: { before: count },
    gives: Type.Object({
      rows: Type.Array(anything),
      more: Type.Boolean(),
      verified: Type.Object({ ok: Type.Boolean() }),
    }),
  },

  'GET /api/v1/devices': {
    says: 'The tablets that are enrolled, or were.',
    gives: Type.Object({
      devices: Type.Array(
        Type.Object({
          id: uuid,
          name: Type.String(),
          surveys,
          madeAt: instant,
          seenAt: instant,
          ended: orNull(Type.Union([Type.Literal('revoked'), Type.Literal('signed-out')])),
        }),
      ),
    }),
  },
  'POST /api/v1/devices/code': {
    says: 'A code for one tablet, good for ten minutes.',
    takes: Type.Object({ name: text(40), surveys }),
    gives: Type.Object({ token, code: Type.String(), expiresAt: instant }),
  },
  'POST /api/v1/devices/enrol': {
    says: 'Enrols the tablet that asks, with its public key.',
    takes: Type.Object({
      secret: text(64),
      device: uuid,
      key: Type.Object({
        kty: Type.Literal('EC'),
        crv: Type.Literal('P-256'),
        x: Type.String({ pattern: '^[\\w-]{43}$' }),
        y: Type.String({ pattern: '^[\\w-]{43}$' }),
      }),
    }),
    gives: Type.Object({ name: Type.String(), surveys, server: Type.String(), sealTo: Type.String() }),
  },
  'POST /api/v1/devices/revoke': {
    says: 'Ends a tablet: it fetches nothing, and what it sends is kept aside.',
    takes: Type.Object({ device: text(36), why }),
    gives: done,
  },
  'POST /api/v1/devices/sign-out': { says: 'Ends the tablet that asks.', gives: done },

  'GET /api/v1/retention/{survey}': {
    says: 'How long answers are kept, and how many go when: as it was decided, or would be with other months.',
    query: { months: count },
    gives: retention,
  },
  'POST /api/v1/retention/{survey}': {
    says: 'Decides how long answers are kept; null, until somebody takes them out.',
    takes: Type.Object({ months: orNull(months) }),
    gives: retention,
  },

  'GET /api/v1/populations': {
    says: 'Every list there is, and how many are on it.',
    gives: Type.Object({ lists: Type.Array(Type.Object({ survey: Type.String(), members: count })) }),
  },
  'GET /api/v1/populations/{survey}/sending': { says: 'How far the letters are that go out.', gives: anything },
  'POST /api/v1/populations/{survey}/open-link': {
    says: 'A new link for whoever has it, whose token is given this once.',
    takes: populationBodies.openLink,
    gives: Type.Object({ token }),
  },
  'GET /api/v1/populations/{survey}': {
    says: 'Who is asked, and how each of them stands.',
    gives: Type.Object({ canMail: Type.Boolean() }),
  },
  'POST /api/v1/populations/{survey}/members': {
    says: 'Adds people or organisations to the list.',
    takes: populationBodies.members,
    gives: Type.Object({ added: count }),
  },
  'POST /api/v1/populations/{survey}/settings': {
    says: 'When it closes, whether answers may be changed, and how many returns each may bring.',
    takes: populationBodies.settings,
    gives: anything,
  },
  'POST /api/v1/populations/{survey}/draw': {
    says: 'Draws a sample by a seed, or asks all.',
    takes: populationBodies.draw,
    gives: anything,
  },
  'POST /api/v1/populations/{survey}/links': {
    says: 'New personal links, whose tokens are given this once.',
    takes: populationBodies.links,
    gives: Type.Object({ links: Type.Array(Type.Object({ recipient: uuid, token })) }),
  },
  'POST /api/v1/populations/{survey}/send': {
    says: 'Sends letters or reminders by mail.',
    takes: populationBodies.send,
    gives: anything,
  },
  'POST /api/v1/populations/{survey}/mark': {
    says: 'Notes what is known of somebody who was asked.',
    takes: populationBodies.mark,
    gives: anything,
  },
  'POST /api/v1/populations/{survey}/returns': {
    says: 'Notes whose a paper return is.',
    takes: populationBodies.standing,
    gives: anything,
  },
  'POST /api/v1/populations/{survey}/pick': {
    says: 'Which of several returns of one recipient counts.',
    takes: populationBodies.standing,
    gives: anything,
  },

  'GET /api/v1/recipient': { says: 'What a personal link opens.', gives: anything },
  'PUT /api/v1/recipient/draft': {
    says: 'Answers on their way, for the next device with the same link.',
    takes: populationBodies.draft,
    gives: Type.Object({ number: count }),
  },
  'POST /api/v1/recipient/decline': {
    says: 'Says no.',
    takes: populationBodies.decline,
    gives: anything,
  },
  'POST /api/v1/recipient/push': {
    says: 'As push, for what the link answers.',
    takes: pushSchema,
    gives: pushAnswerSchema,
  },
  'GET /api/v1/recipient/attachments/{sha256}': {
    says: 'How far a photo or drawing has come.',
    gives: attachmentAnswerSchema,
  },
  'PUT /api/v1/recipient/attachments/{sha256}': {
    says: 'Takes the next part of one.',
    query: { offset: count, total: count },
    takes: 'bytes',
    gives: attachmentAnswerSchema,
  },
}

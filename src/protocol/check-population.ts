import { Type, type Static } from 'typebox'
import { Compile } from 'typebox/compile'
import { isPlain } from './is-plain.ts'
import { patterns } from './patterns.ts'

/** One line of text: no control characters, so that it can stand in the head of a mail. */
const line = (maxLength: number, minLength = 0) =>
  Type.String({ minLength, maxLength, pattern: '^[^\\p{Cc}\\p{Zl}\\p{Zp}]*$' })
const uuid = Type.String({ pattern: patterns.uuid })
const strict = { additionalProperties: false }

const member = Type.Object(
  {
    id: line(200, 1),
    name: line(200, 1),
    contact: line(200),
    email: Type.String({ maxLength: 200, pattern: '^([^\\s@<>,;:"()\\[\\]\\\\]+@[^\\s@<>,;:"()\\[\\]\\\\]+)?$' }),
    language: Type.String({ maxLength: 20, pattern: '^[a-z0-9-]*$' }),
    strata: Type.Record(line(200), line(200)),
  },
  strict,
)

const allocation = Type.Union([
  Type.Object({ kind: Type.Literal('simple') }, strict),
  Type.Object({ kind: Type.Union([Type.Literal('proportional'), Type.Literal('equal')]), by: line(200) }, strict),
  Type.Object(
    { kind: Type.Literal('by-hand'), by: line(200), numbers: Type.Record(line(200), Type.Integer()) },
    strict,
  ),
])

/** The bodies of requests about who is asked. */
export const populationBodies = {
  members: Type.Object({ members: Type.Array(member, { maxItems: 2000 }) }, strict),
  settings: Type.Object(
    {
      closes: Type.Union([Type.Null(), Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })]),
      mayAmend: Type.Boolean(),
      mostReturns: Type.Integer({ minimum: 1, maximum: 100_000 }),
    },
    strict,
  ),
  draw: Type.Object(
    {
      draw: Type.Union([Type.Null(), Type.Object({ seed: line(200, 1), n: Type.Integer(), allocation }, strict)]),
    },
    strict,
  ),
  links: Type.Object(
    {
      recipients: Type.Array(uuid, { minItems: 1, maxItems: 2000 }),
      how: Type.Union([Type.Literal('shown'), Type.Literal('merged'), Type.Literal('printed')]),
    },
    strict,
  ),
  openLink: Type.Object({ most: Type.Integer({ minimum: 2, maximum: 100_000 }) }, strict),
  send: Type.Object(
    {
      kind: Type.Union([Type.Literal('letter'), Type.Literal('reminder')]),
      subject: line(200, 1),
      body: Type.String({ minLength: 1, maxLength: 20_000 }),
    },
    strict,
  ),
  mark: Type.Object(
    {
      recipient: uuid,
      kind: Type.Union(
        (['declined', 'bounced', 'not-eligible', 'back-in', 'links-ended'] as const).map((kind) => Type.Literal(kind)),
      ),
      detail: line(500),
    },
    strict,
  ),
  standing: Type.Object({ recipient: uuid, response: uuid }, strict),
  draft: Type.Object(
    { after: Type.Integer({ minimum: 0 }), draft: Type.Object({ answers: Type.Object({}), language: line(20) }) },
    strict,
  ),
  decline: Type.Object({ reason: line(500) }, strict),
}

type Bodies = typeof populationBodies
type BodyOf<K extends keyof Bodies> = Static<Bodies[K]>

const checks = Object.fromEntries(Object.entries(populationBodies).map(([kind, schema]) => [kind, Compile(schema)]))

/** The body of a request about who is asked, where it has the form it should; null otherwise. */
export const checkPopulation = <K extends keyof Bodies>(kind: K, body: unknown): BodyOf<K> | null =>
  checks[kind]?.Check(body) === true && isPlain(body) ? (body as BodyOf<K>) : null

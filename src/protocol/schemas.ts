import { type TSchema, Type } from 'typebox'
import { erasureReasons } from '../response/erasure.ts'
import { keptAside, notPublished } from './refusals.ts'
import { patterns } from './patterns.ts'

const uuid = Type.String({ pattern: patterns.uuid })
const sha256 = Type.String({ pattern: patterns.sha256 })
const survey = Type.String({ pattern: patterns.survey })
const instant = Type.String({ pattern: patterns.instant })
const positive = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })
const counter = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })
const words = (list: readonly string[]) => Type.Union(list.map((word) => Type.Literal(word)))
const byName = (value: TSchema) => Type.Object({}, { additionalProperties: value })

const consentSchema = Type.Object(
  {
    question: Type.String(),
    given: Type.Boolean(),
    at: instant,
    version: sha256,
    language: Type.String({ pattern: patterns.language }),
  },
  { additionalProperties: false },
)

/**
 * One return. Nothing may stand beside what is named here: an unknown member would be stored without ever being read.
 * Whether `statuses` holds real statuses is asked later, where the version is known.
 */
export const revisionSchema = Type.Object(
  {
    id: uuid,
    response: uuid,
    survey,
    version: sha256,
    device: uuid,
    deviceSequence: positive,
    replaces: Type.Union([uuid, Type.Null()]),
    answers: byName(Type.Unknown()),
    statuses: byName(Type.String()),
    way: words(['family', 'interviewer', 'link', 'paper']),
    language: Type.String({ pattern: patterns.language }),
    startedAt: instant,
    returnedAt: instant,
    notes: Type.Optional(byName(Type.String())),
    consents: Type.Optional(Type.Array(consentSchema)),
    seconds: Type.Optional(counter),
    sealed: Type.Optional(
      Type.Object(
        { box: Type.String({ pattern: patterns.base64 }), photos: Type.Array(sha256) },
        { additionalProperties: false },
      ),
    ),
    sha256,
  },
  { additionalProperties: false },
)

/** The envelope of a push. What it carries is judged one by one, so that one bad return does not hold up the others. */
export const pushSchema = Type.Object({
  protocol: positive,
  device: uuid,
  epoch: Type.Union([Type.String({ maxLength: 64 }), Type.Null()]),
  revisions: Type.Array(Type.Unknown(), { minItems: 1 }),
})

/** What every answer says of its server. Members a newer server adds are passed over. */
const from = { protocol: positive, server: Type.String({ minLength: 1 }), epoch: Type.String({ minLength: 1 }) }

const ackSchema = Type.Object({
  id: Type.Union([uuid, Type.Null()]),
  status: words(['stored', 'duplicate', 'quarantined', 'erased']),
  seq: Type.Union([positive, Type.Null()]),
  sha256: Type.Union([sha256, Type.Null()]),
  reason: Type.Union([words(Object.keys(keptAside)), Type.Null()]),
})

export const pushAnswerSchema = Type.Object({
  ...from,
  acks: Type.Array(ackSchema),
  backedUpTo: Type.Optional(counter),
})

/** Nothing may stand beside what is named here: a tombstone holds nothing of what was erased. */
const erasureSchema = Type.Object(
  { response: uuid, survey, at: instant, reason: words(erasureReasons) },
  { additionalProperties: false },
)

/** All of it or nothing: an erasure that cannot be read is a fault of the app, never of one return. */
export const eraseSchema = Type.Object({
  protocol: positive,
  device: uuid,
  erasures: Type.Array(erasureSchema, { minItems: 1 }),
})

export const eraseAnswerSchema = Type.Object({
  ...from,
  acks: Type.Array(Type.Object({ response: uuid, status: words(['erased', 'known']), seq: positive })),
})

export const revisionsPageSchema = Type.Object({
  ...from,
  after: Type.Optional(counter),
  revisions: Type.Array(Type.Object({ seq: positive, revision: revisionSchema })),
  erasures: Type.Optional(Type.Array(Type.Object({ seq: positive, erasure: erasureSchema }))),
  next: counter,
  more: Type.Boolean(),
  view: Type.Optional(Type.String({ maxLength: 64 })),
})

/** Of the definition only what names it: the engine's whitelist reads it before anything is shown. */
const versionSchema = Type.Object({
  id: sha256,
  survey,
  number: positive,
  publishedAt: instant,
  definition: Type.Object({
    proforma: Type.Object({ id: survey }),
    pages: Type.Array(Type.Unknown()),
  }),
})

/** Nothing may stand beside what is named here, as in a return. */
export const standingSchema = Type.Object(
  {
    id: uuid,
    survey,
    version: sha256,
    state: words(['live', 'closed']),
    at: instant,
    seq: Type.Union([positive, Type.Null()]),
  },
  { additionalProperties: false },
)

export const surveysAnswerSchema = Type.Object({
  ...from,
  versions: Type.Array(versionSchema),
  standings: Type.Optional(Type.Array(standingSchema)),
  sealTo: Type.Optional(Type.String({ pattern: patterns.base64 })),
})

/**
 * A version as a device may publish it: that it is a definition at all. What its questions may be is the engine's
 * whitelist, which every device puts it through before anything of it is shown.
 */
export const publishedVersionSchema = Type.Object(
  {
    id: sha256,
    survey,
    number: positive,
    publishedAt: instant,
    definition: Type.Object({
      title: Type.Union([Type.String(), Type.Object({ default: Type.String() })]),
      proforma: Type.Object({ id: survey }),
      pages: Type.Array(
        Type.Object({
          name: Type.String(),
          elements: Type.Array(Type.Object({ name: Type.String(), type: Type.String() })),
        }),
        { minItems: 1 },
      ),
    }),
  },
  { additionalProperties: false },
)

/** The envelope of a publication. What it carries is judged one by one. */
export const publishSchema = Type.Object({
  protocol: positive,
  device: uuid,
  versions: Type.Array(Type.Unknown()),
  standings: Type.Array(Type.Unknown()),
})

const publishReason = Type.Union([words(Object.keys(notPublished)), Type.Null()])

export const publishAnswerSchema = Type.Object({
  ...from,
  versions: Type.Array(
    Type.Object({
      id: Type.Union([sha256, Type.Null()]),
      status: words(['published', 'known', 'refused']),
      number: Type.Union([positive, Type.Null()]),
      reason: publishReason,
    }),
  ),
  standings: Type.Array(
    Type.Object({
      id: Type.Union([uuid, Type.Null()]),
      status: words(['kept', 'known', 'refused']),
      seq: Type.Union([positive, Type.Null()]),
      reason: publishReason,
    }),
  ),
})

/** Members that a newer device adds are passed over. */
export const inventorySchema = Type.Object({
  protocol: positive,
  device: uuid,
  // What an integer of every database holds.
  sequence: Type.Integer({ minimum: 0, maximum: 2_147_483_647 }),
  wiped: Type.Union([Type.Object({ at: instant, returns: counter, drafts: counter }), Type.Null()]),
})

export const inventoryAnswerSchema = Type.Object({
  ...from,
  device: Type.Optional(uuid),
  highest: counter,
  count: counter,
  missing: Type.Array(positive),
  rejected: Type.Optional(Type.Array(Type.Object({ id: uuid, because: Type.String() }))),
  aside: Type.Optional(Type.Array(uuid)),
})

const reasonAside = words(Object.keys(keptAside))

/** How far a photo or drawing has come. */
export const attachmentAnswerSchema = Type.Object({
  ...from,
  sha256,
  received: counter,
  total: Type.Union([counter, Type.Null()]),
  complete: Type.Boolean(),
})

export const asideAnswerSchema = Type.Object({
  ...from,
  aside: Type.Array(
    Type.Object({
      sha256,
      reason: reasonAside,
      times: positive,
      firstAt: instant,
      lastAt: instant,
      content: Type.String(),
      characters: counter,
      rejected: Type.Union([Type.Object({ at: instant, because: Type.String() }), Type.Null()]),
    }),
  ),
  more: Type.Boolean(),
  bySurvey: Type.Optional(
    Type.Array(Type.Object({ survey: Type.Union([survey, Type.Null()]), waiting: counter, rejected: counter })),
  ),
})

export const asideDecidedSchema = Type.Object({
  ...from,
  became: words(['stored', 'known', 'erased', 'aside', 'rejected', 'gone']),
  reason: Type.Union([reasonAside, Type.Null()]),
})

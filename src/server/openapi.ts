import { described, type Described } from '../protocol/described.ts'
import { serverMark } from '../protocol/messages.ts'
import { refusals } from '../protocol/refusals.ts'
import type { Route } from './route.ts'

/** `/surveys/:version` as OpenAPI writes it. */
const pathOf = (url: string): string => url.replaceAll(/:(\w+)/g, '{$1}')

/**
 * The OpenAPI 3.1 document of these routes. Beside each operation stands who may ask it, `x-may`.
 *
 * @throws Error where a route is not described: the server does not start with one
 */
export const openApiOf = (routes: readonly Route[]) => ({
  openapi: '3.1.0',
  info: {
    title: 'Proforma',
    version: '1',
    summary: 'What devices, people and tablets ask of a Proforma server.',
    description: `Every answer carries ${serverMark.header}: ${serverMark.value}. A refusal is { refused, reason }.`,
  },
  paths: Object.fromEntries(
    [...Map.groupBy(routes, ({ url }) => pathOf(url))].map(([path, own]) => [
      path,
      Object.fromEntries(own.map((route) => [route.method.toLowerCase(), operationOf(path, route)])),
    ]),
  ),
  components: {
    securitySchemes: {
      session: { type: 'apiKey', in: 'cookie', name: '__Host-proforma' },
      device: { type: 'http', scheme: 'Device', description: 'A token that an enrolled tablet signs.' },
      link: { type: 'http', scheme: 'Link', description: 'The token of a personal link.' },
    },
    schemas: {
      Refused: {
        type: 'object',
        required: ['refused', 'reason'],
        properties: { refused: { enum: Object.keys(refusals) }, reason: { type: 'string' } },
      },
    },
  },
})

export type OpenApi = ReturnType<typeof openApiOf>

const operationOf = (path: string, { method, may }: Route) => {
  const about = described[`${method} ${path}`]
  if (about === undefined) throw new Error(`${method} ${path} is not described in protocol/described.ts`)
  const { says, takes, query = {}, gives } = about
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const inQuery = Object.entries(query).map(([name, schema]) => ({ name, in: 'query', required: false, schema }))
  return {
    summary: says,
    'x-may': may,
    security: may.includes('anyone') ? [] : securityOf(may),
    parameters: [...inPath, ...inQuery],
    ...(takes === undefined ? {} : { requestBody: { required: true, content: contentOf(takes) } }),
    responses: {
      200: { description: 'Done.', content: contentOf(gives) },
      default: {
        description: 'Refused, with its reason.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Refused' } } },
      },
    },
  }
}

const securityOf = (may: Route['may']) => [
  ...(may.some((who) => who === 'owner' || who === 'lead' || who === 'practitioner' || who === 'analyst')
    ? [{ session: [] }]
    : []),
  ...(may.includes('device') || may.includes('former-device') ? [{ device: [] }] : []),
  ...(may.includes('recipient') ? [{ link: [] }] : []),
]

const contentOf = (form: Described['gives']) => {
  switch (form) {
    case 'bytes':
      return { 'application/octet-stream': {} }
    case 'text':
      return { 'text/plain': {} }
    default:
      return { 'application/json': { schema: form } }
  }
}

import { openApiOf } from './openapi.ts'
import type { Route } from './route.ts'

/** The routes, and beside them the address that describes them all. */
export const withOpenApi = (routes: readonly Route[]): readonly Route[] => {
  const all: readonly Route[] = [
    ...routes,
    {
      method: 'GET',
      url: '/api/v1/openapi.json',
      may: ['anyone'],
      answer: async (_request, reply) => reply.type('application/json; charset=utf-8').send(text),
    },
  ]
  const text = JSON.stringify(openApiOf(all))
  return all
}

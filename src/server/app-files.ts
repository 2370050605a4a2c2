import staticFiles from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { keep } from './headers.ts'
import { refuse } from './refuse.ts'

/** Files that Vite names by their content. */
const isHashed = (path: string): boolean => /[\\/]assets[\\/][^\\/]+$/.test(path)

/**
 * Serves the built app in `folder`. Files named by their content are kept for ever; all others, index.html and the
 * service worker first, are asked for again each time, or an old shell would call for files that are gone. A path that
 * names no file is a place in the app and gets index.html; a path that looks like a file and is none is refused.
 */
export const serveAppFiles = async (app: FastifyInstance, folder: string): Promise<void> => {
  await app.register(staticFiles, {
    root: folder,
    wildcard: false,
    dotfiles: 'ignore',
    cacheControl: false,
    // The build puts a .br and a .gz beside each file.
    preCompressed: true,
    setHeaders: (reply, path) => {
      reply.header('cache-control', isHashed(path) ? keep.forEver : keep.askFirst)
    },
  })
}

/** Answers what no route and no file answered. */
export const answerElse = (
  { method, path, hasApp }: { readonly method: string; readonly path: string; readonly hasApp: boolean },
  reply: FastifyReply,
): FastifyReply => {
  if (path === '/api' || path.startsWith('/api/')) return refuse(reply, 'not-found')
  if (method !== 'GET' && method !== 'HEAD') return refuse(reply, 'not-allowed')
  const isPlace = hasApp && !path.startsWith('/assets/') && !/\.[^/]*$/.test(path)
  return isPlace ? reply.sendFile('index.html') : refuse(reply, 'not-found')
}

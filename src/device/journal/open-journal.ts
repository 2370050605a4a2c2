import type { Revision } from '../../response/revision.ts'
import type { Appended, Journal } from './journal.ts'
import type { Answer, Ask } from './worker/messages.ts'

/** Milliseconds: a worker that has not answered by then has died, or its disk has. */
const patience = 10_000

/**
 * Opens the journal of that name: a worker that writes files of the origin's own file system (OPFS). A worker that
 * dies is started again at the next ask.
 */
export const openJournal = (name: string): Journal => {
  let worker: Worker | null = null
  let turns: readonly ((answer: Answer) => void)[] = []

  const start = (): Worker => {
    const started = new Worker(new URL('worker/journal-worker.ts', import.meta.url), { type: 'module', name })
    started.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      const [first, ...rest] = turns
      turns = rest
      first?.(data)
    })
    started.addEventListener('error', (event) => {
      // Told to those who asked; the console of a person has nothing to do with it.
      event.preventDefault()
      stop('WorkerError')
    })
    return started
  }

  const stop = (error: string): void => {
    worker?.terminate()
    worker = null
    const waiting = turns
    turns = []
    for (const tell of waiting) tell({ ok: false, error })
  }

  const ask = (asked: Ask): Promise<Answer> => {
    const { promise, resolve } = Promise.withResolvers<Answer>()
    if (typeof Worker === 'undefined' || navigator.storage?.getDirectory === undefined)
      return Promise.resolve({ ok: false, error: 'NotSupportedError' })
    worker ??= start()
    const timer = setTimeout(() => stop('TimeoutError'), patience)
    turns = [
      ...turns,
      (answer) => {
        clearTimeout(timer)
        resolve(answer)
      },
    ]
    worker.postMessage(asked, [])
    return promise
  }

  return {
    append: async ({ returns = [], states = [], clean = false, alone = false }) =>
      appended(await ask({ kind: 'append', returns, states, clean, alone })),
    read: async () => {
      const answer = await ask({ kind: 'read' })
      return answer.ok ? answer.segments : null
    },
    bodies: async (ids) => {
      if (ids.length === 0) return []
      const answer = await ask({ kind: 'bodies', ids })
      return answer.ok ? (answer.bodies as unknown as readonly Revision[]) : []
    },
    drop: async (segments) => {
      if (segments.length > 0) await ask({ kind: 'drop', segments })
    },
    forget: async (responses) => {
      if (responses.length > 0) await ask({ kind: 'forget', responses })
    },
    close: () => stop('AbortError'),
  }
}

const appended = (answer: Answer): Appended => {
  if (answer.ok) return { ok: true }
  switch (answer.error) {
    case 'QuotaExceededError':
      return { ok: false, refused: false, reason: 'There is no space left on this device.' }
    case 'SecurityError':
    case 'NotSupportedError':
    case 'NotAllowedError':
      return {
        ok: false,
        refused: true,
        reason: 'This browser keeps no second copy: a private window may be the cause.',
      }
    default:
      return { ok: false, refused: false, reason: 'The second copy of the answers could not be written.' }
  }
}

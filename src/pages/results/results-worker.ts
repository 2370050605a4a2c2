import { databaseNamed } from '../../device/database.ts'
import type { Ask } from './results-messages.ts'
import { resultsSession } from './results-session.ts'

/** Counts apart from the page, which stays free to scroll and type. */
let answer: ReturnType<typeof resultsSession> | null = null

globalThis.addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  if (data.kind === 'open')
    answer = resultsSession(databaseNamed(data.database), data.of, (told) =>
      globalThis.postMessage(told, { transfer: [] }),
    )
  else void answer?.(data)
})

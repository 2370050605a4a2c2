import { loadEngineParts } from './engine-parts.ts'

/** Fetches what a form needs while nobody waits for it, so that its first question comes at once. */
export const prefetchForm = async (): Promise<void> => {
  await Promise.allSettled([import('./collect-page.tsx'), loadEngineParts()])
}

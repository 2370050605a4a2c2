import { fileURLToPath } from 'node:url'

/** Where Proforma itself stands, whatever folder it was started from. */
export const packageFolder = fileURLToPath(new URL('../../', import.meta.url))

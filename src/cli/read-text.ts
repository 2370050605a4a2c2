import { readFile } from 'node:fs/promises'

export type ReadText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string }

/** Reads a file as UTF-8. The reason is a sentence that names the file. */
export const readText = async (path: string): Promise<ReadText> => {
  try {
    const bytes = await readFile(path)
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch (error) {
    return { ok: false, reason: `${path}: ${whyNot(error)}.` }
  }
}

const whyNot = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  switch (code) {
    case 'ENOENT':
      return 'there is no such file'
    case 'EISDIR':
      return 'this is a folder, not a file'
    case 'EACCES':
      return 'this file may not be read'
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return 'this is not text in UTF-8'
    default:
      return `this file cannot be read (${code})`
  }
}

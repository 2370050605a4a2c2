import { strToU8, zipSync } from 'fflate'

/** Files by name, as one ZIP. */
export const filesZip = (files: { readonly [name: string]: string | Uint8Array }): Uint8Array<ArrayBuffer> =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, file]) => [name, typeof file === 'string' ? strToU8(file) : file]),
    ),
  )

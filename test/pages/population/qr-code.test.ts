import { assert, constantFrom, integer, property, uint8Array } from 'fast-check'
import { expect, test } from 'vitest'
import { qrCode } from '../../../src/pages/population/qr-code.ts'
import { readQrCode } from '../../support/read-qr-code.ts'

/** The modules of a code as it is drawn, and how many white ones stand around it. */
const modulesOf = (svg: string): { readonly dark: readonly (readonly boolean[])[]; readonly quiet: number } => {
  const across = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]) / 10
  const black = new Set([...svg.matchAll(/M(\d+),(\d+)h10v10h-10z/g)].map(([, x, y]) => `${y} ${x}`))
  const all = Array.from({ length: across }, (_, row) =>
    Array.from({ length: across }, (_, column) => black.has(`${row * 10} ${column * 10}`)),
  )
  const quiet = all.findIndex((row) => row.includes(true))
  return { quiet, dark: all.slice(quiet, -quiet).map((row) => row.slice(quiet, -quiet)) }
}

test('the code of a link says that link to another reader, with a quiet zone of four modules', () => {
  const origins = ['http://127.0.0.1:8080', 'https://proforma.example', 'https://surveys.a-long-name.council.example']
  assert(
    property(constantFrom(...origins), uint8Array({ minLength: 16, maxLength: 16 }), (origin, token) => {
      const link = `${origin}/r#${Buffer.from(token).toString('base64url')}`
      const { dark, quiet } = modulesOf(qrCode(link))
      expect(quiet).toBe(4)
      expect(readQrCode(dark)).toBe(link)
    }),
  )
})

test('a module that is turned is no longer read as the same', () => {
  const link = 'https://proforma.example/r#AAAAAAAAAAAAAAAAAAAAAA'
  const { dark } = modulesOf(qrCode(link))
  assert(
    property(integer({ min: 6, max: 12 }), (up) => {
      // The last column from the bottom up: the first words, behind mode and length.
      const row = dark.length - 1 - up
      const turned = dark.map((modules, index) =>
        index === row ? modules.with(modules.length - 1, modules.at(-1) !== true) : modules,
      )
      expect(readQrCode(turned)).not.toBe(link)
    }),
  )
})

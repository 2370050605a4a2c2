/**
 * Reads a QR code without faults in it, versions 1 to 6, bytes only: another hand than that which drew it.
 * Source: ISO/IEC 18004:2015, clause 7 (structure, masks, format, data bits).
 *
 * @param dark its modules without the quiet zone: `dark[row][column]`
 * @returns what it says, as UTF-8
 * @throws Error where it holds something else
 */
export const readQrCode = (dark: readonly (readonly boolean[])[]): string => {
  const size = dark.length
  const version = (size - 17) / 4
  if (!Number.isInteger(version) || version < 1 || version > 6) throw new Error(`No version of 1 to 6: ${size} modules`)
  const at = (row: number, column: number): number => (dark[row]?.[column] === true ? 1 : 0)
  const { level, mask } = formatOf(at)
  const words = dataWords(bytesOf(readBits(size, version, mask, at)), version, level)
  const bits = words.flatMap((word) => Array.from({ length: 8 }, (_, bit) => (word >> (7 - bit)) & 1))
  const number = (from: number, length: number): number =>
    bits.slice(from, from + length).reduce((value, bit) => value * 2 + bit, 0)
  if (number(0, 4) !== 0b0100) throw new Error('It is not in bytes')
  const length = number(4, 8)
  return new TextDecoder().decode(Uint8Array.from({ length }, (_, index) => number(12 + index * 8, 8)))
}

/** By the bits of the format: how many codewords of a block mend faults, and in how many blocks they stand. */
const levels = {
  1: { mending: [7, 10, 15, 20, 26, 18], blocks: [1, 1, 1, 1, 1, 2] },
  0: { mending: [10, 16, 26, 18, 24, 16], blocks: [1, 1, 1, 2, 2, 4] },
  3: { mending: [13, 22, 18, 26, 18, 24], blocks: [1, 1, 2, 2, 4, 4] },
  2: { mending: [17, 28, 22, 16, 22, 28], blocks: [1, 1, 2, 4, 4, 4] },
} as const

type Level = keyof typeof levels
type At = (row: number, column: number) => number

const formatOf = (at: At): { readonly level: Level; readonly mask: number } => {
  const places = [0, 1, 2, 3, 4, 5, 7, 8].map((column) => [8, column] as const)
  const rest = [7, 5, 4, 3, 2, 1, 0].map((row) => [row, 8] as const)
  const format = [...places, ...rest].reduce((value, [row, column]) => value * 2 + at(row, column), 0) ^ 0x5412
  return { level: (format >> 13) as Level, mask: (format >> 10) & 7 }
}

const masks: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
]

/** Finders with their formats, the two lines of timing, and from version 2 the one small square. */
const isPattern = (size: number, version: number, row: number, column: number): boolean =>
  row === 6 ||
  column === 6 ||
  (row < 9 && column < 9) ||
  (row < 9 && column >= size - 8) ||
  (row >= size - 8 && column < 9) ||
  (version > 1 && Math.abs(row - (size - 7)) <= 2 && Math.abs(column - (size - 7)) <= 2)

/** Up and down in columns of two, from the right. */
const readBits = (size: number, version: number, mask: number, at: At): readonly number[] => {
  const bits: number[] = []
  let isUp = true
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step += 1) {
      const row = isUp ? size - 1 - step : step
      for (const column of [right, right - 1])
        if (!isPattern(size, version, row, column)) bits.push(at(row, column) ^ (masks[mask]?.(row, column) ? 1 : 0))
    }
    isUp = !isUp
  }
  return bits
}

const bytesOf = (bits: readonly number[]): readonly number[] =>
  Array.from({ length: Math.floor(bits.length / 8) }, (_, index) =>
    bits.slice(index * 8, index * 8 + 8).reduce((value, bit) => value * 2 + bit, 0),
  )

/** The blocks stand word by word in turn; the last ones may be longer by one. */
const dataWords = (words: readonly number[], version: number, level: Level): readonly number[] => {
  const count = levels[level].blocks[version - 1] ?? 1
  const short = Math.floor(words.length / count) - (levels[level].mending[version - 1] ?? 0)
  const longer = words.length % count
  const lengths = Array.from({ length: count }, (_, block) => short + (block >= count - longer ? 1 : 0))
  const blocks = lengths.map((): number[] => [])
  let next = 0
  for (let turn = 0; turn <= short; turn += 1)
    for (const [block, length] of lengths.entries())
      if (turn < length) {
        blocks[block]?.push(words[next] ?? 0)
        next += 1
      }
  return blocks.flat()
}

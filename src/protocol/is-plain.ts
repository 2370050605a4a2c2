/** No device nests deeper (a grid's answer is the sixth level), and what walks a value must not run out of stack. */
const deepest = 32

/** Whether JSON can be kept as it came: JSON reads 1e999 as infinity, which cannot be written back. */
export const isPlain = (value: unknown, depth = 0): boolean => {
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value === null) return true
  return depth < deepest && Object.values(value).every((part) => isPlain(part, depth + 1))
}

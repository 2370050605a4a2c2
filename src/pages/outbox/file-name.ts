const two = (value: number): string => String(value).padStart(2, '0')

/** `proforma-unsent-2026-11-23-1432.ndjson`, by the clock on the wall here. */
export const fileName = (what: string, now: Date): string => {
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  return `proforma-${what}-${day}-${two(now.getHours())}${two(now.getMinutes())}.ndjson`
}

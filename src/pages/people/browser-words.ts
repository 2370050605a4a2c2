const browsers = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const

const systems = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'an iPhone or iPad'],
  [/Mac OS/, 'a Mac'],
  [/CrOS/, 'a Chromebook'],
  [/Linux/, 'Linux'],
] as const

/** A browser as people call it, from what it says of itself: `Chrome on Windows`. */
export const browserWords = (agent: string): string => {
  const browser = browsers.find(([sign]) => sign.test(agent))?.[1] ?? 'A browser'
  const system = systems.find(([sign]) => sign.test(agent))?.[1]
  return system === undefined ? browser : `${browser} on ${system}`
}

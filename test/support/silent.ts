import { afterEach, beforeEach, vi } from 'vitest'

// A test run is silent: what the console has to say is a fault, unless a test expects it.
const watched = ['error', 'warn', 'log', 'info', 'debug'] as const

beforeEach(() => {
  for (const method of watched) vi.spyOn(console, method).mockImplementation(() => undefined)
})

afterEach(() => {
  const said = watched.flatMap((method) =>
    vi.mocked(console[method]).mock.calls.map((call) => `${method}: ${call.join(' ')}`),
  )
  vi.restoreAllMocks()
  if (said.length > 0) throw new Error(`The console was written to:\n${said.join('\n')}`)
})

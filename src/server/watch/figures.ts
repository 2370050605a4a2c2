/** One request that was answered. Nothing of who asked, nor of what: the address is the route's own pattern. */
export interface Answered {
  readonly method: string
  /** The route's pattern, `/api/v1/surveys/:version`; `other` for what is no route. */
  readonly route: string
  readonly status: number
  /** Milliseconds from the first byte of the request to the last of the answer. */
  readonly ms: number
}

export interface Figures {
  readonly note: (answered: Answered) => void
  /** All of it in Prometheus's text format, version 0.0.4, with `gauges` as they are now. */
  readonly text: (gauges: { readonly [name: string]: Gauge }) => string
  /** What the status page shows: requests since the start, and how many of them failed or took over a second. */
  readonly summary: () => { readonly requests: number; readonly failed: number; readonly slow: number }
}

export interface Gauge {
  readonly help: string
  readonly value: number
}

/** Upper bounds in seconds, as Prometheus's own clients have them. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const

/** From this on a request is called slow, in milliseconds. */
export const slowFrom = 1000

interface Series {
  readonly buckets: number[]
  count: number
  seconds: number
}

/** Counts what was answered. Bounded: a series for each route, method and status, and nothing that a request may name. */
export const makeFigures = (): Figures => {
  const byRoute = new Map<string, Series>()
  const byStatus = new Map<string, number>()
  let [failed, slow, requests] = [0, 0, 0]
  return {
    note: ({ method, route, status, ms }) => {
      requests += 1
      if (status >= 500) failed += 1
      if (ms >= slowFrom) slow += 1
      const labels = `method="${method}",route="${route}"`
      const withStatus = `${labels},status="${status}"`
      byStatus.set(withStatus, (byStatus.get(withStatus) ?? 0) + 1)
      const series = byRoute.get(labels) ?? { buckets: bounds.map(() => 0), count: 0, seconds: 0 }
      byRoute.set(labels, series)
      const seconds = ms / 1000
      bounds.forEach((bound, index) => {
        if (seconds <= bound) series.buckets[index] = (series.buckets[index] ?? 0) + 1
      })
      series.count += 1
      series.seconds += seconds
    },
    text: (gauges) =>
      [
        ...Object.entries(gauges).flatMap(([name, { help, value }]) => [
          `# HELP ${name} ${help}`,
          `# TYPE ${name} gauge`,
          `${name} ${value}`,
        ]),
        '# HELP proforma_requests_total Requests answered.',
        '# TYPE proforma_requests_total counter',
        ...[...byStatus].map(([labels, count]) => `proforma_requests_total{${labels}} ${count}`),
        '# HELP proforma_request_seconds How long requests took.',
        '# TYPE proforma_request_seconds histogram',
        ...[...byRoute].flatMap(([labels, { buckets, count, seconds }]) => [
          ...bounds.map((bound, index) => `proforma_request_seconds_bucket{${labels},le="${bound}"} ${buckets[index]}`),
          `proforma_request_seconds_bucket{${labels},le="+Inf"} ${count}`,
          `proforma_request_seconds_sum{${labels}} ${Number(seconds.toFixed(6))}`,
          `proforma_request_seconds_count{${labels}} ${count}`,
        ]),
        '',
      ].join('\n'),
    summary: () => ({ requests, failed, slow }),
  }
}

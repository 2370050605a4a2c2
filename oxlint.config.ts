// The lint, and with it the house's one import table: which room may use which, and which packages a room has to itself.
// A test plants a forbidden import, a circle and a floating promise, and sees each refused (test/lint.test.ts).

import manifest from './package.json' with { type: 'json' }

const everyRoom = [
  'survey',
  'engine',
  'response',
  'coding',
  'population',
  'tabulation',
  'export',
  'protocol',
  'device',
  'server',
  'cli',
  'service-worker',
  'pages',
] as const

type Room = (typeof everyRoom)[number]

type Rule = { readonly rooms: readonly Room[]; readonly packages: readonly string[] }

const thinking: readonly Room[] = ['survey', 'response', 'coding', 'population', 'tabulation', 'export']

/** Room → the rooms below it that it may use, and the packages that it alone (or almost) may use. */
const mayImport: { readonly [R in Room]: Rule } = {
  survey: { rooms: [], packages: ['@noble/hashes'] },
  engine: { rooms: ['survey', 'response'], packages: ['survey-core'] },
  response: { rooms: ['survey'], packages: [] },
  coding: { rooms: ['response', 'survey'], packages: [] },
  population: { rooms: ['survey'], packages: [] },
  tabulation: { rooms: ['coding', 'population', 'response', 'survey'], packages: [] },
  export: { rooms: ['tabulation', 'coding', 'population', 'response', 'survey'], packages: ['docx', 'fflate'] },
  protocol: { rooms: ['response', 'survey'], packages: ['typebox'] },
  device: { rooms: ['protocol', ...thinking], packages: ['@hpke', 'dexie', 'workbox-window'] },
  server: {
    rooms: ['protocol', ...thinking],
    packages: [
      '@hpke',
      'fastify',
      '@fastify',
      'kysely',
      'better-sqlite3',
      'pg',
      'nodemailer',
      'openid-client',
      'otpauth',
      'node:',
    ],
  },
  cli: { rooms: ['server', 'engine', ...thinking], packages: ['node:'] },
  'service-worker': { rooms: [], packages: ['workbox-core', 'workbox-precaching', 'workbox-routing'] },
  pages: {
    rooms: ['device', 'protocol', 'engine', ...thinking],
    packages: ['react', 'react-dom', 'survey-react-ui', 'uqr', 'wouter'],
  },
}

const installed: readonly string[] = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)]

const escape = (name: string): string => name.replaceAll(/[/.-]/g, String.raw`\$&`)

const pattern = (regex: string, what: string, allowTypeImports = false) => ({
  regex,
  allowTypeImports,
  message: `${what}: see the table in oxlint.config.ts`,
})

/** What loads the engine, by import(): 300 kB that a first screen must not bring. Types may go anywhere. */
const surveyJsLook = 'src/pages/preview/surveyjs-parts.ts'
const engineLoaders = ['src/pages/collect/engine-parts.ts', 'src/pages/start/open-parts.ts', surveyJsLook]

const forbiddenIn = (room: Room) => {
  const { rooms, packages } = mayImport[room]
  const shutRooms = everyRoom.filter((other) => other !== room && !rooms.includes(other))
  // The service worker hands a form over with its page: what it needs for that, and nothing else of the device's.
  const places = shutRooms.map((shut) =>
    room === 'service-worker' && shut === 'device' ? String.raw`device/(?:[^/]+$|journal/)` : `${escape(shut)}/`,
  )
  const shutPackages = installed.filter((name) => !packages.some((open) => `${name}/`.startsWith(`${open}/`)))
  return [
    pattern(`^(?:\\.\\./)+(?:${places.join('|')})`, `src/${room} may not import this room`),
    pattern(`^(?:${shutPackages.map(escape).join('|')})(?:/|$)`, `src/${room} may not import this package`),
    ...(packages.includes('node:') ? [] : [pattern('^node:', `src/${room} may not import Node`)]),
  ]
}

export default {
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'react', 'jsx-a11y', 'promise', 'vitest'],
  categories: { correctness: 'error', suspicious: 'error' },
  options: { typeAware: true },
  rules: {
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'oxc/no-barrel-file': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/consistent-type-imports': 'error',
    'eslint/no-console': 'error',
    'eslint/eqeqeq': 'error',
    // The name under which the build hands the service worker its list of files.
    'eslint/no-underscore-dangle': ['error', { allow: ['__WB_MANIFEST'] }],
    'import/no-unassigned-import': 'off',
    // The one frame is our own preview: without our origin it would have no service worker, and so no offline.
    'react/iframe-missing-sandbox': 'off',
    'promise/always-return': ['error', { ignoreLastCallback: true }],
    // A box that scrolls must be reachable by keyboard.
    'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: ['section'] }],
    'react/react-in-jsx-scope': 'off',
    'unicorn/no-array-sort': 'off',
    'eslint/no-shadow': 'off',
    'eslint/no-await-in-loop': 'off',
    'typescript/no-unsafe-type-assertion': 'off',
  },
  overrides: [
    ...everyRoom.map((room) => ({
      files: [`src/${room}/**/*.{ts,tsx}`],
      rules: { 'no-restricted-imports': ['error', { patterns: forbiddenIn(room) }] },
    })),
    {
      files: ['src/pages/**/*.{ts,tsx}'],
      excludeFiles: engineLoaders,
      rules: {
        'no-restricted-imports': [
          'error',
          {
            patterns: [
              ...forbiddenIn('pages'),
              pattern('^(?:\\.\\./)+engine/', `only ${engineLoaders.join(' and ')} load the engine`, true),
            ],
          },
        ],
      },
    },
    // Its stylesheet comes with survey-core, and is wanted nowhere else.
    {
      files: [surveyJsLook],
      rules: {
        'no-restricted-imports': ['error', { patterns: [pattern('^survey-core(?:$|/[^.]*$)', 'only its stylesheet')] }],
      },
    },
    {
      files: ['oxlint.config.ts', 'vite.config.ts', 'test/**/*.config.ts'],
      rules: { 'import/no-default-export': 'off' },
    },
    // A journey asserts by waiting for what a person would see: a locator that never comes fails it.
    { files: ['test/journey/**'], rules: { 'vitest/expect-expect': 'off' } },
    { files: ['src/cli/**', 'test/run.ts', 'test/bench/**', 'test/support/**'], rules: { 'eslint/no-console': 'off' } },
  ],
  ignorePatterns: ['dist', 'node_modules', 'data'],
}

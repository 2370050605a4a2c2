import { describe, expect, test } from 'vitest'
import { billOfMaterials } from '../../src/cli/dependencies/bill-of-materials.ts'
import { licenceFits } from '../../src/cli/dependencies/licence-fits.ts'
import { lockedPackages } from '../../src/cli/dependencies/locked-packages.ts'
import { licencesCommand } from '../../src/cli/licences-command.ts'

const lock = JSON.stringify({
  lockfileVersion: 3,
  packages: {
    '': { name: 'proforma', version: '0.1.0' },
    'node_modules/b': { version: '2.0.0', license: 'MIT', integrity: 'sha512-AAEC' },
    'node_modules/@a/c': { version: '1.0.0', license: '(MIT OR GPL-3.0-only)' },
    'node_modules/b/node_modules/d': { version: '3.0.0', license: 'MPL-2.0', dev: true },
    'node_modules/e/node_modules/b': { version: '2.0.0', license: 'MIT', dev: true },
  },
})

describe('licences', () => {
  test('of one version in two places, the one that is shipped counts', () => {
    expect(lockedPackages(lock).map(({ name, dev }) => [name, dev])).toEqual([
      ['@a/c', false],
      ['b', false],
      ['d', true],
    ])
  })

  test.each([
    ['MIT', false, true],
    ['GPL-3.0-only', false, false],
    ['GPL-3.0-only', true, false],
    ['(MIT OR EUPL-1.1+)', false, true],
    ['MIT AND GPL-2.0-only', false, false],
    ['MIT AND ISC', false, true],
    ['(MIT OR GPL-2.0-only) AND AGPL-3.0-only', false, false],
    ['MPL-2.0', false, false],
    ['MPL-2.0', true, true],
    ['SEE LICENSE IN LICENSE.txt', false, false],
    [null, false, false],
    [null, true, true],
  ] as const)('%s, for building only: %s → %s', (licence, dev, fits) => {
    expect(licenceFits({ licence, dev })).toBe(fits)
  })

  test('all that this product uses may stand where it stands', async () => {
    const told = await licencesCommand([])
    expect(told.ok ? told.text : told.reason).toMatch(/\nreact 19\.\d+\.\d+ {2}MIT\n[^]*All fit\.\n$/)
  })

  test('the bill of materials names what is shipped, with its digest', () => {
    const bill = JSON.parse(billOfMaterials('0.1.0', lockedPackages(lock))) as { readonly components: unknown }
    expect(bill.components).toEqual([
      {
        type: 'library',
        'bom-ref': 'pkg:npm/%40a/c@1.0.0',
        name: '@a/c',
        version: '1.0.0',
        purl: 'pkg:npm/%40a/c@1.0.0',
        licenses: [{ expression: '(MIT OR GPL-3.0-only)' }],
      },
      {
        type: 'library',
        'bom-ref': 'pkg:npm/b@2.0.0',
        name: 'b',
        version: '2.0.0',
        purl: 'pkg:npm/b@2.0.0',
        licenses: [{ license: { id: 'MIT' } }],
        hashes: [{ alg: 'SHA-512', content: '000102' }],
      },
    ])
  })
})

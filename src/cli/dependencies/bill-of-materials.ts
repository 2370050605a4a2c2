import type { LockedPackage } from './locked-packages.ts'

/**
 * The software bill of materials of what is shipped, as CycloneDX 1.6 JSON (ECMA-424). From the lockfile alone, so the
 * same lockfile gives the same bytes, and it needs neither npm nor the network where the app is built.
 */
export const billOfMaterials = (version: string, packages: readonly LockedPackage[]): string =>
  `${JSON.stringify(
    {
      $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      version: 1,
      metadata: {
        component: { type: 'application', 'bom-ref': `proforma@${version}`, name: 'proforma', version },
      },
      components: packages.filter(({ dev }) => !dev).map(component),
    },
    null,
    2,
  )}\n`

const component = ({ name, version, licence, integrity }: LockedPackage) => {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    purl,
    ...(licence === null
      ? {}
      : { licenses: [/ /.test(licence) ? { expression: licence } : { license: { id: licence } }] }),
    ...(integrity?.startsWith('sha512-')
      ? {
          hashes: [
            { alg: 'SHA-512', content: Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex') },
          ],
        }
      : {}),
  }
}

#!/usr/bin/env node
// Plain JavaScript that any Node reads: it looks at the Node it runs on before anything that needs a newer one loads.

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 22 || (major === 22 && minor < 13)) {
  console.error(
    `Proforma needs Node 22.13 or later, and this is Node ${process.versions.node}: run it with npx proforma.`,
  )
  process.exitCode = 1
} else if (!process.features.typescript) {
  console.error(
    `Proforma needs a Node that reads TypeScript by itself, and this Node ${process.versions.node} does not: run it with npx proforma.`,
  )
  process.exitCode = 1
} else {
  const { main } = await import('./main.ts')
  process.exitCode = await main(process.argv.slice(2))
}

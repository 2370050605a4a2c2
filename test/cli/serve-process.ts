// `proforma serve` over a package folder of the test's own: `node serve-process.ts FOLDER [arguments]`.
import { serve } from '../../src/cli/serve.ts'

const [from, ...args] = process.argv.slice(2)
process.exitCode = await serve(args, from)

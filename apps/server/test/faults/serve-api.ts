/** The server without its site: what the fault tests start, so that they need no build. */
import { serve } from '../../src/serve.ts'

await serve(process.argv.slice(2), { withSite: false })

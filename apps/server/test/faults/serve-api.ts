/** The server without its site: what the fault tests start by hand where nothing was built. */
import { serve } from '../../src/serve.ts'

await serve(process.argv.slice(2), { withSite: false })

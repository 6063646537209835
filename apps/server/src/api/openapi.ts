/** The OpenAPI 3.1 document, made from the endpoints, and the page that a person reads. */
import type { OpenAPIHono } from '@hono/zod-openapi'
import { ERRORS } from '@vitrine/house/errors'
import type { ApiEnv } from './define.ts'
import { PROBLEMS } from './problem.ts'

export type OpenApiDocument = ReturnType<OpenAPIHono<ApiEnv>['getOpenAPI31Document']>

export function openApiDocument(app: OpenAPIHono<ApiEnv>, version: string): OpenApiDocument {
  app.openAPIRegistry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key, issued at the desk: `Authorization: Bearer vit_…`.',
  })
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'vitrine.session_token',
    description: 'The session of a signed-in browser. Writing through it needs an `Origin` of this site.',
  })
  return app.getOpenAPI31Document(
    {
      openapi: '3.1.0',
      info: {
        title: 'Vitrine',
        version,
        description: 'The catalogue of a sales house, for programs.',
        license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
      },
      servers: [{ url: '/api/v1' }],
    },
    { unionPreferredType: 'oneOf' },
  )
}

/** Every code that a problem can carry, with its status, why it exists and what to do. */
export const ALL_PROBLEMS = Object.entries({ ...ERRORS, ...PROBLEMS }).map(([code, entry]) => ({ code, ...entry }))

import { allow } from './policy.ts'

/**
 * Screeners. Whoever sells gives leave to watch and sees who did; a viewer sees their own viewings by the link they have, and nobody
 * else's. Serving and reporting are the server's own.
 */
export const screenerPolicy = [
  ...allow(
    ['owner', 'rights', 'sales', 'system'],
    [
      'makeScreener',
      'listShowable',
      'listScreeners',
      'exportScreeners',
      'viewScreener',
      'revokeScreener',
      'restoreScreener',
      'readViewings',
      'exportViewings',
    ],
    'Screener',
  ),
  ...allow(
    ['visitor', 'owner', 'rights', 'sales', 'editor', 'buyer', 'producer', 'system'],
    ['openScreener', 'startViewing', 'viewOwnViewing', 'orderMarkedCopy', 'viewMarkedCopy', 'cancelMarkedCopy'],
    'Screener',
  ), // the address is the secret
  ...allow(
    'system',
    ['takeViewing', 'readSubtitleText', 'endedViewings', 'reportViewings', 'moveViewing', 'followViewings', 'forgetViewers'],
    'Screener',
  ),
  ...allow('system', ['takeMarkedCopy', 'keepMarkedCopy', 'settleMarkedCopy', 'tidyMarkedCopies', 'sendMarkedCopy'], 'Screener'),
]

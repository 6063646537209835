import { allow } from './policy.ts'

/**
 * Masters and reels: everybody of the house sees what can be watched; whoever edits the catalogue hands masters in and has reels made
 * of them. Workers act as the house itself.
 */
export const reelPolicy = [
  ...allow(['owner', 'rights', 'sales', 'editor', 'system'], ['listReels', 'viewReel', 'readReport', 'openReelPicture'], 'Reel'),
  ...allow(['owner', 'editor', 'system'], ['receiveMaster', 'placeMaster', 'retryMaster', 'removeMaster'], 'Master'),
  ...allow(
    ['owner', 'editor', 'system'],
    ['addSubtitles', 'removeSubtitles', 'orderReel', 'cancelReel', 'retryReel', 'removeReel', 'restoreReel'],
    'Reel',
  ),
  ...allow('system', ['takeMaster', 'keepMaster', 'noteMaster'], 'Master'),
  ...allow('system', ['takeReel', 'keepReel', 'readyFolder', 'settleReel', 'tidyReels', 'tidyFilms'], 'Reel'),
]

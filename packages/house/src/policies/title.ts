import { allow } from './policy.ts'

/**
 * Titles. Everyone sees what is published. Staff see everything; a producer sees their own films in any state. Owners and
 * editors write and publish. Sales keep drafts going — a sheet often reaches them first — but what the public reads is
 * decided by an editor. Rights reads: its own book comes with another verb.
 */
export const titlePolicy = [
  ...allow(
    ['visitor', 'buyer', 'producer', 'owner', 'rights', 'sales', 'editor', 'system'],
    ['home', 'browse', 'suggest', 'listForSitemap', 'harvest'],
    'Title',
  ),
  ...allow(['visitor', 'buyer', 'producer'], 'viewTitle', 'Title', 'public or withdrawn'), // a withdrawn film's page says so and no more
  ...allow(['visitor', 'buyer', 'producer'], ['describeTitle', 'printOneSheet'], 'Title', 'public'),
  ...allow(
    'producer',
    ['viewTitle', 'describeTitle', 'printOneSheet', 'openTitle', 'listRevisions', 'viewRevision', 'compareRevisions'],
    'Title',
    'own film',
  ),
  ...allow('producer', 'listTitles', 'Title'), // their own: the list is narrowed
  ...allow(
    ['owner', 'rights', 'sales', 'editor', 'system'],
    [
      'viewTitle',
      'describeTitle',
      'printOneSheet',
      'listTitles',
      'openTitle',
      'listRevisions',
      'viewRevision',
      'compareRevisions',
      'listProducers',
      'writeSheet',
      'exportTitles',
    ],
    'Title',
  ),
  ...allow(
    ['owner', 'sales', 'editor', 'system'],
    ['createTitle', 'notePresence', 'listUnsavedDrafts', 'discardUnsavedDraft', 'checkSheet'],
    'Title',
  ),
  ...allow(
    ['owner', 'editor', 'system'],
    [
      'editTitle',
      'addPicture',
      'publishTitle',
      'withdrawTitle',
      'turnTitles',
      'turnTitlesBack',
      'renameSlug',
      'restoreRevision',
      'assignProducer',
      'listProducerMembers',
    ],
    'Title',
  ),
  ...allow('sales', ['editTitle', 'addPicture'], 'Title', 'still a draft'),
]

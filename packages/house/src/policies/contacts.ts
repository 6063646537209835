import { allow } from './policy.ts'

/**
 * Companies and the people in them. Those who sell and those who answer for the rights read and write; editors see companies,
 * for the credits and the festivals, and of their people nothing. Nobody from outside sees any of it.
 */
export const contactPolicy = [
  ...allow(['owner', 'rights', 'sales', 'editor', 'system'], ['listCompanies', 'openCompany'], 'Company'), // people are left out where `listContacts` is not allowed
  ...allow(['owner', 'rights', 'sales', 'system'], ['addCompany', 'changeCompany', 'removeCompany'], 'Company'),
  ...allow(
    ['owner', 'rights', 'sales', 'system'],
    [
      'listContacts',
      'openContact',
      'addContact',
      'changeContact',
      'removeContact',
      'exportPerson',
      'erasePerson',
      'previewContacts',
      'importContacts',
      'exportContacts',
    ],
    'Contact',
  ),
  ...allow(
    ['owner', 'rights', 'sales', 'system'],
    ['findDuplicates', 'previewMerge', 'mergeDuplicates', 'undoMerge', 'keepApart'],
    'Contact',
  ),
  ...allow(['owner', 'rights', 'sales', 'system'], ['addNote', 'changeNote', 'removeNote'], 'Note'),
  ...allow(['owner', 'rights', 'sales', 'system'], ['addTask', 'changeTask', 'removeTask', 'listTasks', 'exportTasks'], 'Task'),
  ...allow(['owner', 'rights', 'sales'], 'chooseTaskLetters', 'Task'), // their own
  ...allow('system', 'writeTaskLetters', 'Task'),
  ...allow(
    ['owner', 'rights', 'sales', 'system'],
    [
      'listMarkets',
      'exportMarkets',
      'exportMeetings',
      'openMarket',
      'saveMarket',
      'removeMarket',
      'openMeeting',
      'saveMeeting',
      'removeMeeting',
      'noteMeeting',
      'printMeetings',
      'printContactCards',
    ],
    'Market',
  ),
]

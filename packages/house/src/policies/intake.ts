import { allow } from './policy.ts'

/**
 * What comes in from elsewhere: those who edit the catalogue decide and take; those who sell
 * see what waits, and hand files in, as does the head of rights, who takes the licences of a file into the book. What goes out
 * in the formats of the trade: everybody of the house; licences only by those who see the rights book.
 */
export const intakePolicy = [
  ...allow(['owner', 'editor', 'sales', 'system'], 'findTwins', 'Intake'),
  ...allow(['owner', 'editor', 'sales', 'rights', 'system'], ['receiveFile', 'listIntakes', 'openIntake'], 'Intake'),
  ...allow(['owner', 'rights', 'system'], ['viewIntakeLicences', 'takeIntakeLicences', 'undoIntakeLicences'], 'Intake'),
  ...allow(['owner', 'editor', 'system'], ['mapIntake', 'decideIntake', 'takeIntake', 'undoIntake', 'discardIntake'], 'Intake'),
  ...allow(
    ['owner', 'rights', 'sales', 'editor', 'system'],
    ['exportFilms', 'packFestival', 'listFormats', 'validateFile', 'convertFile'],
    'Title',
  ),
  ...allow(['owner', 'rights', 'sales', 'system'], ['exportAvails'], 'Entry'),
  // Of each, who may send out by hand what it sends: the verbs see to that.
  ...allow(
    ['owner', 'rights', 'sales', 'editor', 'system'],
    ['listExportSchedules', 'saveExportSchedule', 'removeExportSchedule', 'listExportRuns', 'openExportRun', 'runExport'],
    'Export',
  ),
  ...allow('system', 'runDueExports', 'Export'),
]

import type { Download, Page } from './page.js';
import { accessPage } from './pages/access.js';
import { composePage, previewPage } from './pages/compose.js';
import { directivePage } from './pages/directive.js';
import { directiveFile } from './pages/directive-file.js';
import { directivesPage } from './pages/directives.js';
import { draftPage } from './pages/draft.js';
import { matrixPage } from './pages/matrix.js';
import { operationsPage } from './pages/operations.js';
import { organisationPage } from './pages/organisation.js';
import { partPage } from './pages/part.js';
import { passPage } from './pages/pass.js';
import { personPage } from './pages/person.js';
import { reportFile } from './pages/report-file.js';
import { reportPage } from './pages/report.js';
import { reportsPage } from './pages/reports.js';
import { todayPage } from './pages/today.js';
import { unitPage } from './pages/unit.js';
import { unitRecordPage } from './pages/unit-record.js';

/** Every page, in the order of the menu. A new one is a file in pages/ and a line here. */
export const pages: readonly Page[] = [
  todayPage,
  directivesPage,
  directivePage,
  partPage,
  passPage,
  composePage,
  previewPage,
  draftPage,
  matrixPage,
  unitPage,
  reportsPage,
  reportPage,
  organisationPage,
  unitRecordPage,
  personPage,
  accessPage,
  operationsPage,
];

/** Files that pages offer. */
export const downloads: readonly Download[] = [reportFile, directiveFile];

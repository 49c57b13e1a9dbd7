import type { Route } from './route.js';
import { calendarRoutes } from './routes/calendar.js';
import { changeDirectiveRoutes } from './routes/change-directive.js';
import { changePartRoutes } from './routes/change-part.js';
import { directiveRoutes } from './routes/directives.js';
import { draftRoutes } from './routes/drafts.js';
import { fileRoutes } from './routes/files.js';
import { generalRoutes } from './routes/general.js';
import { matrixRoute } from './routes/matrix.js';
import { operationsRoutes } from './routes/operations.js';
import { organisationRoutes } from './routes/organisation.js';
import { partRoute } from './routes/part.js';
import { reportRoutes } from './routes/reports.js';
import { unitRoutes } from './routes/units.js';

/** Every route of the API. A new one is in a file of routes/ and in a list here; the description follows by itself. */
export const routes: readonly Route[] = [
  ...generalRoutes,
  ...operationsRoutes,
  ...directiveRoutes,
  partRoute,
  ...changeDirectiveRoutes,
  ...changePartRoutes,
  ...fileRoutes,
  ...draftRoutes,
  ...unitRoutes,
  matrixRoute,
  ...reportRoutes,
  ...organisationRoutes,
  ...calendarRoutes,
];

import { lookAtAdminPages } from './look-at-pages.js';

lookAtAdminPages({ colorScheme: 'dark', lang: 'en', width: 390 });

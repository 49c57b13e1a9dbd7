import { lookAtAdminPages } from './look-at-pages.js';

lookAtAdminPages({ colorScheme: 'light', lang: 'vi', width: 1280 });

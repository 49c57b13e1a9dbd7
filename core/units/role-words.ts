import type { RoleKind } from '../authorise.js';
import { foldText } from '../text/fold.js';

const words = new Map<string, RoleKind | 'office'>([
  ['owner', 'owner'],
  ['quan tri chinh', 'owner'],
  ['quantrichinh', 'owner'],
  ['admin', 'admin'],
  ['quan tri', 'admin'],
  ['quantri', 'admin'],
  ['issuer', 'issuer'],
  ['giao viec', 'issuer'],
  ['giaoviec', 'issuer'],
  ['lead', 'lead'],
  ['phu trach', 'lead'],
  ['phutrach', 'lead'],
  ['viewer', 'viewer'],
  ['theo doi', 'viewer'],
  ['theodoi', 'viewer'],
  ['office', 'office'],
  ['van phong', 'office'],
  ['vanphong', 'office'],
]);

/** Takes a role's name (or the office's) off the front of the words, in either language; null when none stands there. */
export function takeRoleWord(typed: string[]): RoleKind | 'office' | null {
  for (const count of [3, 2, 1]) {
    const found = words.get(foldText(typed.slice(0, count).join(' ')));
    if (!found) continue;
    typed.splice(0, count);
    return found;
  }
  return null;
}

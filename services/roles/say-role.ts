import type { RoleKind } from '../../core/authorise.js';
import type { Translate } from '../../locales/texts.js';

/** A role in words, with the unit it is bound to. */
export function sayRole(t: Translate, kind: RoleKind, unit: { code: string; name: string } | null): string {
  const role = t(`roles.kind.${kind}`);
  return unit ? t('roles.bound', { role, code: unit.code, name: unit.name }) : role;
}

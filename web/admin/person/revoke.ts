import { z } from 'zod';
import { parseId } from '../../../core/action.js';
import { UserError } from '../../../core/errors.js';
import { takeRole } from '../../../services/roles/change-role.js';
import { findPerson } from '../../../store/people-list.js';
import { readForm } from '../form.js';
import { readRole, roleForm } from '../organisation/people.js';
import type { Act } from '../page.js';

const form = roleForm.extend({ person: z.string() });

/** Takes a role from the person whom the form names; which roles one may take, the service asks. */
export const revokeRole: Act = async (deed, sent) => {
  const { person: id, ...role } = readForm(sent, form);
  const bound = await readRole(deed, role);
  const person = await findPerson(deed.db, parseId(id) ?? 0, { unitIds: null });
  if (!person) throw new UserError('admin.fault.form');
  return { said: await takeRole(deed, { ...bound, person: { personId: person.id, name: person.name } }) };
};

import { z } from 'zod';
import { acceptAll } from '../../../services/acceptance/accept-all.js';
import { amend } from '../../../services/changes/apply-amendment.js';
import { end } from '../../../services/changes/end-directive.js';
import { extend } from '../../../services/changes/extend-directive.js';
import { findChangeable, getDirective } from '../../../services/changes/find-changeable.js';
import { remind } from '../../../services/changes/remind-directive.js';
import { mergeDirectives } from '../../../services/corrections/merge-directives.js';
import type { Deed } from '../../../services/deed.js';
import { resendFailedOf } from '../../../services/deliveries/resend-failed.js';
import type { Visit } from '../../admin/page.js';
import { readMoment } from '../read-moment.js';
import { acts } from '../route.js';
import { about, noBody, reasonBody, said } from '../schemas.js';
import { numberOf } from './directives.js';

const path = '/directives/{number}';
const shared = { tag: 'directives', right: 'watch', scope: 'write', answer: said } as const;
const changeable = (deed: Deed, visit: Visit) => findChangeable(deed, numberOf(visit));

const plain = (name: string, verb: string, run: (deed: Deed, visit: Visit) => Promise<string>) =>
  acts({
    ...{ ...shared, name, path: `${path}/${verb}`, body: noBody },
    run: async (deed, _body, visit) => ({ said: await run(deed, visit) }),
  });

const extendAll = acts({
  ...{ ...shared, name: 'extendDirective', path: `${path}/extend` },
  body: z.object({ due: z.string().trim().min(1).max(200).meta(about('due')) }),
  async run(deed, { due }, visit) {
    const directive = await changeable(deed, visit);
    return { said: await extend(deed, directive, null, readMoment(due, deed.runtime.settings)) };
  },
});

const amendRoute = acts({
  ...{ ...shared, name: 'amendDirective', path: `${path}/amend` },
  body: z.object({
    title: z.string().trim().max(300).optional(),
    body: z.string().max(20_000).optional(),
  }),
  async run(deed, { title, body }, visit) {
    const directive = await changeable(deed, visit);
    const after = {
      title: title ?? directive.title,
      body: body === undefined ? directive.body : body.replace(/\r\n/g, '\n').trim(),
      dueAt: directive.dueAt,
    };
    return { said: await amend(deed, directive, after) };
  },
});

const acceptRoute = acts({
  ...{ ...shared, name: 'acceptAll', path: `${path}/accept` },
  body: z.object({ last: z.int().positive().max(2_147_483_647).meta(about('last')) }),
  run: async (deed, { last }, visit) => ({
    said: await acceptAll(deed, await getDirective(deed, numberOf(visit)), last),
  }),
});

const mergeRoute = acts({
  ...{ ...shared, name: 'mergeDirective', path: `${path}/merge` },
  body: z.object({ into: z.int().positive().max(999_999_999).meta(about('into')) }),
  run: async (deed, { into }, visit) => ({ said: await mergeDirectives(deed, numberOf(visit), into) }),
});

export const changeDirectiveRoutes = [
  plain('remindDirective', 'remind', async (deed, visit) => remind(deed, await changeable(deed, visit))),
  extendAll,
  amendRoute,
  plain('resendFailed', 'resend', async (deed, visit) =>
    resendFailedOf(deed, await getDirective(deed, numberOf(visit))),
  ),
  acceptRoute,
  mergeRoute,
  plain('closeDirective', 'close', async (deed, visit) => end(deed, await changeable(deed, visit), 'closed')),
  acts({
    ...{ ...shared, name: 'cancelDirective', path: `${path}/cancel` },
    body: reasonBody,
    run: async (deed, { words }, visit) => ({
      said: await end(deed, await changeable(deed, visit), 'cancelled', words),
    }),
  }),
];

import { parseId } from '../../core/action.js';
import { UserError } from '../../core/errors.js';
import { publishReport as publish, redoReport } from '../../services/reports/publish-report.js';
import { answer, toast } from '../context.js';
import type { Press } from '../press.js';

/** The buttons under a draft: it is posted as it stands, once, or its figures are gathered again. */
export const publishReport: Press = {
  prefix: 'publish',
  async run(ctx, [idPart, verb]) {
    const id = parseId(idPart);
    if (id === null || (verb !== 'publish' && verb !== 'redo')) throw new UserError('error.oldButton');
    const said = verb === 'publish' ? await publish(ctx, id) : await redoReport(ctx, id);
    if (said === null) await toast(ctx, ctx.t('report.publishedAlready'));
    else if (typeof said === 'string') await answer(ctx, said);
  },
};

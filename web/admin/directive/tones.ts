import type { ProgressGroup } from '../../../core/replies/group-progress.js';
import type { Reach } from '../../../store/directive-view.js';

export type Tone = 'good' | 'fair' | 'calm' | 'bad' | 'none';

export const groupTones: Record<ProgressGroup, Tone> = {
  doneInTime: 'good',
  doneLate: 'fair',
  awaiting: 'calm',
  blocked: 'bad',
  returned: 'bad',
  inProgress: 'calm',
  received: 'calm',
  unread: 'fair',
  silent: 'none',
  unreachable: 'none',
};

export const reachTones: Record<Reach, Tone> = {
  sent: 'good',
  waiting: 'calm',
  uncertain: 'fair',
  failed: 'bad',
};

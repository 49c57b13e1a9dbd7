/** Every change that is written down with who did it. Each has a sentence of its own in locales/<language>/log.json. */
export const auditActions = [
  'open-directive',
  'amend-directive',
  'extend-directive',
  'grant-more-time',
  'refuse-more-time',
  'accept-work',
  'return-work',
  'remind-directive',
  'plan-reminders',
  'close-directive',
  'cancel-directive',
  'merge-directive',
  'settle-delivery',
  'resend-delivery',
  'resend-failed',
  'correct-answer',
  'excuse-unit',
  'oblige-unit',
  'grant-role',
  'revoke-role',
  'accept-role',
  'link-account',
  'part-account',
  'sign-in',
  'invite-role',
  'invite-group',
  'withdraw-invite',
  'bind-group',
  'change-members',
  'add-unit',
  'change-unit',
  'remove-unit',
  'import-units',
  'start-recurrence',
  'change-recurrence',
  'pause-recurrence',
  'resume-recurrence',
  'end-recurrence',
  'save-audience',
  'delete-audience',
  'save-template',
  'change-template',
  'delete-template',
  'set-days',
  'clear-days',
  'set-hours',
  'give-leave',
  'end-leave',
  'set-letterhead',
  'publish-report',
  'make-token',
  'revoke-token',
  'add-webhook',
  'change-webhook',
  'renew-webhook',
  'remove-webhook',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** What a log entry is about: `directive:12`, `unit:XA01`, `person:5`, `office`; `all` and `units` for more than one. */
export type AuditTarget =
  | `directive:${number}`
  | `unit:${string}`
  | `person:${number}`
  | `recurrence:${number}`
  | `audience:${string}`
  | `template:${string}`
  | 'office'
  | 'all'
  | 'units';

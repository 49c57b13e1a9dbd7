import { Faults, type FaultRule as SharedRule, type WireFault } from '../../chat-server/faults.js';
import type { WebhookSender } from '../../chat-server/webhook-sender.js';
import { ChatWorld, type ChatWorldOptions } from '../chat-world.js';
import { DEFAULT_BEHAVIOUR, type Behaviour } from './behaviour.js';
import type { SignedEvent } from './events.js';
import { Tokens } from './tokens.js';

export interface OaWorldOptions extends ChatWorldOptions {
  behaviour?: Partial<Behaviour>;
}

export interface Credentials {
  appId: string;
  appSecret: string;
  oaId: string;
  /** The secret key on the webhook page, not the app's. */
  webhookSecret: string;
}

/** `error` answers with the code and the description of the rule; `429` is HTTP's. */
export type OaFaultKind = 'error' | '429' | WireFault;
export interface OaFaultRule extends SharedRule<OaFaultKind, string> {
  code?: number;
}

/** A right to one group, bought or in the package; when it ends its group is disabled. */
export interface Asset {
  id: string;
  productType: string;
  quotaType: string;
  validThrough: number;
  isAutoRenewed: boolean;
  usedBy: string;
}

export interface GroupInfo {
  description: string;
  assetId: string;
  link: string;
  admins: Set<string>;
  isDisabled: boolean;
}

/** Everything that exists around one Official Account. */
export class OaWorld extends ChatWorld {
  readonly credentials: Credentials = {
    appId: '1234567890123456789',
    appSecret: 'GiaobanAppSecret0123',
    oaId: '4210987654321098765',
    webhookSecret: 'GiaobanWebhookSecret4567',
  };
  readonly faults = new Faults<OaFaultRule>('access_token');
  readonly tokens: Tokens;
  readonly groups = new Map<string, GroupInfo>();
  readonly assets = new Map<string, Asset>();
  /** When each person last wrote to the account in private. */
  readonly wroteAt = new Map<string, number>();
  readonly oaAdmins = new Set<string>();
  behaviour: Behaviour;
  webhookUrl = '';
  webhook: WebhookSender<SignedEvent> | undefined;
  lastEvents: SignedEvent[] = [];
  duplicateNext = 0;

  constructor(options: OaWorldOptions) {
    super(options, { id: '4210987654321098765', name: 'UBND huyện Mẫu Sơn' });
    this.behaviour = { ...DEFAULT_BEHAVIOUR, ...options.behaviour };
    this.tokens = new Tokens(
      () => this.behaviour,
      () => this.now(),
    );
  }

  get pending(): number {
    return this.webhook?.pending ?? 0;
  }

  group(id: string): GroupInfo {
    const info = this.groups.get(id);
    if (!info) throw new Error(`no group ${id}`);
    return info;
  }
}

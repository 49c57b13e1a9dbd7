import { opaqueId } from '../../chat-server/opaque-id.js';
import type { OaWorld } from './world.js';

export interface NewAsset {
  productType?: 'gmf10' | 'gmf50' | 'gmf100' | 'gmf1000';
  quotaType?: 'sub_quota' | 'purchase_quota' | 'reward_quota';
  /** For how long, from now. */
  validMs?: number;
  isAutoRenewed?: boolean;
}

export interface NewGroup {
  name: string;
  description: string;
  assetId: string;
  members: string[];
}

const YEAR_MS = 365 * 24 * 3_600_000;

export function addAsset(world: OaWorld, args: NewAsset): string {
  const id = world.newId('asset');
  world.assets.set(id, {
    id,
    productType: args.productType ?? 'gmf100',
    quotaType: args.quotaType ?? 'purchase_quota',
    validThrough: world.now() + (args.validMs ?? YEAR_MS),
    isAutoRenewed: args.isAutoRenewed ?? false,
    usedBy: '',
  });
  return id;
}

/** Those invited are members at once: whether they must agree first is not known. */
export function createGroup(world: OaWorld, { name, description, assetId, members }: NewGroup): string {
  const id = world.newId('group');
  const record = world.addChat({ id, type: 'GROUP', title: name, bot: 'in' });
  for (const member of members) record.members.add(world.person(member).id);
  const link = `https://zalo.me/g/${opaqueId('link', id).slice(0, 9)}`;
  world.groups.set(id, { description, assetId, link, admins: new Set(), isDisabled: false });
  const asset = world.assets.get(assetId);
  if (asset) asset.usedBy = id;
  return id;
}

export function dropGroup(world: OaWorld, id: string): void {
  world.chat(id).isGone = true;
  const asset = world.assets.get(world.group(id).assetId);
  if (asset) asset.usedBy = '';
}

/** A group ends with its asset, unless that is renewed by itself. */
export function isDisabled(world: OaWorld, id: string): boolean {
  const { assetId, isDisabled: isSwitchedOff } = world.group(id);
  const asset = world.assets.get(assetId);
  return isSwitchedOff || !asset || (!asset.isAutoRenewed && asset.validThrough <= world.now());
}

import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** A list for each: one of both takes an IPv4 address for its form in IPv6, too. */
const internal = { ipv4: new BlockList(), ipv6: new BlockList() };
const networks: [string, number, 'ipv4' | 'ipv6'][] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.88.99.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  // Of IPv6 the part that is given out to the world, without what leads back into IPv4.
  ['::', 3, 'ipv6'],
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['4000::', 2, 'ipv6'],
  ['8000::', 1, 'ipv6'],
];
for (const [address, bits, family] of networks) internal[family].addSubnet(address, bits, family);

/** Whether an address is of this machine, of a house's own network, or of nobody: all that is not the open internet. */
export function isInternal(address: string): boolean {
  const version = isIP(address);
  if (version === 0) return true;
  const family = version === 6 ? 'ipv6' : 'ipv4';
  return internal[family].check(address, family);
}

/** A host as it stands in a URL, when it is an address and no name: for those no name is looked up. */
export const isInternalHost = (hostname: string): boolean => {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return isIP(bare) !== 0 && isInternal(bare);
};

/**
 * Looks a name up where a connection is made, and gives only addresses of the open internet: what is checked is what is
 * connected to, whatever the name says a moment later.
 */
export const lookupPublic: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    const [first, ...rest] = error ? [] : found.filter(({ address }) => !isInternal(address));
    if (error) return done(error, '', 0);
    if (!first)
      return done(Object.assign(new Error('internal address'), { code: 'INTERNAL_ADDRESS' }), '', 0);
    if (options.all) return done(null, [first, ...rest]);
    done(null, first.address, first.family);
  });
};

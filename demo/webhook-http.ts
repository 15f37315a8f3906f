import {lookup as lookUp} from 'node:dns';
import {request as requestHttp} from 'node:http';
import {request as requestHttps} from 'node:https';
import {BlockList, isIP, type LookupFunction} from 'node:net';
import type {WebhookTransport} from './sandbox/webhooks/outbox.js';

const TIMEOUT_MS = 10_000;

/** Everything that is not the public internet: RFC 6890 and what hosts use for their own services. */
const closed = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  closed.addSubnet(network, prefix, 'ipv4');
}

/** Of IPv6 only what is handed out to the public, without the ranges that lead back into IPv4. */
const open6 = new BlockList();
open6.addSubnet('2000::', 3, 'ipv6');
const closed6 = new BlockList();
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  closed6.addSubnet(network, prefix, 'ipv6');
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Whether webhooks may go to an address. */
export function isAllowedAddress(address: string, allowsLoopback: boolean): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  const type = family === 6 ? 'ipv6' : 'ipv4';
  if (allowsLoopback && loopback.check(address, type)) return true;
  if (family === 4) return !closed.check(address, 'ipv4');
  return open6.check(address, 'ipv6') && !closed6.check(address, 'ipv6');
}

/** Sends webhooks over HTTPS to public addresses only; over HTTP to this machine where a setting allows it. */
export function createWebhookTransport({allowsLoopback}: {allowsLoopback: boolean}): WebhookTransport {
  /** Looks up and checks in one step: the address that was checked is the one that is connected to. */
  const lookup: LookupFunction = (host, options, callback) => {
    lookUp(host, {...options, all: true}, (error, addresses) => {
      if (error) return callback(error, []);
      const refused = addresses.some(({address}) => !isAllowedAddress(address, allowsLoopback));
      if (refused || addresses.length === 0) return callback(new Error('The address is not public.'), []);
      if (options.all) return callback(null, addresses);
      callback(null, addresses[0]?.address ?? '', addresses[0]?.family);
    });
  };
  return {
    refuse: url => refuse(url, allowsLoopback),
    send: (url, headers, body) =>
      new Promise((resolve, reject) => {
        if (refuse(url, allowsLoopback)) return reject(new Error('The address is refused.'));
        const send = url.startsWith('https:') ? requestHttps : requestHttp;
        const signal = AbortSignal.timeout(TIMEOUT_MS);
        const options = {method: 'POST', headers: {...headers, 'content-length': Buffer.byteLength(body)}};
        // Redirects are not followed, and what is answered is not read.
        const sent = send(url, {...options, lookup, signal, agent: false}, response => {
          response.destroy();
          resolve(response.statusCode ?? 0);
        });
        sent.on('error', reject);
        sent.end(body);
      }),
  };
}

function refuse(text: string, allowsLoopback: boolean): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const host = url?.hostname.replace(/^\[|\]$/g, '') ?? '';
  const isHere =
    host === 'localhost' ||
    (isIP(host) > 0 && isAllowedAddress(host, true) && !isAllowedAddress(host, false));
  const isSecure = url?.protocol === 'https:' || (url?.protocol === 'http:' && allowsLoopback && isHere);
  if (!url || !isSecure || url.username || url.password || url.hash)
    return '通知先のアドレスは、https:// で始まるアドレスを入力してください。';
  if (isIP(host) ? !isAllowedAddress(host, allowsLoopback) : isHere && !allowsLoopback)
    return '通知先のアドレスは、インターネットから見えるアドレスを入力してください。';
  return undefined;
}
